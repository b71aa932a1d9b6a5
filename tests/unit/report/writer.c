#include <stdint.h>
#include <string.h>

#include "report/writer.h"
#include "support.h"
#include "unit.h"

/* A sink that keeps what it got, and refuses more than `room` bytes. */
struct page {
    char bytes[65536];
    size_t length;
    size_t room;
};

static int keep(void *user, const char *bytes, size_t length)
{
    struct page *page = user;
    if (length > page->room - page->length)
        return 1;
    memcpy(page->bytes + page->length, bytes, length);
    page->length += length;
    page->bytes[page->length] = '\0';
    return 0;
}

static struct page page;

static struct writer begin(unsigned width)
{
    struct writer writer;
    page = (struct page){.room = sizeof page.bytes - 1};
    writer_init(&writer, memory_default(), keep, &page);
    writer.width = width;
    return writer;
}

static const struct {
    const char *name;
    const char *text;
    unsigned width;
    size_t first;
    size_t rest;
    const char *want;
} wraps[] = {
    {"fits", "one two", 7, 0, 0, "one two\n"},
    {"breaks at a space", "one two three", 7, 0, 2, "one two\n  three\n"},
    {"indents both lines", "one two", 6, 2, 4, "  one\n    two\n"},
    {"a long word stands alone", "a verylongword b", 6, 0, 0, "a\nverylongword\nb\n"},
    {"no wrapping", "one two three four", 0, 0, 0, "one two three four\n"},
    {"spaces are one", "one   two", 80, 0, 0, "one two\n"},
    {"line breaks are spaces", "one\ntwo\r\n\tthree", 80, 0, 0, "one two three\n"},
    {"accents count one column", "\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9", 6, 0, 0, "\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9\n"},
    {"Chinese text breaks anywhere", "漢字文", 4, 0, 0, "漢字\n文\n"},
    {"Korean text breaks between words", "범죄인 인도", 8, 0, 0, "범죄인\n인도\n"},
    {"and not within them", "범죄인", 4, 0, 0, "범죄인\n"},
    {"nothing writes nothing", "", 80, 4, 4, ""},
    {"control codes do not get through", "a\x1b[31mb\x7f", 80, 0, 0, "a\xef\xbf\xbd[31mb\xef\xbf\xbd\n"},
    {"nor do marks that turn text around",
     "a\xe2\x80\xae"
     "b",
     80, 0, 0,
     "a\xef\xbf\xbd"
     "b\n"},
};

START_TEST(paragraphs_wrap)
{
    struct writer writer = begin(wraps[_i].width);
    writer_text(&writer, text_of(wraps[_i].text));
    writer_end(&writer, wraps[_i].first, wraps[_i].rest);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_msg(strcmp(page.bytes, wraps[_i].want) == 0, "%s: got `%s`", wraps[_i].name, page.bytes);
}
END_TEST

START_TEST(styles_take_no_columns)
{
    for (int colour = 0; colour < 2; colour++) {
        struct writer writer = begin(7);
        writer.colour = colour;
        writer_styled(&writer, STYLE_STRONG, TEXT("one"));
        writer_say(&writer, " two three");
        writer_end(&writer, 0, 0);
        ck_assert_int_eq(writer_finish(&writer), EXD_OK);
        ck_assert_str_eq(page.bytes, colour ? "\x1b[1mone\x1b[0m two\nthree\n" : "one two\nthree\n");
    }
}
END_TEST

START_TEST(tabs_align_and_are_kept)
{
    struct writer writer = begin(10);
    writer_say(&writer, "key");
    writer_tab(&writer, 6);
    writer_say(&writer, "a value");
    writer_end(&writer, 0, 6);
    writer_say(&writer, "longer key");
    writer_tab(&writer, 6);
    writer_say(&writer, "v");
    writer_end(&writer, 0, 6);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_str_eq(page.bytes, "key   a\n      value\nlonger\n      key v\n");
}
END_TEST

START_TEST(blank_lines_stand_between)
{
    struct writer writer = begin(80);
    writer_heading(&writer, "First");
    writer_blank(&writer);
    writer_blank(&writer);
    writer_say(&writer, "text");
    writer_end(&writer, 0, 0);
    writer_blank(&writer);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_str_eq(page.bytes, "First\n-----\n\ntext\n");
}
END_TEST

START_TEST(a_sink_that_stops_is_not_called_again)
{
    struct writer writer = begin(80);
    page.room = 20000;
    for (int i = 0; i < 5000; i++)
        writer_raw_string(&writer, "0123456789");
    ck_assert(writer_failed(&writer));
    size_t got = page.length;
    writer_raw_string(&writer, "more");
    ck_assert_int_eq(writer_finish(&writer), EXD_ERROR_IO);
    ck_assert_uint_eq(page.length, got);
}
END_TEST

START_TEST(memory_that_runs_out_is_told_at_the_end)
{
    exd_status status = EXD_ERROR_MEMORY;
    size_t failures = 0;
    for (size_t fail_at = 0; status == EXD_ERROR_MEMORY; fail_at++) {
        struct meter meter = {.fail_at = fail_at};
        struct writer writer;
        page = (struct page){.room = sizeof page.bytes - 1};
        writer_init(&writer, meter_memory(&meter), keep, &page);
        writer_heading(&writer, "Heading");
        for (int i = 0; i < 40; i++)
            writer_say(&writer, "word %d ", i);
        writer_end(&writer, 0, 2);
        status = writer_finish(&writer);
        failures += status == EXD_ERROR_MEMORY;
        ck_assert_uint_eq(meter.live_bytes, 0);
    }
    ck_assert_int_eq(status, EXD_OK);
    ck_assert_uint_gt(failures, 0);
}
END_TEST

static const struct {
    const char *name;
    const char *text;
    const char *markdown;
    const char *html;
} escapes[] = {
    {"plain words", "one two", "one two\n", "<p>one two</p>\n"},
    {"an element", "<script>x</script>", "\\<script\\>x\\</script\\>\n", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"},
    {"quotation marks", "a\"b'c", "a\"b'c\n", "<p>a&quot;b&#39;c</p>\n"},
    {"an entity", "&lt;", "\\&lt;\n", "<p>&amp;lt;</p>\n"},
    {"a link", "[x](http://y)", "\\[x\\](http://y)\n", "<p>[x](http://y)</p>\n"},
    {"emphasis and code", "*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~\n", "<p>*a* _b_ `c` ~d~</p>\n"},
    {"a heading", "# a", "\\# a\n", "<p># a</p>\n"},
    {"a list", "- a", "\\- a\n", "<p>- a</p>\n"},
    {"a numbered list", "12. a", "12\\. a\n", "<p>12. a</p>\n"},
    {"a number within", "a 12. b", "a 12. b\n", "<p>a 12. b</p>\n"},
    {"a table", "a|b", "a\\|b\n", "<p>a|b</p>\n"},
    {"control codes", "a\x01\x02\x1b", "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\n", "<p>a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd</p>\n"},
    {"marks that turn text around", "\xe2\x80\xae\xe2\x81\xa6", "\xef\xbf\xbd\xef\xbf\xbd\n", "<p>\xef\xbf\xbd\xef\xbf\xbd</p>\n"},
    {"no character", "\xef\xbf\xbf", "\xef\xbf\xbf\n", "<p>\xef\xbf\xbd</p>\n"},
};

START_TEST(forms_escape)
{
    for (int form = FORM_MARKDOWN; form <= FORM_HTML; form++) {
        struct writer writer = begin(80);
        writer.form = (enum form)form;
        writer_text(&writer, text_of(escapes[_i].text));
        writer_end(&writer, 0, 0);
        ck_assert_int_eq(writer_finish(&writer), EXD_OK);
        ck_assert_str_eq(page.bytes, form == FORM_HTML ? escapes[_i].html : escapes[_i].markdown);
    }
}
END_TEST

static const struct {
    const char *name;
    const char *address;
    const char *html;
} links[] = {
    {"an address of the web", "https://a.example/b?c=d&e=f", "<p><a href=\"https://a.example/b?c=d&amp;e=f\">x</a></p>\n"},
    {"a script", "javascript:alert(1)", "<p>x</p>\n"},
    {"a quotation mark", "https://a\"onclick=x", "<p>x</p>\n"},
    {"a bracket", "https://a)b", "<p>x</p>\n"},
    {"a space", "https://a b", "<p>x</p>\n"},
    {"a control code", "https://a\x02", "<p>x</p>\n"},
    {"no address", "", "<p>x</p>\n"},
};

START_TEST(only_addresses_of_the_web_are_links)
{
    struct writer writer = begin(80);
    writer.form = FORM_HTML;
    writer_link(&writer, text_of(links[_i].address));
    writer_say(&writer, "x");
    writer_link_end(&writer);
    writer_end(&writer, 0, 0);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_str_eq(page.bytes, links[_i].html);
}
END_TEST

/* A table and a box to tick, with words that could be taken for markup. */
static const struct {
    enum form form;
    const char *want;
} tables[] = {
    {FORM_TEXT, "2020-07-06. a|b<c>\n[ ] tick\n"},
    {FORM_MARKDOWN, "| Day | What |\n| --- | --- |\n| 2020-07-06 | a\\|b\\<c\\> |\n\n- [ ] tick\n"},
    {FORM_HTML, "<table>\n<thead><tr><th scope=\"col\">Day</th><th scope=\"col\">What</th></tr></thead>\n<tbody>\n"
                "<tr><th scope=\"row\">2020-07-06</th><td>a|b&lt;c&gt;</td></tr>\n</tbody></table>\n"
                "<ul>\n<li><div class=\"row\"><span class=\"label short\"><span class=\"sign\" aria-hidden=\"true\">☐</span></span> "
                "<span class=\"value\">tick</span></div></li></ul>\n</body>\n</html>\n"},
};

START_TEST(tables_and_boxes)
{
    struct writer writer = begin(80);
    writer.form = tables[_i].form;
    writer_say(&writer, "Day");
    writer_cell(&writer, "");
    writer_say(&writer, "What");
    writer_columns(&writer);
    writer_say(&writer, "2020-07-06");
    writer_cell(&writer, ". ");
    writer_say(&writer, "a|b<c>");
    writer_row(&writer, 0, 4);
    writer_box(&writer);
    writer_say(&writer, "tick");
    writer_end(&writer, 0, 4);
    writer_close_page(&writer);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_str_eq(page.bytes, tables[_i].want);
}
END_TEST

START_TEST(what_is_open_is_closed)
{
    struct writer writer = begin(80);
    writer.form = FORM_HTML;
    writer_heading(&writer, "h");
    writer_block(&writer);
    writer_say(&writer, "b");
    writer_headline(&writer);
    writer_say(&writer, "p");
    writer_fold(&writer, 4);
    writer_say(&writer, "l");
    writer_end(&writer, 6, 6);
    writer_say(&writer, "m");
    writer_end(&writer, 8, 8);
    writer_close_page(&writer);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_str_eq(page.bytes,
                     "<main id=\"report\">\n<section "
                     "id=\"section-1\">\n<h2>h</h2>\n<article>\n<h3>b</h3>\n<details>\n<summary>p</summary>\n<ul>\n<li>l\n<ul>\n<li>m"
                     "</li></ul>\n</li></ul>\n</details>\n</article>\n</section>\n</main>\n</body>\n</html>\n");
}
END_TEST

Suite *writer_suite(void)
{
    Suite *suite = suite_create("writer");
    TCase *tests = tcase_create("writer");
    unit_add_rows(tests, paragraphs_wrap, wraps);
    tcase_add_test(tests, styles_take_no_columns);
    tcase_add_test(tests, tabs_align_and_are_kept);
    tcase_add_test(tests, blank_lines_stand_between);
    tcase_add_test(tests, a_sink_that_stops_is_not_called_again);
    unit_add_rows(tests, forms_escape, escapes);
    unit_add_rows(tests, only_addresses_of_the_web_are_links, links);
    unit_add_rows(tests, tables_and_boxes, tables);
    tcase_add_test(tests, what_is_open_is_closed);
    tcase_add_test(tests, memory_that_runs_out_is_told_at_the_end);
    suite_add_tcase(suite, tests);
    return suite;
}
