/* The check itself: applicability, findings, standing, questions, into a report. */
#ifndef EXTRADITION_CHECK_CHECK_H
#define EXTRADITION_CHECK_CHECK_H

#include "check/report.h"

struct exd_options {
    struct memory memory;
    bool has_as_of;
    day as_of;
    bool has_default_as_of;
    day default_as_of;
    bool presumptions;
    uint64_t steps; /* 0: the limit of the rules */
};

/* A report that holds nothing yet; NULL when memory ran out. It has a reference to the rules. */
struct exd_report *report_new(struct exd_rules *rules);
void report_free(struct exd_report *report);

/* Fills a report, whose memory is used again. EXD_ERROR_MEMORY, after which the report is empty. */
exd_status check_run(struct exd_report *report, struct exd_record *record, day as_of, bool presumptions, uint64_t steps);

/* Compares a report with its record's expectations; each difference is reported. */
exd_status expect_compare(const struct exd_report *report, size_t *failed, struct diag *diag);

#endif
