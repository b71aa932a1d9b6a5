/* The facts that a rule reads, wherever they stand in its conditions and in its time limit. */
#ifndef EXTRADITION_REPORT_READS_H
#define EXTRADITION_REPORT_READS_H

#include "rules/ruleset.h"

struct reads {
    const struct exd_rules *rules;
    bool *marks;     /* for each fact of each entity, whether it is read */
    uint32_t *first; /* of each entity, where its facts begin in `marks` */
};

/* False when memory ran out. */
bool reads_rule(struct reads *reads, const struct exd_rules *rules, const struct rule *rule, struct arena *arena);
bool reads_fact(const struct reads *reads, uint32_t entity, uint32_t fact);

#endif
