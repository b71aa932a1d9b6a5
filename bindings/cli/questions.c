/* rule-check questions: what to ask next. */
#include "cli.h"
#include "commands.h"

#include <stdio.h>

struct asking {
    const struct cli *cli;
    exd_rules *rules;
    exd_options *options;
    exd_write_options *writing;
    size_t written;
};

static int visit_one(struct asking *asking, exd_record *record)
{
    exd_report *report = NULL;
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    input_note_today(record, asking->cli);
    exd_status status = diagnostics == NULL ? EXD_ERROR_MEMORY : exd_check(asking->rules, record, asking->options, &report, diagnostics);
    if (diagnostics != NULL)
        output_diagnostics(diagnostics, 0);
    exd_diagnostics_free(diagnostics);
    if (status == EXD_OK && asking->written++ > 0)
        putchar('\n');
    if (status == EXD_OK)
        status = exd_report_write_questions(report, asking->writing, output_sink, NULL);
    exd_report_unref(report);
    return status == EXD_OK ? EXIT_CHECKED : output_failure(exd_record_id(record), status);
}

static int visit(void *user, exd_record *record)
{
    struct asking *asking = user;
    exd_record *supposed = NULL;
    int result = input_with_settings(asking->cli, record, &supposed);
    if (result == EXIT_CHECKED)
        result = visit_one(asking, supposed);
    exd_record_unref(supposed);
    return result;
}

static int run(struct cli *cli)
{
    int result = EXIT_UNUSABLE;
    struct asking asking = {.cli = cli, .rules = rules_load(cli)};
    if (asking.rules == NULL)
        return EXIT_UNUSABLE;
    asking.options = input_options(cli);
    if (asking.options != NULL)
        exd_options_set_analysis(asking.options, true);
    asking.writing = asking.options == NULL ? NULL : writing_options(cli, asking.rules);
    if (asking.writing != NULL) {
        result = EXIT_CHECKED;
        for (int i = 0; i < cli->argument_count && !ferror(stdout); i++) {
            int one = input_each_record(asking.rules, cli->arguments[i], visit, &asking);
            result = one > result ? one : result;
        }
    }
    exd_write_options_free(asking.writing);
    exd_options_free(asking.options);
    exd_rules_unref(asking.rules);
    return result;
}

const struct command command_questions = {
    .name = "questions",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_AS_OF | 1u << OPTION_SET | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_ONLY |
               1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_COLOUR | 1u << OPTION_HELP,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "questions RECORD...",
    .brief = "list what the records lack",
    .summary = "List what a record still lacks: what to ask, who can answer, and which findings the answer could decide.",
    .help = "Examples:\n"
            "  rule-check questions request.yaml\n"
            "  rule-check questions --only shall-refuse request.yaml",
};
