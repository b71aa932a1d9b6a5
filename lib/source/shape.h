/* "A mapping with these keys": vocabularies, rulebooks, records and case files describe their mappings as tables, and one piece of code
 * reports every unknown, missing or mistyped key in the same way, with the nearest known name. (Doubled keys: yaml.c has reported them.) */
#ifndef EXTRADITION_SOURCE_SHAPE_H
#define EXTRADITION_SOURCE_SHAPE_H

#include "source/tree.h"

enum shape_kind { SHAPE_SCALAR, SHAPE_SEQUENCE, SHAPE_MAPPING, SHAPE_ANY };

struct shape_key {
    const char *name;
    enum shape_kind kind;
    bool required;
};

enum { SHAPE_KEYS_MAX = 40 };

/* Sorts the values of `mapping` into `values`, one for each of the `count` keys, NULL where absent (or of the wrong kind, which is reported).
 * `what` names the thing in messages: `rule`, `instrument`. False when `mapping` is no mapping or anything was reported. */
bool shape_read(const struct node *mapping, const char *what, const struct shape_key *keys, size_t count, const struct node **values,
                struct diag *diag);

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
