#include "rules/reach.h"

#include <string.h>

#include "unit.h"
#include "world.h"

static const struct {
    const char *rule;
    const char *text; /* NULL: the rulebook loads */
} rows[] = {
    /* a leaf that the record cannot change */
    {"when: true == false", "`true == false` is never true, whatever the record says"},
    {"when: 3 < 5", "`3 < 5` is always true, whatever the record says"},
    {"when: request.n == request.n", "`request.n == request.n` is always true"},
    {"when: request.n < request.n", "`request.n < request.n` is never true"},
    {"when: 'request.colour in {}'", "is never true"},
    /* two values of one fact at once */
    {"when: {all: [request.colour == red, request.colour == blue]}",
     "`request.colour == blue` is never true together with `request.colour == red` on line"},
    {"when: {any: [request.colour == red, request.colour == blue]}", NULL},
    {"when: {all: [request.colour == red, request.colour != blue]}", NULL},
    {"when: {all: [request.colour != red, request.colour != blue]}", NULL},
    {"when: {all: ['request.colour in {red, blue}', 'request.colour in {blue, green}']}", NULL},
    {"when: {all: ['request.colour in {red, blue}', request.colour == green]}", "is never true together with"},
    {"when: {all: [request.colour == red, 'request.colour not in {red, blue}']}", "is never true together with"},
    {"when: {all: [red in request.colours, blue in request.colours]}", NULL},
    {"when: {all: [request.a, {not: request.a}]}", "not `request.a` is never true together with `request.a`"},
    {"when: {all: [request.a, {all: [request.b, {not: {any: [request.c, request.a]}}]}]}", "is never true together with"},
    /* either of two, of which one always holds */
    {"when: {any: [request.a, {not: request.a}]}", "not `request.a`, or `request.a` on line 10: one of them is always true"},
    {"when: {any: [request.colour != red, request.colour != blue]}", "one of them is always true"},
    /* exceptions */
    {"when: {test: request.colour == red, unless: request.colour == blue}",
     "the exception `request.colour == blue` is never reached, as `request.colour == red` on line"},
    {"when: {test: request.colour == red, unless: request.b}", NULL},
    {"when: request.a, unless: {not: request.a}", "the exception not `request.a` is never reached"},
    {"when: {all: [{not: {test: request.a, unless: request.b}}, request.a]}", NULL},
    /* the parts of a rule ask for what they ask for together */
    {"given: request.a, when: {not: request.a}", "is never true together with"},
    {"given: request.colour == red, when: {all: [request.b, request.colour == blue]}", "is never true together with"},
    {"given: request.a, when: request.b, unless: request.c", NULL},
    /* one fact of two items are two facts */
    {"when: {all: [{some: proceeding, where: proceeding.a}, {some: proceeding, where: {not: proceeding.a}}]}", NULL},
    {"when: {some: proceeding, where: {some: proceeding as other, where: {all: [proceeding.a, {not: other.a}]}}}", NULL},
    {"when: {some: proceeding, where: {all: [proceeding.a, {not: proceeding.a}]}}", "is never true together with"},
};

START_TEST(a_condition_that_decides_nothing_is_an_error)
{
    struct world world;
    char rule[512] = "effect: may-refuse, ";
    ck_assert_uint_lt(strlen(rule) + strlen(rows[_i].rule), sizeof rule);
    exd_status status = world_try_rule(&world, strcat(rule, rows[_i].rule));
    if (rows[_i].text)
        ck_assert_msg(status != EXD_OK && strstr(world_text(&world), rows[_i].text), "%s: %s", rows[_i].rule, world_text(&world));
    else
        ck_assert_msg(status == EXD_OK, "%s", world_text(&world));
    world_close(&world);
}
END_TEST

Suite *reach_suite(void)
{
    Suite *suite = suite_create("reach");
    TCase *tests = tcase_create("reach");
    unit_add_rows(tests, a_condition_that_decides_nothing_is_an_error, rows);
    suite_add_tcase(suite, tests);
    return suite;
}
