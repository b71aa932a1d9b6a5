/* The part of a record's schema that the vocabulary makes: every entity with its facts, each with its question, help and presumption. */
#include "report/schema.h"

#include "model/record.h"
#include "report/say.h"

enum { GROUP_DEPTH = 4 };

static void open_key(struct schema *schema, const char *key, char bracket)
{
    json_key(&schema->json, key);
    json_open(&schema->json, bracket);
}

/* ---- types ------------------------------------------------------------------------------------------------------------ */

static void write_type_name(struct schema *schema, struct type type, struct buffer *buffer)
{
    struct buffer words;
    buffer_init(&words, schema->rules->memory);
    type_write(&schema->rules->vocabulary, type, &words);
    buffer->failed = buffer->failed || words.failed;
    struct text text = buffer_view(&words);
    for (size_t i = 0; i < text.length; i++)
        buffer_char(buffer, text.data[i] == ' ' ? '-' : text.data[i]);
    buffer_free(&words);
}

/* The name of the definition of a type, after `prefix`. */
static struct text type_name(struct schema *schema, const char *prefix, struct type type)
{
    struct buffer *buffer = schema_scratch(schema);
    buffer_string(buffer, prefix);
    write_type_name(schema, type, buffer);
    return schema_take(schema);
}

static void refer_to_type(struct schema *schema, const char *prefix, struct type type)
{
    json_open(&schema->json, '{');
    json_key(&schema->json, "$ref");
    json_text(&schema->json, type_name(schema, prefix, type));
    json_close(&schema->json, '}');
}

static void put_constant(struct schema *schema, const char *word)
{
    json_open(&schema->json, '{');
    schema_key_string(schema, "const", word);
    json_close(&schema->json, '}');
}

void schema_fact_value(struct schema *schema)
{
    json_open(&schema->json, '{');
    open_key(schema, "anyOf", '[');
    refer_to_type(schema, "#/$defs/", schema->type);
    put_constant(schema, "unknown");
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

/* Only a set can be incomplete. */
void schema_complete(struct schema *schema)
{
    if (schema->type.set)
        schema_ref(schema, "boolean");
    else
        json_boolean(&schema->json, false);
}

static void put_whole_numbers(struct schema *schema, int64_t least, int64_t most)
{
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "integer");
    json_key(&schema->json, "minimum");
    json_integer(&schema->json, least);
    json_key(&schema->json, "maximum");
    json_integer(&schema->json, most);
    json_close(&schema->json, '}');
}

static void put_pattern(struct schema *schema, const char *pattern)
{
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "string");
    schema_pattern(schema, text_of(pattern));
    json_close(&schema->json, '}');
}

/* A year by itself is a number to YAML. */
static void put_dates(struct schema *schema)
{
    open_key(schema, "anyOf", '[');
    put_pattern(schema, DATE_PATTERN);
    put_whole_numbers(schema, 1000, 9999);
    json_close(&schema->json, ']');
}

static void put_integers(struct schema *schema)
{
    open_key(schema, "anyOf", '[');
    put_whole_numbers(schema, -INTEGER_MOST, INTEGER_MOST);
    put_pattern(schema, "-?[0-9]+");
    json_close(&schema->json, ']');
}

static void put_penalties(struct schema *schema)
{
    open_key(schema, "anyOf", '[');
    schema_ref(schema, "duration");
    json_open(&schema->json, '{');
    open_key(schema, "enum", '[');
    for (unsigned i = 0; i < PENALTY_WORD_COUNT; i++)
        json_string(&schema->json, penalty_word(i));
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
    json_close(&schema->json, ']');
}

static void put_texts(struct schema *schema)
{
    static const char *const types[] = {"string", "number", "boolean"};
    open_key(schema, "type", '[');
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        json_string(&schema->json, types[i]);
    json_close(&schema->json, ']');
}

static void put_reference(struct schema *schema, const char *definition)
{
    json_key(&schema->json, "$ref");
    json_string(&schema->json, definition);
}

/* The members of the object that describes one value. */
static void put_scalar_type(struct schema *schema, struct type type)
{
    switch (type.kind) {
    case TYPE_DATE:
        put_dates(schema);
        break;
    case TYPE_INTEGER:
        put_integers(schema);
        break;
    case TYPE_PENALTY:
        put_penalties(schema);
        break;
    case TYPE_TEXT:
        put_texts(schema);
        break;
    case TYPE_REF:
        put_reference(schema, "#/$defs/id");
        break;
    case TYPE_BOOLEAN:
    case TYPE_DURATION:
    case TYPE_STATE:
    case TYPE_ENUM: /* defined for all files */
        break;
    }
}

/* A list, or a member by itself. */
static void put_set_type(struct schema *schema, struct type type)
{
    struct type member = type;
    member.set = false;
    open_key(schema, "anyOf", '[');
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "array");
    json_key(&schema->json, "items");
    refer_to_type(schema, "#/$defs/", member);
    json_close(&schema->json, '}');
    refer_to_type(schema, "#/$defs/", member);
    json_close(&schema->json, ']');
}

/* ---- definitions of types --------------------------------------------------------------------------------------------- */

static bool is_basic(struct type type)
{
    return type.kind == TYPE_BOOLEAN || type.kind == TYPE_DURATION || type.kind == TYPE_STATE || type.kind == TYPE_ENUM;
}

static void define_type(struct schema *schema, struct type type)
{
    json_key_text(&schema->json, type_name(schema, "", type));
    json_open(&schema->json, '{');
    if (type.set)
        put_set_type(schema, type);
    else
        put_scalar_type(schema, type);
    json_close(&schema->json, '}');
}

/* What may stand for a fact of the type: a value, `unknown`, or a mapping with where it is from or what is disputed. */
static void define_fact_type(struct schema *schema, struct type type)
{
    schema->type = type;
    json_key_text(&schema->json, type_name(schema, "fact-", type));
    json_open(&schema->json, '{');
    open_key(schema, "anyOf", '[');
    refer_to_type(schema, "#/$defs/", type);
    put_constant(schema, "unknown");
    json_open(&schema->json, '{');
    schema_begin_shape(schema, &provenance_shape);
    schema_end_shape(schema, &provenance_shape, true);
    json_close(&schema->json, '}');
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

static bool same_type(struct type a, struct type b)
{
    return a.kind == b.kind && a.set == b.set && a.of == b.of;
}

/* Whether a fact before this one, in the order of the vocabulary, has the type; with `scalar` also a set of it. */
static bool seen_before(const struct vocabulary *vocabulary, uint32_t entity, uint32_t fact, struct type type, bool scalar)
{
    for (uint32_t i = 0; i <= entity; i++)
        for (uint32_t j = 0; j < (i < entity ? vocabulary->entities[i].fact_count : fact); j++) {
            struct type other = vocabulary->entities[i].facts[j].type;
            other.set = other.set && !scalar;
            if (same_type(other, type))
                return true;
        }
    return false;
}

static void define_types(struct schema *schema)
{
    const struct vocabulary *vocabulary = &schema->rules->vocabulary;
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        for (uint32_t j = 0; j < vocabulary->entities[i].fact_count; j++) {
            struct type type = vocabulary->entities[i].facts[j].type;
            struct type scalar = type;
            scalar.set = false;
            if (!is_basic(scalar) && !seen_before(vocabulary, i, j, scalar, true))
                define_type(schema, scalar);
            if (seen_before(vocabulary, i, j, type, false))
                continue;
            if (type.set)
                define_type(schema, type);
            define_fact_type(schema, type);
        }
}

/* ---- facts ------------------------------------------------------------------------------------------------------------ */

static void add_line(struct buffer *buffer, const struct language *language, enum message message, struct text text)
{
    if (text.length == 0)
        return;
    if (buffer_view(buffer).length > 0)
        buffer_string(buffer, "\n\n");
    say_into(buffer, language, message, say_of_rules(language, text, NULL));
}

static void add_text(struct buffer *buffer, const struct language *language, struct text text)
{
    if (text.length == 0)
        return;
    if (buffer_view(buffer).length > 0)
        buffer_string(buffer, "\n\n");
    buffer_text(buffer, say_of_rules(language, text, NULL));
}

static void put_description(struct schema *schema, struct text label, struct text question, struct text help)
{
    struct buffer *buffer = schema_scratch(schema);
    add_text(buffer, schema->rules->language, label);
    add_text(buffer, schema->rules->language, question);
    add_text(buffer, schema->rules->language, help);
    json_key(&schema->json, "description");
    json_text(&schema->json, schema_take(schema));
}

static void put_fact_description(struct schema *schema, const struct fact *fact)
{
    const struct language *language = schema->rules->language;
    struct buffer *buffer = schema_scratch(schema);
    add_text(buffer, language, fact->question);
    add_text(buffer, language, fact->help);
    add_line(buffer, language, MESSAGE_EVALUATION_MADE_BY, fact->test_by);
    add_line(buffer, language, MESSAGE_STANDARD, fact->test_standard);
    add_line(buffer, language, MESSAGE_LOOKS_AT, fact->test_looks_at);
    add_line(buffer, language, MESSAGE_HELD_BY, fact->held_by);
    json_key(&schema->json, "description");
    json_text(&schema->json, schema_take(schema));
}

static void put_default_scalar(struct schema *schema, enum type_kind kind, union scalar scalar)
{
    if (kind == TYPE_BOOLEAN) {
        json_boolean(&schema->json, scalar.boolean);
        return;
    }
    if (kind == TYPE_INTEGER) {
        json_integer(&schema->json, scalar.integer.least);
        return;
    }
    value_write(&schema->rules->vocabulary, NULL, value_scalar(kind, scalar), schema_scratch(schema));
    json_text(&schema->json, schema_take(schema));
}

static void put_presumption(struct schema *schema, struct value value)
{
    json_key(&schema->json, "default");
    if (!value.set) {
        put_default_scalar(schema, (enum type_kind)value.kind, value.as.one);
        return;
    }
    json_open(&schema->json, '[');
    for (uint32_t i = 0; i < value.count; i++)
        put_default_scalar(schema, (enum type_kind)value.kind, value.as.members[i]);
    json_close(&schema->json, ']');
}

static void put_fact(struct schema *schema, const struct fact *fact)
{
    json_open(&schema->json, '{');
    json_key(&schema->json, "$ref");
    json_text(&schema->json, type_name(schema, "#/$defs/fact-", fact->type));
    put_fact_description(schema, fact);
    if (fact->presumed)
        put_presumption(schema, fact->presumption);
    json_close(&schema->json, '}');
}

static bool begins_with(struct text text, struct text prefix)
{
    return text.length >= prefix.length && text_equal((struct text){text.data, prefix.length}, prefix);
}

/* The first `length` bytes of a fact's name, up to and with a dot, are those of an earlier fact. */
static bool group_was_put(const struct entity *entity, uint32_t fact, size_t length)
{
    struct text prefix = {entity->facts[fact].name.data, length};
    for (uint32_t i = 0; i < fact; i++)
        if (begins_with(entity->facts[i].name, prefix))
            return true;
    return false;
}

/* The facts whose names begin with `prefix`, nested at its dots. */
static void put_facts(struct schema *schema, const struct entity *entity, struct text prefix, unsigned depth)
{
    for (uint32_t i = 0; i < entity->fact_count; i++) {
        struct text full = entity->facts[i].name;
        if (!begins_with(full, prefix))
            continue;
        size_t end = prefix.length;
        while (end < full.length && full.data[end] != '.')
            end++;
        bool group = end < full.length;
        if (group && (depth == GROUP_DEPTH || group_was_put(entity, i, end + 1)))
            continue;
        json_key_text(&schema->json, (struct text){full.data + prefix.length, end - prefix.length});
        if (!group) {
            put_fact(schema, &entity->facts[i]);
            continue;
        }
        json_open(&schema->json, '{');
        schema_key_string(schema, "type", "object");
        open_key(schema, "properties", '{');
        put_facts(schema, entity, (struct text){full.data, end + 1}, depth + 1);
        json_close(&schema->json, '}');
        json_key(&schema->json, "additionalProperties");
        json_boolean(&schema->json, false);
        json_close(&schema->json, '}');
    }
}

/* ---- entities --------------------------------------------------------------------------------------------------------- */

/* The members of the object that describes one item, or the one item of a single entity. */
static void put_item(struct schema *schema, const struct entity *entity)
{
    schema_key_string(schema, "type", "object");
    open_key(schema, "properties", '{');
    if (!entity->single) {
        json_key(&schema->json, "id");
        schema_ref(schema, "id");
    }
    put_facts(schema, entity, (struct text){"", 0}, 0);
    json_close(&schema->json, '}');
    if (!entity->single) {
        open_key(schema, "required", '[');
        json_string(&schema->json, "id");
        json_close(&schema->json, ']');
    }
    json_key(&schema->json, "additionalProperties");
    json_boolean(&schema->json, false);
}

void schema_list_item(struct schema *schema)
{
    buffer_format(schema_scratch(schema), "#/$defs/item-%t", schema->entity->item_name);
    json_open(&schema->json, '{');
    json_key(&schema->json, "$ref");
    json_text(&schema->json, schema_take(schema));
    json_close(&schema->json, '}');
}

static void put_list(struct schema *schema, const struct entity *entity)
{
    schema->entity = entity;
    open_key(schema, "anyOf", '[');
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "array");
    json_key(&schema->json, "maxItems");
    json_integer(&schema->json, (int64_t)schema->rules->limits.value[LIMIT_ITEMS]);
    json_key(&schema->json, "items");
    schema_list_item(schema);
    json_close(&schema->json, '}');
    json_open(&schema->json, '{');
    schema_begin_shape(schema, &list_shape);
    schema_end_shape(schema, &list_shape, true);
    json_close(&schema->json, '}');
    json_close(&schema->json, ']');
}

static void put_entity(struct schema *schema, const struct entity *entity)
{
    json_key_text(&schema->json, entity->list_name);
    json_open(&schema->json, '{');
    put_description(schema, entity->label, entity->question, entity->help);
    if (entity->single) {
        json_key(&schema->json, "$ref");
        buffer_format(schema_scratch(schema), "#/$defs/item-%t", entity->item_name);
        json_text(&schema->json, schema_take(schema));
    } else {
        put_list(schema, entity);
    }
    json_close(&schema->json, '}');
}

void schema_record(struct schema *schema, bool part)
{
    const struct vocabulary *vocabulary = &schema->rules->vocabulary;
    schema_begin_shape(schema, &record_shape);
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        put_entity(schema, &vocabulary->entities[i]);
    schema_end_shape(schema, &record_shape, false);
    if (part)
        return;
    open_key(schema, "required", '[');
    json_string(&schema->json, "format"); /* of a document; the base of a case file has none */
    for (size_t i = 0; i < record_shape.count; i++)
        if (record_shape.keys[i].required)
            json_string(&schema->json, record_shape.keys[i].name);
    json_close(&schema->json, ']');
}

/* ---- what is expected ------------------------------------------------------------------------------------------------- */

static void put_expected_one(struct schema *schema)
{
    schema_value(schema, &expected_result);
    json_open(&schema->json, '{');
    schema_begin_shape(schema, &expectation_shape);
    schema_end_shape(schema, &expectation_shape, true);
    json_close(&schema->json, '}');
}

/* A result or details, or these for each offence. */
void schema_expected(struct schema *schema)
{
    json_open(&schema->json, '{');
    open_key(schema, "anyOf", '[');
    put_expected_one(schema);
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "object");
    json_key(&schema->json, "additionalProperties");
    json_open(&schema->json, '{');
    open_key(schema, "anyOf", '[');
    put_expected_one(schema);
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
    json_close(&schema->json, '}');
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

void schema_record_definitions(struct schema *schema)
{
    const struct vocabulary *vocabulary = &schema->rules->vocabulary;
    define_types(schema);
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        buffer_format(schema_scratch(schema), "item-%t", vocabulary->entities[i].item_name);
        json_key_text(&schema->json, schema_take(schema));
        json_open(&schema->json, '{');
        put_item(schema, &vocabulary->entities[i]);
        json_close(&schema->json, '}');
    }
}
