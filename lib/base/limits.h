/* Every limit that input meets, once: its word, its default, what it bounds. The public enum exd_limit has the same order. */
#ifndef EXTRADITION_BASE_LIMITS_H
#define EXTRADITION_BASE_LIMITS_H

#include <stdint.h>

/* id, word, default */
#define LIMIT_LIST(X)                                                                                                                      \
    X(FILE_BYTES, "file-bytes", 16777216)    /* bytes of one file */                                                                       \
    X(DEPTH, "depth", 64)                    /* nesting of YAML nodes, and of expressions */                                               \
    X(NODES, "nodes", 1000000)               /* YAML nodes in one file */                                                                  \
    X(ALIASES, "aliases", 1000)              /* YAML aliases in one file */                                                                \
    X(DOCUMENTS, "documents", 10000)         /* YAML documents in one file */                                                              \
    X(FILES, "files", 1000)                  /* files in one set of rules */                                                               \
    X(ITEMS, "items", 10000)                 /* items in one list of a record */                                                           \
    X(PROGRAM_NODES, "program-nodes", 10000) /* compiled nodes of one rule, definitions expanded */                                        \
    X(DIAGNOSTICS, "diagnostics", 50)        /* errors reported for one file before the rest are left out */                               \
    X(STEPS, "steps", 20000000)              /* evaluation steps of one check */

enum limit {
#define X(id, word, value) LIMIT_##id,
    LIMIT_LIST(X)
#undef X
        LIMIT_COUNT
};

struct limits {
    uint64_t value[LIMIT_COUNT];
};

struct limits limits_default(void);
const char *limit_word(enum limit limit);

/* Bounds that no one needs to set. */
enum {
    LIMIT_NAME_BYTES = 100,       /* an id: of an instrument, a rule, an item */
    LIMIT_DIRECTIVE_BYTES = 4096, /* `%` lines before a document: libyaml takes quadratic time over them */
    LIMIT_DIRECTORY_DEPTH = 8,    /* folders below a rules directory */
    LIMIT_PARTIES = 16            /* parties to the disputes of one record: every mixture of their versions is tried */
};

#endif
