/* What each page in JSON calls itself: the word that programs look at first, and the number that grows when what it says changes its meaning. */
#ifndef EXTRADITION_REPORT_FORMATS_H
#define EXTRADITION_REPORT_FORMATS_H

#define REPORT_FORMAT "extradition-report/1"
#define QUESTIONS_FORMAT "extradition-questions/1"
#define CHECKLIST_FORMAT "extradition-checklist/1"
#define WAYS_FORMAT "extradition-ways/1"
#define CHANGES_FORMAT "extradition-changes/1"
#define FACTS_FORMAT "extradition-facts/1"
#define RULE_FORMAT "extradition-rule/1"
#define INSTRUMENT_FORMAT "extradition-instrument/1"
#define TREATIES_FORMAT "extradition-treaties/1"
#define LIBRARY_FORMAT "extradition-library/1"
#define LINT_FORMAT "extradition-lint/1"

#endif
