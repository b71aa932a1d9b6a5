/* "A mapping with these keys": vocabularies, rulebooks, records and case files describe their mappings as tables, and one piece of code
 * reports every unknown, missing or mistyped key in the same way, with the nearest known name. (Doubled keys: yaml.c has reported them.) */
#ifndef EXTRADITION_SOURCE_SHAPE_H
#define EXTRADITION_SOURCE_SHAPE_H

#include "source/tree.h"

enum shape_kind { SHAPE_SCALAR, SHAPE_SEQUENCE, SHAPE_MAPPING, SHAPE_ANY };

/* What a value is, beyond its kind. Its reader makes sure of it; schemas are written from it. */
enum value_kind {
    VALUE_TEXT,    /* any text */
    VALUE_WORD,    /* one of `words` */
    VALUE_MAPPING, /* of `shape` */
    VALUE_ID,
    VALUE_NAME, /* that an expression can speak of */
    VALUE_DAY,
    VALUE_DURATION,
    VALUE_BOOLEAN,
    VALUE_EXPRESSION,
    VALUE_CONDITION,
    VALUE_STATE,
    VALUE_GROUND,
    VALUE_ITEM,    /* the name of a kind of item */
    VALUE_BINDING, /* the same, with a name for the item: `offence as other` */
    /* in records */
    VALUE_FACT,      /* the value of the fact, or `unknown` */
    VALUE_COMPLETE,  /* whether a set is complete */
    VALUE_LIST_ITEM, /* an item of the list */
    VALUE_RECORD,    /* a record, or a part of one */
    VALUE_EXPECTED,  /* what is expected of a rule */
    /* in the vocabulary */
    VALUE_TYPE,
    VALUE_CODE,   /* of a State */
    VALUE_NESTED, /* what `nested` says: mappings by names of mappings by names */
    /* in reports */
    VALUE_NUMBER,
    VALUE_COUNTS, /* by names */
    VALUE_LIMB,   /* of a proof */
    VALUE_ANY
};

struct shape;

struct shape_value {
    enum value_kind kind;
    enum value_kind keys; /* of a mapping by names: what the names are; what is said of the value holds of each */
    bool at_least_one;    /* item or key */
    bool by_name;         /* whether it is such a mapping */
    bool listed;          /* in reports: a list of what is said */
    bool nullable;        /* in reports */
    const char *const *words;
    size_t word_count;
    const char *(*word)(unsigned index); /* in place of `words`; NULL after the last */
    const struct shape *shape;
    const struct shape_value *nested;
};

#define VALUE_OF_WORDS(array)                                                                                                              \
    {                                                                                                                                      \
        .kind = VALUE_WORD, .words = (array), .word_count = sizeof(array) / sizeof((array)[0])                                             \
    }
#define VALUE_OF_SHAPE(of)                                                                                                                 \
    {                                                                                                                                      \
        .kind = VALUE_MAPPING, .shape = &(of)                                                                                              \
    }

extern const struct shape_value takes_id, takes_name, takes_day, takes_duration, takes_boolean, takes_expression, takes_condition,
    takes_state, takes_ground, takes_kind_of_item, takes_binding;

struct shape_key {
    const char *name;
    enum shape_kind kind;
    bool required;
    const struct shape_value *value; /* of a sequence, its items; NULL: any text */
};

/* A key that does not stand without another. */
struct shape_need {
    const char *key;
    const char *needs;
};

/* All the keys of a mapping. */
struct shape {
    const struct shape_key *keys;
    size_t count;
    size_t choices; /* exactly one of the first so many keys stands there; 0: they are as free as the others */
    const struct shape_need *needs;
    size_t need_count;
};

#define SHAPE_OF(array, one_of_the_first)                                                                                                  \
    {                                                                                                                                      \
        .keys = (array), .count = sizeof(array) / sizeof((array)[0]), .choices = (one_of_the_first)                                        \
    }
#define SHAPE_WITH_NEEDS(array, one_of_the_first, list)                                                                                    \
    {                                                                                                                                      \
        .keys = (array), .count = sizeof(array) / sizeof((array)[0]), .choices = (one_of_the_first), .needs = (list),                      \
        .need_count = sizeof(list) / sizeof((list)[0])                                                                                     \
    }

enum { SHAPE_KEYS_MAX = 40 };

/* Sorts the values of `mapping` into `values`, one for each of the `count` keys, NULL where absent (or of the wrong kind, which is reported).
 * `what` names the thing in messages: `rule`, `instrument`. False when `mapping` is no mapping or anything was reported. */
bool shape_read(const struct node *mapping, const char *what, const struct shape_key *keys, size_t count, const struct node **values,
                struct diag *diag);

/* A regular expression (ECMA-262) of what shape_id() takes. */
#define SHAPE_ID_PATTERN "[a-z][a-z0-9-]{0,99}"
/* What shape_boolean() takes. */
extern const char *const boolean_words[4];

/* Whether an unknown key is the rest of a text that a comma has cut off, as in `{value: true, note: under appeal, not final}`; and what to say. */
bool shape_is_cut_off(const struct node *key, const struct node *value, const struct text *known, size_t count);
extern const char shape_cut_off_help[];

/* Reports that `found` is not among `known` (an array of `count` texts), with the nearest as help: "unknown ground `nationalty`" / "did you
 * mean `nationality`?". `what` is a noun. */
void shape_unknown(struct diag *diag, enum diag_code code, struct place place, const char *what, struct text found,
                   const struct text *known, size_t count);

/* The index of a scalar's text in a list of words; -1 (and a diagnostic) when it is none of them. */
int shape_word(const struct node *scalar, const char *what, const char *const *words, size_t count, struct diag *diag);

/* An id: lower-case letters, digits, hyphens, beginning with a letter; reported when it is not. */
bool shape_id(const struct node *scalar, const char *what, struct diag *diag);
/* `true`/`false` (also yes, no). */
bool shape_boolean(const struct node *scalar, bool *out, struct diag *diag);

#endif
