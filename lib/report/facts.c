/* The vocabulary as a page: what a record can say. */
#include "report/words.h"

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

EXD_API exd_status exd_rules_facts(const exd_rules *rules, const char *filter, unsigned width, exd_sink sink, void *user)
{
    struct writer writer;
    struct buffer path;
    if (rules == NULL || sink == NULL)
        return EXD_ERROR_ARGUMENT;
    writer_init(&writer, rules->memory, sink, user);
    writer.width = width;
    writer.language = rules->language;
    buffer_init(&path, rules->memory);
    bool any = false;
    for (uint32_t i = 0; i < rules->vocabulary.entity_count; i++) {
        const struct entity *entity = &rules->vocabulary.entities[i];
        bool begun = false;
        for (uint32_t j = 0; j < entity->fact_count && !writer_failed(&writer); j++) {
            bool wanted = is_wanted(entity, &entity->facts[j], text_of(filter), &path);
            if (path.failed)
                writer.paragraph.failed = true;
            if (!wanted)
                continue;
            if (!begun)
                put_entity(&writer, entity);
            begun = true;
            any = true;
            words_put_fact(&writer, rules, entity, &entity->facts[j], true);
            if (is_first_of_its_values(&rules->vocabulary, i, j, text_of(filter), &path))
                words_put_meanings(&writer, rules, &entity->facts[j]);
        }
    }
    if (!any)
        say(&writer, MESSAGE_NO_SUCH_FACT, text_of(filter));
    writer_end(&writer, 0, 0);
    buffer_free(&path);
    return writer_finish(&writer);
}
