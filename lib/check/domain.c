#include "check/domain.h"

#include "base/phrase.h"
#include "check/gather.h"

enum {
    SUBSET_LISTED_MAX = 5, /* up to here all sets of the members asked for are listed */
    SUBSET_TRIED_MAX = 8,  /* and up to here tried */
    DAYS_MAX = 366,        /* days of a date that is known to the year */
    FRESH_MAX = 7          /* names that no rule mentions: for each of the related facts, and one more */
};

/* Names that stand for "some other State", "some other text". */
#define FRESH_NAME(i) (UINT32_MAX - 1 - (uint32_t)(i))

/* ---- scalars ---------------------------------------------------------------------------------------------------------- */

static void add_value(struct domain *domain, struct type type, union scalar scalar)
{
    struct value value = value_scalar(type.kind, scalar);
    for (uint32_t i = 0; i < domain->count; i++)
        if (value_same(domain->values[i], value))
            return;
    domain->values[domain->count++] = value;
}

static void add_day_value(struct domain *domain, struct type type, day at)
{
    if (at == DAY_NEVER || (at >= DAY_FIRST && at <= DAY_LAST))
        add_value(domain, type, (union scalar){.date = {at, at}});
}

/* The days at a point, and on either side of it as many as there are facts to be put in order. */
static void add_days(struct domain *domain, struct type type, const struct gathering *gathering)
{
    int32_t steps = (int32_t)gathering->related_count;
    for (int32_t step = 0; step < steps; step++)
        add_day_value(domain, type, DAY_FIRST + step);
    for (uint32_t i = 0; i < gathering->count; i++) {
        struct date_span point = gathering->points[i].date;
        for (int32_t step = -steps; step <= steps; step++) {
            add_day_value(domain, type, point.first == DAY_NEVER ? DAY_NEVER : point.first + step);
            add_day_value(domain, type, point.last == DAY_NEVER ? DAY_NEVER : point.last + step);
        }
        domain->whole &= point.first == point.last;
    }
    add_value(domain, type, (union scalar){.date = {DAY_NEVER, DAY_NEVER}});
}

static void add_number(struct domain *domain, struct type type, int32_t number)
{
    union scalar scalar = {0};
    scalar.integer.least = scalar.integer.most = number;
    add_value(domain, type, scalar);
}

static void add_integers(struct domain *domain, struct type type, const struct gathering *gathering)
{
    int32_t steps = (int32_t)gathering->related_count;
    for (uint32_t i = 0; i < gathering->count; i++) {
        for (int32_t step = -steps; step <= steps; step++) {
            add_number(domain, type, gathering->points[i].integer.least + step);
            add_number(domain, type, gathering->points[i].integer.most + step);
        }
        domain->whole &= gathering->points[i].integer.most - gathering->points[i].integer.least <= steps;
    }
    for (int32_t step = 0; gathering->count == 0 && step < steps; step++)
        add_number(domain, type, step);
}

/* A threshold, a day less and a day more; for a penalty also what stands outside all terms. */
static void add_durations(struct domain *domain, struct type type, const struct gathering *gathering)
{
    static const int32_t special[] = {PENALTY_NONE, PENALTY_FINE, PENALTY_LIFE, PENALTY_DEATH};
    for (size_t i = 0; type.kind == TYPE_PENALTY && i < 4; i++)
        add_value(domain, type, (union scalar){.duration = {special[i], 0}});
    for (uint32_t i = 0; i < gathering->count; i++) {
        struct duration point = gathering->points[i].duration;
        bool term = point.months >= 0 && point.months < PENALTY_LIFE;
        for (int32_t step = -1; step <= 1; step++) {
            if ((!term && step) || (step < 0 && point.months == 0 && point.days == 0))
                continue;
            add_value(domain, type, (union scalar){.duration = {point.months, point.days + step}});
        }
    }
    add_value(domain, type, (union scalar){.duration = {12000, 0}});
    add_value(domain, type, (union scalar){0});
}

/* Of which of the instruments that the rule asks for a State is a party, in three values. */
static uint32_t membership(const struct gathering *gathering, name state)
{
    uint32_t kind = 0;
    for (uint32_t i = 0; i < gathering->party_count; i++)
        kind = kind * 3 + (uint32_t)instrument_has_party(gathering->parties[i], state, gathering->view->as_of);
    return kind;
}

/* Where it matters of what a State is a party, real ones stand for the others: of each kind as many as there are facts. */
static void add_parties(struct domain *domain, struct type type, const struct gathering *gathering)
{
    const struct vocabulary *vocabulary = &gathering->view->rules->vocabulary;
    uint8_t taken[81] = {0}; /* three values for each of PARTY_TESTS_MAX instruments */
    for (uint32_t i = 0; i < vocabulary->state_count; i++) {
        union scalar state = {.name = vocabulary->states[i].code};
        uint32_t kind = membership(gathering, state.name);
        if (taken[kind] > gathering->related_count)
            continue;
        bool asked = false;
        for (uint32_t j = 0; j < gathering->count && !asked; j++)
            asked = gathering->points[j].name == state.name;
        taken[kind] = (uint8_t)(taken[kind] + !asked);
        add_value(domain, type, state);
    }
}

static void add_names(struct domain *domain, struct type type, const struct gathering *gathering)
{
    for (uint32_t i = 0; i < gathering->count; i++)
        add_value(domain, type, gathering->points[i]);
    if (gathering->party_count)
        add_parties(domain, type, gathering);
    else
        for (uint32_t i = 0; i < gathering->related_count + 1; i++)
            add_value(domain, type, (union scalar){.name = FRESH_NAME(i)});
}

static void add_scalars(struct domain *domain, const struct gathering *gathering)
{
    struct view *view = gathering->view;
    struct type type = gathering->type;
    const struct enumeration *enumeration = &view->rules->vocabulary.enumerations[type.kind == TYPE_ENUM ? type.of : 0];
    switch (type.kind) {
    case TYPE_BOOLEAN:
        add_value(domain, type, (union scalar){.boolean = true});
        add_value(domain, type, (union scalar){.boolean = false});
        break;
    case TYPE_ENUM:
        for (uint32_t i = 0; i < enumeration->count; i++)
            add_value(domain, type, (union scalar){.name = enumeration->values[i]});
        break;
    case TYPE_STATE:
    case TYPE_TEXT:
        add_names(domain, type, gathering);
        domain->whole = !gathering->moving;
        break;
    case TYPE_REF:
        for (uint32_t i = 0; i <= view_item_count(view, type.of) && i < POINTS_MAX; i++)
            add_value(domain, type, (union scalar){.item = i});
        domain->whole = view_list_is_complete(view, type.of) && view_item_count(view, type.of) < POINTS_MAX;
        break;
    case TYPE_INTEGER:
        domain->whole = !gathering->moving;
        add_integers(domain, type, gathering);
        break;
    case TYPE_DATE:
        domain->whole = !gathering->moving;
        add_days(domain, type, gathering);
        break;
    case TYPE_DURATION:
    case TYPE_PENALTY:
        domain->whole = !gathering->moving;
        add_durations(domain, type, gathering);
        break;
    }
}

static size_t scalar_room(const struct gathering *gathering)
{
    const struct vocabulary *vocabulary = &gathering->view->rules->vocabulary;
    size_t values = gathering->type.kind == TYPE_ENUM ? vocabulary->enumerations[gathering->type.of].count : 0;
    size_t states = gathering->party_count ? vocabulary->state_count : 0;
    return values + states + (size_t)gathering->count * (RELATED_MAX * 4 + 2) + POINTS_MAX + 16;
}

/* ---- sets ------------------------------------------------------------------------------------------------------------- */

enum { MASK_BITS = 32 };

/* The members of `mask`, one of the first MASK_BITS each, and those that the record names already. */
static bool add_subset(struct domain *domain, const struct gathering *gathering, uint32_t mask, struct arena *scratch)
{
    const struct value *known = &gathering->known;
    union scalar *members = arena_array(scratch, (size_t)gathering->count + known->count + 1, sizeof *members);
    if (!members)
        return false;
    struct value value = {.kind = (uint8_t)gathering->type.kind, .known = true, .set = true, .complete = true};
    for (uint32_t i = 0; i < known->count; i++)
        members[value.count++] = known->as.members[i];
    for (uint32_t i = 0; i < gathering->count && i < MASK_BITS; i++)
        if (mask & (UINT32_C(1) << i))
            members[value.count++] = gathering->points[i];
    value.as.members = members;
    domain->values[domain->count++] = value;
    return true;
}

/* All members of a short closed list: enough, whatever the set is compared with. */
static bool is_short_list(const struct gathering *gathering)
{
    return gathering->type.kind == TYPE_ENUM &&
           gathering->view->rules->vocabulary.enumerations[gathering->type.of].count <= SUBSET_LISTED_MAX;
}

static void take_whole_list(struct gathering *gathering)
{
    const struct enumeration *enumeration = &gathering->view->rules->vocabulary.enumerations[gathering->type.of];
    gathering->count = 0;
    gathering->overflow = gathering->moving = false;
    for (uint32_t i = 0; i < enumeration->count; i++)
        gather_point(gathering, (union scalar){.name = enumeration->values[i]});
}

/* Members that the record names are in every completion. */
static void drop_known_members(struct gathering *gathering)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < gathering->count; i++) {
        struct value point = value_scalar(gathering->type.kind, gathering->points[i]);
        bool known = false;
        for (uint32_t j = 0; j < gathering->known.count && !known; j++)
            known = value_same(point, value_scalar(gathering->type.kind, gathering->known.as.members[j]));
        if (!known)
            gathering->points[kept++] = gathering->points[i];
    }
    gathering->count = kept;
}

/* A member that the rule does not ask for, where there can be one: a closed list may have no other. */
static void add_other_member(struct gathering *gathering)
{
    const struct vocabulary *vocabulary = &gathering->view->rules->vocabulary;
    union scalar other = {.name = FRESH_NAME(0)};
    if (gathering->type.kind == TYPE_ENUM) {
        const struct enumeration *enumeration = &vocabulary->enumerations[gathering->type.of];
        uint32_t at = 0;
        for (; at < enumeration->count; at++) {
            bool asked = false;
            for (uint32_t i = 0; i < gathering->count && !asked; i++)
                asked = gathering->points[i].name == enumeration->values[at];
            if (!asked)
                break;
        }
        if (at == enumeration->count)
            return;
        other.name = enumeration->values[at];
    }
    gather_point(gathering, other);
}

/* All sets of the members that are asked for, and of one that is not. */
static bool add_sets(struct domain *domain, struct gathering *gathering, uint32_t most, struct arena *scratch)
{
    if (gathering->type.kind == TYPE_REF) {
        gathering->count = 0;
        for (uint32_t i = 0; i <= view_item_count(gathering->view, gathering->type.of) && i < POINTS_MAX; i++)
            gather_point(gathering, (union scalar){.item = i});
    }
    if (is_short_list(gathering))
        take_whole_list(gathering);
    else if (gathering->type.kind != TYPE_REF)
        add_other_member(gathering);
    drop_known_members(gathering);
    domain->whole = !gathering->overflow && !gathering->moving;
    uint32_t members = gathering->count;
    if (members > most) {
        /* The empty set, each member alone, and all: enough to see both answers, not to prove that there is one. */
        domain->sampled = domain->whole && members < 31;
        domain->whole = false;
        members = members < 31 ? members : 31;
        domain->values = arena_array(scratch, (size_t)members + 2, sizeof *domain->values);
        bool good = domain->values && add_subset(domain, gathering, 0, scratch);
        for (uint32_t i = 0; i < members && good; i++)
            good = add_subset(domain, gathering, 1U << i, scratch);
        return good && add_subset(domain, gathering, (1U << members) - 1, scratch);
    }
    domain->values = arena_array(scratch, (size_t)1 << members, sizeof *domain->values);
    bool good = domain->values != NULL;
    for (uint32_t mask = 0; mask < (1U << members) && good; mask++)
        good = add_subset(domain, gathering, mask, scratch);
    return good;
}

/* ---- the domain ------------------------------------------------------------------------------------------------------- */

/* Of a date that is known in part only the days of that part: its first and last stand for those beyond the points. */
static void keep_within(struct domain *domain, struct type type, struct date_span span)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < domain->count; i++) {
        day on = domain->values[i].as.one.date.first;
        if (on >= span.first && on <= span.last)
            domain->values[kept++] = domain->values[i];
    }
    domain->count = kept;
    add_value(domain, type, (union scalar){.date = {span.first, span.first}});
    add_value(domain, type, (union scalar){.date = {span.last, span.last}});
}

/* A day of which the month or the year is known is one of so many: few enough to try each, whatever is calculated with it. */
static bool add_each_day(struct domain *domain, struct type type, struct date_span span, struct arena *scratch)
{
    domain->whole = span.last - span.first < DAYS_MAX;
    if (!domain->whole)
        return true;
    domain->values = arena_array(scratch, (size_t)(span.last - span.first) + 1, sizeof *domain->values);
    if (!domain->values)
        return false;
    for (day at = span.first; at <= span.last; at++)
        domain->values[domain->count++] = value_scalar(type.kind, (union scalar){.date = {at, at}});
    return true;
}

/* Of a fact that is calculated with, or compared with, other unknown facts: values far apart, to see whether the answer can differ. They prove
 * nothing. */
static void add_samples(struct domain *domain, const struct gathering *gathering)
{
    enum { SAMPLE_YEARS = 20 };
    static const int32_t numbers[] = {0, 14, 18, 1000};
    struct type type = gathering->type;
    struct date_span today = {gathering->view->as_of, gathering->view->as_of};
    struct duration years = {SAMPLE_YEARS * 12, 0};
    if (type.kind == TYPE_DATE) {
        add_day_value(domain, type, today.first);
        add_day_value(domain, type, date_add(today, duration_negate(years)).first);
        add_day_value(domain, type, date_add(today, years).first);
    } else if (type.kind == TYPE_DURATION || type.kind == TYPE_PENALTY) {
        add_value(domain, type, (union scalar){.duration = years});
    }
    for (size_t i = 0; type.kind == TYPE_INTEGER && i < sizeof numbers / sizeof numbers[0]; i++)
        add_number(domain, type, numbers[i]);
}

static bool find_domain(struct view *view, const struct rule *rule, struct cell_key key, bool tried, struct arena *scratch,
                        struct domain *out)
{
    *out = (struct domain){.whole = true};
    if (key.fact == FACT_EXISTS) {
        out->values = arena_array(scratch, 2, sizeof *out->values);
        if (!out->values)
            return false;
        out->values[0] = value_boolean(TRUTH_TRUE);
        out->values[1] = value_boolean(TRUTH_FALSE);
        out->count = 2;
        return true;
    }
    struct gathering gathering = {.view = view, .key = key, .type = view->rules->vocabulary.entities[key.entity].facts[key.fact].type};
    const struct cell *cell;
    bool presumed;
    gathering.known = view_fact(view, key, &cell, &presumed);
    if (!gathering.known.known)
        gathering.known.count = 0;
    gather_rule(&gathering, rule);
    bool partly = gathering.known.known && !gathering.type.set && gathering.type.kind != TYPE_DATE;
    bool partial_date = gathering.known.known && !gathering.type.set && gathering.type.kind == TYPE_DATE;
    if (gathering.buried && partial_date)
        return add_each_day(out, gathering.type, gathering.known.as.one.date, scratch);
    if (partly || (gathering.buried && (!tried || gathering.type.set))) {
        out->whole = false;
        return true;
    }
    if (gathering.type.set)
        return add_sets(out, &gathering, tried ? SUBSET_TRIED_MAX : SUBSET_LISTED_MAX, scratch);
    out->values = arena_array(scratch, scalar_room(&gathering), sizeof *out->values);
    if (!out->values)
        return false;
    add_scalars(out, &gathering);
    bool closed = gathering.type.kind == TYPE_BOOLEAN || gathering.type.kind == TYPE_ENUM;
    out->whole &= closed || (!gathering.overflow && !gathering.buried);
    if (tried && !out->whole)
        add_samples(out, &gathering);
    if (gathering.known.known)
        keep_within(out, gathering.type, gathering.known.as.one.date);
    return true;
}

bool domain_of(struct view *view, const struct rule *rule, struct cell_key key, struct arena *scratch, struct domain *out)
{
    return find_domain(view, rule, key, false, scratch, out);
}

bool domain_to_try(struct view *view, const struct rule *rule, struct cell_key key, struct arena *scratch, struct domain *out)
{
    return find_domain(view, rule, key, true, scratch, out);
}

bool domain_is_fresh(struct type type, union scalar scalar)
{
    return (type.kind == TYPE_STATE || type.kind == TYPE_TEXT) && scalar.name >= FRESH_NAME(FRESH_MAX - 1);
}

static bool is_another(const struct exd_record *record, const struct fact *fact, union scalar scalar)
{
    return domain_is_fresh(fact->type, scalar) || (fact->type.kind == TYPE_REF && scalar.item >= record->lists[fact->type.of].count);
}

static void write_member(const struct exd_record *record, const struct fact *one, struct value member, bool phrase, struct buffer *buffer)
{
    size_t start = buffer->length;
    if (!member.known || member.set || !is_another(record, one, member.as.one))
        record_value_write(record, one, member, buffer);
    else if (phrase)
        phrase_message(buffer, MESSAGE_ANOTHER);
    else
        buffer_text(buffer, message_english(MESSAGE_ANOTHER));
    if (phrase && (!member.known || !is_another(record, one, member.as.one)))
        phrase_escape(buffer, start);
}

static void write_value(const struct exd_record *record, const struct fact *fact, struct value value, bool phrase, struct buffer *buffer)
{
    bool list = value.known && value.set;
    uint32_t count = list ? value.count : 1;
    struct fact one = *fact;
    one.type.set = false;
    buffer_string(buffer, list ? "[" : "");
    for (uint32_t i = 0; i < count; i++) {
        buffer_string(buffer, i ? ", " : "");
        write_member(record, &one, list ? value_scalar(fact->type.kind, value.as.members[i]) : value, phrase, buffer);
    }
    buffer_string(buffer, list ? "]" : "");
}

void domain_write(const struct exd_record *record, const struct fact *fact, struct value value, struct buffer *buffer)
{
    write_value(record, fact, value, false, buffer);
}

void domain_say(const struct exd_record *record, const struct fact *fact, struct value value, struct buffer *buffer)
{
    write_value(record, fact, value, true, buffer);
}

/* How many witnesses the quantifiers over one entity can ask for: a case in which the rule holds needs one for each that seeks an item, and no more;
 * a case in which it fails, one for each that speaks of all. A quantifier inside one of the other direction ("every proceeding has some
 * assurance") asks anew for each item of the outer one. */
struct witnesses {
    const struct view *view;
    uint32_t entity;
    uint32_t seek;  /* to make the rule hold */
    uint32_t speak; /* to make it fail */
};

enum { WITNESSES_MAX = 1000, WITNESSES_OF_OPEN_LIST = 4 };

static uint32_t witnesses_times(const struct witnesses *witnesses, uint32_t factor, uint32_t entity)
{
    uint32_t items = view_item_count(witnesses->view, entity);
    if (!view_list_is_complete(witnesses->view, entity))
        items += WITNESSES_OF_OPEN_LIST;
    uint64_t product = (uint64_t)factor * (items ? items : 1);
    return product < WITNESSES_MAX ? (uint32_t)product : WITNESSES_MAX;
}

/* `there` and `all`: how many times what stands here is asked for, by the outer quantifiers that seek one item and by those that speak of all. */
static void count_witnesses(struct witnesses *witnesses, uint32_t index, bool denied, uint32_t there, uint32_t all)
{
    const struct program *program = &witnesses->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    switch (node->op) {
    case OP_ALL:
    case OP_ANY:
        for (uint32_t i = 0; i < node->b; i++)
            count_witnesses(witnesses, program->children[node->a + i], denied, there, all);
        break;
    case OP_UNLESS:
        count_witnesses(witnesses, node->a, denied, there, all);
        count_witnesses(witnesses, node->b, !denied, there, all);
        break;
    case OP_SOME:
    case OP_EVERY:
    case OP_NO: {
        bool seeks = (node->op == OP_SOME) != denied;
        uint32_t *wanted = seeks ? &witnesses->seek : &witnesses->speak;
        if (node->b == witnesses->entity)
            *wanted += *wanted < WITNESSES_MAX ? (seeks ? all : there) : 0;
        count_witnesses(witnesses, node->a, denied != (node->op == OP_NO), seeks ? witnesses_times(witnesses, there, node->b) : there,
                        seeks ? all : witnesses_times(witnesses, all, node->b));
        break;
    }
    case OP_NOT:
        count_witnesses(witnesses, node->a, !denied, there, all);
        break;
    case OP_DEFINITION:
        count_witnesses(witnesses, node->a, denied, there, all);
        break;
    default:
        break;
    }
}

uint32_t domain_witnesses(const struct view *view, const struct rule *rule, uint32_t entity)
{
    bool requirement = effect_is_requirement(rule->effect);
    const struct {
        uint32_t root;
        bool denied;
    } parts[] = {{rule->given, requirement}, {rule->when, false}, {rule->unless, !requirement}};
    struct witnesses witnesses = {.view = view, .entity = entity};
    for (size_t i = 0; i < 3; i++)
        if (parts[i].root != NO_ROOT)
            count_witnesses(&witnesses, parts[i].root, parts[i].denied, 1, 1);
    return witnesses.seek > witnesses.speak ? witnesses.seek : witnesses.speak;
}
