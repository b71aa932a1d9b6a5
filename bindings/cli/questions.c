/* rule-check questions: what to ask next. */
#include "cli.h"
#include "commands.h"

struct asking {
    struct input input;
    exd_write_options *writing;
    exd_report *report; /* used again */
    size_t written;
};

static int visit(void *user, exd_record *record)
{
    struct asking *asking = user;
    int result = input_check(&asking->input, record, &asking->report);
    if (result != EXIT_CHECKED)
        return result;
    if (asking->written++ > 0)
        putchar('\n');
    exd_status status = exd_report_write_questions(asking->report, asking->writing, output_sink, NULL);
    return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, exd_record_id(record), status);
}

static int run(struct cli *cli)
{
    int result = EXIT_UNUSABLE;
    struct asking asking = {0};
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    cli->analyse = true;
    if (input_begin(&asking.input, cli, rules) && (asking.writing = writing_options(cli, rules)) != NULL)
        result = input_each_record(&asking.input, cli->arguments, cli->argument_count, visit, &asking);
    exd_report_unref(asking.report);
    exd_write_options_free(asking.writing);
    input_end(&asking.input);
    exd_rules_unref(rules);
    return result;
}

const struct command command_questions = {
    .name = "questions",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_AS_OF | 1u << OPTION_SET | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_ONLY |
               1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_COLOUR | 1u << OPTION_HELP,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "questions RECORD...",
    .brief = "list what the records lack",
    .summary = "List what a record still lacks: what to ask, who can answer, and which findings the answer could decide.",
    .help = "Examples:\n"
            "  rule-check questions request.yaml\n"
            "  rule-check questions --only shall-refuse request.yaml",
};
