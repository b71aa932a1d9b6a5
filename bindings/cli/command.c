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

static void print_option(const struct option_help *option)
{
    int written = printf("  --%s%s%s", option->word, option->value[0] != '\0' ? " " : "", option->value);
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
            print_option(&option_helps[i]);
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
