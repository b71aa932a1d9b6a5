#include <stdint.h>
#include <string.h>

#include "report/json_stream.h"
#include "unit.h"

static int append(void *user, const char *bytes, size_t length)
{
    buffer_append(user, bytes, length);
    return 0;
}

static void write_sample(struct json *json)
{
    json_open(json, '{');
    json_key(json, "a");
    json_open(json, '[');
    json_integer(json, INT64_MIN);
    json_boolean(json, true);
    json_null(json);
    json_close(json, ']');
    json_key(json, "b");
    json_open(json, '{');
    json_close(json, '}');
    json_key(json, "c");
    json_text_or_null(json, TEXT(""));
    json_close(json, '}');
}

static const struct {
    bool indent;
    const char *want;
} samples[] = {
    {false, "{\"a\":[-9223372036854775808,true,null],\"b\":{},\"c\":null}"},
    {true, "{\n  \"a\": [\n    -9223372036854775808,\n    true,\n    null\n  ],\n  \"b\": {},\n  \"c\": null\n}"},
};

START_TEST(nesting_and_commas)
{
    struct buffer buffer;
    struct writer writer;
    buffer_init(&buffer, memory_default());
    writer_init(&writer, memory_default(), append, &buffer);
    struct json json = {.writer = &writer, .indent = samples[_i].indent};
    write_sample(&json);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_str_eq(buffer.data, samples[_i].want);
    buffer_free(&buffer);
}
END_TEST

static const struct {
    const char *text;
    const char *want;
} strings[] = {
    {"plain", "\"plain\""},
    {"\"\\/", "\"\\\"\\\\/\""},
    {"line\nbreak\ttab", "\"line\\nbreak\\u0009tab\""},
    {"\x1b[0m\x7f", "\"\\u001b[0m\\u007f\""},
    {"\xec\x86\x90", "\"\xec\x86\x90\""},
    {"", "\"\""},
};

START_TEST(strings_are_escaped)
{
    struct buffer buffer;
    struct writer writer;
    buffer_init(&buffer, memory_default());
    writer_init(&writer, memory_default(), append, &buffer);
    struct json json = {.writer = &writer};
    json_string(&json, strings[_i].text);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_str_eq(buffer.data, strings[_i].want);
    buffer_free(&buffer);
}
END_TEST

Suite *json_stream_suite(void)
{
    Suite *suite = suite_create("json_stream");
    TCase *tests = tcase_create("json_stream");
    unit_add_rows(tests, nesting_and_commas, samples);
    unit_add_rows(tests, strings_are_escaped, strings);
    suite_add_tcase(suite, tests);
    return suite;
}
