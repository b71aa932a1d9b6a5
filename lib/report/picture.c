/* How instruments, grounds and open questions hang together, as a picture in HTML. Each instrument is a line that runs down the page, in order
 * of precedence from the left; each ground on which something applies or is open is a row, with a sign where an instrument speaks of it. What
 * is displaced has a broken ring. What is missing is told by the numbers of the questions. The same is said in words for whoever does not see it,
 * and as a table in Markdown. Integers only: the same bytes everywhere. */
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
    LANE_TEXT = 9,    /* the same in bold */
    SMALL_WIDTH = 7,  /* the same of small letters */
    ROW_GAP = 14,
    LINES_MAX = 3, /* of one title */
    NUMBERS_SHOWN = 8
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
    unsigned left_out; /* instruments for which there is no lane */
    unsigned y;        /* where the next line of text goes */
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

/* The numbers of the questions that ask for what the findings of a row lack, in order: `1, 5, …`. */
static void write_numbers(const struct picture *picture, const struct ground_result *ground, struct buffer *numbers)
{
    uint32_t found[NUMBERS_SHOWN];
    uint32_t count = 0;
    bool more = false;
    for (uint32_t last = 0, next = 0; !more; last = next) {
        next = UINT32_MAX;
        for (uint32_t i = 0; i < ground->count; i++) {
            const struct finding *finding = &picture->out->report->findings[ground->findings[i]];
            for (uint32_t j = 0; matters(picture, finding) && j < finding->missing.count; j++) {
                uint32_t number = outline_number(picture->out->outline, &finding->missing.items[j]);
                next = number > last && number < next ? number : next;
            }
        }
        if (next == UINT32_MAX)
            break;
        more = count == NUMBERS_SHOWN;
        if (!more)
            found[count++] = next;
    }
    for (uint32_t i = 0; i < count; i++)
        buffer_format(numbers, "%s%u", i > 0 ? ", " : "", found[i]);
    buffer_string(numbers, more ? ", …" : "");
}

/* What follows: the gravest of what counts, or else of what is displaced. */
static enum message effect_of(const struct picture *picture, const struct finding *const *said)
{
    static const enum message headings[] = {
        [EXD_EFFECT_SHALL_REFUSE] = MESSAGE_SURRENDER_MUST_BE_REFUSED, [EXD_EFFECT_MAY_REFUSE] = MESSAGE_SURRENDER_MAY_BE_REFUSED,
        [EXD_EFFECT_REQUIRES] = MESSAGE_CONDITIONS_OF_SURRENDER,       [EXD_EFFECT_REQUIRES_ASSURANCE] = MESSAGE_ASSURANCES,
        [EXD_EFFECT_SHALL_POSTPONE] = MESSAGE_SURRENDER_MUST_WAIT,     [EXD_EFFECT_MAY_POSTPONE] = MESSAGE_SURRENDER_MAY_WAIT,
    };
    const struct finding *gravest = NULL;
    for (unsigned lane = 0; lane < picture->lane_count; lane++) {
        const struct finding *one = said[lane];
        if (one == NULL)
            continue;
        bool counts = !outline_is_displaced(one);
        bool better = gravest == NULL || (counts && outline_is_displaced(gravest));
        bool same = gravest != NULL && counts == !outline_is_displaced(gravest);
        if (better || (same && one->rule->effect < gravest->rule->effect))
            gravest = one;
    }
    return gravest == NULL ? MESSAGE_COUNT : headings[gravest->rule->effect];
}

/* Rows come in this order. */
enum row_kind { ROW_APPLIES, ROW_OPEN, ROW_DISPLACED, ROW_KINDS };

/* What each instrument says on a ground; false when none says anything of this kind. */
static bool find_row(const struct picture *picture, const struct ground_result *ground, enum row_kind kind, const struct finding **said)
{
    enum row_kind found = ROW_KINDS;
    for (unsigned lane = 0; lane < picture->lane_count; lane++) {
        const struct finding *one = said[lane] = speaks(picture, ground, picture->lanes[lane].result->instrument);
        if (one == NULL)
            continue;
        bool applies = one->result == EXD_RESULT_APPLIES || one->result == EXD_RESULT_NOT_MET;
        enum row_kind its = outline_is_displaced(one) ? ROW_DISPLACED : applies ? ROW_APPLIES : ROW_OPEN;
        found = its < found ? its : found;
    }
    return found == kind;
}

static void put_numbers(struct picture *picture, const struct ground_result *ground)
{
    struct buffer numbers;
    struct buffer line;
    buffer_init(&numbers, picture->out->report->memory);
    buffer_init(&line, picture->out->report->memory);
    write_numbers(picture, ground, &numbers);
    if (numbers.length > 0)
        say_into(&line, picture->out->writer->language, MESSAGE_PICTURE_QUESTIONS, buffer_view(&numbers));
    if (line.length > 0) {
        put_wrapped(picture, "effect", buffer_view(&line), SMALL_WIDTH);
        buffer_format(&picture->words, "%t. ", buffer_view(&line));
    }
    picture->words.failed = picture->words.failed || line.failed || numbers.failed;
    buffer_free(&numbers);
    buffer_free(&line);
}

static void put_row(struct picture *picture, const struct ground_result *ground, enum row_kind kind)
{
    const struct language *language = picture->out->writer->language;
    const struct finding *said[LANES_MAX];
    unsigned first = LANES_MAX;
    unsigned last = 0;
    unsigned y = picture->y - 5;
    if (!find_row(picture, ground, kind, said))
        return;
    for (unsigned lane = 0; lane < picture->lane_count; lane++) {
        if (said[lane] == NULL)
            continue;
        first = first == LANES_MAX ? lane : first;
        last = lane;
    }
    buffer_format(picture->svg, "<path class=\"link\" d=\"M%u %uH%u\"/>\n", lane_x(first), y, text_x(picture) - 4);
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
    put_wrapped(picture, "effect", say_message(language, effect_of(picture, said), NULL), SMALL_WIDTH);
    put_numbers(picture, ground);
    picture->y += ROW_GAP;
}

/* ---- as a table ------------------------------------------------------------------------------------------------------- */

static void put_columns(struct writer *writer)
{
    static const enum message columns[] = {MESSAGE_LABEL_GROUND, MESSAGE_LABEL_EFFECT, MESSAGE_COLUMN_PROVISIONS, MESSAGE_COLUMN_QUESTIONS};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        if (i > 0)
            writer_cell(writer, "");
        say(writer, columns[i]);
    }
    writer_columns(writer);
}

static void put_table_row(struct picture *picture, const struct ground_result *ground, enum row_kind kind)
{
    struct writer *writer = picture->out->writer;
    const struct finding *said[LANES_MAX];
    struct buffer numbers;
    bool any = false;
    if (!find_row(picture, ground, kind, said))
        return;
    say_text(writer, ground->ground->title);
    writer_cell(writer, "");
    say(writer, effect_of(picture, said));
    writer_cell(writer, "");
    for (unsigned lane = 0; lane < picture->lane_count; lane++) {
        if (said[lane] == NULL)
            continue;
        writer_say(writer, "%s%s ", any ? "; " : "", block_mark(said[lane]));
        block_say_citation(picture->out, said[lane]->instrument, said[lane]->rule);
        if (outline_is_displaced(said[lane]))
            say(writer, MESSAGE_BUT_DISPLACED);
        any = true;
    }
    writer_cell(writer, "");
    buffer_init(&numbers, picture->out->report->memory);
    write_numbers(picture, ground, &numbers);
    writer_text(writer, buffer_view(&numbers));
    writer->paragraph.failed = writer->paragraph.failed || numbers.failed;
    buffer_free(&numbers);
    writer_row(writer, 0, 0);
}

static void put_table(struct picture *picture)
{
    put_columns(picture->out->writer);
    for (int kind = 0; kind < ROW_KINDS; kind++)
        for (uint32_t i = 0; i < picture->out->report->ground_count; i++)
            put_table_row(picture, &picture->out->report->grounds[i], (enum row_kind)kind);
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
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        if (!instrument_matters(picture, report->instruments[i].instrument))
            continue;
        if (picture->lane_count < LANES_MAX)
            picture->lanes[picture->lane_count++].result = &report->instruments[i];
        else
            picture->left_out++;
    }
}

static void put_left_out(const struct picture *picture)
{
    struct writer *writer = picture->out->writer;
    if (picture->left_out == 0)
        return;
    say(writer, MESSAGE_PICTURE_LEFT_OUT, picture->left_out);
    writer_end(writer, 0, 0);
}

static void put_lane_name(struct picture *picture, struct lane *lane, unsigned index)
{
    struct text title = say_of_rules(picture->out->writer->language, lane->result->instrument->short_title, NULL);
    unsigned y = picture->y - 5;
    lane->since = y;
    buffer_format(picture->svg, "<path class=\"link\" d=\"M%u %uH%u\"/><circle class=\"dot\" cx=\"%u\" cy=\"%u\" r=\"4\"/>\n",
                  lane_x(index), y, text_x(picture) - 4, lane_x(index), y);
    put_wrapped(picture, "lane", title, LANE_TEXT);
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
    if (out->writer->form == FORM_TEXT || picture.lane_count == 0)
        return;
    if (out->writer->form == FORM_MARKDOWN) {
        say_heading(out->writer, MESSAGE_PICTURE_HEADING);
        put_table(&picture);
        put_left_out(&picture);
        return;
    }
    buffer_init(&drawn, out->report->memory);
    buffer_init(&picture.words, out->report->memory);
    say_heading(out->writer, MESSAGE_PICTURE_HEADING);
    for (unsigned i = 0; i < picture.lane_count; i++)
        put_lane_name(&picture, &picture.lanes[i], i);
    picture.y += ROW_GAP;
    for (int kind = 0; kind < ROW_KINDS; kind++)
        for (uint32_t i = 0; i < out->report->ground_count; i++)
            put_row(&picture, &out->report->grounds[i], (enum row_kind)kind);
    put_figure(&picture, &drawn);
    put_left_out(&picture);
    buffer_free(&drawn);
    buffer_free(&picture.words);
}
