/* Which findings count. A rule can be displaced by one that takes its place (a reservation), by one that excludes it, or by an instrument that
 * prevails and regulates the same ground. The displaced finding keeps its result. */
#ifndef EXTRADITION_CHECK_STANDING_H
#define EXTRADITION_CHECK_STANDING_H

#include "check/fact_use.h"

/* Sets the standing of every finding of a report whose results are known. `applies` is one truth for each instrument. False when memory ran out. */
bool standing_find(struct builder *builder, struct exd_report *report, const uint8_t *applies);

#endif
