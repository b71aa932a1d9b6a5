/* JSON Schema (2020-12) of the files that people write and of what programs read, for editors and validators. It is written from the vocabulary,
 * and from the very tables of keys that the readers read by, so that neither can say what the other does not. What no schema can see, such as
 * whether an expression holds together or an id is there, is left to the readers. */
#ifndef EXTRADITION_REPORT_SCHEMA_H
#define EXTRADITION_REPORT_SCHEMA_H

#include "report/json_stream.h"
#include "rules/ruleset.h"
#include "source/shape.h"

struct schema {
    const struct exd_rules *rules;
    struct json json;
    struct buffer scratch;
    const struct entity *entity; /* whose items are being described */
    struct type type;            /* of the fact that is being described */
};

/* The scratch buffer, empty; and what was built in it, whose failure becomes the writer's. */
struct buffer *schema_scratch(struct schema *schema);
struct text schema_take(struct schema *schema);

void schema_key_string(struct schema *schema, const char *key, const char *string);
/* {"$ref": "#/$defs/<name>"} */
void schema_ref(struct schema *schema, const char *name);
/* `^(…)$` */
void schema_pattern(struct schema *schema, struct text pattern);

/* What may stand where a shape has this value, as an object; NULL is any text. */
void schema_value(struct schema *schema, const struct shape_value *value);
/* The members of an object that describe a mapping with these keys: type, properties, required, and no others. Between the two the properties
 * are open, for more. */
void schema_begin_shape(struct schema *schema, const struct shape *shape);
void schema_end_shape(struct schema *schema, const struct shape *shape, bool with_required);
/* Definitions that shapes refer to. */
void schema_basic_definitions(struct schema *schema);

/* schema_record.c: what records are made of. */
void schema_record_definitions(struct schema *schema);
/* The members of an object that describe a record, or with `part` anything that can be laid over one. */
void schema_record(struct schema *schema, bool part);
void schema_fact_value(struct schema *schema);
void schema_list_item(struct schema *schema);
void schema_complete(struct schema *schema);
void schema_expected(struct schema *schema);

/* schema_translation.c: the members of the object that describes a file of translations. */
void schema_translation(struct schema *schema);

/* What programs read. Each shape is that of a page of report/formats.h; the words that they share are those of a report. */
extern const struct shape_value says_result, says_standing, says_engaged, says_truth, says_truth_or_null, says_applicability,
    says_limb_kind, says_status, says_text_or_null, says_number, says_number_or_null, says_limb, says_question, says_test_or_null,
    says_checklist_fact;
/* schema_report.c */
extern const struct shape report_shape;
void schema_limb_definition(struct schema *schema);
/* schema_analysis.c: what is made of a report. */
extern const struct shape questions_shape, checklist_page_shape, ways_shape, changes_shape;
/* schema_pages.c: about the rules. */
extern const struct shape facts_shape, rule_page_shape, instrument_page_shape, treaties_shape, library_shape, lint_shape;
void schema_condition_definition(struct schema *schema);

#endif
