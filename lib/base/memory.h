/* All allocation in the library goes through here, and through the function that the caller supplied. Sizes that are computed
 * pass memory_multiply() or memory_add() first, so that no product of two input numbers ever wraps on its way to an allocation. */
#ifndef EXTRADITION_BASE_MEMORY_H
#define EXTRADITION_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "extradition.h"

/* An allocator: the caller's function and what it is called with. Copied freely. */
struct memory {
    exd_allocate allocate;
    void *user;
};

/* The allocator over malloc, realloc and free. */
struct memory memory_default(void);

/* A block of this size is worth a large page: one fault where small pages take five hundred. memory_default() asks the system for one. */
enum { MEMORY_LARGE = 2 * 1024 * 1024 };

/* Resizes `block` (NULL: allocates). NULL when memory ran out, and `block` is untouched. `new_size` must not be 0. */
void *memory_resize(struct memory memory, void *block, size_t old_size, size_t new_size);

/* Allocates `size` bytes, all zero. */
void *memory_new(struct memory memory, size_t size);

/* Frees a block of `size` bytes; NULL is fine. */
void memory_free(struct memory memory, void *block, size_t size);

/* Store a*b, or a+b, in *out; false when it does not fit. */
bool memory_multiply(size_t a, size_t b, size_t *out);
bool memory_add(size_t a, size_t b, size_t *out);

/* Makes an array that may move twice as large, or gives it its first `first` items; false when memory ran out, and nothing changed. */
bool memory_double(struct memory memory, void **items, size_t *capacity, size_t first, size_t item_size);

/* Makes room for one more item of `item_size` bytes; so appending n items costs O(n). */
static inline bool memory_grow(struct memory memory, void **items, size_t *capacity, size_t count, size_t item_size)
{
    enum { FIRST = 8 };
    return count < *capacity || memory_double(memory, items, capacity, FIRST, item_size);
}

#endif
