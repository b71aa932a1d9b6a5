/* rule-check explain: one rule, or one instrument, as a lawyer would read it. */
#include "cli.h"
#include "commands.h"
#include "paths.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PATH_BYTES = 4096, CASES_SHOWN = 40 };

/* The search for case tests that expect something of one rule. */
struct search {
    const char *rule;
    const char *path;
    int found;
};

static int look_at(void *user, exd_record *record)
{
    struct search *search = user;
    bool about = false;
    for (size_t i = 0; i < exd_record_expectation_count(record) && !about; i++)
        about = strcmp(exd_record_expectation_rule(record, i), search->rule) == 0;
    if (!about || search->found++ >= CASES_SHOWN)
        return EXIT_CHECKED;
    if (search->found == 1)
        puts("\nCases that test it\n------------------");
    const char *title = exd_record_title(record);
    const char *slash = strrchr(search->path, '/');
    printf("%s: %s\n", slash == NULL ? search->path : slash + 1, title[0] != '\0' ? title : exd_record_id(record));
    return EXIT_CHECKED;
}

/* The case tests that lie beside the rules, in a source tree: those of the instrument, and the decided cases. */
static void show_cases(struct input *input, const char *id)
{
    char directory[PATH_BYTES];
    char path[PATH_BYTES + 256];
    const char *found = rules_directory(input->cli, directory, sizeof directory);
    struct search search = {.rule = id};
    for (int decided = 0; decided < 2; decided++) {
        struct paths paths = {0};
        char *word = path;
        if (decided)
            snprintf(path, sizeof path, "%s/../tests/decided", found);
        else
            snprintf(path, sizeof path, "%s/../tests/cases/%.*s.yaml", found, (int)strcspn(id, "/"), id);
        bool there = access(path, R_OK) == 0 && paths_find(&paths, &word, 1);
        for (size_t j = 0; there && j < paths.count; j++) {
            search.path = paths.items[j];
            input_each_record(input, &paths.items[j], 1, look_at, &search);
        }
        paths_free(&paths);
    }
    if (search.found > CASES_SHOWN)
        printf("and %d more\n", search.found - CASES_SHOWN);
}

static int explain(struct input *input, const char *id)
{
    exd_diagnostics_clear(input->diagnostics);
    exd_status status = exd_rules_explain(input->rules, id, options_width(input->cli), output_sink, NULL, input->diagnostics);
    output_diagnostics(stderr, input->diagnostics);
    if (status == EXD_OK) {
        if (strchr(id, '/') != NULL)
            show_cases(input, id);
        return EXIT_CHECKED;
    }
    return exd_diagnostics_count(input->diagnostics) > 0 ? EXIT_UNUSABLE : output_failure(stderr, id, status);
}

static int run(struct cli *cli)
{
    struct input input = {0};
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    int result = input_begin(&input, cli, rules) ? EXIT_CHECKED : EXIT_UNUSABLE;
    for (int i = 0; input.diagnostics != NULL && i < cli->argument_count; i++) {
        int one = explain(&input, cli->arguments[i]);
        result = one > result ? one : result;
    }
    input_end(&input);
    exd_rules_unref(rules);
    return result;
}

const struct command command_explain = {
    .name = "explain",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_HELP,
    .least_arguments = 1,
    .most_arguments = -1,
    .synopsis = "explain RULE|INSTRUMENT...",
    .brief = "explain rules and instruments",
    .summary = "Explain a rule: its provision, effect, limbs, exceptions, precedence, and the facts it needs.",
    .help = "RULE is written instrument/rule, as reports write it. An instrument alone gives its head and the list of its rules.\n"
            "In a source tree the case tests that expect something of the rule are listed too.\n\n"
            "Examples:\n"
            "  rule-check explain us-kr-treaty-1998/art-3-1\n"
            "  rule-check explain kr-extradition-act",
};
