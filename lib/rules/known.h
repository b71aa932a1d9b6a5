/* Expressions that were compiled before. Laws say the same things: of the six thousand expressions of a large library five in six are there
 * already, word for word and with the same names bound, and are copied. Lives as long as files come in. */
#ifndef EXTRADITION_RULES_KNOWN_H
#define EXTRADITION_RULES_KNOWN_H

#include "base/names.h"
#include "rules/program.h"

struct environment;
struct known_expression;

struct known {
    struct arena scratch; /* syntax trees of the condition at hand */
    struct arena kept;
    struct names texts;
    struct known_expression **by_text; /* by the name of the text */
    size_t capacity;
    struct environment *environments; /* what can be bound, each as one more name in another; the number 0 is nothing */
    size_t environment_count;
    size_t environment_capacity;
};

/* False when memory ran out. */
bool known_begin(struct known *known, struct memory memory);
void known_free(struct known *known);

/* The number of `outer` with one more name bound. */
uint32_t known_environment(struct known *known, uint32_t outer, struct text called, uint32_t entity, uint32_t slot);

/* The part of the program that the text was compiled to in this environment; NULL when there is none. */
const struct program_part *known_find(const struct known *known, struct text text, uint32_t environment);
/* Remembers one. Nothing is lost when memory runs out. */
void known_add(struct known *known, struct text text, uint32_t environment, const struct program_part *part);

#endif
