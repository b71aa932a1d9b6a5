/* rule-check test: case tests, files of records or cases that say what is expected of them. */
#define _DEFAULT_SOURCE /* isatty */

#include "cli.h"
#include "commands.h"
#include "paths.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct testing {
    struct input input;
    exd_report *report;     /* used again */
    exd_coverage *coverage; /* NULL: not asked for */
    const char *path;       /* the file being tested */
    size_t passed;
    size_t failed;
    bool progress; /* a bar is drawn on standard error */
};

enum { BAR_COLUMNS = 30 };

static void draw_bar(const struct testing *testing, size_t done, size_t total)
{
    if (!testing->progress || total == 0)
        return;
    size_t filled = done * BAR_COLUMNS / total;
    fputs("\r[", stderr);
    for (size_t i = 0; i < BAR_COLUMNS; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %zu of %zu files, %zu passed, %zu failed", done, total, testing->passed, testing->failed);
}

static void clear_bar(const struct testing *testing)
{
    if (testing->progress)
        fputs("\r\x1b[K", stderr);
}

static void print_failure(struct testing *testing, const exd_record *record)
{
    const char *title = exd_record_title(record);
    clear_bar(testing);
    testing->failed++;
    printf("FAIL %s: %s%s%s\n", testing->path, exd_record_id(record), title[0] != '\0' ? ": " : "", title);
    for (size_t i = 0; i < exd_diagnostics_count(testing->input.diagnostics); i++)
        fputs(exd_diagnostics_text(testing->input.diagnostics, i), stdout);
}

static exd_status check(struct testing *testing, exd_record *record, size_t *failed)
{
    exd_status status = testing->report != NULL
                            ? exd_recheck(testing->report, record, testing->input.options, testing->input.diagnostics)
                            : exd_check(testing->input.rules, record, testing->input.options, &testing->report, testing->input.diagnostics);
    return status == EXD_OK ? exd_report_compare(testing->report, failed, testing->input.diagnostics) : status;
}

static int visit(void *user, exd_record *record)
{
    struct testing *testing = user;
    size_t failed = 0;
    exd_diagnostics_clear(testing->input.diagnostics);
    if (exd_record_expectation_count(record) == 0) {
        print_failure(testing, record);
        puts("     it expects nothing, and is no case test");
        return EXIT_UNUSABLE;
    }
    exd_status status = check(testing, record, &failed);
    if (status == EXD_OK && testing->coverage != NULL)
        exd_coverage_add(testing->coverage, testing->report);
    if (status == EXD_OK && failed == 0) {
        testing->passed++;
        return EXIT_CHECKED;
    }
    print_failure(testing, record);
    if (status == EXD_OK)
        return EXIT_FOUND;
    return exd_diagnostics_count(testing->input.diagnostics) > 0 ? EXIT_UNUSABLE : output_failure(stderr, testing->path, status);
}

/* Shows what the tests covered; false when a limb of an instrument that they touch never decided one way. */
static bool coverage_is_whole(const struct testing *testing, unsigned width)
{
    size_t missing = 0;
    for (size_t i = 0; i < exd_rules_instrument_count(testing->input.rules); i++)
        missing += exd_coverage_touched(testing->coverage, i) ? exd_coverage_missing(testing->coverage, i) : 0;
    return exd_coverage_write(testing->coverage, width, output_sink, NULL) == EXD_OK && missing == 0;
}

static int test_files(struct testing *testing, const struct paths *paths, unsigned width)
{
    int result = EXIT_CHECKED;
    for (size_t i = 0; i < paths->count; i++) {
        size_t before = testing->passed + testing->failed;
        draw_bar(testing, i, paths->count);
        testing->path = paths->items[i];
        int one = input_each_record(&testing->input, &paths->items[i], 1, visit, testing);
        if (one == EXIT_UNUSABLE && testing->passed + testing->failed == before)
            testing->failed++;
        result = one > result ? one : result;
    }
    clear_bar(testing);
    if (testing->coverage != NULL && !coverage_is_whole(testing, width))
        result = result > EXIT_FOUND ? result : EXIT_FOUND;
    printf("%zu passed, %zu failed\n", testing->passed, testing->failed);
    return result;
}

static int run(struct cli *cli)
{
    struct paths paths = {0};
    int result = EXIT_UNUSABLE;
    struct testing testing = {.progress = isatty(STDERR_FILENO) != 0};
    exd_rules *rules = paths_find(&paths, cli->arguments, cli->argument_count) ? rules_load(cli) : NULL;
    if (rules != NULL && input_begin(&testing.input, cli, rules)) {
        testing.coverage = cli->coverage ? exd_coverage_new(rules) : NULL;
        if (testing.coverage != NULL || !cli->coverage)
            result = test_files(&testing, &paths, options_width(cli));
        else
            result = output_failure(stderr, "coverage", EXD_ERROR_MEMORY);
    }
    exd_report_unref(testing.report);
    exd_coverage_free(testing.coverage);
    input_end(&testing.input);
    exd_rules_unref(rules);
    paths_free(&paths);
    return result;
}

const struct command command_test = {
    .name = "test",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_COVERAGE | 1u << OPTION_WIDTH | 1u << OPTION_HELP,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "test FILE|DIRECTORY...",
    .brief = "run case tests",
    .summary = "Run case tests: records and cases that say what is expected of them.",
    .help = "A directory stands for every .yaml file below it. The last line is `N passed, N failed`.\n"
            "With --coverage, limbs that never decided a result both ways are listed, and count as a failure.\n\n"
            "Examples:\n"
            "  rule-check test tests/cases\n"
            "  rule-check test --coverage tests/cases\n"
            "  rule-check test --rules my-rules my-cases/new-treaty.yaml",
};
