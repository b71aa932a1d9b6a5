/* Whether an open answer is known to be open. It is exact when completions of the missing facts were seen to lead to different results, or when a
 * completion leaves the question open even though all facts are known. Otherwise it may be settled all the same, and one of these says why that
 * was not found out. The words are those of the JSON report. */
#ifndef EXTRADITION_CHECK_EXACTNESS_H
#define EXTRADITION_CHECK_EXACTNESS_H

#define INEXACT_LIST(X)                                                                                                                    \
    X(STEPS, "steps")             /* the step budget ran out */                                                                            \
    X(ITEMS, "items")             /* the rule can tell apart more further items of a list than are imagined */                             \
    X(VALUES, "values")           /* a fact whose values cannot all be tried: inside a calculation, in a large set, too many at once */    \
    X(INSTRUMENTS, "instruments") /* it rests on whether a treaty applies, which is open itself */                                         \
    X(DISPUTES, "disputes")       /* more disputed facts than are mixed with one another */

enum inexact {
    EXACT,
#define X(id, word) INEXACT_##id,
    INEXACT_LIST(X)
#undef X
};

#endif
