/* What a case expects, compared with what was found. */
#include <string.h>

#include "unit.h"
#include "world.h"

static const char *const books[] = {
    "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"
    "rules:\n"
    "  - {id: r-1, cite: c, title: t, ground: one, effect: may-refuse, when: {all: [request.a, request.b]}}\n"
    "  - {id: r-2, cite: c, title: t, ground: one, effect: requires, for: each offence, when: offence.a}\n"
    "  - {id: r-3, cite: c, title: t, ground: two, effect: may-refuse, when: request.quiet}\n"
    "  - {id: r-4, cite: c, title: t, ground: two, effect: may-refuse, when: request.a, for-requesting: [CC]}\n"
    "  - {id: r-5, cite: c, title: t, ground: two, effect: deadline, given: request.a, deadline: {starts: request.on, within: 1 month, "
    "done: request.done, consequence: none}}\n",
    "instrument: {id: other, title: L, kind: statute, citation: c, parties: {CC: {}}, text-seen: full}\n"
    "rules:\n"
    "  - {id: r-1, cite: c, title: t, ground: one, effect: may-refuse, when: request.a}\n",
    NULL};

static const char request[] = "a: true, on: 2019-11-01, done: 2019-12-01";
static const char offences[] = "offences: [{id: x, a: true}, {id: y, a: false}]\n";

static const struct {
    const char *expect;
    const char *text; /* of the difference; NULL: as expected */
} rows[] = {
    {"law/r-1: open", NULL},
    {"law/r-1: applies", "expected result `applies` of `law/r-1`, found `open`"},
    {"law/r-1: {result: open, standing: governs, engaged: true}", NULL},
    {"law/r-1: {standing: displaced}", "expected standing `displaced` of `law/r-1`, found `governs`"},
    {"law/r-1: {engaged: false}", "expected engaged `false` of `law/r-1`, found `true`"},
    /* exactly these paths */
    {"law/r-1: {missing: [request.b]}", NULL},
    {"law/r-1: {missing: []}", "expected missing `nothing else` of `law/r-1`, found `request.b`"},
    {"law/r-1: {missing: [request.b, request.c]}", "expected missing `request.c` of `law/r-1`, found `it not among them`"},
    {"law/r-3: {presumed: [request.quiet]}", NULL},
    {"law/r-3: {presumed: []}", "expected presumed `nothing else` of `law/r-3`, found `request.quiet`"},
    {"law/r-1: {presumed: []}", NULL},
    /* by offence, or the same for all */
    {"law/r-2: {x: met, y: not-met}", NULL},
    {"law/r-2: met", "expected result `met` of `law/r-2` for `y`, found `not-met`"},
    /* a rule without a finding */
    {"law/r-4: absent", NULL},
    {"law/r-4: applies", "expected result `applies` of `law/r-4`, found `absent`"},
    {"law/r-1: absent", "expected result `absent` of `law/r-1`, found `a finding`"},
    {"law/r-5: {deadline: kept}", NULL},
    {"law/r-5: {deadline: missed}", "expected deadline `missed` of `law/r-5`, found `kept`"},
    /* the instrument itself */
    {"law: applies", NULL},
    {"other: does-not-apply", NULL},
    {"other: applies", "expected result `applies` of `other`, found `does-not-apply`"},
    /* what is not there at all */
    {"law/r-9: applies", "law/r-9"},
    {"others/r-1: applies", "others"},
};

START_TEST(each_difference_is_one_error)
{
    struct world world;
    struct buffer lists;
    size_t failed = 99;
    world_open(&world, books);
    buffer_init(&lists, memory_default());
    buffer_format(&lists, "%sexpect: {%s}", offences, rows[_i].expect);
    world_check(&world, request, lists.data);
    ck_assert_int_eq(exd_report_compare(world.report, &failed, world.diagnostics), EXD_OK);
    ck_assert_msg(failed == (rows[_i].text != NULL), "%s: %s", rows[_i].expect, world_text(&world));
    ck_assert_uint_eq(exd_diagnostics_count(world.diagnostics), failed);
    if (rows[_i].text)
        ck_assert_msg(strstr(world_text(&world), rows[_i].text) != NULL, "%s", world_text(&world));
    buffer_free(&lists);
    world_close(&world);
}
END_TEST

START_TEST(an_expectation_with_two_differences_has_failed_once)
{
    struct world world;
    size_t failed = 0;
    world_open(&world, books);
    world_check(&world, request, "expect: {law/r-1: {result: applies, engaged: false}, law/r-3: does-not-apply}");
    ck_assert_int_eq(exd_report_compare(world.report, &failed, world.diagnostics), EXD_OK);
    ck_assert_uint_eq(failed, 1);
    ck_assert_uint_eq(exd_diagnostics_count(world.diagnostics), 2);
    world_close(&world);
}
END_TEST

Suite *expect_suite(void)
{
    Suite *suite = suite_create("expect");
    TCase *tests = tcase_create("expect");
    unit_add_rows(tests, each_difference_is_one_error, rows);
    tcase_add_test(tests, an_expectation_with_two_differences_has_failed_once);
    suite_add_tcase(suite, tests);
    return suite;
}
