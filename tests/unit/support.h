/* What unit tests share: an allocator that counts and fails on demand, and a place to parse and report in. */
#ifndef UNIT_SUPPORT_H
#define UNIT_SUPPORT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/memory.h"
#include "source/tree.h"

/* Counts what is allocated, checks that sizes are told right, and fails the request number `fail_at` and all that follow, or that one alone. */
struct meter {
    size_t requests;
    size_t fail_at; /* SIZE_MAX: never */
    bool fail_once;
    size_t live_bytes;
    size_t live_blocks;
};

struct memory meter_memory(struct meter *meter);

/* An arena, the default limits and a list of diagnostics, over a meter. */
struct bench {
    struct meter meter;
    struct arena arena;
    struct limits limits;
    struct exd_diagnostics *list;
    struct diag diag;
};

/* `fail_at` is SIZE_MAX for a bench that never runs out of memory. The list is NULL when it was refused. */
void bench_open(struct bench *bench, size_t fail_at);
/* Frees everything, and fails the test when something is left. */
void bench_close(struct bench *bench);
/* All diagnostics as text, one after the other; lives until the next call. */
const char *bench_text(const struct bench *bench);

/* The documents of a text named `x.yaml`; the list is NULL when the status is not EXD_OK. */
exd_status bench_parse(struct bench *bench, const char *yaml, struct node ***documents, size_t *count);
/* The root of a text that must have one good document. */
const struct node *bench_tree(struct bench *bench, const char *yaml);

#endif
