/* The compiled form of every condition: flat arrays of nodes with 32-bit indices, shared by all rules of a set. A node that stands for a limb
 * of the law points to a limb entry with its id, citation, label and place, so that explaining is reading. Definitions are expanded where
 * they are used, with the caller's variables put in, and are still shown as definitions. */
#ifndef EXTRADITION_RULES_PROGRAM_H
#define EXTRADITION_RULES_PROGRAM_H

#include "model/vocabulary.h"

#define NO_ROOT UINT32_MAX
#define NO_LIMB UINT32_MAX
enum { SET_MEMBERS_MAX = 16 };
enum { SLOT_LIMIT = 16 }; /* variables bound at once: request, person, the offence, and nested quantifiers */

/* How many nodes stand below a node; MANY: a list in `children`. */
enum node_below { BELOW_NONE, BELOW_ONE, BELOW_TWO, BELOW_MANY };

/* op, what stands below it, what a, b, c hold */
#define NODE_OP_LIST(X)                                                                                                                    \
    /* limbs: boolean, shown in proofs */                                                                                                  \
    X(ALL, MANY)       /* a: first child in `children`, b: count */                                                                        \
    X(ANY, MANY)       /* likewise */                                                                                                      \
    X(NOT, ONE)        /* a: child */                                                                                                      \
    X(SOME, ONE)       /* a: child, b: entity, c: slot */                                                                                  \
    X(EVERY, ONE)      /* likewise */                                                                                                      \
    X(NO, ONE)         /* likewise */                                                                                                      \
    X(UNLESS, TWO)     /* a: condition, b: exception */                                                                                    \
    X(DEFINITION, ONE) /* a: the expanded body */                                                                                          \
    X(TEST, ONE)       /* a: a boolean expression that is a leaf */                                                                        \
    /* boolean expressions */                                                                                                              \
    X(EQ, TWO) /* a, b: operands, here and below */                                                                                        \
    X(NE, TWO)                                                                                                                             \
    X(LT, TWO)                                                                                                                             \
    X(LE, TWO)                                                                                                                             \
    X(GT, TWO)                                                                                                                             \
    X(GE, TWO)                                                                                                                             \
    X(IN, TWO)                                                                                                                             \
    X(NOT_IN, TWO)                                                                                                                         \
    X(OVERLAPS, TWO)                                                                                                                       \
    X(WITHIN, TWO)                                                                                                                         \
    X(TREATY_IN_FORCE, NONE)                                                                                                               \
    X(TREATY_REGULATES, NONE) /* a: ground */                                                                                              \
    X(PARTY, ONE)             /* a: State operand, b: instrument */                                                                        \
    /* values */                                                                                                                           \
    X(CONSTANT, NONE) /* a: index in `constants` */                                                                                        \
    X(SET, MANY)      /* a: first child in `children`, b: count; at most SET_MEMBERS_MAX, some of them no constants */                     \
    X(FACT, NONE)     /* a: slot, b: fact of the slot's entity, c: entity */                                                               \
    X(VARIABLE, NONE) /* a: slot: the item itself, as a ref; c: entity */                                                                  \
    X(ADD, TWO)       /* a: date, b: duration */                                                                                           \
    X(SUBTRACT, TWO)                                                                                                                       \
    X(AGE, TWO) /* a: birth, b: at */                                                                                                      \
    X(EARLIER, TWO)                                                                                                                        \
    X(LATER, TWO)                                                                                                                          \
    X(AS_OF, NONE)

enum node_op {
#define X(id, below) OP_##id,
    NODE_OP_LIST(X)
#undef X
};

struct program_node {
    uint16_t op;
    uint16_t kind; /* enum type_kind of the value */
    uint32_t a;
    uint32_t b;
    uint32_t c;
    uint32_t limb; /* index in `limbs`, or NO_LIMB */
};

/* Who speaks of a limb calls it so. Empty where absent. */
struct limb_title {
    struct text id;
    struct text cite;
    struct text label;
};

/* Most limbs have none. */
extern const struct limb_title no_title;

struct limb {
    struct text expression; /* leaf: as written; quantifier: the bound name; definition: its name */
    struct place place;
    const struct limb_title *title; /* never NULL */
};

struct program {
    struct arena *arena;
    struct program_node *nodes;
    size_t node_count;
    size_t node_capacity;
    uint32_t *children;
    size_t child_count;
    size_t child_capacity;
    struct value *constants;
    size_t constant_count;
    size_t constant_capacity;
    struct limb *limbs;
    size_t limb_count;
    size_t limb_capacity;
};

/* What one compiled condition takes up: everything that was added from one moment to another. */
struct program_part {
    uint32_t root; /* the last of its nodes; NO_ROOT: none */
    uint32_t first_node;
    uint32_t first_child;
    uint32_t end_child;
    uint32_t first_limb; /* those that copies share are not among them */
    uint32_t end_limb;
};

/* The slots of a part and of its copy: what stood in `item_from` stands in `item_to`, and slots from `next_from` on move to `next_to`. */
struct program_slots {
    uint32_t item_from;
    uint32_t item_to;
    uint32_t next_from;
    uint32_t next_to;
};

/* Everything lies in the arena. */
void program_init(struct program *program, struct arena *arena);

/* `no_title` when all are empty; NULL when memory ran out. */
const struct limb_title *program_title(struct program *program, struct text id, struct text cite, struct text label);

/* Each gives the index of what was added (of the first child), or NO_ROOT when memory ran out. */
uint32_t program_add(struct program *program, struct program_node node);
uint32_t program_add_constant(struct program *program, struct value value);
uint32_t program_add_limb(struct program *program, struct limb limb);
uint32_t program_add_children(struct program *program, const uint32_t *roots, uint32_t count);

/* A part begins where the program ends, and ends with the node that was added last. */
struct program_part program_begin_part(const struct program *program);
void program_end_part(const struct program *program, struct program_part *part, uint32_t root);
/* The root of a copy at the end of the program. `slots` NULL: the same; `place` NULL: the limbs are the same, else they stand there and have
 * no titles. NO_ROOT when memory ran out. */
uint32_t program_copy(struct program *program, const struct program_part *part, const struct program_slots *slots,
                      const struct place *place);
/* The last slot in which a copy would bind an item; 0 for none. */
uint32_t program_last_slot(const struct program *program, const struct program_part *part, const struct program_slots *slots);

/* The nodes directly below a node: how many, and which. */
uint32_t program_below_count(const struct program_node *node);
uint32_t program_below(const struct program *program, const struct program_node *node, uint32_t i);

/* Whether the node is shown in proofs, rather than being part of a leaf's expression. */
static inline bool node_op_is_limb(enum node_op op)
{
    return op <= OP_TEST;
}

#endif
