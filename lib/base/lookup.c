#include "base/lookup.h"

#include "base/sort.h"

static int compare(const void *a, const void *b)
{
    const struct lookup_entry *left = a, *right = b;
    int order = text_compare(left->text, right->text);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

void lookup_sort(struct lookup *lookup)
{
    sort(lookup->entries, lookup->count, sizeof *lookup->entries, compare);
}

uint32_t lookup_find(const struct lookup *lookup, struct text text)
{
    uint32_t low = 0, high = lookup->count; /* all before low are less */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text_compare(lookup->entries[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < lookup->count && text_equal(lookup->entries[low].text, text);
    return found ? lookup->entries[low].index : NOT_FOUND;
}
