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

static int write_page(const struct cli *cli, const exd_rules *rules, const exd_write_options *writing, exd_diagnostics *diagnostics)
{
    char date[16];
    exd_status status = exd_rules_treaties(rules, cli->arguments[0], cli->arguments[1], chosen_date(cli, date), cli->format, writing,
                                           output_sink, NULL, diagnostics);
    output_diagnostics(stderr, diagnostics);
    if (status == EXD_OK)
        return EXIT_CHECKED;
    return exd_diagnostics_count(diagnostics) > 0 ? EXIT_UNUSABLE : output_failure(stderr, "treaties", status);
}

static int run(struct cli *cli)
{
    exd_rules *rules = rules_load(cli);
    exd_write_options *writing = rules == NULL ? NULL : writing_options(cli, rules);
    exd_diagnostics *diagnostics = writing == NULL ? NULL : exd_diagnostics_new();
    int result = EXIT_UNUSABLE;
    if (diagnostics != NULL)
        result = write_page(cli, rules, writing, diagnostics);
    else if (writing != NULL)
        output_failure(stderr, "treaties", EXD_ERROR_MEMORY);
    exd_diagnostics_free(diagnostics);
    exd_write_options_free(writing);
    exd_rules_unref(rules);
    return result;
}

const struct command command_treaties = {
    .name = "treaties",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_AS_OF | 1u << OPTION_ON | 1u << OPTION_FORMAT | 1u << OPTION_INDENT | 1u << OPTION_LANG |
               1u << OPTION_WIDTH | 1u << OPTION_HELP,
    .formats = FORMATS_OF_PAGES,
    .least_arguments = 2,
    .most_arguments = 2,
    .synopsis = "treaties REQUESTING REQUESTED",
    .brief = "show what governs between two States",
    .summary = "Show which instruments govern a request of one State to another, in order of precedence, and why.",
    .help = "States are ISO 3166-1 codes of two letters. Without --on, the law of today is read.\n\n"
            "Examples:\n"
            "  rule-check treaties US KR\n"
            "  rule-check treaties FR KR --on 2015-01-01\n"
            "  rule-check treaties FR KR --format json | jq '.instruments[] | select(.result == \"applies\").id'",
};
