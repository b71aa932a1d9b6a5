/* What has to be said of a request's instruments as a whole, because silence would be taken for the law's: what the library does not hold, and
 * what the record leaves open of it. Which of it is to be said is decided here, for every form of report. */
#ifndef EXTRADITION_CHECK_NOTICE_H
#define EXTRADITION_CHECK_NOTICE_H

#include "check/evaluate.h"
#include "check/report.h"

/* notice, the word that stands for it in JSON */
#define NOTICE_LIST(X)                                                                                                                     \
    X(OUTSIDE_TREATY, "outside-treaty") /* the record names a treaty as in force, and none that the library holds applies */               \
    X(NO_TREATY_HELD, "no-treaty-held") /* none that the library holds may apply, and the record does not say whether another does */      \
    X(NO_LAW_HELD, "no-law-held")       /* no law of the requested State that the library holds may apply */                               \
    X(AGREEMENT_UNKNOWN,                                                                                                                   \
      "agreement-unknown") /* what the States agreed to apply without being parties the record does not say, and nothing is presumed */

enum notice {
#define X(id, word) NOTICE_##id,
    NOTICE_LIST(X)
#undef X
        NOTICE_COUNT
};

/* Finds which are to be said of the instruments of a report: a bit for each. */
unsigned notices_find(const struct view *view, const struct exd_report *report);

static inline bool notice_is_due(const struct exd_report *report, enum notice notice)
{
    return (report->notices >> notice) & 1U;
}

#endif
