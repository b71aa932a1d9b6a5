/* What turns on disputed facts, and the time limits in order. */
#include "base/sort.h"
#include "check/answers.h"
#include "check/check.h"
#include "check/complete.h"

enum { DISPUTED_MAX = 10 }; /* disputed facts of one finding whose combinations are all tried */

/* ---- disputes --------------------------------------------------------------------------------------------------------- */

/* The other disputed facts of a finding in every mixture of their versions: a court may believe one party on one point and another on the next. */
struct mixing {
    struct analysis *analysis;
    const struct finding *finding;
    struct cell_key keys[DISPUTED_MAX];
    uint32_t count;
    bool seen[EXD_RESULT_DISPUTED + 1];
    uint32_t results; /* how many of them */
};

static void assume(struct view *view, struct cell_key key, struct value value)
{
    view->assumptions[view->assumption_count++] = (struct assumption){key, value};
}

static void mix(struct mixing *mixing, uint32_t at)
{
    struct view *view = mixing->analysis->builder->view;
    bool spent = false;
    if (at == mixing->count) {
        exd_result result = analysis_result(mixing->analysis, mixing->finding, &spent);
        mixing->results += !mixing->seen[result];
        mixing->seen[result] = true;
        return;
    }
    struct cell_key key = mixing->keys[at];
    const struct cell *cell = record_cell(view->record, key.entity, key.item, key.fact);
    for (uint32_t i = 0; i < cell->version_count && mixing->results < 2 && !mixing->seen[EXD_RESULT_OPEN]; i++) {
        if (!cell->versions[i].value.known) {
            mix(mixing, at + 1); /* a party that does not know: whatever it may be */
            continue;
        }
        assume(view, key, cell->versions[i].value);
        mix(mixing, at + 1);
        view->assumption_count--;
    }
}

/* The one result under the view's assumptions, whatever is found on the disputed facts that are left; OPEN when there are several. */
static exd_result mixed_result(struct analysis *analysis, const struct finding *finding)
{
    struct mixing mixing = {.analysis = analysis, .finding = finding};
    mixing.count = complete_disputed(analysis->builder->view, finding->rule, mixing.keys, DISPUTED_MAX);
    mix(&mixing, 0);
    for (int result = 0; result <= EXD_RESULT_DISPUTED; result++)
        if (mixing.seen[result] && mixing.results == 1)
            return (exd_result)result;
    return EXD_RESULT_OPEN;
}

/* Whether one version of a fact after another settles the finding, and not all alike: whatever the court finds on the others. A party that does
 * not know has no version. */
static bool decides_alone(struct analysis *analysis, const struct finding *finding, struct cell_key key)
{
    struct view *view = analysis->builder->view;
    const struct cell *cell = record_cell(view->record, key.entity, key.item, key.fact);
    bool seen[EXD_RESULT_DISPUTED + 1] = {false};
    uint32_t results = 0;
    for (uint32_t i = 0; i < cell->version_count; i++) {
        if (!cell->versions[i].value.known)
            return false;
        assume(view, key, cell->versions[i].value);
        exd_result result = mixed_result(analysis, finding);
        view->assumption_count--;
        if (result == EXD_RESULT_OPEN)
            return false;
        results += !seen[result];
        seen[result] = true;
    }
    return results > 1;
}

static bool list_versions(struct analysis *analysis, struct cell_key key, struct dispute *dispute)
{
    const struct exd_record *record = analysis->report->record;
    const struct cell *cell = record_cell(record, key.entity, key.item, key.fact);
    dispute->versions = arena_array(analysis->builder->arena, cell->version_count, sizeof *dispute->versions);
    for (uint32_t i = 0; dispute->versions && i < cell->version_count; i++) {
        record_value_write(record, dispute->about.fact, cell->versions[i].value, analysis->builder->buffer);
        dispute->versions[dispute->version_count++] =
            (struct version_text){record->parties[cell->versions[i].party], builder_take(analysis->builder)};
    }
    return dispute->versions != NULL;
}

static struct dispute *dispute_about(struct analysis *analysis, struct cell_key key)
{
    struct exd_report *report = analysis->report;
    struct fact_use use = fact_use_make(analysis->builder, key);
    for (uint32_t i = 0; i < report->dispute_count; i++)
        if (text_equal(report->disputes[i].about.path, use.path))
            return &report->disputes[i];
    struct dispute *dispute = &report->disputes[report->dispute_count++];
    *dispute = (struct dispute){.about = use};
    return list_versions(analysis, key, dispute) ? dispute : NULL;
}

/* The lists of a dispute's findings are full at every power of two. */
static bool add_turn(struct analysis *analysis, struct dispute *dispute, uint32_t finding, bool alone)
{
    if ((dispute->count & (dispute->count - 1)) == 0) {
        size_t room = dispute->count ? (size_t)dispute->count * 2 : 1;
        uint32_t *findings = arena_array(analysis->builder->arena, room, sizeof *findings);
        bool *alones = arena_array(analysis->builder->arena, room, sizeof *alones);
        if (!findings || !alones)
            return false;
        for (uint32_t i = 0; i < dispute->count; i++) {
            findings[i] = dispute->findings[i];
            alones[i] = dispute->alone[i];
        }
        dispute->findings = findings;
        dispute->alone = alones;
    }
    dispute->findings[dispute->count] = finding;
    dispute->alone[dispute->count++] = alone;
    return true;
}

/* The disputed cells of a record, of which one finding may rest on all. */
struct disputed_cells {
    struct cell_key *keys; /* room for them */
    uint32_t count;
};

static uint32_t count_disputed(const struct exd_record *record)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < record->vocabulary->entity_count; i++)
        for (uint32_t j = 0; j < record->lists[i].count; j++)
            for (uint32_t k = 0; k < record->vocabulary->entities[i].fact_count; k++)
                count += record_cell(record, i, j, k)->status == CELL_DISPUTED;
    return count;
}

static bool add_finding(struct analysis *analysis, struct disputed_cells cells, uint32_t index)
{
    const struct finding *finding = &analysis->report->findings[index];
    bool spent = false;
    analysis_result(analysis, finding, &spent); /* binds its offence */
    uint32_t count = complete_disputed(analysis->builder->view, finding->rule, cells.keys, cells.count);
    for (uint32_t i = 0; i < count; i++) {
        struct dispute *dispute = dispute_about(analysis, cells.keys[i]);
        if (!dispute || !add_turn(analysis, dispute, index, decides_alone(analysis, finding, cells.keys[i])))
            return false;
    }
    return true;
}

/* An open finding may rest on disputed facts too, together with missing ones. */
static bool may_turn(const struct exd_report *report, const struct finding *finding)
{
    return report->record->party_count > 0 && finding->standing != EXD_STANDING_DISPLACED &&
           (finding->result == EXD_RESULT_DISPUTED || finding->result == EXD_RESULT_OPEN);
}

bool disputes_find(struct analysis *analysis)
{
    struct exd_report *report = analysis->report;
    struct disputed_cells cells = {.count = count_disputed(report->record)};
    report->dispute_count = 0;
    report->disputes = arena_array(analysis->builder->arena, cells.count, sizeof *report->disputes);
    cells.keys = arena_array(analysis->scratch, cells.count, sizeof *cells.keys);
    if (!report->disputes || !cells.keys)
        return false;
    for (uint32_t i = 0; i < report->finding_count; i++)
        if (may_turn(report, &report->findings[i]) && !add_finding(analysis, cells, i))
            return false;
    return true;
}

/* ---- the timeline ----------------------------------------------------------------------------------------------------- */

struct due {
    uint32_t undated;
    day day;
    uint32_t finding;
};

static int compare_dues(const void *a, const void *b)
{
    const struct due *left = a;
    const struct due *right = b;
    if (left->undated != right->undated)
        return left->undated ? 1 : -1;
    if (left->day != right->day)
        return left->day < right->day ? -1 : 1;
    return (left->finding > right->finding) - (left->finding < right->finding);
}

static bool is_on_timeline(const struct finding *finding)
{
    enum deadline_status status = finding->deadline.status;
    return finding->standing != EXD_STANDING_DISPLACED && status != DEADLINE_NONE && status != DEADLINE_NOT_ENGAGED;
}

static struct text day_text(struct analysis *analysis, bool known, struct date_span span)
{
    if (known)
        date_write(analysis->builder->buffer, span);
    return builder_take(analysis->builder);
}

static struct time_limit time_limit_of(struct analysis *analysis, uint32_t finding)
{
    const struct deadline_result *deadline = &analysis->report->findings[finding].deadline;
    return (struct time_limit){finding, day_text(analysis, deadline->has_start, deadline->start),
                               day_text(analysis, deadline->has_due, deadline->due),
                               day_text(analysis, deadline->has_done, deadline->done)};
}

bool timeline_find(struct analysis *analysis)
{
    struct exd_report *report = analysis->report;
    struct due *dues = arena_array(analysis->scratch, report->finding_count, sizeof *dues);
    uint32_t count = 0;
    for (uint32_t i = 0; dues && i < report->finding_count; i++) {
        const struct finding *finding = &report->findings[i];
        if (is_on_timeline(finding))
            dues[count++] = (struct due){!finding->deadline.has_due, finding->deadline.has_due ? finding->deadline.due.first : 0, i};
    }
    report->timeline = arena_array(analysis->builder->arena, count, sizeof *report->timeline);
    if (!dues || !report->timeline)
        return false;
    sort(dues, count, sizeof *dues, compare_dues);
    for (report->timeline_count = 0; report->timeline_count < count; report->timeline_count++)
        report->timeline[report->timeline_count] = time_limit_of(analysis, dues[report->timeline_count].finding);
    return true;
}
