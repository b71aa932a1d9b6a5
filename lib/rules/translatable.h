/* The texts of a set of rules that another language can put into its own words, in the order and under the keys that a file of translations
 * has them (docs/translations.md). One list, so that what is read, what is counted and what is asked of a translator cannot differ. */
#ifndef EXTRADITION_RULES_TRANSLATABLE_H
#define EXTRADITION_RULES_TRANSLATABLE_H

#include "rules/ruleset.h"

/* The keys of a rule whose texts are phrases of the instrument too. */
enum { TRANSLATABLE_RULE_PHRASES = 4 };
extern const char *const translatable_rule_phrases[TRANSLATABLE_RULE_PHRASES];

enum translatable_section {
    SECTION_MESSAGES,
    SECTION_ENTITIES,
    SECTION_FACTS,
    SECTION_ENUMS,
    SECTION_GROUNDS,
    SECTION_STATES,
    SECTION_INSTRUMENTS
};
const char *translatable_section_word(enum translatable_section section);

/* A text that is translated under a key of a mapping. */
struct translatable_field {
    const char *key;
    struct text text;
};

/* A few letters that stand for the English texts of one mapping: kept beside their translation, under the key `of`, they tell when the English has
 * changed since. With their NUL. */
enum { TRANSLATABLE_DIGEST_BYTES = 9 };
#define TRANSLATABLE_DIGEST_KEY "of"
void translatable_digest(const struct translatable_field *fields, size_t count, char digest[TRANSLATABLE_DIGEST_BYTES]);

/* A text and where its translation stands: `section: [owner.]name: [part: [item:]] key:`. */
struct translatable {
    enum translatable_section section;
    struct text owner; /* of a fact, its entity's item; otherwise empty */
    struct text name;
    const char *part; /* `rules` or `phrases`; NULL elsewhere */
    struct text item; /* a rule's id */
    struct text key;  /* `title`, `help`; a phrase is its own key; empty where the name stands for the text */
    struct text text;
    const char *digest;        /* of the mapping that it stands in; NULL for mappings that have none, whose keys are the English or names */
    const struct text *places; /* of a phrase, everywhere that these words stand; otherwise NULL */
    size_t place_count;
    enum message message;                /* of SECTION_MESSAGES; otherwise MESSAGE_COUNT */
    const struct instrument *instrument; /* of SECTION_INSTRUMENTS; otherwise NULL */
};

/* The texts of one thing that have a key each; empty where it is silent. Their digest stands for all of them. */
enum { ENTITY_FIELDS = 3, FACT_FIELDS = 5, GROUND_FIELDS = 2, INSTRUMENT_FIELDS = 4, RULE_FIELDS = 2 };
void translatable_entity(const struct entity *entity, struct translatable_field fields[ENTITY_FIELDS]);
void translatable_fact(const struct fact *fact, struct translatable_field fields[FACT_FIELDS]);
void translatable_ground(const struct ground *ground, struct translatable_field fields[GROUND_FIELDS]);
void translatable_instrument(const struct instrument *instrument, struct translatable_field fields[INSTRUMENT_FIELDS]);
void translatable_rule(const struct rule *rule, struct translatable_field fields[RULE_FIELDS]);

/* False stops the walk. */
typedef bool (*translatable_visit)(void *user, const struct translatable *text);

/* Every text once. False when the visit stopped it or memory ran out. */
bool translatable_each(const struct exd_rules *rules, translatable_visit visit, void *user);

/* The texts of an instrument that have no id of their own, such as labels, citations and authorities, in order of their words. NULL when memory
 * ran out. */
struct text *translatable_phrases(const struct exd_rules *rules, const struct instrument *instrument, struct arena *scratch, size_t *count);

#endif
