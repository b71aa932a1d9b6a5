/* Facts of a record that are taken as unknown, whatever the record and the presumptions say of them: "what if only these had been verified?".
 * The cells of a record are numbered; a list as such (that it has no items but those listed) counts as a fact of its own. */
#ifndef EXTRADITION_CHECK_MASK_H
#define EXTRADITION_CHECK_MASK_H

#include "base/arena.h"
#include "model/record.h"

/* Where a fact stands in a record. Items past the end of a list are imagined. */
struct cell_key {
    uint32_t entity;
    uint32_t item;
    uint32_t fact;
};

/* In place of a fact: whether an imagined item is there at all; of a mask, whether the list as such is known. */
#define FACT_EXISTS (UINT32_MAX - 1)

static inline bool cell_key_same(struct cell_key a, struct cell_key b)
{
    return a.entity == b.entity && a.item == b.item && a.fact == b.fact;
}

struct cell_mask {
    const struct exd_record *record;
    uint32_t first[VOCABULARY_ENTITIES_MAX + 1]; /* the number of each entity's first cell; the last: of the first list */
    uint32_t count;
    bool *hidden; /* by number */
};

/* Nothing is hidden. False when memory ran out. */
bool mask_init(struct cell_mask *mask, const struct exd_record *record, struct arena *arena);

/* The number of a cell; `count` for one that the record does not have. */
uint32_t mask_number(const struct cell_mask *mask, struct cell_key key);
struct cell_key mask_key(const struct cell_mask *mask, uint32_t number);
bool mask_hides(const struct cell_mask *mask, struct cell_key key);

/* Whether the record says anything of a cell that could be hidden. */
bool mask_is_stated(const struct cell_mask *mask, uint32_t number);

#endif
