/* Which expressions have a type, and what is said of those that have none. */
#include "rules/compile.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define LAW(when)                                                                                                                          \
    "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"                                    \
    "dates: [{id: reform, date: 2018-05-01, cite: c}]\n"                                                                                   \
    "definitions:\n"                                                                                                                       \
    "  - {id: long, for: offence, means: offence.penalty > 1 year, cite: c}\n"                                                             \
    "  - {id: early, means: request.on < reform, cite: c}\n"                                                                               \
    "rules:\n"                                                                                                                             \
    "  - {id: r-1, cite: c, title: t, ground: one, effect: duty, for: each offence, when: " when "}\n"

#define OTHER                                                                                                                              \
    "instrument: {id: other, title: O, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"                                  \
    "definitions:\n"                                                                                                                       \
    "  - {id: short, for: offence, means: offence.penalty < 1 year, cite: c}\n"                                                            \
    "rules:\n"                                                                                                                             \
    "  - {id: r-1, cite: c, title: t, ground: one, effect: duty, when: request.a}\n"

static exd_status compile(struct world *world, const char *condition)
{
    struct buffer book;
    buffer_init(&book, memory_default());
    buffer_format(&book, LAW("'%s'"), condition);
    const char *books[] = {book.data, OTHER, NULL};
    exd_status status = world_try(world, books);
    buffer_free(&book);
    return status;
}

static const char *const right[] = {
    "request.a",
    "not request.a or offence.a and request.b",
    "request.a == false",
    "request.n >= 3",
    "3 < request.n",
    "request.on < reform",
    "reform <= as_of",
    "request.on + 1 year - 2 days >= request.done",
    "request.on + request.term < as_of",
    "age(request.on, as_of) >= 18",
    "earlier(request.on, request.done) < later(as_of, reform)",
    "request.term > 6 months",
    "offence.penalty >= 1 year",
    "offence.penalty > request.term",
    "offence.penalty == life",
    "death == offence.penalty",
    "request.place == BB",
    "request.place != request.requested_state",
    "request.place in {AA, request.requested_state}",
    "request.place not in request.states",
    "AA in request.states",
    "request.colour in {red, green}",
    "request.colours overlaps {red}",
    "{red} within request.colours",
    "request.colours within {}",
    "request.treaty_provides overlaps {one, two}",
    "treaty_in_force",
    "treaty_regulates(two)",
    "party(request.place, other)",
    "long(offence)",
    "early and not early()",
    "other/short(offence)",
};

START_TEST(an_expression_whose_types_fit_compiles)
{
    struct world world;
    exd_status status = compile(&world, right[_i]);
    ck_assert_msg(status == EXD_OK, "`%s`: %s", right[_i], world_text(&world));
    ck_assert_uint_ne(world.rules->instruments[0].rules[0].when, NO_ROOT);
    world_close(&world);
}
END_TEST

static const struct {
    const char *expression;
    const char *code;
    const char *message;
} wrong[] = {
    {"request.n", "E209", "expected something true or false: compare it with a value, found integer"},
    {"request.on + 1 day", "E209", "expected something true or false, found date"},
    {"3", "E209", "expected something true or false, found integer"},
    {"1 year", "E209", "expected something true or false, found duration"},
    {"as_of", "E209", "found date"},
    {"offence", "E209", "found ref offence"},
    {"request.n == true", "E209", "expected integer, found boolean"},
    {"request.n > request.on", "E209", "expected integer, found date"},
    {"request.a < request.a", "E209", "nothing else is greater or less"},
    {"request.place < AA", "E209", "nothing else is greater or less"},
    {"request.colours > request.colours", "E209", "nothing else is greater or less"},
    {"request.place in request.place", "E209", "expected a set after `in`, found state"},
    {"request.place in request.colours", "E209", "expected set of state, found set of enum colour"},
    {"request.place overlaps request.states", "E209", "expected a set on both sides, found state"},
    {"request.colours within request.states", "E209", "expected set of enum colour, found set of state"},
    {"red == blue", "E209", "expected a fact on one side of the comparison"},
    {"{red} overlaps {blue}", "E209", "expected a fact on one side of the comparison"},
    {"request.n + 1 day < as_of", "E209", "expected date, found integer"},
    {"request.on + request.done < as_of", "E209", "expected duration, found date"},
    {"age(request.n, as_of) > 18", "E209", "expected date, found integer"},
    {"age(as_of) > 18", "E210", "`age` takes 2 arguments, found 1"},
    {"(request.a and request.a) == true", "E209", "comparisons are not compared"},
    {"long(request) and request.a", "E209", "`long` is about one offence"},
    {"long == true", "E208", "`long`"},
    {"long(offence) == true", "E209", "a definition is true or false"},
    {"long", "E210", "`long` takes 1 arguments, found 0"},
    {"early(offence)", "E210", "`early` takes 0 arguments, found 1"},
    {"other/shirt(offence)", "E208", "`other/shirt`"},
    {"request.aa", "E207", "unknown fact `aa`"},
    {"requst.a", "E208", "unknown name `requst.a`"},
    {"request.on < refrom", "E208", "refrom"},
    {"request.colour == rod", "E208", "did you mean `red`?"},
    {"request.place == ZZ", "E208", "`ZZ` is no State"},
    {"treaty_regulates(tow)", "E212", "unknown ground `tow`"},
    {"treaty_regulates(one, two)", "E210", "`treaty_regulates` takes 1 arguments, found 2"},
    {"party(request.place, othr)", "E212", "did you mean `other`?"},
    {"party(request.n, other)", "E209", "expected state, found integer"},
};

START_TEST(an_expression_whose_types_do_not_fit_has_one_message)
{
    struct world world;
    ck_assert_msg(compile(&world, wrong[_i].expression) == EXD_ERROR_INPUT, "`%s`", wrong[_i].expression);
    const char *first = exd_diagnostics_text(world.diagnostics, 0);
    ck_assert_msg(exd_diagnostics_count(world.diagnostics) == 1, "`%s`: %s", wrong[_i].expression, world_text(&world));
    ck_assert_msg(strcmp(exd_diagnostics_code(world.diagnostics, 0), wrong[_i].code) == 0, "%s", first);
    ck_assert_msg(strstr(first, wrong[_i].message) != NULL, "`%s`: %s", wrong[_i].expression, first);
    world_close(&world);
}
END_TEST

START_TEST(definitions_in_a_circle_are_refused)
{
    static const char *const books[] = {"instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"
                                        "definitions: [{id: p, means: q and request.a, cite: c}, {id: q, means: not p, cite: c}]\n"
                                        "rules: [{id: r-1, cite: c, title: t, ground: one, effect: duty, when: p}]\n",
                                        NULL};
    struct world world;
    ck_assert_int_eq(world_try(&world, books), EXD_ERROR_INPUT);
    ck_assert_str_eq(exd_diagnostics_code(world.diagnostics, 0), "E213");
    ck_assert(strstr(world_text(&world), "the definition `p` uses itself") != NULL);
    world_close(&world);
}
END_TEST

/* Each doubles the one before: a file of a thousand letters, and a rule of more nodes than the limit. */
START_TEST(definitions_that_grow_without_end_are_refused_once)
{
    struct world world;
    struct buffer book;
    buffer_init(&book, memory_default());
    buffer_string(&book, "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\ndefinitions:\n"
                         "  - {id: d0, means: request.a, cite: c}\n");
    for (int i = 1; i < 40; i++)
        buffer_format(&book, "  - {id: d%d, means: d%d and d%d, cite: c}\n", i, i - 1, i - 1);
    buffer_string(&book, "rules: [{id: r-1, cite: c, title: t, ground: one, effect: duty, when: d39}]\n");
    const char *books[] = {book.data, NULL};
    ck_assert_int_eq(world_try(&world, books), EXD_ERROR_INPUT);
    ck_assert_uint_eq(exd_diagnostics_count(world.diagnostics), 1);
    ck_assert_msg(strcmp(exd_diagnostics_code(world.diagnostics, 0), "E220") == 0, "%s", world_text(&world));
    buffer_free(&book);
    world_close(&world);
}
END_TEST

Suite *compile_suite(void)
{
    Suite *suite = suite_create("compile");
    TCase *tests = tcase_create("compile");
    unit_add_rows(tests, an_expression_whose_types_fit_compiles, right);
    unit_add_rows(tests, an_expression_whose_types_do_not_fit_has_one_message, wrong);
    tcase_add_test(tests, definitions_in_a_circle_are_refused);
    tcase_add_test(tests, definitions_that_grow_without_end_are_refused_once);
    suite_add_tcase(suite, tests);
    return suite;
}
