#include "rules/intake.h"

#include <string.h>

#include "base/sort.h"
#include "model/vocabulary_keys.h"
#include "rules/link.h"
#include "rules/rulebook_keys.h"
#include "source/shape.h"
#include "source/yaml.h"

/* In the order in which they are read: each needs those before it. */
enum format { FORMAT_STATES, FORMAT_GROUNDS, FORMAT_VOCABULARY, FORMAT_RULEBOOK, FORMAT_TRANSLATION, FORMAT_COUNT };

static const char *const format_words[FORMAT_COUNT] = {STATES_FORMAT, GROUNDS_FORMAT, VOCABULARY_FORMAT, RULEBOOK_FORMAT,
                                                       TRANSLATION_FORMAT};

static const char *const dictionary_words[] = {"list of States", "taxonomy of grounds", "vocabulary"};

/* A document that came too early, or a rulebook that is read but for its conditions. */
struct waiting {
    enum format format;
    const struct lines *lines;
    const struct node *document;
    bool is_read;
    struct text instrument;
    struct rulebook_trees trees;
};

/* ---- beginning and end ------------------------------------------------------------------------------------------------ */

bool intake_begin(struct intake *intake, struct exd_rules *rules)
{
    *intake = (struct intake){.rules = rules};
    arena_init(&intake->trees, rules->memory);
    arena_init(&intake->kept, rules->memory);
    rules->vocabulary.names = &rules->names;
    return names_init(&rules->names, &rules->arena) && known_begin(&intake->known_expressions, rules->memory);
}

void intake_free(struct intake *intake)
{
    if (!intake->rules)
        return;
    struct memory memory = intake->rules->memory;
    memory_free(memory, intake->waiting, intake->waiting_capacity * sizeof *intake->waiting);
    if (intake->instrument_capacity)
        memory_free(memory, intake->rules->instruments, intake->instrument_capacity * sizeof *intake->rules->instruments);
    arena_free(&intake->trees);
    arena_free(&intake->kept);
    known_free(&intake->known_expressions);
    *intake = (struct intake){0};
}

void intake_note_unread(struct intake *intake)
{
    intake->unread = true;
}

/* ---- one document ----------------------------------------------------------------------------------------------------- */

static int document_format(const struct node *document, struct diag *diag)
{
    const struct node *format = node_get(document, "format");
    if (!format || !node_is_scalar(format)) {
        diag_add(diag, DIAG_UNKNOWN_FORMAT, document->place, "begin with `format: extradition-rulebook/1`",
                 "the file does not say its format");
        return -1;
    }
    for (int i = 0; i < FORMAT_COUNT; i++)
        if (text_is(format->text, format_words[i]))
            return i;
    struct text known[FORMAT_COUNT];
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        known[i] = text_of(format_words[i]);
    shape_unknown(diag, DIAG_UNKNOWN_FORMAT, format->place, "format", format->text, known, FORMAT_COUNT);
    return -1;
}

static bool wait(struct intake *intake, struct waiting waiting)
{
    void *items = intake->waiting;
    if (!memory_grow(intake->rules->memory, &items, &intake->waiting_capacity, intake->waiting_count, sizeof waiting))
        return false;
    intake->waiting = items;
    intake->waiting[intake->waiting_count++] = waiting;
    return true;
}

/* A document that cannot be read yet outlives the trees of its file. */
static bool keep_document(struct intake *intake, enum format format, const struct lines *lines, const struct node *document)
{
    const struct node *kept = tree_copy(&intake->kept, document);
    return kept && wait(intake, (struct waiting){.format = format, .lines = lines, .document = kept});
}

/* The States, the grounds and the vocabulary: exactly one file each. */
static bool comes_first_time(struct intake *intake, enum format format, const struct node *document, struct diag *diag)
{
    if (format < FORMAT_RULEBOOK && intake->seen & 1U << format) {
        diag_add(diag, DIAG_NO_VOCABULARY, document->place, NULL, "a set of rules has one %s, and this is another",
                 dictionary_words[format]);
        return false;
    }
    intake->seen |= 1U << format;
    return true;
}

static bool read_dictionary(struct intake *intake, enum format format, const struct node *document, struct diag *diag)
{
    struct exd_rules *rules = intake->rules;
    bool good;
    if (format == FORMAT_STATES)
        good = states_read(&rules->vocabulary, &rules->arena, document, diag);
    else if (format == FORMAT_GROUNDS)
        good = grounds_read(&rules->vocabulary, &rules->arena, document, diag);
    else
        good = vocabulary_read(&rules->vocabulary, &rules->arena, document, diag);
    intake->known |= good ? 1U << format : 0;
    return good;
}

enum { LANES = 4, LANE_BYTES = sizeof(uint64_t) };

static uint64_t stir(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

/* Bytes as a number, the first the lowest, the same on every machine; compilers make one load of it. */
static inline uint64_t eight_bytes(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 |
           (uint64_t)bytes[5] << 40 | (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/* A digest in the manner of FNV, in lanes that do not wait for one another, the last step filled up with zeros: it tells versions of a
 * file apart, and guards against nothing. */
static void set_version(struct instrument *instrument, struct text bytes)
{
    static const char digits[] = "0123456789abcdef";
    uint64_t lanes[LANES] = {1, 2, 3, 4};
    size_t at = 0;
    for (; bytes.length - at >= LANES * LANE_BYTES; at += LANES * LANE_BYTES)
        for (size_t i = 0; i < LANES; i++)
            lanes[i] = stir(lanes[i], eight_bytes(bytes.data + at + i * LANE_BYTES));
    char last[LANES * LANE_BYTES] = {0};
    memcpy(last, bytes.data + at, bytes.length - at);
    uint64_t hash = bytes.length;
    for (size_t i = 0; i < LANES; i++)
        hash = stir(hash, stir(lanes[i], eight_bytes(last + i * LANE_BYTES)));
    for (int i = 15; i >= 0; i--, hash >>= 4)
        instrument->version[i] = digits[hash & 15];
    instrument->version[16] = '\0';
}

/* The next free place for an instrument; NULL when memory ran out. */
static struct instrument *new_instrument(struct intake *intake)
{
    struct exd_rules *rules = intake->rules;
    void *items = rules->instruments;
    if (!memory_grow(rules->memory, &items, &intake->instrument_capacity, rules->instrument_count, sizeof *rules->instruments))
        return NULL;
    rules->instruments = items;
    struct instrument *instrument = &rules->instruments[rules->instrument_count++];
    *instrument = (struct instrument){.id = {"", 0}};
    return instrument;
}

static bool is_wording(struct text key)
{
    return text_is(key, "cite") || text_is(key, "label");
}

/* Whether a condition uses a definition of another rulebook: `instrument/name`. A text with a slash only makes it wait in vain. */
static bool names_another(const struct node *condition)
{
    if (!condition)
        return false;
    if (node_is_scalar(condition))
        return memchr(condition->text.data, '/', condition->text.length) != NULL;
    bool mapping = condition->kind == NODE_MAPPING;
    for (uint32_t i = 0; i < condition->count; i++)
        if (!(mapping && is_wording(node_key(condition, i)->text)) &&
            names_another(mapping ? node_value(condition, i) : condition->items[i]))
            return true;
    return false;
}

static bool needs_others(const struct instrument *instrument, const struct rulebook_trees *trees)
{
    bool needs = names_another(trees->applies);
    for (uint32_t i = 0; i < instrument->rule_count && !needs; i++)
        needs = names_another(trees->rules[i].given) || names_another(trees->rules[i].when) || names_another(trees->rules[i].unless);
    for (uint32_t i = 0; i < instrument->definition_count && !needs; i++)
        needs = names_another(instrument->definitions[i].means);
    return needs;
}

static bool compile(struct intake *intake, struct instrument *instrument, const struct rulebook_trees *trees, struct diag *diag)
{
    bool good = ruleset_compile(intake->rules, &intake->known_expressions, instrument, trees, diag);
    intake->faulty |= !good;
    return good;
}

static bool read_rulebook(struct intake *intake, const struct lines *lines, const struct node *document, struct diag *diag)
{
    struct exd_rules *rules = intake->rules;
    struct rulebook_trees trees = {0};
    struct instrument *instrument = new_instrument(intake);
    if (!instrument)
        return false;
    instrument->file = lines->name;
    set_version(instrument, lines->bytes);
    if (!rulebook_read(instrument, &rules->arena, &intake->trees, &rules->names, &rules->vocabulary, document, &trees, diag)) {
        intake->unread = true;
        return false;
    }
    if (needs_others(instrument, &trees))
        return rulebook_keep_trees(instrument, &trees, &intake->kept) &&
               wait(intake, (struct waiting){.format = FORMAT_RULEBOOK, .is_read = true, .instrument = instrument->id, .trees = trees});
    return compile(intake, instrument, &trees, diag);
}

/* Whether all that a document needs has been read. */
static bool can_be_read(const struct intake *intake, enum format format)
{
    uint32_t needed = format < FORMAT_VOCABULARY ? 0 : (1U << (format < FORMAT_RULEBOOK ? format : FORMAT_RULEBOOK)) - 1;
    return format != FORMAT_TRANSLATION && (intake->known & needed) == needed;
}

static bool read_document(struct intake *intake, enum format format, const struct lines *lines, const struct node *document,
                          struct diag *diag)
{
    if (format == FORMAT_RULEBOOK)
        return read_rulebook(intake, lines, document, diag);
    bool good = read_dictionary(intake, format, document, diag);
    intake->unread |= !good;
    return good;
}

static exd_status add_document(struct intake *intake, const struct lines *lines, const struct node *document, struct diag *diag)
{
    uint64_t limit = intake->rules->limits.value[LIMIT_FILES];
    if (intake->document_count >= limit) {
        diag_add(diag, DIAG_TOO_MANY_FILES, document->place, "raise the limit `files`",
                 "there are more than %l files, documents counted singly", (int64_t)limit);
        return EXD_ERROR_LIMIT;
    }
    intake->document_count++;
    int format = document_format(document, diag);
    if (format < 0 || !comes_first_time(intake, (enum format)format, document, diag)) {
        intake->unread = true;
        return EXD_ERROR_INPUT;
    }
    bool good = can_be_read(intake, (enum format)format) ? read_document(intake, (enum format)format, lines, document, diag)
                                                         : keep_document(intake, (enum format)format, lines, document);
    if (good)
        return EXD_OK;
    return diag->errors ? EXD_ERROR_INPUT : EXD_ERROR_MEMORY;
}

exd_status intake_file(struct intake *intake, const struct lines *lines, struct diag *diag)
{
    struct exd_rules *rules = intake->rules;
    struct node **documents;
    size_t count = 0;
    exd_status worst = yaml_parse(&intake->trees, &rules->arena, lines, &rules->limits, diag, &documents, &count);
    intake->unread |= worst != EXD_OK;
    for (size_t i = 0; i < count && worst != EXD_ERROR_LIMIT && worst != EXD_ERROR_MEMORY; i++) {
        exd_status status = add_document(intake, lines, documents[i], diag);
        worst = status == EXD_OK ? worst : status;
    }
    arena_reset(&intake->trees); /* the memory serves the next file */
    return rules->arena.exhausted || intake->kept.exhausted ? EXD_ERROR_MEMORY : worst;
}

/* ---- what waited ------------------------------------------------------------------------------------------------------ */

static bool read_waiting_dictionary(struct intake *intake, struct diag *diag)
{
    bool good = true;
    for (int format = 0; format < FORMAT_RULEBOOK; format++) {
        for (size_t i = 0; i < intake->waiting_count; i++) {
            struct waiting waiting = intake->waiting[i];
            if (waiting.format != (enum format)format || !can_be_read(intake, waiting.format))
                continue;
            diag_begin_file(diag);
            good &= read_document(intake, waiting.format, waiting.lines, waiting.document, diag);
        }
    }
    return good;
}

/* Said only when every file could be read: a faulty one may be what is missing. */
static bool has_dictionary(struct intake *intake, struct diag *diag)
{
    bool good = true;
    for (int format = 0; format < FORMAT_RULEBOOK && !intake->unread; format++) {
        if (intake->seen & 1U << format)
            continue;
        diag_add(diag, DIAG_NO_VOCABULARY, (struct place){0}, "load the whole directory of rules", "the set of rules has no %s",
                 dictionary_words[format]);
        good = false;
    }
    return good && can_be_read(intake, FORMAT_RULEBOOK);
}

static bool read_waiting_rulebooks(struct intake *intake, struct diag *diag)
{
    bool good = true;
    size_t count = intake->waiting_count; /* those that need others join the end of the list */
    for (size_t i = 0; i < count; i++) {
        struct waiting waiting = intake->waiting[i];
        if (waiting.format != FORMAT_RULEBOOK || waiting.is_read)
            continue;
        diag_begin_file(diag);
        good &= read_document(intake, waiting.format, waiting.lines, waiting.document, diag);
    }
    return good;
}

struct order {
    struct text id;
    uint32_t index;
};

static int compare_order(const void *a, const void *b)
{
    const struct order *left = a;
    const struct order *right = b;
    int order = text_compare(left->id, right->id);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

/* Puts the instruments in the order of their ids, so that nothing depends on the order of files, and into the rules' arena. */
static bool order_instruments(struct intake *intake, struct diag *diag)
{
    struct exd_rules *rules = intake->rules;
    uint32_t count = rules->instrument_count;
    struct order *order = arena_array(&intake->known_expressions.scratch, count, sizeof *order);
    struct instrument *ordered = arena_array(&rules->arena, count, sizeof *ordered);
    if (!order || !ordered)
        return false;
    for (uint32_t i = 0; i < count; i++)
        order[i] = (struct order){rules->instruments[i].id, i};
    sort(order, count, sizeof *order, compare_order);
    bool good = true;
    for (uint32_t i = 0; i < count; i++) {
        ordered[i] = rules->instruments[order[i].index];
        ordered[i].index = i;
        if (i && text_equal(order[i].id, order[i - 1].id)) {
            diag_add(diag, DIAG_DUPLICATE_ID, ordered[i].place, NULL, "two rulebooks have the id `%t`", order[i].id);
            good = false;
        }
    }
    arena_reset(&intake->known_expressions.scratch);
    memory_free(rules->memory, rules->instruments, intake->instrument_capacity * sizeof *rules->instruments);
    intake->instrument_capacity = 0;
    rules->instruments = ordered;
    return good;
}

static bool compile_waiting(struct intake *intake, struct diag *diag)
{
    struct exd_rules *rules = intake->rules;
    bool good = true;
    for (size_t i = 0; i < intake->waiting_count; i++) {
        const struct waiting *waiting = &intake->waiting[i];
        if (!waiting->is_read)
            continue;
        diag_begin_file(diag);
        uint32_t index = ruleset_instrument(rules, waiting->instrument)->index;
        good &= compile(intake, &rules->instruments[index], &waiting->trees, diag);
    }
    intake->faulty |= !link_conditions(rules, diag);
    if (!intake->faulty)
        ruleset_note_unused(rules, diag);
    return good;
}

static bool read_translations(struct intake *intake, struct diag *diag)
{
    bool good = true;
    for (size_t i = 0; i < intake->waiting_count; i++) {
        if (intake->waiting[i].format != FORMAT_TRANSLATION)
            continue;
        diag_begin_file(diag);
        good &= translation_read(intake->rules, intake->waiting[i].document, diag);
    }
    return translation_finish(intake->rules, diag) && good;
}

static bool finish(struct intake *intake, struct diag *diag)
{
    bool good = read_waiting_dictionary(intake, diag);
    if (!has_dictionary(intake, diag))
        return false; /* nothing else can be understood without it */
    good &= read_waiting_rulebooks(intake, diag);
    if (intake->unread || !order_instruments(intake, diag))
        return false;
    good &= compile_waiting(intake, diag);
    return link_rules(intake->rules, diag) && good && !intake->faulty && read_translations(intake, diag);
}

exd_status intake_finish(struct intake *intake, struct diag *diag)
{
    bool good = finish(intake, diag);
    if (intake->rules->arena.exhausted || diag->out_of_memory)
        return EXD_ERROR_MEMORY;
    if (diag->total_errors || intake->unread || intake->faulty)
        return EXD_ERROR_INPUT;
    return good ? EXD_OK : EXD_ERROR_MEMORY;
}
