/* The open questions as text. The same fact of several items is one question, asked where it first stands. */
#include "report/block.h"
#include "report/say.h"
#include "report/text.h"

enum { QUESTION_INDENT = 4, CITES_SHOWN = 4 };

struct asking {
    struct text_out *out;
    const struct fact_use **uses; /* of the present question */
    uint32_t use_count;
    const struct finding **cites; /* a finding of each provision that it could decide; full at every power of two */
    uint32_t cite_count;
    uint32_t alone;
};

static void add_cite(struct asking *asking, const struct finding *finding)
{
    for (uint32_t i = 0; i < asking->cite_count; i++)
        if (asking->cites[i]->instrument == finding->instrument && text_equal(asking->cites[i]->rule->cite, finding->rule->cite))
            return;
    if ((asking->cite_count & (asking->cite_count - 1)) == 0) {
        size_t room = asking->cite_count ? (size_t)asking->cite_count * 2 : 1;
        const struct finding **grown = arena_array(&asking->out->outline->arena, room, sizeof(const struct finding *));
        if (grown == NULL) {
            asking->out->writer->paragraph.failed = true;
            return;
        }
        for (uint32_t i = 0; i < asking->cite_count; i++)
            grown[i] = asking->cites[i];
        asking->cites = grown;
    }
    asking->cites[asking->cite_count++] = finding;
}

/* Gathers a question with those that ask for the same fact of other items. */
static void gather(struct asking *asking, uint32_t from)
{
    const struct exd_report *report = asking->out->report;
    asking->use_count = asking->cite_count = asking->alone = 0;
    for (uint32_t i = from; i < report->question_count; i++) {
        const struct question *question = &report->questions[i];
        if (!outline_asks_alike(question, &report->questions[from]) || !outline_asks(asking->out->options, report, question))
            continue;
        asking->uses[asking->use_count++] = &question->about;
        asking->alone += question->alone;
        for (uint32_t j = 0; j < question->count; j++)
            if (outline_shows(asking->out->options, report, &report->findings[question->findings[j]]))
                add_cite(asking, &report->findings[question->findings[j]]);
    }
}

static void put_test(struct writer *writer, const struct fact *fact)
{
    if (fact->test_standard.length > 0)
        say(writer, MESSAGE_STANDARD, fact->test_standard);
    writer_end(writer, QUESTION_INDENT, QUESTION_INDENT + 2);
    if (fact->test_looks_at.length > 0)
        say(writer, MESSAGE_LOOKS_AT, fact->test_looks_at);
    writer_end(writer, QUESTION_INDENT, QUESTION_INDENT + 2);
}

static void put_cites(struct asking *asking)
{
    struct writer *writer = asking->out->writer;
    uint32_t shown = asking->cite_count > CITES_SHOWN && !asking->out->options->full ? CITES_SHOWN : asking->cite_count;
    size_t start = say_open(writer);
    for (uint32_t i = 0; i < shown; i++) {
        bool same = i > 0 && asking->cites[i]->instrument == asking->cites[i - 1]->instrument;
        writer_say(writer, i == 0 ? "" : same ? ", " : "; ");
        if (same)
            say_cite(writer, asking->cites[i]->rule->cite);
        else
            block_say_citation(asking->out, asking->cites[i]->instrument, asking->cites[i]->rule);
    }
    if (shown < asking->cite_count)
        say(writer, MESSAGE_CITES_MORE, asking->cite_count - shown);
    say_next(writer);
    if (asking->alone > 0)
        say(writer, asking->alone == 1 ? MESSAGE_FINDING_LACKS_NOTHING_ELSE : MESSAGE_FINDINGS_LACK_NOTHING_ELSE, asking->alone);
    say_close(writer, start, MESSAGE_HELPS_TO_DECIDE);
    writer_end(writer, QUESTION_INDENT, QUESTION_INDENT);
}

static void put_question(struct asking *asking, const struct question *question, uint32_t number)
{
    struct writer *writer = asking->out->writer;
    const struct fact_use *about = &question->about;
    const struct outline_uses uses = {.items = asking->uses, .count = asking->use_count};
    writer_say(writer, "%u.", number);
    writer_tab(writer, QUESTION_INDENT);
    say_text_styled(writer, STYLE_STRONG, question->text);
    writer_end(writer, 0, QUESTION_INDENT);
    block_say_paths(asking->out, &uses, 0, asking->use_count);
    block_say_who_answers(writer, about);
    writer_end(writer, QUESTION_INDENT, QUESTION_INDENT);
    if (about->fact != NULL)
        put_test(writer, about->fact);
    if (asking->out->options->full && about->fact != NULL)
        say_text(writer, about->fact->help);
    writer_end(writer, QUESTION_INDENT, QUESTION_INDENT);
    put_cites(asking);
}

void questions_write_one(struct text_out *out, uint32_t question, uint32_t number)
{
    const struct question *asked = &out->report->questions[question];
    const struct fact_use *use = &asked->about;
    struct asking asking = {.out = out, .uses = &use, .use_count = 1, .alone = asked->alone};
    for (uint32_t i = 0; i < asked->count; i++)
        add_cite(&asking, &out->report->findings[asked->findings[i]]);
    put_question(&asking, asked, number);
}

uint32_t questions_count(struct text_out *out, const struct question **first)
{
    const struct exd_report *report = out->report;
    for (uint32_t i = 0; i < report->question_count && *first == NULL; i++)
        if (outline_number(out->outline, &report->questions[i].about) == 1)
            *first = &report->questions[i];
    return out->outline->asked;
}

void questions_write(struct text_out *out, uint32_t most)
{
    const struct exd_report *report = out->report;
    struct arena *arena = &out->outline->arena;
    struct asking asking = {.out = out, .uses = arena_array(arena, report->question_count, sizeof(const struct fact_use *))};
    uint32_t *numbers = arena_array(arena, report->question_count, sizeof *numbers);
    uint32_t shown = 0;
    if (asking.uses == NULL || numbers == NULL) {
        out->writer->paragraph.failed = true;
        return;
    }
    for (uint32_t i = 0; i < report->question_count && shown < most && !writer_failed(out->writer); i++) {
        const struct question *question = &report->questions[i];
        if (outline_number(out->outline, &question->about) != shown + 1 || !outline_asks(out->options, report, question))
            continue;
        gather(&asking, i);
        numbers[i] = ++shown;
        put_question(&asking, question, shown);
        answers_write(out, i, numbers);
    }
    uint32_t left = out->outline->asked - shown;
    if (left > 0)
        say(out->writer, left == 1 ? MESSAGE_QUESTION_LEFT : MESSAGE_QUESTIONS_LEFT, left);
    else if (shown == 0)
        say(out->writer, MESSAGE_NO_QUESTIONS);
    writer_end(out->writer, 0, 0);
}
