/* rule-check verify: the smallest set of facts on which the findings stand. rule-check why-not: what it would take for one to come out otherwise. */
#include "cli.h"
#include "commands.h"

#include <string.h>

struct analysing {
    const struct cli *cli;
    struct input input;
    exd_report *report; /* used again */
    exd_write_options *writing;
    const char *rule; /* NULL: every finding */
    int (*each)(struct analysing *analysing, exd_report *report, size_t finding);
    size_t written;
    bool page_is_full; /* HTML */
    size_t met;        /* findings of the rule, in all records */
};

static int wrote(struct analysing *analysing, exd_report *report, exd_status status)
{
    (void)report;
    analysing->written += status == EXD_OK;
    return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, "analysis", status);
}

/* False when there is a page already, and a second would have to follow; that is said once. */
static bool begin(struct analysing *analysing)
{
    if (analysing->written > 0 && analysing->cli->format == EXD_FORMAT_HTML) {
        if (!analysing->page_is_full)
            output_second_page();
        analysing->page_is_full = true;
        return false;
    }
    if (analysing->written > 0 && analysing->cli->format != EXD_FORMAT_JSON)
        putchar('\n');
    return true;
}

static int verify(struct analysing *analysing, exd_report *report, size_t finding)
{
    exd_checklist *checklist = NULL;
    if (!begin(analysing))
        return EXIT_UNUSABLE;
    exd_status status = exd_report_checklist(report, finding, &checklist);
    if (status == EXD_OK)
        status = exd_checklist_write(checklist, analysing->cli->format, analysing->writing, output_sink, NULL);
    exd_checklist_free(checklist);
    return wrote(analysing, report, status);
}

/* An open finding could come out either way: both are shown. */
static int why_not(struct analysing *analysing, exd_report *report, size_t finding)
{
    const exd_result results[] = {EXD_RESULT_APPLIES, EXD_RESULT_DOES_NOT_APPLY, EXD_RESULT_MET, EXD_RESULT_NOT_MET};
    int worst = EXIT_CHECKED;
    for (size_t i = 0; i < 4; i++) {
        exd_ways *ways = NULL;
        exd_status status = exd_report_ways(report, finding, results[i], analysing->cli->changes > 0 ? analysing->cli->changes : 2, &ways);
        if (status == EXD_ERROR_ARGUMENT)
            continue; /* not a result that it could have, or the one it has */
        bool first = begin(analysing);
        if (status == EXD_OK && first)
            status = exd_ways_write(ways, analysing->cli->format, analysing->writing, output_sink, NULL);
        exd_ways_free(ways);
        int one = first ? wrote(analysing, report, status) : EXIT_UNUSABLE;
        worst = one > worst ? one : worst;
    }
    return worst;
}

static int analyse(struct analysing *analysing, exd_report *report)
{
    int worst = EXIT_CHECKED;
    if (analysing->rule == NULL)
        return analysing->each(analysing, report, EXD_EVERY_FINDING);
    for (size_t i = 0; i < exd_report_finding_count(report) && !ferror(stdout); i++) {
        if (strcmp(exd_report_finding_id(report, i), analysing->rule) != 0)
            continue;
        analysing->met++;
        int one = analysing->each(analysing, report, i);
        worst = one > worst ? one : worst;
    }
    return worst;
}

static int visit(void *user, exd_record *record)
{
    struct analysing *analysing = user;
    int result = input_check(&analysing->input, record, &analysing->report);
    return result == EXIT_CHECKED ? analyse(analysing, analysing->report) : result;
}

static int run(struct cli *cli, int (*each)(struct analysing *analysing, exd_report *report, size_t finding))
{
    int result = EXIT_UNUSABLE;
    struct analysing analysing = {.cli = cli, .each = each, .rule = cli->argument_count > 1 ? cli->arguments[1] : NULL};
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    if (input_begin(&analysing.input, cli, rules) && (analysing.writing = writing_options(cli, rules)) != NULL)
        result = input_each_record(&analysing.input, cli->arguments, 1, visit, &analysing);
    if (result == EXIT_CHECKED && analysing.rule != NULL && analysing.met == 0) {
        fprintf(stderr, "rule-check: no finding of `%s` in the report; `rule-check --full RECORD` lists them\n", analysing.rule);
        result = EXIT_UNUSABLE;
    }
    exd_report_unref(analysing.report);
    exd_write_options_free(analysing.writing);
    input_end(&analysing.input);
    exd_rules_unref(rules);
    return result;
}

static int run_verify(struct cli *cli)
{
    return run(cli, verify);
}

static int run_why_not(struct cli *cli)
{
    return run(cli, why_not);
}

enum {
    ANALYSIS_OPTIONS = 1u << OPTION_RULES | 1u << OPTION_AS_OF | 1u << OPTION_SET | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_FORMAT |
                       1u << OPTION_INDENT | 1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_COLOUR | 1u << OPTION_HELP
};

const struct command command_verify = {
    .name = "verify",
    .run = run_verify,
    .options = ANALYSIS_OPTIONS,
    .formats = FORMATS_ALL,
    .least_arguments = 1,
    .most_arguments = 2,
    .synopsis = "verify RECORD [INSTRUMENT/RULE]",
    .brief = "list the fewest facts to check against the papers",
    .summary = "List the smallest set of facts on which all governing findings stand, or the findings of one rule: what to check against "
               "the papers.",
    .help = "Examples:\n"
            "  rule-check verify request.yaml\n"
            "  rule-check verify request.yaml us-kr-treaty-1998/art-2-1",
};

const struct command command_why_not = {
    .name = "why-not",
    .run = run_why_not,
    .options = ANALYSIS_OPTIONS | 1u << OPTION_CHANGES,
    .formats = FORMATS_ALL,
    .least_arguments = 2,
    .most_arguments = 2,
    .synopsis = "why-not RECORD INSTRUMENT/RULE",
    .brief = "show what it would take for a finding to come out otherwise",
    .summary = "Show the smallest sets of changed facts under which the findings of a rule would have another result.",
    .help = "Examples:\n"
            "  rule-check why-not request.yaml kr-extradition-act/art-9-1\n"
            "  rule-check why-not --changes 3 request.yaml us-kr-treaty-1998/art-3-2",
};
