/* The values of an unknown fact that can make a difference to a rule. */
#ifndef EXTRADITION_CHECK_DOMAIN_H
#define EXTRADITION_CHECK_DOMAIN_H

#include "base/arena.h"
#include "check/evaluate.h"

struct domain {
    struct value *values;
    uint32_t count;
    bool whole;   /* every value of the fact behaves like one of these; when false, a result that none contradicts proves nothing */
    bool sampled; /* not whole for one reason alone: there were too many sets of the members that are asked for to try them all */
};

/* False when memory ran out. A fact that stands inside arithmetic together with other unknown facts, other than so many days apart, has no values that
 * could be listed: the count is 0. */
bool domain_of(struct view *view, const struct rule *rule, struct cell_key key, struct arena *scratch, struct domain *out);

/* For trying completions rather than for showing: more sets, and of a fact inside arithmetic some values, which are not whole. */
bool domain_to_try(struct view *view, const struct rule *rule, struct cell_key key, struct arena *scratch, struct domain *out);

/* Whether a scalar stands for whatever no rule mentions. */
bool domain_is_fresh(struct type type, union scalar scalar);

/* A value of a domain as a record would write it; a name that stands for whatever no rule mentions is `another`. */
void domain_write(const struct exd_record *record, const struct fact *fact, struct value value, struct buffer *buffer);
/* The same as a phrase (base/phrase.h): for people. */
void domain_say(const struct exd_record *record, const struct fact *fact, struct value value, struct buffer *buffer);

/* How many further items of an entity a rule could tell apart. */
uint32_t domain_witnesses(const struct view *view, const struct rule *rule, uint32_t entity);

#endif
