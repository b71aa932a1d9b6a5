/* Inside one process: loading the whole library against the floor on the same bytes; checking against the whole library and against the
 * instruments that apply alone; and what a check on loaded objects allocates.
 *     library RULES RECORD */
#include "bench.h"

#include <extradition.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHECKS = 50 };

static size_t allocations;

static void *counting(void *user, void *block, size_t old_size, size_t new_size)
{
    (void)user;
    (void)old_size;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    allocations++;
    return realloc(block, new_size);
}

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(2);
}

/* A rulebook that another one names has to be there too: adds its file to the list; false when the message is about something else. */
static bool add_named(const char *message, char *only, size_t room)
{
    const char *open = strchr(message, '`');
    size_t length = open ? strcspn(open + 1, "/`") : 0;
    if (length == 0 || strlen(only) + length + 8 > room)
        return false;
    strncat(only, open + 1, length);
    strcat(only, ".yaml ");
    return true;
}

/* Loads the dictionaries, and the rulebooks whose files are in `only` (NULL: all) with those that they name. */
static exd_rules *load(const struct bench_file *files, size_t count, bool count_allocations, char *only, size_t room)
{
    exd_loader *loader = count_allocations ? exd_loader_new_with_allocator(counting, NULL) : exd_loader_new();
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_rules *rules = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *slash = strrchr(files[i].name, '/');
        const char *base = slash ? slash + 1 : files[i].name;
        bool dictionary = !strcmp(base, "vocabulary.yaml") || !strcmp(base, "grounds.yaml") || !strcmp(base, "states.yaml");
        if (only && !dictionary && !strstr(only, base))
            continue;
        if (exd_loader_add_buffer(loader, files[i].name, files[i].bytes, files[i].length, diagnostics) != EXD_OK)
            fail(files[i].name);
    }
    if (exd_loader_finish(loader, &rules, diagnostics) != EXD_OK) {
        const char *message = exd_diagnostics_count(diagnostics) ? exd_diagnostics_message(diagnostics, 0) : "";
        if (!only || !add_named(message, only, room))
            fail(exd_diagnostics_count(diagnostics) ? exd_diagnostics_text(diagnostics, 0) : "cannot load");
        exd_diagnostics_free(diagnostics);
        exd_loader_free(loader);
        return load(files, count, count_allocations, only, room);
    }
    exd_diagnostics_free(diagnostics);
    exd_loader_free(loader);
    return rules;
}

static void bench_load(const struct bench_file *files, size_t count)
{
    double ratios[BENCH_ROUNDS];
    for (int i = 0; i < BENCH_ROUNDS; i++) {
        double begun = bench_now();
        exd_rules *rules = load(files, count, false, NULL, 0);
        double loaded = bench_now();
        exd_rules_unref(rules);
        double freed = bench_now();
        bench_floor(files, count);
        ratios[i] = (loaded - begun) / (bench_now() - freed);
    }
    printf("%-28s %.2f times the floor (median of %d pairs, %zu files)\n", "load the whole library", bench_median(ratios, BENCH_ROUNDS),
           BENCH_ROUNDS, count);
}

static exd_report *check(exd_rules *rules, const char *path, exd_record **record)
{
    exd_report *report = NULL;
    if (exd_record_load_file(rules, path, 0, record, NULL) != EXD_OK || exd_check(rules, *record, NULL, &report, NULL) != EXD_OK)
        fail(path);
    return report;
}

static double time_checks(exd_report *report, exd_record *record)
{
    double begun = bench_now();
    for (int i = 0; i < CHECKS; i++)
        if (exd_recheck(report, record, NULL, NULL) != EXD_OK)
            fail("cannot check");
    return bench_now() - begun;
}

/* The file names of the instruments that gave findings: the part of the library that applies. */
static void list_applying(const exd_report *report, char *only, size_t room)
{
    only[0] = '\0';
    for (size_t i = 0; i < exd_report_finding_count(report); i++) {
        const char *id = exd_report_finding_id(report, i);
        char name[160];
        snprintf(name, sizeof name, "%.*s.yaml ", (int)strcspn(id, "/"), id);
        if (!strstr(only, name) && strlen(only) + strlen(name) < room)
            strcat(only, name);
    }
}

int main(int argc, char **argv)
{
    static struct bench_file files[BENCH_FILES_MAX];
    static char only[65536];
    if (argc != 3)
        return 2;
    size_t count = bench_read_directory(argv[1], files);
    bench_load(files, count);
    exd_rules *whole = load(files, count, true, NULL, 0);
    exd_record *record = NULL;
    exd_report *report = check(whole, argv[2], &record);
    time_checks(report, record);
    size_t before = allocations;
    time_checks(report, record);
    printf("%-28s %zu in %d checks\n", "allocations of a recheck", allocations - before, CHECKS);
    list_applying(report, only, sizeof only);
    exd_rules *part = load(files, count, true, only, sizeof only);
    exd_record *part_record = NULL;
    exd_report *part_report = check(part, argv[2], &part_record);
    double ratios[BENCH_ROUNDS];
    for (int i = 0; i < BENCH_ROUNDS; i++) {
        double took = time_checks(report, record);
        ratios[i] = took / time_checks(part_report, part_record);
    }
    printf("%-28s %.2f times a check against those that apply (median of %d pairs)\n", "check against all",
           bench_median(ratios, BENCH_ROUNDS), BENCH_ROUNDS);
    exd_report_unref(part_report);
    exd_record_unref(part_record);
    exd_rules_unref(part);
    exd_report_unref(report);
    exd_record_unref(record);
    exd_rules_unref(whole);
    bench_free(files, count);
    return 0;
}
