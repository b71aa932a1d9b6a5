/* The part of text.h that looks inside UTF-8: decoding, validity, and the columns that a terminal gives to a text. */
#include <string.h>

#include "base/text.h"

/* How many bytes the sequence at `at` has when it is well-formed (Unicode 15, table 3-7: no overlong forms, no surrogates), else 0. */
static size_t sequence_length(const unsigned char *bytes, size_t left)
{
    unsigned char first = bytes[0];
    if (first < 0x80)
        return 1;
    size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || left < length)
        return 0;
    unsigned char least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned char most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (bytes[1] < least || bytes[1] > most)
        return 0;
    for (size_t i = 2; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    }
    return length;
}

uint32_t text_next(struct text text, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text.data + *at;
    size_t length = sequence_length(bytes, text.length - *at);
    *at += length ? length : 1;
    switch (length) {
    case 1:
        return bytes[0];
    case 2:
        return (uint32_t)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
    case 3:
        return (uint32_t)(bytes[0] & 0x0F) << 12 | (uint32_t)(bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
    case 4:
        return (uint32_t)(bytes[0] & 0x07) << 18 | (uint32_t)(bytes[1] & 0x3F) << 12 | (uint32_t)(bytes[2] & 0x3F) << 6 | (bytes[3] & 0x3F);
    default:
        return 0xFFFD;
    }
}

/* How many ASCII bytes stand at `at` at least: a whole number of steps. */
static size_t ascii_run(struct text text, size_t at)
{
    enum { WORDS = 4 };
    uint64_t words[WORDS];
    size_t end = at;
    for (; text.length - end >= sizeof words; end += sizeof words) {
        memcpy(words, text.data + end, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & UINT64_C(0x8080808080808080))
            break;
    }
    return end - at;
}

bool text_is_utf8(struct text text, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    size_t i = ascii_run(text, 0);
    while (i < text.length) {
        size_t length = sequence_length(bytes + i, text.length - i);
        if (length == 0) {
            *at = i;
            return false;
        }
        i += length;
        if (length > 1)
            i += ascii_run(text, i);
    }
    return true;
}

struct range {
    uint32_t first;
    uint32_t last;
};

/* Combining marks and characters without a width of their own, of the scripts that names and texts of treaties are written in. */
static const struct range narrow[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5},
    {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x0900, 0x0902}, {0x093A, 0x093A}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D},
    {0x0951, 0x0957}, {0x0962, 0x0963}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1160, 0x11FF},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20F0},
    {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

/* East Asian Width W and F (UAX #11), neighbouring ranges joined. */
static const struct range wide[] = {
    {0x1100, 0x115F}, {0x231A, 0x231B}, {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x2614, 0x2615},   {0x26A1, 0x26A1},
    {0x2705, 0x2705}, {0x274C, 0x274C}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

static bool in_ranges(uint32_t character, const struct range *ranges, size_t count)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (character > ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && character >= ranges[low].first;
}

size_t text_width(struct text text)
{
    size_t columns = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t character = text_next(text, &at);
        if (character < 0x300) {
            columns++;
        } else if (!in_ranges(character, narrow, sizeof narrow / sizeof narrow[0])) {
            columns += in_ranges(character, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
        }
    }
    return columns;
}
