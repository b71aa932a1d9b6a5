/* The keys of the vocabulary, of the taxonomy of grounds and of the list of States, mapping by mapping: what their readers read by, and what
 * their schemas are written from. */
#ifndef EXTRADITION_MODEL_VOCABULARY_KEYS_H
#define EXTRADITION_MODEL_VOCABULARY_KEYS_H

#include "source/shape.h"

#define VOCABULARY_FORMAT "extradition-vocabulary/1"
#define GROUNDS_FORMAT "extradition-grounds/1"
#define STATES_FORMAT "extradition-states/1"

enum vocabulary_key { VOC_FORMAT, VOC_ENUMS, VOC_ENTITIES, VOC_FACTS, VOC_KEY_COUNT };
enum entity_key { ENTITY_LABEL, ENTITY_ITEM, ENTITY_QUESTION, ENTITY_HELP, ENTITY_KEY_COUNT };
enum fact_key { FACT_TYPE, FACT_QUESTION, FACT_HELP, FACT_HELD_BY, FACT_PRESUME, FACT_TEST, FACT_KEY_COUNT };
enum legal_test_key { TEST_BY, TEST_STANDARD, TEST_LOOKS_AT, TEST_KEY_COUNT };
enum ground_key { GROUND_TITLE, GROUND_ABOUT, GROUND_KEY_COUNT };
enum list_key { LIST_FORMAT, LIST_ENTRIES, LIST_KEY_COUNT }; /* of grounds, of States */

extern const struct shape vocabulary_shape, entity_shape, fact_shape, legal_test_shape, grounds_shape, ground_shape, states_shape;
extern const struct shape_value takes_holder;

/* The least and most bytes of a State's code. */
enum { STATE_CODE_LEAST = 2, STATE_CODE_MOST = 8 };
#define STATE_CODE_PATTERN ".{2,8}"
/* What a fact's type can be, but for which lists and items there are. */
#define TYPE_PATTERN "(set of )?(boolean|integer|date|duration|penalty|state|text|(enum|ref) +[^ ]+)"

#endif
