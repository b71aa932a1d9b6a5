#include "report/schema.h"

#include "model/cases.h"
#include "model/record.h"
#include "model/vocabulary_keys.h"
#include "report/formats.h"
#include "report/say.h"
#include "rules/rulebook_keys.h"

struct buffer *schema_scratch(struct schema *schema)
{
    buffer_clear(&schema->scratch);
    return &schema->scratch;
}

struct text schema_take(struct schema *schema)
{
    if (schema->scratch.failed)
        schema->json.writer->out.failed = true;
    return buffer_view(&schema->scratch);
}

void schema_key_string(struct schema *schema, const char *key, const char *string)
{
    json_key(&schema->json, key);
    json_string(&schema->json, string);
}

static void key_open(struct schema *schema, const char *key, char bracket)
{
    json_key(&schema->json, key);
    json_open(&schema->json, bracket);
}

void schema_ref(struct schema *schema, const char *name_of_definition)
{
    json_open(&schema->json, '{');
    buffer_format(schema_scratch(schema), "#/$defs/%s", name_of_definition);
    json_key(&schema->json, "$ref");
    json_text(&schema->json, schema_take(schema));
    json_close(&schema->json, '}');
}

void schema_pattern(struct schema *schema, struct text pattern)
{
    struct buffer whole;
    buffer_init(&whole, schema->rules->memory);
    buffer_format(&whole, "^(%t)$", pattern);
    if (whole.failed)
        schema->json.writer->out.failed = true;
    json_key(&schema->json, "pattern");
    json_text(&schema->json, buffer_view(&whole));
    buffer_free(&whole);
}

/* ---- values ----------------------------------------------------------------------------------------------------------- */

static const char *definition_of(enum value_kind kind)
{
    switch (kind) {
    case VALUE_ID:
        return "id";
    case VALUE_NAME:
        return "name";
    case VALUE_DAY:
        return "day";
    case VALUE_DURATION:
        return "duration";
    case VALUE_BOOLEAN:
        return "boolean";
    case VALUE_EXPRESSION:
        return "expression";
    case VALUE_CONDITION:
        return "condition";
    case VALUE_STATE:
        return "state";
    case VALUE_GROUND:
        return "enum-ground";
    case VALUE_ITEM:
        return "kind-of-item";
    case VALUE_BINDING:
        return "binding";
    case VALUE_RECORD:
        return "part-of-a-record";
    case VALUE_EXPECTED:
        return "expected";
    case VALUE_NUMBER:
        return "number";
    case VALUE_COUNTS:
        return "counts";
    case VALUE_LIMB:
        return "limb";
    case VALUE_ANY:
        return "any";
    case VALUE_TYPE:
        return "type";
    case VALUE_CODE:
        return "code";
    case VALUE_TEXT:
    case VALUE_WORD:
    case VALUE_MAPPING:
    case VALUE_FACT:
    case VALUE_COMPLETE:
    case VALUE_LIST_ITEM:
    case VALUE_NESTED:
        break;
    }
    return "words";
}

/* A word that YAML takes for something else is listed as that too. */
static void put_word(struct schema *schema, const char *word)
{
    bool yes = text_is(text_of(word), "true");
    if (yes || text_is(text_of(word), "false"))
        json_boolean(&schema->json, yes);
    json_string(&schema->json, word);
}

static void put_words(struct schema *schema, const struct shape_value *value)
{
    json_open(&schema->json, '{');
    key_open(schema, "enum", '[');
    for (size_t i = 0; i < value->word_count; i++)
        put_word(schema, value->words[i]);
    for (unsigned i = 0; value->word != NULL && value->word(i) != NULL; i++)
        json_string(&schema->json, value->word(i));
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

static void put_shape(struct schema *schema, const struct shape *shape)
{
    json_open(&schema->json, '{');
    schema_begin_shape(schema, shape);
    schema_end_shape(schema, shape, true);
    json_close(&schema->json, '}');
}

static void put_single(struct schema *schema, const struct shape_value *value)
{
    switch (value == NULL ? VALUE_TEXT : value->kind) {
    case VALUE_WORD:
        put_words(schema, value);
        return;
    case VALUE_MAPPING:
        put_shape(schema, value->shape);
        return;
    case VALUE_FACT:
        schema_fact_value(schema);
        return;
    case VALUE_COMPLETE:
        schema_complete(schema);
        return;
    case VALUE_LIST_ITEM:
        schema_list_item(schema);
        return;
    case VALUE_EXPECTED:
        schema_expected(schema);
        return;
    case VALUE_NESTED:
        schema_value(schema, value->nested);
        return;
    case VALUE_TEXT:
    case VALUE_ID:
    case VALUE_NAME:
    case VALUE_DAY:
    case VALUE_DURATION:
    case VALUE_BOOLEAN:
    case VALUE_EXPRESSION:
    case VALUE_CONDITION:
    case VALUE_STATE:
    case VALUE_GROUND:
    case VALUE_ITEM:
    case VALUE_BINDING:
    case VALUE_RECORD:
    case VALUE_NUMBER:
    case VALUE_COUNTS:
    case VALUE_LIMB:
    case VALUE_ANY:
    case VALUE_TYPE:
    case VALUE_CODE:
        schema_ref(schema, definition_of(value == NULL ? VALUE_TEXT : value->kind));
        return;
    }
}

static void key_one(struct schema *schema, const char *key)
{
    json_key(&schema->json, key);
    json_integer(&schema->json, 1);
}

static void put_listed(struct schema *schema, const struct shape_value *value)
{
    if (value == NULL || !value->listed) {
        put_single(schema, value);
        return;
    }
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "array");
    json_key(&schema->json, "items");
    put_single(schema, value);
    json_close(&schema->json, '}');
}

static void put_or_null(struct schema *schema, const struct shape_value *value)
{
    if (value == NULL || !value->nullable) {
        put_listed(schema, value);
        return;
    }
    json_open(&schema->json, '{');
    key_open(schema, "anyOf", '[');
    put_listed(schema, value);
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "null");
    json_close(&schema->json, '}');
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

void schema_value(struct schema *schema, const struct shape_value *value)
{
    if (value == NULL || !value->by_name) {
        put_or_null(schema, value);
        return;
    }
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "object");
    if (value->keys != VALUE_TEXT) {
        json_key(&schema->json, "propertyNames");
        schema_ref(schema, definition_of(value->keys));
    }
    if (value->at_least_one)
        key_one(schema, "minProperties");
    json_key(&schema->json, "additionalProperties");
    put_single(schema, value);
    json_close(&schema->json, '}');
}

static void put_key(struct schema *schema, const struct shape_key *key)
{
    json_key(&schema->json, key->name);
    if (key->kind != SHAPE_SEQUENCE) {
        schema_value(schema, key->value);
        return;
    }
    json_open(&schema->json, '{');
    schema_key_string(schema, "type", "array");
    if (key->value != NULL && key->value->at_least_one)
        key_one(schema, "minItems");
    json_key(&schema->json, "items");
    schema_value(schema, key->value);
    json_close(&schema->json, '}');
}

void schema_begin_shape(struct schema *schema, const struct shape *shape)
{
    schema_key_string(schema, "type", "object");
    key_open(schema, "properties", '{');
    for (size_t i = 0; i < shape->count; i++)
        put_key(schema, &shape->keys[i]);
}

/* Exactly one of the first keys stands there. */
static void put_choices(struct schema *schema, const struct shape *shape)
{
    key_open(schema, "oneOf", '[');
    for (size_t i = 0; i < shape->choices; i++) {
        json_open(&schema->json, '{');
        key_open(schema, "required", '[');
        json_string(&schema->json, shape->keys[i].name);
        json_close(&schema->json, ']');
        json_close(&schema->json, '}');
    }
    json_close(&schema->json, ']');
}

static void put_needs(struct schema *schema, const struct shape *shape)
{
    key_open(schema, "dependentRequired", '{');
    for (size_t i = 0; i < shape->need_count; i++) {
        key_open(schema, shape->needs[i].key, '[');
        json_string(&schema->json, shape->needs[i].needs);
        json_close(&schema->json, ']');
    }
    json_close(&schema->json, '}');
}

void schema_end_shape(struct schema *schema, const struct shape *shape, bool with_required)
{
    json_close(&schema->json, '}');
    if (with_required) {
        key_open(schema, "required", '[');
        for (size_t i = 0; i < shape->count; i++)
            if (shape->keys[i].required)
                json_string(&schema->json, shape->keys[i].name);
        json_close(&schema->json, ']');
    }
    if (shape->choices > 0)
        put_choices(schema, shape);
    if (shape->need_count > 0)
        put_needs(schema, shape);
    json_key(&schema->json, "additionalProperties");
    json_boolean(&schema->json, false);
}

/* ---- definitions ------------------------------------------------------------------------------------------------------ */

static void open_definition(struct schema *schema, const char *definition)
{
    key_open(schema, definition, '{');
}

static void define_pattern(struct schema *schema, const char *definition, const char *pattern)
{
    open_definition(schema, definition);
    schema_key_string(schema, "type", "string");
    schema_pattern(schema, text_of(pattern));
    json_close(&schema->json, '}');
}

/* YAML and JSON have scalars of several kinds; the vocabulary alone says what a scalar is. */
static void define_scalar(struct schema *schema, const char *definition, bool may_be_empty)
{
    static const char *const types[] = {"string", "number", "boolean", "null"};
    open_definition(schema, definition);
    key_open(schema, "type", '[');
    for (size_t i = 0; i < (may_be_empty ? 4 : 3); i++)
        json_string(&schema->json, types[i]);
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

static void define_boolean(struct schema *schema)
{
    open_definition(schema, "boolean");
    key_open(schema, "enum", '[');
    for (size_t i = 0; i < sizeof boolean_words / sizeof boolean_words[0]; i++)
        put_word(schema, boolean_words[i]);
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

static void define_states(struct schema *schema)
{
    const struct vocabulary *vocabulary = &schema->rules->vocabulary;
    open_definition(schema, "state");
    key_open(schema, "enum", '[');
    for (uint32_t i = 0; i < vocabulary->state_count; i++)
        json_text(&schema->json, names_text(vocabulary->names, vocabulary->states[i].code));
    json_close(&schema->json, ']');
    key_open(schema, "enumDescriptions", '[');
    for (uint32_t i = 0; i < vocabulary->state_count; i++)
        json_text(&schema->json, say_of_rules(schema->rules->language, vocabulary->states[i].title, NULL));
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

static void define_enumeration(struct schema *schema, const struct enumeration *enumeration)
{
    buffer_format(schema_scratch(schema), "enum-%t", enumeration->id);
    json_key_text(&schema->json, schema_take(schema));
    json_open(&schema->json, '{');
    key_open(schema, "enum", '[');
    for (uint32_t i = 0; i < enumeration->count; i++)
        json_text(&schema->json, names_text(schema->rules->vocabulary.names, enumeration->values[i]));
    json_close(&schema->json, ']');
    key_open(schema, "enumDescriptions", '[');
    for (uint32_t i = 0; i < enumeration->count; i++)
        json_text(&schema->json, say_of_rules(schema->rules->language, enumeration->helps[i], NULL));
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

static void define_kinds_of_item(struct schema *schema)
{
    const struct vocabulary *vocabulary = &schema->rules->vocabulary;
    const char *before = "(";
    open_definition(schema, "binding");
    schema_key_string(schema, "type", "string");
    schema_scratch(schema);
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        if (vocabulary->entities[i].single)
            continue;
        buffer_format(&schema->scratch, "%s%t", before, vocabulary->entities[i].item_name);
        before = "|";
    }
    buffer_string(&schema->scratch, ")( +as +.+)?");
    schema_pattern(schema, schema_take(schema));
    json_close(&schema->json, '}');
    open_definition(schema, "kind-of-item");
    key_open(schema, "enum", '[');
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        if (!vocabulary->entities[i].single)
            json_text(&schema->json, vocabulary->entities[i].item_name);
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

/* An expression by itself, or a mapping. */
static void define_condition(struct schema *schema)
{
    open_definition(schema, "condition");
    key_open(schema, "anyOf", '[');
    schema_ref(schema, "expression");
    put_shape(schema, &condition_shape);
    json_close(&schema->json, ']');
    json_close(&schema->json, '}');
}

void schema_basic_definitions(struct schema *schema)
{
    const struct vocabulary *vocabulary = &schema->rules->vocabulary;
    define_scalar(schema, "words", true);
    define_pattern(schema, "id", SHAPE_ID_PATTERN);
    define_pattern(schema, "day", DATE_DAY_PATTERN);
    define_boolean(schema);
    open_definition(schema, "duration");
    schema_key_string(schema, "type", "string");
    duration_pattern(schema_scratch(schema));
    schema_pattern(schema, schema_take(schema));
    json_close(&schema->json, '}');
    define_states(schema);
    for (uint32_t i = 0; i < vocabulary->enumeration_count; i++)
        define_enumeration(schema, &vocabulary->enumerations[i]);
}

static void rulebook_definitions(struct schema *schema)
{
    open_definition(schema, "name");
    schema_key_string(schema, "type", "string");
    schema_pattern(schema, text_of(RULEBOOK_NAME_PATTERN));
    json_key(&schema->json, "not");
    put_words(schema, &taken_names);
    json_close(&schema->json, '}');
    define_scalar(schema, "expression", false);
    define_kinds_of_item(schema);
    define_condition(schema);
}

/* ---- files ------------------------------------------------------------------------------------------------------------ */

static void put_file(struct schema *schema, const char *format)
{
    json_open(&schema->json, '{');
    schema_key_string(schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
    schema_key_string(schema, "title", format);
}

static void put_record_file(struct schema *schema)
{
    put_file(schema, RECORD_FORMAT);
    schema_record(schema, false);
    key_open(schema, "$defs", '{');
    schema_basic_definitions(schema);
    schema_record_definitions(schema);
}

static void put_shape_file(struct schema *schema, const char *format, const struct shape *shape)
{
    put_file(schema, format);
    schema_begin_shape(schema, shape);
    schema_end_shape(schema, shape, true);
    key_open(schema, "$defs", '{');
    schema_basic_definitions(schema);
}

static void put_cases_file(struct schema *schema)
{
    put_shape_file(schema, CASES_FORMAT, &cases_shape);
    schema_record_definitions(schema);
    key_open(schema, "part-of-a-record", '{');
    schema_record(schema, true);
    json_close(&schema->json, '}');
}

static void put_rulebook_file(struct schema *schema)
{
    put_shape_file(schema, RULEBOOK_FORMAT, &rulebook_shape);
    rulebook_definitions(schema);
}

/* What programs read has the types of JSON. */
static void define_type(struct schema *schema, const char *definition, const char *type)
{
    open_definition(schema, definition);
    schema_key_string(schema, "type", type);
    json_close(&schema->json, '}');
}

static void define_any(struct schema *schema)
{
    open_definition(schema, "any");
    json_close(&schema->json, '}');
}

static void define_counts(struct schema *schema)
{
    open_definition(schema, "counts");
    schema_key_string(schema, "type", "object");
    json_key(&schema->json, "additionalProperties");
    schema_ref(schema, "number");
    json_close(&schema->json, '}');
}

/* Definitions that a page refers to beside those that every page has. */
enum page_needs { NEEDS_GROUNDS = 1, NEEDS_STATES = 2, NEEDS_PROOFS = 4, NEEDS_CONDITIONS = 8, NEEDS_COUNTS = 16 };

static void put_page(struct schema *schema, const char *format, const struct shape *shape, unsigned needs)
{
    put_file(schema, format);
    schema_begin_shape(schema, shape);
    schema_end_shape(schema, shape, true);
    key_open(schema, "$defs", '{');
    define_type(schema, "words", "string");
    define_type(schema, "boolean", "boolean");
    define_type(schema, "number", "integer");
    define_pattern(schema, "day", DATE_DAY_PATTERN);
    if (needs & NEEDS_GROUNDS)
        define_enumeration(schema, &schema->rules->vocabulary.enumerations[0]);
    if (needs & NEEDS_STATES)
        define_states(schema);
    if (needs & NEEDS_PROOFS)
        schema_limb_definition(schema);
    if (needs & NEEDS_CONDITIONS)
        schema_condition_definition(schema);
    if (needs & NEEDS_COUNTS) {
        define_counts(schema);
        define_any(schema);
    }
}

static void put_translation_file(struct schema *schema)
{
    put_file(schema, TRANSLATION_FORMAT);
    schema_translation(schema);
    key_open(schema, "$defs", '{');
    define_scalar(schema, "words", false);
    define_pattern(schema, "id", SHAPE_ID_PATTERN);
}

/* The files of the vocabulary say what the loaded one does not know yet: a schema of them is the same for every set of rules. */
static void put_dictionary_file(struct schema *schema, const char *format, const struct shape *shape)
{
    put_file(schema, format);
    schema_begin_shape(schema, shape);
    schema_end_shape(schema, shape, true);
    key_open(schema, "$defs", '{');
    define_scalar(schema, "words", false);
    define_pattern(schema, "id", SHAPE_ID_PATTERN);
    define_pattern(schema, "code", STATE_CODE_PATTERN);
    define_pattern(schema, "type", TYPE_PATTERN);
    define_any(schema);
}

/* ---- all of them ------------------------------------------------------------------------------------------------------ */

struct schema_kind {
    const char *word;
    void (*put)(struct schema *schema); /* NULL: a page, or with `file` a file of the vocabulary */
    const char *format;
    const struct shape *shape;
    unsigned needs;
    bool file;
};

static const struct schema_kind kinds[] = {
    [EXD_SCHEMA_RECORD] = {.word = "record", .put = put_record_file},
    [EXD_SCHEMA_CASES] = {.word = "cases", .put = put_cases_file},
    [EXD_SCHEMA_RULEBOOK] = {.word = "rulebook", .put = put_rulebook_file},
    [EXD_SCHEMA_REPORT] = {.word = "report",
                           .format = REPORT_FORMAT,
                           .shape = &report_shape,
                           .needs = NEEDS_GROUNDS | NEEDS_PROOFS | NEEDS_COUNTS},
    [EXD_SCHEMA_TRANSLATION] = {.word = "translation", .put = put_translation_file},
    [EXD_SCHEMA_QUESTIONS] = {.word = "questions", .format = QUESTIONS_FORMAT, .shape = &questions_shape},
    [EXD_SCHEMA_CHECKLIST] = {.word = "checklist", .format = CHECKLIST_FORMAT, .shape = &checklist_page_shape},
    [EXD_SCHEMA_WAYS] = {.word = "ways", .format = WAYS_FORMAT, .shape = &ways_shape},
    [EXD_SCHEMA_CHANGES] = {.word = "changes", .format = CHANGES_FORMAT, .shape = &changes_shape},
    [EXD_SCHEMA_FACTS] = {.word = "facts", .format = FACTS_FORMAT, .shape = &facts_shape},
    [EXD_SCHEMA_RULE] = {.word = "rule",
                         .format = RULE_FORMAT,
                         .shape = &rule_page_shape,
                         .needs = NEEDS_GROUNDS | NEEDS_STATES | NEEDS_CONDITIONS},
    [EXD_SCHEMA_INSTRUMENT] = {.word = "instrument",
                               .format = INSTRUMENT_FORMAT,
                               .shape = &instrument_page_shape,
                               .needs = NEEDS_GROUNDS | NEEDS_STATES | NEEDS_CONDITIONS},
    [EXD_SCHEMA_TREATIES] = {.word = "treaties", .format = TREATIES_FORMAT, .shape = &treaties_shape, .needs = NEEDS_STATES | NEEDS_PROOFS},
    [EXD_SCHEMA_LIBRARY] = {.word = "library", .format = LIBRARY_FORMAT, .shape = &library_shape, .needs = NEEDS_STATES},
    [EXD_SCHEMA_LINT] = {.word = "lint", .format = LINT_FORMAT, .shape = &lint_shape},
    [EXD_SCHEMA_VOCABULARY] = {.word = "vocabulary", .format = VOCABULARY_FORMAT, .shape = &vocabulary_shape, .file = true},
    [EXD_SCHEMA_GROUNDS] = {.word = "grounds", .format = GROUNDS_FORMAT, .shape = &grounds_shape, .file = true},
    [EXD_SCHEMA_STATES] = {.word = "states", .format = STATES_FORMAT, .shape = &states_shape, .file = true},
};
enum { SCHEMA_COUNT = sizeof kinds / sizeof kinds[0] };

EXD_API const char *exd_schema_name(exd_schema schema)
{
    return (unsigned)schema < SCHEMA_COUNT ? kinds[schema].word : "";
}

EXD_API exd_status exd_rules_schema(const exd_rules *rules, exd_schema which, bool indent, exd_sink sink, void *user)
{
    struct writer writer;
    if (rules == NULL || sink == NULL || (unsigned)which >= SCHEMA_COUNT)
        return EXD_ERROR_ARGUMENT;
    const struct schema_kind *kind = &kinds[which];
    writer_init(&writer, rules->memory, sink, user);
    struct schema schema = {.rules = rules, .json = {.writer = &writer, .indent = indent}};
    buffer_init(&schema.scratch, rules->memory);
    if (kind->put != NULL)
        kind->put(&schema);
    else if (kind->file)
        put_dictionary_file(&schema, kind->format, kind->shape);
    else
        put_page(&schema, kind->format, kind->shape, kind->needs);
    json_close(&schema.json, '}');
    json_close(&schema.json, '}');
    writer_raw_string(&writer, "\n");
    buffer_free(&schema.scratch);
    return writer_finish(&writer);
}
