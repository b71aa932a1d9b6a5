/* rule-check library: the state of the law library as a page. */
#include "cli.h"
#include "commands.h"
#include "paths.h"

struct survey {
    exd_rules *rules;
    exd_options *options;
    exd_coverage *coverage;
    exd_report *report;
};

static int visit(void *user, exd_record *record)
{
    struct survey *survey = user;
    exd_status status = survey->report != NULL ? exd_recheck(survey->report, record, survey->options, NULL)
                                               : exd_check(survey->rules, record, survey->options, &survey->report, NULL);
    if (status != EXD_OK)
        return output_failure(exd_record_id(record), status);
    exd_coverage_add(survey->coverage, survey->report);
    return EXIT_CHECKED;
}

static int write_page(const struct cli *cli, struct survey *survey, const struct paths *paths)
{
    survey->options = input_options(cli);
    survey->coverage = exd_coverage_new(survey->rules);
    if (survey->options == NULL || survey->coverage == NULL)
        return EXIT_UNUSABLE;
    for (size_t i = 0; i < paths->count; i++)
        if (input_each_record(survey->rules, paths->items[i], visit, survey) != EXIT_CHECKED)
            return EXIT_UNUSABLE;
    exd_status status = exd_rules_library(survey->rules, paths->count > 0 ? survey->coverage : NULL, output_sink, NULL);
    return status == EXD_OK ? EXIT_CHECKED : output_failure("library", status);
}

static int run(struct cli *cli)
{
    struct paths paths = {0};
    struct survey survey = {0};
    int result = EXIT_UNUSABLE;
    if (cli->argument_count == 0 || paths_find(&paths, cli->arguments, cli->argument_count))
        survey.rules = rules_load(cli);
    if (survey.rules != NULL)
        result = write_page(cli, &survey, &paths);
    exd_report_unref(survey.report);
    exd_coverage_free(survey.coverage);
    exd_options_free(survey.options);
    exd_rules_unref(survey.rules);
    paths_free(&paths);
    return result;
}

const struct command command_library = {
    .name = "library",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_HELP,
    .least_arguments = 0,
    .most_arguments = -1,
    .synopsis = "library [FILE|DIRECTORY...]",
    .brief = "show the state of the law library, as Markdown",
    .summary = "Show what is encoded: every instrument, how much of it was read, tested and compared, and what is left out.",
    .help = "With case tests, shows in how many of them each instrument was checked, and how many limbs have decided both ways.\n\n"
            "Examples:\n"
            "  rule-check library\n"
            "  rule-check library tests/cases tests/decided",
};
