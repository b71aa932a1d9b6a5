/* What a program may rely on, through the shared library alone: handles released in any order, reports used again, many threads over one set of
 * rules, and memory that runs out at every single allocation. Writes TAP. */
#include <extradition.h>

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page.h"

enum { THREADS = 8, ROUNDS = 8 };

static const char *rules_path;
static const char *record_path;
static int count;

static void say(bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++count, name);
}

static bool same(const struct page *a, const struct page *b)
{
    return a->length == b->length && a->length > 0 && memcmp(a->bytes, b->bytes, a->length) == 0;
}

/* ---- an allocator that counts, and refuses ----------------------------------------------------------------------------- */

struct meter {
    size_t requests;
    size_t refuse_from; /* this request and all after it */
    size_t live;
};

static void *metered(void *user, void *block, size_t old_size, size_t new_size)
{
    struct meter *meter = user;
    if (new_size == 0) {
        meter->live -= old_size;
        free(block);
        return NULL;
    }
    if (meter->requests++ >= meter->refuse_from)
        return NULL;
    void *moved = realloc(block, new_size);
    if (moved != NULL)
        meter->live += new_size - old_size;
    return moved;
}

/* ---- the calls that every test makes ----------------------------------------------------------------------------------- */

static exd_status load(exd_loader *loader, exd_rules **rules)
{
    if (loader == NULL)
        return EXD_ERROR_MEMORY;
    exd_status status = exd_loader_add_directory(loader, rules_path, NULL);
    if (status == EXD_OK)
        status = exd_loader_finish(loader, rules, NULL);
    exd_loader_free(loader);
    return status;
}

static exd_status write_all(const exd_report *report, struct page *page)
{
    exd_status status = exd_report_write(report, EXD_FORMAT_JSON, NULL, append, page);
    if (status == EXD_OK)
        status = exd_report_write(report, EXD_FORMAT_TEXT, NULL, append, page);
    if (status == EXD_OK)
        status = exd_report_write(report, EXD_FORMAT_MARKDOWN, NULL, append, page);
    if (status == EXD_OK)
        status = exd_report_write(report, EXD_FORMAT_HTML, NULL, append, page);
    if (status == EXD_OK)
        status = exd_report_write_questions(report, EXD_FORMAT_TEXT, NULL, append, page);
    if (status == EXD_OK)
        status = exd_report_write_questions(report, EXD_FORMAT_JSON, NULL, append, page);
    return status;
}

/* What to verify, and what it would take for each finding to come out otherwise. */
static exd_status analyse(exd_report *report, struct page *page)
{
    exd_checklist *checklist = NULL;
    exd_status status = exd_report_checklist(report, EXD_EVERY_FINDING, &checklist);
    for (int format = EXD_FORMAT_TEXT; format <= EXD_FORMAT_HTML && status == EXD_OK; format++)
        status = exd_checklist_write(checklist, (exd_format)format, NULL, append, page);
    exd_checklist_free(checklist);
    for (size_t i = 0; i < exd_report_finding_count(report) && status == EXD_OK; i += 5) {
        for (int result = EXD_RESULT_APPLIES; result <= EXD_RESULT_NOT_MET && status == EXD_OK; result++) {
            exd_ways *ways = NULL;
            status = exd_report_ways(report, i, (exd_result)result, 2, &ways);
            if (status == EXD_OK)
                status = exd_ways_write(ways, (exd_format)(result % 4), NULL, append, page);
            else if (status == EXD_ERROR_ARGUMENT)
                status = EXD_OK; /* not a result that this finding could have */
            exd_ways_free(ways);
        }
    }
    return status;
}

/* Each finding of the report after is a change or unchanged, and a change is on one side at least; facts that moved have other values. */
static bool sound_changes(const exd_report *before, const exd_report *after, const exd_changes *changes)
{
    size_t there = exd_changes_unchanged(changes);
    size_t facts = 0;
    for (size_t i = 0; i < exd_changes_count(changes); i++) {
        size_t old = exd_changes_before(changes, i);
        size_t now = exd_changes_after(changes, i);
        if ((old == EXD_NO_FINDING && now == EXD_NO_FINDING) || (old != EXD_NO_FINDING && old >= exd_report_finding_count(before)))
            return false;
        if (old != EXD_NO_FINDING && now != EXD_NO_FINDING &&
            strcmp(exd_report_finding_id(before, old), exd_report_finding_id(after, now)) != 0)
            return false;
        there += now != EXD_NO_FINDING;
        for (size_t j = 0; j < exd_changes_fact_count(changes, i); j++, facts++)
            if (exd_changes_fact_path(changes, i, j)[0] == '\0' ||
                (exd_changes_fact_before(changes, i, j)[0] == '\0' && exd_changes_fact_after(changes, i, j)[0] == '\0'))
                return false;
    }
    return there == exd_report_finding_count(after) && facts > 0;
}

/* What differs, written in every form that changes have, and read one by one. */
static exd_status compare(exd_report *before, exd_report *after, struct page *page)
{
    exd_changes *changes = NULL;
    exd_status status = exd_report_changes(before, after, &changes);
    for (int format = EXD_FORMAT_TEXT; format <= EXD_FORMAT_HTML && status == EXD_OK; format++)
        status = exd_changes_write(changes, (exd_format)format, NULL, append, page);
    if (status == EXD_OK && !sound_changes(before, after, changes))
        status = EXD_ERROR_ARGUMENT;
    exd_changes_free(changes);
    return status;
}

static int append_string(struct page *page, const char *string)
{
    return append(page, string, strlen(string));
}

/* Every text of the questions, the disputes and the time limits. */
static int read_questions(const exd_report *report, struct page *page)
{
    int failed = 0;
    for (size_t i = 0; i < exd_report_question_count(report); i++) {
        for (int text = EXD_QUESTION_PATH; text <= EXD_QUESTION_LOOKS_AT; text++)
            failed |= append_string(page, exd_report_question_text(report, i, (exd_question_text)text));
        for (size_t j = 0; j < exd_report_answer_count(report, i); j++) {
            failed |= append_string(page, exd_report_answer_words(report, i, j));
            failed |= append_string(page, exd_report_answer_value(report, i, j));
        }
    }
    for (size_t i = 0; i < exd_report_dispute_count(report); i++)
        for (size_t j = 0; j < exd_report_dispute_version_count(report, i); j++)
            failed |= append_string(page, exd_report_dispute_value(report, i, j));
    for (size_t i = 0; i < exd_report_time_limit_count(report); i++)
        for (int text = EXD_TIME_LIMIT_STARTS; text <= EXD_TIME_LIMIT_CONSEQUENCE; text++)
            failed |= append_string(page, exd_report_time_limit_text(report, i, (exd_time_limit_text)text));
    return failed;
}

static exd_status check_analysed(exd_rules *rules, exd_record *record, struct page *page)
{
    exd_report *report = NULL;
    exd_options *options = exd_options_new();
    if (options == NULL)
        return EXD_ERROR_MEMORY;
    exd_options_set_analysis(options, true);
    exd_status status = exd_check(rules, record, options, &report, NULL);
    exd_options_free(options);
    if (status == EXD_OK)
        status = write_all(report, page);
    if (status == EXD_OK && read_questions(report, page) != 0)
        status = EXD_ERROR_MEMORY;
    exd_report_unref(report);
    return status;
}

/* An answer, one that is none, one passed over, one taken back, and all that is said. */
static exd_status ask(exd_rules *rules, exd_record *record, struct page *page)
{
    exd_interview *interview = NULL;
    exd_status status = exd_interview_new(rules, record, NULL, &interview, NULL);
    if (status == EXD_OK)
        status = exd_interview_answer(interview, "yes", NULL);
    for (int part = EXD_INTERVIEW_OPENING; part <= EXD_INTERVIEW_CLOSING && status == EXD_OK; part++)
        status = exd_interview_write(interview, (exd_interview_part)part, NULL, append, page);
    if (status == EXD_OK)
        status = exd_interview_skip(interview);
    if (status == EXD_OK)
        status = exd_interview_back(interview);
    if (status == EXD_OK)
        status = exd_interview_back(interview);
    if (status == EXD_OK)
        status = exd_interview_answer_alike(interview, "false", NULL);
    if (status == EXD_OK)
        status = exd_record_write(exd_interview_record(interview), append, page);
    if (status == EXD_OK && exd_interview_setting_count(interview) != 1)
        status = EXD_ERROR_ARGUMENT;
    exd_interview_free(interview);
    return status;
}

static exd_status check_changed(exd_rules *rules, exd_record *record, struct page *page)
{
    static const char *const settings[] = {"person.birth_date=1990", "offences.further.political=false", "proceedings.acquittal.outcome="};
    exd_record *changed = NULL;
    exd_report *original = NULL;
    exd_report *report = NULL;
    exd_status status = exd_record_with(record, settings, 3, &changed, NULL);
    if (status == EXD_OK)
        status = exd_check(rules, record, NULL, &original, NULL);
    if (status == EXD_OK)
        status = exd_check(rules, changed, NULL, &report, NULL);
    exd_record_unref(changed);
    if (status == EXD_OK)
        status = write_all(report, page);
    if (status == EXD_OK)
        status = analyse(report, page);
    if (status == EXD_OK)
        status = compare(original, report, page);
    exd_report_unref(original);
    exd_report_unref(report);
    return status;
}

/* What is done with a set of rules, each from its record on. */
typedef exd_status use_of_rules(exd_rules *rules, struct page *page);

static exd_status with_record(exd_rules *rules, struct page *page, exd_status (*use)(exd_rules *, exd_record *, struct page *))
{
    exd_record *record = NULL;
    exd_status status = exd_record_load_file(rules, record_path, 0, &record, NULL);
    if (status == EXD_OK)
        status = use(rules, record, page);
    exd_record_unref(record);
    return status;
}

static exd_status analysed(exd_rules *rules, struct page *page)
{
    return with_record(rules, page, check_analysed);
}

static exd_status interviewed(exd_rules *rules, struct page *page)
{
    return with_record(rules, page, ask);
}

static exd_status compared(exd_rules *rules, struct page *page)
{
    return with_record(rules, page, check_changed);
}

static exd_status check_and_write(exd_rules *rules, struct page *page)
{
    exd_status status = analysed(rules, page);
    if (status == EXD_OK)
        status = interviewed(rules, page);
    return status == EXD_OK ? compared(rules, page) : status;
}

static exd_status explained_as(exd_rules *rules, exd_format format, struct page *page)
{
    exd_status status = exd_rules_facts(rules, NULL, format, NULL, append, page);
    for (size_t i = 0; i < exd_rules_instrument_count(rules) && status == EXD_OK; i++) {
        const char *id = exd_rules_instrument_text(rules, i, EXD_INSTRUMENT_ID);
        status = exd_rules_explain(rules, id, NULL, 0, format, NULL, append, page, NULL);
        for (size_t j = 0; j < exd_rules_rule_count(rules, i) && status == EXD_OK; j++)
            status = exd_rules_explain(rules, exd_rules_rule_text(rules, i, j, EXD_RULE_ID), NULL, 0, format, NULL, append, page, NULL);
    }
    if (status == EXD_OK)
        status = exd_rules_library(rules, NULL, format == EXD_FORMAT_TEXT ? EXD_FORMAT_MARKDOWN : format, NULL, append, page);
    return status == EXD_OK ? exd_rules_treaties(rules, "XX", "YY", "2020-07-06", format, NULL, append, page, NULL) : status;
}

static exd_status explained(exd_rules *rules, struct page *page)
{
    exd_status status = explained_as(rules, EXD_FORMAT_TEXT, page);
    if (status == EXD_OK)
        status = explained_as(rules, EXD_FORMAT_JSON, page);
    return status == EXD_OK ? exd_rules_untranslated(rules, "ko", true, NULL, NULL, append, page) : status;
}

/* ---- tests ------------------------------------------------------------------------------------------------------------- */

static void test_any_order(void)
{
    exd_rules *rules = NULL;
    exd_record *record = NULL;
    exd_report *report = NULL;
    struct page first = {NULL, 0};
    struct page second = {NULL, 0};
    bool good = load(exd_loader_new(), &rules) == EXD_OK && exd_record_load_file(rules, record_path, 0, &record, NULL) == EXD_OK &&
                exd_check(rules, record, NULL, &report, NULL) == EXD_OK && write_all(report, &first) == EXD_OK;
    exd_rules_unref(rules);
    exd_record_unref(record);
    good = good && write_all(report, &second) == EXD_OK && same(&first, &second);
    exd_report_unref(exd_report_ref(report));
    exd_report_unref(report);
    say(good, "rules and record may be released before the report");
    free(first.bytes);
    free(second.bytes);
    exd_rules_unref(NULL);
    exd_record_unref(NULL);
    exd_report_unref(NULL);
    exd_loader_free(NULL);
    exd_options_free(NULL);
    exd_write_options_free(NULL);
    exd_record_file_free(NULL);
    exd_checklist_free(NULL);
    exd_ways_free(NULL);
    exd_diagnostics_free(NULL);
    say(true, "releasing nothing does nothing");
}

static void test_again(void)
{
    struct meter meter = {.refuse_from = SIZE_MAX};
    exd_rules *rules = NULL;
    exd_record *record = NULL;
    exd_report *report = NULL;
    struct page first = {NULL, 0};
    struct page second = {NULL, 0};
    bool good = load(exd_loader_new_with_allocator(metered, &meter), &rules) == EXD_OK &&
                exd_record_load_file(rules, record_path, 0, &record, NULL) == EXD_OK &&
                exd_check(rules, record, NULL, &report, NULL) == EXD_OK && write_all(report, &first) == EXD_OK &&
                exd_recheck(report, record, NULL, NULL) == EXD_OK;
    size_t before = meter.requests;
    for (int i = 0; i < ROUNDS && good; i++)
        good = exd_recheck(report, record, NULL, NULL) == EXD_OK;
    size_t requests = meter.requests - before;
    good = good && write_all(report, &second) == EXD_OK;
    say(good && same(&first, &second), "a report that is used again says the same");
#if defined(__SANITIZE_ADDRESS__)
    printf("ok %d - it allocates nothing # SKIP the arena gives each request a block of its own\n", ++count);
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    printf("ok %d - it allocates nothing # SKIP the arena gives each request a block of its own\n", ++count);
#else
    say(requests == 0, "it allocates nothing");
#endif
#else
    say(requests == 0, "it allocates nothing");
#endif
    (void)requests;
    exd_report_unref(report);
    exd_record_unref(record);
    exd_rules_unref(rules);
    say(meter.live == 0, "the allocator that was given gets everything back");
    free(first.bytes);
    free(second.bytes);
}

struct worker {
    pthread_t thread;
    exd_rules *rules;
    struct page page;
    bool good;
};

static void *work(void *user)
{
    struct worker *worker = user;
    worker->good = true;
    for (int i = 0; i < ROUNDS && worker->good; i++) {
        worker->page.length = 0;
        worker->good = check_and_write(worker->rules, &worker->page) == EXD_OK;
    }
    return NULL;
}

static void test_threads(void)
{
    struct worker workers[THREADS];
    exd_rules *rules = NULL;
    bool good = load(exd_loader_new(), &rules) == EXD_OK;
    int started = 0;
    for (; started < THREADS && good; started++) {
        workers[started] = (struct worker){.rules = rules};
        good = pthread_create(&workers[started].thread, NULL, work, &workers[started]) == 0;
    }
    for (int i = 0; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    for (int i = 0; i < started; i++)
        good = good && workers[i].good && same(&workers[0].page, &workers[i].page);
    for (int i = 0; i < started; i++)
        free(workers[i].page.bytes);
    exd_rules_unref(rules);
    say(good, "many threads over one set of rules write the same bytes");
}

static exd_status described(exd_rules *rules, struct page *page)
{
    exd_status status = EXD_OK;
    for (int i = 0; exd_schema_name((exd_schema)i)[0] != '\0' && status == EXD_OK; i++)
        status = exd_rules_schema(rules, (exd_schema)i, i % 2 == 0, append, page);
    if (status == EXD_OK && exd_rules_schema(rules, (exd_schema)99, false, append, page) != EXD_ERROR_ARGUMENT)
        status = EXD_ERROR_IO;
    return status;
}

static exd_status use(use_of_rules *uses, exd_rules *rules)
{
    struct page page = {NULL, 0};
    exd_status status = uses(rules, &page);
    free(page.bytes);
    return status;
}

static void tell(const struct meter *meter, size_t n, exd_status status)
{
    printf("# request %zu: %s, %zu bytes live\n", n, exd_status_name(status), meter->live);
}

/* Reading the rules makes thousands of requests of a few kinds: only every `step`-th is refused. */
static void test_loading_out_of_memory(size_t step)
{
    struct meter meter = {.refuse_from = SIZE_MAX};
    exd_rules *rules = NULL;
    bool good = load(exd_loader_new_with_allocator(metered, &meter), &rules) == EXD_OK;
    exd_rules_unref(rules);
    size_t all = meter.requests;
    for (size_t n = 0; n < all && good; n += step) {
        meter = (struct meter){.refuse_from = n};
        exd_status status = load(exd_loader_new_with_allocator(metered, &meter), &rules);
        good = status == EXD_ERROR_MEMORY && meter.live == 0;
        if (!good)
            tell(&meter, n, status);
    }
    say(good && all > 0, "memory that runs out at any request while rules are read is told, and loses nothing");
}

/* How many requests of each use are refused in turn: all of them, unless EXTRADITION_TEST_TRIES says that fewer, spread evenly, have to stand for
 * all, as where each item has a block of its own, or each instruction is watched. */
static size_t tries_most(void)
{
    const char *said = getenv("EXTRADITION_TEST_TRIES");
    size_t tries = said != NULL ? strtoul(said, NULL, 10) : 0;
    return tries > 0 ? tries : SIZE_MAX;
}

/* The rules are read once, and used again after each failure. */
static bool runs_out(use_of_rules *uses, exd_rules *rules, struct meter *meter)
{
    size_t tries = tries_most();
    bool good = use(uses, rules) == EXD_OK; /* what is kept for the next use is kept now */
    size_t begun = meter->requests;
    size_t live = meter->live;
    good = good && use(uses, rules) == EXD_OK && meter->live == live;
    size_t all = meter->requests - begun;
    for (size_t n = 0; n < all && good; n += all / tries + 1) {
        meter->requests = 0;
        meter->refuse_from = n;
        exd_status status = use(uses, rules);
        good = status == EXD_ERROR_MEMORY && meter->live == live;
        if (!good)
            tell(meter, n, status);
    }
    meter->refuse_from = SIZE_MAX;
    return good && all > 0;
}

static void test_out_of_memory(void)
{
    static const struct {
        use_of_rules *uses;
        const char *what;
    } rows[] = {{compared, "records are checked, changed and compared"},
                {analysed, "a report is analysed"},
                {interviewed, "questions are asked"},
                {explained, "rules are explained"},
                {described, "schemas are written"}};
    struct meter meter = {.refuse_from = SIZE_MAX};
    exd_rules *rules = NULL;
    bool good = load(exd_loader_new_with_allocator(metered, &meter), &rules) == EXD_OK;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char what[160];
        snprintf(what, sizeof what, "memory that runs out at any request while %s is told, and loses nothing", rows[i].what);
        say(good && runs_out(rows[i].uses, rules, &meter), what);
    }
    exd_rules_unref(rules);
    say(meter.live == 0, "and all of it is given back");
}

int main(int argument_count, char **arguments)
{
    if (argument_count != 3)
        return 2;
    rules_path = arguments[1];
    record_path = arguments[2];
    test_any_order();
    test_again();
    test_threads();
    test_loading_out_of_memory(11);
    test_out_of_memory();
    printf("1..%d\n", count);
    return 0;
}
