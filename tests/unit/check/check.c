/* The budget of steps, and records far larger than any request. */
#include "check/check.h"

#include <stdint.h>
#include <string.h>

#include "support.h"
#include "unit.h"
#include "world.h"

static const char *const files[] = {
    "format: extradition-states/1\nstates: {AA: Aland, BB: Beland}\n", "format: extradition-grounds/1\ngrounds: {one: {title: one}}\n",
    "format: extradition-vocabulary/1\n"
    "entities:\n"
    "  request: {label: r}\n"
    "  offences: {item: offence, label: o}\n"
    "  proceedings: {item: proceeding, label: p}\n"
    "facts:\n"
    "  request:\n"
    "    requesting_state: {type: state, question: q, held-by: person}\n"
    "    requested_state: {type: state, question: q, held-by: person}\n"
    "    treaty_in_force: {type: boolean, question: q, held-by: person}\n"
    "    treaty_provides: {type: set of enum ground, question: q, held-by: person}\n"
    "    agreed_instruments: {type: set of text, question: q, presume: [], held-by: person}\n"
    "    n: {type: integer, question: q, held-by: person}\n"
    "  offence: {a: {type: boolean, question: q, held-by: person}}\n"
    "  proceeding: {n: {type: integer, question: q, held-by: person}, of: {type: set of ref offence, question: q, held-by: person}}\n",
    "format: extradition-rulebook/1\n"
    "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"
    "rules:\n"
    "  - {id: r-1, cite: c, title: t, ground: one, effect: may-refuse, when: request.n > 3}\n"};

static const char deep[] =
    "  - {id: r-2, cite: c, title: t, ground: one, effect: may-refuse, for: each offence, when: {some: proceeding, where: "
    "{some: proceeding as other, where: {all: [offence in proceeding.of, offence in other.of, proceeding.n > other.n]}}}}\n";

static exd_rules *load(const char *extra)
{
    exd_rules *rules = NULL;
    exd_loader *loader = exd_loader_new();
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    char book[4096];
    strcpy(book, files[3]);
    strcat(book, extra);
    for (int i = 0; i < 4; i++) {
        const char *text = i < 3 ? files[i] : book;
        ck_assert_int_eq(exd_loader_add_buffer(loader, "x.yaml", text, strlen(text), diagnostics), EXD_OK);
    }
    exd_status status = exd_loader_finish(loader, &rules, diagnostics);
    ck_assert_msg(status == EXD_OK, "%s", exd_diagnostics_count(diagnostics) ? exd_diagnostics_text(diagnostics, 0) : "");
    exd_loader_free(loader);
    exd_diagnostics_free(diagnostics);
    return rules;
}

static exd_record *record_of(exd_rules *rules, int items)
{
    exd_record *record = NULL;
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    buffer_string(
        &buffer,
        "format: extradition-record/1\nid: r\nas_of: 2020-01-01\nrequest: {requesting_state: AA, requested_state: BB, n: 4}\noffences:\n");
    for (int i = 0; i < items; i++)
        buffer_format(&buffer, "  - {id: o%d}\n", i);
    buffer_string(&buffer, "proceedings:\n");
    for (int i = 0; i < items; i++)
        buffer_format(&buffer, "  - {id: p%d, n: 1, of: [o%d]}\n", i, i);
    ck_assert_int_eq(exd_record_load_buffer(rules, "r.yaml", buffer.data, buffer.length, 0, &record, NULL), EXD_OK);
    buffer_free(&buffer);
    return record;
}

static exd_report *check_with(exd_rules *rules, exd_record *record, uint64_t steps)
{
    exd_report *report = NULL;
    exd_options *options = exd_options_new();
    exd_options_set_steps(options, steps);
    ck_assert_int_eq(exd_check(rules, record, options, &report, NULL), EXD_OK);
    exd_options_free(options);
    return report;
}

START_TEST(past_the_budget_a_finding_is_open_and_says_so)
{
    exd_rules *rules = load(deep);
    exd_record *record = record_of(rules, 20);
    exd_report *enough = check_with(rules, record, 100000000);
    for (uint32_t i = 0; i < enough->finding_count; i++)
        ck_assert(enough->findings[i].inexact == EXACT);
    exd_report *little = check_with(rules, record, 2000);
    uint32_t given_up = 0;
    for (uint32_t i = 0; i < little->finding_count; i++) {
        const struct finding *finding = &little->findings[i];
        given_up += (finding->inexact == INEXACT_STEPS);
        ck_assert_int_eq(finding->result, (finding->inexact == INEXACT_STEPS) ? EXD_RESULT_OPEN : enough->findings[i].result);
        if ((finding->inexact == INEXACT_STEPS))
            ck_assert_uint_eq(finding->part_count + finding->facts.count + finding->missing.count, 0);
    }
    ck_assert_uint_gt(given_up, 0);
    ck_assert_uint_lt(given_up, little->finding_count);
    exd_report_unref(little);
    exd_report_unref(enough);
    exd_record_unref(record);
    exd_rules_unref(rules);
}
END_TEST

START_TEST(a_record_of_thousands_ends)
{
    exd_rules *rules = load(deep);
    exd_record *record = record_of(rules, 2000);
    exd_report *report = check_with(rules, record, 2000000);
    ck_assert_uint_eq(report->finding_count, 2001);
    ck_assert_int_eq(report->findings[0].result, EXD_RESULT_APPLIES);
    exd_report_unref(report);
    exd_record_unref(record);
    exd_rules_unref(rules);
}
END_TEST

/* A report that was not analysed, and is then: when memory runs out, the next attempt is as good as the first. */
static exd_status check_twice(struct world *world, struct buffer *out)
{
    exd_report *report = NULL;
    exd_options *options = exd_options_new();
    exd_status status = exd_check(world->rules, world->record, options, &report, NULL);
    exd_options_set_analysis(options, true);
    if (status == EXD_OK)
        status = exd_report_write(report, EXD_FORMAT_JSON, NULL, world_sink, out);
    if (status == EXD_OK)
        status = exd_recheck(report, world->record, options, NULL);
    if (status == EXD_OK)
        status = exd_report_write(report, EXD_FORMAT_JSON, NULL, world_sink, out);
    if (report && status == EXD_ERROR_MEMORY) {
        world->meter.fail_at = SIZE_MAX;
        ck_assert_int_eq(exd_recheck(report, world->record, options, NULL), EXD_OK);
    }
    exd_report_unref(report);
    exd_options_free(options);
    return status;
}

/* Completion, disputes, answers that are sets, a time limit, a checklist: one finding after another, so that what one lacked the next may have. */
START_TEST(memory_that_runs_out_is_told)
{
    static const char *const books[] = {
        "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"
        "rules:\n"
        "  - {id: r-1, cite: c, title: t, ground: one, effect: may-refuse, when: {all: [AA in request.states, request.n > "
        "3]}}\n"
        "  - {id: r-2, cite: c, title: t, ground: two, effect: may-refuse, when: {any: [{all: [request.a, request.c]}, {all: [{not: "
        "request.a}, request.c]}]}}\n"
        "  - {id: r-3, cite: c, title: t, ground: two, effect: requires, given: request.b, when: {some: proceeding, where: proceeding.a}}\n"
        "  - {id: r-4, cite: c, title: t, ground: three, effect: deadline, deadline: {starts: request.on, within: 10 days, done: "
        "request.done}}\n"
        "  - {id: r-5, cite: c, title: t, ground: three, effect: duty, when: request.c}\n",
        NULL,
    };
    struct world world;
    world_open(&world, books);
    world_check(&world, "b: {disputed: {requesting-state: true, person: false}}, on: 2019-12, c: true", "");
    world_refuse(&world, check_twice);
    world_close(&world);
}
END_TEST

Suite *check_suite(void)
{
    Suite *suite = suite_create("check");
    TCase *tests = tcase_create("check");
    tcase_add_test(tests, past_the_budget_a_finding_is_open_and_says_so);
    tcase_add_test(tests, a_record_of_thousands_ends);
    tcase_add_test(tests, memory_that_runs_out_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
