#include "api/handles.h"

/* ---- options ---------------------------------------------------------------------------------------------------------- */

exd_options *exd_options_new(void)
{
    struct memory memory = memory_default();
    struct exd_options *options = memory_new(memory, sizeof *options);
    if (!options)
        return NULL;
    options->memory = memory;
    options->presumptions = true;
    return options;
}

void exd_options_free(exd_options *options)
{
    if (options)
        memory_free(options->memory, options, sizeof *options);
}

static exd_status set_day(const char *date, bool *has, day *out)
{
    if (!date) {
        *has = false;
        return EXD_OK;
    }
    day parsed;
    if (!date_parse_day(text_of(date), &parsed))
        return EXD_ERROR_ARGUMENT;
    *has = true;
    *out = parsed;
    return EXD_OK;
}

exd_status exd_options_set_as_of(exd_options *options, const char *date)
{
    return options ? set_day(date, &options->has_as_of, &options->as_of) : EXD_ERROR_ARGUMENT;
}

exd_status exd_options_set_default_as_of(exd_options *options, const char *date)
{
    return options ? set_day(date, &options->has_default_as_of, &options->default_as_of) : EXD_ERROR_ARGUMENT;
}

void exd_options_set_presumptions(exd_options *options, bool on)
{
    options->presumptions = on;
}

void exd_options_set_analysis(exd_options *options, bool on)
{
    options->extent = on ? EXTENT_WHOLE : EXTENT_FINDINGS;
}

void exd_options_set_steps(exd_options *options, uint64_t steps)
{
    options->steps = steps;
}

/* ---- checking --------------------------------------------------------------------------------------------------------- */

static bool find_as_of(const struct exd_record *record, const struct exd_options *options, day *out)
{
    if (options && options->has_as_of)
        *out = options->as_of;
    else if (record->has_as_of)
        *out = record->as_of;
    else if (options && options->has_default_as_of)
        *out = options->default_as_of;
    else
        return false;
    return true;
}

exd_status exd_recheck(exd_report *report, exd_record *record, const exd_options *options, exd_diagnostics *diagnostics)
{
    if (!report || !record || record->rules != report->rules)
        return EXD_ERROR_ARGUMENT;
    day as_of;
    if (!find_as_of(record, options, &as_of)) {
        struct diag diag = diag_for(diagnostics, &report->rules->limits);
        diag_add(&diag, DIAG_NO_AS_OF, (struct place){0}, "write `as_of: 2020-07-06` in the record, or give the date",
                 "the record `%t` has no as-of date", record->id);
        return EXD_ERROR_ARGUMENT;
    }
    exd_record *before = report->record;
    exd_record_ref(record);
    uint64_t steps = options && options->steps ? options->steps : report->rules->limits.value[LIMIT_STEPS];
    exd_status status =
        check_run(report, record, as_of, !options || options->presumptions, options ? options->extent : EXTENT_FINDINGS, steps);
    exd_record_unref(before);
    return status;
}

exd_status exd_check(exd_rules *rules, exd_record *record, const exd_options *options, exd_report **out, exd_diagnostics *diagnostics)
{
    if (!rules || !record || !out || record->rules != rules)
        return EXD_ERROR_ARGUMENT;
    struct exd_report *report = report_new(rules);
    if (!report)
        return EXD_ERROR_MEMORY;
    exd_rules_ref(rules);
    exd_status status = exd_recheck(report, record, options, diagnostics);
    if (status == EXD_OK)
        *out = report;
    else
        exd_report_unref(report);
    return status;
}

exd_report *exd_report_ref(exd_report *report)
{
    if (report)
        atomic_fetch_add_explicit(&report->references, 1, memory_order_relaxed);
    return report;
}

void exd_report_unref(exd_report *report)
{
    if (!report || atomic_fetch_sub_explicit(&report->references, 1, memory_order_acq_rel) != 1)
        return;
    exd_rules *rules = report->rules;
    exd_record *record = report->record;
    report_free(report);
    exd_record_unref(record);
    exd_rules_unref(rules);
}

exd_status exd_report_compare(const exd_report *report, size_t *failed, exd_diagnostics *diagnostics)
{
    if (!report || !report->record || !failed)
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(diagnostics, &report->rules->limits);
    return expect_compare(report, failed, &diag);
}

/* ---- reading ---------------------------------------------------------------------------------------------------------- */

const char *exd_report_as_of(const exd_report *report)
{
    return report->as_of_text.data;
}

size_t exd_report_finding_count(const exd_report *report)
{
    return report->finding_count;
}

const char *exd_report_finding_id(const exd_report *report, size_t finding)
{
    return report->findings[finding].rule->full_id.data;
}

const char *exd_report_finding_ground(const exd_report *report, size_t finding)
{
    return report->rules->vocabulary.grounds[report->findings[finding].rule->ground].id.data;
}

exd_effect exd_report_finding_effect(const exd_report *report, size_t finding)
{
    return report->findings[finding].rule->effect;
}

const char *exd_report_finding_subject(const exd_report *report, size_t finding)
{
    return report->findings[finding].subject_id.data;
}

exd_result exd_report_finding_result(const exd_report *report, size_t finding)
{
    return report->findings[finding].result;
}

exd_standing exd_report_finding_standing(const exd_report *report, size_t finding)
{
    return report->findings[finding].standing;
}
