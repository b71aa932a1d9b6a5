/* Where the rules are: --rules, then the environment, then beside the program (its own source tree, or the tree it is installed in), and
 * last where they were configured to be installed. */
#define _DEFAULT_SOURCE /* readlink */

#include "cli.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_BYTES = 4096 };

static bool has_vocabulary(const char *directory)
{
    char path[PATH_BYTES];
    int length = snprintf(path, sizeof path, "%s/vocabulary.yaml", directory);
    return length > 0 && (size_t)length < sizeof path && access(path, R_OK) == 0;
}

/* `directory` becomes the program's own directory followed by `relative`. */
static bool beside_program(char directory[PATH_BYTES], const char *relative)
{
    char program[PATH_BYTES];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program);
    if (length <= 0 || length == PATH_BYTES)
        return false;
    program[length] = '\0';
    const char *slash = strrchr(program, '/');
    if (slash == NULL)
        return false;
    int written = snprintf(directory, PATH_BYTES, "%.*s%s", (int)(slash + 1 - program), program, relative);
    return written > 0 && written < PATH_BYTES && has_vocabulary(directory);
}

static const char *find_rules(const struct cli *cli, char directory[PATH_BYTES])
{
    const char *named = cli->rules != NULL ? cli->rules : getenv("EXTRADITION_RULES");
    if (named != NULL && named[0] != '\0')
        return named;
    if (beside_program(directory, "../rules") || beside_program(directory, "../share/extradition/rules"))
        return directory;
    return EXTRADITION_RULES_DIR;
}

const char *rules_directory(const struct cli *cli, char *directory, size_t room)
{
    static_assert(PATH_BYTES == 4096, "callers bring as much room");
    return room < PATH_BYTES ? "" : find_rules(cli, directory);
}

static bool is_directory(const char *path)
{
    return access(path, X_OK) == 0;
}

/* Whether `path` becomes the directory of the translations of a language, or of all. */
static bool translations_of(char path[PATH_BYTES], const char *directory, const char *language)
{
    int length =
        snprintf(path, PATH_BYTES, "%s/translations%s%s", directory, language != NULL ? "/" : "", language != NULL ? language : "");
    return length > 0 && length < PATH_BYTES && is_directory(path);
}

/* Adds the translations of a language, or of all languages, where there are any. All too when there are none of that language, so that what is
 * said of it names those that there are. */
static exd_status add_translations(exd_loader *loader, const char *directory, const char *language, exd_diagnostics *diagnostics)
{
    char path[PATH_BYTES];
    bool english = language != NULL && strcmp(language, "en") == 0;
    if (!english && (translations_of(path, directory, language) || translations_of(path, directory, NULL)))
        return exd_loader_add_directory(loader, path, diagnostics);
    return EXD_OK;
}

/* Loads the directory; the diagnostics say what is wrong with it. Strictly: with the translations of every language. */
static exd_status load(const char *directory, const char *language, bool strictly, exd_rules **out, exd_diagnostics *diagnostics)
{
    exd_loader *loader = exd_loader_new();
    if (loader == NULL)
        return EXD_ERROR_MEMORY;
    exd_status status = language == NULL ? EXD_OK : exd_loader_set_language(loader, language);
    if (status == EXD_OK)
        status = exd_loader_add_directory(loader, directory, diagnostics);
    else
        fprintf(stderr, "rule-check: --lang takes the code of a language, such as ko, not `%s`\n", language);
    if (status == EXD_OK && (language != NULL || strictly))
        status = add_translations(loader, directory, strictly ? NULL : language, diagnostics);
    if (status == EXD_OK || status == EXD_ERROR_INPUT) { /* what is wrong with the other files is worth knowing too */
        exd_status finished = exd_loader_finish(loader, out, diagnostics);
        status = finished == EXD_OK ? status : finished;
    }
    exd_loader_free(loader);
    return status;
}

/* Strictly: what is said is shown whatever came of it, unless it is to be written as JSON. */
static exd_rules *load_from(const struct cli *cli, bool strictly, exd_diagnostics *diagnostics)
{
    char directory[PATH_BYTES];
    const char *found = find_rules(cli, directory);
    exd_rules *rules = NULL;
    exd_status status = diagnostics == NULL ? EXD_ERROR_MEMORY : load(found, cli->language, strictly, &rules, diagnostics);
    if (diagnostics != NULL && (strictly ? cli->format == EXD_FORMAT_TEXT : status != EXD_OK))
        output_diagnostics(stderr, diagnostics);
    if (status != EXD_OK && status != EXD_ERROR_ARGUMENT) /* the language alone is wrong */
        fprintf(stderr, "rule-check: the rules in %s cannot be used%s\n", found, status == EXD_ERROR_MEMORY ? ": out of memory" : "");
    return status == EXD_OK ? rules : NULL;
}

exd_rules *rules_load(const struct cli *cli)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_rules *rules = load_from(cli, false, diagnostics);
    exd_diagnostics_free(diagnostics);
    return rules;
}

exd_rules *rules_load_strictly(const struct cli *cli, exd_diagnostics *diagnostics)
{
    return load_from(cli, true, diagnostics);
}
