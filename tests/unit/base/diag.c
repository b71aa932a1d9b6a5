#include "base/diag.h"

#include <string.h>

#include "base/excerpt.h"
#include "extradition.h"
#include "support.h"
#include "unit.h"

/* One line as a file. */
static struct lines one_line(const char *text)
{
    return (struct lines){.name = TEXT("a.yaml"), .bytes = text_of(text)};
}

START_TEST(text_is_as_the_manual_shows_it)
{
    struct bench bench;
    char bytes[128] = "";
    memset(bytes, '\n', 40);
    const char *line = "    when: request.requested_state in person.nationality\n";
    strcat(bytes, line);
    struct lines lines = {.name = TEXT("rules/asia/x.yaml"), .bytes = text_of(bytes)};
    bench_open(&bench, SIZE_MAX);
    diag_add(&bench.diag, DIAG_UNKNOWN_FACT, (struct place){&lines, 41, 38, 18}, "did you mean `person.nationalities` (set of state)?",
             "unknown fact `%t`", TEXT("person.nationality"));
    ck_assert_str_eq(bench_text(&bench), "rules/asia/x.yaml:41:38: error[E207]: unknown fact `person.nationality`\n"
                                         "   41 |     when: request.requested_state in person.nationality\n"
                                         "      |                                      ^~~~~~~~~~~~~~~~~~\n"
                                         "   help: did you mean `person.nationalities` (set of state)?\n");
    ck_assert_str_eq(exd_diagnostics_code(bench.list, 0), "E207");
    ck_assert_str_eq(exd_diagnostics_file(bench.list, 0), "rules/asia/x.yaml");
    ck_assert_uint_eq(exd_diagnostics_line(bench.list, 0), 41);
    ck_assert_uint_eq(exd_diagnostics_column(bench.list, 0), 38);
    ck_assert_str_eq(exd_diagnostics_message(bench.list, 0), "unknown fact `person.nationality`");
    ck_assert_str_eq(exd_diagnostics_help(bench.list, 0), "did you mean `person.nationalities` (set of state)?");
    ck_assert_int_eq(exd_diagnostics_severity(bench.list, 0), EXD_SEVERITY_ERROR);
    bench_close(&bench);
}
END_TEST

static const struct {
    const char *name, *line;
    uint32_t column, length;
    const char *want;
} excerpts[] = {
    {"no length marks one character", "abc", 2, 0, "    1 | abc\n      |  ^\n"},
    {"wide characters take two columns", "\xED\x95\x9C\xEA\xB5\xAD: \xEA\xB5\xAD", 5, 1,
     "    1 | \xED\x95\x9C\xEA\xB5\xAD: \xEA\xB5\xAD\n      |       ^~\n"},
    {"combining marks take none", "e\xCC\x81x", 3, 1, "    1 | e\xCC\x81x\n      |  ^\n"},
    {"a tab is four columns", "\tab", 2, 2, "    1 |     ab\n      |     ^~\n"},
    {"the mark ends with the line", "abc", 2, 50, "    1 | abc\n      |  ^~\n"},
    {"past the end of the line", "abc", 9, 4, "    1 | abc\n      |    ^\n"},
    {"an empty line", "", 1, 1, "    1 | \n      | ^\n"},
    {"a terminal obeys nothing", "a\x1B[31mb", 1, 1, "    1 | a\xEF\xBF\xBD[31mb\n      | ^\n"},
    {"directions are not overridden",
     "a\xE2\x80\xAE"
     "b",
     3, 1,
     "    1 | a\xEF\xBF\xBD"
     "b\n      |   ^\n"},
    {"bad bytes are replaced",
     "a\xFF"
     "b",
     3, 1,
     "    1 | a\xEF\xBF\xBD"
     "b\n      |   ^\n"},
    {"the line break is not shown", "abc\r\n", 1, 1, "    1 | abc\n      | ^\n"},
    {"nor is an odd one", "abc\xE2\x80\xA8", 1, 1, "    1 | abc\n      | ^\n"},
};

START_TEST(excerpt_marks_the_place)
{
    struct lines lines = one_line(excerpts[_i].line);
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    excerpt_write(&buffer, (struct place){&lines, 1, excerpts[_i].column, excerpts[_i].length});
    ck_assert_msg(strcmp(buffer.data, excerpts[_i].want) == 0, "%s:\n%s", excerpts[_i].name, buffer.data);
    buffer_free(&buffer);
}
END_TEST

/* Where a long line is cut, the mark stays under the character that it is about, and the whole keeps its width. */
START_TEST(long_lines_are_cut_around_the_place)
{
    char line[3001];
    for (size_t i = 0; i < 3000; i++)
        line[i] = '.';
    line[3000] = '\0';
    struct lines lines = one_line(line);
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    for (uint32_t column = 1; column <= 3000; column += 37) {
        line[column - 1] = 'X';
        buffer_clear(&buffer);
        excerpt_write(&buffer, (struct place){&lines, 1, column, 1});
        struct text shown = buffer_view(&buffer);
        const char *second = strchr(shown.data, '\n') + 1;
        const char *target = strchr(shown.data, 'X');
        ck_assert(target && target < second);
        size_t above = text_width((struct text){shown.data, (size_t)(target - shown.data)});
        ck_assert_uint_eq(above, (size_t)(strchr(second, '^') - second));
        ck_assert_uint_le(text_width((struct text){shown.data, (size_t)(second - shown.data)}), 8 + 120 + 2 + 1);
        line[column - 1] = '.';
    }
    buffer_free(&buffer);
}
END_TEST

START_TEST(line_of_a_hundred_and_twenty_is_whole)
{
    char line[121];
    memset(line, 'a', 120);
    line[120] = '\0';
    struct lines lines = one_line(line);
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    excerpt_write(&buffer, (struct place){&lines, 1, 120, 1});
    ck_assert_ptr_null(strstr(buffer.data, "\xE2\x80\xA6"));
    buffer_free(&buffer);
}
END_TEST

START_TEST(places_may_be_files_or_nothing)
{
    struct bench bench;
    struct lines lines = {.name = TEXT("b.yaml")};
    bench_open(&bench, SIZE_MAX);
    diag_add(&bench.diag, DIAG_NO_VOCABULARY, (struct place){0}, NULL, "no vocabulary");
    diag_add(&bench.diag, DIAG_FILE_EMPTY, (struct place){.lines = &lines}, NULL, "the file is empty");
    diag_add(&bench.diag, DIAG_UNUSED_DEFINITION, (struct place){&lines, 3, 4, 1}, NULL, "unused");
    ck_assert_str_eq(bench_text(&bench),
                     "error[E221]: no vocabulary\nb.yaml: error[E103]: the file is empty\nb.yaml:3:4: warning[W223]: unused\n");
    ck_assert_str_eq(exd_diagnostics_file(bench.list, 0), "");
    ck_assert_str_eq(exd_diagnostics_help(bench.list, 0), "");
    ck_assert_uint_eq(exd_diagnostics_error_count(bench.list), 2);
    ck_assert_uint_eq(bench.diag.errors, 2);
    bench_close(&bench);
}
END_TEST

START_TEST(messages_are_one_line_of_bounded_length)
{
    struct bench bench;
    char name[2000];
    memset(name, 'x', sizeof name);
    bench_open(&bench, SIZE_MAX);
    diag_add(&bench.diag, DIAG_UNKNOWN_KEY, (struct place){0}, NULL, "unknown key `%t`", TEXT("a\nb\x1B"));
    diag_add(&bench.diag, DIAG_UNKNOWN_KEY, (struct place){0}, NULL, "unknown key `%t`", (struct text){name, sizeof name});
    ck_assert_str_eq(exd_diagnostics_message(bench.list, 0), "unknown key `a\xEF\xBF\xBD"
                                                             "b\xEF\xBF\xBD`");
    ck_assert_uint_eq(strlen(exd_diagnostics_message(bench.list, 1)), 503);
    bench_close(&bench);
}
END_TEST

START_TEST(the_same_is_said_once_and_counted)
{
    struct bench bench;
    struct lines lines = one_line("abc");
    bench_open(&bench, SIZE_MAX);
    for (int i = 0; i < 3; i++)
        diag_add(&bench.diag, DIAG_MISSING_KEY, (struct place){&lines, 1, 1, 1}, NULL, "this rule has no `cite`");
    diag_add(&bench.diag, DIAG_MISSING_KEY, (struct place){&lines, 1, 1, 1}, NULL, "this rule has no `title`");
    diag_add(&bench.diag, DIAG_MISSING_KEY, (struct place){&lines, 1, 2, 1}, NULL, "this rule has no `cite`");
    ck_assert_uint_eq(exd_diagnostics_count(bench.list), 3);
    ck_assert_uint_eq(bench.diag.errors, 5);
    diag_begin_file(&bench.diag);
    diag_add(&bench.diag, DIAG_MISSING_KEY, (struct place){&lines, 1, 1, 1}, NULL, "this rule has no `cite`");
    ck_assert_uint_eq(exd_diagnostics_count(bench.list), 4);
    ck_assert_uint_eq(bench.diag.errors, 1);
    ck_assert_uint_eq(bench.diag.total_errors, 6);
    bench_close(&bench);
}
END_TEST

START_TEST(past_the_limit_one_note_stands_for_the_rest)
{
    struct bench bench;
    struct lines lines = one_line("abc");
    bench_open(&bench, SIZE_MAX);
    bench.diag.limit = 2;
    for (int file = 0; file < 2; file++) {
        diag_begin_file(&bench.diag);
        for (uint32_t i = 1; i <= 5; i++)
            diag_add(&bench.diag, DIAG_BAD_ID, (struct place){&lines, i, 1, 1}, NULL, "bad id");
        ck_assert_uint_eq(bench.diag.errors, 5);
    }
    ck_assert_uint_eq(exd_diagnostics_count(bench.list), 6);
    ck_assert_uint_eq(exd_diagnostics_error_count(bench.list), 4);
    ck_assert_str_eq(exd_diagnostics_text(bench.list, 2), "a.yaml: note[N901]: further errors in this file are left out\n");
    ck_assert_int_eq(exd_diagnostics_severity(bench.list, 2), EXD_SEVERITY_NOTE);
    ck_assert_uint_eq(bench.diag.total_errors, 10);
    bench_close(&bench);
}
END_TEST

START_TEST(nobody_needs_to_listen)
{
    struct diag diag;
    diag_init(&diag, NULL, 2);
    for (int i = 0; i < 5; i++)
        diag_add(&diag, DIAG_BAD_ID, (struct place){0}, NULL, "bad id");
    ck_assert_uint_eq(diag.errors, 5);
    ck_assert(!diag.out_of_memory);
    exd_diagnostics_free(NULL);
    exd_diagnostics_clear(NULL);
    ck_assert_uint_eq(exd_diagnostics_count(NULL), 0);
    ck_assert_str_eq(exd_diagnostics_text(NULL, 0), "");
}
END_TEST

START_TEST(list_can_be_cleared_and_used_again)
{
    exd_diagnostics *list = exd_diagnostics_new();
    struct diag diag;
    diag_init(&diag, list, 10);
    diag_add(&diag, DIAG_BAD_ID, (struct place){0}, NULL, "bad id");
    exd_diagnostics_clear(list);
    ck_assert_uint_eq(exd_diagnostics_count(list), 0);
    ck_assert_uint_eq(exd_diagnostics_error_count(list), 0);
    diag_init(&diag, list, 10);
    diag_add(&diag, DIAG_BAD_ID, (struct place){0}, NULL, "bad id again");
    ck_assert_str_eq(exd_diagnostics_text(list, 0), "error[E216]: bad id again\n");
    ck_assert_str_eq(exd_diagnostics_text(list, 1), "");
    exd_diagnostics_free(list);
}
END_TEST

START_TEST(every_code_has_its_word)
{
#define X(id, number, meaning) ck_assert_str_eq(diag_code_word(DIAG_##id) + 1, #number);
    DIAG_CODE_LIST(X)
#undef X
    ck_assert_str_eq(diag_code_word(DIAG_UNUSED_DEFINITION), "W223");
    ck_assert_str_eq(diag_code_word(DIAG_LEFT_OUT), "N901");
    ck_assert_str_eq(diag_code_word(DIAG_EXPECTATION_FAILED), "E302");
}
END_TEST

START_TEST(no_allocation_failure_loses_an_error)
{
    struct lines lines = one_line("abc");
    size_t failures = 0;
    for (size_t fail_at = 0;; fail_at++) {
        struct bench bench;
        bench_open(&bench, fail_at);
        bench.diag.limit = 1;
        for (uint32_t i = 1; i <= 3; i++)
            diag_add(&bench.diag, DIAG_BAD_ID, (struct place){&lines, 1, i, 1}, "help", "bad id %u", (unsigned)i);
        bool failed = bench.diag.out_of_memory || !bench.list;
        ck_assert_uint_eq(bench.diag.errors, 3);
        ck_assert(failed || exd_diagnostics_count(bench.list) == 2);
        bench_close(&bench);
        if (!failed)
            break;
        failures++;
    }
    ck_assert_uint_gt(failures, 2);
}
END_TEST

Suite *diag_suite(void)
{
    Suite *suite = suite_create("diag");
    TCase *tests = tcase_create("diag");
    tcase_add_test(tests, text_is_as_the_manual_shows_it);
    unit_add_rows(tests, excerpt_marks_the_place, excerpts);
    tcase_add_test(tests, long_lines_are_cut_around_the_place);
    tcase_add_test(tests, line_of_a_hundred_and_twenty_is_whole);
    tcase_add_test(tests, places_may_be_files_or_nothing);
    tcase_add_test(tests, messages_are_one_line_of_bounded_length);
    tcase_add_test(tests, the_same_is_said_once_and_counted);
    tcase_add_test(tests, past_the_limit_one_note_stands_for_the_rest);
    tcase_add_test(tests, nobody_needs_to_listen);
    tcase_add_test(tests, list_can_be_cleared_and_used_again);
    tcase_add_test(tests, every_code_has_its_word);
    tcase_add_test(tests, no_allocation_failure_loses_an_error);
    suite_add_tcase(suite, tests);
    return suite;
}
