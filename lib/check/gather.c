#include "check/gather.h"

static bool is_the_fact(const struct gathering *gathering, const struct program_node *node)
{
    return node->op == OP_FACT && node->c == gathering->key.entity && node->b == gathering->key.fact;
}

void gather_point(struct gathering *gathering, union scalar point)
{
    struct value value = value_scalar(gathering->type.kind, point);
    for (uint32_t i = 0; i < gathering->count; i++)
        if (value_same(value, value_scalar(gathering->type.kind, gathering->points[i])))
            return;
    if (gathering->count < POINTS_MAX)
        gathering->points[gathering->count++] = point;
    else
        gathering->overflow = true;
}

static struct type type_of(const struct gathering *gathering, uint32_t entity, uint32_t fact)
{
    return gathering->view->rules->vocabulary.entities[entity].facts[fact].type;
}

/* Numbers, dates and names whose order or equality is all that counts: two of them that are compared share their constants; so do a name and a set
 * of names. */
static bool may_be_related(const struct gathering *gathering, const struct program_node *node)
{
    if (node->op != OP_FACT)
        return false;
    enum type_kind kind = gathering->type.kind;
    bool mine = type_of(gathering, gathering->key.entity, gathering->key.fact).set;
    bool other = type_of(gathering, node->c, node->b).set;
    if (kind == TYPE_INTEGER || kind == TYPE_DATE)
        return !mine && !other;
    return (kind == TYPE_STATE || kind == TYPE_TEXT) && !(mine && other);
}

static void relate(struct gathering *gathering, struct cell_key key)
{
    for (uint32_t i = 0; i < gathering->related_count; i++) {
        const struct cell_key *other = &gathering->related[i];
        if (other->entity == key.entity && other->item == key.item && other->fact == key.fact)
            return;
    }
    if (gathering->related_count < RELATED_MAX)
        gathering->related[gathering->related_count++] = key;
    else
        gathering->moving = true;
}

/* A date, or a date so many days later: `person.discharged_on + 30 days`. */
struct shifted {
    struct cell_key key;
    int64_t days;
};

static bool is_shifted(const struct gathering *gathering, uint32_t index, struct shifted *out)
{
    struct view *view = gathering->view;
    const struct program_node *node = &view->rules->program.nodes[index];
    out->days = 0;
    for (; node->op == OP_ADD || node->op == OP_SUBTRACT; node = &view->rules->program.nodes[node->a]) {
        struct value value = evaluate_value(view, node->b);
        if (!value.known || value.as.one.duration.months != 0)
            return false;
        out->days += node->op == OP_ADD ? value.as.one.duration.days : -(int64_t)value.as.one.duration.days;
    }
    if (node->op != OP_FACT)
        return false;
    out->key = (struct cell_key){node->c, view->items[node->a], node->b};
    struct type type = view->rules->vocabulary.entities[node->c].facts[node->b].type;
    return type.kind == TYPE_DATE && !type.set;
}

static void add_shift(struct gathering *gathering, int64_t days)
{
    for (uint32_t i = 0; i < gathering->shift_count; i++)
        if (gathering->shifts[i] == days)
            return;
    if (days == 0)
        return;
    if (gathering->shift_count < SHIFTS_MAX)
        gathering->shifts[gathering->shift_count++] = days;
    else
        gathering->moving = true;
}

/* The fact compared with another unknown one, so many days apart. */
static bool gather_shifted(struct gathering *gathering, const struct program_node *node)
{
    struct shifted a;
    struct shifted b;
    const struct program_node *nodes = gathering->view->rules->program.nodes;
    if (node->op < OP_EQ || node->op > OP_GE || (nodes[node->a].op == OP_FACT && nodes[node->b].op == OP_FACT))
        return false;
    if (!is_shifted(gathering, node->a, &a) || !is_shifted(gathering, node->b, &b) || cell_key_same(a.key, b.key))
        return false;
    bool left = cell_key_same(a.key, gathering->key);
    if (!left && !cell_key_same(b.key, gathering->key))
        return true; /* of other facts */
    struct cell_key other = left ? b.key : a.key;
    const struct cell *cell;
    bool presumed;
    if (!value_is_imprecise(view_fact(gathering->view, other, &cell, &presumed)))
        return false;
    gathering->met = true;
    relate(gathering, other);
    add_shift(gathering, a.days > b.days ? a.days - b.days : b.days - a.days);
    return true;
}

/* What the fact is compared with, on the other side. */
static void gather_operand(struct gathering *gathering, uint32_t index)
{
    const struct program *program = &gathering->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    for (uint32_t i = 0; node->op == OP_SET && i < node->b; i++)
        gather_operand(gathering, program->children[node->a + i]);
    if (node->op == OP_SET)
        return;
    struct value value = evaluate_value(gathering->view, index);
    if (value_is_imprecise(value) && may_be_related(gathering, node)) {
        relate(gathering, (struct cell_key){node->c, gathering->view->items[node->a], node->b});
    } else if (!value.known || (value.set && !value.complete)) {
        gathering->moving = true;
    } else if (!value.set) {
        gather_point(gathering, value.as.one);
    } else {
        for (uint32_t i = 0; i < value.count; i++)
            gather_point(gathering, value.as.members[i]);
    }
}

/* How often the fact, of this very item, stands in an expression; those of other items are other facts. */
static uint32_t occurrences(const struct gathering *gathering, uint32_t index)
{
    const struct program *program = &gathering->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    if (is_the_fact(gathering, node))
        return gathering->view->items[node->a] == gathering->key.item;
    if (node->op < OP_ADD || node->op > OP_LATER)
        return 0;
    return occurrences(gathering, node->a) + occurrences(gathering, node->b);
}

/* How the two sides of a comparison stand to one another when the fact is one day: which is less, each as a truth. */
struct standing_of_day {
    enum truth less;
    enum truth more;
    bool known;
};

static struct standing_of_day stand(struct gathering *gathering, const struct program_node *node, day at)
{
    struct view *view = gathering->view;
    struct value one = value_scalar(TYPE_DATE, (union scalar){.date = {at, at}});
    view->assumptions[view->assumption_count++] = (struct assumption){gathering->key, one};
    struct value a = evaluate_value(view, node->a);
    struct value b = evaluate_value(view, node->b);
    view->assumption_count--;
    return (struct standing_of_day){value_less(a, b), value_less(b, a), a.known && b.known};
}

/* Calendar arithmetic never turns back: a later day gives no earlier result (or, of an age, no higher one). So between two days on which the sides
 * stand alike nothing changes, and the days of change are found by halving. */
static void add_changes(struct gathering *gathering, const struct program_node *node)
{
    day from = DAY_FIRST;
    struct standing_of_day last = stand(gathering, node, DAY_LAST);
    for (uint32_t changes = 0; changes < 4; changes++) {
        struct standing_of_day begun = stand(gathering, node, from);
        if (begun.less == last.less && begun.more == last.more)
            return;
        day low = from;
        day high = DAY_LAST;
        while (high - low > 1) {
            day middle = low + (high - low) / 2;
            struct standing_of_day there = stand(gathering, node, middle);
            if (there.less == begun.less && there.more == begun.more)
                low = middle;
            else
                high = middle;
        }
        gather_point(gathering, (union scalar){.date = {high, high}});
        from = high;
    }
}

/* The fact inside the arithmetic of a comparison. */
static void gather_buried(struct gathering *gathering, const struct program_node *node)
{
    const struct program_node *nodes = gathering->view->rules->program.nodes;
    bool left = nodes[node->a].op >= OP_ADD && nodes[node->a].op <= OP_LATER;
    bool right = nodes[node->b].op >= OP_ADD && nodes[node->b].op <= OP_LATER;
    uint32_t count = (left ? occurrences(gathering, node->a) : 0) + (right ? occurrences(gathering, node->b) : 0);
    if (count == 0)
        return;
    gathering->met = true;
    bool beside = !left ? is_the_fact(gathering, &nodes[node->a]) : !right && is_the_fact(gathering, &nodes[node->b]);
    bool alone = count == 1 && !beside && gathering->type.kind == TYPE_DATE && node->op >= OP_EQ && node->op <= OP_GE;
    alone = alone && gathering->view->assumption_count < ASSUMPTIONS_MAX && stand(gathering, node, DAY_FIRST).known;
    if (alone)
        add_changes(gathering, node);
    else
        gathering->buried = true;
}

/* The fact among the members of a set. */
static void gather_members(struct gathering *gathering, uint32_t index)
{
    const struct program *program = &gathering->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    for (uint32_t i = 0; node->op == OP_SET && i < node->b; i++)
        if (is_the_fact(gathering, &program->nodes[program->children[node->a + i]]))
            gathering->met = gathering->moving = true;
}

static void gather_comparison(struct gathering *gathering, const struct program_node *node)
{
    const struct program_node *nodes = gathering->view->rules->program.nodes;
    bool left = is_the_fact(gathering, &nodes[node->a]);
    bool right = is_the_fact(gathering, &nodes[node->b]);
    if (gather_shifted(gathering, node))
        return;
    gathering->met |= left || right;
    if (left)
        gather_operand(gathering, node->b);
    if (right)
        gather_operand(gathering, node->a);
    gather_members(gathering, node->a);
    gather_members(gathering, node->b);
    gather_buried(gathering, node);
}

static void gather(struct gathering *gathering, uint32_t index);

/* Whether anything can be gathered below a node: most limbs of a rule are about other facts, and not gone through for every item. */
static bool concerns(const struct gathering *gathering, uint32_t index)
{
    const struct program *program = &gathering->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    bool found = is_the_fact(gathering, node) || node->op == OP_TREATY_REGULATES;
    for (uint32_t i = 0; i < program_below_count(node) && !found; i++)
        found = concerns(gathering, program_below(program, node, i));
    return found;
}

/* What the fact is compared with may be another in every item. Each is a step: past the limit not all has been gathered. */
static void gather_items(struct gathering *gathering, const struct program_node *node)
{
    struct view *view = gathering->view;
    uint32_t count = view_item_count(view, node->b);
    if (!concerns(gathering, node->a))
        return;
    if (!view_list_is_complete(view, node->b))
        count += view->imagined[node->b] ? view->imagined[node->b] : 1;
    uint32_t outer = view->items[node->c];
    for (uint32_t i = 0; i < count && !gathering->overflow; i++) {
        view->items[node->c] = i;
        gather(gathering, node->a);
        gathering->overflow |= ++view->steps > view->step_limit;
    }
    view->items[node->c] = outer;
}

static void gather_party(struct gathering *gathering, const struct instrument *instrument)
{
    gathering->met = true;
    for (uint32_t i = 0; i < gathering->party_count; i++)
        if (gathering->parties[i] == instrument)
            return;
    if (gathering->party_count < PARTY_TESTS_MAX)
        gathering->parties[gathering->party_count++] = instrument;
    else
        gathering->moving = true;
}

static void gather_listed(struct gathering *gathering, const struct rule *rule)
{
    for (uint32_t i = 0; i < rule->for_requested_count; i++)
        gather_point(gathering, (union scalar){.name = rule->for_requested[i]});
    for (uint32_t i = 0; i < rule->for_requesting_count; i++)
        gather_point(gathering, (union scalar){.name = rule->for_requesting[i]});
}

/* Whether a treaty regulates a ground may rest on the States for which it has a rule. */
static void gather_regulation(struct gathering *gathering, uint32_t ground)
{
    const struct exd_rules *rules = gathering->view->rules;
    for (uint32_t i = 0; gathering->view->applies && i < rules->instrument_count; i++)
        for (uint32_t j = 0; gathering->view->applies[i] != TRUTH_FALSE && j < rules->instruments[i].rule_count; j++)
            if (rules->instruments[i].rules[j].ground == ground)
                gather_listed(gathering, &rules->instruments[i].rules[j]);
}

static void gather(struct gathering *gathering, uint32_t index)
{
    const struct program *program = &gathering->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    switch (node->op) {
    case OP_ALL:
    case OP_ANY:
    case OP_UNLESS:
    case OP_NOT:
    case OP_DEFINITION:
    case OP_TEST:
        for (uint32_t i = 0; i < program_below_count(node); i++)
            gather(gathering, program_below(program, node, i));
        break;
    case OP_SOME:
    case OP_EVERY:
    case OP_NO:
        gather_items(gathering, node);
        break;
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
        gather_comparison(gathering, node);
        break;
    case OP_PARTY:
        if (is_the_fact(gathering, &program->nodes[node->a]))
            gather_party(gathering, &gathering->view->rules->instruments[node->b]);
        break;
    case OP_TREATY_REGULATES:
        if (gathering->type.kind == TYPE_ENUM)
            gather_point(gathering, (union scalar){.name = gathering->view->rules->vocabulary.grounds[node->a].name});
        if (gathering->type.kind == TYPE_STATE)
            gather_regulation(gathering, node->a);
        break;
    case OP_FACT:
        gathering->met |= is_the_fact(gathering, node);
        break;
    default:
        break;
    }
}

static void gather_roots(struct gathering *gathering, const struct rule *rule)
{
    uint32_t roots[] = {rule->given, rule->when, rule->unless};
    for (size_t i = 0; i < 3; i++)
        if (roots[i] != NO_ROOT)
            gather(gathering, roots[i]);
}

/* The ends of a date that is known in part bound what it is compared with; the members of a set that is known in part are among them. */
static void gather_known_part(struct gathering *gathering, struct cell_key key)
{
    const struct cell *cell;
    bool presumed;
    struct value value = view_fact(gathering->view, key, &cell, &presumed);
    for (uint32_t i = 0; value.known && value.set && i < value.count; i++)
        gather_point(gathering, value.as.members[i]);
    if (!value.known || value.set || gathering->type.kind != TYPE_DATE)
        return;
    gather_point(gathering, (union scalar){.date = {value.as.one.date.first, value.as.one.date.first}});
    gather_point(gathering, (union scalar){.date = {value.as.one.date.last, value.as.one.date.last}});
}

/* Sets have room for one name that no rule mentions, and of a name it may count of which treaties the State is a party: where several names are
 * looked for in sets, or that counts, their values cannot follow one another. */
static void look_at_sets(struct gathering *gathering)
{
    uint32_t sets = 0;
    for (uint32_t i = 0; i < gathering->related_count; i++)
        sets += type_of(gathering, gathering->related[i].entity, gathering->related[i].fact).set;
    if (sets && gathering->related_count > 1)
        gathering->moving |= gathering->related_count - sets > 1 || gathering->party_count > 0;
}

static void add_day(struct gathering *gathering, int64_t at)
{
    if (at >= DAY_FIRST && at <= DAY_LAST)
        gather_point(gathering, (union scalar){.date = {(day)at, (day)at}});
}

/* Where facts are compared at some days' distance, what divides one divides the other so many days before and after; and so on from one fact to the
 * next. The ends of the calendar are points too: days are not counted past them. */
static void shift_points(struct gathering *gathering)
{
    add_day(gathering, DAY_FIRST);
    add_day(gathering, DAY_LAST);
    for (uint32_t round = 1; round < gathering->related_count; round++) {
        for (uint32_t i = 0, points = gathering->count; i < points && !gathering->overflow; i++) {
            struct date_span point = gathering->points[i].date;
            for (uint32_t j = 0; j < gathering->shift_count && point.first != DAY_NEVER; j++) {
                add_day(gathering, point.first + gathering->shifts[j]);
                add_day(gathering, point.first - gathering->shifts[j]);
            }
        }
    }
}

/* Of this fact, and of those that it is compared with: whatever divides one of them divides all. */
void gather_rule(struct gathering *gathering, const struct rule *rule)
{
    struct cell_key key = gathering->key;
    gathering->related[gathering->related_count++] = key;
    for (uint32_t i = 0; i < gathering->related_count; i++) {
        gathering->key = gathering->related[i];
        gather_roots(gathering, rule);
    }
    for (uint32_t i = 0; i < gathering->related_count && gathering->related_count > 1; i++)
        gather_known_part(gathering, gathering->related[i]);
    look_at_sets(gathering);
    if (gathering->shift_count)
        shift_points(gathering);
    gathering->key = key;
    if (gathering->type.kind == TYPE_STATE)
        gather_listed(gathering, rule);
}
