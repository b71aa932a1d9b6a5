#include "check/fact_use.h"

#include "base/phrase.h"

struct text builder_take(struct builder *builder)
{
    bool failed = builder->buffer->failed;
    struct text taken = failed ? (struct text){NULL, 0} : arena_copy_text(builder->arena, buffer_view(builder->buffer));
    builder->arena->exhausted |= failed; /* whoever built texts looks there */
    buffer_clear(builder->buffer);
    return taken.data ? taken : (struct text){"", 0};
}

void builder_take_phrase(struct builder *builder, struct text *phrase, struct text *english)
{
    *phrase = builder_take(builder);
    phrase_say(builder->buffer, *phrase, NULL, "");
    *english = builder_take(builder);
}

static struct fact_use list_use(struct builder *builder, uint32_t index)
{
    const struct view *view = builder->view;
    const struct entity *entity = &view->rules->vocabulary.entities[index];
    struct fact_use use = {.path = entity->list_name, .entity = entity, .item = NO_ITEM, .source = {"", 0}, .note = {"", 0}};
    bool present = view->record && view->record->lists[index].present;
    use.value_text = !present ? TEXT("unknown") : view_list_is_complete(view, index) ? TEXT("complete") : TEXT("there may be more");
    use.value.known = present && view_list_is_complete(view, index);
    if (present) {
        use.line = view->record->lists[index].line;
        use.source = view->record->lists[index].source;
    }
    return use;
}

static struct text path_of(struct builder *builder, const struct entity *entity, struct cell_key key)
{
    const struct fact *fact = &entity->facts[key.fact];
    if (entity->single)
        buffer_format(builder->buffer, "%t.%t", entity->list_name, fact->name);
    else
        buffer_format(builder->buffer, "%t.%t.%t", entity->list_name, builder->view->record->lists[key.entity].items[key.item].id,
                      fact->name);
    return builder_take(builder);
}

struct fact_use fact_use_make(struct builder *builder, struct cell_key key)
{
    const struct view *view = builder->view;
    const struct entity *entity = &view->rules->vocabulary.entities[key.entity];
    if (key.fact == FACT_EXISTS || key.item >= view_item_count(view, key.entity))
        return list_use(builder, key.entity);
    const struct cell *cell;
    struct fact_use use = {.entity = entity, .item = key.item, .fact = &entity->facts[key.fact], .source = {"", 0}, .note = {"", 0}};
    use.value = view_fact(view, key, &cell, &use.presumed);
    use.path = path_of(builder, entity, key);
    use.evaluation = use.fact->test;
    if (cell && cell->status != CELL_ABSENT) {
        use.source = cell->source;
        use.note = cell->note;
        use.line = cell->line;
        use.disputed = cell->status == CELL_DISPUTED;
        use.asked = cell->status == CELL_ASKED;
    }
    if (view->record)
        record_value_write(view->record, use.fact, use.value, builder->buffer);
    else
        value_write(&view->rules->vocabulary, NULL, use.value, builder->buffer);
    use.value_text = builder_take(builder);
    return use;
}

struct cell_key fact_use_key(const struct exd_report *report, const struct fact_use *use)
{
    uint32_t entity = (uint32_t)(use->entity - report->rules->vocabulary.entities);
    if (!use->fact || use->item == NO_ITEM)
        return (struct cell_key){entity, 0, FACT_EXISTS};
    return (struct cell_key){entity, use->item, (uint32_t)(use->fact - use->entity->facts)};
}

bool fact_list_add(struct builder *builder, struct fact_list *list, const struct fact_use *use)
{
    builder->view->steps += list->count / 8;
    for (uint32_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i].path, use->path))
            return true;
    if ((list->count & (list->count - 1)) == 0) { /* full at every power of two */
        struct fact_use *grown = arena_array(builder->arena, list->count ? (size_t)list->count * 2 : 1, sizeof *grown);
        if (!grown)
            return false;
        for (uint32_t i = 0; i < list->count; i++)
            grown[i] = list->items[i];
        list->items = grown;
    }
    list->items[list->count++] = *use;
    return true;
}

bool fact_list_add_all(struct builder *builder, struct fact_list *list, const struct fact_list *from)
{
    bool good = true;
    for (uint32_t i = 0; i < from->count; i++)
        good &= fact_list_add(builder, list, &from->items[i]);
    return good;
}
