/* A rule or an instrument explained, in the forms that programs read; explain.c is for people. */
#ifndef EXTRADITION_REPORT_EXPLAIN_H
#define EXTRADITION_REPORT_EXPLAIN_H

#include "model/record.h"
#include "report/json_stream.h"
#include "report/reads.h"

/* What is explained. */
struct subject_matter {
    const struct exd_rules *rules;
    const struct instrument *instrument;
    const struct rule *rule; /* NULL: the instrument */
    struct reads reads;      /* of the rule */
    struct exd_record *const *cases;
    size_t case_count;
};

/* Whether a case test expects something of the rule; and the name of its file, without its folders. */
bool explain_tests(const struct subject_matter *matter, const struct exd_record *record);
struct text explain_file(const struct exd_record *record);

void explain_json(struct json *json, const struct subject_matter *matter);

#endif
