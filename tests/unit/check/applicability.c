#include "check/applicability.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define HEAD(id, kind) "rules: []\ninstrument:\n  id: " id "\n  title: T\n  kind: " kind "\n  citation: c\n  text-seen: full\n"

static const char *const books[] = {
    HEAD("treaty", "bilateral-treaty") "  in-force: {from: 2000-01-01, until: 2020-12-31}\n"
                                       "  parties: {AA: {from: 2001-01-01}, BB: {until: 2015-12-31}}\n"
                                       "  prevails-over: [{instrument: b-law, cite: c}]\n",
    HEAD("b-law", "statute") "  parties: {BB: {}}\n",
    HEAD("c-law", "statute") "  parties: {CC: {}}\n  applies: {not: treaty_in_force}\n",
    HEAD("rights", "human-rights-treaty") "  parties: {BB: {}, CC: {}}\n",
    HEAD("open", "multilateral-treaty") "  parties: {BB: {until: 2015-12-31}}\n  parties-complete: false\n  basis: false\n",
    HEAD("model", "model"),
    NULL,
};

static const struct {
    const char *record;
    const char *want; /* in order of precedence; `?` may apply, `!` does not */
} rows[] = {
    {"as_of: 2010-01-01\nrequest: {requesting_state: AA, requested_state: BB}\n", "treaty b-law rights open?"},
    /* only the first and the last day as a party, and in force */
    {"as_of: 2000-12-31\nrequest: {requesting_state: AA, requested_state: BB}\n", "b-law rights open? treaty!"},
    {"as_of: 2001-01-01\nrequest: {requesting_state: AA, requested_state: BB}\n", "treaty b-law rights open?"},
    {"as_of: 2015-12-31\nrequest: {requesting_state: AA, requested_state: BB}\n", "treaty b-law rights open?"},
    {"as_of: 2016-01-01\nrequest: {requesting_state: AA, requested_state: BB}\n", "b-law rights treaty!"},
    /* a statute and a human-rights treaty look at the State that is asked */
    {"as_of: 2010-01-01\nrequest: {requesting_state: BB, requested_state: AA}\n", "treaty open?"},
    {"as_of: 2010-01-01\nrequest: {requesting_state: AA, requested_state: CC, treaty_in_force: false}\n", "c-law rights open?"},
    /* an instrument's own condition */
    {"as_of: 2010-01-01\nrequest: {requesting_state: AA, requested_state: CC, treaty_in_force: true}\n", "rights open? c-law!"},
    {"as_of: 2010-01-01\nrequest: {requesting_state: AA, requested_state: CC}\n", "rights c-law? open?"},
    /* what the States agreed on, whoever its parties are, and whenever it was in force */
    {"as_of: 2016-01-01\nrequest: {requesting_state: AA, requested_state: BB, agreed_instruments: [treaty, model]}\n",
     "treaty b-law model rights"},
    /* where that is not known a model is open; of a treaty it is known who its parties are, and others apply it where the record says so */
    {"as_of: 2016-01-01\nrequest: {requesting_state: AA, requested_state: BB, agreed_instruments: unknown}\n",
     "b-law rights model? treaty!"},
    {"as_of: 2010-01-01\nrequest: {requesting_state: CC, requested_state: BB, agreed_instruments: unknown}\n", "b-law rights model? open?"},
    {"as_of: 2010-01-01\nrequest: {requesting_state: CC, requested_state: BB, agreed_instruments: {value: [treaty], complete: false}}\n",
     "treaty b-law rights model? open?"},
    /* a State that is not known could be any, but not the one that is asked; what may prevail is read first */
    {"as_of: 2010-01-01\nrequest: {requested_state: BB}\n", "rights treaty? b-law open?"},
};

static void add(char *out, size_t room, const struct instrument_result *result)
{
    ck_assert_uint_lt(strlen(out) + result->instrument->id.length + 3, room);
    strcat(out, *out ? " " : "");
    strncat(out, result->instrument->id.data, result->instrument->id.length);
    strcat(out, result->result == TRUTH_TRUE ? "" : result->result == TRUTH_UNKNOWN ? "?" : "!");
}

START_TEST(instruments_apply_by_parties_days_and_agreement)
{
    struct world world;
    char found[256] = "";
    world_open(&world, books);
    world_check_record(&world, rows[_i].record, true);
    for (uint32_t i = 0; i < world.report->instrument_count; i++)
        add(found, sizeof found, &world.report->instruments[i]);
    ck_assert_msg(strcmp(found, rows[_i].want) == 0, "%sfound %s", rows[_i].record, found);
    world_close(&world);
}
END_TEST

START_TEST(two_states_alone_are_enough)
{
    struct world world;
    struct arena arena;
    struct instrument_result *results;
    uint32_t count;
    char found[256] = "";
    world_open(&world, books);
    arena_init(&arena, memory_default());
    world_check_record(&world, rows[0].record, true);
    name requesting = names_find(&world.rules->names, TEXT("AA")), requested = names_find(&world.rules->names, TEXT("BB"));
    ck_assert_int_eq(applicability_between(world.rules, requesting, requested, world.record->as_of, &arena, &results, &count), EXD_OK);
    for (uint32_t i = 0; i < count; i++)
        add(found, sizeof found, &results[i]);
    ck_assert_str_eq(found, rows[0].want);
    arena_free(&arena);
    world_close(&world);
}
END_TEST

START_TEST(the_reasons_say_which_condition_failed)
{
    struct world world;
    world_open(&world, books);
    world_check_record(&world, rows[1].record, true);
    const struct instrument_result *treaty = &world.report->instruments[world.report->instrument_count - 1];
    static const struct {
        enum truth truth;
        const char *label;
    } reasons[] = {{TRUTH_FALSE, "Aland, the requesting State, is no party before 2001-01-01"},
                   {TRUTH_TRUE, "Beland, the requested State, is a party"},
                   {TRUTH_TRUE, "in force since 2000-01-01"}};
    ck_assert_uint_eq(treaty->because.child_count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        const struct because *reason = &treaty->because.children[i];
        ck_assert_msg(text_is(reason->label, reasons[i].label), "%.*s", (int)reason->label.length, reason->label.data);
        ck_assert_int_eq(reason->truth, reasons[i].truth);
        ck_assert_int_eq(reason->decides, reasons[i].truth == TRUTH_FALSE);
    }
    world_close(&world);
}
END_TEST

Suite *applicability_suite(void)
{
    Suite *suite = suite_create("applicability");
    TCase *tests = tcase_create("applicability");
    unit_add_rows(tests, instruments_apply_by_parties_days_and_agreement, rows);
    tcase_add_test(tests, two_states_alone_are_enough);
    tcase_add_test(tests, the_reasons_say_which_condition_failed);
    suite_add_tcase(suite, tests);
    return suite;
}
