/* The public handles that are more than a layer's own object: the loader and the file of records. */
#ifndef EXTRADITION_API_HANDLES_H
#define EXTRADITION_API_HANDLES_H

#include <stdatomic.h>

#include "check/check.h"
#include "rules/intake.h"

struct exd_loader {
    struct memory memory;
    struct exd_rules *rules; /* being gathered; NULL once they are made */
    struct intake intake;
    char language[LANGUAGE_BYTES]; /* of pages; empty: English */
};

/* One record of a file: a document, or one case of a case file. */
struct record_entry {
    const struct node *document;
    uint32_t index;
    bool is_case;
};

/* A parsed file of records. Every record made from it keeps it alive, for its texts lie in it. */
struct exd_record_file {
    atomic_uint references;
    struct memory memory;
    struct arena arena;
    struct exd_rules *rules;
    struct record_entry *entries;
    uint32_t count;
};

void record_file_unref(struct exd_record_file *file);

/* A diag that reports into a public list under the limits of a set of rules. */
struct diag diag_for(struct exd_diagnostics *list, const struct limits *limits);

#endif
