/* One rulebook read: what it is when it is silent, and the one message for each key that is wrong. */
#include "rules/ruleset.h"

#include <string.h>

#include "unit.h"
#include "world.h"

static const struct {
    const char *rule;
    const char *code;
    const char *message;
} wrong_rules[] = {
    {"effect: may-deny, when: request.a", "E205", "may-deny"},
    {"effect: may-refuse", "E218", "a rule of this effect needs a condition"},
    {"effect: requires, given: request.a", "E218", "a rule of this effect needs a condition"},
    {"effect: may-refuse, when: request.a, for: every offence", "E205", "every offence"},
    {"effect: may-refuse, when: request.a, weighs: for-refusal", "E218", "`within` and `weighs` go with"},
    {"effect: consideration, when: request.a, within: [r-1], weighs: for-refusal", "E218", "needs its `authority`"},
    {"effect: consideration, when: request.a, authority: A, within: [r-1]", "E218", "`within` and `weighs` go with"},
    {"effect: consideration, when: request.a, authority: A, within: [r-1], weighs: more", "E205", "`more`"},
    {"effect: deadline", "E218", "`deadline` goes with the effect `deadline`"},
    {"effect: may-refuse, when: request.a, deadline: {by: request.on, done: request.done}", "E218", "`deadline` goes with"},
    {"effect: deadline, deadline: {by: request.on}", "E203", "done"},
    {"effect: deadline, deadline: {done: request.done}", "E218", "when it starts and how long it is"},
    {"effect: deadline, deadline: {starts: request.on, done: request.done}", "E218", "when it starts and how long it is"},
    {"effect: deadline, deadline: {by: request.on, starts: request.on, within: 3 days, done: request.done}", "E218", "when it starts"},
    {"effect: deadline, deadline: {starts: request.on, within: soon, done: request.done}", "E205", "`soon` is no duration"},
    {"effect: duty, from: 2020-13-01", "E205", "`2020-13-01` is no day"},
    {"effect: duty, from: 2020", "E205", "`2020` is no day"},
    {"effect: duty, from: 2020-02-01, until: 2020-01-31", "E215", "the period ends before it begins"},
    {"effect: duty, verified: perhaps", "E205", "perhaps"},
    {"effect: duty, for-requested: [XX]", "E205", "`XX` is no State"},
    {"effect: duty, for-requesting: []", "E205", "a list of States has at least one"},
    {"effect: duty, excludes-grounds: [on]", "E212", "did you mean `one`?"},
    {"effect: duty, then: [[r-1]]", "E204", "a single text is expected"},
    {"effect: duty, when-ever: request.a", "E201", "when-ever"},
};

START_TEST(a_wrong_rule_has_one_message)
{
    struct world world;
    ck_assert_int_eq(world_try_rule(&world, wrong_rules[_i].rule), EXD_ERROR_INPUT);
    ck_assert_msg(exd_diagnostics_count(world.diagnostics) == 1, "`%s`: %s", wrong_rules[_i].rule, world_text(&world));
    ck_assert_msg(strcmp(exd_diagnostics_code(world.diagnostics, 0), wrong_rules[_i].code) == 0, "%s", world_text(&world));
    ck_assert_msg(strstr(world_text(&world), wrong_rules[_i].message) != NULL, "%s", world_text(&world));
    world_close(&world);
}
END_TEST

#define HEAD "title: L, citation: c"
#define RULE "rules: [{id: r-1, cite: c, title: t, ground: one, effect: duty}]\n"

static const struct {
    const char *book;
    const char *code;
    const char *message;
} wrong_books[] = {
    {"instrument: {id: law, " HEAD ", kind: act, parties: {BB: {}}, text-seen: full}\n" RULE, "E205", "`act`"},
    {"instrument: {id: Law, " HEAD ", kind: statute, parties: {BB: {}}, text-seen: full}\n" RULE, "E216", "Law"},
    {"instrument: {id: law, " HEAD ", kind: statute, text-seen: full}\n" RULE, "E218", "an instrument names its `parties`"},
    {"instrument: {id: law, " HEAD ", kind: model, parties: {BB: {}}, text-seen: full}\n" RULE, "E218", "a model binds nobody"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, text-seen: most}\n" RULE, "E205", "`most`"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}}\n" RULE, "E203", "text-seen"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {ZZ: {}}, text-seen: full}\n" RULE, "E205", "`ZZ` is no State"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {since: x}}, text-seen: full}\n" RULE, "E201", "since"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, role: asked, text-seen: full}\n" RULE, "E205", "`asked`"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, prevails-over: [{kind: treaty, cite: c}], text-seen: full}\n" RULE,
     "E218", "precedence names one instrument"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, yields-to: [{cite: c}], text-seen: full}\n" RULE, "E218",
     "precedence names one instrument"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, text-seen: full}\n"
     "dates: [{id: d, date: 2020, cite: c}]\n" RULE,
     "E205", "`2020` is no day"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, text-seen: full}\n"
     "dates: [{id: d, date: 2020-01-01, cite: c}, {id: d, date: 2020-01-01, cite: c}]\n" RULE,
     "E211", "two dates have the name `d`"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, text-seen: full}\n"
     "definitions: [{id: as_of, means: request.a, cite: c}]\n" RULE,
     "E216", "`as_of` cannot be the name"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, text-seen: full}\n"
     "definitions: [{id: long, for: request, means: request.a, cite: c}]\n" RULE,
     "E208", "`request` is no kind of item"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, text-seen: full}\nleft-out: [{cite: c, title: t}]\n" RULE, "E203",
     "reason"},
    {"instrument: {id: law, " HEAD ", kind: statute, parties: {BB: {}}, text-seen: full}\n"
     "rules: [{id: r, cite: c, title: t, ground: one, effect: duty}, {id: r, cite: c, title: t, ground: one, effect: duty}]\n",
     "E211", "`r`"},
};

START_TEST(a_wrong_rulebook_has_one_message)
{
    struct world world;
    const char *books[] = {wrong_books[_i].book, NULL};
    ck_assert_int_eq(world_try(&world, books), EXD_ERROR_INPUT);
    ck_assert_msg(exd_diagnostics_count(world.diagnostics) == 1, "%s", world_text(&world));
    ck_assert_msg(strcmp(exd_diagnostics_code(world.diagnostics, 0), wrong_books[_i].code) == 0, "%s", world_text(&world));
    ck_assert_msg(strstr(world_text(&world), wrong_books[_i].message) != NULL, "%s", world_text(&world));
    world_close(&world);
}
END_TEST

static const struct {
    const char *kind;
    const char *parties;
    enum rule_role role;
    bool basis;
    bool treaty;
} kinds[] = {
    {"bilateral-treaty", "parties: {AA: {}, BB: {}}", ROLE_BOTH, true, true},
    {"multilateral-treaty", "parties: {AA: {}, BB: {}}", ROLE_BOTH, true, true},
    {"framework-decision", "parties: {AA: {}, BB: {}}", ROLE_BOTH, true, true},
    {"scheme", "parties: {AA: {}, BB: {}}", ROLE_BOTH, true, true},
    {"statute", "parties: {BB: {}}", ROLE_REQUESTED, true, false},
    {"human-rights-treaty", "parties: {BB: {}}", ROLE_REQUESTED, false, false},
    {"model", "note: n", ROLE_BOTH, true, false},
};

START_TEST(an_instrument_that_is_silent_is_what_its_kind_is)
{
    struct world world;
    struct buffer book;
    buffer_init(&book, memory_default());
    buffer_format(&book, "instrument: {id: law, " HEAD ", kind: %s, %s, text-seen: full}\n" RULE, kinds[_i].kind, kinds[_i].parties);
    const char *books[] = {book.data, NULL};
    world_open(&world, books);
    const struct instrument *law = &world.rules->instruments[0];
    ck_assert_str_eq(instrument_kind_word(law->kind), kinds[_i].kind);
    ck_assert_int_eq(law->role, kinds[_i].role);
    ck_assert_int_eq(law->basis, kinds[_i].basis);
    ck_assert_int_eq(instrument_kind_is_treaty(law->kind), kinds[_i].treaty);
    ck_assert(law->parties_complete && text_is(law->short_title, "L"));
    ck_assert(law->in_force.from == DAY_FIRST && law->in_force.until == DAY_NEVER);
    buffer_free(&book);
    world_close(&world);
}
END_TEST

START_TEST(a_rule_that_is_silent_is_about_the_request_for_ever)
{
    struct world world;
    world_open_rule(&world, "effect: duty");
    const struct rule *rule = &world.rules->instruments[0].rules[0];
    ck_assert(text_is(rule->full_id, "law/r-1"));
    ck_assert(!rule->each_offence && rule->verified && !rule->stands_beside && rule->weighs == WEIGHS_NOT);
    ck_assert(rule->given == NO_ROOT && rule->when == NO_ROOT && rule->unless == NO_ROOT && rule->deadline->starts == NO_ROOT);
    ck_assert(rule->period.from == DAY_FIRST && rule->period.until == DAY_NEVER);
    world_close(&world);
}
END_TEST

START_TEST(an_effect_has_its_word)
{
    struct world world;
    world_open_rule(&world, "effect: deadline, deadline: {starts: request.on, within: 45 days, done: request.done}, for: each offence");
    const struct rule *rule = &world.rules->instruments[0].rules[0];
    ck_assert_str_eq(exd_effect_name(rule->effect), "deadline");
    ck_assert_str_eq(exd_effect_name((exd_effect)99), "");
    ck_assert(rule->each_offence && rule->deadline->has_within && rule->deadline->by == NO_ROOT && rule->deadline->starts != NO_ROOT);
    ck_assert_int_eq(rule->deadline->within.days, 45);
    world_close(&world);
}
END_TEST

Suite *rulebook_suite(void)
{
    Suite *suite = suite_create("rulebook");
    TCase *tests = tcase_create("rulebook");
    unit_add_rows(tests, a_wrong_rule_has_one_message, wrong_rules);
    unit_add_rows(tests, a_wrong_rulebook_has_one_message, wrong_books);
    unit_add_rows(tests, an_instrument_that_is_silent_is_what_its_kind_is, kinds);
    tcase_add_test(tests, a_rule_that_is_silent_is_about_the_request_for_ever);
    tcase_add_test(tests, an_effect_has_its_word);
    suite_add_tcase(suite, tests);
    return suite;
}
