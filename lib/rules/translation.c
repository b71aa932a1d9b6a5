#include "rules/translation.h"

#include <string.h>

#include "base/sort.h"
#include "rules/translatable.h"
#include "source/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct reading {
    struct exd_rules *rules;
    struct language *language;
    struct diag *diag;
    bool good;
};

enum { FIELDS_MAX = 8 };

/* ---- languages -------------------------------------------------------------------------------------------------------- */

const struct language *language_find(const struct exd_rules *rules, struct text id)
{
    for (uint32_t i = 0; i < rules->language_count; i++)
        if (text_equal(rules->languages[i]->id, id))
            return rules->languages[i];
    return NULL;
}

bool language_choose(const struct exd_rules *rules, const char *code, const struct language **out, struct diag *diag)
{
    struct text id = text_of(code);
    *out = language_find(rules, id);
    if (*out || text_is(id, "en"))
        return true;
    struct text known[LANGUAGES_MAX + 1] = {TEXT("en")};
    for (uint32_t i = 0; i < rules->language_count; i++)
        known[i + 1] = rules->languages[i]->id;
    shape_unknown(diag, DIAG_UNKNOWN_NAME, (struct place){0}, "language", id, known, rules->language_count + 1u);
    return false;
}

bool language_copy_code(char out[LANGUAGE_BYTES], const char *code)
{
    struct text id = text_of(code);
    if (id.length == 0 || id.length >= LANGUAGE_BYTES)
        return false;
    for (size_t i = 0; i < id.length; i++)
        if (!text_is_letter(id.data[i]) && !text_is_digit(id.data[i]) && id.data[i] != '-')
            return false;
    memcpy(out, id.data, id.length);
    out[id.length] = '\0';
    return true;
}

static struct language *open_language(struct exd_rules *rules, const struct node *id, struct diag *diag)
{
    for (uint32_t i = 0; i < rules->language_count; i++)
        if (text_equal(rules->languages[i]->id, id->text))
            return rules->languages[i];
    if (!shape_id(id, "language", diag))
        return NULL;
    if (rules->language_count == LANGUAGES_MAX) {
        diag_add(diag, DIAG_BAD_VALUE, id->place, NULL, "a set of rules takes at most %d languages", (int)LANGUAGES_MAX);
        return NULL;
    }
    struct language *language = arena_alloc(&rules->arena, sizeof *language);
    if (!language)
        return NULL;
    language->id = id->text;
    rules->languages[rules->language_count++] = language;
    return language;
}

/* Uninitialised room never is read: the arena gives zeroed items, and those in use are copied. */
static bool grow(struct reading *reading)
{
    struct language *language = reading->language;
    if (language->count < language->capacity)
        return true;
    uint32_t capacity = language->capacity ? language->capacity * 2 : 256;
    struct translated *texts = arena_array(&reading->rules->arena, capacity, sizeof *texts);
    if (!texts)
        return reading->good = false;
    if (language->count)
        memcpy(texts, language->texts, language->count * sizeof *texts);
    language->texts = texts;
    language->capacity = capacity;
    return true;
}

static void add(struct reading *reading, struct text of, const struct node *value, bool phrase)
{
    if (!node_is_scalar(value) || value->text.length == 0) {
        diag_add(reading->diag, DIAG_WRONG_KIND, value->place, NULL, "a translation is a text");
        reading->good = false;
    } else if (grow(reading)) {
        reading->language->texts[reading->language->count++] = (struct translated){of.data, value->text, value->place, phrase};
    }
}

static void unknown(struct reading *reading, enum diag_code code, const struct node *key, const char *what, const struct text *known,
                    size_t count)
{
    shape_unknown(reading->diag, code, key->place, what, key->text, known, count);
    reading->good = false;
}

/* Whether the English is still what was translated; where the file does not say, nobody knows. */
static void check_english(struct reading *reading, const struct node *of, const struct translatable_field *fields, size_t count)
{
    char digest[TRANSLATABLE_DIGEST_BYTES];
    if (!of)
        return;
    translatable_digest(fields, count, digest);
    if (text_is(of->text, digest))
        return;
    struct buffer help;
    buffer_init(&help, reading->rules->memory);
    buffer_format(&help, "compare the two, then write `" TRANSLATABLE_DIGEST_KEY ": %s`", digest);
    if (help.failed)
        reading->good = false;
    diag_add_help(reading->diag, DIAG_STALE_TRANSLATION, of->place, buffer_view(&help),
                  "the English has changed since this was translated, or the translation has none of it");
    buffer_free(&help);
}

/* The texts of one mapping; the first `own` of them are found by its keys alone, and watched for changes. */
static void read_fields(struct reading *reading, const struct node *mapping, const char *what, const struct translatable_field *fields,
                        size_t count, size_t own)
{
    struct shape_key keys[FIELDS_MAX + 1];
    const struct node *values[FIELDS_MAX + 1];
    for (size_t i = 0; i < count; i++)
        keys[i] = (struct shape_key){fields[i].key, SHAPE_SCALAR, false, NULL};
    keys[count] = (struct shape_key){TRANSLATABLE_DIGEST_KEY, SHAPE_SCALAR, false, NULL};
    if (!shape_read(mapping, what, keys, count + 1, values, reading->diag)) {
        reading->good = false;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (values[i] && fields[i].text.length == 0) {
            diag_add(reading->diag, DIAG_NOTHING_TO_TRANSLATE, values[i]->place, NULL, "the English has no `%s` here", fields[i].key);
            reading->good = false;
        } else if (values[i]) {
            add(reading, fields[i].text, values[i], false);
        }
    }
    check_english(reading, values[count], fields, own);
}

/* ---- vocabulary, grounds, States -------------------------------------------------------------------------------------- */

static void read_entities(struct reading *reading, const struct node *mapping)
{
    const struct vocabulary *vocabulary = &reading->rules->vocabulary;
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        struct text known[VOCABULARY_ENTITIES_MAX];
        uint32_t at = 0;
        for (; at < vocabulary->entity_count && !text_equal(key->text, vocabulary->entities[at].list_name); at++)
            known[at] = vocabulary->entities[at].list_name;
        if (at == vocabulary->entity_count) {
            unknown(reading, DIAG_UNKNOWN_NAME, key, "entity", known, at);
            continue;
        }
        const struct entity *entity = &vocabulary->entities[at];
        struct translatable_field fields[ENTITY_FIELDS];
        translatable_entity(entity, fields);
        read_fields(reading, node_value(mapping, i), "translation of an entity", fields, ENTITY_FIELDS, ENTITY_FIELDS);
    }
}

/* The fact that a path such as `offence.penalty.requesting` names, by the item's name or the list's. */
static const struct fact *find_fact(const struct vocabulary *vocabulary, struct text path)
{
    const char *dot = memchr(path.data, '.', path.length);
    if (!dot)
        return NULL;
    struct text item = {path.data, (size_t)(dot - path.data)};
    struct text rest = {dot + 1, path.length - item.length - 1};
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        const struct entity *entity = &vocabulary->entities[i];
        if (!text_equal(entity->item_name, item) && !text_equal(entity->list_name, item))
            continue;
        name id = names_find(vocabulary->names, rest);
        uint32_t fact = id ? vocabulary_fact(entity, id) : NO_FACT;
        return fact == NO_FACT ? NULL : &entity->facts[fact];
    }
    return NULL;
}

static void read_facts(struct reading *reading, const struct node *mapping)
{
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        const struct fact *fact = find_fact(&reading->rules->vocabulary, key->text);
        if (!fact) {
            unknown(reading, DIAG_UNKNOWN_FACT, key, "fact", NULL, 0);
            continue;
        }
        struct translatable_field fields[FACT_FIELDS];
        translatable_fact(fact, fields);
        read_fields(reading, node_value(mapping, i), "translation of a fact", fields, FACT_FIELDS, FACT_FIELDS);
    }
}

static void read_enum(struct reading *reading, const struct enumeration *enumeration, const struct node *mapping)
{
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        name value = names_find(&reading->rules->names, key->text);
        uint32_t at = 0;
        while (at < enumeration->count && enumeration->values[at] != value)
            at++;
        if (at == enumeration->count)
            unknown(reading, DIAG_UNKNOWN_NAME, key, "value", NULL, 0);
        else
            add(reading, enumeration->helps[at], node_value(mapping, i), false);
    }
}

static bool is_mapping(struct reading *reading, const struct node *node)
{
    if (node->kind == NODE_MAPPING)
        return true;
    diag_add(reading->diag, DIAG_WRONG_KIND, node->place, NULL, "a mapping is expected here");
    return reading->good = false;
}

static void read_enums(struct reading *reading, const struct node *mapping)
{
    const struct vocabulary *vocabulary = &reading->rules->vocabulary;
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        uint32_t at = 0;
        while (at < vocabulary->enumeration_count && !text_equal(key->text, vocabulary->enumerations[at].id))
            at++;
        if (at == vocabulary->enumeration_count || text_is(key->text, "ground"))
            unknown(reading, DIAG_UNKNOWN_NAME, key, "list of values", NULL, 0);
        else if (is_mapping(reading, node_value(mapping, i)))
            read_enum(reading, &vocabulary->enumerations[at], node_value(mapping, i));
    }
}

static void read_grounds(struct reading *reading, const struct node *mapping)
{
    const struct vocabulary *vocabulary = &reading->rules->vocabulary;
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        uint32_t at = vocabulary_ground(vocabulary, names_find(&reading->rules->names, key->text));
        if (at == NO_GROUND) {
            unknown(reading, DIAG_UNKNOWN_REFERENCE, key, "ground", NULL, 0);
            continue;
        }
        struct translatable_field fields[GROUND_FIELDS];
        translatable_ground(&vocabulary->grounds[at], fields);
        read_fields(reading, node_value(mapping, i), "translation of a ground", fields, GROUND_FIELDS, GROUND_FIELDS);
    }
}

static void read_states(struct reading *reading, const struct node *mapping)
{
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        const struct state_name *state = vocabulary_state(&reading->rules->vocabulary, names_find(&reading->rules->names, key->text));
        if (state)
            add(reading, state->title, node_value(mapping, i), false);
        else
            unknown(reading, DIAG_UNKNOWN_NAME, key, "State", NULL, 0);
    }
}

/* ---- instruments ------------------------------------------------------------------------------------------------------ */

static void read_phrases(struct reading *reading, const struct node *mapping, const struct text *texts, size_t count)
{
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        size_t low = 0;
        size_t high = count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (text_compare(texts[middle], key->text) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == count || !text_equal(texts[low], key->text)) {
            diag_add(reading->diag, DIAG_NOTHING_TO_TRANSLATE, key->place, "copy the English words as they stand in the rulebook",
                     "nothing here says `%t`", key->text);
            reading->good = false;
        }
        for (const char *last = NULL; low < count && text_equal(texts[low], key->text); last = texts[low++].data)
            if (texts[low].data != last)
                add(reading, texts[low], node_value(mapping, i), true);
    }
}

static void read_rules(struct reading *reading, const struct instrument *instrument, const struct node *mapping)
{
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        uint32_t at = lookup_find(&instrument->rules_by_id, key->text);
        if (at == NOT_FOUND) {
            unknown(reading, DIAG_UNKNOWN_REFERENCE, key, "rule", NULL, 0);
            continue;
        }
        const struct rule *rule = &instrument->rules[at];
        const struct text phrases[TRANSLATABLE_RULE_PHRASES] = {rule->cite, rule->decided_by, rule->authority, rule->deadline->consequence};
        struct translatable_field fields[RULE_FIELDS + TRANSLATABLE_RULE_PHRASES];
        translatable_rule(rule, fields);
        for (size_t phrase = 0; phrase < TRANSLATABLE_RULE_PHRASES; phrase++)
            fields[RULE_FIELDS + phrase] = (struct translatable_field){translatable_rule_phrases[phrase], phrases[phrase]};
        read_fields(reading, node_value(mapping, i), "translation of a rule", fields, COUNT(fields), RULE_FIELDS);
    }
}

static void read_instrument(struct reading *reading, const struct instrument *instrument, const struct node *mapping)
{
    static const struct shape_key keys[] = {{"title", SHAPE_SCALAR, false, NULL},
                                            {"short", SHAPE_SCALAR, false, NULL},
                                            {"citation", SHAPE_SCALAR, false, NULL},
                                            {"note", SHAPE_SCALAR, false, NULL},
                                            {"rules", SHAPE_MAPPING, false, NULL},
                                            {"phrases", SHAPE_MAPPING, false, NULL},
                                            {TRANSLATABLE_DIGEST_KEY, SHAPE_SCALAR, false, NULL}};
    const struct text of[] = {instrument->title, instrument->short_title, instrument->citation, instrument->note};
    struct translatable_field own[INSTRUMENT_FIELDS];
    translatable_instrument(instrument, own);
    const struct node *values[COUNT(keys)];
    if (!shape_read(mapping, "translation of an instrument", keys, COUNT(keys), values, reading->diag)) {
        reading->good = false;
        return;
    }
    for (size_t i = 0; i < COUNT(of); i++)
        if (values[i])
            add(reading, of[i], values[i], false);
    check_english(reading, values[6], own, COUNT(own));
    if (values[4])
        read_rules(reading, instrument, values[4]);
    if (!values[5])
        return;
    struct arena scratch;
    arena_init(&scratch, reading->rules->memory);
    size_t count;
    const struct text *texts = translatable_phrases(reading->rules, instrument, &scratch, &count);
    if (texts)
        read_phrases(reading, values[5], texts, count);
    else
        reading->good = false;
    arena_free(&scratch);
}

static void read_instruments(struct reading *reading, const struct node *mapping)
{
    for (uint32_t i = 0; i < mapping->count; i++) {
        const struct node *key = node_key(mapping, i);
        const struct instrument *instrument = ruleset_instrument(reading->rules, key->text);
        if (instrument)
            read_instrument(reading, instrument, node_value(mapping, i));
        else
            unknown(reading, DIAG_UNKNOWN_REFERENCE, key, "instrument", NULL, 0);
    }
}

/* ---- messages --------------------------------------------------------------------------------------------------------- */

static void read_message(struct reading *reading, const struct node *key, const struct node *value)
{
    enum message message = message_by_key(key->text);
    if (message == MESSAGE_COUNT) {
        unknown(reading, DIAG_UNKNOWN_NAME, key, "message", NULL, 0);
    } else if (!node_is_scalar(value) || value->text.length == 0) {
        diag_add(reading->diag, DIAG_WRONG_KIND, value->place, NULL, "a translation is a text");
        reading->good = false;
    } else if (message_places(value->text) != message_places(message_english(message))) {
        diag_add_help(reading->diag, DIAG_BAD_PLACES, value->place, message_english(message),
                      "the places of `%t` are not those of the English", key->text);
        reading->good = false;
    } else if (reading->language->messages[message].data) {
        diag_add(reading->diag, DIAG_DUPLICATE_ID, key->place, NULL, "the message `%t` is translated twice", key->text);
        reading->good = false;
    } else {
        reading->language->messages[message] = value->text;
    }
}

static void read_messages(struct reading *reading, const struct node *mapping)
{
    for (uint32_t i = 0; i < mapping->count; i++)
        read_message(reading, node_key(mapping, i), node_value(mapping, i));
}

/* ---- files ------------------------------------------------------------------------------------------------------------ */

static const char *const translation_formats[] = {TRANSLATION_FORMAT};
static const struct shape_value format_value = VALUE_OF_WORDS(translation_formats);
static const struct shape_key translation_keys[] = {
    {"format", SHAPE_SCALAR, true, &format_value}, {"language", SHAPE_SCALAR, true, &takes_id}, {"entities", SHAPE_MAPPING, false, NULL},
    {"facts", SHAPE_MAPPING, false, NULL},         {"enums", SHAPE_MAPPING, false, NULL},       {"grounds", SHAPE_MAPPING, false, NULL},
    {"states", SHAPE_MAPPING, false, NULL},        {"instruments", SHAPE_MAPPING, false, NULL}, {"messages", SHAPE_MAPPING, false, NULL}};
const struct shape translation_shape = SHAPE_OF(translation_keys, 0);

bool translation_read(struct exd_rules *rules, const struct node *document, struct diag *diag)
{
    static void (*const readers[])(struct reading *, const struct node *) = {read_entities, read_facts,       read_enums,   read_grounds,
                                                                             read_states,   read_instruments, read_messages};
    const struct node *values[COUNT(translation_keys)];
    if (!shape_read(document, "file of translations", translation_keys, COUNT(translation_keys), values, diag))
        return false;
    struct reading reading = {.rules = rules, .language = open_language(rules, values[1], diag), .diag = diag, .good = true};
    if (!reading.language)
        return false;
    for (size_t i = 0; i < COUNT(readers); i++)
        if (values[i + TRANSLATION_HEAD_KEYS])
            readers[i](&reading, values[i + TRANSLATION_HEAD_KEYS]);
    return reading.good;
}

static int compare_places(const struct place *left, const struct place *right)
{
    int order = left->lines == right->lines ? 0 : text_compare(left->lines->name, right->lines->name);
    if (order == 0 && left->line != right->line)
        order = left->line < right->line ? -1 : 1;
    return order ? order : (left->column > right->column) - (left->column < right->column);
}

static int compare_translated(const void *a, const void *b)
{
    const struct translated *left = a;
    const struct translated *right = b;
    if (left->of != right->of)
        return left->of < right->of ? -1 : 1;
    return left->phrase != right->phrase ? (int)left->phrase - (int)right->phrase : compare_places(&left->place, &right->place);
}

/* Two translations of one text, of which the second stands later. */
struct clash {
    const struct translated *one;
    const struct translated *other;
};

static int compare_clashes(const void *a, const void *b)
{
    const struct clash *left = a;
    const struct clash *right = b;
    return compare_places(&left->other->place, &right->other->place);
}

/* The clashes of texts that are in order; `out` may be NULL. */
static uint32_t find_clashes(const struct language *language, struct clash *out)
{
    uint32_t count = 0;
    for (uint32_t i = 1; i < language->count; i++) {
        const struct translated *one = &language->texts[i - 1];
        const struct translated *other = &language->texts[i];
        if (one->of != other->of || one->phrase != other->phrase || text_equal(one->text, other->text))
            continue;
        if (out)
            out[count] = (struct clash){one, other};
        count++;
    }
    return count;
}

/* In the order in which they stand in the files: that of the texts is one of addresses. */
static bool report_clashes(struct exd_rules *rules, const struct language *language, uint32_t count, struct diag *diag)
{
    struct clash *clashes = arena_array(&rules->arena, count, sizeof *clashes);
    if (!clashes)
        return false;
    find_clashes(language, clashes);
    sort(clashes, count, sizeof *clashes, compare_clashes);
    for (uint32_t i = 0; i < count; i++) {
        const struct place place = clashes[i].other->place;
        if (i == 0 || place.lines != clashes[i - 1].other->place.lines)
            diag_begin_file(diag);
        diag_add(diag, DIAG_DUPLICATE_ID, place, NULL, "this is translated twice, and differently: also as `%t`", clashes[i].one->text);
    }
    return true;
}

bool translation_finish(struct exd_rules *rules, struct diag *diag)
{
    bool good = true;
    for (uint32_t i = 0; i < rules->language_count; i++) {
        struct language *language = rules->languages[i];
        sort(language->texts, language->count, sizeof *language->texts, compare_translated);
        uint32_t clashes = find_clashes(language, NULL);
        if (clashes > 0 && !report_clashes(rules, language, clashes, diag))
            return false;
        good &= clashes == 0;
    }
    return good;
}

struct text language_text(const struct language *language, struct text text)
{
    uint32_t low = 0;
    uint32_t high = language->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (language->texts[middle].of < text.data)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < language->count && text.length > 0 && language->texts[low].of == text.data;
    return found ? language->texts[low].text : (struct text){NULL, 0};
}
