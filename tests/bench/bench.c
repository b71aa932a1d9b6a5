#define _GNU_SOURCE

#include "bench.h"

#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static struct bench_file *found; /* nftw() has no user argument */
static size_t found_count;

static _Noreturn void fail(const char *what, const char *name)
{
    fprintf(stderr, "bench: %s: %s\n", what, name);
    exit(2);
}

static void read_file(struct bench_file *file)
{
    FILE *stream = fopen(file->name, "rb");
    if (!stream || fseek(stream, 0, SEEK_END) != 0)
        fail("cannot read", file->name);
    long size = ftell(stream);
    rewind(stream);
    file->length = size < 0 ? 0 : (size_t)size;
    file->bytes = malloc(file->length + 1);
    if (!file->bytes || fread(file->bytes, 1, file->length, stream) != file->length)
        fail("cannot read", file->name);
    fclose(stream);
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status;
    (void)at;
    size_t length = strlen(path);
    if (kind != FTW_F || strstr(path, "/translations/") || length < 5 || strcmp(path + length - 5, ".yaml") != 0 ||
        found_count == BENCH_FILES_MAX)
        return 0;
    found[found_count].name = strdup(path);
    return found[found_count++].name ? 0 : 1;
}

static size_t slash_count(const char *path)
{
    size_t count = 0;
    for (; *path; path++)
        count += *path == '/';
    return count;
}

/* As exd_loader_add_directory() takes them: the dictionaries, which are in no folder, first. */
static int compare_names(const void *a, const void *b)
{
    const struct bench_file *left = a;
    const struct bench_file *right = b;
    size_t left_slashes = slash_count(left->name);
    size_t right_slashes = slash_count(right->name);
    if (left_slashes != right_slashes)
        return left_slashes < right_slashes ? -1 : 1;
    return strcmp(left->name, right->name);
}

size_t bench_read_directory(const char *directory, struct bench_file *files)
{
    found = files;
    found_count = 0;
    if (nftw(directory, visit, 16, FTW_PHYS) != 0)
        fail("cannot list", directory);
    qsort(files, found_count, sizeof *files, compare_names);
    for (size_t i = 0; i < found_count; i++)
        read_file(&files[i]);
    return found_count;
}

void bench_free(struct bench_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(files[i].name);
        free(files[i].bytes);
    }
}

size_t bench_floor(const struct bench_file *files, size_t count)
{
    size_t events = 0;
    for (size_t i = 0; i < count; i++) {
        yaml_parser_t parser;
        yaml_event_t event;
        bool done = false;
        if (!yaml_parser_initialize(&parser))
            fail("out of memory", files[i].name);
        yaml_parser_set_input_string(&parser, (const unsigned char *)files[i].bytes, files[i].length);
        while (!done) {
            if (!yaml_parser_parse(&parser, &event))
                fail("cannot parse", files[i].name);
            done = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
            events++;
        }
        yaml_parser_delete(&parser);
    }
    return events;
}

double bench_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

double bench_median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare_doubles);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}
