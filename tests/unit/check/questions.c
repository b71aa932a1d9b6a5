#include "check/questions.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define HEAD "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\nrules:\n"
#define RULE(id, ground, rest) "  - {id: " id ", cite: c, title: t, ground: " ground ", " rest "}\n"

static const char *const books[] = {
    HEAD RULE("r-1", "two", "effect: may-refuse, when: {all: [request.a, request.b]}") RULE(
        "r-2", "one", "effect: shall-refuse, when: {all: [request.c, request.b]}") RULE("r-3", "one", "effect: may-refuse, when: request.c")
        RULE("r-4", "two", "effect: may-refuse, when: {some: proceeding, where: proceeding.a}, in-place-of: r-1, given: request.quiet"),
    NULL};

/* Questions as `path:alone/findings`, most decisive first. */
static const struct {
    const char *request;
    const char *lists;
    const char *want;
} rows[] = {
    /* c alone decides r-3; then what bears on most, then what is met first */
    {"quiet: false", "", "request.c:1/2 request.b:0/2 request.a:0/1"},
    {"quiet: false, b: true", "", "request.c:2/2 request.a:1/1"},
    {"quiet: false, a: false, c: true", "", "request.b:1/1"},
    {"quiet: false, a: false, c: false", "", ""},
    /* nobody is asked twice */
    {"quiet: false, b: true, c: unknown", "", "request.a:1/1"},
    /* what a displaced finding lacks is not asked for; a list is asked for as a list */
    {"quiet: true, c: false", "", "proceedings:1/1"},
    {"quiet: true, c: false", "proceedings: [{id: x}]", "proceedings.x.a:1/1"},
};

START_TEST(what_decides_most_is_asked_first)
{
    struct world world;
    struct buffer found;
    world_open(&world, books);
    world_check(&world, rows[_i].request, rows[_i].lists);
    buffer_init(&found, memory_default());
    for (uint32_t i = 0; i < world.report->question_count; i++) {
        const struct question *question = &world.report->questions[i];
        buffer_format(&found, "%s%t:%u/%u", i ? " " : "", question->about.path, question->alone, question->count);
        for (uint32_t j = 1; j < question->count; j++)
            ck_assert_uint_lt(question->findings[j - 1], question->findings[j]);
    }
    ck_assert_msg(text_is(buffer_view(&found), rows[_i].want), "%s: %s", rows[_i].request, found.length ? found.data : "nothing");
    buffer_free(&found);
    world_close(&world);
}
END_TEST

START_TEST(a_question_is_in_the_words_of_the_vocabulary)
{
    struct world world;
    world_open(&world, books);
    world_check(&world, "quiet: true", "");
    ck_assert_uint_eq(world.report->question_count, 3);
    ck_assert(text_is(world.report->questions[0].text, "is it c"));
    ck_assert(text_is(world.report->questions[1].text, "which proceedings"));
    ck_assert(text_is(world.report->questions[2].text, "is it b"));
    world_close(&world);
}
END_TEST

START_TEST(a_ground_gathers_its_findings_and_the_governing_first)
{
    struct world world;
    static const char *const ids[2][2] = {{"law/r-2", "law/r-3"}, {"law/r-4", "law/r-1"}};
    world_open(&world, books);
    world_check(&world, "quiet: true", "");
    ck_assert_uint_eq(world.report->ground_count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        const struct ground_result *ground = &world.report->grounds[i];
        ck_assert_uint_eq(ground->count, 2);
        for (uint32_t j = 0; j < 2; j++)
            ck_assert(text_is(world.report->findings[ground->findings[j]].rule->full_id, ids[i][j]));
    }
    world_close(&world);
}
END_TEST

Suite *questions_suite(void)
{
    Suite *suite = suite_create("questions");
    TCase *tests = tcase_create("questions");
    unit_add_rows(tests, what_decides_most_is_asked_first, rows);
    tcase_add_test(tests, a_question_is_in_the_words_of_the_vocabulary);
    tcase_add_test(tests, a_ground_gathers_its_findings_and_the_governing_first);
    suite_add_tcase(suite, tests);
    return suite;
}
