/* A set of rulebooks, linked and immutable: the vocabulary, the instruments with their rules, and all compiled conditions. */
#ifndef EXTRADITION_RULES_RULESET_H
#define EXTRADITION_RULES_RULESET_H

#include <stdatomic.h>

#include "rules/rulebook.h"

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
    uint32_t *by_state;       /* for each State of the vocabulary, where its instruments begin in `state_instruments` (count + 1 entries) */
    uint32_t *state_instruments; /* instruments that have the State as a party, in order */
    uint32_t *always;         /* instruments that apply whatever the States (models) */
    uint32_t always_count;
};

const struct instrument *ruleset_instrument(const struct exd_rules *rules, struct text id);
/* `instrument/rule`; NULL when there is none. */
const struct rule *ruleset_rule(const struct exd_rules *rules, struct text id, const struct instrument **instrument);

#endif
