#define _POSIX_C_SOURCE 200809L

#include "source/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/excerpt.h"
#include "base/sort.h"

enum { STREAM_BYTES_FIRST = 64 * 1024 }; /* for what has no size beforehand */

/* strerror() is not thread-safe and speaks the language of the locale. */
static const char *error_words(int error)
{
    switch (error) {
    case ENOENT:
        return "no such file or directory";
    case EACCES:
    case EPERM:
        return "permission denied";
    case EISDIR:
        return "it is a directory";
    case ENOTDIR:
        return "not a directory";
    case ELOOP:
        return "too many symbolic links";
    case ENAMETOOLONG:
        return "the name is too long";
    case EMFILE:
    case ENFILE:
        return "too many open files";
    case ENXIO:
    case ENODEV:
        return "no such device";
    case EIO:
        return "input/output error";
    default:
        return "the system refused";
    }
}

static struct place whole_file(const struct lines *lines)
{
    return (struct place){.lines = lines};
}

static exd_status unreadable(const struct lines *lines, int error, struct diag *diag)
{
    if (error == ENOMEM)
        return EXD_ERROR_MEMORY;
    diag_add(diag, DIAG_FILE_UNREADABLE, whole_file(lines), NULL, "cannot be read: %s", error_words(error));
    return EXD_ERROR_IO;
}

static exd_status too_large(const struct lines *lines, size_t limit, struct diag *diag)
{
    diag_add(diag, DIAG_FILE_TOO_LARGE, whole_file(lines), "raise the limit `file-bytes`", "the file is larger than %z bytes", limit);
    return EXD_ERROR_LIMIT;
}

/* The limit in bytes; offsets are 32 bits wide, whatever was set. */
static size_t byte_limit(const struct limits *limits)
{
    uint64_t limit = limits->value[LIMIT_FILE_BYTES];
    return limit < UINT32_MAX - 1 ? (size_t)limit : (size_t)UINT32_MAX - 1;
}

/* ---- lines ---- */

struct place file_place(const struct lines *lines, size_t offset, uint32_t length)
{
    uint32_t line = 1;
    size_t start = 0;
    for (size_t next; excerpt_next_line(lines->bytes, start, &next) && next <= offset; line++)
        start = next;
    uint32_t column = 1;
    for (size_t at = start; at < offset && at < lines->bytes.length; at++) {
        if (((unsigned char)lines->bytes.data[at] & 0xC0) != 0x80)
            column++;
    }
    return (struct place){.lines = lines, .line = line, .column = column, .length = length};
}

/* ---- content ---- */

static exd_status check_text(const struct lines *lines, struct diag *diag)
{
    struct text bytes = lines->bytes;
    size_t bad = 0;
    if (text_starts_with(bytes, "\xFF\xFE") || text_starts_with(bytes, "\xFE\xFF")) {
        diag_add(diag, DIAG_NOT_UTF8, whole_file(lines), "save it as UTF-8", "the file is in UTF-16, not in UTF-8");
        return EXD_ERROR_INPUT;
    }
    if (memchr(bytes.data, '\0', bytes.length)) {
        diag_add(diag, DIAG_NOT_UTF8, whole_file(lines), NULL, "the file is not text: it has a NUL byte");
        return EXD_ERROR_INPUT;
    }
    if (!text_is_utf8(bytes, &bad)) {
        diag_add(diag, DIAG_NOT_UTF8, file_place(lines, bad, 1), "save the file as UTF-8", "a byte is not UTF-8 text");
        return EXD_ERROR_INPUT;
    }
    return EXD_OK;
}

/* Checks the bytes that `lines` has been given. */
static exd_status finish_lines(struct lines *lines, struct diag *diag)
{
    if (text_starts_with(lines->bytes, "\xEF\xBB\xBF")) {
        lines->bytes.data += 3;
        lines->bytes.length -= 3;
    }
    if (lines->bytes.length == 0) {
        diag_add(diag, DIAG_FILE_EMPTY, whole_file(lines), NULL, "the file is empty");
        return EXD_ERROR_INPUT;
    }
    return check_text(lines, diag);
}

static struct lines *new_lines(struct arena *arena, const char *name)
{
    struct lines *lines = arena_alloc(arena, sizeof *lines);
    if (!lines)
        return NULL;
    lines->name = arena_copy_text(arena, text_of(name));
    return lines->name.data ? lines : NULL;
}

exd_status file_from_buffer(struct arena *arena, const char *name, const char *bytes, size_t length, const struct limits *limits,
                            struct diag *diag, struct lines **out)
{
    struct lines *lines = new_lines(arena, name);
    if (!lines)
        return EXD_ERROR_MEMORY;
    if (length > byte_limit(limits))
        return too_large(lines, byte_limit(limits), diag);
    lines->bytes = arena_copy_text(arena, (struct text){bytes, length});
    if (!lines->bytes.data)
        return EXD_ERROR_MEMORY;
    exd_status status = finish_lines(lines, diag);
    if (diag->out_of_memory)
        status = EXD_ERROR_MEMORY;
    if (status == EXD_OK)
        *out = lines;
    return status;
}

/* Reads to the end, or until there is more than `limit`. `capacity` is a guess of the size, plus one byte to see the end. */
static exd_status read_bytes(struct arena *arena, int file, size_t capacity, size_t limit, struct lines *lines, struct diag *diag)
{
    char *bytes = arena_alloc(arena, capacity);
    size_t length = 0;
    for (;;) {
        if (!bytes)
            return EXD_ERROR_MEMORY;
        ssize_t got = read(file, bytes + length, capacity - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return unreadable(lines, errno, diag);
        if (got == 0)
            break;
        length += (size_t)got;
        if (length > limit)
            return too_large(lines, limit, diag);
        if (length < capacity)
            continue;
        capacity = capacity > limit / 2 ? limit + 1 : capacity * 2;
        char *larger = arena_alloc(arena, capacity);
        if (larger)
            memcpy(larger, bytes, length);
        bytes = larger;
    }
    lines->bytes = (struct text){bytes, length};
    return EXD_OK;
}

static exd_status read_open_file(struct arena *arena, int file, const struct limits *limits, struct lines *lines, struct diag *diag)
{
    struct stat stat;
    size_t limit = byte_limit(limits);
    if (fstat(file, &stat) != 0)
        return unreadable(lines, errno, diag);
    if (S_ISDIR(stat.st_mode))
        return unreadable(lines, EISDIR, diag);
    size_t capacity = limit < STREAM_BYTES_FIRST ? limit + 1 : STREAM_BYTES_FIRST;
    if (S_ISREG(stat.st_mode) && stat.st_size > 0) {
        if ((uintmax_t)stat.st_size > limit)
            return too_large(lines, limit, diag);
        capacity = (size_t)stat.st_size + 1;
    }
    return read_bytes(arena, file, capacity, limit, lines, diag);
}

exd_status file_read(struct arena *arena, const char *path, const struct limits *limits, struct diag *diag, struct lines **out)
{
    struct lines *lines = new_lines(arena, path);
    if (!lines)
        return EXD_ERROR_MEMORY;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return unreadable(lines, errno, diag);
    exd_status status = read_open_file(arena, file, limits, lines, diag);
    close(file);
    if (status == EXD_OK)
        status = finish_lines(lines, diag);
    if (diag->out_of_memory)
        status = EXD_ERROR_MEMORY;
    if (status == EXD_OK)
        *out = lines;
    return status;
}

/* ---- directories ---- */

struct listing {
    struct arena *arena;
    const struct limits *limits;
    struct diag *diag;
    const char **paths;
    size_t count;
    size_t capacity;
};

static exd_status list_directory(struct listing *listing, const char *directory, int depth);

static const char *join(struct arena *arena, const char *directory, const char *name)
{
    size_t before = strlen(directory), after = strlen(name);
    bool slash = before > 0 && directory[before - 1] != '/';
    char *path = arena_alloc(arena, before + slash + after + 1);
    if (!path)
        return NULL;
    memcpy(path, directory, before);
    if (slash)
        path[before] = '/';
    memcpy(path + before + slash, name, after + 1);
    return path;
}

static bool is_rulebook_name(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".yaml") == 0;
}

static exd_status add_path(struct listing *listing, const char *path)
{
    uint64_t limit = listing->limits->value[LIMIT_FILES];
    if (listing->count >= limit) {
        struct lines lines = {.name = text_of(path)};
        diag_add(listing->diag, DIAG_TOO_MANY_FILES, whole_file(&lines), "raise the limit `files`", "there are more than %l files",
                 (int64_t)limit);
        return EXD_ERROR_LIMIT;
    }
    void *paths = listing->paths;
    if (!memory_grow(listing->arena->memory, &paths, &listing->capacity, listing->count, sizeof *listing->paths))
        return EXD_ERROR_MEMORY;
    listing->paths = paths;
    listing->paths[listing->count++] = path;
    return EXD_OK;
}

static exd_status list_entry(struct listing *listing, const char *directory, const char *name, int depth)
{
    struct stat stat_of_link, target;
    const char *path = join(listing->arena, directory, name);
    if (!path)
        return EXD_ERROR_MEMORY;
    if (lstat(path, &stat_of_link) != 0)
        return EXD_OK; /* gone since the directory was read */
    if (S_ISDIR(stat_of_link.st_mode))
        return list_directory(listing, path, depth + 1);
    if (!is_rulebook_name(name))
        return EXD_OK;
    if (S_ISREG(stat_of_link.st_mode))
        return add_path(listing, path);
    bool to_file = S_ISLNK(stat_of_link.st_mode) && (stat(path, &target) != 0 || S_ISREG(target.st_mode));
    return to_file ? add_path(listing, path) : EXD_OK; /* a broken link is reported when it is read */
}

/* Recursion is bounded by LIMIT_DIRECTORY_DEPTH. */
static exd_status list_directory(struct listing *listing, const char *directory, int depth)
{
    struct lines lines = {.name = text_of(directory)};
    if (depth > LIMIT_DIRECTORY_DEPTH) {
        diag_add(listing->diag, DIAG_TOO_DEEP, whole_file(&lines), NULL, "directories are nested more than %d deep",
                 (int)LIMIT_DIRECTORY_DEPTH);
        return EXD_ERROR_LIMIT;
    }
    DIR *stream = opendir(directory);
    if (!stream)
        return unreadable(&lines, errno, listing->diag);
    exd_status status = EXD_OK;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (!entry) {
            if (errno != 0)
                status = unreadable(&lines, errno, listing->diag);
            break;
        }
        if (entry->d_name[0] == '.')
            continue;
        status = list_entry(listing, directory, entry->d_name, depth);
        if (status != EXD_OK)
            break;
    }
    closedir(stream);
    return status;
}

/* By their bytes, but the files of a directory before what is in its folders: the vocabulary comes before the rulebooks. */
static int compare_paths(const void *a, const void *b)
{
    const char *left = *(const char *const *)a;
    const char *right = *(const char *const *)b;
    size_t same = 0;
    while (left[same] && left[same] == right[same])
        same++;
    bool left_is_below = strchr(left + same, '/') != NULL;
    bool right_is_below = strchr(right + same, '/') != NULL;
    if (left_is_below != right_is_below)
        return left_is_below ? 1 : -1;
    return strcmp(left + same, right + same);
}

exd_status file_list(struct arena *arena, const char *directory, const struct limits *limits, struct diag *diag, const char ***paths,
                     size_t *count)
{
    struct listing listing = {.arena = arena, .limits = limits, .diag = diag};
    exd_status status = list_directory(&listing, directory, 1);
    if (diag->out_of_memory)
        status = EXD_ERROR_MEMORY;
    if (status == EXD_OK) {
        const char **kept = arena_array(arena, listing.count, sizeof *kept);
        if (kept) {
            if (listing.count)
                memcpy(kept, listing.paths, listing.count * sizeof *kept);
            sort(kept, listing.count, sizeof *kept, compare_paths);
            *paths = kept;
            *count = listing.count;
        } else {
            status = EXD_ERROR_MEMORY;
        }
    }
    memory_free(arena->memory, listing.paths, listing.capacity * sizeof *listing.paths);
    return status;
}
