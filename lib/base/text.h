/* Slices of UTF-8, and a buffer to build text in. The buffer is sticky: once an append fails for want of memory, later appends do
 * nothing and `failed` stays set, so that forty appends need one check. */
#ifndef EXTRADITION_BASE_TEXT_H
#define EXTRADITION_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"

struct text {
    const char *data; /* not necessarily NUL-terminated */
    size_t length;
};

#define TEXT(literal) ((struct text){literal, sizeof(literal) - 1})

struct text text_of(const char *string); /* of a NUL-terminated string; NULL gives the empty text */
static inline bool text_equal(struct text a, struct text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}
/* Here, so that comparing with a literal comes down to comparing lengths first. */
static inline bool text_is(struct text text, const char *string)
{
    size_t length = strlen(string);
    return text.length == length && (length == 0 || memcmp(text.data, string, length) == 0);
}
int text_compare(struct text a, struct text b); /* by bytes */
bool text_starts_with(struct text text, const char *prefix);
struct text text_trim(struct text text); /* without ASCII white space at both ends */

/* ASCII classes; the C library's depend on the locale. */
static inline bool text_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool text_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
static inline bool text_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool text_is_letter(char c)
{
    return text_is_lower(c) || text_is_upper(c);
}
static inline bool text_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A number of decimal digits only (with an optional leading minus); false when it is none or does not fit. */
bool text_to_int64(struct text text, int64_t *out);

/* Edits (insert, delete, replace, swap neighbours) between two names; a number above `limit` may be returned as limit + 1.
 * Used to suggest the nearest known name. Names longer than 64 bytes count as far. */
unsigned text_distance(struct text a, struct text b, unsigned limit);

/* The index of the known name that `found` most likely means; `count` when none is near. */
size_t text_nearest(struct text found, const struct text *known, size_t count);

/* Columns that a text takes in a terminal: combining marks 0, wide East Asian characters 2. */
size_t text_width(struct text text);
/* The code point at `*at`, which is moved past it; invalid bytes give U+FFFD one by one. */
uint32_t text_next(struct text text, size_t *at);
/* Whether the bytes are valid UTF-8; when not, *at is the offset of the first bad byte. */
bool text_is_utf8(struct text text, size_t *at);

struct buffer {
    struct memory memory;
    char *data; /* NUL-terminated once anything was appended */
    size_t length;
    size_t capacity;
    bool failed;
};

void buffer_init(struct buffer *buffer, struct memory memory);
void buffer_free(struct buffer *buffer);
void buffer_clear(struct buffer *buffer); /* keeps the memory; clears `failed` */
void buffer_append(struct buffer *buffer, const char *data, size_t length);
void buffer_text(struct buffer *buffer, struct text text);
void buffer_string(struct buffer *buffer, const char *string);
void buffer_char(struct buffer *buffer, char c);
void buffer_integer(struct buffer *buffer, int64_t value);
/* %s string, %t struct text, %d int, %u unsigned, %z size_t, %l int64_t, %c char, %% percent: nothing else, and no locale. */
void buffer_format(struct buffer *buffer, const char *format, ...);
void buffer_format_list(struct buffer *buffer, const char *format, va_list arguments);
struct text buffer_view(const struct buffer *buffer); /* borrowed until the next append */

#endif
