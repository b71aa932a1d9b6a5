/* Phrases: said in English and in another language, one within another, with what a record could put into them. */
#include "base/phrase.h"

#include <string.h>

#include "unit.h"

static struct text translations[MESSAGE_COUNT];

static void say(struct buffer *said, const struct buffer *phrase, bool translated)
{
    translations[MESSAGE_BUT_ALSO] = text_of("{2} und {1}");
    translations[MESSAGE_OR_LATER] = text_of("ab {1}");
    phrase_say(said, buffer_view(phrase), translated ? translations : NULL, " [en]");
}

static const struct {
    bool translated;
    const char *said;
} ranges[] = {
    {false, "2017 or later, but before 2018"},
    {true, "before 2018 [en] und ab 2017"},
};

START_TEST(one_within_another)
{
    struct buffer phrase;
    struct buffer said;
    buffer_init(&phrase, memory_default());
    buffer_init(&said, memory_default());
    phrase_open(&phrase, MESSAGE_BUT_ALSO);
    phrase_open(&phrase, MESSAGE_OR_LATER);
    buffer_string(&phrase, "2017");
    phrase_close(&phrase);
    phrase_next(&phrase);
    phrase_open(&phrase, MESSAGE_BEFORE_VALUE);
    buffer_string(&phrase, "2018");
    phrase_close(&phrase);
    phrase_close(&phrase);
    say(&said, &phrase, ranges[_i].translated);
    ck_assert_str_eq(said.data, ranges[_i].said);
    buffer_free(&phrase);
    buffer_free(&said);
}
END_TEST

/* What a record says, each of its bytes; the marks of a phrase among them. */
static const char *const hostile[] = {"", "plain", "\x04\x05\x06\x07", "a\x06", "\x04 ", "\x07G", "{1}", "\x06\x06\x06", "\x04\x7f\x7f"};

START_TEST(what_a_record_says_stays_what_it_is)
{
    struct buffer phrase;
    struct buffer said;
    char expected[64] = "before ";
    buffer_init(&phrase, memory_default());
    buffer_init(&said, memory_default());
    phrase_open(&phrase, MESSAGE_BEFORE_VALUE);
    size_t start = phrase.length;
    buffer_string(&phrase, hostile[_i]);
    phrase_escape(&phrase, start);
    phrase_close(&phrase);
    say(&said, &phrase, false);
    strcat(expected, hostile[_i]);
    ck_assert_str_eq(said.data, expected);
    buffer_free(&phrase);
    buffer_free(&said);
}
END_TEST

START_TEST(a_text_is_a_phrase_that_says_itself)
{
    struct buffer said;
    buffer_init(&said, memory_default());
    phrase_say(&said, text_of("[KR, US]"), translations, " [en]");
    ck_assert_str_eq(said.data, "[KR, US]");
    buffer_free(&said);
}
END_TEST

/* Bytes that no phrase would be: they are said somehow, within the text. */
static const char *const broken[] = {"\x04", "\x04 ", "\x04  ", "\x04  a", "\x07", "\x04  \x04  \x04  ", "\x05\x06"};

START_TEST(what_is_no_phrase_does_no_harm)
{
    struct buffer said;
    buffer_init(&said, memory_default());
    phrase_say(&said, text_of(broken[_i]), NULL, "");
    ck_assert(!said.failed);
    buffer_free(&said);
}
END_TEST

Suite *phrase_suite(void)
{
    Suite *suite = suite_create("phrase");
    TCase *tests = tcase_create("phrase");
    unit_add_rows(tests, one_within_another, ranges);
    unit_add_rows(tests, what_a_record_says_stays_what_it_is, hostile);
    tcase_add_test(tests, a_text_is_a_phrase_that_says_itself);
    unit_add_rows(tests, what_is_no_phrase_does_no_harm, broken);
    suite_add_tcase(suite, tests);
    return suite;
}
