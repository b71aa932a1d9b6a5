#include "report/json_stream.h"

static void new_line(struct json *json)
{
    if (!json->indent)
        return;
    writer_raw_string(json->writer, "\n");
    for (unsigned i = 0; i < json->depth; i++)
        writer_raw_string(json->writer, "  ");
}

static void before_value(struct json *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->need_comma)
        writer_raw_string(json->writer, ",");
    if (json->depth > 0)
        new_line(json);
}

void json_open(struct json *json, char bracket)
{
    before_value(json);
    writer_raw(json->writer, &bracket, 1);
    json->depth++;
    json->need_comma = false;
}

void json_close(struct json *json, char bracket)
{
    json->depth--;
    if (json->need_comma)
        new_line(json);
    writer_raw(json->writer, &bracket, 1);
    json->need_comma = true;
}

static bool is_plain(unsigned char c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

/* Bytes that are not UTF-8 never get this far: every text comes from a file that was checked. */
static void put_escaped(struct json *json, struct text text)
{
    static const char hex[] = "0123456789abcdef";
    size_t start = 0;
    writer_raw_string(json->writer, "\"");
    for (size_t at = 0; at < text.length; at++) {
        unsigned char c = (unsigned char)text.data[at];
        if (is_plain(c))
            continue;
        writer_raw(json->writer, text.data + start, at - start);
        start = at + 1;
        if (c == '"' || c == '\\') {
            char escaped[] = {'\\', (char)c};
            writer_raw(json->writer, escaped, sizeof escaped);
        } else if (c == '\n') {
            writer_raw_string(json->writer, "\\n");
        } else {
            char escaped[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
            writer_raw(json->writer, escaped, sizeof escaped);
        }
    }
    writer_raw(json->writer, text.data + start, text.length - start);
    writer_raw_string(json->writer, "\"");
}

/* Keys of ours are plain words, and need no escaping. */
void json_key(struct json *json, const char *key)
{
    before_value(json);
    writer_raw(json->writer, "\"", 1);
    writer_raw_string(json->writer, key);
    writer_raw_string(json->writer, json->indent ? "\": " : "\":");
    json->after_key = true;
}

void json_key_text(struct json *json, struct text key)
{
    before_value(json);
    put_escaped(json, key);
    writer_raw_string(json->writer, json->indent ? ": " : ":");
    json->after_key = true;
}

void json_text(struct json *json, struct text text)
{
    before_value(json);
    put_escaped(json, text);
    json->need_comma = true;
}

void json_string(struct json *json, const char *string)
{
    json_text(json, text_of(string));
}

static void put_bare(struct json *json, const char *word)
{
    before_value(json);
    writer_raw_string(json->writer, word);
    json->need_comma = true;
}

void json_integer(struct json *json, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    before_value(json);
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        digits[--at] = '-';
    writer_raw(json->writer, digits + at, sizeof digits - at);
    json->need_comma = true;
}

void json_boolean(struct json *json, bool value)
{
    put_bare(json, value ? "true" : "false");
}

void json_null(struct json *json)
{
    put_bare(json, "null");
}

void json_text_or_null(struct json *json, struct text text)
{
    if (text.length > 0)
        json_text(json, text);
    else
        json_null(json);
}
