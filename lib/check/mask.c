#include "check/mask.h"

bool mask_init(struct cell_mask *mask, const struct exd_record *record, struct arena *arena)
{
    const struct vocabulary *vocabulary = record->vocabulary;
    mask->record = record;
    uint32_t next = 0;
    for (uint32_t i = 0; i < VOCABULARY_ENTITIES_MAX + 1; i++) {
        mask->first[i] = next;
        if (i < vocabulary->entity_count)
            next += record->lists[i].count * vocabulary->entities[i].fact_count;
    }
    mask->count = next + vocabulary->entity_count;
    mask->hidden = arena_array(arena, mask->count, sizeof *mask->hidden);
    return mask->hidden != NULL;
}

uint32_t mask_number(const struct cell_mask *mask, struct cell_key key)
{
    if (key.fact == FACT_EXISTS)
        return mask->first[VOCABULARY_ENTITIES_MAX] + key.entity;
    if (key.item >= mask->record->lists[key.entity].count)
        return mask->count;
    return mask->first[key.entity] + key.item * mask->record->vocabulary->entities[key.entity].fact_count + key.fact;
}

struct cell_key mask_key(const struct cell_mask *mask, uint32_t number)
{
    uint32_t lists = mask->first[VOCABULARY_ENTITIES_MAX];
    if (number >= lists)
        return (struct cell_key){number - lists, 0, FACT_EXISTS};
    uint32_t entity = 0;
    while (mask->first[entity + 1] <= number)
        entity++;
    uint32_t facts = mask->record->vocabulary->entities[entity].fact_count;
    return (struct cell_key){entity, (number - mask->first[entity]) / facts, (number - mask->first[entity]) % facts};
}

bool mask_hides(const struct cell_mask *mask, struct cell_key key)
{
    uint32_t number = mask_number(mask, key);
    return number < mask->count && mask->hidden[number];
}

bool mask_is_stated(const struct cell_mask *mask, uint32_t number)
{
    struct cell_key key = mask_key(mask, number);
    const struct item_list *list = &mask->record->lists[key.entity];
    if (key.fact == FACT_EXISTS)
        return !mask->record->vocabulary->entities[key.entity].single && list->present && list->complete;
    enum cell_status status = record_cell(mask->record, key.entity, key.item, key.fact)->status;
    return status == CELL_KNOWN || status == CELL_DISPUTED;
}
