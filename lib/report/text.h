/* The report as a lawyer reads it in a terminal: first what stands in the way of surrender, then what must be weighed, asked for or done,
 * then what is open, and last what was checked and does not apply. Nothing in it is a decision. */
#ifndef EXTRADITION_REPORT_TEXT_H
#define EXTRADITION_REPORT_TEXT_H

#include "report/outline.h"
#include "report/writer.h"

void text_write_report(const struct exd_report *report, const struct exd_write_options *options, struct writer *writer);
/* The open questions alone. */
void text_write_questions(const struct exd_report *report, const struct exd_write_options *options, struct writer *writer);

#endif
