#include "model/vocabulary.h"

#include "base/sort.h"
#include "model/vocabulary_keys.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const type_words[] = {
#define X(id, word) word,
    TYPE_KIND_LIST(X)
#undef X
};

static struct text node_text(const struct node *node)
{
    return node ? node->text : (struct text){"", 0};
}

static bool read_shape(const struct node *node, const char *what, const struct shape *shape, const struct node **values, struct diag *diag)
{
    return shape_read(node, what, shape->keys, shape->count, values, diag);
}

/* ---- look-up ---------------------------------------------------------------------------------------------------------- */

uint32_t vocabulary_entity_by_item(const struct vocabulary *vocabulary, name item_id)
{
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        if (vocabulary->entities[i].item_id == item_id)
            return i;
    return NO_ENTITY;
}

uint32_t vocabulary_entity_by_list(const struct vocabulary *vocabulary, name list_id)
{
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        if (vocabulary->entities[i].list_id == list_id)
            return i;
    return NO_ENTITY;
}

uint32_t vocabulary_fact(const struct entity *entity, name id)
{
    uint32_t low = 0;
    uint32_t high = entity->fact_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        name found = entity->facts[entity->order[middle]].id;
        if (found == id)
            return entity->order[middle];
        if (found < id)
            low = middle + 1;
        else
            high = middle;
    }
    return NO_FACT;
}

bool vocabulary_is_group(const struct entity *entity, name prefix)
{
    for (uint32_t i = 0; i < entity->group_count; i++)
        if (entity->groups[i] == prefix)
            return true;
    return false;
}

uint32_t vocabulary_ground(const struct vocabulary *vocabulary, name id)
{
    for (uint32_t i = 0; id && i < vocabulary->ground_count; i++)
        if (vocabulary->grounds[i].name == id)
            return i;
    return NO_GROUND;
}

const struct state_name *vocabulary_state(const struct vocabulary *vocabulary, name code)
{
    uint32_t low = 0;
    uint32_t high = vocabulary->state_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (vocabulary->states[middle].code == code)
            return &vocabulary->states[middle];
        if (vocabulary->states[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

struct text vocabulary_state_title(const struct vocabulary *vocabulary, name code)
{
    const struct state_name *state = vocabulary_state(vocabulary, code);
    return state && state->title.length > 0 ? state->title : names_text(vocabulary->names, code);
}

bool enumeration_has(const struct enumeration *enumeration, name value)
{
    for (uint32_t i = 0; i < enumeration->count; i++)
        if (enumeration->values[i] == value)
            return true;
    return false;
}

static uint32_t enumeration_find(const struct vocabulary *vocabulary, struct text id)
{
    for (uint32_t i = 0; i < vocabulary->enumeration_count; i++)
        if (text_equal(vocabulary->enumerations[i].id, id))
            return i;
    return UINT32_MAX;
}

/* ---- grounds and States ----------------------------------------------------------------------------------------------- */

static bool read_grounds_list(struct vocabulary *vocabulary, struct arena *arena, const struct node *list, struct diag *diag)
{
    vocabulary->grounds = arena_array(arena, list->count, sizeof *vocabulary->grounds);
    if (!vocabulary->grounds)
        return false;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[GROUND_KEY_COUNT];
        good &= shape_id(node_key(list, i), "ground", diag);
        good &= read_shape(node_value(list, i), "ground", &ground_shape, values, diag);
        name id = names_intern(vocabulary->names, node_key(list, i)->text);
        vocabulary->grounds[i] = (struct ground){
            .id = names_text(vocabulary->names, id),
            .name = id,
            .title = node_text(values[GROUND_TITLE]),
            .about = node_text(values[GROUND_ABOUT]),
        };
    }
    vocabulary->ground_count = list->count;
    return good;
}

bool grounds_read(struct vocabulary *vocabulary, struct arena *arena, const struct node *document, struct diag *diag)
{
    const struct node *values[LIST_KEY_COUNT];
    return read_shape(document, "taxonomy of grounds", &grounds_shape, values, diag) &&
           read_grounds_list(vocabulary, arena, values[LIST_ENTRIES], diag);
}

static int compare_states(const void *a, const void *b)
{
    const struct state_name *left = a;
    const struct state_name *right = b;
    return (left->code > right->code) - (left->code < right->code);
}

bool states_read(struct vocabulary *vocabulary, struct arena *arena, const struct node *document, struct diag *diag)
{
    const struct node *values[LIST_KEY_COUNT];
    if (!read_shape(document, "list of States", &states_shape, values, diag))
        return false;
    const struct node *list = values[LIST_ENTRIES];
    vocabulary->states = arena_array(arena, list->count, sizeof *vocabulary->states);
    if (!vocabulary->states)
        return false;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        struct text code = node_key(list, i)->text;
        if (code.length < STATE_CODE_LEAST || code.length > STATE_CODE_MOST || !node_is_scalar(node_value(list, i))) {
            diag_add(diag, DIAG_BAD_VALUE, node_key(list, i)->place, "write `KR: Korea`", "a State is a short code with its name");
            good = false;
            continue;
        }
        vocabulary->states[i] = (struct state_name){names_intern(vocabulary->names, code), node_value(list, i)->text};
    }
    vocabulary->state_count = list->count;
    sort(vocabulary->states, vocabulary->state_count, sizeof *vocabulary->states, compare_states);
    return good;
}

/* ---- enumerations and entities ---------------------------------------------------------------------------------------- */

static bool read_enumerations(struct vocabulary *vocabulary, struct arena *arena, const struct node *list, struct diag *diag)
{
    uint32_t count = list ? list->count : 0;
    vocabulary->enumerations = arena_array(arena, (size_t)count + 1, sizeof *vocabulary->enumerations);
    if (!vocabulary->enumerations)
        return false;
    /* The grounds are a closed list too: facts speak of them ("refused on nationality"). */
    struct enumeration *grounds = &vocabulary->enumerations[0];
    *grounds = (struct enumeration){.id = TEXT("ground"), .count = vocabulary->ground_count};
    grounds->values = arena_array(arena, grounds->count, sizeof *grounds->values);
    grounds->helps = arena_array(arena, grounds->count, sizeof *grounds->helps);
    if (!grounds->values || !grounds->helps)
        return false;
    for (uint32_t i = 0; i < grounds->count; i++) {
        grounds->values[i] = vocabulary->grounds[i].name;
        grounds->helps[i] = vocabulary->grounds[i].title;
    }
    vocabulary->enumeration_count = 1;
    bool good = true;
    for (uint32_t i = 0; i < count; i++) {
        const struct node *values = node_value(list, i);
        if (enumeration_find(vocabulary, node_key(list, i)->text) != UINT32_MAX) {
            diag_add(diag, DIAG_DUPLICATE_ID, node_key(list, i)->place, "the grounds are in grounds.yaml", "the list `%t` is there already",
                     node_key(list, i)->text);
            good = false;
            continue;
        }
        if (values->kind != NODE_MAPPING) {
            diag_add(diag, DIAG_WRONG_KIND, values->place, "write `convicted: what it means`", "a closed list is a mapping of values");
            good = false;
            continue;
        }
        struct enumeration *enumeration = &vocabulary->enumerations[vocabulary->enumeration_count++];
        *enumeration = (struct enumeration){.id = arena_copy_text(arena, node_key(list, i)->text), .count = values->count};
        enumeration->values = arena_array(arena, values->count, sizeof *enumeration->values);
        enumeration->helps = arena_array(arena, values->count, sizeof *enumeration->helps);
        if (!enumeration->values || !enumeration->helps)
            return false;
        for (uint32_t j = 0; j < values->count; j++) {
            good &= shape_id(node_key(values, j), "value", diag);
            enumeration->values[j] = names_intern(vocabulary->names, node_key(values, j)->text);
            enumeration->helps[j] = node_text(node_value(values, j));
        }
    }
    return good;
}

static bool read_entities(struct vocabulary *vocabulary, struct arena *arena, const struct node *list, struct diag *diag)
{
    uint32_t singles = 0;
    for (uint32_t i = 0; i < list->count; i++)
        singles += !node_get(node_value(list, i), "item");
    if (list->count > VOCABULARY_ENTITIES_MAX || singles > VOCABULARY_SINGLES_MAX) {
        diag_add(diag, DIAG_BAD_VALUE, list->place, NULL, "a vocabulary has at most %d entities, and %d of which there is one each",
                 VOCABULARY_ENTITIES_MAX, VOCABULARY_SINGLES_MAX);
        return false;
    }
    vocabulary->entities = arena_array(arena, list->count, sizeof *vocabulary->entities);
    if (!vocabulary->entities)
        return false;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *values[ENTITY_KEY_COUNT];
        good &= read_shape(node_value(list, i), "entity", &entity_shape, values, diag);
        struct entity *entity = &vocabulary->entities[vocabulary->entity_count++];
        entity->list_id = names_intern(vocabulary->names, node_key(list, i)->text);
        entity->list_name = names_text(vocabulary->names, entity->list_id);
        entity->single = !values[ENTITY_ITEM];
        entity->item_name = values[ENTITY_ITEM] ? values[ENTITY_ITEM]->text : entity->list_name;
        entity->item_id = names_intern(vocabulary->names, entity->item_name);
        if (vocabulary_entity_by_item(vocabulary, entity->item_id) != i || vocabulary_entity_by_list(vocabulary, entity->list_id) != i) {
            diag_add(diag, DIAG_DUPLICATE_ID, node_key(list, i)->place, NULL, "two entities are called `%t`", entity->item_name);
            good = false;
        }
        entity->label = node_text(values[ENTITY_LABEL]);
        entity->question = node_text(values[ENTITY_QUESTION]);
        entity->help = node_text(values[ENTITY_HELP]);
    }
    return good;
}

/* ---- facts ------------------------------------------------------------------------------------------------------------ */

/* "set of enum reason", "ref offence", "date" */
static bool read_type(const struct vocabulary *vocabulary, const struct node *node, struct type *out, struct diag *diag)
{
    struct text text = node->text;
    *out = (struct type){0};
    if (text_starts_with(text, "set of ")) {
        out->set = true;
        text = (struct text){text.data + 7, text.length - 7};
    }
    size_t space = 0;
    while (space < text.length && text.data[space] != ' ')
        space++;
    struct text word = {text.data, space};
    struct text of = text_trim((struct text){text.data + space, text.length - space});
    for (size_t i = 0; i < COUNT(type_words); i++) {
        if (!text_is(word, type_words[i]))
            continue;
        out->kind = (enum type_kind)i;
        if (out->kind == TYPE_ENUM) {
            out->of = enumeration_find(vocabulary, of);
        } else if (out->kind == TYPE_REF) {
            out->of = vocabulary_entity_by_item(vocabulary, names_find(vocabulary->names, of));
        } else if (of.length) {
            break;
        }
        if (out->of == UINT32_MAX) {
            diag_add(diag, DIAG_UNKNOWN_REFERENCE, node->place, NULL, "`%t` is no list of values and no entity of this vocabulary", of);
            return false;
        }
        return true;
    }
    diag_add(diag, DIAG_BAD_VALUE, node->place,
             "write boolean, integer, date, duration, penalty, state, text, `enum NAME`, `ref ITEM`, or `set of` one of them",
             "unknown type `%t`", node->text);
    return false;
}

static bool read_legal_test(struct fact *fact, const struct node *node, struct diag *diag)
{
    const struct node *values[TEST_KEY_COUNT];
    if (!read_shape(node, "legal test", &legal_test_shape, values, diag))
        return false;
    fact->test = true;
    fact->test_by = node_text(values[TEST_BY]);
    fact->test_standard = node_text(values[TEST_STANDARD]);
    fact->test_looks_at = node_text(values[TEST_LOOKS_AT]);
    return true;
}

static bool read_fact(struct vocabulary *vocabulary, struct arena *arena, struct fact *fact, const struct node *key,
                      const struct node *node, struct diag *diag)
{
    const struct node *values[FACT_KEY_COUNT];
    fact->id = names_intern(vocabulary->names, key->text);
    fact->name = names_text(vocabulary->names, fact->id);
    if (!read_shape(node, "fact", &fact_shape, values, diag) || !read_type(vocabulary, values[FACT_TYPE], &fact->type, diag))
        return false;
    fact->question = node_text(values[FACT_QUESTION]);
    fact->help = node_text(values[FACT_HELP]);
    fact->held_by = node_text(values[FACT_HELD_BY]);
    bool good = shape_word(values[FACT_HELD_BY], "holder", takes_holder.words, takes_holder.word_count, diag) >= 0;
    if (values[FACT_TEST])
        good &= read_legal_test(fact, values[FACT_TEST], diag);
    if (values[FACT_PRESUME]) {
        fact->presumed = true;
        good &= vocabulary_read_value(vocabulary, fact->type, values[FACT_PRESUME], arena, NULL, &fact->presumption, diag);
    }
    return good;
}

struct fact_order {
    name id;
    uint32_t index;
};

static int compare_facts(const void *a, const void *b)
{
    const struct fact_order *left = a;
    const struct fact_order *right = b;
    return (left->id > right->id) - (left->id < right->id);
}

static bool order_facts(struct vocabulary *vocabulary, struct arena *arena, struct entity *entity, const struct node *list,
                        struct diag *diag)
{
    struct fact_order *order = arena_array(arena, entity->fact_count, sizeof *order);
    entity->order = arena_array(arena, entity->fact_count, sizeof *entity->order);
    entity->groups = arena_array(arena, (size_t)entity->fact_count * 2, sizeof *entity->groups);
    if (!order || !entity->order || !entity->groups)
        return false;
    for (uint32_t i = 0; i < entity->fact_count; i++)
        order[i] = (struct fact_order){entity->facts[i].id, i};
    sort(order, entity->fact_count, sizeof *order, compare_facts);
    for (uint32_t i = 0; i < entity->fact_count; i++)
        entity->order[i] = order[i].index;
    for (uint32_t i = 0; i < entity->fact_count; i++) {
        struct text full = entity->facts[i].name;
        for (size_t at = 0, groups = 0; at < full.length && groups < 2; at++) {
            if (full.data[at] != '.')
                continue;
            groups++;
            name prefix = names_intern(vocabulary->names, (struct text){full.data, at});
            if (!vocabulary_is_group(entity, prefix))
                entity->groups[entity->group_count++] = prefix;
            if (vocabulary_fact(entity, prefix) != NO_FACT) {
                diag_add(diag, DIAG_DUPLICATE_ID, node_key(list, i)->place, NULL, "`%t` is both a fact and a group of facts",
                         names_text(vocabulary->names, prefix));
                return false;
            }
        }
    }
    return true;
}

static bool read_facts(struct vocabulary *vocabulary, struct arena *arena, const struct node *list, struct diag *diag)
{
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *facts = node_value(list, i);
        uint32_t index = vocabulary_entity_by_item(vocabulary, names_find(vocabulary->names, node_key(list, i)->text));
        if (index == NO_ENTITY || facts->kind != NODE_MAPPING) {
            diag_add(diag, DIAG_UNKNOWN_REFERENCE, node_key(list, i)->place, "facts stand under the name of one item, such as `offence`",
                     "`%t` is no entity of this vocabulary, or has no mapping of facts", node_key(list, i)->text);
            good = false;
            continue;
        }
        struct entity *entity = &vocabulary->entities[index];
        entity->facts = arena_array(arena, facts->count, sizeof *entity->facts);
        if (!entity->facts)
            return false;
        entity->fact_count = facts->count;
        for (uint32_t j = 0; j < facts->count; j++)
            good &= read_fact(vocabulary, arena, &entity->facts[j], node_key(facts, j), node_value(facts, j), diag);
        good &= order_facts(vocabulary, arena, entity, facts, diag);
    }
    return good;
}

/* The language itself speaks of these. */
static bool find_own_words(struct vocabulary *vocabulary, const struct node *document, struct diag *diag)
{
    static const struct {
        const char *entity;
        const char *fact;
        enum type_kind kind;
        bool set;
    } own[] = {
        {"request", "requesting_state", TYPE_STATE, false},  {"request", "requested_state", TYPE_STATE, false},
        {"request", "treaty_in_force", TYPE_BOOLEAN, false}, {"request", "treaty_provides", TYPE_ENUM, true},
        {"request", "agreed_instruments", TYPE_TEXT, true},
    };
    vocabulary->request = vocabulary_entity_by_item(vocabulary, names_find(vocabulary->names, TEXT("request")));
    vocabulary->offence = vocabulary_entity_by_item(vocabulary, names_find(vocabulary->names, TEXT("offence")));
    if (vocabulary->request == NO_ENTITY || vocabulary->offence == NO_ENTITY) {
        diag_add(diag, DIAG_MISSING_KEY, document->place, NULL, "a vocabulary needs the entities `request` and `offences`");
        return false;
    }
    bool good = true;
    for (size_t i = 0; i < COUNT(own); i++) {
        const struct entity *request = &vocabulary->entities[vocabulary->request];
        uint32_t index = vocabulary_fact(request, names_find(vocabulary->names, text_of(own[i].fact)));
        if (index == NO_FACT || request->facts[index].type.kind != own[i].kind || request->facts[index].type.set != own[i].set) {
            diag_add(diag, DIAG_MISSING_KEY, document->place,
                     "the language itself asks for it: take it over from the vocabulary that comes with the library",
                     "a vocabulary needs the fact `request.%s`, with its own type", own[i].fact);
            good = false;
        }
    }
    return good;
}

bool vocabulary_read(struct vocabulary *vocabulary, struct arena *arena, const struct node *document, struct diag *diag)
{
    const struct node *values[VOC_KEY_COUNT];
    return read_shape(document, "vocabulary", &vocabulary_shape, values, diag) &&
           read_enumerations(vocabulary, arena, values[VOC_ENUMS], diag) && read_entities(vocabulary, arena, values[VOC_ENTITIES], diag) &&
           read_facts(vocabulary, arena, values[VOC_FACTS], diag) && find_own_words(vocabulary, document, diag);
}

/* ---- values ----------------------------------------------------------------------------------------------------------- */

static name intern_text(const struct vocabulary *vocabulary, struct names *extra, struct text text)
{
    if (!extra)
        return names_intern(vocabulary->names, text);
    name known = names_find(vocabulary->names, text);
    if (known)
        return known;
    name own = names_intern(extra, text);
    return own ? vocabulary->names->count + own : 0;
}

static bool bad_value(struct diag *diag, const struct node *node, const char *what, const char *help)
{
    diag_add(diag, DIAG_BAD_VALUE, node->place, help, "`%t` is no %s", node->text, what);
    return false;
}

static bool read_enum(const struct vocabulary *vocabulary, uint32_t of, const struct node *node, struct arena *arena, name *out,
                      struct diag *diag)
{
    const struct enumeration *enumeration = &vocabulary->enumerations[of];
    *out = names_find(vocabulary->names, node->text);
    if (*out && enumeration_has(enumeration, *out))
        return true;
    struct text *known = arena_array(arena, enumeration->count, sizeof *known);
    for (uint32_t i = 0; known && i < enumeration->count; i++)
        known[i] = names_text(vocabulary->names, enumeration->values[i]);
    if (known)
        shape_unknown(diag, DIAG_BAD_VALUE, node->place, "value", node->text, known, enumeration->count);
    return false;
}

static bool read_date(const struct node *node, struct date_span *out, struct diag *diag)
{
    struct date_span first, last;
    struct text text = node->text;
    size_t dots = 0;
    if (date_parse(text, out))
        return true;
    while (dots + 1 < text.length && (text.data[dots] != '.' || text.data[dots + 1] != '.'))
        dots++;
    if (dots + 2 < text.length && date_parse((struct text){text.data, dots}, &first) &&
        date_parse((struct text){text.data + dots + 2, text.length - dots - 2}, &last)) {
        diag_add(diag, DIAG_BAD_DATES, node->place, "the earlier day stands first", "the last day lies before the first");
        return false;
    }
    return bad_value(diag, node, "date", "write `2018-05-01`, `2018-05`, `2018`, `2018-05-01..2018-06-15` or `never`");
}

static bool read_scalar(const struct vocabulary *vocabulary, struct type type, const struct node *node, struct arena *arena,
                        struct names *extra, union scalar *out, struct diag *diag)
{
    int64_t integer;
    if (!node_is_scalar(node)) {
        diag_add(diag, DIAG_WRONG_KIND, node->place, NULL, "%s stands where a single value is expected", node_kind_words(node->kind));
        return false;
    }
    if (node->plain && node->text.length == 0) {
        diag_add(diag, DIAG_BAD_VALUE, node->place, "leave the fact out when it is not known", "a value is missing");
        return false;
    }
    switch (type.kind) {
    case TYPE_BOOLEAN:
        return shape_boolean(node, &out->boolean, diag);
    case TYPE_INTEGER:
        if (!text_to_int64(node->text, &integer) || integer < -INTEGER_MOST || integer > INTEGER_MOST)
            return bad_value(diag, node, "whole number", "write digits only, at most 1000000000");
        out->integer.least = out->integer.most = (int32_t)integer;
        return true;
    case TYPE_DATE:
        return read_date(node, &out->date, diag);
    case TYPE_DURATION:
        return duration_parse(node->text, &out->duration) || bad_value(diag, node, "duration", "write `1 year 6 months`, or `45 days`");
    case TYPE_PENALTY:
        return penalty_parse(node->text, &out->duration) ||
               bad_value(diag, node, "penalty", "write a duration such as `20 years`, or life, death, fine, none");
    case TYPE_ENUM:
        return read_enum(vocabulary, type.of, node, arena, &out->name, diag);
    case TYPE_STATE:
        out->name = names_find(vocabulary->names, node->text);
        return vocabulary_state(vocabulary, out->name) ||
               bad_value(diag, node, "State", "write the ISO 3166-1 code in two capital letters, such as `KR`");
    case TYPE_TEXT:
        out->name = intern_text(vocabulary, extra, node->text);
        return out->name != 0 || node->text.length == 0;
    case TYPE_REF:
        break; /* only a record has items to refer to */
    }
    return bad_value(diag, node, "value that can stand here", NULL);
}

bool vocabulary_read_value(const struct vocabulary *vocabulary, struct type type, const struct node *node, struct arena *arena,
                           struct names *extra, struct value *out, struct diag *diag)
{
    *out = (struct value){.kind = (uint8_t)type.kind, .known = true, .set = type.set, .complete = true};
    if (!type.set)
        return read_scalar(vocabulary, type, node, arena, extra, &out->as.one, diag);
    bool list = node->kind == NODE_SEQUENCE;
    uint32_t count = list ? node->count : 1;
    union scalar *members = arena_array(arena, count, sizeof *members);
    if (!members)
        return false;
    bool good = true;
    for (uint32_t i = 0; i < count; i++)
        good &= read_scalar(vocabulary, type, list ? node->items[i] : node, arena, extra, &members[i], diag);
    out->as.members = members;
    out->count = count;
    return good;
}

/* ---- writing ---------------------------------------------------------------------------------------------------------- */

void type_write(const struct vocabulary *vocabulary, struct type type, struct buffer *buffer)
{
    buffer_format(buffer, "%s%s", type.set ? "set of " : "", type_words[type.kind]);
    if (type.kind == TYPE_ENUM)
        buffer_format(buffer, " %t", vocabulary->enumerations[type.of].id);
    else if (type.kind == TYPE_REF)
        buffer_format(buffer, " %t", vocabulary->entities[type.of].item_name);
}

static void write_penalty(struct buffer *buffer, struct duration penalty)
{
    switch (penalty.months) {
    case PENALTY_NONE:
        buffer_string(buffer, "none");
        break;
    case PENALTY_FINE:
        buffer_string(buffer, "fine");
        break;
    case PENALTY_LIFE:
        buffer_string(buffer, "life");
        break;
    case PENALTY_DEATH:
        buffer_string(buffer, "death");
        break;
    default:
        duration_write(buffer, penalty);
    }
}

static void write_name(const struct vocabulary *vocabulary, const struct names *extra, name id, struct buffer *buffer)
{
    if (extra && id > vocabulary->names->count)
        buffer_text(buffer, names_text(extra, id - vocabulary->names->count));
    else
        buffer_text(buffer, names_text(vocabulary->names, id));
}

static void write_scalar(const struct vocabulary *vocabulary, const struct names *extra, enum type_kind kind, union scalar scalar,
                         struct buffer *buffer)
{
    switch (kind) {
    case TYPE_BOOLEAN:
        buffer_string(buffer, scalar.boolean ? "true" : "false");
        break;
    case TYPE_INTEGER:
        buffer_integer(buffer, scalar.integer.least);
        if (scalar.integer.most != scalar.integer.least)
            buffer_format(buffer, "..%d", (int)scalar.integer.most);
        break;
    case TYPE_DATE:
        date_write(buffer, scalar.date);
        break;
    case TYPE_DURATION:
        duration_write(buffer, scalar.duration);
        break;
    case TYPE_PENALTY:
        write_penalty(buffer, scalar.duration);
        break;
    case TYPE_ENUM:
    case TYPE_STATE:
    case TYPE_TEXT:
        write_name(vocabulary, extra, scalar.name, buffer);
        break;
    case TYPE_REF:
        buffer_format(buffer, "#%u", scalar.item); /* a record knows the item's id: see record_value_write() */
        break;
    }
}

void value_write(const struct vocabulary *vocabulary, const struct names *extra, struct value value, struct buffer *buffer)
{
    if (!value.known) {
        buffer_string(buffer, "unknown");
    } else if (!value.set) {
        write_scalar(vocabulary, extra, (enum type_kind)value.kind, value.as.one, buffer);
    } else {
        buffer_char(buffer, '[');
        for (uint32_t i = 0; i < value.count; i++) {
            if (i)
                buffer_string(buffer, ", ");
            write_scalar(vocabulary, extra, (enum type_kind)value.kind, value.as.members[i], buffer);
        }
        if (!value.complete)
            buffer_string(buffer, value.count ? ", …" : "…");
        buffer_char(buffer, ']');
    }
}
