/* The keys of a rulebook, mapping by mapping: what its reader reads by, and what its schema is written from. */
#ifndef EXTRADITION_RULES_RULEBOOK_KEYS_H
#define EXTRADITION_RULES_RULEBOOK_KEYS_H

#include "source/shape.h"

/* What `kind` is in `yields-to`. */
#define PRECEDENCE_TREATY "treaty"
#define RULEBOOK_FORMAT "extradition-rulebook/1"

enum rulebook_key { BOOK_FORMAT, BOOK_INSTRUMENT, BOOK_DEFINITIONS, BOOK_DATES, BOOK_RULES, BOOK_LEFT_OUT, BOOK_KEY_COUNT };

enum instrument_key {
    INS_ID,
    INS_TITLE,
    INS_SHORT,
    INS_KIND,
    INS_CITATION,
    INS_SOURCES,
    INS_LANGUAGES,
    INS_IN_FORCE,
    INS_PARTIES,
    INS_PARTIES_COMPLETE,
    INS_APPLIES,
    INS_ROLE,
    INS_BASIS,
    INS_PREVAILS,
    INS_YIELDS,
    INS_TEXT_SEEN,
    INS_CHECKED,
    INS_REVIEWED,
    INS_AMENDED,
    INS_NOTE,
    INS_KEY_COUNT
};

/* In the order in which rulebooks mostly have them. */
enum rule_key {
    RULE_ID,
    RULE_CITE,
    RULE_TITLE,
    RULE_GROUND,
    RULE_EFFECT,
    RULE_FOR,
    RULE_VERIFIED,
    RULE_DECIDED_BY,
    RULE_FROM,
    RULE_UNTIL,
    RULE_FOR_REQUESTED,
    RULE_FOR_REQUESTING,
    RULE_GIVEN,
    RULE_WHEN,
    RULE_UNLESS,
    RULE_DEADLINE,
    RULE_THEN,
    RULE_WITHIN,
    RULE_WEIGHS,
    RULE_IN_PLACE_OF,
    RULE_EXCLUDES,
    RULE_EXCLUDES_GROUNDS,
    RULE_DISPLACES,
    RULE_LEAVES,
    RULE_STANDS,
    RULE_NOTE,
    RULE_AUTHORITY,
    RULE_KEY_COUNT
};

enum term_key { TERM_BY, TERM_WITHIN, TERM_STARTS, TERM_DONE, TERM_CONSEQUENCE, TERM_KEY_COUNT }; /* of `deadline` */
enum definition_key { DEFINITION_ID, DEFINITION_MEANS, DEFINITION_CITE, DEFINITION_LABEL, DEFINITION_FOR, DEFINITION_KEY_COUNT };
enum date_key { DATE_ID, DATE_DATE, DATE_CITE, DATE_KEY_COUNT };
enum left_out_key { LEFT_OUT_CITE, LEFT_OUT_TITLE, LEFT_OUT_REASON, LEFT_OUT_KEY_COUNT };
enum party_key { PARTY_FROM, PARTY_UNTIL, PARTY_VERIFIED, PARTY_KEY_COUNT };
enum precedence_key { PRECEDENCE_INSTRUMENT, PRECEDENCE_KIND, PRECEDENCE_CITE, PRECEDENCE_KEY_COUNT };
enum review_key { REVIEW_AGAINST, REVIEW_ON, REVIEW_FOUND, REVIEW_KEY_COUNT };
enum amendment_key { AMENDMENT_ON, AMENDMENT_BY, AMENDMENT_NOTE, AMENDMENT_KEY_COUNT };
enum period_key { PERIOD_FROM, PERIOD_UNTIL, PERIOD_KEY_COUNT };

extern const struct shape rulebook_shape, instrument_shape, rule_shape, deadline_shape, definition_shape, date_shape, left_out_shape,
    party_shape, precedence_shape, review_shape, amendment_shape, period_shape;

/* A regular expression (ECMA-262) of the name of a definition or a date, but for the words of the language itself. */
#define RULEBOOK_NAME_PATTERN "[a-z_][a-z0-9_]{0,99}"

/* The mapping that a condition may be. */
extern const struct shape condition_shape;

/* Words of the language itself, which no definition and no date is called by. */
extern const struct shape_value taken_names;
/* Closed lists of words, each value of them one of these. */
extern const struct shape_value takes_instrument_kind, takes_text_seen, takes_role, takes_effect, takes_for, takes_weighs;

#endif
