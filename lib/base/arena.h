/* Memory that is freed all at once. Each long-lived object (rules, record, report) owns one arena and everything inside it; nothing
 * inside is ever freed singly. arena_reset() keeps the blocks, so a report that is used again allocates nothing. Under
 * AddressSanitizer every request gets a block of its own, or overruns inside a block would go unseen. */
#ifndef EXTRADITION_BASE_ARENA_H
#define EXTRADITION_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"

struct arena_block;

struct arena {
    struct memory memory;
    struct arena_block *first;
    struct arena_block *current;
    bool exhausted; /* an allocation failed; sticky until reset, so that a caller may check once at the end */
};

void arena_init(struct arena *arena, struct memory memory);

/* `size` zeroed bytes, aligned for any type; NULL when memory ran out. A size of 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed items; NULL when memory ran out or the product does not fit. */
void *arena_array(struct arena *arena, size_t count, size_t item_size);

/* A NUL-terminated copy; NULL when memory ran out. */
const char *arena_copy(struct arena *arena, const char *data, size_t length);
struct text arena_copy_text(struct arena *arena, struct text text); /* .data NULL when memory ran out */

/* A point to which arena_rewind() goes back: what was allocated after it is forgotten, its blocks are kept. */
struct arena_mark {
    struct arena_block *current;
    size_t used;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Forgets all that was allocated and keeps the blocks for use again. */
void arena_reset(struct arena *arena);

/* Frees everything; also right for an arena that was only zeroed. */
void arena_free(struct arena *arena);

#endif
