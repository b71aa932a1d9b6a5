/* Which leaves of which rules have decided a result, true and false, over the case tests of a run. A leaf of a definition counts in every rule that
 * uses it. */
#ifndef EXTRADITION_CHECK_COVERAGE_H
#define EXTRADITION_CHECK_COVERAGE_H

#include "check/report.h"

enum { COVERED_FALSE = 1, COVERED_TRUE = 2, COVERED = COVERED_FALSE | COVERED_TRUE };

struct exd_coverage {
    struct memory memory;
    struct exd_rules *rules;
    uint8_t *nodes;    /* for each node of the program, how it has decided */
    uint32_t *touched; /* for each instrument, in how many reports it was checked */
};

/* Calls `visit` for each leaf of a condition, in the order of the rulebook. */
void coverage_each_leaf(const struct exd_rules *rules, uint32_t root, void (*visit)(void *user, uint32_t node), void *user);

/* The same for all conditions of a rule. */
void coverage_each_leaf_of_rule(const struct exd_rules *rules, const struct rule *rule, void (*visit)(void *user, uint32_t node),
                                void *user);

#endif
