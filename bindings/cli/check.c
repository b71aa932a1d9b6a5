/* rule-check check: the main job. Records are checked by one thread or by several; what is written is the same to the byte. */
#define _POSIX_C_SOURCE 200809L /* open_memstream */

#include "cli.h"
#include "commands.h"
#include "crew.h"

#include <stdlib.h>
#include <string.h>

/* What a thread checks with. Its report is used again for every record, so that a long list costs no more memory than its longest. */
struct worker {
    struct input input;
    exd_write_options *writing;
    exd_report *report;
};

struct checking {
    const struct cli *cli;
    struct worker *workers;
    struct input_source source;
    size_t written;
    int result;
};

/* Whether a finding is what --fail-on asks about: it governs, and applies, or is a requirement that is not met. */
static bool is_failure(const struct word_list *effects, const exd_report *report, size_t finding)
{
    exd_result result = exd_report_finding_result(report, finding);
    if (exd_report_finding_standing(report, finding) != EXD_STANDING_GOVERNS)
        return false;
    if (result != EXD_RESULT_APPLIES && result != EXD_RESULT_NOT_MET)
        return false;
    const char *effect = exd_effect_name(exd_report_finding_effect(report, finding));
    for (int i = 0; i < effects->count; i++)
        if (strcmp(effect, effects->words[i]) == 0)
            return true;
    return false;
}

static int verdict(const struct word_list *effects, const exd_report *report)
{
    if (effects->count == 0)
        return EXIT_CHECKED;
    for (size_t i = 0; i < exd_report_finding_count(report); i++)
        if (is_failure(effects, report, i))
            return EXIT_FOUND;
    return EXIT_CHECKED;
}

/* ---- one record ------------------------------------------------------------------------------------------------------- */

/* From here on messages are kept for the turn; false when there is no memory for them. */
static bool keep_messages(struct worker *worker, struct turn *turn, char **bytes, size_t *length)
{
    worker->input.errors = open_memstream(bytes, length);
    turn->out_of_memory = worker->input.errors == NULL;
    return !turn->out_of_memory;
}

static void hand_over_messages(struct worker *worker, struct turn *turn, char *const *bytes, const size_t *length)
{
    bool good = fclose(worker->input.errors) == 0;
    if (!good || output_buffer_sink(&turn->messages, *bytes, *length) != 0)
        turn->out_of_memory = true;
    free(*bytes);
    worker->input.errors = stderr;
}

static bool take(void *user, unsigned number, struct turn *turn)
{
    struct checking *checking = user;
    struct worker *worker = &checking->workers[number];
    char *bytes = NULL;
    size_t length = 0;
    if (!keep_messages(worker, turn, &bytes, &length))
        return false;
    bool found = input_next(&checking->source, &worker->input, &turn->record);
    turn->result = found && turn->record == NULL ? EXIT_UNUSABLE : EXIT_CHECKED;
    hand_over_messages(worker, turn, &bytes, &length);
    return found;
}

static void write_report(const struct checking *checking, struct worker *worker, struct turn *turn)
{
    exd_status status = exd_report_write(worker->report, checking->cli->format, worker->writing, output_buffer_sink, &turn->report);
    if (status == EXD_OK)
        turn->result = verdict(&checking->cli->fail_on, worker->report);
    else
        turn->result = output_failure(worker->input.errors, "report", EXD_ERROR_MEMORY);
    turn->reported = status == EXD_OK;
}

static void work(void *user, unsigned number, struct turn *turn)
{
    struct checking *checking = user;
    struct worker *worker = &checking->workers[number];
    char *bytes = NULL;
    size_t length = 0;
    if (turn->record == NULL || !keep_messages(worker, turn, &bytes, &length))
        return;
    turn->result = input_check(&worker->input, turn->record, &worker->report);
    if (turn->result == EXIT_CHECKED)
        write_report(checking, worker, turn);
    exd_record_unref(turn->record);
    hand_over_messages(worker, turn, &bytes, &length);
}

/* ---- in their order --------------------------------------------------------------------------------------------------- */

static void put_separator(const struct checking *checking)
{
    unsigned width = options_width(checking->cli);
    if (checking->written == 0 || checking->cli->format == EXD_FORMAT_JSON)
        return;
    putchar('\n');
    if (checking->cli->format != EXD_FORMAT_TEXT)
        return;
    for (unsigned i = 0; i < (width == 0 ? 80 : width); i++)
        putchar('=');
    fputs("\n\n", stdout);
}

static int put_report(struct checking *checking, const struct turn *turn)
{
    if (checking->written > 0 && checking->cli->format == EXD_FORMAT_HTML)
        return output_second_page();
    put_separator(checking);
    fwrite(turn->report.bytes, 1, turn->report.length, stdout);
    checking->written++;
    return turn->result;
}

static bool put(void *user, const struct turn *turn)
{
    struct checking *checking = user;
    int result = turn->result;
    if (turn->messages.length > 0 || turn->out_of_memory)
        fflush(stdout);
    fwrite(turn->messages.bytes != NULL ? turn->messages.bytes : "", 1, turn->messages.length, stderr);
    if (turn->reported)
        result = put_report(checking, turn);
    if (turn->out_of_memory)
        result = output_failure(stderr, "messages", EXD_ERROR_MEMORY);
    checking->result = result > checking->result ? result : checking->result;
    return !ferror(stdout);
}

/* How to write reports; NULL after a message. */
exd_write_options *writing_options(const struct cli *cli, const exd_rules *rules)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_write_options *options = exd_write_options_new();
    if (options == NULL || diagnostics == NULL) {
        output_failure(stderr, "options", EXD_ERROR_MEMORY);
        exd_write_options_free(options);
        exd_diagnostics_free(diagnostics);
        return NULL;
    }
    exd_write_options_set_width(options, options_width(cli));
    exd_write_options_set_colour(options, options_colour(cli));
    exd_write_options_set_indent(options, cli->indent);
    exd_write_options_set_full(options, cli->full);
    exd_status status = EXD_OK;
    for (int i = 0; i < cli->only.count && status == EXD_OK; i++)
        status = exd_write_options_only(options, rules, cli->only.words[i], diagnostics);
    output_diagnostics(stderr, diagnostics);
    exd_diagnostics_free(diagnostics);
    if (status == EXD_OK)
        return options;
    exd_write_options_free(options);
    return NULL;
}

static bool begin_workers(struct checking *checking, exd_rules *rules, unsigned jobs)
{
    checking->workers = calloc(jobs, sizeof *checking->workers);
    if (checking->workers == NULL) {
        output_failure(stderr, "check", EXD_ERROR_MEMORY);
        return false;
    }
    for (unsigned i = 0; i < jobs; i++) {
        struct worker *worker = &checking->workers[i];
        if (!input_begin(&worker->input, checking->cli, rules) || (worker->writing = writing_options(checking->cli, rules)) == NULL)
            return false;
    }
    return true;
}

static void end_workers(struct checking *checking, unsigned jobs)
{
    for (unsigned i = 0; checking->workers != NULL && i < jobs; i++) {
        exd_report_unref(checking->workers[i].report);
        exd_write_options_free(checking->workers[i].writing);
        input_end(&checking->workers[i].input);
    }
    free(checking->workers);
}

static int run(struct cli *cli)
{
    unsigned jobs = cli->jobs == 0 ? crew_processors() : cli->jobs;
    struct checking checking = {.cli = cli, .source = {.paths = cli->arguments, .count = cli->argument_count}};
    struct crew_work crew_work = {.user = &checking, .take = take, .work = work, .put = put};
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    if (!begin_workers(&checking, rules, jobs))
        checking.result = EXIT_UNUSABLE;
    else if (!crew_run(&crew_work, jobs))
        checking.result = output_failure(stderr, "check", EXD_ERROR_MEMORY);
    input_close(&checking.source);
    end_workers(&checking, jobs);
    exd_rules_unref(rules);
    return checking.result;
}

const struct command command_check = {
    .name = "check",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_AS_OF | 1u << OPTION_FORMAT | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_ONLY |
               1u << OPTION_FAIL_ON | 1u << OPTION_FULL | 1u << OPTION_ANALYSE | 1u << OPTION_INDENT | 1u << OPTION_LANG |
               1u << OPTION_WIDTH | 1u << OPTION_COLOUR | 1u << OPTION_SET | 1u << OPTION_JOBS | 1u << OPTION_HELP,
    .formats = FORMATS_ALL,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "[check] RECORD...",
    .brief = "check requests: the main job",
    .summary = "Check extradition requests against the rules: which grounds and conditions apply, why, and what the file lacks.",
    .help = "RECORD is a file with one or more records; - reads standard input. This is the main job: the word check may be left out.\n\n"
            "Examples:\n"
            "  rule-check request.yaml\n"
            "  rule-check --as-of 2020-07-06 --only shall-refuse,open request.yaml\n"
            "  rule-check --format json --fail-on shall-refuse --jobs 0 requests/*.yaml",
};
