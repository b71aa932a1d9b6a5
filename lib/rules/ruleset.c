#include "rules/ruleset.h"

#include <string.h>

#include "base/sort.h"
#include "rules/compile.h"
#include "rules/link.h"
#include "rules/reach.h"
#include "rules/rulebook_keys.h"
#include "source/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The formats, in the order in which they are read: each needs those before it. */
enum format { FORMAT_STATES, FORMAT_GROUNDS, FORMAT_VOCABULARY, FORMAT_RULEBOOK, FORMAT_TRANSLATION, FORMAT_COUNT };

static const char *const format_words[FORMAT_COUNT] = {"extradition-states/1", "extradition-grounds/1", "extradition-vocabulary/1",
                                                       RULEBOOK_FORMAT, TRANSLATION_FORMAT};

static int document_format(const struct rule_file *file, struct diag *diag)
{
    const struct node *format = node_get(file->document, "format");
    if (!format || !node_is_scalar(format)) {
        diag_add(diag, DIAG_UNKNOWN_FORMAT, file->document->place, "begin with `format: extradition-rulebook/1`",
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

static bool read_one(struct exd_rules *rules, enum format format, const struct rule_file *file, struct diag *diag)
{
    switch (format) {
    case FORMAT_STATES:
        return states_read(&rules->vocabulary, &rules->arena, file->document, diag);
    case FORMAT_GROUNDS:
        return grounds_read(&rules->vocabulary, &rules->arena, file->document, diag);
    case FORMAT_VOCABULARY:
        return vocabulary_read(&rules->vocabulary, &rules->arena, file->document, diag);
    case FORMAT_RULEBOOK:
    case FORMAT_TRANSLATION:
    case FORMAT_COUNT:
        break;
    }
    return true;
}

/* The States, the grounds and the vocabulary: exactly one file each. */
static bool read_dictionary(struct exd_rules *rules, const struct rule_file *files, const int *formats, size_t count, struct diag *diag)
{
    static const char *const what[] = {"list of States", "taxonomy of grounds", "vocabulary"};
    bool good = true;
    for (int format = 0; format < FORMAT_RULEBOOK && good; format++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++) {
            if (formats[i] != format)
                continue;
            diag_begin_file(diag);
            if (++found > 1) {
                diag_add(diag, DIAG_NO_VOCABULARY, files[i].document->place, NULL, "a set of rules has one %s, and this is another",
                         what[format]);
                good = false;
            } else {
                good &= read_one(rules, (enum format)format, &files[i], diag);
            }
        }
        if (found == 0) {
            diag_add(diag, DIAG_NO_VOCABULARY, (struct place){0}, "load the whole directory of rules", "the set of rules has no %s",
                     what[format]);
            good = false;
        }
    }
    return good;
}

/* Bytes as a number, the first the lowest, the same on every machine. */
static uint64_t last_bytes(const char *bytes, size_t count)
{
    uint64_t number = 0;
    for (size_t i = 0; i < count; i++)
        number |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
    return number;
}

/* Written out, because compilers make one load of it. */
static uint64_t eight_bytes(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 |
           (uint64_t)bytes[5] << 40 | (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/* A digest in the manner of FNV, eight bytes at a step: it tells versions of a file apart, and guards against nothing. */
static void set_version(struct instrument *instrument, struct text bytes)
{
    static const char digits[] = "0123456789abcdef";
    uint64_t hash = UINT64_C(14695981039346656037) ^ bytes.length;
    for (size_t at = 0; at < bytes.length; at += 8) {
        size_t rest = bytes.length - at;
        hash = (hash ^ (rest >= 8 ? eight_bytes(bytes.data + at) : last_bytes(bytes.data + at, rest))) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    for (int i = 15; i >= 0; i--, hash >>= 4)
        instrument->version[i] = digits[hash & 15];
    instrument->version[16] = '\0';
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

/* Puts the instruments in the order of their ids, so that nothing depends on the order of files. */
static bool order_instruments(struct exd_rules *rules, struct instrument *read, uint32_t count, struct diag *diag)
{
    struct order *order = arena_array(&rules->arena, count, sizeof *order);
    rules->instruments = arena_array(&rules->arena, count, sizeof *rules->instruments);
    if (!order || !rules->instruments)
        return false;
    for (uint32_t i = 0; i < count; i++)
        order[i] = (struct order){read[i].id, i};
    sort(order, count, sizeof *order, compare_order);
    bool good = true;
    for (uint32_t i = 0; i < count; i++) {
        rules->instruments[i] = read[order[i].index];
        rules->instruments[i].index = i;
        if (i && text_equal(order[i].id, order[i - 1].id)) {
            diag_add(diag, DIAG_DUPLICATE_ID, rules->instruments[i].place, NULL, "two rulebooks have the id `%t`", order[i].id);
            good = false;
        }
    }
    rules->instrument_count = count;
    return good;
}

static bool read_rulebooks(struct exd_rules *rules, const struct rule_file *files, const int *formats, size_t count, struct diag *diag)
{
    struct instrument *read = arena_array(&rules->arena, count, sizeof *read);
    if (!read)
        return false;
    uint32_t found = 0;
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        if (formats[i] != FORMAT_RULEBOOK)
            continue;
        struct instrument *instrument = &read[found++];
        instrument->id = (struct text){"", 0};
        diag_begin_file(diag);
        good &= rulebook_read(instrument, &rules->arena, &rules->names, &rules->vocabulary, files[i].document, diag);
        instrument->file = files[i].lines->name;
        set_version(instrument, files[i].lines->bytes);
    }
    return order_instruments(rules, read, found, diag) && good;
}

/* ---- conditions ------------------------------------------------------------------------------------------------------- */

static bool compile_part(struct compiler *compiler, const struct node *node, uint32_t *root)
{
    if (!node)
        return true;
    *root = compile_condition(compiler, node);
    return *root != NO_ROOT;
}

static bool compile_day(struct compiler *compiler, const struct node *node, uint32_t *root)
{
    if (!node)
        return true;
    *root = compile_date(compiler, node);
    return *root != NO_ROOT;
}

static bool compile_rule(struct exd_rules *rules, struct arena *scratch, struct instrument *instrument, struct rule *rule,
                         struct diag *diag)
{
    struct compiler compiler = compiler_for(rules, scratch, instrument, diag);
    size_t first = rules->program.node_count;
    if (rule->each_offence)
        compiler_bind(&compiler, rules->vocabulary.entities[rules->vocabulary.offence].item_name, rules->vocabulary.offence);
    bool good = compile_part(&compiler, rule->tree.given, &rule->given);
    good &= compile_part(&compiler, rule->tree.when, &rule->when);
    good &= compile_part(&compiler, rule->tree.unless, &rule->unless);
    good &= compile_day(&compiler, rule->tree.starts, &rule->deadline.starts);
    good &= compile_day(&compiler, rule->tree.by, &rule->deadline.by);
    good &= compile_day(&compiler, rule->tree.done, &rule->deadline.done);
    arena_reset(scratch);
    return good && reach_check(rules, first, diag) && reach_check_rule(rules, rule, diag);
}

static bool compile_instrument(struct exd_rules *rules, struct arena *scratch, struct instrument *instrument, struct diag *diag)
{
    bool good = true;
    if (instrument->applies_tree) {
        struct compiler compiler = compiler_for(rules, scratch, instrument, diag);
        compiler.in_applies = true;
        size_t first = rules->program.node_count;
        good &= compile_part(&compiler, instrument->applies_tree, &instrument->applies) && reach_check(rules, first, diag);
    }
    for (uint32_t i = 0; i < instrument->rule_count; i++)
        good &= compile_rule(rules, scratch, instrument, &instrument->rules[i], diag);
    return good;
}

/* A definition that nothing uses still has to be right. */
static bool compile_unused(struct exd_rules *rules, struct arena *scratch, struct instrument *instrument, struct diag *diag)
{
    bool good = true;
    for (uint32_t i = 0; i < instrument->definition_count; i++) {
        struct definition *definition = &instrument->definitions[i];
        if (definition->used)
            continue;
        struct compiler compiler = compiler_for(rules, scratch, instrument, diag);
        struct variable item = {.entity = definition->entity, .slot = compiler.next_slot};
        if (definition->entity != NO_ENTITY)
            compiler.next_slot++;
        good &= compile_definition(&compiler, instrument, definition, definition->entity == NO_ENTITY ? NULL : &item, definition->place) !=
                NO_ROOT;
        diag_add(diag, DIAG_UNUSED_DEFINITION, definition->place, NULL, "no rule uses the definition `%t`", definition->id);
        arena_reset(scratch);
    }
    return good;
}

static bool compile_all(struct exd_rules *rules, struct diag *diag)
{
    struct arena scratch;
    arena_init(&scratch, rules->memory);
    bool good = true;
    for (uint32_t i = 0; i < rules->instrument_count; i++) {
        diag_begin_file(diag);
        good &= compile_instrument(rules, &scratch, &rules->instruments[i], diag);
    }
    for (uint32_t i = 0; i < rules->instrument_count && good; i++)
        good &= compile_unused(rules, &scratch, &rules->instruments[i], diag);
    arena_free(&scratch);
    return good;
}

/* ---- the set ---------------------------------------------------------------------------------------------------------- */

static bool read_translations(struct exd_rules *rules, const struct rule_file *files, const int *formats, size_t count, struct diag *diag)
{
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        if (formats[i] != FORMAT_TRANSLATION)
            continue;
        diag_begin_file(diag);
        good &= translation_read(rules, files[i].document, diag);
    }
    return translation_finish(rules, diag) && good;
}

static bool build(struct exd_rules *rules, const struct rule_file *files, size_t count, struct diag *diag)
{
    int *formats = arena_array(&rules->arena, count, sizeof *formats);
    if (!formats || !names_init(&rules->names, &rules->arena))
        return false;
    rules->vocabulary.names = &rules->names;
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        diag_begin_file(diag);
        formats[i] = document_format(&files[i], diag);
        good &= formats[i] >= 0;
    }
    if (!read_dictionary(rules, files, formats, count, diag))
        return false; /* nothing else can be understood without it */
    good &= read_rulebooks(rules, files, formats, count, diag);
    if (!good)
        return false;
    good = compile_all(rules, diag);
    return link_rules(rules, diag) && good && read_translations(rules, files, formats, count, diag);
}

exd_status ruleset_build(struct exd_rules *rules, const struct rule_file *files, size_t count, struct diag *diag)
{
    program_init(&rules->program, rules->memory);
    bool good = build(rules, files, count, diag) && diag->total_errors == 0;
    if (good && !rules->arena.exhausted)
        return EXD_OK;
    return diag->total_errors && !rules->arena.exhausted ? EXD_ERROR_INPUT : EXD_ERROR_MEMORY;
}

void ruleset_free(struct exd_rules *rules)
{
    program_free(&rules->program);
    arena_free(&rules->arena);
}
