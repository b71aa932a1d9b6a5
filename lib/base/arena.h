/* Memory that is freed all at once. Each long-lived object (rules, record, report) owns one arena and everything inside it; nothing
 * inside is ever freed singly. arena_reset() keeps the blocks, so a report that is used again allocates nothing. Under
 * AddressSanitizer every request gets a block of its own, or overruns inside a block would go unseen. */
#ifndef EXTRADITION_BASE_ARENA_H
#define EXTRADITION_BASE_ARENA_H

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

struct arena_block {
    struct arena_block *next;
    size_t size; /* of `bytes` */
    size_t used;
    alignas(max_align_t) char bytes[];
};

struct arena {
    struct memory memory;
    struct arena_block *first;
    struct arena_block *current;
    bool large;     /* every block is a large one */
    bool exhausted; /* an allocation failed; sticky until reset, so that a caller may check once at the end */
};

void arena_init(struct arena *arena, struct memory memory);

/* For an arena of megabytes: its first block is large, so that the system can give it a large page. */
void arena_init_large(struct arena *arena, struct memory memory);

/* What arena_take() does when the current block is full. */
void *arena_take_more(struct arena *arena, size_t size);

/* `size` bytes of any content, `alignment` being a power of two; NULL when memory ran out. Here, because loading is made of it. */
static inline void *arena_take(struct arena *arena, size_t size, size_t alignment)
{
    struct arena_block *block = arena->current;
    if (block) {
        size_t start = (block->used + alignment - 1) & ~(alignment - 1);
        if (start <= block->size && size <= block->size - start) {
            block->used = start + size;
            return block->bytes + start;
        }
    }
    return arena_take_more(arena, size);
}

/* `size` zeroed bytes, aligned for any type; NULL when memory ran out. A size of 0 gives a valid pointer. */
static inline void *arena_alloc(struct arena *arena, size_t size)
{
    void *bytes = arena_take(arena, size, alignof(max_align_t));
    if (bytes)
        memset(bytes, 0, size);
    return bytes;
}

/* `count` zeroed items; NULL when memory ran out or the product does not fit. */
void *arena_array(struct arena *arena, size_t count, size_t item_size);

/* A NUL-terminated copy; NULL when memory ran out. */
static inline const char *arena_copy(struct arena *arena, const char *data, size_t length)
{
    char *copy = length < SIZE_MAX ? arena_take(arena, length + 1, 1) : arena_take_more(arena, SIZE_MAX);
    if (!copy)
        return NULL;
    if (length)
        memcpy(copy, data, length);
    copy[length] = '\0';
    return copy;
}

static inline struct text arena_copy_text(struct arena *arena, struct text text) /* .data NULL when memory ran out */
{
    const char *copy = arena_copy(arena, text.data, text.length);
    return (struct text){.data = copy, .length = copy ? text.length : 0};
}

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
