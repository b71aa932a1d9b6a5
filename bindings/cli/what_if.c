/* rule-check what-if: which findings would change if facts of a record were otherwise, or if it were decided on another day. */
#include "cli.h"
#include "commands.h"

struct supposing {
    const struct cli *cli;
    struct input before; /* the record as it is, on its own day */
    struct input after;
    exd_write_options *writing;
    exd_report *reports[2]; /* used again */
    size_t written;
};

int changes_write(exd_report *before, exd_report *after, const struct cli *cli, const exd_write_options *writing)
{
    exd_changes *changes = NULL;
    exd_status status = exd_report_changes(before, after, &changes);
    if (status == EXD_OK)
        status = exd_changes_write(changes, cli->format, writing, output_sink, NULL);
    exd_changes_free(changes);
    return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, "changes", status);
}

static int visit(void *user, exd_record *record)
{
    struct supposing *supposing = user;
    int result = input_check(&supposing->before, record, &supposing->reports[0]);
    if (result == EXIT_CHECKED)
        result = input_check(&supposing->after, record, &supposing->reports[1]);
    if (result != EXIT_CHECKED)
        return result;
    if (supposing->written > 0 && supposing->cli->format == EXD_FORMAT_HTML)
        return output_second_page();
    if (supposing->written++ > 0 && supposing->cli->format != EXD_FORMAT_JSON)
        putchar('\n');
    return changes_write(supposing->reports[0], supposing->reports[1], supposing->cli, supposing->writing);
}

static int run(struct cli *cli)
{
    int result = EXIT_UNUSABLE;
    struct cli own = *cli;
    own.as_of = NULL;
    own.set.count = 0;
    if (cli->set.count == 0 && cli->as_of == NULL)
        return command_usage_error(&command_what_if, "what is to be otherwise? Say it with --set or --as-of");
    struct supposing supposing = {.cli = cli};
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    if (input_begin(&supposing.before, &own, rules) && input_begin(&supposing.after, cli, rules) &&
        (supposing.writing = writing_options(cli, rules)) != NULL) {
        supposing.after.notes_today = false; /* said once is enough */
        result = input_each_record(&supposing.before, cli->arguments, 1, visit, &supposing);
    }
    exd_report_unref(supposing.reports[1]);
    exd_report_unref(supposing.reports[0]);
    exd_write_options_free(supposing.writing);
    input_end(&supposing.after);
    input_end(&supposing.before);
    exd_rules_unref(rules);
    return result;
}

const struct command command_what_if = {
    .name = "what-if",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_SET | 1u << OPTION_AS_OF | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_FORMAT |
               1u << OPTION_INDENT | 1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_COLOUR | 1u << OPTION_HELP,
    .formats = FORMATS_ALL,
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
