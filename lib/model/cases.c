#include "model/cases.h"

#include "base/limits.h"
#include "model/overlay.h"
#include "source/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct shape_value record_value = {.kind = VALUE_RECORD},
                                expected_value = {.kind = VALUE_EXPECTED, .keys = VALUE_TEXT, .by_name = true};

enum case_key { CASE_NAME, CASE_SET, CASE_WITHOUT, CASE_EXPECT };
static const struct shape_key case_keys[] = {
    [CASE_NAME] = {"name", SHAPE_SCALAR, true, NULL},
    [CASE_SET] = {"set", SHAPE_MAPPING, false, &record_value},
    [CASE_WITHOUT] = {"without", SHAPE_SEQUENCE, false, NULL},
    [CASE_EXPECT] = {"expect", SHAPE_MAPPING, true, &expected_value},
};
static const struct shape case_shape = SHAPE_OF(case_keys, 0);

static const char *const cases_formats[] = {CASES_FORMAT};
static const struct shape_value format_value = VALUE_OF_WORDS(cases_formats);
static const struct shape_value case_value = {.kind = VALUE_MAPPING, .shape = &case_shape, .at_least_one = true};

enum file_key { FILE_FORMAT, FILE_INSTRUMENT, FILE_BASE, FILE_CASES };
static const struct shape_key file_keys[] = {
    [FILE_FORMAT] = {"format", SHAPE_SCALAR, true, &format_value},
    [FILE_INSTRUMENT] = {"instrument", SHAPE_SCALAR, false, NULL},
    [FILE_BASE] = {"base", SHAPE_MAPPING, true, &record_value},
    [FILE_CASES] = {"cases", SHAPE_SEQUENCE, true, &case_value},
};
const struct shape cases_shape = SHAPE_OF(file_keys, 0);

uint32_t cases_count(const struct node *document, struct diag *diag)
{
    const struct node *values[COUNT(file_keys)];
    if (!shape_read(document, "case file", file_keys, COUNT(file_keys), values, diag))
        return 0;
    if (values[FILE_CASES]->count == 0)
        diag_add(diag, DIAG_BAD_VALUE, values[FILE_CASES]->place, NULL, "a case file has at least one case");
    return values[FILE_CASES]->count;
}

/* ---- one case --------------------------------------------------------------------------------------------------------- */

static struct node *take_away(struct arena *arena, struct node *record, const struct node *paths, struct diag *diag)
{
    for (uint32_t i = 0; i < paths->count && record; i++) {
        const struct node *path = paths->items[i];
        bool found = false;
        if (node_is_scalar(path) && path->text.length <= (size_t)LIMIT_NAME_BYTES * 4)
            record = overlay_without(arena, record, path->text, &found);
        if (record && !found) {
            diag_add(diag, DIAG_UNKNOWN_REFERENCE, path->place,
                     "write the path of a fact, an item or a list of the base: `offences.count-1.penalty`",
                     "the case has no `%t` to take away", path->text);
            return NULL;
        }
    }
    return record;
}

static struct node *scalar(struct arena *arena, const struct node *like, struct text text)
{
    struct node *node = arena_alloc(arena, sizeof *node);
    if (node)
        *node = (struct node){.kind = NODE_SCALAR, .plain = true, .place = like->place, .text = text};
    return node;
}

/* `id: case-3`, `title: <name>` and `expect` laid over the record. */
static struct node *dress(struct arena *arena, struct node *record, const struct node *test, const struct node **values, uint32_t index)
{
    struct buffer id;
    buffer_init(&id, arena->memory);
    buffer_format(&id, "case-%u", index + 1);
    struct text id_text = id.failed ? (struct text){NULL, 0} : arena_copy_text(arena, buffer_view(&id));
    buffer_free(&id);
    struct node head = *test;
    struct node *items[6] = {
        scalar(arena, test, TEXT("id")), scalar(arena, test, TEXT("title")),           scalar(arena, test, TEXT("expect")),
        scalar(arena, test, id_text),    scalar(arena, test, values[CASE_NAME]->text), NULL,
    };
    for (size_t i = 0; i < 5; i++)
        if (!items[i] || !id_text.data)
            return NULL;
    struct node expect = *values[CASE_EXPECT];
    struct node *kept = arena_alloc(arena, sizeof *kept);
    if (!kept)
        return NULL;
    *kept = expect;
    items[5] = kept;
    head.count = 3;
    head.items = items;
    return overlay_merge(arena, record, &head);
}

const struct node *cases_record(struct arena *arena, const struct node *document, uint32_t index, struct text *instrument,
                                struct diag *diag)
{
    const struct node *file[COUNT(file_keys)];
    const struct node *values[COUNT(case_keys)];
    if (!shape_read(document, "case file", file_keys, COUNT(file_keys), file, diag))
        return NULL;
    const struct node *test = file[FILE_CASES]->items[index];
    if (!shape_read(test, "case", case_keys, COUNT(case_keys), values, diag))
        return NULL;
    *instrument = file[FILE_INSTRUMENT] ? file[FILE_INSTRUMENT]->text : (struct text){"", 0};
    struct node *record = arena_alloc(arena, sizeof *record);
    if (!record)
        return NULL;
    *record = *file[FILE_BASE];
    if (values[CASE_SET]) {
        struct node over = *values[CASE_SET];
        record = overlay_merge(arena, record, &over);
    }
    if (record && values[CASE_WITHOUT])
        record = take_away(arena, record, values[CASE_WITHOUT], diag);
    return record ? dress(arena, record, test, values, index) : NULL;
}
