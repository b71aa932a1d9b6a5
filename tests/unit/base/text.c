#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#include "unit.h"

START_TEST(texts_compare_by_bytes)
{
    ck_assert(text_equal(TEXT("a"), text_of("a")));
    ck_assert(text_equal(text_of(NULL), TEXT("")));
    ck_assert(!text_equal(TEXT("a"), TEXT("ab")));
    ck_assert(text_is(TEXT("abc"), "abc"));
    ck_assert_int_lt(text_compare(TEXT("a"), TEXT("b")), 0);
    ck_assert_int_lt(text_compare(TEXT("a"), TEXT("aa")), 0);
    ck_assert_int_gt(text_compare(TEXT("\xC3\xA9"), TEXT("z")), 0);
    ck_assert_int_eq(text_compare(TEXT(""), TEXT("")), 0);
    ck_assert(text_starts_with(TEXT("art-1"), "art-") && !text_starts_with(TEXT("ar"), "art-"));
}
END_TEST

START_TEST(trimming_takes_ascii_space_at_both_ends)
{
    ck_assert(text_is(text_trim(TEXT(" \t\r\na b\f ")), "a b"));
    ck_assert(text_is(text_trim(TEXT("  ")), ""));
    ck_assert(text_is(text_trim(TEXT("a")), "a"));
}
END_TEST

START_TEST(classes_are_ascii)
{
    for (int c = -128; c < 128; c++) {
        ck_assert_int_eq(text_is_digit((char)c), c >= '0' && c <= '9');
        ck_assert_int_eq(text_is_lower((char)c), c >= 'a' && c <= 'z');
        ck_assert_int_eq(text_is_upper((char)c), c >= 'A' && c <= 'Z');
        ck_assert_int_eq(text_is_letter((char)c), text_is_lower((char)c) || text_is_upper((char)c));
        ck_assert_int_eq(text_is_space((char)c), c == ' ' || (c >= 9 && c <= 13));
    }
}
END_TEST

static const struct {
    const char *text;
    bool good;
    int64_t value;
} integers[] = {
    {"0", true, 0},
    {"18", true, 18},
    {"007", true, 7},
    {"-3", true, -3},
    {"9223372036854775807", true, INT64_MAX},
    {"-9223372036854775808", true, INT64_MIN},
    {"9223372036854775808", false, 0},
    {"-9223372036854775809", false, 0},
    {"99999999999999999999", false, 0},
    {"", false, 0},
    {"-", false, 0},
    {"+1", false, 0},
    {"1.0", false, 0},
    {" 1", false, 0},
    {"0x10", false, 0},
};

START_TEST(integers_are_decimal_digits)
{
    int64_t value = 0;
    ck_assert_msg(text_to_int64(text_of(integers[_i].text), &value) == integers[_i].good, "%s", integers[_i].text);
    ck_assert_msg(value == integers[_i].value, "%s", integers[_i].text);
}
END_TEST

static const struct {
    const char *a, *b;
    unsigned distance;
} distances[] = {
    {"", "", 0},
    {"nationality", "nationality", 0},
    {"nationalty", "nationality", 1},
    {"titel", "title", 1},
    {"abc", "", 3},
    {"kitten", "sitting", 3},
    {"person.nationality", "person.nationalities", 3},
    {"abcdefgh", "zyxwvuts", 5},
    {"a", "abcdefg", 5},
};

START_TEST(distance_counts_edits)
{
    struct text a = text_of(distances[_i].a), b = text_of(distances[_i].b);
    ck_assert_uint_eq(text_distance(a, b, 4), distances[_i].distance);
    ck_assert_uint_eq(text_distance(b, a, 4), distances[_i].distance);
}
END_TEST

START_TEST(long_names_are_far)
{
    char name[100];
    memset(name, 'a', sizeof name);
    struct text text = {name, sizeof name};
    ck_assert_uint_eq(text_distance(text, text, 3), 4);
    text.length = 64;
    ck_assert_uint_eq(text_distance(text, text, 3), 0);
}
END_TEST

START_TEST(nearest_is_the_first_of_the_closest)
{
    const struct text known[] = {TEXT("title"), TEXT("cite"), TEXT("tile"), TEXT("ground")};
    ck_assert_uint_eq(text_nearest(TEXT("titl"), known, 4), 0);
    ck_assert_uint_eq(text_nearest(TEXT("gruond"), known, 4), 3);
    ck_assert_uint_eq(text_nearest(TEXT("tile"), known, 4), 2);
    ck_assert_uint_eq(text_nearest(TEXT("quite-different"), known, 4), 4);
    ck_assert_uint_eq(text_nearest(TEXT("x"), known, 0), 0);
}
END_TEST

static const struct {
    const char *name, *text;
    int bad_at; /* -1: valid */
} encodings[] = {
    {"ASCII", "abcdefghijklmnop", -1},
    {"two, three and four bytes", "\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x99\x82", -1},
    {"first and last of each length", "\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", -1},
    {"lone continuation", "ab\x80", 2},
    {"overlong slash", "\xC0\xAF", 0},
    {"overlong of three", "a\xE0\x9F\xBF", 1},
    {"overlong of four", "\xF0\x8F\xBF\xBF", 0},
    {"surrogate", "\xED\xA0\x80", 0},
    {"past the last character", "\xF4\x90\x80\x80", 0},
    {"cut short at the end", "abcdefgh\xE2\x82", 8},
    {"cut short in the middle", "\xE2\x82z", 0},
    {"bad third byte", "\xF0\x9F\x28\x80", 0},
    {"no lead byte", "12345678\xFF", 8},
};

START_TEST(utf8_is_checked_strictly)
{
    struct text text = text_of(encodings[_i].text);
    size_t at = 99;
    ck_assert_msg(text_is_utf8(text, &at) == (encodings[_i].bad_at < 0), "%s", encodings[_i].name);
    ck_assert_msg(at == (encodings[_i].bad_at < 0 ? 99 : (size_t)encodings[_i].bad_at), "%s", encodings[_i].name);
}
END_TEST

/* Every code point, encoded by the plain rule, reads back. */
START_TEST(utf8_decodes_every_character)
{
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[4];
        size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        static const unsigned char leads[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
        for (size_t i = 0; i < length; i++)
            bytes[i] =
                (char)((i ? 0x80 : leads[length]) | ((c >> (6 * (length - 1 - i))) & (i || length == 1 ? 0x7F : 0x3F) & (i ? 0x3F : 0x7F)));
        size_t at = 0;
        struct text text = {bytes, length};
        if (text_next(text, &at) != c || at != length)
            ck_abort_msg("U+%04X", (unsigned)c);
    }
    size_t at = 0;
    struct text bad = TEXT("\xE2\x82");
    ck_assert_uint_eq(text_next(bad, &at), 0xFFFD);
    ck_assert_uint_eq(at, 1);
}
END_TEST

static const struct {
    const char *text;
    size_t width;
} widths[] = {
    {"", 0},
    {"abc", 3},
    {"\xC3\xA9", 1},                 /* é */
    {"e\xCC\x81", 1},                /* e and a combining acute */
    {"\xED\x95\x9C\xEA\xB5\xAD", 4}, /* 한국 */
    {"\xE6\x97\xA5\xE6\x9C\xAC", 4}, /* 日本 */
    {"\xEF\xBC\xA1", 2},             /* full-width A */
    {"\xD0\x96\xCE\xA9", 2},         /* ЖΩ */
    {"\xF0\x9F\x99\x82", 2},         /* an emoji */
    {"\xE2\x80\x8B", 0},             /* zero-width space */
    {"\xE2\x80\xA6", 1},             /* … */
    {"\xFF", 1},                     /* shown as U+FFFD */
};

START_TEST(width_is_in_terminal_columns)
{
    ck_assert_uint_eq(text_width(text_of(widths[_i].text)), widths[_i].width);
}
END_TEST

Suite *text_suite(void)
{
    Suite *suite = suite_create("text");
    TCase *tests = tcase_create("text");
    tcase_add_test(tests, texts_compare_by_bytes);
    tcase_add_test(tests, trimming_takes_ascii_space_at_both_ends);
    tcase_add_test(tests, classes_are_ascii);
    unit_add_rows(tests, integers_are_decimal_digits, integers);
    unit_add_rows(tests, distance_counts_edits, distances);
    tcase_add_test(tests, long_names_are_far);
    tcase_add_test(tests, nearest_is_the_first_of_the_closest);
    unit_add_rows(tests, utf8_is_checked_strictly, encodings);
    tcase_add_test(tests, utf8_decodes_every_character);
    unit_add_rows(tests, width_is_in_terminal_columns, widths);
    suite_add_tcase(suite, tests);
    return suite;
}
