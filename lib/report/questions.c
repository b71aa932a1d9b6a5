#include "report/text.h"

static bool is_shown_question(const struct exd_report *report, const struct exd_write_options *options, const struct question *question)
{
    for (uint32_t i = 0; i < question->count; i++)
        if (outline_shows(options, report, &report->findings[question->findings[i]]))
            return true;
    return false;
}

enum { QUESTION_INDENT = 4, QUESTION_RULES_SHOWN = 4 };

static void put_what_it_decides(struct writer *writer, const struct exd_report *report, const struct exd_write_options *options,
                                const struct question *question)
{
    const struct rule *last = NULL;
    uint32_t rules = 0;
    writer_say(writer, "Helps to decide ");
    for (uint32_t i = 0; i < question->count; i++) {
        const struct finding *finding = &report->findings[question->findings[i]];
        if (finding->rule == last || !outline_shows(options, report, finding))
            continue;
        last = finding->rule;
        if (++rules <= QUESTION_RULES_SHOWN || options->full)
            writer_say(writer, "%s%t, %t", rules > 1 ? "; " : "", finding->instrument->short_title, finding->rule->cite);
    }
    if (rules > QUESTION_RULES_SHOWN && !options->full)
        writer_say(writer, "; and %u more", rules - QUESTION_RULES_SHOWN);
    if (question->alone > 0)
        writer_say(writer, ". %u finding%s nothing else", question->alone, question->alone == 1 ? " lacks" : "s lack");
    writer_say(writer, ".");
    writer_end(writer, QUESTION_INDENT, QUESTION_INDENT);
}

static void put_question(struct writer *writer, const struct exd_report *report, const struct exd_write_options *options,
                         const struct question *question, uint32_t number)
{
    const struct fact_use *about = &question->about;
    struct text by = outline_answered_by(about);
    writer_say(writer, "%u.", number);
    writer_tab(writer, QUESTION_INDENT);
    writer_styled(writer, STYLE_STRONG, question->text);
    writer_end(writer, 0, QUESTION_INDENT);
    writer_styled(writer, STYLE_NAME, about->path);
    if (by.length > 0)
        writer_say(writer, about->evaluation ? " (an evaluation, to be made by %t)" : " (held by %t)", by);
    else if (about->evaluation)
        writer_say(writer, " (an evaluation)");
    writer_end(writer, QUESTION_INDENT, QUESTION_INDENT);
    if (about->fact != NULL && about->fact->test_standard.length > 0) {
        writer_say(writer, "Standard: %t", about->fact->test_standard);
        writer_end(writer, QUESTION_INDENT, QUESTION_INDENT + 2);
    }
    if (about->fact != NULL && about->fact->test_looks_at.length > 0) {
        writer_say(writer, "Looks at: %t", about->fact->test_looks_at);
        writer_end(writer, QUESTION_INDENT, QUESTION_INDENT + 2);
    }
    if (options->full && about->fact != NULL && about->fact->help.length > 0) {
        writer_text(writer, about->fact->help);
        writer_end(writer, QUESTION_INDENT, QUESTION_INDENT);
    }
    put_what_it_decides(writer, report, options, question);
}

void text_write_questions(const struct exd_report *report, const struct exd_write_options *options, uint32_t most, struct writer *writer)
{
    uint32_t shown = 0;
    uint32_t left = 0;
    for (uint32_t i = 0; i < report->question_count && !writer_failed(writer); i++) {
        if (!is_shown_question(report, options, &report->questions[i]))
            continue;
        if (shown == most)
            left++;
        else
            put_question(writer, report, options, &report->questions[i], ++shown);
    }
    if (left > 0)
        writer_say(writer, "%u more question%s open.", left, left == 1 ? " is" : "s are");
    else if (shown == 0)
        writer_say(writer, "Nothing that is missing would change a finding.");
    writer_end(writer, 0, 0);
}
