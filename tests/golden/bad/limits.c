/* Each limit, set low: just within it a file is read, just past it there is the right message, and everything can be used again afterwards.
 * Also the two codes that the command line never gives.
 *
 *     limits DIRECTORY_OF_RULES */
#include "extradition.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define HEAD "format: extradition-record/1\nid: r\n"
#define BOOK                                                                                                                               \
    "format: extradition-rulebook/1\n"                                                                                                     \
    "instrument: {id: book, title: t, kind: bilateral-treaty, citation: c, parties: {XX: {}, YY: {}}, text-seen: full}\n"                  \
    "rules:\n- {id: r, cite: c, title: t, ground: age, effect: duty, when: "

#define TWO "person.unjust or person.unjust"
#define TEN TWO " or " TWO " or " TWO " or " TWO " or " TWO

struct row {
    const char *name;
    exd_limit limit;
    uint64_t value;
    const char *within;
    const char *past;
    const char *code;
};

static const struct row record_rows[] = {
    {"bytes", EXD_LIMIT_FILE_BYTES, 35, HEAD, HEAD "#", "E102"},
    {"depth", EXD_LIMIT_DEPTH, 5, HEAD "person: {nationalities: {value: [YY]}}", HEAD "person: [[[[[YY]]]]]", "E106"},
    {"depth of aliases", EXD_LIMIT_DEPTH, 5, HEAD "person: &p {nationalities: &n [YY]}",
     HEAD "person: {nationalities: [YY]}\nrequest: &p [[]]\nx: [[[*p]]]", "E106"},
    {"nodes", EXD_LIMIT_NODES, 5, HEAD, HEAD "title: t", "E107"},
    {"nodes of aliases", EXD_LIMIT_NODES, 13, HEAD "person: {nationalities: &n [YY]}", HEAD "person: {nationalities: &n [YY]}\nx: [*n, *n]",
     "E107"},
    {"aliases", EXD_LIMIT_ALIASES, 1, HEAD "title: &t x\nnote: *t", HEAD "title: &t x\nnote: *t\nsource: *t", "E108"},
    {"documents", EXD_LIMIT_DOCUMENTS, 1, HEAD, HEAD "---\n" HEAD, "E109"},
    {"items", EXD_LIMIT_ITEMS, 1, HEAD "offences: [{id: a}]", HEAD "offences: [{id: a}, {id: b}]", "E222"},
    {"diagnostics", EXD_LIMIT_DIAGNOSTICS, 1, HEAD, HEAD "a: 1\nb: 2", "N901"},
};

static const struct row rules_rows[] = {
    {"files", EXD_LIMIT_FILES, 6, BOOK "request.in_writing}", NULL, "E112"},
    {"depth of expressions", EXD_LIMIT_DEPTH, 5, BOOK "not not request.in_writing}", BOOK "not not not not not not request.in_writing}",
     "E106"},
    {"program nodes", EXD_LIMIT_PROGRAM_NODES, 20, BOOK "request.in_writing}", BOOK TEN " or " TEN "}", "E220"},
};

static int test_count;

static bool report(const char *name, bool good)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++test_count, name);
    return good;
}

static bool has_code(const exd_diagnostics *diagnostics, const char *code)
{
    for (size_t i = 0; i < exd_diagnostics_count(diagnostics); i++)
        if (strcmp(exd_diagnostics_code(diagnostics, i), code) == 0)
            return true;
    for (size_t i = 0; i < exd_diagnostics_count(diagnostics); i++)
        printf("# %s: %s\n", exd_diagnostics_code(diagnostics, i), exd_diagnostics_message(diagnostics, i));
    return false;
}

/* The rules of the directory, and one more file, with one limit set once the directory is loaded. */
static exd_status load(const char *directory, const struct row *row, const char *more, exd_rules **rules, exd_diagnostics *diagnostics)
{
    exd_loader *loader = exd_loader_new();
    if (loader == NULL)
        return EXD_ERROR_MEMORY;
    exd_status status = exd_loader_add_directory(loader, directory, diagnostics);
    if (status == EXD_OK)
        status = exd_loader_set_limit(loader, row->limit, row->value);
    if (status == EXD_OK && more != NULL)
        status = exd_loader_add_buffer(loader, "more.yaml", more, strlen(more), diagnostics);
    if (status == EXD_OK)
        status = exd_loader_finish(loader, rules, diagnostics);
    exd_loader_free(loader);
    return status;
}

static bool record_is_read(exd_rules *rules, const char *text, exd_diagnostics *diagnostics)
{
    exd_record *record = NULL;
    exd_diagnostics_clear(diagnostics);
    exd_status status = exd_record_load_buffer(rules, "record.yaml", text, strlen(text), 0, &record, diagnostics);
    exd_record_unref(record);
    return status == EXD_OK;
}

static void check_record_row(const char *directory, const struct row *row, exd_diagnostics *diagnostics)
{
    exd_rules *rules = NULL;
    exd_diagnostics_clear(diagnostics);
    bool good = load(directory, row, NULL, &rules, diagnostics) == EXD_OK && record_is_read(rules, row->within, diagnostics) &&
                !record_is_read(rules, row->past, diagnostics) && has_code(diagnostics, row->code) &&
                record_is_read(rules, row->within, diagnostics);
    report(row->name, good);
    exd_rules_unref(rules);
}

static void check_rules_row(const char *directory, const struct row *row, exd_diagnostics *diagnostics)
{
    exd_rules *rules = NULL;
    exd_diagnostics_clear(diagnostics);
    bool good = row->limit == EXD_LIMIT_FILES || load(directory, row, row->within, &rules, diagnostics) == EXD_OK;
    exd_rules_unref(rules);
    rules = NULL;
    exd_diagnostics_clear(diagnostics);
    const char *past = row->past != NULL ? row->past : row->within;
    good = good && load(directory, row, past, &rules, diagnostics) != EXD_OK && rules == NULL && has_code(diagnostics, row->code);
    report(row->name, good);
}

static void check_codes_of_programs(const char *directory, exd_diagnostics *diagnostics)
{
    const struct row defaults = {.limit = EXD_LIMIT_DEPTH, .value = exd_limit_default(EXD_LIMIT_DEPTH)};
    exd_rules *rules = NULL;
    exd_record *record = NULL;
    exd_report *found = NULL;
    bool good = load(directory, &defaults, NULL, &rules, diagnostics) == EXD_OK &&
                exd_record_load_buffer(rules, "record.yaml", HEAD, strlen(HEAD), 0, &record, diagnostics) == EXD_OK;
    report("no as-of date", good && exd_check(rules, record, NULL, &found, diagnostics) == EXD_ERROR_ARGUMENT && found == NULL &&
                                has_code(diagnostics, "E301"));
    exd_record_unref(record);
    record = NULL;
    exd_diagnostics_clear(diagnostics);
    report("no such record",
           good && exd_record_load_buffer(rules, "record.yaml", HEAD, strlen(HEAD), 1, &record, diagnostics) == EXD_ERROR_ARGUMENT &&
               record == NULL && has_code(diagnostics, "E303"));
    exd_rules_unref(rules);
}

static void check_settings(void)
{
    exd_loader *loader = exd_loader_new();
    bool good = loader != NULL && exd_loader_set_limit(loader, (exd_limit)99, 1) == EXD_ERROR_ARGUMENT &&
                exd_loader_set_limit(loader, EXD_LIMIT_DEPTH, 0) == EXD_ERROR_ARGUMENT && exd_limit_default((exd_limit)99) == 0;
    for (int i = EXD_LIMIT_FILE_BYTES; good && i <= EXD_LIMIT_STEPS; i++)
        good = exd_limit_name((exd_limit)i)[0] != '\0' && exd_limit_default((exd_limit)i) > 0 &&
               exd_loader_set_limit(loader, (exd_limit)i, UINT64_MAX) == EXD_OK;
    report("limits are set by name, and nothing else is", good);
    exd_loader_free(loader);
}

int main(int argc, char **argv)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    if (argc != 2 || diagnostics == NULL)
        return EXIT_FAILURE;
    for (size_t i = 0; i < COUNT(record_rows); i++)
        check_record_row(argv[1], &record_rows[i], diagnostics);
    for (size_t i = 0; i < COUNT(rules_rows); i++)
        check_rules_row(argv[1], &rules_rows[i], diagnostics);
    exd_diagnostics_clear(diagnostics);
    check_codes_of_programs(argv[1], diagnostics);
    check_settings();
    exd_diagnostics_free(diagnostics);
    printf("1..%d\n", test_count);
    return EXIT_SUCCESS;
}
