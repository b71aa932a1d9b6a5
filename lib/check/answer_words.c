/* A class of answers in words: `yes`, `before 2015-03-02`, `1 year or more`, `contains US`, `none of these`. */
#include "base/phrase.h"
#include "check/answers.h"
#include "check/domain.h"
#include "check/ordered.h"

enum { SHOWN_BY_NAME_MAX = 4 };

static void write_one(const struct exd_record *record, const struct fact *fact, const struct value *value, struct buffer *buffer)
{
    struct fact one = *fact;
    one.type.set = false;
    domain_say(record, &one, *value, buffer);
}

/* A class of values of an ordered type is a run. */
static void write_run(const struct exd_record *record, const struct answer_class *class_, struct buffer *buffer)
{
    uint32_t first = 0;
    while (class_->class_of[first] != class_->number)
        first++;
    uint32_t last = first;
    while (last + 1 < class_->count && class_->class_of[last + 1] == class_->number)
        last++;
    ordered_say_run(record, class_->fact, class_->values, class_->count, first, last, buffer);
}

/* ---- sets ------------------------------------------------------------------------------------------------------------- */

enum set_form { HAS_ANY, HAS_NONE, HAS_ALL, LACKS_ONE };

static bool holds(const struct value *set, const struct value *members, enum set_form form)
{
    uint32_t met = 0;
    for (uint32_t i = 0; i < members->count; i++)
        for (uint32_t j = 0; j < set->count; j++)
            met += value_same(value_scalar((enum type_kind)set->kind, members->as.members[i]),
                              value_scalar((enum type_kind)set->kind, set->as.members[j]));
    switch (form) {
    case HAS_ANY:
        return met > 0;
    case HAS_NONE:
        return met == 0;
    case HAS_ALL:
        return met == members->count;
    case LACKS_ONE:
        break;
    }
    return met < members->count;
}

static bool tells(const struct answer_class *class_, const struct value *members, enum set_form form)
{
    for (uint32_t i = 0; i < class_->count; i++)
        if (holds(&class_->values[i], members, form) != (class_->class_of[i] == class_->number))
            return false;
    return true;
}

/* `KR, US and GB`: all but the last are one piece of the message that joins. */
static void write_members(const struct exd_record *record, const struct fact *fact, const struct value *members, enum message last,
                          struct buffer *buffer)
{
    if (members->count > 1)
        phrase_open(buffer, last);
    for (uint32_t i = 0; i < members->count; i++) {
        struct value one = value_scalar((enum type_kind)members->kind, members->as.members[i]);
        if (i > 0 && i + 1 == members->count)
            phrase_next(buffer);
        else
            buffer_string(buffer, i == 0 ? "" : ", ");
        write_one(record, fact, &one, buffer);
    }
    if (members->count > 1)
        phrase_close(buffer);
}

struct set_words {
    enum message of_one;
    enum message of_two;
    enum message of_many;
    enum message joined;
    enum message joined_many;
};

/* One sentence for the class, if there is one: the members themselves are among the values. */
static bool write_set_form(const struct exd_record *record, const struct answer_class *class_, struct buffer *buffer)
{
    static const struct set_words forms[] = {
        [HAS_ANY] = {MESSAGE_CONTAINS, MESSAGE_CONTAINS, MESSAGE_CONTAINS, MESSAGE_EITHER_OR, MESSAGE_EITHER_OR},
        [HAS_NONE] = {MESSAGE_CONTAINS_NOT, MESSAGE_CONTAINS_NEITHER, MESSAGE_CONTAINS_NONE, MESSAGE_JOINED_NOR, MESSAGE_EITHER_OR},
        [HAS_ALL] = {MESSAGE_CONTAINS, MESSAGE_CONTAINS, MESSAGE_CONTAINS, MESSAGE_JOINED_AND, MESSAGE_JOINED_AND},
        [LACKS_ONE] = {MESSAGE_CONTAINS_NOT, MESSAGE_CONTAINS_NOT_BOTH, MESSAGE_CONTAINS_NOT_ALL, MESSAGE_JOINED_AND, MESSAGE_JOINED_AND},
    };
    for (uint32_t i = 0; i < class_->count; i++)
        for (int form = HAS_ANY; form <= LACKS_ONE; form++) {
            const struct value *members = &class_->values[i];
            const struct set_words *words = &forms[form];
            if (members->count == 0 || !tells(class_, members, (enum set_form)form))
                continue;
            phrase_open(buffer, members->count == 1 ? words->of_one : members->count == 2 ? words->of_two : words->of_many);
            write_members(record, class_->fact, members, members->count > 2 ? words->joined_many : words->joined, buffer);
            phrase_close(buffer);
            return true;
        }
    return false;
}

static bool write_empty_or_not(const struct answer_class *class_, struct buffer *buffer)
{
    bool empty = true;
    bool filled = true;
    for (uint32_t i = 0; i < class_->count; i++) {
        bool in_class = class_->class_of[i] == class_->number;
        empty &= in_class == (class_->values[i].count == 0);
        filled &= in_class == (class_->values[i].count != 0);
    }
    if (empty || filled)
        phrase_message(buffer, empty ? MESSAGE_NONE_AT_ALL : MESSAGE_AT_LEAST_ONE);
    return empty || filled;
}

/* ---- values one by one ------------------------------------------------------------------------------------------------ */

static bool is_other(const struct exd_record *record, const struct answer_class *class_, const struct value *value)
{
    const struct type *type = &class_->fact->type;
    if (value->set)
        return false;
    return domain_is_fresh(*type, value->as.one) || (type->kind == TYPE_REF && value->as.one.item >= record->lists[type->of].count);
}

static void write_values(const struct exd_record *record, const struct answer_class *class_, struct buffer *buffer)
{
    uint32_t named = 0;
    bool other = false;
    for (uint32_t i = 0; i < class_->count; i++) {
        bool in_class = class_->class_of[i] == class_->number;
        named += in_class && !is_other(record, class_, &class_->values[i]);
        other |= in_class && is_other(record, class_, &class_->values[i]);
    }
    if ((class_->rest && (other || named > SHOWN_BY_NAME_MAX)) || named == 0) {
        phrase_message(buffer, MESSAGE_ANY_OTHER);
        return;
    }
    uint32_t written = 0;
    bool example = class_->fact->type.set && named > SHOWN_BY_NAME_MAX;
    if (example)
        named = 1;
    bool joined = named > 1 && !other;
    if (example || other || joined)
        phrase_open(buffer, example ? MESSAGE_SUCH_AS : other ? MESSAGE_OR_ANOTHER : MESSAGE_EITHER_OR);
    for (uint32_t i = 0; i < class_->count && written < named; i++) {
        if (class_->class_of[i] != class_->number || is_other(record, class_, &class_->values[i]))
            continue;
        if (joined && written + 1 == named)
            phrase_next(buffer);
        else
            buffer_string(buffer, written == 0 ? "" : ", ");
        domain_say(record, class_->fact, class_->values[i], buffer);
        written++;
    }
    if (example || other || joined)
        phrase_close(buffer);
}

void answer_write(const struct exd_record *record, const struct answer_class *class_, struct buffer *buffer)
{
    const struct fact *fact = class_->fact;
    bool everything = true;
    for (uint32_t i = 0; i < class_->count; i++)
        everything &= class_->class_of[i] == class_->number;
    if (type_is_ordered(fact->type))
        write_run(record, class_, buffer);
    else if (everything)
        phrase_message(buffer, MESSAGE_ANY_VALUE);
    else if (fact->type.kind == TYPE_BOOLEAN && !fact->type.set)
        phrase_message(buffer, class_->values[class_->class_of[0] == class_->number ? 0 : 1].as.one.boolean ? MESSAGE_ANSWERED_YES
                                                                                                            : MESSAGE_ANSWERED_NO);
    else if (fact->type.set &&
             (write_set_form(record, class_, buffer) || write_empty_or_not(class_, buffer) || answer_write_set(record, class_, buffer)))
        return;
    else
        write_values(record, class_, buffer);
}
