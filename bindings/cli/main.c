#define _DEFAULT_SOURCE /* SIGPIPE */

#include "cli.h"
#include "commands.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct command *const commands[] = {
    &command_check,    &command_questions, &command_verify, &command_why_not, &command_what_if, &command_diff,    &command_explain,
    &command_treaties, &command_facts,     &command_schema, &command_test,    &command_lint,    &command_library,
};

enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

static void overview(FILE *stream)
{
    fputs("rule-check: which factors of extradition law apply to a request, why, and what is still open.\n"
          "It supports a decision and never makes one.\n\n"
          "Usage: rule-check [COMMAND] [OPTION...] ARGUMENT...\n\n",
          stream);
    for (int i = 0; i < COMMAND_COUNT; i++)
        fprintf(stream, "  %-31s %s\n", commands[i]->synopsis, commands[i]->brief);
    fputs("\nrule-check COMMAND --help tells more about each.\n\n"
          "Exit status: 0 checked; 1 checked, and what --fail-on names was found, or a test failed; 2 the input could not be used.\n",
          stream);
}

static const struct command *find_command(const char *word)
{
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(word, commands[i]->name) == 0)
            return commands[i];
    return NULL;
}

/* Of a command, or of all. */
static int help(const char *word)
{
    const struct command *command = word == NULL ? NULL : find_command(word);
    if (command != NULL)
        return command_help(command);
    if (word != NULL)
        return command_usage_error(NULL, "there is no command `%s`", word);
    overview(stdout);
    return output_finish() ? EXIT_CHECKED : EXIT_UNUSABLE;
}

static bool wants_help(int count, char **words)
{
    for (int i = 0; i < count && strcmp(words[i], "--") != 0; i++)
        if (strcmp(words[i], "--help") == 0)
            return true;
    return false;
}

/* `rule-check --rules DIR explain X`: a command behind options would be taken for the name of a record. */
static const char *command_behind(int count, char **words)
{
    for (int i = 2; i < count; i++) {
        if (find_command(words[i]) == NULL || words[i - 1][0] == '-')
            continue;
        FILE *file = fopen(words[i], "rb");
        if (file == NULL)
            return words[i];
        fclose(file);
    }
    return NULL;
}

int main(int count, char **words)
{
    struct cli cli;
    signal(SIGPIPE, SIG_DFL); /* a closed pipe, as of `| head`, ends the program quietly, whatever was inherited */
    if (count < 2) {
        overview(stderr);
        return EXIT_UNUSABLE;
    }
    if (strcmp(words[1], "--help") == 0 || strcmp(words[1], "help") == 0)
        return help(count > 2 ? words[2] : NULL);
    if (strcmp(words[1], "--version") == 0) {
        printf("rule-check %s\n", exd_version());
        return output_finish() ? EXIT_CHECKED : EXIT_UNUSABLE;
    }
    const struct command *command = find_command(words[1]);
    int skip = command == NULL ? 1 : 2;
    const char *behind = command == NULL ? command_behind(count, words) : NULL;
    if (behind != NULL) {
        fprintf(stderr, "rule-check: the command comes first: rule-check %s ...\n", behind);
        return EXIT_UNUSABLE;
    }
    if (command == NULL)
        command = &command_check;
    if (wants_help(count - skip, words + skip))
        return command_help(command);
    if (!options_read(&cli, command, count - skip, words + skip))
        return EXIT_UNUSABLE;
    int result = command->run(&cli);
    return output_finish() ? result : EXIT_UNUSABLE;
}
