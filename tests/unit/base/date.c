#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "unit.h"

void calendar_fill(struct calendar *calendar)
{
    int32_t next = CALENDAR_EPOCH;
    for (int i = 0; i < CALENDAR_MONTHS; i++) {
        int year = CALENDAR_FIRST_YEAR + i / 12, month = i % 12 + 1;
        bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        bool short_month = month == 4 || month == 6 || month == 9 || month == 11;
        calendar->length[i] = month == 2 ? (leap ? 29 : 28) : short_month ? 30 : 31;
        calendar->first_day[i] = next;
        next += calendar->length[i];
    }
    calendar->first_day[CALENDAR_MONTHS] = next;
}

START_TEST(every_day_of_a_cycle_goes_round)
{
    static struct calendar calendar;
    calendar_fill(&calendar);
    for (int i = 0; i < 400 * 12; i++) {
        int year = CALENDAR_FIRST_YEAR + i / 12, month = i % 12 + 1;
        ck_assert_int_eq(date_month_length(year, month), calendar.length[i]);
        for (int d = 1; d <= calendar.length[i]; d++) {
            int32_t at = calendar.first_day[i] + d - 1;
            int y, m, dd;
            date_civil(at, &y, &m, &dd);
            if (date_day(year, month, d) != at || y != year || m != month || dd != d)
                ck_abort_msg("%d-%d-%d", year, month, d);
        }
    }
}
END_TEST

START_TEST(ends_of_the_calendar)
{
    int year, month, day_of_month;
    ck_assert_int_eq(date_day(1, 1, 1), DAY_FIRST);
    ck_assert_int_eq(date_day(9999, 12, 31), DAY_LAST);
    ck_assert_int_eq(date_day(1970, 1, 1), 0);
    ck_assert_int_eq(date_day(2000, 3, 1), 11017);
    date_civil(DAY_FIRST, &year, &month, &day_of_month);
    ck_assert(year == 1 && month == 1 && day_of_month == 1);
    date_civil(DAY_LAST, &year, &month, &day_of_month);
    ck_assert(year == 9999 && month == 12 && day_of_month == 31);
    ck_assert(date_is_leap(2000) && date_is_leap(2024) && !date_is_leap(1900) && !date_is_leap(2023));
}
END_TEST

/* Each start in a cycle that can have two readings, or stand beside one that has, plus every number of months up to four years. */
START_TEST(months_are_added_in_both_readings)
{
    static struct calendar calendar;
    calendar_fill(&calendar);
    for (int i = 0; i < 400 * 12; i++) {
        for (int d = 27; d <= calendar.length[i]; d++) {
            for (int months = 0; months <= 48; months++) {
                int target = i + months;
                int32_t early = calendar.first_day[target] + (d < calendar.length[target] ? d : calendar.length[target]) - 1;
                int32_t late = d <= calendar.length[target] ? early : early + 1;
                int32_t start = calendar.first_day[i] + d - 1;
                struct date_span sum = date_add((struct date_span){start, start}, (struct duration){.months = months});
                if (sum.first != early || sum.last != late)
                    ck_abort_msg("month %d, day %d, plus %d", i, d, months);
            }
        }
    }
}
END_TEST

START_TEST(months_are_taken_away_in_both_readings)
{
    static struct calendar calendar;
    calendar_fill(&calendar);
    for (int i = 48; i < 400 * 12; i += 5) {
        for (int d = 28; d <= calendar.length[i]; d++) {
            for (int months = 1; months <= 48; months++) {
                int target = i - months;
                int32_t early = calendar.first_day[target] + (d < calendar.length[target] ? d : calendar.length[target]) - 1;
                int32_t late = d <= calendar.length[target] ? early : early + 1;
                int32_t start = calendar.first_day[i] + d - 1;
                struct date_span sum = date_add((struct date_span){start, start}, (struct duration){.months = -months});
                if (sum.first != early || sum.last != late)
                    ck_abort_msg("month %d, day %d, minus %d", i, d, months);
            }
        }
    }
}
END_TEST

/* Birthdays from 1996 to 2005, on all days around two 29 Februaries: the age is the number of birthdays that have come. */
START_TEST(age_counts_birthdays)
{
    for (int year = 1996; year <= 2005; year++) {
        for (int birth = date_day(year, 2, 26); birth <= date_day(year, 3, 3); birth++) {
            int y, month, d;
            date_civil(birth, &y, &month, &d);
            int early = 0, late = 0;
            for (int at = birth; at < date_day(2030, 1, 1); at++) {
                int at_year, at_month, at_d;
                date_civil(at, &at_year, &at_month, &at_d);
                bool missing = month == 2 && d == 29 && !date_is_leap(at_year);
                if (at_year > year && at_month == (missing ? 2 : month) && at_d == (missing ? 28 : d))
                    early++;
                if (at_year > year && at_month == (missing ? 3 : month) && at_d == (missing ? 1 : d))
                    late++;
                int32_t least, most;
                date_age((struct date_span){birth, birth}, (struct date_span){at, at}, &least, &most);
                if (least != late || most != early)
                    ck_abort_msg("born %d, at %d: %d to %d", birth, at, (int)least, (int)most);
            }
        }
    }
}
END_TEST

/* Spans within five days: the answer is certain exactly when every pair of days agrees. */
START_TEST(spans_compare_as_all_their_days_do)
{
    enum { DAYS = 5 };
    for (int code = 0; code < DAYS * DAYS * DAYS * DAYS; code++) {
        struct date_span a = {code % DAYS, code / DAYS % DAYS}, b = {code / DAYS / DAYS % DAYS, code / DAYS / DAYS / DAYS};
        if (a.first > a.last || b.first > b.last)
            continue;
        int less = 0, equal = 0, pairs = 0;
        for (int x = a.first; x <= a.last; x++) {
            for (int y = b.first; y <= b.last; y++) {
                less += x < y;
                equal += x == y;
                pairs++;
            }
        }
        ck_assert_int_eq(date_less(a, b), less == pairs ? TRUTH_TRUE : less ? TRUTH_UNKNOWN : TRUTH_FALSE);
        ck_assert_int_eq(date_equal(a, b), equal == pairs ? TRUTH_TRUE : equal ? TRUTH_UNKNOWN : TRUTH_FALSE);
    }
}
END_TEST

START_TEST(every_span_reads_back_as_written)
{
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    int first = date_day(2019, 12, 25), last = date_day(2021, 1, 5);
    for (int from = first; from <= last; from++) {
        for (int to = from; to <= last; to++) {
            struct date_span back;
            buffer_clear(&buffer);
            date_write(&buffer, (struct date_span){from, to});
            if (!date_parse(buffer_view(&buffer), &back) || back.first != from || back.last != to)
                ck_abort_msg("%s", buffer.data);
        }
    }
    buffer_free(&buffer);
}
END_TEST

START_TEST(whole_days_only_where_a_day_is_asked_for)
{
    day out = 5;
    ck_assert(date_parse_day(TEXT("2020-07-06"), &out));
    ck_assert_int_eq(out, date_day(2020, 7, 6));
    ck_assert(!date_parse_day(TEXT("2020-07"), &out));
    ck_assert(!date_parse_day(TEXT("2020"), &out));
    ck_assert(!date_parse_day(TEXT("never"), &out));
    ck_assert(!date_parse_day(TEXT("2020..2021"), &out));
    ck_assert(!date_parse_day(TEXT("2021-02-29"), &out));
}
END_TEST

/* ---- the table ---- */

static void write_truth(struct buffer *buffer, enum truth truth)
{
    static const char *const words[] = {[TRUTH_FALSE] = "false", [TRUTH_UNKNOWN] = "unknown", [TRUTH_TRUE] = "true"};
    buffer_string(buffer, words[truth]);
}

static void write_both_ends(struct buffer *buffer, struct date_span span)
{
    date_write(buffer, (struct date_span){span.first, span.first});
    buffer_string(buffer, "..");
    date_write(buffer, (struct date_span){span.last, span.last});
}

/* Writes what the library makes of a row. */
static void answer(struct buffer *out, struct text operation, struct text a, struct text b)
{
    struct date_span x, y;
    struct duration p, q;
    int32_t least, most;
    bool x_good = date_parse(a, &x), y_good = date_parse(b, &y), p_good = duration_parse(a, &p), q_good = duration_parse(b, &q);
    if (text_is(operation, "read")) {
        x_good ? write_both_ends(out, x) : buffer_string(out, "none");
    } else if (text_is(operation, "write") && x_good) {
        date_write(out, x);
    } else if (text_is(operation, "add") && x_good && q_good) {
        date_write(out, date_add(x, q));
    } else if (text_is(operation, "subtract") && x_good && q_good) {
        date_write(out, date_add(x, duration_negate(q)));
    } else if (text_is(operation, "age") && x_good && y_good) {
        date_age(x, y, &least, &most);
        buffer_integer(out, least);
        if (most != least)
            buffer_format(out, "..%d", (int)most);
    } else if (text_is(operation, "before") && x_good && y_good) {
        write_truth(out, date_less(x, y));
    } else if (text_is(operation, "same") && x_good && y_good) {
        write_truth(out, date_equal(x, y));
    } else if (text_is(operation, "shorter") && p_good && q_good) {
        write_truth(out, duration_less(p, q));
    } else if (text_is(operation, "as-long") && p_good && q_good) {
        write_truth(out, duration_equal(p, q));
    } else if (text_is(operation, "duration")) {
        p_good ? duration_write(out, p) : buffer_string(out, "none");
    } else {
        buffer_string(out, "a row that cannot be read");
    }
}

/* A result of add may be written as `A..B` or shorter: the table holds days, so both are read before they are compared. */
static bool same_result(struct text operation, struct text found, struct text wanted)
{
    struct date_span a, b;
    if (text_equal(found, wanted))
        return true;
    bool sum = text_is(operation, "add") || text_is(operation, "subtract");
    return sum && date_parse(found, &a) && date_parse(wanted, &b) && a.first == b.first && a.last == b.last;
}

START_TEST(table_of_dates)
{
    char line[256];
    int rows = 0;
    struct buffer out;
    buffer_init(&out, memory_default());
    FILE *file = fopen(UNIT_DIRECTORY "/base/dates.csv", "r");
    ck_assert_ptr_nonnull(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || strncmp(line, "operation,", 10) == 0)
            continue;
        struct text cells[4];
        char *at = line;
        for (int i = 0; i < 4; i++) {
            size_t length = strcspn(at, ",");
            cells[i] = (struct text){at, length};
            at += length + (at[length] != '\0');
        }
        buffer_clear(&out);
        answer(&out, cells[0], cells[1], cells[2]);
        ck_assert_msg(same_result(cells[0], buffer_view(&out), cells[3]), "%s: found %s", line, out.data);
        rows++;
    }
    fclose(file);
    buffer_free(&out);
    ck_assert_int_gt(rows, 150);
}
END_TEST

Suite *date_suite(void)
{
    Suite *suite = suite_create("date");
    TCase *tests = tcase_create("date");
    tcase_set_timeout(tests, 30);
    tcase_add_test(tests, every_day_of_a_cycle_goes_round);
    tcase_add_test(tests, ends_of_the_calendar);
    tcase_add_test(tests, months_are_added_in_both_readings);
    tcase_add_test(tests, months_are_taken_away_in_both_readings);
    tcase_add_test(tests, age_counts_birthdays);
    tcase_add_test(tests, spans_compare_as_all_their_days_do);
    tcase_add_test(tests, every_span_reads_back_as_written);
    tcase_add_test(tests, whole_days_only_where_a_day_is_asked_for);
    tcase_add_test(tests, table_of_dates);
    suite_add_tcase(suite, tests);
    return suite;
}
