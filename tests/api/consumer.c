/* The smallest real use of the library: load rules, read a record, check, and write the report as JSON. */
#include <extradition.h>

#include <stdio.h>

static int put(void *user, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, user) == length ? 0 : 1;
}

static exd_status run(const char *directory, const char *path, exd_diagnostics *diagnostics)
{
    exd_rules *rules = NULL;
    exd_record *record = NULL;
    exd_report *report = NULL;
    exd_loader *loader = exd_loader_new();
    if (loader == NULL)
        return EXD_ERROR_MEMORY;
    exd_status status = exd_loader_add_directory(loader, directory, diagnostics);
    if (status == EXD_OK)
        status = exd_loader_finish(loader, &rules, diagnostics);
    if (status == EXD_OK)
        status = exd_record_load_file(rules, path, 0, &record, diagnostics);
    if (status == EXD_OK)
        status = exd_check(rules, record, NULL, &report, diagnostics);
    exd_loader_free(loader);
    exd_rules_unref(rules);
    exd_record_unref(record);
    if (status == EXD_OK)
        status = exd_report_write(report, EXD_FORMAT_JSON, NULL, put, stdout);
    exd_report_unref(report);
    return status;
}

int main(int count, char **words)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    if (count != 3 || diagnostics == NULL)
        return 2;
    exd_status status = run(words[1], words[2], diagnostics);
    for (size_t i = 0; i < exd_diagnostics_count(diagnostics); i++)
        fputs(exd_diagnostics_text(diagnostics, i), stderr);
    exd_diagnostics_free(diagnostics);
    return status == EXD_OK ? 0 : 1;
}
