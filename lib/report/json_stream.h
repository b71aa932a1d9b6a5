/* JSON, written as it is said: objects, arrays, keys and values in the order of the calls. It minds commas, escapes and indentation, and
 * nothing else. */
#ifndef EXTRADITION_REPORT_JSON_STREAM_H
#define EXTRADITION_REPORT_JSON_STREAM_H

#include "report/writer.h"

struct json {
    struct writer *writer;
    bool indent;
    bool need_comma; /* a value stands before whatever comes next in this object or array */
    bool after_key;
    unsigned depth;
};

void json_open(struct json *json, char bracket);  /* `{` or `[` */
void json_close(struct json *json, char bracket); /* `}` or `]` */
void json_key(struct json *json, const char *key);
void json_key_text(struct json *json, struct text key);
void json_text(struct json *json, struct text text);
void json_string(struct json *json, const char *string);
void json_integer(struct json *json, int64_t value);
void json_boolean(struct json *json, bool value);
void json_null(struct json *json);
/* The text, or null when it is empty. */
void json_text_or_null(struct json *json, struct text text);

#endif
