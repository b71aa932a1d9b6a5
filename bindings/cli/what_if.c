/* rule-check what-if: which findings would change if facts of a record were otherwise, or if it were decided on another day. */
#include "cli.h"
#include "commands.h"

#include <stdio.h>

struct supposing {
    const struct cli *cli;
    exd_rules *rules;
    exd_options *before; /* the record's own day */
    exd_options *after;
    exd_write_options *writing;
    size_t written;
};

int changes_write(exd_report *before, exd_report *after, const struct cli *cli, const exd_write_options *writing)
{
    exd_changes *changes = NULL;
    exd_status status = exd_report_changes(before, after, &changes);
    if (status == EXD_OK)
        status = exd_changes_write(changes, cli->format, writing, output_sink, NULL);
    exd_changes_free(changes);
    return status == EXD_OK ? EXIT_CHECKED : output_failure("changes", status);
}

static exd_report *check(struct supposing *supposing, exd_record *record, const exd_options *options)
{
    exd_report *report = NULL;
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_status status = diagnostics == NULL ? EXD_ERROR_MEMORY : exd_check(supposing->rules, record, options, &report, diagnostics);
    if (diagnostics != NULL)
        output_diagnostics(diagnostics, 0);
    exd_diagnostics_free(diagnostics);
    if (status != EXD_OK)
        output_failure(exd_record_id(record), status);
    return report;
}

static int visit(void *user, exd_record *record)
{
    struct supposing *supposing = user;
    exd_record *supposed = NULL;
    input_note_today(record, supposing->cli);
    int result = input_with_settings(supposing->cli, record, &supposed);
    if (result != EXIT_CHECKED)
        return result;
    exd_report *before = check(supposing, record, supposing->before);
    exd_report *after = before == NULL ? NULL : check(supposing, supposed, supposing->after);
    if (supposing->written++ > 0 && supposing->cli->format != EXD_FORMAT_JSON)
        putchar('\n');
    result = after == NULL ? EXIT_UNUSABLE : changes_write(before, after, supposing->cli, supposing->writing);
    exd_report_unref(after);
    exd_report_unref(before);
    exd_record_unref(supposed);
    return result;
}

static int run(struct cli *cli)
{
    int result = EXIT_UNUSABLE;
    struct cli own = *cli;
    own.as_of = NULL;
    if (cli->set.count == 0 && cli->as_of == NULL)
        return command_usage_error(&command_what_if, "what is to be otherwise? Say it with --set or --as-of");
    if (cli->format == EXD_FORMAT_HTML)
        return command_usage_error(&command_what_if, "changes are written as text, json or markdown");
    struct supposing supposing = {.cli = cli, .rules = rules_load(cli)};
    if (supposing.rules == NULL)
        return EXIT_UNUSABLE;
    supposing.before = input_options(&own);
    supposing.after = supposing.before == NULL ? NULL : input_options(cli);
    supposing.writing = supposing.after == NULL ? NULL : writing_options(cli, supposing.rules);
    if (supposing.writing != NULL)
        result = input_each_record(supposing.rules, cli->arguments[0], visit, &supposing);
    exd_write_options_free(supposing.writing);
    exd_options_free(supposing.after);
    exd_options_free(supposing.before);
    exd_rules_unref(supposing.rules);
    return result;
}

const struct command command_what_if = {
    .name = "what-if",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_SET | 1u << OPTION_AS_OF | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_FORMAT |
               1u << OPTION_INDENT | 1u << OPTION_WIDTH | 1u << OPTION_COLOUR | 1u << OPTION_HELP,
    .least_arguments = 1,
    .most_arguments = 1,
    .synopsis = "what-if RECORD --set PATH=VALUE...",
    .brief = "show which findings would change, and why",
    .summary = "Show which findings would change if facts of the record were otherwise, or if it were decided on another day.",
    .help = "PATH is a fact as reports name it; VALUE is written as in a record; PATH= takes a fact or an item away.\n"
            "Without --set, --as-of is what changes.\n\n"
            "Examples:\n"
            "  rule-check what-if request.yaml --set 'person.nationalities=[US]'\n"
            "  rule-check what-if request.yaml --set proceedings.p-1.outcome=acquitted --set proceedings.p-1.state=KR\n"
            "  rule-check what-if request.yaml --as-of 2021-01-01",
};
