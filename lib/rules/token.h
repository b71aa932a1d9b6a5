/* A one-line expression as tokens. A name takes in dots, hyphens and one slash: `offence.penalty.requesting`, `in-absentia`,
 * `us-kr-treaty-1998/long_enough`; minus therefore needs spaces. */
#ifndef EXTRADITION_RULES_TOKEN_H
#define EXTRADITION_RULES_TOKEN_H

#include "base/text.h"

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING, /* text without its quotes */
    TOKEN_SYMBOL, /* == != < <= > >= + - ( ) { } , */
    TOKEN_BAD     /* a character that begins nothing, or a string without an end */
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
