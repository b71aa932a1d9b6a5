/* Diagnostics as values. A place names the source it lies in, so that the line itself can be shown; the whole text is rendered when the
 * diagnostic is added, so that the list needs nothing else to live. */
#ifndef EXTRADITION_BASE_DIAG_H
#define EXTRADITION_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag_codes.h"
#include "base/memory.h"
#include "base/text.h"

/* A file as diagnostics see it: its name, and its bytes for the excerpt. source/file.h makes them. Lines are split as libyaml counts them
 * (LF, CRLF, CR, NEL, LS, PS), and only when a diagnostic asks for one: most files have none. */
struct lines {
    struct text name;
    struct text bytes; /* .data NULL: no excerpt */
};

struct place {
    const struct lines *lines; /* NULL: no file */
    uint32_t line;             /* 1-based; 0: the file as a whole */
    uint32_t column;           /* 1-based, in characters */
    uint32_t length;           /* characters to mark; 0 counts as 1 */
};

struct exd_diagnostics; /* the public list; NULL wherever nobody wants to know */

/* What one load passes around: where diagnostics go, and how many errors the present file has had. */
struct diag {
    struct exd_diagnostics *list; /* may be NULL */
    uint64_t limit;               /* errors per file; further ones are counted, and one note says that they were left out */
    uint64_t errors;              /* errors since diag_begin_file() */
    uint64_t shown;               /* diagnostics of any severity that this file has put into the list */
    size_t first;                 /* where in the list those of this file begin */
    uint64_t total_errors;        /* all errors */
    bool out_of_memory;
};

/* exd_diagnostics_new() with an allocator of its own; NULL when memory ran out. */
struct exd_diagnostics *diag_list_new(struct memory memory);

void diag_init(struct diag *diag, struct exd_diagnostics *list, uint64_t limit);
void diag_begin_file(struct diag *diag);

/* Adds one diagnostic; severity follows from the code. `help` may be NULL. Formats as buffer_format(): %s %t %d %u %z %l %c %%.
 * The same code and message at the same place are added once. Both texts are made fit to print: one line, no control characters, cut when
 * absurdly long. */
void diag_add(struct diag *diag, enum diag_code code, struct place place, const char *help, const char *format, ...);

/* A help text built with formats, in a buffer that the caller frees: `did you mean …`. */
void diag_add_help(struct diag *diag, enum diag_code code, struct place place, struct text help, const char *format, ...);

/* Whether what this file gets reported from here on is left out: then looking for a help text is wasted. */
bool diag_is_full(const struct diag *diag);

/* The allocator of the list, for a help text that is built. */
struct memory diag_memory(const struct diag *diag);

const char *diag_code_word(enum diag_code code); /* `E207` */

#endif
