/* Words for what rules and vocabularies hold, shared by the pages about them: explain, treaties, facts. */
#ifndef EXTRADITION_REPORT_WORDS_H
#define EXTRADITION_REPORT_WORDS_H

#include "report/outline.h"
#include "report/say.h"

/* `surrender must be refused`. */
enum message words_effect(exd_effect effect);
/* `United States of America (US)`. */
/* `does not apply`, within a sentence. */
enum message words_result(exd_result result);
void words_say_state(struct writer *writer, const struct exd_rules *rules, name state);
/* A message about a day, or a span of days of which one is meant; MESSAGE_COUNT: nothing but the day. */
void words_say_span(struct writer *writer, enum message message, struct date_span span);
void words_say_day(struct writer *writer, day value);
/* `from 1999-12-20`, `until 2020-01-31`, `at all times`. */
void words_say_period(struct writer *writer, struct period period);
void words_say_duration(struct writer *writer, const struct exd_rules *rules, struct duration duration);
/* A fact with its path, type, question, and what is presumed; with `help` all that the vocabulary says. */
void words_put_fact(struct writer *writer, const struct exd_rules *rules, const struct entity *entity, const struct fact *fact, bool help);
/* What each value of a fact with a closed list of values means, where its name does not say all. */
void words_put_meanings(struct writer *writer, const struct exd_rules *rules, const struct fact *fact);

/* A reason why an instrument applies or does not, in a few words: its label, or the expression, with what a quantifier asks of its items. */
void words_say_reason(struct writer *writer, const struct because *reason);

#endif
