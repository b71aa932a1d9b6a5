#include "source/shape.h"

#include <assert.h>

#include "base/limits.h"

const struct shape_value takes_id = {.kind = VALUE_ID}, takes_name = {.kind = VALUE_NAME}, takes_day = {.kind = VALUE_DAY},
                         takes_duration = {.kind = VALUE_DURATION}, takes_boolean = {.kind = VALUE_BOOLEAN},
                         takes_expression = {.kind = VALUE_EXPRESSION}, takes_condition = {.kind = VALUE_CONDITION},
                         takes_state = {.kind = VALUE_STATE}, takes_ground = {.kind = VALUE_GROUND},
                         takes_kind_of_item = {.kind = VALUE_ITEM}, takes_binding = {.kind = VALUE_BINDING};

const char shape_cut_off_help[] = "between braces a text ends at a comma: put a text with a comma in quotes";

enum { KNOWN_LISTED_MAX = 16 }; /* longer lists of known names are no help */

/* `did you mean …`, or all that is known when nothing is near. */
static void write_help(const struct diag *diag, struct buffer *help, struct text found, const struct text *known, size_t count)
{
    if (diag_is_full(diag))
        return;
    size_t nearest = text_nearest(found, known, count);
    if (nearest < count) {
        buffer_format(help, "did you mean `%t`?", known[nearest]);
        return;
    }
    if (count == 0 || count > KNOWN_LISTED_MAX)
        return;
    buffer_string(help, count == 1 ? "the known one is " : "the known ones are ");
    for (size_t i = 0; i < count; i++)
        buffer_format(help, "%s`%t`", i ? ", " : "", known[i]);
}

void shape_unknown(struct diag *diag, enum diag_code code, struct place place, const char *what, struct text found,
                   const struct text *known, size_t count)
{
    struct buffer help;
    buffer_init(&help, diag_memory(diag));
    write_help(diag, &help, found, known, count);
    diag_add_help(diag, code, place, buffer_view(&help), "unknown %s `%t`", what, found);
    buffer_free(&help);
}

bool shape_is_cut_off(const struct node *key, const struct node *value, const struct text *known, size_t count)
{
    bool spaced = false;
    for (size_t i = 0; i < key->text.length; i++)
        spaced = spaced || key->text.data[i] == ' ';
    bool bare = key->plain && value->kind == NODE_SCALAR && value->plain && value->text.length == 0;
    return bare && (spaced || text_nearest(key->text, known, count) == count);
}

static void report_unknown_key(struct diag *diag, const struct node *key, const struct node *value, const char *what,
                               const struct shape_key *keys, size_t count)
{
    struct text known[SHAPE_KEYS_MAX];
    for (size_t i = 0; i < count; i++)
        known[i] = text_of(keys[i].name);
    struct buffer help;
    buffer_init(&help, diag_memory(diag));
    if (shape_is_cut_off(key, value, known, count))
        buffer_string(&help, shape_cut_off_help);
    else
        write_help(diag, &help, key->text, known, count);
    diag_add_help(diag, DIAG_UNKNOWN_KEY, key->place, buffer_view(&help), "unknown key `%t` in this %s", key->text, what);
    buffer_free(&help);
}

static bool kind_fits(enum shape_kind wanted, enum node_kind found)
{
    switch (wanted) {
    case SHAPE_ANY:
        return true;
    case SHAPE_SCALAR:
        return found == NODE_SCALAR;
    case SHAPE_SEQUENCE:
        return found == NODE_SEQUENCE;
    case SHAPE_MAPPING:
        return found == NODE_MAPPING;
    }
    return false;
}

static const char *wanted_words(enum shape_kind kind)
{
    switch (kind) {
    case SHAPE_ANY:
        return "anything";
    case SHAPE_SCALAR:
        return node_kind_words(NODE_SCALAR);
    case SHAPE_SEQUENCE:
        return node_kind_words(NODE_SEQUENCE);
    case SHAPE_MAPPING:
        return node_kind_words(NODE_MAPPING);
    }
    return "";
}

/* What stands there, in words for people: an empty value is a scalar to YAML alone. */
static const char *found_words(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->plain && node->text.length == 0 ? "nothing" : node_kind_words(node->kind);
}

/* Whether the name, whose first characters are the same, is the key. */
static bool is_rest_same(struct text name, const char *key)
{
    size_t same = 1;
    while (same < name.length && key[same] && key[same] == name.data[same])
        same++;
    return same == name.length && key[same] == '\0';
}

/* Files mostly have their keys in the order of the table: the search begins after the key that was found last. */
static size_t find_key(const struct shape_key *keys, size_t count, struct text name, size_t from)
{
    if (name.length == 0)
        return count;
    for (size_t at = from; at < count; at++)
        if (keys[at].name[0] == name.data[0] && is_rest_same(name, keys[at].name))
            return at;
    for (size_t at = 0; at < from; at++)
        if (keys[at].name[0] == name.data[0] && is_rest_same(name, keys[at].name))
            return at;
    return count;
}

static bool report_wrong_kind(struct diag *diag, const struct shape_key *wanted, const struct node *value)
{
    diag_add(diag, DIAG_WRONG_KIND, value->place, NULL, "expected %s for `%s`, found %s", wanted_words(wanted->kind), wanted->name,
             found_words(value));
    return false;
}

/* `seen`: a bit for each key. */
static bool has_required(struct diag *diag, const struct node *mapping, const char *what, const struct shape_key *keys, size_t count,
                         uint64_t seen)
{
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        if (!keys[i].required || seen >> i & 1)
            continue;
        diag_add(diag, DIAG_MISSING_KEY, mapping->place, NULL, "this %s has no `%s`", what, keys[i].name);
        good = false;
    }
    return good;
}

static_assert(SHAPE_KEYS_MAX <= 64, "shape_read() has a bit for each");

bool shape_read(const struct node *mapping, const char *what, const struct shape_key *keys, size_t count, const struct node **values,
                struct diag *diag)
{
    assert(count <= SHAPE_KEYS_MAX);
    for (size_t i = 0; i < count; i++)
        values[i] = NULL;
    if (mapping->kind != NODE_MAPPING) {
        diag_add(diag, DIAG_WRONG_KIND, mapping->place, NULL, "expected a mapping for this %s, found %s", what, found_words(mapping));
        return false;
    }
    uint64_t seen = 0;
    bool good = true;
    size_t next = count - 1; /* if they do not begin with the first, they do with what may stand before it: `label` */
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i), *value = node_value(mapping, i);
        size_t index = find_key(keys, count, key->text, next);
        if (index == count) {
            report_unknown_key(diag, key, value, what, keys, count);
            good = false;
            continue;
        }
        next = index + 1;
        seen |= UINT64_C(1) << index;
        if (kind_fits(keys[index].kind, (enum node_kind)value->kind))
            values[index] = value;
        else
            good = report_wrong_kind(diag, &keys[index], value);
    }
    return has_required(diag, mapping, what, keys, count, seen) && good;
}

static bool expect_scalar(const struct node *node, const char *what, struct diag *diag)
{
    if (node->kind == NODE_SCALAR)
        return true;
    diag_add(diag, DIAG_WRONG_KIND, node->place, NULL, "expected %s, found %s", what, node_kind_words(node->kind));
    return false;
}

int shape_word(const struct node *scalar, const char *what, const char *const *words, size_t count, struct diag *diag)
{
    assert(count <= SHAPE_KEYS_MAX);
    if (!expect_scalar(scalar, what, diag))
        return -1;
    struct text known[SHAPE_KEYS_MAX];
    for (size_t i = 0; i < count; i++) {
        known[i] = text_of(words[i]);
        if (text_equal(scalar->text, known[i]))
            return (int)i;
    }
    shape_unknown(diag, DIAG_BAD_VALUE, scalar->place, what, scalar->text, known, count);
    return -1;
}

static_assert(LIMIT_NAME_BYTES == 100, "SHAPE_ID_PATTERN says so too");

bool shape_id(const struct node *scalar, const char *what, struct diag *diag)
{
    if (!expect_scalar(scalar, what, diag))
        return false;
    struct text text = scalar->text;
    bool good = text.length > 0 && text.length <= LIMIT_NAME_BYTES && text_is_lower(text.data[0]);
    for (size_t i = 0; good && i < text.length; i++)
        good = text_is_lower(text.data[i]) || text_is_digit(text.data[i]) || text.data[i] == '-';
    if (good)
        return true;
    diag_add(diag, DIAG_BAD_ID, scalar->place, "an id is lower-case letters, digits and hyphens, at most 100, and begins with a letter",
             "`%t` cannot be the id of this %s", text, what);
    return false;
}

const char *const boolean_words[4] = {"true", "false", "yes", "no"};

bool shape_boolean(const struct node *scalar, bool *out, struct diag *diag)
{
    if (!expect_scalar(scalar, "`true` or `false`", diag))
        return false;
    for (size_t i = 0; i < sizeof boolean_words / sizeof boolean_words[0]; i++) {
        if (text_is(scalar->text, boolean_words[i])) {
            *out = i % 2 == 0;
            return true;
        }
    }
    diag_add(diag, DIAG_BAD_VALUE, scalar->place, NULL, "expected `true` or `false`, found `%t`", scalar->text);
    return false;
}
