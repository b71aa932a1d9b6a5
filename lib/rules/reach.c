#include "rules/reach.h"

enum { DEMANDS_MAX = 64 }; /* compared with one another; more limbs than that in one conjunction are not looked at */

/* What one leaf demands of one fact: that it is one of some values, or none of them. */
struct demand {
    const struct program_node *fact;
    struct value values; /* one, or a set */
    bool excluded;
    bool negated; /* the leaf must be false */
    uint32_t limb;
};

struct conjunction {
    const struct program *program;
    struct demand demands[DEMANDS_MAX];
    uint32_t count;
};

struct reach {
    const struct program *program;
    struct diag *diag;
    bool good;
};

/* ---- demands ---------------------------------------------------------------------------------------------------------- */

static bool is_comparable(enum type_kind kind)
{
    return kind == TYPE_BOOLEAN || kind == TYPE_ENUM || kind == TYPE_STATE || kind == TYPE_TEXT;
}

static struct value value_at(struct value values, uint32_t i)
{
    return values.set ? value_scalar((enum type_kind)values.kind, values.as.members[i]) : values;
}

static bool has_value(struct value values, struct value wanted)
{
    uint32_t count = values.set ? values.count : 1;
    for (uint32_t i = 0; i < count; i++)
        if (value_equal(value_at(values, i), wanted) == TRUTH_TRUE)
            return true;
    return false;
}

/* Whether some value of the fact satisfies both. */
static bool are_compatible(const struct demand *a, const struct demand *b)
{
    if (a->excluded && b->excluded)
        return true;
    if (a->excluded)
        return are_compatible(b, a);
    uint32_t count = a->values.set ? a->values.count : 1;
    for (uint32_t i = 0; i < count; i++)
        if (has_value(b->values, value_at(a->values, i)) != b->excluded)
            return true;
    return false;
}

static bool is_same_fact(const struct program_node *a, const struct program_node *b)
{
    return a->a == b->a && a->b == b->b && a->c == b->c;
}

/* `fact == value`, `value != fact`, `fact in {…}`, `fact`: what it demands; false for any other leaf. */
static bool read_demand(const struct program *program, const struct program_node *leaf, bool negated, struct demand *out)
{
    enum node_op op = (enum node_op)leaf->op;
    if (op == OP_FACT) {
        *out = (struct demand){.fact = leaf, .values = value_boolean(TRUTH_TRUE), .excluded = negated};
        return true;
    }
    if (op != OP_EQ && op != OP_NE && op != OP_IN && op != OP_NOT_IN)
        return false;
    const struct program_node *fact = &program->nodes[leaf->a], *constant = &program->nodes[leaf->b];
    if (fact->op != OP_FACT && (op == OP_EQ || op == OP_NE)) {
        constant = fact;
        fact = &program->nodes[leaf->b];
    }
    if (fact->op != OP_FACT || constant->op != OP_CONSTANT || !is_comparable((enum type_kind)fact->kind))
        return false;
    struct value values = program->constants[constant->a];
    if (values.set != (op == OP_IN || op == OP_NOT_IN))
        return false; /* the fact is a set itself */
    bool differs = op == OP_NE || op == OP_NOT_IN;
    *out = (struct demand){.fact = fact, .values = values, .excluded = differs != negated};
    return true;
}

/* Adds all that must hold for the node to be true (`negated`: false). Depth is bounded as that of any condition. */
static void gather(struct conjunction *all, uint32_t root, bool negated)
{
    const struct program_node *node = &all->program->nodes[root];
    enum node_op op = (enum node_op)node->op;
    if (op == (negated ? OP_ANY : OP_ALL)) {
        for (uint32_t i = 0; i < node->b; i++)
            gather(all, all->program->children[node->a + i], negated);
    } else if (op == OP_NOT) {
        gather(all, node->a, !negated);
    } else if (op == OP_DEFINITION || (op == OP_UNLESS && !negated)) {
        gather(all, node->a, negated);
        if (op == OP_UNLESS)
            gather(all, node->b, true);
    } else if (op == OP_TEST && all->count < DEMANDS_MAX) {
        struct demand *demand = &all->demands[all->count];
        if (read_demand(all->program, &all->program->nodes[node->a], negated, demand)) {
            demand->limb = node->limb;
            demand->negated = negated;
            all->count++;
        }
    }
}

/* ---- reports ---------------------------------------------------------------------------------------------------------- */

static const char never_both[] = "%s`%t` is never true together with %s`%t` on line %u";
static const char never_both_help[] = "`all`, and `given` with `when`, ask for both; if either is enough, write `any`";
static const char always_one[] = "%s`%t`, or %s`%t` on line %u: one of them is always true";
static const char always_one_help[] = "if both are asked for, write `all`";
static const char no_exception[] = "the exception %s`%t` is never reached, as %s`%t` on line %u is asked for already";

static void report_pair(struct reach *reach, const struct demand *earlier, const struct demand *later, const char *what, const char *help)
{
    bool either = what == always_one; /* gathered as the negation of what is written */
    const struct limb *first = &reach->program->limbs[earlier->limb], *second = &reach->program->limbs[later->limb];
    diag_add(reach->diag, DIAG_UNREACHABLE, second->place, help, what, later->negated != either ? "not " : "", second->expression,
             earlier->negated != either ? "not " : "", first->expression, first->place.line);
    reach->good = false;
}

/* Each of the demands from `from` on against all before it. */
static void compare_demands(struct reach *reach, const struct conjunction *all, uint32_t from, const char *what, const char *help)
{
    for (uint32_t i = from; i < all->count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            const struct demand *earlier = &all->demands[j], *later = &all->demands[i];
            if (!is_same_fact(earlier->fact, later->fact) || are_compatible(earlier, later))
                continue;
            report_pair(reach, earlier, later, what, help);
            return;
        }
    }
}

static void check_exception(struct reach *reach, struct conjunction *all, uint32_t exception)
{
    uint32_t before = all->count;
    gather(all, exception, false);
    compare_demands(reach, all, before, no_exception, "look at what the exception is an exception to");
}

/* ---- constants -------------------------------------------------------------------------------------------------------- */

static enum truth compare_constants(enum node_op op, struct value a, struct value b)
{
    if (op == OP_EQ || op == OP_NE)
        return op == OP_EQ ? value_equal(a, b) : truth_not(value_equal(a, b));
    if (op == OP_LT || op == OP_GE)
        return op == OP_LT ? value_less(a, b) : truth_not(value_less(a, b));
    if (op == OP_GT || op == OP_LE)
        return op == OP_GT ? value_less(b, a) : truth_not(value_less(b, a));
    return TRUTH_UNKNOWN;
}

/* The truth of a leaf whatever the record says; unknown when it depends on it. */
static enum truth fold(const struct program *program, const struct program_node *leaf)
{
    enum node_op op = (enum node_op)leaf->op;
    if (op == OP_CONSTANT)
        return value_truth(program->constants[leaf->a]);
    if (op < OP_EQ || op > OP_WITHIN)
        return TRUTH_UNKNOWN;
    const struct program_node *left = &program->nodes[leaf->a], *right = &program->nodes[leaf->b];
    bool empty_right = right->op == OP_CONSTANT && program->constants[right->a].set && program->constants[right->a].count == 0;
    if (empty_right && (op == OP_IN || op == OP_OVERLAPS))
        return TRUTH_FALSE;
    if (empty_right && op == OP_NOT_IN)
        return TRUTH_TRUE;
    if (left->op == OP_CONSTANT && right->op == OP_CONSTANT)
        return compare_constants(op, program->constants[left->a], program->constants[right->a]);
    if (op == OP_OVERLAPS || left->op != OP_FACT || right->op != OP_FACT || !is_same_fact(left, right))
        return TRUTH_UNKNOWN;
    return truth_of(op == OP_EQ || op == OP_LE || op == OP_GE || op == OP_WITHIN);
}

static void check_leaf(struct reach *reach, const struct program_node *node)
{
    const struct program_node *leaf = &reach->program->nodes[node->a];
    const struct limb *limb = &reach->program->limbs[node->limb];
    enum truth truth = fold(reach->program, leaf);
    if (truth == TRUTH_UNKNOWN)
        return;
    diag_add(reach->diag, DIAG_UNREACHABLE, limb->place, "it decides nothing: leave it out, or compare with a fact",
             truth == TRUTH_TRUE ? "`%t` is always true, whatever the record says" : "`%t` is never true, whatever the record says",
             limb->expression);
    reach->good = false;
}

/* ---- all conditions --------------------------------------------------------------------------------------------------- */

/* A conjunction of nothing yet. Its demands are not cleared: they are many, and few are used. */
static void begin_conjunction(struct conjunction *all, const struct program *program)
{
    all->program = program;
    all->count = 0;
}

uint32_t reach_check(const struct exd_rules *rules, uint32_t root, struct diag *diag)
{
    struct reach reach = {&rules->program, diag, true};
    if (root == NO_ROOT)
        return NO_ROOT;
    const struct program_node *node = &rules->program.nodes[root];
    struct conjunction all;
    begin_conjunction(&all, reach.program);
    if (node->op == OP_TEST) {
        check_leaf(&reach, node);
    } else if (node->op == OP_ALL) {
        gather(&all, root, false);
        compare_demands(&reach, &all, 0, never_both, never_both_help);
    } else if (node->op == OP_ANY) {
        gather(&all, root, true);
        compare_demands(&reach, &all, 0, always_one, always_one_help);
    } else if (node->op == OP_UNLESS) {
        gather(&all, node->a, false);
        check_exception(&reach, &all, node->b);
    }
    return reach.good ? root : NO_ROOT;
}

bool reach_check_rule(const struct exd_rules *rules, const struct rule *rule, struct diag *diag)
{
    struct reach reach = {&rules->program, diag, true};
    struct conjunction all;
    if (rule->given == NO_ROOT && rule->unless == NO_ROOT)
        return true; /* `when` alone was looked at when it was compiled */
    begin_conjunction(&all, reach.program);
    if (rule->given != NO_ROOT)
        gather(&all, rule->given, false);
    uint32_t before = all.count;
    if (rule->when != NO_ROOT)
        gather(&all, rule->when, false);
    compare_demands(&reach, &all, before, never_both, never_both_help);
    if (rule->unless != NO_ROOT)
        check_exception(&reach, &all, rule->unless);
    return reach.good;
}
