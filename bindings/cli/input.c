#define _DEFAULT_SOURCE /* localtime_r */

/* Reading and checking: the one place where the records of a command are opened, laid over with settings, checked, and spoken of. */
#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { READ_BYTES = 65536 };

/* All of standard input up to one byte more than the library will take, so that the library says what is too large. */
static char *read_standard_input(size_t *length)
{
    size_t most = (size_t)exd_limit_default(EXD_LIMIT_FILE_BYTES) + 1;
    size_t capacity = READ_BYTES;
    char *bytes = malloc(capacity);
    *length = 0;
    while (bytes != NULL && *length < most) {
        size_t got = fread(bytes + *length, 1, capacity - *length, stdin);
        *length += got;
        if (got == 0)
            return bytes;
        if (*length == capacity) {
            char *larger = realloc(bytes, capacity * 2);
            if (larger == NULL)
                break;
            bytes = larger;
            capacity *= 2;
        }
    }
    if (bytes != NULL && *length >= most)
        return bytes;
    free(bytes);
    return NULL;
}

/* Today's date where the program runs. */
static bool today(char date[16])
{
    time_t now = time(NULL);
    struct tm local;
    return now != (time_t)-1 && localtime_r(&now, &local) != NULL && strftime(date, 16, "%Y-%m-%d", &local) == 10;
}

static exd_options *new_options(const struct cli *cli)
{
    char date[16];
    exd_options *options = exd_options_new();
    if (options == NULL) {
        output_failure(stderr, "options", EXD_ERROR_MEMORY);
        return NULL;
    }
    exd_options_set_presumptions(options, cli->presumptions);
    exd_options_set_analysis(options, cli->analyse);
    if (today(date) && exd_options_set_default_as_of(options, date) != EXD_OK) {
        output_failure(stderr, "today's date", EXD_ERROR_ARGUMENT);
        exd_options_free(options);
        return NULL;
    }
    if (cli->as_of != NULL && exd_options_set_as_of(options, cli->as_of) != EXD_OK) {
        fprintf(stderr, "rule-check: --as-of takes a day such as 2020-07-06, not `%s`\n", cli->as_of);
        exd_options_free(options);
        return NULL;
    }
    return options;
}

bool input_begin(struct input *input, const struct cli *cli, exd_rules *rules)
{
    *input = (struct input){.cli = cli, .rules = rules, .errors = stderr, .notes_today = true};
    input->options = new_options(cli);
    input->diagnostics = input->options == NULL ? NULL : exd_diagnostics_new();
    if (input->options != NULL && input->diagnostics == NULL)
        output_failure(stderr, "options", EXD_ERROR_MEMORY);
    return input->diagnostics != NULL;
}

void input_end(struct input *input)
{
    exd_diagnostics_free(input->diagnostics);
    exd_options_free(input->options);
}

/* ---- files ------------------------------------------------------------------------------------------------------------ */

/* Says what was wrong, or only what was noticed; whether the status is good. */
static bool tell(const struct input *input, const char *about, exd_status status)
{
    output_diagnostics(input->errors, input->diagnostics);
    if (status != EXD_OK && exd_diagnostics_count(input->diagnostics) == 0)
        output_failure(input->errors, about, status);
    return status == EXD_OK;
}

exd_record_file *input_open_file(struct input *input, const char *path)
{
    exd_record_file *file = NULL;
    exd_status status = EXD_ERROR_MEMORY;
    exd_diagnostics_clear(input->diagnostics);
    if (strcmp(path, "-") != 0) {
        status = exd_record_file_open(input->rules, path, &file, input->diagnostics);
    } else {
        size_t length = 0;
        char *bytes = read_standard_input(&length);
        if (bytes != NULL && ferror(stdin)) {
            fputs("rule-check: standard input: cannot be read\n", input->errors);
            free(bytes);
            return NULL;
        }
        if (bytes != NULL)
            status = exd_record_file_open_buffer(input->rules, "standard input", bytes, length, &file, input->diagnostics);
        free(bytes);
    }
    return tell(input, path, status) ? file : NULL;
}

exd_record *input_get(struct input *input, exd_record_file *file, const char *path, size_t index)
{
    exd_record *record = NULL;
    exd_diagnostics_clear(input->diagnostics);
    exd_status status = exd_record_file_get(file, index, &record, input->diagnostics);
    return tell(input, path, status) ? record : NULL;
}

bool input_next(struct input_source *source, struct input *input, exd_record **record)
{
    *record = NULL;
    while (source->count > 0) {
        const char *path = source->paths[0];
        if (source->file == NULL)
            source->file = input_open_file(input, path);
        if (source->file != NULL && source->index < exd_record_file_count(source->file)) {
            *record = input_get(input, source->file, path, source->index++);
            return true;
        }
        bool failed = source->file == NULL;
        input_close(source);
        source->paths++;
        source->count--;
        if (failed)
            return true;
    }
    return false;
}

void input_close(struct input_source *source)
{
    exd_record_file_free(source->file);
    source->file = NULL;
    source->index = 0;
}

int input_each_record(struct input *input, char *const *paths, int count, record_visit visit, void *user)
{
    struct input_source source = {.paths = paths, .count = count};
    int worst = EXIT_CHECKED;
    exd_record *record = NULL;
    while (!ferror(stdout) && input_next(&source, input, &record)) {
        int one = record == NULL ? EXIT_UNUSABLE : visit(user, record);
        worst = one > worst ? one : worst;
        exd_record_unref(record);
    }
    input_close(&source);
    return worst;
}

/* ---- checking --------------------------------------------------------------------------------------------------------- */

/* The library reads no clock: where neither the record nor the command line has a date, today is taken, and that is said. */
static void note_today(const struct input *input, const exd_record *record)
{
    char date[16];
    if (input->notes_today && input->cli->as_of == NULL && !exd_record_has_as_of(record) && today(date))
        fprintf(input->errors, "rule-check: %s has no as-of date; today, %s, is taken\n", exd_record_id(record), date);
}

exd_record *input_with_settings(struct input *input, exd_record *record)
{
    const struct word_list *set = &input->cli->set;
    exd_record *supposed = NULL;
    exd_diagnostics_clear(input->diagnostics);
    if (set->count == 0)
        supposed = exd_record_ref(record);
    else if (!tell(input, "--set", exd_record_with(record, set->words, (size_t)set->count, &supposed, input->diagnostics)))
        return NULL;
    note_today(input, supposed);
    return supposed;
}

int input_check(struct input *input, exd_record *record, exd_report **report)
{
    exd_record *supposed = input_with_settings(input, record);
    if (supposed == NULL)
        return EXIT_UNUSABLE;
    exd_diagnostics_clear(input->diagnostics);
    exd_status status = *report != NULL ? exd_recheck(*report, supposed, input->options, input->diagnostics)
                                        : exd_check(input->rules, supposed, input->options, report, input->diagnostics);
    bool good = tell(input, exd_record_id(supposed), status);
    exd_record_unref(supposed);
    return good ? EXIT_CHECKED : EXIT_UNUSABLE;
}
