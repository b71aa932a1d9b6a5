/* What a case test expects, from its `expect` mapping. The rule ids are checked when the record is compared with its report. */
#include "model/record.h"

#include "source/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum detail { DETAIL_RESULT, DETAIL_STANDING, DETAIL_ENGAGED, DETAIL_DEADLINE, DETAIL_MISSING, DETAIL_PRESUMED, DETAIL_COUNT };

static const char *const result_words[] = {"applies", "does-not-apply", "met", "not-met", "open", "disputed", "absent"};
static const char *const standing_words[] = {"governs", "displaced", "open"};
static const char *const engaged_words[] = {"true", "false", "open"};
static const char *const deadline_words[] = {"kept", "missed", "running", "open", "not-computable", "not-engaged"};

const struct shape_value expected_result = VALUE_OF_WORDS(result_words);
static const struct shape_value standing_value = VALUE_OF_WORDS(standing_words), engaged_value = VALUE_OF_WORDS(engaged_words),
                                deadline_value = VALUE_OF_WORDS(deadline_words);

static const struct shape_key detail_keys[DETAIL_COUNT] = {
    [DETAIL_RESULT] = {"result", SHAPE_SCALAR, false, &expected_result},
    [DETAIL_STANDING] = {"standing", SHAPE_SCALAR, false, &standing_value},
    [DETAIL_ENGAGED] = {"engaged", SHAPE_SCALAR, false, &engaged_value},
    [DETAIL_DEADLINE] = {"deadline", SHAPE_SCALAR, false, &deadline_value},
    [DETAIL_MISSING] = {"missing", SHAPE_SEQUENCE, false, NULL},
    [DETAIL_PRESUMED] = {"presumed", SHAPE_SEQUENCE, false, NULL},
};
const struct shape expectation_shape = SHAPE_OF(detail_keys, 0);

static bool is_details(const struct node *mapping)
{
    for (size_t i = 0; i < COUNT(detail_keys); i++)
        if (node_get(mapping, detail_keys[i].name))
            return true;
    return false;
}

static bool word_or_nothing(const struct node *node, const char *what, const char *const *words, size_t count, struct text *out,
                            struct diag *diag)
{
    *out = node ? node->text : (struct text){"", 0};
    return !node || shape_word(node, what, words, count, diag) >= 0;
}

static bool read_paths(struct arena *arena, const struct node *list, bool *has, struct text **paths, uint32_t *count)
{
    *has = list != NULL;
    if (!list)
        return true;
    *paths = arena_array(arena, list->count, sizeof **paths);
    if (!*paths)
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        (*paths)[i] = list->items[i]->text;
    *count = list->count;
    return true;
}

static bool read_details(struct exd_record *record, struct expectation *expectation, const struct node *node, struct diag *diag)
{
    if (node_is_scalar(node))
        return word_or_nothing(node, "result", result_words, COUNT(result_words), &expectation->result, diag);
    const struct node *values[DETAIL_COUNT];
    if (!shape_read(node, "expectation", detail_keys, DETAIL_COUNT, values, diag))
        return false;
    bool good = word_or_nothing(values[DETAIL_RESULT], "result", result_words, COUNT(result_words), &expectation->result, diag);
    good &= word_or_nothing(values[DETAIL_STANDING], "standing", standing_words, COUNT(standing_words), &expectation->standing, diag);
    good &= word_or_nothing(values[DETAIL_ENGAGED], "word", engaged_words, COUNT(engaged_words), &expectation->engaged, diag);
    good &= word_or_nothing(values[DETAIL_DEADLINE], "status", deadline_words, COUNT(deadline_words), &expectation->deadline, diag);
    good &=
        read_paths(&record->arena, values[DETAIL_MISSING], &expectation->has_missing, &expectation->missing, &expectation->missing_count);
    good &= read_paths(&record->arena, values[DETAIL_PRESUMED], &expectation->has_presumed, &expectation->presumed,
                       &expectation->presumed_count);
    return good;
}

static bool add(struct exd_record *record, struct text id, struct text written, struct text subject, const struct node *key,
                const struct node *node, struct diag *diag)
{
    struct expectation *expectation = &record->expectations[record->expectation_count++];
    expectation->id = id;
    expectation->written = written;
    expectation->subject = subject;
    expectation->place = key->place;
    expectation->result = expectation->standing = expectation->engaged = expectation->deadline = (struct text){"", 0};
    return read_details(record, expectation, node, diag);
}

/* `art-9-1` of a case file that names its instrument is `kr-extradition-act/art-9-1`. */
static struct text full_id(struct exd_record *record, struct text id, struct text instrument)
{
    bool full = instrument.length == 0 || text_equal(id, instrument);
    for (size_t i = 0; i < id.length && !full; i++)
        full = id.data[i] == '/';
    if (full)
        return id;
    struct buffer buffer;
    buffer_init(&buffer, record->memory);
    buffer_format(&buffer, "%t/%t", instrument, id);
    struct text copy = buffer.failed ? (struct text){NULL, 0} : arena_copy_text(&record->arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return copy;
}

bool record_read_expectations(struct exd_record *record, const struct node *expect, struct text instrument, struct diag *diag)
{
    size_t count = 0;
    for (uint32_t i = 0; i < expect->count; i++) {
        const struct node *value = node_value(expect, i);
        count += value->kind == NODE_MAPPING && !is_details(value) ? value->count : 1;
    }
    record->expectations = arena_array(&record->arena, count, sizeof *record->expectations);
    if (!record->expectations)
        return false;
    bool good = true;
    for (uint32_t i = 0; i < expect->count; i++) {
        const struct node *key = node_key(expect, i);
        const struct node *value = node_value(expect, i);
        struct text id = full_id(record, key->text, instrument);
        if (!id.data)
            return false;
        if (value->kind != NODE_MAPPING || is_details(value)) {
            good &= add(record, id, key->text, (struct text){"", 0}, key, value, diag);
            continue;
        }
        for (uint32_t j = 0; j < value->count; j++)
            good &= add(record, id, key->text, node_key(value, j)->text, node_key(value, j), node_value(value, j), diag);
    }
    return good;
}
