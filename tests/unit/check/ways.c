/* What it would take for another result: the smallest sets of changes, and nothing that does more than it must. */
#include "check/ways.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"
#include "world.h"

static const struct {
    const char *rule;
    const char *request;
    exd_result wanted;
    unsigned most;
    const char *ways; /* each way in brackets, its facts in order */
} rows[] = {
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: true, b: true", EXD_RESULT_DOES_NOT_APPLY, 2, "[request.a][request.b]"},
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: false, b: false", EXD_RESULT_APPLIES, 2, "[request.a request.b]"},
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: false, b: false", EXD_RESULT_APPLIES, 1, ""},
    {"effect: may-refuse, when: {any: [request.a, {all: [request.b, request.c]}]}", "a: false, b: false, c: false", EXD_RESULT_APPLIES, 2,
     "[request.a][request.b request.c]"},
    {"effect: may-refuse, when: request.a, unless: request.b", "a: true, b: false", EXD_RESULT_DOES_NOT_APPLY, 2, "[request.a][request.b]"},
    {"effect: requires, given: request.a, when: request.b", "a: true, b: false", EXD_RESULT_MET, 2, "[request.a][request.b]"},
    {"effect: may-refuse, when: request.n > 3", "n: 2", EXD_RESULT_APPLIES, 2, "[request.n]"},
};

START_TEST(the_smallest_sets_of_changes_are_found)
{
    struct world world;
    exd_ways *ways = NULL;
    char text[512] = "";
    world_open_rule(&world, rows[_i].rule);
    world_check(&world, rows[_i].request, "");
    ck_assert_int_eq(exd_report_ways(world.report, 0, rows[_i].wanted, rows[_i].most, &ways), EXD_OK);
    for (size_t i = 0; i < exd_ways_count(ways); i++) {
        strcat(text, "[");
        for (size_t j = 0; j < exd_ways_change_count(ways, i); j++) {
            strcat(text, j ? " " : "");
            strcat(text, exd_ways_path(ways, i, j));
        }
        strcat(text, "]");
    }
    ck_assert_msg(strcmp(text, rows[_i].ways) == 0, "%s: %s", rows[_i].rule, text);
    ck_assert(!exd_ways_may_be_more(ways));
    ck_assert_uint_eq(exd_ways_tried(ways), rows[_i].most);
    exd_ways_free(ways);
    world_close(&world);
}
END_TEST

/* ---- in words --------------------------------------------------------------------------------------------------------- */

static const struct {
    const char *when;
    const char *request;
    exd_result wanted;
    const char *words; /* of the one change of the first way */
} words[] = {
    {"request.n > 3", "n: 2", EXD_RESULT_APPLIES, "4 or more"},
    {"request.n > 3", "n: 7", EXD_RESULT_DOES_NOT_APPLY, "less than 4"},
    {"request.n == 3", "n: 7", EXD_RESULT_APPLIES, "3"},
    /* what the record has is no way out of what it has */
    {"request.n == 3", "n: 3", EXD_RESULT_DOES_NOT_APPLY, "any other value"},
    {"request.n == 3 or request.n == 5", "n: 3", EXD_RESULT_DOES_NOT_APPLY, "less than 3, or 4, or 6 or more"},
    {"request.term > 1 year", "term: 6 months", EXD_RESULT_APPLIES, "more than 1 year"},
    {"request.term >= 1 year", "term: 6 months", EXD_RESULT_APPLIES, "1 year or more"},
    {"request.term >= 1 year", "term: 2 years", EXD_RESULT_DOES_NOT_APPLY, "less than 1 year"},
    {"request.term > 1 year", "term: 2 years", EXD_RESULT_DOES_NOT_APPLY, "1 year or less"},
    {"request.on < may_3", "on: 2019-06-01", EXD_RESULT_APPLIES, "before 2019-05-03"},
    {"request.on > may_3", "on: 2019-01-01", EXD_RESULT_APPLIES, "2019-05-04 or later, or never"},
    {"request.colour in {red, blue}", "colour: green", EXD_RESULT_APPLIES, "red, or blue"},
};

START_TEST(a_change_is_said_as_answers_are)
{
    struct world world;
    exd_ways *ways = NULL;
    char rule[256];
    snprintf(rule, sizeof rule, "effect: may-refuse, when: '%s'", words[_i].when);
    world_open_rule(&world, rule);
    world_check(&world, words[_i].request, "");
    ck_assert_int_eq(exd_report_ways(world.report, 0, words[_i].wanted, 1, &ways), EXD_OK);
    ck_assert_uint_ge(exd_ways_count(ways), 1);
    ck_assert_str_eq(exd_ways_value(ways, 0, 0), words[_i].words);
    exd_ways_free(ways);
    world_close(&world);
}
END_TEST

/* ---- memory ----------------------------------------------------------------------------------------------------------- */

static exd_status write_ways(struct world *world, struct buffer *out)
{
    exd_ways *ways = NULL;
    exd_status status = exd_report_ways(world->report, 0, EXD_RESULT_APPLIES, 2, &ways);
    if (status == EXD_OK)
        status = exd_ways_write(ways, EXD_FORMAT_JSON, NULL, world_sink, out);
    exd_ways_free(ways);
    return status;
}

/* A set of names, a term and further items: what takes completion, words and room of its own. */
START_TEST(memory_that_runs_out_is_told)
{
    struct world world;
    world_open_rule(&world, "effect: may-refuse, when: {any: [{all: [request.term > 1 year, AA in request.states]}, "
                            "{some: proceeding, where: {all: [proceeding.a, 'proceeding.state == BB']}}]}");
    world_check(&world, "term: 6 months", "proceedings: []");
    world_refuse(&world, write_ways);
    world_close(&world);
}
END_TEST

Suite *ways_suite(void)
{
    Suite *suite = suite_create("ways");
    TCase *tests = tcase_create("ways");
    unit_add_rows(tests, the_smallest_sets_of_changes_are_found, rows);
    unit_add_rows(tests, a_change_is_said_as_answers_are, words);
    tcase_add_test(tests, memory_that_runs_out_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
