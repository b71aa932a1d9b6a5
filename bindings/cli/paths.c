#define _DEFAULT_SOURCE /* directories, strdup */

#include "paths.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 8, PATH_BYTES = 4096 };

static bool out_of_memory(void)
{
    fputs("rule-check: out of memory\n", stderr);
    return false;
}

static bool add(struct paths *paths, const char *path)
{
    if (paths->count == paths->capacity) {
        size_t capacity = paths->capacity == 0 ? 64 : paths->capacity * 2;
        char **items = realloc(paths->items, capacity * sizeof *items);
        if (items == NULL)
            return out_of_memory();
        paths->items = items;
        paths->capacity = capacity;
    }
    char *copy = strdup(path);
    if (copy == NULL)
        return out_of_memory();
    paths->items[paths->count++] = copy;
    return true;
}

static bool is_yaml(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".yaml") == 0;
}

static bool is_directory(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool add_directory(struct paths *paths, const char *directory, int depth);

static bool add_entry(struct paths *paths, const char *directory, const char *name, int depth)
{
    char path[PATH_BYTES];
    int length = snprintf(path, sizeof path, "%s/%s", directory, name);
    if (name[0] == '.' || length < 0 || (size_t)length >= sizeof path)
        return true;
    if (is_directory(path))
        return depth >= DEPTH_MAX || add_directory(paths, path, depth + 1);
    return !is_yaml(name) || add(paths, path);
}

static bool add_directory(struct paths *paths, const char *directory, int depth)
{
    struct dirent **entries = NULL;
    int count = scandir(directory, &entries, NULL, by_name);
    bool good = count >= 0;
    if (!good)
        fprintf(stderr, "rule-check: %s cannot be read\n", directory);
    for (int i = 0; i < count; i++) {
        good = good && add_entry(paths, directory, entries[i]->d_name, depth);
        free(entries[i]);
    }
    free(entries);
    return good;
}

bool paths_find(struct paths *paths, char *const *words, int count)
{
    for (int i = 0; i < count; i++)
        if (!(is_directory(words[i]) ? add_directory(paths, words[i], 0) : add(paths, words[i])))
            return false;
    if (paths->count == 0)
        fputs("rule-check: there is no .yaml file there\n", stderr);
    return paths->count > 0;
}

void paths_free(struct paths *paths)
{
    for (size_t i = 0; i < paths->count; i++)
        free(paths->items[i]);
    free(paths->items);
}
