#include "model/vocabulary_keys.h"

/* ---- grounds and States ----------------------------------------------------------------------------------------------- */

static const struct shape_key ground_keys[GROUND_KEY_COUNT] = {
    [GROUND_TITLE] = {"title", SHAPE_SCALAR, true, NULL},
    [GROUND_ABOUT] = {"about", SHAPE_SCALAR, false, NULL},
};
const struct shape ground_shape = SHAPE_OF(ground_keys, 0);

static const char *const grounds_formats[] = {GROUNDS_FORMAT};
static const struct shape_value grounds_format = VALUE_OF_WORDS(grounds_formats),
                                grounds_by_id = {.kind = VALUE_MAPPING, .shape = &ground_shape, .by_name = true, .keys = VALUE_ID};
static const struct shape_key grounds_keys[LIST_KEY_COUNT] = {
    [LIST_FORMAT] = {"format", SHAPE_SCALAR, true, &grounds_format},
    [LIST_ENTRIES] = {"grounds", SHAPE_MAPPING, true, &grounds_by_id},
};
const struct shape grounds_shape = SHAPE_OF(grounds_keys, 0);

static const char *const states_formats[] = {STATES_FORMAT};
static const struct shape_value states_format = VALUE_OF_WORDS(states_formats),
                                names_by_code = {.kind = VALUE_TEXT, .by_name = true, .keys = VALUE_CODE};
static const struct shape_key states_keys[LIST_KEY_COUNT] = {
    [LIST_FORMAT] = {"format", SHAPE_SCALAR, true, &states_format},
    [LIST_ENTRIES] = {"states", SHAPE_MAPPING, true, &names_by_code},
};
const struct shape states_shape = SHAPE_OF(states_keys, 0);

/* ---- the vocabulary --------------------------------------------------------------------------------------------------- */

static const struct shape_key legal_test_keys[TEST_KEY_COUNT] = {
    [TEST_BY] = {"by", SHAPE_SCALAR, true, NULL},
    [TEST_STANDARD] = {"standard", SHAPE_SCALAR, false, NULL},
    [TEST_LOOKS_AT] = {"looks-at", SHAPE_SCALAR, false, NULL},
};
const struct shape legal_test_shape = SHAPE_OF(legal_test_keys, 0);

static const char *const holders[] = {"requesting-state", "requested-state", "person"};
const struct shape_value takes_holder = VALUE_OF_WORDS(holders);
static const struct shape_value takes_type = {.kind = VALUE_TYPE}, takes_anything = {.kind = VALUE_ANY},
                                takes_test = VALUE_OF_SHAPE(legal_test_shape);

static const struct shape_key fact_keys[FACT_KEY_COUNT] = {
    [FACT_TYPE] = {"type", SHAPE_SCALAR, true, &takes_type},
    [FACT_QUESTION] = {"question", SHAPE_SCALAR, true, NULL},
    [FACT_HELP] = {"help", SHAPE_SCALAR, false, NULL},
    [FACT_HELD_BY] = {"held-by", SHAPE_SCALAR, true, &takes_holder},
    [FACT_PRESUME] = {"presume", SHAPE_ANY, false, &takes_anything},
    [FACT_TEST] = {"test", SHAPE_MAPPING, false, &takes_test},
};
const struct shape fact_shape = SHAPE_OF(fact_keys, 0);

static const struct shape_key entity_keys[ENTITY_KEY_COUNT] = {
    [ENTITY_LABEL] = {"label", SHAPE_SCALAR, true, NULL},
    [ENTITY_ITEM] = {"item", SHAPE_SCALAR, false, NULL},
    [ENTITY_QUESTION] = {"question", SHAPE_SCALAR, false, NULL},
    [ENTITY_HELP] = {"help", SHAPE_SCALAR, false, NULL},
};
const struct shape entity_shape = SHAPE_OF(entity_keys, 0);

static const char *const formats[] = {VOCABULARY_FORMAT};
static const struct shape_value format = VALUE_OF_WORDS(formats), meanings = {.kind = VALUE_TEXT, .by_name = true, .keys = VALUE_ID},
                                enums = {.kind = VALUE_NESTED, .nested = &meanings, .by_name = true, .keys = VALUE_TEXT},
                                entities = {.kind = VALUE_MAPPING, .shape = &entity_shape, .by_name = true, .keys = VALUE_TEXT},
                                facts_of_one = {.kind = VALUE_MAPPING, .shape = &fact_shape, .by_name = true, .keys = VALUE_TEXT},
                                facts = {.kind = VALUE_NESTED, .nested = &facts_of_one, .by_name = true, .keys = VALUE_TEXT};
static const struct shape_key vocabulary_keys[VOC_KEY_COUNT] = {
    [VOC_FORMAT] = {"format", SHAPE_SCALAR, true, &format},
    [VOC_ENUMS] = {"enums", SHAPE_MAPPING, false, &enums},
    [VOC_ENTITIES] = {"entities", SHAPE_MAPPING, true, &entities},
    [VOC_FACTS] = {"facts", SHAPE_MAPPING, true, &facts},
};
const struct shape vocabulary_shape = SHAPE_OF(vocabulary_keys, 0);
