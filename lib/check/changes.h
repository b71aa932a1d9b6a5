/* What differs between two reports: findings that came out otherwise, that are new or gone, and instruments that apply or no longer do; with
 * the limbs that turned and the facts that moved. Findings of different rules are compared by their ids. */
#ifndef EXTRADITION_CHECK_CHANGES_H
#define EXTRADITION_CHECK_CHANGES_H

#include "check/check.h"

/* A fact that both sides, or one of them, rest on or lack, and that is not the same. */
struct fact_change {
    struct text path;
    struct fact_use before;
    struct fact_use after;
    bool in_before; /* false: that record has no such item */
    bool in_after;
};

/* A limb that is not what it was; NULL where there is no such limb, as for an item that is not listed. */
struct limb_change {
    const struct because *before;
    const struct because *after;
};

struct reasons {
    struct limb_change *limbs;
    uint32_t limb_count;
    struct fact_change *facts;
    uint32_t fact_count;
};

enum {
    CHANGED_RESULT = 1,
    CHANGED_STANDING = 2,
    CHANGED_MISSING = 4,
    CHANGED_DEADLINE = 8,
    CHANGED_ENGAGED = 16, /* a requirement that did not come into play does, or the reverse */
    CHANGED_PRESENCE = 32
};

struct change {
    const struct finding *before; /* NULL: there was none */
    const struct finding *after;  /* NULL: there is none any more */
    unsigned what;
    struct reasons reasons;
};

struct instrument_change {
    const struct instrument_result *before; /* NULL: not in the rules */
    const struct instrument_result *after;
    struct reasons reasons;
};

struct exd_changes {
    struct memory memory;
    struct arena arena;
    struct exd_report *before; /* references */
    struct exd_report *after;
    struct instrument_change *instruments;
    uint32_t instrument_count;
    struct change *changes; /* governing first, then by effect, then in the order of the reports */
    uint32_t count;
    uint32_t unchanged; /* findings that are what they were */
};

/* Fills changes whose arena has been begun and whose reports are set. False when memory ran out. */
bool changes_find(struct exd_changes *changes);

#endif
