#include "rules/rulebook.h"

#include "base/limits.h"
#include "source/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What the reading of one rulebook passes around. */
struct reading {
    struct instrument *instrument;
    struct arena *arena;
    struct names *names;
    const struct vocabulary *vocabulary;
    struct diag *diag;
};

static const char *const kind_words[] = {
#define X(id, word, treaty) word,
    INSTRUMENT_KIND_LIST(X)
#undef X
};

static const bool kind_treaty[] = {
#define X(id, word, treaty) treaty,
    INSTRUMENT_KIND_LIST(X)
#undef X
};

static const char *const effect_words[] = {"shall-refuse", "may-refuse", "requires", "requires-assurance", "shall-postpone",
                                           "may-postpone", "duty",       "deadline", "procedure",          "consideration"};

const char *instrument_kind_word(enum instrument_kind kind)
{
    return kind_words[kind];
}

bool instrument_kind_is_treaty(enum instrument_kind kind)
{
    return kind_treaty[kind];
}

const char *exd_effect_name(exd_effect effect)
{
    return (size_t)effect < COUNT(effect_words) ? effect_words[effect] : "";
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

enum rule_key {
    RULE_ID,
    RULE_CITE,
    RULE_TITLE,
    RULE_GROUND,
    RULE_EFFECT,
    RULE_FOR,
    RULE_GIVEN,
    RULE_WHEN,
    RULE_UNLESS,
    RULE_FROM,
    RULE_UNTIL,
    RULE_FOR_REQUESTED,
    RULE_FOR_REQUESTING,
    RULE_VERIFIED,
    RULE_DECIDED_BY,
    RULE_NOTE,
    RULE_AUTHORITY,
    RULE_THEN,
    RULE_WITHIN,
    RULE_WEIGHS,
    RULE_IN_PLACE_OF,
    RULE_EXCLUDES,
    RULE_EXCLUDES_GROUNDS,
    RULE_DISPLACES,
    RULE_LEAVES,
    RULE_STANDS,
    RULE_DEADLINE,
    RULE_KEY_COUNT
};

static const struct shape_key rule_keys[RULE_KEY_COUNT] = {
    [RULE_ID] = {"id", SHAPE_SCALAR, true},
    [RULE_CITE] = {"cite", SHAPE_SCALAR, true},
    [RULE_TITLE] = {"title", SHAPE_SCALAR, true},
    [RULE_GROUND] = {"ground", SHAPE_SCALAR, true},
    [RULE_EFFECT] = {"effect", SHAPE_SCALAR, true},
    [RULE_FOR] = {"for", SHAPE_SCALAR, false},
    [RULE_GIVEN] = {"given", SHAPE_ANY, false},
    [RULE_WHEN] = {"when", SHAPE_ANY, false},
    [RULE_UNLESS] = {"unless", SHAPE_ANY, false},
    [RULE_FROM] = {"from", SHAPE_SCALAR, false},
    [RULE_UNTIL] = {"until", SHAPE_SCALAR, false},
    [RULE_FOR_REQUESTED] = {"for-requested", SHAPE_SEQUENCE, false},
    [RULE_FOR_REQUESTING] = {"for-requesting", SHAPE_SEQUENCE, false},
    [RULE_VERIFIED] = {"verified", SHAPE_SCALAR, false},
    [RULE_DECIDED_BY] = {"decided-by", SHAPE_SCALAR, false},
    [RULE_NOTE] = {"note", SHAPE_SCALAR, false},
    [RULE_AUTHORITY] = {"authority", SHAPE_SCALAR, false},
    [RULE_THEN] = {"then", SHAPE_SEQUENCE, false},
    [RULE_WITHIN] = {"within", SHAPE_SEQUENCE, false},
    [RULE_WEIGHS] = {"weighs", SHAPE_SCALAR, false},
    [RULE_IN_PLACE_OF] = {"in-place-of", SHAPE_SCALAR, false},
    [RULE_EXCLUDES] = {"excludes", SHAPE_SEQUENCE, false},
    [RULE_EXCLUDES_GROUNDS] = {"excludes-grounds", SHAPE_SEQUENCE, false},
    [RULE_DISPLACES] = {"displaces", SHAPE_SEQUENCE, false},
    [RULE_LEAVES] = {"leaves", SHAPE_SEQUENCE, false},
    [RULE_STANDS] = {"stands-beside", SHAPE_SCALAR, false},
    [RULE_DEADLINE] = {"deadline", SHAPE_MAPPING, false},
};

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

static bool read_deadline(struct reading *reading, const struct node *node, struct rule *rule)
{
    enum { STARTS, WITHIN, BY, DONE, CONSEQUENCE };
    static const struct shape_key keys[] = {
        [STARTS] = {"starts", SHAPE_SCALAR, false},
        [WITHIN] = {"within", SHAPE_SCALAR, false},
        [BY] = {"by", SHAPE_SCALAR, false},
        [DONE] = {"done", SHAPE_SCALAR, true},
        [CONSEQUENCE] = {"consequence", SHAPE_SCALAR, false},
    };
    const struct node *values[COUNT(keys)];
    if (!shape_read(node, "deadline", keys, COUNT(keys), values, reading->diag))
        return false;
    rule->tree.starts = values[STARTS];
    rule->tree.by = values[BY];
    rule->tree.done = values[DONE];
    rule->deadline.consequence = text_or_empty(values[CONSEQUENCE]);
    if (!values[BY] == !values[WITHIN] || !values[WITHIN] != !values[STARTS])
        return inconsistent(reading, node, "write `starts: DATE` and `within: DURATION`, or `by: DATE`",
                            "a deadline says when it starts and how long it is, or the day by which");
    if (!values[WITHIN])
        return true;
    rule->deadline.has_within = duration_parse(values[WITHIN]->text, &rule->deadline.within);
    if (!rule->deadline.has_within)
        diag_add(reading->diag, DIAG_BAD_VALUE, values[WITHIN]->place, "write `3 days`, `2 months`", "`%t` is no duration",
                 values[WITHIN]->text);
    return rule->deadline.has_within;
}

static bool read_excluded_grounds(struct reading *reading, const struct node *list, struct rule *rule)
{
    if (!list)
        return true;
    rule->excludes_grounds = arena_array(reading->arena, list->count, sizeof *rule->excludes_grounds);
    if (!rule->excludes_grounds)
        return false;
    rule->excludes_ground_count = list->count;
    bool good = items_are_scalars(reading, list);
    for (uint32_t i = 0; i < list->count; i++) {
        rule->excludes_grounds[i] = node_is_scalar(list->items[i]) ? read_ground(reading, list->items[i]) : NO_GROUND;
        good &= rule->excludes_grounds[i] != NO_GROUND;
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

static bool read_rule_links(struct reading *reading, struct rule *rule, const struct node **values)
{
    return read_links(reading, values[RULE_THEN], &rule->then) && read_links(reading, values[RULE_WITHIN], &rule->within) &&
           read_links(reading, values[RULE_IN_PLACE_OF], &rule->in_place_of) &&
           read_links(reading, values[RULE_EXCLUDES], &rule->excludes) && read_links(reading, values[RULE_DISPLACES], &rule->displaces) &&
           read_links(reading, values[RULE_LEAVES], &rule->leaves) && read_excluded_grounds(reading, values[RULE_EXCLUDES_GROUNDS], rule);
}

static bool read_rule(struct reading *reading, struct rule *rule, const struct node *node)
{
    static const char *const weighs_words[] = {"for-refusal", "for-surrender"};
    static const char *const for_words[] = {"each offence"};
    const struct node *values[RULE_KEY_COUNT];
    rule->place = node->place;
    rule->given = rule->when = rule->unless = rule->deadline.starts = rule->deadline.by = rule->deadline.done = NO_ROOT;
    rule->deadline.consequence = (struct text){"", 0};
    if (!shape_read(node, "rule", rule_keys, RULE_KEY_COUNT, values, reading->diag))
        return false;
    bool good = read_rule_texts(reading, rule, values);
    rule->ground = read_ground(reading, values[RULE_GROUND]);
    int effect = shape_word(values[RULE_EFFECT], "effect", effect_words, COUNT(effect_words), reading->diag);
    rule->effect = (exd_effect)(effect < 0 ? 0 : effect);
    rule->each_offence = values[RULE_FOR] != NULL;
    if (values[RULE_FOR])
        good &= shape_word(values[RULE_FOR], "subject", for_words, COUNT(for_words), reading->diag) >= 0;
    if (values[RULE_WEIGHS]) {
        int weighs = shape_word(values[RULE_WEIGHS], "direction", weighs_words, COUNT(weighs_words), reading->diag);
        rule->weighs = weighs == 0 ? WEIGHS_FOR_REFUSAL : WEIGHS_FOR_SURRENDER;
        good &= weighs >= 0;
    }
    good &= read_period(reading, values[RULE_FROM], values[RULE_UNTIL], &rule->period);
    good &= read_optional_boolean(reading, values[RULE_VERIFIED], true, &rule->verified);
    good &= read_optional_boolean(reading, values[RULE_STANDS], false, &rule->stands_beside);
    good &= read_states(reading, values[RULE_FOR_REQUESTED], &rule->for_requested, &rule->for_requested_count);
    good &= read_states(reading, values[RULE_FOR_REQUESTING], &rule->for_requesting, &rule->for_requesting_count);
    good &= read_rule_links(reading, rule, values);
    if (values[RULE_DEADLINE])
        good &= read_deadline(reading, values[RULE_DEADLINE], rule);
    rule->tree.given = values[RULE_GIVEN];
    rule->tree.when = values[RULE_WHEN];
    rule->tree.unless = values[RULE_UNLESS];
    return good && rule->ground != NO_GROUND && effect >= 0 && rule_is_consistent(reading, rule, node, values);
}

static bool read_rules(struct reading *reading, const struct node *list)
{
    struct instrument *instrument = reading->instrument;
    instrument->rules = arena_array(reading->arena, list->count, sizeof *instrument->rules);
    if (!instrument->rules)
        return false;
    instrument->rule_count = list->count;
    if (!begin_lookup(reading, &instrument->rules_by_id, list->count))
        return false;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        good &= read_rule(reading, &instrument->rules[i], list->items[i]);
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
    static const char *const taken[] = {
        "as_of", "treaty_in_force", "treaty_regulates", "party", "age",  "earlier", "later", "and", "or", "not",
        "in",    "overlaps",        "within",           "true",  "false"};
    bool good = is_word_id(id->text);
    for (size_t i = 0; i < COUNT(taken); i++)
        good &= !text_is(id->text, taken[i]);
    if (!good)
        diag_add(reading->diag, DIAG_BAD_ID, id->place, "lower-case letters, digits and underscores, and no word of the language",
                 "`%t` cannot be the name of a definition or a date", id->text);
    return good;
}

static bool read_definition(struct reading *reading, struct definition *definition, const struct node *node)
{
    enum { ID, MEANS, CITE, LABEL, FOR };
    static const struct shape_key keys[] = {
        [ID] = {"id", SHAPE_SCALAR, true},        [MEANS] = {"means", SHAPE_ANY, true}, [CITE] = {"cite", SHAPE_SCALAR, true},
        [LABEL] = {"label", SHAPE_SCALAR, false}, [FOR] = {"for", SHAPE_SCALAR, false},
    };
    const struct node *values[COUNT(keys)];
    definition->entity = NO_ENTITY;
    definition->place = node->place;
    if (!shape_read(node, "definition", keys, COUNT(keys), values, reading->diag) || !check_word_id(reading, values[ID]))
        return false;
    definition->id = values[ID]->text;
    definition->cite = values[CITE]->text;
    definition->label = text_or_empty(values[LABEL]);
    definition->means = values[MEANS];
    if (!values[FOR])
        return true;
    definition->entity = vocabulary_entity_by_item(reading->vocabulary, names_find(reading->names, values[FOR]->text));
    if (definition->entity != NO_ENTITY && !reading->vocabulary->entities[definition->entity].single)
        return true;
    diag_add(reading->diag, DIAG_UNKNOWN_NAME, values[FOR]->place, "write `for: offence`, or leave it out for the request and the person",
             "`%t` is no kind of item", values[FOR]->text);
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
    enum { ID, DATE, CITE };
    static const struct shape_key keys[] = {
        [ID] = {"id", SHAPE_SCALAR, true}, [DATE] = {"date", SHAPE_SCALAR, true}, [CITE] = {"cite", SHAPE_SCALAR, true}};
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
        const struct node *values[COUNT(keys)];
        struct named_date *date = &instrument->dates[i];
        if (!shape_read(list->items[i], "date", keys, COUNT(keys), values, reading->diag)) {
            good = false;
            continue;
        }
        good &= check_word_id(reading, values[ID]) && read_day(reading, values[DATE], &date->day);
        date->id = values[ID]->text;
        date->cite = values[CITE]->text;
        instrument->dates_by_id.entries[i] = (struct lookup_entry){date->id, i};
    }
    return ids_differ(reading, &instrument->dates_by_id, list, "two dates have the name `%t`") && good;
}

static bool read_left_out(struct reading *reading, const struct node *list)
{
    static const struct shape_key keys[] = {{"cite", SHAPE_SCALAR, true}, {"title", SHAPE_SCALAR, true}, {"reason", SHAPE_SCALAR, true}};
    struct instrument *instrument = reading->instrument;
    if (!list)
        return true;
    instrument->left_out = arena_array(reading->arena, list->count, sizeof *instrument->left_out);
    if (!instrument->left_out)
        return false;
    instrument->left_out_count = list->count;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[COUNT(keys)];
        good &= shape_read(list->items[i], "provision left out", keys, COUNT(keys), values, reading->diag);
        instrument->left_out[i] = (struct left_out){text_or_empty(values[0]), text_or_empty(values[1]), text_or_empty(values[2])};
    }
    return good;
}

/* ---- the instrument --------------------------------------------------------------------------------------------------- */

static bool read_parties(struct reading *reading, const struct node *mapping)
{
    static const struct shape_key keys[] = {
        {"from", SHAPE_SCALAR, false}, {"until", SHAPE_SCALAR, false}, {"verified", SHAPE_SCALAR, false}};
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
        const struct node *values[COUNT(keys)];
        good &= read_state(reading, node_key(mapping, i), &party->state);
        if (!shape_read(node_value(mapping, i), "party", keys, COUNT(keys), values, reading->diag)) {
            good = false;
            continue;
        }
        good &= read_period(reading, values[0], values[1], &party->period);
        good &= read_optional_boolean(reading, values[2], true, &party->verified);
    }
    return good;
}

static bool read_precedence(struct reading *reading, const struct node *list, bool may_name_kind, struct precedence **out, uint32_t *count)
{
    static const struct shape_key keys[] = {
        {"instrument", SHAPE_SCALAR, false}, {"kind", SHAPE_SCALAR, false}, {"cite", SHAPE_SCALAR, true}};
    if (!list)
        return true;
    *out = arena_array(reading->arena, list->count, sizeof **out);
    if (!*out)
        return false;
    *count = list->count;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[COUNT(keys)];
        if (!shape_read(list->items[i], "precedence", keys, COUNT(keys), values, reading->diag)) {
            good = false;
            continue;
        }
        if (!values[0] == !values[1] || (values[1] && (!may_name_kind || !text_is(values[1]->text, "treaty"))))
            good =
                inconsistent(reading, list->items[i], "write `{instrument: ID, cite: …}`; `yields-to` also takes `{kind: treaty, cite: …}`",
                             "precedence names one instrument");
        (*out)[i] = (struct precedence){text_or_empty(values[0]), text_or_empty(values[2]), UINT32_MAX, list->items[i]->place};
    }
    return good;
}

static bool read_review(struct reading *reading, const struct node *node)
{
    static const struct shape_key keys[] = {{"against", SHAPE_SCALAR, true}, {"on", SHAPE_SCALAR, true}, {"found", SHAPE_SCALAR, false}};
    struct review *review = &reading->instrument->review;
    const struct node *values[COUNT(keys)] = {0};
    bool good = !node || shape_read(node, "review", keys, COUNT(keys), values, reading->diag);
    *review = (struct review){text_or_empty(values[0]), text_or_empty(values[1]), text_or_empty(values[2])};
    return good;
}

static bool read_amendments(struct reading *reading, const struct node *list)
{
    static const struct shape_key keys[] = {{"on", SHAPE_SCALAR, true}, {"by", SHAPE_SCALAR, true}, {"note", SHAPE_SCALAR, false}};
    struct instrument *instrument = reading->instrument;
    if (!list)
        return true;
    instrument->amended = arena_array(reading->arena, list->count, sizeof *instrument->amended);
    if (!instrument->amended)
        return false;
    instrument->amended_count = list->count;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[COUNT(keys)];
        good &= shape_read(list->items[i], "amendment", keys, COUNT(keys), values, reading->diag);
        instrument->amended[i] = (struct amendment){text_or_empty(values[0]), text_or_empty(values[1]), text_or_empty(values[2])};
    }
    return good;
}

enum instrument_key {
    INS_ID,
    INS_TITLE,
    INS_SHORT,
    INS_KIND,
    INS_CITATION,
    INS_SOURCES,
    INS_LANGUAGES,
    INS_IN_FORCE,
    INS_PARTIES,
    INS_PARTIES_COMPLETE,
    INS_APPLIES,
    INS_ROLE,
    INS_BASIS,
    INS_PREVAILS,
    INS_YIELDS,
    INS_TEXT_SEEN,
    INS_CHECKED,
    INS_REVIEWED,
    INS_AMENDED,
    INS_NOTE,
    INS_KEY_COUNT
};

static const struct shape_key instrument_keys[INS_KEY_COUNT] = {
    [INS_ID] = {"id", SHAPE_SCALAR, true},
    [INS_TITLE] = {"title", SHAPE_SCALAR, true},
    [INS_SHORT] = {"short", SHAPE_SCALAR, false},
    [INS_KIND] = {"kind", SHAPE_SCALAR, true},
    [INS_CITATION] = {"citation", SHAPE_SCALAR, true},
    [INS_SOURCES] = {"sources", SHAPE_SEQUENCE, false},
    [INS_LANGUAGES] = {"languages", SHAPE_SEQUENCE, false},
    [INS_IN_FORCE] = {"in-force", SHAPE_MAPPING, false},
    [INS_PARTIES] = {"parties", SHAPE_MAPPING, false},
    [INS_PARTIES_COMPLETE] = {"parties-complete", SHAPE_SCALAR, false},
    [INS_APPLIES] = {"applies", SHAPE_ANY, false},
    [INS_ROLE] = {"role", SHAPE_SCALAR, false},
    [INS_BASIS] = {"basis", SHAPE_SCALAR, false},
    [INS_PREVAILS] = {"prevails-over", SHAPE_SEQUENCE, false},
    [INS_YIELDS] = {"yields-to", SHAPE_SEQUENCE, false},
    [INS_TEXT_SEEN] = {"text-seen", SHAPE_SCALAR, true},
    [INS_CHECKED] = {"checked-on", SHAPE_SCALAR, false},
    [INS_REVIEWED] = {"reviewed", SHAPE_MAPPING, false},
    [INS_AMENDED] = {"amended", SHAPE_SEQUENCE, false},
    [INS_NOTE] = {"note", SHAPE_SCALAR, false},
};

static void read_instrument_texts(struct instrument *instrument, const struct node **values)
{
    instrument->id = values[INS_ID]->text;
    instrument->title = values[INS_TITLE]->text;
    instrument->short_title = values[INS_SHORT] ? values[INS_SHORT]->text : instrument->title;
    instrument->citation = values[INS_CITATION]->text;
    instrument->text_seen = values[INS_TEXT_SEEN]->text;
    instrument->checked_on = text_or_empty(values[INS_CHECKED]);
    instrument->note = text_or_empty(values[INS_NOTE]);
    instrument->applies_tree = values[INS_APPLIES];
}

static bool read_in_force(struct reading *reading, const struct node *node)
{
    static const struct shape_key keys[] = {{"from", SHAPE_SCALAR, false}, {"until", SHAPE_SCALAR, false}};
    const struct node *values[COUNT(keys)] = {0};
    bool good = !node || shape_read(node, "period", keys, COUNT(keys), values, reading->diag);
    return read_period(reading, values[0], values[1], &reading->instrument->in_force) && good;
}

static bool read_instrument(struct reading *reading, const struct node *node)
{
    static const char *const seen_words[] = {"full", "partial", "memory"};
    static const char *const role_words[] = {"both", "requested", "requesting", "either"};
    struct instrument *instrument = reading->instrument;
    const struct node *values[INS_KEY_COUNT];
    instrument->applies = NO_ROOT;
    instrument->place = node->place;
    if (!shape_read(node, "instrument", instrument_keys, INS_KEY_COUNT, values, reading->diag))
        return false;
    read_instrument_texts(instrument, values);
    bool good = shape_id(values[INS_ID], "instrument", reading->diag);
    int kind = shape_word(values[INS_KIND], "kind of instrument", kind_words, COUNT(kind_words), reading->diag);
    instrument->kind = (enum instrument_kind)(kind < 0 ? 0 : kind);
    good &= kind >= 0 && shape_word(values[INS_TEXT_SEEN], "word", seen_words, COUNT(seen_words), reading->diag) >= 0;
    bool one_sided = instrument->kind == INSTRUMENT_STATUTE || instrument->kind == INSTRUMENT_HUMAN_RIGHTS_TREATY;
    instrument->role = one_sided ? ROLE_REQUESTED : ROLE_BOTH;
    if (values[INS_ROLE]) {
        int role = shape_word(values[INS_ROLE], "role", role_words, COUNT(role_words), reading->diag);
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

bool rulebook_read(struct instrument *instrument, struct arena *arena, struct names *names, const struct vocabulary *vocabulary,
                   const struct node *document, struct diag *diag)
{
    enum { FORMAT, INSTRUMENT, DEFINITIONS, DATES, RULES, LEFT_OUT };
    static const struct shape_key keys[] = {
        [FORMAT] = {"format", SHAPE_SCALAR, true},
        [INSTRUMENT] = {"instrument", SHAPE_MAPPING, true},
        [DEFINITIONS] = {"definitions", SHAPE_SEQUENCE, false},
        [DATES] = {"dates", SHAPE_SEQUENCE, false},
        [RULES] = {"rules", SHAPE_SEQUENCE, true},
        [LEFT_OUT] = {"left-out", SHAPE_SEQUENCE, false},
    };
    struct reading reading = {instrument, arena, names, vocabulary, diag};
    const struct node *values[COUNT(keys)];
    if (!shape_read(document, "rulebook", keys, COUNT(keys), values, diag))
        return false;
    bool good = read_instrument(&reading, values[INSTRUMENT]);
    good &= read_dates(&reading, values[DATES]);
    good &= read_definitions(&reading, values[DEFINITIONS]);
    good &= read_left_out(&reading, values[LEFT_OUT]);
    return (instrument->id.length ? read_rules(&reading, values[RULES]) : false) && good && !arena->exhausted;
}
