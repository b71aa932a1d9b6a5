#include "cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct option_help {
    const char *word;
    const char *value;
    const char *help;
};

static const struct option_help option_helps[] = {
#define X(id, word, has_value, value, help) {word, value, help},
    OPTION_LIST(X)
#undef X
};

enum { HELP_COLUMN = 28 };

const char *const format_words[] = {"text", "json", "markdown", "html", NULL};

/* Those that the command has, the one without --format first. */
static int print_formats(const struct command *command)
{
    int written = printf(" %s", format_words[command->format]);
    for (int i = 0; format_words[i] != NULL; i++)
        if ((command->formats & (1u << i)) != 0 && (exd_format)i != command->format)
            written += printf("|%s", format_words[i]);
    return written;
}

static void print_option(const struct command *command, enum option_id id)
{
    const struct option_help *option = &option_helps[id];
    int written = printf("  --%s", option->word);
    if (id == OPTION_FORMAT)
        written += print_formats(command);
    else if (option->value[0] != '\0')
        written += printf(" %s", option->value);
    if (written >= HELP_COLUMN) {
        putchar('\n');
        written = 0;
    }
    printf("%*s%s\n", HELP_COLUMN - written, "", option->help);
}

int command_help(const struct command *command)
{
    printf("%s\n\nUsage: rule-check %s\n\n%s\n\nOptions:\n", command->summary, command->synopsis, command->help);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (command->options & (1u << i))
            print_option(command, (enum option_id)i);
    return output_finish() ? EXIT_CHECKED : EXIT_UNUSABLE;
}

int command_usage_error(const struct command *command, const char *format, ...)
{
    va_list arguments;
    fputs("rule-check: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, "\nTry: rule-check %s%s--help\n", command != NULL ? command->name : "", command != NULL ? " " : "");
    return EXIT_UNUSABLE;
}
