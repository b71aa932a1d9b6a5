#include "check/coverage.h"

#include "check/check.h"

static size_t touched_size(const struct exd_rules *rules)
{
    return ((size_t)rules->instrument_count + 1) * sizeof(uint32_t);
}

exd_coverage *exd_coverage_new(exd_rules *rules)
{
    if (!rules)
        return NULL;
    struct exd_coverage *coverage = memory_new(rules->memory, sizeof *coverage);
    if (!coverage)
        return NULL;
    coverage->memory = rules->memory;
    coverage->rules = exd_rules_ref(rules);
    coverage->nodes = memory_new(rules->memory, rules->program.node_count + 1);
    coverage->touched = memory_new(rules->memory, touched_size(rules));
    if (coverage->nodes && coverage->touched)
        return coverage;
    exd_coverage_free(coverage);
    return NULL;
}

void exd_coverage_free(exd_coverage *coverage)
{
    if (!coverage)
        return;
    exd_rules *rules = coverage->rules;
    memory_free(coverage->memory, coverage->nodes, rules->program.node_count + 1);
    memory_free(coverage->memory, coverage->touched, touched_size(rules));
    memory_free(coverage->memory, coverage, sizeof *coverage);
    exd_rules_unref(rules);
}

static void add_because(struct exd_coverage *coverage, const struct because *because)
{
    if (!because->decides)
        return;
    if (because->kind == LIMB_TEST && because->node != NO_ROOT && because->truth != TRUTH_UNKNOWN)
        coverage->nodes[because->node] |= because->truth == TRUTH_TRUE ? COVERED_TRUE : COVERED_FALSE;
    for (uint32_t i = 0; i < because->child_count; i++)
        add_because(coverage, &because->children[i]);
}

void exd_coverage_add(exd_coverage *coverage, const exd_report *report)
{
    if (!coverage || !report || report->rules != coverage->rules)
        return;
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        coverage->touched[report->instruments[i].instrument->index] += report->instruments[i].result != TRUTH_FALSE;
        add_because(coverage, &report->instruments[i].because);
    }
    for (uint32_t i = 0; i < report->finding_count; i++) {
        const struct finding *finding = &report->findings[i];
        for (uint32_t j = 0; result_is_settled(finding->result) && j < finding->part_count; j++)
            add_because(coverage, &finding->because[j]);
    }
}

/* ---- leaves ----------------------------------------------------------------------------------------------------------- */

void coverage_each_leaf(const struct exd_rules *rules, uint32_t root, void (*visit)(void *user, uint32_t node), void *user)
{
    if (root == NO_ROOT)
        return;
    const struct program_node *node = &rules->program.nodes[root];
    switch (node->op) {
    case OP_TEST:
        visit(user, root);
        break;
    case OP_ALL:
    case OP_ANY:
        for (uint32_t i = 0; i < node->b; i++)
            coverage_each_leaf(rules, rules->program.children[node->a + i], visit, user);
        break;
    case OP_UNLESS:
        coverage_each_leaf(rules, node->a, visit, user);
        coverage_each_leaf(rules, node->b, visit, user);
        break;
    default: /* not, some, every, no, definition */
        coverage_each_leaf(rules, node->a, visit, user);
    }
}

void coverage_each_leaf_of_rule(const struct exd_rules *rules, const struct rule *rule, void (*visit)(void *user, uint32_t node),
                                void *user)
{
    coverage_each_leaf(rules, rule->given, visit, user);
    coverage_each_leaf(rules, rule->when, visit, user);
    coverage_each_leaf(rules, rule->unless, visit, user);
}

struct counting {
    const struct exd_coverage *coverage;
    size_t limbs;
    size_t missing;
};

static void count_leaf(void *user, uint32_t node)
{
    struct counting *counting = user;
    counting->limbs++;
    counting->missing += counting->coverage->nodes[node] != COVERED;
}

static struct counting count(const struct exd_coverage *coverage, size_t index)
{
    struct counting counting = {.coverage = coverage};
    const struct instrument *instrument = &coverage->rules->instruments[index];
    coverage_each_leaf(coverage->rules, instrument->applies, count_leaf, &counting);
    for (uint32_t i = 0; i < instrument->rule_count; i++)
        coverage_each_leaf_of_rule(coverage->rules, &instrument->rules[i], count_leaf, &counting);
    return counting;
}

bool exd_coverage_touched(const exd_coverage *coverage, size_t instrument)
{
    return instrument < coverage->rules->instrument_count && coverage->touched[instrument];
}

size_t exd_coverage_missing(const exd_coverage *coverage, size_t instrument)
{
    return instrument < coverage->rules->instrument_count ? count(coverage, instrument).missing : 0;
}

size_t exd_coverage_limbs(const exd_coverage *coverage, size_t instrument)
{
    return instrument < coverage->rules->instrument_count ? count(coverage, instrument).limbs : 0;
}
