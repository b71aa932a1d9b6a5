#include "check/verify.h"

#include "check/fact_use.h"

/* A smallest set that meets every core. A core is a set of facts that cannot all be missing: it is found by trying the best set so far, and
 * revealing, while some finding still falls, whatever does not help it. When the smallest set that meets all cores is enough, no smaller one
 * is. (The implicit hitting set method; a core of one fact is a fact that is needed whatever else is known.) */

enum {
    CORES_MAX = 256,
    SHARE_OF_STEPS = 2, /* of a check, for the checklist of its report */
    TRIES_MAX = 4000,   /* checks of the record with facts hidden */
    NODES_MAX = 200000  /* of the search for one smallest set */
};

struct kept {
    const struct rule *rule;
    uint32_t subject;
    exd_result result;
};

struct core {
    uint32_t *facts;
    uint32_t count;
};

struct verifying {
    struct exd_checklist *checklist;
    struct exd_report *trial;
    struct cell_mask mask;
    struct arena *arena;
    struct kept *kept;
    uint32_t kept_count;
    uint32_t *facts; /* numbers of the cells that a proof names */
    uint32_t fact_count;
    struct core cores[CORES_MAX];
    uint32_t core_count;
    bool *chosen; /* by number */
    bool *best;
    uint32_t best_count;
    uint32_t nodes;
    uint32_t tries;
    uint64_t steps;
    bool spent;
    bool failed; /* memory ran out */
};

/* ---- does everything stand -------------------------------------------------------------------------------------------- */

static bool is_kept(const struct verifying *verifying, uint32_t index)
{
    const struct finding *finding = &verifying->checklist->report->findings[index];
    if (verifying->checklist->finding != EVERY_FINDING)
        return verifying->checklist->finding == index;
    return finding->standing == EXD_STANDING_GOVERNS && result_is_settled(finding->result);
}

static bool instruments_stand(const struct exd_report *report, const struct exd_report *trial)
{
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        const struct instrument_result *wanted = &report->instruments[i];
        bool found = wanted->result == TRUTH_UNKNOWN;
        for (uint32_t j = 0; j < trial->instrument_count && !found; j++)
            found = trial->instruments[j].instrument == wanted->instrument && trial->instruments[j].result == wanted->result;
        if (!found)
            return false;
    }
    return true;
}

/* Findings of both reports are in the same order, but for instruments that may apply now. */
static bool findings_stand(const struct verifying *verifying, bool standing)
{
    const struct exd_report *trial = verifying->trial;
    uint32_t at = 0;
    for (uint32_t i = 0; i < verifying->kept_count; i++) {
        const struct kept *kept = &verifying->kept[i];
        uint32_t seen = 0;
        while (seen < trial->finding_count && (trial->findings[at].rule != kept->rule || trial->findings[at].subject != kept->subject)) {
            at = at + 1 < trial->finding_count ? at + 1 : 0;
            seen++;
        }
        if (seen >= trial->finding_count || trial->findings[at].result != kept->result)
            return false;
        if (standing && trial->findings[at].standing != EXD_STANDING_GOVERNS)
            return false;
    }
    return true;
}

static bool stands(struct verifying *verifying)
{
    const struct exd_checklist *checklist = verifying->checklist;
    bool every = checklist->finding == EVERY_FINDING;
    const struct rule *only = every ? NULL : verifying->kept[0].rule;
    verifying->spent |= ++verifying->tries > TRIES_MAX;
    if (checklist->budget && verifying->steps > checklist->budget) {
        verifying->spent = verifying->checklist->given_up = true;
        return true;
    }
    if (check_trial(verifying->trial, checklist->report, &verifying->mask, only) != EXD_OK) {
        verifying->failed = true;
        return true;
    }
    verifying->steps += verifying->trial->steps;
    return findings_stand(verifying, every) && (!every || instruments_stand(checklist->report, verifying->trial));
}

/* ---- the facts in question -------------------------------------------------------------------------------------------- */

static void mark_uses(struct verifying *verifying, const struct fact_list *list, bool *read)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (!list->items[i].entity)
            continue;
        uint32_t number = mask_number(&verifying->mask, fact_use_key(verifying->checklist->report, &list->items[i]));
        if (number < verifying->mask.count)
            read[number] = true;
    }
}

static void mark_proof(struct verifying *verifying, const struct because *because, bool *read)
{
    mark_uses(verifying, &because->facts, read);
    for (uint32_t i = 0; i < because->child_count; i++)
        mark_proof(verifying, &because->children[i], read);
}

static void mark_finding(struct verifying *verifying, const struct finding *finding, bool *read)
{
    mark_uses(verifying, &finding->facts, read);
    for (uint32_t i = 0; i < finding->part_count; i++)
        mark_proof(verifying, &finding->because[i], read);
}

/* Only what a rule reads can matter. What nobody reads is hidden for good. */
static bool list_facts(struct verifying *verifying)
{
    const struct exd_report *report = verifying->checklist->report;
    bool every = verifying->checklist->finding == EVERY_FINDING;
    bool *read = arena_array(verifying->arena, verifying->mask.count, sizeof *read);
    verifying->facts = arena_array(verifying->arena, verifying->mask.count, sizeof *verifying->facts);
    if (!read || !verifying->facts)
        return false;
    for (uint32_t i = 0; i < report->finding_count; i++)
        if (every || i == verifying->checklist->finding)
            mark_finding(verifying, &report->findings[i], read);
    for (uint32_t i = 0; i < report->instrument_count; i++)
        mark_proof(verifying, &report->instruments[i].because, read);
    for (uint32_t i = 0; i < verifying->mask.count; i++) {
        bool stated = mask_is_stated(&verifying->mask, i);
        verifying->mask.hidden[i] = stated && !read[i];
        if (stated && read[i])
            verifying->facts[verifying->fact_count++] = i;
    }
    return true;
}

/* Should what no proof names matter after all, every fact is in question. */
static void take_every_fact(struct verifying *verifying)
{
    verifying->fact_count = 0;
    for (uint32_t i = 0; i < verifying->mask.count; i++) {
        verifying->mask.hidden[i] = false;
        if (mask_is_stated(&verifying->mask, i))
            verifying->facts[verifying->fact_count++] = i;
    }
}

static bool list_kept(struct verifying *verifying)
{
    const struct exd_report *report = verifying->checklist->report;
    verifying->kept = arena_array(verifying->arena, report->finding_count, sizeof *verifying->kept);
    for (uint32_t i = 0; verifying->kept && i < report->finding_count; i++) {
        const struct finding *finding = &report->findings[i];
        if (is_kept(verifying, i))
            verifying->kept[verifying->kept_count++] = (struct kept){finding->rule, finding->subject, finding->result};
    }
    verifying->checklist->kept = verifying->kept_count;
    return verifying->kept != NULL;
}

/* ---- cores ------------------------------------------------------------------------------------------------------------ */

static void add_core(struct verifying *verifying, const uint32_t *facts, uint32_t count)
{
    if (verifying->core_count == CORES_MAX) {
        verifying->spent = true;
        return;
    }
    struct core *core = &verifying->cores[verifying->core_count++];
    core->facts = arena_array(verifying->arena, count, sizeof *core->facts);
    verifying->failed |= !core->facts;
    for (uint32_t i = 0; core->facts && i < count; i++)
        core->facts[core->count++] = facts[i];
}

static void set_hidden(struct verifying *verifying, const uint32_t *facts, uint32_t count, bool hidden)
{
    for (uint32_t i = 0; i < count; i++)
        verifying->mask.hidden[facts[i]] = hidden;
}

/* Reveals whatever of these facts leaves something fallen; what stays hidden is appended to `core`. */
static void reveal(struct verifying *verifying, const uint32_t *facts, uint32_t count, uint32_t *core, uint32_t *core_count)
{
    if (count == 0 || verifying->failed || verifying->spent)
        return;
    set_hidden(verifying, facts, count, false);
    if (!stands(verifying))
        return;
    set_hidden(verifying, facts, count, true);
    if (count == 1) {
        core[(*core_count)++] = facts[0];
        return;
    }
    reveal(verifying, facts, count / 2, core, core_count);
    reveal(verifying, facts + count / 2, count - count / 2, core, core_count);
}

/* ---- the smallest set that meets every core --------------------------------------------------------------------------- */

static bool is_met(const struct verifying *verifying, const struct core *core)
{
    for (uint32_t i = 0; i < core->count; i++)
        if (verifying->chosen[core->facts[i]])
            return true;
    return false;
}

static const struct core *smallest_unmet(const struct verifying *verifying)
{
    const struct core *found = NULL;
    for (uint32_t i = 0; i < verifying->core_count; i++)
        if ((!found || verifying->cores[i].count < found->count) && !is_met(verifying, &verifying->cores[i]))
            found = &verifying->cores[i];
    return found;
}

/* As deep as there are cores to meet, each of which needs one fact more. */
static void choose(struct verifying *verifying, uint32_t chosen)
{
    if (chosen >= verifying->best_count || ++verifying->nodes > NODES_MAX)
        return;
    const struct core *core = smallest_unmet(verifying);
    if (!core) {
        verifying->best_count = chosen;
        for (uint32_t i = 0; i < verifying->mask.count; i++)
            verifying->best[i] = verifying->chosen[i];
        return;
    }
    for (uint32_t i = 0; i < core->count; i++) {
        verifying->chosen[core->facts[i]] = true;
        choose(verifying, chosen + 1);
        verifying->chosen[core->facts[i]] = false;
    }
}

static void take_smallest(struct verifying *verifying)
{
    verifying->nodes = 0;
    verifying->best_count = UINT32_MAX;
    choose(verifying, 0);
    verifying->spent |= verifying->nodes > NODES_MAX;
    for (uint32_t i = 0; i < verifying->fact_count; i++)
        verifying->mask.hidden[verifying->facts[i]] = !verifying->best[verifying->facts[i]];
}

static void seek_smallest(struct verifying *verifying, uint32_t *hidden, uint32_t *core)
{
    for (uint32_t i = 0; i < verifying->fact_count && !verifying->failed && !verifying->checklist->given_up; i++) {
        uint32_t *fact = &verifying->facts[i];
        set_hidden(verifying, fact, 1, true);
        if (!stands(verifying))
            add_core(verifying, fact, 1);
        set_hidden(verifying, fact, 1, false);
    }
    for (take_smallest(verifying); !verifying->failed && !verifying->spent && !stands(verifying); take_smallest(verifying)) {
        uint32_t hidden_count = 0;
        uint32_t core_count = 0;
        for (uint32_t i = 0; i < verifying->fact_count; i++)
            if (verifying->mask.hidden[verifying->facts[i]])
                hidden[hidden_count++] = verifying->facts[i];
        reveal(verifying, hidden, hidden_count, core, &core_count);
        if (!verifying->spent)
            add_core(verifying, core, core_count);
    }
}

/* When the steps have run out: of all facts, one after another is left out that can be. */
static void leave_out(struct verifying *verifying)
{
    set_hidden(verifying, verifying->facts, verifying->fact_count, false);
    for (uint32_t i = 0; i < verifying->fact_count && !verifying->failed; i++) {
        set_hidden(verifying, &verifying->facts[i], 1, true);
        if (!stands(verifying))
            set_hidden(verifying, &verifying->facts[i], 1, false);
    }
}

/* ---- the list --------------------------------------------------------------------------------------------------------- */

static bool names_fact(struct verifying *verifying, const struct finding *finding, uint32_t number)
{
    const struct exd_report *report = verifying->checklist->report;
    for (uint32_t i = 0; i < finding->facts.count; i++)
        if (finding->facts.items[i].entity && mask_number(&verifying->mask, fact_use_key(report, &finding->facts.items[i])) == number)
            return true;
    return false;
}

static bool add_entry(struct verifying *verifying, struct builder *builder, uint32_t number)
{
    struct exd_checklist *checklist = verifying->checklist;
    struct checklist_entry *entry = &checklist->entries[checklist->count++];
    entry->use = fact_use_make(builder, mask_key(&verifying->mask, number));
    entry->findings = arena_array(&checklist->arena, verifying->kept_count, sizeof *entry->findings);
    for (uint32_t i = 0; entry->findings && i < checklist->report->finding_count; i++)
        if (is_kept(verifying, i) && names_fact(verifying, &checklist->report->findings[i], number))
            entry->findings[entry->count++] = i;
    return entry->findings != NULL;
}

static bool list_entries(struct verifying *verifying)
{
    struct exd_checklist *checklist = verifying->checklist;
    struct view view;
    struct buffer buffer;
    buffer_init(&buffer, checklist->memory);
    check_view(checklist->report, &view);
    struct builder builder = {&view, &checklist->arena, &buffer};
    checklist->entries = arena_array(&checklist->arena, verifying->fact_count, sizeof *checklist->entries);
    bool good = checklist->entries != NULL;
    for (uint32_t i = 0; i < verifying->fact_count && good; i++)
        if (!verifying->mask.hidden[verifying->facts[i]])
            good = add_entry(verifying, &builder, verifying->facts[i]);
    good &= !buffer.failed;
    buffer_free(&buffer);
    return good;
}

bool verify_find(struct exd_checklist *checklist, struct exd_report *trial)
{
    struct verifying *verifying = arena_alloc(&checklist->arena, sizeof *verifying);
    if (!verifying)
        return false;
    verifying->checklist = checklist;
    verifying->trial = trial;
    verifying->arena = &checklist->arena;
    if (!mask_init(&verifying->mask, checklist->report->record, verifying->arena) || !list_kept(verifying) || !list_facts(verifying))
        return false;
    verifying->chosen = arena_array(verifying->arena, verifying->mask.count, sizeof *verifying->chosen);
    verifying->best = arena_array(verifying->arena, verifying->mask.count, sizeof *verifying->best);
    uint32_t *hidden = arena_array(verifying->arena, verifying->mask.count, sizeof *hidden);
    uint32_t *core = arena_array(verifying->arena, verifying->mask.count, sizeof *core);
    if (!verifying->chosen || !verifying->best || !hidden || !core)
        return false;
    if (verifying->kept_count == 0) {
        checklist->smallest = true;
        return true;
    }
    if (!stands(verifying))
        take_every_fact(verifying);
    seek_smallest(verifying, hidden, core);
    checklist->smallest = !verifying->spent;
    if (checklist->given_up)
        return !verifying->failed;
    if (verifying->spent)
        leave_out(verifying);
    return !verifying->failed && list_entries(verifying) && !verifying->arena->exhausted;
}

/* ---- the checklist of a report ---------------------------------------------------------------------------------------- */

static struct exd_checklist *own_checklist(struct exd_report *report)
{
    struct exd_report *trial = report_new(report->rules);
    struct exd_checklist *checklist = trial ? memory_new(report->memory, sizeof *checklist) : NULL;
    if (checklist) {
        *checklist = (struct exd_checklist){.memory = report->memory, .report = report, .finding = EVERY_FINDING, .trial = trial};
        arena_init(&checklist->arena, report->memory);
    } else if (trial) {
        report_free(trial);
    }
    return checklist;
}

bool verify_report(struct exd_report *report)
{
    if (!report->checklist)
        report->checklist = own_checklist(report);
    struct exd_checklist *checklist = report->checklist;
    if (!checklist)
        return false;
    arena_reset(&checklist->arena);
    checklist->budget = report->step_limit / SHARE_OF_STEPS;
    checklist->kept = checklist->count = 0;
    checklist->smallest = checklist->given_up = false;
    return verify_find(checklist, checklist->trial);
}

const struct exd_checklist *report_checklist(const struct exd_report *report)
{
    return report->extent == EXTENT_WHOLE ? report->checklist : NULL;
}

void verify_forget(struct exd_report *report)
{
    struct exd_checklist *checklist = report->checklist;
    if (!checklist)
        return;
    report_free(checklist->trial);
    arena_free(&checklist->arena);
    memory_free(checklist->memory, checklist, sizeof *checklist);
    report->checklist = NULL;
}
