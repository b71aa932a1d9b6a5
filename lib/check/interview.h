/* An interview: what was answered so far, as settings over a record, and what to ask next. An answer is what a person types: it is read by the
 * type of the fact that is asked for, and becomes settings that a record could have. What was asked once, answered or passed over, is not asked
 * again until it is taken back. */
#ifndef EXTRADITION_CHECK_INTERVIEW_H
#define EXTRADITION_CHECK_INTERVIEW_H

#include "check/check.h"

enum {
    ANSWER_BYTES_MAX = 4096,
    INTERVIEW_ENTRIES_MAX = 1000 /* as many settings as a record takes at once */
};

struct interview_entry {
    struct text path;       /* what was asked */
    struct text setting;    /* empty: passed over */
    uint32_t step;          /* entries of one step are one answer */
    struct arena_mark mark; /* before the entry */
};

struct exd_interview {
    struct memory memory;
    struct exd_record *base;   /* as it was given */
    struct exd_record *record; /* with all answers */
    struct exd_report *report; /* on that record */
    struct exd_report *before; /* the one before the last answer; NULL at the beginning and after going back */
    struct exd_options options;
    struct arena arena;
    struct interview_entry entries[INTERVIEW_ENTRIES_MAX];
    uint32_t count;
    uint32_t steps; /* answers and questions passed over */
};

/* Whether a fact was asked for: answered, or passed over. */
bool interview_has_asked(const struct exd_interview *interview, struct text path);

/* The most decisive question that was not asked yet; NO_QUESTION when there is none. */
#define NO_QUESTION UINT32_MAX
uint32_t interview_question(const struct exd_interview *interview);

/* Adds the entries of an answer to a question, as a step of its own; with `alike` also for the same fact of other items that is still to be
 * asked. False when the answer cannot be read (reported) or memory ran out: then nothing was added. */
bool interview_add(struct exd_interview *interview, uint32_t question, struct text answer, bool alike, struct diag *diag);
bool interview_pass(struct exd_interview *interview, uint32_t question, struct diag *diag);
/* Takes the entries of the last step away. */
void interview_drop(struct exd_interview *interview);

#endif
