/* The proof of a result: the rule's own limbs, each with its truth and the facts it rests on. Every limb is shown; those on which the result rests
 * are marked. Evaluating the rule on the facts of the marked limbs alone gives the same result. */
#ifndef EXTRADITION_CHECK_BECAUSE_H
#define EXTRADITION_CHECK_BECAUSE_H

#include "check/fact_use.h"

/* What a node that is a limb is in a proof. */
enum limb_kind because_limb_kind(enum node_op op);

/* The proof of one compiled condition. False when memory ran out. */
bool because_build(struct builder *builder, uint32_t root, bool decides, struct because *out);

/* The parts of a rule (`given`, `when`, `unless`) as one list of LIMB_PART. */
bool because_rule(struct builder *builder, const struct rule *rule, const struct rule_truth *truth, struct because **parts,
                  uint32_t *count);

/* The facts under the marked limbs: what is known goes to `facts`, what is not to `missing`. */
bool because_collect(struct builder *builder, const struct because *because, struct fact_list *facts, struct fact_list *missing);

/* For a result that completion decided: it rests on no single limb, so the marks are taken away, and on all that is known, which is added to `facts`. */
bool because_unmark(struct builder *builder, struct because *because, struct fact_list *facts);

#endif
