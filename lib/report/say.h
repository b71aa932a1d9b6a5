/* What a report says, in the reader's language: the library's own sentences (base/messages.h), and the texts of the rules. What has no
 * translation is said in English and marked, so that no reader takes one language's silence for the law's. */
#ifndef EXTRADITION_REPORT_SAY_H
#define EXTRADITION_REPORT_SAY_H

#include "report/writer.h"
#include "rules/translation.h"

#define SAY_MARK " [en]" /* after what stands in English in a report of another language */

/* The words themselves, for formats that mark English in their own way; `language` may be NULL, which is English. `*english` tells whether
 * there is no translation; it may be NULL. */
struct text say_message(const struct language *language, enum message message, bool *english);
struct text say_of_rules(const struct language *language, struct text text, bool *english);

/* The code of the writer's language. */
const char *say_language(const struct writer *writer);

/* A message with what it speaks of, in the order of its kinds: `t` a text as it stands, `r` a text of the rules, `s` a string, `u` unsigned,
 * `d` a day as records write it, which is said as the language writes days. */
void say_into(struct buffer *buffer, const struct language *language, enum message message, ...);

/* The same, onto the paragraph of a writer, in the writer's language. */
void say(struct writer *writer, enum message message, ...);
void say_day(struct writer *writer, struct text iso);
void say_styled(struct writer *writer, enum style style, enum message message);
void say_heading(struct writer *writer, enum message message);
/* A text of the rules. */
void say_text(struct writer *writer, struct text text);
void say_text_styled(struct writer *writer, enum style style, struct text text);
/* A text of the rules that keeps its form where it has no translation, as citations do: nothing marks it. */
void say_cite(struct writer *writer, struct text cite);
/* ` [Art. 3(1)]`; nothing when it is empty. */
void say_cite_in_brackets(struct writer *writer, struct text cite);
/* Words that the checker wrote, which are messages too. */
void say_words(struct writer *writer, struct text english);

/* A phrase (base/phrase.h). */
void say_phrase(struct writer *writer, struct text phrase);
void say_phrase_into(struct buffer *buffer, const struct language *language, struct text phrase);

/* A message whose places are filled by whatever is written: start = say_open(w); …; say_next(w); …; say_close(w, start, message). Between
 * say_open() and say_close() nothing may end the paragraph. */
size_t say_open(struct writer *writer);
void say_next(struct writer *writer);
void say_close(struct writer *writer, size_t start, enum message message);

#endif
