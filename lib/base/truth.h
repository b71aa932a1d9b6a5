/* Strong Kleene logic. Unknown is its own value: no operator here, and none in the language, turns it into false. */
#ifndef EXTRADITION_BASE_TRUTH_H
#define EXTRADITION_BASE_TRUTH_H

#include <stdbool.h>

/* The order matters: `and` is the minimum and `or` the maximum. */
enum truth { TRUTH_FALSE = 0, TRUTH_UNKNOWN = 1, TRUTH_TRUE = 2 };

static inline enum truth truth_of(bool value)
{
    return value ? TRUTH_TRUE : TRUTH_FALSE;
}

static inline enum truth truth_not(enum truth a)
{
    return (enum truth)(TRUTH_TRUE - a);
}

static inline enum truth truth_and(enum truth a, enum truth b)
{
    return a < b ? a : b;
}

static inline enum truth truth_or(enum truth a, enum truth b)
{
    return a > b ? a : b;
}

#endif
