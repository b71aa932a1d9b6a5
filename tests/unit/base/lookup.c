#include "base/lookup.h"

#include "unit.h"

START_TEST(the_first_of_equal_texts_is_found)
{
    struct lookup_entry entries[] = {
        {TEXT("b"), 0}, {TEXT("a"), 1}, {TEXT("b"), 2}, {TEXT(""), 3}, {TEXT("ab"), 4}, {TEXT("a"), 5},
    };
    struct lookup lookup = {entries, sizeof entries / sizeof entries[0]};
    lookup_sort(&lookup);
    ck_assert_uint_eq(lookup_find(&lookup, TEXT("a")), 1);
    ck_assert_uint_eq(lookup_find(&lookup, TEXT("b")), 0);
    ck_assert_uint_eq(lookup_find(&lookup, TEXT("ab")), 4);
    ck_assert_uint_eq(lookup_find(&lookup, TEXT("")), 3);
    ck_assert_uint_eq(lookup_find(&lookup, TEXT("aa")), NOT_FOUND);
    ck_assert_uint_eq(lookup_find(&lookup, TEXT("c")), NOT_FOUND);
}
END_TEST

START_TEST(nothing_is_found_in_nothing)
{
    struct lookup lookup = {NULL, 0};
    lookup_sort(&lookup);
    ck_assert_uint_eq(lookup_find(&lookup, TEXT("a")), NOT_FOUND);
}
END_TEST

Suite *lookup_suite(void)
{
    Suite *suite = suite_create("lookup");
    TCase *tests = tcase_create("lookup");
    tcase_add_test(tests, the_first_of_equal_texts_is_found);
    tcase_add_test(tests, nothing_is_found_in_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
