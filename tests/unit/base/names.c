#include "base/names.h"

#include <stdint.h>
#include <string.h>

#include "support.h"
#include "unit.h"

START_TEST(equal_texts_get_equal_numbers_in_order)
{
    struct bench bench;
    struct names names;
    bench_open(&bench, SIZE_MAX);
    ck_assert(names_init(&names, &bench.arena));
    ck_assert_uint_eq(names_find(&names, TEXT("KR")), 0);
    ck_assert_uint_eq(names_intern(&names, TEXT("KR")), 1);
    ck_assert_uint_eq(names_intern(&names, TEXT("US")), 2);
    ck_assert_uint_eq(names_intern(&names, TEXT("KR")), 1);
    ck_assert_uint_eq(names_find(&names, TEXT("US")), 2);
    ck_assert_str_eq(names_text(&names, 2).data, "US");
    ck_assert(text_is(names_text(&names, 0), ""));
    ck_assert(text_is(names_text(&names, 99), ""));
    bench_close(&bench);
}
END_TEST

static struct text number_text(char *digits, uint32_t number)
{
    size_t at = 10;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return (struct text){digits + at, 10 - at};
}

START_TEST(many_names_are_found_again)
{
    struct bench bench;
    struct names names;
    char digits[10];
    bench_open(&bench, SIZE_MAX);
    ck_assert(names_init(&names, &bench.arena));
    for (uint32_t i = 0; i < 20000; i++) {
        if (names_intern(&names, number_text(digits, i)) != i + 1)
            ck_abort_msg("%u", (unsigned)i);
    }
    for (uint32_t i = 0; i < 20000; i++) {
        struct text text = number_text(digits, i);
        if (names_find(&names, text) != i + 1 || !text_equal(names_text(&names, i + 1), text))
            ck_abort_msg("%u", (unsigned)i);
    }
    bench_close(&bench);
}
END_TEST

/* The slot of a text in an empty table of that many slots, under the first seed. */
static uint32_t first_slot(struct arena *arena, struct text text, uint32_t slot_count)
{
    static uint32_t slots[256];
    static struct text texts[128];
    struct names table = {.arena = arena, .texts = texts, .slots = slots, .slot_count = slot_count, .capacity = 128, .count = 1};
    memset(slots, 0, sizeof slots);
    names_intern(&table, text);
    uint32_t slot = 0;
    while (slots[slot] == 0)
        slot++;
    return slot;
}

START_TEST(names_made_to_collide_are_scattered)
{
    enum { SLOTS = 256, NAMES = 100 };
    struct bench bench;
    struct names names;
    char digits[10];
    bench_open(&bench, SIZE_MAX);
    ck_assert(names_init(&names, &bench.arena));
    for (uint32_t i = 0; names.count <= NAMES; i++) {
        if (first_slot(&bench.arena, number_text(digits, i), SLOTS) == 7)
            names_intern(&names, number_text(digits, i));
    }
    ck_assert_uint_eq(names.slot_count, SLOTS);
    ck_assert_uint_eq(names.seed, 1);
    for (name number = 1; number <= NAMES; number++)
        ck_assert_uint_eq(names_find(&names, names_text(&names, number)), number);
    bench_close(&bench);
}
END_TEST

START_TEST(no_allocation_failure_loses_a_name)
{
    char digits[10];
    size_t fail_at = 1; /* the bench's own list is the first request */
    for (bool done = false; !done; fail_at++) {
        struct bench bench;
        struct names names;
        bench_open(&bench, fail_at);
        if (names_init(&names, &bench.arena)) {
            done = true;
            uint32_t known = 0;
            for (uint32_t i = 0; i < 5000; i++) {
                name number = names_intern(&names, number_text(digits, i));
                if (number == 0) {
                    done = false;
                    break;
                }
                known = number;
            }
            for (uint32_t i = 0; i < known; i++) {
                if (names_find(&names, number_text(digits, i)) != i + 1)
                    ck_abort_msg("%u is lost when request %zu fails", (unsigned)i, fail_at);
            }
        }
        bench_close(&bench);
    }
    ck_assert_uint_gt(fail_at, 2);
}
END_TEST

Suite *names_suite(void)
{
    Suite *suite = suite_create("names");
    TCase *tests = tcase_create("names");
    tcase_add_test(tests, equal_texts_get_equal_numbers_in_order);
    tcase_add_test(tests, many_names_are_found_again);
    tcase_add_test(tests, names_made_to_collide_are_scattered);
    tcase_add_test(tests, no_allocation_failure_loses_a_name);
    suite_add_tcase(suite, tests);
    return suite;
}
