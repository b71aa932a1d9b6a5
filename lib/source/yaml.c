/* Nodes that are read but belong to no finished parent yet stand on one stack, `pending`; each open list or mapping is a frame that knows
 * where its own begin. When it closes, they move to the arena in one piece. So a tree costs one arena request a node, one a scalar's text,
 * one a collection, and no copying back and forth. */
#include "source/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/excerpt.h"
#include "base/names.h"
#include "base/sort.h"
#include "source/file.h"

enum { KEYS_COMPARED_EACH = 64 }; /* above this, keys are sorted to find doubled ones */

/* What an alias to a node stands for: so many nodes, nested so deeply. Counted as if written out. */
struct extent {
    uint64_t nodes;
    uint64_t depth;
};

struct anchor {
    struct node *node;
    struct extent extent;
    uint64_t document; /* anchors of an earlier document are forgotten */
};

struct frame {
    struct node *node;
    size_t base;           /* of its items among the pending */
    uint64_t nodes_before; /* it was counted */
    uint64_t depth;        /* of what is below it, so far */
    name anchor;
};

struct reader {
    yaml_parser_t parser;
    struct arena *arena; /* of the nodes, and the texts of keys */
    struct arena *texts; /* of values */
    const struct lines *lines;
    const struct limits *limits;
    struct diag *diag;
    struct node **pending; /* at the bottom, the roots of the documents */
    size_t pending_count;
    size_t pending_capacity;
    struct frame *frames;
    size_t frame_count;
    size_t frame_capacity;
    struct names anchor_names; /* made when the first anchor is met */
    struct anchor *anchors;    /* by name */
    size_t anchor_capacity;
    uint64_t node_count;
    uint64_t alias_count;
    uint64_t document_count;
    exd_status status;
};

static bool stop(struct reader *reader, exd_status status)
{
    reader->status = status;
    return false;
}

static inline struct place place_of_mark(const struct reader *reader, yaml_mark_t mark)
{
    return (struct place){.lines = reader->lines, .line = (uint32_t)mark.line + 1, .column = (uint32_t)mark.column + 1};
}

static inline struct place place_of_event(const struct reader *reader, const yaml_event_t *event)
{
    struct place place = place_of_mark(reader, event->start_mark);
    if (event->start_mark.line == event->end_mark.line)
        place.length = (uint32_t)(event->end_mark.column - event->start_mark.column);
    return place;
}

static bool stop_at_limit(struct reader *reader, enum limit limit, enum diag_code code, struct place place, const char *format)
{
    struct buffer help;
    buffer_init(&help, diag_memory(reader->diag));
    buffer_format(&help, "the limit is called `%s`", limit_word(limit));
    diag_add_help(reader->diag, code, place, buffer_view(&help), format, (int64_t)reader->limits->value[limit]);
    buffer_free(&help);
    return stop(reader, EXD_ERROR_LIMIT);
}

/* ---- what libyaml says, in our words ---- */

struct problem {
    const char *theirs; /* how libyaml's text begins */
    const char *ours;
    const char *help;
    enum { AT_END, AT_BEGINNING, AT_EARLIER_LINE } at; /* where libyaml gave up, or where it began: always, or on an earlier line */
};

static const char quote_help[] = "put the text in quotes if the character belongs to it";

static const struct problem problems[] = {
    {"mapping values are not allowed", "`:` makes a key here, where none can stand",
     "put the text in quotes if `: ` belongs to it; else look at the indentation", AT_END},
    {"mapping keys are not allowed", "`?` cannot begin a key here", quote_help, AT_END},
    {"block sequence entries are not allowed", "a list item `-` cannot stand here", "begin the list on a line of its own", AT_END},
    {"could not find expected ':'", "a key without `:`", "keys and values are written `key: value`, on one line", AT_BEGINNING},
    {"did not find expected key", "this does not line up with the keys before it",
     "look at the indentation, and at quotes on the lines before", AT_END},
    {"did not find expected '-' indicator", "this does not line up with the list items before it", "look at the indentation", AT_END},
    {"did not find expected ',' or ']'", "a list in `[ ]` goes on without `,` or ends without `]`", NULL, AT_EARLIER_LINE},
    {"did not find expected ',' or '}'", "a mapping in `{ }` goes on without `,` or ends without `}`", NULL, AT_EARLIER_LINE},
    {"did not find expected node content", "a value is missing here", NULL, AT_END},
    {"did not find expected <document start>", "something stands after the end of the document", "documents are separated by a line `---`",
     AT_END},
    {"did not find expected whitespace", "a space is missing here", NULL, AT_END},
    {"did not find expected alphabetic or numeric", "an anchor or alias without a name",
     "put the text in quotes if it begins with `&` or `*`", AT_END},
    {"did not find expected hexdecimal", "an escape in quotes lacks hexadecimal digits", NULL, AT_END},
    {"did not find expected comment or line break", "something stands behind `|` or `>`", quote_help, AT_END},
    {"found a tab character", "a tab is used to indent", "indent with spaces", AT_END},
    {"found character that cannot start any token", "a value cannot begin with this character", quote_help, AT_END},
    {"found unknown escape character", "an unknown escape in double quotes", "write `\\\\` for a backslash, or use single quotes", AT_END},
    {"found invalid Unicode character escape", "an escape that is no character", NULL, AT_END},
    {"found unexpected end of stream", "a quotation is never closed", "add the closing quote", AT_BEGINNING},
    {"found unexpected document indicator", "a quotation goes on into the next document", "add the closing quote", AT_BEGINNING},
    {"found unexpected ':'", "`:` cannot stand here", quote_help, AT_END},
    {"found an indentation indicator equal to 0", "an indentation of 0 behind `|` or `>`", NULL, AT_END},
    {"found undefined tag handle", "a tag, which is not used in these files", "put the text in quotes if it begins with `!`", AT_END},
    {"did not find expected tag URI", "a tag, which is not used in these files", "put the text in quotes if it begins with `!`",
     AT_BEGINNING},
    {"control characters are not allowed", "a control character", "remove it", AT_END},
};

static bool is_directive_problem(const char *text)
{
    static const char *const theirs[] = {"found incompatible YAML document",       "found duplicate %",
                                         "found unknown directive name",           "found extremely long version",
                                         "could not find expected directive name", "did not find expected version",
                                         "did not find expected digit or '.'"};
    for (size_t i = 0; i < sizeof theirs / sizeof theirs[0]; i++) {
        if (text_starts_with(text_of(text), theirs[i]))
            return true;
    }
    return false;
}

static bool begins_its_line(struct place place)
{
    struct text line = excerpt_line(place.lines, place.line);
    for (uint32_t i = 0; i + 1 < place.column && i < line.length; i++) {
        if (line.data[i] != ' ' && line.data[i] != '-')
            return false;
    }
    return true;
}

static bool stop_at_problem(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        return stop(reader, EXD_ERROR_MEMORY);
    const char *text = parser->problem ? parser->problem : "";
    struct place place = parser->error == YAML_READER_ERROR ? file_place(reader->lines, parser->problem_offset, 1)
                                                            : place_of_mark(reader, parser->problem_mark);
    if (is_directive_problem(text)) {
        if (parser->context)
            place = place_of_mark(reader, parser->context_mark);
        diag_add(reader->diag, DIAG_BAD_DIRECTIVE, place, "leave the `%` line out", "a `%%` line that is not known");
        return stop(reader, EXD_ERROR_INPUT);
    }
    static const struct problem other = {"", "not well-formed YAML", NULL, AT_END};
    static const struct problem behind = {"", "something stands behind the value", "put the whole text in quotes", AT_END};
    const struct problem *problem = &other;
    for (size_t i = 0; i < sizeof problems / sizeof problems[0]; i++) {
        if (!text_starts_with(text_of(text), problems[i].theirs))
            continue;
        problem = &problems[i];
        break;
    }
    bool lines = parser->context && parser->context_mark.line != parser->problem_mark.line;
    if (parser->context && (problem->at == AT_BEGINNING || (problem->at == AT_EARLIER_LINE && lines)))
        place = place_of_mark(reader, parser->context_mark);
    if (text_starts_with(text_of(text), "did not find expected key") && !begins_its_line(place))
        problem = &behind;
    diag_add(reader->diag, DIAG_YAML_SYNTAX, place, problem->help, "%s", problem->ours);
    return stop(reader, EXD_ERROR_INPUT);
}

/* ---- anchors and aliases ---- */

static bool remember_anchor(struct reader *reader, const yaml_char_t *text, struct node *node, struct extent extent, name *out)
{
    if (!reader->anchors && !names_init(&reader->anchor_names, reader->arena))
        return stop(reader, EXD_ERROR_MEMORY);
    name anchor = names_intern(&reader->anchor_names, text_of((const char *)text));
    void *anchors = reader->anchors;
    /* Names are numbered one by one, so the array never grows by more than its next item. */
    if (anchor == 0 || !memory_grow(reader->arena->memory, &anchors, &reader->anchor_capacity, anchor, sizeof *reader->anchors))
        return stop(reader, EXD_ERROR_MEMORY);
    reader->anchors = anchors;
    reader->anchors[anchor] = (struct anchor){.node = node, .extent = extent, .document = reader->document_count};
    *out = anchor;
    return true;
}

static const struct anchor *find_anchor(const struct reader *reader, const yaml_char_t *text)
{
    name found = reader->anchors ? names_find(&reader->anchor_names, text_of((const char *)text)) : 0;
    return found && reader->anchors[found].document == reader->document_count ? &reader->anchors[found] : NULL;
}

static bool is_open(const struct reader *reader, const struct node *node)
{
    for (size_t i = 0; i < reader->frame_count; i++) {
        if (reader->frames[i].node == node)
            return true;
    }
    return false;
}

/* ---- nodes ---- */

static inline struct node *new_node(struct reader *reader, enum node_kind kind, const yaml_event_t *event, const yaml_char_t *tag)
{
    struct node *node = arena_take(reader->arena, sizeof *node, alignof(struct node));
    if (!node)
        return NULL;
    node->place = place_of_event(reader, event);
    node->text = (struct text){NULL, 0};
    node->count = 0;
    node->kind = (uint8_t)kind;
    node->plain = false;
    if (tag)
        diag_add(reader->diag, DIAG_YAML_TAG, node->place, "put the text in quotes if it begins with `!`",
                 "a tag, which is not used in these files");
    return node;
}

/* Puts a node, new or known, into the list or mapping that is open. It stands for `nodes`, itself included. */
static inline bool add_node(struct reader *reader, struct node *node, uint64_t nodes)
{
    reader->node_count += nodes;
    if (reader->node_count > reader->limits->value[LIMIT_NODES])
        return stop_at_limit(reader, LIMIT_NODES, DIAG_TOO_MANY_NODES, node->place, "the file has more than %l nodes, aliases written out");
    void *pending = reader->pending;
    if (!memory_grow(reader->arena->memory, &pending, &reader->pending_capacity, reader->pending_count, sizeof(struct node *)))
        return stop(reader, EXD_ERROR_MEMORY);
    reader->pending = pending;
    reader->pending[reader->pending_count++] = node;
    return true;
}

/* How deep a finished child makes its parent. */
static void deepen_parent(struct reader *reader, uint64_t child)
{
    if (reader->frame_count && reader->frames[reader->frame_count - 1].depth < child + 1)
        reader->frames[reader->frame_count - 1].depth = child + 1;
}

/* An empty scalar where something cannot be used, so that reading goes on and finds further mistakes. */
static bool add_stand_in(struct reader *reader, const yaml_event_t *event)
{
    struct node *node = new_node(reader, NODE_SCALAR, event, NULL);
    if (!node)
        return stop(reader, EXD_ERROR_MEMORY);
    node->text = TEXT("");
    return add_node(reader, node, 1);
}

static bool awaits_key(const struct reader *reader)
{
    const struct frame *frame = reader->frame_count ? &reader->frames[reader->frame_count - 1] : NULL;
    return frame && frame->node->kind == NODE_MAPPING && (reader->pending_count - frame->base) % 2 == 0;
}

static bool on_scalar(struct reader *reader, const yaml_event_t *event)
{
    struct node *node = new_node(reader, NODE_SCALAR, event, event->data.scalar.tag);
    if (!node)
        return stop(reader, EXD_ERROR_MEMORY);
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    struct text value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    node->text = arena_copy_text(awaits_key(reader) ? reader->arena : reader->texts, value);
    if (!node->text.data)
        return stop(reader, EXD_ERROR_MEMORY);
    /* The file has none: only an escape makes one. */
    if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE && memchr(value.data, '\0', value.length))
        diag_add(reader->diag, DIAG_NUL_CHARACTER, node->place, "leave it out", "the text has a NUL character");
    name anchor;
    if (event->data.scalar.anchor && !remember_anchor(reader, event->data.scalar.anchor, node, (struct extent){.nodes = 1}, &anchor))
        return false;
    return add_node(reader, node, 1);
}

static bool on_alias(struct reader *reader, const yaml_event_t *event)
{
    struct place place = place_of_event(reader, event);
    struct text text = text_of((const char *)event->data.alias.anchor);
    if (++reader->alias_count > reader->limits->value[LIMIT_ALIASES])
        return stop_at_limit(reader, LIMIT_ALIASES, DIAG_TOO_MANY_ALIASES, place, "the file has more than %l aliases");
    const struct anchor *anchor = find_anchor(reader, event->data.alias.anchor);
    if (!anchor || is_open(reader, anchor->node)) {
        diag_add(reader->diag, DIAG_BAD_ALIAS, place, "put the text in quotes if it begins with `*`",
                 anchor ? "the alias `*%t` stands inside what it names" : "the alias `*%t` names no anchor", text);
        return add_stand_in(reader, event);
    }
    if (reader->frame_count + anchor->extent.depth > reader->limits->value[LIMIT_DEPTH])
        return stop_at_limit(reader, LIMIT_DEPTH, DIAG_TOO_DEEP, place, "nodes are nested more than %l deep, aliases written out");
    deepen_parent(reader, anchor->extent.depth);
    return add_node(reader, anchor->node, anchor->extent.nodes);
}

static bool on_start(struct reader *reader, enum node_kind kind, const yaml_event_t *event, const yaml_char_t *anchor,
                     const yaml_char_t *tag)
{
    struct node *node = new_node(reader, kind, event, tag);
    if (!node)
        return stop(reader, EXD_ERROR_MEMORY);
    if (reader->frame_count >= reader->limits->value[LIMIT_DEPTH])
        return stop_at_limit(reader, LIMIT_DEPTH, DIAG_TOO_DEEP, node->place, "nodes are nested more than %l deep");
    struct frame frame = {.node = node, .nodes_before = reader->node_count, .depth = 1};
    if (anchor && !remember_anchor(reader, anchor, node, (struct extent){.nodes = 1, .depth = 1}, &frame.anchor))
        return false;
    if (!add_node(reader, node, 1))
        return false;
    frame.base = reader->pending_count;
    void *frames = reader->frames;
    if (!memory_grow(reader->arena->memory, &frames, &reader->frame_capacity, reader->frame_count, sizeof *reader->frames))
        return stop(reader, EXD_ERROR_MEMORY);
    reader->frames = frames;
    reader->frames[reader->frame_count++] = frame;
    return true;
}

/* ---- keys ---- */

static int compare_keys(const void *left, const void *right)
{
    const struct node *a = *(struct node *const *)left, *b = *(struct node *const *)right;
    int order = text_compare(a->text, b->text);
    if (order != 0)
        return order;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    return (a->place.column > b->place.column) - (a->place.column < b->place.column);
}

static void report_duplicate(struct reader *reader, const struct node *key, const struct node *earlier)
{
    diag_add(reader->diag, DIAG_DUPLICATE_KEY, key->place, NULL, "the key `%t` stands on line %u already", key->text,
             (unsigned)earlier->place.line);
}

/* Whether a key of the same length, first and last letter may have been seen before. */
static bool has_seen_like(uint64_t seen[4], struct text key)
{
    unsigned first = key.length ? (unsigned char)key.data[0] : 0, last = key.length ? (unsigned char)key.data[key.length - 1] : 0;
    unsigned like = first * 7 + last * 31 + (unsigned)key.length;
    uint64_t bit = UINT64_C(1) << (like & 63);
    bool may = seen[like >> 6 & 3] & bit;
    seen[like >> 6 & 3] |= bit;
    return may;
}

static void check_few_keys(struct reader *reader, struct node **keys, size_t count)
{
    uint64_t seen[4] = {0};
    for (size_t i = 0; i < count; i++) {
        bool may_be_there = has_seen_like(seen, keys[i]->text);
        for (size_t j = 0; may_be_there && j < i; j++) {
            if (!text_equal(keys[j]->text, keys[i]->text))
                continue;
            report_duplicate(reader, keys[i], keys[j]);
            break;
        }
    }
}

/* Sorted, doubled keys are neighbours: no input makes this quadratic. */
static void check_many_keys(struct reader *reader, struct node **keys, size_t count)
{
    sort(keys, count, sizeof(struct node *), compare_keys);
    for (size_t i = 1; i < count; i++)
        if (text_equal(keys[i - 1]->text, keys[i]->text))
            report_duplicate(reader, keys[i], keys[i - 1]);
}

/* `pairs` is used up. */
static void check_keys(struct reader *reader, const struct node *mapping, struct node **pairs)
{
    size_t scalars = 0;
    for (uint32_t i = 0; i < mapping->count; i++) {
        struct node *key = mapping->items[i];
        if (!node_is_scalar(key)) {
            diag_add(reader->diag, DIAG_WRONG_KIND, key->place, "put text that begins with `[` or `{` in quotes", "a key is %s",
                     node_kind_words(key->kind));
            continue;
        }
        if (key->plain && text_is(key->text, "<<"))
            diag_add(reader->diag, DIAG_MERGE_KEY, key->place, "write the keys out", "`<<` does not merge mappings here");
        pairs[scalars++] = key;
    }
    if (scalars > KEYS_COMPARED_EACH)
        check_many_keys(reader, pairs, scalars);
    else
        check_few_keys(reader, pairs, scalars);
}

/* Key, value, key, value … becomes keys, then values. */
static void fill_mapping(struct node *mapping, struct node *const *pairs)
{
    for (uint32_t i = 0; i < mapping->count; i++) {
        mapping->items[i] = pairs[2 * i];
        mapping->items[mapping->count + i] = pairs[2 * i + 1];
    }
}

static bool on_end(struct reader *reader)
{
    struct frame frame = reader->frames[--reader->frame_count];
    size_t count = reader->pending_count - frame.base;
    struct node **own = reader->pending + frame.base;
    frame.node->items = arena_take(reader->arena, count * sizeof *own, alignof(struct node *)); /* no more than stand in `pending` */
    if (!frame.node->items)
        return stop(reader, EXD_ERROR_MEMORY);
    reader->pending_count = frame.base;
    if (frame.node->kind == NODE_MAPPING) {
        frame.node->count = (uint32_t)(count / 2);
        fill_mapping(frame.node, own);
        check_keys(reader, frame.node, own);
    } else {
        frame.node->count = (uint32_t)count;
        if (count)
            memcpy(frame.node->items, own, count * sizeof(struct node *));
    }
    /* The same name may have been given to another node meanwhile. */
    if (frame.anchor && reader->anchors[frame.anchor].node == frame.node)
        reader->anchors[frame.anchor].extent = (struct extent){reader->node_count - frame.nodes_before, frame.depth};
    deepen_parent(reader, frame.depth);
    return true;
}

/* ---- the file ---- */

/* libyaml compares each `%` line with all others of its document. A line of a text that only looks like one does no harm: it is counted. */
static bool check_directives(struct reader *reader)
{
    struct text bytes = reader->lines->bytes;
    size_t total = 0;
    uint32_t line = 1;
    if (!memchr(bytes.data, '%', bytes.length))
        return true;
    for (size_t start = 0, next; start < bytes.length; start = next, line++) {
        excerpt_next_line(bytes, start, &next);
        struct text rest = {bytes.data + start, next - start};
        if (text_starts_with(rest, "---") || text_starts_with(rest, "..."))
            total = 0;
        if (rest.data[0] != '%')
            continue;
        total += rest.length;
        if (total <= LIMIT_DIRECTIVE_BYTES)
            continue;
        struct place place = {.lines = reader->lines, .line = line, .column = 1};
        diag_add(reader->diag, DIAG_BAD_DIRECTIVE, place, "leave the `%` lines out",
                 "the `%%` lines of a document are longer than %d bytes", (int)LIMIT_DIRECTIVE_BYTES);
        return stop(reader, EXD_ERROR_LIMIT);
    }
    return true;
}

/* False when reading must stop; the status says why. */
static bool on_event(struct reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++reader->document_count <= reader->limits->value[LIMIT_DOCUMENTS])
            return true;
        return stop_at_limit(reader, LIMIT_DOCUMENTS, DIAG_TOO_MANY_DOCUMENTS, place_of_event(reader, event),
                             "the file has more than %l documents");
    case YAML_SCALAR_EVENT:
        return on_scalar(reader, event);
    case YAML_ALIAS_EVENT:
        return on_alias(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return on_start(reader, NODE_SEQUENCE, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
        return on_start(reader, NODE_MAPPING, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return on_end(reader);
    case YAML_STREAM_END_EVENT:
        return false;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return true;
    }
    return true;
}

static void read_events(struct reader *reader)
{
    const struct lines *lines = reader->lines;
    if (!yaml_parser_initialize(&reader->parser)) {
        reader->status = EXD_ERROR_MEMORY;
        return;
    }
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)lines->bytes.data, lines->bytes.length);
    for (bool more = true; more;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event))
            more = stop_at_problem(reader);
        else if (event.type == YAML_SCALAR_EVENT) /* the most frequent one */
            more = on_scalar(reader, &event);
        else
            more = on_event(reader, &event);
        if (event.type != YAML_MAPPING_END_EVENT && event.type != YAML_SEQUENCE_END_EVENT) /* these own nothing */
            yaml_event_delete(&event);
    }
    yaml_parser_delete(&reader->parser);
}

static exd_status finish(struct reader *reader, struct node ***documents, size_t *count)
{
    if (reader->document_count == 0) {
        diag_add(reader->diag, DIAG_FILE_EMPTY, (struct place){.lines = reader->lines}, NULL, "the file has no document, only comments");
        return EXD_ERROR_INPUT;
    }
    struct node **roots = arena_array(reader->arena, reader->pending_count, sizeof *roots);
    if (!roots)
        return EXD_ERROR_MEMORY;
    memcpy(roots, reader->pending, reader->pending_count * sizeof *roots);
    *documents = roots;
    *count = reader->pending_count;
    return EXD_OK;
}

exd_status yaml_parse(struct arena *arena, struct arena *texts, const struct lines *lines, const struct limits *limits, struct diag *diag,
                      struct node ***documents, size_t *count)
{
    struct reader reader = {.arena = arena, .texts = texts, .lines = lines, .limits = limits, .diag = diag, .status = EXD_OK};
    uint64_t errors_before = diag->errors;
    if (check_directives(&reader))
        read_events(&reader);
    exd_status status = reader.status;
    if (status == EXD_OK && diag->errors > errors_before)
        status = EXD_ERROR_INPUT;
    if (status == EXD_OK)
        status = finish(&reader, documents, count);
    memory_free(arena->memory, reader.pending, reader.pending_capacity * sizeof *reader.pending);
    memory_free(arena->memory, reader.frames, reader.frame_capacity * sizeof *reader.frames);
    memory_free(arena->memory, reader.anchors, reader.anchor_capacity * sizeof *reader.anchors);
    return diag->out_of_memory ? EXD_ERROR_MEMORY : status;
}
