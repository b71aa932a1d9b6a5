/* The facts to verify: a smallest set on which the result stands. */
#include "check/verify.h"

#include <string.h>

#include "unit.h"
#include "world.h"

static const struct {
    const char *rule;
    const char *request;
    const char *facts;
} rows[] = {
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: true, b: true", "request.a request.b"},
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: true, b: false", "request.b"},
    {"effect: may-refuse, when: {any: [request.b, {all: [request.a, request.c]}]}", "a: true, b: true, c: true", "request.b"},
    {"effect: may-refuse, when: {any: [{all: [request.a, request.b]}, {all: [{not: request.a}, request.b]}]}", "a: true, b: true",
     "request.b"},
    {"effect: requires, given: request.a, when: request.b", "a: false, b: true", "request.a"},
    {"effect: may-refuse, when: request.a", "b: true", ""},
};

START_TEST(the_smallest_set_on_which_the_result_stands)
{
    struct world world;
    exd_checklist *checklist = NULL;
    char text[512] = "";
    world_open_rule(&world, rows[_i].rule);
    world_check(&world, rows[_i].request, "");
    ck_assert_int_eq(exd_report_checklist(world.report, 0, &checklist), EXD_OK);
    for (size_t i = 0; i < exd_checklist_count(checklist); i++) {
        const char *path = exd_checklist_path(checklist, i);
        if (strstr(path, "_state"))
            continue; /* that the instrument applies */
        strcat(text, text[0] ? " " : "");
        strcat(text, path);
    }
    ck_assert_msg(strcmp(text, rows[_i].facts) == 0, "%s: %s", rows[_i].rule, text);
    ck_assert(exd_checklist_is_smallest(checklist));
    exd_checklist_free(checklist);
    world_close(&world);
}
END_TEST

static exd_status write_checklist(struct world *world, struct buffer *out)
{
    exd_checklist *checklist = NULL;
    exd_status status = exd_report_checklist(world->report, EXD_EVERY_FINDING, &checklist);
    if (status == EXD_OK)
        status = exd_checklist_write(checklist, EXD_FORMAT_JSON, NULL, world_sink, out);
    exd_checklist_free(checklist);
    return status;
}

START_TEST(memory_that_runs_out_is_told)
{
    struct world world;
    world_open_rule(&world, "effect: may-refuse, for: each offence, when: {any: [{all: [offence.a, request.b]}, "
                            "{some: proceeding, where: {all: [proceeding.a, offence in proceeding.about]}}]}");
    world_check(&world, "b: true", "offences: [{id: o, a: true}, {id: n, a: false}]\nproceedings: [{id: p, a: true, about: [n]}]");
    world_refuse(&world, write_checklist);
    world_close(&world);
}
END_TEST

Suite *verify_suite(void)
{
    Suite *suite = suite_create("verify");
    TCase *tests = tcase_create("verify");
    unit_add_rows(tests, the_smallest_set_on_which_the_result_stands, rows);
    tcase_add_test(tests, memory_that_runs_out_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
