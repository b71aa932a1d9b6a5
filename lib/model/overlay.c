#include "model/overlay.h"

#include <string.h>

#include "base/lookup.h"
#include "source/file.h"
#include "source/yaml.h"

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

struct node *overlay_merge(struct arena *arena, const struct node *base, const struct node *over)
{
    return merge_mappings(arena, base, over, 0);
}

/* ---- taking away ------------------------------------------------------------------------------------------------------ */

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

struct node *overlay_without(struct arena *arena, struct node *node, struct text path, bool *found)
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
    struct node *less = overlay_without(arena, child, (struct text){path.data + dot + 1, path.length - dot - 1}, found);
    if (!less)
        return NULL;
    return *found ? drop(arena, node, index, less) : node;
}

/* ---- settings --------------------------------------------------------------------------------------------------------- */

enum { SETTING_DEPTH = 8 }; /* names in a path */

struct setting {
    struct arena *arena;
    const struct vocabulary *vocabulary;
    const struct node *base;
    struct text path[SETTING_DEPTH];
    uint32_t depth;
    struct place place; /* of the path */
    struct node *value;
};

static struct node *make(const struct setting *setting, enum node_kind kind, uint32_t count)
{
    struct node *node = arena_alloc(setting->arena, sizeof *node);
    if (!node)
        return NULL;
    *node = (struct node){.kind = (uint8_t)kind, .plain = true, .place = setting->place, .count = count, .text = {"", 0}};
    if (kind != NODE_SCALAR)
        node->items = arena_array(setting->arena, (size_t)count * 2, sizeof(struct node *));
    return kind == NODE_SCALAR || node->items ? node : NULL;
}

static struct node *make_scalar(const struct setting *setting, struct text text)
{
    struct node *node = make(setting, NODE_SCALAR, 0);
    if (node)
        node->text = text;
    return node;
}

/* `key: value`; NULL passes through. */
static struct node *make_pair(const struct setting *setting, struct text key, struct node *value)
{
    struct node *mapping = value ? make(setting, NODE_MAPPING, 1) : NULL;
    if (!mapping)
        return NULL;
    mapping->items[0] = make_scalar(setting, key);
    mapping->items[1] = value;
    return mapping->items[0] ? mapping : NULL;
}

static struct node *add_pair(const struct setting *setting, struct node *first, struct text key, struct node *value)
{
    struct node *pair = make_pair(setting, key, value);
    struct node *both = pair && first ? make(setting, NODE_MAPPING, 2) : NULL;
    if (!both)
        return NULL;
    both->items[0] = first->items[0];
    both->items[1] = pair->items[0];
    both->items[2] = first->items[1];
    both->items[3] = pair->items[1];
    return both;
}

static const struct entity *find_list(const struct vocabulary *vocabulary, struct text list)
{
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        if (!vocabulary->entities[i].single && text_equal(vocabulary->entities[i].list_name, list))
            return &vocabulary->entities[i];
    return NULL;
}

/* The value under the names of the path from `from` on. */
static struct node *nest(const struct setting *setting, uint32_t from)
{
    struct node *node = setting->value;
    for (uint32_t i = setting->depth; i-- > from && node;)
        node = make_pair(setting, setting->path[i], node);
    return node;
}

/* One item of a list, in the form in which the base has the list: bare, or with the word whether it is complete. An item given to a list of which
 * the record says nothing does not make it complete. */
static struct node *nest_item(const struct setting *setting)
{
    struct node *id = make_pair(setting, TEXT("id"), make_scalar(setting, setting->path[1]));
    struct node *item = id;
    if (id && setting->depth > 2) {
        struct node *rest = nest(setting, 3);
        item = add_pair(setting, id, setting->path[2], rest);
    } else if (id && setting->value->kind == NODE_MAPPING) {
        item = overlay_merge(setting->arena, setting->value, id);
    }
    struct node *list = item ? make(setting, NODE_SEQUENCE, 1) : NULL;
    if (!list)
        return NULL;
    list->items[0] = item;
    uint32_t index = find_key(setting->base, setting->path[0]);
    const struct node *now = index == UINT32_MAX ? NULL : node_value(setting->base, index);
    if (now && now->kind == NODE_SEQUENCE)
        return make_pair(setting, setting->path[0], list);
    struct node *items = make_pair(setting, TEXT("items"), list);
    if (!now)
        items = add_pair(setting, items, TEXT("complete"), make_scalar(setting, TEXT("false")));
    return items ? make_pair(setting, setting->path[0], items) : NULL;
}

/* `a.b.c` into its names; false (and a diagnostic) when it is no path. */
static bool split_path(struct setting *setting, struct text path, struct diag *diag)
{
    size_t from = 0;
    for (size_t i = 0; i <= path.length; i++) {
        if (i < path.length && path.data[i] != '.')
            continue;
        if (i == from || setting->depth == SETTING_DEPTH) {
            diag_add(diag, DIAG_BAD_VALUE, setting->place, "write a path as reports do, and its value: `person.nationalities=[US]`",
                     "`%t` is no path", path);
            return false;
        }
        struct text part = arena_copy_text(setting->arena, (struct text){path.data + from, i - from});
        if (!part.data)
            return false;
        setting->path[setting->depth++] = part;
        from = i + 1;
    }
    return true;
}

/* The value, read as YAML in its own place: all before it is blank, and stands in the excerpts of diagnostics only. */
static struct node *parse_value(struct setting *setting, const char *written, size_t equals, const struct limits *limits, struct diag *diag)
{
    size_t length = strlen(written);
    char *blanked = arena_alloc(setting->arena, length + 1);
    struct lines *lines;
    struct node **documents;
    size_t count = 0;
    if (!blanked)
        return NULL;
    memset(blanked, ' ', equals + 1);
    memcpy(blanked + equals + 1, written + equals + 1, length - equals - 1);
    if (file_from_buffer(setting->arena, "setting", blanked, length, limits, diag, &lines) != EXD_OK ||
        yaml_parse(setting->arena, setting->arena, lines, limits, diag, &documents, &count) != EXD_OK)
        return NULL;
    const char *copy = arena_copy(setting->arena, written, length);
    if (!copy)
        return NULL;
    lines->bytes = (struct text){copy, length};
    setting->place.lines = lines;
    if (count == 1)
        return documents[0];
    diag_add(diag, DIAG_BAD_VALUE, setting->place, NULL, "a setting has one value");
    return NULL;
}

static bool is_blank(const char *text)
{
    while (*text == ' ')
        text++;
    return *text == '\0';
}

static struct node *take_away(struct setting *setting, struct text path, struct diag *diag)
{
    bool found = false;
    struct node base = *setting->base;
    struct node *less = overlay_without(setting->arena, &base, path, &found);
    if (less && found)
        return less;
    if (less)
        diag_add(diag, DIAG_UNKNOWN_REFERENCE, setting->place, "write the path of a fact, an item or a list that the record has",
                 "the record has no `%t` to take away", path);
    return NULL;
}

struct node *overlay_set(struct arena *arena, const struct vocabulary *vocabulary, const struct node *base, const char *written,
                         const struct limits *limits, struct diag *diag)
{
    struct setting setting = {.arena = arena, .vocabulary = vocabulary, .base = base};
    struct lines *lines = arena_alloc(arena, sizeof *lines);
    const char *copy = arena_copy(arena, written, strlen(written));
    const char *equals = strchr(written, '=');
    if (!lines || !copy)
        return NULL;
    *lines = (struct lines){TEXT("setting"), text_of(copy)};
    struct text path = {copy, equals ? (size_t)(equals - written) : strlen(written)};
    setting.place = (struct place){lines, 1, 1, path.length < UINT32_MAX ? (uint32_t)path.length : UINT32_MAX};
    if (!equals) {
        diag_add(diag, DIAG_BAD_VALUE, setting.place, "write a path and its value: `person.nationalities=[US]`", "a setting has a `=`");
        return NULL;
    }
    if (!split_path(&setting, path, diag))
        return NULL;
    if (is_blank(equals + 1))
        return take_away(&setting, path, diag);
    setting.value = parse_value(&setting, written, path.length, limits, diag);
    if (!setting.value)
        return NULL;
    bool item = setting.depth > 1 && find_list(vocabulary, setting.path[0]);
    if (item && setting.depth == 2 && setting.value->kind != NODE_MAPPING) {
        diag_add(diag, DIAG_WRONG_KIND, setting.value->place, "name one of its facts, `list.item.fact=value`, or write `{fact: value}`",
                 "`%t` is an item, and no fact", path);
        return NULL;
    }
    struct node *over = item ? nest_item(&setting) : nest(&setting, 0);
    struct node *merged = over ? overlay_merge(arena, base, over) : NULL;
    if (merged)
        merged->place = base->place;
    return merged;
}
