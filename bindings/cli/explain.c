/* rule-check explain: one rule, or one instrument, as a lawyer would read it. */
#include "cli.h"
#include "commands.h"

static int explain(const struct cli *cli, const exd_rules *rules, exd_diagnostics *diagnostics, const char *id)
{
    exd_diagnostics_clear(diagnostics);
    exd_status status = exd_rules_explain(rules, id, options_width(cli), output_sink, NULL, diagnostics);
    output_diagnostics(diagnostics, 0);
    if (status == EXD_OK)
        return EXIT_CHECKED;
    return exd_diagnostics_count(diagnostics) > 0 ? EXIT_UNUSABLE : output_failure(id, status);
}

static int run(struct cli *cli)
{
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    int result = diagnostics == NULL ? output_failure("explain", EXD_ERROR_MEMORY) : EXIT_CHECKED;
    for (int i = 0; diagnostics != NULL && i < cli->argument_count; i++) {
        int one = explain(cli, rules, diagnostics, cli->arguments[i]);
        result = one > result ? one : result;
    }
    exd_diagnostics_free(diagnostics);
    exd_rules_unref(rules);
    return result;
}

const struct command command_explain = {
    .name = "explain",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_WIDTH | 1u << OPTION_HELP,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "explain RULE|INSTRUMENT...",
    .brief = "explain rules and instruments",
    .summary = "Explain a rule: its provision, effect, limbs, exceptions, precedence, and the facts it needs.",
    .help = "RULE is written instrument/rule, as reports write it. An instrument alone gives its head and the list of its rules.\n\n"
            "Examples:\n"
            "  rule-check explain us-kr-treaty-1998/art-3-1\n"
            "  rule-check explain kr-extradition-act",
};
