/* A calendar that is slow and obvious, for the library's own to be compared with: it knows how long months are, and counts days. */
#ifndef UNIT_CALENDAR_H
#define UNIT_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CALENDAR_FIRST_YEAR = 1600,
    CALENDAR_MONTHS = 2 * 400 * 12 + 1, /* two whole cycles, so that every month has a cycle of months after it */
    CALENDAR_EPOCH = -135140            /* 1600-01-01, in days since 1970-01-01 */
};

struct calendar {
    int32_t first_day[CALENDAR_MONTHS + 1];
    int length[CALENDAR_MONTHS];
};

void calendar_fill(struct calendar *calendar);

#endif
