#include "fuzz.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define MUST(condition) ((condition) ? (void)0 : fail(#condition, __LINE__))

enum { FILE_COUNT = 5, RECORDS_MOST = 4, STEPS = 20000, NODES = 50000 };

struct file {
    char *bytes;
    size_t length;
};

static void fail(const char *condition, int line)
{
    fprintf(stderr, "fuzz.c:%d: %s\n", line, condition);
    abort();
}

static int swallow(void *user, const char *bytes, size_t length)
{
    size_t *total = user;
    MUST(bytes != NULL);
    *total += length;
    return 0;
}

static struct file read_file(const char *path)
{
    struct file file = {NULL, 0};
    FILE *stream = fopen(path, "rb");
    MUST(stream != NULL);
    MUST(fseek(stream, 0, SEEK_END) == 0);
    long size = ftell(stream);
    MUST(size > 0 && fseek(stream, 0, SEEK_SET) == 0);
    file.length = (size_t)size;
    file.bytes = malloc(file.length);
    MUST(file.bytes != NULL && fread(file.bytes, 1, file.length, stream) == file.length);
    fclose(stream);
    return file;
}

/* The world is read once and kept until the program ends. */
static const struct file *world(void)
{
    static const char *const paths[FILE_COUNT] = {FUZZ_RULES "/states.yaml", FUZZ_RULES "/grounds.yaml", FUZZ_RULES "/vocabulary.yaml",
                                                  FUZZ_RULES "/xx-yy-treaty-1998.yaml", FUZZ_RULES "/yy-extradition-act.yaml"};
    static struct file files[FILE_COUNT];
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (files[i].bytes == NULL)
            files[i] = read_file(paths[i]);
    return files;
}

exd_rules *fuzz_rules(const char *bytes, size_t length)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_loader *loader = exd_loader_new();
    exd_rules *rules = NULL;
    MUST(diagnostics != NULL && loader != NULL);
    for (size_t i = 0; i < FILE_COUNT; i++)
        MUST(exd_loader_add_buffer(loader, "world.yaml", world()[i].bytes, world()[i].length, diagnostics) == EXD_OK);
    MUST(exd_loader_set_limit(loader, EXD_LIMIT_NODES, NODES) == EXD_OK);
    exd_status status = EXD_OK;
    if (bytes != NULL)
        status = exd_loader_add_buffer(loader, "input.yaml", bytes, length, diagnostics);
    if (status == EXD_OK)
        status = exd_loader_finish(loader, &rules, diagnostics);
    MUST((status == EXD_OK) == (rules != NULL));
    MUST((status == EXD_OK) == (exd_diagnostics_error_count(diagnostics) == 0));
    exd_loader_free(loader);
    exd_diagnostics_free(diagnostics);
    return rules;
}

static void write_all(const exd_report *report)
{
    size_t text = 0, markdown = 0, html = 0, json = 0, again = 0, questions = 0, failed = 0;
    exd_write_options *options = exd_write_options_new();
    MUST(options != NULL);
    exd_write_options_set_full(options, true);
    exd_write_options_set_width(options, 40);
    MUST(exd_report_write(report, EXD_FORMAT_TEXT, options, swallow, &text) == EXD_OK && text > 0);
    MUST(exd_report_write(report, EXD_FORMAT_MARKDOWN, options, swallow, &markdown) == EXD_OK && markdown > 0);
    MUST(exd_report_write(report, EXD_FORMAT_HTML, options, swallow, &html) == EXD_OK && html > 0);
    MUST(exd_report_write(report, EXD_FORMAT_JSON, NULL, swallow, &json) == EXD_OK && json > 0);
    MUST(exd_report_write(report, EXD_FORMAT_JSON, NULL, swallow, &again) == EXD_OK && again == json);
    MUST(exd_report_write_questions(report, EXD_FORMAT_TEXT, options, swallow, &questions) == EXD_OK);
    MUST(exd_report_compare(report, &failed, NULL) == EXD_OK);
    exd_write_options_free(options);
}

static void check_one(exd_rules *rules, exd_record *record)
{
    exd_report *report = NULL;
    exd_options *options = exd_options_new();
    MUST(options != NULL);
    exd_options_set_steps(options, STEPS);
    MUST(exd_options_set_default_as_of(options, "2020-07-06") == EXD_OK);
    MUST(exd_check(rules, record, options, &report, NULL) == EXD_OK);
    write_all(report);
    exd_options_set_presumptions(options, false);
    MUST(exd_recheck(report, record, options, NULL) == EXD_OK);
    write_all(report);
    exd_report_unref(report);
    exd_options_free(options);
}

void fuzz_records(exd_rules *rules, const char *bytes, size_t length)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_record_file *file = NULL;
    MUST(diagnostics != NULL);
    exd_status status = exd_record_file_open_buffer(rules, "input.yaml", bytes, length, &file, diagnostics);
    MUST((status == EXD_OK) == (file != NULL));
    MUST(status == EXD_OK || exd_diagnostics_error_count(diagnostics) > 0);
    for (size_t i = 0; file != NULL && i < exd_record_file_count(file) && i < RECORDS_MOST; i++) {
        exd_record *record = NULL;
        exd_diagnostics_clear(diagnostics);
        status = exd_record_file_get(file, i, &record, diagnostics);
        MUST((status == EXD_OK) == (exd_diagnostics_error_count(diagnostics) == 0));
        if (status == EXD_OK)
            check_one(rules, record);
        exd_record_unref(record);
    }
    exd_record_file_free(file);
    exd_diagnostics_free(diagnostics);
}

static void explain(exd_rules *rules, const char *id, exd_format format, size_t *total)
{
    MUST(exd_rules_explain(rules, id, NULL, 0, format, NULL, swallow, total, NULL) == EXD_OK);
}

void fuzz_all_rules(exd_rules *rules)
{
    static const char record[] = "format: extradition-record/1\nid: r\nas_of: 2020-07-06\n"
                                 "request: {requesting_state: XX, requested_state: YY, in_writing: true, detained_on: 2019-04}\n"
                                 "person: {nationalities: [YY], birth_date: 1996-02-29, unjust: {disputed: {person: true, court: false}}}\n"
                                 "offences: [{id: a, penalty: {requesting: life}, committed_on: 2017}, {id: b, political: unknown}]\n"
                                 "proceedings: {complete: false, items: [{id: p, state: YY, same_offence_as: [a]}]}\n";
    size_t total = 0;
    for (int format = EXD_FORMAT_TEXT; format <= EXD_FORMAT_JSON; format++) {
        for (size_t i = 0; i < exd_rules_instrument_count(rules); i++) {
            explain(rules, exd_rules_instrument_text(rules, i, EXD_INSTRUMENT_ID), (exd_format)format, &total);
            for (size_t j = 0; j < exd_rules_rule_count(rules, i); j++)
                explain(rules, exd_rules_rule_text(rules, i, j, EXD_RULE_ID), (exd_format)format, &total);
        }
        MUST(exd_rules_treaties(rules, "XX", "YY", "2020-07-06", (exd_format)format, NULL, swallow, &total, NULL) == EXD_OK);
    }
    fuzz_records(rules, record, sizeof record - 1);
}
