/* What a set of rules is called in another language: the texts of the vocabulary, of the taxonomy, of the States, of instruments and the
 * words of reports. A translation is found by the place in memory of the English text that it stands for, so that whatever shows a text of
 * the rules can ask for it, however it came by it. */
#ifndef EXTRADITION_RULES_TRANSLATION_H
#define EXTRADITION_RULES_TRANSLATION_H

#include "base/messages.h"
#include "source/tree.h"

struct exd_rules;

struct shape;

#define TRANSLATION_FORMAT "extradition-translation/1"

/* The keys of a file of translations: its head, then a mapping for each section. */
enum { TRANSLATION_HEAD_KEYS = 2 };
extern const struct shape translation_shape;

enum { LANGUAGE_BYTES = 16 }; /* of a code, with its NUL */

struct translated {
    const char *of; /* the English text's first byte */
    struct text text;
    struct place place;
    bool phrase; /* one that stands for every text with these words: yields to one by id */
};

struct language {
    struct text id;
    struct text messages[MESSAGE_COUNT]; /* .data NULL: none */
    struct translated *texts;            /* in the order of `of` */
    uint32_t count;
    uint32_t capacity;
};

/* Reads one file of translations into the rules' languages, once they are compiled. False when anything was reported or memory ran out. */
bool translation_read(struct exd_rules *rules, const struct node *document, struct diag *diag);
/* Puts what was read in order, once all files are. */
bool translation_finish(struct exd_rules *rules, struct diag *diag);

/* NULL when no translation of that language is loaded. */
const struct language *language_find(const struct exd_rules *rules, struct text id);
/* The language that a code stands for in these rules: `*out` NULL for English. False, and a diagnostic, when they have none of it. */
bool language_choose(const struct exd_rules *rules, const char *code, const struct language **out, struct diag *diag);
/* Copies a code; false when it is none. */
bool language_copy_code(char out[LANGUAGE_BYTES], const char *code);
/* What the text is called; .data NULL when there is no translation. */
struct text language_text(const struct language *language, struct text text);

#endif
