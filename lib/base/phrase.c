#include "base/phrase.h"

enum { PHRASE_BEGIN = 0x04, PHRASE_PART = 0x05, PHRASE_END = 0x06, PHRASE_ESCAPE = 0x07 };

/* The number of a message is written with two printable characters. */
enum { DIGIT_FIRST = ' ', DIGIT_COUNT = 90, HEAD_BYTES = 3, NESTED_MAX = 8 };

void phrase_open(struct buffer *buffer, enum message message)
{
    buffer_char(buffer, PHRASE_BEGIN);
    buffer_char(buffer, (char)(DIGIT_FIRST + (int)message / DIGIT_COUNT));
    buffer_char(buffer, (char)(DIGIT_FIRST + (int)message % DIGIT_COUNT));
}

void phrase_next(struct buffer *buffer)
{
    buffer_char(buffer, PHRASE_PART);
}

void phrase_close(struct buffer *buffer)
{
    buffer_char(buffer, PHRASE_END);
}

void phrase_message(struct buffer *buffer, enum message message)
{
    phrase_open(buffer, message);
    phrase_close(buffer);
}

static bool is_mark(char c)
{
    return c >= PHRASE_BEGIN && c <= PHRASE_ESCAPE;
}

void phrase_escape(struct buffer *buffer, size_t start)
{
    size_t marks = 0;
    for (size_t i = start; i < buffer->length; i++)
        marks += is_mark(buffer->data[i]);
    size_t from = buffer->length;
    for (size_t i = 0; i < marks; i++)
        buffer_char(buffer, PHRASE_ESCAPE);
    if (buffer->failed)
        return;
    for (size_t to = buffer->length; marks > 0;) {
        char c = buffer->data[--from];
        buffer->data[--to] = is_mark(c) ? (char)(c + '@') : c;
        if (is_mark(c)) {
            buffer->data[--to] = PHRASE_ESCAPE;
            marks--;
        }
    }
}

/* The end of the piece that begins at `at`: where its message parts or ends. */
static size_t piece_end(struct text phrase, size_t at)
{
    for (unsigned depth = 0; at < phrase.length; at++) {
        char c = phrase.data[at];
        if (depth == 0 && (c == PHRASE_PART || c == PHRASE_END))
            break;
        depth += c == PHRASE_BEGIN;
        depth -= c == PHRASE_END;
    }
    return at;
}

struct saying {
    struct buffer *buffer;
    const struct text *translations;
    const char *mark;
};

static void say_phrase(const struct saying *saying, struct text phrase, unsigned depth);

/* The message whose number is at the start of `phrase`, and whose pieces follow. */
static void say_message(const struct saying *saying, struct text phrase, unsigned depth)
{
    struct text pieces[MESSAGE_PLACES_MAX] = {{"", 0}};
    enum message message = (enum message)((phrase.data[1] - DIGIT_FIRST) * DIGIT_COUNT + (phrase.data[2] - DIGIT_FIRST));
    size_t at = HEAD_BYTES;
    if ((unsigned)message >= MESSAGE_COUNT)
        return;
    for (int i = 0; i < MESSAGE_PLACES_MAX && at < phrase.length; i++) {
        size_t end = piece_end(phrase, at);
        pieces[i] = (struct text){phrase.data + at, end - at};
        at = end + 1;
    }
    bool english = saying->translations == NULL || saying->translations[message].data == NULL;
    struct text words = english ? message_english(message) : saying->translations[message];
    for (at = 0; at < words.length;) {
        unsigned place = message_place(words, at);
        if (place > 0)
            say_phrase(saying, pieces[place - 1], depth + 1);
        else
            buffer_char(saying->buffer, words.data[at]);
        at += place > 0 ? 3 : 1;
    }
    if (english && saying->translations != NULL)
        buffer_string(saying->buffer, saying->mark);
}

static void say_phrase(const struct saying *saying, struct text phrase, unsigned depth)
{
    for (size_t at = 0; at < phrase.length;) {
        char c = phrase.data[at];
        if (c == PHRASE_BEGIN && at + HEAD_BYTES < phrase.length && depth < NESTED_MAX) {
            size_t end = piece_end(phrase, at + 1);
            while (end < phrase.length && phrase.data[end] == PHRASE_PART)
                end = piece_end(phrase, end + 1);
            say_message(saying, (struct text){phrase.data + at, end - at}, depth);
            at = end + 1;
        } else if (c == PHRASE_ESCAPE && at + 1 < phrase.length) {
            buffer_char(saying->buffer, (char)(phrase.data[at + 1] - '@'));
            at += 2;
        } else {
            buffer_char(saying->buffer, c);
            at++;
        }
    }
}

void phrase_say(struct buffer *buffer, struct text phrase, const struct text *translations, const char *mark)
{
    const struct saying saying = {buffer, translations, mark};
    say_phrase(&saying, phrase, 0);
}
