#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "support.h"
#include "unit.h"

START_TEST(appends_stay_nul_terminated)
{
    struct meter meter = {.fail_at = SIZE_MAX};
    struct buffer buffer;
    buffer_init(&buffer, meter_memory(&meter));
    ck_assert(text_is(buffer_view(&buffer), ""));
    char want[1001];
    for (size_t i = 0; i < 1000; i++) {
        want[i] = (char)('a' + i % 26);
        buffer_char(&buffer, want[i]);
    }
    want[1000] = '\0';
    ck_assert_str_eq(buffer.data, want);
    buffer_clear(&buffer);
    ck_assert_str_eq(buffer.data, "");
    buffer_append(&buffer, "", 0);
    buffer_string(&buffer, "x");
    ck_assert_str_eq(buffer.data, "x");
    buffer_free(&buffer);
    ck_assert_uint_eq(meter.live_bytes, 0);
}
END_TEST

START_TEST(format_writes_each_kind)
{
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    buffer_format(&buffer, "%s|%t|%d|%u|%z|%l|%c|%%|%q", "s", TEXT("text"), -5, 4294967295u, (size_t)7, INT64_MIN, 'c');
    ck_assert_str_eq(buffer.data, "s|text|-5|4294967295|7|-9223372036854775808|c|%|q");
    buffer_clear(&buffer);
    buffer_format(&buffer, "");
    buffer_format(&buffer, "end%");
    ck_assert_str_eq(buffer.data, "end");
    buffer_clear(&buffer);
    buffer_integer(&buffer, INT64_MAX);
    ck_assert_str_eq(buffer.data, "9223372036854775807");
    buffer_free(&buffer);
}
END_TEST

START_TEST(failure_sticks_until_cleared)
{
    struct meter meter = {.fail_at = 1};
    struct buffer buffer;
    buffer_init(&buffer, meter_memory(&meter));
    buffer_string(&buffer, "short");
    for (int i = 0; i < 100; i++)
        buffer_string(&buffer, "a text that does not fit");
    ck_assert(buffer.failed);
    buffer_char(&buffer, 'c');
    ck_assert_uint_lt(buffer.length, 64);
    buffer_clear(&buffer);
    buffer_string(&buffer, "again");
    ck_assert(!buffer.failed);
    ck_assert_str_eq(buffer.data, "again");
    buffer_append(&buffer, "", SIZE_MAX);
    ck_assert(buffer.failed);
    buffer_free(&buffer);
    ck_assert_uint_eq(meter.live_bytes, 0);
}
END_TEST

Suite *buffer_suite(void)
{
    Suite *suite = suite_create("buffer");
    TCase *tests = tcase_create("buffer");
    tcase_add_test(tests, appends_stay_nul_terminated);
    tcase_add_test(tests, format_writes_each_kind);
    tcase_add_test(tests, failure_sticks_until_cleared);
    suite_add_tcase(suite, tests);
    return suite;
}
