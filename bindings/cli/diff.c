/* rule-check diff: what differs between two records, or between two sets of rules and what that does to records. */
#define _POSIX_C_SOURCE 200809L /* stat */

#include "cli.h"
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct comparing {
    struct cli *cli;
    exd_rules *rules[2];
    struct input inputs[2];
    exd_report *reports[2]; /* used again */
    exd_write_options *writing;
    exd_write_options *lines; /* of rules, which are not wrapped */
    size_t written;
};

static bool is_directory(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* ---- pages, line by line ---------------------------------------------------------------------------------------------- */

struct page {
    struct output_buffer text;
    char **lines;
    size_t line_count;
};

static size_t count_lines(const char *text)
{
    size_t count = 0;
    for (; text != NULL && *text != '\0'; count++) {
        const char *end = strchr(text, '\n');
        text = end == NULL ? NULL : end + 1;
    }
    return count;
}

static bool split(struct page *page)
{
    page->lines = calloc(count_lines(page->text.bytes) + 1, sizeof *page->lines);
    for (char *line = page->text.bytes; page->lines != NULL && line != NULL && *line != '\0';) {
        char *end = strchr(line, '\n');
        page->lines[page->line_count++] = line;
        if (end != NULL)
            *end = '\0';
        line = end == NULL ? NULL : end + 1;
    }
    return page->lines != NULL;
}

static void free_page(struct page *page)
{
    if (page == NULL)
        return;
    free(page->text.bytes);
    free(page->lines);
    free(page);
}

/* How a rule or an instrument reads; NULL when memory ran out. */
static struct page *read_page(const exd_rules *rules, const char *id, const exd_write_options *lines)
{
    struct page *page = calloc(1, sizeof *page);
    if (page != NULL && exd_rules_explain(rules, id, NULL, 0, EXD_FORMAT_TEXT, lines, output_buffer_sink, &page->text, NULL) == EXD_OK &&
        split(page))
        return page;
    free_page(page);
    return NULL;
}

static void put_line(char mark, const char *line)
{
    if (line[strspn(line, " =-")] != '\0') /* neither empty nor an underline */
        printf("    %c %s\n", mark, line);
}

/* The longest common lines are left out; `common` has a row for each line of `a` and one more. */
static void put_difference(const struct page *a, const struct page *b, const unsigned *common)
{
    size_t width = b->line_count + 1;
    size_t i = 0;
    size_t j = 0;
    while (i < a->line_count || j < b->line_count) {
        if (i < a->line_count && j < b->line_count && strcmp(a->lines[i], b->lines[j]) == 0) {
            i++;
            j++;
        } else if (j == b->line_count || (i < a->line_count && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
            put_line('-', a->lines[i++]);
        } else {
            put_line('+', b->lines[j++]);
        }
    }
}

static bool compare_pages(const struct page *a, const struct page *b)
{
    size_t width = b->line_count + 1;
    unsigned *common = calloc((a->line_count + 1) * width, sizeof *common);
    if (common == NULL)
        return false;
    for (size_t i = a->line_count; i-- > 0;)
        for (size_t j = b->line_count; j-- > 0;) {
            unsigned down = common[(i + 1) * width + j];
            unsigned right = common[i * width + j + 1];
            bool same = strcmp(a->lines[i], b->lines[j]) == 0;
            common[i * width + j] = same ? common[(i + 1) * width + j + 1] + 1 : down > right ? down : right;
        }
    put_difference(a, b, common);
    free(common);
    return true;
}

static bool same_page(const struct page *a, const struct page *b)
{
    if (a->line_count != b->line_count)
        return false;
    for (size_t i = 0; i < a->line_count; i++)
        if (strcmp(a->lines[i], b->lines[i]) != 0)
            return false;
    return true;
}

/* ---- rules ------------------------------------------------------------------------------------------------------------ */

static bool compare_one(struct comparing *comparing, const char *id, const char *title)
{
    struct page *before = read_page(comparing->rules[0], id, comparing->lines);
    struct page *after = read_page(comparing->rules[1], id, comparing->lines);
    bool good = before != NULL && after != NULL;
    if (good && !same_page(before, after)) {
        printf("~ %s  %s\n", id, title);
        comparing->written++;
        good = compare_pages(before, after);
    }
    free_page(before);
    free_page(after);
    return good;
}

static size_t find_rule(const exd_rules *rules, size_t instrument, const char *id)
{
    size_t rule = 0;
    while (rule < exd_rules_rule_count(rules, instrument) && strcmp(exd_rules_rule_text(rules, instrument, rule, EXD_RULE_ID), id) != 0)
        rule++;
    return rule;
}

static void put_rule(struct comparing *comparing, char mark, int side, size_t instrument, size_t rule)
{
    const exd_rules *rules = comparing->rules[side];
    printf("%c %s  %s: %s\n", mark, exd_rules_rule_text(rules, instrument, rule, EXD_RULE_ID),
           exd_rules_rule_text(rules, instrument, rule, EXD_RULE_CITE), exd_rules_rule_text(rules, instrument, rule, EXD_RULE_TITLE));
    comparing->written++;
}

static bool compare_rules_of(struct comparing *comparing, size_t before, size_t after)
{
    const exd_rules *a = comparing->rules[0];
    const exd_rules *b = comparing->rules[1];
    bool good = true;
    for (size_t i = 0; i < exd_rules_rule_count(a, before); i++)
        if (find_rule(b, after, exd_rules_rule_text(a, before, i, EXD_RULE_ID)) == exd_rules_rule_count(b, after))
            put_rule(comparing, '-', 0, before, i);
    for (size_t i = 0; i < exd_rules_rule_count(b, after) && good; i++) {
        const char *id = exd_rules_rule_text(b, after, i, EXD_RULE_ID);
        if (find_rule(a, before, id) == exd_rules_rule_count(a, before))
            put_rule(comparing, '+', 1, after, i);
        else
            good = compare_one(comparing, id, exd_rules_rule_text(b, after, i, EXD_RULE_TITLE));
    }
    return good;
}

static const char *instrument_id(const struct comparing *comparing, int side, size_t index)
{
    return exd_rules_instrument_text(comparing->rules[side], index, EXD_INSTRUMENT_ID);
}

static void put_instrument(struct comparing *comparing, char mark, int side, size_t index)
{
    const exd_rules *rules = comparing->rules[side];
    printf("%c %s  %s, with %zu rules\n", mark, instrument_id(comparing, side, index),
           exd_rules_instrument_text(rules, index, EXD_INSTRUMENT_TITLE), exd_rules_rule_count(rules, index));
    comparing->written++;
}

/* Both lists are in the order of their ids. */
static bool compare_rules(struct comparing *comparing)
{
    size_t i = 0;
    size_t j = 0;
    size_t before = exd_rules_instrument_count(comparing->rules[0]);
    size_t after = exd_rules_instrument_count(comparing->rules[1]);
    bool good = true;
    while ((i < before || j < after) && good) {
        int order = i == before ? 1 : j == after ? -1 : strcmp(instrument_id(comparing, 0, i), instrument_id(comparing, 1, j));
        if (order < 0)
            put_instrument(comparing, '-', 0, i++);
        else if (order > 0)
            put_instrument(comparing, '+', 1, j++);
        else {
            const char *title = exd_rules_instrument_text(comparing->rules[1], j, EXD_INSTRUMENT_TITLE);
            good = compare_one(comparing, instrument_id(comparing, 1, j), title) && compare_rules_of(comparing, i, j);
            i++;
            j++;
        }
    }
    if (good && comparing->written == 0)
        puts("No rule reads otherwise.");
    return good;
}

/* ---- records ---------------------------------------------------------------------------------------------------------- */

static bool check(struct comparing *comparing, int side, exd_record_file *file, const char *path, size_t index)
{
    exd_record *record = input_get(&comparing->inputs[side], file, path, index);
    bool good = record != NULL && input_check(&comparing->inputs[side], record, &comparing->reports[side]) == EXIT_CHECKED;
    exd_record_unref(record);
    return good;
}

static int compare_records(struct comparing *comparing, exd_record_file *const files[2], const char *const paths[2], size_t index)
{
    if (comparing->written > 0 && comparing->cli->format == EXD_FORMAT_HTML)
        return output_second_page();
    if (!check(comparing, 0, files[0], paths[0], index) || !check(comparing, 1, files[1], paths[1], index))
        return EXIT_UNUSABLE;
    if (comparing->written++ > 0 && comparing->cli->format != EXD_FORMAT_JSON)
        putchar('\n');
    return changes_write(comparing->reports[0], comparing->reports[1], comparing->cli, comparing->writing);
}

/* The records of two files, the first with the first. */
static int compare_open_files(struct comparing *comparing, exd_record_file *const files[2], const char *const paths[2])
{
    int result = EXIT_CHECKED;
    size_t count = exd_record_file_count(files[0]);
    size_t other = exd_record_file_count(files[1]);
    if (count != other) {
        fprintf(stderr, "rule-check: %s has %zu records and %s has %zu: they cannot be put side by side\n", paths[0], count, paths[1],
                other);
        return EXIT_UNUSABLE;
    }
    for (size_t i = 0; i < count && !ferror(stdout); i++) {
        int one = compare_records(comparing, files, paths, i);
        result = one > result ? one : result;
    }
    return result;
}

static int compare_files(struct comparing *comparing, const char *before, const char *after)
{
    const char *const paths[] = {before, after};
    exd_record_file *files[] = {input_open_file(&comparing->inputs[0], before), NULL};
    if (files[0] != NULL)
        files[1] = input_open_file(&comparing->inputs[1], after);
    int result = files[1] != NULL ? compare_open_files(comparing, files, paths) : EXIT_UNUSABLE;
    exd_record_file_free(files[1]);
    exd_record_file_free(files[0]);
    return result;
}

static int compare_rule_sets(struct comparing *comparing)
{
    int result = EXIT_CHECKED;
    exd_write_options_set_width(comparing->lines, 0);
    if (comparing->cli->format == EXD_FORMAT_TEXT && !compare_rules(comparing))
        return output_failure(stderr, "rules", EXD_ERROR_MEMORY);
    for (int i = 2; i < comparing->cli->argument_count && !ferror(stdout); i++) {
        int one = compare_files(comparing, comparing->cli->arguments[i], comparing->cli->arguments[i]);
        result = one > result ? one : result;
    }
    return result;
}

static exd_rules *load_from(struct cli *cli, const char *directory)
{
    struct cli own = *cli;
    own.rules = directory;
    return rules_load(&own);
}

static int run(struct cli *cli)
{
    int result = EXIT_UNUSABLE;
    struct comparing comparing = {.cli = cli};
    bool rules = is_directory(cli->arguments[0]) && is_directory(cli->arguments[1]);
    if (!rules && cli->argument_count > 2)
        return command_usage_error(&command_diff, "two records are compared, or two directories of rules and then records");
    if (rules && cli->argument_count == 2 && cli->format != EXD_FORMAT_TEXT)
        return command_usage_error(&command_diff, "rules are compared as text; --format is for the findings of records");
    comparing.rules[0] = rules ? load_from(cli, cli->arguments[0]) : rules_load(cli);
    if (comparing.rules[0] != NULL)
        comparing.rules[1] = rules ? load_from(cli, cli->arguments[1]) : exd_rules_ref(comparing.rules[0]);
    if (comparing.rules[1] != NULL && input_begin(&comparing.inputs[0], cli, comparing.rules[0]) &&
        input_begin(&comparing.inputs[1], cli, comparing.rules[1]) &&
        (comparing.writing = writing_options(cli, comparing.rules[1])) != NULL &&
        (comparing.lines = writing_options(cli, comparing.rules[1])) != NULL)
        result = rules ? compare_rule_sets(&comparing) : compare_files(&comparing, cli->arguments[0], cli->arguments[1]);
    for (int side = 0; side < 2; side++) {
        exd_report_unref(comparing.reports[side]);
        input_end(&comparing.inputs[side]);
        exd_rules_unref(comparing.rules[side]);
    }
    exd_write_options_free(comparing.lines);
    exd_write_options_free(comparing.writing);
    return result;
}

const struct command command_diff = {
    .name = "diff",
    .run = run,
    .options = 1u << OPTION_RULES | 1u << OPTION_AS_OF | 1u << OPTION_NO_PRESUMPTIONS | 1u << OPTION_FORMAT | 1u << OPTION_INDENT |
               1u << OPTION_LANG | 1u << OPTION_WIDTH | 1u << OPTION_COLOUR | 1u << OPTION_HELP,
    .formats = FORMATS_ALL,
    .least_arguments = 2,
    .most_arguments = -1,
    .synopsis = "diff A B [RECORD...]",
    .brief = "compare two records, or two sets of rules",
    .summary =
        "Show which findings differ between two records; or which rules read otherwise in two directories of rules, and which findings "
        "of the records change with them.",
    .help = "Examples:\n"
            "  rule-check diff request-march.yaml request-may.yaml\n"
            "  rule-check diff rules-2024 rules tests/decided/*.yaml",
};
