#include "rules/link.h"

#include "source/shape.h"

/* ---- rules named by rules --------------------------------------------------------------------------------------------- */

static const struct rule *find_rule(const struct instrument *instrument, struct text id)
{
    uint32_t found = lookup_find(&instrument->rules_by_id, id);
    return found != NOT_FOUND ? &instrument->rules[found] : NULL;
}

const struct instrument *ruleset_instrument(const struct exd_rules *rules, struct text id)
{
    uint32_t low = 0;
    uint32_t high = rules->instrument_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = text_compare(rules->instruments[middle].id, id);
        if (order == 0)
            return &rules->instruments[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct rule *ruleset_rule(const struct exd_rules *rules, struct text id, const struct instrument **instrument)
{
    size_t slash = 0;
    while (slash < id.length && id.data[slash] != '/')
        slash++;
    *instrument = ruleset_instrument(rules, (struct text){id.data, slash});
    if (!*instrument || slash == id.length)
        return NULL;
    return find_rule(*instrument, (struct text){id.data + slash + 1, id.length - slash - 1});
}

static void report_unknown_rule(const struct exd_rules *rules, const struct instrument *instrument, const struct rule_link *link,
                                struct diag *diag)
{
    struct arena scratch;
    arena_init(&scratch, rules->memory);
    const struct instrument *other = instrument;
    ruleset_rule(rules, link->id, &other);
    bool names_instrument = other != NULL;
    if (!other)
        other = instrument;
    struct text *known = arena_array(&scratch, other->rule_count, sizeof *known);
    for (uint32_t i = 0; known && i < other->rule_count; i++)
        known[i] = names_instrument ? other->rules[i].full_id : other->rules[i].id;
    if (known)
        shape_unknown(diag, DIAG_UNKNOWN_REFERENCE, link->place, "rule", link->id, known, other->rule_count);
    arena_free(&scratch);
}

static bool link_list(struct exd_rules *rules, const struct instrument *instrument, const struct rule_links *links, struct diag *diag)
{
    bool good = true;
    for (uint32_t i = 0; i < links->count; i++) {
        struct rule_link *link = &links->items[i];
        link->instrument = instrument;
        link->rule = find_rule(instrument, link->id);
        if (!link->rule)
            link->rule = ruleset_rule(rules, link->id, &link->instrument);
        if (!link->rule) {
            report_unknown_rule(rules, instrument, link, diag);
            good = false;
        }
    }
    return good;
}

static struct rule *mutable_rule(struct exd_rules *rules, const struct rule_link *link)
{
    struct instrument *instrument = &rules->instruments[link->instrument->index];
    return &instrument->rules[link->rule - instrument->rules];
}

static void count_displacers(struct exd_rules *rules, const struct rule_links *links)
{
    for (uint32_t i = 0; i < links->count; i++)
        mutable_rule(rules, &links->items[i])->displacer_count++;
}

static bool add_displacers(struct exd_rules *rules, const struct rule_links *links, enum displacer_kind kind, const struct rule *rule,
                           const struct instrument *instrument)
{
    for (uint32_t i = 0; i < links->count; i++) {
        struct rule *target = mutable_rule(rules, &links->items[i]);
        if (!target->displacers) {
            target->displacers = arena_array(&rules->arena, target->displacer_count, sizeof *target->displacers);
            if (!target->displacers)
                return false;
            target->displacer_count = 0;
        }
        target->displacers[target->displacer_count++] = (struct displacer){kind, rule, instrument};
    }
    return true;
}

static bool link_displacers(struct exd_rules *rules)
{
    for (uint32_t i = 0; i < rules->instrument_count; i++) {
        for (uint32_t j = 0; j < rules->instruments[i].rule_count; j++) {
            const struct rule *rule = &rules->instruments[i].rules[j];
            count_displacers(rules, &rule->relations->in_place_of);
            count_displacers(rules, &rule->relations->excludes);
            count_displacers(rules, &rule->relations->displaces);
        }
    }
    bool good = true;
    for (uint32_t i = 0; i < rules->instrument_count; i++) {
        const struct instrument *instrument = &rules->instruments[i];
        for (uint32_t j = 0; j < instrument->rule_count && good; j++) {
            const struct rule *rule = &instrument->rules[j];
            good = add_displacers(rules, &rule->relations->in_place_of, DISPLACER_IN_PLACE, rule, instrument) &&
                   add_displacers(rules, &rule->relations->excludes, DISPLACER_EXCLUDES, rule, instrument) &&
                   add_displacers(rules, &rule->relations->displaces, DISPLACER_DISPLACES, rule, instrument);
        }
    }
    return good;
}

static bool link_instrument_rules(struct exd_rules *rules, struct instrument *instrument, struct diag *diag)
{
    bool good = true;
    for (uint32_t i = 0; i < instrument->rule_count; i++) {
        const struct relations *relations = instrument->rules[i].relations;
        if (relations == &no_relations)
            continue;
        good &= link_list(rules, instrument, &relations->then, diag);
        good &= link_list(rules, instrument, &relations->within, diag);
        good &= link_list(rules, instrument, &relations->in_place_of, diag);
        good &= link_list(rules, instrument, &relations->excludes, diag);
        good &= link_list(rules, instrument, &relations->displaces, diag);
        good &= link_list(rules, instrument, &relations->leaves, diag);
    }
    return good;
}

/* ---- precedence ------------------------------------------------------------------------------------------------------- */

static void report_unknown_instrument(const struct exd_rules *rules, struct text id, struct place place, struct diag *diag)
{
    struct arena scratch;
    arena_init(&scratch, rules->memory);
    struct text *known = arena_array(&scratch, rules->instrument_count, sizeof *known);
    for (uint32_t i = 0; known && i < rules->instrument_count; i++)
        known[i] = rules->instruments[i].id;
    if (known)
        shape_unknown(diag, DIAG_UNKNOWN_REFERENCE, place, "instrument", id, known, rules->instrument_count);
    arena_free(&scratch);
}

static bool link_precedence(struct exd_rules *rules, struct instrument *instrument, struct precedence *list, uint32_t count,
                            struct diag *diag)
{
    bool good = true;
    for (uint32_t i = 0; i < count; i++) {
        if (list[i].instrument.length == 0)
            continue;
        const struct instrument *other = ruleset_instrument(rules, list[i].instrument);
        if (other && other != instrument) {
            list[i].index = other->index;
            continue;
        }
        if (other)
            diag_add(diag, DIAG_PRECEDENCE_CYCLE, list[i].place, NULL, "`%t` cannot prevail over itself", list[i].instrument);
        else
            report_unknown_instrument(rules, list[i].instrument, list[i].place, diag);
        good = false;
    }
    return good;
}

bool ruleset_prevails(const struct exd_rules *rules, uint32_t high, uint32_t low, struct text *cite)
{
    const struct instrument *above = &rules->instruments[high];
    const struct instrument *below = &rules->instruments[low];
    for (uint32_t i = 0; i < above->prevails_over_count; i++) {
        if (above->prevails_over[i].index == low) {
            *cite = above->prevails_over[i].cite;
            return true;
        }
    }
    for (uint32_t i = 0; i < below->yields_to_count; i++) {
        bool every_treaty = below->yields_to[i].instrument.length == 0 && instrument_kind_is_treaty(above->kind) && above->basis;
        if (below->yields_to[i].index == high || every_treaty) {
            *cite = below->yields_to[i].cite;
            return true;
        }
    }
    return false;
}

/* Depth-first: a State of 1 is on the way down, 2 is done. */
static bool find_circle(struct exd_rules *rules, uint8_t *state, uint32_t index, struct diag *diag)
{
    struct text cite;
    state[index] = 1;
    for (uint32_t i = 0; i < rules->instrument_count; i++) {
        if (i == index || state[i] == 2 || !ruleset_prevails(rules, index, i, &cite))
            continue;
        if (state[i] == 1) {
            diag_add(diag, DIAG_PRECEDENCE_CYCLE, rules->instruments[index].place, NULL,
                     "`%t` and `%t` prevail over one another in a circle", rules->instruments[index].id, rules->instruments[i].id);
            return false;
        }
        if (!find_circle(rules, state, i, diag))
            return false;
    }
    state[index] = 2;
    return true;
}

static bool link_all_precedence(struct exd_rules *rules, struct diag *diag)
{
    bool good = true;
    for (uint32_t i = 0; i < rules->instrument_count; i++) {
        struct instrument *instrument = &rules->instruments[i];
        good &= link_precedence(rules, instrument, instrument->prevails_over, instrument->prevails_over_count, diag);
        good &= link_precedence(rules, instrument, instrument->yields_to, instrument->yields_to_count, diag);
    }
    uint8_t *state = arena_array(&rules->arena, rules->instrument_count, sizeof *state);
    if (!good || !state)
        return false;
    for (uint32_t i = 0; i < rules->instrument_count && good; i++)
        if (state[i] == 0)
            good = find_circle(rules, state, i, diag);
    return good;
}

/* ---- States ----------------------------------------------------------------------------------------------------------- */

static uint32_t state_index(const struct exd_rules *rules, name code)
{
    return (uint32_t)(vocabulary_state(&rules->vocabulary, code) - rules->vocabulary.states);
}

static bool link_states(struct exd_rules *rules)
{
    uint32_t states = rules->vocabulary.state_count;
    uint32_t total = 0;
    rules->by_state = arena_array(&rules->arena, (size_t)states + 2, sizeof *rules->by_state);
    if (!rules->by_state)
        return false;
    for (uint32_t i = 0; i < rules->instrument_count; i++)
        for (uint32_t j = 0; j < rules->instruments[i].party_count; j++, total++)
            rules->by_state[state_index(rules, rules->instruments[i].parties[j].state) + 2]++;
    for (uint32_t i = 2; i < states + 2; i++)
        rules->by_state[i] += rules->by_state[i - 1];
    rules->state_instruments = arena_array(&rules->arena, total, sizeof *rules->state_instruments);
    if (!rules->state_instruments)
        return false;
    for (uint32_t i = 0; i < rules->instrument_count; i++)
        for (uint32_t j = 0; j < rules->instruments[i].party_count; j++)
            rules->state_instruments[rules->by_state[state_index(rules, rules->instruments[i].parties[j].state) + 1]++] = i;
    return true;
}

/* ---- instruments named in conditions ---------------------------------------------------------------------------------- */

bool link_conditions(struct exd_rules *rules, struct diag *diag)
{
    bool good = true;
    for (const struct instrument_link *link = rules->named; link; link = link->next) {
        const struct instrument *instrument = ruleset_instrument(rules, link->id);
        if (instrument) {
            rules->program.nodes[link->node].b = instrument->index;
            continue;
        }
        report_unknown_instrument(rules, link->id, link->place, diag);
        good = false;
    }
    return good;
}

bool link_rules(struct exd_rules *rules, struct diag *diag)
{
    bool good = true;
    for (uint32_t i = 0; i < rules->instrument_count; i++)
        good &= link_instrument_rules(rules, &rules->instruments[i], diag);
    good &= link_all_precedence(rules, diag);
    return good && link_displacers(rules) && link_states(rules);
}
