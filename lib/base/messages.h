/* The words of reports, once: every sentence that the library itself says to a reader, in English, with numbered places for what it says it
 * of. Translations name them by their keys (docs/translations.md), so that a sentence can be put in the order of another language. What is
 * said is whole sentences or headings, never glued fragments, as far as English allows. */
#ifndef EXTRADITION_BASE_MESSAGES_H
#define EXTRADITION_BASE_MESSAGES_H

#include "base/message_list.h"
#include "base/text.h"

enum message {
#define X(id, key, kinds, english) MESSAGE_##id,
    MESSAGE_LIST(X)
#undef X
        MESSAGE_COUNT
};

const char *message_key(enum message message);
/* What it takes, a letter for each: as in buffer_format(). */
const char *message_kinds(enum message message);
struct text message_english(enum message message);
/* The message with a key, or the message without places whose English is this; MESSAGE_COUNT when there is none. */
enum message message_by_key(struct text key);
enum message message_by_english(struct text english);

enum { MESSAGE_PLACES_MAX = 9 };

/* The number of the place that begins at `at`, as `{1}`; 0 when there is none. It is three bytes long. */
unsigned message_place(struct text text, size_t at);
/* The places that a text has, as bits from 1 on. */
unsigned message_places(struct text text);

/* Writes words with the texts that fill their places. */
void message_fill(struct buffer *buffer, struct text words, const struct text arguments[MESSAGE_PLACES_MAX]);

#endif
