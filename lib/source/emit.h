/* A tree written as YAML again: a record that was put together from a file and settings, for people to keep and go on with. What is read from
 * it is the same tree; comments, anchors and the author's layout are not kept. */
#ifndef EXTRADITION_SOURCE_EMIT_H
#define EXTRADITION_SOURCE_EMIT_H

#include "source/tree.h"

/* One document, ending in a newline. The buffer's `failed` tells when memory ran out. */
void emit_document(const struct node *document, struct buffer *out);

#endif
