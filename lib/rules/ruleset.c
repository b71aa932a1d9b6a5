#include "rules/ruleset.h"

#include "rules/compile.h"
#include "rules/reach.h"

static bool compile_part(struct compiler *compiler, const struct node *node, uint32_t *root)
{
    if (!node)
        return true;
    *root = compile_condition(compiler, node);
    return *root != NO_ROOT;
}

static bool compile_day(struct compiler *compiler, const struct node *node, uint32_t *root)
{
    if (!node)
        return true;
    *root = compile_date(compiler, node);
    return *root != NO_ROOT;
}

static bool compile_rule(const struct compiler *fresh, struct rule *rule, const struct rule_tree *tree)
{
    struct compiler compiler = *fresh;
    struct exd_rules *rules = compiler.rules;
    if (rule->each_offence)
        compiler_bind(&compiler, rules->vocabulary.entities[rules->vocabulary.offence].item_name, rules->vocabulary.offence);
    bool good = compile_part(&compiler, tree->given, &rule->given);
    good &= compile_part(&compiler, tree->when, &rule->when);
    good &= compile_part(&compiler, tree->unless, &rule->unless);
    if (tree->deadline) {
        good &= compile_day(&compiler, tree->starts, &tree->deadline->starts);
        good &= compile_day(&compiler, tree->by, &tree->deadline->by);
        good &= compile_day(&compiler, tree->done, &tree->deadline->done);
    }
    arena_reset(compiler.scratch);
    return good && reach_check_rule(rules, rule, compiler.diag);
}

/* A definition that nothing uses still has to be right. */
static bool compile_unused(const struct compiler *fresh, struct instrument *instrument, struct definition *definition)
{
    struct compiler compiler = *fresh;
    struct variable item = {.entity = definition->entity, .slot = compiler.next_slot};
    if (definition->entity != NO_ENTITY)
        compiler.next_slot++;
    bool good =
        compile_definition(&compiler, instrument, definition, definition->entity == NO_ENTITY ? NULL : &item, definition->place) != NO_ROOT;
    definition->used = false;
    arena_reset(compiler.scratch);
    return good;
}

bool ruleset_compile(struct exd_rules *rules, struct known *known, struct instrument *instrument, const struct rulebook_trees *trees,
                     struct diag *diag)
{
    const struct compiler fresh = compiler_for(rules, known, instrument, diag);
    bool good = true;
    if (trees->applies) {
        struct compiler compiler = fresh;
        compiler.in_applies = true;
        good &= compile_part(&compiler, trees->applies, &instrument->applies);
    }
    for (uint32_t i = 0; i < instrument->rule_count; i++)
        good &= compile_rule(&fresh, &instrument->rules[i], &trees->rules[i]);
    for (uint32_t i = 0; i < instrument->definition_count; i++)
        if (instrument->definitions[i].means)
            good &= compile_unused(&fresh, instrument, &instrument->definitions[i]);
    return good;
}

void ruleset_note_unused(const struct exd_rules *rules, struct diag *diag)
{
    for (uint32_t i = 0; i < rules->instrument_count; i++) {
        for (uint32_t j = 0; j < rules->instruments[i].definition_count; j++) {
            const struct definition *definition = &rules->instruments[i].definitions[j];
            if (!definition->used)
                diag_add(diag, DIAG_UNUSED_DEFINITION, definition->place, NULL, "no rule uses the definition `%t`", definition->id);
        }
    }
}

void ruleset_free(struct exd_rules *rules)
{
    arena_free(&rules->arena);
}
