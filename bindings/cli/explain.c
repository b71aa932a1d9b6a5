/* rule-check explain: one rule, or one instrument, as a lawyer would read it. */
#include "cli.h"
#include "commands.h"
#include "paths.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_BYTES = 4096 };

struct explaining {
    struct input input;
    exd_write_options *writing;
    const char *about;  /* an id of the instrument whose cases are held: rules mostly come one after another; NULL: none are */
    exd_record **cases; /* of its rules, and perhaps of others */
    size_t case_count;
    size_t case_capacity;
};

static int keep_case(void *user, exd_record *record)
{
    struct explaining *explaining = user;
    if (exd_record_expectation_count(record) == 0)
        return EXIT_CHECKED;
    if (explaining->case_count == explaining->case_capacity) {
        size_t capacity = explaining->case_capacity * 2 + 64;
        exd_record **grown = realloc(explaining->cases, capacity * sizeof *grown);
        if (grown == NULL)
            return output_failure(stderr, "cases", EXD_ERROR_MEMORY);
        explaining->cases = grown;
        explaining->case_capacity = capacity;
    }
    explaining->cases[explaining->case_count++] = exd_record_ref(record);
    return EXIT_CHECKED;
}

static void forget_cases(struct explaining *explaining)
{
    while (explaining->case_count > 0)
        exd_record_unref(explaining->cases[--explaining->case_count]);
}

static bool is_of_same_instrument(const char *id, const char *other)
{
    size_t length = strcspn(id, "/");
    return strcspn(other, "/") == length && memcmp(id, other, length) == 0;
}

/* The case tests that lie beside the rules, in a source tree: those of the instrument, and the decided cases. */
static void find_cases(struct explaining *explaining, const char *id)
{
    if (explaining->about != NULL && is_of_same_instrument(id, explaining->about))
        return;
    forget_cases(explaining);
    explaining->about = id;
    char directory[PATH_BYTES];
    char path[PATH_BYTES + 256];
    const char *found = rules_directory(explaining->input.cli, directory, sizeof directory);
    for (int decided = 0; decided < 2; decided++) {
        struct paths paths = {0};
        char *word = path;
        if (decided)
            snprintf(path, sizeof path, "%s/../tests/decided", found);
        else
            snprintf(path, sizeof path, "%s/../tests/cases/%.*s.yaml", found, (int)strcspn(id, "/"), id);
        if (access(path, R_OK) == 0 && paths_find(&paths, &word, 1))
            input_each_record(&explaining->input, paths.items, (int)paths.count, keep_case, explaining);
        paths_free(&paths);
    }
}

static int explain(struct explaining *explaining, const char *id)
{
    exd_diagnostics *diagnostics = explaining->input.diagnostics;
    bool is_rule = strchr(id, '/') != NULL;
    if (is_rule)
        find_cases(explaining, id);
    exd_diagnostics_clear(diagnostics);
    exd_status status = exd_rules_explain(explaining->input.rules, id, explaining->cases, is_rule ? explaining->case_count : 0,
                                          explaining->input.cli->format, explaining->writing, output_sink, NULL, diagnostics);
    output_diagnostics(stderr, diagnostics);
    if (status == EXD_OK)
        return EXIT_CHECKED;
    return exd_diagnostics_count(diagnostics) > 0 ? EXIT_UNUSABLE : output_failure(stderr, id, status);
}

static int explain_each(struct explaining *explaining, char *const *ids, int count)
{
    int worst = EXIT_CHECKED;
    for (int i = 0; i < count; i++) {
        int one = explain(explaining, ids[i]);
        worst = one > worst ? one : worst;
    }
    return worst;
}

static int run(struct cli *cli)
{
    struct explaining explaining = {.cases = NULL};
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    int result = EXIT_UNUSABLE;
    if (input_begin(&explaining.input, cli, rules) && (explaining.writing = writing_options(cli, rules)) != NULL)
        result = explain_each(&explaining, cli->arguments, cli->argument_count);
    forget_cases(&explaining);
    free(explaining.cases);
    exd_write_options_free(explaining.writing);
    input_end(&explaining.input);
    exd_rules_unref(rules);
    return result;
}

const struct command command_explain = {
    .name = "explain",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_FORMAT | 1u << OPTION_INDENT | 1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_HELP,
    .formats = FORMATS_OF_PAGES,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "explain RULE|INSTRUMENT...",
    .brief = "explain rules and instruments",
    .summary = "Explain a rule: its provision, effect, limbs, exceptions, precedence, and the facts it needs.",
    .help = "RULE is written instrument/rule, as reports write it. An instrument alone gives its head and the list of its rules.\n"
            "In a source tree the case tests that expect something of the rule are listed too.\n\n"
            "Examples:\n"
            "  rule-check explain us-kr-treaty-1998/art-3-1\n"
            "  rule-check explain kr-extradition-act\n"
            "  rule-check explain --format json kr-extradition-act | jq '.rules[].id'",
};
