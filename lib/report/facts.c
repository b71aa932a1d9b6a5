/* The vocabulary as a page: what a record can say. */
#include "report/formats.h"
#include "report/json_keys.h"
#include "report/rules_json.h"
#include "report/words.h"
#include "report/write.h"

static bool contains(struct text text, struct text part)
{
    for (size_t at = 0; at + part.length <= text.length; at++)
        if (text_equal((struct text){text.data + at, part.length}, part))
            return true;
    return false;
}

/* Whether the path of a fact, as `offences.penalty.requesting` or as `offence.penalty.requesting`, contains the filter. */
static bool is_wanted(const struct entity *entity, const struct fact *fact, struct text filter, struct buffer *path)
{
    buffer_clear(path);
    buffer_format(path, "%t.%t\n%t.%t", entity->list_name, fact->name, entity->item_name, fact->name);
    return contains(buffer_view(path), filter);
}

/* Whether the values of a fact are a closed list that no fact shown before has. */
static bool is_first_of_its_values(const struct vocabulary *vocabulary, uint32_t entity, uint32_t fact, struct text filter,
                                   struct buffer *path)
{
    struct type type = vocabulary->entities[entity].facts[fact].type;
    if (type.kind != TYPE_ENUM)
        return false;
    for (uint32_t i = 0; i <= entity; i++) {
        const struct entity *earlier = &vocabulary->entities[i];
        uint32_t end = i == entity ? fact : earlier->fact_count;
        for (uint32_t j = 0; j < end; j++)
            if (earlier->facts[j].type.kind == TYPE_ENUM && earlier->facts[j].type.of == type.of &&
                is_wanted(earlier, &earlier->facts[j], filter, path))
                return false;
    }
    return true;
}

static void put_entity(struct writer *writer, const struct entity *entity)
{
    writer_blank(writer);
    writer_styled(writer, STYLE_STRONG, entity->list_name);
    if (!entity->single)
        say(writer, MESSAGE_A_LIST, entity->item_name);
    if (entity->label.length > 0) {
        writer_say(writer, ": ");
        say_text(writer, entity->label);
    }
    writer_end(writer, 0, 4);
    say_text(writer, entity->question);
    writer_end(writer, 4, 4);
    say_text(writer, entity->help);
    writer_end(writer, 4, 4);
    writer_blank(writer);
}

/* ---- which facts ------------------------------------------------------------------------------------------------------ */

/* The facts that are wanted, one after another. */
struct walk {
    const struct exd_rules *rules;
    struct text filter;
    struct buffer path;
    uint32_t entity;
    uint32_t fact; /* of the entity; the next to look at */
};

static const struct fact *next_wanted(struct walk *walk, const struct entity **of)
{
    const struct vocabulary *vocabulary = &walk->rules->vocabulary;
    for (; walk->entity < vocabulary->entity_count; walk->entity++, walk->fact = 0) {
        const struct entity *entity = &vocabulary->entities[walk->entity];
        while (walk->fact < entity->fact_count) {
            const struct fact *fact = &entity->facts[walk->fact++];
            *of = entity;
            if (is_wanted(entity, fact, walk->filter, &walk->path))
                return fact;
        }
    }
    return NULL;
}

static void put_text(struct writer *writer, struct walk *walk)
{
    const struct entity *last = NULL;
    const struct entity *entity = NULL;
    for (const struct fact *fact; !writer_failed(writer) && (fact = next_wanted(walk, &entity)) != NULL; last = entity) {
        if (entity != last)
            put_entity(writer, entity);
        words_put_fact(writer, walk->rules, entity, fact, true);
        if (is_first_of_its_values(&walk->rules->vocabulary, walk->entity, walk->fact - 1, walk->filter, &walk->path))
            words_put_meanings(writer, walk->rules, fact);
    }
    if (last == NULL)
        say(writer, MESSAGE_NO_SUCH_FACT, walk->filter);
    writer_end(writer, 0, 0);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static bool has_wanted(const struct entity *entity, struct walk *walk)
{
    for (uint32_t i = 0; i < entity->fact_count; i++)
        if (is_wanted(entity, &entity->facts[i], walk->filter, &walk->path))
            return true;
    return false;
}

/* What the facts are about: single ones, and lists of items. */
static void put_entities(struct json *json, struct walk *walk)
{
    const struct vocabulary *vocabulary = &walk->rules->vocabulary;
    key_open(json, "entities", '[');
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        const struct entity *entity = &vocabulary->entities[i];
        if (!has_wanted(entity, walk))
            continue;
        json_open(json, '{');
        key_text(json, "name", entity->list_name);
        key_text(json, "item", entity->single ? TEXT("") : entity->item_name);
        key_rules_text(json, "label", entity->label);
        key_rules_text(json, "question", entity->question);
        key_rules_text(json, "help", entity->help);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_json(struct json *json, struct walk *walk)
{
    const struct entity *entity = NULL;
    json_begin(json, FACTS_FORMAT);
    key_text(json, "containing", walk->filter);
    put_entities(json, walk);
    key_open(json, "facts", '[');
    for (const struct fact *fact; !writer_failed(json->writer) && (fact = next_wanted(walk, &entity)) != NULL;)
        rules_json_fact(json, &walk->rules->vocabulary, entity, fact);
    json_close(json, ']');
    json_end(json);
}

/* ---- the public function ---------------------------------------------------------------------------------------------- */

EXD_API exd_status exd_rules_facts(const exd_rules *rules, const char *filter, exd_format format, const exd_write_options *options,
                                   exd_sink sink, void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (rules == NULL || sink == NULL || (format != EXD_FORMAT_TEXT && format != EXD_FORMAT_JSON) ||
        !write_begin(&writer, rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    struct walk walk = {.rules = rules, .filter = text_of(filter)};
    struct json json = {.writer = &writer, .indent = used->indent};
    buffer_init(&walk.path, rules->memory);
    if (format == EXD_FORMAT_JSON)
        put_json(&json, &walk);
    else
        put_text(&writer, &walk);
    if (walk.path.failed)
        writer.out.failed = true;
    buffer_free(&walk.path);
    return writer_finish(&writer);
}
