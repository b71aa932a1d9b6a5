/* rule-check library: the state of the law library as a page. */
#include "cli.h"
#include "commands.h"
#include "paths.h"

struct survey {
    struct input input;
    exd_coverage *coverage;
    exd_write_options *writing;
    exd_report *report; /* used again */
};

static int visit(void *user, exd_record *record)
{
    struct survey *survey = user;
    int result = input_check(&survey->input, record, &survey->report);
    if (result == EXIT_CHECKED)
        exd_coverage_add(survey->coverage, survey->report);
    return result;
}

static int write_page(struct survey *survey, exd_rules *rules, const struct paths *paths)
{
    const struct cli *cli = survey->input.cli;
    survey->coverage = exd_coverage_new(rules);
    if (survey->coverage == NULL)
        return output_failure(stderr, "library", EXD_ERROR_MEMORY);
    if (input_each_record(&survey->input, paths->items, (int)paths->count, visit, survey) != EXIT_CHECKED)
        return EXIT_UNUSABLE;
    exd_status status =
        exd_rules_library(rules, paths->count > 0 ? survey->coverage : NULL, cli->format, survey->writing, output_sink, NULL);
    return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, "library", status);
}

static int run(struct cli *cli)
{
    struct paths paths = {0};
    struct survey survey = {0};
    exd_rules *rules = NULL;
    int result = EXIT_UNUSABLE;
    if (cli->argument_count == 0 || paths_find(&paths, cli->arguments, cli->argument_count))
        rules = rules_load(cli);
    if (rules != NULL && input_begin(&survey.input, cli, rules) && (survey.writing = writing_options(cli, rules)) != NULL) {
        survey.input.notes_today = false; /* the page has no dates */
        result = write_page(&survey, rules, &paths);
    }
    exd_report_unref(survey.report);
    exd_coverage_free(survey.coverage);
    exd_write_options_free(survey.writing);
    input_end(&survey.input);
    exd_rules_unref(rules);
    paths_free(&paths);
    return result;
}

const struct command command_library = {
    .name = "library",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_FORMAT | 1u << OPTION_INDENT | 1u << OPTION_HELP,
    .formats = 1u << EXD_FORMAT_MARKDOWN | 1u << EXD_FORMAT_JSON,
    .format = EXD_FORMAT_MARKDOWN,
    .least_arguments = 0,
    .most_arguments = -1,
    .synopsis = "library [FILE|DIRECTORY...]",
    .brief = "show the state of the law library",
    .summary = "Show what is encoded: every instrument, how much of it was read, tested and compared, and what is left out.",
    .help = "With case tests, shows in how many of them each instrument was checked, and how many limbs have decided both ways.\n\n"
            "Examples:\n"
            "  rule-check library\n"
            "  rule-check library tests/cases tests/decided",
};
