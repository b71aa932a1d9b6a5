#include "check/answers.h"

#include "base/phrase.h"
#include "base/sort.h"
#include "check/check.h"
#include "check/complete.h"
#include "check/domain.h"
#include "check/ordered.h"

enum {
    VALUES_MAX = 512, /* of one fact, over all rules that read it */
    MEMBERS_MAX = 9,  /* of a set: up to here all sets of the members asked for are tried */
    CLASSES_MAX = 32
};

/* One question being worked on. */
struct answering {
    struct analysis *analysis;
    struct question *question;
    const struct fact *fact;
    struct cell_key key;
    struct value *values;
    uint32_t count;
    uint32_t *class_of;  /* by value */
    exd_result *results; /* by value, then by finding */
    bool partial;
};

static const struct finding *finding_of(const struct answering *answering, uint32_t index)
{
    return &answering->analysis->report->findings[answering->question->findings[index]];
}

static void bind_subject(const struct analysis *analysis, const struct finding *finding)
{
    const struct exd_report *report = analysis->report;
    uint32_t offences = report->record->lists[report->rules->vocabulary.offence].count;
    view_set_subject(analysis->builder->view, finding->rule, finding->subject == NO_ITEM ? offences : finding->subject);
}

static uint64_t steps_of_share(const struct analysis *analysis)
{
    return analysis->share < analysis->budget ? analysis->share : analysis->budget;
}

static void charge(struct analysis *analysis, uint64_t begun)
{
    uint64_t used = analysis->builder->view->steps - begun;
    analysis->budget -= used < analysis->budget ? used : analysis->budget;
}

exd_result analysis_result(struct analysis *analysis, const struct finding *finding, bool *spent)
{
    struct completion completion = {.holds = TRUTH_UNKNOWN, .inexact = INEXACT_STEPS};
    uint64_t steps = steps_of_share(analysis);
    uint64_t begun = analysis->builder->view->steps;
    bind_subject(analysis, finding);
    if (steps > 0)
        completion = complete_rule(analysis->builder->view, finding->rule, analysis->scratch, steps);
    charge(analysis, begun);
    *spent |= completion.inexact == INEXACT_STEPS;
    return result_of(finding->rule->effect, completion.holds);
}

/* ---- the values that can matter --------------------------------------------------------------------------------------- */

static void add_value(struct answering *answering, struct value value)
{
    for (uint32_t i = 0; i < answering->count; i++)
        if (value_same(answering->values[i], value))
            return;
    if (answering->count == VALUES_MAX)
        answering->partial = true;
    else
        answering->values[answering->count++] = value;
}

static bool has_member(struct value set, struct value one)
{
    for (uint32_t i = 0; i < set.count; i++)
        if (value_same(value_scalar((enum type_kind)set.kind, set.as.members[i]), one))
            return true;
    return false;
}

static bool in_every(const struct answering *answering, struct value one)
{
    for (uint32_t i = 0; i < answering->count; i++)
        if (!has_member(answering->values[i], one))
            return false;
    return true;
}

static void add_member(struct answering *answering, struct value one, union scalar *members, uint32_t *count)
{
    for (uint32_t i = 0; i < *count; i++)
        if (value_same(value_scalar((enum type_kind)one.kind, members[i]), one))
            return;
    if (*count == MEMBERS_MAX)
        answering->partial = true;
    else
        members[(*count)++] = one.as.one;
}

/* What one rule asks of a set and what another does are asked together: all sets of the members that any of them names. */
static bool join_sets(struct answering *answering)
{
    union scalar members[MEMBERS_MAX];
    union scalar always[MEMBERS_MAX];
    uint32_t count = 0;
    uint32_t always_count = 0;
    enum type_kind kind = answering->fact->type.kind;
    for (uint32_t i = 0; i < answering->count; i++)
        for (uint32_t j = 0; j < answering->values[i].count; j++) {
            struct value one = value_scalar(kind, answering->values[i].as.members[j]);
            if (in_every(answering, one))
                add_member(answering, one, always, &always_count);
            else
                add_member(answering, one, members, &count);
        }
    uint32_t given = answering->count;
    answering->count = 0; /* of some sets nothing could be said of the others */
    if (answering->partial || given == 0)
        return true;
    for (uint32_t mask = 0; mask < (1U << count); mask++) {
        union scalar *set = arena_array(answering->analysis->scratch, (size_t)count + always_count + 1, sizeof *set);
        if (!set)
            return false;
        struct value value = {.kind = (uint8_t)kind, .known = true, .set = true, .complete = true};
        for (uint32_t i = 0; i < always_count; i++)
            set[value.count++] = always[i];
        for (uint32_t i = 0; i < count; i++)
            if (mask & (1U << i))
                set[value.count++] = members[i];
        value.as.members = set;
        answering->values[answering->count++] = value;
    }
    return true;
}

static bool find_domain(struct answering *answering, const struct finding *finding, struct domain *domain)
{
    struct analysis *analysis = answering->analysis;
    struct view *view = analysis->builder->view;
    uint64_t begun = view->steps;
    bind_subject(analysis, finding);
    view->step_limit = begun + steps_of_share(analysis);
    bool good = domain_of(view, finding->rule, answering->key, analysis->scratch, domain);
    view->step_limit = UINT64_MAX;
    charge(analysis, begun);
    return good;
}

/* Of the findings that are open: the others lack the fact for a time limit, of which the day itself is the answer. */
static bool list_values(struct answering *answering)
{
    answering->values = arena_array(answering->analysis->scratch, VALUES_MAX, sizeof *answering->values);
    if (!answering->values)
        return false;
    for (uint32_t i = 0; i < answering->question->count; i++) {
        const struct finding *finding = finding_of(answering, i);
        struct domain domain;
        if (result_is_settled(finding->result))
            continue;
        if (!find_domain(answering, finding, &domain))
            return false;
        answering->partial |= (!domain.whole && !domain.sampled) || domain.count == 0;
        for (uint32_t j = 0; j < domain.count; j++)
            add_value(answering, domain.values[j]);
    }
    if (answering->fact->type.set && !join_sets(answering))
        return false;
    if (type_is_ordered(answering->fact->type))
        ordered_sort(answering->values, answering->count);
    return true;
}

/* ---- what each does --------------------------------------------------------------------------------------------------- */

static bool try_values(struct answering *answering)
{
    struct analysis *analysis = answering->analysis;
    struct view *view = analysis->builder->view;
    uint32_t findings = answering->question->count;
    answering->results = arena_array(analysis->scratch, (size_t)answering->count * findings + 1, sizeof *answering->results);
    if (!answering->results || view->assumption_count == ASSUMPTIONS_MAX)
        return false;
    for (uint32_t i = 0; i < answering->count; i++)
        for (uint32_t j = 0; j < findings; j++) {
            const struct finding *finding = finding_of(answering, j);
            exd_result *result = &answering->results[i * findings + j];
            *result = finding->result;
            if (result_is_settled(finding->result))
                continue;
            view->assumptions[view->assumption_count++] = (struct assumption){answering->key, answering->values[i]};
            *result = analysis_result(analysis, finding, &answering->partial);
            view->assumption_count--;
        }
    return true;
}

static bool same_results(const struct answering *answering, uint32_t a, uint32_t b)
{
    uint32_t findings = answering->question->count;
    for (uint32_t i = 0; i < findings; i++)
        if (answering->results[a * findings + i] != answering->results[b * findings + i])
            return false;
    return true;
}

/* Numbers the classes in the order of their first values; gives their number. */
static uint32_t classify(struct answering *answering)
{
    bool ordered = type_is_ordered(answering->fact->type);
    uint32_t classes = 0;
    for (uint32_t i = 0; i < answering->count; i++) {
        uint32_t like = i;
        for (uint32_t j = ordered && i ? i - 1 : 0; j < i && like == i; j++)
            like = same_results(answering, i, j) ? j : i;
        answering->class_of[i] = like < i ? answering->class_of[like] : classes++;
    }
    return classes;
}

static struct text take(struct analysis *analysis)
{
    return builder_take(analysis->builder);
}

static uint32_t size_of_class(const struct answering *answering, uint32_t number)
{
    uint32_t size = 0;
    for (uint32_t i = 0; i < answering->count; i++)
        size += answering->class_of[i] == number;
    return size;
}

static bool is_largest(const struct answering *answering, uint32_t number)
{
    uint32_t largest = 0;
    for (uint32_t i = 0; i < answering->count; i++)
        if (size_of_class(answering, answering->class_of[i]) > size_of_class(answering, largest))
            largest = answering->class_of[i];
    return largest == number;
}

/* Whether a record can write it: not what stands for whatever no rule mentions, nor an item that the record has not. */
static bool has_name(const struct answering *answering, union scalar scalar)
{
    const struct type *type = &answering->fact->type;
    const struct exd_record *record = answering->analysis->report->record;
    return !domain_is_fresh(*type, scalar) && (type->kind != TYPE_REF || scalar.item < record->lists[type->of].count);
}

static bool can_be_named(const struct answering *answering, const struct value *value)
{
    bool named = value->set || has_name(answering, value->as.one);
    if (value->kind == TYPE_DURATION || value->kind == TYPE_PENALTY)
        named = value->as.one.duration.days >= 0; /* a day less than a year is no way to write a term */
    for (uint32_t i = 0; value->set && i < value->count; i++)
        named &= has_name(answering, value->as.members[i]);
    return named;
}

/* The first value of the class that a record can name; of values that have only an upper end, the one that is nearest to it. */
static void write_example(struct answering *answering, uint32_t number)
{
    const struct value *example = NULL;
    bool last =
        type_is_ordered(answering->fact->type) && answering->class_of[0] == number && answering->class_of[answering->count - 1] != number;
    for (uint32_t i = 0; i < answering->count && (last || !example); i++)
        if (answering->class_of[i] == number && can_be_named(answering, &answering->values[i]))
            example = &answering->values[i];
    if (example)
        domain_write(answering->analysis->report->record, answering->fact, *example, answering->analysis->builder->buffer);
}

static bool fill_answer(struct answering *answering, struct answer *answer, uint32_t number)
{
    struct analysis *analysis = answering->analysis;
    uint32_t findings = answering->question->count;
    struct answer_class class_ = {answering->fact, answering->values,  answering->count, answering->class_of, number,
                                  false,           answering->results, findings};
    class_.rest = answering->count > 2 && is_largest(answering, number);
    answer_write(analysis->report->record, &class_, analysis->builder->buffer);
    builder_take_phrase(analysis->builder, &answer->phrase, &answer->text);
    write_example(answering, number);
    answer->value = take(analysis);
    answer->results = arena_array(analysis->builder->arena, findings, sizeof *answer->results);
    if (!answer->results)
        return false;
    uint32_t first = 0;
    while (answering->class_of[first] != number)
        first++;
    for (uint32_t i = 0; i < findings; i++)
        answer->results[i] = answering->results[first * findings + i];
    return true;
}

static bool list_answers(struct answering *answering)
{
    struct question *question = answering->question;
    answering->class_of = arena_array(answering->analysis->scratch, answering->count, sizeof *answering->class_of);
    if (!answering->class_of)
        return false;
    uint32_t classes = classify(answering);
    if (classes > CLASSES_MAX) {
        answering->partial = true;
        return true;
    }
    question->answers = arena_array(answering->analysis->builder->arena, classes, sizeof *question->answers);
    for (uint32_t i = 0; question->answers && i < classes; i++)
        if (!fill_answer(answering, &question->answers[question->answer_count++], i))
            return false;
    return question->answers != NULL;
}

/* ---- a list as such --------------------------------------------------------------------------------------------------- */

/* That it has no further item is an answer; what a further item does depends on the item. */
static bool answer_list(struct answering *answering)
{
    struct analysis *analysis = answering->analysis;
    struct question *question = answering->question;
    uint32_t items = analysis->report->record->lists[answering->key.entity].count;
    if (answering->key.entity == analysis->report->rules->vocabulary.offence) {
        answering->partial = true; /* each offence brings findings of its own */
        return true;
    }
    struct answer *answers = question->answers = arena_array(analysis->builder->arena, 2, sizeof *question->answers);
    if (!answers)
        return false;
    question->answer_count = 2;
    answers[0].value = answers[1].value = TEXT("");
    phrase_message(analysis->builder->buffer, items ? MESSAGE_NONE_BUT_LISTED : MESSAGE_NONE_AT_ALL);
    builder_take_phrase(analysis->builder, &answers[0].phrase, &answers[0].text);
    phrase_message(analysis->builder->buffer, items ? MESSAGE_THERE_ARE_OTHERS : MESSAGE_THERE_ARE_SOME);
    builder_take_phrase(analysis->builder, &answers[1].phrase, &answers[1].text);
    for (uint32_t i = 0; i < 2; i++)
        answers[i].results = arena_array(analysis->builder->arena, question->count, sizeof *answers[i].results);
    if (!answers[0].results || !answers[1].results)
        return false;
    for (uint32_t i = 0; i < question->count; i++) {
        const struct finding *finding = finding_of(answering, i);
        answers[0].results[i] = answers[1].results[i] = finding->result;
        if (result_is_settled(finding->result))
            continue;
        analysis->builder->view->closed = answering->key.entity + 1;
        answers[0].results[i] = analysis_result(analysis, finding, &answering->partial);
        analysis->builder->view->closed = 0;
    }
    return true;
}

/* ---- what the question decides ---------------------------------------------------------------------------------------- */

static bool can_bar(const struct finding *finding)
{
    exd_effect effect = finding->rule->effect;
    bool against = effect == EXD_EFFECT_SHALL_REFUSE || effect == EXD_EFFECT_REQUIRES || effect == EXD_EFFECT_REQUIRES_ASSURANCE;
    return against && finding->standing == EXD_STANDING_GOVERNS;
}

static void weigh(struct answering *answering)
{
    struct question *question = answering->question;
    for (uint32_t i = 0; i < question->count; i++) {
        const struct finding *finding = finding_of(answering, i);
        uint32_t settled = 0;
        if (result_is_settled(finding->result))
            continue;
        for (uint32_t j = 0; j < question->answer_count; j++) {
            bool settles = result_is_settled(question->answers[j].results[i]);
            question->answers[j].settles += settles;
            settled += settles;
        }
        question->settles_some += settled > 0;
        question->settles_always += settled > 0 && settled == question->answer_count && !answering->partial;
        question->bars |= settled > 0 && can_bar(finding);
    }
}

/* Of how many instruments it is open for want of this fact whether they apply: that changes more than these findings. */
static uint32_t count_instruments(const struct exd_report *report, const struct question *question)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->instrument_count; i++)
        for (uint32_t j = 0; report->instruments[i].result == TRUTH_UNKNOWN && j < report->instruments[i].missing.count; j++)
            count += text_equal(report->instruments[i].missing.items[j].path, question->about.path);
    return count;
}

static bool answer_question(struct analysis *analysis, struct question *question)
{
    struct answering answering = {.analysis = analysis, .question = question, .fact = question->about.fact};
    answering.key = fact_use_key(analysis->report, &question->about);
    bool good = true;
    question->instruments = count_instruments(analysis->report, question);
    if (question->instruments > 0)
        answering.partial = true;
    else if (answering.key.fact == FACT_EXISTS)
        good = answer_list(&answering);
    else
        good = list_values(&answering) && try_values(&answering) && list_answers(&answering);
    if (!good)
        return false;
    weigh(&answering);
    question->answers_partial = answering.partial;
    return true;
}

/* ---- the order of the questions --------------------------------------------------------------------------------------- */

static int compare_fields(const uint32_t *left, const uint32_t *right, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (left[i] != right[i])
            return left[i] > right[i] ? -1 : 1;
    return 0;
}

struct rank {
    uint32_t fields[5]; /* more is earlier */
    uint32_t places[3]; /* less is earlier */
    uint32_t index;
};

static int compare_ranks(const void *a, const void *b)
{
    const struct rank *left = a;
    const struct rank *right = b;
    int order = compare_fields(left->fields, right->fields, 5);
    return order ? order : compare_fields(right->places, left->places, 3);
}

static bool order_questions(struct analysis *analysis)
{
    struct exd_report *report = analysis->report;
    struct rank *ranks = arena_array(analysis->scratch, report->question_count, sizeof *ranks);
    struct question *ordered = arena_array(analysis->builder->arena, report->question_count, sizeof *ordered);
    if (!ranks || !ordered)
        return false;
    for (uint32_t i = 0; i < report->question_count; i++) {
        const struct question *question = &report->questions[i];
        struct cell_key key = fact_use_key(report, &question->about);
        ranks[i] = (struct rank){{question->instruments, question->bars, question->settles_always, question->settles_some, question->count},
                                 {key.entity, key.fact, key.item},
                                 i};
    }
    sort(ranks, report->question_count, sizeof *ranks, compare_ranks);
    for (uint32_t i = 0; i < report->question_count; i++)
        ordered[i] = report->questions[ranks[i].index];
    report->questions = ordered;
    return true;
}

/* ---- which answer makes which question idle ---------------------------------------------------------------------------- */

/* Whether an answer to one question settles all that another is for. */
static bool makes_idle(const struct exd_report *report, const struct question *question, const struct answer *answer,
                       const struct question *other)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < other->count; i++) {
        while (at < question->count && question->findings[at] < other->findings[i])
            at++;
        if (at == question->count || question->findings[at] != other->findings[i])
            return false;
        if (result_is_settled(report->findings[other->findings[i]].result) || !result_is_settled(answer->results[at]))
            return false;
    }
    return true;
}

static uint32_t find_idle(const struct exd_report *report, uint32_t index, struct idle *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->question_count; i++) {
        const struct question *question = &report->questions[i];
        for (uint32_t j = 0; i != index && j < question->answer_count; j++)
            if (makes_idle(report, question, &question->answers[j], &report->questions[index])) {
                if (out)
                    out[count] = (struct idle){i, j};
                count++;
            }
    }
    return count;
}

static bool list_idle(struct analysis *analysis)
{
    struct exd_report *report = analysis->report;
    for (uint32_t i = 0; i < report->question_count; i++) {
        struct question *question = &report->questions[i];
        uint32_t count = find_idle(report, i, NULL);
        question->idle = arena_array(analysis->builder->arena, count, sizeof *question->idle);
        if (!question->idle)
            return false;
        question->idle_count = find_idle(report, i, question->idle);
    }
    return true;
}

/* A disputed fact is not asked for. */
static void drop_disputed(struct exd_report *report)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < report->question_count; i++)
        if (!report->questions[i].about.disputed)
            report->questions[kept++] = report->questions[i];
    report->question_count = kept;
}

bool answers_find(struct analysis *analysis)
{
    drop_disputed(analysis->report);
    for (uint32_t i = 0; i < analysis->report->question_count; i++) {
        struct arena_mark mark = arena_mark(analysis->scratch); /* going back forgets no failure, as a reset would */
        bool good = answer_question(analysis, &analysis->report->questions[i]);
        arena_rewind(analysis->scratch, mark);
        if (!good)
            return false;
    }
    return order_questions(analysis) && list_idle(analysis);
}
