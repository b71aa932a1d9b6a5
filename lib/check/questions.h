/* What the open findings lack, turned into questions, and the findings gathered by ground. */
#ifndef EXTRADITION_CHECK_QUESTIONS_H
#define EXTRADITION_CHECK_QUESTIONS_H

#include "check/fact_use.h"

/* The questions worth asking, most decisive first: those whose answer alone may decide the most findings, then those that bear on the most.
 * Facts written out as unknown are not asked for again. False when memory ran out. */
bool questions_find(struct builder *builder, struct exd_report *report);

/* The same ground across instruments. */
bool grounds_gather(struct builder *builder, struct exd_report *report);

#endif
