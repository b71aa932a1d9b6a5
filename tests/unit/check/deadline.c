#include "check/deadline.h"

#include "unit.h"
#include "world.h"

#define ENGAGED "a: true, "

/* As of 2020-01-01, within one month of request.on. */
static const struct {
    const char *request;
    enum deadline_status status;
    int32_t days_left;
    const char *missing;
} rows[] = {
    {"a: false, on: 2019-12-01", DEADLINE_NOT_ENGAGED, 0, ""},
    {ENGAGED "on: never, done: never", DEADLINE_NOT_ENGAGED, 0, ""},
    {ENGAGED "done: 2019-12-01", DEADLINE_NOT_COMPUTABLE, 0, "request.on"},
    /* the day of the start does not count */
    {ENGAGED "on: 2019-11-01, done: 2019-12-01", DEADLINE_KEPT, 0, ""},
    {ENGAGED "on: 2019-11-01, done: 2019-12-02", DEADLINE_MISSED, 0, ""},
    /* the day may be known in part */
    {ENGAGED "on: 2019-11-01, done: 2019-11", DEADLINE_KEPT, 0, ""},
    {ENGAGED "on: 2019-11-15, done: 2019-12", DEADLINE_OPEN, 0, ""},
    {ENGAGED "on: 2019-10, done: 2019-12-02", DEADLINE_MISSED, 0, ""},
    {ENGAGED "on: 2019-10, done: 2019-11-15", DEADLINE_OPEN, 0, ""},
    /* nothing is said to be done: the day decides */
    {ENGAGED "on: 2019-12-01", DEADLINE_RUNNING, 0, ""},
    {ENGAGED "on: 2019-12-05", DEADLINE_RUNNING, 4, ""},
    {ENGAGED "on: 2019-12-05, done: never", DEADLINE_RUNNING, 4, ""},
    {ENGAGED "on: 2019-11-30", DEADLINE_OPEN, 0, "request.done"},
    {ENGAGED "on: 2019-11-30, done: never", DEADLINE_MISSED, 0, ""},
    {ENGAGED "on: 2019-11-15..2019-12-15, done: never", DEADLINE_OPEN, 0, ""},
    /* whether it runs at all is open */
    {"on: 2019-11-01, done: 2019-12-02", DEADLINE_MISSED, 0, ""},
};

static const char rule[] =
    "effect: deadline, given: request.a, deadline: {starts: request.on, within: 1 month, done: request.done, consequence: none}";

START_TEST(a_deadline_has_a_status)
{
    struct world world;
    world_open_rule(&world, rule);
    world_check(&world, rows[_i].request, "");
    const struct deadline_result *found = &world_finding(&world, "law/r-1", NULL)->deadline;
    ck_assert_msg(found->status == rows[_i].status, "%s: %s", rows[_i].request, deadline_status_word(found->status));
    ck_assert_int_eq(found->days_left, rows[_i].days_left);
    ck_assert_str_eq(world_paths(&found->missing), rows[_i].missing);
    world_close(&world);
}
END_TEST

START_TEST(a_day_may_be_computed_otherwise)
{
    struct world world;
    world_open_rule(&world, "effect: deadline, given: request.a, deadline: {by: 'later(request.on, january_10)', done: request.done, "
                            "consequence: none}");
    world_check(&world, "a: true, on: 2018-01-01, done: 2019-01-10", "");
    const struct deadline_result *found = &world_finding(&world, "law/r-1", NULL)->deadline;
    ck_assert_int_eq(found->status, DEADLINE_KEPT);
    ck_assert(found->has_due && !found->has_start);
    ck_assert_int_eq(found->due.first, found->done.first);
    ck_assert_str_eq(world_paths(&found->facts), "request.on request.done");
    world_close(&world);
}
END_TEST

START_TEST(other_rules_have_no_deadline)
{
    struct world world;
    world_open_rule(&world, "effect: duty, when: request.a");
    world_check(&world, "", "");
    ck_assert_int_eq(world_finding(&world, "law/r-1", NULL)->deadline.status, DEADLINE_NONE);
    ck_assert_str_eq(deadline_status_word(DEADLINE_NONE), "");
    world_close(&world);
}
END_TEST

Suite *deadline_suite(void)
{
    Suite *suite = suite_create("deadline");
    TCase *tests = tcase_create("deadline");
    unit_add_rows(tests, a_deadline_has_a_status, rows);
    tcase_add_test(tests, a_day_may_be_computed_otherwise);
    tcase_add_test(tests, other_rules_have_no_deadline);
    suite_add_tcase(suite, tests);
    return suite;
}
