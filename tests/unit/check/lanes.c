/* Many completions at once say of each what the ordinary evaluator says of it alone. */
#include "check/lanes.h"

#include <stdlib.h>

#include "support.h"
#include "unit.h"
#include "world.h"

static const struct {
    const char *rule;
    const char *request;
    const char *lists;
    uint32_t variables;
    uint64_t completions; /* 0: it does not fit */
} rows[] = {
    {"effect: may-refuse, when: request.a", "", "", 1, 2},
    {"effect: may-refuse, when: {all: [request.a, request.b, request.c]}", "", "", 3, 8},
    {"effect: may-refuse, when: {all: [request.a, request.b, request.c]}", "b: true", "", 2, 4},
    /* what is decided is no part of it */
    {"effect: may-refuse, when: {any: [request.a, {all: [request.b, request.c]}]}", "b: false", "", 1, 2},
    {"effect: may-refuse, given: request.a, when: request.b, unless: request.c", "", "", 3, 8},
    {"effect: requires, given: request.a, when: request.b, unless: request.c", "", "", 3, 8},
    {"effect: may-refuse, when: {not: {any: [request.a, {not: request.b}, {all: [request.c, request.a], unless: request.b}]}}", "", "", 3,
     8},
    {"effect: may-refuse, when: {all: [request.a, request.colour == red, request.n > 3]}", "", "", 3, 18},
    /* several facts in one comparison */
    {"effect: may-refuse, when: {all: [request.on < request.done, request.a]}", "", "", 3, 0},
    {"effect: may-refuse, when: {any: [request.colour in request.colours, request.a]}", "", "", 3, 48},
    /* more than one block: facts of many values turn from block to block */
    {"effect: may-refuse, when: {all: [request.colour in request.colours, request.n > 3, request.term > 1 year, request.on > may_3, "
     "request.a, request.b]}",
     "", "", 7, 0},
    /* items, those that may be there included */
    {"effect: may-refuse, when: {some: proceeding, where: {all: [proceeding.a, 'proceeding.state == AA']}}", "",
     "proceedings: [{id: p}, {id: q}]", 4, 0},
    {"effect: may-refuse, when: {every: proceeding, where: proceeding.a}", "", "proceedings: [{id: p}, {id: q}, {id: r}]", 3, 8},
    {"effect: may-refuse, when: {no: proceeding, where: proceeding.a}", "", "", 2, 4},
    /* the same said many times is one limb */
    {"effect: may-refuse, when: {every: offence, where: {every: offence as other, where: {some: proceeding, where: proceeding.a}}}", "",
     "offences: [{id: o1}, {id: o2}, {id: o3}, {id: o4}, {id: o5}, {id: o6}, {id: o7}, {id: o8}, {id: o9}]\nproceedings: [{id: p}, {id: "
     "q}]",
     2, 4},
    /* months between two facts: their values cannot be listed */
    {"effect: may-refuse, when: {any: [request.on + 1 month < request.done, request.a]}", "", "", 0, 0},
};

struct stage {
    struct world world;
    struct view view;
    struct arena scratch;
    struct lanes *lanes;
    const struct rule *rule;
};

static void open_stage(struct stage *stage, int row, struct memory memory)
{
    world_open_rule(&stage->world, rows[row].rule);
    world_check(&stage->world, rows[row].request, rows[row].lists);
    view_init(&stage->view, stage->world.rules, stage->world.record, stage->world.record->as_of, true);
    for (uint32_t i = 0; i < stage->world.rules->vocabulary.entity_count; i++)
        stage->view.imagined[i] = view_list_is_complete(&stage->view, i) ? 0 : 1;
    arena_init(&stage->scratch, memory);
    stage->lanes = calloc(1, sizeof *stage->lanes);
    ck_assert_ptr_nonnull(stage->lanes);
    stage->rule = &stage->world.rules->instruments[0].rules[0];
}

static void close_stage(struct stage *stage)
{
    ck_assert_uint_eq(stage->view.assumption_count, 0);
    free(stage->lanes);
    arena_free(&stage->scratch);
    world_close(&stage->world);
}

static enum truth lane_says(const struct planes *planes, uint32_t lane)
{
    bool yes = planes->yes[lane / 64] >> lane % 64 & 1;
    bool no = planes->no[lane / 64] >> lane % 64 & 1;
    ck_assert(!(yes && no));
    return yes ? TRUTH_TRUE : no ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static uint64_t compare(struct stage *stage, enum lane_question question)
{
    uint64_t completions = 0;
    struct planes result;
    while (lanes_next(stage->lanes, &result)) {
        uint32_t lane = 0;
        for (; lanes_assume(stage->lanes, lane); lane++) {
            struct rule_truth truth = evaluate_rule(&stage->view, stage->rule);
            lanes_forget(stage->lanes);
            ck_assert_int_eq(lane_says(&result, lane), question == LANES_HOLDS ? truth.holds : truth.engaged);
        }
        ck_assert_uint_eq(lane, stage->lanes->lane_count);
        completions += lane;
    }
    ck_assert(!lanes_next(stage->lanes, &result));
    return completions;
}

START_TEST(each_lane_is_one_completion_and_says_what_it_gives)
{
    struct stage stage;
    open_stage(&stage, _i, memory_default());
    bool fits = lanes_compile(stage.lanes, &stage.view, stage.rule, LANES_HOLDS, NULL, &stage.scratch);
    ck_assert_msg(fits == (rows[_i].variables > 0), "%s", rows[_i].rule);
    uint64_t completions = fits ? compare(&stage, LANES_HOLDS) : 0;
    ck_assert_uint_eq(fits ? stage.lanes->variable_count : 0, rows[_i].variables);
    if (rows[_i].completions)
        ck_assert_uint_eq(completions, rows[_i].completions);
    if (fits && lanes_compile(stage.lanes, &stage.view, stage.rule, LANES_ENGAGED, NULL, &stage.scratch))
        compare(&stage, LANES_ENGAGED);
    close_stage(&stage);
}
END_TEST

/* The values of the target follow one another, with all else alike. */
START_TEST(the_target_turns_fastest_from_block_to_block)
{
    struct stage stage;
    struct planes result;
    open_stage(&stage, 7, memory_default());
    const struct vocabulary *vocabulary = &stage.world.rules->vocabulary;
    struct cell_key target = {
        vocabulary->request, 0,
        vocabulary_fact(&vocabulary->entities[vocabulary->request], names_find(&stage.world.rules->names, TEXT("colour")))};
    ck_assert(lanes_compile(stage.lanes, &stage.view, stage.rule, LANES_HOLDS, &target, &stage.scratch));
    ck_assert_uint_ne(stage.lanes->target, LANE_VARIABLES_MAX);
    ck_assert_uint_eq(stage.lanes->lane_count, 6);
    for (uint32_t block = 0; lanes_next(stage.lanes, &result); block++)
        ck_assert_uint_eq(stage.lanes->variables[stage.lanes->target].at, block % 3);
    close_stage(&stage);
}
END_TEST

START_TEST(out_of_steps_or_memory_it_does_not_fit)
{
    struct stage stage;
    struct meter meter = {.fail_at = 0};
    open_stage(&stage, _i, meter_memory(&meter));
    if (rows[_i].variables)
        ck_assert(!lanes_compile(stage.lanes, &stage.view, stage.rule, LANES_HOLDS, NULL, &stage.scratch));
    bool fits = false;
    for (size_t refused = 1; refused < 50 && !fits && rows[_i].variables; refused++) {
        arena_free(&stage.scratch);
        meter = (struct meter){.fail_at = refused};
        arena_init(&stage.scratch, meter_memory(&meter));
        fits = lanes_compile(stage.lanes, &stage.view, stage.rule, LANES_HOLDS, NULL, &stage.scratch);
        ck_assert(fits || stage.scratch.exhausted);
    }
    ck_assert_int_eq(fits, rows[_i].variables > 0);
    stage.view.step_limit = stage.view.steps + 1;
    ck_assert(!lanes_compile(stage.lanes, &stage.view, stage.rule, LANES_HOLDS, NULL, &stage.scratch));
    close_stage(&stage);
}
END_TEST

Suite *lanes_suite(void)
{
    Suite *suite = suite_create("lanes");
    TCase *tests = tcase_create("lanes");
    unit_add_rows(tests, each_lane_is_one_completion_and_says_what_it_gives, rows);
    unit_add_rows(tests, out_of_steps_or_memory_it_does_not_fit, rows);
    tcase_add_test(tests, the_target_turns_fastest_from_block_to_block);
    suite_add_tcase(suite, tests);
    return suite;
}
