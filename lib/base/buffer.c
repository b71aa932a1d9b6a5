/* The growing text of text.h. */
#include <string.h>

#include "base/text.h"

void buffer_init(struct buffer *buffer, struct memory memory)
{
    *buffer = (struct buffer){.memory = memory};
}

void buffer_free(struct buffer *buffer)
{
    memory_free(buffer->memory, buffer->data, buffer->capacity);
    buffer_init(buffer, buffer->memory);
}

void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = false;
    if (buffer->data)
        buffer->data[0] = '\0';
}

/* Room for `length` more bytes and the NUL. */
static bool reserve(struct buffer *buffer, size_t length)
{
    if (buffer->failed)
        return false;
    if (length < buffer->capacity - buffer->length)
        return true;
    size_t needed, capacity = buffer->capacity ? buffer->capacity : 64;
    bool fits = memory_add(buffer->length, length, &needed) && memory_add(needed, 1, &needed);
    while (fits && capacity < needed)
        fits = memory_multiply(capacity, 2, &capacity);
    char *moved = fits ? memory_resize(buffer->memory, buffer->data, buffer->capacity, capacity) : NULL;
    if (!moved) {
        buffer->failed = true;
        return false;
    }
    buffer->data = moved;
    buffer->capacity = capacity;
    return true;
}

void buffer_append(struct buffer *buffer, const char *data, size_t length)
{
    if (!reserve(buffer, length))
        return;
    if (length)
        memcpy(buffer->data + buffer->length, data, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_text(struct buffer *buffer, struct text text)
{
    buffer_append(buffer, text.data, text.length);
}

void buffer_string(struct buffer *buffer, const char *string)
{
    buffer_append(buffer, string, strlen(string));
}

void buffer_char(struct buffer *buffer, char c)
{
    buffer_append(buffer, &c, 1);
}

static void append_digits(struct buffer *buffer, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    buffer_append(buffer, digits + at, sizeof digits - at);
}

void buffer_integer(struct buffer *buffer, int64_t value)
{
    if (value < 0)
        buffer_char(buffer, '-');
    append_digits(buffer, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_format_list(buffer, format, arguments);
    va_end(arguments);
}

void buffer_format_list(struct buffer *buffer, const char *format, va_list arguments)
{
    for (const char *at = format; *at; at++) {
        size_t plain = strcspn(at, "%");
        buffer_append(buffer, at, plain);
        at += plain;
        if (*at == '\0' || at[1] == '\0')
            return;
        switch (*++at) {
        case 's':
            buffer_string(buffer, va_arg(arguments, const char *));
            break;
        case 't':
            buffer_text(buffer, va_arg(arguments, struct text));
            break;
        case 'd':
            buffer_integer(buffer, va_arg(arguments, int));
            break;
        case 'u':
            buffer_integer(buffer, va_arg(arguments, unsigned));
            break;
        case 'z':
            append_digits(buffer, va_arg(arguments, size_t));
            break;
        case 'l':
            buffer_integer(buffer, va_arg(arguments, int64_t));
            break;
        case 'c':
            buffer_char(buffer, (char)va_arg(arguments, int));
            break;
        default:
            buffer_char(buffer, *at);
            break;
        }
    }
}

struct text buffer_view(const struct buffer *buffer)
{
    return buffer->data ? (struct text){buffer->data, buffer->length} : (struct text){"", 0};
}
