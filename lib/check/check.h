/* The check itself: applicability, findings, standing, questions, into a report. */
#ifndef EXTRADITION_CHECK_CHECK_H
#define EXTRADITION_CHECK_CHECK_H

#include "check/evaluate.h"
#include "check/report.h"

struct exd_options {
    struct memory memory;
    bool has_as_of;
    day as_of;
    bool has_default_as_of;
    day default_as_of;
    bool presumptions;
    enum extent extent;
    uint64_t steps; /* 0: the limit of the rules */
};

/* A report that holds nothing yet; NULL when memory ran out. It has a reference to the rules. */
struct exd_report *report_new(struct exd_rules *rules);
void report_free(struct exd_report *report);

/* Fills a report, whose memory is used again. EXD_ERROR_MEMORY, after which the report is empty. */
exd_status check_run(struct exd_report *report, struct exd_record *record, day as_of, bool presumptions, enum extent extent,
                     uint64_t steps);

/* Results and standings alone, of the same record on the same terms, with some facts hidden; with `only`, the results of that rule alone, without
 * standings. `trial` is a report of its own, which is used again and again. EXD_ERROR_MEMORY. */
exd_status check_trial(struct exd_report *trial, const struct exd_report *like, const struct cell_mask *mask, const struct rule *only);

/* A view like that in which a report was made. It lives as long as the report is not used again. */
void check_view(const struct exd_report *report, struct view *view);

/* The result of a rule of this effect, when its condition holds or not. */
exd_result result_of(exd_effect effect, enum truth holds);

static inline bool result_is_settled(exd_result result)
{
    return result != EXD_RESULT_OPEN && result != EXD_RESULT_DISPUTED;
}

/* Compares a report with its record's expectations; each difference is reported. */
exd_status expect_compare(const struct exd_report *report, size_t *failed, struct diag *diag);

#endif
