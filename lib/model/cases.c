#include "model/cases.h"

#include <string.h>

#include "base/limits.h"
#include "base/lookup.h"
#include "source/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum file_key { FILE_FORMAT, FILE_INSTRUMENT, FILE_BASE, FILE_CASES };
static const struct shape_key file_keys[] = {
    [FILE_FORMAT] = {"format", SHAPE_SCALAR, true},
    [FILE_INSTRUMENT] = {"instrument", SHAPE_SCALAR, false},
    [FILE_BASE] = {"base", SHAPE_MAPPING, true},
    [FILE_CASES] = {"cases", SHAPE_SEQUENCE, true},
};

enum case_key { CASE_NAME, CASE_SET, CASE_WITHOUT, CASE_EXPECT };
static const struct shape_key case_keys[] = {
    [CASE_NAME] = {"name", SHAPE_SCALAR, true},
    [CASE_SET] = {"set", SHAPE_MAPPING, false},
    [CASE_WITHOUT] = {"without", SHAPE_SEQUENCE, false},
    [CASE_EXPECT] = {"expect", SHAPE_MAPPING, true},
};

uint32_t cases_count(const struct node *document, struct diag *diag)
{
    const struct node *values[COUNT(file_keys)];
    if (!shape_read(document, "case file", file_keys, COUNT(file_keys), values, diag))
        return 0;
    if (values[FILE_CASES]->count == 0)
        diag_add(diag, DIAG_BAD_VALUE, values[FILE_CASES]->place, NULL, "a case file has at least one case");
    return values[FILE_CASES]->count;
}

/* ---- laying one tree over another ------------------------------------------------------------------------------------- */

static struct node *copy_shell(struct arena *arena, const struct node *from, uint32_t count)
{
    struct node *copy = arena_alloc(arena, sizeof *copy);
    if (!copy)
        return NULL;
    *copy = *from;
    copy->count = count;
    copy->items = arena_array(arena, (size_t)count * (from->kind == NODE_MAPPING ? 2 : 1), sizeof(struct node *));
    return copy->items ? copy : NULL;
}

static uint32_t find_key(const struct node *mapping, struct text key)
{
    for (uint32_t i = 0; i < mapping->count; i++)
        if (text_equal(node_key(mapping, i)->text, key))
            return i;
    return UINT32_MAX;
}

static const struct node *item_id(const struct node *item)
{
    return item->kind == NODE_MAPPING ? node_get(item, "id") : NULL;
}

static bool is_item_list(const struct node *node)
{
    if (node->kind != NODE_SEQUENCE || node->count == 0)
        return false;
    for (uint32_t i = 0; i < node->count; i++)
        if (!item_id(node->items[i]))
            return false;
    return true;
}

static uint32_t find_item(const struct node *list, struct text id)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *found = item_id(list->items[i]);
        if (found && text_equal(found->text, id))
            return i;
    }
    return UINT32_MAX;
}

/* The keys of a mapping, or the ids of a list of items. */
static bool look_up(struct arena *arena, const struct node *node, struct lookup *lookup)
{
    lookup->count = node->count;
    lookup->entries = arena_array(arena, node->count, sizeof *lookup->entries);
    if (!lookup->entries)
        return false;
    for (uint32_t i = 0; i < node->count; i++) {
        const struct node *named = node->kind == NODE_MAPPING ? node_key(node, i) : item_id(node->items[i]);
        lookup->entries[i] = (struct lookup_entry){named->text, i};
    }
    lookup_sort(lookup);
    return true;
}

static struct node *merge(struct arena *arena, struct node *base, struct node *over, unsigned depth);

static struct node *merge_mappings(struct arena *arena, const struct node *base, const struct node *over, unsigned depth)
{
    struct node *merged = copy_shell(arena, over, base->count + over->count);
    struct lookup base_keys, over_keys;
    if (!merged || !look_up(arena, base, &base_keys) || !look_up(arena, over, &over_keys))
        return NULL;
    struct node **keys = merged->items;
    struct node **values = arena_array(arena, merged->count, sizeof *values);
    if (!values)
        return NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < base->count; i++, count++) {
        uint32_t other = lookup_find(&over_keys, node_key(base, i)->text);
        keys[count] = base->items[i];
        values[count] = base->items[base->count + i];
        if (other != NOT_FOUND)
            values[count] = merge(arena, values[count], over->items[over->count + other], depth + 1);
        if (!values[count])
            return NULL;
    }
    for (uint32_t i = 0; i < over->count; i++) {
        if (lookup_find(&base_keys, node_key(over, i)->text) != NOT_FOUND)
            continue;
        keys[count] = over->items[i];
        values[count++] = over->items[over->count + i];
    }
    memcpy(keys + count, values, count * sizeof *values);
    merged->count = count;
    return merged;
}

static struct node *merge_lists(struct arena *arena, const struct node *base, const struct node *over, unsigned depth)
{
    struct node *merged = copy_shell(arena, over, base->count + over->count);
    struct lookup base_ids, over_ids;
    if (!merged || !look_up(arena, base, &base_ids) || !look_up(arena, over, &over_ids))
        return NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < base->count; i++) {
        uint32_t other = lookup_find(&over_ids, item_id(base->items[i])->text);
        struct node *item = other == NOT_FOUND ? base->items[i] : merge(arena, base->items[i], over->items[other], depth + 1);
        if (!item)
            return NULL;
        merged->items[count++] = item;
    }
    for (uint32_t i = 0; i < over->count; i++)
        if (lookup_find(&base_ids, item_id(over->items[i])->text) == NOT_FOUND)
            merged->items[count++] = over->items[i];
    merged->count = count;
    return merged;
}

/* A mapping that gives a fact its provenance is one value, not something to merge into. */
static bool is_provenance(const struct node *mapping)
{
    return find_key(mapping, TEXT("value")) != UINT32_MAX || find_key(mapping, TEXT("disputed")) != UINT32_MAX;
}

static struct node *merge(struct arena *arena, struct node *base, struct node *over, unsigned depth)
{
    if (depth > 16)
        return over;
    if (base->kind == NODE_MAPPING && over->kind == NODE_MAPPING && !is_provenance(over) && !is_provenance(base))
        return merge_mappings(arena, base, over, depth);
    if (is_item_list(base) && is_item_list(over))
        return merge_lists(arena, base, over, depth);
    return over;
}

/* ---- taking away ------------------------------------------------------------------------------------------------------ */

static struct node *without(struct arena *arena, struct node *node, struct text path, bool *found);

static struct node *drop(struct arena *arena, const struct node *node, uint32_t index, struct node *replacement)
{
    bool mapping = node->kind == NODE_MAPPING;
    struct node *copy = copy_shell(arena, node, node->count);
    if (!copy)
        return NULL;
    uint32_t count = 0;
    struct node *const *values = mapping ? node->items + node->count : node->items;
    uint32_t kept = replacement ? node->count : node->count - 1;
    for (uint32_t i = 0; i < node->count; i++) {
        if (i == index && !replacement)
            continue;
        struct node *value = i == index ? replacement : values[i];
        if (mapping) {
            copy->items[count] = node->items[i];
            copy->items[kept + count] = value;
        } else {
            copy->items[count] = value;
        }
        count++;
    }
    copy->count = kept;
    return copy;
}

static struct node *without(struct arena *arena, struct node *node, struct text path, bool *found)
{
    size_t dot = 0;
    while (dot < path.length && path.data[dot] != '.')
        dot++;
    struct text head = {path.data, dot};
    uint32_t index = UINT32_MAX;
    if (node->kind == NODE_MAPPING)
        index = find_key(node, head);
    else if (node->kind == NODE_SEQUENCE)
        index = find_item(node, head);
    if (index == UINT32_MAX)
        return node;
    if (dot == path.length) {
        *found = true;
        return drop(arena, node, index, NULL);
    }
    struct node *child = node->kind == NODE_MAPPING ? node->items[node->count + index] : node->items[index];
    struct node *less = without(arena, child, (struct text){path.data + dot + 1, path.length - dot - 1}, found);
    return less && *found ? drop(arena, node, index, less) : node;
}

static struct node *take_away(struct arena *arena, struct node *record, const struct node *paths, struct diag *diag)
{
    for (uint32_t i = 0; i < paths->count && record; i++) {
        const struct node *path = paths->items[i];
        bool found = false;
        if (node_is_scalar(path) && path->text.length <= (size_t)LIMIT_NAME_BYTES * 4)
            record = without(arena, record, path->text, &found);
        if (record && !found) {
            diag_add(diag, DIAG_UNKNOWN_REFERENCE, path->place,
                     "write the path of a fact, an item or a list of the base: `offences.count-1.penalty`",
                     "the case has no `%t` to take away", path->text);
            return NULL;
        }
    }
    return record;
}

/* ---- one case --------------------------------------------------------------------------------------------------------- */

static struct node *scalar(struct arena *arena, const struct node *like, struct text text)
{
    struct node *node = arena_alloc(arena, sizeof *node);
    if (node)
        *node = (struct node){.kind = NODE_SCALAR, .plain = true, .place = like->place, .text = text};
    return node;
}

/* `id: case-3`, `title: <name>` and `expect` laid over the record. */
static struct node *dress(struct arena *arena, struct node *record, const struct node *test, const struct node **values, uint32_t index)
{
    struct buffer id;
    buffer_init(&id, arena->memory);
    buffer_format(&id, "case-%u", index + 1);
    struct text id_text = id.failed ? (struct text){NULL, 0} : arena_copy_text(arena, buffer_view(&id));
    buffer_free(&id);
    struct node head = *test;
    struct node *items[6] = {
        scalar(arena, test, TEXT("id")), scalar(arena, test, TEXT("title")),           scalar(arena, test, TEXT("expect")),
        scalar(arena, test, id_text),    scalar(arena, test, values[CASE_NAME]->text), NULL,
    };
    for (size_t i = 0; i < 5; i++)
        if (!items[i] || !id_text.data)
            return NULL;
    struct node expect = *values[CASE_EXPECT];
    struct node *kept = arena_alloc(arena, sizeof *kept);
    if (!kept)
        return NULL;
    *kept = expect;
    items[5] = kept;
    head.count = 3;
    head.items = items;
    return merge_mappings(arena, record, &head, 0);
}

const struct node *cases_record(struct arena *arena, const struct node *document, uint32_t index, struct text *instrument,
                                struct diag *diag)
{
    const struct node *file[COUNT(file_keys)];
    const struct node *values[COUNT(case_keys)];
    if (!shape_read(document, "case file", file_keys, COUNT(file_keys), file, diag))
        return NULL;
    const struct node *test = file[FILE_CASES]->items[index];
    if (!shape_read(test, "case", case_keys, COUNT(case_keys), values, diag))
        return NULL;
    *instrument = file[FILE_INSTRUMENT] ? file[FILE_INSTRUMENT]->text : (struct text){"", 0};
    struct node *record = copy_shell(arena, file[FILE_BASE], file[FILE_BASE]->count);
    if (!record)
        return NULL;
    memcpy(record->items, file[FILE_BASE]->items, (size_t)file[FILE_BASE]->count * 2 * sizeof *record->items);
    if (values[CASE_SET]) {
        struct node over = *values[CASE_SET];
        record = merge_mappings(arena, record, &over, 0);
    }
    if (record && values[CASE_WITHOUT])
        record = take_away(arena, record, values[CASE_WITHOUT], diag);
    return record ? dress(arena, record, test, values, index) : NULL;
}
