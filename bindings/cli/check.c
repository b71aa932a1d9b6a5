/* rule-check check: the main job. One report is used again for every record, so that a long list costs no more memory than its longest. */
#include "cli.h"
#include "commands.h"

#include <stdio.h>
#include <string.h>

struct checking {
    const struct cli *cli;
    exd_rules *rules;
    exd_options *options;
    exd_write_options *writing;
    exd_diagnostics *diagnostics;
    exd_report *report;
    size_t written;
};

/* Whether a finding is what --fail-on asks about: it governs, and applies, or is a requirement that is not met. */
static bool is_failure(const struct checking *checking, size_t finding)
{
    const exd_report *report = checking->report;
    exd_result result = exd_report_finding_result(report, finding);
    if (exd_report_finding_standing(report, finding) != EXD_STANDING_GOVERNS)
        return false;
    if (result != EXD_RESULT_APPLIES && result != EXD_RESULT_NOT_MET)
        return false;
    const char *effect = exd_effect_name(exd_report_finding_effect(report, finding));
    for (int i = 0; i < checking->cli->fail_on.count; i++)
        if (strcmp(effect, checking->cli->fail_on.words[i]) == 0)
            return true;
    return false;
}

static int verdict(const struct checking *checking)
{
    if (checking->cli->fail_on.count == 0)
        return EXIT_CHECKED;
    for (size_t i = 0; i < exd_report_finding_count(checking->report); i++)
        if (is_failure(checking, i))
            return EXIT_FOUND;
    return EXIT_CHECKED;
}

static exd_status check(struct checking *checking, exd_record *record)
{
    if (checking->report != NULL)
        return exd_recheck(checking->report, record, checking->options, checking->diagnostics);
    return exd_check(checking->rules, record, checking->options, &checking->report, checking->diagnostics);
}

static void put_separator(const struct checking *checking)
{
    unsigned width = options_width(checking->cli);
    if (checking->written == 0 || checking->cli->format == EXD_FORMAT_JSON)
        return;
    putchar('\n');
    if (checking->cli->format != EXD_FORMAT_TEXT)
        return;
    for (unsigned i = 0; i < (width == 0 ? 80 : width); i++)
        putchar('=');
    fputs("\n\n", stdout);
}

static int check_one(struct checking *checking, exd_record *record)
{
    input_note_today(record, checking->cli);
    exd_diagnostics_clear(checking->diagnostics);
    exd_status status = check(checking, record);
    output_diagnostics(checking->diagnostics, 0);
    if (status != EXD_OK)
        return exd_diagnostics_count(checking->diagnostics) > 0 ? EXIT_UNUSABLE : output_failure(exd_record_id(record), status);
    if (checking->written > 0 && checking->cli->format == EXD_FORMAT_HTML) {
        fputs("rule-check: a page in HTML is about one record: give the others a page of their own\n", stderr);
        return EXIT_UNUSABLE;
    }
    put_separator(checking);
    status = exd_report_write(checking->report, checking->cli->format, checking->writing, output_sink, NULL);
    if (status != EXD_OK)
        return output_failure("report", status);
    checking->written++;
    return verdict(checking);
}

static int visit(void *user, exd_record *record)
{
    struct checking *checking = user;
    exd_record *supposed = NULL;
    int result = input_with_settings(checking->cli, record, &supposed);
    if (result == EXIT_CHECKED)
        result = check_one(checking, supposed);
    exd_record_unref(supposed);
    return result;
}

/* How to write reports; NULL after a message. */
exd_write_options *writing_options(const struct cli *cli, const exd_rules *rules)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_write_options *options = exd_write_options_new();
    if (options == NULL || diagnostics == NULL) {
        output_failure("options", EXD_ERROR_MEMORY);
        exd_write_options_free(options);
        exd_diagnostics_free(diagnostics);
        return NULL;
    }
    exd_write_options_set_width(options, options_width(cli));
    exd_write_options_set_colour(options, options_colour(cli));
    exd_write_options_set_indent(options, cli->indent);
    exd_write_options_set_full(options, cli->full);
    exd_status status = EXD_OK;
    for (int i = 0; i < cli->only.count && status == EXD_OK; i++)
        status = exd_write_options_only(options, rules, cli->only.words[i], diagnostics);
    output_diagnostics(diagnostics, 0);
    exd_diagnostics_free(diagnostics);
    if (status == EXD_OK)
        return options;
    exd_write_options_free(options);
    return NULL;
}

static int run(struct cli *cli)
{
    int result = EXIT_UNUSABLE;
    struct checking checking = {.cli = cli, .rules = rules_load(cli)};
    if (checking.rules == NULL)
        return EXIT_UNUSABLE;
    checking.options = input_options(cli);
    checking.writing = checking.options == NULL ? NULL : writing_options(cli, checking.rules);
    checking.diagnostics = checking.writing == NULL ? NULL : exd_diagnostics_new();
    if (checking.diagnostics != NULL) {
        result = EXIT_CHECKED;
        for (int i = 0; i < cli->argument_count && !ferror(stdout); i++) {
            int one = input_each_record(checking.rules, cli->arguments[i], visit, &checking);
            result = one > result ? one : result;
        }
    }
    exd_report_unref(checking.report);
    exd_diagnostics_free(checking.diagnostics);
    exd_write_options_free(checking.writing);
    exd_options_free(checking.options);
    exd_rules_unref(checking.rules);
    return result;
}

const struct command command_check = {
    .name = "check",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_AS_OF | 1u << OPTION_FORMAT | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_ONLY |
               1u << OPTION_FAIL_ON | 1u << OPTION_FULL | 1u << OPTION_ANALYSE | 1u << OPTION_INDENT | 1u << OPTION_LANG |
               1u << OPTION_WIDTH | 1u << OPTION_COLOUR | 1u << OPTION_SET | 1u << OPTION_HELP,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "[check] RECORD...",
    .brief = "check requests: the main job",
    .summary = "Check extradition requests against the rules: which grounds and conditions apply, why, and what the file lacks.",
    .help = "RECORD is a file with one or more records; - reads standard input. This is the main job: the word check may be left out.\n\n"
            "Examples:\n"
            "  rule-check request.yaml\n"
            "  rule-check --as-of 2020-07-06 --only shall-refuse,open request.yaml\n"
            "  rule-check --format json --fail-on shall-refuse requests/*.yaml",
};
