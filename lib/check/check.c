#include "check/check.h"

#include "check/answers.h"
#include "check/applicability.h"
#include "check/because.h"
#include "check/complete.h"
#include "check/deadline.h"
#include "check/notice.h"
#include "check/questions.h"
#include "check/standing.h"
#include "check/verify.h"

enum {
    SHARE_OF_STEPS = 50, /* one finding may spend this part of the budget on making "open" exact */
    MISSING_SHARES = 16, /* and so many times as much on what it lacks, fact by fact */
    DISPUTED_MAX = 10    /* disputed facts of one finding whose combinations are all tried */
};

/* Working memory of a check, kept with the report. */
struct scratch {
    struct arena arena; /* what only the check itself needs; reset for every finding */
    struct buffer buffer;
    struct view view;
    uint8_t *applies;
};

/* What one check passes around. */
struct check {
    struct exd_report *report;
    struct scratch *scratch;
    struct builder builder;
    uint64_t budget; /* steps left for completions */
    uint64_t plain;  /* and as many again for evaluation and proofs, which no completion may starve */
    uint64_t spare;  /* and for finding out which missing facts matter, which is worth no result */
    uint64_t share;
    uint32_t capacity; /* of the report's findings */
    bool trial;        /* results and standings alone: no proofs, no questions */
    const struct rule *only;
};

/* ---- one finding ------------------------------------------------------------------------------------------------------ */

exd_result result_of(exd_effect effect, enum truth holds)
{
    bool requirement = effect_is_requirement(effect);
    switch (holds) {
    case TRUTH_TRUE:
        return requirement ? EXD_RESULT_MET : EXD_RESULT_APPLIES;
    case TRUTH_FALSE:
        return requirement ? EXD_RESULT_NOT_MET : EXD_RESULT_DOES_NOT_APPLY;
    case TRUTH_UNKNOWN:
        break;
    }
    return EXD_RESULT_OPEN;
}

static uint64_t steps_for_finding(const struct check *check)
{
    return check->share < check->budget ? check->share : check->budget;
}

/* Takes from a budget what has been spent since `begun`. */
static void charge(const struct check *check, uint64_t *budget, uint64_t begun)
{
    uint64_t spent = check->scratch->view.steps - begun;
    *budget -= spent < *budget ? spent : *budget;
}

/* What is evaluated between these two may spend all that is left; the second says whether that was enough. */
static uint64_t begin_steps(struct check *check)
{
    struct view *view = &check->scratch->view;
    view->step_limit = view->steps + check->plain;
    return view->steps;
}

static bool end_steps(struct check *check, uint64_t begun)
{
    struct view *view = &check->scratch->view;
    bool enough = view->steps <= view->step_limit;
    view->step_limit = UINT64_MAX;
    charge(check, &check->plain, begun);
    return enough;
}

static struct completion complete(struct check *check, const struct rule *rule)
{
    uint64_t begun = check->scratch->view.steps;
    struct completion completion = complete_rule(&check->scratch->view, rule, &check->scratch->arena, steps_for_finding(check));
    charge(check, &check->budget, begun);
    return completion;
}

/* Whether the rule is engaged, where every completion says the same of it. */
static void find_engagement(struct check *check, struct finding *finding)
{
    struct view *view = &check->scratch->view;
    uint64_t begun = view->steps;
    struct completion completion = complete_engaged(view, finding->rule, &check->scratch->arena, steps_for_finding(check));
    charge(check, &check->budget, begun);
    finding->engaged = completion.holds;
    finding->engaged_inexact = completion.inexact;
}

static void doubt_missing(struct finding *finding, enum inexact why)
{
    if (finding->missing_inexact == EXACT)
        finding->missing_inexact = why;
}

/* Whether a missing fact, or a further item of a list, can make a difference to the finding. */
static bool can_matter(struct check *check, struct finding *finding, const struct fact_use *use, uint64_t *left)
{
    struct view *view = &check->scratch->view;
    struct cell_key key = fact_use_key(check->report, use);
    if (key.fact == FACT_EXISTS)
        key.item = view_item_count(view, key.entity);
    if (use->disputed || (key.fact == FACT_EXISTS && finding->rule->each_offence && finding->subject == NO_ITEM &&
                          key.entity == check->report->rules->vocabulary.offence))
        return true; /* what parties differ on is shown; an offence that nobody has stated is all there is to ask for */
    uint64_t steps = check->share < *left ? check->share : *left;
    uint64_t before = steps;
    enum inexact why;
    enum truth matters = complete_matters(view, finding->rule, key, &check->scratch->arena, &steps, &why);
    check->spare -= before - steps;
    *left -= before - steps;
    if (matters == TRUTH_UNKNOWN)
        doubt_missing(finding, why);
    return matters != TRUTH_FALSE;
}

/* The facts that the open finding lacks, without those that turn out to change nothing. Where none does, it is open for another reason. */
static void keep_what_matters(struct check *check, struct finding *finding)
{
    struct fact_list *missing = &finding->missing;
    uint64_t most = check->share * MISSING_SHARES;
    uint64_t left = most < check->spare ? most : check->spare;
    uint32_t kept = 0;
    doubt_missing(finding, missing->count ? finding->inexact : EXACT);
    if (missing->count == 1)
        return;
    for (uint32_t i = 0; i < missing->count; i++)
        if (can_matter(check, finding, &missing->items[i], &left))
            missing->items[kept++] = missing->items[i];
    missing->count = kept;
}

/* A disputed finding: each party's version, and every mixture of them, for a court may believe one party on one point and another on the next. */
struct mixture {
    struct check *check;
    const struct rule *rule;
    struct cell_key keys[DISPUTED_MAX + 1];
    uint32_t count;
    bool seen[3];
    enum inexact inexact; /* why a mixture that is open may be settled all the same */
};

static void take(struct mixture *mixture, struct completion completion)
{
    mixture->seen[completion.holds] = true;
    if (mixture->inexact == EXACT)
        mixture->inexact = completion.inexact;
}

static void mix(struct mixture *mixture, uint32_t at)
{
    struct view *view = &mixture->check->scratch->view;
    if (mixture->check->budget == 0) {
        take(mixture, (struct completion){.holds = TRUTH_UNKNOWN, .inexact = INEXACT_STEPS});
        return;
    }
    if (at == mixture->count) {
        take(mixture, complete(mixture->check, mixture->rule));
        return;
    }
    struct cell_key key = mixture->keys[at];
    const struct cell *cell = record_cell(view->record, key.entity, key.item, key.fact);
    for (uint32_t i = 0; i < cell->version_count && !(mixture->seen[TRUTH_TRUE] && mixture->seen[TRUTH_FALSE]); i++) {
        if (!cell->versions[i].value.known) {
            mix(mixture, at + 1); /* a party that does not know: the fact stays unknown */
            continue;
        }
        view->assumptions[view->assumption_count++] = (struct assumption){key, cell->versions[i].value};
        mix(mixture, at + 1);
        view->assumption_count--;
    }
}

static bool find_versions(struct check *check, struct finding *finding, struct mixture *mixture)
{
    struct view *view = &check->scratch->view;
    const struct exd_record *record = view->record;
    finding->versions = arena_array(check->builder.arena, record->party_count, sizeof *finding->versions);
    if (!finding->versions)
        return false;
    for (uint32_t i = 0; i < record->party_count; i++) {
        view->party = i;
        struct completion completion = complete(check, finding->rule);
        take(mixture, completion);
        finding->versions[finding->version_count++] =
            (struct version){record->parties[i], result_of(finding->rule->effect, completion.holds)};
    }
    view->party = NO_PARTY;
    return true;
}

static bool settle_dispute(struct check *check, struct finding *finding, enum truth *holds)
{
    struct mixture mixture = {.check = check, .rule = finding->rule};
    mixture.count = complete_disputed(&check->scratch->view, finding->rule, mixture.keys, DISPUTED_MAX + 1);
    if (mixture.count == 0)
        return true;
    bool too_many = mixture.count > DISPUTED_MAX;
    mixture.count -= too_many;
    mix(&mixture, 0);
    if (mixture.seen[TRUTH_TRUE] && mixture.seen[TRUTH_FALSE]) {
        finding->result = EXD_RESULT_DISPUTED;
    } else if (!mixture.seen[TRUTH_UNKNOWN]) {
        *holds = truth_of(mixture.seen[TRUTH_TRUE]);
        finding->result = result_of(finding->rule->effect, *holds);
    }
    bool open = finding->result == EXD_RESULT_OPEN;
    bool good = find_versions(check, finding, &mixture);
    finding->inexact = !open ? EXACT : too_many ? INEXACT_DISPUTES : mixture.inexact;
    return good;
}

static const char completion_note[] = "every completion of the missing facts gives this result";

static bool prove(struct check *check, struct finding *finding, const struct rule_truth *truth, bool by_completion)
{
    if (!because_rule(&check->builder, finding->rule, truth, &finding->because, &finding->part_count))
        return false;
    bool good = true;
    for (uint32_t i = 0; i < finding->part_count; i++) {
        struct because *part = &finding->because[i];
        if (by_completion) {
            part->note = TEXT(completion_note);
            good &= because_unmark(&check->builder, part, &finding->facts);
        }
        good &= because_collect(&check->builder, part, &finding->facts, &finding->missing);
    }
    for (uint32_t i = 0; i < finding->facts.count; i++)
        finding->presumed_count += finding->facts.items[i].presumed;
    return good;
}

/* Whether a one-sided rule exists between these two States rests on them, known or not. */
static bool add_play_facts(struct check *check, struct finding *finding)
{
    const struct rule *rule = finding->rule;
    const struct {
        const char *fact;
        uint32_t listed;
    } sides[] = {{"requesting_state", rule->for_requesting_count}, {"requested_state", rule->for_requested_count}};
    bool good = true;
    for (size_t i = 0; i < 2; i++) {
        if (sides[i].listed == 0)
            continue;
        struct fact_use use = fact_use_make(&check->builder, view_request_key(check->builder.view, sides[i].fact));
        good &= fact_list_add(&check->builder, use.value.known ? &finding->facts : &finding->missing, &use);
    }
    return good;
}

/* A result without its proof is worth nothing: where the steps run out the finding is open, and says so. */
static bool give_up(struct finding *finding)
{
    finding->result = EXD_RESULT_OPEN;
    finding->engaged = TRUTH_UNKNOWN;
    finding->inexact = finding->engaged_inexact = finding->missing_inexact = INEXACT_STEPS;
    finding->facts = finding->missing = (struct fact_list){0};
    finding->presumed_count = finding->part_count = finding->version_count = 0;
    finding->deadline.status = finding->rule->effect == EXD_EFFECT_DEADLINE ? DEADLINE_OPEN : DEADLINE_NONE;
    return true;
}

static bool fill_finding(struct check *check, struct finding *finding)
{
    struct view *view = &check->scratch->view;
    const struct rule *rule = finding->rule;
    if (check->scratch->arena.exhausted)
        return false; /* for the finding before this one: resetting would forget it */
    arena_reset(&check->scratch->arena);
    uint64_t begun = begin_steps(check);
    struct rule_truth truth = evaluate_rule(view, rule);
    if (!end_steps(check, begun))
        return give_up(finding);
    finding->engaged = truth.engaged;
    finding->result = result_of(rule->effect, truth.holds);
    bool by_completion = false;
    enum truth holds = truth.holds;
    if (holds == TRUTH_UNKNOWN) {
        struct completion completion = complete(check, rule);
        by_completion = completion.by_completion;
        finding->inexact = completion.inexact;
        finding->result = result_of(rule->effect, completion.holds);
        holds = completion.holds;
        if (holds == TRUTH_UNKNOWN && view->record->party_count && !settle_dispute(check, finding, &holds))
            return false;
        by_completion |= holds != TRUTH_UNKNOWN;
    }
    if (check->trial)
        return true;
    if (truth.engaged == TRUTH_UNKNOWN)
        find_engagement(check, finding);
    begun = begin_steps(check);
    bool good = prove(check, finding, &truth, by_completion);
    if (!end_steps(check, begun))
        return good && give_up(finding);
    if (!by_completion)
        good &= add_play_facts(check, finding);
    if (finding->result == EXD_RESULT_OPEN)
        keep_what_matters(check, finding);
    if (rule->effect == EXD_EFFECT_DEADLINE)
        good &= deadline_compute(&check->builder, rule, holds, &finding->deadline);
    return good;
}

/* ---- all findings ----------------------------------------------------------------------------------------------------- */

static struct finding *add_finding(struct check *check, const struct instrument *instrument, const struct rule *rule, uint32_t subject)
{
    struct exd_report *report = check->report;
    if (report->finding_count == check->capacity) {
        uint32_t capacity = check->capacity ? check->capacity * 2 : 128;
        struct finding *grown = arena_array(check->builder.arena, capacity, sizeof *grown);
        if (!grown)
            return NULL;
        for (uint32_t i = 0; i < report->finding_count; i++)
            grown[i] = report->findings[i];
        report->findings = grown;
        check->capacity = capacity;
    }
    struct finding *finding = &report->findings[report->finding_count++];
    *finding = (struct finding){.instrument = instrument, .rule = rule, .subject = subject, .subject_id = {"", 0}};
    return finding;
}

static bool check_subject(struct check *check, const struct instrument *instrument, const struct rule *rule, uint32_t subject)
{
    struct finding *finding = add_finding(check, instrument, rule, subject);
    if (!finding)
        return false;
    const struct vocabulary *vocabulary = &check->report->rules->vocabulary;
    const struct item_list *offences = &check->report->record->lists[vocabulary->offence];
    if (subject != NO_ITEM)
        finding->subject_id = offences->items[subject].id;
    view_set_subject(&check->scratch->view, rule, subject == NO_ITEM ? offences->count : subject);
    return fill_finding(check, finding);
}

/* A rule for each offence of a request whose offences nobody has stated is checked once, for whatever offence there may be. */
static bool check_rule(struct check *check, const struct instrument *instrument, const struct rule *rule)
{
    const struct item_list *offences = &check->report->record->lists[check->report->rules->vocabulary.offence];
    if ((check->only && rule != check->only) || rule_in_play(&check->scratch->view, rule) == TRUTH_FALSE)
        return true;
    if (!rule->each_offence || (offences->count == 0 && !(offences->present && offences->complete)))
        return check_subject(check, instrument, rule, NO_ITEM);
    bool good = true;
    for (uint32_t i = 0; i < offences->count && good; i++)
        good = check_subject(check, instrument, rule, i);
    return good;
}

/* With a budget of its own: what a plain check found is found here too. */
static bool analyse(struct check *check)
{
    struct exd_report *report = check->report;
    struct analysis analysis = {&check->builder, report, &check->scratch->arena, report->step_limit, check->share};
    return answers_find(&analysis) && disputes_find(&analysis) && timeline_find(&analysis) &&
           (report->extent < EXTENT_WHOLE || verify_report(report));
}

static bool check_all(struct check *check)
{
    struct exd_report *report = check->report;
    bool good = applicability_find(&check->builder, check->scratch->applies, &report->instruments, &report->instrument_count);
    report->notices = good ? notices_find(&check->scratch->view, report) : 0;
    for (uint32_t i = 0; i < report->instrument_count && good; i++) {
        const struct instrument *instrument = report->instruments[i].instrument;
        for (uint32_t j = 0; report->instruments[i].result != TRUTH_FALSE && j < instrument->rule_count && good; j++)
            good = check_rule(check, instrument, &instrument->rules[j]);
    }
    if (check->only)
        return good;
    good = good && standing_find(&check->builder, report, check->scratch->applies);
    if (!good || check->trial)
        return good;
    good = questions_find(&check->builder, report) && grounds_gather(&check->builder, report);
    return good && (!report_is_analysed(report) || analyse(check));
}

/* ---- the report ------------------------------------------------------------------------------------------------------- */

struct exd_report *report_new(struct exd_rules *rules)
{
    struct exd_report *report = memory_new(rules->memory, sizeof *report);
    struct scratch *scratch = memory_new(rules->memory, sizeof *scratch);
    uint8_t *applies = memory_new(rules->memory, (size_t)rules->instrument_count + 1);
    if (!report || !scratch || !applies) {
        memory_free(rules->memory, report, sizeof *report);
        memory_free(rules->memory, scratch, sizeof *scratch);
        memory_free(rules->memory, applies, (size_t)rules->instrument_count + 1);
        return NULL;
    }
    report->memory = rules->memory;
    report->rules = rules;
    atomic_init(&report->references, 1);
    arena_init(&report->arena, rules->memory);
    arena_init(&scratch->arena, rules->memory);
    buffer_init(&scratch->buffer, rules->memory);
    scratch->applies = applies;
    report->scratch = scratch;
    report->as_of_text = (struct text){"", 0};
    return report;
}

void report_free(struct exd_report *report)
{
    verify_forget(report);
    struct memory memory = report->memory;
    memory_free(memory, report->scratch->applies, (size_t)report->rules->instrument_count + 1);
    arena_free(&report->scratch->arena);
    buffer_free(&report->scratch->buffer);
    memory_free(memory, report->scratch, sizeof *report->scratch);
    arena_free(&report->arena);
    memory_free(memory, report, sizeof *report);
}

static void empty(struct exd_report *report)
{
    arena_reset(&report->arena);
    report->instruments = NULL;
    report->findings = NULL;
    report->grounds = NULL;
    report->questions = NULL;
    report->disputes = NULL;
    report->timeline = NULL;
    report->dispute_count = report->timeline_count = 0;
    report->extent = EXTENT_FINDINGS;
    report->instrument_count = report->finding_count = report->ground_count = report->question_count = 0;
    report->notices = 0;
    report->as_of_text = (struct text){"", 0};
    report->steps = 0;
}

static exd_status run(struct check *check, struct exd_record *record, const struct cell_mask *mask, uint64_t steps)
{
    struct exd_report *report = check->report;
    struct scratch *scratch = check->scratch = report->scratch;
    buffer_clear(&scratch->buffer);
    arena_reset(&scratch->arena);
    report->record = record;
    view_init(&scratch->view, report->rules, record, report->as_of, report->presumptions);
    scratch->view.mask = mask;
    check->builder = (struct builder){&scratch->view, &report->arena, &scratch->buffer};
    check->budget = check->plain = check->spare = steps;
    check->share = steps / SHARE_OF_STEPS + 1;
    date_write(&scratch->buffer, (struct date_span){report->as_of, report->as_of});
    report->as_of_text = builder_take(&check->builder);
    bool good = check_all(check);
    report->steps = scratch->view.steps;
    if (good && !report->arena.exhausted && !scratch->arena.exhausted)
        return EXD_OK;
    empty(report);
    return EXD_ERROR_MEMORY;
}

exd_status check_run(struct exd_report *report, struct exd_record *record, day as_of, bool presumptions, enum extent extent, uint64_t steps)
{
    empty(report);
    report->extent = extent;
    report->as_of = as_of;
    report->presumptions = presumptions;
    report->step_limit = steps;
    struct check check = {.report = report};
    return run(&check, record, NULL, steps);
}

exd_status check_trial(struct exd_report *trial, const struct exd_report *like, const struct cell_mask *mask, const struct rule *only)
{
    empty(trial);
    trial->as_of = like->as_of;
    trial->presumptions = like->presumptions;
    struct check check = {.report = trial, .trial = true, .only = only};
    return run(&check, like->record, mask, like->step_limit);
}

void check_view(const struct exd_report *report, struct view *view)
{
    view_init(view, report->rules, report->record, report->as_of, report->presumptions);
    view->applies = report->scratch->applies;
}
