/* YAML events to a located tree, within limits. The only file that includes <yaml.h>. Depth, nodes and aliases are counted on the events, so
 * that hostile input costs no more than its bytes; an alias counts as all that it stands for, so a walk over a whole tree meets no more nodes,
 * and no deeper ones, than the limits say. Mapping keys must be scalars; keys that stand twice are errors here, for every file
 * format alike, and so is the merge key `<<`. */
#ifndef EXTRADITION_SOURCE_YAML_H
#define EXTRADITION_SOURCE_YAML_H

#include "source/tree.h"
#include "base/limits.h"

/* The documents of a file: the nodes, the texts of keys and the list of documents in `arena`, the texts of values in `texts`, which may be the
 * same, and outlives the nodes where it is not. All errors that can be found are reported. EXD_ERROR_INPUT, EXD_ERROR_LIMIT,
 * EXD_ERROR_MEMORY. */
exd_status yaml_parse(struct arena *arena, struct arena *texts, const struct lines *lines, const struct limits *limits, struct diag *diag,
                      struct node ***documents, size_t *count);

#endif
