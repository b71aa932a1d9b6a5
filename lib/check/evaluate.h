/* A compiled condition on a record, in three values. Pure: it reads the record through a view that says what is assumed beyond it (values
 * tried in place of unknown facts, one party's version of the disputed ones, items imagined in lists that may have more) and changes nothing
 * but the count of steps. */
#ifndef EXTRADITION_CHECK_EVALUATE_H
#define EXTRADITION_CHECK_EVALUATE_H

#include "check/mask.h"
#include "rules/ruleset.h"

#define NO_PARTY UINT32_MAX
struct assumption {
    struct cell_key key;
    struct value value;
};

enum { ASSUMPTIONS_MAX = 48 };

struct view {
    const struct exd_rules *rules;
    const struct exd_record *record; /* NULL: nothing is known but the assumptions */
    const uint8_t *applies;          /* enum truth of each instrument, for `treaty_in_force`; NULL while that is being found out */
    day as_of;
    bool presumptions;
    uint32_t party;                            /* whose version of disputed facts is taken; NO_PARTY: they are unknown */
    uint32_t items[SLOT_LIMIT];                /* the item that each slot is bound to */
    const struct cell_mask *mask;              /* facts taken as unknown; NULL: none */
    uint8_t imagined[VOCABULARY_ENTITIES_MAX]; /* items assumed beyond an incomplete list, whose existence is assumed one by one */
    uint32_t closed;                           /* a list assumed to have no further items: its entity and 1; 0: none */
    struct assumption assumptions[ASSUMPTIONS_MAX];
    uint32_t assumption_count;
    uint64_t steps;
    uint64_t step_limit; /* past it everything is unknown, and `steps` stays above it */
};

void view_init(struct view *view, const struct exd_rules *rules, const struct exd_record *record, day as_of, bool presumptions);

/* Binds the offence that a rule `for: each offence` is checked for. */
void view_set_subject(struct view *view, const struct rule *rule, uint32_t offence);

enum truth evaluate_truth(struct view *view, uint32_t root);
struct value evaluate_value(struct view *view, uint32_t node);

/* The value of a fact under the view; `*cell` is the record's cell, or NULL for an imagined item. `*presumed` says that the value is a presumption. */
struct value view_fact(const struct view *view, struct cell_key key, const struct cell **cell, bool *presumed);

/* Items that the record has in a list, and whether there may be more. */
uint32_t view_item_count(const struct view *view, uint32_t entity);
bool view_list_is_complete(const struct view *view, uint32_t entity);

/* A rule as a whole: its parts, whether it is engaged, and whether its effect's condition holds. */
struct rule_truth {
    enum truth given;
    enum truth when;
    enum truth unless;
    enum truth engaged; /* given and not unless */
    enum truth holds;   /* refusing: engaged and when; requiring: not engaged, or when */
};
struct rule_truth evaluate_rule(struct view *view, const struct rule *rule);
bool effect_is_requirement(exd_effect effect);

/* Whether a rule is law on the day, and its lists of States admit the two States of the request. */
enum truth rule_in_play(const struct view *view, const struct rule *rule);
/* Whether an instrument is a treaty, or what stands for one, under which States surrender. */
bool instrument_is_basis(const struct instrument *instrument);
/* Whether a State is a party to an instrument on a day; unknown for a State that an incomplete list does not name. */
enum truth instrument_has_party(const struct instrument *instrument, name state, day on);
/* The facts of the request that the language itself speaks of, by name: loading has made sure that they are there. */
struct cell_key view_request_key(const struct view *view, const char *fact);
struct value view_request_value(const struct view *view, const char *fact);

#endif
