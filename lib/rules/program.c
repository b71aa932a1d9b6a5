#include "rules/program.h"

#include <string.h>

/* Enough for a large library, as an array that grows leaves what it was in the arena. */
enum { FIRST_NODES = 40 * 1024, FIRST_CHILDREN = 10 * 1024, FIRST_CONSTANTS = 4 * 1024, FIRST_LIMBS = 12 * 1024 };

const struct limb_title no_title = {{"", 0}, {"", 0}, {"", 0}};

void program_init(struct program *program, struct arena *arena)
{
    *program = (struct program){.arena = arena};
}

const struct limb_title *program_title(struct program *program, struct text id, struct text cite, struct text label)
{
    if (id.length == 0 && cite.length == 0 && label.length == 0)
        return &no_title;
    struct limb_title *title = arena_take(program->arena, sizeof *title, alignof(struct limb_title));
    if (title)
        *title = (struct limb_title){id, cite, label};
    return title;
}

/* Room for `more` items behind the first `count`; false when memory ran out. */
static bool reserve(struct arena *arena, void **items, size_t *capacity, size_t count, size_t more, size_t first, size_t item_size)
{
    if (*capacity - count >= more)
        return true;
    size_t wanted = *capacity ? *capacity : first, size;
    while (wanted - count < more)
        if (!memory_multiply(wanted, 2, &wanted))
            return false;
    void *larger = memory_multiply(wanted, item_size, &size) ? arena_take(arena, size, alignof(max_align_t)) : NULL;
    if (!larger)
        return false;
    if (count)
        memcpy(larger, *items, count * item_size);
    *items = larger;
    *capacity = wanted;
    return true;
}

static bool reserve_nodes(struct program *program, size_t more)
{
    void *items = program->nodes;
    bool good = reserve(program->arena, &items, &program->node_capacity, program->node_count, more, FIRST_NODES, sizeof *program->nodes);
    program->nodes = items;
    return good;
}

static bool reserve_children(struct program *program, size_t more)
{
    void *items = program->children;
    bool good =
        reserve(program->arena, &items, &program->child_capacity, program->child_count, more, FIRST_CHILDREN, sizeof *program->children);
    program->children = items;
    return good;
}

static bool reserve_constants(struct program *program, size_t more)
{
    void *items = program->constants;
    bool good = reserve(program->arena, &items, &program->constant_capacity, program->constant_count, more, FIRST_CONSTANTS,
                        sizeof *program->constants);
    program->constants = items;
    return good;
}

static bool reserve_limbs(struct program *program, size_t more)
{
    void *items = program->limbs;
    bool good = reserve(program->arena, &items, &program->limb_capacity, program->limb_count, more, FIRST_LIMBS, sizeof *program->limbs);
    program->limbs = items;
    return good;
}

uint32_t program_add(struct program *program, struct program_node node)
{
    if (!reserve_nodes(program, 1))
        return NO_ROOT;
    program->nodes[program->node_count] = node;
    return (uint32_t)program->node_count++;
}

uint32_t program_add_constant(struct program *program, struct value value)
{
    if (!reserve_constants(program, 1))
        return NO_ROOT;
    program->constants[program->constant_count] = value;
    return (uint32_t)program->constant_count++;
}

uint32_t program_add_limb(struct program *program, struct limb limb)
{
    if (!reserve_limbs(program, 1))
        return NO_LIMB;
    program->limbs[program->limb_count] = limb;
    return (uint32_t)program->limb_count++;
}

uint32_t program_add_children(struct program *program, const uint32_t *roots, uint32_t count)
{
    size_t first = program->child_count;
    if (!reserve_children(program, count))
        return NO_ROOT;
    for (uint32_t i = 0; i < count; i++)
        program->children[program->child_count++] = roots[i];
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

static struct program_node move_slots(struct program_node node, const struct program_slots *slots)
{
    if (node.op == OP_FACT || node.op == OP_VARIABLE)
        node.a = move_slot(slots, node.a);
    if (binds_item(&node))
        node.c = move_slot(slots, node.c);
    return node;
}

static void copy_nodes(struct program *program, const struct program_part *part, const struct distance *distance,
                       const struct program_slots *slots)
{
    const uint32_t move_a[] = {[BELOW_ONE] = distance->nodes, [BELOW_TWO] = distance->nodes, [BELOW_MANY] = distance->children};
    const uint32_t move_b[BELOW_MANY + 1] = {[BELOW_TWO] = distance->nodes};
    for (uint32_t i = part->first_node; i <= part->root; i++) {
        struct program_node node = program->nodes[i];
        node.a += move_a[below[node.op]];
        node.b += move_b[below[node.op]];
        node.limb += node.limb != NO_LIMB ? distance->limbs : 0;
        program->nodes[program->node_count++] = slots ? move_slots(node, slots) : node;
    }
}

uint32_t program_copy(struct program *program, const struct program_part *part, const struct program_slots *slots,
                      const struct place *place)
{
    const struct distance distance = {
        .nodes = (uint32_t)program->node_count - part->first_node,
        .children = (uint32_t)program->child_count - part->first_child,
        .limbs = place ? (uint32_t)program->limb_count - part->first_limb : 0,
    };
    uint32_t limbs = place ? part->end_limb - part->first_limb : 0;
    uint32_t children = part->end_child - part->first_child;
    if (!reserve_nodes(program, part->root - part->first_node + 1) || !reserve_children(program, children) ||
        !reserve_limbs(program, limbs))
        return NO_ROOT;
    for (uint32_t i = 0; i < children; i++)
        program->children[program->child_count++] = program->children[part->first_child + i] + distance.nodes;
    for (uint32_t i = 0; i < limbs; i++)
        program->limbs[program->limb_count++] =
            (struct limb){.expression = program->limbs[part->first_limb + i].expression, .place = *place, .title = &no_title};
    copy_nodes(program, part, &distance, slots);
    return (uint32_t)program->node_count - 1;
}
