/* rule-check on one record as a whole process, against the floor as a whole process on the same files, in turn.
 *     process RULE-CHECK FLOOR RULES RECORD */
#define _GNU_SOURCE

#include "bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

extern char **environ;

static double run(char *const *argv)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = 0;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    double begun = bench_now();
    if (posix_spawn(&child, argv[0], &actions, NULL, argv, environ) != 0 || waitpid(child, &status, 0) != child || status != 0) {
        fprintf(stderr, "bench: %s did not do its work\n", argv[0]);
        exit(2);
    }
    double took = bench_now() - begun;
    posix_spawn_file_actions_destroy(&actions);
    return took;
}

static void compare(const char *what, char *const *ours, char *const *floor)
{
    double ratios[BENCH_ROUNDS];
    run(ours);
    run(floor);
    for (int i = 0; i < BENCH_ROUNDS; i++) {
        double took = run(ours);
        ratios[i] = took / run(floor);
    }
    printf("%-28s %.2f times the floor (median of %d pairs)\n", what, bench_median(ratios, BENCH_ROUNDS), BENCH_ROUNDS);
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    char *const floor[] = {argv[2], argv[3], argv[4], NULL};
    char *const text[] = {argv[1], (char[]){"--rules"}, argv[3], argv[4], NULL};
    char *const json[] = {argv[1], (char[]){"--rules"}, argv[3], (char[]){"--format"}, (char[]){"json"}, argv[4], NULL};
    compare("whole process, text", text, floor);
    compare("whole process, JSON", json, floor);
    return 0;
}
