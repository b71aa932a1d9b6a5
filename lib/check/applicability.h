/* Which instruments apply to a request on the as-of date, and why: the two States as parties, the instrument in force, its own further
 * conditions, or the agreement of the two States. Only instruments that name one of the two States are looked at, so that the cost does not grow
 * with those that do not. */
#ifndef EXTRADITION_CHECK_APPLICABILITY_H
#define EXTRADITION_CHECK_APPLICABILITY_H

#include "check/fact_use.h"

/* Sets `applies` (one truth for each instrument; unlisted ones are false) and gives the results worth showing in order of precedence: those that
 * apply or may apply, then those that name both States and do not. The view's `applies` is set to `applies`. False when memory ran out. */
bool applicability_find(struct builder *builder, uint8_t *applies, struct instrument_result **out, uint32_t *count);

/* The same for two States alone, without a record. */
exd_status applicability_between(const struct exd_rules *rules, name requesting, name requested, day as_of, struct arena *arena,
                                 struct instrument_result **out, uint32_t *count);

#endif
