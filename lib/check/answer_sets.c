/* A class of answers that are sets, in words: `contains warrant, but not charging-document`. What a finding comes to mostly hangs on whether all, or
 * any, of some members are there; these members are read off the sets themselves, and what they say of a class is taken only where it is exactly
 * that class. */
#include "base/phrase.h"
#include "check/answers.h"
#include "check/domain.h"

enum {
    ANSWER_MEMBERS_MAX = 18,
    ANSWER_SETS_MAX = 512,
    FINDINGS_MAX = 64,
    CLAUSES_MAX = 5,    /* said of one class */
    CONDITIONS_MAX = 16 /* of one kind, that hold of a class */
};

/* All of `all` and none of `none` are there; of each of `lacking` at least one is not there, and of each of `any` at least one is. */
struct conditions {
    uint32_t all;
    uint32_t none;
    uint32_t lacking[CONDITIONS_MAX];
    uint32_t lacking_count;
    uint32_t any[CONDITIONS_MAX];
    uint32_t any_count;
};

struct sets {
    const struct answer_class *class_;
    const struct conditions *context; /* sets that do not meet them are left out of account */
    union scalar members[ANSWER_MEMBERS_MAX];
    uint32_t member_count;
    uint32_t masks[ANSWER_SETS_MAX]; /* of each value: which members it has */
};

/* ---- sets as masks ---------------------------------------------------------------------------------------------------- */

static uint32_t member_bit(struct sets *sets, enum type_kind kind, union scalar member)
{
    for (uint32_t i = 0; i < sets->member_count; i++)
        if (value_same(value_scalar(kind, sets->members[i]), value_scalar(kind, member)))
            return 1U << i;
    if (sets->member_count == ANSWER_MEMBERS_MAX)
        return 0;
    sets->members[sets->member_count] = member;
    return 1U << sets->member_count++;
}

static bool read_sets(struct sets *sets)
{
    const struct answer_class *class_ = sets->class_;
    if (class_->count > ANSWER_SETS_MAX)
        return false;
    for (uint32_t i = 0; i < class_->count; i++)
        for (uint32_t j = 0; j < class_->values[i].count; j++) {
            uint32_t bit = member_bit(sets, (enum type_kind)class_->values[i].kind, class_->values[i].as.members[j]);
            if (bit == 0)
                return false;
            sets->masks[i] |= bit;
        }
    return true;
}

static bool meets(uint32_t mask, const struct conditions *conditions)
{
    bool meets = (mask & conditions->all) == conditions->all && (mask & conditions->none) == 0;
    for (uint32_t i = 0; i < conditions->lacking_count; i++)
        meets &= (mask & conditions->lacking[i]) != conditions->lacking[i];
    for (uint32_t i = 0; i < conditions->any_count; i++)
        meets &= (mask & conditions->any[i]) != 0;
    return meets;
}

/* ---- what a result hangs on ------------------------------------------------------------------------------------------- */

static exd_result result_at(const struct sets *sets, uint32_t value, uint32_t finding)
{
    return sets->class_->results[value * sets->class_->finding_count + finding];
}

/* Whether a finding has a result, or has not (`turned`), where the conditions are met, and there alone. */
static bool is_exactly(const struct sets *sets, uint32_t finding, exd_result result, bool turned, const struct conditions *conditions)
{
    for (uint32_t i = 0; i < sets->class_->count; i++)
        if (meets(sets->masks[i], sets->context) &&
            meets(sets->masks[i], conditions) != ((result_at(sets, i, finding) == result) != turned))
            return false;
    return true;
}

/* The members that all of some sets have, and those that none of them has. */
struct common {
    uint32_t all;
    uint32_t none;
};

/* Of the sets that meet the conditions, and with which the finding has the result, or has not (`turned`). */
static struct common find_common(const struct sets *sets, uint32_t finding, exd_result result, bool turned,
                                 const struct conditions *conditions)
{
    uint32_t members = (1U << sets->member_count) - 1;
    struct common common = {members, members};
    for (uint32_t i = 0; i < sets->class_->count; i++) {
        if ((result_at(sets, i, finding) == result) == turned || !meets(sets->masks[i], conditions) ||
            !meets(sets->masks[i], sets->context))
            continue;
        common.all &= sets->masks[i];
        common.none &= ~sets->masks[i];
    }
    return common;
}

static void add_lacking(struct conditions *conditions, uint32_t members)
{
    if (members && conditions->lacking_count < CONDITIONS_MAX)
        conditions->lacking[conditions->lacking_count++] = members;
}

static void add_any(struct conditions *conditions, uint32_t members)
{
    if (members && conditions->any_count < CONDITIONS_MAX)
        conditions->any[conditions->any_count++] = members;
}

/* Adds that a finding has a result, or has not (`turned`): what all sets with it have in common, and, where others have that too, what in turn
 * all those have, or none. False when that is not enough. */
static bool add_result(const struct sets *sets, uint32_t finding, exd_result result, bool turned, struct conditions *conditions)
{
    struct conditions found = {0};
    struct common with = find_common(sets, finding, result, turned, &found);
    found.all = with.all;
    found.none = with.none;
    struct common others = find_common(sets, finding, result, !turned, &found);
    struct conditions lacking = found;
    struct conditions any = found;
    add_lacking(&lacking, others.all & ~with.all);
    add_any(&any, others.none & ~with.none);
    const struct conditions *tried[] = {&found, &lacking, &any};
    for (int i = 0; i < 3; i++) {
        if (!is_exactly(sets, finding, result, turned, tried[i]))
            continue;
        conditions->all |= tried[i]->all;
        conditions->none |= tried[i]->none;
        add_lacking(conditions, tried[i]->lacking[0]);
        add_any(conditions, tried[i]->any[0]);
        return true;
    }
    return false;
}

/* ---- the conditions of a class ---------------------------------------------------------------------------------------- */

static uint32_t first_of_class(const struct sets *sets)
{
    uint32_t first = 0;
    while (sets->class_->class_of[first] != sets->class_->number)
        first++;
    return first;
}

static bool gather_one(const struct sets *sets, uint32_t finding, struct conditions *conditions)
{
    exd_result wanted = result_at(sets, first_of_class(sets), finding);
    bool good = add_result(sets, finding, wanted, false, conditions);
    for (int other = 0; other <= EXD_RESULT_DISPUTED && !good; other++)
        if (other != (int)wanted)
            add_result(sets, finding, (exd_result)other, true, conditions);
    return good;
}

/* The conditions of each finding by itself; then, of findings that have none, those that they have where all these are met. */
static void gather(struct sets *sets, struct conditions *conditions)
{
    const struct conditions nothing = {0};
    struct conditions context;
    bool done[FINDINGS_MAX] = {false};
    sets->context = &nothing;
    for (uint32_t i = 0; i < sets->class_->finding_count; i++)
        done[i] = gather_one(sets, i, conditions);
    context = *conditions;
    sets->context = &context;
    for (uint32_t i = 0; i < sets->class_->finding_count; i++)
        if (!done[i])
            gather_one(sets, i, conditions);
    sets->context = NULL;
}

static bool is_single(uint32_t members)
{
    return members && (members & (members - 1)) == 0;
}

/* Whether another of the conditions says more: it is about fewer members, or about the same and comes first. */
static bool is_said(const uint32_t *others, uint32_t count, uint32_t index)
{
    for (uint32_t i = 0; i < count; i++)
        if (i != index && (others[i] & ~others[index]) == 0 && (others[i] != others[index] || i < index))
            return true;
    return false;
}

/* Drops what the rest says already; `one` takes what comes down to a single member. True when that changed anything else. */
static bool simplify(uint32_t *conditions, uint32_t *count, uint32_t settled, uint32_t idle, uint32_t *one)
{
    bool changed = false;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < *count; i++) {
        uint32_t left = conditions[i] & ~settled;
        if (conditions[i] & idle)
            continue;
        if (is_single(left)) {
            *one |= left;
            changed = true;
        } else {
            conditions[kept++] = left;
        }
    }
    *count = kept;
    return changed;
}

static void drop_said(uint32_t *conditions, uint32_t *count)
{
    uint32_t kept = 0;
    uint32_t before[CONDITIONS_MAX];
    for (uint32_t i = 0; i < *count; i++)
        before[i] = conditions[i];
    for (uint32_t i = 0; i < *count; i++)
        if (!is_said(before, *count, i))
            conditions[kept++] = before[i];
    *count = kept;
}

static void simplify_all(struct conditions *conditions)
{
    while (simplify(conditions->lacking, &conditions->lacking_count, conditions->all, conditions->none, &conditions->none) ||
           simplify(conditions->any, &conditions->any_count, conditions->none, conditions->all, &conditions->all))
        continue;
    drop_said(conditions->lacking, &conditions->lacking_count);
    drop_said(conditions->any, &conditions->any_count);
}

static bool is_class(const struct sets *sets, const struct conditions *conditions)
{
    for (uint32_t i = 0; i < sets->class_->count; i++)
        if (meets(sets->masks[i], conditions) != (sets->class_->class_of[i] == sets->class_->number))
            return false;
    return true;
}

/* ---- in words --------------------------------------------------------------------------------------------------------- */

struct saying {
    const struct sets *sets;
    const struct exd_record *record;
    struct buffer *buffer;
};

static uint32_t count_members(uint32_t members)
{
    uint32_t count = 0;
    for (; members; members &= members - 1)
        count++;
    return count;
}

/* `KR, US and GB`: all but the last are one piece of the message that joins. */
static void put_members(const struct saying *saying, uint32_t members, enum message joined)
{
    struct fact one = *saying->sets->class_->fact;
    uint32_t count = count_members(members);
    uint32_t said = 0;
    one.type.set = false;
    if (count > 1)
        phrase_open(saying->buffer, joined);
    for (uint32_t i = 0; i < saying->sets->member_count; i++) {
        if (((members >> i) & 1) == 0)
            continue;
        if (said > 0 && said + 1 == count)
            phrase_next(saying->buffer);
        else
            buffer_string(saying->buffer, said == 0 ? "" : ", ");
        domain_say(saying->record, &one, value_scalar(one.type.kind, saying->sets->members[i]), saying->buffer);
        said++;
    }
    if (count > 1)
        phrase_close(saying->buffer);
}

struct clause {
    enum message message;
    enum message joined;
    uint32_t members;
};

static struct clause clause_none(uint32_t members)
{
    uint32_t count = count_members(members);
    if (count == 2)
        return (struct clause){MESSAGE_CONTAINS_NEITHER, MESSAGE_JOINED_NOR, members};
    return (struct clause){count == 1 ? MESSAGE_CONTAINS_NOT : MESSAGE_CONTAINS_NONE, MESSAGE_EITHER_OR, members};
}

static struct clause clause_lacking(uint32_t members)
{
    bool two = count_members(members) == 2;
    return (struct clause){two ? MESSAGE_CONTAINS_NOT_BOTH : MESSAGE_CONTAINS_NOT_ALL, MESSAGE_JOINED_AND, members};
}

/* Each joined to those after it; there are few. */
static void say_clauses(const struct saying *saying, const struct clause *clauses, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (i + 1 < count)
            phrase_open(saying->buffer, MESSAGE_AND_FURTHER);
        phrase_open(saying->buffer, clauses[i].message);
        put_members(saying, clauses[i].members, clauses[i].joined);
        phrase_close(saying->buffer);
        if (i + 1 < count)
            phrase_next(saying->buffer);
    }
    for (uint32_t i = 1; i < count; i++)
        phrase_close(saying->buffer);
}

static bool say_conditions(const struct saying *saying, const struct conditions *conditions)
{
    struct clause there[CLAUSES_MAX];
    struct clause missing[CLAUSES_MAX];
    uint32_t there_count = 0;
    uint32_t missing_count = 0;
    if (conditions->any_count + conditions->lacking_count + 2 > CLAUSES_MAX)
        return false;
    if (conditions->all)
        there[there_count++] = (struct clause){MESSAGE_CONTAINS, MESSAGE_JOINED_AND, conditions->all};
    for (uint32_t i = 0; i < conditions->any_count; i++)
        there[there_count++] = (struct clause){MESSAGE_CONTAINS, MESSAGE_EITHER_OR, conditions->any[i]};
    if (conditions->none)
        missing[missing_count++] = clause_none(conditions->none);
    for (uint32_t i = 0; i < conditions->lacking_count; i++)
        missing[missing_count++] = clause_lacking(conditions->lacking[i]);
    bool both = there_count > 0 && missing_count > 0;
    if (both)
        phrase_open(saying->buffer, MESSAGE_BUT_ALSO);
    say_clauses(saying, there, there_count);
    if (both)
        phrase_next(saying->buffer);
    say_clauses(saying, missing, missing_count);
    if (both)
        phrase_close(saying->buffer);
    return there_count + missing_count > 0;
}

bool answer_write_set(const struct exd_record *record, const struct answer_class *class_, struct buffer *buffer)
{
    struct sets sets = {.class_ = class_};
    struct conditions conditions = {0};
    if (!class_->results || class_->finding_count > FINDINGS_MAX || !read_sets(&sets))
        return false;
    gather(&sets, &conditions);
    simplify_all(&conditions);
    const struct saying saying = {&sets, record, buffer};
    return is_class(&sets, &conditions) && say_conditions(&saying, &conditions);
}
