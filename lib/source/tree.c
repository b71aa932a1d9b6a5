#include "source/tree.h"

const struct node *node_get(const struct node *mapping, const char *key)
{
    if (!mapping || mapping->kind != NODE_MAPPING)
        return NULL;
    struct text wanted = text_of(key);
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *found = node_key(mapping, i);
        if (node_is_scalar(found) && text_equal(found->text, wanted))
            return node_value(mapping, i);
    }
    return NULL;
}

struct node *tree_copy(struct arena *arena, const struct node *node)
{
    struct node *copy = arena_alloc(arena, sizeof *copy);
    if (!copy)
        return NULL;
    *copy = *node;
    if (node_is_scalar(node))
        return copy;
    size_t count = node->kind == NODE_MAPPING ? (size_t)node->count * 2 : node->count;
    copy->items = arena_array(arena, count, sizeof *copy->items);
    for (size_t i = 0; copy->items && i < count; i++) {
        copy->items[i] = tree_copy(arena, node->items[i]);
        if (!copy->items[i])
            return NULL;
        if (node->kind == NODE_MAPPING && i < node->count && node_is_scalar(copy->items[i]))
            copy->items[i]->text = arena_copy_text(arena, copy->items[i]->text);
    }
    return copy->items && !arena->exhausted ? copy : NULL;
}

const char *node_kind_words(enum node_kind kind)
{
    switch (kind) {
    case NODE_SCALAR:
        return "a single value";
    case NODE_SEQUENCE:
        return "a list";
    case NODE_MAPPING:
        return "a mapping";
    }
    return "";
}

static uint32_t character_count(const char *bytes, size_t length)
{
    uint32_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

struct place node_place_at(const struct node *scalar, size_t offset, size_t length)
{
    struct place place = scalar->place;
    struct text text = scalar->text;
    if (scalar->kind != NODE_SCALAR || offset > text.length)
        return place;
    /* Text that stands in the file character by character takes as many columns as it has characters, and two for quotes. Where escapes,
     * an anchor or a line break make it differ, no part of it can be placed. */
    uint32_t quotes = scalar->plain ? 0 : 2;
    if (place.length != character_count(text.data, text.length) + quotes)
        return place;
    if (length > text.length - offset)
        length = text.length - offset;
    place.column += quotes / 2 + character_count(text.data, offset);
    place.length = character_count(text.data + offset, length);
    return place;
}
