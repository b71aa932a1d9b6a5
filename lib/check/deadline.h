/* Time limits: the day by which something had to be done, and whether it was. */
#ifndef EXTRADITION_CHECK_DEADLINE_H
#define EXTRADITION_CHECK_DEADLINE_H

#include "check/fact_use.h"

/* Computes the limit of a rule of the effect `deadline`; `engaged` is whether it runs in this case. False when memory ran out. */
bool deadline_compute(struct builder *builder, const struct rule *rule, enum truth engaged, struct deadline_result *out);

#endif
