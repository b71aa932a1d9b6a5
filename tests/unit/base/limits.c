#include "base/limits.h"

#include "extradition.h"
#include "unit.h"

START_TEST(public_and_internal_limits_agree)
{
    struct limits limits = limits_default();
    for (int i = 0; i < LIMIT_COUNT; i++) {
        ck_assert_uint_gt(limits.value[i], 0);
        ck_assert_uint_eq(exd_limit_default((exd_limit)i), limits.value[i]);
        ck_assert_str_eq(exd_limit_name((exd_limit)i), limit_word((enum limit)i));
        ck_assert_str_ne(limit_word((enum limit)i), "");
    }
    ck_assert_uint_eq(exd_limit_default(EXD_LIMIT_DEPTH), 64);
    ck_assert_str_eq(exd_limit_name(EXD_LIMIT_FILE_BYTES), "file-bytes");
}
END_TEST

START_TEST(no_limit_has_no_name)
{
    ck_assert_uint_eq(exd_limit_default((exd_limit)LIMIT_COUNT), 0);
    ck_assert_str_eq(exd_limit_name((exd_limit)LIMIT_COUNT), "");
    ck_assert_str_eq(limit_word(LIMIT_COUNT), "");
}
END_TEST

START_TEST(every_status_has_a_word)
{
    static const char *const words[] = {"ok", "memory", "argument", "input", "io", "limit"};
    for (int i = 0; i < 6; i++)
        ck_assert_str_eq(exd_status_name((exd_status)i), words[i]);
}
END_TEST

Suite *limits_suite(void)
{
    Suite *suite = suite_create("limits");
    TCase *tests = tcase_create("limits");
    tcase_add_test(tests, public_and_internal_limits_agree);
    tcase_add_test(tests, no_limit_has_no_name);
    tcase_add_test(tests, every_status_has_a_word);
    suite_add_tcase(suite, tests);
    return suite;
}
