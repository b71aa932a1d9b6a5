#include "base/sort.h"

#include <stdint.h>

#include "unit.h"

static int compare_numbers(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

START_TEST(any_order_becomes_sorted)
{
    uint32_t numbers[200], random = 1;
    for (size_t count = 0; count <= 200; count++) {
        uint64_t sum = 0, sorted_sum = 0;
        for (size_t i = 0; i < count; i++) {
            random = random * 1664525 + 1013904223;
            numbers[i] = (random >> 16) % (uint32_t)(count + 1);
            sum += numbers[i];
        }
        sort(numbers, count, sizeof numbers[0], compare_numbers);
        for (size_t i = 0; i < count; i++) {
            sorted_sum += numbers[i];
            if (i > 0)
                ck_assert_uint_le(numbers[i - 1], numbers[i]);
        }
        ck_assert_uint_eq(sum, sorted_sum);
    }
}
END_TEST

Suite *sort_suite(void)
{
    Suite *suite = suite_create("sort");
    TCase *tests = tcase_create("sort");
    tcase_add_test(tests, any_order_becomes_sorted);
    suite_add_tcase(suite, tests);
    return suite;
}
