#include "check/coverage.h"

#include "unit.h"
#include "world.h"

#define HEAD "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"

/* Five leaves: the definition's one counts in each of the two rules that use it. */
static const char *const books[] = {
    HEAD "definitions:\n"
         "  - {id: coloured, cite: c, means: request.colour == red}\n"
         "rules:\n"
         "  - {id: r-1, cite: c, title: t, ground: one, effect: may-refuse, given: coloured, when: {all: [request.a, request.b]}}\n"
         "  - {id: r-2, cite: c, title: t, ground: one, effect: may-refuse, when: coloured, unless: request.c}\n",
    "instrument: {id: other, title: L, kind: statute, citation: c, parties: {CC: {}}, text-seen: full}\n"
    "rules:\n"
    "  - {id: r-1, cite: c, title: t, ground: one, effect: may-refuse, when: request.a}\n",
    NULL};

static const struct {
    const char *requests[3];
    size_t missing;
} rows[] = {
    {{NULL}, 5},
    /* one way is not both */
    {{"colour: red, a: true, b: true, c: false"}, 5},
    {{"colour: red, a: true, b: true, c: false", "colour: blue, a: true, b: true, c: false"}, 3},
    {{"colour: red, a: true, b: true, c: false", "colour: red, a: false, b: false, c: true"}, 2},
    {{"colour: red, a: true, b: true, c: false", "colour: red, a: false, b: false, c: true", "colour: blue, a: true, b: true, c: false"},
     0},
    /* nor is a limb covered that is known and did not decide, or any by an open finding */
    {{"colour: red, a: false, b: true, c: true", "colour: red, a: true, b: false, c: true"}, 5},
    {{"colour: blue, a: true, b: true, c: false", "colour: red"}, 5},
};

START_TEST(a_limb_is_covered_once_it_has_decided_both_ways)
{
    struct world world;
    world_open(&world, books);
    exd_coverage *coverage = exd_coverage_new(world.rules);
    ck_assert_uint_eq(exd_coverage_limbs(coverage, 0), 5);
    for (int i = 0; i < 3 && rows[_i].requests[i]; i++) {
        world_check(&world, rows[_i].requests[i], "");
        exd_coverage_add(coverage, world.report);
    }
    ck_assert_uint_eq(exd_coverage_missing(coverage, 0), rows[_i].missing);
    ck_assert_int_eq(exd_coverage_touched(coverage, 0), rows[_i].requests[0] != NULL);
    ck_assert(!exd_coverage_touched(coverage, 1));
    ck_assert_uint_eq(exd_coverage_missing(coverage, 1), 1);
    exd_coverage_free(coverage);
    world_close(&world);
}
END_TEST

START_TEST(what_is_no_instrument_has_no_limbs)
{
    struct world world;
    world_open(&world, books);
    exd_coverage *coverage = exd_coverage_new(world.rules);
    ck_assert_uint_eq(exd_coverage_limbs(coverage, 2), 0);
    ck_assert_uint_eq(exd_coverage_missing(coverage, 2), 0);
    ck_assert(!exd_coverage_touched(coverage, 2));
    exd_coverage_free(coverage);
    exd_coverage_free(NULL);
    ck_assert_ptr_null(exd_coverage_new(NULL));
    world_close(&world);
}
END_TEST

START_TEST(a_report_on_other_rules_covers_nothing)
{
    struct world world, other;
    world_open(&world, books);
    world_open(&other, books);
    exd_coverage *coverage = exd_coverage_new(world.rules);
    world_check(&other, rows[1].requests[0], "");
    exd_coverage_add(coverage, other.report);
    exd_coverage_add(coverage, NULL);
    exd_coverage_add(NULL, other.report);
    ck_assert(!exd_coverage_touched(coverage, 0));
    exd_coverage_free(coverage);
    world_close(&other);
    world_close(&world);
}
END_TEST

Suite *coverage_suite(void)
{
    Suite *suite = suite_create("coverage");
    TCase *tests = tcase_create("coverage");
    unit_add_rows(tests, a_limb_is_covered_once_it_has_decided_both_ways, rows);
    tcase_add_test(tests, what_is_no_instrument_has_no_limbs);
    tcase_add_test(tests, a_report_on_other_rules_covers_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
