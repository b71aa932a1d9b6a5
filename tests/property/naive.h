/* A plain reference for one finding: its rule in the light of every completion of what the record does not say. Whenever a fact is read that is
 * not known, each of its values is tried in turn; whenever a list may have more items, with and without. The values are a crude superset of those
 * that could matter, made without the checker: all constants of the rule and all values of the record, shifted by all durations, and their
 * neighbours. Where there are too many completions a sample is drawn. */
#ifndef PROPERTY_NAIVE_H
#define PROPERTY_NAIVE_H

#include "check/report.h"
#include "rules/ruleset.h"

struct naive_answer {
    bool seen[3];  /* by enum truth: UNKNOWN where exact facts leave a question of the calendar, or an instrument's application, open */
    bool whole;    /* all completions were tried, or enough to have seen both answers */
    bool disputed; /* the rule reads a disputed fact, which was treated as unknown */
};

/* `items`: how many are imagined in each list that may have more. `most`: completions to try before going over to a sample. */
struct naive_answer naive_complete(const struct exd_report *report, const struct finding *finding, uint32_t items, unsigned long most);

/* Likewise of whether the rule comes into play. */
struct naive_answer naive_engaged(const struct exd_report *report, const struct finding *finding, uint32_t items, unsigned long most);

/* Whether a rule reads a fact of any item; with NO_FACT, whether it speaks of the items of a list. */
bool naive_reads(const struct exd_rules *rules, const struct rule *rule, uint32_t entity, uint32_t fact);

#endif
