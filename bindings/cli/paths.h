/* Files named on the command line, directories replaced by the .yaml files below them, in the order of their names. */
#ifndef RULE_CHECK_PATHS_H
#define RULE_CHECK_PATHS_H

#include <stdbool.h>
#include <stddef.h>

struct paths {
    char **items;
    size_t count;
    size_t capacity;
};

/* False after a message; to be freed in either case. */
bool paths_find(struct paths *paths, char *const *words, int count);
void paths_free(struct paths *paths);

#endif
