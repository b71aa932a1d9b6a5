/* One rule over 256 completions at once. Under one view a rule is compiled into a short straight line of `and` and `or` over bit planes: limbs
 * that are decided already are folded away, negations are pushed into the leaves, quantifiers are unrolled over the items. A lane is one
 * combination of values of the unknown facts. As many of these facts as fit vary within a block; the others from block to block, like the wheels
 * of a counter. What a leaf says is worked out once for each combination of the few facts that it reads, by the ordinary evaluator, and kept as
 * planes: a block then costs a few instructions for each limb, whatever the facts are. */
#ifndef EXTRADITION_CHECK_LANES_H
#define EXTRADITION_CHECK_LANES_H

#include "check/domain.h"

enum {
    LANE_WORDS = 4,
    LANES = LANE_WORDS * 64,
    LANE_VARIABLES_MAX = 24,
    LANE_LEAVES_MAX = 96,
    LANE_NODES_MAX = 256,      /* leaves, and what joins them */
    LEAF_VARIABLES_MAX = 4,    /* facts that one leaf reads */
    LEAF_ENTRIES_MAX = 4096,   /* combinations of their values */
    LANE_PLANES_MAX = 1024,    /* of all leaves together */
    LANE_MASKS_MAX = LANES * 2 /* values of the facts that vary within a block */
};

/* Lane by lane: true, false, or neither, which is unknown. */
struct planes {
    uint64_t yes[LANE_WORDS];
    uint64_t no[LANE_WORDS];
};

struct lane_variable {
    struct cell_key key;
    struct domain domain;
    uint32_t stride; /* within a block; 0: it varies from block to block */
    uint32_t mask;   /* within a block: the first of its masks, one for each value */
    uint32_t at;     /* from block to block: its present value */
};

enum lane_leaf_kind { LANE_TEST, LANE_EXISTS, LANE_IN_PLAY };

struct lane_leaf {
    enum lane_leaf_kind kind;
    bool negated;
    uint32_t node;              /* in the program of the rules */
    uint32_t items[SLOT_LIMIT]; /* what the slots were bound to */
    uint32_t slots;             /* those that it reads, a bit each */
    uint32_t variables[LEAF_VARIABLES_MAX];
    uint32_t strides[LEAF_VARIABLES_MAX]; /* in its planes; 0 for those that vary within a block */
    uint32_t variable_count;
    uint32_t planes; /* the first of them */
    uint32_t at;     /* the node that it is */
};

/* A leaf, or two nodes before it joined. */
struct lane_node {
    uint32_t a;
    uint32_t b;
    bool leaf;
    bool both; /* and; otherwise or */
};

struct lanes {
    struct view *view;
    const struct rule *rule;
    struct lane_variable variables[LANE_VARIABLES_MAX];
    uint32_t variable_count;
    struct lane_leaf leaves[LANE_LEAVES_MAX];
    uint32_t leaf_count;
    struct lane_node nodes[LANE_NODES_MAX];
    uint32_t node_count;
    uint32_t root;
    uint32_t lane_count; /* of a block */
    uint64_t valid[LANE_WORDS];
    uint64_t block_count; /* UINT64_MAX: too many to count */
    uint64_t block;       /* the next one */
    uint32_t target;      /* the variable that turns fastest from block to block, or LANE_VARIABLES_MAX */
    bool unfit;
    struct planes planes[LANE_PLANES_MAX];
    uint32_t plane_count;
    uint64_t masks[LANE_MASKS_MAX][LANE_WORDS];
    uint32_t mask_count;
    const struct planes *read[LANE_NODES_MAX];
    struct planes made[LANE_NODES_MAX];
};

/* What is asked of the rule: whether it holds, or whether it is engaged. */
enum lane_question { LANES_HOLDS, LANES_ENGAGED };

/* Compiles a rule that is undecided under the view. False when it does not fit: too large, a fact whose values cannot be listed, steps or memory
 * run out. With `target`, which may be NULL, that fact takes its values in consecutive blocks. */
bool lanes_compile(struct lanes *lanes, struct view *view, const struct rule *rule, enum lane_question question,
                   const struct cell_key *target, struct arena *scratch);

/* The results of the next block, within `valid`; false after the last. Each node is one step. */
bool lanes_next(struct lanes *lanes, struct planes *result);

/* Puts the completion of one lane of the block that lanes_next() gave last into the view's assumptions, and takes it out again. */
bool lanes_assume(const struct lanes *lanes, uint32_t lane);
void lanes_forget(const struct lanes *lanes);

#endif
