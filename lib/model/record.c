#include "model/record.h"

#include <string.h>

#include "source/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What one reading passes around. */
struct reading {
    struct exd_record *record;
    const struct lines *lines; /* of the record itself; what a setting says stands in lines of its own */
    const struct limits *limits;
    struct diag *diag;
    uint32_t entity;
    uint32_t item;
    bool good;
};

/* How deep dotted names nest: `sentence.remission.granted`. */
enum { GROUP_DEPTH = 4 };

const struct cell *record_cell(const struct exd_record *record, uint32_t entity, uint32_t item, uint32_t fact)
{
    return &record->lists[entity].items[item].cells[fact];
}

struct text record_name(const struct exd_record *record, name id)
{
    const struct names *names = record->vocabulary->names;
    return id > names->count ? names_text(&record->texts, id - names->count) : names_text(names, id);
}

void record_value_write(const struct exd_record *record, const struct fact *fact, struct value value, struct buffer *buffer)
{
    if (value.kind != TYPE_REF || !value.known) {
        value_write(record->vocabulary, &record->texts, value, buffer);
        return;
    }
    const struct item *items = record->lists[fact->type.of].items;
    if (!value.set) {
        buffer_text(buffer, items[value.as.one.item].id);
        return;
    }
    buffer_char(buffer, '[');
    for (uint32_t i = 0; i < value.count; i++) {
        buffer_string(buffer, i ? ", " : "");
        buffer_text(buffer, items[value.as.members[i].item].id);
    }
    buffer_string(buffer, value.complete ? "]" : value.count ? ", …]" : "…]");
}

/* ---- values ----------------------------------------------------------------------------------------------------------- */

static bool read_ref(struct reading *reading, uint32_t entity, const struct node *node, union scalar *out)
{
    const struct item_list *list = &reading->record->lists[entity];
    out->item = node_is_scalar(node) ? lookup_find(&list->by_id, node->text) : NOT_FOUND;
    if (out->item != NOT_FOUND)
        return true;
    struct text known[64];
    size_t count = list->count < COUNT(known) ? list->count : COUNT(known);
    for (size_t i = 0; i < count; i++)
        known[i] = list->items[i].id;
    shape_unknown(reading->diag, DIAG_UNKNOWN_REFERENCE, node->place, "item", node->text, known, count);
    return false;
}

static bool read_refs(struct reading *reading, struct type type, const struct node *node, struct value *out)
{
    *out = (struct value){.kind = TYPE_REF, .known = true, .set = type.set, .complete = true};
    if (!type.set)
        return read_ref(reading, type.of, node, &out->as.one);
    bool list = node->kind == NODE_SEQUENCE;
    uint32_t count = list ? node->count : 1;
    union scalar *members = arena_array(&reading->record->arena, count, sizeof *members);
    if (!members)
        return false;
    bool good = true;
    for (uint32_t i = 0; i < count; i++)
        good &= read_ref(reading, type.of, list ? node->items[i] : node, &members[i]);
    out->as.members = members;
    out->count = count;
    return good;
}

static bool read_value(struct reading *reading, const struct fact *fact, const struct node *node, struct value *out)
{
    if (fact->type.kind == TYPE_REF)
        return read_refs(reading, fact->type, node, out);
    return vocabulary_read_value(reading->record->vocabulary, fact->type, node, &reading->record->arena, &reading->record->texts, out,
                                 reading->diag);
}

static bool is_unknown(const struct node *node)
{
    return node_is_scalar(node) && node->plain && text_is(node->text, "unknown");
}

/* ---- cells ------------------------------------------------------------------------------------------------------------ */

static uint32_t record_party(struct exd_record *record, struct text party)
{
    for (uint32_t i = 0; i < record->party_count; i++)
        if (text_equal(record->parties[i], party))
            return i;
    if (!record->parties)
        record->parties = arena_array(&record->arena, LIMIT_PARTIES, sizeof *record->parties);
    if (!record->parties || record->party_count == LIMIT_PARTIES)
        return UINT32_MAX;
    record->parties[record->party_count] = party;
    return record->party_count++;
}

static bool read_dispute(struct reading *reading, const struct fact *fact, const struct node *node, struct cell *cell)
{
    if (node->count == 0) {
        diag_add(reading->diag, DIAG_BAD_VALUE, node->place, "write `disputed: {requesting-state: true, person: false}`",
                 "a dispute has at least one version");
        return false;
    }
    cell->status = CELL_DISPUTED;
    cell->versions = arena_array(&reading->record->arena, node->count, sizeof *cell->versions);
    if (!cell->versions)
        return false;
    cell->version_count = node->count;
    bool good = true;
    for (uint32_t i = 0; i < node->count; i++) {
        struct cell_version *version = &cell->versions[i];
        good &= shape_id(node_key(node, i), "party", reading->diag);
        version->party = record_party(reading->record, node_key(node, i)->text);
        version->value = value_unknown(fact->type);
        if (version->party == UINT32_MAX) {
            diag_add(reading->diag, DIAG_BAD_VALUE, node_key(node, i)->place, NULL, "the disputes of this record have more than %d parties",
                     LIMIT_PARTIES);
            return false;
        }
        if (!is_unknown(node_value(node, i)))
            good &= read_value(reading, fact, node_value(node, i), &version->value);
    }
    return good;
}

static const struct shape_value fact_value = {.kind = VALUE_FACT},
                                versions_value = {.kind = VALUE_FACT, .keys = VALUE_ID, .by_name = true, .at_least_one = true},
                                complete_value = {.kind = VALUE_COMPLETE};
static const struct shape_key provenance_keys[] = {
    {"value", SHAPE_ANY, false, &fact_value}, {"disputed", SHAPE_MAPPING, false, &versions_value}, {"source", SHAPE_SCALAR, false, NULL},
    {"note", SHAPE_SCALAR, false, NULL},      {"complete", SHAPE_SCALAR, false, &complete_value},
};

const struct shape provenance_shape = SHAPE_OF(provenance_keys, 2);

/* {value: …, source: …, note: …, complete: …} or {disputed: {party: …}, source: …} */
static bool read_provenance(struct reading *reading, const struct fact *fact, const struct node *node, struct cell *cell)
{
    const struct node *values[COUNT(provenance_keys)];
    if (!shape_read(node, "fact", provenance_keys, COUNT(provenance_keys), values, reading->diag))
        return false;
    if (!values[0] == !values[1]) {
        diag_add(reading->diag, DIAG_MISSING_KEY, node->place, "write `{value: …, source: …}` or `{disputed: {…}, source: …}`",
                 "a fact has a `value` or is `disputed`: one of the two");
        return false;
    }
    cell->source = values[2] ? values[2]->text : cell->source;
    cell->note = values[3] ? values[3]->text : (struct text){"", 0};
    bool complete = true;
    if (values[4] && !shape_boolean(values[4], &complete, reading->diag))
        return false;
    if (values[4] && !fact->type.set) {
        diag_add(reading->diag, DIAG_BAD_VALUE, values[4]->place, NULL, "`%t` is a single value; only a set can be incomplete", fact->name);
        return false;
    }
    if (values[1])
        return read_dispute(reading, fact, values[1], cell);
    if (is_unknown(values[0])) {
        cell->status = CELL_ASKED;
        return true;
    }
    cell->status = CELL_KNOWN;
    bool good = read_value(reading, fact, values[0], &cell->value);
    cell->value.complete = complete;
    return good;
}

static bool read_cell(struct reading *reading, const struct fact *fact, const struct node *node, struct cell *cell)
{
    bool set = node->place.lines != reading->lines;
    cell->line = set ? 0 : node->place.line;
    cell->source = set ? TEXT("supposed") : (struct text){"", 0};
    cell->note = (struct text){"", 0};
    if (node->kind == NODE_MAPPING)
        return read_provenance(reading, fact, node, cell);
    if (is_unknown(node)) {
        cell->status = CELL_ASKED;
        return true;
    }
    cell->status = CELL_KNOWN;
    return read_value(reading, fact, node, &cell->value);
}

/* ---- items ------------------------------------------------------------------------------------------------------------ */

static void unknown_fact(struct reading *reading, const struct entity *entity, const struct node *key, const struct node *value,
                         struct text full)
{
    struct text *known = arena_array(&reading->record->arena, entity->fact_count, sizeof *known);
    for (uint32_t i = 0; known && i < entity->fact_count; i++)
        known[i] = entity->facts[i].name;
    if (known && shape_is_cut_off(key, value, known, entity->fact_count))
        diag_add(reading->diag, DIAG_UNKNOWN_FACT, key->place, shape_cut_off_help, "unknown fact `%t`", full);
    else if (known)
        shape_unknown(reading->diag, DIAG_UNKNOWN_FACT, key->place, "fact", full, known, entity->fact_count);
    reading->good = false;
}

static void read_fields(struct reading *reading, struct text prefix, const struct node *mapping, unsigned depth)
{
    const struct entity *entity = &reading->record->vocabulary->entities[reading->entity];
    struct item *item = &reading->record->lists[reading->entity].items[reading->item];
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        const struct node *node = node_value(mapping, i);
        if (depth == 0 && !entity->single && text_is(key->text, "id"))
            continue;
        char bytes[LIMIT_NAME_BYTES * 2];
        size_t length = prefix.length + key->text.length;
        if (length > sizeof bytes || memchr(key->text.data, '.', key->text.length)) {
            diag_add(reading->diag, DIAG_UNKNOWN_FACT, key->place, "nest it: `penalty: {requesting: 20 years}`",
                     "`%t` is no name of a fact", key->text);
            reading->good = false;
            continue;
        }
        memcpy(bytes, prefix.data, prefix.length);
        memcpy(bytes + prefix.length, key->text.data, key->text.length);
        struct text full = {bytes, length};
        name id = names_find(reading->record->vocabulary->names, full);
        uint32_t fact = id ? vocabulary_fact(entity, id) : NO_FACT;
        if (fact != NO_FACT) {
            reading->good &= read_cell(reading, &entity->facts[fact], node, &item->cells[fact]);
        } else if (id && vocabulary_is_group(entity, id) && node->kind == NODE_MAPPING && depth < GROUP_DEPTH && length < sizeof bytes) {
            bytes[length] = '.';
            read_fields(reading, (struct text){bytes, length + 1}, node, depth + 1);
        } else {
            unknown_fact(reading, entity, key, node, full);
        }
    }
}

static bool begin_items(struct reading *reading, struct item_list *list, uint32_t count, uint32_t fact_count)
{
    struct arena *arena = &reading->record->arena;
    list->items = arena_array(arena, count, sizeof *list->items);
    if (!list->items)
        return false;
    list->count = count;
    for (uint32_t i = 0; i < count; i++) {
        list->items[i].id = (struct text){"", 0};
        list->items[i].cells = arena_array(arena, fact_count, sizeof *list->items[i].cells);
        if (!list->items[i].cells) {
            list->items = NULL; /* so that nobody reads fields into a half-made list */
            list->count = 0;
            return false;
        }
    }
    return true;
}

static const struct shape_value list_item_value = {.kind = VALUE_LIST_ITEM};
static const struct shape_key list_keys[] = {
    {"complete", SHAPE_SCALAR, true, &takes_boolean},
    {"items", SHAPE_SEQUENCE, true, &list_item_value},
    {"source", SHAPE_SCALAR, false, NULL},
};

const struct shape list_shape = SHAPE_OF(list_keys, 0);

/* An item list is a list, or `{complete: false, items: […], source: …}`; gives the node of the list itself. */
static const struct node *list_node(struct reading *reading, struct item_list *list, const struct node *node)
{
    list->present = true;
    list->complete = true;
    list->line = node->place.lines == reading->lines ? node->place.line : 0;
    if (node->kind != NODE_MAPPING)
        return node;
    const struct node *values[COUNT(list_keys)];
    if (!shape_read(node, "list", list_keys, COUNT(list_keys), values, reading->diag) ||
        !shape_boolean(values[0], &list->complete, reading->diag))
        return NULL;
    if (values[2])
        list->source = values[2]->text;
    return values[1];
}

static bool read_item_id(struct reading *reading, struct item_list *list, uint32_t index, const struct entity *entity,
                         const struct node *node)
{
    const struct node *id = node_get(node, "id");
    if (node->kind != NODE_MAPPING || !id) {
        diag_add(reading->diag, DIAG_MISSING_KEY, node->place, "write `id: count-1`", "this %t has no `id`", entity->item_name);
        return false;
    }
    if (!shape_id(id, entity->item_name.data, reading->diag))
        return false;
    list->items[index].id = id->text;
    list->items[index].line = node->place.lines == reading->lines ? node->place.line : 0;
    return true;
}

/* Sorts the ids, by which items are referred to; each stands for one item. */
static bool index_items(struct reading *reading, struct item_list *list, const struct node *items)
{
    bool good = true;
    list->by_id.entries = arena_array(&reading->record->arena, list->count, sizeof *list->by_id.entries);
    if (!list->by_id.entries)
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].id.length > 0)
            list->by_id.entries[list->by_id.count++] = (struct lookup_entry){list->items[i].id, i};
    lookup_sort(&list->by_id);
    for (uint32_t i = 0; i < list->count; i++) {
        struct text id = list->items[i].id;
        if (id.length == 0 || lookup_find(&list->by_id, id) == i)
            continue;
        diag_add(reading->diag, DIAG_DUPLICATE_ID, node_get(items->items[i], "id")->place, NULL, "the id `%t` stands twice in this list",
                 id);
        good = false;
    }
    return good;
}

static void begin_entity(struct reading *reading, uint32_t index, const struct node *node)
{
    const struct entity *entity = &reading->record->vocabulary->entities[index];
    struct item_list *list = &reading->record->lists[index];
    list->source = (struct text){"", 0};
    if (entity->single) {
        list->present = list->complete = true;
        list->line = node ? node->place.line : 0;
        reading->good &= begin_items(reading, list, 1, entity->fact_count);
        return;
    }
    const struct node *items = node ? list_node(reading, list, node) : NULL;
    if (!node || !items) {
        reading->good &= !node;
        return;
    }
    if (items->kind != NODE_SEQUENCE || items->count > reading->limits->value[LIMIT_ITEMS]) {
        bool many = items->kind == NODE_SEQUENCE;
        diag_add(reading->diag, many ? DIAG_TOO_MANY_ITEMS : DIAG_WRONG_KIND, node->place,
                 many ? NULL : "leave it out where nothing is known of it; [] says that there are none",
                 many ? "`%t` has more items than the limit of `items`" : "`%t` is a list of items", entity->list_name);
        reading->good = false;
        return;
    }
    reading->good &= begin_items(reading, list, items->count, entity->fact_count);
    for (uint32_t i = 0; list->items && i < list->count; i++)
        reading->good &= read_item_id(reading, list, i, entity, items->items[i]);
    reading->good &= index_items(reading, list, items);
}

static void read_entity(struct reading *reading, uint32_t index, const struct node *node)
{
    const struct entity *entity = &reading->record->vocabulary->entities[index];
    struct item_list *list = &reading->record->lists[index];
    if (!node || !list->items)
        return;
    reading->entity = index;
    const struct node *items = node->kind == NODE_MAPPING && !entity->single ? node_get(node, "items") : node;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct node *item = entity->single ? items : items->items[i];
        if (item->kind != NODE_MAPPING)
            continue; /* reported with its id */
        reading->item = i;
        read_fields(reading, (struct text){"", 0}, item, 0);
    }
}

/* ---- the record ------------------------------------------------------------------------------------------------------- */

static const struct shape_value expected_value = {.kind = VALUE_EXPECTED, .keys = VALUE_TEXT, .by_name = true};
static const char *const record_formats[] = {RECORD_FORMAT};
static const struct shape_value format_value = VALUE_OF_WORDS(record_formats);
static const struct shape_key record_keys[] = {
    {"format", SHAPE_SCALAR, false, &format_value},
    {"id", SHAPE_SCALAR, true, &takes_id},
    {"title", SHAPE_SCALAR, false, NULL},
    {"as_of", SHAPE_SCALAR, false, &takes_day},
    {"citation", SHAPE_SCALAR, false, NULL},
    {"source", SHAPE_SCALAR, false, NULL},
    {"note", SHAPE_SCALAR, false, NULL},
    {"expect", SHAPE_MAPPING, false, &expected_value},
};
const struct shape record_shape = SHAPE_OF(record_keys, 0);

static struct text text_or_empty(const struct node *node)
{
    return node ? node->text : (struct text){"", 0};
}

static bool read_head(struct exd_record *record, const struct node **values, struct diag *diag)
{
    bool good = shape_id(values[1], "record", diag);
    record->id = values[1]->text;
    record->title = text_or_empty(values[2]);
    record->citation = text_or_empty(values[4]);
    record->source = text_or_empty(values[5]);
    record->note = text_or_empty(values[6]);
    if (values[3]) {
        record->has_as_of = date_parse_day(values[3]->text, &record->as_of);
        if (!record->has_as_of) {
            diag_add(diag, DIAG_BAD_VALUE, values[3]->place, "write a whole date, such as `2020-07-06`", "`%t` is no day", values[3]->text);
            good = false;
        }
    }
    return good;
}

bool record_read(struct exd_record *record, const struct node *document, struct text instrument, const struct limits *limits,
                 struct diag *diag)
{
    const struct vocabulary *vocabulary = record->vocabulary;
    struct shape_key keys[SHAPE_KEYS_MAX];
    const struct node *values[SHAPE_KEYS_MAX];
    size_t own = COUNT(record_keys);
    if (own + vocabulary->entity_count > SHAPE_KEYS_MAX || !names_init(&record->texts, &record->arena))
        return false;
    memcpy(keys, record_keys, sizeof record_keys);
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        const struct entity *entity = &vocabulary->entities[i];
        keys[own + i] = (struct shape_key){entity->list_name.data, entity->single ? SHAPE_MAPPING : SHAPE_ANY, false, NULL};
    }
    if (!shape_read(document, "record", keys, own + vocabulary->entity_count, values, diag))
        return false;
    struct reading reading = {.record = record, .lines = document->place.lines, .limits = limits, .diag = diag, .good = true};
    reading.good &= read_head(record, values, diag);
    record->lists = arena_array(&record->arena, vocabulary->entity_count, sizeof *record->lists);
    if (!record->lists)
        return false;
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        begin_entity(&reading, i, values[own + i]);
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        read_entity(&reading, i, values[own + i]);
    if (values[7])
        reading.good &= record_read_expectations(record, values[7], instrument, diag);
    return reading.good && !record->arena.exhausted;
}
