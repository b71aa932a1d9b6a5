/* What a report asks, what is disputed in it, and its time limits: read by index, as its findings are. */
#include "check/report.h"
#include "extradition.h"

/* ---- questions -------------------------------------------------------------------------------------------------------- */

bool exd_report_is_analysed(const exd_report *report)
{
    return report_is_analysed(report);
}

size_t exd_report_question_count(const exd_report *report)
{
    return report->question_count;
}

/* What the vocabulary is silent on has no text. */
static const char *given(struct text text)
{
    return text.data ? text.data : "";
}

const char *exd_report_question_text(const exd_report *report, size_t question, exd_question_text what)
{
    const struct question *asked = &report->questions[question];
    const struct fact *fact = asked->about.fact;
    const struct text nothing = {"", 0};
    switch (what) {
    case EXD_QUESTION_PATH:
        return given(asked->about.path);
    case EXD_QUESTION_WORDS:
        return given(asked->text);
    case EXD_QUESTION_HELP:
        return given(fact ? fact->help : asked->about.entity->help);
    case EXD_QUESTION_HELD_BY:
        return given(fact ? fact->held_by : nothing);
    case EXD_QUESTION_TEST_BY:
        return given(fact ? fact->test_by : nothing);
    case EXD_QUESTION_STANDARD:
        return given(fact ? fact->test_standard : nothing);
    case EXD_QUESTION_LOOKS_AT:
        return given(fact ? fact->test_looks_at : nothing);
    }
    return "";
}

static const char *const kind_words[] = {
#define X(id, word) word,
    TYPE_KIND_LIST(X)
#undef X
        [EXD_KIND_LIST] = "list",
};

#define X(id, word) _Static_assert((int)EXD_KIND_##id == (int)TYPE_##id, "public and inner kinds are numbered alike");
TYPE_KIND_LIST(X)
#undef X

const char *exd_kind_name(exd_kind kind)
{
    return (size_t)kind < sizeof kind_words / sizeof *kind_words ? kind_words[kind] : "";
}

exd_kind exd_report_question_kind(const exd_report *report, size_t question)
{
    const struct fact *fact = report->questions[question].about.fact;
    return fact ? (exd_kind)fact->type.kind : EXD_KIND_LIST;
}

bool exd_report_question_is_set(const exd_report *report, size_t question)
{
    const struct fact *fact = report->questions[question].about.fact;
    return fact && fact->type.set;
}

/* ---- what there is to choose from ------------------------------------------------------------------------------------- */

static const struct enumeration *enumeration_of(const struct exd_report *report, size_t question)
{
    const struct fact *fact = report->questions[question].about.fact;
    return fact && fact->type.kind == TYPE_ENUM ? &report->rules->vocabulary.enumerations[fact->type.of] : NULL;
}

static const struct item_list *items_of(const struct exd_report *report, size_t question)
{
    const struct fact *fact = report->questions[question].about.fact;
    return fact && fact->type.kind == TYPE_REF ? &report->record->lists[fact->type.of] : NULL;
}

size_t exd_report_question_choice_count(const exd_report *report, size_t question)
{
    const struct enumeration *enumeration = enumeration_of(report, question);
    const struct item_list *items = items_of(report, question);
    return enumeration ? enumeration->count : items ? items->count : 0;
}

const char *exd_report_question_choice(const exd_report *report, size_t question, size_t choice)
{
    const struct enumeration *enumeration = enumeration_of(report, question);
    const struct item_list *items = items_of(report, question);
    if (enumeration)
        return names_text(report->rules->vocabulary.names, enumeration->values[choice]).data;
    return items ? items->items[choice].id.data : "";
}

const char *exd_report_question_choice_help(const exd_report *report, size_t question, size_t choice)
{
    const struct enumeration *enumeration = enumeration_of(report, question);
    return enumeration && enumeration->helps ? given(enumeration->helps[choice]) : "";
}

/* ---- what the answer decides ------------------------------------------------------------------------------------------ */

size_t exd_report_question_finding_count(const exd_report *report, size_t question)
{
    return report->questions[question].count;
}

size_t exd_report_question_finding(const exd_report *report, size_t question, size_t index)
{
    return report->questions[question].findings[index];
}

size_t exd_report_question_alone(const exd_report *report, size_t question)
{
    return report->questions[question].alone;
}

bool exd_report_question_bars(const exd_report *report, size_t question)
{
    return report->questions[question].bars;
}

size_t exd_report_question_settles_always(const exd_report *report, size_t question)
{
    return report->questions[question].settles_always;
}

size_t exd_report_question_settles_some(const exd_report *report, size_t question)
{
    return report->questions[question].settles_some;
}

size_t exd_report_answer_count(const exd_report *report, size_t question)
{
    return report->questions[question].answer_count;
}

bool exd_report_answers_partial(const exd_report *report, size_t question)
{
    return report->questions[question].answers_partial;
}

const char *exd_report_answer_words(const exd_report *report, size_t question, size_t answer)
{
    return report->questions[question].answers[answer].text.data;
}

const char *exd_report_answer_value(const exd_report *report, size_t question, size_t answer)
{
    return report->questions[question].answers[answer].value.data;
}

exd_result exd_report_answer_result(const exd_report *report, size_t question, size_t answer, size_t index)
{
    return report->questions[question].answers[answer].results[index];
}

size_t exd_report_answer_settles(const exd_report *report, size_t question, size_t answer)
{
    return report->questions[question].answers[answer].settles;
}

size_t exd_report_question_needless_count(const exd_report *report, size_t question)
{
    return report->questions[question].idle_count;
}

size_t exd_report_question_needless_after(const exd_report *report, size_t question, size_t index)
{
    return report->questions[question].idle[index].question;
}

size_t exd_report_question_needless_answer(const exd_report *report, size_t question, size_t index)
{
    return report->questions[question].idle[index].answer;
}

/* ---- disputes --------------------------------------------------------------------------------------------------------- */

size_t exd_report_dispute_count(const exd_report *report)
{
    return report->dispute_count;
}

const char *exd_report_dispute_path(const exd_report *report, size_t dispute)
{
    return report->disputes[dispute].about.path.data;
}

size_t exd_report_dispute_version_count(const exd_report *report, size_t dispute)
{
    return report->disputes[dispute].version_count;
}

const char *exd_report_dispute_party(const exd_report *report, size_t dispute, size_t version)
{
    return report->disputes[dispute].versions[version].party.data;
}

const char *exd_report_dispute_value(const exd_report *report, size_t dispute, size_t version)
{
    return report->disputes[dispute].versions[version].value.data;
}

size_t exd_report_dispute_finding_count(const exd_report *report, size_t dispute)
{
    return report->disputes[dispute].count;
}

size_t exd_report_dispute_finding(const exd_report *report, size_t dispute, size_t index)
{
    return report->disputes[dispute].findings[index];
}

bool exd_report_dispute_decides(const exd_report *report, size_t dispute, size_t index)
{
    return report->disputes[dispute].alone[index];
}

/* ---- time limits ------------------------------------------------------------------------------------------------------ */

_Static_assert((int)EXD_DEADLINE_KEPT == (int)DEADLINE_KEPT && (int)EXD_DEADLINE_MISSED == (int)DEADLINE_MISSED &&
                   (int)EXD_DEADLINE_RUNNING == (int)DEADLINE_RUNNING && (int)EXD_DEADLINE_OPEN == (int)DEADLINE_OPEN &&
                   (int)EXD_DEADLINE_NOT_COMPUTABLE == (int)DEADLINE_NOT_COMPUTABLE &&
                   (int)EXD_DEADLINE_NOT_ENGAGED == (int)DEADLINE_NOT_ENGAGED,
               "public and inner words for time limits are numbered alike");

const char *exd_deadline_name(exd_deadline deadline)
{
    return (unsigned)deadline <= (unsigned)EXD_DEADLINE_NOT_ENGAGED ? deadline_status_word((enum deadline_status)deadline) : "";
}

static const struct finding *finding_of(const struct exd_report *report, size_t limit)
{
    return &report->findings[report->timeline[limit].finding];
}

size_t exd_report_time_limit_count(const exd_report *report)
{
    return report->timeline_count;
}

size_t exd_report_time_limit_finding(const exd_report *report, size_t limit)
{
    return report->timeline[limit].finding;
}

exd_deadline exd_report_time_limit_status(const exd_report *report, size_t limit)
{
    return (exd_deadline)finding_of(report, limit)->deadline.status;
}

const char *exd_report_time_limit_text(const exd_report *report, size_t limit, exd_time_limit_text what)
{
    const struct time_limit *found = &report->timeline[limit];
    switch (what) {
    case EXD_TIME_LIMIT_STARTS:
        return found->starts.data;
    case EXD_TIME_LIMIT_DUE:
        return found->due.data;
    case EXD_TIME_LIMIT_DONE:
        return found->done.data;
    case EXD_TIME_LIMIT_CONSEQUENCE:
        return given(finding_of(report, limit)->rule->deadline->consequence);
    }
    return "";
}

int32_t exd_report_time_limit_days_left(const exd_report *report, size_t limit)
{
    const struct deadline_result *deadline = &finding_of(report, limit)->deadline;
    return deadline->status == DEADLINE_RUNNING ? deadline->days_left : 0;
}

size_t exd_report_time_limit_missing_count(const exd_report *report, size_t limit)
{
    return finding_of(report, limit)->deadline.missing.count;
}

const char *exd_report_time_limit_missing(const exd_report *report, size_t limit, size_t index)
{
    return finding_of(report, limit)->deadline.missing.items[index].path.data;
}
