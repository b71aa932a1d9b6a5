/* The members that every page in JSON is made of: a key with its value, in the words of the page's language; proofs; and the head and end of
 * the page itself. */
#ifndef EXTRADITION_REPORT_JSON_KEYS_H
#define EXTRADITION_REPORT_JSON_KEYS_H

#include "check/report.h"
#include "report/json_stream.h"

/* The object that a page is, with `format` and, where it is not English, `language`; and its end. */
void json_begin(struct json *json, const char *format);
void json_end(struct json *json);

/* A buffer that is empty, for a value that has to be built; and what was built in it, whose failure becomes the writer's. */
struct buffer *json_scratch(struct json *json);
struct text json_take(struct json *json);

/* `null` stands for an empty text. */
void key_text(struct json *json, const char *key, struct text text);
void key_text_if_any(struct json *json, const char *key, struct text text);
void key_string(struct json *json, const char *key, const char *string);
void key_boolean(struct json *json, const char *key, bool value);
void key_integer(struct json *json, const char *key, int64_t value);
void key_open(struct json *json, const char *key, char bracket);
void key_null(struct json *json, const char *key);
/* A text of the rules, in the language of the page, and marked where there is none in it; a citation, which nothing marks; a phrase. */
void key_rules_text(struct json *json, const char *key, struct text text);
void key_cite(struct json *json, const char *key, struct text cite);
void key_phrase(struct json *json, const char *key, struct text phrase);

/* The line of a file; `null` for none. */
void key_line(struct json *json, uint32_t line);
void key_paths(struct json *json, const char *key, const struct fact_list *facts);
/* A day, or a span of days; `null` where it is not there. */
void key_date(struct json *json, const char *key, bool there, struct date_span span);
/* The label of a limb. What the checker put in words itself is said in the words of the language. */
void key_label(struct json *json, const struct because *because);
/* A proof, as the value of a key or a member of a list. */
void json_because(struct json *json, const struct because *because);
/* The evaluation that a fact stands for; `null` where it is none. `fact` may be NULL. */
void key_test(struct json *json, const struct fact *fact);

#endif
