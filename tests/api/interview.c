/* Interviews through the public header: how each kind of answer is understood, what is said of one that is none, passing over and going back,
 * and that a record written out is read again as the same. Writes TAP. */
#include <extradition.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page.h"

enum { SETTINGS = 6 };

static exd_rules *rules;
static exd_record *record;
static int count;

static void say(bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++count, name);
}

static const char *asked(const exd_interview *interview)
{
    size_t question = exd_interview_question(interview);
    return question == EXD_NO_QUESTION ? "" : exd_report_question_text(exd_interview_report(interview), question, EXD_QUESTION_PATH);
}

static exd_interview *begin(const char *const *settings)
{
    exd_record *changed = NULL;
    exd_interview *interview = NULL;
    size_t number = 0;
    while (number < SETTINGS && settings[number] != NULL)
        number++;
    if (exd_record_with(record, settings, number, &changed, NULL) == EXD_OK &&
        exd_interview_new(rules, changed, NULL, &interview, NULL) != EXD_OK)
        interview = NULL;
    exd_record_unref(changed);
    return interview;
}

/* Passes over all that is asked before a fact. */
static bool come_to(exd_interview *interview, const char *path)
{
    while (interview != NULL && exd_interview_question(interview) != EXD_NO_QUESTION && strcmp(asked(interview), path) != 0)
        if (exd_interview_skip(interview) != EXD_OK)
            return false;
    return interview != NULL && exd_interview_question(interview) != EXD_NO_QUESTION;
}

/* ---- how answers are understood --------------------------------------------------------------------------------------- */

#define ASSURANCE "request.death_penalty_assurance"
static const struct {
    const char *name;
    const char *settings[SETTINGS];
    const char *path;
    const char *typed;
    const char *setting; /* NULL: it is no answer */
} answers[] = {
    {"yes", {NULL}, ASSURANCE, "yes", ASSURANCE "=true"},
    {"yes, loudly, with space around it", {NULL}, ASSURANCE, " \t YES ", ASSURANCE "=true"},
    {"a letter", {NULL}, ASSURANCE, "n", ASSURANCE "=false"},
    {"yes in another language of the rules", {NULL}, ASSURANCE, "\xec\x98\x88", ASSURANCE "=true"},
    {"a value as a record writes it", {NULL}, ASSURANCE, "true", ASSURANCE "=true"},
    {"a value with its source", {NULL}, ASSURANCE, "{value: true, source: letter}", ASSURANCE "={value: true, source: letter}"},
    {"unknown", {NULL}, ASSURANCE, "unknown", ASSURANCE "=unknown"},
    {"neither yes nor no", {NULL}, ASSURANCE, "maybe", NULL},
    {"nothing", {NULL}, ASSURANCE, "  ", NULL},
    {"two values", {NULL}, ASSURANCE, "true --- false", NULL},
    {"a comment", {NULL}, ASSURANCE, "# true", NULL},
    {"a control character", {NULL}, ASSURANCE, "yes\x1b[2J", NULL},
    {"no UTF-8", {NULL}, ASSURANCE, "y\xff", NULL},
    {"a NUL of two bytes", {NULL}, ASSURANCE, "y\xc0\x80", NULL},
    {"another fact", {NULL}, ASSURANCE, "true\nperson: {unjust: true}", NULL},
    {"a day", {NULL}, "person.birth_date", "1996-02-03", "person.birth_date=1996-02-03"},
    {"a day that is none", {NULL}, "person.birth_date", "1996-02-30", NULL},
    {"States", {"person.nationalities="}, "person.nationalities", "XX, YY", "person.nationalities=[XX, YY]"},
    {"States as a record writes them", {"person.nationalities="}, "person.nationalities", "[XX,YY]", "person.nationalities=[XX,YY]"},
    {"no State", {"person.nationalities="}, "person.nationalities", "none", "person.nationalities=[]"},
    {"a comma too many", {"person.nationalities="}, "person.nationalities", ",XX,,", "person.nationalities=[XX]"},
    {"no code of a State", {"person.nationalities="}, "person.nationalities", "XX]", NULL},
    {"a choice by its word",
     {"proceedings=", "proceedings=[{id: a, state: YY}]"},
     "proceedings.a.outcome",
     "acquitted",
     "proceedings.a.outcome=acquitted"},
    {"a choice by its number",
     {"proceedings=", "proceedings=[{id: a, state: YY}]"},
     "proceedings.a.outcome",
     "2",
     "proceedings.a.outcome=acquitted"},
    {"a number that is no choice", {"proceedings=", "proceedings=[{id: a, state: YY}]"}, "proceedings.a.outcome", "4", NULL},
    {"items by their numbers",
     {"proceedings=", "proceedings=[{id: a, state: YY}]"},
     "proceedings.a.same_offence_as",
     "1,3",
     "proceedings.a.same_offence_as=[fraud, murder]"},
    {"no items of a list", {"proceedings="}, "proceedings", "none", "proceedings=[]"},
    {"items of a list", {"proceedings="}, "proceedings", "a, b", "proceedings=[{id: \"a\"}, {id: \"b\"}]"},
    {"some items of a list", {"proceedings="}, "proceedings", "a, ...", "proceedings.a={}"},
    {"no further items", {"proceedings=", "proceedings.a.state=ZZ"}, "proceedings", "none", "proceedings={complete: true}"},
    {"further items", {"proceedings=", "proceedings.a.state=ZZ"}, "proceedings", "b", "proceedings={complete: true, items: [{id: \"b\"}]}"},
    {"an id that is none", {"proceedings="}, "proceedings", "a b", NULL},
    {"an id that would be more", {"proceedings="}, "proceedings", "a\"}, {id: b", NULL},
};

static void test_answer(size_t row)
{
    exd_interview *interview = begin(answers[row].settings);
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    char name[160];
    bool good = come_to(interview, answers[row].path);
    if (!good)
        printf("# never asked for %s\n", answers[row].path);
    exd_status status = good ? exd_interview_answer(interview, answers[row].typed, diagnostics) : EXD_ERROR_ARGUMENT;
    if (answers[row].setting == NULL)
        good = good && status == EXD_ERROR_INPUT && exd_diagnostics_error_count(diagnostics) > 0 &&
               exd_interview_setting_count(interview) == 0 && strcmp(asked(interview), answers[row].path) == 0;
    else
        good = good && status == EXD_OK && exd_interview_setting_count(interview) == 1 &&
               strcmp(exd_interview_setting(interview, 0), answers[row].setting) == 0;
    if (!good && status == EXD_OK)
        printf("# %s\n", exd_interview_setting(interview, 0));
    for (size_t i = 0; !good && i < exd_diagnostics_count(diagnostics); i++)
        printf("# %s\n", exd_diagnostics_message(diagnostics, i));
    snprintf(name, sizeof name, "an answer that is %s", answers[row].name);
    say(good, name);
    exd_diagnostics_free(diagnostics);
    exd_interview_free(interview);
}

static void test_length(void)
{
    static char typed[4098];
    const char *const nothing[SETTINGS] = {NULL};
    exd_interview *interview = begin(nothing);
    memset(typed, ' ', sizeof typed - 1);
    memcpy(typed, "yes", 3);
    bool good = interview != NULL && exd_interview_answer(interview, typed, NULL) == EXD_OK;
    say(good, "white space around an answer does not count against its length");
    memset(typed, 'y', sizeof typed - 1);
    say(good && exd_interview_answer(interview, typed, NULL) == EXD_ERROR_INPUT, "an answer that is too long is none");
    exd_interview_free(interview);
}

/* ---- going on and back ------------------------------------------------------------------------------------------------ */

static void test_course(void)
{
    const char *const nothing[SETTINGS] = {NULL};
    exd_interview *interview = begin(nothing);
    if (interview == NULL) {
        say(false, "an interview begins");
        return;
    }
    say(exd_interview_back(interview) == EXD_ERROR_ARGUMENT && exd_interview_setting_count(interview) == 0,
        "there is nothing to take back at first");
    say(exd_interview_answer(interview, "no", NULL) == EXD_OK && strcmp(asked(interview), ASSURANCE) != 0,
        "what was answered is not asked again");
    char second[100];
    snprintf(second, sizeof second, "%s", asked(interview));
    say(exd_interview_skip(interview) == EXD_OK && strcmp(asked(interview), second) != 0 && exd_interview_skipped_count(interview) == 1 &&
            strcmp(exd_interview_skipped(interview, 0), second) == 0 && exd_interview_skipped(interview, 1)[0] == '\0',
        "nor is what was passed over");
    say(exd_interview_back(interview) == EXD_OK && strcmp(asked(interview), second) == 0 && exd_interview_skipped_count(interview) == 0,
        "going back comes to the question passed over");
    say(exd_interview_back(interview) == EXD_OK && strcmp(asked(interview), ASSURANCE) == 0 && exd_interview_setting_count(interview) == 0,
        "and to the one that was answered");
    say(come_to(interview, "offences.theft.committed_on") && exd_interview_answer_alike(interview, "2016-03-03", NULL) == EXD_OK &&
            exd_interview_setting_count(interview) == 2 &&
            strcmp(exd_interview_setting(interview, 1), "offences.murder.committed_on=2016-03-03") == 0,
        "one answer can be given for all items");
    say(exd_interview_back(interview) == EXD_OK && exd_interview_setting_count(interview) == 0 &&
            strcmp(asked(interview), "offences.theft.committed_on") == 0,
        "and is taken back as one");
    while (exd_interview_question(interview) != EXD_NO_QUESTION && exd_interview_skip(interview) == EXD_OK)
        ;
    say(exd_interview_answer(interview, "yes", NULL) == EXD_ERROR_ARGUMENT && exd_interview_skip(interview) == EXD_ERROR_ARGUMENT,
        "when all was asked there is nothing to answer");
    exd_interview_free(interview);
    exd_interview_free(NULL);
}

static void test_limit(void)
{
    const char *const nothing[SETTINGS] = {"proceedings=", NULL};
    static char many[4096];
    exd_interview *interview = begin(nothing);
    size_t length = 0;
    bool good = come_to(interview, "proceedings");
    for (int i = 0; i < 680; i++)
        length += (size_t)snprintf(many + length, sizeof many - length, "a%d, ", i);
    snprintf(many + length, sizeof many - length, "...");
    size_t before = good ? exd_interview_skipped_count(interview) : 0;
    good = good && exd_interview_answer(interview, many, NULL) == EXD_OK && exd_interview_setting_count(interview) == 680;
    say(good, "an answer can be many settings");
    exd_status status = EXD_OK;
    for (size_t i = 0; good && i < 2000 && status == EXD_OK; i++)
        status = exd_interview_skip(interview);
    say(good && (status == EXD_ERROR_LIMIT || status == EXD_ERROR_ARGUMENT) &&
            exd_interview_skipped_count(interview) + exd_interview_setting_count(interview) <= 1000 && before < 1000,
        "an interview has an end");
    exd_interview_free(interview);
}

/* ---- what is written -------------------------------------------------------------------------------------------------- */

static void test_record_written(void)
{
    const char *const settings[SETTINGS] = {
        "proceedings.acquittal.state={value: ZZ, source: \"a: #b \\\"c\\\" \\u2028 \\x07 \\x80 \\uFFFE\"}", "proceedings.b={}",
        "person.nationalities=[XX, 'YY']", NULL};
    exd_interview *interview = begin(settings);
    exd_record *again = NULL;
    struct page first = {NULL, 0};
    struct page second = {NULL, 0};
    bool good = interview != NULL && exd_record_write(exd_interview_record(interview), append, &first) == EXD_OK &&
                exd_record_load_buffer(rules, "written", first.bytes, first.length, 0, &again, NULL) == EXD_OK &&
                exd_record_write(again, append, &second) == EXD_OK;
    say(good && first.length == second.length && memcmp(first.bytes, second.bytes, first.length) == 0,
        "a record is read again as it was written");
    say(good && strstr(first.bytes, "source: \"a: #b \\\"c\\\" \\L \\x07 \\u0080 \\uFFFE\"") != NULL &&
            strstr(first.bytes, "  - id: b\n") != NULL,
        "with what was set in it, safely quoted");
    free(first.bytes);
    free(second.bytes);
    exd_record_unref(again);
    exd_interview_free(interview);
}

static void test_parts(void)
{
    const char *const nothing[SETTINGS] = {NULL};
    exd_interview *interview = begin(nothing);
    struct page page = {NULL, 0};
    bool good = interview != NULL;
    for (int part = EXD_INTERVIEW_OPENING; good && part <= EXD_INTERVIEW_CLOSING; part++)
        good = exd_interview_write(interview, (exd_interview_part)part, NULL, append, &page) == EXD_OK;
    say(good && strstr(page.bytes, "5 questions are open") != NULL && strstr(page.bytes, "Answer: yes or no") != NULL &&
            strstr(page.bytes, "Nothing was answered") != NULL,
        "every part of an interview can be written");
    while (good && exd_interview_question(interview) != EXD_NO_QUESTION)
        good = exd_interview_skip(interview) == EXD_OK;
    say(good && exd_interview_write(interview, EXD_INTERVIEW_QUESTION, NULL, append, &page) == EXD_ERROR_ARGUMENT &&
            exd_interview_write(interview, EXD_INTERVIEW_CLOSING, NULL, append, &page) == EXD_OK &&
            exd_interview_write(interview, (exd_interview_part)99, NULL, append, &page) == EXD_ERROR_ARGUMENT,
        "but no question when none is left");
    free(page.bytes);
    exd_interview_free(interview);
}

static bool has(const struct page *page, const char *part)
{
    return page->bytes != NULL && strstr(page->bytes, part) != NULL;
}

/* What answers do is worked out after each answer; what to verify, when the report is handed over. */
static void test_extent(void)
{
    const char *const nothing[SETTINGS] = {NULL};
    exd_interview *interview = begin(nothing);
    struct page json = {NULL, 0};
    struct page handed = {NULL, 0};
    const exd_report *report = interview != NULL ? exd_interview_report(interview) : NULL;
    bool good = report != NULL && exd_report_is_analysed(report) && exd_report_answer_count(report, 0) > 0 &&
                exd_report_write(report, EXD_FORMAT_JSON, NULL, append, &json) == EXD_OK &&
                exd_report_write(report, EXD_FORMAT_MARKDOWN, NULL, append, &handed) == EXD_OK;
    say(good && has(&json, "\"timeline\":") && !has(&json, "\"checklist\":") && has(&handed, "## To check against the papers"),
        "an interview works out what it asks by, and what to verify only where its report is handed over");
    free(json.bytes);
    free(handed.bytes);
    exd_interview_free(interview);
}

int main(int argument_count, char **arguments)
{
    exd_loader *loader = exd_loader_new();
    if (argument_count != 4 || loader == NULL)
        return 2;
    bool loaded = exd_loader_add_directory(loader, arguments[1], NULL) == EXD_OK &&
                  exd_loader_add_directory(loader, arguments[2], NULL) == EXD_OK && exd_loader_finish(loader, &rules, NULL) == EXD_OK &&
                  exd_record_load_file(rules, arguments[3], 0, &record, NULL) == EXD_OK;
    exd_loader_free(loader);
    say(loaded, "the rules and the record are read");
    for (size_t i = 0; loaded && i < sizeof answers / sizeof *answers; i++)
        test_answer(i);
    if (loaded) {
        test_length();
        test_course();
        test_limit();
        test_record_written();
        test_parts();
        test_extent();
    }
    exd_record_unref(record);
    exd_rules_unref(rules);
    printf("1..%d\n", count);
    return 0;
}
