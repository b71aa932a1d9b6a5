/* The public handle over an interview: each answer makes a record with settings and a report of its own, so that a wrong one changes nothing. */
#include "check/interview.h"
#include "api/handles.h"
#include "report/interview.h"

exd_status exd_interview_new(exd_rules *rules, exd_record *record, const exd_options *options, exd_interview **out,
                             exd_diagnostics *diagnostics)
{
    if (!rules || !record || !out || record->rules != rules)
        return EXD_ERROR_ARGUMENT;
    struct exd_interview *interview = memory_new(rules->memory, sizeof *interview);
    if (!interview)
        return EXD_ERROR_MEMORY;
    interview->memory = rules->memory;
    interview->options = options ? *options : (struct exd_options){.presumptions = true};
    interview->options.extent = EXTENT_QUESTIONS;
    arena_init(&interview->arena, rules->memory);
    interview->base = exd_record_ref(record);
    interview->record = exd_record_ref(record);
    exd_status status = exd_check(rules, record, &interview->options, &interview->report, diagnostics);
    if (status == EXD_OK)
        *out = interview;
    else
        exd_interview_free(interview);
    return status;
}

void exd_interview_free(exd_interview *interview)
{
    if (!interview)
        return;
    arena_free(&interview->arena);
    exd_report_unref(interview->report);
    exd_report_unref(interview->before);
    exd_record_unref(interview->record);
    struct exd_record *base = interview->base;
    memory_free(interview->memory, interview, sizeof *interview);
    exd_record_unref(base); /* last: the allocator may live no longer than what it made */
}

exd_report *exd_interview_report(const exd_interview *interview)
{
    return interview->report;
}

exd_record *exd_interview_record(const exd_interview *interview)
{
    return interview->record;
}

size_t exd_interview_question(const exd_interview *interview)
{
    uint32_t question = interview_question(interview);
    return question == NO_QUESTION ? EXD_NO_QUESTION : question;
}

/* The record with all answers, and the report on it, in place of those that were. */
static exd_status renew(struct exd_interview *interview, bool forward, exd_diagnostics *diagnostics)
{
    const char *settings[INTERVIEW_ENTRIES_MAX];
    size_t count = 0;
    exd_record *record = NULL;
    exd_report *report = NULL;
    for (uint32_t i = 0; i < interview->count; i++)
        if (interview->entries[i].setting.length > 0)
            settings[count++] = interview->entries[i].setting.data;
    exd_status status = exd_record_with(interview->base, settings, count, &record, diagnostics);
    if (status == EXD_OK)
        status = exd_check(interview->base->rules, record, &interview->options, &report, diagnostics);
    if (status != EXD_OK) {
        exd_record_unref(record);
        return status;
    }
    exd_report_unref(interview->before);
    interview->before = forward ? exd_report_ref(interview->report) : NULL;
    exd_report_unref(interview->report);
    exd_record_unref(interview->record);
    interview->report = report;
    interview->record = record;
    return EXD_OK;
}

static exd_status answer(struct exd_interview *interview, const char *typed, bool alike, exd_diagnostics *diagnostics)
{
    if (!interview || !typed || interview_question(interview) == NO_QUESTION)
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(diagnostics, &interview->base->rules->limits);
    if (!interview_add(interview, interview_question(interview), text_of(typed), alike, &diag))
        return diag.total_errors ? EXD_ERROR_INPUT : EXD_ERROR_MEMORY;
    exd_status status = renew(interview, true, diagnostics);
    if (status != EXD_OK)
        interview_drop(interview);
    return status;
}

exd_status exd_interview_answer(exd_interview *interview, const char *typed, exd_diagnostics *diagnostics)
{
    return answer(interview, typed, false, diagnostics);
}

exd_status exd_interview_answer_alike(exd_interview *interview, const char *typed, exd_diagnostics *diagnostics)
{
    return answer(interview, typed, true, diagnostics);
}

exd_status exd_interview_skip(exd_interview *interview)
{
    if (!interview || interview_question(interview) == NO_QUESTION)
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(NULL, &interview->base->rules->limits);
    if (!interview_pass(interview, interview_question(interview), &diag))
        return diag.total_errors ? EXD_ERROR_LIMIT : EXD_ERROR_MEMORY;
    exd_report_unref(interview->before);
    interview->before = NULL;
    return EXD_OK;
}

exd_status exd_interview_back(exd_interview *interview)
{
    if (!interview || interview->count == 0)
        return EXD_ERROR_ARGUMENT;
    uint32_t step = interview->entries[interview->count - 1].step;
    uint32_t count = interview->count;
    bool changed = false;
    while (interview->count > 0 && interview->entries[interview->count - 1].step == step)
        changed |= interview->entries[--interview->count].setting.length > 0;
    exd_status status = changed ? renew(interview, false, NULL) : EXD_OK;
    interview->count = count;
    if (status == EXD_OK)
        interview_drop(interview);
    return status;
}

/* ---- what was answered ------------------------------------------------------------------------------------------------ */

static size_t count_entries(const struct exd_interview *interview, bool answered)
{
    size_t count = 0;
    for (uint32_t i = 0; i < interview->count; i++)
        count += (interview->entries[i].setting.length > 0) == answered;
    return count;
}

static const struct interview_entry *entry_at(const struct exd_interview *interview, bool answered, size_t index)
{
    for (uint32_t i = 0; i < interview->count; i++)
        if ((interview->entries[i].setting.length > 0) == answered && index-- == 0)
            return &interview->entries[i];
    return NULL;
}

size_t exd_interview_setting_count(const exd_interview *interview)
{
    return count_entries(interview, true);
}

const char *exd_interview_setting(const exd_interview *interview, size_t index)
{
    const struct interview_entry *entry = entry_at(interview, true, index);
    return entry ? entry->setting.data : "";
}

size_t exd_interview_skipped_count(const exd_interview *interview)
{
    return count_entries(interview, false);
}

const char *exd_interview_skipped(const exd_interview *interview, size_t index)
{
    const struct interview_entry *entry = entry_at(interview, false, index);
    return entry ? entry->path.data : "";
}

exd_status exd_interview_write(const exd_interview *interview, exd_interview_part part, const exd_write_options *options, exd_sink sink,
                               void *user)
{
    if (!interview || !sink)
        return EXD_ERROR_ARGUMENT;
    return interview_write(interview, part, options, sink, user);
}
