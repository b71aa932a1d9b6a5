/* What differs between two reports: which findings, in what, and on which limbs and facts. */
#include "check/changes.h"

#include <string.h>

#include "unit.h"
#include "world.h"

/* The parts of two records that differ. */
struct side {
    const char *request;
    const char *lists;
};

static void open_changes(struct world *world, const struct side *before, const struct side *after, exd_changes **changes)
{
    world_check(world, before->request, before->lists);
    exd_report *first = exd_report_ref(world->report);
    world_check(world, after->request, after->lists);
    ck_assert_int_eq(exd_report_changes(first, world->report, changes), EXD_OK);
    exd_report_unref(first);
}

static const char *word_of(unsigned what)
{
    static const struct {
        unsigned bit;
        const char *word;
    } words[] = {{CHANGED_RESULT, "result"},     {CHANGED_STANDING, "standing"}, {CHANGED_MISSING, "missing"},
                 {CHANGED_DEADLINE, "deadline"}, {CHANGED_ENGAGED, "engaged"},   {CHANGED_PRESENCE, "presence"}};
    static char text[128];
    text[0] = '\0';
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (what & words[i].bit)
            strcat(strcat(text, text[0] ? " " : ""), words[i].word);
    return text;
}

/* ---- one finding ------------------------------------------------------------------------------------------------------ */

static const struct {
    const char *rule;
    struct side before;
    struct side after;
    const char *what; /* empty: nothing differs */
} rows[] = {
    {"effect: may-refuse, when: request.a", {"a: true", ""}, {"a: true", ""}, ""},
    {"effect: may-refuse, when: request.a", {"a: true", ""}, {"a: true, b: true", ""}, ""},
    {"effect: may-refuse, when: request.a", {"a: true", ""}, {"a: false", ""}, "result"},
    {"effect: may-refuse, when: request.a", {"", ""}, {"a: true", ""}, "result missing"},
    {"effect: may-refuse, when: {all: [request.a, request.b]}", {"", ""}, {"a: true", ""}, "missing"},
    {"effect: requires, given: request.a, when: request.b", {"a: true, b: true", ""}, {"a: false, b: true", ""}, "engaged"},
    {"effect: deadline, deadline: {starts: request.on, within: 10 days, done: request.done}",
     {"on: 2019-12-30", ""},
     {"on: 2019-12-31", ""},
     "deadline"},
    {"effect: deadline, deadline: {starts: request.on, within: 10 days, done: request.done}", {"on: 2019-12-30", ""}, {"", ""}, "deadline"},
    {"effect: may-refuse, for: each offence, when: offence.a", {"", "offences: [{id: o, a: true}]"}, {"", "offences: []"}, "presence"},
};

START_TEST(a_finding_differs_in_what_it_says)
{
    struct world world;
    exd_changes *changes = NULL;
    world_open_rule(&world, rows[_i].rule);
    open_changes(&world, &rows[_i].before, &rows[_i].after, &changes);
    ck_assert_uint_eq(changes->count, rows[_i].what[0] != '\0');
    if (changes->count > 0)
        ck_assert_str_eq(word_of(changes->changes[0].what), rows[_i].what);
    exd_changes_free(changes);
    world_close(&world);
}
END_TEST

/* ---- why -------------------------------------------------------------------------------------------------------------- */

#define SOME_PROCEEDING "effect: may-refuse, when: {some: proceeding, where: proceeding.a}"

static const struct {
    const char *rule;
    struct side before;
    struct side after;
    const char *limbs; /* the expression of each, with a mark for one that is new or gone */
    const char *facts;
} reasons[] = {
    {"effect: may-refuse, when: {all: [request.a, request.b]}",
     {"a: true, b: true", ""},
     {"a: false, b: true", ""},
     "request.a",
     "request.a"},
    /* what did not turn is no reason */
    {"effect: may-refuse, when: {any: [request.a, {all: [request.b, request.c]}]}",
     {"a: false, b: true, c: false", ""},
     {"a: false, b: true, c: true", ""},
     "request.c",
     "request.c"},
    /* the outermost limb that has words of its own */
    {"effect: may-refuse, when: {all: [request.a, {label: both, all: [request.b, request.c]}]}",
     {"a: true, b: true, c: true", ""},
     {"a: true, b: false, c: false", ""},
     "both",
     "request.b request.c"},
    {SOME_PROCEEDING,
     {"", "proceedings: [{id: p, a: false}, {id: q, a: false}]"},
     {"", "proceedings: [{id: q, a: true}, {id: p, a: false}]"},
     "proceeding.a",
     "proceedings.q.a"},
    {SOME_PROCEEDING, {"", "proceedings: []"}, {"", "proceedings: [{id: p, a: true}]"}, "+p", "proceedings.p.a"},
    {SOME_PROCEEDING, {"", "proceedings: [{id: p, a: true}]"}, {"", "proceedings: []"}, "-p", "proceedings.p.a"},
};

static void add_word(char *text, const char *mark, struct text word)
{
    strcat(strcat(text, text[0] ? " " : ""), mark);
    strncat(text, word.data, word.length);
}

START_TEST(what_turned_and_what_moved_are_the_reasons)
{
    struct world world;
    exd_changes *changes = NULL;
    char limbs[256] = "";
    char facts[256] = "";
    world_open_rule(&world, reasons[_i].rule);
    open_changes(&world, &reasons[_i].before, &reasons[_i].after, &changes);
    ck_assert_uint_eq(changes->count, 1);
    const struct reasons *found = &changes->changes[0].reasons;
    for (uint32_t i = 0; i < found->limb_count; i++) {
        const struct limb_change *limb = &found->limbs[i];
        const struct because *shown = limb->after ? limb->after : limb->before;
        add_word(limbs, !limb->before ? "+" : !limb->after ? "-" : "", shown->label.length ? shown->label : shown->expression);
    }
    for (uint32_t i = 0; i < found->fact_count; i++)
        add_word(facts, "", found->facts[i].path);
    ck_assert_str_eq(limbs, reasons[_i].limbs);
    ck_assert_str_eq(facts, reasons[_i].facts);
    exd_changes_free(changes);
    world_close(&world);
}
END_TEST

START_TEST(a_fact_has_a_value_on_each_side_that_has_its_item)
{
    struct world world;
    exd_changes *changes = NULL;
    world_open_rule(&world, SOME_PROCEEDING);
    open_changes(&world, &(struct side){"", "proceedings: [{id: p, a: false}]"},
                 &(struct side){"", "proceedings: [{id: p, a: false}, {id: q, a: true}]"}, &changes);
    ck_assert_uint_eq(changes->count, 1);
    const struct fact_change *fact = &changes->changes[0].reasons.facts[0];
    ck_assert_uint_eq(changes->changes[0].reasons.fact_count, 1);
    ck_assert_str_eq(fact->path.data, "proceedings.q.a");
    ck_assert(!fact->in_before && fact->in_after);
    ck_assert_str_eq(fact->after.value_text.data, "true");
    exd_changes_free(changes);
    world_close(&world);
}
END_TEST

/* ---- several findings, and instruments -------------------------------------------------------------------------------- */

#define LAW(id, rules) "instrument: {id: " id ", title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\nrules:\n" rules
#define RULE(id, keys) "  - {id: " id ", cite: c, title: t, ground: one, " keys "}\n"

START_TEST(what_governs_comes_first_then_the_gravest)
{
    static const char *const books[] = {
        LAW("law", RULE("r-1", "effect: duty, when: request.a") RULE("r-2", "effect: shall-refuse, when: request.a")
                       RULE("r-3", "effect: may-refuse, when: request.b")),
        NULL,
    };
    struct world world;
    exd_changes *changes = NULL;
    world_open(&world, books);
    open_changes(&world, &(struct side){"a: true, b: true", ""}, &(struct side){"a: false, b: true", ""}, &changes);
    ck_assert_uint_eq(changes->count, 2);
    ck_assert_uint_eq(changes->unchanged, 1);
    ck_assert_str_eq(changes->changes[0].after->rule->id.data, "r-2");
    ck_assert_str_eq(changes->changes[1].after->rule->id.data, "r-1");
    exd_changes_free(changes);
    world_close(&world);
}
END_TEST

START_TEST(an_instrument_that_applies_no_longer_takes_its_findings_with_it)
{
    static const char *const books[] = {
        "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, applies: request.a, text-seen: "
        "full}\nrules:\n" RULE("r-1", "effect: duty, when: request.b"),
        NULL,
    };
    struct world world;
    exd_changes *changes = NULL;
    world_open(&world, books);
    open_changes(&world, &(struct side){"a: true, b: true", ""}, &(struct side){"a: false, b: true", ""}, &changes);
    ck_assert_uint_eq(changes->instrument_count, 1);
    ck_assert_int_eq(changes->instruments[0].before->result, TRUTH_TRUE);
    ck_assert_int_eq(changes->instruments[0].after->result, TRUTH_FALSE);
    ck_assert_str_eq(changes->instruments[0].reasons.facts[0].path.data, "request.a");
    ck_assert_uint_eq(changes->count, 1);
    ck_assert_uint_eq(changes->changes[0].what, CHANGED_PRESENCE);
    ck_assert_ptr_null(changes->changes[0].after);
    exd_changes_free(changes);
    world_close(&world);
}
END_TEST

/* ---- memory ----------------------------------------------------------------------------------------------------------- */

static exd_report *earlier;

static exd_status write_changes(struct world *world, struct buffer *out)
{
    exd_changes *changes = NULL;
    exd_status status = exd_report_changes(earlier, world->report, &changes);
    if (status == EXD_OK)
        status = exd_changes_write(changes, EXD_FORMAT_JSON, NULL, world_sink, out);
    exd_changes_free(changes);
    return status;
}

START_TEST(memory_that_runs_out_is_told)
{
    struct world world;
    world_open_rule(&world, SOME_PROCEEDING);
    world_check(&world, "", "proceedings: [{id: p, a: false}]");
    earlier = exd_report_ref(world.report);
    world_check(&world, "", "proceedings: [{id: p}, {id: q, a: true}]");
    world_refuse(&world, write_changes);
    exd_report_unref(earlier);
    world_close(&world);
}
END_TEST

Suite *changes_suite(void)
{
    Suite *suite = suite_create("changes");
    TCase *tests = tcase_create("changes");
    unit_add_rows(tests, a_finding_differs_in_what_it_says, rows);
    unit_add_rows(tests, what_turned_and_what_moved_are_the_reasons, reasons);
    tcase_add_test(tests, a_fact_has_a_value_on_each_side_that_has_its_item);
    tcase_add_test(tests, what_governs_comes_first_then_the_gravest);
    tcase_add_test(tests, an_instrument_that_applies_no_longer_takes_its_findings_with_it);
    tcase_add_test(tests, memory_that_runs_out_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
