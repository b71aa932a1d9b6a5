/* The schema of a file of translations: every text that can be translated under the key where its translation stands, with the English as its
 * description. */
#include "report/schema.h"

#include "rules/translatable.h"
#include "rules/translation.h"

/* Where the walk over the texts is: the mappings that are open around the next key. */
struct place_in_file {
    struct schema *schema;
    struct translatable open;
    unsigned levels; /* 0: nothing; 1: section; 2: name; 3: part; 4: item */
};

static void open_mapping(struct place_in_file *place, struct text key)
{
    struct json *json = &place->schema->json;
    json_key_text(json, key);
    json_open(json, '{');
    schema_key_string(place->schema, "type", "object");
    json_key(json, "properties");
    json_open(json, '{');
    place->levels++;
}

static void put_digest(struct schema *schema, const struct translatable *text)
{
    if (text->digest == NULL)
        return;
    json_key(&schema->json, TRANSLATABLE_DIGEST_KEY);
    schema_ref(schema, "words");
}

/* What a rule says of itself, and may say in translation beside its title and note. */
static void put_rule_phrases(struct schema *schema)
{
    for (size_t i = 0; i < TRANSLATABLE_RULE_PHRASES; i++) {
        json_key(&schema->json, translatable_rule_phrases[i]);
        schema_ref(schema, "words");
    }
}

static void close_mappings(struct place_in_file *place, unsigned levels)
{
    struct json *json = &place->schema->json;
    for (; place->levels > levels; place->levels--) {
        if (place->levels == 4)
            put_rule_phrases(place->schema);
        json_close(json, '}');
        json_key(json, "additionalProperties");
        json_boolean(json, false);
        json_close(json, '}');
    }
}

static bool same_string(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && text_is(text_of(a), b));
}

/* How many of the mappings that are open the text stands in. */
static unsigned common_levels(const struct place_in_file *place, const struct translatable *text)
{
    const struct translatable *open = &place->open;
    unsigned wanted = text->key.length == 0 ? 1 : text->part == NULL ? 2 : text->item.length == 0 ? 3 : 4;
    unsigned most = place->levels < wanted ? place->levels : wanted;
    if (most == 0 || open->section != text->section)
        return 0;
    if (most == 1 || !text_equal(open->name, text->name) || !text_equal(open->owner, text->owner))
        return 1;
    if (most == 2 || !same_string(open->part, text->part))
        return 2;
    return most == 3 || !text_equal(open->item, text->item) ? 3 : 4;
}

static struct text full_name(struct schema *schema, const struct translatable *text)
{
    if (text->owner.length == 0)
        return text->name;
    buffer_format(schema_scratch(schema), "%t.%t", text->owner, text->name);
    return schema_take(schema);
}

static bool visit(void *user, const struct translatable *text)
{
    struct place_in_file *place = user;
    struct schema *schema = place->schema;
    close_mappings(place, common_levels(place, text));
    if (place->levels == 0)
        open_mapping(place, text_of(translatable_section_word(text->section)));
    if (place->levels == 1 && text->key.length > 0) {
        open_mapping(place, full_name(schema, text));
        put_digest(schema, text);
    }
    if (place->levels == 2 && text->part != NULL)
        open_mapping(place, text_of(text->part));
    if (place->levels == 3 && text->item.length > 0) {
        open_mapping(place, text->item);
        put_digest(schema, text);
    }
    place->open = *text;
    json_key_text(&schema->json, text->key.length > 0 ? text->key : full_name(schema, text));
    json_open(&schema->json, '{');
    schema_key_string(schema, "$ref", "#/$defs/words");
    json_key(&schema->json, "description");
    json_text(&schema->json, text->text);
    json_close(&schema->json, '}');
    return !writer_failed(schema->json.writer);
}

void schema_translation(struct schema *schema)
{
    struct place_in_file place = {.schema = schema};
    struct shape head = {.keys = translation_shape.keys, .count = TRANSLATION_HEAD_KEYS};
    schema_begin_shape(schema, &head);
    if (!translatable_each(schema->rules, visit, &place))
        schema->json.writer->out.failed = true;
    close_mappings(&place, 0);
    schema_end_shape(schema, &translation_shape, true);
}
