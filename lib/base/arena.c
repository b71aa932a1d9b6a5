/* A list of blocks, each filled from its beginning. Blocks double from 64 KiB to 1 MiB, or are as large as a large page from the first; a
 * larger request gets a block of its size. After a reset the same list is filled again: a block that is too small for a request is passed
 * over by a new one put in front of it. */
#include "base/arena.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_BLOCK_EACH 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_BLOCK_EACH 1
#endif
#endif
#ifndef ARENA_BLOCK_EACH
#define ARENA_BLOCK_EACH 0
#endif

enum { BLOCK_SIZE_FIRST = 64 * 1024, BLOCK_SIZE_MOST = 1024 * 1024 };
enum { BLOCK_SIZE_LARGE = MEMORY_LARGE - offsetof(struct arena_block, bytes) };

void arena_init(struct arena *arena, struct memory memory)
{
    *arena = (struct arena){.memory = memory};
}

void arena_init_large(struct arena *arena, struct memory memory)
{
    *arena = (struct arena){.memory = memory, .large = true};
}

static size_t new_block_size(const struct arena *arena, size_t request)
{
    if (ARENA_BLOCK_EACH)
        return request;
    size_t size = BLOCK_SIZE_FIRST;
    if (arena->current && arena->current->size >= BLOCK_SIZE_FIRST)
        size = arena->current->size * 2;
    if (arena->current && arena->current->size >= BLOCK_SIZE_MOST / 2)
        size = BLOCK_SIZE_MOST;
    if (arena->large)
        size = BLOCK_SIZE_LARGE;
    return size < request ? request : size;
}

/* Makes a block with room for `request` the current one; false when memory ran out. */
static bool next_block(struct arena *arena, size_t request)
{
    struct arena_block **link = arena->current ? &arena->current->next : &arena->first;
    if (*link && (*link)->size >= request) {
        arena->current = *link;
        arena->current->used = 0;
        return true;
    }
    size_t size = new_block_size(arena, request);
    size_t total;
    struct arena_block *block = NULL;
    if (memory_add(size, offsetof(struct arena_block, bytes), &total))
        block = memory_resize(arena->memory, NULL, 0, total);
    if (!block) {
        arena->exhausted = true;
        return false;
    }
    block->next = *link;
    block->size = size;
    block->used = 0;
    *link = block;
    arena->current = block;
    return true;
}

void *arena_take_more(struct arena *arena, size_t size)
{
    if (!next_block(arena, size))
        return NULL;
    arena->current->used = size;
    return arena->current->bytes;
}

void *arena_array(struct arena *arena, size_t count, size_t item_size)
{
    size_t size;
    if (!memory_multiply(count, item_size, &size)) {
        arena->exhausted = true;
        return NULL;
    }
    return arena_alloc(arena, size);
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->current, arena->current ? arena->current->used : 0};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    arena->current = mark.current ? mark.current : arena->first;
    if (arena->current)
        arena->current->used = mark.used;
}

void arena_reset(struct arena *arena)
{
    if (ARENA_BLOCK_EACH) {
        arena_free(arena);
        return;
    }
    arena->current = arena->first;
    if (arena->current)
        arena->current->used = 0;
    arena->exhausted = false;
}

void arena_free(struct arena *arena)
{
    for (struct arena_block *block = arena->first; block;) {
        struct arena_block *next = block->next;
        memory_free(arena->memory, block, block->size + offsetof(struct arena_block, bytes));
        block = next;
    }
    *arena = (struct arena){.memory = arena->memory, .large = arena->large};
}
