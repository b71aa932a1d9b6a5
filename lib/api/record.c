#include "api/handles.h"

#include "model/cases.h"
#include "model/overlay.h"
#include "source/emit.h"
#include "source/file.h"
#include "source/shape.h"
#include "source/yaml.h"

/* ---- files of records ------------------------------------------------------------------------------------------------- */

void record_file_unref(struct exd_record_file *file)
{
    if (!file || atomic_fetch_sub_explicit(&file->references, 1, memory_order_acq_rel) != 1)
        return;
    struct memory memory = file->memory;
    arena_free(&file->arena);
    exd_rules_unref(file->rules);
    memory_free(memory, file, sizeof *file);
}

static struct exd_record_file *file_new(struct exd_rules *rules)
{
    struct exd_record_file *file = memory_new(rules->memory, sizeof *file);
    if (!file)
        return NULL;
    file->memory = rules->memory;
    atomic_init(&file->references, 1);
    arena_init(&file->arena, rules->memory);
    file->rules = exd_rules_ref(rules);
    return file;
}

/* 1: one record; 0: wrong (reported); otherwise the number of cases. */
static uint32_t entries_of(const struct node *document, bool *is_case, struct diag *diag)
{
    static const char *const formats[] = {RECORD_FORMAT, CASES_FORMAT};
    const struct node *format = node_get(document, "format");
    if (!format || !node_is_scalar(format)) {
        diag_add(diag, DIAG_UNKNOWN_FORMAT, document->place, "begin with `format: extradition-record/1`",
                 "the record does not say its format");
        return 0;
    }
    *is_case = text_is(format->text, formats[1]);
    if (*is_case)
        return cases_count(document, diag);
    if (text_is(format->text, formats[0]))
        return 1;
    const struct text known[] = {text_of(formats[0]), text_of(formats[1])};
    shape_unknown(diag, DIAG_UNKNOWN_FORMAT, format->place, "format of a record", format->text, known, 2);
    return 0;
}

static exd_status list_entries(struct exd_record_file *file, struct node *const *documents, size_t count, struct diag *diag)
{
    size_t total = 0;
    bool is_case = false;
    for (size_t i = 0; i < count; i++)
        total += entries_of(documents[i], &is_case, diag);
    if (diag->total_errors)
        return EXD_ERROR_INPUT;
    file->entries = arena_array(&file->arena, total, sizeof *file->entries);
    if (!file->entries)
        return EXD_ERROR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        uint32_t entries = entries_of(documents[i], &is_case, diag);
        for (uint32_t j = 0; j < entries; j++)
            file->entries[file->count++] = (struct record_entry){documents[i], j, is_case};
    }
    return EXD_OK;
}

static exd_status open_lines(struct exd_record_file *file, const struct lines *lines, struct diag *diag)
{
    struct node **documents;
    size_t count;
    exd_status status = yaml_parse(&file->arena, &file->arena, lines, &file->rules->limits, diag, &documents, &count);
    return status == EXD_OK ? list_entries(file, documents, count, diag) : status;
}

static exd_status finish_open(struct exd_record_file *file, exd_status status, exd_record_file **out)
{
    if (status == EXD_OK)
        *out = file;
    else
        record_file_unref(file);
    return status;
}

exd_status exd_record_file_open(exd_rules *rules, const char *path, exd_record_file **out, exd_diagnostics *diagnostics)
{
    if (!rules || !path || !out)
        return EXD_ERROR_ARGUMENT;
    struct exd_record_file *file = file_new(rules);
    if (!file)
        return EXD_ERROR_MEMORY;
    struct diag diag = diag_for(diagnostics, &rules->limits);
    struct lines *lines;
    exd_status status = file_read(&file->arena, path, &rules->limits, &diag, &lines);
    return finish_open(file, status == EXD_OK ? open_lines(file, lines, &diag) : status, out);
}

exd_status exd_record_file_open_buffer(exd_rules *rules, const char *name_of_file, const char *bytes, size_t length, exd_record_file **out,
                                       exd_diagnostics *diagnostics)
{
    if (!rules || !name_of_file || (!bytes && length) || !out)
        return EXD_ERROR_ARGUMENT;
    struct exd_record_file *file = file_new(rules);
    if (!file)
        return EXD_ERROR_MEMORY;
    struct diag diag = diag_for(diagnostics, &rules->limits);
    struct lines *lines;
    exd_status status = file_from_buffer(&file->arena, name_of_file, bytes ? bytes : "", length, &rules->limits, &diag, &lines);
    return finish_open(file, status == EXD_OK ? open_lines(file, lines, &diag) : status, out);
}

void exd_record_file_free(exd_record_file *file)
{
    record_file_unref(file);
}

size_t exd_record_file_count(const exd_record_file *file)
{
    return file->count;
}

/* ---- records ---------------------------------------------------------------------------------------------------------- */

/* A record made of another releases it in turn, one after another, however long the chain. */
void exd_record_unref(exd_record *record)
{
    while (record && atomic_fetch_sub_explicit(&record->references, 1, memory_order_acq_rel) == 1) {
        struct memory memory = record->memory;
        struct exd_record_file *file = record->file;
        exd_record *base = record->base;
        arena_free(&record->arena);
        exd_rules_unref(record->rules);
        memory_free(memory, record, sizeof *record);
        record_file_unref(file);
        record = base;
    }
}

exd_record *exd_record_ref(exd_record *record)
{
    if (record)
        atomic_fetch_add_explicit(&record->references, 1, memory_order_relaxed);
    return record;
}

static struct exd_record *record_new(struct exd_record_file *file)
{
    struct exd_record *record = memory_new(file->memory, sizeof *record);
    if (!record)
        return NULL;
    record->memory = file->memory;
    atomic_init(&record->references, 1);
    arena_init(&record->arena, file->memory);
    record->vocabulary = &file->rules->vocabulary;
    record->rules = exd_rules_ref(file->rules);
    atomic_fetch_add_explicit(&file->references, 1, memory_order_relaxed);
    record->file = file;
    return record;
}

/* Reads a new record from its document, or releases it. */
static exd_status finish_record(struct exd_record *record, const struct node *document, struct text instrument, struct diag *diag,
                                exd_record **out)
{
    record->document = document;
    if (document && record_read(record, document, instrument, &record->rules->limits, diag)) {
        *out = record;
        return EXD_OK;
    }
    exd_status status = diag->total_errors && !record->arena.exhausted ? EXD_ERROR_INPUT : EXD_ERROR_MEMORY;
    exd_record_unref(record);
    return status;
}

exd_status exd_record_file_get(exd_record_file *file, size_t index, exd_record **out, exd_diagnostics *diagnostics)
{
    if (!file || !out || index >= file->count)
        return EXD_ERROR_ARGUMENT;
    const struct record_entry *entry = &file->entries[index];
    struct exd_record *record = record_new(file);
    if (!record)
        return EXD_ERROR_MEMORY;
    struct diag diag = diag_for(diagnostics, &file->rules->limits);
    struct text instrument = {"", 0};
    const struct node *document = entry->document;
    if (entry->is_case)
        document = cases_record(&record->arena, document, entry->index, &instrument, &diag);
    return finish_record(record, document, instrument, &diag, out);
}

enum { SETTINGS_MAX = 1000 };

/* What a record expects of its report does not hold of another record. */
static const struct node *lay_over(struct exd_record *record, const char *const *settings, size_t count, struct diag *diag)
{
    bool found = false;
    struct node copy = *record->base->document;
    const struct node *document = overlay_without(&record->arena, &copy, TEXT("expect"), &found);
    if (document && !found)
        document = record->base->document;
    for (size_t i = 0; i < count && document; i++)
        document = overlay_set(&record->arena, record->vocabulary, document, settings[i], &record->rules->limits, diag);
    return document;
}

exd_status exd_record_with(exd_record *record, const char *const *settings, size_t count, exd_record **out, exd_diagnostics *diagnostics)
{
    if (!record || (!settings && count) || count > SETTINGS_MAX || !out)
        return EXD_ERROR_ARGUMENT;
    for (size_t i = 0; i < count; i++)
        if (!settings[i])
            return EXD_ERROR_ARGUMENT;
    struct exd_record *changed = record_new(record->file);
    if (!changed)
        return EXD_ERROR_MEMORY;
    changed->base = exd_record_ref(record);
    struct diag diag = diag_for(diagnostics, &record->rules->limits);
    const struct node *document = lay_over(changed, settings, count, &diag);
    return finish_record(changed, document, (struct text){"", 0}, &diag, out);
}

static exd_status get_one(exd_status opened, exd_record_file *file, size_t index, exd_record **out, exd_diagnostics *diagnostics)
{
    if (opened != EXD_OK)
        return opened;
    if (index >= file->count) {
        struct diag diag = diag_for(diagnostics, &file->rules->limits);
        diag_add(&diag, DIAG_NO_SUCH_RECORD, (struct place){0}, NULL, "there is no record of the number %z in the file", index + 1);
    }
    exd_status status = exd_record_file_get(file, index, out, diagnostics);
    exd_record_file_free(file);
    return status;
}

exd_status exd_record_load_file(exd_rules *rules, const char *path, size_t index, exd_record **out, exd_diagnostics *diagnostics)
{
    exd_record_file *file = NULL;
    exd_status opened = exd_record_file_open(rules, path, &file, diagnostics);
    return get_one(opened, file, index, out, diagnostics);
}

exd_status exd_record_load_buffer(exd_rules *rules, const char *name_of_file, const char *bytes, size_t length, size_t index,
                                  exd_record **out, exd_diagnostics *diagnostics)
{
    exd_record_file *file = NULL;
    exd_status opened = exd_record_file_open_buffer(rules, name_of_file, bytes, length, &file, diagnostics);
    return get_one(opened, file, index, out, diagnostics);
}

exd_status exd_record_count_file(exd_rules *rules, const char *path, size_t *count, exd_diagnostics *diagnostics)
{
    exd_record_file *file = NULL;
    if (!count)
        return EXD_ERROR_ARGUMENT;
    exd_status status = exd_record_file_open(rules, path, &file, diagnostics);
    if (status != EXD_OK)
        return status;
    *count = file->count;
    exd_record_file_free(file);
    return EXD_OK;
}

exd_status exd_record_write(const exd_record *record, exd_sink sink, void *user)
{
    if (!record || !sink)
        return EXD_ERROR_ARGUMENT;
    struct buffer buffer;
    buffer_init(&buffer, record->memory);
    emit_document(record->document, &buffer);
    exd_status status = buffer.failed ? EXD_ERROR_MEMORY : sink(user, buffer.data, buffer.length) != 0 ? EXD_ERROR_IO : EXD_OK;
    buffer_free(&buffer);
    return status;
}

const char *exd_record_id(const exd_record *record)
{
    return record->id.data;
}

const char *exd_record_title(const exd_record *record)
{
    return record->title.data;
}

bool exd_record_has_as_of(const exd_record *record)
{
    return record->has_as_of;
}

size_t exd_record_expectation_count(const exd_record *record)
{
    return record->expectation_count;
}

const char *exd_record_expectation_rule(const exd_record *record, size_t index)
{
    return index < record->expectation_count && record->expectations[index].id.data ? record->expectations[index].id.data : "";
}
