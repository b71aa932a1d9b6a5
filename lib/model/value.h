/* What a fact can be. A value is small and copied freely; the members of a set live in the arena of whoever made it. A value that is not
 * known carries nothing. Integers and dates are spans, because a partial date, and an age computed from one, are spans; a whole value is a
 * span of one. Names (enum values, States, texts) are numbers from the intern table, refs are indices into a list of the record. */
#ifndef EXTRADITION_MODEL_VALUE_H
#define EXTRADITION_MODEL_VALUE_H

#include "base/date.h"
#include "base/names.h"
#include "base/truth.h"

/* kind, word in the vocabulary */
#define TYPE_KIND_LIST(X)                                                                                                                  \
    X(BOOLEAN, "boolean")                                                                                                                  \
    X(INTEGER, "integer")                                                                                                                  \
    X(DATE, "date")                                                                                                                        \
    X(DURATION, "duration")                                                                                                                \
    X(PENALTY, "penalty")                                                                                                                  \
    X(ENUM, "enum")                                                                                                                        \
    X(STATE, "state")                                                                                                                      \
    X(TEXT, "text")                                                                                                                        \
    X(REF, "ref")

enum type_kind {
#define X(id, word) TYPE_##id,
    TYPE_KIND_LIST(X)
#undef X
};

struct type {
    enum type_kind kind;
    bool set;
    uint32_t of; /* ENUM: index of the enum in the vocabulary; REF: index of the entity; else 0 */
};

/* Whether of two values one can be greater. */
bool type_is_ordered(struct type type);

/* A penalty is a duration, or one of these in `months`: the order of the numbers is the order of the law. */
#define PENALTY_NONE (-2)
#define PENALTY_FINE (-1)
#define PENALTY_LIFE (INT32_MAX - 1)
#define PENALTY_DEATH INT32_MAX

/* Of an integer in a record, either way. */
#define INTEGER_MOST 1000000000

/* One scalar: eight bytes whatever its kind. */
union scalar {
    bool boolean;
    struct {
        int32_t least;
        int32_t most;
    } integer;
    struct date_span date;
    struct duration duration; /* and PENALTY */
    name name;                /* ENUM, STATE, TEXT */
    uint32_t item;            /* REF */
};

struct value {
    uint8_t kind; /* enum type_kind */
    bool known;   /* false: nothing else counts but `kind` and `set` */
    bool set;
    bool complete;  /* set: there are no further members */
    uint32_t count; /* set: members */
    union {
        union scalar one;
        const union scalar *members;
    } as;
};

struct value value_unknown(struct type type);
struct value value_boolean(enum truth truth);
struct value value_scalar(enum type_kind kind, union scalar scalar);
enum truth value_truth(struct value value); /* of a boolean */

/* Three-valued comparisons of two values of one type (a duration and a penalty compare as penalties). */
enum truth value_equal(struct value a, struct value b);
enum truth value_less(struct value a, struct value b);
enum truth value_in(struct value member, struct value set);
enum truth value_overlaps(struct value a, struct value b);
enum truth value_within(struct value a, struct value b);

/* Whether a value leaves something to ask: unknown, or known only in part. */
bool value_is_imprecise(struct value value);

/* Whether two values are the same to the letter, unknowns and spans included. */
bool value_same(struct value a, struct value b);

/* The penalties that are no duration, as written. */
enum { PENALTY_WORD_COUNT = 4 };
const char *penalty_word(unsigned index);

/* Reads the literal of a penalty: a duration, none, fine, life, death. */
bool penalty_parse(struct text text, struct duration *out);

#endif
