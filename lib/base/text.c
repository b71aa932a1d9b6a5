#include "base/text.h"

#include <string.h>

struct text text_of(const char *string)
{
    return string ? (struct text){string, strlen(string)} : (struct text){"", 0};
}

int text_compare(struct text a, struct text b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

bool text_starts_with(struct text text, const char *prefix)
{
    size_t length = strlen(prefix);
    return length <= text.length && (length == 0 || memcmp(text.data, prefix, length) == 0);
}

struct text text_trim(struct text text)
{
    while (text.length && text_is_space(text.data[0])) {
        text.data++;
        text.length--;
    }
    while (text.length && text_is_space(text.data[text.length - 1]))
        text.length--;
    return text;
}

bool text_to_int64(struct text text, int64_t *out)
{
    bool negative = text.length > 0 && text.data[0] == '-';
    size_t at = negative ? 1 : 0;
    if (at == text.length)
        return false;
    int64_t value = 0; /* built below zero, where the range reaches one further */
    for (; at < text.length; at++) {
        if (!text_is_digit(text.data[at]))
            return false;
        int digit = text.data[at] - '0';
        if (value < (INT64_MIN + digit) / 10)
            return false;
        value = value * 10 - digit;
    }
    if (!negative && value == INT64_MIN)
        return false;
    *out = negative ? value : -value;
    return true;
}

enum { DISTANCE_BYTES_MAX = 64 };

unsigned text_distance(struct text a, struct text b, unsigned limit)
{
    size_t difference = a.length > b.length ? a.length - b.length : b.length - a.length;
    if (a.length > DISTANCE_BYTES_MAX || b.length > DISTANCE_BYTES_MAX || difference > limit)
        return limit + 1;
    unsigned rows[3][DISTANCE_BYTES_MAX + 1];
    unsigned *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b.length; j++)
        above[j] = before[j] = (unsigned)j;
    for (size_t i = 1; i <= a.length; i++) {
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b.length; j++) {
            unsigned replaced = above[j - 1] + (a.data[i - 1] != b.data[j - 1]);
            unsigned best = above[j] < row[j - 1] ? above[j] + 1 : row[j - 1] + 1;
            if (replaced < best)
                best = replaced;
            bool swapped = i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1];
            if (swapped && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
        }
        unsigned *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[b.length] > limit ? limit + 1 : above[b.length];
}

size_t text_nearest(struct text found, const struct text *known, size_t count)
{
    size_t nearest = count;
    unsigned limit = found.length < 6 ? 1 : found.length < 12 ? 3 : 4;
    for (size_t i = 0; i < count; i++) {
        unsigned distance = text_distance(found, known[i], limit);
        if (distance > limit)
            continue;
        nearest = i;
        if (distance == 0)
            break;
        limit = distance - 1;
    }
    return nearest;
}
