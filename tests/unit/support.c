#include "support.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "extradition.h"
#include "source/file.h"
#include "source/yaml.h"

/* Check writes a line for every assertion, so what runs often asserts only what is wrong.
 *
 * The size stands in front of each block, so that what the library says of it can be checked. */
union header {
    size_t size;
    max_align_t align;
};

static void *meter_allocate(void *user, void *block, size_t old_size, size_t new_size)
{
    struct meter *meter = user;
    union header *old = block ? (union header *)block - 1 : NULL;
    if (old_size != (old ? old->size : 0))
        ck_abort_msg("a block of %zu bytes is said to have %zu", old ? old->size : 0, old_size);
    if (new_size == 0) {
        meter->live_bytes -= old_size;
        if (old)
            meter->live_blocks--;
        free(old);
        return NULL;
    }
    size_t request = meter->requests++;
    if (meter->fail_once ? request == meter->fail_at : request >= meter->fail_at)
        return NULL;
    /* Always moved, so that a pointer kept too long is found out. */
    union header *new = malloc(sizeof *new + new_size);
    if (!new)
        ck_abort_msg("out of memory");
    new->size = new_size;
    memset(new + 1, 0xA5, new_size);
    if (old)
        memcpy(new + 1, old + 1, old_size < new_size ? old_size : new_size);
    free(old);
    meter->live_bytes += new_size - old_size;
    meter->live_blocks += old ? 0 : 1;
    return new + 1;
}

struct memory meter_memory(struct meter *meter)
{
    return (struct memory){.allocate = meter_allocate, .user = meter};
}

void bench_open(struct bench *bench, size_t fail_at)
{
    *bench = (struct bench){.meter = {.fail_at = fail_at}, .limits = limits_default()};
    arena_init(&bench->arena, meter_memory(&bench->meter));
    bench->list = diag_list_new(meter_memory(&bench->meter));
    diag_init(&bench->diag, bench->list, bench->limits.value[LIMIT_DIAGNOSTICS]);
}

void bench_close(struct bench *bench)
{
    arena_free(&bench->arena);
    exd_diagnostics_free(bench->list);
    ck_assert_uint_eq(bench->meter.live_blocks, 0);
    ck_assert_uint_eq(bench->meter.live_bytes, 0);
}

const char *bench_text(const struct bench *bench)
{
    static char text[16384];
    text[0] = '\0';
    for (size_t i = 0; i < exd_diagnostics_count(bench->list); i++) {
        const char *next = exd_diagnostics_text(bench->list, i);
        ck_assert_uint_lt(strlen(text) + strlen(next), sizeof text);
        strcat(text, next);
    }
    return text;
}

exd_status bench_parse(struct bench *bench, const char *yaml, struct node ***documents, size_t *count)
{
    struct lines *lines;
    *documents = NULL;
    *count = 0;
    exd_status status = file_from_buffer(&bench->arena, "x.yaml", yaml, strlen(yaml), &bench->limits, &bench->diag, &lines);
    return status == EXD_OK ? yaml_parse(&bench->arena, &bench->arena, lines, &bench->limits, &bench->diag, documents, count) : status;
}

const struct node *bench_tree(struct bench *bench, const char *yaml)
{
    struct node **documents;
    size_t count;
    exd_status status = bench_parse(bench, yaml, &documents, &count);
    ck_assert_msg(status == EXD_OK && count == 1, "%s", bench_text(bench));
    return documents[0];
}
