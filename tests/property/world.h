/* What the property tests share: chance that repeats, a small world of facts, and the library called with texts. */
#ifndef PROPERTY_WORLD_H
#define PROPERTY_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "check/report.h"
#include "extradition.h"

/* The same seed gives the same run on every machine. */
struct chance {
    uint64_t state;
};
uint32_t chance_below(struct chance *chance, uint32_t bound);
bool chance_of(struct chance *chance, unsigned percent);

/* A text that grows; a test that runs out of memory stops. */
struct page {
    char *bytes;
    size_t length;
    size_t room;
};
void page_add(struct page *page, const char *format, ...) __attribute__((format(printf, 2, 3)));
void page_clear(struct page *page);
void page_free(struct page *page);

/* The small world: its States, grounds and vocabulary. */
extern const char *const world_files[3];

/* Each stops the program, with the diagnostics and the text, when the library refuses what is given. */
exd_rules *world_rules(const char *rulebook);
/* NULL when they are refused. */
exd_rules *world_try_rules(const char *rulebook);
exd_record *world_record(exd_rules *rules, const char *record);
exd_report *world_check(exd_rules *rules, exd_record *record, bool presumptions);
/* The report as JSON, in a page. */
void world_json(const exd_report *report, struct page *page);

#endif
