/* The shapes of what is made of a report: its questions alone, the checklist, the ways to another result, and what changes. */
#include "report/formats.h"
#include "report/schema.h"
#include "rules/rulebook_keys.h"

/* ---- questions -------------------------------------------------------------------------------------------------------- */

static const char *const questions_formats[] = {QUESTIONS_FORMAT};
static const struct shape_value questions_format = VALUE_OF_WORDS(questions_formats);
static const struct shape_key questions_keys[] = {
    {"format", SHAPE_SCALAR, true, &questions_format},
    {"language", SHAPE_SCALAR, false, NULL},
    {"record", SHAPE_SCALAR, true, NULL},
    {"as_of", SHAPE_SCALAR, true, &takes_day},
    {"questions", SHAPE_SEQUENCE, true, &says_question},
};
const struct shape questions_shape = SHAPE_OF(questions_keys, 0);

/* ---- the checklist ---------------------------------------------------------------------------------------------------- */

static const char *const checklist_formats[] = {CHECKLIST_FORMAT};
static const struct shape_value checklist_format = VALUE_OF_WORDS(checklist_formats);
/* For one rule, also its finding. */
static const struct shape_key checklist_keys[] = {
    {"format", SHAPE_SCALAR, true, &checklist_format},
    {"language", SHAPE_SCALAR, false, NULL},
    {"record", SHAPE_SCALAR, true, NULL},
    {"as_of", SHAPE_SCALAR, true, &takes_day},
    {"finding", SHAPE_SCALAR, false, NULL},
    {"subject", SHAPE_SCALAR, false, &says_text_or_null},
    {"result", SHAPE_SCALAR, false, &says_result},
    {"smallest", SHAPE_SCALAR, true, &takes_boolean},
    {"facts", SHAPE_SEQUENCE, true, &says_checklist_fact},
};
static const struct shape_need checklist_needs[] = {{"finding", "result"}, {"subject", "finding"}, {"result", "subject"}};
const struct shape checklist_page_shape = SHAPE_WITH_NEEDS(checklist_keys, 0, checklist_needs);

/* ---- ways to another result ------------------------------------------------------------------------------------------- */

static const struct shape_key step_keys[] = {
    {"path", SHAPE_SCALAR, true, NULL},
    {"value", SHAPE_SCALAR, true, NULL},
    {"before", SHAPE_SCALAR, true, &says_text_or_null},
    {"added", SHAPE_SCALAR, true, &takes_boolean},
};
static const struct shape step_shape = SHAPE_OF(step_keys, 0);
static const struct shape_value way = {.kind = VALUE_MAPPING, .shape = &step_shape, .listed = true};

static const char *const ways_formats[] = {WAYS_FORMAT};
static const struct shape_value ways_format = VALUE_OF_WORDS(ways_formats);
static const struct shape_key ways_keys[] = {
    {"format", SHAPE_SCALAR, true, &ways_format}, {"language", SHAPE_SCALAR, false, NULL},
    {"record", SHAPE_SCALAR, true, NULL},         {"as_of", SHAPE_SCALAR, true, &takes_day},
    {"finding", SHAPE_SCALAR, true, NULL},        {"subject", SHAPE_SCALAR, true, &says_text_or_null},
    {"result", SHAPE_SCALAR, true, &says_result}, {"wanted", SHAPE_SCALAR, true, &says_result},
    {"tried", SHAPE_SCALAR, true, &says_number},  {"may_be_more", SHAPE_SCALAR, true, &takes_boolean},
    {"ways", SHAPE_SEQUENCE, true, &way},
};
const struct shape ways_shape = SHAPE_OF(ways_keys, 0);

/* ---- changes ---------------------------------------------------------------------------------------------------------- */

static const struct shape_key side_keys[] = {{"record", SHAPE_SCALAR, true, NULL}, {"as_of", SHAPE_SCALAR, true, &takes_day}};
static const struct shape side_shape = SHAPE_OF(side_keys, 0);
static const struct shape_value side = VALUE_OF_SHAPE(side_shape);

static const struct shape_key due_keys[] = {{"status", SHAPE_SCALAR, true, &says_status}, {"due", SHAPE_SCALAR, true, &says_text_or_null}};
static const struct shape due_shape = SHAPE_OF(due_keys, 0);
static const struct shape_value due = VALUE_OF_SHAPE(due_shape);

static const struct shape_key state_keys[] = {
    {"result", SHAPE_SCALAR, true, &says_result},   {"standing", SHAPE_SCALAR, true, &says_standing},
    {"engaged", SHAPE_SCALAR, true, &says_engaged}, {"missing", SHAPE_SEQUENCE, true, NULL},
    {"deadline", SHAPE_MAPPING, false, &due},
};
static const struct shape state_shape = SHAPE_OF(state_keys, 0);
static const struct shape_value state_or_null = {.kind = VALUE_MAPPING, .shape = &state_shape, .nullable = true};

static const struct shape_key limb_keys[] = {
    {"id", SHAPE_SCALAR, true, &says_text_or_null},     {"cite", SHAPE_SCALAR, true, &says_text_or_null},
    {"label", SHAPE_SCALAR, true, &says_text_or_null},  {"kind", SHAPE_SCALAR, true, &says_limb_kind},
    {"test", SHAPE_SCALAR, true, &says_text_or_null},   {"before", SHAPE_SCALAR, true, &says_truth_or_null},
    {"after", SHAPE_SCALAR, true, &says_truth_or_null},
};
static const struct shape limb_shape = SHAPE_OF(limb_keys, 0);
static const struct shape_value limb = VALUE_OF_SHAPE(limb_shape);

static const struct shape_key use_keys[] = {
    {"value", SHAPE_SCALAR, true, NULL},
    {"source", SHAPE_SCALAR, true, &says_text_or_null},
    {"presumed", SHAPE_SCALAR, true, &takes_boolean},
    {"disputed", SHAPE_SCALAR, true, &takes_boolean},
};
static const struct shape use_shape = SHAPE_OF(use_keys, 0);
static const struct shape_value use_or_null = {.kind = VALUE_MAPPING, .shape = &use_shape, .nullable = true};

static const struct shape_key moved_keys[] = {
    {"path", SHAPE_SCALAR, true, NULL},
    {"before", SHAPE_MAPPING, true, &use_or_null},
    {"after", SHAPE_MAPPING, true, &use_or_null},
};
static const struct shape moved_shape = SHAPE_OF(moved_keys, 0);
static const struct shape_value moved = VALUE_OF_SHAPE(moved_shape);

static const struct shape_key instrument_keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},
    {"before", SHAPE_SCALAR, true, &says_applicability},
    {"after", SHAPE_SCALAR, true, &says_applicability},
    {"limbs", SHAPE_SEQUENCE, true, &limb},
    {"facts", SHAPE_SEQUENCE, true, &moved},
};
static const struct shape moved_instrument_shape = SHAPE_OF(instrument_keys, 0);
static const struct shape_value instrument = VALUE_OF_SHAPE(moved_instrument_shape);

static const struct shape_key change_keys[] = {
    {"finding", SHAPE_SCALAR, true, NULL},           {"subject", SHAPE_SCALAR, true, &says_text_or_null},
    {"effect", SHAPE_SCALAR, true, &takes_effect},   {"title", SHAPE_SCALAR, true, NULL},
    {"before", SHAPE_MAPPING, true, &state_or_null}, {"after", SHAPE_MAPPING, true, &state_or_null},
    {"limbs", SHAPE_SEQUENCE, true, &limb},          {"facts", SHAPE_SEQUENCE, true, &moved},
};
static const struct shape change_shape = SHAPE_OF(change_keys, 0);
static const struct shape_value change = VALUE_OF_SHAPE(change_shape);

static const char *const changes_formats[] = {CHANGES_FORMAT};
static const struct shape_value changes_format = VALUE_OF_WORDS(changes_formats);
static const struct shape_key changes_keys[] = {
    {"format", SHAPE_SCALAR, true, &changes_format}, {"language", SHAPE_SCALAR, false, NULL},
    {"before", SHAPE_MAPPING, true, &side},          {"after", SHAPE_MAPPING, true, &side},
    {"unchanged", SHAPE_SCALAR, true, &says_number}, {"instruments", SHAPE_SEQUENCE, true, &instrument},
    {"changes", SHAPE_SEQUENCE, true, &change},
};
const struct shape changes_shape = SHAPE_OF(changes_keys, 0);
