/* rule-check schema: JSON Schema of the files, for editors. */
#include "cli.h"
#include "commands.h"

#include <string.h>

static bool find_schema(const char *word, exd_schema *out)
{
    for (int i = 0; exd_schema_name((exd_schema)i)[0] != '\0'; i++) {
        *out = (exd_schema)i;
        if (strcmp(word, exd_schema_name(*out)) == 0)
            return true;
    }
    return false;
}

static int usage_error(const char *word)
{
    fprintf(stderr, "rule-check: there is no schema `%s`; there are", word);
    for (int i = 0; exd_schema_name((exd_schema)i)[0] != '\0'; i++)
        fprintf(stderr, "%s %s", i > 0 ? "," : "", exd_schema_name((exd_schema)i));
    fputc('\n', stderr);
    return EXIT_UNUSABLE;
}

static int run(struct cli *cli)
{
    exd_schema schema = EXD_SCHEMA_RECORD;
    if (cli->argument_count > 0 && !find_schema(cli->arguments[0], &schema))
        return usage_error(cli->arguments[0]);
    exd_rules *rules = rules_load(cli);
    if (rules == NULL)
        return EXIT_UNUSABLE;
    exd_status status = exd_rules_schema(rules, schema, cli->indent, output_sink, NULL);
    exd_rules_unref(rules);
    return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, "schema", status);
}

const struct command command_schema = {
    .name = "schema",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_INDENT | 1u << OPTION_LANG | 1u << OPTION_HELP,
    .least_arguments = 0,
    .most_arguments = 1,
    .synopsis = "schema [KIND]",
    .brief = "write a JSON Schema for editors and programs",
    .summary = "Write a JSON Schema (2020-12) of a kind of file or of output: editors complete and check files with it, programs know what "
               "to expect.",
    .help = "Of files that people write: record (the default), cases, rulebook, translation, vocabulary, grounds, states.\n"
            "Of what is written with --format json: report (check), questions, checklist (verify), ways (why-not),\n"
            "changes (what-if, diff), facts, rule and instrument (explain), treaties, library, lint.\n\n"
            "Examples:\n"
            "  rule-check schema > extradition-record.json\n"
            "  rule-check schema rulebook > extradition-rulebook.json",
};
