#include "report/explain.h"

#include "base/date.h"
#include "check/because.h"
#include "report/formats.h"
#include "report/json_keys.h"
#include "report/outline.h"
#include "report/rules_json.h"
#include "rules/rulebook_keys.h"

/* ---- conditions ------------------------------------------------------------------------------------------------------- */

static void put_condition(struct json *json, const struct exd_rules *rules, uint32_t root, unsigned depth);

static void put_children(struct json *json, const struct exd_rules *rules, const struct program_node *node, unsigned depth)
{
    if (node->op == OP_TEST)
        return;
    key_open(json, "children", '[');
    for (uint32_t i = 0; i < program_below_count(node); i++)
        put_condition(json, rules, program_below(&rules->program, node, i), depth + 1);
    json_close(json, ']');
}

/* The keys are those of a proof, which has a result besides. */
static void put_condition(struct json *json, const struct exd_rules *rules, uint32_t root, unsigned depth)
{
    static const struct limb none = {.expression = {"", 0}, .title = &no_title};
    if (depth > OUTLINE_DEPTH)
        return;
    const struct program_node *node = &rules->program.nodes[root];
    const struct limb *limb = node->limb == NO_LIMB ? &none : &rules->program.limbs[node->limb];
    bool quantifies = node->op == OP_SOME || node->op == OP_EVERY || node->op == OP_NO;
    json_open(json, '{');
    key_string(json, "kind", outline_limb_word(because_limb_kind((enum node_op)node->op)));
    if (limb->title->label.length > 0)
        key_rules_text(json, "label", limb->title->label);
    if (limb->title->cite.length > 0)
        key_cite(json, "cite", limb->title->cite);
    key_text_if_any(json, "id", limb->title->id);
    if (quantifies)
        key_text(json, "of", rules->vocabulary.entities[node->b].list_name);
    key_text_if_any(json, "test", limb->expression);
    put_children(json, rules, node, depth);
    json_close(json, '}');
}

static void key_condition(struct json *json, const char *key, const struct exd_rules *rules, uint32_t root)
{
    json_key(json, key);
    if (root == NO_ROOT)
        json_null(json);
    else
        put_condition(json, rules, root, 0);
}

/* ---- what a rule and an instrument say of others ---------------------------------------------------------------------- */

static void key_links(struct json *json, const char *key, const struct rule_links *links)
{
    key_open(json, key, '[');
    for (uint32_t i = 0; i < links->count; i++)
        json_text(json, links->items[i].rule != NULL ? links->items[i].rule->full_id : links->items[i].id);
    json_close(json, ']');
}

/* `instrument` is null for every treaty. */
static void key_precedence(struct json *json, const char *key, const struct precedence *list, uint32_t count)
{
    key_open(json, key, '[');
    for (uint32_t i = 0; i < count; i++) {
        json_open(json, '{');
        key_text(json, "instrument", list[i].instrument);
        key_cite(json, "cite", list[i].cite);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_displacers(struct json *json, const struct rule *rule)
{
    static const char *const words[] = {
        [DISPLACER_IN_PLACE] = "in-place-of", [DISPLACER_EXCLUDES] = "excludes", [DISPLACER_DISPLACES] = "displaces"};
    key_open(json, "displaced_by", '[');
    for (uint32_t i = 0; i < rule->displacer_count; i++) {
        json_open(json, '{');
        key_text(json, "rule", rule->displacers[i].rule->full_id);
        key_string(json, "how", words[rule->displacers[i].kind]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_standing(struct json *json, const struct subject_matter *matter)
{
    const struct rule *rule = matter->rule;
    key_open(json, "standing", '{');
    key_precedence(json, "yields_to", matter->instrument->yields_to, matter->instrument->yields_to_count);
    key_precedence(json, "prevails_over", matter->instrument->prevails_over, matter->instrument->prevails_over_count);
    key_links(json, "in_place_of", &rule->relations->in_place_of);
    key_links(json, "excludes", &rule->relations->excludes);
    key_open(json, "excludes_grounds", '[');
    for (uint32_t i = 0; i < rule->relations->excludes_ground_count; i++)
        json_text(json, matter->rules->vocabulary.grounds[rule->relations->excludes_grounds[i]].id);
    json_close(json, ']');
    key_links(json, "displaces", &rule->relations->displaces);
    key_links(json, "leaves", &rule->relations->leaves);
    put_displacers(json, rule);
    json_close(json, '}');
}

/* ---- a rule ----------------------------------------------------------------------------------------------------------- */

static void key_states(struct json *json, const char *key, const struct exd_rules *rules, const name *states, uint32_t count)
{
    key_open(json, key, '[');
    for (uint32_t i = 0; i < count; i++)
        json_text(json, names_text(&rules->names, states[i]));
    json_close(json, ']');
}

static void put_deadline(struct json *json, const struct rule *rule)
{
    if (rule->effect != EXD_EFFECT_DEADLINE) {
        key_null(json, "deadline");
        return;
    }
    key_open(json, "deadline", '{');
    key_text(json, "starts", rule->deadline->starts_text);
    struct buffer *within = json_scratch(json);
    if (rule->deadline->has_within)
        duration_write(within, rule->deadline->within);
    key_text(json, "within", json_take(json));
    key_text(json, "by", rule->deadline->by_text);
    key_text(json, "done", rule->deadline->done_text);
    key_rules_text(json, "consequence", rule->deadline->consequence);
    json_close(json, '}');
}

static void put_reads(struct json *json, const struct reads *reads)
{
    const struct vocabulary *vocabulary = &reads->rules->vocabulary;
    key_open(json, "reads", '[');
    for (uint32_t entity = 0; entity < vocabulary->entity_count; entity++)
        for (uint32_t fact = 0; fact < vocabulary->entities[entity].fact_count; fact++)
            if (reads_fact(reads, entity, fact))
                rules_json_fact(json, vocabulary, &vocabulary->entities[entity], &vocabulary->entities[entity].facts[fact]);
    json_close(json, ']');
}

static void put_cases(struct json *json, const struct subject_matter *matter)
{
    key_open(json, "cases", '[');
    for (size_t i = 0; i < matter->case_count; i++) {
        if (!explain_tests(matter, matter->cases[i]))
            continue;
        json_open(json, '{');
        key_text(json, "file", explain_file(matter->cases[i]));
        key_text(json, "id", matter->cases[i]->id);
        key_text(json, "title", matter->cases[i]->title);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_rule_head(struct json *json, const struct subject_matter *matter)
{
    const struct rule *rule = matter->rule;
    const struct ground *ground = &matter->rules->vocabulary.grounds[rule->ground];
    key_text(json, "id", rule->full_id);
    key_text(json, "instrument", matter->instrument->id);
    key_cite(json, "cite", rule->cite);
    key_rules_text(json, "title", rule->title);
    key_string(json, "effect", exd_effect_name(rule->effect));
    key_open(json, "ground", '{');
    key_text(json, "id", ground->id);
    key_rules_text(json, "title", ground->title);
    key_rules_text(json, "about", ground->about);
    json_close(json, '}');
    key_boolean(json, "each_offence", rule->each_offence);
    key_rules_text(json, "decided_by", rule->decided_by);
    key_text(json, "weighs", text_of(outline_weighs_word(rule->weighs)));
    key_links(json, "within", &rule->relations->within);
    key_rules_text(json, "authority", rule->authority);
    rules_json_period(json, rule->period);
    key_states(json, "requested", matter->rules, rule->for_requested, rule->for_requested_count);
    key_states(json, "requesting", matter->rules, rule->for_requesting, rule->for_requesting_count);
    key_links(json, "then", &rule->relations->then);
    key_rules_text(json, "note", rule->note);
    key_boolean(json, "verified", rule->verified);
}

static void put_rule(struct json *json, const struct subject_matter *matter)
{
    json_begin(json, RULE_FORMAT);
    put_rule_head(json, matter);
    key_condition(json, "given", matter->rules, matter->rule->given);
    key_condition(json, "when", matter->rules, matter->rule->when);
    key_condition(json, "unless", matter->rules, matter->rule->unless);
    put_deadline(json, matter->rule);
    put_reads(json, &matter->reads);
    put_standing(json, matter);
    put_cases(json, matter);
    json_end(json);
}

/* ---- an instrument ---------------------------------------------------------------------------------------------------- */

static void put_amendments(struct json *json, const struct instrument *instrument)
{
    key_open(json, "amended", '[');
    for (uint32_t i = 0; i < instrument->amended_count; i++) {
        const struct amendment *amendment = &instrument->amended[i];
        json_open(json, '{');
        key_text(json, "on", amendment->on);
        key_cite(json, "by", amendment->by);
        key_rules_text(json, "note", amendment->note);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_parties(struct json *json, const struct exd_rules *rules, const struct instrument *instrument)
{
    key_open(json, "parties", '[');
    for (uint32_t i = 0; i < instrument->party_count; i++) {
        const struct party *party = &instrument->parties[i];
        json_open(json, '{');
        key_text(json, "state", names_text(&rules->names, party->state));
        rules_json_period(json, party->period);
        key_boolean(json, "verified", party->verified);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_rules(struct json *json, const struct exd_rules *rules, const struct instrument *instrument)
{
    key_open(json, "rules", '[');
    for (uint32_t i = 0; i < instrument->rule_count; i++) {
        const struct rule *rule = &instrument->rules[i];
        json_open(json, '{');
        key_text(json, "id", rule->full_id);
        key_cite(json, "cite", rule->cite);
        key_rules_text(json, "title", rule->title);
        key_string(json, "effect", exd_effect_name(rule->effect));
        key_text(json, "ground", rules->vocabulary.grounds[rule->ground].id);
        key_boolean(json, "verified", rule->verified);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_instrument_head(struct json *json, const struct instrument *instrument)
{
    rules_json_instrument(json, instrument);
    key_rules_text(json, "note", instrument->note);
    rules_json_period(json, instrument->in_force);
    key_boolean(json, "basis", instrument->basis);
    key_open(json, "sources", '[');
    for (uint32_t i = 0; i < instrument->source_count; i++)
        json_text(json, instrument->sources[i]);
    json_close(json, ']');
    rules_json_reading(json, instrument);
    put_amendments(json, instrument);
    key_precedence(json, "yields_to", instrument->yields_to, instrument->yields_to_count);
    key_precedence(json, "prevails_over", instrument->prevails_over, instrument->prevails_over_count);
}

static void put_instrument(struct json *json, const struct exd_rules *rules, const struct instrument *instrument)
{
    json_begin(json, INSTRUMENT_FORMAT);
    put_instrument_head(json, instrument);
    key_string(json, "role", takes_role.words[instrument->role]);
    put_parties(json, rules, instrument);
    key_condition(json, "applies", rules, instrument->applies);
    put_rules(json, rules, instrument);
    rules_json_left_out(json, instrument);
    json_end(json);
}

void explain_json(struct json *json, const struct subject_matter *matter)
{
    if (matter->rule != NULL)
        put_rule(json, matter);
    else
        put_instrument(json, matter->rules, matter->instrument);
}
