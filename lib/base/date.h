/* The proleptic Gregorian calendar in whole days. A date of a record may be known only in part: it is then the span of the days that it
 * can be. Every operation works on spans, and where the calendar has two honest readings (31 January + 1 month, the 18th birthday of
 * 29 February) the result is the span from the earlier to the later one. `never` is the day after all days: it compares as later than
 * every date, and adding to it changes nothing. */
#ifndef EXTRADITION_BASE_DATE_H
#define EXTRADITION_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "base/truth.h"

typedef int32_t day; /* days since 1970-01-01 */

#define DAY_NEVER INT32_MAX
#define DAY_FIRST (-719162) /* 0001-01-01 */
#define DAY_LAST 2932896    /* 9999-12-31 */

struct date_span {
    day first;
    day last;
};

struct duration {
    int32_t months; /* years count twelve */
    int32_t days;
};

day date_day(int year, int month, int day_of_month); /* must be a calendar date */
void date_civil(day at, int *year, int *month, int *day_of_month);
bool date_is_leap(int year);
int date_month_length(int year, int month);

/* `2018-05-01`, `2018-05`, `2018`, `2018-05-01..2018-06-15` (each end may be partial, the second may be `never`), `never`. False when it is
 * none of these, no such day, or a span that ends before it begins. */
bool date_parse(struct text text, struct date_span *out);
/* Whole days only, `YYYY-MM-DD`. */
bool date_parse_day(struct text text, day *out);
/* The shortest form that date_parse() reads back: `2018-05` for that month, `A..B` for other spans, with both ends as years or months where
 * both are whole. */
void date_write(struct buffer *buffer, struct date_span span);

/* Regular expressions (ECMA-262) of what date_parse(), date_parse_day() and duration_parse() take, but for days that a month does not have, spans that
 * end before they begin, and numbers out of range. */
#define DATE_DAY_PATTERN "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
#define DATE_PARTIAL_PATTERN "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
#define DATE_PATTERN "(never|" DATE_PARTIAL_PATTERN "(\\.\\.(never|" DATE_PARTIAL_PATTERN "))?)"
void duration_pattern(struct buffer *buffer);

/* `1 year`, `18 months`, `45 days`, `2 weeks`, `1 year 6 months 2 days`; singular and plural alike, the largest unit
 * first. False when it is none, or over 10,000 years. */
bool duration_parse(struct text text, struct duration *out);
/* `1 year 6 months`; whole years are written as years; `0 days` for nothing. */
void duration_write(struct buffer *buffer, struct duration duration);

struct duration duration_negate(struct duration duration);

/* The span of days that `span` moved by `duration` can be: months first, then days. Clamped to the calendar. */
struct date_span date_add(struct date_span span, struct duration duration);

/* Completed years at `at` of a person born in `birth`: the least and the most that the spans and 29 February allow. Never negative: before
 * birth it is 0. `never` counts as the last day of the calendar. */
void date_age(struct date_span birth, struct date_span at, int32_t *least, int32_t *most);

/* Whether a < b on every reading, on none, or on some. Likewise a == b (true only for whole days that are equal). */
enum truth date_less(struct date_span a, struct date_span b);
enum truth date_equal(struct date_span a, struct date_span b);

/* Durations: exact when both are months or both are days; otherwise by the shortest and longest that those months can be on the
 * calendar (12 months: 365 or 366 days), after the months that both have in common are taken away. */
enum truth duration_less(struct duration a, struct duration b);
enum truth duration_equal(struct duration a, struct duration b);

#endif
