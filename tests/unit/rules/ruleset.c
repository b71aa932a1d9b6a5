/* A set of rules as a whole: which files it needs, and that nothing depends on their order. */
#include "rules/ruleset.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define STATES "format: extradition-states/1\nstates: {AA: Aland, BB: Beland}\n"
#define GROUNDS "format: extradition-grounds/1\ngrounds: {one: {title: one}}\n"
#define FACT "question: q, held-by: person}\n"
#define WORDS                                                                                                                              \
    "format: extradition-vocabulary/1\nentities: {request: {label: r}, offences: {item: offence, label: o}}\nfacts:\n  request:\n"         \
    "    requesting_state: {type: state, " FACT "    requested_state: {type: state, " FACT "    treaty_in_force: {type: boolean, " FACT    \
    "    treaty_provides: {type: set of enum ground, " FACT "    agreed_instruments: {type: set of text, " FACT
#define BOOK(id)                                                                                                                           \
    "format: extradition-rulebook/1\n"                                                                                                     \
    "instrument: {id: " id ", title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"                                 \
    "rules: [{id: r-1, cite: c, title: t, ground: one, effect: duty}]\n"

enum { FILES_MAX = 6 };

static exd_status load(const char *const files[FILES_MAX], exd_rules **rules, exd_diagnostics *diagnostics)
{
    exd_loader *loader = exd_loader_new();
    for (int i = 0; i < FILES_MAX && files[i]; i++) {
        exd_status added = exd_loader_add_buffer(loader, "x.yaml", files[i], strlen(files[i]), diagnostics);
        ck_assert(added == EXD_OK || added == EXD_ERROR_INPUT); /* which exd_loader_finish() then says too */
    }
    exd_status status = exd_loader_finish(loader, rules, diagnostics);
    exd_loader_free(loader);
    return status;
}

static const struct {
    const char *files[FILES_MAX];
    const char *code;
    const char *message;
} wrong[] = {
    {{STATES, GROUNDS}, "E221", "the set of rules has no vocabulary"},
    {{GROUNDS, WORDS}, "E221", "the set of rules has no list of States"},
    {{STATES, WORDS}, "E221", "the set of rules has no taxonomy of grounds"},
    {{STATES, GROUNDS, WORDS, GROUNDS}, "E221", "one taxonomy of grounds, and this is another"},
    {{STATES, GROUNDS, WORDS, STATES}, "E221", "one list of States, and this is another"},
    {{STATES, GROUNDS, WORDS, "a: b\n"}, "E206", "the file does not say its format"},
    {{STATES, GROUNDS, WORDS, "[a]\n"}, "E206", "the file does not say its format"},
    {{STATES, GROUNDS, WORDS, "format: [a]\n"}, "E206", "the file does not say its format"},
    {{STATES, GROUNDS, WORDS, "format: extradition-rulebok/1\n"}, "E206", "did you mean `extradition-rulebook/1`?"},
    {{STATES, GROUNDS, WORDS, "format: extradition-rulebook/2\n"}, "E206", "extradition-rulebook/2"},
    {{STATES, GROUNDS, WORDS, BOOK("law"), BOOK("other"), BOOK("law")}, "E211", "two rulebooks have the id `law`"},
};

START_TEST(a_set_that_lacks_a_file_or_has_it_twice_has_one_message)
{
    exd_rules *rules = NULL;
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    ck_assert_int_eq(load(wrong[_i].files, &rules, diagnostics), EXD_ERROR_INPUT);
    ck_assert_ptr_null(rules);
    ck_assert_uint_eq(exd_diagnostics_count(diagnostics), 1);
    ck_assert_str_eq(exd_diagnostics_code(diagnostics, 0), wrong[_i].code);
    ck_assert_msg(strstr(exd_diagnostics_text(diagnostics, 0), wrong[_i].message) != NULL, "%s", exd_diagnostics_text(diagnostics, 0));
    exd_diagnostics_free(diagnostics);
}
END_TEST

static const char *const orders[][FILES_MAX] = {
    {STATES, GROUNDS, WORDS, BOOK("a"), BOOK("b"), BOOK("c")},
    {BOOK("c"), BOOK("b"), BOOK("a"), WORDS, GROUNDS, STATES},
    {BOOK("b"), STATES, BOOK("a"), GROUNDS, BOOK("c"), WORDS},
};

START_TEST(the_order_of_files_does_not_matter)
{
    exd_rules *rules = NULL;
    const struct instrument *owner;
    ck_assert_int_eq(load(orders[_i], &rules, NULL), EXD_OK);
    ck_assert_uint_eq(rules->instrument_count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        const struct instrument *instrument = &rules->instruments[i];
        ck_assert_uint_eq(instrument->index, i);
        ck_assert_int_eq(instrument->id.data[0], "abc"[i]);
        ck_assert_ptr_eq(ruleset_instrument(rules, instrument->id), instrument);
        ck_assert_ptr_eq(ruleset_rule(rules, instrument->rules[0].full_id, &owner), &instrument->rules[0]);
        ck_assert_ptr_eq(owner, instrument);
    }
    exd_rules_unref(rules);
}
END_TEST

static const char *const no_ids[] = {"", "/", "a", "d/r-1", "a/", "a/r-2", "/r-1", "a/r-1/"};

START_TEST(an_id_that_is_none_finds_no_rule)
{
    exd_rules *rules = NULL;
    const struct instrument *owner;
    ck_assert_int_eq(load(orders[0], &rules, NULL), EXD_OK);
    ck_assert_ptr_null(ruleset_rule(rules, text_of(no_ids[_i]), &owner));
    exd_rules_unref(rules);
}
END_TEST

START_TEST(a_version_tells_the_bytes_of_a_file_apart)
{
    static const char *const files[] = {STATES, GROUNDS, WORDS, BOOK("a"), BOOK("b"), BOOK("c") "# seen\n"};
    exd_rules *rules[3] = {NULL};
    ck_assert_int_eq(load(orders[0], &rules[0], NULL), EXD_OK);
    ck_assert_int_eq(load(orders[1], &rules[1], NULL), EXD_OK);
    ck_assert_int_eq(load(files, &rules[2], NULL), EXD_OK);
    for (uint32_t i = 0; i < 3; i++) {
        const char *version = rules[0]->instruments[i].version;
        ck_assert_uint_eq(strspn(version, "0123456789abcdef"), 16);
        ck_assert_str_eq(version, rules[1]->instruments[i].version);
        ck_assert_int_eq(strcmp(version, rules[2]->instruments[i].version) == 0, i < 2);
        ck_assert_str_ne(version, rules[0]->instruments[(i + 1) % 3].version);
    }
    for (int i = 0; i < 3; i++)
        exd_rules_unref(rules[i]);
}
END_TEST

START_TEST(every_file_reports_its_own_errors)
{
    static const char *const books[] = {"instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"
                                        "rules: [{id: r-1, cite: c, title: t, ground: onne, effect: duty}]\n",
                                        "instrument: {id: other, title: L, kind: act, citation: c, parties: {BB: {}}, text-seen: full}\n"
                                        "rules: [{id: r-1, cite: c, title: t, ground: one, effect: duty}]\n",
                                        NULL};
    struct world world;
    ck_assert_int_eq(world_try(&world, books), EXD_ERROR_INPUT);
    ck_assert_uint_eq(exd_diagnostics_count(world.diagnostics), 2);
    ck_assert(strstr(world_text(&world), "onne") && strstr(world_text(&world), "`act`"));
    world_close(&world);
}
END_TEST

START_TEST(a_definition_that_nothing_uses_is_pointed_out_and_no_error)
{
    static const char *const books[] = {"instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"
                                        "definitions: [{id: long, for: offence, means: offence.penalty > 1 year, cite: c}]\n"
                                        "rules: [{id: r-1, cite: c, title: t, ground: one, effect: duty}]\n",
                                        NULL};
    struct world world;
    ck_assert_int_eq(world_try(&world, books), EXD_OK);
    ck_assert_uint_eq(exd_diagnostics_count(world.diagnostics), 1);
    ck_assert(strstr(world_text(&world), "no rule uses the definition `long`") != NULL);
    world_close(&world);
}
END_TEST

Suite *ruleset_suite(void)
{
    Suite *suite = suite_create("ruleset");
    TCase *tests = tcase_create("ruleset");
    unit_add_rows(tests, a_set_that_lacks_a_file_or_has_it_twice_has_one_message, wrong);
    unit_add_rows(tests, the_order_of_files_does_not_matter, orders);
    unit_add_rows(tests, an_id_that_is_none_finds_no_rule, no_ids);
    tcase_add_test(tests, a_version_tells_the_bytes_of_a_file_apart);
    tcase_add_test(tests, every_file_reports_its_own_errors);
    tcase_add_test(tests, a_definition_that_nothing_uses_is_pointed_out_and_no_error);
    suite_add_tcase(suite, tests);
    return suite;
}
