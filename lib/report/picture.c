/* How instruments, grounds and open questions hang together, as a picture in HTML. Each instrument is a line that runs down the page, in order
 * of precedence from the left; each ground on which something applies or is open is a row, with a sign where an instrument speaks of it. What
 * is displaced has a broken ring. The same is said in words for whoever does not see it. Integers only: the same bytes everywhere. */
#include "report/picture.h"

#include "report/form.h"
#include "report/say.h"

enum {
    LANES_MAX = 10,
    WIDTH = 420,
    LANE_WIDTH = 28,
    LANE_FIRST = 14, /* the middle of the first lane */
    RADIUS = 10,
    LINE_HEIGHT = 18,
    COLUMN_WIDTH = 8, /* of a character of a title, as wide as they come */
    NAME_WIDTH = 7,   /* of a character of a path */
    ROW_GAP = 14,
    LINES_MAX = 3, /* of one title */
    PATHS_SHOWN = 3
};

struct lane {
    const struct instrument_result *result;
    unsigned since; /* where its line begins */
};

struct picture {
    struct text_out *out;
    struct buffer *svg;
    struct buffer words; /* the same, in words */
    struct lane lanes[LANES_MAX];
    unsigned lane_count;
    unsigned y; /* where the next line of text goes */
};

static unsigned lane_x(unsigned lane)
{
    return LANE_FIRST + lane * LANE_WIDTH;
}

static unsigned text_x(const struct picture *picture)
{
    return lane_x(picture->lane_count) - LANE_FIRST + 8;
}

/* Whether a finding belongs in the picture: it is about surrender, and stands in its way or may. */
static bool matters(const struct picture *picture, const struct finding *finding)
{
    return finding->rule->effect <= EXD_EFFECT_MAY_POSTPONE && finding->result != EXD_RESULT_MET &&
           finding->result != EXD_RESULT_DOES_NOT_APPLY && outline_shows(picture->out->options, picture->out->report, finding);
}

/* ---- text ------------------------------------------------------------------------------------------------------------- */

static void put_text_line(struct picture *picture, const char *class, struct text text)
{
    buffer_format(picture->svg, "<text class=\"%s\" x=\"%u\" y=\"%u\">", class, text_x(picture), picture->y);
    html_escape(picture->svg, text);
    buffer_string(picture->svg, "</text>\n");
    picture->y += LINE_HEIGHT;
}

/* The end of the longest beginning of a text that fits into so many columns, at a space where there is one. */
static size_t fitting(struct text text, size_t columns)
{
    size_t last_space = 0;
    size_t at = 0;
    while (at < text.length) {
        size_t start = at;
        (void)text_next(text, &at);
        if (text_width((struct text){text.data, at}) > columns)
            return last_space > 0 ? last_space : start;
        if (text.data[start] == ' ')
            last_space = start;
    }
    return text.length;
}

static void put_wrapped(struct picture *picture, const char *class, struct text text, unsigned character_width)
{
    size_t columns = (WIDTH - text_x(picture)) / character_width;
    for (int line = 0; text.length > 0 && line < LINES_MAX; line++) {
        size_t length = fitting(text, columns);
        put_text_line(picture, class, (struct text){text.data, length});
        text = text_trim((struct text){text.data + length, text.length - length});
    }
}

/* ---- what a row shows ------------------------------------------------------------------------------------------------- */

/* The finding of an instrument on a ground that comes first for a reader: what counts before what is displaced, what applies before what is
 * open. NULL when none matters. */
static const struct finding *speaks(const struct picture *picture, const struct ground_result *ground, const struct instrument *instrument)
{
    static const unsigned order[OUTLINE_RESULT_COUNT] = {
        [EXD_RESULT_APPLIES] = 3, [EXD_RESULT_NOT_MET] = 3, [EXD_RESULT_DISPUTED] = 2, [EXD_RESULT_OPEN] = 1};
    const struct finding *best = NULL;
    unsigned best_rank = 0;
    for (uint32_t i = 0; i < ground->count; i++) {
        const struct finding *finding = &picture->out->report->findings[ground->findings[i]];
        if (finding->instrument != instrument || !matters(picture, finding))
            continue;
        unsigned rank = order[finding->result] + (outline_is_displaced(finding) ? 0 : 4);
        if (rank > best_rank) {
            best = finding;
            best_rank = rank;
        }
    }
    return best;
}

static void put_sign(struct picture *picture, unsigned lane, unsigned y, const struct finding *finding)
{
    bool displaced = outline_is_displaced(finding);
    buffer_format(picture->svg,
                  "<circle class=\"node%s\" cx=\"%u\" cy=\"%u\" r=\"%u\"/><text class=\"middle\" x=\"%u\" y=\"%u\">%s</text>\n",
                  displaced ? " displaced" : "", lane_x(lane), y, RADIUS, lane_x(lane), y + 5, block_mark(finding));
}

static void say_words_of(struct picture *picture, unsigned lane, const struct finding *finding)
{
    static const enum message results[OUTLINE_RESULT_COUNT] = {
        [EXD_RESULT_APPLIES] = MESSAGE_APPLIES, [EXD_RESULT_DOES_NOT_APPLY] = MESSAGE_DOES_NOT_APPLY,
        [EXD_RESULT_MET] = MESSAGE_MET,         [EXD_RESULT_NOT_MET] = MESSAGE_NOT_MET,
        [EXD_RESULT_OPEN] = MESSAGE_OPEN,       [EXD_RESULT_DISPUTED] = MESSAGE_DISPUTED,
    };
    const struct language *language = picture->out->writer->language;
    say_into(&picture->words, language, outline_is_displaced(finding) ? MESSAGE_PICTURE_DISPLACED : MESSAGE_PICTURE_SAYS,
             picture->lanes[lane].result->instrument->short_title, finding->rule->cite,
             say_message(language, results[finding->result], NULL));
}

/* `? offences.*.political`: a fact of any of the items. */
static void put_missing_fact(struct picture *picture, const struct fact_use *use)
{
    struct buffer line;
    buffer_init(&line, picture->out->report->memory);
    if (use->fact != NULL && use->entity != NULL && !use->entity->single)
        buffer_format(&line, "? %t.*.%t", use->entity->list_name, use->fact->name);
    else
        buffer_format(&line, "? %t", use->path);
    put_wrapped(picture, "name", buffer_view(&line), NAME_WIDTH);
    picture->words.failed = picture->words.failed || line.failed;
    buffer_free(&line);
}

/* The facts that the findings of a row lack, each once, as many as there is room for. */
static void put_missing(struct picture *picture, const struct ground_result *ground)
{
    const struct fact_use *shown[PATHS_SHOWN];
    unsigned count = 0;
    bool more = false;
    for (uint32_t i = 0; i < ground->count; i++) {
        const struct finding *finding = &picture->out->report->findings[ground->findings[i]];
        for (uint32_t j = 0; matters(picture, finding) && j < finding->missing.count; j++) {
            const struct fact_use *use = &finding->missing.items[j];
            bool repeated = false;
            for (unsigned k = 0; k < count; k++)
                repeated = repeated || (shown[k]->fact == use->fact && shown[k]->entity == use->entity);
            more = more || (!repeated && count == PATHS_SHOWN);
            if (repeated || count == PATHS_SHOWN)
                continue;
            shown[count++] = use;
            put_missing_fact(picture, use);
        }
    }
    if (more)
        put_text_line(picture, "name", TEXT("…"));
}

/* What follows where the first that counts applies. */
static void put_effect(struct picture *picture, const struct finding *const *said)
{
    static const enum message headings[] = {
        [EXD_EFFECT_SHALL_REFUSE] = MESSAGE_SURRENDER_MUST_BE_REFUSED, [EXD_EFFECT_MAY_REFUSE] = MESSAGE_SURRENDER_MAY_BE_REFUSED,
        [EXD_EFFECT_REQUIRES] = MESSAGE_CONDITIONS_OF_SURRENDER,       [EXD_EFFECT_REQUIRES_ASSURANCE] = MESSAGE_ASSURANCES,
        [EXD_EFFECT_SHALL_POSTPONE] = MESSAGE_SURRENDER_MUST_WAIT,     [EXD_EFFECT_MAY_POSTPONE] = MESSAGE_SURRENDER_MAY_WAIT,
    };
    const struct finding *first = NULL;
    for (unsigned lane = 0; lane < picture->lane_count; lane++)
        if (said[lane] != NULL && (first == NULL || (outline_is_displaced(first) && !outline_is_displaced(said[lane]))))
            first = said[lane];
    if (first != NULL)
        put_wrapped(picture, "effect", say_message(picture->out->writer->language, headings[first->rule->effect], NULL), NAME_WIDTH);
}

static void put_row(struct picture *picture, const struct ground_result *ground)
{
    const struct language *language = picture->out->writer->language;
    const struct finding *said[LANES_MAX];
    unsigned first = LANES_MAX;
    unsigned last = 0;
    unsigned y = picture->y - 5;
    for (unsigned lane = 0; lane < picture->lane_count; lane++) {
        said[lane] = speaks(picture, ground, picture->lanes[lane].result->instrument);
        if (said[lane] == NULL)
            continue;
        first = first == LANES_MAX ? lane : first;
        last = lane;
    }
    if (first == LANES_MAX)
        return;
    buffer_format(picture->svg, "<path class=\"link\" d=\"M%u %uH%u\"/>\n", lane_x(first), y, text_x(picture) - 4);
    (void)last;
    struct text title = say_of_rules(language, ground->ground->title, NULL);
    buffer_format(&picture->words, "%t: ", title);
    for (unsigned lane = 0; lane < picture->lane_count; lane++) {
        if (said[lane] == NULL)
            continue;
        put_sign(picture, lane, y, said[lane]);
        say_words_of(picture, lane, said[lane]);
        buffer_string(&picture->words, lane == last ? ". " : "; ");
    }
    put_wrapped(picture, "title", title, COLUMN_WIDTH);
    put_effect(picture, said);
    put_missing(picture, ground);
    picture->y += ROW_GAP;
}

/* ---- the whole -------------------------------------------------------------------------------------------------------- */

static bool instrument_matters(const struct picture *picture, const struct instrument *instrument)
{
    const struct exd_report *report = picture->out->report;
    for (uint32_t i = 0; i < report->finding_count; i++)
        if (report->findings[i].instrument == instrument && matters(picture, &report->findings[i]))
            return true;
    return false;
}

static void choose_lanes(struct picture *picture)
{
    const struct exd_report *report = picture->out->report;
    for (uint32_t i = 0; i < report->instrument_count && picture->lane_count < LANES_MAX; i++)
        if (instrument_matters(picture, report->instruments[i].instrument))
            picture->lanes[picture->lane_count++].result = &report->instruments[i];
}

static void put_lane_name(struct picture *picture, struct lane *lane, unsigned index)
{
    struct text title = say_of_rules(picture->out->writer->language, lane->result->instrument->short_title, NULL);
    unsigned y = picture->y - 5;
    lane->since = y;
    buffer_format(picture->svg, "<path class=\"link\" d=\"M%u %uH%u\"/><circle class=\"dot\" cx=\"%u\" cy=\"%u\" r=\"4\"/>\n",
                  lane_x(index), y, text_x(picture) - 4, lane_x(index), y);
    put_wrapped(picture, "lane", title, COLUMN_WIDTH);
}

static void put_lines(struct picture *picture, struct buffer *into)
{
    for (unsigned i = 0; i < picture->lane_count; i++)
        buffer_format(into, "<path class=\"link\" d=\"M%u %uV%u\"/>\n", lane_x(i), picture->lanes[i].since, picture->y - ROW_GAP);
}

static void put_figure(struct picture *picture, const struct buffer *drawn)
{
    struct writer *writer = picture->out->writer;
    struct buffer figure;
    buffer_init(&figure, picture->out->report->memory);
    buffer_format(
        &figure,
        "<figure>\n<svg role=\"img\" aria-labelledby=\"picture-title picture-words\" viewBox=\"0 0 %u %u\">\n<title id=\"picture-title\">",
        (unsigned)WIDTH, picture->y);
    html_escape(&figure, say_message(writer->language, MESSAGE_PICTURE_HEADING, NULL));
    buffer_string(&figure, "</title>\n<desc id=\"picture-words\">");
    html_escape(&figure, text_trim(buffer_view(&picture->words)));
    buffer_string(&figure, "</desc>\n");
    put_lines(picture, &figure);
    buffer_text(&figure, buffer_view(drawn));
    buffer_string(&figure, "</svg>\n<figcaption>");
    html_escape(&figure, say_message(writer->language, MESSAGE_PICTURE_CAPTION, NULL));
    buffer_string(&figure, "</figcaption>\n</figure>\n");
    if (figure.failed || drawn->failed || picture->words.failed)
        writer->paragraph.failed = true;
    else
        writer_raw_text(writer, buffer_view(&figure));
    buffer_free(&figure);
}

void picture_write(struct text_out *out)
{
    struct buffer drawn;
    struct picture picture = {.out = out, .svg = &drawn, .y = LINE_HEIGHT};
    choose_lanes(&picture);
    if (out->writer->form != FORM_HTML || picture.lane_count == 0)
        return;
    buffer_init(&drawn, out->report->memory);
    buffer_init(&picture.words, out->report->memory);
    say_heading(out->writer, MESSAGE_PICTURE_HEADING);
    for (unsigned i = 0; i < picture.lane_count; i++)
        put_lane_name(&picture, &picture.lanes[i], i);
    picture.y += ROW_GAP;
    for (uint32_t i = 0; i < out->report->ground_count; i++)
        put_row(&picture, &out->report->grounds[i]);
    put_figure(&picture, &drawn);
    buffer_free(&drawn);
    buffer_free(&picture.words);
}
