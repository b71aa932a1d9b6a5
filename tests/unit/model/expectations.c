/* What a case expects, each as one line: the rule, the subject, then what is expected of it. */
#include "model/record.h"

#include <string.h>

#include "support.h"
#include "unit.h"

static void write_paths(struct buffer *buffer, const char *what, bool has, const struct text *paths, uint32_t count)
{
    if (!has)
        return;
    buffer_format(buffer, " %s[", what);
    for (uint32_t i = 0; i < count; i++)
        buffer_format(buffer, "%s%t", i ? ", " : "", paths[i]);
    buffer_char(buffer, ']');
}

static void write_expectation(struct buffer *buffer, const struct expectation *expectation)
{
    const struct {
        const char *before;
        struct text text;
    } parts[] = {{" for ", expectation->subject},
                 {" ", expectation->result},
                 {" stands ", expectation->standing},
                 {" engaged ", expectation->engaged},
                 {" deadline ", expectation->deadline}};
    buffer_text(buffer, expectation->id);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i].text.length)
            buffer_format(buffer, "%s%t", parts[i].before, parts[i].text);
    write_paths(buffer, "missing", expectation->has_missing, expectation->missing, expectation->missing_count);
    write_paths(buffer, "presumed", expectation->has_presumed, expectation->presumed, expectation->presumed_count);
    buffer_char(buffer, ';');
}

static bool read(struct bench *bench, struct exd_record *record, const char *instrument, const char *expect)
{
    bench_open(bench, SIZE_MAX);
    *record = (struct exd_record){.memory = meter_memory(&bench->meter)};
    arena_init(&record->arena, record->memory);
    return record_read_expectations(record, bench_tree(bench, expect), text_of(instrument), &bench->diag);
}

static void done(struct bench *bench, struct exd_record *record)
{
    arena_free(&record->arena);
    bench_close(bench);
}

static const struct {
    const char *instrument;
    const char *expect;
    const char *want;
} rows[] = {
    {"", "{}", ""},
    {"", "{law/r-1: applies}", "law/r-1 applies;"},
    {"", "{r-1: applies}", "r-1 applies;"},
    {"law", "{r-1: applies}", "law/r-1 applies;"},
    {"law", "{other/r-1: absent}", "other/r-1 absent;"},
    {"law", "{law: open}", "law open;"},
    {"law", "{r-1: open, r-2: met}", "law/r-1 open;law/r-2 met;"},
    {"law", "{r-1: {o1: applies, o2: does-not-apply}}", "law/r-1 for o1 applies;law/r-1 for o2 does-not-apply;"},
    {"law", "{r-1: {result: disputed, standing: displaced}}", "law/r-1 disputed stands displaced;"},
    {"law", "{r-1: {o1: {standing: governs}}}", "law/r-1 for o1 stands governs;"},
    {"law", "{r-1: {engaged: false}}", "law/r-1 engaged false;"},
    {"law", "{r-1: {deadline: missed}}", "law/r-1 deadline missed;"},
    {"law", "{r-1: {missing: [request.a, request.b]}}", "law/r-1 missing[request.a, request.b];"},
    {"law", "{r-1: {result: open, missing: [], presumed: [request.a]}}", "law/r-1 open missing[] presumed[request.a];"},
    {"law", "{r-1: {}}", ""},
};

START_TEST(an_expectation_is_a_rule_a_subject_and_what_is_found)
{
    struct bench bench;
    struct exd_record record;
    struct buffer buffer;
    bool good = read(&bench, &record, rows[_i].instrument, rows[_i].expect);
    ck_assert_msg(good, "`%s`: %s", rows[_i].expect, bench_text(&bench));
    buffer_init(&buffer, memory_default());
    buffer_string(&buffer, "");
    for (uint32_t i = 0; i < record.expectation_count; i++)
        write_expectation(&buffer, &record.expectations[i]);
    ck_assert_msg(text_is(buffer_view(&buffer), rows[_i].want), "`%s` gives %s", rows[_i].expect, buffer.data);
    buffer_free(&buffer);
    done(&bench, &record);
}
END_TEST

static const struct {
    const char *expect;
    const char *code;
    const char *message;
} wrong[] = {
    {"{r-1: aplies}", "E205", "did you mean `applies`?"},
    {"{r-1: {o1: maybe}}", "E205", "`maybe`"},
    {"{r-1: {standing: stands}}", "E205", "`stands`"},
    {"{r-1: {engaged: yes}}", "E205", "`yes`"},
    {"{r-1: {deadline: late}}", "E205", "`late`"},
    {"{r-1: {result: open, because: x}}", "E201", "because"},
    {"{r-1: {missing: request.a}}", "E204", ""},
    {"{r-1: [open]}", "E204", ""},
    {"{r-1: {o1: [open]}}", "E204", ""},
};

START_TEST(a_wrong_expectation_has_one_message)
{
    struct bench bench;
    struct exd_record record;
    ck_assert(!read(&bench, &record, "law", wrong[_i].expect));
    ck_assert_msg(bench.diag.errors == 1, "`%s`: %s", wrong[_i].expect, bench_text(&bench));
    ck_assert_msg(strcmp(exd_diagnostics_code(bench.list, 0), wrong[_i].code) == 0, "%s", bench_text(&bench));
    ck_assert_msg(strstr(bench_text(&bench), wrong[_i].message) != NULL, "%s", bench_text(&bench));
    done(&bench, &record);
}
END_TEST

Suite *expectations_suite(void)
{
    Suite *suite = suite_create("expectations");
    TCase *tests = tcase_create("expectations");
    unit_add_rows(tests, an_expectation_is_a_rule_a_subject_and_what_is_found, rows);
    unit_add_rows(tests, a_wrong_expectation_has_one_message, wrong);
    suite_add_tcase(suite, tests);
    return suite;
}
