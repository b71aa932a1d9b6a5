/* What the answers to the open questions would do, what turns on the disputed facts, and the time limits in order: worked out on request,
 * for a report whose findings and questions are there. */
#ifndef EXTRADITION_CHECK_ANSWERS_H
#define EXTRADITION_CHECK_ANSWERS_H

#include "check/fact_use.h"

struct analysis {
    struct builder *builder;
    struct exd_report *report;
    struct arena *scratch;
    uint64_t budget; /* steps left */
    uint64_t share;  /* of one completion */
};

/* The answers to each question, in classes that do the same to all findings; then the questions in the order of what they decide.
 * False when memory ran out; so for all of these. */
bool answers_find(struct analysis *analysis);

bool disputes_find(struct analysis *analysis);

bool timeline_find(struct analysis *analysis);

/* The exact result of a finding under the view's assumptions; OPEN when the steps ran out, which `*spent` tells. */
exd_result analysis_result(struct analysis *analysis, const struct finding *finding, bool *spent);

/* ---- the words of answers --------------------------------------------------------------------------------------------- */

/* A class of answers: the values whose number in `class_of` is this one's. Values of an ordered type are sorted, and a class of them is a run. */
struct answer_class {
    const struct fact *fact;
    const struct value *values;
    uint32_t count;
    const uint32_t *class_of;  /* by value */
    uint32_t number;           /* of this class */
    bool rest;                 /* the class that is best called by what it is not */
    const exd_result *results; /* what each value makes of each finding: by value, then by finding; NULL where that is not known */
    uint32_t finding_count;
};

/* Writes a class of sets by what they contain and do not contain; false when it is not to be said so. In answer_sets.c. */
bool answer_write_set(const struct exd_record *record, const struct answer_class *class_, struct buffer *buffer);
/* Writes the class in words, as a phrase. */
void answer_write(const struct exd_record *record, const struct answer_class *class_, struct buffer *buffer);

#endif
