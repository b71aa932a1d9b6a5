#include "base/date.h"

#include <assert.h>
#include <string.h>

enum {
    YEAR_FIRST = 1,
    YEAR_LAST = 9999,
    CYCLE_YEARS = 400, /* after which the calendar repeats */
    CYCLE_DAYS = 146097,
    DURATION_YEARS_MAX = 10000
};

bool date_is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && date_is_leap(year) ? 1 : 0);
}

/* Leap years from year 1 to `year`. */
static int leap_years_to(int year)
{
    return year / 4 - year / 100 + year / 400;
}

/* Days of a common year before the first of `month`. */
static int days_before_month(int month)
{
    static const int days[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return days[month - 1];
}

static int days_before_year(int year)
{
    return 365 * (year - 1) + leap_years_to(year - 1);
}

day date_day(int year, int month, int day_of_month)
{
    assert(year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12);
    assert(day_of_month >= 1 && day_of_month <= date_month_length(year, month));
    int leap_day = month > 2 && date_is_leap(year) ? 1 : 0;
    return DAY_FIRST + days_before_year(year) + days_before_month(month) + leap_day + day_of_month - 1;
}

void date_civil(day at, int *year, int *month, int *day_of_month)
{
    assert(at >= DAY_FIRST && at <= DAY_LAST);
    int left = at - DAY_FIRST;
    int y = (int)((int64_t)left * CYCLE_YEARS / CYCLE_DAYS) + 1; /* the year, or the one before it */
    while (left >= days_before_year(y + 1))
        y++;
    left -= days_before_year(y);
    int m = 1;
    while (left >= date_month_length(y, m))
        left -= date_month_length(y, m++);
    *year = y;
    *month = m;
    *day_of_month = left + 1;
}

/* ---- reading and writing ---- */

static bool take_digits(struct text *text, size_t count, int *out)
{
    if (text->length < count)
        return false;
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        if (!text_is_digit(text->data[i]))
            return false;
        value = value * 10 + (text->data[i] - '0');
    }
    text->data += count;
    text->length -= count;
    *out = value;
    return true;
}

static bool take_hyphen(struct text *text)
{
    if (text->length == 0 || text->data[0] != '-')
        return false;
    text->data++;
    text->length--;
    return true;
}

/* A day, or all days of a month or a year. */
static bool parse_partial(struct text text, struct date_span *out)
{
    int year, month, day_of_month;
    if (!take_digits(&text, 4, &year) || year < YEAR_FIRST)
        return false;
    if (text.length == 0) {
        *out = (struct date_span){date_day(year, 1, 1), date_day(year, 12, 31)};
        return true;
    }
    if (!take_hyphen(&text) || !take_digits(&text, 2, &month) || month < 1 || month > 12)
        return false;
    if (text.length == 0) {
        *out = (struct date_span){date_day(year, month, 1), date_day(year, month, date_month_length(year, month))};
        return true;
    }
    if (!take_hyphen(&text) || !take_digits(&text, 2, &day_of_month) || text.length != 0)
        return false;
    if (day_of_month < 1 || day_of_month > date_month_length(year, month))
        return false;
    out->first = out->last = date_day(year, month, day_of_month);
    return true;
}

bool date_parse(struct text text, struct date_span *out)
{
    if (text_is(text, "never")) {
        *out = (struct date_span){DAY_NEVER, DAY_NEVER};
        return true;
    }
    size_t dots = 0;
    while (dots + 1 < text.length && memcmp(text.data + dots, "..", 2) != 0)
        dots++;
    if (dots + 1 >= text.length)
        return parse_partial(text, out);
    struct date_span from, to = {DAY_NEVER, DAY_NEVER};
    struct text end = {text.data + dots + 2, text.length - dots - 2};
    if (!parse_partial((struct text){text.data, dots}, &from))
        return false;
    if (!text_is(end, "never") && !parse_partial(end, &to))
        return false;
    if (to.last < from.first)
        return false;
    *out = (struct date_span){from.first, to.last};
    return true;
}

bool date_parse_day(struct text text, day *out)
{
    struct date_span span;
    if (text.length != sizeof "YYYY-MM-DD" - 1 || !parse_partial(text, &span))
        return false;
    *out = span.first;
    return true;
}

enum precision { PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY };

static void write_padded(struct buffer *buffer, int value, int digits)
{
    char text[4];
    for (int i = digits - 1; i >= 0; i--, value /= 10)
        text[i] = (char)('0' + value % 10);
    buffer_append(buffer, text, (size_t)digits);
}

static void write_day(struct buffer *buffer, day at, enum precision precision)
{
    if (at == DAY_NEVER) {
        buffer_string(buffer, "never");
        return;
    }
    int year, month, day_of_month;
    date_civil(at, &year, &month, &day_of_month);
    write_padded(buffer, year, 4);
    if (precision == PRECISION_YEAR)
        return;
    buffer_char(buffer, '-');
    write_padded(buffer, month, 2);
    if (precision == PRECISION_MONTH)
        return;
    buffer_char(buffer, '-');
    write_padded(buffer, day_of_month, 2);
}

/* The coarsest units of which the span is made whole. */
static enum precision span_precision(struct date_span span)
{
    int year, month, day_of_month;
    date_civil(span.first, &year, &month, &day_of_month);
    if (day_of_month != 1)
        return PRECISION_DAY;
    bool from_new_year = month == 1;
    if (span.last == DAY_NEVER)
        return PRECISION_DAY;
    date_civil(span.last, &year, &month, &day_of_month);
    if (day_of_month != date_month_length(year, month))
        return PRECISION_DAY;
    return from_new_year && month == 12 ? PRECISION_YEAR : PRECISION_MONTH;
}

void date_write(struct buffer *buffer, struct date_span span)
{
    if (span.first == span.last) {
        write_day(buffer, span.first, PRECISION_DAY);
        return;
    }
    enum precision precision = span_precision(span);
    struct date_span unit = {span.last, span.last};
    int year, month, day_of_month;
    if (precision != PRECISION_DAY) {
        date_civil(span.last, &year, &month, &day_of_month);
        unit.first = date_day(year, precision == PRECISION_YEAR ? 1 : month, 1);
    }
    write_day(buffer, span.first, precision);
    if (unit.first == span.first)
        return;
    buffer_string(buffer, "..");
    write_day(buffer, span.last, precision);
}

enum unit { UNIT_YEAR, UNIT_MONTH, UNIT_WEEK, UNIT_DAY, UNIT_COUNT };

static const struct {
    const char *singular, *plural;
    int32_t months, days;
} units[UNIT_COUNT] = {
    [UNIT_YEAR] = {"year", "years", 12, 0},
    [UNIT_MONTH] = {"month", "months", 1, 0},
    [UNIT_WEEK] = {"week", "weeks", 0, 7},
    [UNIT_DAY] = {"day", "days", 0, 1},
};

static struct text next_word(struct text *text)
{
    *text = text_trim(*text);
    size_t length = 0;
    while (length < text->length && !text_is_space(text->data[length]))
        length++;
    struct text word = {text->data, length};
    text->data += length;
    text->length -= length;
    return word;
}

void duration_pattern(struct buffer *buffer)
{
    buffer_string(buffer, "\\s*(?=[0-9])");
    for (int unit = 0; unit < UNIT_COUNT; unit++)
        buffer_format(buffer, "([0-9]+\\s+(%s|%s)(\\s+|$))?", units[unit].singular, units[unit].plural);
}

bool duration_parse(struct text text, struct duration *out)
{
    int64_t months = 0, days = 0;
    int unit = -1; /* the units come once each, the largest first */
    do {
        struct text number = next_word(&text), word = next_word(&text);
        int64_t count;
        int smallest = unit;
        for (unit = 0; unit < UNIT_COUNT && !text_is(word, units[unit].singular) && !text_is(word, units[unit].plural);)
            unit++;
        if (unit == UNIT_COUNT || unit <= smallest)
            return false;
        if (!text_to_int64(number, &count) || count < 0 || count > DURATION_YEARS_MAX * INT64_C(366))
            return false;
        months += count * units[unit].months;
        days += count * units[unit].days;
        text = text_trim(text);
    } while (text.length);
    if (months > DURATION_YEARS_MAX * INT64_C(12) || days > DURATION_YEARS_MAX * INT64_C(366))
        return false;
    *out = (struct duration){(int32_t)months, (int32_t)days};
    return true;
}

static void write_unit(struct buffer *buffer, int32_t count, enum unit unit, const char **separator)
{
    if (count == 0)
        return;
    buffer_format(buffer, "%s%d %s", *separator, (int)count, count == 1 ? units[unit].singular : units[unit].plural);
    *separator = " ";
}

void duration_write(struct buffer *buffer, struct duration duration)
{
    const char *separator = "";
    write_unit(buffer, duration.months / 12, UNIT_YEAR, &separator);
    write_unit(buffer, duration.months % 12, UNIT_MONTH, &separator);
    write_unit(buffer, duration.days, UNIT_DAY, &separator);
    if (*separator == '\0')
        buffer_string(buffer, "0 days");
}

/* ---- arithmetic ---- */

struct duration duration_negate(struct duration duration)
{
    return (struct duration){-duration.months, -duration.days};
}

/* The two readings of a day that the month reached does not have: its last day, or the first of the next. */
enum reading { READING_EARLY, READING_LATE };

static day clamp(int64_t at)
{
    return at < DAY_FIRST ? DAY_FIRST : at > DAY_LAST ? DAY_LAST : (day)at;
}

static day add_reading(day start, struct duration duration, enum reading reading)
{
    if (start == DAY_NEVER)
        return DAY_NEVER;
    if (duration.months == 0)
        return clamp((int64_t)start + duration.days);
    int year, month, day_of_month;
    date_civil(start, &year, &month, &day_of_month);
    int64_t months = (int64_t)year * 12 + (month - 1) + duration.months;
    if (months < YEAR_FIRST * 12)
        return clamp((int64_t)DAY_FIRST + (duration.days < 0 ? duration.days : 0));
    if (months >= (YEAR_LAST + 1) * 12)
        return clamp((int64_t)DAY_LAST + (duration.days > 0 ? duration.days : 0));
    year = (int)(months / 12);
    month = (int)(months % 12) + 1;
    int length = date_month_length(year, month);
    int64_t reached = day_of_month <= length ? date_day(year, month, day_of_month)
                                             : (int64_t)date_day(year, month, length) + (reading == READING_LATE ? 1 : 0);
    return clamp(reached + duration.days);
}

struct date_span date_add(struct date_span span, struct duration duration)
{
    return (struct date_span){add_reading(span.first, duration, READING_EARLY), add_reading(span.last, duration, READING_LATE)};
}

static int32_t completed_years(day birth, day at, enum reading reading)
{
    if (at == DAY_NEVER)
        at = DAY_LAST;
    if (birth == DAY_NEVER || at < birth)
        return 0;
    int year, month, day_of_month, at_year;
    date_civil(at, &at_year, &month, &day_of_month);
    date_civil(birth, &year, &month, &day_of_month);
    int32_t years = at_year - year;
    return years > 0 && at < add_reading(birth, (struct duration){.months = years * 12}, reading) ? years - 1 : years;
}

void date_age(struct date_span birth, struct date_span at, int32_t *least, int32_t *most)
{
    *least = completed_years(birth.last, at.first, READING_LATE);
    *most = completed_years(birth.first, at.last, READING_EARLY);
}

/* ---- comparison ---- */

enum truth date_less(struct date_span a, struct date_span b)
{
    if (a.last < b.first)
        return TRUTH_TRUE;
    if (a.first >= b.last)
        return TRUTH_FALSE;
    return TRUTH_UNKNOWN;
}

enum truth date_equal(struct date_span a, struct date_span b)
{
    if (a.last < b.first || b.last < a.first)
        return TRUTH_FALSE;
    return a.first == a.last && b.first == b.last ? TRUTH_TRUE : TRUTH_UNKNOWN;
}

struct extent {
    int64_t least;
    int64_t most;
};

/* How many leap days fall into `count` Februaries of consecutive years, below one cycle. */
static struct extent leap_days(int count)
{
    struct extent extent = {count, 0};
    for (int before = 0; before < CYCLE_YEARS; before++) {
        int leaps = leap_years_to(before + count) - leap_years_to(before);
        if (leaps < extent.least)
            extent.least = leaps;
        if (leaps > extent.most)
            extent.most = leaps;
    }
    return extent;
}

/* How many days `months` months, 0 or more, can be. The readings at a month's end add nothing: from the last day of a month to the last of
 * another is as long as from the first to the first that follow them. */
static struct extent month_extent(int64_t months)
{
    int64_t cycles = months / (CYCLE_YEARS * 12);
    int years = (int)(months % (CYCLE_YEARS * 12)) / 12;
    int rest = (int)(months % 12);
    const struct extent leaps[] = {leap_days(years), leap_days(years + 1)};
    struct extent extent = {INT64_MAX, 0};
    for (int first = 1; first <= 12; first++) {
        int64_t days = cycles * CYCLE_DAYS + years * 365;
        bool another_february = false;
        for (int i = 0; i < rest; i++) {
            int month = (first - 1 + i) % 12 + 1;
            days += date_month_length(1, month);
            if (month == 2)
                another_february = true;
        }
        const struct extent *leap = &leaps[another_february];
        if (days + leap->least < extent.least)
            extent.least = days + leap->least;
        if (days + leap->most > extent.most)
            extent.most = days + leap->most;
    }
    return extent;
}

/* What the months of `a` that `b` lacks can be in days, less the days that `b` has more: a < b when that is below 0. */
static struct extent difference(struct duration a, struct duration b)
{
    int64_t months = (int64_t)a.months - b.months;
    int64_t days = (int64_t)a.days - b.days;
    if (months == 0)
        return (struct extent){days, days};
    if (months > 0 ? days >= 0 : days <= 0) /* both point the same way: the sign is plain, and nothing but the sign is asked */
        return (struct extent){months, months};
    struct extent extent = month_extent(months < 0 ? -months : months);
    if (months < 0)
        extent = (struct extent){-extent.most, -extent.least};
    return (struct extent){extent.least + days, extent.most + days};
}

enum truth duration_less(struct duration a, struct duration b)
{
    struct extent extent = difference(a, b);
    if (extent.most < 0)
        return TRUTH_TRUE;
    return extent.least >= 0 ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

enum truth duration_equal(struct duration a, struct duration b)
{
    struct extent extent = difference(a, b);
    if (extent.least > 0 || extent.most < 0)
        return TRUTH_FALSE;
    return extent.least == 0 && extent.most == 0 ? TRUTH_TRUE : TRUTH_UNKNOWN;
}
