/* A YAML document as nodes with their place. Read-only once made. An alias is the same node again, never a copy: a tree made of a YAML bomb
 * is as small as its bytes (walkers meet shared nodes again; none of ours follows a node whose kind its schema does not ask for). */
#ifndef EXTRADITION_SOURCE_TREE_H
#define EXTRADITION_SOURCE_TREE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

/* Small, because a library of rules is some seventy thousand of them, and memory touched for the first time is what loading pays for. */
struct node {
    struct place place; /* where it begins; for a scalar on one line, its length */
    union {
        struct text text; /* scalar: its value, NUL-terminated */
        struct {
            struct node **items; /* sequence: `count` items; mapping: `count` keys, then `count` values */
            size_t no_length;    /* always 0, so that the text of what is no scalar is empty */
        };
    };
    uint32_t count; /* items, or pairs; 0 for a scalar */
    uint8_t kind;   /* enum node_kind */
    bool plain;     /* a scalar without quotes */
};

static inline const struct node *node_key(const struct node *mapping, uint32_t index)
{
    return mapping->items[index];
}

static inline const struct node *node_value(const struct node *mapping, uint32_t index)
{
    return mapping->items[mapping->count + index];
}

static inline bool node_is_scalar(const struct node *node)
{
    return node->kind == NODE_SCALAR;
}

/* The value of a key; NULL when it is not there or `mapping` is no mapping. */
const struct node *node_get(const struct node *mapping, const char *key);

/* The same tree, with nodes and keys of its own; the texts of values are shared. What aliases stand for is written out. NULL when memory ran
 * out. */
struct node *tree_copy(struct arena *arena, const struct node *node);

/* `a single value`, `a list`, `a mapping`. */
const char *node_kind_words(enum node_kind kind);

/* The place of byte `offset` of a scalar's text, for marking a part of a one-line expression; the scalar's own place when it spans lines. */
struct place node_place_at(const struct node *scalar, size_t offset, size_t length);

#endif
