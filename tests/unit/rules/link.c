/* Rules and instruments that name one another. */
#include "rules/link.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define TREATY(id, more)                                                                                                                   \
    "instrument: {id: " id ", title: T, kind: bilateral-treaty, citation: c, parties: {AA: {}, BB: {}}, text-seen: full" more "}\n"
#define STATUTE(id, more) "instrument: {id: " id ", title: T, kind: statute, citation: c, parties: {BB: {}}, text-seen: full" more "}\n"
#define RULE(id, more) "  - {id: " id ", cite: c, title: t, ground: one, effect: duty" more "}\n"
#define ONE "rules:\n" RULE("r-1", "")

static const struct {
    const char *books[4];
    const char *code;
    const char *message;
} wrong[] = {
    {{TREATY("t", "") "rules:\n" RULE("art-1", "") RULE("art-2", ", then: [art-l]")}, "E212", "did you mean `art-1`?"},
    {{TREATY("t", "") ONE, STATUTE("s", "") "rules:\n" RULE("r-1", ", leaves: [t/r-2]")}, "E212", "did you mean `t/r-1`?"},
    {{TREATY("t", "") "rules:\n" RULE("r-1", ", excludes: [u/r-1]")}, "E212", "`u/r-1`"},
    {{TREATY("t", "") "rules:\n" RULE("r-1", ", in-place-of: r-2")}, "E212", "`r-2`"},
    {{TREATY("t", "") "rules:\n" RULE("r-1", ", displaces: [t]")}, "E212", "`t`"},
    {{STATUTE("s", ", yields-to: [{instrument: treaty, cite: c}]") ONE, TREATY("treaties", "") ONE}, "E212", "`treaty`"},
    {{TREATY("t", ", prevails-over: [{instrument: t, cite: c}]") ONE}, "E214", "`t` cannot prevail over itself"},
    {{TREATY("t", ", prevails-over: [{instrument: u, cite: c}]") ONE, TREATY("u", ", prevails-over: [{instrument: t, cite: c}]") ONE},
     "E214",
     "in a circle"},
    {{TREATY("t", ", prevails-over: [{instrument: u, cite: c}]") ONE, TREATY("u", ", prevails-over: [{instrument: v, cite: c}]") ONE,
      TREATY("v", ", prevails-over: [{instrument: t, cite: c}]") ONE},
     "E214",
     "in a circle"},
    {{STATUTE("s", ", prevails-over: [{instrument: t, cite: c}], yields-to: [{kind: treaty, cite: c}]") ONE, TREATY("t", "") ONE},
     "E214",
     "in a circle"},
};

START_TEST(a_wrong_name_or_a_circle_has_one_message)
{
    struct world world;
    ck_assert_int_eq(world_try(&world, wrong[_i].books), EXD_ERROR_INPUT);
    ck_assert_msg(exd_diagnostics_count(world.diagnostics) == 1, "%s", world_text(&world));
    ck_assert_msg(strcmp(exd_diagnostics_code(world.diagnostics, 0), wrong[_i].code) == 0, "%s", world_text(&world));
    ck_assert_msg(strstr(world_text(&world), wrong[_i].message) != NULL, "%s", world_text(&world));
    world_close(&world);
}
END_TEST

START_TEST(a_rule_knows_what_stands_in_its_way)
{
    static const char *const books[] = {TREATY("t", "") "rules:\n" RULE("r-1", ", then: [r-2]") RULE("r-2", ", excludes: [r-1]")
                                            RULE("r-3", ", in-place-of: r-1"),
                                        STATUTE("s", "") "rules:\n" RULE("r-1", "") RULE("r-2", ", displaces: [t/r-1, r-1]"), NULL};
    struct world world;
    const struct instrument *owner;
    world_open(&world, books);
    const struct rule *rule = ruleset_rule(world.rules, TEXT("t/r-1"), &owner);
    ck_assert(text_is(owner->id, "t"));
    ck_assert_uint_eq(rule->displacer_count, 3);
    /* in the order of the instruments, and in them of the rules */
    static const struct {
        enum displacer_kind kind;
        const char *id;
    } want[] = {{DISPLACER_DISPLACES, "s/r-2"}, {DISPLACER_EXCLUDES, "t/r-2"}, {DISPLACER_IN_PLACE, "t/r-3"}};
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(rule->displacers[i].kind, want[i].kind);
        ck_assert(text_is(rule->displacers[i].rule->full_id, want[i].id));
    }
    ck_assert(rule->relations->then.items[0].rule == ruleset_rule(world.rules, TEXT("t/r-2"), &owner));
    /* a bare id is a rule of the same instrument */
    ck_assert_uint_eq(ruleset_rule(world.rules, TEXT("s/r-1"), &owner)->displacer_count, 1);
    ck_assert_uint_eq(ruleset_rule(world.rules, TEXT("t/r-2"), &owner)->displacer_count, 0);
    world_close(&world);
}
END_TEST

static const char *const ranks[] = {
    TREATY("t", "") ONE,
    TREATY("u", ", prevails-over: [{instrument: t, cite: art. 1}]") ONE,
    TREATY("v", ", basis: false") ONE,
    STATUTE("s", ", yields-to: [{kind: treaty, cite: s. 2}]") ONE,
    STATUTE("w", ", yields-to: [{instrument: s, cite: s. 3}]") ONE,
    NULL,
};

static const struct {
    const char *high;
    const char *low;
    const char *cite; /* NULL: does not prevail */
} pairs[] = {
    {"u", "t", "art. 1"}, {"t", "u", NULL},   {"t", "s", "s. 2"}, {"u", "s", "s. 2"}, {"s", "t", NULL}, {"v", "s", NULL},
    {"w", "s", NULL},     {"s", "w", "s. 3"}, {"t", "w", NULL},   {"t", "v", NULL},   {"t", "t", NULL},
};

START_TEST(what_prevails_says_by_which_provision)
{
    struct world world;
    struct text cite = {"", 0};
    world_open(&world, ranks);
    uint32_t high = ruleset_instrument(world.rules, text_of(pairs[_i].high))->index;
    uint32_t low = ruleset_instrument(world.rules, text_of(pairs[_i].low))->index;
    ck_assert_int_eq(ruleset_prevails(world.rules, high, low, &cite), pairs[_i].cite != NULL);
    ck_assert(text_is(cite, pairs[_i].cite ? pairs[_i].cite : ""));
    world_close(&world);
}
END_TEST

START_TEST(a_state_has_the_instruments_that_bind_it)
{
    struct world world;
    world_open(&world, ranks);
    const struct vocabulary *vocabulary = &world.rules->vocabulary;
    static const char *const want[] = {"tuv", "stuvw", ""};
    for (uint32_t i = 0; i < vocabulary->state_count; i++) {
        char found[8] = "";
        for (uint32_t j = world.rules->by_state[i]; j < world.rules->by_state[i + 1]; j++)
            strcat(found, world.rules->instruments[world.rules->state_instruments[j]].id.data);
        size_t state = (size_t)(names_text(vocabulary->names, vocabulary->states[i].code).data[0] - 'A');
        ck_assert_str_eq(found, want[state]);
    }
    world_close(&world);
}
END_TEST

Suite *link_suite(void)
{
    Suite *suite = suite_create("link");
    TCase *tests = tcase_create("link");
    unit_add_rows(tests, a_wrong_name_or_a_circle_has_one_message, wrong);
    tcase_add_test(tests, a_rule_knows_what_stands_in_its_way);
    unit_add_rows(tests, what_prevails_says_by_which_provision, pairs);
    tcase_add_test(tests, a_state_has_the_instruments_that_bind_it);
    suite_add_tcase(suite, tests);
    return suite;
}
