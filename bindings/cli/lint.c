/* rule-check lint: whether a directory of rules is sound, and what its languages lack. */
#include "cli.h"
#include "commands.h"

#include <string.h>

static int count_lacking(const exd_rules *rules)
{
    size_t languages = exd_rules_language_count(rules);
    for (size_t i = 0; i < languages; i++) {
        const char *language = exd_rules_language(rules, i);
        size_t lacking = 0;
        size_t texts = 0;
        exd_status status = exd_rules_untranslated(rules, language, false, &lacking, &texts, NULL, NULL);
        if (status != EXD_OK)
            return output_failure(stderr, language, status);
        printf("%s: %zu of %zu texts lacking\n", language, lacking, texts);
    }
    return EXIT_CHECKED;
}

static int list_lacking(const exd_rules *rules, const char *language, bool whole)
{
    exd_status status = exd_rules_untranslated(rules, language, whole, NULL, NULL, output_sink, NULL);
    if (status != EXD_ERROR_ARGUMENT)
        return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, "lint", status);
    fprintf(stderr, "rule-check: --lang takes the code of a language to translate into, such as ko, not `%s`\n", language);
    return EXIT_UNUSABLE;
}

static size_t count_rules(const exd_rules *rules)
{
    size_t count = 0;
    for (size_t i = 0; rules != NULL && i < exd_rules_instrument_count(rules); i++)
        count += exd_rules_rule_count(rules, i);
    return count;
}

static int summarise(const exd_rules *rules, size_t warnings)
{
    printf("instruments: %zu, rules: %zu, warnings: %zu\n", exd_rules_instrument_count(rules), count_rules(rules), warnings);
    return count_lacking(rules);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static void put_string(const char *key, const char *text)
{
    printf("\"%s\":\"", key);
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\')
            printf("\\%c", *at);
        else if (*at < 0x20 || *at == 0x7f)
            printf("\\u%04x", *at);
        else
            putchar(*at);
    }
    putchar('"');
}

static void put_diagnostic(const exd_diagnostics *list, size_t index)
{
    static const char *const severities[] = {"error", "warning", "note"};
    printf("%s{", index > 0 ? "," : "");
    put_string("severity", severities[exd_diagnostics_severity(list, index)]);
    putchar(',');
    put_string("code", exd_diagnostics_code(list, index));
    putchar(',');
    put_string("file", exd_diagnostics_file(list, index));
    printf(",\"line\":%u,\"column\":%u,", (unsigned)exd_diagnostics_line(list, index), (unsigned)exd_diagnostics_column(list, index));
    put_string("message", exd_diagnostics_message(list, index));
    putchar(',');
    put_string("help", exd_diagnostics_help(list, index));
    putchar('}');
}

/* `extradition-lint/1`: for programs that show each fault in its place, or keep count of them. */
static void put_json(const exd_rules *rules, const exd_diagnostics *list)
{
    printf("{\"format\":\"extradition-lint/1\",\"usable\":%s,\"instruments\":%zu,\"rules\":%zu,\"diagnostics\":[",
           rules != NULL ? "true" : "false", rules != NULL ? exd_rules_instrument_count(rules) : 0, count_rules(rules));
    for (size_t i = 0; i < exd_diagnostics_count(list); i++)
        put_diagnostic(list, i);
    puts("]}");
}

/* ---- the command ------------------------------------------------------------------------------------------------------ */

/* Rules with faults are what this command is for; rules that are not there are none. */
static bool has_unreadable(const exd_diagnostics *list)
{
    for (size_t i = 0; i < exd_diagnostics_count(list); i++)
        if (strcmp(exd_diagnostics_code(list, i), "E101") == 0)
            return true;
    return false;
}

static int lint(struct cli *cli, exd_diagnostics *diagnostics)
{
    const char *language = cli->language;
    cli->language = NULL; /* the one to list need not be there yet */
    if (cli->argument_count == 1)
        cli->rules = cli->arguments[0];
    exd_rules *rules = rules_load_strictly(cli, diagnostics);
    size_t warnings = exd_diagnostics_count(diagnostics) - exd_diagnostics_error_count(diagnostics);
    int result = rules != NULL ? EXIT_CHECKED : has_unreadable(diagnostics) ? EXIT_UNUSABLE : EXIT_FOUND;
    if (cli->format == EXD_FORMAT_JSON)
        put_json(rules, diagnostics);
    else if (rules != NULL)
        result = language != NULL ? list_lacking(rules, language, cli->full) : summarise(rules, warnings);
    exd_rules_unref(rules);
    return result == EXIT_CHECKED && warnings > 0 ? EXIT_FOUND : result;
}

static int run(struct cli *cli)
{
    if (cli->format == EXD_FORMAT_JSON && cli->language != NULL)
        return command_usage_error(&command_lint, "what a language lacks is written as a file of translations, and not as json");
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    int result = diagnostics == NULL ? output_failure(stderr, "lint", EXD_ERROR_MEMORY) : lint(cli, diagnostics);
    exd_diagnostics_free(diagnostics);
    return result;
}

const struct command command_lint = {
    .name = "lint",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_FORMAT | 1u << OPTION_LANG | 1u << OPTION_FULL | 1u << OPTION_HELP,
    .formats = FORMATS_OF_PAGES,
    .least_arguments = 0,
    .most_arguments = 1,
    .synopsis = "lint [DIRECTORY]",
    .brief = "check a directory of rules for faults",
    .summary = "Check a directory of rules: every key, name, type, reference and date, and what nothing uses.",
    .help = "Leaves with 1 when there is an error or a warning. --format json lists them for programs. With --lang, what that language "
            "lacks is written as a file of translations "
            "to be\n"
            "filled in: of the instruments that are begun, or with --full of all.\n\n"
            "Examples:\n"
            "  rule-check lint\n"
            "  rule-check lint my-rules\n"
            "  rule-check lint --lang ko",
};
