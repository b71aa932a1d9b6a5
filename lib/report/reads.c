#include "report/reads.h"

#include "report/outline.h"

static void mark(struct reads *reads, uint32_t entity, uint32_t fact)
{
    const struct vocabulary *vocabulary = &reads->rules->vocabulary;
    if (entity < vocabulary->entity_count && fact < vocabulary->entities[entity].fact_count)
        reads->marks[reads->first[entity] + fact] = true;
}

static void collect(struct reads *reads, uint32_t root, unsigned depth)
{
    const struct program *program = &reads->rules->program;
    if (root == NO_ROOT || depth > OUTLINE_DEPTH)
        return;
    const struct program_node *node = &program->nodes[root];
    if (node->op == OP_FACT)
        mark(reads, node->c, node->b);
    for (uint32_t i = 0; i < program_below_count(node); i++)
        collect(reads, program_below(program, node, i), depth + 1);
}

static bool begin(struct reads *reads, struct arena *arena)
{
    const struct vocabulary *vocabulary = &reads->rules->vocabulary;
    uint32_t total = 0;
    reads->first = arena_array(arena, vocabulary->entity_count, sizeof *reads->first);
    if (reads->first == NULL)
        return false;
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        reads->first[i] = total;
        total += vocabulary->entities[i].fact_count;
    }
    reads->marks = arena_array(arena, total, sizeof *reads->marks);
    return reads->marks != NULL;
}

bool reads_rule(struct reads *reads, const struct exd_rules *rules, const struct rule *rule, struct arena *arena)
{
    const uint32_t roots[] = {rule->given, rule->when, rule->unless};
    const uint32_t times[] = {rule->deadline->starts, rule->deadline->by, rule->deadline->done};
    *reads = (struct reads){.rules = rules};
    if (!begin(reads, arena))
        return false;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        collect(reads, roots[i], 0);
    for (size_t i = 0; i < sizeof times / sizeof *times && rule->effect == EXD_EFFECT_DEADLINE; i++)
        collect(reads, times[i], 0);
    return true;
}

bool reads_fact(const struct reads *reads, uint32_t entity, uint32_t fact)
{
    return reads->marks[reads->first[entity] + fact];
}
