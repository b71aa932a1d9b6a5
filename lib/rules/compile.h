/* Conditions and expressions to a program: names are resolved, every operator's operands are type-checked, definitions are expanded where
 * they are used (expand.c). A rule with an error compiles to nothing, and the error names the place and the remedy. */
#ifndef EXTRADITION_RULES_COMPILE_H
#define EXTRADITION_RULES_COMPILE_H

#include "rules/known.h"
#include "rules/ruleset.h"

/* A bound name: `offence`, `proceeding`, `other`. */
struct variable {
    struct text name;
    uint32_t entity;
    uint32_t slot;
};

struct compiler {
    struct exd_rules *rules;
    struct known *known;
    struct arena *scratch; /* syntax trees: the one in `known` */
    struct diag *diag;
    struct instrument *instrument; /* whose definitions and dates are meant by a bare name */
    bool in_applies;               /* `treaty_in_force` and `treaty_regulates` would ask what is being found out */
    struct variable variables[SLOT_LIMIT];
    uint32_t variable_count;
    uint32_t next_slot;
    uint32_t environment; /* what is bound, as a number of `known` */
    uint64_t nodes;       /* added for one rule */
    uint64_t depth;
    uint64_t deepest; /* that `depth` has been */
    bool failed;
};

/* A compiler for the conditions of `instrument`. */
struct compiler compiler_for(struct exd_rules *rules, struct known *known, struct instrument *instrument, struct diag *diag);

/* Binds a name in what is compiled next; false when too many are bound. */
bool compiler_bind(struct compiler *compiler, struct text called, uint32_t entity);
/* The same in a slot that is bound already. */
bool compiler_bind_slot(struct compiler *compiler, struct text called, uint32_t entity, uint32_t slot);

/* A condition tree; NO_ROOT when it is wrong (reported) or memory ran out. `depth` guards the recursion. */
uint32_t compile_condition(struct compiler *compiler, const struct node *node);

/* A one-line expression of the type wanted; a boolean one becomes limbs. */
uint32_t compile_test(struct compiler *compiler, const struct node *scalar);
uint32_t compile_date(struct compiler *compiler, const struct node *scalar);

/* A definition where it is used, with the caller's item put in: compiled the first time, copied from there on. */
uint32_t compile_definition(struct compiler *compiler, struct instrument *owner, struct definition *definition, const struct variable *item,
                            struct place place);

/* Shared by the files that compile. */
uint32_t compile_add(struct compiler *compiler, struct program_node node, struct place place);
uint32_t compile_add_limb(struct compiler *compiler, struct program_node node, struct limb limb); /* reported when it decides nothing */
bool compile_count(struct compiler *compiler, uint64_t nodes, struct place place); /* false, and reported, when they are too many */

#endif
