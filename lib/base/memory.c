#define _DEFAULT_SOURCE

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* A new block that large pages fit; the system gives them if it can, and small ones otherwise. */
static void *allocate_large(size_t size)
{
    size_t whole;
    if (!memory_add(size, MEMORY_LARGE - 1, &whole))
        return NULL;
    whole -= whole % MEMORY_LARGE;
    void *block = aligned_alloc(MEMORY_LARGE, whole);
#ifdef MADV_HUGEPAGE
    if (block)
        madvise(block, whole, MADV_HUGEPAGE);
#endif
    return block;
}

static void *allocate_with_malloc(void *user, void *block, size_t old_size, size_t new_size)
{
    (void)user;
    (void)old_size;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    return block || new_size < MEMORY_LARGE ? realloc(block, new_size) : allocate_large(new_size);
}

struct memory memory_default(void)
{
    return (struct memory){.allocate = allocate_with_malloc, .user = NULL};
}

void *memory_resize(struct memory memory, void *block, size_t old_size, size_t new_size)
{
    return memory.allocate(memory.user, block, block ? old_size : 0, new_size);
}

void *memory_new(struct memory memory, size_t size)
{
    void *block = memory_resize(memory, NULL, 0, size ? size : 1);
    if (block)
        memset(block, 0, size);
    return block;
}

void memory_free(struct memory memory, void *block, size_t size)
{
    /* The same rounding as in memory_new(), so that an allocator that meters sees equal sizes. */
    if (block)
        memory.allocate(memory.user, block, size ? size : 1, 0);
}

bool memory_multiply(size_t a, size_t b, size_t *out)
{
    if (b != 0 && a > SIZE_MAX / b)
        return false;
    *out = a * b;
    return true;
}

bool memory_add(size_t a, size_t b, size_t *out)
{
    if (a > SIZE_MAX - b)
        return false;
    *out = a + b;
    return true;
}

bool memory_double(struct memory memory, void **items, size_t *capacity, size_t first, size_t item_size)
{
    size_t wanted = first;
    size_t size;
    if (*capacity && !memory_multiply(*capacity, 2, &wanted))
        return false;
    if (!memory_multiply(wanted, item_size, &size))
        return false;
    void *moved = memory_resize(memory, *items, *capacity * item_size, size);
    if (!moved)
        return false;
    *items = moved;
    *capacity = wanted;
    return true;
}
