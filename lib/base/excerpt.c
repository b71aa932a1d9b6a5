#include "base/excerpt.h"

#include <string.h>

enum {
    EXCERPT_COLUMNS = 120,       /* longer lines are cut */
    EXCERPT_COLUMNS_BEFORE = 60, /* kept before the place when the line is cut */
    TAB_COLUMNS = 4
};

#define ELLIPSIS "\xE2\x80\xA6"
#define REPLACEMENT "\xEF\xBF\xBD"

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Would a terminal obey this character, or hide or reorder others for it? */
static bool is_unsafe(uint32_t character)
{
    bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    bool direction = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    return control || direction || character == 0x2028 || character == 0x2029 || character == 0xFFFD;
}

/* The character at `*at`, as it is printed, is appended (when there is a buffer) and passed; its columns are returned. */
static size_t pass_character(struct buffer *buffer, struct text text, size_t *at)
{
    size_t start = *at;
    uint32_t character = text_next(text, at);
    if (character == '\t') {
        if (buffer)
            buffer_append(buffer, "    ", TAB_COLUMNS);
        return TAB_COLUMNS;
    }
    struct text shown = is_unsafe(character) ? TEXT(REPLACEMENT) : (struct text){text.data + start, *at - start};
    if (buffer)
        buffer_text(buffer, shown);
    return text_width(shown);
}

static size_t columns_between(struct text text, size_t from, size_t to)
{
    size_t columns = 0;
    for (size_t at = from; at < to;)
        columns += pass_character(NULL, text, &at);
    return columns;
}

/* Appends from `from` on as much as fits into `columns`; returns where it stopped. */
static size_t write_columns(struct buffer *buffer, struct text text, size_t from, size_t columns)
{
    size_t at = from;
    while (at < text.length) {
        size_t next = at;
        size_t width = pass_character(NULL, text, &next);
        if (width > columns)
            break;
        columns -= width;
        pass_character(buffer, text, &at);
    }
    return at;
}

void excerpt_write_visible(struct buffer *buffer, struct text text, size_t columns)
{
    if (write_columns(buffer, text, 0, columns) < text.length)
        buffer_string(buffer, ELLIPSIS);
}

/* The length of the line break at `at`, as libyaml sees it; 0 when there is none. */
static size_t line_break(struct text bytes, size_t at)
{
    const unsigned char *c = (const unsigned char *)bytes.data + at;
    size_t left = bytes.length - at;
    if (c[0] == '\n')
        return 1;
    if (c[0] == '\r')
        return left > 1 && c[1] == '\n' ? 2 : 1;
    if (c[0] == 0xC2 && left > 1 && c[1] == 0x85)
        return 2; /* NEL */
    if (c[0] == 0xE2 && left > 2 && c[1] == 0x80 && (c[2] == 0xA8 || c[2] == 0xA9))
        return 3; /* LS, PS */
    return 0;
}

enum { RUN_BYTES = sizeof(uint64_t) };

/* Whether no line break begins in the next eight bytes, in one step: none of them is below 14 or above 127. */
static bool is_plain_run(struct text bytes, size_t at)
{
    uint64_t run;
    if (bytes.length - at < RUN_BYTES)
        return false;
    memcpy(&run, bytes.data + at, RUN_BYTES);
    return (((run - UINT64_C(0x0E0E0E0E0E0E0E0E)) | run) & UINT64_C(0x8080808080808080)) == 0;
}

bool excerpt_next_line(struct text bytes, size_t from, size_t *next)
{
    size_t at = from;
    while (at < bytes.length) {
        if (is_plain_run(bytes, at)) {
            at += RUN_BYTES;
            continue;
        }
        size_t length = line_break(bytes, at);
        at += length ? length : 1;
        if (length) {
            *next = at;
            return true;
        }
    }
    *next = bytes.length;
    return false;
}

struct text excerpt_line(const struct lines *lines, uint32_t line)
{
    if (!lines || line == 0)
        return TEXT("");
    size_t start = 0;
    size_t end;
    for (uint32_t i = 1; i < line; i++)
        if (!excerpt_next_line(lines->bytes, start, &start))
            return TEXT("");
    excerpt_next_line(lines->bytes, start, &end);
    struct text text = {lines->bytes.data + start, end - start};
    static const struct text breaks[] = {{"\r\n", 2}, {"\n", 1}, {"\r", 1}, {"\xC2\x85", 2}, {"\xE2\x80\xA8", 3}, {"\xE2\x80\xA9", 3}};
    for (size_t i = 0; i < sizeof breaks / sizeof breaks[0]; i++) {
        size_t length = breaks[i].length;
        if (text.length < length || memcmp(text.data + text.length - length, breaks[i].data, length) != 0)
            continue;
        text.length -= length;
        break;
    }
    return text;
}

/* The byte at which character `count` after `from` begins. Only looks at lead bytes: the line may be megabytes long. */
static size_t skip_characters(struct text text, size_t from, size_t count)
{
    size_t at = from;
    while (at < text.length && count > 0) {
        at++;
        while (at < text.length && is_continuation(text.data[at]))
            at++;
        count--;
    }
    return at;
}

/* Where to begin showing a line, so that the place at `mark` is in sight. */
static size_t window_start(struct text line, size_t mark)
{
    if (line.length <= (size_t)4 * EXCERPT_COLUMNS && columns_between(line, 0, line.length) <= EXCERPT_COLUMNS)
        return 0;
    size_t at = mark, columns = 0;
    while (at > 0 && columns < EXCERPT_COLUMNS_BEFORE) {
        size_t end = at--;
        while (at > 0 && is_continuation(line.data[at]))
            at--;
        columns += columns_between(line, at, end);
    }
    return at;
}

static void write_repeated(struct buffer *buffer, char c, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_char(buffer, c);
}

static size_t digit_count(uint32_t number)
{
    size_t digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

void excerpt_write(struct buffer *buffer, struct place place)
{
    if (!place.lines || !place.lines->bytes.data || place.line == 0)
        return;
    struct text line = excerpt_line(place.lines, place.line);
    size_t mark = skip_characters(line, 0, place.column ? place.column - 1 : 0);
    size_t mark_end = skip_characters(line, mark, place.length ? place.length : 1);
    size_t start = window_start(line, mark);
    size_t digits = digit_count(place.line);
    size_t gutter = digits < 5 ? 5 : digits;

    write_repeated(buffer, ' ', gutter - digits);
    buffer_format(buffer, "%u | %s", (unsigned)place.line, start ? ELLIPSIS : "");
    size_t end = write_columns(buffer, line, start, EXCERPT_COLUMNS);
    buffer_format(buffer, "%s\n", end < line.length ? ELLIPSIS : "");

    write_repeated(buffer, ' ', gutter);
    buffer_string(buffer, " | ");
    write_repeated(buffer, ' ', (start ? 1 : 0) + columns_between(line, start, mark));
    size_t marked = mark_end < end ? columns_between(line, mark, mark_end) : mark < end ? columns_between(line, mark, end) : 1;
    buffer_char(buffer, '^');
    if (marked > 1)
        write_repeated(buffer, '~', marked - 1);
    buffer_char(buffer, '\n');
}
