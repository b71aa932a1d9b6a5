/* What is said of a request's instruments as a whole (check/notice.h), in the words of the language: the same sentences in every format. */
#ifndef EXTRADITION_REPORT_NOTICES_H
#define EXTRADITION_REPORT_NOTICES_H

#include "check/notice.h"
#include "report/block.h"
#include "report/json_stream.h"

/* The word that stands for each. */
extern const char *const notice_words[NOTICE_COUNT];

void notices_write(struct text_out *out);
/* As the key `notices` of the object that is open. */
void notices_json(struct json *json, const struct exd_report *report);

#endif
