/* rule-check treaties: what governs between two States. */
#define _DEFAULT_SOURCE /* localtime_r */

#include "cli.h"
#include "commands.h"

#include <time.h>

static const char *chosen_date(const struct cli *cli, char date[16])
{
    time_t now = time(NULL);
    struct tm local;
    if (cli->as_of != NULL)
        return cli->as_of;
    if (now == (time_t)-1 || localtime_r(&now, &local) == NULL || strftime(date, 16, "%Y-%m-%d", &local) != 10)
        return "";
    return date;
}

static int run(struct cli *cli)
{
    char date[16];
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    int result = EXIT_CHECKED;
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_status status = diagnostics == NULL ? EXD_ERROR_MEMORY
                                            : exd_rules_treaties(rules, cli->arguments[0], cli->arguments[1], chosen_date(cli, date),
                                                                 options_width(cli), output_sink, NULL, diagnostics);
    if (diagnostics != NULL)
        output_diagnostics(stderr, diagnostics);
    if (status != EXD_OK)
        result = diagnostics != NULL && exd_diagnostics_count(diagnostics) > 0 ? EXIT_UNUSABLE : output_failure(stderr, "treaties", status);
    exd_diagnostics_free(diagnostics);
    exd_rules_unref(rules);
    return result;
}

const struct command command_treaties = {
    .name = "treaties",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_AS_OF | 1u << OPTION_ON | 1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_HELP,
    .least_arguments = 2,
    .most_arguments = 2,
    .synopsis = "treaties REQUESTING REQUESTED",
    .brief = "show what governs between two States",
    .summary = "Show which instruments govern a request of one State to another, in order of precedence, and why.",
    .help = "States are ISO 3166-1 codes of two letters. Without --on, the law of today is read.\n\n"
            "Examples:\n"
            "  rule-check treaties US KR\n"
            "  rule-check treaties FR KR --on 2015-01-01",
};
