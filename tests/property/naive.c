#include "naive.h"

#include <string.h>

#include "check/evaluate.h"

enum { POOL_MAX = 512, VALUES_MAX = 2048, CELLS_MAX = 256, TRAIL_MAX = 96, SUBSET_MEMBERS_MOST = 8, SAMPLE = 300, AGE_MOST = 130 };

struct pool {
    union scalar items[POOL_MAX];
    uint32_t count;
};

/* The values that one unknown fact of one item can have. */
struct cell_values {
    struct cell_key key;
    struct value *values;
    uint32_t count;
};

struct naive {
    const struct exd_report *report;
    const struct exd_rules *rules;
    const struct exd_record *record;
    const struct rule *rule;
    struct pool names, dates, numbers, durations;
    bool asks_age, asks_party;
    struct arena arena;
    struct cell_values cells[CELLS_MAX];
    uint32_t cell_count;
    struct {
        uint32_t cell;
        uint32_t at;
    } trail[TRAIL_MAX];
    uint32_t trail_count;
    uint32_t items[SLOT_LIMIT];
    uint32_t imagined;
    uint64_t chance; /* 0: not sampling */
    bool crowded;    /* something did not fit */
    bool disputed;
    enum truth applies[4096];
};

/* ---- what the rule speaks of ------------------------------------------------------------------------------------------ */

static void put(struct naive *naive, struct pool *pool, union scalar scalar)
{
    for (uint32_t i = 0; i < pool->count; i++)
        if (memcmp(&pool->items[i], &scalar, sizeof scalar) == 0)
            return;
    if (pool->count < POOL_MAX)
        pool->items[pool->count++] = scalar;
    else
        naive->crowded = true;
}

static void put_day(struct naive *naive, day at)
{
    put(naive, &naive->dates, (union scalar){.date = {at, at}});
}

static void put_number(struct naive *naive, int32_t number)
{
    union scalar scalar = {0};
    scalar.integer.least = scalar.integer.most = number;
    put(naive, &naive->numbers, scalar);
}

static void put_name(struct naive *naive, name id)
{
    union scalar scalar = {0};
    scalar.name = id;
    put(naive, &naive->names, scalar);
}

static void put_scalar(struct naive *naive, enum type_kind kind, union scalar scalar)
{
    switch (kind) {
    case TYPE_DATE:
        put_day(naive, scalar.date.first);
        put_day(naive, scalar.date.last);
        break;
    case TYPE_INTEGER:
        put_number(naive, scalar.integer.least);
        put_number(naive, scalar.integer.most);
        break;
    case TYPE_DURATION:
    case TYPE_PENALTY:
        put(naive, &naive->durations, scalar);
        break;
    case TYPE_ENUM:
    case TYPE_STATE:
    case TYPE_TEXT:
        put_name(naive, scalar.name);
        break;
    case TYPE_BOOLEAN:
    case TYPE_REF:
        break;
    }
}

static void put_value(struct naive *naive, struct value value)
{
    for (uint32_t i = 0; value.known && value.set && i < value.count; i++)
        put_scalar(naive, (enum type_kind)value.kind, value.as.members[i]);
    if (value.known && !value.set)
        put_scalar(naive, (enum type_kind)value.kind, value.as.one);
}

static void put_fact(struct naive *naive, uint32_t entity, uint32_t fact)
{
    const struct item_list *list = &naive->record->lists[entity];
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].cells[fact].status == CELL_KNOWN)
            put_value(naive, list->items[i].cells[fact].value);
    put_value(naive, naive->rules->vocabulary.entities[entity].facts[fact].presumption);
}

static void survey(struct naive *naive, uint32_t index)
{
    const struct program *program = &naive->rules->program;
    const struct program_node *node = &program->nodes[index];
    switch ((enum node_op)node->op) {
    case OP_ALL:
    case OP_ANY:
    case OP_SET:
        for (uint32_t i = 0; i < node->b; i++)
            survey(naive, program->children[node->a + i]);
        break;
    case OP_PARTY:
        naive->asks_party = true;
        survey(naive, node->a);
        break;
    case OP_NOT:
    case OP_SOME:
    case OP_EVERY:
    case OP_NO:
    case OP_DEFINITION:
    case OP_TEST:
        survey(naive, node->a);
        break;
    case OP_CONSTANT:
        put_value(naive, program->constants[node->a]);
        break;
    case OP_FACT:
        put_fact(naive, node->c, node->b);
        break;
    case OP_TREATY_REGULATES:
        naive->asks_party = true; /* treaties may have rules for one State only */
        put_name(naive, naive->rules->vocabulary.grounds[node->a].name);
        break;
    case OP_TREATY_IN_FORCE:
    case OP_VARIABLE:
    case OP_AS_OF:
        break;
    case OP_AGE:
        naive->asks_age = true;
        survey(naive, node->a);
        survey(naive, node->b);
        break;
    case OP_UNLESS:
    case OP_EQ:
    case OP_NE:
    case OP_LT:
    case OP_LE:
    case OP_GT:
    case OP_GE:
    case OP_IN:
    case OP_NOT_IN:
    case OP_OVERLAPS:
    case OP_WITHIN:
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_EARLIER:
    case OP_LATER:
        survey(naive, node->a);
        survey(naive, node->b);
        break;
    }
}

static void shift_dates(struct naive *naive)
{
    uint32_t dates = naive->dates.count;
    uint32_t durations = naive->durations.count;
    for (uint32_t i = 0; i < dates; i++) {
        for (uint32_t j = 0; j < durations; j++) {
            struct duration duration = naive->durations.items[j].duration;
            if (duration.months < 0 || duration.months >= PENALTY_LIFE)
                continue;
            struct date_span later = date_add(naive->dates.items[i].date, duration);
            struct date_span earlier = date_add(naive->dates.items[i].date, duration_negate(duration));
            put_day(naive, later.first);
            put_day(naive, later.last);
            put_day(naive, earlier.first);
            put_day(naive, earlier.last);
        }
    }
}

static void survey_rule(struct naive *naive)
{
    const struct rule *rule = naive->rule;
    uint32_t roots[] = {rule->given, rule->when, rule->unless};
    put_day(naive, naive->report->as_of);
    for (int i = 0; i < 3; i++)
        if (roots[i] != NO_ROOT)
            survey(naive, roots[i]);
    for (uint32_t i = 0; i < rule->for_requested_count; i++)
        put_name(naive, rule->for_requested[i]);
    for (uint32_t i = 0; i < rule->for_requesting_count; i++)
        put_name(naive, rule->for_requesting[i]);
    for (int32_t years = 0; naive->asks_age && years < AGE_MOST; years += 10)
        put_number(naive, years); /* an unknown number may be compared with an age */
    for (uint32_t i = 0, numbers = naive->numbers.count; naive->asks_age && i < numbers; i++) {
        int32_t years = naive->numbers.items[i].integer.least;
        for (int32_t step = 0; step < 2 && years >= 0 && years < AGE_MOST; step++)
            put(naive, &naive->durations, (union scalar){.duration = {(years + step) * 12, 0}});
    }
    shift_dates(naive);
}

/* ---- the values of a fact --------------------------------------------------------------------------------------------- */

static void add_scalar(struct naive *naive, struct cell_values *cell, struct type type, union scalar scalar)
{
    struct value value = value_scalar(type.kind, scalar);
    for (uint32_t i = 0; i < cell->count; i++)
        if (value_same(cell->values[i], value))
            return;
    if (cell->count < VALUES_MAX)
        cell->values[cell->count++] = value;
    else
        naive->crowded = true;
}

static void add_dates(struct naive *naive, struct cell_values *cell, struct type type, struct value known)
{
    struct date_span span = {DAY_FIRST, DAY_NEVER};
    if (known.known)
        span = known.as.one.date;
    for (uint32_t i = 0; i < naive->dates.count; i++) {
        for (int32_t step = -2; step <= 2; step++) {
            day at = naive->dates.items[i].date.first;
            at = at == DAY_NEVER ? at : at + step;
            if (at >= span.first && at <= span.last)
                add_scalar(naive, cell, type, (union scalar){.date = {at, at}});
        }
    }
    add_scalar(naive, cell, type, (union scalar){.date = {span.first, span.first}});
    add_scalar(naive, cell, type, (union scalar){.date = {span.last, span.last}});
}

static bool is_listed(const struct naive *naive, struct type type, name id)
{
    return enumeration_has(&naive->rules->vocabulary.enumerations[type.of], id);
}

static void add_names(struct naive *naive, struct cell_values *cell, struct type type)
{
    const struct vocabulary *vocabulary = &naive->rules->vocabulary;
    for (uint32_t i = 0; i < naive->names.count; i++)
        add_scalar(naive, cell, type, naive->names.items[i]);
    for (uint32_t i = 0; naive->asks_party && type.kind == TYPE_STATE && i < vocabulary->state_count; i++)
        add_scalar(naive, cell, type, (union scalar){.name = vocabulary->states[i].code});
    for (uint32_t i = 0; i < 3; i++)
        add_scalar(naive, cell, type, (union scalar){.name = UINT32_MAX - 100 - i}); /* some others */
}

static void add_durations(struct naive *naive, struct cell_values *cell, struct type type)
{
    static const int32_t special[] = {PENALTY_NONE, PENALTY_FINE, PENALTY_LIFE, PENALTY_DEATH};
    for (int i = 0; type.kind == TYPE_PENALTY && i < 4; i++)
        add_scalar(naive, cell, type, (union scalar){.duration = {special[i], 0}});
    for (uint32_t i = 0; i < naive->durations.count; i++) {
        struct duration duration = naive->durations.items[i].duration;
        bool term = duration.months >= 0 && duration.months < PENALTY_LIFE;
        for (int32_t step = -1; step <= 1 && (term || type.kind == TYPE_PENALTY); step++)
            if ((term || !step) && !(step < 0 && duration.months == 0 && duration.days == 0))
                add_scalar(naive, cell, type, (union scalar){.duration = {duration.months, duration.days + step}});
    }
    add_scalar(naive, cell, type, (union scalar){.duration = {0, 0}});
    add_scalar(naive, cell, type, (union scalar){.duration = {24000, 0}});
}

static void add_scalars(struct naive *naive, struct cell_values *cell, struct type type, struct value known)
{
    const struct vocabulary *vocabulary = &naive->rules->vocabulary;
    switch (type.kind) {
    case TYPE_BOOLEAN:
        add_scalar(naive, cell, type, (union scalar){.boolean = false});
        add_scalar(naive, cell, type, (union scalar){.boolean = true});
        break;
    case TYPE_ENUM:
        for (uint32_t i = 0; i < vocabulary->enumerations[type.of].count; i++)
            add_scalar(naive, cell, type, (union scalar){.name = vocabulary->enumerations[type.of].values[i]});
        break;
    case TYPE_STATE:
    case TYPE_TEXT:
        add_names(naive, cell, type);
        break;
    case TYPE_REF:
        for (uint32_t i = 0; i < naive->record->lists[type.of].count + 2; i++)
            add_scalar(naive, cell, type, (union scalar){.item = i});
        break;
    case TYPE_INTEGER:
        for (uint32_t i = 0; i < naive->numbers.count; i++) {
            for (int32_t step = -1; step <= 1; step++) {
                union scalar scalar = {0};
                scalar.integer.least = scalar.integer.most = naive->numbers.items[i].integer.least + step;
                add_scalar(naive, cell, type, scalar);
            }
        }
        add_scalar(naive, cell, type, (union scalar){0});
        break;
    case TYPE_DATE:
        add_dates(naive, cell, type, known);
        break;
    case TYPE_DURATION:
    case TYPE_PENALTY:
        add_durations(naive, cell, type);
        break;
    }
}

/* The members that the rule or the record speaks of, and one of which neither does. */
static uint32_t find_members(struct naive *naive, struct type type, union scalar members[SUBSET_MEMBERS_MOST])
{
    uint32_t count = 0;
    if (type.kind == TYPE_REF) {
        for (uint32_t i = 0; i <= naive->record->lists[type.of].count && count < SUBSET_MEMBERS_MOST; i++)
            members[count++] = (union scalar){.item = i};
        naive->crowded |= naive->record->lists[type.of].count >= SUBSET_MEMBERS_MOST;
        return count;
    }
    for (uint32_t i = 0; i < naive->names.count; i++) {
        if (type.kind == TYPE_ENUM && !is_listed(naive, type, naive->names.items[i].name))
            continue;
        if (count == SUBSET_MEMBERS_MOST - 1) {
            naive->crowded = true;
            break;
        }
        members[count++] = naive->names.items[i];
    }
    const struct enumeration *enumeration = &naive->rules->vocabulary.enumerations[type.kind == TYPE_ENUM ? type.of : 0];
    if (type.kind != TYPE_ENUM) {
        members[count++] = (union scalar){.name = UINT32_MAX - 100};
        return count;
    }
    for (uint32_t i = 0; i < enumeration->count; i++) {
        bool there = false;
        for (uint32_t j = 0; j < count; j++)
            there |= members[j].name == enumeration->values[i];
        if (there)
            continue;
        members[count++] = (union scalar){.name = enumeration->values[i]};
        break;
    }
    return count;
}

static void add_sets(struct naive *naive, struct cell_values *cell, struct type type, struct value known)
{
    union scalar members[SUBSET_MEMBERS_MOST];
    uint32_t count = find_members(naive, type, members);
    uint32_t begun = known.known ? known.count : 0;
    for (uint32_t mask = 0; mask < 1U << count; mask++) {
        union scalar *chosen = arena_array(&naive->arena, begun + count + 1, sizeof *chosen);
        struct value value = {.kind = (uint8_t)type.kind, .known = true, .set = true, .complete = true};
        for (uint32_t i = 0; i < begun; i++)
            chosen[value.count++] = known.as.members[i];
        for (uint32_t i = 0; i < count; i++)
            if (mask & 1U << i)
                chosen[value.count++] = members[i];
        value.as.members = chosen;
        cell->values[cell->count++] = value;
    }
}

static uint32_t values_of(struct naive *naive, struct cell_key key, struct value known)
{
    for (uint32_t i = 0; i < naive->cell_count; i++)
        if (memcmp(&naive->cells[i].key, &key, sizeof key) == 0)
            return i;
    if (naive->cell_count == CELLS_MAX) {
        naive->crowded = true;
        return 0;
    }
    struct cell_values *cell = &naive->cells[naive->cell_count];
    *cell = (struct cell_values){.key = key, .values = arena_array(&naive->arena, VALUES_MAX, sizeof *cell->values)};
    if (key.fact == FACT_EXISTS) {
        add_scalars(naive, cell, (struct type){.kind = TYPE_BOOLEAN}, known);
        return naive->cell_count++;
    }
    struct type type = naive->rules->vocabulary.entities[key.entity].facts[key.fact].type;
    if (type.set)
        add_sets(naive, cell, type, known);
    else
        add_scalars(naive, cell, type, known);
    return naive->cell_count++;
}

static uint32_t draw(struct naive *naive, uint32_t below)
{
    naive->chance ^= naive->chance << 13;
    naive->chance ^= naive->chance >> 7;
    naive->chance ^= naive->chance << 17;
    return (uint32_t)(naive->chance >> 33) % below;
}

/* The value that the fact has in the completion being tried; the first time that it is read, a further turning of the way. */
static struct value choose(struct naive *naive, struct cell_key key, struct value known)
{
    uint32_t cell = values_of(naive, key, known);
    uint32_t at = 0;
    while (at < naive->trail_count && naive->trail[at].cell != cell)
        at++;
    if (at == TRAIL_MAX) {
        naive->crowded = true;
        return naive->cells[cell].values[0];
    }
    if (at == naive->trail_count) {
        naive->trail[at].cell = cell;
        naive->trail[at].at = naive->chance ? draw(naive, naive->cells[cell].count) : 0;
        naive->trail_count++;
    }
    return naive->cells[cell].values[naive->trail[at].at];
}

static bool next_completion(struct naive *naive)
{
    while (naive->trail_count) {
        uint32_t last = naive->trail_count - 1;
        if (++naive->trail[last].at < naive->cells[naive->trail[last].cell].count)
            return true;
        naive->trail_count--;
    }
    return false;
}

/* ---- evaluation under one completion ---------------------------------------------------------------------------------- */

static struct value read_fact(struct naive *naive, struct cell_key key)
{
    const struct fact *fact = &naive->rules->vocabulary.entities[key.entity].facts[key.fact];
    const struct item_list *list = &naive->record->lists[key.entity];
    struct value known = value_unknown(fact->type);
    enum cell_status status = CELL_ASKED; /* of an imagined item nothing is presumed */
    if (key.item < list->count) {
        status = list->items[key.item].cells[key.fact].status;
        if (status == CELL_KNOWN)
            known = list->items[key.item].cells[key.fact].value;
        if (status == CELL_ABSENT && fact->presumed && naive->report->presumptions)
            known = fact->presumption;
        naive->disputed |= status == CELL_DISPUTED;
    }
    return value_is_imprecise(known) ? choose(naive, key, known) : known;
}

static struct value read_request(struct naive *naive, const char *fact)
{
    const struct vocabulary *vocabulary = &naive->rules->vocabulary;
    name id = names_find(&naive->rules->names, text_of(fact));
    return read_fact(naive, (struct cell_key){vocabulary->request, 0, vocabulary_fact(&vocabulary->entities[vocabulary->request], id)});
}

static bool has_state(struct naive *naive, const char *fact, const name *list, uint32_t count)
{
    if (count == 0)
        return true;
    name state = read_request(naive, fact).as.one.name;
    bool found = false;
    for (uint32_t i = 0; i < count; i++)
        found |= list[i] == state;
    return found;
}

static enum truth in_play(struct naive *naive, const struct rule *rule)
{
    day on = naive->report->as_of;
    return truth_of(on >= rule->period.from && on <= rule->period.until &&
                    has_state(naive, "requested_state", rule->for_requested, rule->for_requested_count) &&
                    has_state(naive, "requesting_state", rule->for_requesting, rule->for_requesting_count));
}

static bool is_treaty(const struct instrument *instrument)
{
    return instrument->basis && instrument_kind_is_treaty(instrument->kind);
}

static enum truth some_treaty(const struct naive *naive)
{
    enum truth any = TRUTH_FALSE;
    for (uint32_t i = 0; i < naive->rules->instrument_count; i++)
        if (is_treaty(&naive->rules->instruments[i]))
            any = truth_or(any, naive->applies[i]);
    return any;
}

static enum truth regulates(struct naive *naive, uint32_t ground)
{
    enum truth any = TRUTH_FALSE;
    for (uint32_t i = 0; i < naive->rules->instrument_count; i++) {
        const struct instrument *instrument = &naive->rules->instruments[i];
        for (uint32_t j = 0; is_treaty(instrument) && naive->applies[i] != TRUTH_FALSE && j < instrument->rule_count; j++)
            if (instrument->rules[j].ground == ground && instrument->rules[j].effect != EXD_EFFECT_CONSIDERATION)
                any = truth_or(any, truth_and(naive->applies[i], in_play(naive, &instrument->rules[j])));
    }
    if (any == TRUTH_TRUE)
        return any;
    struct value provides = read_request(naive, "treaty_provides");
    struct value wanted = value_scalar(TYPE_ENUM, (union scalar){.name = naive->rules->vocabulary.grounds[ground].name});
    enum truth other = truth_and(value_truth(read_request(naive, "treaty_in_force")), value_in(wanted, provides));
    return truth_or(any, truth_and(truth_not(some_treaty(naive)), other));
}

static enum truth holds(struct naive *naive, uint32_t index);

static struct value number_of(struct naive *naive, uint32_t index, union scalar members[SET_MEMBERS_MAX])
{
    const struct program *program = &naive->rules->program;
    const struct program_node *node = &program->nodes[index];
    union scalar unused[SET_MEMBERS_MAX];
    if (node->op == OP_CONSTANT)
        return program->constants[node->a];
    if (node->op == OP_FACT)
        return read_fact(naive, (struct cell_key){node->c, naive->items[node->a], node->b});
    if (node->op == OP_VARIABLE)
        return value_scalar(TYPE_REF, (union scalar){.item = naive->items[node->a]});
    if (node->op == OP_AS_OF)
        return value_scalar(TYPE_DATE, (union scalar){.date = {naive->report->as_of, naive->report->as_of}});
    if (node->op == OP_SET) {
        struct value set = {.kind = (uint8_t)node->kind, .known = true, .set = true, .complete = true, .count = node->b};
        for (uint32_t i = 0; i < node->b; i++)
            members[i] = number_of(naive, program->children[node->a + i], unused).as.one;
        set.as.members = members;
        return set;
    }
    if (node->op < OP_ADD || node->op > OP_LATER)
        return value_boolean(holds(naive, index));
    struct value a = number_of(naive, node->a, unused);
    struct value b = number_of(naive, node->b, unused);
    union scalar result = {0};
    struct date_span x = a.as.one.date;
    struct date_span y = b.as.one.date;
    if (node->op == OP_AGE) {
        date_age(x, y, &result.integer.least, &result.integer.most);
        return value_scalar(TYPE_INTEGER, result);
    }
    if (node->op == OP_ADD)
        result.date = date_add(x, b.as.one.duration);
    else if (node->op == OP_SUBTRACT)
        result.date = date_add(x, duration_negate(b.as.one.duration));
    else if (node->op == OP_EARLIER)
        result.date = (struct date_span){x.first < y.first ? x.first : y.first, x.last < y.last ? x.last : y.last};
    else
        result.date = (struct date_span){x.first > y.first ? x.first : y.first, x.last > y.last ? x.last : y.last};
    return value_scalar(TYPE_DATE, result);
}

static enum truth compare(struct naive *naive, const struct program_node *node)
{
    union scalar left[SET_MEMBERS_MAX];
    union scalar right[SET_MEMBERS_MAX];
    struct value a = number_of(naive, node->a, left);
    struct value b = number_of(naive, node->b, right);
    switch (node->op) {
    case OP_EQ:
        return value_equal(a, b);
    case OP_NE:
        return truth_not(value_equal(a, b));
    case OP_LT:
        return value_less(a, b);
    case OP_LE:
        return truth_not(value_less(b, a));
    case OP_GT:
        return value_less(b, a);
    case OP_GE:
        return truth_not(value_less(a, b));
    case OP_IN:
        return value_in(a, b);
    case OP_NOT_IN:
        return truth_not(value_in(a, b));
    case OP_OVERLAPS:
        return value_overlaps(a, b);
    default:
        return value_within(a, b);
    }
}

/* Whether there is an item of which the body is `wanted`. */
static enum truth exists(struct naive *naive, const struct program_node *node, bool wanted)
{
    const struct item_list *list = &naive->record->lists[node->b];
    uint32_t more = list->present && list->complete ? 0 : naive->imagined;
    uint32_t outer = naive->items[node->c];
    enum truth found = TRUTH_FALSE;
    for (uint32_t i = 0; i < list->count + more && found != TRUTH_TRUE; i++) {
        struct cell_key there = {node->b, i, FACT_EXISTS};
        if (i >= list->count && !choose(naive, there, value_unknown((struct type){.kind = TYPE_BOOLEAN})).as.one.boolean)
            continue;
        naive->items[node->c] = i;
        enum truth body = holds(naive, node->a);
        found = truth_or(found, wanted ? body : truth_not(body));
    }
    naive->items[node->c] = outer;
    return found;
}

static enum truth holds(struct naive *naive, uint32_t index)
{
    const struct program *program = &naive->rules->program;
    const struct program_node *node = &program->nodes[index];
    union scalar unused[SET_MEMBERS_MAX];
    enum truth result = truth_of(node->op == OP_ALL);
    struct value state;
    switch (node->op) {
    case OP_ALL:
        for (uint32_t i = 0; i < node->b && result != TRUTH_FALSE; i++)
            result = truth_and(result, holds(naive, program->children[node->a + i]));
        return result;
    case OP_ANY:
        for (uint32_t i = 0; i < node->b && result != TRUTH_TRUE; i++)
            result = truth_or(result, holds(naive, program->children[node->a + i]));
        return result;
    case OP_NOT:
        return truth_not(holds(naive, node->a));
    case OP_UNLESS:
        result = holds(naive, node->a);
        return result == TRUTH_FALSE ? result : truth_and(result, truth_not(holds(naive, node->b)));
    case OP_DEFINITION:
    case OP_TEST:
        return holds(naive, node->a);
    case OP_SOME:
        return exists(naive, node, true);
    case OP_NO:
        return truth_not(exists(naive, node, true));
    case OP_EVERY:
        return truth_not(exists(naive, node, false));
    case OP_TREATY_IN_FORCE:
        result = some_treaty(naive);
        return result == TRUTH_TRUE ? result : truth_or(result, value_truth(read_request(naive, "treaty_in_force")));
    case OP_TREATY_REGULATES:
        return regulates(naive, node->a);
    case OP_PARTY:
        state = number_of(naive, node->a, unused);
        return instrument_has_party(&naive->rules->instruments[node->b], state.as.one.name, naive->report->as_of);
    case OP_CONSTANT:
    case OP_FACT:
        return value_truth(number_of(naive, index, unused));
    default:
        return compare(naive, node);
    }
}

static enum truth part(struct naive *naive, uint32_t root, bool otherwise)
{
    return root == NO_ROOT ? truth_of(otherwise) : holds(naive, root);
}

static enum truth rule_engaged(struct naive *naive)
{
    const struct rule *rule = naive->rule;
    enum truth engaged = in_play(naive, rule);
    if (engaged != TRUTH_FALSE)
        engaged = truth_and(engaged, part(naive, rule->given, true));
    if (engaged != TRUTH_FALSE)
        engaged = truth_and(engaged, truth_not(part(naive, rule->unless, false)));
    return engaged;
}

static enum truth rule_holds(struct naive *naive)
{
    const struct rule *rule = naive->rule;
    bool requires = rule->effect == EXD_EFFECT_REQUIRES || rule->effect == EXD_EFFECT_REQUIRES_ASSURANCE;
    enum truth engaged = rule_engaged(naive);
    if (engaged == TRUTH_FALSE)
        return truth_of(requires);
    enum truth when = part(naive, rule->when, true);
    return requires ? truth_or(truth_not(engaged), when) : truth_and(engaged, when);
}

/* ---- all completions -------------------------------------------------------------------------------------------------- */

static void begin(struct naive *naive, const struct exd_report *report, const struct finding *finding, uint32_t items)
{
    const struct vocabulary *vocabulary = &report->rules->vocabulary;
    memset(naive, 0, sizeof *naive);
    naive->report = report;
    naive->rules = report->rules;
    naive->record = report->record;
    naive->rule = finding->rule;
    naive->imagined = items;
    arena_init(&naive->arena, report->rules->memory);
    for (uint32_t i = 0; i < report->instrument_count; i++)
        naive->applies[report->instruments[i].instrument->index] = report->instruments[i].result;
    uint32_t slot = 0;
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        slot += vocabulary->entities[i].single;
    if (finding->rule->each_offence)
        naive->items[slot] = finding->subject == NO_ITEM ? report->record->lists[vocabulary->offence].count : finding->subject;
    survey_rule(naive);
}

static struct naive_answer try_all(const struct exd_report *report, const struct finding *finding, uint32_t items, unsigned long most,
                                   enum truth (*ask)(struct naive *naive))
{
    static struct naive naive;
    struct naive_answer answer = {{false, false, false}, false, false};
    begin(&naive, report, finding, items);
    bool more = true;
    for (unsigned long i = 0; i < most && more && !(answer.seen[TRUTH_TRUE] && answer.seen[TRUTH_FALSE]); i++) {
        answer.seen[ask(&naive)] = true;
        more = next_completion(&naive);
    }
    answer.whole = (!more && !naive.crowded) || (answer.seen[TRUTH_TRUE] && answer.seen[TRUTH_FALSE]);
    naive.chance = UINT64_C(0x9E3779B97F4A7C15);
    for (int i = 0; i < SAMPLE && !answer.whole && !(answer.seen[TRUTH_TRUE] && answer.seen[TRUTH_FALSE]); i++) {
        naive.trail_count = 0;
        answer.seen[ask(&naive)] = true;
    }
    answer.disputed = naive.disputed;
    arena_free(&naive.arena);
    return answer;
}

struct naive_answer naive_complete(const struct exd_report *report, const struct finding *finding, uint32_t items, unsigned long most)
{
    return try_all(report, finding, items, most, rule_holds);
}

struct naive_answer naive_engaged(const struct exd_report *report, const struct finding *finding, uint32_t items, unsigned long most)
{
    return try_all(report, finding, items, most, rule_engaged);
}

static bool reads(const struct exd_rules *rules, uint32_t index, uint32_t entity, uint32_t fact)
{
    const struct program_node *node = &rules->program.nodes[index];
    bool found = false;
    switch (node->op) {
    case OP_ALL:
    case OP_ANY:
    case OP_SET:
        for (uint32_t i = 0; i < node->b && !found; i++)
            found = reads(rules, rules->program.children[node->a + i], entity, fact);
        return found;
    case OP_FACT:
        return node->c == entity && node->b == fact;
    case OP_SOME:
    case OP_EVERY:
    case OP_NO:
        return (fact == NO_FACT && node->b == entity) || reads(rules, node->a, entity, fact);
    case OP_NOT:
    case OP_DEFINITION:
    case OP_TEST:
    case OP_PARTY:
        return reads(rules, node->a, entity, fact);
    case OP_TREATY_IN_FORCE:
    case OP_TREATY_REGULATES:
        return entity == rules->vocabulary.request;
    case OP_CONSTANT:
    case OP_VARIABLE:
    case OP_AS_OF:
        return false;
    default:
        return reads(rules, node->a, entity, fact) || reads(rules, node->b, entity, fact);
    }
}

bool naive_reads(const struct exd_rules *rules, const struct rule *rule, uint32_t entity, uint32_t fact)
{
    uint32_t roots[] = {rule->given, rule->when, rule->unless};
    bool found = entity == rules->vocabulary.request && (rule->for_requested_count || rule->for_requesting_count);
    for (int i = 0; i < 3 && !found; i++)
        found = roots[i] != NO_ROOT && reads(rules, roots[i], entity, fact);
    return found;
}
