/* What one unknown fact is compared with in a rule: the constants that divide its values, the other unknown facts that it is compared with, and what
 * stands in the way of listing its values. */
#ifndef EXTRADITION_CHECK_GATHER_H
#define EXTRADITION_CHECK_GATHER_H

#include "check/evaluate.h"

enum {
    POINTS_MAX = 64,    /* constants that one fact is compared with */
    RELATED_MAX = 6,    /* unknown facts that are compared with one another */
    SHIFTS_MAX = 4,     /* numbers of days by which those are apart */
    PARTY_TESTS_MAX = 4 /* instruments of which a State may be a party */
};

/* The constants with which one fact is compared, gathered over a rule. */
struct gathering {
    struct view *view;
    struct cell_key key;
    struct type type;
    union scalar points[POINTS_MAX];
    uint32_t count;
    bool overflow;
    bool moving;                          /* compared with something that is itself unknown, in a way that its values cannot follow */
    bool buried;                          /* stands inside arithmetic, together with something that is itself unknown */
    struct cell_key related[RELATED_MAX]; /* unknown facts that it is compared with, or they with others: it is the first */
    uint32_t related_count;
    int64_t shifts[SHIFTS_MAX]; /* days, between those */
    uint32_t shift_count;
    const struct instrument *parties[PARTY_TESTS_MAX];
    uint32_t party_count;
    bool met;
    struct value known; /* what the record knows of it in part: members of a set, a span of days */
};

/* Fills a gathering of which the view, the key, the type and what is known are set, from the whole rule. */
void gather_rule(struct gathering *gathering, const struct rule *rule);

/* Adds a constant, once. */
void gather_point(struct gathering *gathering, union scalar point);

#endif
