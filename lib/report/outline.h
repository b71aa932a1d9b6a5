/* What every writer of reports shares: which findings are shown, how findings of one rule are put together, who displaced whom, and how a
 * value of the record is written. Writers add form and nothing else, so that text and JSON can never disagree. */
#ifndef EXTRADITION_REPORT_OUTLINE_H
#define EXTRADITION_REPORT_OUTLINE_H

#include "check/report.h"

enum {
    OUTLINE_DEPTH = 400, /* nesting of proofs and conditions that is shown */
    OUTLINE_RESULT_COUNT = 6,
    OUTLINE_EFFECT_COUNT = 10,
    OUTLINE_STANDING_COUNT = 3
};

struct exd_write_options {
    struct memory memory;
    unsigned width;
    bool colour;
    bool indent;
    bool full;
    char language[LANGUAGE_BYTES]; /* empty: that of the rules */
    uint32_t results;              /* a bit for each; 0: all */
    uint32_t effects;              /* likewise */
    struct buffer grounds;         /* ids, each followed by a line feed; empty: all */
};

/* The defaults, which NULL stands for. */
struct exd_write_options outline_defaults(void);
/* The language to write in: `*out` NULL for English. False when the rules have not the one that is asked for. */
bool outline_language(const struct exd_write_options *options, const struct exd_rules *rules, const struct language **out);

/* Whether some findings may not be shown. */
bool outline_filters(const struct exd_write_options *options);
bool outline_shows(const struct exd_write_options *options, const struct exd_report *report, const struct finding *finding);

struct text outline_ground_id(const struct exd_report *report, const struct finding *finding);

/* Findings of one rule that agree in result and standing: the same provision, for several offences. */
struct outline_group {
    const struct finding *first;
    const struct finding **members; /* `first` and the others, in order */
    uint32_t count;
    bool said; /* a writer has given it in full, and may refer to it */
};

struct outline {
    const struct exd_report *report;
    struct arena arena;           /* holds the groups, and what a writer keeps while it writes */
    struct outline_group *groups; /* in the order of the report */
    uint32_t group_count;
    uint32_t *numbers; /* by outline_fact_index(): see outline_number() */
    uint32_t asked;    /* how many questions there are, the same fact of several items being asked for once */
};

/* False when memory ran out. To be freed in either case. */
bool outline_init(struct outline *outline, const struct exd_report *report, const struct exd_write_options *options);
void outline_free(struct outline *outline);

/* Whether two questions ask for the same fact, of different items. */
bool outline_asks_alike(const struct question *a, const struct question *b);
/* Whether a question is shown: one of the findings that it is for is. */
bool outline_asks(const struct exd_write_options *options, const struct exd_report *report, const struct question *question);
/* The facts of the vocabulary and the lists as such, numbered from 0, whatever the item. */
size_t outline_fact_total(const struct vocabulary *vocabulary);
size_t outline_fact_index(const struct vocabulary *vocabulary, const struct fact_use *use);
/* The number under which a fact is asked for when all questions are shown, whatever its item; 0 when it is not. */
uint32_t outline_number(const struct outline *outline, const struct fact_use *use);

/* Uses of facts in the order of the vocabulary, and then of the record, each path once. */
struct outline_uses {
    const struct fact_use **items;
    uint32_t count;
    uint32_t capacity;
};

/* Room for `capacity` uses; false when memory ran out. */
bool outline_uses_init(struct outline_uses *uses, struct arena *arena, size_t capacity);
/* Adds those of a list that are presumed, or all. */
void outline_uses_add(struct outline_uses *uses, const struct fact_list *facts, bool presumed_only);
void outline_uses_finish(struct outline_uses *uses);
/* How many from `from` on are the same fact of different items. */
uint32_t outline_uses_run(const struct outline_uses *uses, uint32_t from);

/* Whether a displacement that is certain stands in the way. */
bool outline_is_displaced(const struct finding *finding);

/* One scalar of a fact's value, as a record would write it. */
void outline_write_scalar(const struct exd_report *report, const struct fact *fact, union scalar scalar, struct buffer *buffer);

/* The record's cell that a fact stands for; NULL for a list as such. */
const struct cell *outline_cell(const struct exd_report *report, const struct fact_use *use);
/* What the record says of a fact of the request that the language itself speaks of; nothing is presumed. */
struct value outline_request_value(const struct exd_report *report, const char *fact);
/* The list that a use of a list as such stands for. */
const struct item_list *outline_list(const struct exd_report *report, const struct fact_use *use);
/* The question that asks for a fact. */
struct text outline_question(const struct fact_use *use);
/* Who can answer it: who has to evaluate a legal test, or whose file the fact is in; may be empty. */
struct text outline_answered_by(const struct fact_use *use);

const char *outline_truth_word(enum truth truth);         /* `true`, `false`, `unknown` */
const char *outline_engaged_word(enum truth truth);       /* `yes`, `no`, `open` */
const char *outline_applicability_word(enum truth truth); /* `applies`, `does-not-apply`, `open` */
const char *outline_limb_word(enum limb_kind kind);       /* `test`, `all`, … */
const char *outline_weighs_word(enum rule_weighs weighs); /* `for-refusal`, `for-surrender`; empty */

#endif
