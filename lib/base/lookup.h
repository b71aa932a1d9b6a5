/* Texts by which things are found: sorted, so that no input makes looking them up, or finding doubled ones, quadratic. */
#ifndef EXTRADITION_BASE_LOOKUP_H
#define EXTRADITION_BASE_LOOKUP_H

#include <stdint.h>

#include "base/text.h"

#define NOT_FOUND UINT32_MAX

struct lookup_entry {
    struct text text;
    uint32_t index; /* of the thing */
};

struct lookup {
    struct lookup_entry *entries;
    uint32_t count;
};

/* Puts the entries in order: by text, equal ones by index. */
void lookup_sort(struct lookup *lookup);

/* The index that the text stands for, the lowest if there are several; NOT_FOUND. */
uint32_t lookup_find(const struct lookup *lookup, struct text text);

#endif
