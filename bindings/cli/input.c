#define _DEFAULT_SOURCE /* localtime_r */

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

static exd_status open_file(exd_rules *rules, const char *path, exd_record_file **file, exd_diagnostics *diagnostics)
{
    if (strcmp(path, "-") != 0)
        return exd_record_file_open(rules, path, file, diagnostics);
    size_t length = 0;
    char *bytes = read_standard_input(&length);
    if (bytes == NULL)
        return EXD_ERROR_MEMORY;
    exd_status status = exd_record_file_open_buffer(rules, "standard input", bytes, length, file, diagnostics);
    free(bytes);
    return status;
}

static int worse(int a, int b)
{
    return a > b ? a : b;
}

static int visit_records(exd_record_file *file, const char *path, exd_diagnostics *diagnostics, record_visit visit, void *user)
{
    int result = EXIT_CHECKED;
    for (size_t i = 0; i < exd_record_file_count(file); i++) {
        exd_record *record = NULL;
        exd_diagnostics_clear(diagnostics);
        exd_status status = exd_record_file_get(file, i, &record, diagnostics);
        output_diagnostics(diagnostics, 0);
        if (status == EXD_OK)
            result = worse(result, visit(user, record));
        else if (exd_diagnostics_count(diagnostics) == 0)
            result = output_failure(path, status);
        else
            result = EXIT_UNUSABLE;
        exd_record_unref(record);
        if (ferror(stdout))
            break;
    }
    return result;
}

int input_each_record(exd_rules *rules, const char *path, record_visit visit, void *user)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_record_file *file = NULL;
    if (diagnostics == NULL)
        return output_failure(path, EXD_ERROR_MEMORY);
    exd_status status = open_file(rules, path, &file, diagnostics);
    int result = EXIT_UNUSABLE;
    if (status == EXD_OK) {
        output_diagnostics(diagnostics, 0);
        result = visit_records(file, path, diagnostics, visit, user);
    } else if (exd_diagnostics_count(diagnostics) > 0) {
        output_diagnostics(diagnostics, 0);
    } else {
        output_failure(path, status);
    }
    exd_record_file_free(file);
    exd_diagnostics_free(diagnostics);
    return result;
}

/* Today's date where the program runs. The library reads no clock. */
static bool today(char date[16])
{
    time_t now = time(NULL);
    struct tm local;
    return now != (time_t)-1 && localtime_r(&now, &local) != NULL && strftime(date, 16, "%Y-%m-%d", &local) == 10;
}

exd_options *input_options(const struct cli *cli)
{
    char date[16];
    exd_options *options = exd_options_new();
    if (options == NULL) {
        output_failure("options", EXD_ERROR_MEMORY);
        return NULL;
    }
    exd_options_set_presumptions(options, cli->presumptions);
    exd_options_set_analysis(options, cli->analyse);
    if (today(date) && exd_options_set_default_as_of(options, date) != EXD_OK) {
        output_failure("today's date", EXD_ERROR_ARGUMENT);
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

int input_with_settings(const struct cli *cli, exd_record *record, exd_record **out)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_status status = EXD_ERROR_MEMORY;
    if (cli->set.count == 0) {
        exd_diagnostics_free(diagnostics);
        *out = exd_record_ref(record);
        return EXIT_CHECKED;
    }
    if (diagnostics != NULL)
        status = exd_record_with(record, cli->set.words, (size_t)cli->set.count, out, diagnostics);
    if (diagnostics != NULL)
        output_diagnostics(diagnostics, 0);
    bool told = diagnostics != NULL && exd_diagnostics_count(diagnostics) > 0;
    exd_diagnostics_free(diagnostics);
    if (status == EXD_OK)
        return EXIT_CHECKED;
    return told ? EXIT_UNUSABLE : output_failure("--set", status);
}

void input_note_today(const exd_record *record, const struct cli *cli)
{
    char date[16];
    if (cli->as_of == NULL && !exd_record_has_as_of(record) && today(date))
        fprintf(stderr, "rule-check: %s has no as-of date; today, %s, is taken\n", exd_record_id(record), date);
}
