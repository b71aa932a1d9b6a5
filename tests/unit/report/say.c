/* What reports say: the catalogue itself, and how a message is put together in English, in another language, and where that has a gap. */
#include "report/say.h"

#include <string.h>

#include "unit.h"

static int append(void *user, const char *bytes, size_t length)
{
    buffer_append(user, bytes, length);
    return 0;
}

START_TEST(a_message_has_a_place_for_each_of_its_kinds)
{
    const char *kinds = message_kinds((enum message)_i);
    unsigned places = message_places(message_english((enum message)_i));
    size_t count = strlen(kinds);
    ck_assert_uint_le(count, MESSAGE_PLACES_MAX);
    ck_assert_msg(places >> (count + 1) == 0, "%s has a place too many", message_key((enum message)_i));
    bool is_reason = strncmp(message_key((enum message)_i), "reason-", 7) == 0; /* takes the State and the day, whichever it tells */
    if (!is_reason)
        ck_assert_msg(places == (1u << (count + 1)) - 2, "%s has a place too few", message_key((enum message)_i));
    ck_assert_uint_eq(strspn(kinds, "trsud*"), count);
}
END_TEST

START_TEST(a_key_stands_for_one_message)
{
    ck_assert_int_eq(message_by_key(text_of(message_key((enum message)_i))), _i);
}
END_TEST

/* A language that puts the States in the other order, and lacks the rest. */
static void make(struct language *language)
{
    memset(language, 0, sizeof *language);
    language->id = TEXT("xx");
    language->messages[MESSAGE_REQUEST_FROM_TO] = TEXT("an {2} von {1}");
    language->messages[MESSAGE_DAYS_LEFT] = TEXT("noch {1} Tage");
}

static const struct {
    bool translated;
    enum message message;
    const char *said;
} messages[] = {
    {false, MESSAGE_DAYS_LEFT, "; 5 days left"},
    {true, MESSAGE_DAYS_LEFT, "noch 5 Tage"},
    {false, MESSAGE_COUNT_OPEN, "5 open"},
    {true, MESSAGE_COUNT_OPEN, "5 open [en]"},
};

START_TEST(numbers_are_put_in_their_place)
{
    struct language language;
    struct buffer buffer;
    make(&language);
    buffer_init(&buffer, memory_default());
    say_into(&buffer, messages[_i].translated ? &language : NULL, messages[_i].message, 5u);
    ck_assert_str_eq(buffer.data, messages[_i].said);
    buffer_free(&buffer);
}
END_TEST

static const struct {
    bool translated;
    const char *said;
} orders[] = {
    {false, "from Korea to [Japan]\n"},
    {true, "an [Japan] von Korea\n"},
};

START_TEST(pieces_are_put_in_the_order_of_the_language)
{
    struct language language;
    struct buffer buffer;
    struct writer writer;
    make(&language);
    buffer_init(&buffer, memory_default());
    writer_init(&writer, memory_default(), append, &buffer);
    writer.language = orders[_i].translated ? &language : NULL;
    size_t start = say_open(&writer);
    writer_say(&writer, "Korea");
    say_next(&writer);
    writer_styled(&writer, STYLE_STRONG, TEXT("[Japan]"));
    say_close(&writer, start, MESSAGE_REQUEST_FROM_TO);
    writer_end(&writer, 0, 0);
    ck_assert_int_eq(writer_finish(&writer), EXD_OK);
    ck_assert_str_eq(buffer.data, orders[_i].said);
    buffer_free(&buffer);
}
END_TEST

static const struct {
    const char *in_words; /* of a day; NULL: the language has none */
    const char *day;
    const char *said;
} days[] = {
    {NULL, "2020-07-06", "; last day 2020-07-06 [en]"},
    {"{3}. {2}. {1}", "2020-07-06", "; last day 6. 7. 2020 [en]"},
    {"{3}. {2}. {1}", "2020-12-31", "; last day 31. 12. 2020 [en]"},
    {"{3}. {2}. {1}", "2020-07", "; last day 2020-07 [en]"},
    {"{3}. {2}. {1}", "2020-02-30", "; last day 2020-02-30 [en]"},
    {"{3}. {2}. {1}", "", "; last day  [en]"},
    {"the {3}th day of the month that has the number {2}, in the year {1} of the common era", "2020-07-06", "; last day 2020-07-06 [en]"},
};

START_TEST(days_are_said_as_the_language_writes_them)
{
    struct language language;
    struct buffer buffer;
    make(&language);
    language.messages[MESSAGE_DAY] = days[_i].in_words != NULL ? text_of(days[_i].in_words) : (struct text){NULL, 0};
    buffer_init(&buffer, memory_default());
    say_into(&buffer, &language, MESSAGE_LAST_DAY, text_of(days[_i].day));
    ck_assert_str_eq(buffer.data, days[_i].said);
    buffer_free(&buffer);
}
END_TEST

START_TEST(a_text_without_translation_is_marked)
{
    struct language language;
    static const char known[] = "known";
    struct translated one = {.of = known, .text = TEXT("bekannt")};
    bool english;
    make(&language);
    language.texts = &one;
    language.count = 1;
    ck_assert(text_is(say_of_rules(&language, (struct text){known, 5}, &english), "bekannt") && !english);
    ck_assert(text_is(say_of_rules(&language, TEXT("unknown"), &english), "unknown") && english);
    ck_assert(text_is(say_of_rules(NULL, TEXT("unknown"), &english), "unknown") && !english);
    ck_assert(say_of_rules(&language, TEXT(""), &english).length == 0 && !english);
}
END_TEST

Suite *say_suite(void)
{
    Suite *suite = suite_create("say");
    TCase *tests = tcase_create("say");
    tcase_add_loop_test(tests, a_message_has_a_place_for_each_of_its_kinds, 0, MESSAGE_COUNT);
    tcase_add_loop_test(tests, a_key_stands_for_one_message, 0, MESSAGE_COUNT);
    unit_add_rows(tests, numbers_are_put_in_their_place, messages);
    unit_add_rows(tests, pieces_are_put_in_the_order_of_the_language, orders);
    tcase_add_loop_test(tests, days_are_said_as_the_language_writes_them, 0, sizeof days / sizeof days[0]);
    tcase_add_test(tests, a_text_without_translation_is_marked);
    suite_add_tcase(suite, tests);
    return suite;
}
