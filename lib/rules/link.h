/* Linking: the names by which rules and instruments speak of one another become pointers, circles are found, and every rule learns which
 * others can stand in its way. */
#ifndef EXTRADITION_RULES_LINK_H
#define EXTRADITION_RULES_LINK_H

#include "rules/ruleset.h"

/* False when anything was reported or memory ran out. */
bool link_conditions(struct exd_rules *rules, struct diag *diag); /* the instruments that conditions name */
bool link_rules(struct exd_rules *rules, struct diag *diag);

#endif
