/* rule-check lint: whether a directory of rules is sound. */
#include "cli.h"
#include "commands.h"

#include <stdio.h>

static int run(struct cli *cli)
{
    size_t warnings = 0;
    if (cli->argument_count == 1)
        cli->rules = cli->arguments[0];
    exd_rules *rules = rules_load_strictly(cli, &warnings);
    if (rules == NULL)
        return EXIT_FOUND;
    size_t count = 0;
    size_t instruments = exd_rules_instrument_count(rules);
    for (size_t i = 0; i < instruments; i++)
        count += exd_rules_rule_count(rules, i);
    printf("instruments: %zu, rules: %zu, warnings: %zu\n", instruments, count, warnings);
    exd_rules_unref(rules);
    return warnings > 0 ? EXIT_FOUND : EXIT_CHECKED;
}

const struct command command_lint = {
    .name = "lint",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_HELP,
    .least_arguments = 0,
    .most_arguments = 1,
    .synopsis = "lint [DIRECTORY]",
    .brief = "check a directory of rules for faults",
    .summary = "Check a directory of rules: every key, name, type, reference and date, and what nothing uses.",
    .help = "Leaves with 1 when there is an error or a warning.\n\n"
            "Examples:\n"
            "  rule-check lint\n"
            "  rule-check lint my-rules",
};
