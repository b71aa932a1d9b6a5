/* The report as JSON: every key in a fixed order, every list in the order of the report, one line unless indented. */
#ifndef EXTRADITION_REPORT_JSON_H
#define EXTRADITION_REPORT_JSON_H

#include "report/outline.h"
#include "report/writer.h"

void json_write_report(const struct exd_report *report, const struct exd_write_options *options, struct writer *writer);
/* Its questions alone. */
void json_write_questions(const struct exd_report *report, const struct exd_write_options *options, struct writer *writer);

#endif
