/* rule-check lint: whether a directory of rules is sound, and what its languages lack. */
#include "cli.h"
#include "commands.h"

#include <stdio.h>

static int count_lacking(const exd_rules *rules)
{
    size_t languages = exd_rules_language_count(rules);
    for (size_t i = 0; i < languages; i++) {
        const char *language = exd_rules_language(rules, i);
        size_t lacking = 0;
        size_t texts = 0;
        exd_status status = exd_rules_untranslated(rules, language, false, &lacking, &texts, NULL, NULL);
        if (status != EXD_OK)
            return output_failure(stderr, language, status);
        printf("%s: %zu of %zu texts lacking\n", language, lacking, texts);
    }
    return EXIT_CHECKED;
}

static int list_lacking(const exd_rules *rules, const char *language, bool whole)
{
    exd_status status = exd_rules_untranslated(rules, language, whole, NULL, NULL, output_sink, NULL);
    if (status != EXD_ERROR_ARGUMENT)
        return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, "lint", status);
    fprintf(stderr, "rule-check: --lang takes the code of a language to translate into, such as ko, not `%s`\n", language);
    return EXIT_UNUSABLE;
}

static int summarise(const exd_rules *rules, size_t warnings)
{
    size_t count = 0;
    size_t instruments = exd_rules_instrument_count(rules);
    for (size_t i = 0; i < instruments; i++)
        count += exd_rules_rule_count(rules, i);
    printf("instruments: %zu, rules: %zu, warnings: %zu\n", instruments, count, warnings);
    return count_lacking(rules);
}

static int run(struct cli *cli)
{
    size_t warnings = 0;
    const char *language = cli->language;
    cli->language = NULL; /* the one to list need not be there yet */
    if (cli->argument_count == 1)
        cli->rules = cli->arguments[0];
    exd_rules *rules = rules_load_strictly(cli, &warnings);
    if (rules == NULL)
        return EXIT_FOUND;
    int result = language != NULL ? list_lacking(rules, language, cli->full) : summarise(rules, warnings);
    exd_rules_unref(rules);
    return result == EXIT_CHECKED && warnings > 0 ? EXIT_FOUND : result;
}

const struct command command_lint = {
    .name = "lint",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_LANG | 1u << OPTION_FULL | 1u << OPTION_HELP,
    .least_arguments = 0,
    .most_arguments = 1,
    .synopsis = "lint [DIRECTORY]",
    .brief = "check a directory of rules for faults",
    .summary = "Check a directory of rules: every key, name, type, reference and date, and what nothing uses.",
    .help = "Leaves with 1 when there is an error or a warning. With --lang, what that language lacks is written as a file of translations "
            "to be\n"
            "filled in: of the instruments that are begun, or with --full of all.\n\n"
            "Examples:\n"
            "  rule-check lint\n"
            "  rule-check lint my-rules\n"
            "  rule-check lint --lang ko",
};
