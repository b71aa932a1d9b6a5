/* The clerk's checklist as a section of a report. */
#ifndef EXTRADITION_REPORT_CHECKLIST_H
#define EXTRADITION_REPORT_CHECKLIST_H

#include "check/verify.h"
#include "report/block.h"
#include "report/json_stream.h"

void checklist_write(struct text_out *out, const struct exd_checklist *checklist);
/* Its keys, within an object. */
void checklist_json(struct json *json, const struct exd_checklist *checklist);

#endif
