/* rule-check questions --ask: the interview, on a terminal or through pipes. What is typed goes to the library, which says what it thinks of it;
 * here are the words that are no answers, and the ways in which an interview ends. */
#define _DEFAULT_SOURCE /* sigaction */

#include "ask.h"
#include "commands.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 4096 }; /* as much as the library takes */

struct asking {
    exd_interview *interview;
    const exd_write_options *writing;
    exd_diagnostics *diagnostics;
};

/* ---- reading what is typed -------------------------------------------------------------------------------------------- */

static volatile sig_atomic_t interrupted;

static void note_interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

/* An interrupt ends the interview, and nothing typed is lost; another one while that is being written ends the program. */
static void catch_interrupt(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note_interrupt;
    action.sa_flags = (int)SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

enum line { LINE_READ, LINE_TOO_LONG, LINE_NOT_TEXT, LINE_ENDED };

/* One line without its end. What is too long, or has a NUL, is read to its end and is no answer. */
static enum line read_line(char line[LINE_BYTES_MAX + 1])
{
    size_t length = 0;
    enum line result = LINE_READ;
    int c = getchar();
    if (c == EOF)
        return LINE_ENDED;
    for (; c != EOF && c != '\n'; c = getchar()) {
        if (c == '\0')
            result = LINE_NOT_TEXT;
        else if (length < LINE_BYTES_MAX)
            line[length++] = (char)c;
        else
            result = LINE_TOO_LONG;
    }
    line[length] = '\0';
    return interrupted ? LINE_ENDED : result;
}

/* The prompt; without a terminal what is typed is not seen, and its line has to be ended here. */
static enum line prompt(char line[LINE_BYTES_MAX + 1])
{
    fputs("> ", stdout);
    fflush(stdout);
    enum line result = read_line(line);
    if (result == LINE_ENDED || !isatty(STDIN_FILENO))
        putchar('\n');
    return result;
}

static bool is_word(const char *line, const char *word)
{
    line += strspn(line, " \t\r");
    size_t length = strlen(word);
    return strncmp(line, word, length) == 0 && line[length + strspn(line + length, " \t\r")] == '\0';
}

/* ---- the interview ---------------------------------------------------------------------------------------------------- */

static exd_status write_part(const struct asking *asking, exd_interview_part part)
{
    if (part == EXD_INTERVIEW_QUESTION || part == EXD_INTERVIEW_CLOSING)
        putchar('\n');
    return exd_interview_write(asking->interview, part, asking->writing, output_sink, NULL);
}

/* What the library says of an answer, without the place in a setting that nobody has seen. */
static exd_status explain(struct asking *asking)
{
    for (size_t i = 0; i < exd_diagnostics_count(asking->diagnostics); i++) {
        const char *help = exd_diagnostics_help(asking->diagnostics, i);
        printf("    %s%s%s\n", exd_diagnostics_message(asking->diagnostics, i), help[0] != '\0' ? ": " : "", help);
    }
    return write_part(asking, EXD_INTERVIEW_EXPECTED);
}

static exd_status take(struct asking *asking, const char *line)
{
    static const char all[] = "all:";
    exd_diagnostics_clear(asking->diagnostics);
    line += strspn(line, " \t");
    exd_status status = strncmp(line, all, strlen(all)) == 0
                            ? exd_interview_answer_alike(asking->interview, line + strlen(all), asking->diagnostics)
                            : exd_interview_answer(asking->interview, line, asking->diagnostics);
    if (status == EXD_OK)
        return write_part(asking, EXD_INTERVIEW_TAKEN);
    return exd_diagnostics_error_count(asking->diagnostics) > 0 ? explain(asking) : status;
}

static exd_status go_back(struct asking *asking)
{
    exd_status status = exd_interview_back(asking->interview);
    return status == EXD_ERROR_ARGUMENT ? write_part(asking, EXD_INTERVIEW_OPENING) : status;
}

static exd_status refuse(struct asking *asking, const char *why)
{
    printf("    %s\n", why);
    return write_part(asking, EXD_INTERVIEW_EXPECTED);
}

/* Does what a line says; `*again` tells whether the question is to be shown again in full, `*on` whether there is more to ask. */
static exd_status follow(struct asking *asking, enum line kind, const char *line, bool *show, bool *on)
{
    size_t before = exd_interview_setting_count(asking->interview);
    *show = false;
    if (kind == LINE_ENDED || (kind == LINE_READ && is_word(line, "quit"))) {
        *on = false;
        return EXD_OK;
    }
    if (kind == LINE_TOO_LONG)
        return refuse(asking, "an answer has at most 4096 bytes");
    if (kind == LINE_NOT_TEXT)
        return refuse(asking, "an answer is text");
    if (is_word(line, "why"))
        return write_part(asking, EXD_INTERVIEW_WHY);
    *show = true;
    if (is_word(line, "back"))
        return go_back(asking);
    if (is_word(line, "") || is_word(line, "?"))
        return exd_interview_skip(asking->interview);
    exd_status status = take(asking, line);
    *show = exd_interview_setting_count(asking->interview) != before;
    return status;
}

static exd_status interview(struct asking *asking)
{
    char line[LINE_BYTES_MAX + 1];
    bool show = true;
    bool on = true;
    exd_status status = write_part(asking, EXD_INTERVIEW_OPENING);
    while (status == EXD_OK && on && exd_interview_question(asking->interview) != EXD_NO_QUESTION) {
        if (show)
            status = write_part(asking, EXD_INTERVIEW_QUESTION);
        if (status == EXD_OK)
            status = follow(asking, prompt(line), line, &show, &on);
    }
    return status == EXD_OK ? write_part(asking, EXD_INTERVIEW_CLOSING) : status;
}

/* ---- keeping the record ----------------------------------------------------------------------------------------------- */

static int file_sink(void *user, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, user) == length ? 0 : 1;
}

static int keep(const struct asking *asking, const char *path)
{
    fflush(stdout);
    FILE *file = fopen(path, "w");
    exd_status status = EXD_ERROR_IO;
    if (file != NULL)
        status = exd_record_write(exd_interview_record(asking->interview), file_sink, file);
    if (file != NULL && fclose(file) != 0 && status == EXD_OK)
        status = EXD_ERROR_IO;
    return status == EXD_OK ? EXIT_CHECKED : output_failure(stderr, path, status);
}

int ask(struct input *input, exd_record *record, const exd_write_options *writing)
{
    struct asking asking = {.writing = writing, .diagnostics = input->diagnostics};
    exd_diagnostics_clear(input->diagnostics);
    exd_status status = exd_interview_new(input->rules, record, input->options, &asking.interview, input->diagnostics);
    output_diagnostics(input->errors, input->diagnostics);
    int result = EXIT_CHECKED;
    if (status == EXD_OK) {
        catch_interrupt();
        status = interview(&asking);
        if (input->cli->output != NULL)
            result = keep(&asking, input->cli->output);
    }
    if (status != EXD_OK)
        result = output_failure(input->errors, exd_record_id(record), status);
    exd_interview_free(asking.interview);
    return result;
}
