#include "rules/rulebook_keys.h"

#include "rules/rulebook.h"

/* ---- words ------------------------------------------------------------------------------------------------------------ */

static const char *const kind_words[] = {
#define X(id, word, treaty) word,
    INSTRUMENT_KIND_LIST(X)
#undef X
};
static const char *const effect_words[] = {"shall-refuse", "may-refuse", "requires", "requires-assurance", "shall-postpone",
                                           "may-postpone", "duty",       "deadline", "procedure",          "consideration"};
static const char *const seen_words[] = {"full", "partial", "memory"};
static const char *const role_words[] = {"both", "requested", "requesting", "either"};
static const char *const for_words[] = {"each offence"};
static const char *const weighs_words[] = {"for-refusal", "for-surrender"};

static const char *const taken_words[] = {
    "as_of", "treaty_in_force", "treaty_regulates", "party", "age",  "earlier", "later", "and", "or", "not",
    "in",    "overlaps",        "within",           "true",  "false"};
const struct shape_value taken_names = VALUE_OF_WORDS(taken_words);

const struct shape_value takes_instrument_kind = VALUE_OF_WORDS(kind_words), takes_text_seen = VALUE_OF_WORDS(seen_words),
                         takes_role = VALUE_OF_WORDS(role_words), takes_effect = VALUE_OF_WORDS(effect_words),
                         takes_for = VALUE_OF_WORDS(for_words), takes_weighs = VALUE_OF_WORDS(weighs_words);

/* ---- small mappings --------------------------------------------------------------------------------------------------- */

static const struct shape_key term_keys[TERM_KEY_COUNT] = {
    [TERM_BY] = {"by", SHAPE_SCALAR, false, &takes_expression},         [TERM_WITHIN] = {"within", SHAPE_SCALAR, false, &takes_duration},
    [TERM_STARTS] = {"starts", SHAPE_SCALAR, false, &takes_expression}, [TERM_DONE] = {"done", SHAPE_SCALAR, true, &takes_expression},
    [TERM_CONSEQUENCE] = {"consequence", SHAPE_SCALAR, false, NULL},
};
static const struct shape_need term_needs[] = {{"within", "starts"}, {"starts", "within"}};
const struct shape deadline_shape = SHAPE_WITH_NEEDS(term_keys, 2, term_needs);

static const struct shape_key definition_keys[DEFINITION_KEY_COUNT] = {
    [DEFINITION_ID] = {"id", SHAPE_SCALAR, true, &takes_name},
    [DEFINITION_MEANS] = {"means", SHAPE_ANY, true, &takes_condition},
    [DEFINITION_CITE] = {"cite", SHAPE_SCALAR, true, NULL},
    [DEFINITION_LABEL] = {"label", SHAPE_SCALAR, false, NULL},
    [DEFINITION_FOR] = {"for", SHAPE_SCALAR, false, &takes_kind_of_item},
};
const struct shape definition_shape = SHAPE_OF(definition_keys, 0);

static const struct shape_key date_keys[DATE_KEY_COUNT] = {
    [DATE_ID] = {"id", SHAPE_SCALAR, true, &takes_name},
    [DATE_DATE] = {"date", SHAPE_SCALAR, true, &takes_day},
    [DATE_CITE] = {"cite", SHAPE_SCALAR, true, NULL},
};
const struct shape date_shape = SHAPE_OF(date_keys, 0);

static const struct shape_key left_out_keys[LEFT_OUT_KEY_COUNT] = {
    [LEFT_OUT_CITE] = {"cite", SHAPE_SCALAR, true, NULL},
    [LEFT_OUT_TITLE] = {"title", SHAPE_SCALAR, true, NULL},
    [LEFT_OUT_REASON] = {"reason", SHAPE_SCALAR, true, NULL},
};
const struct shape left_out_shape = SHAPE_OF(left_out_keys, 0);

static const struct shape_key party_keys[PARTY_KEY_COUNT] = {
    [PARTY_FROM] = {"from", SHAPE_SCALAR, false, &takes_day},
    [PARTY_UNTIL] = {"until", SHAPE_SCALAR, false, &takes_day},
    [PARTY_VERIFIED] = {"verified", SHAPE_SCALAR, false, &takes_boolean},
};
const struct shape party_shape = SHAPE_OF(party_keys, 0);

static const char *const treaty_words[] = {PRECEDENCE_TREATY};
static const struct shape_value treaty_value = VALUE_OF_WORDS(treaty_words);
static const struct shape_key precedence_keys[PRECEDENCE_KEY_COUNT] = {
    [PRECEDENCE_INSTRUMENT] = {"instrument", SHAPE_SCALAR, false, NULL},
    [PRECEDENCE_KIND] = {"kind", SHAPE_SCALAR, false, &treaty_value},
    [PRECEDENCE_CITE] = {"cite", SHAPE_SCALAR, true, NULL},
};
const struct shape precedence_shape = SHAPE_OF(precedence_keys, 2);

static const struct shape_key review_keys[REVIEW_KEY_COUNT] = {
    [REVIEW_AGAINST] = {"against", SHAPE_SCALAR, true, NULL},
    [REVIEW_ON] = {"on", SHAPE_SCALAR, true, NULL},
    [REVIEW_FOUND] = {"found", SHAPE_SCALAR, false, NULL},
};
const struct shape review_shape = SHAPE_OF(review_keys, 0);

static const struct shape_key amendment_keys[AMENDMENT_KEY_COUNT] = {
    [AMENDMENT_ON] = {"on", SHAPE_SCALAR, true, NULL},
    [AMENDMENT_BY] = {"by", SHAPE_SCALAR, true, NULL},
    [AMENDMENT_NOTE] = {"note", SHAPE_SCALAR, false, NULL},
};
const struct shape amendment_shape = SHAPE_OF(amendment_keys, 0);

static const struct shape_key period_keys[PERIOD_KEY_COUNT] = {
    [PERIOD_FROM] = {"from", SHAPE_SCALAR, false, &takes_day},
    [PERIOD_UNTIL] = {"until", SHAPE_SCALAR, false, &takes_day},
};
const struct shape period_shape = SHAPE_OF(period_keys, 0);

/* ---- the large ones --------------------------------------------------------------------------------------------------- */

static const struct shape_value some_states = {.kind = VALUE_STATE, .at_least_one = true};
static const struct shape_value term_value = VALUE_OF_SHAPE(deadline_shape), period_value = VALUE_OF_SHAPE(period_shape),
                                precedence_value = VALUE_OF_SHAPE(precedence_shape), review_value = VALUE_OF_SHAPE(review_shape),
                                amendment_value = VALUE_OF_SHAPE(amendment_shape),
                                parties_value = {.kind = VALUE_MAPPING, .shape = &party_shape, .by_name = true, .keys = VALUE_STATE};

static const struct shape_key rule_keys[RULE_KEY_COUNT] = {
    [RULE_ID] = {"id", SHAPE_SCALAR, true, &takes_id},
    [RULE_CITE] = {"cite", SHAPE_SCALAR, true, NULL},
    [RULE_TITLE] = {"title", SHAPE_SCALAR, true, NULL},
    [RULE_GROUND] = {"ground", SHAPE_SCALAR, true, &takes_ground},
    [RULE_EFFECT] = {"effect", SHAPE_SCALAR, true, &takes_effect},
    [RULE_FOR] = {"for", SHAPE_SCALAR, false, &takes_for},
    [RULE_VERIFIED] = {"verified", SHAPE_SCALAR, false, &takes_boolean},
    [RULE_DECIDED_BY] = {"decided-by", SHAPE_SCALAR, false, NULL},
    [RULE_FROM] = {"from", SHAPE_SCALAR, false, &takes_day},
    [RULE_UNTIL] = {"until", SHAPE_SCALAR, false, &takes_day},
    [RULE_FOR_REQUESTED] = {"for-requested", SHAPE_SEQUENCE, false, &some_states},
    [RULE_FOR_REQUESTING] = {"for-requesting", SHAPE_SEQUENCE, false, &some_states},
    [RULE_GIVEN] = {"given", SHAPE_ANY, false, &takes_condition},
    [RULE_WHEN] = {"when", SHAPE_ANY, false, &takes_condition},
    [RULE_UNLESS] = {"unless", SHAPE_ANY, false, &takes_condition},
    [RULE_DEADLINE] = {"deadline", SHAPE_MAPPING, false, &term_value},
    [RULE_THEN] = {"then", SHAPE_SEQUENCE, false, NULL},
    [RULE_WITHIN] = {"within", SHAPE_SEQUENCE, false, NULL},
    [RULE_WEIGHS] = {"weighs", SHAPE_SCALAR, false, &takes_weighs},
    [RULE_IN_PLACE_OF] = {"in-place-of", SHAPE_SCALAR, false, NULL},
    [RULE_EXCLUDES] = {"excludes", SHAPE_SEQUENCE, false, NULL},
    [RULE_EXCLUDES_GROUNDS] = {"excludes-grounds", SHAPE_SEQUENCE, false, &takes_ground},
    [RULE_DISPLACES] = {"displaces", SHAPE_SEQUENCE, false, NULL},
    [RULE_LEAVES] = {"leaves", SHAPE_SEQUENCE, false, NULL},
    [RULE_STANDS] = {"stands-beside", SHAPE_SCALAR, false, &takes_boolean},
    [RULE_NOTE] = {"note", SHAPE_SCALAR, false, NULL},
    [RULE_AUTHORITY] = {"authority", SHAPE_SCALAR, false, NULL},
};
const struct shape rule_shape = SHAPE_OF(rule_keys, 0);

static const struct shape_key instrument_keys[INS_KEY_COUNT] = {
    [INS_ID] = {"id", SHAPE_SCALAR, true, &takes_id},
    [INS_TITLE] = {"title", SHAPE_SCALAR, true, NULL},
    [INS_SHORT] = {"short", SHAPE_SCALAR, false, NULL},
    [INS_KIND] = {"kind", SHAPE_SCALAR, true, &takes_instrument_kind},
    [INS_CITATION] = {"citation", SHAPE_SCALAR, true, NULL},
    [INS_SOURCES] = {"sources", SHAPE_SEQUENCE, false, NULL},
    [INS_LANGUAGES] = {"languages", SHAPE_SEQUENCE, false, NULL},
    [INS_IN_FORCE] = {"in-force", SHAPE_MAPPING, false, &period_value},
    [INS_PARTIES] = {"parties", SHAPE_MAPPING, false, &parties_value},
    [INS_PARTIES_COMPLETE] = {"parties-complete", SHAPE_SCALAR, false, &takes_boolean},
    [INS_APPLIES] = {"applies", SHAPE_ANY, false, &takes_condition},
    [INS_ROLE] = {"role", SHAPE_SCALAR, false, &takes_role},
    [INS_BASIS] = {"basis", SHAPE_SCALAR, false, &takes_boolean},
    [INS_PREVAILS] = {"prevails-over", SHAPE_SEQUENCE, false, &precedence_value},
    [INS_YIELDS] = {"yields-to", SHAPE_SEQUENCE, false, &precedence_value},
    [INS_TEXT_SEEN] = {"text-seen", SHAPE_SCALAR, true, &takes_text_seen},
    [INS_CHECKED] = {"checked-on", SHAPE_SCALAR, false, NULL},
    [INS_REVIEWED] = {"reviewed", SHAPE_MAPPING, false, &review_value},
    [INS_AMENDED] = {"amended", SHAPE_SEQUENCE, false, &amendment_value},
    [INS_NOTE] = {"note", SHAPE_SCALAR, false, NULL},
};
const struct shape instrument_shape = SHAPE_OF(instrument_keys, 0);

static const struct shape_value instrument_value = VALUE_OF_SHAPE(instrument_shape), definition_value = VALUE_OF_SHAPE(definition_shape),
                                date_value = VALUE_OF_SHAPE(date_shape), rule_value = VALUE_OF_SHAPE(rule_shape),
                                left_out_value = VALUE_OF_SHAPE(left_out_shape);

static const char *const rulebook_formats[] = {RULEBOOK_FORMAT};
static const struct shape_value format_value = VALUE_OF_WORDS(rulebook_formats);
static const struct shape_key rulebook_keys[BOOK_KEY_COUNT] = {
    [BOOK_FORMAT] = {"format", SHAPE_SCALAR, true, &format_value},
    [BOOK_INSTRUMENT] = {"instrument", SHAPE_MAPPING, true, &instrument_value},
    [BOOK_DEFINITIONS] = {"definitions", SHAPE_SEQUENCE, false, &definition_value},
    [BOOK_DATES] = {"dates", SHAPE_SEQUENCE, false, &date_value},
    [BOOK_RULES] = {"rules", SHAPE_SEQUENCE, true, &rule_value},
    [BOOK_LEFT_OUT] = {"left-out", SHAPE_SEQUENCE, false, &left_out_value},
};
const struct shape rulebook_shape = SHAPE_OF(rulebook_keys, 0);
