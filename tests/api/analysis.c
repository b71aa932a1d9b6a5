/* What an analysed report says beyond its findings, read one by one: questions with their answers, what is disputed, time limits. And that
 * asking for it changes nothing else. Writes TAP. */
#include <extradition.h>

#include <stdio.h>
#include <string.h>

static int count;

static void say(bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++count, name);
}

static bool is(const char *text, const char *wanted)
{
    if (strcmp(text, wanted) != 0)
        printf("# `%s`, not `%s`\n", text, wanted);
    return strcmp(text, wanted) == 0;
}

static const size_t none = (size_t)-1;

static size_t find_question(const exd_report *report, const char *path)
{
    for (size_t i = 0; i < exd_report_question_count(report); i++)
        if (strcmp(exd_report_question_text(report, i, EXD_QUESTION_PATH), path) == 0)
            return i;
    printf("# no question about %s\n", path);
    return none;
}

static size_t find_answer(const exd_report *report, size_t question, const char *words)
{
    for (size_t i = 0; question != none && i < exd_report_answer_count(report, question); i++)
        if (strcmp(exd_report_answer_words(report, question, i), words) == 0)
            return i;
    printf("# no answer `%s`\n", words);
    return none;
}

/* ---- questions -------------------------------------------------------------------------------------------------------- */

static void test_question(const exd_report *report)
{
    size_t assurance = find_question(report, "request.death_penalty_assurance");
    say(assurance == 0, "the most decisive question comes first");
    if (assurance == none)
        return;
    say(is(exd_report_question_text(report, assurance, EXD_QUESTION_WORDS), "Has it been assured that no death penalty is carried out?") &&
            is(exd_report_question_text(report, assurance, EXD_QUESTION_HELD_BY), "requesting-state") &&
            is(exd_report_question_text(report, assurance, EXD_QUESTION_TEST_BY), ""),
        "a question says what is asked, and of whom");
    say(exd_report_question_kind(report, assurance) == EXD_KIND_BOOLEAN && !exd_report_question_is_set(report, assurance) &&
            exd_report_question_choice_count(report, assurance) == 0,
        "a question says what kind of value is wanted");
    say(exd_report_question_finding_count(report, assurance) == 1 && exd_report_question_alone(report, assurance) == 1 &&
            is(exd_report_finding_id(report, exd_report_question_finding(report, assurance, 0)), "xx-yy-treaty-1998/art-6"),
        "a question says which findings it is for");
    say(exd_report_question_bars(report, assurance) && exd_report_question_settles_always(report, assurance) == 1 &&
            exd_report_question_settles_some(report, assurance) == 1,
        "a question says how decisive it is");
    say(exd_report_answer_count(report, assurance) == 2 && !exd_report_answers_partial(report, assurance) &&
            is(exd_report_answer_words(report, assurance, 0), "yes") && is(exd_report_answer_value(report, assurance, 0), "true") &&
            exd_report_answer_result(report, assurance, 0, 0) == EXD_RESULT_MET && exd_report_answer_settles(report, assurance, 0) == 1 &&
            is(exd_report_answer_words(report, assurance, 1), "no") &&
            exd_report_answer_result(report, assurance, 1, 0) == EXD_RESULT_NOT_MET,
        "each answer says what it would do");
}

static void test_legal_test(const exd_report *report)
{
    size_t unjust = find_question(report, "person.unjust");
    say(unjust != none && is(exd_report_question_text(report, unjust, EXD_QUESTION_TEST_BY), "court of the requested State") &&
            is(exd_report_question_text(report, unjust, EXD_QUESTION_STANDARD), "unjust or oppressive") &&
            is(exd_report_question_text(report, unjust, EXD_QUESTION_LOOKS_AT), "health, age, passage of time"),
        "a legal test says who makes it, and by what standard");
}

static void test_dates(const exd_report *report)
{
    size_t committed = find_question(report, "offences.theft.committed_on");
    size_t answer = find_answer(report, committed, "before 2017-01-01");
    size_t later = find_answer(report, committed, "2017-01-01 or later, but before 2017-12-31");
    say(answer != none && exd_report_answer_result(report, committed, answer, 0) == EXD_RESULT_APPLIES && later != none &&
            exd_report_answer_result(report, committed, later, 0) == EXD_RESULT_OPEN &&
            exd_report_answer_settles(report, committed, later) == 0 && exd_report_question_kind(report, committed) == EXD_KIND_DATE,
        "answers that are days are runs of days, and some leave all open");
    size_t born = find_question(report, "person.birth_date");
    say(born != none && exd_report_answer_count(report, born) == 1 && is(exd_report_answer_words(report, born, 0), "any day") &&
            exd_report_question_settles_some(report, born) == 0,
        "answers that all do the same are one");
}

static void test_choices(const exd_report *report)
{
    size_t outcome = find_question(report, "proceedings.other.outcome");
    say(outcome != none && exd_report_question_kind(report, outcome) == EXD_KIND_ENUM &&
            exd_report_question_choice_count(report, outcome) > 1 && is(exd_report_question_choice(report, outcome, 0), "convicted"),
        "a fact with a list of values has choices");
    size_t same = find_question(report, "proceedings.other.same_offence_as");
    say(same != none && exd_report_question_kind(report, same) == EXD_KIND_REF && exd_report_question_is_set(report, same) &&
            exd_report_question_choice_count(report, same) == 3 && is(exd_report_question_choice(report, same, 2), "murder") &&
            is(exd_report_question_choice_help(report, same, 2), ""),
        "a fact that names items of the record has them for choices");
    size_t list = find_question(report, "proceedings");
    say(list != none && exd_report_question_kind(report, list) == EXD_KIND_LIST && exd_report_question_choice_count(report, list) == 0 &&
            is(exd_report_question_text(report, list, EXD_QUESTION_HELD_BY), ""),
        "a list as such can be asked for");
}

/* `needless` holds of a question after an answer that settles all that it is for. */
static void test_needless(const exd_report *report)
{
    size_t outcome = find_question(report, "proceedings.other.outcome");
    size_t same = find_question(report, "proceedings.other.same_offence_as");
    bool found = false;
    for (size_t i = 0; outcome != none && i < exd_report_question_needless_count(report, outcome); i++)
        if (exd_report_question_needless_after(report, outcome, i) == same)
            found = strcmp(exd_report_answer_value(report, same, exd_report_question_needless_answer(report, outcome, i)), "[]") == 0;
    say(found, "a question says which answer to another makes it needless");
}

static void test_names(void)
{
    say(is(exd_kind_name(EXD_KIND_BOOLEAN), "boolean") && is(exd_kind_name(EXD_KIND_REF), "ref") &&
            is(exd_kind_name(EXD_KIND_LIST), "list") && is(exd_kind_name((exd_kind)99), "") &&
            is(exd_deadline_name(EXD_DEADLINE_NOT_COMPUTABLE), "not-computable") &&
            is(exd_deadline_name(EXD_DEADLINE_NOT_ENGAGED), "not-engaged") && is(exd_deadline_name((exd_deadline)99), ""),
        "kinds and what became of time limits have words, numbers that are none have none");
}

/* ---- disputes and time limits ----------------------------------------------------------------------------------------- */

static void test_dispute(const exd_report *report)
{
    say(exd_report_dispute_count(report) == 1 && is(exd_report_dispute_path(report, 0), "offences.murder.political"),
        "a disputed fact on which something turns is listed");
    say(exd_report_dispute_version_count(report, 0) == 2 && is(exd_report_dispute_party(report, 0, 0), "requesting-state") &&
            is(exd_report_dispute_value(report, 0, 0), "false") && is(exd_report_dispute_party(report, 0, 1), "person") &&
            is(exd_report_dispute_value(report, 0, 1), "true"),
        "with what each party says");
    size_t finding = exd_report_dispute_finding_count(report, 0) == 1 ? exd_report_dispute_finding(report, 0, 0) : none;
    say(finding != none && is(exd_report_finding_id(report, finding), "xx-yy-treaty-1998/art-4") &&
            exd_report_finding_result(report, finding) == EXD_RESULT_DISPUTED && exd_report_dispute_decides(report, 0, 0),
        "and which findings it decides");
}

static void test_time_limits(const exd_report *report)
{
    say(exd_report_time_limit_count(report) == 1 &&
            is(exd_report_finding_id(report, exd_report_time_limit_finding(report, 0)), "yy-extradition-act/s-13"),
        "time limits are listed");
    say(exd_report_time_limit_status(report, 0) == EXD_DEADLINE_MISSED &&
            is(exd_report_time_limit_text(report, 0, EXD_TIME_LIMIT_STARTS), "2020-04-27") &&
            is(exd_report_time_limit_text(report, 0, EXD_TIME_LIMIT_DUE), "2020-06-27") &&
            is(exd_report_time_limit_text(report, 0, EXD_TIME_LIMIT_DONE), "never") && exd_report_time_limit_days_left(report, 0) == 0 &&
            exd_report_time_limit_missing_count(report, 0) == 0,
        "with their days");
}

static void test_no_day(const exd_report *report)
{
    say(exd_report_time_limit_count(report) == 1 && exd_report_time_limit_status(report, 0) == EXD_DEADLINE_NOT_COMPUTABLE &&
            is(exd_report_time_limit_text(report, 0, EXD_TIME_LIMIT_DUE), "") && exd_report_time_limit_missing_count(report, 0) == 1 &&
            is(exd_report_time_limit_missing(report, 0, 0), "request.detained_on"),
        "a time limit without its day says which date it lacks");
}

/* ---- asking for it or not --------------------------------------------------------------------------------------------- */

static bool same_findings(const exd_report *a, const exd_report *b)
{
    bool good = exd_report_finding_count(a) == exd_report_finding_count(b);
    for (size_t i = 0; good && i < exd_report_finding_count(a); i++)
        good = strcmp(exd_report_finding_id(a, i), exd_report_finding_id(b, i)) == 0 &&
               exd_report_finding_result(a, i) == exd_report_finding_result(b, i) &&
               exd_report_finding_standing(a, i) == exd_report_finding_standing(b, i);
    return good;
}

static size_t count_answers(const exd_report *report)
{
    size_t answers = 0;
    for (size_t i = 0; i < exd_report_question_count(report); i++)
        answers += exd_report_answer_count(report, i);
    return answers;
}

static bool is_plain(const exd_report *report)
{
    return !exd_report_is_analysed(report) && count_answers(report) == 0 && exd_report_dispute_count(report) == 0 &&
           exd_report_time_limit_count(report) == 0;
}

static void test_option(exd_rules *rules, exd_record *record, exd_options *options, const exd_report *analysed)
{
    exd_report *plain = NULL;
    bool good = exd_check(rules, record, NULL, &plain, NULL) == EXD_OK;
    say(good && is_plain(plain) && exd_report_question_count(plain) > 0, "a report is not analysed unless that is asked for");
    say(good && exd_report_is_analysed(analysed) && count_answers(analysed) > 0 && same_findings(plain, analysed),
        "the findings are the same in either case");
    exd_options_set_analysis(options, true);
    say(good && exd_recheck(plain, record, options, NULL) == EXD_OK && !is_plain(plain), "a report that is used again can be analysed");
    exd_options_set_analysis(options, false);
    say(good && exd_recheck(plain, record, options, NULL) == EXD_OK && is_plain(plain), "and the next time not");
    exd_report_unref(plain);
}

static exd_report *check_with(exd_rules *rules, exd_record *record, const exd_options *options, const char *const *settings, size_t number)
{
    exd_record *changed = NULL;
    exd_report *report = NULL;
    if (exd_record_with(record, settings, number, &changed, NULL) == EXD_OK && exd_check(rules, changed, options, &report, NULL) != EXD_OK)
        report = NULL;
    exd_record_unref(changed);
    say(report != NULL, "the record with settings is checked");
    return report;
}

static void test_all(exd_rules *rules, exd_record *record)
{
    static const char *const open_list[] = {"proceedings=", "proceedings.other.state=YY"};
    static const char *const closed_list[] = {"proceedings=", "proceedings=[{id: other, state: YY}]"};
    static const char *const no_day[] = {"request.detained_on="};
    exd_options *options = exd_options_new();
    exd_options_set_analysis(options, true);
    exd_report *report = check_with(rules, record, options, NULL, 0);
    exd_report *open = check_with(rules, record, options, open_list, 2);
    exd_report *closed = check_with(rules, record, options, closed_list, 2);
    exd_report *undated = check_with(rules, record, options, no_day, 1);
    if (report != NULL && open != NULL && closed != NULL && undated != NULL) {
        test_question(report);
        test_legal_test(report);
        test_dates(report);
        test_choices(open);
        test_needless(closed);
        test_names();
        test_dispute(report);
        test_time_limits(report);
        test_no_day(undated);
        test_option(rules, record, options, report);
    }
    exd_report_unref(undated);
    exd_report_unref(closed);
    exd_report_unref(open);
    exd_report_unref(report);
    exd_options_free(options);
}

int main(int argument_count, char **arguments)
{
    exd_rules *rules = NULL;
    exd_record *record = NULL;
    exd_loader *loader = exd_loader_new();
    if (argument_count != 3 || loader == NULL)
        return 2;
    bool loaded = exd_loader_add_directory(loader, arguments[1], NULL) == EXD_OK && exd_loader_finish(loader, &rules, NULL) == EXD_OK &&
                  exd_record_load_file(rules, arguments[2], 0, &record, NULL) == EXD_OK;
    exd_loader_free(loader);
    say(loaded, "the rules and the record are read");
    if (loaded)
        test_all(rules, record);
    exd_record_unref(record);
    exd_rules_unref(rules);
    printf("1..%d\n", count);
    return 0;
}
