/* Case files: many records as small changes of one base. A change is laid over the base on the level of the YAML tree, so that a case is read,
 * and its errors are reported, as if it had been written out. */
#ifndef EXTRADITION_MODEL_CASES_H
#define EXTRADITION_MODEL_CASES_H

#include "source/shape.h"

#define CASES_FORMAT "extradition-cases/1"

extern const struct shape cases_shape;

/* How many cases a document of the format extradition-cases/1 holds; reports a wrong shape and then gives 0. */
uint32_t cases_count(const struct node *document, struct diag *diag);

/* The record that case `index` amounts to, as a tree in `arena`, with `id`, `title` and `expect`; NULL when it is wrong (reported) or memory ran
 * out. `*instrument` is what the file names, or empty. */
const struct node *cases_record(struct arena *arena, const struct node *document, uint32_t index, struct text *instrument,
                                struct diag *diag);

#endif
