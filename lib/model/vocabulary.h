/* The dictionary that all rulebooks and records share: entities, their facts, closed lists of values, States, and the taxonomy of grounds.
 * Every name is interned, so that a rulebook and a record meet as numbers. Immutable once loaded. */
#ifndef EXTRADITION_MODEL_VOCABULARY_H
#define EXTRADITION_MODEL_VOCABULARY_H

#include "model/value.h"
#include "source/tree.h"

#define NO_FACT UINT32_MAX
#define NO_ENTITY UINT32_MAX
#define NO_GROUND UINT32_MAX

/* A checker keeps a word for each. Single entities take a slot of every rule, beside what the rule itself binds. */
enum { VOCABULARY_ENTITIES_MAX = 32, VOCABULARY_SINGLES_MAX = 8 };

struct fact {
    struct text name; /* with its dots: `penalty.requesting` */
    name id;
    struct type type;
    struct text question;
    struct text help;
    struct text held_by;
    bool presumed;
    struct value presumption;
    bool test; /* a legal test: somebody has to evaluate it */
    struct text test_by;
    struct text test_standard;
    struct text test_looks_at;
};

struct entity {
    struct text list_name; /* `offences`; for a single entity the same as `item_name` */
    struct text item_name; /* `offence` */
    name list_id;
    name item_id;
    bool single;
    struct text label;
    struct text question; /* asked when the list is absent */
    struct text help;
    struct fact *facts;
    uint32_t fact_count;
    uint32_t *order; /* indices of the facts, sorted by id, for look-up */
    name *groups;    /* prefixes of dotted names, sorted */
    uint32_t group_count;
};

struct enumeration {
    struct text id;
    name *values; /* in the order of the file */
    struct text *helps;
    uint32_t count;
};

struct ground {
    struct text id;
    name name;
    struct text title;
    struct text about;
};

struct state_name {
    name code;
    struct text title;
};

struct vocabulary {
    struct names *names;
    struct entity *entities;
    uint32_t entity_count;
    struct enumeration *enumerations;
    uint32_t enumeration_count;
    struct ground *grounds;
    uint32_t ground_count;
    struct state_name *states; /* sorted by code number */
    uint32_t state_count;
    uint32_t request; /* entities that the language itself speaks of */
    uint32_t offence;
};

/* Reads the three files, whichever order they come in; each reports its own errors. */
bool vocabulary_read(struct vocabulary *vocabulary, struct arena *arena, const struct node *document, struct diag *diag);
bool grounds_read(struct vocabulary *vocabulary, struct arena *arena, const struct node *document, struct diag *diag);
bool states_read(struct vocabulary *vocabulary, struct arena *arena, const struct node *document, struct diag *diag);

uint32_t vocabulary_entity_by_item(const struct vocabulary *vocabulary, name item_id);
uint32_t vocabulary_entity_by_list(const struct vocabulary *vocabulary, name list_id);
uint32_t vocabulary_fact(const struct entity *entity, name id);
bool vocabulary_is_group(const struct entity *entity, name prefix);
uint32_t vocabulary_ground(const struct vocabulary *vocabulary, name id);
const struct state_name *vocabulary_state(const struct vocabulary *vocabulary, name code);
/* What a State is called; its code where it has no name. */
struct text vocabulary_state_title(const struct vocabulary *vocabulary, name code);
bool enumeration_has(const struct enumeration *enumeration, name value);

/* Reads a scalar of a type from a node; reports what is wrong. The value's set members go to the arena. `extra` interns texts that the
 * rules do not know; refs are not read here. */
bool vocabulary_read_value(const struct vocabulary *vocabulary, struct type type, const struct node *node, struct arena *arena,
                           struct names *extra, struct value *out, struct diag *diag);
/* `set of state`, `enum outcome`, `ref to an offence`. */
void type_write(const struct vocabulary *vocabulary, struct type type, struct buffer *buffer);
/* A value as a record would write it: `[KR, US]`, `20 years`, `true`. `extra` may be NULL. */
void value_write(const struct vocabulary *vocabulary, const struct names *extra, struct value value, struct buffer *buffer);

#endif
