/* What stands at the head of a report: which record, which request, as of which day. */
#ifndef EXTRADITION_REPORT_HEAD_H
#define EXTRADITION_REPORT_HEAD_H

#include "report/block.h"
#include "report/json_stream.h"

/* In HTML, begins the page; whoever does so ends it with writer_close_page(). */
void head_open_page(struct text_out *out);
void head_write(struct text_out *out);
/* The record and the day in one line; in HTML as the head of a page, which it begins. */
void head_write_brief(struct text_out *out);

/* The same in JSON, as keys of the object that is open: `record` and `as_of`; and of a finding: `finding`, `subject` and `result`. */
void head_json(struct json *json, const struct exd_report *report);
void head_json_finding(struct json *json, const struct finding *finding);

#endif
