#include "check/lanes.h"

#include <string.h>

/* What compiling a limb gives, beside the number of a node. */
#define LANE_TRUE UINT32_MAX
#define LANE_FALSE (UINT32_MAX - 1)

static uint32_t constant(bool value)
{
    return value ? LANE_TRUE : LANE_FALSE;
}

/* ---- the straight line ------------------------------------------------------------------------------------------------ */

/* What stands there already is not joined again: quantifiers unrolled over items say the same many times. */
static uint32_t add_node(struct lanes *lanes, struct lane_node node)
{
    for (uint32_t i = 0; i < lanes->node_count && !node.leaf; i++)
        if (!lanes->nodes[i].leaf && lanes->nodes[i].a == node.a && lanes->nodes[i].b == node.b && lanes->nodes[i].both == node.both)
            return i;
    if (lanes->node_count == LANE_NODES_MAX) {
        lanes->unfit = true;
        return LANE_FALSE;
    }
    lanes->nodes[lanes->node_count] = node;
    return lanes->node_count++;
}

static uint32_t join(struct lanes *lanes, bool both, uint32_t a, uint32_t b)
{
    uint32_t neutral = constant(both);
    uint32_t settles = constant(!both);
    if (a == settles || b == settles)
        return settles;
    if (a == neutral || a == b)
        return b;
    return b == neutral ? a : add_node(lanes, (struct lane_node){.a = a, .b = b, .both = both});
}

static uint32_t find_variable(struct lanes *lanes, struct cell_key key)
{
    uint32_t at = 0;
    while (at < lanes->variable_count && !cell_key_same(lanes->variables[at].key, key))
        at++;
    if (at == LANE_VARIABLES_MAX) {
        lanes->unfit = true;
        return 0;
    }
    if (at == lanes->variable_count)
        lanes->variables[lanes->variable_count++] = (struct lane_variable){.key = key};
    return at;
}

static void leaf_reads(struct lanes *lanes, struct lane_leaf *leaf, struct cell_key key)
{
    uint32_t variable = find_variable(lanes, key);
    for (uint32_t i = 0; i < leaf->variable_count; i++)
        if (leaf->variables[i] == variable)
            return;
    if (leaf->variable_count == LEAF_VARIABLES_MAX)
        lanes->unfit = true;
    else
        leaf->variables[leaf->variable_count++] = variable;
}

static void leaf_reads_fact(struct lanes *lanes, struct lane_leaf *leaf, struct cell_key key)
{
    const struct cell *cell;
    bool presumed;
    if (value_is_imprecise(view_fact(lanes->view, key, &cell, &presumed)))
        leaf_reads(lanes, leaf, key);
}

static void leaf_reads_request(struct lanes *lanes, struct lane_leaf *leaf, const char *fact)
{
    leaf_reads_fact(lanes, leaf, view_request_key(lanes->view, fact));
}

static void leaf_reads_expression(struct lanes *lanes, struct lane_leaf *leaf, uint32_t index)
{
    const struct program *program = &lanes->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    switch (node->op) {
    case OP_FACT:
        leaf_reads_fact(lanes, leaf, (struct cell_key){node->c, lanes->view->items[node->a], node->b});
        leaf->slots |= 1U << node->a;
        break;
    case OP_VARIABLE:
        leaf->slots |= 1U << node->a;
        break;
    case OP_TREATY_REGULATES:
        leaf_reads_request(lanes, leaf, "treaty_provides");
        leaf_reads_request(lanes, leaf, "treaty_in_force");
        leaf_reads_request(lanes, leaf, "requested_state");
        leaf_reads_request(lanes, leaf, "requesting_state");
        break;
    case OP_TREATY_IN_FORCE:
        leaf_reads_request(lanes, leaf, "treaty_in_force");
        break;
    default:
        for (uint32_t i = 0; i < program_below_count(node); i++)
            leaf_reads_expression(lanes, leaf, program_below(program, node, i));
    }
}

static struct lane_leaf *begin_leaf(struct lanes *lanes, enum lane_leaf_kind kind, uint32_t node, bool negated)
{
    if (lanes->leaf_count == LANE_LEAVES_MAX) {
        lanes->unfit = true;
        return NULL;
    }
    struct lane_leaf *leaf = &lanes->leaves[lanes->leaf_count];
    *leaf = (struct lane_leaf){.kind = kind, .node = node, .negated = negated};
    memcpy(leaf->items, lanes->view->items, sizeof leaf->items);
    return leaf;
}

static bool is_same_leaf(const struct lane_leaf *a, const struct lane_leaf *b)
{
    bool same = a->kind == b->kind && a->node == b->node && a->negated == b->negated && a->variable_count == b->variable_count;
    for (uint32_t i = 0; i < a->variable_count && same; i++)
        same = a->variables[i] == b->variables[i];
    for (uint32_t i = 0; i < SLOT_LIMIT && same; i++)
        same = !(a->slots >> i & 1) || a->items[i] == b->items[i];
    return same;
}

/* The node of a leaf whose facts are gathered: of one that says the same, if there is such. */
static uint32_t end_leaf(struct lanes *lanes, struct lane_leaf *leaf)
{
    if (!leaf)
        return LANE_FALSE;
    for (uint32_t i = 0; i < lanes->leaf_count; i++)
        if (is_same_leaf(&lanes->leaves[i], leaf))
            return lanes->leaves[i].at;
    lanes->leaf_count++;
    return leaf->at = add_node(lanes, (struct lane_node){.leaf = true});
}

/* ---- limbs ------------------------------------------------------------------------------------------------------------ */

static uint32_t compile(struct lanes *lanes, uint32_t index, bool negated);

/* Whether an item is there: the record has it, it was assumed, or that is one of the facts that vary. */
static uint32_t compile_presence(struct lanes *lanes, uint32_t entity, uint32_t item, bool negated)
{
    struct view *view = lanes->view;
    struct cell_key key = {entity, item, FACT_EXISTS};
    if (item < view_item_count(view, entity))
        return constant(!negated);
    for (uint32_t i = 0; i < view->assumption_count; i++)
        if (cell_key_same(view->assumptions[i].key, key))
            return constant(view->assumptions[i].value.as.one.boolean != negated);
    struct lane_leaf *leaf = begin_leaf(lanes, LANE_EXISTS, 0, negated);
    if (leaf)
        leaf_reads(lanes, leaf, key);
    return end_leaf(lanes, leaf);
}

/* `some`: an item that is there and of which the body holds. `every`: each is not there, or the body holds of it. `no`: not some. */
static uint32_t compile_quantifier(struct lanes *lanes, const struct program_node *node, bool negated)
{
    struct view *view = lanes->view;
    bool complete = view_list_is_complete(view, node->b);
    uint32_t count = view_item_count(view, node->b) + (complete ? 0 : view->imagined[node->b]);
    bool seeks = (node->op == OP_SOME) != negated;
    bool body_negated = node->op == OP_NO ? !negated : negated;
    lanes->unfit |= !complete && view->imagined[node->b] == 0;
    uint32_t outer = view->items[node->c];
    uint32_t found = constant(!seeks);
    for (uint32_t i = 0; i < count && !lanes->unfit && found != constant(seeks); i++) {
        view->items[node->c] = i;
        uint32_t there = compile_presence(lanes, node->b, i, !seeks);
        uint32_t body = there == constant(!seeks) ? there : compile(lanes, node->a, body_negated);
        found = join(lanes, !seeks, found, join(lanes, seeks, there, body));
    }
    view->items[node->c] = outer;
    return found;
}

static uint32_t compile_leaf(struct lanes *lanes, uint32_t index, bool negated)
{
    struct lane_leaf *leaf = begin_leaf(lanes, LANE_TEST, index, negated);
    if (leaf)
        leaf_reads_expression(lanes, leaf, index);
    return end_leaf(lanes, leaf);
}

static uint32_t compile(struct lanes *lanes, uint32_t index, bool negated)
{
    const struct program *program = &lanes->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    enum truth truth = evaluate_truth(lanes->view, index);
    if (lanes->unfit || truth != TRUTH_UNKNOWN)
        return constant((truth == TRUTH_TRUE) != negated);
    bool both = (node->op == OP_ALL) != negated;
    uint32_t result = constant(both);
    switch ((enum node_op)node->op) {
    case OP_ALL:
    case OP_ANY:
        for (uint32_t i = 0; i < node->b && result != constant(!both); i++)
            result = join(lanes, both, result, compile(lanes, program->children[node->a + i], negated));
        return result;
    case OP_UNLESS:
        result = compile(lanes, node->a, negated);
        return join(lanes, !negated, result, compile(lanes, node->b, !negated));
    case OP_NOT:
        return compile(lanes, node->a, !negated);
    case OP_DEFINITION:
    case OP_TEST:
        return compile(lanes, node->a, negated);
    case OP_SOME:
    case OP_EVERY:
    case OP_NO:
        return compile_quantifier(lanes, node, negated);
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
    case OP_TREATY_IN_FORCE:
    case OP_TREATY_REGULATES:
    case OP_PARTY:
    case OP_CONSTANT:
    case OP_SET:
    case OP_FACT:
    case OP_VARIABLE:
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_AGE:
    case OP_EARLIER:
    case OP_LATER:
    case OP_AS_OF:
        break;
    }
    return compile_leaf(lanes, index, negated);
}

static uint32_t compile_part(struct lanes *lanes, uint32_t root, bool otherwise, bool negated)
{
    return root == NO_ROOT ? constant(otherwise != negated) : compile(lanes, root, negated);
}

static uint32_t compile_play(struct lanes *lanes, bool negated)
{
    enum truth truth = rule_in_play(lanes->view, lanes->rule);
    if (truth != TRUTH_UNKNOWN)
        return constant((truth == TRUTH_TRUE) != negated);
    struct lane_leaf *leaf = begin_leaf(lanes, LANE_IN_PLAY, 0, negated);
    if (leaf && lanes->rule->for_requested_count)
        leaf_reads_request(lanes, leaf, "requested_state");
    if (leaf && lanes->rule->for_requesting_count)
        leaf_reads_request(lanes, leaf, "requesting_state");
    return end_leaf(lanes, leaf);
}

/* As evaluate_rule() has it. */
static uint32_t compile_rule(struct lanes *lanes, enum lane_question question)
{
    const struct rule *rule = lanes->rule;
    bool requires = question == LANES_HOLDS && effect_is_requirement(rule->effect);
    uint32_t engaged = join(lanes, !requires, compile_play(lanes, requires), compile_part(lanes, rule->given, true, requires));
    engaged = join(lanes, !requires, engaged, compile_part(lanes, rule->unless, false, !requires));
    return question == LANES_ENGAGED ? engaged : join(lanes, !requires, engaged, compile_part(lanes, rule->when, true, false));
}

/* ---- which facts vary within a block ---------------------------------------------------------------------------------- */

/* Of all choices of facts whose combinations fit into a block, one with the most. */
static uint32_t choose_inner(const struct lanes *lanes)
{
    uint32_t reached[LANES + 1] = {[1] = 1U << LANE_VARIABLES_MAX}; /* the choice, as bits, that gives so many combinations */
    for (uint32_t i = 0; i < lanes->variable_count; i++) {
        uint32_t values = lanes->variables[i].domain.count;
        for (uint32_t lanes_used = LANES / values; lanes_used > 0 && i != lanes->target && values > 1; lanes_used--)
            if (reached[lanes_used] && !reached[lanes_used * values])
                reached[lanes_used * values] = reached[lanes_used] | 1U << i;
    }
    uint32_t most = LANES;
    while (!reached[most])
        most--;
    return reached[most];
}

static void make_masks(struct lanes *lanes, struct lane_variable *variable)
{
    variable->mask = lanes->mask_count;
    lanes->mask_count += variable->domain.count;
    memset(lanes->masks[variable->mask], 0, variable->domain.count * sizeof lanes->masks[0]);
    for (uint32_t lane = 0; lane < lanes->lane_count; lane++) {
        uint32_t value = lane / variable->stride % variable->domain.count;
        lanes->masks[variable->mask + value][lane / 64] |= UINT64_C(1) << lane % 64;
    }
}

static void arrange(struct lanes *lanes)
{
    uint32_t inner = choose_inner(lanes);
    lanes->lane_count = 1;
    lanes->block_count = 1;
    for (uint32_t i = 0; i < lanes->variable_count; i++) {
        struct lane_variable *variable = &lanes->variables[i];
        uint32_t values = variable->domain.count;
        if (inner & 1U << i) {
            variable->stride = lanes->lane_count;
            lanes->lane_count *= values;
        } else if (lanes->block_count > UINT64_MAX / values) {
            lanes->block_count = UINT64_MAX;
        } else {
            lanes->block_count *= values;
        }
    }
    memset(lanes->valid, 0, sizeof lanes->valid);
    for (uint32_t lane = 0; lane < lanes->lane_count; lane++)
        lanes->valid[lane / 64] |= UINT64_C(1) << lane % 64;
    lanes->mask_count = 0;
    for (uint32_t i = 0; i < lanes->variable_count; i++)
        if (lanes->variables[i].stride)
            make_masks(lanes, &lanes->variables[i]);
}

/* ---- what the leaves say ---------------------------------------------------------------------------------------------- */

static enum truth leaf_truth(const struct lanes *lanes, const struct lane_leaf *leaf)
{
    struct view *view = lanes->view;
    switch (leaf->kind) {
    case LANE_EXISTS:
        return truth_of(view->assumptions[view->assumption_count - 1].value.as.one.boolean);
    case LANE_IN_PLAY:
        return rule_in_play(view, lanes->rule);
    case LANE_TEST:
        break;
    }
    return evaluate_truth(view, leaf->node);
}

static void write_entry(struct lanes *lanes, const struct lane_leaf *leaf, const uint32_t digits[LEAF_VARIABLES_MAX], enum truth truth)
{
    uint64_t mask[LANE_WORDS];
    uint32_t at = leaf->planes;
    memcpy(mask, lanes->valid, sizeof mask);
    for (uint32_t i = 0; i < leaf->variable_count; i++) {
        const struct lane_variable *variable = &lanes->variables[leaf->variables[i]];
        at += leaf->strides[i] * digits[i];
        for (uint32_t j = 0; variable->stride && j < LANE_WORDS; j++)
            mask[j] &= lanes->masks[variable->mask + digits[i]][j];
    }
    uint64_t *plane = truth == TRUTH_TRUE ? lanes->planes[at].yes : lanes->planes[at].no;
    for (uint32_t j = 0; truth != TRUTH_UNKNOWN && j < LANE_WORDS; j++)
        plane[j] |= mask[j];
}

/* Room for a leaf's planes, one for each combination of its facts that vary from block to block; false when there is none. */
static bool place_leaf(struct lanes *lanes, struct lane_leaf *leaf, uint32_t *entries)
{
    uint32_t planes = 1;
    *entries = 1;
    for (uint32_t i = 0; i < leaf->variable_count; i++) {
        const struct lane_variable *variable = &lanes->variables[leaf->variables[i]];
        if (*entries > LEAF_ENTRIES_MAX / variable->domain.count)
            return false;
        *entries *= variable->domain.count;
        leaf->strides[i] = variable->stride ? 0 : planes;
        planes *= variable->stride ? 1 : variable->domain.count;
    }
    leaf->planes = lanes->plane_count;
    if (planes > LANE_PLANES_MAX - lanes->plane_count)
        return false;
    memset(&lanes->planes[lanes->plane_count], 0, planes * sizeof lanes->planes[0]);
    lanes->plane_count += planes;
    return true;
}

static bool fill_leaf(struct lanes *lanes, struct lane_leaf *leaf)
{
    struct view *view = lanes->view;
    uint32_t entries;
    if (!place_leaf(lanes, leaf, &entries))
        return false;
    memcpy(view->items, leaf->items, sizeof view->items);
    uint32_t begun = view->assumption_count;
    for (uint32_t entry = 0; entry < entries; entry++) {
        uint32_t digits[LEAF_VARIABLES_MAX];
        uint32_t rest = entry;
        for (uint32_t i = 0; i < leaf->variable_count; i++) {
            const struct lane_variable *variable = &lanes->variables[leaf->variables[i]];
            digits[i] = rest % variable->domain.count;
            rest /= variable->domain.count;
            view->assumptions[view->assumption_count++] = (struct assumption){variable->key, variable->domain.values[digits[i]]};
        }
        enum truth truth = leaf_truth(lanes, leaf);
        view->assumption_count = begun;
        write_entry(lanes, leaf, digits, leaf->negated ? truth_not(truth) : truth);
    }
    return view->steps <= view->step_limit;
}

static bool fill_leaves(struct lanes *lanes)
{
    uint32_t items[SLOT_LIMIT];
    bool good = true;
    memcpy(items, lanes->view->items, sizeof items);
    for (uint32_t i = 0; i < lanes->leaf_count && good; i++) {
        struct lane_leaf *leaf = &lanes->leaves[i];
        good = fill_leaf(lanes, leaf);
        lanes->read[leaf->at] = &lanes->planes[leaf->planes];
    }
    memcpy(lanes->view->items, items, sizeof items);
    return good;
}

static bool find_domains(struct lanes *lanes, struct arena *scratch)
{
    for (uint32_t i = 0; i < lanes->variable_count; i++) {
        struct domain *domain = &lanes->variables[i].domain;
        if (!domain_to_try(lanes->view, lanes->rule, lanes->variables[i].key, scratch, domain) || !domain->whole || domain->count == 0)
            return false;
    }
    return true;
}

bool lanes_compile(struct lanes *lanes, struct view *view, const struct rule *rule, enum lane_question question,
                   const struct cell_key *target, struct arena *scratch)
{
    lanes->view = view;
    lanes->rule = rule;
    lanes->variable_count = lanes->leaf_count = lanes->node_count = lanes->plane_count = 0;
    lanes->block = 0;
    lanes->target = LANE_VARIABLES_MAX;
    lanes->unfit = view->assumption_count + LANE_VARIABLES_MAX > ASSUMPTIONS_MAX;
    lanes->root = compile_rule(lanes, question);
    if (lanes->unfit || lanes->root == LANE_TRUE || lanes->root == LANE_FALSE)
        return false;
    if (view->steps > view->step_limit || !find_domains(lanes, scratch))
        return false;
    for (uint32_t i = 0; target && i < lanes->variable_count; i++)
        if (cell_key_same(lanes->variables[i].key, *target))
            lanes->target = i;
    arrange(lanes);
    for (uint32_t i = 0; i < lanes->node_count; i++)
        if (!lanes->nodes[i].leaf)
            lanes->read[i] = &lanes->made[i];
    return fill_leaves(lanes);
}

/* ---- blocks ----------------------------------------------------------------------------------------------------------- */

/* Points the leaves that read a fact at the planes of its present value. */
static void turn(struct lanes *lanes, uint32_t variable, uint32_t to)
{
    uint32_t from = lanes->variables[variable].at;
    lanes->variables[variable].at = to;
    for (uint32_t i = 0; i < lanes->leaf_count; i++) {
        const struct lane_leaf *leaf = &lanes->leaves[i];
        for (uint32_t j = 0; j < leaf->variable_count; j++)
            if (leaf->variables[j] == variable)
                lanes->read[leaf->at] = lanes->read[leaf->at] - (size_t)leaf->strides[j] * from + (size_t)leaf->strides[j] * to;
    }
}

/* The next wheel turns when this one has come round. */
static bool turn_comes_round(struct lanes *lanes, uint32_t variable)
{
    const struct lane_variable *wheel = &lanes->variables[variable];
    uint32_t to = wheel->at + 1 == wheel->domain.count ? 0 : wheel->at + 1;
    turn(lanes, variable, to);
    return to == 0;
}

static void step_counter(struct lanes *lanes)
{
    bool on = lanes->target == LANE_VARIABLES_MAX || turn_comes_round(lanes, lanes->target);
    for (uint32_t i = 0; i < lanes->variable_count && on; i++)
        if (!lanes->variables[i].stride && i != lanes->target)
            on = turn_comes_round(lanes, i);
}

static void run_line(struct lanes *lanes)
{
    for (uint32_t i = 0; i < lanes->node_count; i++) {
        const struct lane_node *node = &lanes->nodes[i];
        if (node->leaf)
            continue;
        const struct planes *a = lanes->read[node->a];
        const struct planes *b = lanes->read[node->b];
        struct planes *out = &lanes->made[i];
        for (int j = 0; node->both && j < LANE_WORDS; j++) {
            out->yes[j] = a->yes[j] & b->yes[j];
            out->no[j] = a->no[j] | b->no[j];
        }
        for (int j = 0; !node->both && j < LANE_WORDS; j++) {
            out->yes[j] = a->yes[j] | b->yes[j];
            out->no[j] = a->no[j] & b->no[j];
        }
    }
}

bool lanes_next(struct lanes *lanes, struct planes *result)
{
    if (lanes->block == lanes->block_count)
        return false;
    if (lanes->block++)
        step_counter(lanes);
    lanes->view->steps += lanes->node_count;
    run_line(lanes);
    *result = *lanes->read[lanes->root];
    return true;
}

bool lanes_assume(const struct lanes *lanes, uint32_t lane)
{
    struct view *view = lanes->view;
    if (lane >= lanes->lane_count)
        return false;
    for (uint32_t i = 0; i < lanes->variable_count; i++) {
        const struct lane_variable *variable = &lanes->variables[i];
        uint32_t at = variable->stride ? lane / variable->stride % variable->domain.count : variable->at;
        view->assumptions[view->assumption_count++] = (struct assumption){variable->key, variable->domain.values[at]};
    }
    return true;
}

void lanes_forget(const struct lanes *lanes)
{
    lanes->view->assumption_count -= lanes->variable_count;
}
