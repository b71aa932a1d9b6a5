#include "check/answers.h"

#include <string.h>

#include "unit.h"
#include "world.h"

/* ---- answers ---------------------------------------------------------------------------------------------------------- */

/* The answers to the first question, as `words = value -> result, …`: the results of its findings one letter each, in the order of the report. */
static const struct {
    const char *rule;
    const char *request;
    const char *lists;
    const char *want;
} rows[] = {
    {"effect: may-refuse, when: request.a", "", "", "yes = true -> a; no = false -> n"},
    {"effect: requires, when: request.a", "", "", "yes = true -> m; no = false -> u"},
    /* with another fact: one answer settles, the other does not */
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "", "", "yes = true -> o; no = false -> n"},
    {"effect: may-refuse, when: {any: [request.a, request.b]}", "", "", "yes = true -> a; no = false -> o"},
    /* neither settles by itself: they do the same */
    {"effect: may-refuse, when: 'request.a == request.b'", "", "", "any = true -> o"},
    /* days */
    {"effect: may-refuse, when: request.on < may_4", "", "",
     "before 2019-05-04 = 2019-05-03 -> a; 2019-05-04 or later, or never = 2019-05-04 -> n"},
    {"effect: may-refuse, when: {all: [request.on >= may_4, request.on < june_1]}", "", "",
     "before 2019-05-04 = 2019-05-03 -> n; 2019-05-04 or later, but before 2019-06-01 = 2019-05-04 -> a; 2019-06-01 or later, or never = "
     "2019-06-01 -> n"},
    /* lengths of time */
    {"effect: may-refuse, when: request.term >= 1 year", "", "", "less than 1 year = 0 days -> n; 1 year or more = 1 year -> a"},
    {"effect: may-refuse, when: request.term > 1 year", "", "", "1 year or less = 1 year -> n; more than 1 year = 1 year 1 day -> a"},
    /* whole numbers */
    {"effect: may-refuse, when: request.n == 3", "", "", "less than 3 = 2 -> n; 3 = 3 -> a; 4 or more = 4 -> n"},
    /* choices, and States */
    {"effect: may-refuse, when: request.colour == red", "", "", "red = red -> a; blue or green = blue -> n"},
    {"effect: may-refuse, when: request.place == request.requested_state", "", "", "BB = BB -> a; any other -> n"},
    /* sets */
    {"effect: may-refuse, when: red in request.colours", "", "", "does not contain red = [] -> n; contains red = [red] -> a"},
    {"effect: may-refuse, when: 'request.colours overlaps {red, blue}'", "", "",
     "contains neither red nor blue = [] -> n; contains red or blue = [red] -> a"},
    {"effect: may-refuse, when: {all: [red in request.colours, not: blue in request.colours]}", "", "",
     "any other = [] -> n; contains red, but does not contain blue = [red] -> a"},
    /* a fact that stands in arithmetic has no list of answers */
    {"effect: may-refuse, when: request.on + request.term < june_1", "", "", "?"},
    /* what is known in part */
    {"effect: may-refuse, when: request.on < may_4", "on: 2019-05", "",
     "before 2019-05-04 = 2019-05-03 -> a; 2019-05-04 or later = 2019-05-04 -> n"},
    /* lists */
    {"effect: may-refuse, when: {some: proceeding, where: proceeding.a}", "", "", "none -> n; there are some -> o"},
    {"effect: may-refuse, when: {some: proceeding, where: proceeding.a}", "", "proceedings: {complete: false, items: [{id: x, a: false}]}",
     "none but those listed -> n; there are others -> o"},
};

static char letter_of(exd_result result)
{
    static const char letters[] = {'a', 'n', 'm', 'u', 'o', 'd'};
    return letters[result];
}

static void write_answers(const struct question *question, struct buffer *out)
{
    for (uint32_t i = 0; i < question->answer_count; i++) {
        const struct answer *answer = &question->answers[i];
        buffer_format(out, "%s%t", i ? "; " : "", answer->text);
        if (answer->value.length)
            buffer_format(out, " = %t", answer->value);
        buffer_string(out, " -> ");
        for (uint32_t j = 0; j < question->count; j++)
            buffer_char(out, letter_of(answer->results[j]));
    }
    buffer_string(out, question->answers_partial ? "?" : "");
}

START_TEST(each_answer_says_what_it_would_do)
{
    struct world world;
    struct buffer found;
    world_open_rule(&world, rows[_i].rule);
    world_analyse(&world, rows[_i].request, rows[_i].lists);
    buffer_init(&found, memory_default());
    ck_assert_uint_ge(world.report->question_count, 1);
    write_answers(&world.report->questions[0], &found);
    ck_assert_msg(text_is(buffer_view(&found), rows[_i].want), "%s: %s", rows[_i].rule, found.length ? found.data : "nothing");
    buffer_free(&found);
    world_close(&world);
}
END_TEST

/* ---- sets of several findings ----------------------------------------------------------------------------------------- */

#define HEAD "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\nrules:\n"
#define RULE(id, rest) "  - {id: " id ", cite: c, title: t, ground: one, effect: requires, " rest "}\n"

static const struct {
    const char *book[2];
    const char *want;
} set_rows[] = {
    {{HEAD RULE("r-1", "when: red in request.colours") RULE("r-2", "when: blue in request.colours"), NULL},
     "contains neither red nor blue = [] -> uu; contains red, but does not contain blue = [red] -> mu; contains blue, but does not contain "
     "red = [blue] -> um; contains red and blue = [red, blue] -> mm"},
    {{HEAD RULE("r-1", "when: '{red, blue} within request.colours'") RULE("r-2", "when: green in request.colours"), NULL},
     "does not contain green, and does not contain both red and blue = [] -> uu; contains red and blue, but does not contain green = [red, "
     "blue] -> mu; contains green, but does not contain both red and blue = [green] -> um; contains red, blue and green = [red, blue, "
     "green] -> mm"},
    {{HEAD RULE("r-1", "when: 'request.colours overlaps {red, blue}'") RULE("r-2", "when: green in request.colours"), NULL},
     "contains none of red, blue or green = [] -> uu; contains red or blue, but does not contain green = [red] -> mu; contains green, but "
     "contains neither red nor blue = [green] -> um; contains green, and contains red or blue = [red, green] -> mm"},
    {{HEAD RULE("r-1", "when: {any: ['{red, blue} within request.colours', green in request.colours]}")
          RULE("r-2", "when: green in request.colours"),
      NULL},
     "does not contain green, and does not contain both red and blue = [] -> uu; contains red and blue, but does not contain green = [red, "
     "blue] -> mu; contains green = [green] -> mm"},
};

START_TEST(sets_are_told_by_what_they_contain)
{
    struct world world;
    struct buffer found;
    world_open(&world, set_rows[_i].book);
    world_analyse(&world, "", "");
    buffer_init(&found, memory_default());
    write_answers(&world.report->questions[0], &found);
    ck_assert_msg(text_is(buffer_view(&found), set_rows[_i].want), "%s", found.length ? found.data : "nothing");
    buffer_free(&found);
    world_close(&world);
}
END_TEST

/* ---- rank, and what makes a question needless ------------------------------------------------------------------------- */

static const char *const ranked[] = {
    HEAD RULE("r-1", "when: request.a")
        RULE("r-2",
             "when: {any: [request.a, request.b]}") "  - {id: r-3, cite: c, title: t, ground: two, effect: may-refuse, when: request.c}\n"
                                                    "  - {id: r-4, cite: c, title: t, ground: two, effect: may-refuse, when: request.c}\n"
                                                    "  - {id: r-5, cite: c, title: t, ground: two, effect: may-refuse, when: request.c}\n",
    NULL};

START_TEST(what_can_bar_comes_before_what_settles_more)
{
    struct world world;
    world_open(&world, ranked);
    world_analyse(&world, "", "");
    const struct question *questions = world.report->questions;
    ck_assert_uint_eq(world.report->question_count, 3);
    ck_assert(text_is(questions[0].about.path, "request.a") && questions[0].bars && questions[0].settles_always == 1 &&
              questions[0].settles_some == 2);
    ck_assert(text_is(questions[1].about.path, "request.b") && questions[1].bars && questions[1].settles_always == 0);
    ck_assert(text_is(questions[2].about.path, "request.c") && !questions[2].bars && questions[2].settles_always == 3);
    ck_assert_uint_eq(questions[1].idle_count, 1);
    ck_assert_uint_eq(questions[1].idle[0].question, 0);
    ck_assert_uint_eq(questions[1].idle[0].answer, 0);
    ck_assert_uint_eq(questions[0].idle_count + questions[2].idle_count, 0);
    world_close(&world);
}
END_TEST

/* Which State asks is worth more than any finding: whether the treaty applies hangs on it. */
START_TEST(what_decides_which_instruments_apply_comes_first)
{
    static const char *const books[] = {
        "instrument: {id: pact, title: P, kind: bilateral-treaty, citation: c, parties: {AA: {}, BB: {}}, text-seen: full}\n"
        "rules:\n"
        "  - {id: r-1, cite: c, title: t, ground: one, effect: shall-refuse, when: request.a}\n"
        "  - {id: r-2, cite: c, title: t, ground: one, effect: may-refuse, when: request.requesting_state == request.place}\n",
        NULL};
    struct world world;
    world_open(&world, books);
    world_analyse_record(&world, "as_of: 2020-01-01\nrequest: {requested_state: BB}\n");
    const struct question *questions = world.report->questions;
    ck_assert_uint_eq(world.report->question_count, 3);
    ck_assert(text_is(questions[0].about.path, "request.requesting_state"));
    ck_assert(questions[0].instruments == 1 && questions[0].answer_count == 0 && questions[0].answers_partial);
    ck_assert(text_is(questions[1].about.path, "request.a") && questions[1].instruments == 0);
    world_close(&world);
}
END_TEST

/* ---- disputes --------------------------------------------------------------------------------------------------------- */

#define DISPUTED "{disputed: {requesting-state: false, person: true}}"

/* The disputed facts on which the finding rests, with `!` where one decides it alone. */
static const struct {
    const char *rule;
    const char *request;
    const char *want;
} dispute_rows[] = {
    {"effect: may-refuse, when: request.a", "a: " DISPUTED, "request.a!"},
    {"effect: may-refuse, when: {any: [request.a, request.b]}", "a: " DISPUTED ", b: false", "request.a!"},
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: " DISPUTED ", b: " DISPUTED, "request.a request.b"},
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: " DISPUTED, "request.a"},
    /* the other is disputed, but on each of its versions it is the same */
    {"effect: may-refuse, when: {any: [request.a, request.n > 10]}", "a: " DISPUTED ", n: {disputed: {requesting-state: 2, person: 3}}",
     "request.a! request.n"},
    {"effect: may-refuse, when: {any: [request.a, request.n > 10]}", "a: " DISPUTED ", n: {disputed: {requesting-state: 2, person: 30}}",
     "request.a request.n"},
    {"effect: may-refuse, when: {any: [request.a, request.n > 10]}",
     "a: " DISPUTED ", n: {disputed: {requesting-state: 2, person: unknown}}", "request.a request.n"},
    /* a party that does not know has no version */
    {"effect: may-refuse, when: request.a", "a: {disputed: {requesting-state: true, person: unknown}}", "request.a"},
    /* nothing turns on it */
    {"effect: may-refuse, when: {any: [request.a, request.b]}", "a: " DISPUTED ", b: true", ""},
};

START_TEST(a_disputed_fact_decides_whatever_is_found_on_the_others)
{
    struct world world;
    struct buffer found;
    world_open_rule(&world, dispute_rows[_i].rule);
    world_analyse(&world, dispute_rows[_i].request, "");
    buffer_init(&found, memory_default());
    for (uint32_t i = 0; i < world.report->dispute_count; i++) {
        const struct dispute *dispute = &world.report->disputes[i];
        ck_assert_uint_eq(dispute->count, 1);
        buffer_format(&found, "%s%t%s", i ? " " : "", dispute->about.path, dispute->alone[0] ? "!" : "");
    }
    ck_assert_msg(text_is(buffer_view(&found), dispute_rows[_i].want), "%s, %s: %s", dispute_rows[_i].rule, dispute_rows[_i].request,
                  found.length ? found.data : "nothing");
    buffer_free(&found);
    world_close(&world);
}
END_TEST

START_TEST(what_is_disputed_is_not_asked)
{
    struct world world;
    world_open_rule(&world, "effect: may-refuse, when: {all: [request.a, request.b]}");
    world_analyse(&world, "a: " DISPUTED, "");
    ck_assert_uint_eq(world.report->question_count, 1);
    ck_assert(text_is(world.report->questions[0].about.path, "request.b"));
    world_close(&world);
}
END_TEST

Suite *answers_suite(void)
{
    Suite *suite = suite_create("answers");
    TCase *tests = tcase_create("answers");
    unit_add_rows(tests, each_answer_says_what_it_would_do, rows);
    unit_add_rows(tests, sets_are_told_by_what_they_contain, set_rows);
    tcase_add_test(tests, what_can_bar_comes_before_what_settles_more);
    tcase_add_test(tests, what_decides_which_instruments_apply_comes_first);
    unit_add_rows(tests, a_disputed_fact_decides_whatever_is_found_on_the_others, dispute_rows);
    tcase_add_test(tests, what_is_disputed_is_not_asked);
    suite_add_tcase(suite, tests);
    return suite;
}
