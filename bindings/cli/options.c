#define _DEFAULT_SOURCE /* struct winsize */

#include "cli.h"
#include "crew.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { DEFAULT_WIDTH = 80, LEAST_WIDTH = 40, MOST_WIDTH = 120, WIDTH_MAX = 10000 };

struct option {
    const char *word;
    bool has_value;
    const char *value;
};

static const struct option option_table[] = {
#define X(id, word, has_value, value, help) {word, has_value, value},
    OPTION_LIST(X)
#undef X
};

/* Cuts `value`, which is a word of the command line, at its commas and adds the pieces to the list. An empty piece is a mistake: a script
 * whose variable is empty must not learn that nothing was found. */
static bool add_words(struct word_list *list, char *value, const struct command *command)
{
    for (char *word = value; word != NULL;) {
        char *comma = strchr(word, ',');
        if (comma != NULL)
            *comma = '\0';
        if (word[0] == '\0') {
            command_usage_error(command, "an empty word in a list of words");
            return false;
        }
        if (list->count == LIST_MAX) {
            command_usage_error(command, "too many words in a list; at most %d", LIST_MAX);
            return false;
        }
        list->words[list->count++] = word;
        word = comma == NULL ? NULL : comma + 1;
    }
    return true;
}

/* A setting may hold commas, and is kept whole. */
static bool add_setting(struct cli *cli, const struct command *command, const char *value)
{
    if (cli->set.count == LIST_MAX) {
        command_usage_error(command, "too many settings; at most %d", LIST_MAX);
        return false;
    }
    cli->set.words[cli->set.count++] = value;
    return true;
}

/* A number of digits alone, up to `most`. */
static bool read_number(const char *value, unsigned long most, unsigned *out)
{
    char *end = NULL;
    errno = 0;
    unsigned long number = strtoul(value, &end, 10);
    if (value[0] < '0' || value[0] > '9' || errno != 0 || *end != '\0' || number > most)
        return false;
    *out = (unsigned)number;
    return true;
}

static bool read_width(struct cli *cli, const struct command *command, const char *value)
{
    cli->width_given = read_number(value, WIDTH_MAX, &cli->width);
    if (!cli->width_given)
        command_usage_error(command, "--width takes a number of columns, not `%s`", value);
    return cli->width_given;
}

static bool read_jobs(struct cli *cli, const struct command *command, const char *value)
{
    bool good = read_number(value, JOBS_MAX, &cli->jobs);
    if (!good)
        command_usage_error(command, "--jobs takes a number of threads, 0 to %d, not `%s`", JOBS_MAX, value);
    return good;
}

static bool read_changes(struct cli *cli, const struct command *command, const char *value)
{
    if (value[0] < '1' || value[0] > '3' || value[1] != '\0') {
        command_usage_error(command, "--changes takes 1, 2 or 3, not `%s`", value);
        return false;
    }
    cli->changes = (unsigned)(value[0] - '0');
    return true;
}

/* The index of a word in a list that ends with NULL, or -1 after a message. */
static int choose(const struct command *command, const char *option, const char *value, const char *const *words)
{
    for (int i = 0; words[i] != NULL; i++)
        if (strcmp(value, words[i]) == 0)
            return i;
    command_usage_error(command, "--%s cannot be `%s`", option, value);
    return -1;
}

static bool is_effect(const char *word)
{
    for (int effect = 0; effect <= EXD_EFFECT_CONSIDERATION; effect++)
        if (strcmp(word, exd_effect_name((exd_effect)effect)) == 0)
            return true;
    return false;
}

static bool read_fail_on(struct cli *cli, const struct command *command, char *value)
{
    int before = cli->fail_on.count;
    if (!add_words(&cli->fail_on, value, command))
        return false;
    for (int i = before; i < cli->fail_on.count; i++) {
        if (!is_effect(cli->fail_on.words[i])) {
            command_usage_error(command, "--fail-on takes an effect, such as shall-refuse; `%s` is none", cli->fail_on.words[i]);
            return false;
        }
    }
    return true;
}

static bool read_colour(struct cli *cli, const struct command *command, const char *value)
{
    static const char *const colours[] = {"auto", "always", "never", NULL};
    int chosen = choose(command, "color", value, colours);
    if (chosen >= 0)
        cli->colour = (enum colour_choice)chosen;
    return chosen >= 0;
}

static bool read_format(struct cli *cli, const struct command *command, const char *value)
{
    int chosen = choose(command, "format", value, format_words);
    if (chosen >= 0 && (command->formats & (1u << chosen)) == 0) {
        command_usage_error(command, "%s does not write %s", command->name, value);
        return false;
    }
    if (chosen >= 0)
        cli->format = (exd_format)chosen;
    return chosen >= 0;
}

static bool apply(struct cli *cli, const struct command *command, enum option_id option, char *value)
{
    switch (option) {
    case OPTION_RULES:
        cli->rules = value;
        return true;
    case OPTION_AS_OF:
    case OPTION_ON:
        cli->as_of = value;
        return true;
    case OPTION_LANG:
        cli->language = value;
        return true;
    case OPTION_FORMAT:
        return read_format(cli, command, value);
    case OPTION_COLOUR:
        return read_colour(cli, command, value);
    case OPTION_NO_PRESUMPTIONS:
        cli->presumptions = false;
        return true;
    case OPTION_ONLY:
        return add_words(&cli->only, value, command);
    case OPTION_FAIL_ON:
        return read_fail_on(cli, command, value);
    case OPTION_FULL:
        cli->full = true;
        return true;
    case OPTION_ANALYSE:
        cli->analyse = true;
        return true;
    case OPTION_INDENT:
        cli->indent = true;
        return true;
    case OPTION_COVERAGE:
        cli->coverage = true;
        return true;
    case OPTION_WIDTH:
        return read_width(cli, command, value);
    case OPTION_JOBS:
        return read_jobs(cli, command, value);
    case OPTION_CHANGES:
        return read_changes(cli, command, value);
    case OPTION_SET:
        return add_setting(cli, command, value);
    case OPTION_ASK:
        cli->ask = true;
        return true;
    case OPTION_OUTPUT:
        cli->output = value;
        return true;
    case OPTION_HELP:
    case OPTION_COUNT:
        return true;
    }
    return true;
}

/* The option that `word` (after the dashes, up to any `=`) names; OPTION_COUNT when there is none. */
static enum option_id find_option(const char *word, size_t length)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (strlen(option_table[i].word) == length && memcmp(option_table[i].word, word, length) == 0)
            return (enum option_id)i;
    return OPTION_COUNT;
}

/* Reads one option; moves *at past its value when that is a word of its own. */
static bool read_option(struct cli *cli, const struct command *command, char **words, int count, int *at)
{
    char *word = words[*at] + 2;
    size_t length = strcspn(word, "=");
    char *value = word[length] == '=' ? word + length + 1 : NULL;
    enum option_id option = find_option(word, length);
    if (option == OPTION_COUNT || (command->options & (1u << option)) == 0) {
        command_usage_error(command, "unknown option `--%.*s`", (int)length, word);
        return false;
    }
    if (!option_table[option].has_value) {
        if (value != NULL) {
            command_usage_error(command, "--%s takes no value", option_table[option].word);
            return false;
        }
        return apply(cli, command, option, NULL);
    }
    if (value == NULL) {
        if (*at + 1 >= count) {
            command_usage_error(command, "--%s needs a value: %s", option_table[option].word, option_table[option].value);
            return false;
        }
        value = words[++*at];
    }
    return apply(cli, command, option, value);
}

bool options_read(struct cli *cli, const struct command *command, int count, char **words)
{
    *cli = (struct cli){.format = command->format, .presumptions = true, .jobs = 1, .arguments = words};
    bool only_arguments = false;
    for (int at = 0; at < count; at++) {
        char *word = words[at];
        if (!only_arguments && strcmp(word, "--") == 0)
            only_arguments = true;
        else if (only_arguments || word[0] != '-' || word[1] == '\0')
            words[cli->argument_count++] = word;
        else if (word[1] != '-') {
            command_usage_error(command, "unknown option `%s`; options are written out, such as --format", word);
            return false;
        } else if (!read_option(cli, command, words, count, &at))
            return false;
    }
    if (cli->argument_count < command->least_arguments) {
        command_usage_error(command, "something is missing: rule-check %s", command->synopsis);
        return false;
    }
    if (command->most_arguments >= 0 && cli->argument_count > command->most_arguments) {
        command_usage_error(command, "`%s` is one too many: rule-check %s", cli->arguments[command->most_arguments], command->synopsis);
        return false;
    }
    return true;
}

unsigned options_width(const struct cli *cli)
{
    struct winsize size;
    if (cli->width_given)
        return cli->width;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return DEFAULT_WIDTH;
    return size.ws_col < LEAST_WIDTH ? LEAST_WIDTH : size.ws_col > MOST_WIDTH ? MOST_WIDTH : size.ws_col;
}

bool options_colour(const struct cli *cli)
{
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (cli->colour != COLOUR_AUTO)
        return cli->colour == COLOUR_ALWAYS;
    if ((no_color != NULL && no_color[0] != '\0') || terminal == NULL || strcmp(terminal, "dumb") == 0)
        return false;
    return isatty(STDOUT_FILENO) != 0;
}
