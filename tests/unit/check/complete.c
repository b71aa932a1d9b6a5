#include "check/complete.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define STEPS 1000000

static const struct {
    const char *rule;
    const char *request;
    const char *lists;
    enum truth holds;
    bool by_completion;
} rows[] = {
    {"effect: may-refuse, when: request.a", "a: true", "", TRUTH_TRUE, false},
    {"effect: may-refuse, when: request.a", "", "", TRUTH_UNKNOWN, false},
    /* whatever the answer, it comes to the same */
    {"effect: may-refuse, when: {any: [{all: [request.a, request.b]}, {all: [{not: request.a}, request.b]}]}", "b: true", "", TRUTH_TRUE,
     true},
    {"effect: may-refuse, when: {all: [request.n > 5, request.n < 4]}", "", "", TRUTH_FALSE, true},
    {"effect: may-refuse, when: {all: [request.n > 5, request.n < 7]}", "", "", TRUTH_UNKNOWN, false},
    {"effect: may-refuse, when: {all: [request.on < may_5, request.on > may_3]}", "", "", TRUTH_UNKNOWN, false},
    {"effect: may-refuse, when: {all: [request.on < may_5, request.on > may_4]}", "", "", TRUTH_FALSE, true},
    {"effect: may-refuse, when: {any: [request.on < june_1, request.done == june_1]}", "on: 2019-05", "", TRUTH_TRUE, false},
    {"effect: may-refuse, when: {all: [request.term > 1 year, request.term < 6 months]}", "", "", TRUTH_FALSE, true},
    {"effect: requires, given: request.a, when: request.a", "", "", TRUTH_TRUE, true},
    /* an item imagined in a list that may have more */
    {"effect: may-refuse, when: {all: [{some: proceeding, where: proceeding.a}, {no: proceeding, where: proceeding.a}]}", "", "",
     TRUTH_FALSE, true},
    {"effect: may-refuse, when: {all: [{some: proceeding, where: proceeding.a}, {some: proceeding, where: 'proceeding.state == AA'}, "
     "{no: proceeding, where: proceeding.a}]}",
     "", "", TRUTH_FALSE, true},
    {"effect: may-refuse, when: {all: [{some: proceeding, where: proceeding.a}, {some: proceeding, where: {not: proceeding.a}}]}", "", "",
     TRUTH_UNKNOWN, false},
    /* days that are calculated with */
    {"effect: may-refuse, when: {any: [request.on + 1 day < january_10, request.on + 1 day >= january_10]}", "", "", TRUTH_TRUE, true},
    /* two that are compared with one another */
    {"effect: may-refuse, when: {any: [request.on < request.done, request.on >= request.done]}", "", "", TRUTH_TRUE, true},
    {"effect: may-refuse, when: {all: [request.on < request.done, request.done < january_10, request.on > january_10]}", "", "",
     TRUTH_FALSE, true},
    {"effect: may-refuse, when: {all: [request.on < request.done, request.done < january_10]}", "", "", TRUTH_UNKNOWN, false},
    /* a State that is looked for among States, neither of which is known */
    {"effect: may-refuse, when: {all: ['request.place in {AA, BB}', request.place in request.states, AA not in request.states, BB not in "
     "request.states]}",
     "", "", TRUTH_FALSE, true},
    {"effect: may-refuse, when: {all: [request.place in request.states, AA not in request.states, BB not in request.states]}", "", "",
     TRUTH_UNKNOWN, false},
    {"effect: may-refuse, when: {all: [request.place == AA, request.place not in request.states]}", "", "", TRUTH_UNKNOWN, false},
    {"effect: may-refuse, when: {all: ['request.place in {AA, BB}', request.place not in request.states]}",
     "states: {value: [AA, BB], complete: false}", "", TRUTH_FALSE, true},
    /* so many days apart */
    {"effect: may-refuse, when: {any: [request.on + 1 day < request.done, request.on + 1 day >= request.done]}", "", "", TRUTH_TRUE, true},
    {"effect: may-refuse, when: {all: [request.done > request.on + 30 days, request.done <= request.on + 45 days]}", "", "", TRUTH_UNKNOWN,
     false},
    {"effect: may-refuse, when: {all: [request.done > request.on + 30 days, request.done < request.on + 31 days]}", "", "", TRUTH_FALSE,
     true},
    {"effect: may-refuse, when: {all: [request.done - 30 days == request.on, request.on > january_10, request.done < may_3]}", "", "",
     TRUTH_UNKNOWN, false},
    {"effect: may-refuse, when: {all: [request.on > may_3, request.done < request.on - 10 days, request.done > may_3 - 9 days]}", "", "",
     TRUTH_UNKNOWN, false},
    {"effect: may-refuse, when: {all: [request.on > january_10, request.on < june_1, request.done == request.on + 60 days, request.done > "
     "may_3, request.done < may_5]}",
     "", "", TRUTH_UNKNOWN, false},
    {"effect: may-refuse, when: {all: [request.on > may_4, request.on < june_1, request.done == request.on - 60 days, request.done > "
     "may_5]}",
     "", "", TRUTH_FALSE, true},
    {"effect: may-refuse, when: {any: [request.on + 1 day < january_10, request.on + 1 day >= january_10]}", "on: 2019-01", "", TRUTH_TRUE,
     true},
};

struct stage {
    struct world world;
    struct view view;
    struct arena scratch;
    const struct rule *rule;
};

static void open_stage(struct stage *stage, const char *rule, const char *request, const char *lists)
{
    world_open_rule(&stage->world, rule);
    world_check(&stage->world, request, lists);
    view_init(&stage->view, stage->world.rules, stage->world.record, stage->world.record->as_of, true);
    arena_init(&stage->scratch, memory_default());
    stage->rule = &stage->world.rules->instruments[0].rules[0];
}

static void close_stage(struct stage *stage)
{
    ck_assert_uint_eq(stage->view.assumption_count, 0);
    arena_free(&stage->scratch);
    world_close(&stage->world);
}

START_TEST(what_every_completion_agrees_on_is_the_answer)
{
    struct stage stage;
    open_stage(&stage, rows[_i].rule, rows[_i].request, rows[_i].lists);
    struct completion found = complete_rule(&stage.view, stage.rule, &stage.scratch, STEPS);
    ck_assert_msg(found.holds == rows[_i].holds && found.by_completion == rows[_i].by_completion, "%s: %d%s", rows[_i].rule, found.holds,
                  found.by_completion ? " by completion" : "");
    ck_assert(!(found.inexact == INEXACT_STEPS));
    close_stage(&stage);
}
END_TEST

START_TEST(out_of_steps_it_stays_open_and_never_comes_out_wrong)
{
    static const char rule[] = "effect: may-refuse, when: {any: [{all: [request.a, request.b]}, {all: [request.a, {not: request.b}]}, "
                               "{all: [{not: request.a}, request.b]}, {all: [{not: request.a}, {not: request.b}]}]}";
    bool given_up = false, concluded = false;
    for (uint64_t steps = 1; steps < 4096; steps *= 2) {
        struct stage stage;
        open_stage(&stage, rule, "", "");
        struct completion found = complete_rule(&stage.view, stage.rule, &stage.scratch, steps);
        ck_assert_int_eq(found.holds, (found.inexact == INEXACT_STEPS) ? TRUTH_UNKNOWN : TRUTH_TRUE);
        given_up |= (found.inexact == INEXACT_STEPS);
        concluded |= !(found.inexact == INEXACT_STEPS);
        close_stage(&stage);
    }
    ck_assert(given_up && concluded);
}
END_TEST

static const struct {
    const char *when;
    const char *request;
    const char *fact;
    enum truth matters;
} matters[] = {
    {"{all: [request.a, request.b]}", "", "a", TRUTH_TRUE},
    {"{all: [request.a, request.b]}", "b: false", "a", TRUTH_FALSE},
    {"{any: [request.b, {all: [request.a, request.b]}]}", "", "a", TRUTH_FALSE},
    {"{all: [request.a, request.b]}", "", "c", TRUTH_FALSE},
    {"{any: [{all: [request.a, request.b]}, {all: [{not: request.a}, request.b]}]}", "", "a", TRUTH_FALSE},
};

START_TEST(a_fact_matters_when_some_completion_of_the_others_hangs_on_it)
{
    struct stage stage;
    char rule[512] = "effect: may-refuse, when: ";
    open_stage(&stage, strcat(rule, matters[_i].when), matters[_i].request, "");
    const struct vocabulary *vocabulary = &stage.world.rules->vocabulary;
    name fact = names_find(&stage.world.rules->names, text_of(matters[_i].fact));
    struct cell_key key = {vocabulary->request, 0, vocabulary_fact(&vocabulary->entities[vocabulary->request], fact)};
    uint64_t steps = STEPS;
    enum inexact why;
    ck_assert_int_eq(complete_matters(&stage.view, stage.rule, key, &stage.scratch, &steps, &why), matters[_i].matters);
    ck_assert_int_eq(why, EXACT);
    close_stage(&stage);
}
END_TEST

START_TEST(the_disputed_facts_that_a_rule_rests_on_are_named)
{
    static const char dispute[] = "a: {disputed: {person: true, prosecutor: false}}, b: {disputed: {person: true, prosecutor: false}}";
    struct cell_key keys[4];
    struct stage stage;
    open_stage(&stage, "effect: may-refuse, when: {all: [request.a, request.b, request.c]}", dispute, "");
    ck_assert_uint_eq(complete_disputed(&stage.view, stage.rule, keys, 4), 2);
    ck_assert_uint_ne(keys[0].fact, keys[1].fact);
    close_stage(&stage);
    open_stage(&stage, "effect: may-refuse, when: request.c", dispute, "");
    ck_assert_uint_eq(complete_disputed(&stage.view, stage.rule, keys, 4), 0);
    close_stage(&stage);
}
END_TEST

Suite *complete_suite(void)
{
    Suite *suite = suite_create("complete");
    TCase *tests = tcase_create("complete");
    unit_add_rows(tests, what_every_completion_agrees_on_is_the_answer, rows);
    unit_add_rows(tests, a_fact_matters_when_some_completion_of_the_others_hangs_on_it, matters);
    tcase_add_test(tests, out_of_steps_it_stays_open_and_never_comes_out_wrong);
    tcase_add_test(tests, the_disputed_facts_that_a_rule_rests_on_are_named);
    suite_add_tcase(suite, tests);
    return suite;
}
