/* A one-line expression as tokens. A name takes in dots, hyphens and one slash: `offence.penalty.requesting`, `in-absentia`,
 * `us-kr-treaty-1998/long_enough`; minus therefore needs spaces. */
#ifndef EXTRADITION_RULES_TOKEN_H
#define EXTRADITION_RULES_TOKEN_H

#include "base/text.h"

enum token_kind {
    TOKEN_END,
    TOKEN_BAD, /* a character that begins nothing, or a string without an end */
    TOKEN_NUMBER,
    TOKEN_STRING, /* text without its quotes */
    TOKEN_NAME,
    /* words of the language */
    TOKEN_TRUE,
    TOKEN_FALSE,
    TOKEN_AND,
    TOKEN_OR,
    TOKEN_NOT,
    TOKEN_IN,
    TOKEN_OVERLAPS,
    TOKEN_WITHIN,
    /* symbols */
    TOKEN_EQ,
    TOKEN_NE,
    TOKEN_LT,
    TOKEN_LE,
    TOKEN_GT,
    TOKEN_GE,
    TOKEN_PLUS,
    TOKEN_MINUS,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_OPEN_SET,
    TOKEN_CLOSE_SET,
    TOKEN_COMMA
};

struct token {
    enum token_kind kind;
    struct text text;
    size_t offset; /* in bytes, from the start of the expression */
    size_t length;
};

/* The token at `*at`, which is moved past it. */
struct token token_next(struct text source, size_t *at);

#endif
