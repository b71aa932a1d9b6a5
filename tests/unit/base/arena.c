#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#include "support.h"
#include "unit.h"

START_TEST(requests_are_zeroed_aligned_and_apart)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    unsigned char *last = NULL;
    for (size_t size = 0; size < 3000; size++) {
        unsigned char *block = arena_alloc(&bench.arena, size);
        if (!block || (uintptr_t)block % _Alignof(max_align_t) != 0)
            ck_abort_msg("%zu bytes: not aligned", size);
        for (size_t i = 0; i < size; i++) {
            if (block[i] != 0)
                ck_abort_msg("%zu bytes: not zero", size);
        }
        memset(block, 0xFF, size);
        if (size > 1 && last[size - 2] != 0xFF)
            ck_abort_msg("%zu bytes: not apart from the request before", size);
        last = block;
    }
    bench_close(&bench);
}
END_TEST

START_TEST(large_requests_have_their_own_block)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    char *small = arena_alloc(&bench.arena, 10);
    char *large = arena_alloc(&bench.arena, 5 * 1024 * 1024);
    char *after = arena_alloc(&bench.arena, 10);
    ck_assert(small && large && after);
    memset(large, 1, 5 * 1024 * 1024);
    ck_assert_int_eq(after[0], 0);
    bench_close(&bench);
}
END_TEST

START_TEST(reset_keeps_the_blocks)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    size_t requests = 0;
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < 500; i++) {
            unsigned char *block = arena_alloc(&bench.arena, 1000 + (i % 7) * 20000);
            if (block[0] != 0)
                ck_abort_msg("not zero");
            memset(block, 0xFF, 1000);
        }
        if (round == 0)
            requests = bench.meter.requests;
        arena_reset(&bench.arena);
    }
    /* Where each request has a block of its own, a reset frees them all: then only the list of diagnostics is left. */
    if (bench.meter.live_blocks > 1)
        ck_assert_uint_eq(bench.meter.requests, requests);
    bench_close(&bench);
}
END_TEST

START_TEST(copies_end_with_nul)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    ck_assert_str_eq(arena_copy(&bench.arena, "abcdef", 3), "abc");
    ck_assert_str_eq(arena_copy(&bench.arena, NULL, 0), "");
    struct text copy = arena_copy_text(&bench.arena, TEXT("xyz"));
    ck_assert(text_is(copy, "xyz"));
    bench_close(&bench);
}
END_TEST

START_TEST(refusal_is_remembered_until_reset)
{
    struct bench bench;
    bench_open(&bench, 1);
    ck_assert_ptr_null(arena_alloc(&bench.arena, 10));
    ck_assert(bench.arena.exhausted);
    ck_assert_ptr_null(arena_copy(&bench.arena, "a", 1));
    ck_assert_ptr_null(arena_copy_text(&bench.arena, TEXT("a")).data);
    bench.meter.fail_at = SIZE_MAX;
    ck_assert_ptr_nonnull(arena_alloc(&bench.arena, 10));
    ck_assert(bench.arena.exhausted);
    arena_reset(&bench.arena);
    ck_assert(!bench.arena.exhausted);
    bench_close(&bench);
}
END_TEST

/* What was there before the mark stays, what came after it is forgotten, and no further memory is asked for. */
START_TEST(going_back_to_a_mark_forgets_what_came_after)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    struct arena_mark empty = arena_mark(&bench.arena);
    const char *kept = arena_copy(&bench.arena, "kept", 4);
    struct arena_mark mark = arena_mark(&bench.arena);
    size_t requests = bench.meter.requests;
    arena_alloc(&bench.arena, 1);
    bool alone = bench.meter.requests > requests; /* each request has a block of its own */
    for (int round = 0; round < 5; round++) {
        unsigned char *small = arena_alloc(&bench.arena, 100);
        unsigned char *large = arena_alloc(&bench.arena, 200000);
        ck_assert(small && large);
        ck_assert(small[0] == 0 && small[99] == 0 && large[0] == 0 && large[199999] == 0);
        memset(small, 0xFF, 100);
        memset(large, 0xFF, 200000);
        ck_assert_str_eq(kept, "kept");
        requests = round == 0 ? bench.meter.requests : requests;
        if (!alone)
            ck_assert_uint_eq(bench.meter.requests, requests);
        arena_rewind(&bench.arena, mark);
    }
    arena_rewind(&bench.arena, empty);
    ck_assert_ptr_nonnull(arena_alloc(&bench.arena, 300000));
    bench_close(&bench);
}
END_TEST

START_TEST(a_mark_outlives_a_refusal)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    const char *kept = arena_copy(&bench.arena, "kept", 4);
    struct arena_mark mark = arena_mark(&bench.arena);
    bench.meter.fail_at = bench.meter.requests;
    ck_assert_ptr_null(arena_alloc(&bench.arena, 5 * 1024 * 1024));
    arena_rewind(&bench.arena, mark);
    ck_assert(bench.arena.exhausted);
    ck_assert_str_eq(kept, "kept");
    bench_close(&bench);
}
END_TEST

START_TEST(impossible_sizes_are_refused)
{
    struct bench bench;
    volatile size_t largest = SIZE_MAX; /* a compiler that sees it refuses it before the arena does */
    bench_open(&bench, SIZE_MAX);
    ck_assert_ptr_null(arena_array(&bench.arena, SIZE_MAX / 2, 3));
    ck_assert(bench.arena.exhausted);
    ck_assert_ptr_null(arena_alloc(&bench.arena, largest));
    ck_assert_ptr_null(arena_copy(&bench.arena, "", largest));
    bench_close(&bench);
}
END_TEST

START_TEST(zeroed_arena_can_be_freed)
{
    struct arena arena;
    memset(&arena, 0, sizeof arena);
    arena_free(&arena);
}
END_TEST

Suite *arena_suite(void)
{
    Suite *suite = suite_create("arena");
    TCase *tests = tcase_create("arena");
    tcase_add_test(tests, requests_are_zeroed_aligned_and_apart);
    tcase_add_test(tests, large_requests_have_their_own_block);
    tcase_add_test(tests, reset_keeps_the_blocks);
    tcase_add_test(tests, copies_end_with_nul);
    tcase_add_test(tests, refusal_is_remembered_until_reset);
    tcase_add_test(tests, going_back_to_a_mark_forgets_what_came_after);
    tcase_add_test(tests, a_mark_outlives_a_refusal);
    tcase_add_test(tests, impossible_sizes_are_refused);
    tcase_add_test(tests, zeroed_arena_can_be_freed);
    suite_add_tcase(suite, tests);
    return suite;
}
