/* Heapsort; few items by insertion, as they mostly come nearly in order. */
#include "base/sort.h"

#include <assert.h>
#include <string.h>

static void swap(unsigned char *a, unsigned char *b, size_t size)
{
    unsigned char held[SORT_ITEM_BYTES_MAX];
    memcpy(held, a, size);
    memcpy(a, b, size);
    memcpy(b, held, size);
}

/* Moves the item at `root` down to where it is no less than what hangs below it. */
static void sift_down(unsigned char *items, size_t root, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    for (;;) {
        size_t child = 2 * root + 1;
        if (child >= count)
            return;
        if (child + 1 < count && compare(items + child * size, items + (child + 1) * size) < 0)
            child++;
        if (compare(items + root * size, items + child * size) >= 0)
            return;
        swap(items + root * size, items + child * size, size);
        root = child;
    }
}

/* The first `ordered` are in order. */
static void sort_few(unsigned char *items, size_t ordered, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    unsigned char held[SORT_ITEM_BYTES_MAX];
    for (size_t i = ordered; i < count; i++) {
        size_t to = i;
        while (to > 0 && compare(items + (to - 1) * size, items + i * size) > 0)
            to--;
        if (to == i)
            continue;
        memcpy(held, items + i * size, size);
        memmove(items + (to + 1) * size, items + to * size, (i - to) * size);
        memcpy(items + to * size, held, size);
    }
}

enum { FEW_ITEMS = 64 };

void sort(void *items, size_t count, size_t size, int (*compare)(const void *a, const void *b))
{
    assert(size <= SORT_ITEM_BYTES_MAX);
    unsigned char *bytes = items;
    size_t ordered = 1;
    while (ordered < count && compare(bytes + (ordered - 1) * size, bytes + ordered * size) <= 0)
        ordered++;
    if (ordered >= count)
        return;
    if (count <= FEW_ITEMS) {
        sort_few(bytes, ordered, count, size, compare);
        return;
    }
    for (size_t root = count / 2; root-- > 0;)
        sift_down(bytes, root, count, size, compare);
    for (size_t last = count; last-- > 1;) {
        swap(bytes, bytes + last * size, size);
        sift_down(bytes, 0, last, size, compare);
    }
}
