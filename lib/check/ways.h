/* What it would take: the smallest sets of changed facts under which a finding would have another result. */
#ifndef EXTRADITION_CHECK_WAYS_H
#define EXTRADITION_CHECK_WAYS_H

#include "check/check.h"

enum { WAY_CHANGES_MAX = 3, WAYS_MAX = 256 };

struct way_change {
    struct text path;   /* as a setting names it; of an item that would have to be added, `proceedings.further.status` */
    struct text value;  /* `[US]`, or in words where several values would do: `1 year or more` */
    struct text phrase; /* the value as a phrase (base/phrase.h), to be said in any language */
    struct text before; /* what the record says now; `unknown`; empty for an item that is not there */
    const struct entity *entity;
    const struct fact *fact;
    bool added; /* belongs to an item that is not there */
};

struct way {
    struct way_change *changes;
    uint32_t count;
};

struct exd_ways {
    struct memory memory;
    struct arena arena;
    struct exd_report *report; /* a reference */
    uint32_t finding;
    exd_result wanted;
    uint32_t most;    /* facts changed at once, at most */
    uint32_t tried;   /* all sets up to this size have been tried */
    bool unlisted;    /* some fact the rule reads has values that could not be listed: there may be further ways */
    struct way *ways; /* smallest first */
    uint32_t count;
};

/* Fills ways whose arena has been begun and whose report, finding, wanted result and size are set. False when memory ran out. */
bool ways_find(struct exd_ways *ways);

#endif
