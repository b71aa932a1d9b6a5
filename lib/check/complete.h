/* "Open" made exact. Three-valued evaluation says unknown where `x or not x` is plainly true; so an unknown result is tried under the completions
 * of the unknown facts, one deciding fact after another, until both answers have been seen (it is open) or every completion has given the same
 * one (that is the answer). A fact stands for the values that can make a difference: all values of a closed list, the thresholds it is compared
 * with and what lies between them, the sets of the members that are asked for. Where those cannot be listed, or the steps run out, nothing is
 * concluded and the result stays open: never the other way round. What a few completions do not settle is gone through many at a time
 * (check/lanes.h). A step is one node of a condition evaluated, for one completion or for a block of them. */
#ifndef EXTRADITION_CHECK_COMPLETE_H
#define EXTRADITION_CHECK_COMPLETE_H

#include "base/arena.h"
#include "check/evaluate.h"
#include "check/exactness.h"

struct completion {
    enum truth holds;
    bool by_completion;   /* evaluation alone did not decide it */
    enum inexact inexact; /* of an unknown one: why it may be decided all the same */
    uint64_t steps;
};

/* The exact result of a rule. The view is left as it was. `steps` bounds the work; `scratch` is used, and given back as it was. */
struct completion complete_rule(struct view *view, const struct rule *rule, struct arena *scratch, uint64_t steps);

/* Likewise whether the rule is engaged. */
struct completion complete_engaged(struct view *view, const struct rule *rule, struct arena *scratch, uint64_t steps);

/* Whether there are completions of all other facts under which this one decides. Unknown when that cannot be found out: `*why` says for what reason.
 * With FACT_EXISTS it is asked of an item that the record does not list. */
enum truth complete_matters(struct view *view, const struct rule *rule, struct cell_key key, struct arena *scratch, uint64_t *steps,
                            enum inexact *why);

/* The disputed cells on which a rule's condition rests under this view; gives their number, at most `room` of them in `keys`. */
uint32_t complete_disputed(struct view *view, const struct rule *rule, struct cell_key *keys, uint32_t room);

#endif
