#include "base/memory.h"

#include <stdint.h>
#include <string.h>

#include "support.h"
#include "unit.h"

START_TEST(sizes_never_wrap)
{
    size_t out = 7;
    ck_assert(memory_multiply(3, 5, &out) && out == 15);
    ck_assert(memory_multiply(SIZE_MAX, 1, &out) && out == SIZE_MAX);
    ck_assert(memory_multiply(SIZE_MAX, 0, &out) && out == 0);
    ck_assert(!memory_multiply(SIZE_MAX / 2 + 1, 2, &out) && out == 0);
    ck_assert(memory_add(SIZE_MAX - 1, 1, &out) && out == SIZE_MAX);
    ck_assert(!memory_add(SIZE_MAX, 1, &out) && out == SIZE_MAX);
}
END_TEST

START_TEST(new_memory_is_zero)
{
    struct meter meter = {.fail_at = SIZE_MAX};
    char *block = memory_new(meter_memory(&meter), 100);
    for (int i = 0; i < 100; i++)
        ck_assert_int_eq(block[i], 0);
    memory_free(meter_memory(&meter), block, 100);
    memory_free(meter_memory(&meter), memory_new(meter_memory(&meter), 0), 0);
    memory_free(meter_memory(&meter), NULL, 0);
    ck_assert_uint_eq(meter.live_blocks, 0);
}
END_TEST

START_TEST(default_allocator_resizes)
{
    struct memory memory = memory_default();
    char *block = memory_resize(memory, NULL, 0, 4);
    memcpy(block, "abc", 4);
    block = memory_resize(memory, block, 4, 4000);
    ck_assert_str_eq(block, "abc");
    memory_free(memory, block, 4000);
}
END_TEST

START_TEST(array_doubles_and_survives_refusal)
{
    struct meter meter = {.fail_at = SIZE_MAX};
    void *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 1000; count++) {
        ck_assert(memory_grow(meter_memory(&meter), &items, &capacity, count, sizeof(int)));
        ((int *)items)[count] = (int)count;
    }
    ck_assert_uint_eq(capacity, 1024);
    ck_assert_uint_eq(meter.requests, 8);
    meter.fail_at = 0;
    void *before = items;
    ck_assert(!memory_grow(meter_memory(&meter), &items, &capacity, 1024, sizeof(int)));
    ck_assert(items == before && capacity == 1024);
    ck_assert_int_eq(((int *)items)[999], 999);
    memory_free(meter_memory(&meter), items, capacity * sizeof(int));
    ck_assert_uint_eq(meter.live_bytes, 0);
}
END_TEST

START_TEST(array_refuses_sizes_that_wrap)
{
    void *items = NULL;
    size_t capacity = 0;
    ck_assert(!memory_grow(memory_default(), &items, &capacity, 0, SIZE_MAX / 4));
    ck_assert(items == NULL && capacity == 0);
}
END_TEST

Suite *memory_suite(void)
{
    Suite *suite = suite_create("memory");
    TCase *tests = tcase_create("memory");
    tcase_add_test(tests, sizes_never_wrap);
    tcase_add_test(tests, new_memory_is_zero);
    tcase_add_test(tests, default_allocator_resizes);
    tcase_add_test(tests, array_doubles_and_survives_refusal);
    tcase_add_test(tests, array_refuses_sizes_that_wrap);
    suite_add_tcase(suite, tests);
    return suite;
}
