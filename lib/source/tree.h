/* A YAML document as nodes with their place. Read-only once made. An alias is the same node again, never a copy: a tree made of a YAML bomb
 * is as small as its bytes (walkers meet shared nodes again; none of ours follows a node whose kind its schema does not ask for). */
#ifndef EXTRADITION_SOURCE_TREE_H
#define EXTRADITION_SOURCE_TREE_H

#include "base/diag.h"
#include "base/text.h"

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

struct node {
    enum node_kind kind;
    bool plain;          /* a scalar without quotes */
    struct place place;  /* where it begins; for a scalar on one line, its length */
    struct text text;    /* scalar: its value, NUL-terminated */
    uint32_t count;      /* items, or pairs */
    struct node **items; /* sequence: `count` items; mapping: `count` keys, then `count` values */
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

/* `a single value`, `a list`, `a mapping`. */
const char *node_kind_words(enum node_kind kind);

/* The place of byte `offset` of a scalar's text, for marking a part of a one-line expression; the scalar's own place when it spans lines. */
struct place node_place_at(const struct node *scalar, size_t offset, size_t length);

#endif
