/* rule-check questions: what to ask next, as a list or one by one. */
#include "ask.h"
#include "cli.h"
#include "commands.h"

#include <stdio.h>
#include <string.h>

struct asking {
    struct input input;
    exd_write_options *writing;
    exd_report *report; /* used again */
    size_t written;
    exd_record *only; /* --ask: the record of the file */
    size_t records;
};

static int visit(void *user, exd_record *record)
{
    struct asking *asking = user;
    int result = input_check(&asking->input, record, &asking->report);
    if (result != EXIT_CHECKED)
        return result;
    exd_format format = asking->input.cli->format;
    if (asking->written++ > 0 && format != EXD_FORMAT_JSON)
        putchar('\n');
    exd_status status = exd_report_write_questions(asking->report, format, asking->writing, output_sink, NULL);
    return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, exd_record_id(record), status);
}

/* --ask is about one record: its file is closed before anything is asked. */
static int keep_one(void *user, exd_record *record)
{
    struct asking *asking = user;
    if (asking->records++ == 0)
        asking->only = exd_record_ref(record);
    return EXIT_CHECKED;
}

static int ask_one(struct asking *asking, char *const *path)
{
    int result = input_each_record(&asking->input, path, 1, keep_one, asking);
    if (result == EXIT_CHECKED && asking->records != 1)
        result = command_usage_error(&command_questions, "--ask is about one record; %s has %zu", *path, asking->records);
    exd_record *supposed = result == EXIT_CHECKED ? input_with_settings(&asking->input, asking->only) : NULL;
    if (supposed != NULL)
        result = ask(&asking->input, supposed, asking->writing);
    else if (result == EXIT_CHECKED)
        result = EXIT_UNUSABLE;
    exd_record_unref(supposed);
    exd_record_unref(asking->only);
    return result;
}

static bool is_usable(const struct cli *cli)
{
    bool from_input = cli->argument_count > 0 && strcmp(cli->arguments[0], "-") == 0;
    if (cli->ask && (cli->argument_count != 1 || from_input))
        command_usage_error(&command_questions, "--ask takes one file with a record, and reads the answers from standard input");
    else if (cli->ask && cli->format != EXD_FORMAT_TEXT)
        command_usage_error(&command_questions, "--ask asks people: it goes with text");
    else if (!cli->ask && cli->output != NULL)
        command_usage_error(&command_questions, "--output goes with --ask");
    else
        return true;
    return false;
}

static int run(struct cli *cli)
{
    if (!is_usable(cli))
        return EXIT_UNUSABLE;
    int result = EXIT_UNUSABLE;
    struct asking asking = {0};
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    cli->analyse = true;
    if (input_begin(&asking.input, cli, rules) && (asking.writing = writing_options(cli, rules)) != NULL)
        result = cli->ask ? ask_one(&asking, cli->arguments)
                          : input_each_record(&asking.input, cli->arguments, cli->argument_count, visit, &asking);
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
               1u << OPTION_ASK | 1u << OPTION_OUTPUT | 1u << OPTION_FORMAT | 1u << OPTION_INDENT | 1u << OPTION_LANG | 1u << OPTION_WIDTH |
               1u << OPTION_COLOUR | 1u << OPTION_HELP,
    .formats = FORMATS_OF_PAGES,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "questions RECORD...",
    .brief = "list what the records lack",
    .summary = "List what a record still lacks: what to ask, who can answer, and which findings the answer could decide.",
    .help = "Examples:\n"
            "  rule-check questions request.yaml\n"
            "  rule-check questions --only shall-refuse request.yaml\n"
            "  rule-check questions --format json request.yaml | jq -r '.questions[].question'\n"
            "  rule-check questions --ask --output answered.yaml request.yaml",
};
