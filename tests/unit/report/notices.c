/* What is said of the instruments as a whole: when, and by every form of report alike. */
#include "report/notices.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define HEAD(id, kind) "rules: []\ninstrument:\n  id: " id "\n  title: T\n  kind: " kind "\n  citation: c\n  text-seen: full\n"
#define TREATY "No treaty or scheme in this library under which "
#define RECORD "The record says that a treaty is in force that is not in this library"

#define AGREED "A treaty to which they are not parties is taken to apply between them only where the record names it"

static const char *const books[] = {
    HEAD("treaty", "bilateral-treaty") "  parties: {AA: {}, BB: {}}\n",
    HEAD("rights", "human-rights-treaty") "  parties: {BB: {}, CC: {}}\n",
    HEAD("b-law", "statute") "  parties: {BB: {}}\n  applies: {not: request.a}\n",
    NULL,
};

enum { SENTENCES_MAX = 2 };

static const struct {
    const char *request;
    const char *want; /* the words, each followed by a blank */
    const char *sentences[SENTENCES_MAX];
} rows[] = {
    {"requesting_state: AA, requested_state: BB, a: false", "", {NULL}},
    {"requesting_state: AA, requested_state: BB", "", {NULL}}, /* a law that may apply */
    {"requesting_state: AA, requested_state: BB, a: true", "no-law-held ", {"No law of Beland in this library applies to this request"}},
    {"requesting_state: AA, requested_state: CC, treaty_in_force: false", "no-law-held ", {"No law of Celand in this library applies"}},
    {"requesting_state: CC, requested_state: BB", "no-treaty-held ", {TREATY "Celand and Beland surrender to each other applies"}},
    {"requesting_state: AA, requested_state: CC", "no-treaty-held no-law-held ", {TREATY "Aland and Celand", "No law of Celand"}},
    {"requesting_state: CC, requested_state: BB, treaty_in_force: false", "", {NULL}},
    {"requesting_state: CC, requested_state: BB, treaty_in_force: true", "outside-treaty ", {RECORD ". On which points"}},
    {"requesting_state: CC, requested_state: BB, treaty_in_force: true, treaty_provides: [one, three]",
     "outside-treaty ",
     {RECORD ", with rules on: one; three"}},
    {"requesting_state: AA, requested_state: BB, treaty_in_force: true", "", {NULL}}, /* that is the treaty that is held */
    {"requesting_state: AA", "", {NULL}},                                             /* it could be anyone */
    {"requested_state: CC", "", {NULL}},
    {"requesting_state: AA, requested_state: BB, agreed_instruments: unknown", "agreement-unknown ", {AGREED}},
    {"requesting_state: AA, requested_state: BB, agreed_instruments: {value: [treaty], complete: false}", "agreement-unknown ", {AGREED}},
    {"requesting_state: CC, requested_state: BB, agreed_instruments: [treaty]", "", {NULL}},
};

static void check_request(struct world *world, const char *request)
{
    struct buffer record;
    buffer_init(&record, memory_default());
    buffer_format(&record, "as_of: 2020-01-01\nrequest: {%s}\n", request);
    world_open(world, books);
    world_check_record(world, record.data, true);
    buffer_free(&record);
}

/* In lines of any length: a sentence is not broken. */
static void write_report(const struct world *world, exd_format format, struct buffer *out)
{
    exd_write_options *options = exd_write_options_new();
    exd_write_options_set_width(options, 0);
    buffer_init(out, memory_default());
    ck_assert_int_eq(exd_report_write(world->report, format, options, world_sink, out), EXD_OK);
    exd_write_options_free(options);
}

START_TEST(what_the_library_lacks_is_found_by_what_applies)
{
    struct world world;
    char found[256] = "";
    check_request(&world, rows[_i].request);
    for (int notice = 0; notice < NOTICE_COUNT; notice++)
        if (notice_is_due(world.report, (enum notice)notice)) {
            strcat(found, notice_words[notice]);
            strcat(found, " ");
        }
    ck_assert_msg(strcmp(found, rows[_i].want) == 0, "%s: found %s", rows[_i].request, found);
    world_close(&world);
}
END_TEST

START_TEST(every_format_says_it)
{
    static const exd_format formats[] = {EXD_FORMAT_TEXT, EXD_FORMAT_MARKDOWN, EXD_FORMAT_HTML, EXD_FORMAT_JSON};
    struct world world;
    check_request(&world, rows[_i].request);
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        struct buffer out;
        write_report(&world, formats[i], &out);
        for (size_t j = 0; j < SENTENCES_MAX && rows[_i].sentences[j]; j++)
            ck_assert_msg(strstr(out.data, rows[_i].sentences[j]), "%s: format %d lacks: %s", rows[_i].request, (int)formats[i],
                          rows[_i].sentences[j]);
        if (!*rows[_i].want) {
            ck_assert_ptr_null(strstr(out.data, TREATY));
            ck_assert_ptr_null(strstr(out.data, RECORD));
            ck_assert_ptr_null(strstr(out.data, AGREED));
            ck_assert_ptr_null(strstr(out.data, "No law of"));
        }
        buffer_free(&out);
    }
    world_close(&world);
}
END_TEST

START_TEST(json_has_the_word_and_the_sentence)
{
    struct world world;
    struct buffer out;
    check_request(&world, "requesting_state: AA, requested_state: CC, treaty_in_force: false");
    write_report(&world, EXD_FORMAT_JSON, &out);
    ck_assert_ptr_nonnull(strstr(out.data,
                                 "\"notices\":[{\"notice\":\"no-law-held\",\"text\":\"No law of Celand in this library applies to this "
                                 "request: what its law says has to be read there.\"}],"));
    buffer_free(&out);
    world_close(&world);
}
END_TEST

Suite *notices_suite(void)
{
    Suite *suite = suite_create("notices");
    TCase *tests = tcase_create("notices");
    unit_add_rows(tests, what_the_library_lacks_is_found_by_what_applies, rows);
    unit_add_rows(tests, every_format_says_it, rows);
    tcase_add_test(tests, json_has_the_word_and_the_sentence);
    suite_add_tcase(suite, tests);
    return suite;
}
