#include "base/truth.h"

#include "unit.h"

/* The tables as the manual prints them: docs/rulebooks.md, "Expressions". */
START_TEST(tables_are_strong_kleene)
{
    static const enum truth values[] = {TRUTH_TRUE, TRUTH_UNKNOWN, TRUTH_FALSE};
    static const enum truth conjunction[3][3] = {
        {TRUTH_TRUE, TRUTH_UNKNOWN, TRUTH_FALSE}, {TRUTH_UNKNOWN, TRUTH_UNKNOWN, TRUTH_FALSE}, {TRUTH_FALSE, TRUTH_FALSE, TRUTH_FALSE}};
    static const enum truth disjunction[3][3] = {
        {TRUTH_TRUE, TRUTH_TRUE, TRUTH_TRUE}, {TRUTH_TRUE, TRUTH_UNKNOWN, TRUTH_UNKNOWN}, {TRUTH_TRUE, TRUTH_UNKNOWN, TRUTH_FALSE}};
    static const enum truth negation[3] = {TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_TRUE};
    for (int a = 0; a < 3; a++) {
        ck_assert_int_eq(truth_not(values[a]), negation[a]);
        for (int b = 0; b < 3; b++) {
            ck_assert_int_eq(truth_and(values[a], values[b]), conjunction[a][b]);
            ck_assert_int_eq(truth_or(values[a], values[b]), disjunction[a][b]);
        }
    }
    ck_assert_int_eq(truth_of(true), TRUTH_TRUE);
    ck_assert_int_eq(truth_of(false), TRUTH_FALSE);
}
END_TEST

Suite *truth_suite(void)
{
    Suite *suite = suite_create("truth");
    TCase *tests = tcase_create("truth");
    tcase_add_test(tests, tables_are_strong_kleene);
    suite_add_tcase(suite, tests);
    return suite;
}
