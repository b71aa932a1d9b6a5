/* Durations, compared with every length that their months really have: from each month of a cycle, from its first day and from the last
 * days on which the readings part. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "calendar.h"
#include "unit.h"

struct lengths {
    int32_t least, most;
    bool met[16]; /* of those from `least` on */
};

static void measure(const struct calendar *calendar, int months, struct lengths *lengths)
{
    *lengths = (struct lengths){.least = INT32_MAX};
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < 400 * 12; i++) {
            for (int d = 1; d <= calendar->length[i]; d = d == 1 ? 28 : d + 1) {
                int target = i + months, length = calendar->length[target];
                int32_t start = calendar->first_day[i] + d - 1;
                int32_t early = calendar->first_day[target] + (d < length ? d : length) - 1;
                for (int32_t days = early - start; days <= early - start + (d > length); days++) {
                    if (pass == 1) {
                        lengths->met[days - lengths->least] = true;
                        continue;
                    }
                    if (days < lengths->least)
                        lengths->least = days;
                    if (days > lengths->most)
                        lengths->most = days;
                }
            }
        }
        ck_assert_int_lt(lengths->most - lengths->least, 16);
    }
}

static void compare_all(int months, const struct lengths *lengths)
{
    for (int32_t days = lengths->least - 2; days <= lengths->most + 2; days++) {
        struct duration a = {months, 0}, b = {0, days};
        enum truth less = lengths->most < days ? TRUTH_TRUE : lengths->least >= days ? TRUTH_FALSE : TRUTH_UNKNOWN;
        enum truth greater = lengths->least > days ? TRUTH_TRUE : lengths->most <= days ? TRUTH_FALSE : TRUTH_UNKNOWN;
        bool met = days >= lengths->least && days <= lengths->most && lengths->met[days - lengths->least];
        enum truth equal = !met ? TRUTH_FALSE : lengths->least == lengths->most ? TRUTH_TRUE : TRUTH_UNKNOWN;
        bool right =
            duration_less(a, b) == less && duration_less(b, a) == greater && duration_equal(a, b) == equal && duration_equal(b, a) == equal;
        /* What both have in common changes nothing. */
        struct duration c = {months + 7, 3}, d = {7, days + 3};
        right = right && duration_less(c, d) == less && duration_equal(c, d) == equal;
        ck_assert_msg(right, "%d months and %d days", months, (int)days);
    }
}

START_TEST(months_and_days_compare_as_on_every_calendar)
{
    static const int more[] = {60, 84, 96, 100, 120, 180, 240, 300, 480, 1200, 1201, 2400, 3600, 4788, 4799, 4800};
    static struct calendar calendar;
    struct lengths lengths;
    calendar_fill(&calendar);
    for (int months = 1; months <= 48; months++) {
        measure(&calendar, months, &lengths);
        compare_all(months, &lengths);
    }
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++) {
        measure(&calendar, more[i], &lengths);
        compare_all(more[i], &lengths);
    }
}
END_TEST

START_TEST(pure_units_compare_as_numbers)
{
    for (int a = 0; a < 40; a++) {
        for (int b = 0; b < 40; b++) {
            ck_assert_int_eq(duration_less((struct duration){a, 0}, (struct duration){b, 0}), truth_of(a < b));
            ck_assert_int_eq(duration_less((struct duration){0, a}, (struct duration){0, b}), truth_of(a < b));
            ck_assert_int_eq(duration_equal((struct duration){a, 0}, (struct duration){b, 0}), truth_of(a == b));
            ck_assert_int_eq(duration_equal((struct duration){0, a}, (struct duration){0, b}), truth_of(a == b));
        }
    }
}
END_TEST

START_TEST(extremes_do_not_overflow)
{
    struct duration longest = {120000, 3660000}, shortest = duration_negate(longest);
    ck_assert_int_eq(duration_less(shortest, longest), TRUTH_TRUE);
    ck_assert_int_eq(duration_less(longest, shortest), TRUTH_FALSE);
    ck_assert_int_eq(duration_equal(longest, longest), TRUTH_TRUE);
    struct date_span all = {DAY_FIRST, DAY_LAST};
    struct date_span sum = date_add(all, longest);
    ck_assert(sum.first <= DAY_LAST && sum.last == DAY_LAST);
    sum = date_add(all, shortest);
    ck_assert(sum.first == DAY_FIRST && sum.last >= DAY_FIRST);
}
END_TEST

Suite *duration_suite(void)
{
    Suite *suite = suite_create("duration");
    TCase *tests = tcase_create("duration");
    tcase_set_timeout(tests, 30);
    tcase_add_test(tests, months_and_days_compare_as_on_every_calendar);
    tcase_add_test(tests, pure_units_compare_as_numbers);
    tcase_add_test(tests, extremes_do_not_overflow);
    suite_add_tcase(suite, tests);
    return suite;
}
