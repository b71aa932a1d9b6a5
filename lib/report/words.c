#include "report/words.h"

const char *words_effect(exd_effect effect)
{
    switch (effect) {
    case EXD_EFFECT_SHALL_REFUSE:
        return "surrender must be refused";
    case EXD_EFFECT_MAY_REFUSE:
        return "surrender may be refused";
    case EXD_EFFECT_REQUIRES:
        return "surrender only where a condition is met";
    case EXD_EFFECT_REQUIRES_ASSURANCE:
        return "surrender only with an assurance";
    case EXD_EFFECT_SHALL_POSTPONE:
        return "surrender must wait";
    case EXD_EFFECT_MAY_POSTPONE:
        return "surrender may wait";
    case EXD_EFFECT_DUTY:
        return "somebody has to do something else";
    case EXD_EFFECT_DEADLINE:
        return "something has to be done by a day";
    case EXD_EFFECT_PROCEDURE:
        return "how the request is made and handled";
    case EXD_EFFECT_CONSIDERATION:
        return "something to weigh within a discretionary rule";
    }
    return "";
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
    if (known != NULL && known->title.length > 0)
        writer_say(writer, "%t (%t)", known->title, code);
    else
        writer_text(writer, code);
}

static void say_day(struct writer *writer, const char *words, day value)
{
    struct buffer buffer;
    buffer_init(&buffer, writer->out.memory);
    buffer_string(&buffer, words);
    date_write(&buffer, (struct date_span){value, value});
    say_and_free(writer, &buffer);
}

void words_say_day(struct writer *writer, day value)
{
    say_day(writer, "", value);
}

void words_say_period(struct writer *writer, struct period period)
{
    bool from = period.from > DAY_FIRST;
    bool until = period.until != DAY_NEVER;
    if (from)
        say_day(writer, "from ", period.from);
    if (until)
        say_day(writer, from ? " to the end of " : "to the end of ", period.until);
    if (!from && !until)
        writer_say(writer, "no dates given");
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
    buffer_string(&buffer, "; presumed ");
    value_write(&rules->vocabulary, NULL, fact->presumption, &buffer);
    buffer_string(&buffer, " where the record is silent");
    say_and_free(writer, &buffer);
}

static void put_line(struct writer *writer, const char *label, struct text text)
{
    if (text.length == 0)
        return;
    writer_say(writer, "%s%t", label, text);
    writer_end(writer, 4, 4);
}

static void put_values(struct writer *writer, const struct exd_rules *rules, const struct fact *fact)
{
    if (fact->type.kind != TYPE_ENUM)
        return;
    const struct enumeration *enumeration = &rules->vocabulary.enumerations[fact->type.of];
    writer_say(writer, "Values: ");
    for (uint32_t i = 0; i < enumeration->count; i++)
        writer_say(writer, "%s%t", i > 0 ? ", " : "", names_text(&rules->names, enumeration->values[i]));
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
    put_line(writer, "", fact->question);
    if (fact->test) {
        put_line(writer, "An evaluation, made by ", fact->test_by);
        put_line(writer, "Standard: ", fact->test_standard);
    }
    if (!help)
        return;
    put_line(writer, "Looks at: ", fact->test_looks_at);
    put_line(writer, "Held by: ", fact->held_by);
    put_values(writer, rules, fact);
    put_line(writer, "", fact->help);
}

enum { REASON_DEPTH = 8 };

static void say_reason(struct writer *writer, const struct because *reason, unsigned depth)
{
    static const char *const quantifiers[] = {
        [LIMB_SOME] = "for at least one %t: ", [LIMB_EVERY] = "for every %t: ", [LIMB_NO] = "for no %t: "};
    bool quantifies = reason->kind == LIMB_SOME || reason->kind == LIMB_EVERY || reason->kind == LIMB_NO;
    bool stands_for_others = reason->label.length == 0 && reason->child_count > 0 && depth < REASON_DEPTH;
    if (stands_for_others && quantifies)
        writer_say(writer, quantifiers[reason->kind], reason->expression);
    if (stands_for_others && (quantifies || reason->kind == LIMB_ITEM || reason->kind == LIMB_DEFINITION)) {
        say_reason(writer, &reason->children[0], depth + 1);
        return;
    }
    writer_text(writer, reason->label.length > 0 ? reason->label : reason->expression.length > 0 ? reason->expression : reason->note);
    if (reason->cite.length > 0)
        writer_say(writer, " [%t]", reason->cite);
    if (reason->note.length > 0 && (reason->label.length > 0 || reason->expression.length > 0))
        writer_say(writer, " (%t)", reason->note);
}

void words_say_reason(struct writer *writer, const struct because *reason)
{
    say_reason(writer, reason, 0);
}
