/* Definitions where they are used. The first use compiles the body; each further one copies what the first has made, with the caller's item
 * put in. */
#include "rules/compile.h"

static uint32_t compile_body(struct compiler *compiler, struct instrument *owner, struct definition *definition,
                             const struct variable *item)
{
    struct exd_rules *rules = compiler->rules;
    /* The body sees the single entities and its own item, and nothing of where it is used. */
    struct compiler inner = compiler_for(rules, compiler->known, owner, compiler->diag);
    if (item)
        compiler_bind_slot(&inner, rules->vocabulary.entities[item->entity].item_name, item->entity, item->slot);
    inner.next_slot = compiler->next_slot;
    inner.nodes = compiler->nodes;
    inner.depth = inner.deepest = compiler->depth;
    inner.failed = compiler->failed;
    struct expansion made = {.part = program_begin_part(&rules->program),
                             .item_slot = item ? item->slot : SLOT_LIMIT,
                             .next_slot = compiler->next_slot,
                             .links_end = rules->named};
    uint32_t root = compile_condition(&inner, definition->means);
    program_end_part(&rules->program, &made.part, root);
    made.depth = inner.deepest - compiler->depth;
    made.links = rules->named;
    definition->expansion = made;
    compiler->nodes = inner.nodes;
    compiler->failed = inner.failed;
    if (inner.deepest > compiler->deepest)
        compiler->deepest = inner.deepest;
    return root;
}

static bool is_shallow_enough(struct compiler *compiler, const struct expansion *from, struct place place)
{
    uint64_t limit = compiler->rules->limits.value[LIMIT_DEPTH];
    uint64_t deepest = compiler->depth + from->depth;
    if (deepest > compiler->deepest)
        compiler->deepest = deepest;
    if (deepest <= limit)
        return true;
    diag_add(compiler->diag, DIAG_TOO_DEEP, place, NULL, "the condition is nested more than %l deep, definitions included", (int64_t)limit);
    return false;
}

/* The instruments that the body names are named by the copy as well, `distance` nodes further on. */
static bool copy_links(struct exd_rules *rules, const struct expansion *from, uint32_t distance)
{
    for (const struct instrument_link *link = from->links; link != from->links_end; link = link->next) {
        struct instrument_link *copy = arena_alloc(&rules->arena, sizeof *copy);
        if (!copy)
            return false;
        *copy = *link;
        copy->node += distance;
        copy->next = rules->named;
        rules->named = copy;
    }
    return true;
}

static uint32_t copy_body(struct compiler *compiler, const struct definition *definition, const struct variable *item, struct place place)
{
    struct exd_rules *rules = compiler->rules;
    const struct expansion *from = &definition->expansion;
    const struct program_slots slots = {from->item_slot, item ? item->slot : SLOT_LIMIT, from->next_slot, compiler->next_slot};
    if (!compile_count(compiler, (uint64_t)from->part.root - from->part.first_node + 1, place) || !is_shallow_enough(compiler, from, place))
        return NO_ROOT;
    if (program_last_slot(&rules->program, &from->part, &slots) >= SLOT_LIMIT) {
        diag_add(compiler->diag, DIAG_TOO_DEEP, place, NULL, "too many names are bound at once");
        return NO_ROOT;
    }
    uint32_t distance = (uint32_t)rules->program.node_count - from->part.first_node;
    uint32_t root = program_copy(&rules->program, &from->part, &slots, NULL);
    return root != NO_ROOT && copy_links(rules, from, distance) ? root : NO_ROOT;
}

/* What applies an instrument cannot ask for the treaties that apply, by way of a definition neither. */
static bool asks_for_treaties(struct compiler *compiler, const struct definition *definition, uint32_t root, struct place place)
{
    const struct program *program = &compiler->rules->program;
    const struct program_part *part = &definition->expansion.part;
    if (!compiler->in_applies || compiler->instrument->kind == INSTRUMENT_STATUTE)
        return false;
    for (uint32_t i = root - (part->root - part->first_node); i <= root; i++) {
        if (program->nodes[i].op != OP_TREATY_IN_FORCE && program->nodes[i].op != OP_TREATY_REGULATES)
            continue;
        diag_add(compiler->diag, DIAG_INCONSISTENT_RULE, place, "only a statute's `applies` can ask for treaties",
                 "`%t` would ask what is being found out", definition->id);
        return true;
    }
    return false;
}

uint32_t compile_definition(struct compiler *compiler, struct instrument *owner, struct definition *definition, const struct variable *item,
                            struct place place)
{
    definition->used = true;
    if (definition->open) {
        diag_add(compiler->diag, DIAG_DEFINITION_CYCLE, definition->place, NULL,
                 "the definition `%t` uses itself, directly or through others", definition->id);
        return NO_ROOT;
    }
    uint32_t body = NO_ROOT;
    if (definition->expansion.part.root != NO_ROOT) {
        body = copy_body(compiler, definition, item, place);
    } else if (definition->means) {
        definition->open = true;
        body = compile_body(compiler, owner, definition, item);
        definition->open = false;
        definition->means = NULL;
    }
    if (body == NO_ROOT || asks_for_treaties(compiler, definition, body, place))
        return NO_ROOT;
    const struct limb_title *title = program_title(&compiler->rules->program, TEXT(""), definition->cite, definition->label);
    if (!title)
        return NO_ROOT;
    return compile_add_limb(compiler, (struct program_node){.op = OP_DEFINITION, .a = body},
                            (struct limb){.expression = definition->id, .place = place, .title = title});
}
