#include "report/words.h"

#include "report/say.h"

enum message words_effect(exd_effect effect)
{
    switch (effect) {
    case EXD_EFFECT_SHALL_REFUSE:
        return MESSAGE_EFFECT_SHALL_REFUSE;
    case EXD_EFFECT_MAY_REFUSE:
        return MESSAGE_EFFECT_MAY_REFUSE;
    case EXD_EFFECT_REQUIRES:
        return MESSAGE_EFFECT_REQUIRES;
    case EXD_EFFECT_REQUIRES_ASSURANCE:
        return MESSAGE_EFFECT_REQUIRES_ASSURANCE;
    case EXD_EFFECT_SHALL_POSTPONE:
        return MESSAGE_EFFECT_SHALL_POSTPONE;
    case EXD_EFFECT_MAY_POSTPONE:
        return MESSAGE_EFFECT_MAY_POSTPONE;
    case EXD_EFFECT_DUTY:
        return MESSAGE_EFFECT_DUTY;
    case EXD_EFFECT_DEADLINE:
        return MESSAGE_EFFECT_DEADLINE;
    case EXD_EFFECT_PROCEDURE:
        return MESSAGE_EFFECT_PROCEDURE;
    case EXD_EFFECT_CONSIDERATION:
        return MESSAGE_EFFECT_CONSIDERATION;
    }
    return MESSAGE_COUNT;
}

enum message words_result(exd_result result)
{
    switch (result) {
    case EXD_RESULT_APPLIES:
        return MESSAGE_RESULT_APPLIES;
    case EXD_RESULT_DOES_NOT_APPLY:
        return MESSAGE_RESULT_DOES_NOT_APPLY;
    case EXD_RESULT_MET:
        return MESSAGE_RESULT_MET;
    case EXD_RESULT_NOT_MET:
        return MESSAGE_RESULT_NOT_MET;
    case EXD_RESULT_OPEN:
        return MESSAGE_RESULT_OPEN;
    case EXD_RESULT_DISPUTED:
        return MESSAGE_RESULT_DISPUTED;
    }
    return MESSAGE_COUNT;
}

/* Appends what a scratch buffer holds, whose failure becomes the writer's. */
static void say_and_free(struct writer *writer, struct buffer *buffer)
{
    if (buffer->failed)
        writer->paragraph.failed = true;
    writer_text(writer, buffer_view(buffer));
    buffer_free(buffer);
}

void words_say_state(struct writer *writer, const struct exd_rules *rules, name state)
{
    const struct state_name *known = vocabulary_state(&rules->vocabulary, state);
    struct text code = names_text(&rules->names, state);
    if (known != NULL && known->title.length > 0) {
        say_text(writer, known->title);
        writer_say(writer, " (%t)", code);
    } else {
        writer_text(writer, code);
    }
}

/* A month, a year and a single day have a name of their own; other spans are told by their ends. */
static void write_span(struct buffer *buffer, const struct language *language, struct date_span span)
{
    const struct text ends = TEXT("..");
    struct text text;
    date_write(buffer, span);
    text = buffer_view(buffer);
    for (size_t at = 0; at + ends.length <= text.length; at++) {
        struct text after = {text.data + at + ends.length, text.length - at - ends.length};
        struct buffer whole;
        if (!text_starts_with((struct text){text.data + at, text.length - at}, ".."))
            continue;
        buffer_init(&whole, buffer->memory);
        say_into(&whole, language, MESSAGE_DAY_BETWEEN, (struct text){text.data, at}, after);
        buffer_clear(buffer);
        buffer_text(buffer, buffer_view(&whole));
        buffer->failed = buffer->failed || whole.failed;
        buffer_free(&whole);
        return;
    }
}

void words_say_span(struct writer *writer, enum message message, struct date_span span)
{
    struct buffer buffer;
    buffer_init(&buffer, writer->out.memory);
    write_span(&buffer, writer->language, span);
    if (buffer.failed)
        writer->paragraph.failed = true;
    if (message == MESSAGE_COUNT)
        say_day(writer, buffer_view(&buffer));
    else
        say(writer, message, buffer_view(&buffer));
    buffer_free(&buffer);
}

void words_say_day(struct writer *writer, day value)
{
    struct buffer buffer;
    buffer_init(&buffer, writer->out.memory);
    date_write(&buffer, (struct date_span){value, value});
    if (buffer.failed)
        writer->paragraph.failed = true;
    say_day(writer, buffer_view(&buffer));
    buffer_free(&buffer);
}

void words_say_period(struct writer *writer, struct period period)
{
    bool from = period.from > DAY_FIRST;
    bool until = period.until != DAY_NEVER;
    size_t start = say_open(writer);
    if (from)
        words_say_day(writer, period.from);
    if (from && until)
        say_next(writer);
    if (until)
        words_say_day(writer, period.until);
    say_close(writer, start,
              from && until ? MESSAGE_PERIOD_FROM_UNTIL
              : from        ? MESSAGE_PERIOD_FROM
              : until       ? MESSAGE_PERIOD_UNTIL
                            : MESSAGE_NO_DATES);
}

void words_say_duration(struct writer *writer, const struct exd_rules *rules, struct duration duration)
{
    struct buffer buffer;
    buffer_init(&buffer, rules->memory);
    duration_write(&buffer, duration);
    say_and_free(writer, &buffer);
}

static void say_type(struct writer *writer, const struct exd_rules *rules, struct type type)
{
    struct buffer buffer;
    buffer_init(&buffer, rules->memory);
    type_write(&rules->vocabulary, type, &buffer);
    say_and_free(writer, &buffer);
}

static void say_presumption(struct writer *writer, const struct exd_rules *rules, const struct fact *fact)
{
    struct buffer buffer;
    if (!fact->presumed)
        return;
    buffer_init(&buffer, rules->memory);
    value_write(&rules->vocabulary, NULL, fact->presumption, &buffer);
    if (buffer.failed)
        writer->paragraph.failed = true;
    say(writer, MESSAGE_PRESUMED_WHERE_SILENT, buffer_view(&buffer));
    buffer_free(&buffer);
}

/* A line of its own, in a message unless that is MESSAGE_COUNT. */
static void put_line(struct writer *writer, enum message message, struct text text)
{
    if (text.length == 0)
        return;
    if (message == MESSAGE_COUNT)
        say_text(writer, text);
    else
        say(writer, message, text);
    writer_end(writer, 4, 4);
}

static void put_values(struct writer *writer, const struct exd_rules *rules, const struct fact *fact)
{
    if (fact->type.kind != TYPE_ENUM)
        return;
    const struct enumeration *enumeration = &rules->vocabulary.enumerations[fact->type.of];
    size_t start = say_open(writer);
    for (uint32_t i = 0; i < enumeration->count; i++)
        writer_say(writer, "%s%t", i > 0 ? ", " : "", names_text(&rules->names, enumeration->values[i]));
    say_close(writer, start, MESSAGE_VALUES);
    writer_end(writer, 4, 4);
}

void words_put_fact(struct writer *writer, const struct exd_rules *rules, const struct entity *entity, const struct fact *fact, bool help)
{
    writer_style(writer, STYLE_NAME);
    writer_say(writer, "%t.%t", help ? entity->list_name : entity->item_name, fact->name);
    writer_style(writer, STYLE_PLAIN);
    writer_say(writer, " (");
    say_type(writer, rules, fact->type);
    say_presumption(writer, rules, fact);
    writer_say(writer, ")");
    writer_end(writer, 0, 4);
    put_line(writer, MESSAGE_COUNT, fact->question);
    if (fact->test) {
        put_line(writer, MESSAGE_EVALUATION_MADE_BY, fact->test_by);
        put_line(writer, MESSAGE_STANDARD, fact->test_standard);
    }
    if (!help)
        return;
    put_line(writer, MESSAGE_LOOKS_AT, fact->test_looks_at);
    put_line(writer, MESSAGE_HELD_BY, fact->held_by);
    put_values(writer, rules, fact);
    put_line(writer, MESSAGE_COUNT, fact->help);
}

/* Whether what a value means is more than its name says: `political-opinion: political opinion` is not. */
static bool says_more(struct text value, struct text meaning)
{
    bool more = value.length != meaning.length;
    for (size_t i = 0; i < meaning.length && !more; i++)
        more = meaning.data[i] != value.data[i] && !(meaning.data[i] == ' ' && value.data[i] == '-');
    return more && meaning.length > 0;
}

void words_put_meanings(struct writer *writer, const struct exd_rules *rules, const struct fact *fact)
{
    const struct enumeration *enumeration = &rules->vocabulary.enumerations[fact->type.of];
    for (uint32_t i = 0; i < enumeration->count; i++) {
        struct text value = names_text(&rules->names, enumeration->values[i]);
        if (!says_more(value, enumeration->helps[i]))
            continue;
        writer_say(writer, "%t: ", value);
        say_text(writer, enumeration->helps[i]);
        writer_end(writer, 6, 10);
    }
}

enum { REASON_DEPTH = 8 };

static void say_reason(struct writer *writer, const struct because *reason, unsigned depth)
{
    static const enum message quantifiers[] = {
        [LIMB_SOME] = MESSAGE_FOR_AT_LEAST_ONE, [LIMB_EVERY] = MESSAGE_FOR_EVERY, [LIMB_NO] = MESSAGE_FOR_NO};
    bool quantifies = reason->kind == LIMB_SOME || reason->kind == LIMB_EVERY || reason->kind == LIMB_NO;
    bool stands_for_others = reason->label.length == 0 && reason->child_count > 0 && depth < REASON_DEPTH;
    if (stands_for_others && quantifies)
        say(writer, quantifiers[reason->kind], reason->expression);
    if (stands_for_others && (quantifies || reason->kind == LIMB_ITEM || reason->kind == LIMB_DEFINITION)) {
        say_reason(writer, &reason->children[0], depth + 1);
        return;
    }
    bool noted = reason->label.length > 0 || reason->expression.length > 0;
    if (reason->words != NULL)
        say(writer, reason->words->message, reason->words->state, reason->words->day);
    else if (reason->label.length > 0)
        say_text(writer, reason->label);
    else if (noted)
        writer_text(writer, reason->expression);
    else
        say_words(writer, reason->note);
    say_cite_in_brackets(writer, reason->cite);
    if (reason->note.length > 0 && noted) {
        writer_say(writer, " (");
        say_words(writer, reason->note);
        writer_say(writer, ")");
    }
}

void words_say_reason(struct writer *writer, const struct because *reason)
{
    say_reason(writer, reason, 0);
}
