/* Sorting that allocates nothing and takes n log n comparisons whatever the input, neither of which qsort() promises. */
#ifndef EXTRADITION_BASE_SORT_H
#define EXTRADITION_BASE_SORT_H

#include <stddef.h>

enum { SORT_ITEM_BYTES_MAX = 64 };

/* Sorts `count` items of `size` bytes. The order of items that compare as equal is not kept: let `compare` break every tie. */
void sort(void *items, size_t count, size_t size, int (*compare)(const void *a, const void *b));

#endif
