#include "api/handles.h"

#include <string.h>

#include "source/file.h"

const char *exd_version(void)
{
    return EXTRADITION_VERSION;
}

struct diag diag_for(struct exd_diagnostics *list, const struct limits *limits)
{
    struct diag diag;
    diag_init(&diag, list, limits->value[LIMIT_DIAGNOSTICS]);
    return diag;
}

/* ---- making and freeing ----------------------------------------------------------------------------------------------- */

static struct exd_rules *rules_new(struct memory memory)
{
    struct exd_rules *rules = memory_new(memory, sizeof *rules);
    if (!rules)
        return NULL;
    rules->memory = memory;
    atomic_init(&rules->references, 1);
    arena_init_large(&rules->arena, memory);
    program_init(&rules->program, &rules->arena);
    rules->limits = limits_default();
    return rules;
}

static struct exd_loader *loader_new(struct memory memory)
{
    struct exd_loader *loader = memory_new(memory, sizeof *loader);
    if (!loader)
        return NULL;
    loader->memory = memory;
    loader->rules = rules_new(memory);
    if (loader->rules && intake_begin(&loader->intake, loader->rules))
        return loader;
    exd_loader_free(loader);
    return NULL;
}

exd_loader *exd_loader_new(void)
{
    return loader_new(memory_default());
}

exd_loader *exd_loader_new_with_allocator(exd_allocate allocate, void *user)
{
    return allocate ? loader_new((struct memory){allocate, user}) : NULL;
}

void exd_loader_free(exd_loader *loader)
{
    if (!loader)
        return;
    intake_free(&loader->intake);
    exd_rules_unref(loader->rules);
    memory_free(loader->memory, loader, sizeof *loader);
}

exd_rules *exd_rules_ref(exd_rules *rules)
{
    if (rules)
        atomic_fetch_add_explicit(&rules->references, 1, memory_order_relaxed);
    return rules;
}

void exd_rules_unref(exd_rules *rules)
{
    if (!rules || atomic_fetch_sub_explicit(&rules->references, 1, memory_order_acq_rel) != 1)
        return;
    struct memory memory = rules->memory;
    ruleset_free(rules);
    memory_free(memory, rules, sizeof *rules);
}

exd_status exd_loader_set_limit(exd_loader *loader, exd_limit limit, uint64_t value)
{
    if (!loader || !loader->rules || (unsigned)limit >= LIMIT_COUNT || value == 0)
        return EXD_ERROR_ARGUMENT;
    loader->rules->limits.value[limit] = value;
    return EXD_OK;
}

exd_status exd_loader_set_language(exd_loader *loader, const char *language)
{
    if (!loader || !language_copy_code(loader->language, language ? language : "en"))
        return EXD_ERROR_ARGUMENT;
    return EXD_OK;
}

/* ---- files ------------------------------------------------------------------------------------------------------------ */

/* A set of rules with a file that cannot be read is not loaded, however the caller goes on. */
static exd_status take_in(struct exd_loader *loader, exd_status read, const struct lines *lines, struct diag *diag)
{
    if (read == EXD_OK)
        return intake_file(&loader->intake, lines, diag);
    intake_note_unread(&loader->intake);
    return read;
}

static exd_status add_file(struct exd_loader *loader, const char *path, struct diag *diag)
{
    struct lines *lines = NULL;
    diag_begin_file(diag);
    exd_status read = file_read(&loader->rules->arena, path, &loader->rules->limits, diag, &lines);
    return take_in(loader, read, lines, diag);
}

exd_status exd_loader_add_file(exd_loader *loader, const char *path, exd_diagnostics *diagnostics)
{
    if (!loader || !loader->rules || !path)
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(diagnostics, &loader->rules->limits);
    return add_file(loader, path, &diag);
}

/* Whether a path below a directory leads through a folder of translations, which are read only when they are asked for. */
static bool is_translation(const char *directory, const char *path)
{
    const char *rest = path + strlen(directory);
    while (*rest == '/')
        rest++;
    return strncmp(rest, "translations/", 13) == 0 || strstr(rest, "/translations/");
}

exd_status exd_loader_add_directory(exd_loader *loader, const char *path, exd_diagnostics *diagnostics)
{
    if (!loader || !loader->rules || !path)
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(diagnostics, &loader->rules->limits);
    const char **paths = NULL;
    size_t count = 0;
    diag_begin_file(&diag);
    exd_status worst = file_list(&loader->rules->arena, path, &loader->rules->limits, &diag, &paths, &count);
    if (worst != EXD_OK)
        intake_note_unread(&loader->intake);
    for (size_t i = 0; worst != EXD_ERROR_MEMORY && i < count; i++) {
        exd_status status = is_translation(path, paths[i]) ? EXD_OK : add_file(loader, paths[i], &diag);
        worst = status == EXD_OK ? worst : status;
    }
    return worst;
}

exd_status exd_loader_add_buffer(exd_loader *loader, const char *name_of_file, const char *bytes, size_t length,
                                 exd_diagnostics *diagnostics)
{
    if (!loader || !loader->rules || !name_of_file || (!bytes && length))
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(diagnostics, &loader->rules->limits);
    struct lines *lines = NULL;
    exd_status read =
        file_from_buffer(&loader->rules->arena, name_of_file, bytes ? bytes : "", length, &loader->rules->limits, &diag, &lines);
    return take_in(loader, read, lines, &diag);
}

exd_status exd_loader_finish(exd_loader *loader, exd_rules **out, exd_diagnostics *diagnostics)
{
    if (!loader || !loader->rules || !out)
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(diagnostics, &loader->rules->limits);
    exd_status status = intake_finish(&loader->intake, &diag);
    if (status == EXD_OK && loader->language[0] && !language_choose(loader->rules, loader->language, &loader->rules->language, &diag))
        status = diag.out_of_memory ? EXD_ERROR_MEMORY : EXD_ERROR_ARGUMENT;
    intake_free(&loader->intake);
    if (status == EXD_OK)
        *out = loader->rules;
    else
        exd_rules_unref(loader->rules);
    loader->rules = NULL; /* the loader has done its work */
    return status;
}
