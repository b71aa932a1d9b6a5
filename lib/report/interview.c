#include "report/interview.h"

#include "report/block.h"
#include "report/say.h"
#include "report/write.h"

enum { INTERVIEW_INDENT = 4, SETTLED_SHOWN = 8 };

struct page {
    struct text_out out;
    const struct exd_interview *interview;
    uint32_t question; /* NO_QUESTION: none is left */
};

static const struct question *asked(const struct page *page)
{
    return &page->out.report->questions[page->question];
}

static bool is_left(const struct page *page, uint32_t question)
{
    return !interview_has_asked(page->interview, page->out.report->questions[question].about.path);
}

static uint32_t count_left(const struct page *page)
{
    uint32_t left = 0;
    for (uint32_t i = 0; i < page->out.report->question_count; i++)
        left += is_left(page, i);
    return left;
}

/* An interview asks for each item, a report for all at once: where that makes a difference, both counts are said. */
static void say_counted_once(const struct page *page, uint32_t left)
{
    const struct exd_report *report = page->out.report;
    const struct vocabulary *vocabulary = &report->rules->vocabulary;
    bool *seen = arena_array(&page->out.outline->arena, outline_fact_total(vocabulary), sizeof *seen);
    uint32_t once = 0;
    if (seen == NULL) {
        page->out.writer->paragraph.failed = true;
        return;
    }
    for (uint32_t i = 0; i < report->question_count; i++) {
        bool *mark = &seen[outline_fact_index(vocabulary, &report->questions[i].about)];
        if (*mark || !is_left(page, i))
            continue;
        *mark = true;
        once++;
    }
    if (once < left)
        say(page->out.writer, MESSAGE_COUNTED_ONCE_ALIKE, once);
}

static void put_opening(const struct page *page)
{
    struct writer *writer = page->out.writer;
    uint32_t left = count_left(page);
    if (left == 0) {
        say(writer, MESSAGE_NO_QUESTIONS);
        writer_end(writer, 0, 0);
        return;
    }
    say(writer, left == 1 ? MESSAGE_INTERVIEW_ONE_OPEN : MESSAGE_INTERVIEW_OPEN, left);
    say_counted_once(page, left);
    writer_end(writer, 0, 0);
    say(writer, MESSAGE_INTERVIEW_WORDS);
    writer_end(writer, 0, 0);
}

/* ---- what an answer looks like ---------------------------------------------------------------------------------------- */

static void say_choices(const struct page *page, enum message message)
{
    const struct exd_report *report = page->out.report;
    const struct type *type = &asked(page)->about.fact->type;
    struct writer *writer = page->out.writer;
    const struct enumeration *enumeration = type->kind == TYPE_ENUM ? &report->rules->vocabulary.enumerations[type->of] : NULL;
    const struct item_list *items = enumeration ? NULL : &report->record->lists[type->of];
    size_t start = say_open(writer);
    for (uint32_t i = 0; i < (enumeration ? enumeration->count : items->count); i++)
        writer_say(writer, "%s(%u) %t", i > 0 ? ", " : "", i + 1,
                   enumeration ? names_text(&report->rules->names, enumeration->values[i]) : items->items[i].id);
    say_close(writer, start, message);
}

static bool has_choices(const struct page *page)
{
    const struct type *type = &asked(page)->about.fact->type;
    return type->kind == TYPE_ENUM || (type->kind == TYPE_REF && page->out.report->record->lists[type->of].count > 0);
}

static void say_expected_one(const struct page *page)
{
    static const enum message words[] = {
        [TYPE_BOOLEAN] = MESSAGE_EXPECTED_BOOLEAN,   [TYPE_INTEGER] = MESSAGE_EXPECTED_INTEGER, [TYPE_DATE] = MESSAGE_EXPECTED_DATE,
        [TYPE_DURATION] = MESSAGE_EXPECTED_DURATION, [TYPE_PENALTY] = MESSAGE_EXPECTED_PENALTY, [TYPE_ENUM] = MESSAGE_EXPECTED_TEXT,
        [TYPE_STATE] = MESSAGE_EXPECTED_STATE,       [TYPE_TEXT] = MESSAGE_EXPECTED_TEXT,       [TYPE_REF] = MESSAGE_EXPECTED_TEXT,
    };
    if (has_choices(page))
        say_choices(page, MESSAGE_EXPECTED_ONE_OF);
    else
        say(page->out.writer, words[asked(page)->about.fact->type.kind]);
}

static void say_expected_several(const struct page *page)
{
    if (has_choices(page))
        say_choices(page, MESSAGE_EXPECTED_SEVERAL);
    else
        say(page->out.writer, asked(page)->about.fact->type.kind == TYPE_STATE ? MESSAGE_EXPECTED_STATES : MESSAGE_EXPECTED_WORDS);
}

/* How many others ask for the same fact of another item. */
static uint32_t count_alike(const struct page *page)
{
    const struct exd_report *report = page->out.report;
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->question_count; i++)
        count += i != page->question && report->questions[i].about.fact == asked(page)->about.fact && is_left(page, i);
    return count;
}

static void put_expected(const struct page *page)
{
    struct writer *writer = page->out.writer;
    const struct fact *fact = asked(page)->about.fact;
    if (fact == NULL)
        say(writer, MESSAGE_EXPECTED_LIST);
    else if (fact->type.set)
        say_expected_several(page);
    else
        say_expected_one(page);
    writer_end(writer, INTERVIEW_INDENT, INTERVIEW_INDENT + 2);
    uint32_t alike = fact == NULL ? 0 : count_alike(page);
    if (alike > 0)
        say(writer, alike == 1 ? MESSAGE_EXPECTED_FOR_BOTH : MESSAGE_EXPECTED_FOR_ALL, alike + 1);
    writer_end(writer, INTERVIEW_INDENT, INTERVIEW_INDENT + 2);
}

/* ---- the question ----------------------------------------------------------------------------------------------------- */

static void put_question(struct page *page)
{
    questions_write_one(&page->out, page->question, page->interview->steps + 1);
    answers_write_one(&page->out, page->question);
    put_expected(page);
}

static void put_choice_helps(const struct page *page)
{
    const struct fact *fact = asked(page)->about.fact;
    const struct exd_rules *rules = page->out.report->rules;
    if (fact == NULL || fact->type.kind != TYPE_ENUM)
        return;
    const struct enumeration *enumeration = &rules->vocabulary.enumerations[fact->type.of];
    for (uint32_t i = 0; i < enumeration->count; i++) {
        writer_styled(page->out.writer, STYLE_NAME, names_text(&rules->names, enumeration->values[i]));
        writer_say(page->out.writer, ": ");
        say_text(page->out.writer, enumeration->helps[i]);
        writer_end(page->out.writer, INTERVIEW_INDENT, INTERVIEW_INDENT + 2);
    }
}

/* Every finding that the question is for, with what it is and how it stands; how the fact is to be understood. */
static void put_why(struct page *page)
{
    struct writer *writer = page->out.writer;
    const struct question *question = asked(page);
    for (uint32_t i = 0; i < question->count; i++) {
        const struct finding *finding = &page->out.report->findings[question->findings[i]];
        block_say_citation(&page->out, finding->instrument, finding->rule);
        writer_say(writer, ": ");
        say_text(writer, finding->rule->title);
        if (finding->subject_id.length > 0)
            writer_say(writer, " (%t)", finding->subject_id);
        writer_end(writer, INTERVIEW_INDENT, INTERVIEW_INDENT + 2);
    }
    say_text(writer, question->about.fact != NULL ? question->about.fact->help : question->about.entity->help);
    writer_end(writer, INTERVIEW_INDENT, INTERVIEW_INDENT + 2);
    put_choice_helps(page);
}

/* ---- what the answer came to ------------------------------------------------------------------------------------------ */

/* The same finding of the report before, sought from where this one stands: there mostly is the same, or near. */
static const struct finding *finding_before(const struct exd_report *before, const struct finding *wanted, uint32_t at)
{
    for (uint32_t i = 0; before != NULL && i < before->finding_count; i++) {
        const struct finding *finding = &before->findings[(at + i) % before->finding_count];
        if (finding->rule == wanted->rule && text_equal(finding->subject_id, wanted->subject_id))
            return finding;
    }
    return NULL;
}

static bool is_newly_settled(const struct page *page, uint32_t index)
{
    const struct finding *finding = &page->out.report->findings[index];
    if (finding->standing == EXD_STANDING_DISPLACED || !result_is_settled(finding->result))
        return false;
    const struct finding *was = finding_before(page->interview->before, finding, index);
    return was != NULL && !result_is_settled(was->result);
}

static void put_settled(struct page *page)
{
    struct writer *writer = page->out.writer;
    const struct exd_report *report = page->out.report;
    uint32_t count = 0;
    size_t start = say_open(writer);
    for (uint32_t i = 0; i < report->finding_count; i++) {
        const struct finding *finding = &report->findings[i];
        if (!is_newly_settled(page, i) || count++ >= SETTLED_SHOWN)
            continue;
        writer_say(writer, count > 1 ? "; " : "");
        block_say_citation(&page->out, finding->instrument, finding->rule);
        if (finding->subject_id.length > 0)
            writer_say(writer, " (%t)", finding->subject_id);
        writer_say(writer, ": ");
        say_words(writer, text_of(exd_result_name(finding->result)));
    }
    if (count > SETTLED_SHOWN)
        say(writer, MESSAGE_CITES_MORE, count - SETTLED_SHOWN);
    if (count > 0)
        say_close(writer, start, MESSAGE_INTERVIEW_SETTLED);
    else
        say(writer, MESSAGE_INTERVIEW_SETTLED_NOTHING);
    writer_end(writer, INTERVIEW_INDENT, INTERVIEW_INDENT + 2);
}

static void put_taken(struct page *page)
{
    const struct exd_interview *interview = page->interview;
    if (interview->before == NULL || interview->count == 0)
        return;
    uint32_t step = interview->entries[interview->count - 1].step;
    for (uint32_t i = 0; i < interview->count; i++) {
        if (interview->entries[i].step != step)
            continue;
        writer_styled(page->out.writer, STYLE_NAME, interview->entries[i].setting);
        writer_end(page->out.writer, INTERVIEW_INDENT, INTERVIEW_INDENT + 2);
    }
    put_settled(page);
}

/* ---- how things stand ------------------------------------------------------------------------------------------------- */

static uint32_t put_passed_over(const struct page *page)
{
    const struct exd_interview *interview = page->interview;
    uint32_t count = 0;
    size_t start = say_open(page->out.writer);
    for (uint32_t i = 0; i < interview->count; i++)
        if (interview->entries[i].setting.length == 0)
            writer_say(page->out.writer, "%s%t", count++ > 0 ? ", " : "", interview->entries[i].path);
    if (count > 0)
        say_close(page->out.writer, start, MESSAGE_INTERVIEW_PASSED_OVER);
    writer_end(page->out.writer, 0, 2);
    return count;
}

/* A setting as a shell takes it, on one line whatever the width, so that it can be copied. */
static void put_setting(struct writer *writer, struct text setting)
{
    writer_say(writer, "--set '");
    for (size_t i = 0, from = 0; i <= setting.length; i++) {
        if (i < setting.length && setting.data[i] != '\'')
            continue;
        writer_text(writer, (struct text){setting.data + from, i - from});
        writer_say(writer, i < setting.length ? "'\\''" : "'");
        from = i + 1;
    }
    unsigned width = writer->width;
    writer->width = 0;
    writer_end(writer, 0, 0);
    writer->width = width;
}

static void put_answers(const struct page *page)
{
    const struct exd_interview *interview = page->interview;
    bool any = false;
    for (uint32_t i = 0; i < interview->count; i++) {
        if (interview->entries[i].setting.length == 0)
            continue;
        if (!any)
            say_heading(page->out.writer, MESSAGE_INTERVIEW_ANSWERS_HEADING);
        any = true;
        put_setting(page->out.writer, interview->entries[i].setting);
    }
    if (!any) {
        writer_blank(page->out.writer);
        say(page->out.writer, MESSAGE_INTERVIEW_NO_ANSWERS);
    }
    writer_end(page->out.writer, 0, 0);
}

static void put_closing(struct page *page)
{
    struct writer *writer = page->out.writer;
    uint32_t left = count_left(page);
    uint32_t passed = put_passed_over(page);
    if (left > 0) {
        say(writer, left == 1 ? MESSAGE_QUESTION_LEFT : MESSAGE_QUESTIONS_LEFT, left);
        say_counted_once(page, left);
    } else if (passed == 0 && page->interview->count > 0) {
        say(writer, MESSAGE_NO_QUESTIONS);
    }
    writer_end(writer, 0, 0);
    glance_write(&page->out);
    put_answers(page);
}

/* ---- all parts -------------------------------------------------------------------------------------------------------- */

static bool put_part(struct page *page, exd_interview_part part)
{
    bool with_question = part == EXD_INTERVIEW_QUESTION || part == EXD_INTERVIEW_EXPECTED || part == EXD_INTERVIEW_WHY;
    if (with_question && page->question == NO_QUESTION)
        return false;
    switch (part) {
    case EXD_INTERVIEW_OPENING:
        put_opening(page);
        return true;
    case EXD_INTERVIEW_QUESTION:
        put_question(page);
        return true;
    case EXD_INTERVIEW_EXPECTED:
        put_expected(page);
        return true;
    case EXD_INTERVIEW_WHY:
        put_why(page);
        return true;
    case EXD_INTERVIEW_TAKEN:
        put_taken(page);
        return true;
    case EXD_INTERVIEW_CLOSING:
        put_closing(page);
        return true;
    }
    return false;
}

exd_status interview_write(const struct exd_interview *interview, exd_interview_part part, const struct exd_write_options *options,
                           exd_sink sink, void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    struct outline outline;
    if (!write_begin(&writer, interview->report->rules, EXD_FORMAT_TEXT, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    struct page page = {.out = {.report = interview->report, .options = used, .writer = &writer, .outline = &outline},
                        .interview = interview,
                        .question = interview_question(interview)};
    bool good = true;
    if (outline_init(&outline, interview->report, used))
        good = put_part(&page, part);
    else
        writer.paragraph.failed = true;
    outline_free(&outline);
    exd_status status = writer_finish(&writer);
    return good ? status : EXD_ERROR_ARGUMENT;
}
