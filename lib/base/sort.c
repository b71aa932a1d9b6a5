/* Heapsort. */
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

void sort(void *items, size_t count, size_t size, int (*compare)(const void *a, const void *b))
{
    assert(size <= SORT_ITEM_BYTES_MAX);
    unsigned char *bytes = items;
    for (size_t root = count / 2; root-- > 0;)
        sift_down(bytes, root, count, size, compare);
    for (size_t last = count; last-- > 1;) {
        swap(bytes, bytes + last * size, size);
        sift_down(bytes, 0, last, size, compare);
    }
}
