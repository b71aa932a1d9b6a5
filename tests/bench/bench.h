/* What the benchmarks share: the floor that everything is measured against (bare libyaml events over the same bytes), a clock, and medians. A
 * benchmark prints ratios of two things measured in turn in one run, never bare seconds, and asserts nothing about time. */
#ifndef EXTRADITION_BENCH_H
#define EXTRADITION_BENCH_H

#include <stddef.h>

enum { BENCH_ROUNDS = 21, BENCH_FILES_MAX = 1000 };

struct bench_file {
    char *name;
    char *bytes;
    size_t length;
};

/* Reads every `*.yaml` below a directory, sorted by name; gives their number. Leaves the program with a message when it cannot. */
size_t bench_read_directory(const char *directory, struct bench_file *files);
void bench_free(struct bench_file *files, size_t count);

/* Parses the bytes with bare libyaml events and gives their number. */
size_t bench_floor(const struct bench_file *files, size_t count);

double bench_now(void); /* seconds */
double bench_median(double *values, size_t count);

#endif
