#include "base/messages.h"

struct entry {
    const char *key;
    const char *kinds;
    struct text english;
};

static const struct entry entries[MESSAGE_COUNT] = {
#define X(id, key, kinds, english) {key, kinds, {english, sizeof(english) - 1}},
    MESSAGE_LIST(X)
#undef X
};

const char *message_key(enum message message)
{
    return entries[message].key;
}

const char *message_kinds(enum message message)
{
    return entries[message].kinds;
}

struct text message_english(enum message message)
{
    return entries[message].english;
}

enum message message_by_key(struct text key)
{
    int i = 0;
    while (i < MESSAGE_COUNT && !text_is(key, entries[i].key))
        i++;
    return (enum message)i;
}

enum message message_by_english(struct text english)
{
    int i = 0;
    while (i < MESSAGE_COUNT && (entries[i].kinds[0] != '\0' || !text_equal(english, entries[i].english)))
        i++;
    return (enum message)i;
}

unsigned message_place(struct text text, size_t at)
{
    bool there =
        at + 2 < text.length && text.data[at] == '{' && text.data[at + 1] >= '1' && text.data[at + 1] <= '9' && text.data[at + 2] == '}';
    return there ? (unsigned)(text.data[at + 1] - '0') : 0;
}

unsigned message_places(struct text text)
{
    unsigned places = 0;
    for (size_t at = 0; at < text.length; at++)
        if (message_place(text, at) > 0)
            places |= 1u << message_place(text, at);
    return places;
}

void message_fill(struct buffer *buffer, struct text words, const struct text arguments[MESSAGE_PLACES_MAX])
{
    for (size_t at = 0; at < words.length;) {
        unsigned place = message_place(words, at);
        if (place > 0)
            buffer_text(buffer, arguments[place - 1]);
        else
            buffer_char(buffer, words.data[at]);
        at += place > 0 ? 3 : 1;
    }
}
