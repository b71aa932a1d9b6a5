#include "cli.h"

#include <stdio.h>

int output_sink(void *user, const char *bytes, size_t length)
{
    (void)user;
    return fwrite(bytes, 1, length, stdout) == length ? 0 : 1;
}

bool output_finish(void)
{
    return fflush(stdout) == 0 && ferror(stdout) == 0;
}

void output_diagnostics(const exd_diagnostics *list, size_t from)
{
    fflush(stdout);
    for (size_t i = from; i < exd_diagnostics_count(list); i++)
        fputs(exd_diagnostics_text(list, i), stderr);
}

int output_failure(const char *doing, exd_status status)
{
    const char *why = status == EXD_ERROR_MEMORY ? "out of memory" : status == EXD_ERROR_IO ? "cannot write" : exd_status_name(status);
    fflush(stdout);
    fprintf(stderr, "rule-check: %s: %s\n", doing, why);
    return EXIT_UNUSABLE;
}
