#include "check/evaluate.h"

void view_init(struct view *view, const struct exd_rules *rules, const struct exd_record *record, day as_of, bool presumptions)
{
    view->rules = rules;
    view->record = record;
    view->applies = NULL;
    view->mask = NULL;
    view->closed = 0;
    view->as_of = as_of;
    view->presumptions = presumptions;
    view->party = NO_PARTY;
    view->assumption_count = 0;
    view->steps = 0;
    view->step_limit = UINT64_MAX;
    for (uint32_t i = 0; i < SLOT_LIMIT; i++)
        view->items[i] = 0;
    for (uint32_t i = 0; i < VOCABULARY_ENTITIES_MAX; i++)
        view->imagined[i] = 0;
}

/* ---- facts ------------------------------------------------------------------------------------------------------------ */

static const struct value *assumed(const struct view *view, struct cell_key key)
{
    for (uint32_t i = 0; i < view->assumption_count; i++) {
        if (cell_key_same(view->assumptions[i].key, key))
            return &view->assumptions[i].value;
    }
    return NULL;
}

uint32_t view_item_count(const struct view *view, uint32_t entity)
{
    if (!view->record)
        return view->rules->vocabulary.entities[entity].single ? 1 : 0;
    return view->record->lists[entity].count;
}

bool view_list_is_complete(const struct view *view, uint32_t entity)
{
    if (view->closed == entity + 1)
        return true;
    if (!view->record)
        return view->rules->vocabulary.entities[entity].single;
    const struct item_list *list = &view->record->lists[entity];
    return list->present && list->complete && !(view->mask && mask_hides(view->mask, (struct cell_key){entity, 0, FACT_EXISTS}));
}

static struct value disputed_value(const struct view *view, const struct cell *cell, struct type type)
{
    for (uint32_t i = 0; view->party != NO_PARTY && i < cell->version_count; i++)
        if (cell->versions[i].party == view->party)
            return cell->versions[i].value;
    return value_unknown(type);
}

struct value view_fact(const struct view *view, struct cell_key key, const struct cell **cell, bool *presumed)
{
    const struct fact *fact = &view->rules->vocabulary.entities[key.entity].facts[key.fact];
    const struct value *assumption = assumed(view, key);
    bool real = key.item < view_item_count(view, key.entity) && !(view->mask && mask_hides(view->mask, key));
    *cell = real && view->record ? record_cell(view->record, key.entity, key.item, key.fact) : NULL;
    *presumed = false;
    if (assumption)
        return *assumption;
    if (!real)
        return value_unknown(fact->type);
    switch (*cell ? (*cell)->status : CELL_ABSENT) {
    case CELL_KNOWN:
        return (*cell)->value;
    case CELL_DISPUTED:
        return disputed_value(view, *cell, fact->type);
    case CELL_ASKED:
        return value_unknown(fact->type);
    case CELL_ABSENT:
        break;
    }
    *presumed = fact->presumed && view->presumptions;
    return *presumed ? fact->presumption : value_unknown(fact->type);
}

struct cell_key view_request_key(const struct view *view, const char *fact)
{
    const struct vocabulary *vocabulary = &view->rules->vocabulary;
    name id = names_find(&view->rules->names, text_of(fact));
    return (struct cell_key){vocabulary->request, 0, vocabulary_fact(&vocabulary->entities[vocabulary->request], id)};
}

struct value view_request_value(const struct view *view, const char *fact)
{
    const struct cell *cell;
    bool presumed;
    return view_fact(view, view_request_key(view, fact), &cell, &presumed);
}

/* The slot of the offence comes after those of the single entities, in the order in which the compiler bound them. */
static uint32_t offence_slot(const struct vocabulary *vocabulary)
{
    uint32_t slot = 0;
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        slot += vocabulary->entities[i].single;
    return slot;
}

void view_set_subject(struct view *view, const struct rule *rule, uint32_t offence)
{
    if (rule->each_offence)
        view->items[offence_slot(&view->rules->vocabulary)] = offence;
}

/* ---- what the language knows of instruments --------------------------------------------------------------------------- */

enum truth instrument_has_party(const struct instrument *instrument, name state, day on)
{
    bool listed = false;
    for (uint32_t i = 0; i < instrument->party_count; i++) {
        const struct party *party = &instrument->parties[i];
        listed |= party->state == state;
        if (party->state == state && party->period.from <= on && on <= party->period.until)
            return TRUTH_TRUE;
    }
    return listed || instrument->parties_complete ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static enum truth state_is_listed(struct value state, const name *list, uint32_t count)
{
    if (count == 0)
        return TRUTH_TRUE;
    if (!state.known)
        return TRUTH_UNKNOWN;
    for (uint32_t i = 0; i < count; i++)
        if (list[i] == state.as.one.name)
            return TRUTH_TRUE;
    return TRUTH_FALSE;
}

enum truth rule_in_play(const struct view *view, const struct rule *rule)
{
    if (view->as_of < rule->period.from || view->as_of > rule->period.until)
        return TRUTH_FALSE;
    if (rule->for_requested_count == 0 && rule->for_requesting_count == 0)
        return TRUTH_TRUE;
    return truth_and(state_is_listed(view_request_value(view, "requested_state"), rule->for_requested, rule->for_requested_count),
                     state_is_listed(view_request_value(view, "requesting_state"), rule->for_requesting, rule->for_requesting_count));
}

bool instrument_is_basis(const struct instrument *instrument)
{
    return instrument->basis && instrument_kind_is_treaty(instrument->kind);
}

/* Whether any treaty of the library applies. */
static enum truth some_treaty_applies(const struct view *view)
{
    enum truth any = TRUTH_FALSE;
    for (uint32_t i = 0; view->applies && i < view->rules->instrument_count; i++)
        if (instrument_is_basis(&view->rules->instruments[i]))
            any = truth_or(any, (enum truth)view->applies[i]);
    return any;
}

static enum truth instrument_regulates(const struct view *view, const struct instrument *instrument, uint32_t ground)
{
    enum truth any = TRUTH_FALSE;
    for (uint32_t i = 0; i < instrument->rule_count; i++)
        if (instrument->rules[i].ground == ground && instrument->rules[i].effect != EXD_EFFECT_CONSIDERATION)
            any = truth_or(any, rule_in_play(view, &instrument->rules[i]));
    return any;
}

static enum truth treaty_regulates(const struct view *view, uint32_t ground)
{
    enum truth any = TRUTH_FALSE;
    for (uint32_t i = 0; view->applies && i < view->rules->instrument_count; i++)
        if (instrument_is_basis(&view->rules->instruments[i]) && view->applies[i] != TRUTH_FALSE)
            any = truth_or(any, truth_and((enum truth)view->applies[i], instrument_regulates(view, &view->rules->instruments[i], ground)));
    if (any == TRUTH_TRUE)
        return any;
    struct value wanted = value_scalar(TYPE_ENUM, (union scalar){.name = view->rules->vocabulary.grounds[ground].name});
    enum truth other =
        truth_and(value_truth(view_request_value(view, "treaty_in_force")), value_in(wanted, view_request_value(view, "treaty_provides")));
    return truth_or(any, truth_and(truth_not(some_treaty_applies(view)), other));
}

/* ---- values ----------------------------------------------------------------------------------------------------------- */

static struct value date_value(struct date_span span)
{
    return value_scalar(TYPE_DATE, (union scalar){.date = span});
}

static struct date_span earlier(struct date_span a, struct date_span b)
{
    return (struct date_span){a.first < b.first ? a.first : b.first, a.last < b.last ? a.last : b.last};
}

static struct date_span later(struct date_span a, struct date_span b)
{
    return (struct date_span){a.first > b.first ? a.first : b.first, a.last > b.last ? a.last : b.last};
}

static struct value binary_value(struct view *view, const struct program_node *node)
{
    struct value a = evaluate_value(view, node->a);
    struct value b = evaluate_value(view, node->b);
    struct type type = {.kind = (enum type_kind)node->kind};
    if (!a.known || !b.known)
        return value_unknown(type);
    union scalar result = {0};
    switch (node->op) {
    case OP_ADD:
        return date_value(date_add(a.as.one.date, b.as.one.duration));
    case OP_SUBTRACT:
        return date_value(date_add(a.as.one.date, duration_negate(b.as.one.duration)));
    case OP_EARLIER:
        return date_value(earlier(a.as.one.date, b.as.one.date));
    case OP_LATER:
        return date_value(later(a.as.one.date, b.as.one.date));
    case OP_AGE:
        date_age(a.as.one.date, b.as.one.date, &result.integer.least, &result.integer.most);
        return value_scalar(TYPE_INTEGER, result);
    default:
        break;
    }
    return value_unknown(type);
}

struct value evaluate_value(struct view *view, uint32_t index)
{
    const struct program_node *node = &view->rules->program.nodes[index];
    const struct cell *cell;
    bool presumed;
    view->steps++;
    switch (node->op) {
    case OP_CONSTANT:
        return view->rules->program.constants[node->a];
    case OP_FACT:
        return view_fact(view, (struct cell_key){node->c, view->items[node->a], node->b}, &cell, &presumed);
    case OP_VARIABLE:
        return value_scalar(TYPE_REF, (union scalar){.item = view->items[node->a]});
    case OP_AS_OF:
        return date_value((struct date_span){view->as_of, view->as_of});
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_AGE:
    case OP_EARLIER:
    case OP_LATER:
        return binary_value(view, node);
    default:
        return value_boolean(evaluate_truth(view, index));
    }
}

/* ---- truth ------------------------------------------------------------------------------------------------------------ */

static enum truth compare(uint16_t op, struct value a, struct value b)
{
    switch (op) {
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
    case OP_WITHIN:
        return value_within(a, b);
    default:
        return TRUTH_UNKNOWN;
    }
}

/* A value as one side of a comparison. The members of a set that is built here live in `members`. */
static struct value operand(struct view *view, uint32_t index, union scalar members[SET_MEMBERS_MAX])
{
    const struct program_node *node = &view->rules->program.nodes[index];
    if (node->op != OP_SET)
        return evaluate_value(view, index);
    struct value set = {.kind = (uint8_t)node->kind, .known = true, .set = true, .complete = true};
    for (uint32_t i = 0; i < node->b; i++) {
        struct value member = evaluate_value(view, view->rules->program.children[node->a + i]);
        if (member.known)
            members[set.count++] = member.as.one;
        else
            set.complete = false; /* it has one member more, whichever that is */
    }
    set.as.members = members;
    return set;
}

/* Members of sets are compared each with each: so many comparisons are another step. */
enum { MEMBERS_OF_A_STEP = 16 };

static uint64_t extra_steps(struct value a, struct value b)
{
    return (uint64_t)(a.set ? a.count : 1) * (b.set ? b.count : 1) / MEMBERS_OF_A_STEP;
}

/* The body of a quantifier for one item; an imagined item counts only if it is there. `some`: is there one; `every`, `no`: is there a counter-example. */
static enum truth witness(struct view *view, const struct program_node *node, uint32_t item, bool wanted)
{
    enum truth there = TRUTH_TRUE;
    if (item >= view_item_count(view, node->b)) {
        const struct value *assumption = assumed(view, (struct cell_key){node->b, item, FACT_EXISTS});
        there = assumption ? value_truth(*assumption) : TRUTH_UNKNOWN;
        if (there == TRUTH_FALSE)
            return TRUTH_FALSE;
    }
    uint32_t outer = view->items[node->c];
    view->items[node->c] = item;
    enum truth body = evaluate_truth(view, node->a);
    view->items[node->c] = outer;
    return truth_and(there, wanted ? body : truth_not(body));
}

static enum truth quantify(struct view *view, const struct program_node *node, bool wanted)
{
    uint32_t count = view_item_count(view, node->b);
    uint32_t imagined = 0;
    if (!view_list_is_complete(view, node->b))
        imagined = view->imagined[node->b] ? view->imagined[node->b] : 1;
    enum truth found = TRUTH_FALSE;
    for (uint32_t i = 0; i < count + imagined && found != TRUTH_TRUE; i++)
        found = truth_or(found, witness(view, node, i, wanted));
    return found;
}

enum truth evaluate_truth(struct view *view, uint32_t index)
{
    const struct program_node *node = &view->rules->program.nodes[index];
    const uint32_t *children = view->rules->program.children;
    enum truth result;
    if (++view->steps > view->step_limit)
        return TRUTH_UNKNOWN;
    switch ((enum node_op)node->op) {
    case OP_ALL:
        result = TRUTH_TRUE;
        for (uint32_t i = 0; i < node->b && result != TRUTH_FALSE; i++)
            result = truth_and(result, evaluate_truth(view, children[node->a + i]));
        return result;
    case OP_ANY:
        result = TRUTH_FALSE;
        for (uint32_t i = 0; i < node->b && result != TRUTH_TRUE; i++)
            result = truth_or(result, evaluate_truth(view, children[node->a + i]));
        return result;
    case OP_NOT:
        return truth_not(evaluate_truth(view, node->a));
    case OP_SOME:
        return quantify(view, node, true);
    case OP_EVERY:
        return truth_not(quantify(view, node, false));
    case OP_NO:
        return truth_not(quantify(view, node, true));
    case OP_UNLESS:
        return truth_and(evaluate_truth(view, node->a), truth_not(evaluate_truth(view, node->b)));
    case OP_DEFINITION:
    case OP_TEST:
        return evaluate_truth(view, node->a);
    case OP_TREATY_IN_FORCE:
        result = some_treaty_applies(view);
        return result == TRUTH_TRUE ? result : truth_or(result, value_truth(view_request_value(view, "treaty_in_force")));
    case OP_TREATY_REGULATES:
        return treaty_regulates(view, node->a);
    case OP_PARTY: {
        struct value state = evaluate_value(view, node->a);
        return state.known ? instrument_has_party(&view->rules->instruments[node->b], state.as.one.name, view->as_of) : TRUTH_UNKNOWN;
    }
    case OP_EQ:
    case OP_NE:
    case OP_LT:
    case OP_LE:
    case OP_GT:
    case OP_GE:
    case OP_IN:
    case OP_NOT_IN:
    case OP_OVERLAPS:
    case OP_WITHIN: {
        union scalar left[SET_MEMBERS_MAX];
        union scalar right[SET_MEMBERS_MAX];
        struct value a = operand(view, node->a, left);
        struct value b = operand(view, node->b, right);
        view->steps += extra_steps(a, b);
        return view->steps > view->step_limit ? TRUTH_UNKNOWN : compare(node->op, a, b);
    }
    case OP_CONSTANT:
    case OP_FACT:
        return value_truth(evaluate_value(view, index));
    case OP_SET:
    case OP_VARIABLE:
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_AGE:
    case OP_EARLIER:
    case OP_LATER:
    case OP_AS_OF:
        break; /* no truth values: typing keeps them out */
    }
    return TRUTH_UNKNOWN;
}

/* ---- rules ------------------------------------------------------------------------------------------------------------ */

bool effect_is_requirement(exd_effect effect)
{
    return effect == EXD_EFFECT_REQUIRES || effect == EXD_EFFECT_REQUIRES_ASSURANCE;
}

static enum truth part(struct view *view, uint32_t root, enum truth otherwise)
{
    return root == NO_ROOT ? otherwise : evaluate_truth(view, root);
}

struct rule_truth evaluate_rule(struct view *view, const struct rule *rule)
{
    struct rule_truth truth;
    truth.given = truth_and(rule_in_play(view, rule), part(view, rule->given, TRUTH_TRUE));
    truth.when = part(view, rule->when, TRUTH_TRUE);
    truth.unless = part(view, rule->unless, TRUTH_FALSE);
    truth.engaged = truth_and(truth.given, truth_not(truth.unless));
    truth.holds =
        effect_is_requirement(rule->effect) ? truth_or(truth_not(truth.engaged), truth.when) : truth_and(truth.engaged, truth.when);
    return truth;
}
