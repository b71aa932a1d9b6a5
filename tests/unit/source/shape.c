#include "source/shape.h"

#include <string.h>

#include "extradition.h"
#include "support.h"
#include "unit.h"

static const struct shape_key keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},        {"title", SHAPE_SCALAR, true, NULL}, {"then", SHAPE_SEQUENCE, false, NULL},
    {"parties", SHAPE_MAPPING, false, NULL}, {"when", SHAPE_ANY, false, NULL},
};
enum { KEYS = sizeof keys / sizeof keys[0] };

static const struct {
    const char *name, *yaml, *want; /* messages and helps, one on each line */
} mappings[] = {
    {"all there", "{id: a, title: b, then: [c], parties: {d: e}, when: f}", ""},
    {"optional keys left out", "{title: b, id: a}", ""},
    {"anything", "{title: b, id: a, when: [x]}", ""},
    {"misspelt", "{id: a, titel: b, title: c}", "unknown key `titel` in this rule / did you mean `title`?\n"},
    {"unknown", "{id: a, title: b, colour: c}",
     "unknown key `colour` in this rule / the known ones are `id`, `title`, `then`, `parties`, `when`\n"},
    {"missing", "{then: []}", "this rule has no `id` / \nthis rule has no `title` / \n"},
    {"wrong kinds", "{id: [a], title: b, then: c, parties: []}",
     "expected a single value for `id`, found a list / \nexpected a list for `then`, found a single value / \n"
     "expected a mapping for `parties`, found a list / \n"},
    {"empty value", "{id: a, title: b, then: }", "expected a list for `then`, found nothing / \n"},
    {"no mapping", "[id, title]", "expected a mapping for this rule, found a list / \n"},
    {"nothing at all", "---\n", "expected a mapping for this rule, found nothing / \n"},
};

static void collect(const struct bench *bench, struct buffer *out)
{
    for (size_t i = 0; i < exd_diagnostics_count(bench->list); i++)
        buffer_format(out, "%s / %s\n", exd_diagnostics_message(bench->list, i), exd_diagnostics_help(bench->list, i));
}

START_TEST(mappings_are_read_by_their_table)
{
    struct bench bench;
    struct buffer out;
    const struct node *values[KEYS];
    bench_open(&bench, SIZE_MAX);
    buffer_init(&out, memory_default());
    bool good = shape_read(bench_tree(&bench, mappings[_i].yaml), "rule", keys, KEYS, values, &bench.diag);
    collect(&bench, &out);
    ck_assert_msg(text_is(buffer_view(&out), mappings[_i].want), "%s:\n%s", mappings[_i].name, out.data);
    ck_assert_msg(good == (mappings[_i].want[0] == '\0'), "%s", mappings[_i].name);
    buffer_free(&out);
    bench_close(&bench);
}
END_TEST

START_TEST(values_stand_in_the_order_of_the_table)
{
    struct bench bench;
    const struct node *values[KEYS];
    bench_open(&bench, SIZE_MAX);
    ck_assert(!shape_read(bench_tree(&bench, "{when: w, title: t, then: x}"), "rule", keys, KEYS, values, &bench.diag));
    ck_assert_ptr_null(values[0]);
    ck_assert(text_is(values[1]->text, "t"));
    ck_assert_ptr_null(values[2]);
    ck_assert_ptr_null(values[3]);
    ck_assert(text_is(values[4]->text, "w"));
    bench_close(&bench);
}
END_TEST

START_TEST(words_are_one_of_a_list)
{
    static const char *const words[] = {"shall-refuse", "may-refuse", "duty"};
    struct bench bench;
    struct buffer out;
    bench_open(&bench, SIZE_MAX);
    buffer_init(&out, memory_default());
    const struct node *list = bench_tree(&bench, "[may-refuse, may-refuze, x, [duty]]");
    ck_assert_int_eq(shape_word(list->items[0], "effect", words, 3, &bench.diag), 1);
    for (int i = 1; i < 4; i++)
        ck_assert_int_eq(shape_word(list->items[i], "effect", words, 3, &bench.diag), -1);
    collect(&bench, &out);
    ck_assert_str_eq(out.data, "unknown effect `may-refuze` / did you mean `may-refuse`?\n"
                               "unknown effect `x` / the known ones are `shall-refuse`, `may-refuse`, `duty`\n"
                               "expected effect, found a list / \n");
    buffer_free(&out);
    bench_close(&bench);
}
END_TEST

START_TEST(unknown_names_bring_their_code)
{
    struct bench bench;
    const struct text known[] = {TEXT("nationality")};
    bench_open(&bench, SIZE_MAX);
    shape_unknown(&bench.diag, DIAG_UNKNOWN_REFERENCE, (struct place){0}, "ground", TEXT("nationalty"), known, 1);
    shape_unknown(&bench.diag, DIAG_UNKNOWN_REFERENCE, (struct place){0}, "ground", TEXT("x"), known, 1);
    shape_unknown(&bench.diag, DIAG_UNKNOWN_REFERENCE, (struct place){0}, "ground", TEXT("y"), known, 0);
    ck_assert_str_eq(bench_text(&bench), "error[E212]: unknown ground `nationalty`\n   help: did you mean `nationality`?\n"
                                         "error[E212]: unknown ground `x`\n   help: the known one is `nationality`\n"
                                         "error[E212]: unknown ground `y`\n");
    bench_close(&bench);
}
END_TEST

static const struct {
    const char *yaml;
    bool good;
} ids[] = {
    {"art-9-1", true},
    {"a", true},
    {"us-kr-treaty-1998", true},
    {"A", false},
    {"9a", false},
    {"-a", false},
    {"a_b", false},
    {"a b", false},
    {"''", false},
    {"[a]", false},
    {"a.b", false},
    {"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjj", true},
    {"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjjk", false},
};

START_TEST(ids_are_checked)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    ck_assert_msg(shape_id(bench_tree(&bench, ids[_i].yaml), "rule", &bench.diag) == ids[_i].good, "%s", ids[_i].yaml);
    ck_assert_uint_eq(exd_diagnostics_count(bench.list), ids[_i].good ? 0 : 1);
    bench_close(&bench);
}
END_TEST

START_TEST(booleans_are_four_words)
{
    struct bench bench;
    bool value = false;
    bench_open(&bench, SIZE_MAX);
    const struct node *list = bench_tree(&bench, "[true, yes, false, no, on, [true]]");
    for (int i = 0; i < 4; i++) {
        ck_assert(shape_boolean(list->items[i], &value, &bench.diag));
        ck_assert_int_eq(value, i < 2);
    }
    ck_assert(!shape_boolean(list->items[4], &value, &bench.diag));
    ck_assert(!shape_boolean(list->items[5], &value, &bench.diag));
    ck_assert_str_eq(exd_diagnostics_message(bench.list, 0), "expected `true` or `false`, found `on`");
    ck_assert_str_eq(exd_diagnostics_message(bench.list, 1), "expected `true` or `false`, found a list");
    bench_close(&bench);
}
END_TEST

START_TEST(no_allocation_failure_loses_an_error)
{
    size_t failures = 0;
    for (size_t fail_at = 1;; fail_at++) {
        struct bench bench;
        struct node **documents;
        size_t count;
        const struct node *values[KEYS];
        bench_open(&bench, fail_at);
        bool failed = bench_parse(&bench, "{id: [a], titel: b}", &documents, &count) != EXD_OK;
        if (!failed) {
            ck_assert(!shape_read(documents[0], "rule", keys, KEYS, values, &bench.diag));
            ck_assert_uint_eq(bench.diag.errors, 3);
            failed = bench.diag.out_of_memory;
        }
        bool helped = !failed && strcmp(exd_diagnostics_help(bench.list, 1), "did you mean `title`?") == 0;
        bench_close(&bench);
        if (helped)
            break;
        failures++;
    }
    ck_assert_uint_gt(failures, 2);
}
END_TEST

Suite *shape_suite(void)
{
    Suite *suite = suite_create("shape");
    TCase *tests = tcase_create("shape");
    unit_add_rows(tests, mappings_are_read_by_their_table, mappings);
    tcase_add_test(tests, values_stand_in_the_order_of_the_table);
    tcase_add_test(tests, words_are_one_of_a_list);
    tcase_add_test(tests, unknown_names_bring_their_code);
    unit_add_rows(tests, ids_are_checked, ids);
    tcase_add_test(tests, booleans_are_four_words);
    tcase_add_test(tests, no_allocation_failure_loses_an_error);
    suite_add_tcase(suite, tests);
    return suite;
}
