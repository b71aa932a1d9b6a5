/* Words that are said later, in whatever language: messages with what fills their places, one within another. A phrase is a text in which four
 * control characters mark where a message begins, where its pieces part, where it ends, and a character of a record that could be taken for
 * one of them. A text without any of them is a phrase that says itself. */
#ifndef EXTRADITION_BASE_PHRASE_H
#define EXTRADITION_BASE_PHRASE_H

#include "base/messages.h"

/* phrase_open(b, message); what fills the first place; phrase_next(b); the second; phrase_close(b). */
void phrase_open(struct buffer *buffer, enum message message);
void phrase_next(struct buffer *buffer);
void phrase_close(struct buffer *buffer);
/* A message without places. */
void phrase_message(struct buffer *buffer, enum message message);
/* Escapes what was appended to the buffer from `start` on. */
void phrase_escape(struct buffer *buffer, size_t start);

/* Says the phrase. `translations` has a text for each message, whose data is NULL where there is none; NULL: English. `mark` follows what is
 * said in English for want of a translation. */
void phrase_say(struct buffer *buffer, struct text phrase, const struct text *translations, const char *mark);

#endif
