/* What differs between two reports: the public handle over lib/check/changes.c. */
#include "check/changes.h"

exd_status exd_report_changes(exd_report *before, exd_report *after, exd_changes **out)
{
    if (!before || !after || !before->record || !after->record || !out)
        return EXD_ERROR_ARGUMENT;
    struct exd_changes *changes = memory_new(after->memory, sizeof *changes);
    if (!changes)
        return EXD_ERROR_MEMORY;
    changes->memory = after->memory;
    changes->before = exd_report_ref(before);
    changes->after = exd_report_ref(after);
    arena_init(&changes->arena, after->memory);
    if (changes_find(changes)) {
        *out = changes;
        return EXD_OK;
    }
    exd_changes_free(changes);
    return EXD_ERROR_MEMORY;
}

void exd_changes_free(exd_changes *changes)
{
    if (!changes)
        return;
    exd_report *before = changes->before;
    exd_report *after = changes->after;
    arena_free(&changes->arena);
    memory_free(changes->memory, changes, sizeof *changes);
    exd_report_unref(before);
    exd_report_unref(after);
}

size_t exd_changes_count(const exd_changes *changes)
{
    return changes->count;
}

size_t exd_changes_unchanged(const exd_changes *changes)
{
    return changes->unchanged;
}

size_t exd_changes_before(const exd_changes *changes, size_t index)
{
    const struct finding *finding = changes->changes[index].before;
    return finding ? (size_t)(finding - changes->before->findings) : EXD_NO_FINDING;
}

size_t exd_changes_after(const exd_changes *changes, size_t index)
{
    const struct finding *finding = changes->changes[index].after;
    return finding ? (size_t)(finding - changes->after->findings) : EXD_NO_FINDING;
}

size_t exd_changes_fact_count(const exd_changes *changes, size_t index)
{
    return changes->changes[index].reasons.fact_count;
}

const char *exd_changes_fact_path(const exd_changes *changes, size_t index, size_t fact)
{
    return changes->changes[index].reasons.facts[fact].path.data;
}

const char *exd_changes_fact_before(const exd_changes *changes, size_t index, size_t fact)
{
    return changes->changes[index].reasons.facts[fact].before.value_text.data;
}

const char *exd_changes_fact_after(const exd_changes *changes, size_t index, size_t fact)
{
    return changes->changes[index].reasons.facts[fact].after.value_text.data;
}
