#include "check/evaluate.h"

#include <string.h>

#include "unit.h"
#include "world.h"

/* What a condition says of a record before anything is tried in place of what is unknown. */
static const struct {
    const char *when;
    const char *request;
    const char *lists;
    enum truth truth;
} conditions[] = {
    {"request.a", "a: true", "", TRUTH_TRUE},
    {"request.a", "", "", TRUTH_UNKNOWN},
    {"request.a", "a: unknown", "", TRUTH_UNKNOWN},
    {"request.a", "a: {disputed: {person: true, prosecutor: true}}", "", TRUTH_UNKNOWN},
    {"request.quiet", "", "", TRUTH_FALSE},
    {"request.quiet", "quiet: unknown", "", TRUTH_UNKNOWN},
    {"{all: [request.a, request.b]}", "b: false", "", TRUTH_FALSE},
    {"{all: [request.a, request.b]}", "b: true", "", TRUTH_UNKNOWN},
    {"{any: [request.a, request.b]}", "b: true", "", TRUTH_TRUE},
    {"{not: request.a}", "a: false", "", TRUTH_TRUE},
    {"{any: [{all: [request.a, request.b]}, {not: request.a}]}", "b: true", "", TRUTH_UNKNOWN},
    {"request.n > 3", "n: 3", "", TRUTH_FALSE},
    {"request.n >= 3", "n: 3", "", TRUTH_TRUE},
    {"request.colour != red", "colour: blue", "", TRUTH_TRUE},
    {"'request.colour in {red, blue}'", "colour: green", "", TRUTH_FALSE},
    {"red in request.colours", "colours: {value: [blue], complete: false}", "", TRUTH_UNKNOWN},
    {"red in request.colours", "colours: []", "", TRUTH_FALSE},
    {"'request.states overlaps {request.requesting_state, request.place}'", "states: [AA]", "", TRUTH_TRUE},
    {"'request.states overlaps {request.requesting_state, request.place}'", "states: [BB]", "", TRUTH_UNKNOWN},
    {"request.on + 1 month <= as_of", "on: 2019-12-01", "", TRUTH_TRUE},
    {"request.on < as_of", "on: 2020", "", TRUTH_FALSE},
    {"request.on <= as_of", "on: 2020", "", TRUTH_UNKNOWN},
    {"treaty_in_force", "treaty_in_force: false", "", TRUTH_FALSE},
    {"treaty_regulates(two)", "treaty_in_force: true, treaty_provides: [two]", "", TRUTH_TRUE},
    {"treaty_regulates(two)", "treaty_in_force: true, treaty_provides: [one]", "", TRUTH_FALSE},
    {"{some: proceeding, where: proceeding.a}", "", "proceedings: []", TRUTH_FALSE},
    {"{every: proceeding, where: proceeding.a}", "", "proceedings: []", TRUTH_TRUE},
    {"{no: proceeding, where: proceeding.a}", "", "proceedings: [{id: x, a: false}]", TRUTH_TRUE},
    {"{some: proceeding, where: proceeding.a}", "", "", TRUTH_UNKNOWN},
    {"{some: proceeding, where: proceeding.a}", "", "proceedings: {complete: false, items: [{id: x, a: true}]}", TRUTH_TRUE},
    {"{every: proceeding, where: proceeding.a}", "", "proceedings: {complete: false, items: [{id: x, a: true}]}", TRUTH_UNKNOWN},
    {"{every: proceeding, where: proceeding.a}", "", "proceedings: {complete: false, items: [{id: x, a: false}]}", TRUTH_FALSE},
};

static struct rule_truth evaluate(struct world *world, struct view *view)
{
    view_init(view, world->rules, world->record, world->record->as_of, true);
    return evaluate_rule(view, &world->rules->instruments[0].rules[0]);
}

static void open_with(struct world *world, const char *format, const char *when)
{
    char rule[512];
    ck_assert_uint_lt(strlen(format) + strlen(when), sizeof rule);
    strcpy(rule, format);
    world_open_rule(world, strcat(rule, when));
}

START_TEST(a_condition_is_true_false_or_unknown)
{
    struct world world;
    struct view view;
    open_with(&world, "effect: may-refuse, when: ", conditions[_i].when);
    world_check(&world, conditions[_i].request, conditions[_i].lists);
    ck_assert_msg(evaluate(&world, &view).when == conditions[_i].truth, "%s on `%s%s`", conditions[_i].when, conditions[_i].request,
                  conditions[_i].lists);
    world_close(&world);
}
END_TEST

/* `given` request.a, `when` request.b, `unless` request.c */
static const struct {
    const char *request;
    enum truth engaged;
    enum truth refuses;
    enum truth requires;
} parts[] = {
    {"a: true, b: true, c: false", TRUTH_TRUE, TRUTH_TRUE, TRUTH_TRUE},
    {"a: true, b: false, c: false", TRUTH_TRUE, TRUTH_FALSE, TRUTH_FALSE},
    {"a: false, b: false", TRUTH_FALSE, TRUTH_FALSE, TRUTH_TRUE},
    {"b: false, c: true", TRUTH_FALSE, TRUTH_FALSE, TRUTH_TRUE},
    {"b: true", TRUTH_UNKNOWN, TRUTH_UNKNOWN, TRUTH_TRUE},
    {"b: false", TRUTH_UNKNOWN, TRUTH_FALSE, TRUTH_UNKNOWN},
};

START_TEST(the_effect_says_how_the_parts_of_a_rule_go_together)
{
    static const char *const effects[] = {"effect: shall-refuse", "effect: requires"};
    for (int requires = 0; requires < 2; requires ++) {
        struct world world;
        struct view view;
        open_with(&world, effects[requires], ", given: request.a, when: request.b, unless: request.c");
        world_check(&world, parts[_i].request, "");
        struct rule_truth truth = evaluate(&world, &view);
        ck_assert_int_eq(truth.engaged, parts[_i].engaged);
        ck_assert_int_eq(truth.holds, requires ? parts[_i].requires : parts[_i].refuses);
        world_close(&world);
    }
}
END_TEST

static const struct {
    const char *rule;
    enum truth truth;
} plays[] = {
    {"from: 2020-01-02", TRUTH_FALSE},
    {"from: 2020-01-01, until: 2020-01-01", TRUTH_TRUE},
    {"until: 2019-12-31", TRUTH_FALSE},
    {"for-requesting: [CC]", TRUTH_FALSE},
    {"for-requesting: [CC, AA], for-requested: [BB]", TRUTH_TRUE},
};

START_TEST(a_rule_is_in_play_on_its_days_and_for_its_states)
{
    struct world world;
    struct view view;
    open_with(&world, "effect: may-refuse, when: request.a, ", plays[_i].rule);
    world_check(&world, "", "");
    evaluate(&world, &view);
    ck_assert_int_eq(rule_in_play(&view, &world.rules->instruments[0].rules[0]), plays[_i].truth);
    world_close(&world);
}
END_TEST

START_TEST(a_party_to_a_dispute_is_heard_alone)
{
    struct world world;
    struct view view;
    open_with(&world, "effect: may-refuse, when: ", "request.a");
    world_check(&world, "a: {disputed: {person: true, prosecutor: false}}", "");
    ck_assert_int_eq(evaluate(&world, &view).holds, TRUTH_UNKNOWN);
    for (view.party = 0; view.party < 2; view.party++)
        ck_assert_int_eq(evaluate_rule(&view, &world.rules->instruments[0].rules[0]).holds,
                         truth_of(text_is(world.record->parties[view.party], "person")));
    world_close(&world);
}
END_TEST

START_TEST(past_the_step_limit_everything_is_unknown)
{
    struct world world;
    struct view view;
    open_with(&world, "effect: may-refuse, when: ", "{all: [request.a, request.b]}");
    world_check(&world, "a: true, b: true", "");
    ck_assert_int_eq(evaluate(&world, &view).when, TRUTH_TRUE);
    view.step_limit = view.steps;
    ck_assert_int_eq(evaluate_rule(&view, &world.rules->instruments[0].rules[0]).when, TRUTH_UNKNOWN);
    ck_assert_uint_gt(view.steps, view.step_limit);
    world_close(&world);
}
END_TEST

Suite *evaluate_suite(void)
{
    Suite *suite = suite_create("evaluate");
    TCase *tests = tcase_create("evaluate");
    unit_add_rows(tests, a_condition_is_true_false_or_unknown, conditions);
    unit_add_rows(tests, the_effect_says_how_the_parts_of_a_rule_go_together, parts);
    unit_add_rows(tests, a_rule_is_in_play_on_its_days_and_for_its_states, plays);
    tcase_add_test(tests, a_party_to_a_dispute_is_heard_alone);
    tcase_add_test(tests, past_the_step_limit_everything_is_unknown);
    suite_add_tcase(suite, tests);
    return suite;
}
