#include "model/value.h"

bool type_is_ordered(struct type type)
{
    return !type.set && (type.kind == TYPE_INTEGER || type.kind == TYPE_DATE || type.kind == TYPE_DURATION || type.kind == TYPE_PENALTY);
}

struct value value_unknown(struct type type)
{
    return (struct value){.kind = (uint8_t)type.kind, .set = type.set};
}

struct value value_boolean(enum truth truth)
{
    struct value value = {.kind = TYPE_BOOLEAN, .known = truth != TRUTH_UNKNOWN};
    value.as.one.boolean = truth == TRUTH_TRUE;
    return value;
}

struct value value_scalar(enum type_kind kind, union scalar scalar)
{
    return (struct value){.kind = (uint8_t)kind, .known = true, .as.one = scalar};
}

enum truth value_truth(struct value value)
{
    return value.known ? truth_of(value.as.one.boolean) : TRUTH_UNKNOWN;
}

static bool is_term(struct duration penalty)
{
    return penalty.months >= 0 && penalty.months < PENALTY_LIFE;
}

static enum truth penalty_less(struct duration a, struct duration b)
{
    if (is_term(a) && is_term(b))
        return duration_less(a, b);
    return truth_of(a.months < b.months);
}

static enum truth penalty_equal(struct duration a, struct duration b)
{
    if (is_term(a) && is_term(b))
        return duration_equal(a, b);
    return truth_of(a.months == b.months);
}

static enum truth scalar_equal(enum type_kind kind, union scalar a, union scalar b)
{
    switch (kind) {
    case TYPE_BOOLEAN:
        return truth_of(a.boolean == b.boolean);
    case TYPE_INTEGER:
        if (a.integer.most < b.integer.least || b.integer.most < a.integer.least)
            return TRUTH_FALSE;
        return a.integer.least == a.integer.most && b.integer.least == b.integer.most ? TRUTH_TRUE : TRUTH_UNKNOWN;
    case TYPE_DATE:
        return date_equal(a.date, b.date);
    case TYPE_DURATION:
        return duration_equal(a.duration, b.duration);
    case TYPE_PENALTY:
        return penalty_equal(a.duration, b.duration);
    case TYPE_ENUM:
    case TYPE_STATE:
    case TYPE_TEXT:
        return truth_of(a.name == b.name);
    case TYPE_REF:
        return truth_of(a.item == b.item);
    }
    return TRUTH_UNKNOWN;
}

static enum truth scalar_less(enum type_kind kind, union scalar a, union scalar b)
{
    switch (kind) {
    case TYPE_INTEGER:
        if (a.integer.most < b.integer.least)
            return TRUTH_TRUE;
        return a.integer.least >= b.integer.most ? TRUTH_FALSE : TRUTH_UNKNOWN;
    case TYPE_DATE:
        return date_less(a.date, b.date);
    case TYPE_DURATION:
        return duration_less(a.duration, b.duration);
    case TYPE_PENALTY:
        return penalty_less(a.duration, b.duration);
    case TYPE_BOOLEAN:
    case TYPE_ENUM:
    case TYPE_STATE:
    case TYPE_TEXT:
    case TYPE_REF:
        break;
    }
    return TRUTH_UNKNOWN;
}

static enum type_kind common_kind(struct value a, struct value b)
{
    if (a.kind == TYPE_PENALTY || b.kind == TYPE_PENALTY)
        return TYPE_PENALTY;
    return (enum type_kind)a.kind;
}

static enum truth member_of(enum type_kind kind, union scalar member, struct value set)
{
    enum truth found = TRUTH_FALSE;
    for (uint32_t i = 0; i < set.count && found != TRUTH_TRUE; i++)
        found = truth_or(found, scalar_equal(kind, member, set.as.members[i]));
    return set.complete ? found : truth_or(found, TRUTH_UNKNOWN);
}

enum truth value_in(struct value member, struct value set)
{
    if (set.known && set.complete && set.count == 0)
        return TRUTH_FALSE;
    if (!member.known || !set.known)
        return TRUTH_UNKNOWN;
    return member_of(common_kind(member, set), member.as.one, set);
}

enum truth value_within(struct value a, struct value b)
{
    if (a.known && a.complete && a.count == 0)
        return TRUTH_TRUE;
    if (!a.known || !b.known)
        return TRUTH_UNKNOWN;
    enum truth all = a.complete ? TRUTH_TRUE : TRUTH_UNKNOWN;
    for (uint32_t i = 0; i < a.count; i++)
        all = truth_and(all, member_of(common_kind(a, b), a.as.members[i], b));
    return all;
}

enum truth value_overlaps(struct value a, struct value b)
{
    if ((a.known && a.complete && a.count == 0) || (b.known && b.complete && b.count == 0))
        return TRUTH_FALSE;
    if (!a.known || !b.known)
        return TRUTH_UNKNOWN;
    enum truth any = a.complete ? TRUTH_FALSE : TRUTH_UNKNOWN;
    for (uint32_t i = 0; i < a.count && any != TRUTH_TRUE; i++)
        any = truth_or(any, member_of(common_kind(a, b), a.as.members[i], b));
    return any;
}

enum truth value_equal(struct value a, struct value b)
{
    if (a.set)
        return truth_and(value_within(a, b), value_within(b, a));
    if (!a.known || !b.known)
        return TRUTH_UNKNOWN;
    return scalar_equal(common_kind(a, b), a.as.one, b.as.one);
}

enum truth value_less(struct value a, struct value b)
{
    if (!a.known || !b.known)
        return TRUTH_UNKNOWN;
    return scalar_less(common_kind(a, b), a.as.one, b.as.one);
}

static bool scalar_same(enum type_kind kind, union scalar a, union scalar b)
{
    switch (kind) {
    case TYPE_BOOLEAN:
        return a.boolean == b.boolean;
    case TYPE_INTEGER:
        return a.integer.least == b.integer.least && a.integer.most == b.integer.most;
    case TYPE_DATE:
        return a.date.first == b.date.first && a.date.last == b.date.last;
    case TYPE_DURATION:
    case TYPE_PENALTY:
        return a.duration.months == b.duration.months && a.duration.days == b.duration.days;
    case TYPE_ENUM:
    case TYPE_STATE:
    case TYPE_TEXT:
        return a.name == b.name;
    case TYPE_REF:
        return a.item == b.item;
    }
    return false;
}

bool value_same(struct value a, struct value b)
{
    if (a.kind != b.kind || a.set != b.set || a.known != b.known)
        return false;
    if (!a.known)
        return true;
    if (!a.set)
        return scalar_same((enum type_kind)a.kind, a.as.one, b.as.one);
    if (a.count != b.count || a.complete != b.complete)
        return false;
    for (uint32_t i = 0; i < a.count; i++)
        if (!scalar_same((enum type_kind)a.kind, a.as.members[i], b.as.members[i]))
            return false;
    return true;
}

bool value_is_imprecise(struct value value)
{
    if (!value.known || (value.set && !value.complete))
        return true;
    if (value.set)
        return false;
    if (value.kind == TYPE_DATE)
        return value.as.one.date.first != value.as.one.date.last;
    return value.kind == TYPE_INTEGER && value.as.one.integer.least != value.as.one.integer.most;
}

static const struct {
    const char *word;
    int32_t months;
} penalty_words[PENALTY_WORD_COUNT] = {{"none", PENALTY_NONE}, {"fine", PENALTY_FINE}, {"life", PENALTY_LIFE}, {"death", PENALTY_DEATH}};

const char *penalty_word(unsigned index)
{
    return penalty_words[index].word;
}

bool penalty_parse(struct text text, struct duration *out)
{
    for (size_t i = 0; i < PENALTY_WORD_COUNT; i++) {
        if (text_is(text, penalty_words[i].word)) {
            *out = (struct duration){.months = penalty_words[i].months};
            return true;
        }
    }
    return duration_parse(text, out);
}
