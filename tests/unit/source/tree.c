#include "source/tree.h"

#include "support.h"
#include "unit.h"

START_TEST(values_are_found_by_their_key)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    const struct node *root = bench_tree(&bench, "a: 1\nb: [x]\nc:\n");
    ck_assert(text_is(node_get(root, "a")->text, "1"));
    ck_assert_int_eq(node_get(root, "b")->kind, NODE_SEQUENCE);
    ck_assert(text_is(node_get(root, "c")->text, ""));
    ck_assert_ptr_null(node_get(root, "d"));
    ck_assert_ptr_null(node_get(node_get(root, "a"), "a"));
    ck_assert_ptr_null(node_get(NULL, "a"));
    bench_close(&bench);
}
END_TEST

START_TEST(kinds_have_words)
{
    ck_assert_str_eq(node_kind_words(NODE_SCALAR), "a single value");
    ck_assert_str_eq(node_kind_words(NODE_SEQUENCE), "a list");
    ck_assert_str_eq(node_kind_words(NODE_MAPPING), "a mapping");
}
END_TEST

static const struct {
    const char *name, *yaml;
    uint32_t line, column, length; /* of the bytes 2 and 3 of the text */
} parts[] = {
    {"plain", "a: 0123", 1, 6, 2},
    {"single quotes", "a: '0123'", 1, 7, 2},
    {"double quotes", "a: \"0123\"", 1, 7, 2},
    {"characters of two bytes before it", "\xC3\xA9: 0123", 1, 6, 2},
    {"a character of two bytes in the text",
     "a: \xC3\xA9"
     "23",
     1, 5, 2},
    {"an escape",
     "a: \"\\x30"
     "123\"",
     1, 4, 9},
    {"a doubled quote", "a: '01''3'", 1, 4, 7},
    {"an anchor", "a: &x 0123", 1, 4, 7},
    {"two lines", "a: 01\n  23", 1, 4, 0},
    {"a block", "a: |\n  0123\n", 1, 4, 0},
};

START_TEST(part_of_a_text_is_placed_where_it_can_be)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    const struct node *scalar = node_value(bench_tree(&bench, parts[_i].yaml), 0);
    struct place place = node_place_at(scalar, 2, 2);
    bool right = place.line == parts[_i].line && place.column == parts[_i].column && place.length == parts[_i].length;
    ck_assert_msg(right, "%s: %u:%u+%u", parts[_i].name, (unsigned)place.line, (unsigned)place.column, (unsigned)place.length);
    bench_close(&bench);
}
END_TEST

START_TEST(part_ends_with_the_text)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    const struct node *scalar = bench_tree(&bench, "0123");
    ck_assert_uint_eq(node_place_at(scalar, 3, 99).length, 1);
    ck_assert_uint_eq(node_place_at(scalar, 4, 1).column, 5);
    ck_assert_uint_eq(node_place_at(scalar, 5, 1).column, 1);
    bench_close(&bench);
}
END_TEST

Suite *tree_suite(void)
{
    Suite *suite = suite_create("tree");
    TCase *tests = tcase_create("tree");
    tcase_add_test(tests, values_are_found_by_their_key);
    tcase_add_test(tests, kinds_have_words);
    unit_add_rows(tests, part_of_a_text_is_placed_where_it_can_be, parts);
    tcase_add_test(tests, part_ends_with_the_text);
    suite_add_tcase(suite, tests);
    return suite;
}
