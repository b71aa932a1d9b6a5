/* Facts as a report shows them: their path, their value as a record would write it, where the record says so, and whether they are missing. */
#ifndef EXTRADITION_CHECK_FACT_USE_H
#define EXTRADITION_CHECK_FACT_USE_H

#include "check/evaluate.h"
#include "check/report.h"

/* What building a report passes around. */
struct builder {
    struct view *view;
    struct arena *arena;   /* the report's: what is built lives there */
    struct buffer *buffer; /* for building texts */
};

/* The text in the buffer, copied to the arena; empties the buffer. */
/* What the buffer holds is a phrase: takes it, and what it says in English. */
void builder_take_phrase(struct builder *builder, struct text *phrase, struct text *english);
struct text builder_take(struct builder *builder);

/* A fact, or with FACT_EXISTS (and for every fact of an imagined item) the list as such. */
struct fact_use fact_use_make(struct builder *builder, struct cell_key key);

/* Where a use stands: with FACT_EXISTS for a list as such. */
struct cell_key fact_use_key(const struct exd_report *report, const struct fact_use *use);

/* Adds a use to a list, once for each path; lists grow in the arena. False when memory ran out. */
bool fact_list_add(struct builder *builder, struct fact_list *list, const struct fact_use *use);
bool fact_list_add_all(struct builder *builder, struct fact_list *list, const struct fact_list *from);

#endif
