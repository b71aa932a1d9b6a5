#include "check/ordered.h"

#include "base/phrase.h"
#include "base/sort.h"
#include "check/domain.h"

/* ---- sorting ---------------------------------------------------------------------------------------------------------- */

/* Months and days on one scale: a month of 30.437 days keeps a threshold between the day before it and the day after. */
static int64_t place_of(const struct value *value)
{
    switch ((enum type_kind)value->kind) {
    case TYPE_INTEGER:
        return value->as.one.integer.least;
    case TYPE_DATE:
        return value->as.one.date.first;
    case TYPE_DURATION:
    case TYPE_PENALTY:
        return (int64_t)value->as.one.duration.months * 30437 + (int64_t)value->as.one.duration.days * 1000;
    case TYPE_BOOLEAN:
    case TYPE_ENUM:
    case TYPE_STATE:
    case TYPE_TEXT:
    case TYPE_REF:
        break;
    }
    return 0;
}

static int compare_values(const void *a, const void *b)
{
    int64_t left = place_of(a);
    int64_t right = place_of(b);
    return (left > right) - (left < right);
}

void ordered_sort(struct value *values, uint32_t count)
{
    sort(values, count, sizeof *values, compare_values);
}

/* ---- words ------------------------------------------------------------------------------------------------------------ */

/* A run and what it is said with. */
struct run {
    const struct exd_record *record;
    const struct fact *fact;
    const struct value *values;
    struct buffer *buffer;
};

static bool is_never(const struct value *value)
{
    return value->kind == TYPE_DATE && value->as.one.date.first == DAY_NEVER;
}

static bool is_duration(const struct value *value)
{
    return value->kind == TYPE_DURATION || value->kind == TYPE_PENALTY;
}

static bool is_term(const struct value *value)
{
    return value->kind != TYPE_PENALTY || (value->as.one.duration.months >= 0 && value->as.one.duration.months < PENALTY_LIFE);
}

/* Whether a value can be said by itself: a day less than a year is no way to say a term. */
static bool has_words(const struct value *value)
{
    return !is_duration(value) || value->as.one.duration.days >= 0;
}

/* Whether the boundary between two values is best told by the one below: a whole term, where the one above is a day more. */
static bool is_told_from_below(const struct value *below, const struct value *above)
{
    return is_duration(above) && is_term(above) && above->as.one.duration.days != 0 && below->as.one.duration.days == 0;
}

static void say_value(const struct run *run, uint32_t at)
{
    domain_say(run->record, run->fact, run->values[at], run->buffer);
}

static void say_lower(const struct run *run, uint32_t first)
{
    bool from_below = is_told_from_below(&run->values[first - 1], &run->values[first]);
    phrase_open(run->buffer, from_below ? MESSAGE_MORE_THAN : run->fact->type.kind == TYPE_DATE ? MESSAGE_OR_LATER : MESSAGE_OR_MORE);
    say_value(run, from_below ? first - 1 : first);
    phrase_close(run->buffer);
}

static void say_upper(const struct run *run, uint32_t last)
{
    bool from_below = is_told_from_below(&run->values[last], &run->values[last + 1]);
    phrase_open(run->buffer, from_below ? MESSAGE_OR_LESS : run->fact->type.kind == TYPE_DATE ? MESSAGE_BEFORE_VALUE : MESSAGE_LESS_THAN);
    say_value(run, from_below ? last : last + 1);
    phrase_close(run->buffer);
}

/* The ends that a run has; both, or one. */
static void say_ends(const struct run *run, bool lower, uint32_t first, bool upper, uint32_t last)
{
    if (lower && upper)
        phrase_open(run->buffer, MESSAGE_BUT_ALSO);
    if (lower)
        say_lower(run, first);
    if (lower && upper)
        phrase_next(run->buffer);
    if (upper)
        say_upper(run, last);
    if (lower && upper)
        phrase_close(run->buffer);
}

void ordered_say_run(const struct exd_record *record, const struct fact *fact, const struct value *values, uint32_t count, uint32_t first,
                     uint32_t last, struct buffer *buffer)
{
    const struct run run = {record, fact, values, buffer};
    bool with_never = is_never(&values[last]);
    bool to_end = last + 1 == count || (last + 2 == count && is_never(&values[last + 1]));
    bool outside = with_never || !is_term(&values[first]); /* what stands beside days and terms has a name of its own */
    bool or_never = with_never && first > 0;
    if (first == last && (outside || (first > 0 && !to_end && has_words(&values[first])))) {
        say_value(&run, first);
        return;
    }
    if (first == 0 && to_end) {
        phrase_message(buffer, with_never || fact->type.kind != TYPE_DATE ? MESSAGE_ANY_VALUE : MESSAGE_ANY_DAY);
        return;
    }
    if (or_never)
        phrase_open(buffer, MESSAGE_OR_NEVER);
    say_ends(&run, first > 0, first, !to_end, last);
    if (or_never)
        phrase_close(buffer);
}
