/* rule-check facts: what a record can say. */
#include "cli.h"
#include "commands.h"

static int run(struct cli *cli)
{
    exd_rules *rules = rules_load(cli);
    exd_write_options *writing = rules == NULL ? NULL : writing_options(cli, rules);
    int result = EXIT_UNUSABLE;
    if (writing != NULL) {
        const char *filter = cli->argument_count > 0 ? cli->arguments[0] : NULL;
        exd_status status = exd_rules_facts(rules, filter, cli->format, writing, output_sink, NULL);
        result = status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, "facts", status);
    }
    exd_write_options_free(writing);
    exd_rules_unref(rules);
    return result;
}

const struct command command_facts = {
    .name = "facts",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_FORMAT | 1u << OPTION_INDENT | 1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_HELP,
    .formats = FORMATS_OF_PAGES,
    .least_arguments = 0,
    .most_arguments = 1,
    .synopsis = "facts [WORD]",
    .brief = "list what a record can say",
    .summary = "List the facts that a record can state, with their types, questions and presumptions, and what their values mean.",
    .help = "With WORD, only facts whose path contains it.\n\n"
            "Examples:\n"
            "  rule-check facts\n"
            "  rule-check facts penalty\n"
            "  rule-check facts --format json | jq '.facts[].path'",
};
