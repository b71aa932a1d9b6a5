/* A one-line expression as a tree. Nothing is resolved here: a name is a name, whatever it may mean. */
#ifndef EXTRADITION_RULES_SYNTAX_H
#define EXTRADITION_RULES_SYNTAX_H

#include "base/date.h"
#include "source/tree.h"

enum syntax_kind {
    SYNTAX_NAME, /* a path, a definition, an enum value, a State … */
    SYNTAX_TRUE,
    SYNTAX_FALSE,
    SYNTAX_INTEGER,
    SYNTAX_DURATION,
    SYNTAX_STRING,
    SYNTAX_SET,  /* items */
    SYNTAX_CALL, /* text: the name; items: the arguments */
    SYNTAX_AND,
    SYNTAX_OR,
    SYNTAX_NOT,
    SYNTAX_EQ, /* two items, here and below; in the order of the tokens */
    SYNTAX_NE,
    SYNTAX_LT,
    SYNTAX_LE,
    SYNTAX_GT,
    SYNTAX_GE,
    SYNTAX_IN,
    SYNTAX_NOT_IN,
    SYNTAX_OVERLAPS,
    SYNTAX_WITHIN,
    SYNTAX_ADD,
    SYNTAX_SUBTRACT
};

struct syntax {
    enum syntax_kind kind;
    uint32_t count;   /* of the items; 0 for what has none */
    struct text text; /* of a name, a call, a string */
    size_t offset;    /* the bytes of the expression that it covers */
    size_t length;
    union {
        struct syntax **items;
        int32_t integer;
        struct duration duration;
    };
};

/* Parses the text of a scalar. NULL when it is wrong (reported at its place) or memory ran out. */
struct syntax *syntax_parse(struct arena *arena, const struct node *scalar, uint64_t depth_limit, struct diag *diag);

#endif
