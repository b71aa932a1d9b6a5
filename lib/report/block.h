/* One finding, or the findings of one rule that agree, as a block of text: what the provision is, what follows, on which facts, and what is
 * missing. Text is made of these blocks; sections and their order are text.c's. */
#ifndef EXTRADITION_REPORT_BLOCK_H
#define EXTRADITION_REPORT_BLOCK_H

#include "report/outline.h"
#include "report/writer.h"

struct text_out {
    const struct exd_report *report;
    const struct exd_write_options *options;
    struct writer *writer;
    struct outline *outline;
};

enum { BLOCK_INDENT = 4, BLOCK_REASON = 6 };

/* What became of a time limit; in time_limits.c. */
enum message deadline_message(enum deadline_status status);

/* The mark of a result, or of what became of a time limit, and its colour: `■`, `□`, `✓`, `✗`, `?`, `≠`, `…`. */
const char *block_mark(const struct finding *finding);
enum style block_style(const struct finding *finding);

/* `US-Korea Treaty 1998, Art. 3(1)`. */
void say_citation(struct writer *writer, const struct instrument *instrument, const struct rule *rule);
void block_say_citation(struct text_out *out, const struct instrument *instrument, const struct rule *rule);
/* `, for laundering-1 and distribution-1`, when the group is about offences. */
void block_say_subjects(struct text_out *out, const struct outline_group *group);
/* `US-Korea Treaty 1998, Art. 3(1), for laundering-1: …`, with the title. */
void block_say_finding(struct text_out *out, const struct finding *finding);
/* `path = value (source, line 3; presumed)`. */
void block_say_fact(struct text_out *out, const struct fact_use *use);
/* The same fact of several items, with the same value from the same source. */
void block_say_facts(struct text_out *out, const struct fact_use *const *uses, uint32_t count);
/* Where a fact is from; what a setting supposes is said to be so. */
void block_say_source(struct writer *writer, const char *before, struct text source, const char *after);
/* ` (known to the requested State)`, ` (an evaluation, to be made by the court of the requested State)`; nothing when the vocabulary is silent. */
void block_say_who_answers(struct writer *writer, const struct fact_use *use);
/* The path of one use, or of a run of uses of one fact. */
void block_say_paths(struct text_out *out, const struct outline_uses *uses, uint32_t from, uint32_t count);
/* What the findings of a group lack, each fact with its question, once for all offences. */
void block_missing(struct text_out *out, const struct outline_group *group, size_t indent);

/* The mark, the citation, the title; then its id. */
void block_headline(struct text_out *out, const struct outline_group *group);
/* The result in words, for whom, and by whom it is decided. */
void block_result(struct text_out *out, const struct outline_group *group);
/* The limbs that decide, with their facts; in reasons.c, as are the next two. */
void block_reasons(struct text_out *out, const struct outline_group *group, size_t indent);
/* Whether proofs are shown: in a full report, and where they can be folded. */
bool block_shows_proof(const struct text_out *out);
/* The whole proof of each finding. */
void block_proof(struct text_out *out, const struct outline_group *group);
void block_displacements(struct text_out *out, const struct finding *finding);
/* Notes, authority, what it leads to, its id, and whether its wording was verified. */
void block_notes(struct text_out *out, const struct finding *finding);

/* How many questions there are, the same for several items being one; and the most decisive. In questions.c. */
uint32_t questions_count(struct text_out *out, const struct question **first);
/* The questions, at most `most` of them. */
void questions_write(struct text_out *out, uint32_t most);
/* One question, under a number, and what each answer to it would do; the latter in answers.c. */
void questions_write_one(struct text_out *out, uint32_t question, uint32_t number);
void answers_write_one(struct text_out *out, uint32_t question);

/* What each answer to a question would do; of a question for several items, once where it is the same for all. `numbers` has the number under
 * which each question is shown, 0 for none yet. In answers.c, as is the next. */
void answers_write(struct text_out *out, uint32_t question, const uint32_t *numbers);
/* The disputed facts on which a result turns, in a report that was analysed. */
void disputes_write(struct text_out *out);

/* What there is, in a few lines; in glance.c. */
void glance_write(struct text_out *out);

/* Whether a group is a time limit that runs or may; and the section about them. In time_limits.c. */
bool time_limits_has(const struct outline_group *group);
void time_limits_write(struct text_out *out);

/* All of a finding. */
void block_write(struct text_out *out, const struct outline_group *group);

#endif
