#include "rules/translatable.h"

#include "base/sort.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct walk {
    translatable_visit visit;
    void *user;
};

const char *const translatable_rule_phrases[TRANSLATABLE_RULE_PHRASES] = {"cite", "decided-by", "authority", "consequence"};

const char *translatable_section_word(enum translatable_section section)
{
    static const char *const words[] = {"messages", "entities", "facts", "enums", "grounds", "states", "instruments"};
    return words[section];
}

static uint32_t digest_of(uint32_t digest, struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        digest = (digest ^ (unsigned char)text.data[i]) * UINT32_C(16777619);
    return digest;
}

/* FNV-1a over each key and its text, with a byte after each that no text has. */
void translatable_digest(const struct translatable_field *fields, size_t count, char digest[TRANSLATABLE_DIGEST_BYTES])
{
    static const char letters[] = "bcdfghjklmnpqrst"; /* no reader of YAML takes them for a number, and no other for a word */
    uint32_t sum = UINT32_C(2166136261);
    for (size_t i = 0; i < count; i++) {
        if (fields[i].text.length == 0)
            continue;
        sum = digest_of(digest_of(sum, text_of(fields[i].key)), TEXT("\x1f"));
        sum = digest_of(digest_of(sum, fields[i].text), TEXT("\x1e"));
    }
    for (size_t i = 0; i + 1 < TRANSLATABLE_DIGEST_BYTES; i++)
        digest[i] = letters[sum >> (28 - 4 * i) & 15];
    digest[TRANSLATABLE_DIGEST_BYTES - 1] = '\0';
}

/* ---- phrases ---------------------------------------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b)
{
    const struct text *left = a;
    const struct text *right = b;
    int order = text_compare(*left, *right);
    return order ? order : (left->data > right->data) - (left->data < right->data);
}

static void put_text(struct text *texts, size_t *count, struct text text)
{
    if (text.length)
        texts[(*count)++] = text;
}

struct text *translatable_phrases(const struct exd_rules *rules, const struct instrument *instrument, struct arena *scratch, size_t *count)
{
    enum { OF_RULE = 4, OF_LIMB = 2, OF_LEFT_OUT = 3, OF_AMENDMENT = 2 };
    const struct program *program = &rules->program;
    size_t most = program->limb_count * OF_LIMB + (size_t)instrument->rule_count * OF_RULE + instrument->prevails_over_count +
                  instrument->yields_to_count + (size_t)instrument->left_out_count * OF_LEFT_OUT +
                  (size_t)instrument->amended_count * OF_AMENDMENT;
    struct text *texts = arena_array(scratch, most, sizeof *texts);
    *count = 0;
    if (!texts)
        return NULL;
    for (size_t i = 0; i < program->limb_count; i++) {
        if (program->limbs[i].place.lines != instrument->place.lines)
            continue;
        put_text(texts, count, program->limbs[i].title->label);
        put_text(texts, count, program->limbs[i].title->cite);
    }
    for (uint32_t i = 0; i < instrument->rule_count; i++) {
        const struct rule *rule = &instrument->rules[i];
        put_text(texts, count, rule->cite);
        put_text(texts, count, rule->decided_by);
        put_text(texts, count, rule->authority);
        put_text(texts, count, rule->deadline->consequence);
    }
    for (uint32_t i = 0; i < instrument->prevails_over_count; i++)
        put_text(texts, count, instrument->prevails_over[i].cite);
    for (uint32_t i = 0; i < instrument->yields_to_count; i++)
        put_text(texts, count, instrument->yields_to[i].cite);
    for (uint32_t i = 0; i < instrument->left_out_count; i++) {
        put_text(texts, count, instrument->left_out[i].cite);
        put_text(texts, count, instrument->left_out[i].title);
        put_text(texts, count, instrument->left_out[i].reason);
    }
    for (uint32_t i = 0; i < instrument->amended_count; i++) {
        put_text(texts, count, instrument->amended[i].by);
        put_text(texts, count, instrument->amended[i].note);
    }
    sort(texts, *count, sizeof *texts, compare_texts);
    return texts;
}

/* ---- texts with keys -------------------------------------------------------------------------------------------------- */

void translatable_entity(const struct entity *entity, struct translatable_field fields[ENTITY_FIELDS])
{
    fields[0] = (struct translatable_field){"label", entity->label};
    fields[1] = (struct translatable_field){"question", entity->question};
    fields[2] = (struct translatable_field){"help", entity->help};
}

void translatable_fact(const struct fact *fact, struct translatable_field fields[FACT_FIELDS])
{
    fields[0] = (struct translatable_field){"question", fact->question};
    fields[1] = (struct translatable_field){"help", fact->help};
    fields[2] = (struct translatable_field){"by", fact->test_by};
    fields[3] = (struct translatable_field){"standard", fact->test_standard};
    fields[4] = (struct translatable_field){"looks-at", fact->test_looks_at};
}

void translatable_ground(const struct ground *ground, struct translatable_field fields[GROUND_FIELDS])
{
    fields[0] = (struct translatable_field){"title", ground->title};
    fields[1] = (struct translatable_field){"about", ground->about};
}

void translatable_instrument(const struct instrument *instrument, struct translatable_field fields[INSTRUMENT_FIELDS])
{
    bool short_too = instrument->short_title.data != instrument->title.data;
    fields[0] = (struct translatable_field){"title", instrument->title};
    fields[1] = (struct translatable_field){"short", short_too ? instrument->short_title : TEXT("")};
    fields[2] = (struct translatable_field){"citation", instrument->citation};
    fields[3] = (struct translatable_field){"note", instrument->note};
}

void translatable_rule(const struct rule *rule, struct translatable_field fields[RULE_FIELDS])
{
    fields[0] = (struct translatable_field){"title", rule->title};
    fields[1] = (struct translatable_field){"note", rule->note};
}

/* ---- the walk --------------------------------------------------------------------------------------------------------- */

static bool visit_fields(const struct walk *walk, struct translatable text, const struct translatable_field *fields, size_t count)
{
    char digest[TRANSLATABLE_DIGEST_BYTES];
    translatable_digest(fields, count, digest);
    text.digest = digest;
    for (size_t i = 0; i < count; i++) {
        text.key = text_of(fields[i].key);
        text.text = fields[i].text;
        if (text.text.length > 0 && !walk->visit(walk->user, &text))
            return false;
    }
    return true;
}

static bool visit_named(const struct walk *walk, enum translatable_section section, struct text id, struct text key, struct text text)
{
    struct translatable named = {.section = section, .name = id, .key = key, .text = text, .message = MESSAGE_COUNT};
    return text.length == 0 || walk->visit(walk->user, &named);
}

static bool visit_messages(const struct walk *walk)
{
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        enum message message = (enum message)i;
        struct text english = message_english(message);
        struct translatable text = {
            .section = SECTION_MESSAGES, .name = text_of(message_key(message)), .text = english, .message = message};
        if (!walk->visit(walk->user, &text))
            return false;
    }
    return true;
}

static bool visit_entities(const struct walk *walk, const struct vocabulary *vocabulary)
{
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        const struct entity *entity = &vocabulary->entities[i];
        struct translatable text = {.section = SECTION_ENTITIES, .name = entity->list_name, .message = MESSAGE_COUNT};
        struct translatable_field fields[ENTITY_FIELDS];
        translatable_entity(entity, fields);
        if (!visit_fields(walk, text, fields, ENTITY_FIELDS))
            return false;
    }
    return true;
}

static bool visit_facts(const struct walk *walk, const struct vocabulary *vocabulary)
{
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        for (uint32_t j = 0; j < vocabulary->entities[i].fact_count; j++) {
            const struct fact *fact = &vocabulary->entities[i].facts[j];
            struct translatable text = {
                .section = SECTION_FACTS, .owner = vocabulary->entities[i].item_name, .name = fact->name, .message = MESSAGE_COUNT};
            struct translatable_field fields[FACT_FIELDS];
            translatable_fact(fact, fields);
            if (!visit_fields(walk, text, fields, FACT_FIELDS))
                return false;
        }
    }
    return true;
}

/* The values of `ground` are the grounds themselves. */
static bool visit_enums(const struct walk *walk, const struct vocabulary *vocabulary)
{
    for (uint32_t i = 0; i < vocabulary->enumeration_count; i++) {
        const struct enumeration *enumeration = &vocabulary->enumerations[i];
        for (uint32_t j = 0; j < enumeration->count && !text_is(enumeration->id, "ground"); j++)
            if (!visit_named(walk, SECTION_ENUMS, enumeration->id, names_text(vocabulary->names, enumeration->values[j]),
                             enumeration->helps[j]))
                return false;
    }
    return true;
}

static bool visit_grounds(const struct walk *walk, const struct vocabulary *vocabulary)
{
    for (uint32_t i = 0; i < vocabulary->ground_count; i++) {
        const struct ground *ground = &vocabulary->grounds[i];
        struct translatable text = {.section = SECTION_GROUNDS, .name = ground->id, .message = MESSAGE_COUNT};
        struct translatable_field fields[GROUND_FIELDS];
        translatable_ground(ground, fields);
        if (!visit_fields(walk, text, fields, GROUND_FIELDS))
            return false;
    }
    return true;
}

static bool visit_states(const struct walk *walk, const struct vocabulary *vocabulary)
{
    for (uint32_t i = 0; i < vocabulary->state_count; i++) {
        const struct state_name *state = &vocabulary->states[i];
        if (!visit_named(walk, SECTION_STATES, names_text(vocabulary->names, state->code), TEXT(""), state->title))
            return false;
    }
    return true;
}

static bool visit_phrases(const struct walk *walk, const struct exd_rules *rules, struct translatable text)
{
    struct arena scratch;
    size_t count;
    arena_init(&scratch, rules->memory);
    const struct text *phrases = translatable_phrases(rules, text.instrument, &scratch, &count);
    bool good = phrases != NULL;
    text.part = "phrases";
    for (size_t i = 0; good && i < count; i += text.place_count) {
        text.key = phrases[i];
        text.text = phrases[i];
        text.places = &phrases[i];
        text.place_count = 1;
        while (i + text.place_count < count && text_equal(phrases[i + text.place_count], phrases[i]))
            text.place_count++;
        good = walk->visit(walk->user, &text);
    }
    arena_free(&scratch);
    return good;
}

static bool visit_instrument(const struct walk *walk, const struct exd_rules *rules, const struct instrument *instrument)
{
    struct translatable text = {.section = SECTION_INSTRUMENTS, .name = instrument->id, .message = MESSAGE_COUNT, .instrument = instrument};
    struct translatable_field fields[INSTRUMENT_FIELDS];
    translatable_instrument(instrument, fields);
    bool good = visit_fields(walk, text, fields, INSTRUMENT_FIELDS);
    for (uint32_t i = 0; good && i < instrument->rule_count; i++) {
        const struct rule *rule = &instrument->rules[i];
        const struct translatable_field of_rule[] = {{"title", rule->title}, {"note", rule->note}};
        struct translatable item = text;
        item.part = "rules";
        item.item = rule->id;
        good = visit_fields(walk, item, of_rule, COUNT(of_rule));
    }
    return good && visit_phrases(walk, rules, text);
}

bool translatable_each(const struct exd_rules *rules, translatable_visit visit, void *user)
{
    const struct walk walk = {visit, user};
    const struct vocabulary *vocabulary = &rules->vocabulary;
    bool good = visit_messages(&walk) && visit_entities(&walk, vocabulary) && visit_facts(&walk, vocabulary) &&
                visit_enums(&walk, vocabulary) && visit_grounds(&walk, vocabulary) && visit_states(&walk, vocabulary);
    for (uint32_t i = 0; good && i < rules->instrument_count; i++)
        good = visit_instrument(&walk, rules, &rules->instruments[i]);
    return good;
}
