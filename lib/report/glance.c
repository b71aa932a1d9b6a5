/* What a reader wants to know before anything else: for each kind of effect which provisions stand in the way and how many are open, which
 * time limits are missed or run, and what to ask first. Displaced findings are not counted. */
#include "report/block.h"
#include "report/citing.h"
#include "report/say.h"

enum { GLANCE_COLUMN = 28, DEADLINE_STATUS_COUNT = 7 };

static enum message effect_heading(exd_effect effect)
{
    switch (effect) {
    case EXD_EFFECT_SHALL_REFUSE:
        return MESSAGE_SURRENDER_MUST_BE_REFUSED;
    case EXD_EFFECT_MAY_REFUSE:
        return MESSAGE_SURRENDER_MAY_BE_REFUSED;
    case EXD_EFFECT_REQUIRES:
        return MESSAGE_CONDITIONS_OF_SURRENDER;
    case EXD_EFFECT_REQUIRES_ASSURANCE:
        return MESSAGE_ASSURANCES;
    case EXD_EFFECT_SHALL_POSTPONE:
        return MESSAGE_SURRENDER_MUST_WAIT;
    case EXD_EFFECT_MAY_POSTPONE:
        return MESSAGE_SURRENDER_MAY_WAIT;
    case EXD_EFFECT_DUTY:
        return MESSAGE_DUTIES;
    case EXD_EFFECT_DEADLINE:
        return MESSAGE_TIME_LIMITS;
    case EXD_EFFECT_PROCEDURE:
        return MESSAGE_PROCEDURE;
    case EXD_EFFECT_CONSIDERATION:
        return MESSAGE_CONSIDERATIONS;
    }
    return MESSAGE_COUNT;
}

static enum message count_message(exd_result result, uint32_t count)
{
    switch (result) {
    case EXD_RESULT_APPLIES:
        return count == 1 ? MESSAGE_COUNT_APPLIES : MESSAGE_COUNT_APPLY;
    case EXD_RESULT_DOES_NOT_APPLY:
        return count == 1 ? MESSAGE_COUNT_DOES_NOT_APPLY : MESSAGE_COUNT_DO_NOT_APPLY;
    case EXD_RESULT_MET:
        return MESSAGE_COUNT_MET;
    case EXD_RESULT_NOT_MET:
        return MESSAGE_COUNT_NOT_MET;
    case EXD_RESULT_OPEN:
        return MESSAGE_COUNT_OPEN;
    case EXD_RESULT_DISPUTED:
        return MESSAGE_COUNT_DISPUTED;
    }
    return MESSAGE_COUNT;
}

/* ---- one line --------------------------------------------------------------------------------------------------------- */

struct line {
    struct text_out *out;
    exd_effect effect;
    uint32_t counts[OUTLINE_RESULT_COUNT];
    bool begun;
};

static void begin(struct line *line, const char *separator)
{
    if (line->begun) {
        writer_say(line->out->writer, "%s", separator);
        return;
    }
    say(line->out->writer, effect_heading(line->effect));
    writer_tab(line->out->writer, GLANCE_COLUMN);
    line->begun = true;
}

static bool counts(const struct finding *finding, exd_effect effect, exd_result result)
{
    return finding->rule->effect == effect && finding->result == result && finding->standing != EXD_STANDING_DISPLACED;
}

static bool is_cited_before(const struct line *line, uint32_t index)
{
    const struct exd_report *report = line->out->report;
    const struct finding *finding = &report->findings[index];
    for (uint32_t i = 0; i < index; i++)
        if (counts(&report->findings[i], line->effect, finding->result) && report->findings[i].instrument == finding->instrument &&
            text_equal(report->findings[i].rule->cite, finding->rule->cite))
            return true;
    return false;
}

/* The provisions with a result by name, in a message unless that is MESSAGE_COUNT. */
static void say_provisions(struct line *line, exd_result result, enum message message)
{
    struct citing citing = {.out = line->out};
    if (line->counts[result] == 0)
        return;
    begin(line, "; ");
    size_t start = say_open(line->out->writer);
    for (uint32_t i = 0; i < line->out->report->finding_count; i++)
        if (counts(&line->out->report->findings[i], line->effect, result) && !is_cited_before(line, i))
            citing_add(&citing, &line->out->report->findings[i], false);
    citing_end(&citing);
    if (message != MESSAGE_COUNT)
        say_close(line->out->writer, start, message);
    line->counts[result] = 0;
}

static void say_counts(struct line *line)
{
    static const exd_result order[OUTLINE_RESULT_COUNT] = {EXD_RESULT_APPLIES,  EXD_RESULT_NOT_MET, EXD_RESULT_OPEN,
                                                           EXD_RESULT_DISPUTED, EXD_RESULT_MET,     EXD_RESULT_DOES_NOT_APPLY};
    const char *separator = "; ";
    for (int i = 0; i < OUTLINE_RESULT_COUNT; i++) {
        uint32_t count = line->counts[order[i]];
        if (count == 0)
            continue;
        begin(line, separator);
        say(line->out->writer, count_message(order[i], count), count);
        separator = ", ";
    }
}

static void put_effect(struct text_out *out, exd_effect effect)
{
    struct line line = {.out = out, .effect = effect};
    uint32_t total = 0;
    for (uint32_t i = 0; i < out->report->finding_count; i++) {
        const struct finding *finding = &out->report->findings[i];
        if (finding->rule->effect != effect || finding->standing == EXD_STANDING_DISPLACED)
            continue;
        line.counts[finding->result]++;
        total++;
    }
    if (effect <= EXD_EFFECT_MAY_POSTPONE) {
        if (effect == EXD_EFFECT_SHALL_REFUSE && line.counts[EXD_RESULT_APPLIES] == 0) {
            begin(&line, "");
            say(out->writer, total > 0 ? MESSAGE_NOTHING_FOUND : MESSAGE_NOTHING_SAYS_SO);
        }
        say_provisions(&line, EXD_RESULT_APPLIES, MESSAGE_COUNT);
        say_provisions(&line, EXD_RESULT_NOT_MET, MESSAGE_GLANCE_NOT_MET);
        say_provisions(&line, EXD_RESULT_DISPUTED, MESSAGE_GLANCE_DISPUTED);
    }
    say_counts(&line);
    writer_end(out->writer, 0, GLANCE_COLUMN);
}

/* ---- time limits and questions ---------------------------------------------------------------------------------------- */

static void put_deadlines(struct text_out *out)
{
    static const struct {
        enum deadline_status status;
        enum message message;
    } order[] = {
        {DEADLINE_MISSED, MESSAGE_COUNT_MISSED},
        {DEADLINE_RUNNING, MESSAGE_COUNT_RUNNING},
        {DEADLINE_NOT_COMPUTABLE, MESSAGE_COUNT_NOT_COMPUTABLE},
        {DEADLINE_OPEN, MESSAGE_COUNT_OPEN},
        {DEADLINE_KEPT, MESSAGE_COUNT_KEPT},
        {DEADLINE_NOT_ENGAGED, MESSAGE_COUNT_NOT_ENGAGED},
    };
    struct line line = {.out = out, .effect = EXD_EFFECT_DEADLINE};
    uint32_t table[DEADLINE_STATUS_COUNT] = {0};
    for (uint32_t i = 0; i < out->report->finding_count; i++)
        if (out->report->findings[i].standing != EXD_STANDING_DISPLACED)
            table[out->report->findings[i].deadline.status]++;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (table[order[i].status] == 0)
            continue;
        begin(&line, ", ");
        say(out->writer, order[i].message, table[order[i].status]);
    }
    writer_end(out->writer, 0, GLANCE_COLUMN);
}

static void put_questions(struct text_out *out)
{
    const struct question *first = NULL;
    uint32_t count = questions_count(out, &first);
    if (first == NULL)
        return;
    say(out->writer, MESSAGE_GLANCE_QUESTIONS);
    writer_tab(out->writer, GLANCE_COLUMN);
    say(out->writer, count == 1 ? MESSAGE_GLANCE_QUESTION : MESSAGE_GLANCE_QUESTIONS_FIRST, count, first->text);
    writer_end(out->writer, 0, GLANCE_COLUMN);
}

void glance_write(struct text_out *out)
{
    say_heading(out->writer, MESSAGE_AT_A_GLANCE);
    for (int effect = 0; effect <= EXD_EFFECT_MAY_POSTPONE; effect++)
        put_effect(out, (exd_effect)effect);
    put_questions(out);
    put_deadlines(out);
    put_effect(out, EXD_EFFECT_DUTY);
    put_effect(out, EXD_EFFECT_PROCEDURE);
    put_effect(out, EXD_EFFECT_CONSIDERATION);
    say(out->writer, MESSAGE_COUNTED_ONCE_EACH);
    writer_end(out->writer, 0, 0);
}
