/* The floor as a program of its own: parses the files below a directory, and further files, with bare libyaml events. */
#include "bench.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    static struct bench_file files[BENCH_FILES_MAX];
    size_t count = 0;
    for (int i = 1; i < argc; i++)
        count += bench_read_directory(argv[i], files + count);
    printf("%zu\n", bench_floor(files, count));
    bench_free(files, count);
    return 0;
}
