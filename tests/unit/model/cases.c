/* Each case as the record that it amounts to, written on one line; or the one message that says why it is none. */
#include "model/cases.h"

#include <string.h>

#include "support.h"
#include "unit.h"

static void write(struct buffer *buffer, const struct node *node)
{
    if (node->kind == NODE_SCALAR) {
        buffer_text(buffer, node->text);
        return;
    }
    bool mapping = node->kind == NODE_MAPPING;
    buffer_char(buffer, mapping ? '{' : '[');
    for (uint32_t i = 0; i < node->count; i++) {
        buffer_string(buffer, i ? ", " : "");
        if (mapping)
            buffer_format(buffer, "%t: ", node_key(node, i)->text);
        write(buffer, mapping ? node_value(node, i) : node->items[i]);
    }
    buffer_char(buffer, mapping ? '}' : ']');
}

static const char head[] = "format: extradition-cases/1\n"
                           "instrument: law\n"
                           "base:\n"
                           "  request: {a: 1, group: {x: 1, y: 2}}\n"
                           "  seen: [p, q]\n"
                           "  said: {value: 1, source: s}\n"
                           "  offences:\n"
                           "    - {id: o1, n: 1}\n"
                           "    - {id: o2, n: 2}\n"
                           "cases:\n"
                           "  - name: T\n"
                           "    expect: {r-1: applies}\n";

#define REQUEST "request: {a: 1, group: {x: 1, y: 2}}, "
#define SEEN "seen: [p, q], "
#define SAID "said: {value: 1, source: s}, "
#define OFFENCES "offences: [{id: o1, n: 1}, {id: o2, n: 2}], "
#define DRESS "id: case-1, title: T, expect: {r-1: applies}}"

static const struct {
    const char *change;
    const char *want;
} rows[] = {
    {"", "{" REQUEST SEEN SAID OFFENCES DRESS},
    {"set: {}", "{" REQUEST SEEN SAID OFFENCES DRESS},
    /* mappings are merged, key by key, and new keys stand last */
    {"set: {request: {a: 3}}", "{request: {a: 3, group: {x: 1, y: 2}}, " SEEN SAID OFFENCES DRESS},
    {"set: {request: {group: {y: 3, z: 4}, b: 2}}", "{request: {a: 1, group: {x: 1, y: 3, z: 4}, b: 2}, " SEEN SAID OFFENCES DRESS},
    {"set: {more: 1}", "{" REQUEST SEEN SAID OFFENCES "more: 1, " DRESS},
    /* a list of values is one value */
    {"set: {seen: [r]}", "{" REQUEST "seen: [r], " SAID OFFENCES DRESS},
    {"set: {request: {group: 5}}", "{request: {a: 1, group: 5}, " SEEN SAID OFFENCES DRESS},
    /* items are merged by their ids, whatever the order, and new items stand last */
    {"set: {offences: [{id: o3}, {id: o2, n: 5, m: 6}]}",
     "{" REQUEST SEEN SAID "offences: [{id: o1, n: 1}, {id: o2, n: 5, m: 6}, {id: o3}], " DRESS},
    {"set: {offences: []}", "{" REQUEST SEEN SAID "offences: [], " DRESS},
    /* a value and its provenance are one thing */
    {"set: {said: {disputed: {person: 2}}}", "{" REQUEST SEEN "said: {disputed: {person: 2}}, " OFFENCES DRESS},
    {"set: {said: {note: n}}", "{" REQUEST SEEN "said: {note: n}, " OFFENCES DRESS},
    {"set: {request: {group: {value: 1}}}", "{request: {a: 1, group: {value: 1}}, " SEEN SAID OFFENCES DRESS},
    /* what is taken away */
    {"without: [request.group.x]", "{request: {a: 1, group: {y: 2}}, " SEEN SAID OFFENCES DRESS},
    {"without: [offences.o1.n, said]", "{" REQUEST SEEN "offences: [{id: o1}, {id: o2, n: 2}], " DRESS},
    {"set: {more: {b: 1, c: 2}}\n    without: [more.b, request, seen, offences]", "{" SAID "more: {c: 2}, " DRESS},
    {"without: [offences.o1]", "{" REQUEST SEEN SAID "offences: [{id: o2, n: 2}], " DRESS},
};

static void write_document(struct buffer *buffer, const char *change)
{
    buffer_string(buffer, head);
    if (change[0])
        buffer_format(buffer, "    %s\n", change);
}

START_TEST(a_case_is_its_base_with_the_change_laid_over_it)
{
    struct bench bench;
    struct buffer source, written;
    struct text instrument;
    bench_open(&bench, SIZE_MAX);
    buffer_init(&source, memory_default());
    buffer_init(&written, memory_default());
    write_document(&source, rows[_i].change);
    const struct node *document = bench_tree(&bench, source.data);
    ck_assert_uint_eq(cases_count(document, &bench.diag), 1);
    /* Twice: the base is not touched. */
    for (int i = 0; i < 2; i++) {
        const struct node *record = cases_record(&bench.arena, document, 0, &instrument, &bench.diag);
        ck_assert_msg(record != NULL, "`%s`: %s", rows[_i].change, bench_text(&bench));
        buffer_clear(&written);
        write(&written, record);
        ck_assert_msg(text_is(buffer_view(&written), rows[_i].want), "`%s` gives %s", rows[_i].change, written.data);
    }
    ck_assert(text_is(instrument, "law"));
    ck_assert_uint_eq(bench.diag.errors, 0);
    buffer_free(&written);
    buffer_free(&source);
    bench_close(&bench);
}
END_TEST

static const struct {
    const char *change;
    const char *code;
    const char *message;
} wrong[] = {
    {"without: [request.b]", "E212", "no `request.b` to take away"},
    {"without: [offences.o3]", "E212", "no `offences.o3` to take away"},
    {"without: [request.a, request.a]", "E212", "no `request.a` to take away"},
    {"without: [request.a.x]", "E212", "no `request.a.x` to take away"},
    {"without: [\"\"]", "E212", "no `` to take away"},
    {"without: [[a]]", "E212", "to take away"},
    {"sets: {a: 1}", "E201", "sets"},
    {"set: [a]", "E204", ""},
    {"without: a", "E204", ""},
};

START_TEST(a_wrong_case_is_no_record_and_one_message)
{
    struct bench bench;
    struct buffer source;
    struct text instrument;
    bench_open(&bench, SIZE_MAX);
    buffer_init(&source, memory_default());
    write_document(&source, wrong[_i].change);
    ck_assert(!cases_record(&bench.arena, bench_tree(&bench, source.data), 0, &instrument, &bench.diag));
    ck_assert_msg(bench.diag.errors == 1, "`%s`: %s", wrong[_i].change, bench_text(&bench));
    ck_assert_str_eq(exd_diagnostics_code(bench.list, 0), wrong[_i].code);
    ck_assert_msg(strstr(bench_text(&bench), wrong[_i].message) != NULL, "%s", bench_text(&bench));
    buffer_free(&source);
    bench_close(&bench);
}
END_TEST

static const char *const no_files[] = {
    "format: extradition-cases/1\nbase: {}\ncases: []\n",
    "format: extradition-cases/1\nbase: {}\n",
    "format: extradition-cases/1\ncases: [{name: T, expect: {}}]\n",
    "format: extradition-cases/1\nbase: []\ncases: [{name: T, expect: {}}]\n",
    "[]\n",
};

START_TEST(a_file_that_has_no_cases_counts_none)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    ck_assert_uint_eq(cases_count(bench_tree(&bench, no_files[_i]), &bench.diag), 0);
    ck_assert_uint_eq(bench.diag.errors, 1);
    bench_close(&bench);
}
END_TEST

Suite *cases_suite(void)
{
    Suite *suite = suite_create("cases");
    TCase *tests = tcase_create("cases");
    unit_add_rows(tests, a_case_is_its_base_with_the_change_laid_over_it, rows);
    unit_add_rows(tests, a_wrong_case_is_no_record_and_one_message, wrong);
    unit_add_rows(tests, a_file_that_has_no_cases_counts_none, no_files);
    suite_add_tcase(suite, tests);
    return suite;
}
