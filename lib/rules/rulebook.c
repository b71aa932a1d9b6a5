#include "rules/rulebook.h"

#include "base/limits.h"
#include "rules/rulebook_keys.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What the reading of one rulebook passes around. */
struct reading {
    struct instrument *instrument;
    struct arena *arena;   /* of what the instrument keeps */
    struct arena *passing; /* of what is needed until the conditions are compiled */
    struct rulebook_trees *trees;
    struct names *names;
    const struct vocabulary *vocabulary;
    struct diag *diag;
};

static const bool kind_treaty[] = {
#define X(id, word, treaty) treaty,
    INSTRUMENT_KIND_LIST(X)
#undef X
};

const char *instrument_kind_word(enum instrument_kind kind)
{
    return takes_instrument_kind.words[kind];
}

bool instrument_kind_is_treaty(enum instrument_kind kind)
{
    return kind_treaty[kind];
}

const char *exd_effect_name(exd_effect effect)
{
    return (size_t)effect < takes_effect.word_count ? takes_effect.words[effect] : "";
}

static int read_word(const struct node *node, const char *what, const struct shape_value *value, struct diag *diag)
{
    return shape_word(node, what, value->words, value->word_count, diag);
}

static bool read_shape(const struct node *node, const char *what, const struct shape *shape, const struct node **values, struct diag *diag)
{
    return shape_read(node, what, shape->keys, shape->count, values, diag);
}

/* ---- small things ----------------------------------------------------------------------------------------------------- */

static struct text text_or_empty(const struct node *node)
{
    return node ? node->text : (struct text){"", 0};
}

static bool read_day(struct reading *reading, const struct node *node, day *out)
{
    if (!node || date_parse_day(node->text, out))
        return true;
    diag_add(reading->diag, DIAG_BAD_VALUE, node->place, "write a whole date, such as `1999-12-20`", "`%t` is no day", node->text);
    return false;
}

static bool read_period(struct reading *reading, const struct node *from, const struct node *until, struct period *out)
{
    *out = (struct period){DAY_FIRST, DAY_NEVER};
    if (!read_day(reading, from, &out->from) || !read_day(reading, until, &out->until))
        return false;
    if (out->from <= out->until)
        return true;
    diag_add(reading->diag, DIAG_BAD_DATES, until->place, "`until` is the last day, `from` the first", "the period ends before it begins");
    return false;
}

static bool read_optional_boolean(struct reading *reading, const struct node *node, bool otherwise, bool *out)
{
    *out = otherwise;
    return !node || shape_boolean(node, out, reading->diag);
}

static bool read_state(struct reading *reading, const struct node *node, name *out)
{
    *out = node_is_scalar(node) ? names_find(reading->names, node->text) : 0;
    if (vocabulary_state(reading->vocabulary, *out))
        return true;
    diag_add(reading->diag, DIAG_BAD_VALUE, node->place, "States are written by their codes in rules/states.yaml: `KR`", "`%t` is no State",
             text_or_empty(node));
    return false;
}

static bool read_states(struct reading *reading, const struct node *list, name **out, uint32_t *count)
{
    if (!list)
        return true;
    *out = arena_array(reading->arena, list->count, sizeof **out);
    if (!*out)
        return false;
    *count = list->count;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++)
        good &= read_state(reading, list->items[i], &(*out)[i]);
    if (list->count == 0)
        diag_add(reading->diag, DIAG_BAD_VALUE, list->place, NULL, "a list of States has at least one");
    return good && list->count;
}

/* Every item of a list is a single text. */
static bool items_are_scalars(struct reading *reading, const struct node *list)
{
    bool good = true;
    for (uint32_t i = 0; list->kind == NODE_SEQUENCE && i < list->count; i++) {
        if (node_is_scalar(list->items[i]))
            continue;
        diag_add(reading->diag, DIAG_WRONG_KIND, list->items[i]->place, NULL, "%s stands where a single text is expected",
                 node_kind_words(list->items[i]->kind));
        good = false;
    }
    return good;
}

static bool read_texts(struct reading *reading, const struct node *list, struct text **out, uint32_t *count)
{
    if (!list)
        return true;
    *out = arena_array(reading->arena, list->count, sizeof **out);
    if (!*out)
        return false;
    *count = list->count;
    for (uint32_t i = 0; i < list->count; i++)
        (*out)[i] = list->items[i]->text;
    return items_are_scalars(reading, list);
}

static bool begin_lookup(struct reading *reading, struct lookup *lookup, uint32_t count)
{
    lookup->entries = arena_array(reading->arena, count, sizeof *lookup->entries);
    lookup->count = lookup->entries ? count : 0;
    for (uint32_t i = 0; i < lookup->count; i++)
        lookup->entries[i].text = (struct text){"", 0};
    return lookup->entries != NULL;
}

/* Sorts the ids of a list, and reports those that stand in it twice. */
static bool ids_differ(struct reading *reading, struct lookup *lookup, const struct node *list, const char *message)
{
    bool good = true;
    lookup_sort(lookup);
    for (uint32_t i = 1; i < lookup->count; i++) {
        const struct lookup_entry *entry = &lookup->entries[i];
        if (entry->text.length == 0 || !text_equal(entry->text, entry[-1].text))
            continue;
        diag_add(reading->diag, DIAG_DUPLICATE_ID, list->items[entry->index]->place, NULL, message, entry->text);
        good = false;
    }
    return good;
}

static bool read_links(struct reading *reading, const struct node *list, struct rule_links *out)
{
    if (!list)
        return true;
    bool single = list->kind == NODE_SCALAR;
    uint32_t count = single ? 1 : list->count;
    out->items = arena_array(reading->arena, count, sizeof *out->items);
    if (!out->items)
        return false;
    out->count = count;
    for (uint32_t i = 0; i < count; i++) {
        const struct node *node = single ? list : list->items[i];
        out->items[i] = (struct rule_link){.id = node->text, .place = node->place};
    }
    return items_are_scalars(reading, list);
}

static uint32_t read_ground(struct reading *reading, const struct node *node)
{
    const struct vocabulary *vocabulary = reading->vocabulary;
    uint32_t ground = vocabulary_ground(vocabulary, names_find(reading->names, node->text));
    if (ground != NO_GROUND)
        return ground;
    struct text *known = arena_array(reading->arena, vocabulary->ground_count, sizeof *known);
    for (uint32_t i = 0; known && i < vocabulary->ground_count; i++)
        known[i] = vocabulary->grounds[i].id;
    if (known)
        shape_unknown(reading->diag, DIAG_UNKNOWN_REFERENCE, node->place, "ground", node->text, known, vocabulary->ground_count);
    return NO_GROUND;
}

/* ---- rules ------------------------------------------------------------------------------------------------------------ */

static bool inconsistent(struct reading *reading, const struct node *node, const char *help, const char *message)
{
    diag_add(reading->diag, DIAG_INCONSISTENT_RULE, node->place, help, "%s", message);
    return false;
}

/* Keys that need one another. */
static bool rule_is_consistent(struct reading *reading, const struct rule *rule, const struct node *node, const struct node **values)
{
    bool good = true;
    bool consideration = rule->effect == EXD_EFFECT_CONSIDERATION;
    if (consideration != (values[RULE_WITHIN] != NULL) || consideration != (values[RULE_WEIGHS] != NULL))
        good = inconsistent(reading, node, "say `within: [RULE]` and `weighs: for-refusal` or `for-surrender`",
                            "`within` and `weighs` go with the effect `consideration`, and only with it");
    if (consideration && !values[RULE_AUTHORITY])
        good = inconsistent(reading, node, "cite the decided case: `authority: …`", "a consideration needs its `authority`");
    if ((rule->effect == EXD_EFFECT_DEADLINE) != (values[RULE_DEADLINE] != NULL))
        good = inconsistent(reading, node, NULL, "`deadline` goes with the effect `deadline`, and only with it");
    bool may_be_bare = rule->effect == EXD_EFFECT_DUTY || rule->effect == EXD_EFFECT_DEADLINE || rule->effect == EXD_EFFECT_PROCEDURE ||
                       values[RULE_EXCLUDES] || values[RULE_EXCLUDES_GROUNDS] || values[RULE_IN_PLACE_OF];
    if (!may_be_bare && !values[RULE_WHEN] &&
        (!values[RULE_GIVEN] || rule->effect == EXD_EFFECT_REQUIRES || rule->effect == EXD_EFFECT_REQUIRES_ASSURANCE))
        good = inconsistent(reading, node, "write `when: …`", "a rule of this effect needs a condition");
    return good;
}

const struct deadline no_deadline = {.starts = NO_ROOT, .by = NO_ROOT, .done = NO_ROOT, .consequence = {"", 0}};

static bool read_deadline(struct reading *reading, const struct node *node, struct rule *rule, struct rule_tree *tree)
{
    const struct node *values[TERM_KEY_COUNT];
    struct deadline *deadline = arena_alloc(reading->arena, sizeof *deadline);
    if (!deadline || !read_shape(node, "deadline", &deadline_shape, values, reading->diag))
        return false;
    *deadline = no_deadline;
    rule->deadline = tree->deadline = deadline;
    tree->starts = values[TERM_STARTS];
    tree->by = values[TERM_BY];
    tree->done = values[TERM_DONE];
    deadline->starts_text = text_or_empty(values[TERM_STARTS]);
    deadline->by_text = text_or_empty(values[TERM_BY]);
    deadline->done_text = text_or_empty(values[TERM_DONE]);
    deadline->consequence = text_or_empty(values[TERM_CONSEQUENCE]);
    if (!values[TERM_BY] == !values[TERM_WITHIN] || !values[TERM_WITHIN] != !values[TERM_STARTS])
        return inconsistent(reading, node, "write `starts: DATE` and `within: DURATION`, or `by: DATE`",
                            "a deadline says when it starts and how long it is, or the day by which");
    if (!values[TERM_WITHIN])
        return true;
    deadline->has_within = duration_parse(values[TERM_WITHIN]->text, &deadline->within);
    if (!deadline->has_within)
        diag_add(reading->diag, DIAG_BAD_VALUE, values[TERM_WITHIN]->place, "write `3 days`, `2 months`", "`%t` is no duration",
                 values[TERM_WITHIN]->text);
    return deadline->has_within;
}

const struct relations no_relations;

static bool read_excluded_grounds(struct reading *reading, const struct node *list, struct relations *relations)
{
    if (!list)
        return true;
    relations->excludes_grounds = arena_array(reading->arena, list->count, sizeof *relations->excludes_grounds);
    if (!relations->excludes_grounds)
        return false;
    relations->excludes_ground_count = list->count;
    bool good = items_are_scalars(reading, list);
    for (uint32_t i = 0; i < list->count; i++) {
        relations->excludes_grounds[i] = node_is_scalar(list->items[i]) ? read_ground(reading, list->items[i]) : NO_GROUND;
        good &= relations->excludes_grounds[i] != NO_GROUND;
    }
    return good;
}

static struct text join_id(struct reading *reading, struct text instrument, struct text rule)
{
    char *bytes = arena_alloc(reading->arena, instrument.length + rule.length + 2);
    if (!bytes)
        return (struct text){"", 0};
    size_t at = 0;
    for (size_t i = 0; i < instrument.length; i++)
        bytes[at++] = instrument.data[i];
    bytes[at++] = '/';
    for (size_t i = 0; i < rule.length; i++)
        bytes[at++] = rule.data[i];
    return (struct text){bytes, at};
}

static bool read_rule_texts(struct reading *reading, struct rule *rule, const struct node **values)
{
    rule->id = values[RULE_ID]->text;
    rule->full_id = join_id(reading, reading->instrument->id, rule->id);
    rule->cite = values[RULE_CITE]->text;
    rule->title = values[RULE_TITLE]->text;
    rule->decided_by = text_or_empty(values[RULE_DECIDED_BY]);
    rule->note = text_or_empty(values[RULE_NOTE]);
    rule->authority = text_or_empty(values[RULE_AUTHORITY]);
    return shape_id(values[RULE_ID], "rule", reading->diag);
}

static bool names_others(const struct node **values)
{
    return values[RULE_THEN] || values[RULE_WITHIN] || values[RULE_IN_PLACE_OF] || values[RULE_EXCLUDES] || values[RULE_EXCLUDES_GROUNDS] ||
           values[RULE_DISPLACES] || values[RULE_LEAVES];
}

static bool read_relations(struct reading *reading, struct rule *rule, const struct node **values)
{
    if (!names_others(values))
        return true;
    struct relations *relations = arena_alloc(reading->arena, sizeof *relations);
    rule->relations = relations ? relations : &no_relations;
    return relations && read_links(reading, values[RULE_THEN], &relations->then) &&
           read_links(reading, values[RULE_WITHIN], &relations->within) &&
           read_links(reading, values[RULE_IN_PLACE_OF], &relations->in_place_of) &&
           read_links(reading, values[RULE_EXCLUDES], &relations->excludes) &&
           read_links(reading, values[RULE_DISPLACES], &relations->displaces) &&
           read_links(reading, values[RULE_LEAVES], &relations->leaves) &&
           read_excluded_grounds(reading, values[RULE_EXCLUDES_GROUNDS], relations);
}

static bool read_rule(struct reading *reading, struct rule *rule, struct rule_tree *tree, const struct node *node)
{
    const struct node *values[RULE_KEY_COUNT];
    rule->place = node->place;
    rule->given = rule->when = rule->unless = NO_ROOT;
    rule->relations = &no_relations;
    rule->deadline = &no_deadline;
    if (!read_shape(node, "rule", &rule_shape, values, reading->diag))
        return false;
    bool good = read_rule_texts(reading, rule, values);
    rule->ground = read_ground(reading, values[RULE_GROUND]);
    int effect = read_word(values[RULE_EFFECT], "effect", &takes_effect, reading->diag);
    rule->effect = (exd_effect)(effect < 0 ? 0 : effect);
    rule->each_offence = values[RULE_FOR] != NULL;
    if (values[RULE_FOR])
        good &= read_word(values[RULE_FOR], "subject", &takes_for, reading->diag) >= 0;
    if (values[RULE_WEIGHS]) {
        int weighs = read_word(values[RULE_WEIGHS], "direction", &takes_weighs, reading->diag);
        rule->weighs = weighs == 0 ? WEIGHS_FOR_REFUSAL : WEIGHS_FOR_SURRENDER;
        good &= weighs >= 0;
    }
    good &= read_period(reading, values[RULE_FROM], values[RULE_UNTIL], &rule->period);
    good &= read_optional_boolean(reading, values[RULE_VERIFIED], true, &rule->verified);
    good &= read_optional_boolean(reading, values[RULE_STANDS], false, &rule->stands_beside);
    good &= read_states(reading, values[RULE_FOR_REQUESTED], &rule->for_requested, &rule->for_requested_count);
    good &= read_states(reading, values[RULE_FOR_REQUESTING], &rule->for_requesting, &rule->for_requesting_count);
    good &= read_relations(reading, rule, values);
    if (values[RULE_DEADLINE])
        good &= read_deadline(reading, values[RULE_DEADLINE], rule, tree);
    tree->given = values[RULE_GIVEN];
    tree->when = values[RULE_WHEN];
    tree->unless = values[RULE_UNLESS];
    return good && rule->ground != NO_GROUND && effect >= 0 && rule_is_consistent(reading, rule, node, values);
}

static bool read_rules(struct reading *reading, const struct node *list)
{
    struct instrument *instrument = reading->instrument;
    instrument->rules = arena_array(reading->arena, list->count, sizeof *instrument->rules);
    reading->trees->rules = arena_array(reading->passing, list->count, sizeof *reading->trees->rules);
    if (!instrument->rules || !reading->trees->rules)
        return false;
    instrument->rule_count = list->count;
    if (!begin_lookup(reading, &instrument->rules_by_id, list->count))
        return false;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        good &= read_rule(reading, &instrument->rules[i], &reading->trees->rules[i], list->items[i]);
        instrument->rules_by_id.entries[i] = (struct lookup_entry){instrument->rules[i].id, i};
    }
    return ids_differ(reading, &instrument->rules_by_id, list, "two rules have the id `%t`") && good;
}

/* ---- definitions, dates, what is left out ----------------------------------------------------------------------------- */

/* Ids that stand in expressions: `long_enough`. */

static bool is_word_id(struct text id)
{
    for (size_t i = 0; i < id.length; i++)
        if (!text_is_lower(id.data[i]) && id.data[i] != '_' && !(i && text_is_digit(id.data[i])))
            return false;
    return id.length && id.length <= LIMIT_NAME_BYTES;
}

static bool check_word_id(struct reading *reading, const struct node *id)
{
    bool good = is_word_id(id->text);
    struct duration unused;
    reading->instrument->has_common_names |= names_find(reading->names, id->text) != 0 || penalty_parse(id->text, &unused);
    for (size_t i = 0; i < taken_names.word_count; i++)
        good &= !text_is(id->text, taken_names.words[i]);
    if (!good)
        diag_add(reading->diag, DIAG_BAD_ID, id->place, "lower-case letters, digits and underscores, and no word of the language",
                 "`%t` cannot be the name of a definition or a date", id->text);
    return good;
}

static bool read_definition(struct reading *reading, struct definition *definition, const struct node *node)
{
    const struct node *values[DEFINITION_KEY_COUNT];
    definition->entity = NO_ENTITY;
    definition->expansion.part.root = NO_ROOT;
    definition->place = node->place;
    if (!read_shape(node, "definition", &definition_shape, values, reading->diag) || !check_word_id(reading, values[DEFINITION_ID]))
        return false;
    definition->id = values[DEFINITION_ID]->text;
    definition->cite = values[DEFINITION_CITE]->text;
    definition->label = text_or_empty(values[DEFINITION_LABEL]);
    definition->means = values[DEFINITION_MEANS];
    if (!values[DEFINITION_FOR])
        return true;
    definition->entity = vocabulary_entity_by_item(reading->vocabulary, names_find(reading->names, values[DEFINITION_FOR]->text));
    if (definition->entity != NO_ENTITY && !reading->vocabulary->entities[definition->entity].single)
        return true;
    diag_add(reading->diag, DIAG_UNKNOWN_NAME, values[DEFINITION_FOR]->place,
             "write `for: offence`, or leave it out for the request and the person", "`%t` is no kind of item",
             values[DEFINITION_FOR]->text);
    return false;
}

static bool read_definitions(struct reading *reading, const struct node *list)
{
    struct instrument *instrument = reading->instrument;
    if (!list)
        return true;
    instrument->definitions = arena_array(reading->arena, list->count, sizeof *instrument->definitions);
    if (!instrument->definitions)
        return false;
    instrument->definition_count = list->count;
    if (!begin_lookup(reading, &instrument->definitions_by_id, list->count))
        return false;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        good &= read_definition(reading, &instrument->definitions[i], list->items[i]);
        instrument->definitions_by_id.entries[i] = (struct lookup_entry){instrument->definitions[i].id, i};
    }
    return ids_differ(reading, &instrument->definitions_by_id, list, "two definitions have the id `%t`") && good;
}

static bool read_dates(struct reading *reading, const struct node *list)
{
    struct instrument *instrument = reading->instrument;
    if (!list)
        return true;
    instrument->dates = arena_array(reading->arena, list->count, sizeof *instrument->dates);
    if (!instrument->dates)
        return false;
    instrument->date_count = list->count;
    if (!begin_lookup(reading, &instrument->dates_by_id, list->count))
        return false;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[DATE_KEY_COUNT];
        struct named_date *date = &instrument->dates[i];
        if (!read_shape(list->items[i], "date", &date_shape, values, reading->diag)) {
            good = false;
            continue;
        }
        good &= check_word_id(reading, values[DATE_ID]) && read_day(reading, values[DATE_DATE], &date->day);
        date->id = values[DATE_ID]->text;
        date->cite = values[DATE_CITE]->text;
        instrument->dates_by_id.entries[i] = (struct lookup_entry){date->id, i};
    }
    return ids_differ(reading, &instrument->dates_by_id, list, "two dates have the name `%t`") && good;
}

static bool read_left_out(struct reading *reading, const struct node *list)
{
    struct instrument *instrument = reading->instrument;
    if (!list)
        return true;
    instrument->left_out = arena_array(reading->arena, list->count, sizeof *instrument->left_out);
    if (!instrument->left_out)
        return false;
    instrument->left_out_count = list->count;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[LEFT_OUT_KEY_COUNT];
        good &= read_shape(list->items[i], "provision left out", &left_out_shape, values, reading->diag);
        instrument->left_out[i] = (struct left_out){text_or_empty(values[LEFT_OUT_CITE]), text_or_empty(values[LEFT_OUT_TITLE]),
                                                    text_or_empty(values[LEFT_OUT_REASON])};
    }
    return good;
}

/* ---- the instrument --------------------------------------------------------------------------------------------------- */

static bool read_parties(struct reading *reading, const struct node *mapping)
{
    struct instrument *instrument = reading->instrument;
    if (!mapping)
        return true;
    instrument->parties = arena_array(reading->arena, mapping->count, sizeof *instrument->parties);
    if (!instrument->parties)
        return false;
    instrument->party_count = mapping->count;
    bool good = true;
    for (uint32_t i = 0; i < mapping->count; i++) {
        struct party *party = &instrument->parties[i];
        const struct node *values[PARTY_KEY_COUNT];
        good &= read_state(reading, node_key(mapping, i), &party->state);
        if (!read_shape(node_value(mapping, i), "party", &party_shape, values, reading->diag)) {
            good = false;
            continue;
        }
        good &= read_period(reading, values[PARTY_FROM], values[PARTY_UNTIL], &party->period);
        good &= read_optional_boolean(reading, values[PARTY_VERIFIED], true, &party->verified);
    }
    return good;
}

static bool read_precedence(struct reading *reading, const struct node *list, bool may_name_kind, struct precedence **out, uint32_t *count)
{
    if (!list)
        return true;
    *out = arena_array(reading->arena, list->count, sizeof **out);
    if (!*out)
        return false;
    *count = list->count;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[PRECEDENCE_KEY_COUNT];
        if (!read_shape(list->items[i], "precedence", &precedence_shape, values, reading->diag)) {
            good = false;
            continue;
        }
        if (!values[PRECEDENCE_INSTRUMENT] == !values[PRECEDENCE_KIND] ||
            (values[PRECEDENCE_KIND] && (!may_name_kind || !text_is(values[PRECEDENCE_KIND]->text, PRECEDENCE_TREATY))))
            good =
                inconsistent(reading, list->items[i], "write `{instrument: ID, cite: …}`; `yields-to` also takes `{kind: treaty, cite: …}`",
                             "precedence names one instrument");
        (*out)[i] = (struct precedence){text_or_empty(values[PRECEDENCE_INSTRUMENT]), text_or_empty(values[PRECEDENCE_CITE]), UINT32_MAX,
                                        list->items[i]->place};
    }
    return good;
}

static bool read_review(struct reading *reading, const struct node *node)
{
    struct review *review = &reading->instrument->review;
    const struct node *values[REVIEW_KEY_COUNT] = {0};
    bool good = !node || read_shape(node, "review", &review_shape, values, reading->diag);
    *review = (struct review){text_or_empty(values[REVIEW_AGAINST]), text_or_empty(values[REVIEW_ON]), text_or_empty(values[REVIEW_FOUND])};
    return good;
}

static bool read_amendments(struct reading *reading, const struct node *list)
{
    struct instrument *instrument = reading->instrument;
    if (!list)
        return true;
    instrument->amended = arena_array(reading->arena, list->count, sizeof *instrument->amended);
    if (!instrument->amended)
        return false;
    instrument->amended_count = list->count;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[AMENDMENT_KEY_COUNT];
        good &= read_shape(list->items[i], "amendment", &amendment_shape, values, reading->diag);
        instrument->amended[i] = (struct amendment){text_or_empty(values[AMENDMENT_ON]), text_or_empty(values[AMENDMENT_BY]),
                                                    text_or_empty(values[AMENDMENT_NOTE])};
    }
    return good;
}

static void read_instrument_texts(struct instrument *instrument, const struct node **values)
{
    instrument->id = values[INS_ID]->text;
    instrument->title = values[INS_TITLE]->text;
    instrument->short_title = values[INS_SHORT] ? values[INS_SHORT]->text : instrument->title;
    instrument->citation = values[INS_CITATION]->text;
    instrument->text_seen = values[INS_TEXT_SEEN]->text;
    instrument->checked_on = text_or_empty(values[INS_CHECKED]);
    instrument->note = text_or_empty(values[INS_NOTE]);
}

static bool read_in_force(struct reading *reading, const struct node *node)
{
    const struct node *values[PERIOD_KEY_COUNT] = {0};
    bool good = !node || read_shape(node, "period", &period_shape, values, reading->diag);
    return read_period(reading, values[PERIOD_FROM], values[PERIOD_UNTIL], &reading->instrument->in_force) && good;
}

static bool read_instrument(struct reading *reading, const struct node *node)
{
    struct instrument *instrument = reading->instrument;
    const struct node *values[INS_KEY_COUNT];
    instrument->applies = NO_ROOT;
    instrument->place = node->place;
    if (!read_shape(node, "instrument", &instrument_shape, values, reading->diag))
        return false;
    read_instrument_texts(instrument, values);
    reading->trees->applies = values[INS_APPLIES];
    bool good = shape_id(values[INS_ID], "instrument", reading->diag);
    int kind = read_word(values[INS_KIND], "kind of instrument", &takes_instrument_kind, reading->diag);
    instrument->kind = (enum instrument_kind)(kind < 0 ? 0 : kind);
    good &= kind >= 0 && read_word(values[INS_TEXT_SEEN], "word", &takes_text_seen, reading->diag) >= 0;
    bool one_sided = instrument->kind == INSTRUMENT_STATUTE || instrument->kind == INSTRUMENT_HUMAN_RIGHTS_TREATY;
    instrument->role = one_sided ? ROLE_REQUESTED : ROLE_BOTH;
    if (values[INS_ROLE]) {
        int role = read_word(values[INS_ROLE], "role", &takes_role, reading->diag);
        instrument->role = (enum rule_role)(role < 0 ? 0 : role);
        good &= role >= 0;
    }
    good &= read_optional_boolean(reading, values[INS_BASIS], instrument->kind != INSTRUMENT_HUMAN_RIGHTS_TREATY, &instrument->basis);
    good &= read_optional_boolean(reading, values[INS_PARTIES_COMPLETE], true, &instrument->parties_complete);
    good &= read_in_force(reading, values[INS_IN_FORCE]);
    good &= read_parties(reading, values[INS_PARTIES]);
    good &= read_texts(reading, values[INS_SOURCES], &instrument->sources, &instrument->source_count);
    good &= read_precedence(reading, values[INS_PREVAILS], false, &instrument->prevails_over, &instrument->prevails_over_count);
    good &= read_precedence(reading, values[INS_YIELDS], true, &instrument->yields_to, &instrument->yields_to_count);
    good &= read_review(reading, values[INS_REVIEWED]);
    good &= read_amendments(reading, values[INS_AMENDED]);
    bool needs_parties = instrument->kind != INSTRUMENT_MODEL;
    if (needs_parties != (instrument->party_count > 0))
        good = inconsistent(reading, node, NULL,
                            needs_parties ? "an instrument names its `parties` (a statute its own State)"
                                          : "a model binds nobody and has no `parties`");
    return good;
}

static bool keep(struct arena *arena, const struct node **tree)
{
    if (*tree)
        *tree = tree_copy(arena, *tree);
    return !arena->exhausted;
}

bool rulebook_keep_trees(struct instrument *instrument, struct rulebook_trees *trees, struct arena *arena)
{
    struct rule_tree *rules = arena_array(arena, instrument->rule_count, sizeof *rules);
    bool good = rules && keep(arena, &trees->applies);
    for (uint32_t i = 0; good && i < instrument->rule_count; i++) {
        rules[i] = trees->rules[i];
        good = keep(arena, &rules[i].given) && keep(arena, &rules[i].when) && keep(arena, &rules[i].unless) &&
               keep(arena, &rules[i].starts) && keep(arena, &rules[i].by) && keep(arena, &rules[i].done);
    }
    for (uint32_t i = 0; good && i < instrument->definition_count; i++)
        good = keep(arena, &instrument->definitions[i].means);
    trees->rules = rules;
    return good;
}

bool rulebook_read(struct instrument *instrument, struct arena *arena, struct arena *passing, struct names *names,
                   const struct vocabulary *vocabulary, const struct node *document, struct rulebook_trees *trees, struct diag *diag)
{
    struct reading reading = {instrument, arena, passing, trees, names, vocabulary, diag};
    const struct node *values[BOOK_KEY_COUNT];
    if (!read_shape(document, "rulebook", &rulebook_shape, values, diag))
        return false;
    bool good = read_instrument(&reading, values[BOOK_INSTRUMENT]);
    good &= read_dates(&reading, values[BOOK_DATES]);
    good &= read_definitions(&reading, values[BOOK_DEFINITIONS]);
    good &= read_left_out(&reading, values[BOOK_LEFT_OUT]);
    return (instrument->id.length ? read_rules(&reading, values[BOOK_RULES]) : false) && good && !arena->exhausted;
}
