#include "rules/syntax.h"

#include <stdint.h>
#include <string.h>

#include "support.h"
#include "unit.h"

static const char *const words[] = {
    [SYNTAX_NAME] = "name",     [SYNTAX_TRUE] = "true",
    [SYNTAX_FALSE] = "false",   [SYNTAX_INTEGER] = "integer",
    [SYNTAX_SET] = "set",       [SYNTAX_DURATION] = "duration",
    [SYNTAX_STRING] = "string", [SYNTAX_CALL] = "call",
    [SYNTAX_AND] = "and",       [SYNTAX_OR] = "or",
    [SYNTAX_NOT] = "not",       [SYNTAX_EQ] = "==",
    [SYNTAX_NE] = "!=",         [SYNTAX_LT] = "<",
    [SYNTAX_LE] = "<=",         [SYNTAX_GT] = ">",
    [SYNTAX_GE] = ">=",         [SYNTAX_IN] = "in",
    [SYNTAX_NOT_IN] = "not-in", [SYNTAX_OVERLAPS] = "overlaps",
    [SYNTAX_ADD] = "+",         [SYNTAX_WITHIN] = "within",
    [SYNTAX_SUBTRACT] = "-",
};

static void write_inner(struct buffer *buffer, const struct syntax *syntax);

/* (and a (not b)): names stand for themselves. */
static void write(struct buffer *buffer, const struct syntax *syntax)
{
    if (syntax->kind == SYNTAX_NAME)
        buffer_text(buffer, syntax->text);
    else if (syntax->kind == SYNTAX_INTEGER)
        buffer_integer(buffer, syntax->integer);
    else if (syntax->kind == SYNTAX_DURATION)
        duration_write(buffer, syntax->duration);
    else if (syntax->kind == SYNTAX_STRING)
        buffer_format(buffer, "\"%t\"", syntax->text);
    else
        write_inner(buffer, syntax);
}

static void write_inner(struct buffer *buffer, const struct syntax *syntax)
{
    buffer_format(buffer, "(%s", words[syntax->kind]);
    if (syntax->kind == SYNTAX_CALL)
        buffer_format(buffer, " %t", syntax->text);
    for (uint32_t i = 0; i < syntax->count; i++) {
        buffer_char(buffer, ' ');
        write(buffer, syntax->items[i]);
    }
    buffer_char(buffer, ')');
}

static struct node scalar_of(const char *text)
{
    return (struct node){.kind = NODE_SCALAR, .plain = true, .text = text_of(text)};
}

static const struct {
    const char *source;
    const char *want; /* NULL: refused */
} rows[] = {
    {"a", "a"},
    {"a and b and c", "(and a b c)"},
    {"a or b and c", "(or a (and b c))"},
    {"(a or b) and c", "(and (or a b) c)"},
    {"not a and b", "(and (not a) b)"},
    {"not a == b", "(not (== a b))"},
    {"not not a", "(not (not a))"},
    {"a not in b", "(not-in a b)"},
    {"a in {b, c}", "(in a (set b c))"},
    {"a within {}", "(within a (set))"},
    {"a overlaps b", "(overlaps a b)"},
    {"a + 1 year 6 months <= b - 3 days", "(<= (+ a 1 year 6 months) (- b 3 days))"},
    {"a + 1 day - 1 month < b", "(< (- (+ a 1 day) 1 month) b)"},
    {"age(a, b) >= 18", "(>= (call age a b) 18)"},
    {"treaty_regulates(nationality)", "(call treaty_regulates nationality)"},
    {"f()", "(call f)"},
    {"a == \"x y\"", "(== a \"x y\")"},
    {"true or false", "(or (true) (false))"},
    {"", NULL},
    {"a and", NULL},
    {"and a", NULL},
    {"a b", NULL},
    {"a == b == c", NULL},
    {"(a", NULL},
    {"a)", NULL},
    {"f(a", NULL},
    {"f(a b)", NULL},
    {"{a,", NULL},
    {"a not b", NULL},
    {"a ==", NULL},
    {"a in", NULL},
    {"99999999999 == a", NULL},
    {"a < 2018-05-01", NULL},
    {"\"no end == a", NULL},
    {"a & b", NULL},
};

START_TEST(an_expression_is_a_tree_or_refused_with_one_message)
{
    struct bench bench;
    struct buffer buffer;
    bench_open(&bench, SIZE_MAX);
    buffer_init(&buffer, memory_default());
    struct node scalar = scalar_of(rows[_i].source);
    const struct syntax *syntax = syntax_parse(&bench.arena, &scalar, 64, &bench.diag);
    ck_assert_msg((syntax != NULL) == (rows[_i].want != NULL), "%s", rows[_i].source);
    ck_assert_uint_eq(bench.diag.errors, rows[_i].want ? 0 : 1);
    if (syntax) {
        write(&buffer, syntax);
        ck_assert_msg(text_is(buffer_view(&buffer), rows[_i].want), "`%s` gives %s", rows[_i].source, buffer.data);
    }
    buffer_free(&buffer);
    bench_close(&bench);
}
END_TEST

/* What nests: brackets, `not`, sets, calls, and sums, of which each term holds those before it. */
static const struct {
    const char *before;
    const char *each;
    const char *after;
} nests[] = {{"", "(", "a"}, {"", "not ", "a"}, {"a in ", "{", "b"}, {"", "f(", "a"}, {"a", " + 1 day", " < b"}};

START_TEST(nesting_has_a_limit)
{
    struct bench bench;
    struct buffer buffer;
    bench_open(&bench, SIZE_MAX);
    buffer_init(&buffer, memory_default());
    buffer_string(&buffer, nests[_i].before);
    for (int i = 0; i < 100000; i++)
        buffer_string(&buffer, nests[_i].each);
    buffer_string(&buffer, nests[_i].after);
    struct node scalar = scalar_of(buffer.data);
    ck_assert(!syntax_parse(&bench.arena, &scalar, 64, &bench.diag));
    ck_assert_uint_eq(bench.diag.errors, 1);
    ck_assert_str_eq(exd_diagnostics_code(bench.list, 0), "E106");
    buffer_free(&buffer);
    bench_close(&bench);
}
END_TEST

START_TEST(memory_that_runs_out_is_no_expression)
{
    const struct syntax *syntax = NULL;
    size_t failures = 0;
    for (size_t fail_at = 0; !syntax; fail_at++) {
        struct bench bench;
        bench_open(&bench, fail_at);
        struct node scalar = scalar_of("age(a, b) >= 18 and not c in {d, e} or f + 1 year < g");
        syntax = bench.list ? syntax_parse(&bench.arena, &scalar, 64, &bench.diag) : NULL;
        failures += !syntax;
        bench_close(&bench);
    }
    ck_assert_uint_gt(failures, 0);
}
END_TEST

Suite *syntax_suite(void)
{
    Suite *suite = suite_create("syntax");
    TCase *tests = tcase_create("syntax");
    unit_add_rows(tests, an_expression_is_a_tree_or_refused_with_one_message, rows);
    unit_add_rows(tests, nesting_has_a_limit, nests);
    tcase_add_test(tests, memory_that_runs_out_is_no_expression);
    suite_add_tcase(suite, tests);
    return suite;
}
