/* Interviews over the records of decided cases from which facts were deleted. Somebody who knows what the record said answers; some questions are
 * passed over. Whatever was deleted:
 *  - a question that is asked can still change something: an answer changes a finding, or does so together with answers to other questions;
 *  - nothing is asked twice;
 *  - at the end nothing is open that a question could settle;
 *  - the order in which the questions are answered does not change the findings;
 *  - when nothing was passed over, the findings that govern are those of the whole record.
 * Presumptions are off, or what was deleted would be presumed. Everything follows from the seed, which a failure names.
 *     property-interview RULES ROUNDS SEED RECORD... */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "check/check.h"
#include "check/domain.h"
#include "check/fact_use.h"
#include "rules/ruleset.h"

enum { SETTINGS_ROOM = 1000, TEXT_ROOM = 4096, ANSWER_ROOM = 2048, TRIES = 60, WITNESS_TRIES = 20000, SHOWN_MAX = 6 };

enum property { CHANGES, ONCE, SETTLED, ORDER, RESTORED, PROPERTY_COUNT };
static const char *const property_names[] = {
    [CHANGES] = "a question that is asked can still change something",
    [ONCE] = "nothing is asked twice",
    [SETTLED] = "at the end nothing is open that a question could settle",
    [ORDER] = "the order of the answers does not change the findings",
    [RESTORED] = "with all questions answered the findings are those of the whole record",
};

struct test {
    exd_rules *rules;
    exd_options *options; /* analysed */
    exd_options *plain;
    exd_record *whole;
    exd_record *without;
    exd_report *target; /* on the whole record */
    const char *path;
    unsigned long seed;
    uint64_t state;
    unsigned long questions, shown_alone, shown_together, lists, failures[PROPERTY_COUNT];
};

static _Noreturn void stop(const char *what, const char *where)
{
    printf("Bail out! %s: %s\n", what, where);
    exit(EXIT_FAILURE);
}

static uint32_t draw(struct test *test, uint32_t below)
{
    test->state ^= test->state << 13;
    test->state ^= test->state >> 7;
    test->state ^= test->state << 17;
    return (uint32_t)(test->state >> 33) % below;
}

static void fail(struct test *test, enum property property, const char *what)
{
    if (test->failures[property]++ < SHOWN_MAX)
        printf("# %s, seed %lu: %s: %s\n", test->path, test->seed, property_names[property], what);
}

/* ---- deleting --------------------------------------------------------------------------------------------------------- */

/* Settings that take away, one after another in a text. */
struct settings {
    char *texts[SETTINGS_ROOM];
    size_t count;
};

static void add_setting(struct settings *settings, const char *text)
{
    size_t length = strlen(text) + 1;
    char *copy = malloc(length);
    if (!copy || settings->count == SETTINGS_ROOM)
        stop("too many settings", text);
    memcpy(copy, text, length);
    settings->texts[settings->count++] = copy;
}

static void free_settings(struct settings *settings)
{
    for (size_t i = 0; i < settings->count; i++)
        free(settings->texts[i]);
    settings->count = 0;
}

static exd_record *with(exd_record *record, const struct settings *settings)
{
    exd_record *out = NULL;
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    if (exd_record_with(record, (const char *const *)settings->texts, settings->count, &out, diagnostics) != EXD_OK)
        stop("settings do not fit", exd_diagnostics_count(diagnostics) ? exd_diagnostics_text(diagnostics, 0) : "");
    exd_diagnostics_free(diagnostics);
    return out;
}

/* The two States stay: without them there is no treaty, and nothing to ask about. */
static bool may_go(const struct entity *entity, const struct fact *fact)
{
    (void)entity;
    return !text_is(fact->name, "requesting_state") && !text_is(fact->name, "requested_state");
}

static void delete_list(struct test *test, uint32_t entity, struct settings *settings)
{
    const struct vocabulary *vocabulary = &test->rules->vocabulary;
    const struct item_list *list = &test->whole->lists[entity];
    char text[TEXT_ROOM];
    if (vocabulary->entities[entity].single || entity == vocabulary->offence || !list->present || draw(test, 8) > 0)
        return;
    snprintf(text, sizeof text, "%s=", vocabulary->entities[entity].list_name.data);
    add_setting(settings, text);
}

static bool is_deleted(const struct settings *settings, const char *list)
{
    size_t length = strlen(list);
    for (size_t i = 0; i < settings->count; i++)
        if (strncmp(settings->texts[i], list, length) == 0 && settings->texts[i][length] == '=')
            return true;
    return false;
}

static void delete_facts(struct test *test, uint32_t entity, uint32_t percent, struct settings *settings)
{
    const struct entity *about = &test->rules->vocabulary.entities[entity];
    const struct item_list *list = &test->whole->lists[entity];
    char text[TEXT_ROOM];
    for (uint32_t i = 0; i < list->count && !is_deleted(settings, about->list_name.data); i++)
        for (uint32_t j = 0; j < about->fact_count; j++) {
            if (list->items[i].cells[j].status != CELL_KNOWN || !may_go(about, &about->facts[j]) || draw(test, 100) >= percent)
                continue;
            snprintf(text, sizeof text, about->single ? "%s.%.0s%s=" : "%s.%s.%s=", about->list_name.data,
                     list->items[i].id.data ? list->items[i].id.data : "", about->facts[j].name.data);
            add_setting(settings, text);
        }
}

static void delete_some(struct test *test)
{
    static struct settings settings;
    uint32_t percent = 10 + draw(test, 60);
    for (uint32_t i = 0; i < test->rules->vocabulary.entity_count; i++)
        delete_list(test, i, &settings);
    for (uint32_t i = 0; i < test->rules->vocabulary.entity_count; i++)
        delete_facts(test, i, percent, &settings);
    test->without = with(test->whole, &settings);
    free_settings(&settings);
}

/* ---- who knows the answers -------------------------------------------------------------------------------------------- */

static bool answer_list(const struct test *test, const struct question *question, char *answer)
{
    uint32_t entity = (uint32_t)(question->about.entity - test->rules->vocabulary.entities);
    const struct item_list *list = &test->whole->lists[entity];
    size_t length = 0;
    for (uint32_t i = 0; i < list->count; i++)
        length += (size_t)snprintf(answer + length, ANSWER_ROOM - length, "%s%s", i ? ", " : "", list->items[i].id.data);
    if (list->count == 0)
        snprintf(answer, ANSWER_ROOM, "none");
    else if (!list->complete)
        snprintf(answer + length, ANSWER_ROOM - length, ", ...");
    return list->present;
}

/* What the whole record says; false when it does not. */
static bool knows(const struct test *test, const struct question *question, char *answer)
{
    if (!question->about.fact)
        return answer_list(test, question, answer);
    for (uint32_t i = 0; i < test->rules->vocabulary.entity_count; i++) {
        const struct entity *entity = &test->rules->vocabulary.entities[i];
        const struct item_list *list = &test->whole->lists[i];
        for (uint32_t j = 0; j < list->count && entity == question->about.entity; j++) {
            const struct cell *cell = &list->items[j].cells[question->about.fact - entity->facts];
            char path[TEXT_ROOM];
            snprintf(path, sizeof path, entity->single ? "%s.%.0s%s" : "%s.%s.%s", entity->list_name.data,
                     list->items[j].id.data ? list->items[j].id.data : "", question->about.fact->name.data);
            if (!text_is(question->about.path, path) || cell->status != CELL_KNOWN)
                continue;
            struct buffer buffer;
            buffer_init(&buffer, memory_default());
            bool partial = cell->value.set && !cell->value.complete;
            struct value said = cell->value;
            said.complete = true;
            record_value_write(test->whole, question->about.fact, said, &buffer);
            snprintf(answer, ANSWER_ROOM, partial ? "{value: %s, complete: false}" : "%s", buffer.data);
            buffer_free(&buffer);
            return true;
        }
    }
    return false;
}

/* ---- can it change anything ------------------------------------------------------------------------------------------- */

static const struct finding *find(const exd_report *report, const struct finding *wanted)
{
    for (uint32_t i = 0; i < report->finding_count; i++)
        if (report->findings[i].rule == wanted->rule && text_equal(report->findings[i].subject_id, wanted->subject_id))
            return &report->findings[i];
    return NULL;
}

static bool lacks_for_deadline(const struct finding *finding, struct text path)
{
    for (uint32_t i = 0; i < finding->deadline.missing.count; i++)
        if (text_equal(finding->deadline.missing.items[i].path, path))
            return true;
    return false;
}

/* By what the report itself says of the answers, or because it hangs on it whether an instrument applies, or the day of a time limit. */
static bool changes_alone(const exd_report *report, const struct question *question)
{
    if (question->instruments > 0)
        return true;
    for (uint32_t i = 0; i < question->count; i++)
        if (lacks_for_deadline(&report->findings[question->findings[i]], question->about.path))
            return true;
    return question->settles_some > 0;
}

/* Values of a fact: one of each kind of answer that the report lists, what the whole record says, and some more, since answers that do the same
 * by themselves are one answer there. */
static void list_values(struct test *test, const struct question *question, struct settings *values)
{
    char text[TEXT_ROOM];
    char answer[ANSWER_ROOM];
    static const char *const further[] = {"true",  "false",    "never", "1900-01-01", "2100-01-01", "0",  "1000",
                                          "1 day", "90 years", "none",  "fine",       "death",      "[]", "XX"};
    for (uint32_t i = 0; i < question->answer_count; i++)
        if (question->answers[i].value.length > 0) {
            snprintf(text, sizeof text, "%s=%s", question->about.path.data, question->answers[i].value.data);
            add_setting(values, text);
        }
    if (knows(test, question, answer)) {
        snprintf(text, sizeof text, "%s=%s", question->about.path.data, answer);
        add_setting(values, text);
    }
    for (size_t i = 0; i < sizeof further / sizeof *further; i++) {
        exd_record *fits = NULL;
        snprintf(text, sizeof text, "%s=%s", question->about.path.data, further[i]);
        const char *one = text;
        if (exd_record_with(test->without, &one, 1, &fits, NULL) == EXD_OK)
            add_setting(values, text);
        exd_record_unref(fits);
    }
    const struct fact *fact = question->about.fact;
    for (uint32_t i = 0; fact->type.kind == TYPE_ENUM && i < test->rules->vocabulary.enumerations[fact->type.of].count; i++) {
        snprintf(text, sizeof text, fact->type.set ? "%s=[%s]" : "%s=%s", question->about.path.data,
                 names_text(&test->rules->names, test->rules->vocabulary.enumerations[fact->type.of].values[i]).data);
        add_setting(values, text);
    }
}

static void add_some_answer(struct test *test, const struct question *question, struct settings *settings)
{
    static struct settings values;
    list_values(test, question, &values);
    if (values.count > 0)
        add_setting(settings, values.texts[draw(test, (uint32_t)values.count)]);
    free_settings(&values);
}

/* With the other missing facts drawn, whether two values of this one give two results. */
static bool changes_together(struct test *test, exd_record *record, const exd_report *report, const struct question *question)
{
    static struct settings values;
    static struct settings others;
    bool found = false;
    list_values(test, question, &values);
    for (int n = 0; n < TRIES && !found && values.count > 1; n++) {
        exd_report *first = NULL;
        for (uint32_t i = 0; i < report->question_count; i++)
            if (&report->questions[i] != question && report->questions[i].about.fact && draw(test, 10) > 0)
                add_some_answer(test, &report->questions[i], &others);
        exd_record *drawn = with(record, &others);
        for (size_t i = 0; i < values.count && !found; i++) {
            struct settings one = {.texts = {values.texts[i]}, .count = 1};
            exd_record *tried = with(drawn, &one);
            exd_report *result = NULL;
            if (exd_check(test->rules, tried, test->plain, &result, NULL) != EXD_OK)
                stop("a record is not checked", values.texts[i]);
            for (uint32_t j = 0; first && j < question->count; j++) {
                const struct finding *was = find(first, &report->findings[question->findings[j]]);
                const struct finding *is = find(result, &report->findings[question->findings[j]]);
                found |= !was != !is || (was && is && was->result != is->result);
            }
            if (!first)
                first = exd_report_ref(result);
            exd_report_unref(result);
            exd_record_unref(tried);
        }
        exd_report_unref(first);
        exd_record_unref(drawn);
        free_settings(&others);
    }
    free_settings(&values);
    return found;
}

/* ---- a witness --------------------------------------------------------------------------------------------------------- */

struct guess {
    struct cell_key key;
    struct domain domain;
};

/* The values of the facts that a finding lacks; the one asked for comes first. */
static uint32_t list_guesses(const exd_report *report, const struct finding *finding, struct text asked, struct view *view,
                             struct arena *arena, struct guess *guesses)
{
    uint32_t count = 1;
    guesses[0].domain.count = 0;
    for (uint32_t i = 0; i < finding->missing.count && count < ASSUMPTIONS_MAX; i++) {
        const struct fact_use *use = &finding->missing.items[i];
        if (!use->fact)
            continue;
        struct guess *guess = text_equal(use->path, asked) ? &guesses[0] : &guesses[count];
        guess->key = fact_use_key(report, use);
        if (!domain_of(view, finding->rule, guess->key, arena, &guess->domain))
            stop("out of memory", "");
        count += guess != &guesses[0] && guess->domain.count > 0;
    }
    return count;
}

/* Values of all the facts that a finding lacks, under which it comes out one way with one value of the fact asked for, and the other way with
 * another: nothing but the evaluation of one rule on known facts is believed. */
static bool has_witness(struct test *test, const exd_report *report, const struct finding *finding, struct text asked)
{
    static struct guess guesses[ASSUMPTIONS_MAX];
    struct arena arena;
    struct view view;
    bool found = false;
    uint32_t offences = report->record->lists[test->rules->vocabulary.offence].count;
    arena_init(&arena, memory_default());
    check_view(report, &view);
    view_set_subject(&view, finding->rule, finding->subject == NO_ITEM ? offences : finding->subject);
    uint32_t count = list_guesses(report, finding, asked, &view, &arena, guesses);
    for (int n = 0; n < WITNESS_TRIES && !found && guesses[0].domain.count > 1; n++) {
        bool seen[3] = {false, false, false};
        for (uint32_t i = 1; i < count; i++)
            view.assumptions[i] = (struct assumption){guesses[i].key, guesses[i].domain.values[draw(test, guesses[i].domain.count)]};
        view.assumption_count = count;
        for (uint32_t i = 0; i < guesses[0].domain.count; i++) {
            view.assumptions[0] = (struct assumption){guesses[0].key, guesses[0].domain.values[i]};
            seen[evaluate_rule(&view, finding->rule).holds] = true;
        }
        found = seen[TRUTH_TRUE] && seen[TRUTH_FALSE];
    }
    arena_free(&arena);
    return found;
}

static bool any_witness(struct test *test, const exd_report *report, const struct question *question)
{
    for (uint32_t i = 0; i < question->count; i++)
        if (has_witness(test, report, &report->findings[question->findings[i]], question->about.path))
            return true;
    return false;
}

static void fail_question(struct test *test, const exd_report *report, const struct question *question)
{
    char what[TEXT_ROOM];
    size_t length = (size_t)snprintf(what, sizeof what, "%.200s, for", question->about.path.data);
    for (uint32_t i = 0; i < question->count && i < 4; i++)
        length +=
            (size_t)snprintf(what + length, sizeof what - length, " %.100s", report->findings[question->findings[i]].rule->full_id.data);
    fail(test, CHANGES, what);
}

static void check_question(struct test *test, const exd_interview *interview, const struct question *question)
{
    const exd_report *report = exd_interview_report(interview);
    test->questions++;
    if (!question->about.fact)
        test->lists++;
    else if (changes_alone(report, question))
        test->shown_alone++;
    else if (any_witness(test, report, question) || changes_together(test, exd_interview_record(interview), report, question))
        test->shown_together++;
    else
        fail_question(test, report, question);
}

/* ---- the interview ---------------------------------------------------------------------------------------------------- */

static bool add_once(struct settings *asked, const char *path)
{
    for (size_t i = 0; i < asked->count; i++)
        if (strcmp(asked->texts[i], path) == 0)
            return false;
    add_setting(asked, path);
    return true;
}

static bool is_among(const struct settings *asked, struct text path)
{
    for (size_t i = 0; i < asked->count; i++)
        if (text_is(path, asked->texts[i]))
            return true;
    return false;
}

static void check_end(struct test *test, const exd_report *report, const struct settings *asked)
{
    for (uint32_t i = 0; i < report->finding_count; i++) {
        const struct finding *finding = &report->findings[i];
        if (finding->standing == EXD_STANDING_DISPLACED || finding->result != EXD_RESULT_OPEN)
            continue;
        if (finding->missing.count == 0 && finding->inexact == EXACT)
            fail(test, SETTLED, finding->rule->full_id.data);
        for (uint32_t j = 0; j < finding->missing.count; j++) {
            const struct fact_use *use = &finding->missing.items[j];
            if (!is_among(asked, use->path) && !use->asked && !use->disputed)
                fail(test, SETTLED, use->path.data);
        }
    }
}

/* Goes through an interview, passing over one question in `pass` (0: none); the record as it is then. */
static exd_record *ask_all(struct test *test, uint32_t pass)
{
    static struct settings asked;
    exd_interview *interview = NULL;
    char answer[ANSWER_ROOM];
    if (exd_interview_new(test->rules, test->without, test->options, &interview, NULL) != EXD_OK)
        stop("no interview", test->path);
    for (size_t at; (at = exd_interview_question(interview)) != EXD_NO_QUESTION;) {
        const struct question *question = &exd_interview_report(interview)->questions[at];
        if (!add_once(&asked, question->about.path.data)) {
            fail(test, ONCE, question->about.path.data);
            break;
        }
        check_question(test, interview, question);
        bool answered = (pass == 0 || draw(test, pass) > 0) && knows(test, question, answer);
        exd_diagnostics *diagnostics = exd_diagnostics_new();
        if ((answered ? exd_interview_answer(interview, answer, diagnostics) : exd_interview_skip(interview)) != EXD_OK)
            stop(answer, exd_diagnostics_count(diagnostics) ? exd_diagnostics_text(diagnostics, 0) : "an answer is not taken");
        exd_diagnostics_free(diagnostics);
    }
    check_end(test, exd_interview_report(interview), &asked);
    exd_record *record = exd_record_ref(exd_interview_record(interview));
    exd_interview_free(interview);
    free_settings(&asked);
    return record;
}

/* Answers the questions in an order that is drawn, all that can be. */
static exd_record *ask_in_any_order(struct test *test)
{
    exd_record *record = exd_record_ref(test->without);
    static struct settings refused;
    char answer[ANSWER_ROOM];
    for (;;) {
        exd_interview *interview = NULL;
        if (exd_interview_new(test->rules, record, test->plain, &interview, NULL) != EXD_OK)
            stop("no interview", test->path);
        uint32_t left = 0;
        const exd_report *report = exd_interview_report(interview);
        for (uint32_t i = 0; i < report->question_count; i++)
            left += !is_among(&refused, report->questions[i].about.path);
        uint32_t drawn = left ? draw(test, left) : 0;
        bool done = left == 0;
        while (!done && (is_among(&refused, report->questions[exd_interview_question(interview)].about.path) || drawn-- > 0))
            if (exd_interview_skip(interview) != EXD_OK)
                stop("a question is not passed over", test->path);
        const struct question *question = done ? NULL : &report->questions[exd_interview_question(interview)];
        if (question) {
            add_once(&refused, question->about.path.data);
            if (knows(test, question, answer) && exd_interview_answer(interview, answer, NULL) != EXD_OK)
                stop("an answer is not taken", answer);
        }
        exd_record *next = exd_record_ref(exd_interview_record(interview));
        exd_record_unref(record);
        record = next;
        exd_interview_free(interview);
        if (done)
            break;
    }
    free_settings(&refused);
    return record;
}

/* ---- comparing -------------------------------------------------------------------------------------------------------- */

/* Findings that govern in both: the others may not have been asked about. */
static void compare(struct test *test, exd_record *record, const exd_report *target, enum property property)
{
    exd_report *report = NULL;
    if (exd_check(test->rules, record, test->plain, &report, NULL) != EXD_OK)
        stop("a record is not checked", test->path);
    for (uint32_t i = 0; i < target->finding_count; i++) {
        const struct finding *wanted = &target->findings[i];
        const struct finding *got = find(report, wanted);
        if (got && wanted->standing == EXD_STANDING_GOVERNS && got->standing == EXD_STANDING_GOVERNS && wanted->result != got->result &&
            got->inexact == EXACT && wanted->inexact == EXACT)
            fail(test, property, wanted->rule->full_id.data);
    }
    exd_report_unref(report);
}

static void try_once(struct test *test)
{
    delete_some(test);
    exd_record *answered = ask_all(test, 0);
    exd_report *report = NULL;
    if (exd_check(test->rules, answered, test->plain, &report, NULL) != EXD_OK)
        stop("a record is not checked", test->path);
    compare(test, answered, test->target, RESTORED);
    exd_record *shuffled = ask_in_any_order(test);
    compare(test, shuffled, report, ORDER);
    exd_record_unref(ask_all(test, 3));
    exd_record_unref(shuffled);
    exd_report_unref(report);
    exd_record_unref(answered);
    exd_record_unref(test->without);
}

static void try_record(struct test *test, const char *path)
{
    test->path = path;
    if (exd_record_load_file(test->rules, path, 0, &test->whole, NULL) != EXD_OK ||
        exd_check(test->rules, test->whole, test->plain, &test->target, NULL) != EXD_OK)
        stop("a record is not checked", path);
    try_once(test);
    exd_report_unref(test->target);
    exd_record_unref(test->whole);
}

int main(int argument_count, char **arguments)
{
    static struct test test;
    if (argument_count < 5)
        return 2;
    exd_loader *loader = exd_loader_new();
    if (exd_loader_add_directory(loader, arguments[1], NULL) != EXD_OK || exd_loader_finish(loader, &test.rules, NULL) != EXD_OK)
        stop("the rules do not load", arguments[1]);
    exd_loader_free(loader);
    test.options = exd_options_new();
    test.plain = exd_options_new();
    exd_options_set_presumptions(test.options, false);
    exd_options_set_presumptions(test.plain, false);
    exd_options_set_analysis(test.options, true);
    unsigned long rounds = strtoul(arguments[2], NULL, 10);
    unsigned long seed = strtoul(arguments[3], NULL, 10);
    uint32_t records = (uint32_t)argument_count - 4;
    printf("1..%d\n", PROPERTY_COUNT);
    for (unsigned long i = 0; i < rounds; i++) {
        test.seed = seed + i;
        test.state = (test.seed + 1) * 0x9e3779b97f4a7c15u;
        for (int j = 0; j < 8; j++)
            draw(&test, 2);
        try_record(&test, arguments[4 + draw(&test, records)]);
    }
    printf("# %lu interviews of each kind, %lu questions: %lu change something alone, %lu together with others, %lu about lists\n", rounds,
           test.questions, test.shown_alone, test.shown_together, test.lists);
    for (int i = 0; i < PROPERTY_COUNT; i++)
        printf("%sok %d - %s (%lu)\n", test.failures[i] || !test.questions ? "not " : "", i + 1, property_names[i], test.failures[i]);
    exd_options_free(test.plain);
    exd_options_free(test.options);
    exd_rules_unref(test.rules);
    return 0;
}
