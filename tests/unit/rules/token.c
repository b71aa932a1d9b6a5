#include "rules/token.h"

#include <string.h>

#include "support.h"
#include "unit.h"

/* Each token as its kind's letter and its text: `N` name, `#` number, `S` string, `Y` symbol, `!` bad. */
static const struct {
    const char *source;
    const char *want;
} rows[] = {
    {"", ""},
    {"  \t ", ""},
    {"request.a", "N(request.a)"},
    {"offence.penalty.requesting > 1 year", "N(offence.penalty.requesting) Y(>) #(1) N(year)"},
    {"in-absentia", "N(in-absentia)"},
    {"us-kr-treaty-1998/long_enough(offence)", "N(us-kr-treaty-1998/long_enough) Y(() N(offence) Y())"},
    {"a - b", "N(a) Y(-) N(b)"},
    {"a-b", "N(a-b)"},
    {"a- b", "N(a) Y(-) N(b)"},
    {"a.", "N(a) !(.)"},
    {"a==b!=c<=d>=e<f>g", "N(a) Y(==) N(b) Y(!=) N(c) Y(<=) N(d) Y(>=) N(e) Y(<) N(f) Y(>) N(g)"},
    {"{a, b}", "Y({) N(a) Y(,) N(b) Y(})"},
    {"\"yes and no\"", "S(yes and no)"},
    {"\"\"", "S()"},
    {"\"no end", "!(\"no end)"},
    {"2018-05-01", "#(2018-05-01)"},
    {"= a", "!(=) N(a)"},
    {"a & b", "N(a) !(&) N(b)"},
    {"\xc3\xa9 a", "!(\xc3\xa9) N(a)"},
    {"\xff", "!(\xff)"},
};

static char letter_of(enum token_kind kind)
{
    if (kind >= TOKEN_EQ)
        return 'Y';
    return kind >= TOKEN_NAME ? 'N' : kind == TOKEN_NUMBER ? '#' : kind == TOKEN_STRING ? 'S' : '!';
}

START_TEST(an_expression_falls_into_tokens)
{
    struct buffer buffer;
    struct text source = text_of(rows[_i].source);
    size_t at = 0;
    buffer_init(&buffer, memory_default());
    buffer_string(&buffer, "");
    for (struct token token = token_next(source, &at); token.kind != TOKEN_END; token = token_next(source, &at)) {
        ck_assert_uint_le(token.offset + token.length, source.length);
        ck_assert_uint_gt(token.length, 0);
        buffer_format(&buffer, "%s%c(%t)", buffer.length ? " " : "", letter_of(token.kind), token.text);
    }
    ck_assert_uint_eq(at, source.length);
    ck_assert_msg(text_is(buffer_view(&buffer), rows[_i].want), "`%s` gives %s", rows[_i].source, buffer.data);
    buffer_free(&buffer);
}
END_TEST

Suite *token_suite(void)
{
    Suite *suite = suite_create("token");
    TCase *tests = tcase_create("token");
    unit_add_rows(tests, an_expression_falls_into_tokens, rows);
    suite_add_tcase(suite, tests);
    return suite;
}
