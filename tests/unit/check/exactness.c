/* Where a finding is not known to be open it says so, and why; elsewhere open is open, and what it lacks can change it. */
#include "check/exactness.h"

#include <string.h>

#include "support.h"
#include "unit.h"
#include "world.h"

static const struct {
    const char *name;
    const char *rule;
    const char *request;
    const char *lists;
    exd_result result;
    enum inexact inexact;
    const char *missing;
} rows[] = {
    {"months between two unknown days",
     "effect: may-refuse, when: {any: [request.on + 1 month < request.done, request.on + 1 month >= request.done]}", "", "",
     EXD_RESULT_OPEN, INEXACT_VALUES, "request.on request.done"},
    {"months between two unknown days, and both answers seen", "effect: may-refuse, when: request.on + 1 month < request.done", "", "",
     EXD_RESULT_OPEN, EXACT, "request.on request.done"},
    {"days between two unknown days",
     "effect: may-refuse, when: {any: [request.on + 30 days < request.done, request.on + 30 days >= request.done]}", "", "",
     EXD_RESULT_APPLIES, EXACT, ""},
    {"the calendar itself leaves it open", "effect: may-refuse, when: request.on + 1 month < request.done",
     "on: 2019-01-31, done: 2019-03-01", "", EXD_RESULT_OPEN, EXACT, ""},
    {"four items at odds",
     "effect: may-refuse, when: {all: [{some: proceeding, where: proceeding.a}, {some: proceeding, where: 'proceeding.state == AA'}, "
     "{some: "
     "proceeding, where: 'proceeding.state == BB'}, {some: proceeding, where: 'proceeding.state == CC'}, {no: proceeding, where: "
     "proceeding.a}]}",
     "", "", EXD_RESULT_DOES_NOT_APPLY, EXACT, ""},
    {"an item for each of many",
     "effect: may-refuse, when: {all: [{every: offence, where: {every: offence as other, where: {some: proceeding, where: proceeding.a}}}, "
     "{no: proceeding, where: proceeding.a}]}",
     "", "offences: [{id: o1}, {id: o2}, {id: o3}]", EXD_RESULT_OPEN, INEXACT_ITEMS, "proceedings"},
    {"a set of seven members",
     "effect: may-refuse, when: {all: [{some: offence, where: {some: proceeding, where: 'offence in proceeding.about'}}, {no: offence, "
     "where: {some: proceeding, where: 'offence in proceeding.about'}}]}",
     "", "offences: [{id: o1}, {id: o2}, {id: o3}, {id: o4}, {id: o5}, {id: o6}]\nproceedings: [{id: p}]", EXD_RESULT_DOES_NOT_APPLY, EXACT,
     ""},
    {"a set of ten members",
     "effect: may-refuse, when: {all: [{some: offence, where: {some: proceeding, where: 'offence in proceeding.about'}}, {no: offence, "
     "where: {some: proceeding, where: 'offence in proceeding.about'}}]}",
     "", "offences: [{id: o1}, {id: o2}, {id: o3}, {id: o4}, {id: o5}, {id: o6}, {id: o7}, {id: o8}, {id: o9}]\nproceedings: [{id: p}]",
     EXD_RESULT_OPEN, INEXACT_VALUES, "proceedings.p.about"},
    {"a fact that makes no difference", "effect: may-refuse, when: {any: [request.a, {all: [request.n > 5, request.n < 4]}]}", "", "",
     EXD_RESULT_OPEN, EXACT, "request.a"},
    {"a list that makes no difference",
     "effect: may-refuse, when: {any: [request.a, {all: [{some: proceeding, where: proceeding.a}, {no: proceeding, where: "
     "proceeding.a}]}]}",
     "", "", EXD_RESULT_OPEN, EXACT, "request.a"},
    {"a list that makes a difference",
     "effect: may-refuse, when: {any: [request.a, {all: [{some: proceeding, where: proceeding.a}, {some: proceeding, where: {not: "
     "proceeding.a}}]}]}",
     "", "", EXD_RESULT_OPEN, EXACT, "request.a proceedings"},
    {"a day known in part that makes no difference",
     "effect: may-refuse, when: {any: [request.a, {all: [request.on < may_5, request.on > may_4]}]}", "on: 2019-05", "", EXD_RESULT_OPEN,
     EXACT, "request.a"},
    {"a day known in part that makes a difference",
     "effect: may-refuse, when: {any: [request.a, {all: [request.on < may_5, request.on > may_3]}]}", "on: 2019-05", "", EXD_RESULT_OPEN,
     EXACT, "request.a request.on"},
};

static void check_row(struct world *world, int row)
{
    world_open_rule(world, rows[row].rule);
    world_check(world, rows[row].request, rows[row].lists);
}

START_TEST(an_open_finding_says_whether_it_is_known_to_be_open)
{
    struct world world;
    check_row(&world, _i);
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_msg(finding->result == rows[_i].result, "%s: %s", rows[_i].name, exd_result_name(finding->result));
    ck_assert_msg(finding->inexact == rows[_i].inexact, "%s: %d", rows[_i].name, (int)finding->inexact);
    ck_assert_msg(finding->missing_inexact == rows[_i].inexact, "%s: missing, %d", rows[_i].name, (int)finding->missing_inexact);
    ck_assert_str_eq(world_paths(&finding->missing), rows[_i].missing);
    world_close(&world);
}
END_TEST

/* `parts` of a condition, each with its number in it. */
static void write_many(struct buffer *buffer, const char *begin, const char *part, int from, int to, const char *end)
{
    buffer_string(buffer, begin);
    for (int i = from; i <= to; i++)
        buffer_format(buffer, part, (unsigned long long)i);
    buffer_string(buffer, end);
}

START_TEST(more_constants_than_there_is_room_for_prove_nothing)
{
    struct world world;
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    /* all but 1000 are ruled out, and that one is past the room */
    write_many(&buffer, "effect: may-refuse, when: {all: [{any: [", "request.n == %u, ", 1, 80, "request.n == 1000]}, ");
    write_many(&buffer, "", "request.n != %u, ", 1, 80, "request.n != 81]}");
    world_open_rule(&world, buffer.data);
    world_check(&world, "", "");
    ck_assert_int_eq(world_finding(&world, "law/r-1", NULL)->result, EXD_RESULT_OPEN);
    world_close(&world);
    buffer_free(&buffer);
}
END_TEST

START_TEST(every_fact_of_many_that_makes_no_difference_is_left_out)
{
    struct world world;
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    world_open_rule(&world,
                    "effect: may-refuse, when: {any: [{every: proceeding, where: proceeding.a}, {all: [request.n > 5, request.n < 4]}]}");
    write_many(&buffer, "proceedings: [", "{id: p%u}, ", 1, 30, "{id: q}]");
    world_check(&world, "", buffer.data);
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_uint_eq(finding->missing.count, 31);
    ck_assert_int_eq(finding->missing_inexact, EXACT);
    for (uint32_t i = 0; i < finding->missing.count; i++)
        ck_assert_ptr_null(strstr(finding->missing.items[i].path.data, "request"));
    world_close(&world);
    buffer_free(&buffer);
}
END_TEST

START_TEST(more_disputed_facts_than_are_mixed)
{
    struct world world;
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    world_open_rule(&world, "effect: may-refuse, when: {all: [request.b, {every: proceeding, where: proceeding.a}]}");
    write_many(&buffer, "proceedings: [", "{id: p%u, a: {disputed: {person: true, prosecutor: false}}}, ", 1, 10,
               "{id: q, a: {disputed: {person: true, prosecutor: false}}}]");
    world_check(&world, "", buffer.data);
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_int_eq(finding->result, EXD_RESULT_OPEN);
    ck_assert_int_eq(finding->inexact, INEXACT_DISPUTES);
    world_close(&world);
    buffer_free(&buffer);
}
END_TEST

START_TEST(what_rests_on_a_treaty_that_may_apply_says_so)
{
    static const char *const books[] = {
        "instrument: {id: treaty, title: T, kind: bilateral-treaty, citation: c, parties: {AA: {}, BB: {}}, text-seen: full}\n"
        "rules:\n  - {id: t-1, cite: c, title: t, ground: two, effect: may-refuse, when: request.a}\n",
        "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"
        "rules:\n"
        "  - {id: r-1, cite: c, title: t, ground: one, effect: requires, when: treaty_in_force}\n"
        "  - {id: r-2, cite: c, title: t, ground: one, effect: may-refuse, when: request.a}\n",
        NULL};
    struct world world;
    world_open(&world, books);
    world_check_record(&world, "as_of: 2020-01-01\nrequest: {requested_state: BB, treaty_in_force: false}\n", false);
    ck_assert_int_eq(world_finding(&world, "law/r-1", NULL)->inexact, INEXACT_INSTRUMENTS);
    ck_assert_int_eq(world_finding(&world, "law/r-2", NULL)->inexact, EXACT);
    world_close(&world);
}
END_TEST

static const struct {
    const char *request;
    enum truth engaged;
    enum inexact inexact;
} engaged[] = {
    {"", TRUTH_UNKNOWN, INEXACT_VALUES},
    {"done: 2019-05-05", TRUTH_TRUE, EXACT},
};

START_TEST(whether_a_rule_is_engaged_says_so_too)
{
    struct world world;
    world_open_rule(
        &world,
        "effect: requires, when: request.a, given: {any: [request.on + 1 month < request.done, request.on + 1 month >= request.done]}");
    world_check(&world, engaged[_i].request, "");
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_int_eq(finding->engaged, engaged[_i].engaged);
    ck_assert_int_eq(finding->engaged_inexact, engaged[_i].inexact);
    world_close(&world);
}
END_TEST

Suite *exactness_suite(void)
{
    Suite *suite = suite_create("exactness");
    TCase *tests = tcase_create("exactness");
    unit_add_rows(tests, an_open_finding_says_whether_it_is_known_to_be_open, rows);
    unit_add_rows(tests, whether_a_rule_is_engaged_says_so_too, engaged);
    tcase_add_test(tests, more_constants_than_there_is_room_for_prove_nothing);
    tcase_add_test(tests, every_fact_of_many_that_makes_no_difference_is_left_out);
    tcase_add_test(tests, more_disputed_facts_than_are_mixed);
    tcase_add_test(tests, what_rests_on_a_treaty_that_may_apply_says_so);
    suite_add_tcase(suite, tests);
    return suite;
}
