#include "cli.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int output_sink(void *user, const char *bytes, size_t length)
{
    (void)user;
    return fwrite(bytes, 1, length, stdout) == length ? 0 : 1;
}

int output_buffer_sink(void *user, const char *bytes, size_t length)
{
    struct output_buffer *buffer = user;
    if (length >= buffer->capacity - buffer->length) {
        if (length >= SIZE_MAX / 2 - buffer->length)
            return 1;
        size_t capacity = (buffer->length + length + 1) * 2;
        char *grown = realloc(buffer->bytes, capacity);
        if (grown == NULL)
            return 1;
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
    return 0;
}

bool output_finish(void)
{
    bool good = fflush(stdout) == 0;
    good = ferror(stdout) == 0 && good;
    if (!good)
        fputs("rule-check: standard output: cannot write\n", stderr);
    return good;
}

/* What comes before on standard output shall stand before it on a terminal too. */
static void begin_errors(FILE *errors)
{
    if (errors == stderr)
        fflush(stdout);
}

void output_diagnostics(FILE *errors, const exd_diagnostics *list)
{
    begin_errors(errors);
    for (size_t i = 0; i < exd_diagnostics_count(list); i++)
        fputs(exd_diagnostics_text(list, i), errors);
}

int output_failure(FILE *errors, const char *doing, exd_status status)
{
    if (status == EXD_ERROR_IO && ferror(stdout))
        return EXIT_UNUSABLE; /* output_finish() says it, once */
    const char *why = status == EXD_ERROR_MEMORY ? "out of memory" : status == EXD_ERROR_IO ? "cannot write" : exd_status_name(status);
    begin_errors(errors);
    fprintf(errors, "rule-check: %s: %s\n", doing, why);
    return EXIT_UNUSABLE;
}

int output_second_page(void)
{
    fflush(stdout);
    fputs("rule-check: a page in HTML is about one record, or one finding of it: give the others a page of their own\n", stderr);
    return EXIT_UNUSABLE;
}
