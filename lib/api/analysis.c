/* What to verify, and what it would take: the public handles over lib/check/verify.c and lib/check/ways.c. */
#include "check/verify.h"
#include "check/ways.h"

/* ---- what to verify --------------------------------------------------------------------------------------------------- */

exd_status exd_report_checklist(exd_report *report, size_t finding, exd_checklist **out)
{
    bool every = finding == EXD_EVERY_FINDING;
    if (!report || !report->record || !out || (!every && finding >= report->finding_count))
        return EXD_ERROR_ARGUMENT;
    struct exd_checklist *checklist = memory_new(report->memory, sizeof *checklist);
    struct exd_report *trial = report_new(report->rules);
    if (checklist) {
        checklist->memory = report->memory;
        checklist->report = exd_report_ref(report);
        checklist->finding = every ? EVERY_FINDING : (uint32_t)finding;
        arena_init(&checklist->arena, report->memory);
    }
    bool good = checklist && trial && verify_find(checklist, trial);
    if (trial)
        report_free(trial);
    if (good)
        *out = checklist;
    else
        exd_checklist_free(checklist);
    return good ? EXD_OK : EXD_ERROR_MEMORY;
}

void exd_checklist_free(exd_checklist *checklist)
{
    if (!checklist)
        return;
    exd_report *report = checklist->report;
    arena_free(&checklist->arena);
    memory_free(checklist->memory, checklist, sizeof *checklist);
    exd_report_unref(report);
}

size_t exd_checklist_count(const exd_checklist *checklist)
{
    return checklist->count;
}

bool exd_checklist_is_smallest(const exd_checklist *checklist)
{
    return checklist->smallest;
}

const char *exd_checklist_path(const exd_checklist *checklist, size_t index)
{
    return checklist->entries[index].use.path.data;
}

const char *exd_checklist_value(const exd_checklist *checklist, size_t index)
{
    return checklist->entries[index].use.value_text.data;
}

const char *exd_checklist_source(const exd_checklist *checklist, size_t index)
{
    return checklist->entries[index].use.source.data;
}

/* ---- what it would take ----------------------------------------------------------------------------------------------- */

static bool can_have(const struct finding *finding, exd_result result)
{
    exd_effect effect = finding->rule->effect;
    return finding->result != result && (result == result_of(effect, TRUTH_TRUE) || result == result_of(effect, TRUTH_FALSE));
}

exd_status exd_report_ways(exd_report *report, size_t finding, exd_result wanted, unsigned most, exd_ways **out)
{
    if (!report || !report->record || !out || finding >= report->finding_count || most < 1 || most > WAY_CHANGES_MAX ||
        !can_have(&report->findings[finding], wanted))
        return EXD_ERROR_ARGUMENT;
    struct exd_ways *ways = memory_new(report->memory, sizeof *ways);
    if (!ways)
        return EXD_ERROR_MEMORY;
    ways->memory = report->memory;
    ways->report = exd_report_ref(report);
    ways->finding = (uint32_t)finding;
    ways->wanted = wanted;
    ways->most = most;
    arena_init(&ways->arena, report->memory);
    if (ways_find(ways)) {
        *out = ways;
        return EXD_OK;
    }
    exd_ways_free(ways);
    return EXD_ERROR_MEMORY;
}

void exd_ways_free(exd_ways *ways)
{
    if (!ways)
        return;
    exd_report *report = ways->report;
    arena_free(&ways->arena);
    memory_free(ways->memory, ways, sizeof *ways);
    exd_report_unref(report);
}

size_t exd_ways_count(const exd_ways *ways)
{
    return ways->count;
}

unsigned exd_ways_tried(const exd_ways *ways)
{
    return ways->tried;
}

bool exd_ways_may_be_more(const exd_ways *ways)
{
    return ways->unlisted || ways->tried < ways->most;
}

size_t exd_ways_change_count(const exd_ways *ways, size_t way)
{
    return ways->ways[way].count;
}

const char *exd_ways_path(const exd_ways *ways, size_t way, size_t change)
{
    return ways->ways[way].changes[change].path.data;
}

const char *exd_ways_value(const exd_ways *ways, size_t way, size_t change)
{
    return ways->ways[way].changes[change].value.data;
}
