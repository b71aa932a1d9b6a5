/* The line of a file with a mark under a place in it, as diagnostics show it. What comes from a file is made safe to print: a terminal
 * must never act on bytes of a hostile rulebook. */
#ifndef EXTRADITION_BASE_EXCERPT_H
#define EXTRADITION_BASE_EXCERPT_H

#include "base/diag.h"

/* Line `line` (1-based) without its line break; empty when there is none. */
struct text excerpt_line(const struct lines *lines, uint32_t line);

/* Where the line after the one that holds byte `from` begins; false, and the end of the bytes, when there is none. */
bool excerpt_next_line(struct text bytes, size_t from, size_t *next);

/* `   41 |     when: …` and the marks below it; nothing for a place without a line. Long lines are cut around the place. */
void excerpt_write(struct buffer *buffer, struct place place);

/* `text` with control characters, bidirectional overrides and invalid bytes replaced, cut with `…` after `columns`. */
void excerpt_write_visible(struct buffer *buffer, struct text text, size_t columns);

#endif
