#include "source/yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"
#include "unit.h"

/* A tree on one line: `{key: value}`, `[item]`, texts that were quoted in quotes. */
static void write_tree(struct buffer *out, const struct node *node)
{
    switch (node->kind) {
    case NODE_SCALAR:
        buffer_format(out, node->plain ? "%t" : "'%t'", node->text);
        return;
    case NODE_SEQUENCE:
        buffer_char(out, '[');
        for (uint32_t i = 0; i < node->count; i++) {
            buffer_string(out, i ? ", " : "");
            write_tree(out, node->items[i]);
        }
        buffer_char(out, ']');
        return;
    case NODE_MAPPING:
        buffer_char(out, '{');
        for (uint32_t i = 0; i < node->count; i++) {
            buffer_string(out, i ? ", " : "");
            write_tree(out, node_key(node, i));
            buffer_string(out, ": ");
            write_tree(out, node_value(node, i));
        }
        buffer_char(out, '}');
        return;
    }
}

static const struct {
    const char *name, *yaml, *want; /* documents, with ` | ` between them */
} trees[] = {
    {"scalar", "abc", "abc"},
    {"block mapping", "a: 1\nb: 2\n", "{a: 1, b: 2}"},
    {"block list", "- a\n- b\n", "[a, b]"},
    {"nested", "a:\n  - b: c\n    d: [e, {f: g}]\n", "{a: [{b: c, d: [e, {f: g}]}]}"},
    {"JSON", "{\"a\": [1, \"x\", null], \"b\": {}}", "{'a': [1, 'x', null], 'b': {}}"},
    {"nothing is guessed", "[NO, no, 010, 1e3, ~, 2018-05-01]", "[NO, no, 010, 1e3, ~, 2018-05-01]"},
    {"empty values are empty scalars", "a:\nb: ''\nc: null\n", "{a: , b: '', c: null}"},
    {"empty collections", "[[], {}]", "[[], {}]"},
    {"folded and literal text", "a: >\n  x\n  y\nb: |\n  x\n  y\n", "{a: 'x y\n', b: 'x\ny\n'}"},
    {"documents", "a\n---\nb\n--- \n- c\n...\n", "a | b | [c]"},
    {"empty documents", "---\n---\n", " | "},
    {"alias", "a: &x [1, 2]\nb: *x\nc: [*x, *x]\n", "{a: [1, 2], b: [1, 2], c: [[1, 2], [1, 2]]}"},
    {"alias of a scalar as key", "a: &x k\n*x : 1\n", "{a: k, k: 1}"},
    {"anchor given anew", "[&x 1, *x, &x 2, *x]", "[1, 1, 2, 2]"},
    {"anchor given anew inside", "[&x [&x 1, *x], *x]", "[[1, 1], 1]"},
    {"quoted <<", "'<<': 1", "{'<<': 1}"},
    {"version 1.1 named", "%YAML 1.1\n---\na\n", "a"},
    {"byte order mark",
     "\xEF\xBB\xBF"
     "a: 1",
     "{a: 1}"},
    {"comment", "# c\na: 1 # d\n", "{a: 1}"},
};

START_TEST(trees_are_what_the_file_says)
{
    struct bench bench;
    struct node **documents;
    size_t count;
    struct buffer out;
    bench_open(&bench, SIZE_MAX);
    buffer_init(&out, memory_default());
    exd_status status = bench_parse(&bench, trees[_i].yaml, &documents, &count);
    ck_assert_msg(status == EXD_OK, "%s: %s", trees[_i].name, bench_text(&bench));
    for (size_t i = 0; i < count; i++) {
        buffer_string(&out, i ? " | " : "");
        write_tree(&out, documents[i]);
    }
    ck_assert_msg(text_is(buffer_view(&out), trees[_i].want), "%s: %s", trees[_i].name, out.data);
    buffer_free(&out);
    bench_close(&bench);
}
END_TEST

START_TEST(nodes_know_their_place)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    const struct node *root = bench_tree(&bench, "# c\nk\xC3\xA9y: value\nlist:\n  - \"two words\"\n  - [x]\nlong: a\n  b\n");
    const struct node *list = node_get(root, "list");
    struct place key = node_key(root, 0)->place, value = node_value(root, 0)->place, quoted = list->items[0]->place;
    ck_assert(key.line == 2 && key.column == 1 && key.length == 3);
    ck_assert(value.line == 2 && value.column == 6 && value.length == 5);
    ck_assert(quoted.line == 4 && quoted.column == 5 && quoted.length == 11);
    ck_assert(list->place.line == 4 && list->place.column == 3);
    ck_assert(list->items[1]->place.line == 5 && list->items[1]->place.column == 5);
    ck_assert_uint_eq(node_get(root, "long")->place.length, 0);
    bench_close(&bench);
}
END_TEST

START_TEST(alias_is_the_node_itself)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    const struct node *root = bench_tree(&bench, "[&x [1], *x]");
    ck_assert_ptr_eq(root->items[0], root->items[1]);
    bench_close(&bench);
}
END_TEST

/* What is wrong, at which place: the first line of each diagnostic. */
static const struct {
    const char *name, *yaml;
    exd_status status;
    const char *want;
} mistakes[] = {
    {"only comments", "# nothing\n", EXD_ERROR_INPUT, "x.yaml: error[E103]: the file has no document, only comments\n"},
    {"doubled key", "a: 1\nb: 2\na: 3\na: 4\n", EXD_ERROR_INPUT,
     "x.yaml:3:1: error[E202]: the key `a` stands on line 1 already\nx.yaml:4:1: error[E202]: the key `a` stands on line 1 already\n"},
    {"doubled through an alias", "&k a: 1\n*k : 2\n", EXD_ERROR_INPUT, "x.yaml:1:1: error[E202]: the key `a` stands on line 1 already\n"},
    {"doubled in quotes", "{a: 1, \"a\": 2}", EXD_ERROR_INPUT, "x.yaml:1:8: error[E202]: the key `a` stands on line 1 already\n"},
    {"merge key", "<<: {a: 1}\n", EXD_ERROR_INPUT, "x.yaml:1:1: error[E114]: `<<` does not merge mappings here\n"},
    {"list as key", "[a]: 1\n? {b: c}\n: 2\n", EXD_ERROR_INPUT,
     "x.yaml:1:1: error[E204]: a key is a list\nx.yaml:2:3: error[E204]: a key is a mapping\n"},
    {"tags", "a: !foo x\nb: !!int 3\nc: ! y\n", EXD_ERROR_INPUT,
     "x.yaml:1:4: error[E115]: a tag, which is not used in these files\nx.yaml:2:4: error[E115]: a tag, which is not used in these files\n"
     "x.yaml:3:4: error[E115]: a tag, which is not used in these files\n"},
    {"undefined tag handle", "a: !foo!bar x\n", EXD_ERROR_INPUT, "x.yaml:1:4: error[E105]: a tag, which is not used in these files\n"},
    {"alias of nothing", "[*x, *y]", EXD_ERROR_INPUT,
     "x.yaml:1:2: error[E110]: the alias `*x` names no anchor\nx.yaml:1:6: error[E110]: the alias `*y` names no anchor\n"},
    {"alias of its own parent", "a: &x\n  - [*x]\n", EXD_ERROR_INPUT,
     "x.yaml:2:6: error[E110]: the alias `*x` stands inside what it names\n"},
    {"anchors end with their document", "&x a\n---\n*x\n", EXD_ERROR_INPUT, "x.yaml:3:1: error[E110]: the alias `*x` names no anchor\n"},
    {"NUL in a text", "a: \"x\\0y\"\n", EXD_ERROR_INPUT, "x.yaml:1:4: error[E111]: the text has a NUL character\n"},
    {"control character", "a: \x01\n", EXD_ERROR_INPUT, "x.yaml:1:4: error[E105]: a control character\n"},
    {"colon in a text", "when: a: b\n", EXD_ERROR_INPUT, "x.yaml:1:8: error[E105]: `:` makes a key here, where none can stand\n"},
    {"no colon", "a: 1\nfoo bar\nb: 2\n", EXD_ERROR_INPUT, "x.yaml:2:1: error[E105]: a key without `:`\n"},
    {"wrong indentation", "a:\n  - b\n c: 1\n", EXD_ERROR_INPUT,
     "x.yaml:3:2: error[E105]: this does not line up with the keys before it\n"},
    {"wrong indentation of an item", "- a\n- b\n  c: 1\n", EXD_ERROR_INPUT,
     "x.yaml:3:4: error[E105]: `:` makes a key here, where none can stand\n"},
    {"open quotation", "a: 1\nb: \"x\n  y\n", EXD_ERROR_INPUT, "x.yaml:2:4: error[E105]: a quotation is never closed\n"},
    {"quotation over a document's end", "b: 'x\n---\n", EXD_ERROR_INPUT,
     "x.yaml:1:4: error[E105]: a quotation goes on into the next document\n"},
    {"open list", "a: [1, 2\nb: 3\n", EXD_ERROR_INPUT,
     "x.yaml:1:4: error[E105]: a list in `[ ]` goes on without `,` or ends without `]`\n"},
    {"open mapping", "a: {b: 1\n", EXD_ERROR_INPUT,
     "x.yaml:1:4: error[E105]: a mapping in `{ }` goes on without `,` or ends without `}`\n"},
    {"character that begins nothing", "a: @b\n", EXD_ERROR_INPUT, "x.yaml:1:4: error[E105]: a value cannot begin with this character\n"},
    {"tab", "a: 1\n\tb: 2\n", EXD_ERROR_INPUT, "x.yaml:2:1: error[E105]: a tab is used to indent\n"},
    {"unknown escape", "a: \"\\q\"\n", EXD_ERROR_INPUT, "x.yaml:1:5: error[E105]: an unknown escape in double quotes\n"},
    {"item after a key", "a: - b\n", EXD_ERROR_INPUT, "x.yaml:1:4: error[E105]: a list item `-` cannot stand here\n"},
    {"star alone", "a: *\n", EXD_ERROR_INPUT, "x.yaml:1:5: error[E105]: an anchor or alias without a name\n"},
    {"text after the end", "[a]\nb\n", EXD_ERROR_INPUT, "x.yaml:2:1: error[E105]: something stands after the end of the document\n"},
    {"unknown version", "%YAML 2.0\n---\na\n", EXD_ERROR_INPUT, "x.yaml:1:1: error[E113]: a `%` line that is not known\n"},
    {"unknown directive", "%FOO bar\n---\na\n", EXD_ERROR_INPUT, "x.yaml:1:1: error[E113]: a `%` line that is not known\n"},
    {"NEL, LS and PS begin lines",
     "a: 1\xC2\x85"
     "b: 2\xE2\x80\xA8"
     "c: 3\xE2\x80\xA9"
     "a: 4\n",
     EXD_ERROR_INPUT, "x.yaml:4:1: error[E202]: the key `a` stands on line 1 already\n"},
    {"mistakes before a syntax error are kept", "a: 1\na: 2\n---\nb: *x\nc: @\n", EXD_ERROR_INPUT,
     "x.yaml:2:1: error[E202]: the key `a` stands on line 1 already\nx.yaml:4:4: error[E110]: the alias `*x` names no anchor\n"
     "x.yaml:5:4: error[E105]: a value cannot begin with this character\n"},
};

static void collect_first_lines(const struct bench *bench, struct buffer *out)
{
    for (size_t i = 0; i < exd_diagnostics_count(bench->list); i++) {
        const char *text = exd_diagnostics_text(bench->list, i);
        buffer_append(out, text, strcspn(text, "\n") + 1);
    }
}

START_TEST(mistakes_are_placed)
{
    struct bench bench;
    struct node **documents;
    size_t count;
    struct buffer out;
    bench_open(&bench, SIZE_MAX);
    buffer_init(&out, memory_default());
    exd_status status = bench_parse(&bench, mistakes[_i].yaml, &documents, &count);
    collect_first_lines(&bench, &out);
    ck_assert_msg(text_is(buffer_view(&out), mistakes[_i].want), "%s:\n%s", mistakes[_i].name, bench_text(&bench));
    ck_assert_msg(status == mistakes[_i].status && documents == NULL, "%s", mistakes[_i].name);
    buffer_free(&out);
    bench_close(&bench);
}
END_TEST

START_TEST(excerpt_shows_the_line_that_libyaml_means)
{
    struct bench bench;
    struct node **documents;
    size_t count;
    bench_open(&bench, SIZE_MAX);
    bench_parse(&bench,
                "a: 1\xC2\x85"
                "b: \xED\x95\x9C @\xE2\x80\xA8"
                "c: *x\n",
                &documents, &count);
    ck_assert_str_eq(bench_text(&bench), "x.yaml:3:4: error[E110]: the alias `*x` names no anchor\n"
                                         "    3 | c: *x\n"
                                         "      |    ^~\n"
                                         "   help: put the text in quotes if it begins with `*`\n");
    bench_close(&bench);
}
END_TEST

/* ---- limits ---- */

static const struct {
    const char *name;
    enum limit limit;
    uint64_t value;
    const char *good, *bad;
    const char *want;
} bounds[] = {
    {"depth", LIMIT_DEPTH, 3, "[[[a]]]", "[[[[a]]]]", "x.yaml:1:4: error[E106]: nodes are nested more than 3 deep\n"},
    {"depth through an alias", LIMIT_DEPTH, 3, "[&x [1], [*x]]", "[&x [1], [[*x]]]",
     "x.yaml:1:12: error[E106]: nodes are nested more than 3 deep, aliases written out\n"},
    {"depth through a chain of aliases", LIMIT_DEPTH, 3, "[&a [1], &b [*a]]", "[&a [1], &b [*a], [*b]]",
     "x.yaml:1:20: error[E106]: nodes are nested more than 3 deep, aliases written out\n"},
    {"nodes", LIMIT_NODES, 4, "[a, b, c]", "[a, b, c, d]",
     "x.yaml:1:11: error[E107]: the file has more than 4 nodes, aliases written out\n"},
    {"nodes of all documents", LIMIT_NODES, 2, "a\n---\nb\n", "a\n---\nb\n---\nc\n",
     "x.yaml:5:1: error[E107]: the file has more than 2 nodes, aliases written out\n"},
    {"nodes through aliases", LIMIT_NODES, 7, "[&x [1, 2], *x]", "[&x [1, 2], *x, *x]",
     "x.yaml:1:2: error[E107]: the file has more than 7 nodes, aliases written out\n"},
    {"aliases", LIMIT_ALIASES, 2, "[&x 1, *x, *x]", "[&x 1, *x, *x, *x]", "x.yaml:1:16: error[E108]: the file has more than 2 aliases\n"},
    {"documents", LIMIT_DOCUMENTS, 2, "a\n---\nb\n", "a\n---\nb\n---\nc\n",
     "x.yaml:4:1: error[E109]: the file has more than 2 documents\n"},
};

START_TEST(limits_stop_at_once)
{
    struct bench bench;
    struct node **documents;
    size_t count;
    struct buffer out;
    bench_open(&bench, SIZE_MAX);
    buffer_init(&out, memory_default());
    bench.limits.value[bounds[_i].limit] = bounds[_i].value;
    ck_assert_msg(bench_parse(&bench, bounds[_i].good, &documents, &count) == EXD_OK, "%s", bounds[_i].name);
    ck_assert_msg(bench_parse(&bench, bounds[_i].bad, &documents, &count) == EXD_ERROR_LIMIT, "%s", bounds[_i].name);
    collect_first_lines(&bench, &out);
    ck_assert_msg(text_is(buffer_view(&out), bounds[_i].want), "%s:\n%s", bounds[_i].name, bench_text(&bench));
    buffer_free(&out);
    bench_close(&bench);
}
END_TEST

/* `count` times `piece`, with `%d` in it replaced by the number. */
static char *repeated(const char *before, const char *piece, int count, const char *after)
{
    struct buffer out;
    buffer_init(&out, memory_default());
    buffer_string(&out, before);
    for (int i = 0; i < count; i++)
        buffer_format(&out, piece, i);
    buffer_string(&out, after);
    ck_assert(!out.failed);
    return out.data;
}

START_TEST(hostile_files_cost_no_more_than_their_bytes)
{
    struct bench bench;
    struct node **documents;
    size_t count;
    char *deep = repeated("", "[", 100000, ""), *tags = repeated("", "%%TAG !a%d! x\n", 50000, "---\na\n");
    char *keys = repeated("", "k%d: 1\n", 100000, ""), *same = repeated("", "a: 1\n", 100000, "");
    char *anchors = repeated("", "- &a%d x\n", 100000, "- *a7\n");
    bench_open(&bench, SIZE_MAX);
    ck_assert_int_eq(bench_parse(&bench, deep, &documents, &count), EXD_ERROR_LIMIT);
    ck_assert_int_eq(bench_parse(&bench, tags, &documents, &count), EXD_ERROR_LIMIT);
    ck_assert_int_eq(bench_parse(&bench, keys, &documents, &count), EXD_OK);
    ck_assert_int_eq(bench_parse(&bench, same, &documents, &count), EXD_ERROR_INPUT);
    ck_assert_int_eq(bench_parse(&bench, anchors, &documents, &count), EXD_OK);
    free(deep);
    free(tags);
    free(keys);
    free(same);
    free(anchors);
    bench_close(&bench);
}
END_TEST

START_TEST(bomb_is_refused_when_written_out_it_is_too_large)
{
    struct bench bench;
    struct node **documents;
    size_t count;
    char *bomb = NULL;
    struct buffer out;
    buffer_init(&out, memory_default());
    buffer_string(&out, "a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++)
        buffer_format(&out, "a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1);
    bomb = out.data;
    bench_open(&bench, SIZE_MAX);
    ck_assert_int_eq(bench_parse(&bench, bomb, &documents, &count), EXD_ERROR_LIMIT);
    ck_assert_uint_lt(bench.meter.live_bytes, 400000);
    buffer_free(&out);
    bench_close(&bench);
}
END_TEST

START_TEST(directives_of_each_document_are_bounded)
{
    struct bench bench;
    struct node **documents;
    size_t count;
    char *many = repeated("", "%%YAML 1.1\n---\na\n...\n", 1000, "");
    bench_open(&bench, SIZE_MAX);
    ck_assert_int_eq(bench_parse(&bench, many, &documents, &count), EXD_OK);
    ck_assert_uint_eq(count, 1000);
    free(many);
    bench_close(&bench);
}
END_TEST

/* Doubled keys are found in small mappings one by one and in large ones by sorting: both must say the same. */
START_TEST(doubled_keys_are_found_at_every_size)
{
    for (int size = 2; size < 40; size++) {
        struct bench bench;
        struct node **documents;
        size_t count;
        char last[32];
        bench_open(&bench, SIZE_MAX);
        snprintf(last, sizeof last, "k%d: 2\n", size / 2);
        char *yaml = repeated("", "k%d: 1\n", size - 1 > size / 2 ? size - 1 : size / 2 + 1, last);
        ck_assert_int_eq(bench_parse(&bench, yaml, &documents, &count), EXD_ERROR_INPUT);
        ck_assert_uint_eq(exd_diagnostics_count(bench.list), 1);
        char want[64];
        snprintf(want, sizeof want, "the key `k%d` stands on line %d already", size / 2, size / 2 + 1);
        ck_assert_str_eq(exd_diagnostics_message(bench.list, 0), want);
        free(yaml);
        bench_close(&bench);
    }
}
END_TEST

START_TEST(no_allocation_failure_leaves_a_trace)
{
    static const char yaml[] = "a: &x [1, {b: c}, &y z]\nd: [*x, *y]\ne: *none\na: 2\n---\nf: !g h\n";
    size_t failures = 0;
    for (size_t fail_at = 0;; fail_at++) {
        struct bench bench;
        struct node **documents;
        size_t count;
        bench_open(&bench, fail_at);
        bool refused = bench.list == NULL;
        exd_status status = bench_parse(&bench, yaml, &documents, &count);
        ck_assert_ptr_null(documents);
        bench_close(&bench);
        if (status == EXD_ERROR_INPUT && !refused)
            break;
        ck_assert(refused || status == EXD_ERROR_MEMORY);
        failures++;
    }
    ck_assert_uint_gt(failures, 5);
}
END_TEST

Suite *yaml_suite(void)
{
    Suite *suite = suite_create("yaml");
    TCase *tests = tcase_create("yaml");
    unit_add_rows(tests, trees_are_what_the_file_says, trees);
    tcase_add_test(tests, nodes_know_their_place);
    tcase_add_test(tests, alias_is_the_node_itself);
    unit_add_rows(tests, mistakes_are_placed, mistakes);
    tcase_add_test(tests, excerpt_shows_the_line_that_libyaml_means);
    unit_add_rows(tests, limits_stop_at_once, bounds);
    tcase_add_test(tests, hostile_files_cost_no_more_than_their_bytes);
    tcase_add_test(tests, bomb_is_refused_when_written_out_it_is_too_large);
    tcase_add_test(tests, directives_of_each_document_are_bounded);
    tcase_add_test(tests, doubled_keys_are_found_at_every_size);
    tcase_add_test(tests, no_allocation_failure_leaves_a_trace);
    suite_add_tcase(suite, tests);
    return suite;
}
