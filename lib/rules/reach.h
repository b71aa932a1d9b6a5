/* Conditions that decide nothing, whatever a record says: a comparison of two constants, two values asked of one fact at once, an exception
 * that its condition rules out. Each is a slip of the pen (mostly `all` for `any`), so each is an error. The check is sound and simple: what
 * it reports is so, and what it does not see is left to the tests of the rulebook. */
#ifndef EXTRADITION_RULES_REACH_H
#define EXTRADITION_RULES_REACH_H

#include "rules/ruleset.h"

/* Looks at a condition that has just been compiled: at it alone, for what is below it was looked at before. `root` itself, or NO_ROOT when it
 * is that already or something was reported. */
uint32_t reach_check(const struct exd_rules *rules, uint32_t root, struct diag *diag);

/* Looks at what the parts of a rule ask for together. False when something was reported. */
bool reach_check_rule(const struct exd_rules *rules, const struct rule *rule, struct diag *diag);

#endif
