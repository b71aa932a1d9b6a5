/* Bytes from outside: read within the size limit, checked to be UTF-8 text without NUL, with an index of lines for excerpts. */
#ifndef EXTRADITION_SOURCE_FILE_H
#define EXTRADITION_SOURCE_FILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"

/* Everything lives in `arena`; the lines stay valid as long as it does. A byte order mark is skipped. Errors are reported and returned:
 * EXD_ERROR_IO, EXD_ERROR_INPUT, EXD_ERROR_LIMIT, EXD_ERROR_MEMORY. A directory is an error; a pipe or a device is read to its
 * end within the limit. */
exd_status file_read(struct arena *arena, const char *path, const struct limits *limits, struct diag *diag, struct lines **out);
exd_status file_from_buffer(struct arena *arena, const char *name, const char *bytes, size_t length, const struct limits *limits,
                            struct diag *diag, struct lines **out);

/* The place of the byte at `offset`, and of `length` characters from there. */
struct place file_place(const struct lines *lines, size_t offset, uint32_t length);

/* The paths of all `*.yaml` files below a directory, sorted by their bytes, the files of a directory before those in its folders. Names that begin with a dot are passed over; symbolic links to
 * directories are not followed. */
exd_status file_list(struct arena *arena, const char *directory, const struct limits *limits, struct diag *diag, const char ***paths,
                     size_t *count);

#endif
