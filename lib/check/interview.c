#include "check/interview.h"

#include "rules/translation.h"

/* ---- what was asked --------------------------------------------------------------------------------------------------- */

bool interview_has_asked(const struct exd_interview *interview, struct text path)
{
    for (uint32_t i = 0; i < interview->count; i++)
        if (text_equal(interview->entries[i].path, path))
            return true;
    return false;
}

uint32_t interview_question(const struct exd_interview *interview)
{
    for (uint32_t i = 0; i < interview->report->question_count; i++)
        if (!interview_has_asked(interview, interview->report->questions[i].about.path))
            return i;
    return NO_QUESTION;
}

/* Adds an entry; a setting of no bytes is a question passed over. */
static bool add_entry(struct exd_interview *interview, struct text path, struct text setting, struct diag *diag)
{
    if (interview->count == INTERVIEW_ENTRIES_MAX) {
        diag_add(diag, DIAG_BAD_VALUE, (struct place){0}, "end the interview, and begin another with the record as it is then",
                 "an interview takes at most %u answers", (unsigned)INTERVIEW_ENTRIES_MAX);
        return false;
    }
    struct interview_entry *entry = &interview->entries[interview->count];
    entry->mark = arena_mark(&interview->arena);
    entry->step = interview->steps;
    entry->path = arena_copy_text(&interview->arena, path);
    entry->setting = arena_copy_text(&interview->arena, setting);
    if (!entry->path.data || !entry->setting.data) {
        arena_rewind(&interview->arena, entry->mark);
        return false;
    }
    interview->count++;
    return true;
}

void interview_drop(struct exd_interview *interview)
{
    if (interview->count == 0)
        return;
    uint32_t step = interview->entries[interview->count - 1].step;
    while (interview->count > 0 && interview->entries[interview->count - 1].step == step)
        arena_rewind(&interview->arena, interview->entries[--interview->count].mark);
    interview->steps = step;
}

/* ---- reading an answer ------------------------------------------------------------------------------------------------ */

/* What one answer is read with. */
struct taking {
    struct exd_interview *interview;
    const struct fact_use *about;
    struct text answer;
    struct buffer buffer;
    struct diag *diag;
};

static bool same_word(struct text a, struct text b)
{
    bool same = a.length == b.length;
    for (size_t i = 0; same && i < a.length; i++) {
        char left = text_is_upper(a.data[i]) ? (char)(a.data[i] + 'a' - 'A') : a.data[i];
        char right = text_is_upper(b.data[i]) ? (char)(b.data[i] + 'a' - 'A') : b.data[i];
        same = left == right;
    }
    return same;
}

/* Whether a word says yes, or no, in any language that the rules have. */
static bool says(const struct taking *taking, enum message message, struct text word)
{
    const struct exd_rules *rules = taking->interview->report->rules;
    if (same_word(word, message_english(message)))
        return true;
    for (uint32_t i = 0; i < rules->language_count; i++)
        if (rules->languages[i]->messages[message].data && text_equal(word, rules->languages[i]->messages[message]))
            return true;
    return false;
}

/* The choice that a number stands for, counted from 1 as they are shown; empty when it is no such number. */
static struct text choice_of_number(const struct taking *taking, struct text word)
{
    int64_t number;
    const struct type *type = &taking->about->fact->type;
    const struct exd_report *report = taking->interview->report;
    const struct enumeration *enumeration = type->kind == TYPE_ENUM ? &report->rules->vocabulary.enumerations[type->of] : NULL;
    const struct item_list *items = type->kind == TYPE_REF ? &report->record->lists[type->of] : NULL;
    uint32_t count = enumeration ? enumeration->count : items ? items->count : 0;
    if (!text_to_int64(word, &number) || number < 1 || number > count)
        return (struct text){"", 0};
    return enumeration ? names_text(&report->rules->names, enumeration->values[number - 1]) : items->items[number - 1].id;
}

static void put_quoted(struct buffer *buffer, struct text text)
{
    buffer_char(buffer, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '"' || text.data[i] == '\\')
            buffer_char(buffer, '\\');
        buffer_char(buffer, text.data[i]);
    }
    buffer_char(buffer, '"');
}

/* Whether the answer is written as in a record already. */
static bool is_written_out(struct text answer)
{
    return answer.data[0] == '[' || answer.data[0] == '{' || answer.data[0] == '"' || answer.data[0] == '\'' || text_is(answer, "unknown");
}

static void put_one(struct taking *taking, struct text word)
{
    const struct type *type = &taking->about->fact->type;
    struct text choice = choice_of_number(taking, word);
    if (choice.length > 0)
        buffer_text(&taking->buffer, choice);
    else if (type->kind == TYPE_TEXT)
        put_quoted(&taking->buffer, word);
    else if (type->kind == TYPE_BOOLEAN && (says(taking, MESSAGE_YES, word) || says(taking, MESSAGE_ANSWER_YES, word)))
        buffer_string(&taking->buffer, "true");
    else if (type->kind == TYPE_BOOLEAN && (says(taking, MESSAGE_NO, word) || says(taking, MESSAGE_ANSWER_NO, word)))
        buffer_string(&taking->buffer, "false");
    else
        buffer_text(&taking->buffer, word);
}

/* The next word of a list that is typed as `a, b`; false at its end. */
static bool next_word(struct text answer, size_t *at, struct text *word)
{
    if (*at > answer.length)
        return false;
    size_t from = *at;
    while (*at < answer.length && answer.data[*at] != ',')
        (*at)++;
    *word = text_trim((struct text){answer.data + from, *at - from});
    (*at)++;
    return true;
}

static void put_set(struct taking *taking)
{
    struct text word;
    bool any = false;
    buffer_char(&taking->buffer, '[');
    for (size_t at = 0; !text_is(taking->answer, "none") && next_word(taking->answer, &at, &word);) {
        if (word.length == 0)
            continue;
        buffer_string(&taking->buffer, any ? ", " : "");
        put_one(taking, word);
        any = true;
    }
    buffer_char(&taking->buffer, ']');
}

static bool finish_setting(struct taking *taking)
{
    bool good = !taking->buffer.failed && add_entry(taking->interview, taking->about->path, buffer_view(&taking->buffer), taking->diag);
    buffer_clear(&taking->buffer);
    return good;
}

static bool add_fact(struct taking *taking)
{
    buffer_format(&taking->buffer, "%t=", taking->about->path);
    if (is_written_out(taking->answer))
        buffer_text(&taking->buffer, taking->answer);
    else if (taking->about->fact->type.set)
        put_set(taking);
    else
        put_one(taking, taking->answer);
    return finish_setting(taking);
}

/* ---- a list as such --------------------------------------------------------------------------------------------------- */

/* Whether the list of ids ends with `...`: there may be more. */
static bool may_have_more(struct text *answer)
{
    if (answer->length < 3 || memcmp(answer->data + answer->length - 3, "...", 3) != 0)
        return false;
    *answer = text_trim((struct text){answer->data, answer->length - 3});
    while (answer->length > 0 && answer->data[answer->length - 1] == ',')
        *answer = text_trim((struct text){answer->data, answer->length - 1});
    return true;
}

static bool is_id(struct text word)
{
    for (size_t i = 0; i < word.length; i++)
        if (!text_is_letter(word.data[i]) && !text_is_digit(word.data[i]) && word.data[i] != '-' && word.data[i] != '_')
            return false;
    return word.length > 0;
}

static bool check_ids(const struct taking *taking, struct text ids)
{
    struct text word;
    for (size_t at = 0; next_word(ids, &at, &word);) {
        if (is_id(word))
            continue;
        diag_add(taking->diag, DIAG_BAD_VALUE, (struct place){0},
                 "name the items, as in `first, second`, or write `none`; `first, ...` says that there may be more",
                 "`%t` is no id of an item: it has letters, digits and hyphens", word);
        return false;
    }
    return true;
}

/* The list with further items, in the form in which the record has it, and complete. */
static bool add_whole_list(struct taking *taking, struct text ids, bool none)
{
    const struct exd_interview *interview = taking->interview;
    uint32_t entity = (uint32_t)(taking->about->entity - interview->report->rules->vocabulary.entities);
    bool present = interview->record->lists[entity].present;
    bool any = false;
    struct text word;
    buffer_format(&taking->buffer, "%t=%s", taking->about->path, !present ? "[" : none ? "{complete: true" : "{complete: true, items: [");
    for (size_t at = 0; !none && next_word(ids, &at, &word); any = true) {
        buffer_string(&taking->buffer, any ? ", {id: " : "{id: ");
        put_quoted(&taking->buffer, word);
        buffer_char(&taking->buffer, '}');
    }
    buffer_string(&taking->buffer, !present ? "]" : none ? "}" : "]}");
    return finish_setting(taking);
}

static bool add_items(struct taking *taking, struct text ids)
{
    struct text word;
    for (size_t at = 0; next_word(ids, &at, &word);) {
        buffer_format(&taking->buffer, "%t.%t={}", taking->about->path, word);
        if (!finish_setting(taking))
            return false;
    }
    return true;
}

static bool add_list(struct taking *taking)
{
    struct text ids = taking->answer;
    bool none = text_is(ids, "none");
    if (is_written_out(ids)) {
        buffer_format(&taking->buffer, "%t=%t", taking->about->path, ids);
        return finish_setting(taking);
    }
    bool more = may_have_more(&ids);
    if (!none && !check_ids(taking, ids))
        return false;
    return more ? add_items(taking, ids) : add_whole_list(taking, ids, none);
}

/* ---- an answer -------------------------------------------------------------------------------------------------------- */

/* What is typed is hostile until it is known to be one line of text. */
static bool is_sound(struct text answer, struct diag *diag)
{
    size_t at = 0;
    const struct place nowhere = {0};
    if (answer.length == 0)
        diag_add(diag, DIAG_BAD_VALUE, nowhere, NULL, "an answer is empty");
    else if (answer.length > ANSWER_BYTES_MAX)
        diag_add(diag, DIAG_BAD_VALUE, nowhere, NULL, "an answer has at most %u bytes", (unsigned)ANSWER_BYTES_MAX);
    else if (!text_is_utf8(answer, &at))
        diag_add(diag, DIAG_BAD_VALUE, nowhere, NULL, "an answer is not UTF-8");
    else
        for (at = 0; at < answer.length; at++)
            if ((unsigned char)answer.data[at] < 0x20 || answer.data[at] == 0x7f) {
                diag_add(diag, DIAG_BAD_VALUE, nowhere, NULL, "an answer has a control character");
                return false;
            }
    return at == answer.length && at > 0 && answer.length <= ANSWER_BYTES_MAX;
}

static bool add_answer(struct taking *taking, const struct fact_use *about)
{
    taking->about = about;
    return about->fact ? add_fact(taking) : add_list(taking);
}

static bool is_alike(const struct fact_use *a, const struct fact_use *b)
{
    return a->fact && a->fact == b->fact;
}

static bool add_all(struct taking *taking, uint32_t question, bool alike)
{
    struct exd_interview *interview = taking->interview;
    const struct exd_report *report = interview->report;
    const struct fact_use *asked = &report->questions[question].about;
    if (!add_answer(taking, asked))
        return false;
    for (uint32_t i = 0; alike && i < report->question_count; i++) {
        const struct fact_use *other = &report->questions[i].about;
        if (is_alike(asked, other) && !interview_has_asked(interview, other->path) && !add_answer(taking, other))
            return false;
    }
    return true;
}

/* Ends a step; one that failed leaves nothing behind. */
static bool end_step(struct exd_interview *interview, uint32_t before, bool good)
{
    if (!good && interview->count > before)
        interview_drop(interview);
    interview->steps += good;
    return good;
}

bool interview_add(struct exd_interview *interview, uint32_t question, struct text answer, bool alike, struct diag *diag)
{
    struct taking taking = {.interview = interview, .answer = text_trim(answer), .diag = diag};
    uint32_t before = interview->count;
    if (!is_sound(taking.answer, diag))
        return false;
    buffer_init(&taking.buffer, interview->memory);
    bool good = add_all(&taking, question, alike);
    buffer_free(&taking.buffer);
    return end_step(interview, before, good);
}

bool interview_pass(struct exd_interview *interview, uint32_t question, struct diag *diag)
{
    uint32_t before = interview->count;
    return end_step(interview, before, add_entry(interview, interview->report->questions[question].about.path, TEXT(""), diag));
}
