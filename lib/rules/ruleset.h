/* A set of rulebooks, linked and immutable: the vocabulary, the instruments with their rules, and all compiled conditions. */
#ifndef EXTRADITION_RULES_RULESET_H
#define EXTRADITION_RULES_RULESET_H

#include <stdatomic.h>

#include "base/limits.h"
#include "rules/known.h"
#include "rules/rulebook.h"
#include "rules/translation.h"

enum { LANGUAGES_MAX = 32 };

/* An instrument that a condition names: `party(State, instrument)`. */
struct instrument_link {
    struct text id;
    struct place place;
    uint32_t node; /* whose operand is its index, once linked */
    struct instrument_link *next;
};

struct exd_rules {
    atomic_uint references;
    struct memory memory;
    struct arena arena;
    struct names names;
    struct limits limits;
    struct vocabulary vocabulary;
    struct instrument *instruments; /* sorted by id */
    uint32_t instrument_count;
    struct program program;
    struct instrument_link *named; /* in conditions */
    uint32_t *
        by_state; /* for each State of the vocabulary, where its instruments begin in `state_instruments`; one more than there are States */
    struct language *languages[LANGUAGES_MAX]; /* whose translations are loaded, in the order of their ids */
    uint32_t language_count;
    const struct language *language; /* of pages, and of reports that name no other; NULL: English */
    uint32_t *state_instruments;     /* indices of the instruments that have the State as a party, ascending */
};

/* Compiles what applies an instrument, the conditions of its rules, and its definitions. False when anything was reported or memory ran
 * out. */
bool ruleset_compile(struct exd_rules *rules, struct known *known, struct instrument *instrument, const struct rulebook_trees *trees,
                     struct diag *diag);
/* Warns of definitions that nothing uses. Once all instruments are compiled. */
void ruleset_note_unused(const struct exd_rules *rules, struct diag *diag);

/* Frees what is not in the arena, and the arena. */
void ruleset_free(struct exd_rules *rules);

const struct instrument *ruleset_instrument(const struct exd_rules *rules, struct text id);
/* `instrument/rule`; NULL when there is none. */
const struct rule *ruleset_rule(const struct exd_rules *rules, struct text id, const struct instrument **instrument);

/* Whether the instrument `high` prevails over `low`, both by index, and by which provision. */
bool ruleset_prevails(const struct exd_rules *rules, uint32_t high, uint32_t low, struct text *cite);

#endif
