#include "report/say.h"

#include "base/date.h"
#include "base/phrase.h"

enum { PIECE_MARK = 0x03, DAY_BYTES = 64 }; /* between what fills the places of a message; text is cleaned, and has no control character */

struct argument {
    struct text text;
    unsigned number;
    bool is_number;
    bool english;        /* a text of the rules that has no translation */
    char day[DAY_BYTES]; /* a day in the words of the language, which `text` then is */
};

struct text say_message(const struct language *language, enum message message, bool *english)
{
    bool missing = language != NULL && language->messages[message].data == NULL;
    if (english != NULL)
        *english = missing;
    return language == NULL || missing ? message_english(message) : language->messages[message];
}

struct text say_of_rules(const struct language *language, struct text text, bool *english)
{
    struct text found = language == NULL ? (struct text){NULL, 0} : language_text(language, text);
    if (english != NULL)
        *english = language != NULL && text.length > 0 && found.data == NULL;
    return found.data != NULL ? found : text;
}

const char *say_language(const struct writer *writer)
{
    return writer->language == NULL ? "en" : writer->language->id.data;
}

/* Whether a message says anything but what fills its places: what is only punctuation needs no translation. */
static bool has_words(struct text words)
{
    for (size_t at = 0; at < words.length; at++)
        if (text_is_letter(words.data[at]) || (unsigned char)words.data[at] >= 0x80)
            return true;
    return false;
}

/* The day as the language writes it, in `room`; as it stands where English does, where it is no whole day, or where there is too little room. */
static struct text day_in_words(const struct language *language, struct text text, char room[DAY_BYTES])
{
    day value;
    struct text words = language == NULL ? (struct text){NULL, 0} : language->messages[MESSAGE_DAY];
    if (words.data == NULL || !date_parse_day(text, &value))
        return text;
    const struct text parts[] = {{text.data, 4}, {text.data + 5, 2}, {text.data + 8, 2}};
    size_t length = 0;
    for (size_t at = 0; at < words.length;) {
        unsigned place = message_place(words, at);
        struct text piece = place > 0 ? parts[place - 1] : (struct text){words.data + at, 1};
        size_t zero = place > 0 && piece.data[0] == '0' ? 1 : 0;
        if (length + piece.length - zero > DAY_BYTES)
            return text;
        memcpy(room + length, piece.data + zero, piece.length - zero);
        length += piece.length - zero;
        at += place > 0 ? 3 : 1;
    }
    return (struct text){room, length};
}

static void read_arguments(const struct language *language, const char *kinds, struct argument arguments[MESSAGE_PLACES_MAX], va_list list)
{
    for (int i = 0; kinds[i] != '\0' && i < MESSAGE_PLACES_MAX; i++) {
        arguments[i] = (struct argument){.is_number = kinds[i] == 'u'};
        if (kinds[i] == 'u')
            arguments[i].number = va_arg(list, unsigned);
        else if (kinds[i] == 's')
            arguments[i].text = text_of(va_arg(list, const char *));
        else
            arguments[i].text = va_arg(list, struct text);
        if (kinds[i] == 'd')
            arguments[i].text = day_in_words(language, arguments[i].text, arguments[i].day);
        if (kinds[i] == 'r')
            arguments[i].text = say_of_rules(language, arguments[i].text, &arguments[i].english);
    }
}

static void put_message(struct buffer *buffer, const struct language *language, enum message message, va_list list)
{
    struct argument arguments[MESSAGE_PLACES_MAX] = {{.number = 0}};
    bool english;
    struct text words = say_message(language, message, &english);
    read_arguments(language, message_kinds(message), arguments, list);
    for (size_t at = 0; at < words.length;) {
        unsigned place = message_place(words, at);
        const struct argument *argument = &arguments[place > 0 ? place - 1 : 0];
        if (place == 0)
            buffer_char(buffer, words.data[at]);
        else if (argument->is_number)
            buffer_integer(buffer, argument->number);
        else
            buffer_text(buffer, argument->text);
        if (place > 0 && argument->english)
            buffer_string(buffer, SAY_MARK);
        at += place > 0 ? 3 : 1;
    }
    if (english)
        buffer_string(buffer, SAY_MARK);
}

void say_day(struct writer *writer, struct text iso)
{
    char room[DAY_BYTES];
    writer_text(writer, day_in_words(writer->language, iso, room));
}

void say_into(struct buffer *buffer, const struct language *language, enum message message, ...)
{
    va_list list;
    va_start(list, message);
    put_message(buffer, language, message, list);
    va_end(list);
}

static void say_plainly(struct writer *writer, struct text text, bool english)
{
    if (english)
        writer_english(writer);
    writer_text(writer, text);
    if (english)
        writer_english_end(writer);
}

/* The end of the words that begin at `at`, up to a place or the end. */
static size_t words_end(struct text words, size_t at)
{
    at++;
    while (at < words.length && message_place(words, at) == 0)
        at++;
    return at;
}

void say(struct writer *writer, enum message message, ...)
{
    struct argument arguments[MESSAGE_PLACES_MAX] = {{.number = 0}};
    bool english;
    struct text words = say_message(writer->language, message, &english);
    va_list list;
    va_start(list, message);
    read_arguments(writer->language, message_kinds(message), arguments, list);
    va_end(list);
    english = english && has_words(words);
    for (size_t at = 0; at < words.length;) {
        unsigned place = message_place(words, at);
        size_t end = place > 0 ? at + 3 : words_end(words, at);
        const struct argument *argument = &arguments[place > 0 ? place - 1 : 0];
        if (place == 0)
            say_plainly(writer, (struct text){words.data + at, end - at}, english);
        else if (argument->is_number)
            writer_say(writer, "%u", argument->number);
        else
            say_plainly(writer, argument->text, argument->english);
        if (place > 0 && argument->english)
            writer_say(writer, SAY_MARK);
        at = end;
    }
    if (english)
        writer_say(writer, SAY_MARK);
}

void say_styled(struct writer *writer, enum style style, enum message message)
{
    writer_style(writer, style);
    say(writer, message);
    writer_style(writer, STYLE_PLAIN);
}

void say_heading(struct writer *writer, enum message message)
{
    bool english;
    buffer_clear(&writer->scratch);
    buffer_text(&writer->scratch, say_message(writer->language, message, &english));
    buffer_string(&writer->scratch, english ? SAY_MARK : "");
    if (writer->scratch.failed)
        writer->paragraph.failed = true;
    else
        writer_heading_of(writer, message_key(message), writer->scratch.data);
}

void say_text(struct writer *writer, struct text text)
{
    bool english;
    struct text said = say_of_rules(writer->language, text, &english);
    say_plainly(writer, said, english);
    if (english)
        writer_say(writer, SAY_MARK);
}

void say_text_styled(struct writer *writer, enum style style, struct text text)
{
    writer_style(writer, style);
    say_text(writer, text);
    writer_style(writer, STYLE_PLAIN);
}

void say_cite(struct writer *writer, struct text cite)
{
    writer_text(writer, say_of_rules(writer->language, cite, NULL));
}

void say_cite_in_brackets(struct writer *writer, struct text cite)
{
    if (cite.length == 0)
        return;
    writer_say(writer, " [");
    say_cite(writer, cite);
    writer_say(writer, "]");
}

void say_words(struct writer *writer, struct text english)
{
    enum message message = message_by_english(english);
    if (message < MESSAGE_COUNT)
        say(writer, message);
    else
        say_text(writer, english);
}

void say_phrase_into(struct buffer *buffer, const struct language *language, struct text phrase)
{
    phrase_say(buffer, phrase, language == NULL ? NULL : language->messages, SAY_MARK);
}

void say_phrase(struct writer *writer, struct text phrase)
{
    buffer_clear(&writer->scratch);
    say_phrase_into(&writer->scratch, writer->language, phrase);
    if (writer->scratch.failed)
        writer->paragraph.failed = true;
    writer_text(writer, buffer_view(&writer->scratch));
}

size_t say_open(struct writer *writer)
{
    return writer->paragraph.length;
}

void say_next(struct writer *writer)
{
    buffer_char(&writer->paragraph, PIECE_MARK);
}

/* The piece for a place, of those that the marks part. */
static struct text piece(struct text pieces, unsigned place)
{
    size_t at = 0;
    for (; place > 1 && at < pieces.length; at++)
        place -= pieces.data[at] == PIECE_MARK;
    size_t end = at;
    while (end < pieces.length && pieces.data[end] != PIECE_MARK)
        end++;
    return (struct text){pieces.data + at, end - at};
}

void say_close(struct writer *writer, size_t start, enum message message)
{
    bool english;
    struct text words = say_message(writer->language, message, &english);
    english = english && has_words(words);
    struct buffer *paragraph = &writer->paragraph;
    if (paragraph->failed)
        return;
    buffer_clear(&writer->scratch);
    if (paragraph->length > start)
        buffer_append(&writer->scratch, paragraph->data + start, paragraph->length - start);
    if (writer->scratch.failed) {
        paragraph->failed = true;
        return;
    }
    paragraph->length = start;
    struct text pieces = buffer_view(&writer->scratch);
    for (size_t at = 0; at < words.length;) {
        unsigned place = message_place(words, at);
        size_t end = place > 0 ? at + 3 : words_end(words, at);
        if (place > 0)
            buffer_text(paragraph, piece(pieces, place));
        else
            say_plainly(writer, (struct text){words.data + at, end - at}, english);
        at = end;
    }
    if (english)
        writer_say(writer, SAY_MARK);
}
