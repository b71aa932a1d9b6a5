#include "api/handles.h"

#include <string.h>

#include "source/file.h"
#include "source/yaml.h"

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
    arena_init(&rules->arena, memory);
    program_init(&rules->program, memory);
    return rules;
}

static struct exd_loader *loader_new(struct memory memory)
{
    struct exd_loader *loader = memory_new(memory, sizeof *loader);
    if (!loader)
        return NULL;
    loader->memory = memory;
    loader->limits = limits_default();
    loader->rules = rules_new(memory);
    if (loader->rules)
        return loader;
    memory_free(memory, loader, sizeof *loader);
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
    exd_rules_unref(loader->rules);
    memory_free(loader->memory, loader->files, loader->file_capacity * sizeof *loader->files);
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
    if (!loader || (unsigned)limit >= LIMIT_COUNT || value == 0)
        return EXD_ERROR_ARGUMENT;
    loader->limits.value[limit] = value;
    return EXD_OK;
}

exd_status exd_loader_set_language(exd_loader *loader, const char *language)
{
    if (!loader || !language_copy_code(loader->language, language ? language : "en"))
        return EXD_ERROR_ARGUMENT;
    return EXD_OK;
}

/* ---- files ------------------------------------------------------------------------------------------------------------ */

/* A file with several documents counts as several. */
static exd_status too_many_files(const struct exd_loader *loader, const struct node *document, struct diag *diag)
{
    diag_add(diag, DIAG_TOO_MANY_FILES, document->place, "raise the limit `files`",
             "there are more than %l files, documents counted singly", (int64_t)loader->limits.value[LIMIT_FILES]);
    return EXD_ERROR_LIMIT;
}

static exd_status add_documents(struct exd_loader *loader, const struct lines *lines, struct diag *diag)
{
    struct node **documents;
    size_t count;
    exd_status status = yaml_parse(&loader->rules->arena, lines, &loader->limits, diag, &documents, &count);
    for (size_t i = 0; status == EXD_OK && i < count; i++) {
        if (loader->file_count >= loader->limits.value[LIMIT_FILES])
            return too_many_files(loader, documents[i], diag);
        void *items = loader->files;
        if (!memory_grow(loader->memory, &items, &loader->file_capacity, loader->file_count, sizeof *loader->files))
            return EXD_ERROR_MEMORY;
        loader->files = items;
        loader->files[loader->file_count++] = (struct rule_file){lines, documents[i]};
    }
    return status;
}

static exd_status add_file(struct exd_loader *loader, const char *path, struct diag *diag)
{
    struct lines *lines;
    diag_begin_file(diag);
    exd_status status = file_read(&loader->rules->arena, path, &loader->limits, diag, &lines);
    return status == EXD_OK ? add_documents(loader, lines, diag) : status;
}

/* A set of rules with a faulty file is not loaded, however the caller goes on. */
static exd_status note_status(struct exd_loader *loader, exd_status status)
{
    loader->errors += status != EXD_OK;
    return status;
}

exd_status exd_loader_add_file(exd_loader *loader, const char *path, exd_diagnostics *diagnostics)
{
    if (!loader || !loader->rules || !path)
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(diagnostics, &loader->limits);
    return note_status(loader, add_file(loader, path, &diag));
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
    struct diag diag = diag_for(diagnostics, &loader->limits);
    const char **paths = NULL;
    size_t count = 0;
    diag_begin_file(&diag);
    exd_status worst = file_list(&loader->rules->arena, path, &loader->limits, &diag, &paths, &count);
    for (size_t i = 0; worst != EXD_ERROR_MEMORY && i < count; i++) {
        exd_status status = is_translation(path, paths[i]) ? EXD_OK : add_file(loader, paths[i], &diag);
        worst = status == EXD_OK ? worst : status;
    }
    return note_status(loader, worst);
}

exd_status exd_loader_add_buffer(exd_loader *loader, const char *name_of_file, const char *bytes, size_t length,
                                 exd_diagnostics *diagnostics)
{
    if (!loader || !loader->rules || !name_of_file || (!bytes && length))
        return EXD_ERROR_ARGUMENT;
    struct diag diag = diag_for(diagnostics, &loader->limits);
    struct lines *lines;
    exd_status status = file_from_buffer(&loader->rules->arena, name_of_file, bytes ? bytes : "", length, &loader->limits, &diag, &lines);
    return note_status(loader, status == EXD_OK ? add_documents(loader, lines, &diag) : status);
}

exd_status exd_loader_finish(exd_loader *loader, exd_rules **out, exd_diagnostics *diagnostics)
{
    if (!loader || !loader->rules || !out)
        return EXD_ERROR_ARGUMENT;
    if (loader->errors)
        return EXD_ERROR_INPUT;
    struct diag diag = diag_for(diagnostics, &loader->limits);
    loader->rules->limits = loader->limits;
    exd_status status = ruleset_build(loader->rules, loader->files, loader->file_count, &diag);
    if (status != EXD_OK) {
        loader->errors++;
        return status;
    }
    if (loader->language[0] && !language_choose(loader->rules, loader->language, &loader->rules->language, &diag)) {
        loader->errors++;
        return diag.out_of_memory ? EXD_ERROR_MEMORY : EXD_ERROR_ARGUMENT;
    }
    *out = loader->rules;
    loader->rules = NULL; /* the loader has done its work */
    return EXD_OK;
}
