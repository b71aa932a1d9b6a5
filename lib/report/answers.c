/* What the answers to questions would do, and the disputed facts on which something turns. */
#include "check/check.h"
#include "report/block.h"
#include "report/citing.h"
#include "report/say.h"
#include "report/text.h"

enum { ANSWER_INDENT = 4, IDLE_SHOWN = 3 };

/* ---- citations -------------------------------------------------------------------------------------------------------- */

static bool is_cited(const struct exd_report *report, const uint32_t *findings, uint32_t before, const struct finding *finding,
                     const exd_result *results, exd_result result)
{
    for (uint32_t i = 0; i < before; i++) {
        const struct finding *other = &report->findings[findings[i]];
        if ((!results || results[i] == result) && other->rule == finding->rule)
            return true;
    }
    return false;
}

/* Whether a provision has several rules here, which only their titles tell apart. */
static bool is_one_of_several(const struct exd_report *report, const uint32_t *findings, uint32_t count, const struct finding *finding)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct finding *other = &report->findings[findings[i]];
        if (other->rule != finding->rule && other->instrument == finding->instrument && text_equal(other->rule->cite, finding->rule->cite))
            return true;
    }
    return false;
}

/* ---- one answer ------------------------------------------------------------------------------------------------------- */

static const struct {
    exd_result result;
    enum message message;
} outcomes[] = {
    {EXD_RESULT_APPLIES, MESSAGE_WOULD_APPLY},
    {EXD_RESULT_NOT_MET, MESSAGE_WOULD_NOT_BE_MET},
    {EXD_RESULT_DOES_NOT_APPLY, MESSAGE_WOULD_NOT_APPLY},
    {EXD_RESULT_MET, MESSAGE_WOULD_BE_MET},
};

static uint32_t count_results(const struct text_out *out, const struct question *question, const struct answer *answer, exd_result result)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < question->count; i++) {
        const struct finding *finding = &out->report->findings[question->findings[i]];
        count += answer->results[i] == result && !result_is_settled(finding->result) && outline_shows(out->options, out->report, finding);
    }
    return count;
}

static void say_outcome(struct text_out *out, const struct question *question, const struct answer *answer, exd_result result,
                        enum message message)
{
    struct citing citing = {.out = out};
    size_t start = say_open(out->writer);
    for (uint32_t i = 0; i < question->count; i++) {
        const struct finding *finding = &out->report->findings[question->findings[i]];
        if (answer->results[i] == result && !result_is_settled(finding->result) && outline_shows(out->options, out->report, finding) &&
            !is_cited(out->report, question->findings, i, finding, answer->results, result))
            citing_add(&citing, finding, is_one_of_several(out->report, question->findings, question->count, finding));
    }
    citing_end(&citing);
    say_close(out->writer, start, message);
}

static enum message opening(struct text words)
{
    if (text_starts_with(words, "contains ") || text_starts_with(words, "does not contain "))
        return MESSAGE_IF_THE_ANSWER;
    return text_starts_with(words, "there are ") ? MESSAGE_IF_THERE_IS : MESSAGE_IF_THE_ANSWER_IS;
}

static void put_answer(struct text_out *out, const struct question *question, const struct answer *answer, size_t indent)
{
    uint32_t said = 0;
    size_t start = say_open(out->writer);
    say_phrase(out->writer, answer->phrase);
    say_next(out->writer);
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
        if (count_results(out, question, answer, outcomes[i].result) == 0)
            continue;
        writer_say(out->writer, said++ > 0 ? "; " : "");
        say_outcome(out, question, answer, outcomes[i].result, outcomes[i].message);
    }
    uint32_t left = count_results(out, question, answer, EXD_RESULT_OPEN) + count_results(out, question, answer, EXD_RESULT_DISPUTED);
    if (left > 0) {
        writer_say(out->writer, said > 0 ? "; " : "");
        say(out->writer, left == 1 ? MESSAGE_ONE_WOULD_STAY_OPEN : MESSAGE_WOULD_STAY_OPEN, left);
    }
    say_close(out->writer, start, opening(answer->text));
    writer_end(out->writer, indent, indent + 2);
}

/* ---- the answers to a question ---------------------------------------------------------------------------------------- */

/* Whether two questions about different items have the same answers, which do the same to the same rules. */
static bool is_alike(const struct exd_report *report, const struct question *a, const struct question *b)
{
    if (a->count != b->count || a->answer_count != b->answer_count || a->answers_partial != b->answers_partial)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (report->findings[a->findings[i]].rule != report->findings[b->findings[i]].rule)
            return false;
    for (uint32_t i = 0; i < a->answer_count; i++) {
        if (!text_equal(a->answers[i].text, b->answers[i].text))
            return false;
        for (uint32_t j = 0; j < a->count; j++)
            if (a->answers[i].results[j] != b->answers[i].results[j])
                return false;
    }
    return true;
}

static void put_answers(struct text_out *out, const struct question *question, size_t indent)
{
    if (question->instruments > 0)
        say(out->writer, question->instruments == 1 ? MESSAGE_DECIDES_INSTRUMENT : MESSAGE_DECIDES_INSTRUMENTS, question->instruments);
    writer_end(out->writer, indent, indent + 2);
    for (int rest = 0; rest < 2; rest++) /* what is called by what it is not comes last */
        for (uint32_t i = 0; i < question->answer_count && question->settles_some > 0; i++)
            if (text_equal(question->answers[i].text, message_english(MESSAGE_ANY_OTHER)) == (rest == 1))
                put_answer(out, question, &question->answers[i], indent);
    if (question->answers_partial && question->settles_some > 0) {
        say(out->writer, MESSAGE_ANSWERS_PARTIAL);
        writer_end(out->writer, indent, indent + 2);
    }
}

void answers_write_one(struct text_out *out, uint32_t question)
{
    put_answers(out, &out->report->questions[question], ANSWER_INDENT);
}

static bool stands_alone(const struct exd_report *report, uint32_t index)
{
    for (uint32_t i = 0; i < report->question_count; i++)
        if (i != index && outline_asks_alike(&report->questions[i], &report->questions[index]))
            return false;
    return true;
}

/* An answer to a question that was asked before this one. */
static void put_idle(struct text_out *out, uint32_t index, const uint32_t *numbers)
{
    const struct exd_report *report = out->report;
    const struct question *question = &report->questions[index];
    uint32_t said = 0;
    if (!stands_alone(report, index))
        return;
    for (uint32_t i = 0; i < question->idle_count && said < IDLE_SHOWN; i++) {
        const struct idle *idle = &question->idle[i];
        if (numbers[idle->question] == 0 || numbers[idle->question] >= numbers[index] || !stands_alone(report, idle->question))
            continue;
        size_t start = say_open(out->writer);
        writer_say(out->writer, "%u", numbers[idle->question]);
        say_next(out->writer);
        say_phrase(out->writer, report->questions[idle->question].answers[idle->answer].phrase);
        say_close(out->writer, start, MESSAGE_NOT_NEEDED_IF);
        writer_end(out->writer, ANSWER_INDENT, ANSWER_INDENT + 2);
        said++;
    }
}

void answers_write(struct text_out *out, uint32_t index, const uint32_t *numbers)
{
    const struct exd_report *report = out->report;
    const struct question *question = &report->questions[index];
    bool alike = true;
    if (!report_is_analysed(report))
        return;
    for (uint32_t i = index + 1; i < report->question_count; i++)
        if (outline_asks_alike(&report->questions[i], question) && outline_asks(out->options, report, &report->questions[i]))
            alike &= is_alike(report, &report->questions[i], question);
    if (alike)
        put_answers(out, question, ANSWER_INDENT);
    for (uint32_t i = index; !alike && i < report->question_count; i++) {
        const struct question *other = &report->questions[i];
        if (!outline_asks_alike(other, question) || !outline_asks(out->options, report, other) || other->settles_some == 0)
            continue;
        size_t start = say_open(out->writer);
        writer_styled(out->writer, STYLE_NAME, other->about.path);
        say_close(out->writer, start, MESSAGE_ANSWERS_FOR);
        writer_end(out->writer, ANSWER_INDENT, ANSWER_INDENT + 2);
        put_answers(out, other, ANSWER_INDENT + 2);
    }
    put_idle(out, index, numbers);
}

/* ---- disputes --------------------------------------------------------------------------------------------------------- */

static bool any_of_dispute(const struct text_out *out, const struct dispute *dispute, const bool *alone)
{
    for (uint32_t i = 0; i < dispute->count; i++)
        if ((!alone || dispute->alone[i] == *alone) &&
            outline_shows(out->options, out->report, &out->report->findings[dispute->findings[i]]))
            return true;
    return false;
}

static void put_turning(struct text_out *out, const struct dispute *dispute, bool alone, enum message message)
{
    struct citing citing = {.out = out};
    if (!any_of_dispute(out, dispute, &alone))
        return;
    size_t start = say_open(out->writer);
    for (uint32_t i = 0; i < dispute->count; i++) {
        const struct finding *finding = &out->report->findings[dispute->findings[i]];
        if (dispute->alone[i] == alone && outline_shows(out->options, out->report, finding) &&
            !is_cited(out->report, dispute->findings, i, finding, NULL, EXD_RESULT_DISPUTED))
            citing_add(&citing, finding, false);
    }
    citing_end(&citing);
    say_close(out->writer, start, message);
    writer_end(out->writer, ANSWER_INDENT, ANSWER_INDENT + 2);
}

void disputes_write(struct text_out *out)
{
    bool any = false;
    for (uint32_t i = 0; i < out->report->dispute_count; i++) {
        const struct dispute *dispute = &out->report->disputes[i];
        if (!any_of_dispute(out, dispute, NULL))
            continue;
        if (!any)
            say_heading(out->writer, MESSAGE_TO_BE_FOUND_HEADING);
        any = true;
        block_say_fact(out, &dispute->about);
        writer_end(out->writer, 0, 2);
        put_turning(out, dispute, true, MESSAGE_DISPUTE_DECIDES);
        put_turning(out, dispute, false, MESSAGE_DISPUTE_WITH_OTHERS);
    }
}
