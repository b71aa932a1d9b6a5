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

enum below { NONE, ONE, TWO, MANY };

static const uint8_t below[] = {
#define X(id, count) [OP_##id] = count,
    NODE_OP_LIST(X)
#undef X
};

uint32_t program_below_count(const struct program_node *node)
{
    return below[node->op] == MANY ? node->b : below[node->op];
}

uint32_t program_below(const struct program *program, const struct program_node *node, uint32_t i)
{
    if (below[node->op] == MANY)
        return program->children[node->a + i];
    return i == 0 ? node->a : node->b;
}

bool node_op_is_limb(enum node_op op)
{
    return op <= OP_TEST;
}
