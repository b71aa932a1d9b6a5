/* Values of the types that have an order: sorted, and a run of them in words, as `1 year or more` or `before 2015-03-02`. The values are those at which
 * something may change, so that what lies between two of them behaves like its neighbours: words tell a run by its ends, never by its members.
 * Answers to questions and ways to another result say it alike. */
#ifndef EXTRADITION_CHECK_ORDERED_H
#define EXTRADITION_CHECK_ORDERED_H

#include "model/record.h"

/* Sorts values of one ordered type. */
void ordered_sort(struct value *values, uint32_t count);

/* Says, as a phrase (base/phrase.h), the run from `first` to `last` of all `count` values, which are sorted. */
void ordered_say_run(const struct exd_record *record, const struct fact *fact, const struct value *values, uint32_t count, uint32_t first,
                     uint32_t last, struct buffer *buffer);

#endif
