/* The facts to verify: the smallest set of facts of the record which, all else being unknown, gives the same governing findings; or, for one
 * finding, the same result. The clerk's checklist. */
#ifndef EXTRADITION_CHECK_VERIFY_H
#define EXTRADITION_CHECK_VERIFY_H

#include "check/check.h"

#define EVERY_FINDING UINT32_MAX

struct checklist_entry {
    struct fact_use use;
    uint32_t *findings; /* those looked after whose proofs name the fact, in the order of the report */
    uint32_t count;
};

struct exd_checklist {
    struct memory memory;
    struct arena arena;
    struct exd_report *report; /* whose facts and findings these are: a reference */
    uint32_t finding;          /* EVERY_FINDING, or the one whose result is kept */
    uint32_t kept;             /* findings that stand on the set */
    bool given_up;             /* the set was not found within `budget`: there are no entries */
    uint64_t budget;           /* steps of the whole search; 0: without end */
    struct exd_report *trial;  /* of a checklist that its report owns: kept for use again */
    bool smallest;             /* false: the steps ran out; no fact can be left out, but another set may be smaller */
    struct checklist_entry *entries;
    uint32_t count;
};

/* Fills a checklist whose arena has been begun and whose report and finding are set. `trial` is a report to try in. False when memory ran out. */
bool verify_find(struct exd_checklist *checklist, struct exd_report *trial);

/* The checklist of all findings, which the report owns and fills again when it is checked again. False when memory ran out. */
bool verify_report(struct exd_report *report);
/* That checklist; NULL where the report does not go so far. */
const struct exd_checklist *report_checklist(const struct exd_report *report);
void verify_forget(struct exd_report *report);

#endif
