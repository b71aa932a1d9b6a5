#include "rules/program.h"

void program_init(struct program *program, struct memory memory)
{
    *program = (struct program){.memory = memory};
}

void program_free(struct program *program)
{
    memory_free(program->memory, program->nodes, program->node_capacity * sizeof *program->nodes);
    memory_free(program->memory, program->children, program->child_capacity * sizeof *program->children);
    memory_free(program->memory, program->constants, program->constant_capacity * sizeof *program->constants);
    memory_free(program->memory, program->limbs, program->limb_capacity * sizeof *program->limbs);
    *program = (struct program){.memory = program->memory};
}

uint32_t program_add(struct program *program, struct program_node node)
{
    void *items = program->nodes;
    if (!memory_grow(program->memory, &items, &program->node_capacity, program->node_count, sizeof *program->nodes))
        return NO_ROOT;
    program->nodes = items;
    program->nodes[program->node_count] = node;
    return (uint32_t)program->node_count++;
}

uint32_t program_add_constant(struct program *program, struct value value)
{
    void *items = program->constants;
    if (!memory_grow(program->memory, &items, &program->constant_capacity, program->constant_count, sizeof *program->constants))
        return NO_ROOT;
    program->constants = items;
    program->constants[program->constant_count] = value;
    return (uint32_t)program->constant_count++;
}

uint32_t program_add_limb(struct program *program, struct limb limb)
{
    void *items = program->limbs;
    if (!memory_grow(program->memory, &items, &program->limb_capacity, program->limb_count, sizeof *program->limbs))
        return NO_LIMB;
    program->limbs = items;
    program->limbs[program->limb_count] = limb;
    return (uint32_t)program->limb_count++;
}

uint32_t program_add_children(struct program *program, const uint32_t *roots, uint32_t count)
{
    size_t first = program->child_count;
    for (uint32_t i = 0; i < count; i++) {
        void *items = program->children;
        if (!memory_grow(program->memory, &items, &program->child_capacity, program->child_count, sizeof *program->children))
            return NO_ROOT;
        program->children = items;
        program->children[program->child_count++] = roots[i];
    }
    return (uint32_t)first;
}

static const uint8_t below[] = {
#define X(id, count) [OP_##id] = BELOW_##count,
    NODE_OP_LIST(X)
#undef X
};

uint32_t program_below_count(const struct program_node *node)
{
    return below[node->op] == BELOW_MANY ? node->b : below[node->op];
}

uint32_t program_below(const struct program *program, const struct program_node *node, uint32_t i)
{
    if (below[node->op] == BELOW_MANY)
        return program->children[node->a + i];
    return i == 0 ? node->a : node->b;
}

/* ---- parts ------------------------------------------------------------------------------------------------------------ */

struct program_part program_begin_part(const struct program *program)
{
    return (struct program_part){
        .root = NO_ROOT,
        .first_node = (uint32_t)program->node_count,
        .first_child = (uint32_t)program->child_count,
        .first_limb = (uint32_t)program->limb_count,
    };
}

void program_end_part(const struct program *program, struct program_part *part, uint32_t root)
{
    part->root = root;
    part->end_child = (uint32_t)program->child_count;
    part->end_limb = (uint32_t)program->limb_count;
}

static bool binds_item(const struct program_node *node)
{
    return node->op == OP_SOME || node->op == OP_EVERY || node->op == OP_NO;
}

static uint32_t move_slot(const struct program_slots *slots, uint32_t slot)
{
    if (slot == slots->item_from)
        return slots->item_to;
    return slot < slots->next_from ? slot : slot - slots->next_from + slots->next_to;
}

uint32_t program_last_slot(const struct program *program, const struct program_part *part, const struct program_slots *slots)
{
    uint32_t last = 0;
    for (uint32_t i = part->first_node; i <= part->root; i++) {
        const struct program_node *node = &program->nodes[i];
        if (binds_item(node) && move_slot(slots, node->c) > last)
            last = move_slot(slots, node->c);
    }
    return last;
}

/* By how much the indices of a copy grow. */
struct distance {
    uint32_t nodes;
    uint32_t children;
    uint32_t limbs;
};

static struct program_node move_node(struct program_node node, const struct distance *distance, const struct program_slots *slots)
{
    if (below[node.op] == BELOW_MANY)
        node.a += distance->children;
    if (below[node.op] == BELOW_ONE || below[node.op] == BELOW_TWO)
        node.a += distance->nodes;
    if (below[node.op] == BELOW_TWO)
        node.b += distance->nodes;
    if (node.limb != NO_LIMB)
        node.limb += distance->limbs;
    if (slots && (node.op == OP_FACT || node.op == OP_VARIABLE))
        node.a = move_slot(slots, node.a);
    if (slots && binds_item(&node))
        node.c = move_slot(slots, node.c);
    return node;
}

uint32_t program_copy(struct program *program, const struct program_part *part, const struct program_slots *slots)
{
    const struct distance distance = {
        .nodes = (uint32_t)program->node_count - part->first_node,
        .children = (uint32_t)program->child_count - part->first_child,
        .limbs = (uint32_t)program->limb_count - part->first_limb,
    };
    for (uint32_t i = part->first_child; i < part->end_child; i++) {
        uint32_t child = program->children[i] + distance.nodes;
        if (program_add_children(program, &child, 1) == NO_ROOT)
            return NO_ROOT;
    }
    for (uint32_t i = part->first_limb; i < part->end_limb; i++)
        if (program_add_limb(program, program->limbs[i]) == NO_LIMB)
            return NO_ROOT;
    uint32_t root = NO_ROOT;
    for (uint32_t i = part->first_node; i <= part->root; i++) {
        root = program_add(program, move_node(program->nodes[i], &distance, slots));
        if (root == NO_ROOT)
            return NO_ROOT;
    }
    return root;
}
