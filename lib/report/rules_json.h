/* What the pages about the rules say of an instrument or a fact in JSON, the same on each page: keys of the object that is open, but for a fact,
 * which is an object. */
#ifndef EXTRADITION_REPORT_RULES_JSON_H
#define EXTRADITION_REPORT_RULES_JSON_H

#include "report/json_stream.h"
#include "rules/ruleset.h"

/* `id`, `title`, `short`, `kind`, `citation`, `version`. */
void rules_json_instrument(struct json *json, const struct instrument *instrument);
/* How it was read: `text_seen`, `checked_on`, `reviewed`. */
void rules_json_reading(struct json *json, const struct instrument *instrument);
void rules_json_left_out(struct json *json, const struct instrument *instrument);
/* `from`, `until`; null for an open end. */
void rules_json_period(struct json *json, struct period period);
void rules_json_fact(struct json *json, const struct vocabulary *vocabulary, const struct entity *entity, const struct fact *fact);

#endif
