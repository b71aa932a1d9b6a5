/* The shapes of the pages about the rules: facts, a rule, an instrument, treaties, the library, and the faults that lint lists. */
#include "model/vocabulary_keys.h"
#include "report/formats.h"
#include "report/outline.h"
#include "report/schema.h"
#include "rules/rulebook_keys.h"

static const struct shape_value day_or_null = {.kind = VALUE_DAY, .nullable = true};

/* ---- facts ------------------------------------------------------------------------------------------------------------ */

static const struct shape_key meaning_keys[] = {{"value", SHAPE_SCALAR, true, NULL}, {"means", SHAPE_SCALAR, true, &says_text_or_null}};
static const struct shape meaning_shape = SHAPE_OF(meaning_keys, 0);
static const struct shape_value meanings_or_null = {.kind = VALUE_MAPPING, .shape = &meaning_shape, .listed = true, .nullable = true};

static const struct shape_key fact_keys[] = {
    {"path", SHAPE_SCALAR, true, NULL},
    {"type", SHAPE_SCALAR, true, NULL},
    {"set", SHAPE_SCALAR, true, &takes_boolean},
    {"values", SHAPE_ANY, true, &meanings_or_null},
    {"question", SHAPE_SCALAR, true, NULL},
    {"help", SHAPE_SCALAR, true, &says_text_or_null},
    {"held_by", SHAPE_SCALAR, true, &takes_holder},
    {"test", SHAPE_MAPPING, true, &says_test_or_null},
    {"presumed", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape fact_page_shape = SHAPE_OF(fact_keys, 0);
static const struct shape_value fact = VALUE_OF_SHAPE(fact_page_shape);

static const struct shape_key entity_keys[] = {
    {"name", SHAPE_SCALAR, true, NULL},
    {"item", SHAPE_SCALAR, true, &says_text_or_null},
    {"label", SHAPE_SCALAR, true, NULL},
    {"question", SHAPE_SCALAR, true, &says_text_or_null},
    {"help", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape entity_page_shape = SHAPE_OF(entity_keys, 0);
static const struct shape_value entity = VALUE_OF_SHAPE(entity_page_shape);

static const char *const facts_formats[] = {FACTS_FORMAT};
static const struct shape_value facts_format = VALUE_OF_WORDS(facts_formats);
static const struct shape_key facts_keys[] = {
    {"format", SHAPE_SCALAR, true, &facts_format},
    {"language", SHAPE_SCALAR, false, NULL},
    {"containing", SHAPE_SCALAR, true, &says_text_or_null},
    {"entities", SHAPE_SEQUENCE, true, &entity},
    {"facts", SHAPE_SEQUENCE, true, &fact},
};
const struct shape facts_shape = SHAPE_OF(facts_keys, 0);

/* ---- a rule ----------------------------------------------------------------------------------------------------------- */

static const char *limb_word(unsigned index)
{
    return index <= LIMB_DEFINITION ? outline_limb_word((enum limb_kind)index) : NULL;
}

static const struct shape_value limb_kind = {.kind = VALUE_WORD, .word = limb_word},
                                condition_or_null = {.kind = VALUE_CONDITION, .nullable = true};

static const struct shape_key condition_keys[] = {
    {"kind", SHAPE_SCALAR, true, &limb_kind},
    {"label", SHAPE_SCALAR, false, NULL},
    {"cite", SHAPE_SCALAR, false, NULL},
    {"id", SHAPE_SCALAR, false, NULL},
    {"of", SHAPE_SCALAR, false, NULL},
    {"test", SHAPE_SCALAR, false, NULL},
    {"children", SHAPE_SEQUENCE, false, &takes_condition},
};
static const struct shape condition_page_shape = SHAPE_OF(condition_keys, 0);

static const struct shape_key ground_keys[] = {
    {"id", SHAPE_SCALAR, true, &takes_ground},
    {"title", SHAPE_SCALAR, true, NULL},
    {"about", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape ground_page_shape = SHAPE_OF(ground_keys, 0);
static const struct shape_value ground = VALUE_OF_SHAPE(ground_page_shape);

static const struct shape_key deadline_keys[] = {
    {"starts", SHAPE_SCALAR, true, &says_text_or_null},      {"within", SHAPE_SCALAR, true, &says_text_or_null},
    {"by", SHAPE_SCALAR, true, &says_text_or_null},          {"done", SHAPE_SCALAR, true, &says_text_or_null},
    {"consequence", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape deadline_page_shape = SHAPE_OF(deadline_keys, 0);
static const struct shape_value deadline_or_null = {.kind = VALUE_MAPPING, .shape = &deadline_page_shape, .nullable = true};

static const struct shape_key precedence_keys[] = {{"instrument", SHAPE_SCALAR, true, &says_text_or_null},
                                                   {"cite", SHAPE_SCALAR, true, &says_text_or_null}};
static const struct shape precedence_page_shape = SHAPE_OF(precedence_keys, 0);
static const struct shape_value precedence = VALUE_OF_SHAPE(precedence_page_shape);

static const char *const how_words[] = {"in-place-of", "excludes", "displaces"};
static const struct shape_value how = VALUE_OF_WORDS(how_words);
static const struct shape_key displacer_keys[] = {{"rule", SHAPE_SCALAR, true, NULL}, {"how", SHAPE_SCALAR, true, &how}};
static const struct shape displacer_shape = SHAPE_OF(displacer_keys, 0);
static const struct shape_value displacer = VALUE_OF_SHAPE(displacer_shape);

static const struct shape_key standing_keys[] = {
    {"yields_to", SHAPE_SEQUENCE, true, &precedence},
    {"prevails_over", SHAPE_SEQUENCE, true, &precedence},
    {"in_place_of", SHAPE_SEQUENCE, true, NULL},
    {"excludes", SHAPE_SEQUENCE, true, NULL},
    {"excludes_grounds", SHAPE_SEQUENCE, true, &takes_ground},
    {"displaces", SHAPE_SEQUENCE, true, NULL},
    {"leaves", SHAPE_SEQUENCE, true, NULL},
    {"displaced_by", SHAPE_SEQUENCE, true, &displacer},
};
static const struct shape standing_shape = SHAPE_OF(standing_keys, 0);
static const struct shape_value standing = VALUE_OF_SHAPE(standing_shape);

static const struct shape_key case_keys[] = {
    {"file", SHAPE_SCALAR, true, NULL},
    {"id", SHAPE_SCALAR, true, NULL},
    {"title", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape case_shape = SHAPE_OF(case_keys, 0);
static const struct shape_value case_test = VALUE_OF_SHAPE(case_shape);

static const char *const weighs_words[] = {"for-refusal", "for-surrender"};
static const struct shape_value weighs_or_null = {.kind = VALUE_WORD, .words = weighs_words, .word_count = 2, .nullable = true};

static const char *const rule_formats[] = {RULE_FORMAT};
static const struct shape_value rule_format = VALUE_OF_WORDS(rule_formats);
static const struct shape_key rule_keys[] = {
    {"format", SHAPE_SCALAR, true, &rule_format},
    {"language", SHAPE_SCALAR, false, NULL},
    {"id", SHAPE_SCALAR, true, NULL},
    {"instrument", SHAPE_SCALAR, true, NULL},
    {"cite", SHAPE_SCALAR, true, NULL},
    {"title", SHAPE_SCALAR, true, NULL},
    {"effect", SHAPE_SCALAR, true, &takes_effect},
    {"ground", SHAPE_MAPPING, true, &ground},
    {"each_offence", SHAPE_SCALAR, true, &takes_boolean},
    {"decided_by", SHAPE_SCALAR, true, &says_text_or_null},
    {"weighs", SHAPE_SCALAR, true, &weighs_or_null},
    {"within", SHAPE_SEQUENCE, true, NULL},
    {"authority", SHAPE_SCALAR, true, &says_text_or_null},
    {"from", SHAPE_SCALAR, true, &day_or_null},
    {"until", SHAPE_SCALAR, true, &day_or_null},
    {"requested", SHAPE_SEQUENCE, true, &takes_state},
    {"requesting", SHAPE_SEQUENCE, true, &takes_state},
    {"then", SHAPE_SEQUENCE, true, NULL},
    {"note", SHAPE_SCALAR, true, &says_text_or_null},
    {"verified", SHAPE_SCALAR, true, &takes_boolean},
    {"given", SHAPE_MAPPING, true, &condition_or_null},
    {"when", SHAPE_MAPPING, true, &condition_or_null},
    {"unless", SHAPE_MAPPING, true, &condition_or_null},
    {"deadline", SHAPE_MAPPING, true, &deadline_or_null},
    {"reads", SHAPE_SEQUENCE, true, &fact},
    {"standing", SHAPE_MAPPING, true, &standing},
    {"cases", SHAPE_SEQUENCE, true, &case_test},
};
const struct shape rule_page_shape = SHAPE_OF(rule_keys, 0);

void schema_condition_definition(struct schema *schema)
{
    json_key(&schema->json, "condition");
    json_open(&schema->json, '{');
    schema_begin_shape(schema, &condition_page_shape);
    schema_end_shape(schema, &condition_page_shape, true);
    json_close(&schema->json, '}');
}

/* ---- an instrument ---------------------------------------------------------------------------------------------------- */

#define INSTRUMENT_HEAD                                                                                                                    \
    {"id", SHAPE_SCALAR, true, NULL}, {"title", SHAPE_SCALAR, true, NULL}, {"short", SHAPE_SCALAR, true, NULL},                            \
        {"kind", SHAPE_SCALAR, true, &takes_instrument_kind}, {"citation", SHAPE_SCALAR, true, &says_text_or_null},                        \
    {                                                                                                                                      \
        "version", SHAPE_SCALAR, true, NULL                                                                                                \
    }
#define INSTRUMENT_READING                                                                                                                 \
    {"text_seen", SHAPE_SCALAR, true, &takes_text_seen}, {"checked_on", SHAPE_SCALAR, true, &says_text_or_null},                           \
    {                                                                                                                                      \
        "reviewed", SHAPE_MAPPING, true, &reviewed_or_null                                                                                 \
    }

static const struct shape_key reviewed_keys[] = {
    {"against", SHAPE_SCALAR, true, NULL},
    {"on", SHAPE_SCALAR, true, &takes_day},
    {"found", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape reviewed_shape = SHAPE_OF(reviewed_keys, 0);
static const struct shape_value reviewed_or_null = {.kind = VALUE_MAPPING, .shape = &reviewed_shape, .nullable = true};

static const struct shape_key left_out_keys[] = {
    {"cite", SHAPE_SCALAR, true, NULL},
    {"title", SHAPE_SCALAR, true, &says_text_or_null},
    {"reason", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape left_out_page_shape = SHAPE_OF(left_out_keys, 0);
static const struct shape_value left_out = VALUE_OF_SHAPE(left_out_page_shape);

static const struct shape_key amended_keys[] = {
    {"on", SHAPE_SCALAR, true, NULL}, /* a day, or as much of it as is known */
    {"by", SHAPE_SCALAR, true, NULL},
    {"note", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape amended_shape = SHAPE_OF(amended_keys, 0);
static const struct shape_value amended = VALUE_OF_SHAPE(amended_shape);

static const struct shape_key party_keys[] = {
    {"state", SHAPE_SCALAR, true, &takes_state},
    {"from", SHAPE_SCALAR, true, &day_or_null},
    {"until", SHAPE_SCALAR, true, &day_or_null},
    {"verified", SHAPE_SCALAR, true, &takes_boolean},
};
static const struct shape party_page_shape = SHAPE_OF(party_keys, 0);
static const struct shape_value party = VALUE_OF_SHAPE(party_page_shape);

static const struct shape_key rule_of_keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},
    {"cite", SHAPE_SCALAR, true, NULL},
    {"title", SHAPE_SCALAR, true, NULL},
    {"effect", SHAPE_SCALAR, true, &takes_effect},
    {"ground", SHAPE_SCALAR, true, &takes_ground},
    {"verified", SHAPE_SCALAR, true, &takes_boolean},
};
static const struct shape rule_of_shape = SHAPE_OF(rule_of_keys, 0);
static const struct shape_value rule_of = VALUE_OF_SHAPE(rule_of_shape);

static const char *const instrument_formats[] = {INSTRUMENT_FORMAT};
static const struct shape_value instrument_format = VALUE_OF_WORDS(instrument_formats);
static const struct shape_key instrument_keys[] = {
    {"format", SHAPE_SCALAR, true, &instrument_format},
    {"language", SHAPE_SCALAR, false, NULL},
    INSTRUMENT_HEAD,
    {"note", SHAPE_SCALAR, true, &says_text_or_null},
    {"from", SHAPE_SCALAR, true, &day_or_null},
    {"until", SHAPE_SCALAR, true, &day_or_null},
    {"basis", SHAPE_SCALAR, true, &takes_boolean},
    {"sources", SHAPE_SEQUENCE, true, NULL},
    INSTRUMENT_READING,
    {"amended", SHAPE_SEQUENCE, true, &amended},
    {"yields_to", SHAPE_SEQUENCE, true, &precedence},
    {"prevails_over", SHAPE_SEQUENCE, true, &precedence},
    {"role", SHAPE_SCALAR, true, &takes_role},
    {"parties", SHAPE_SEQUENCE, true, &party},
    {"applies", SHAPE_MAPPING, true, &condition_or_null},
    {"rules", SHAPE_SEQUENCE, true, &rule_of},
    {"left_out", SHAPE_SEQUENCE, true, &left_out},
};
const struct shape instrument_page_shape = SHAPE_OF(instrument_keys, 0);

/* ---- treaties --------------------------------------------------------------------------------------------------------- */

static const struct shape_key governing_keys[] = {
    INSTRUMENT_HEAD,
    {"result", SHAPE_SCALAR, true, &says_applicability},
    {"because", SHAPE_MAPPING, true, &says_limb},
    {"prevails_over", SHAPE_SEQUENCE, true, &precedence},
};
static const struct shape governing_shape = SHAPE_OF(governing_keys, 0);
static const struct shape_value governing = VALUE_OF_SHAPE(governing_shape);

static const char *const treaties_formats[] = {TREATIES_FORMAT};
static const struct shape_value treaties_format = VALUE_OF_WORDS(treaties_formats);
static const struct shape_key treaties_keys[] = {
    {"format", SHAPE_SCALAR, true, &treaties_format}, {"language", SHAPE_SCALAR, false, NULL},
    {"requesting", SHAPE_SCALAR, true, &takes_state}, {"requested", SHAPE_SCALAR, true, &takes_state},
    {"as_of", SHAPE_SCALAR, true, &takes_day},        {"instruments", SHAPE_SEQUENCE, true, &governing},
};
const struct shape treaties_shape = SHAPE_OF(treaties_keys, 0);

/* ---- the library ------------------------------------------------------------------------------------------------------ */

static const struct shape_key tests_keys[] = {
    {"cases", SHAPE_SCALAR, true, &says_number},
    {"limbs", SHAPE_SCALAR, true, &says_number},
    {"decided_both_ways", SHAPE_SCALAR, true, &says_number},
};
static const struct shape tests_shape = SHAPE_OF(tests_keys, 0);
static const struct shape_value tests_or_null = {.kind = VALUE_MAPPING, .shape = &tests_shape, .nullable = true};

static const struct shape_key holding_keys[] = {
    INSTRUMENT_HEAD,
    {"note", SHAPE_SCALAR, true, &says_text_or_null},
    INSTRUMENT_READING,
    {"parties", SHAPE_SEQUENCE, true, &takes_state},
    {"rules", SHAPE_SCALAR, true, &says_number},
    {"unverified", SHAPE_SEQUENCE, true, NULL},
    {"left_out", SHAPE_SEQUENCE, true, &left_out},
    {"tests", SHAPE_MAPPING, true, &tests_or_null},
};
static const struct shape holding_shape = SHAPE_OF(holding_keys, 0);
static const struct shape_value holding = VALUE_OF_SHAPE(holding_shape);

static const char *const library_formats[] = {LIBRARY_FORMAT};
static const struct shape_value library_format = VALUE_OF_WORDS(library_formats);
static const struct shape_key library_keys[] = {{"format", SHAPE_SCALAR, true, &library_format},
                                                {"instruments", SHAPE_SEQUENCE, true, &holding}};
const struct shape library_shape = SHAPE_OF(library_keys, 0);

/* ---- faults, which rule-check lint writes ----------------------------------------------------------------------------- */

static const char *const severity_words[] = {"error", "warning", "note"};
static const struct shape_value severity = VALUE_OF_WORDS(severity_words);
static const struct shape_key fault_keys[] = {
    {"severity", SHAPE_SCALAR, true, &severity}, {"code", SHAPE_SCALAR, true, NULL},           {"file", SHAPE_SCALAR, true, NULL},
    {"line", SHAPE_SCALAR, true, &says_number},  {"column", SHAPE_SCALAR, true, &says_number}, {"message", SHAPE_SCALAR, true, NULL},
    {"help", SHAPE_SCALAR, true, NULL},
};
static const struct shape fault_shape = SHAPE_OF(fault_keys, 0);
static const struct shape_value fault = VALUE_OF_SHAPE(fault_shape);

static const char *const lint_formats[] = {LINT_FORMAT};
static const struct shape_value lint_format = VALUE_OF_WORDS(lint_formats);
static const struct shape_key lint_keys[] = {
    {"format", SHAPE_SCALAR, true, &lint_format},      {"usable", SHAPE_SCALAR, true, &takes_boolean},
    {"instruments", SHAPE_SCALAR, true, &says_number}, {"rules", SHAPE_SCALAR, true, &says_number},
    {"diagnostics", SHAPE_SEQUENCE, true, &fault},
};
const struct shape lint_shape = SHAPE_OF(lint_keys, 0);
