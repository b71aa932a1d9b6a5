/* Runs of values in words: told by their ends, alike wherever they are said. */
#include "check/ordered.h"

#include <string.h>

#include "base/phrase.h"
#include "unit.h"
#include "world.h"

static const struct {
    const char *fact;
    const char *values; /* from the least to the most, as records write them; `1 year-` is a day less, which none can */
    uint32_t first;
    uint32_t last;
    const char *words;
} rows[] = {
    {"n", "3|4", 1, 1, "4 or more"},
    {"n", "3|4", 0, 0, "less than 4"},
    {"n", "2|3|4", 1, 1, "3"},
    {"n", "2|3|4|5", 1, 2, "3 or more, but less than 5"},
    {"n", "3|4", 0, 1, "any"},
    {"on", "2019-05-03|2019-05-04|never", 1, 1, "2019-05-04 or later"},
    {"on", "2019-05-03|2019-05-04|never", 1, 2, "2019-05-04 or later, or never"},
    {"on", "2019-05-03|2019-05-04|never", 0, 0, "before 2019-05-04"},
    {"on", "2019-05-03|2019-05-04|never", 2, 2, "never"},
    {"on", "2019-05-03|2019-05-04|never", 0, 1, "any day"},
    {"on", "2019-05-03|2019-05-04|2019-05-05|never", 1, 1, "2019-05-04"},
    /* a whole term tells the boundary best */
    {"term", "0 days|1 year-|1 year|1 year 1 day|10 years", 3, 4, "more than 1 year"},
    {"term", "0 days|1 year-|1 year|1 year 1 day|10 years", 2, 4, "1 year or more"},
    {"term", "0 days|1 year-|1 year|1 year 1 day|10 years", 0, 2, "1 year or less"},
    {"term", "0 days|1 year-|1 year|1 year 1 day|10 years", 0, 1, "less than 1 year"},
    {"term", "0 days|1 year-|1 year|1 year 1 day|10 years", 2, 2, "1 year"},
    {"term", "6 months|1 year-|1 year", 1, 1, "more than 6 months, but less than 1 year"},
};

static const struct fact *fact_of(const struct world *world, const char *wanted)
{
    const struct vocabulary *vocabulary = &world->rules->vocabulary;
    const struct entity *request = &vocabulary->entities[vocabulary->request];
    uint32_t index = vocabulary_fact(request, names_find(vocabulary->names, text_of(wanted)));
    ck_assert_uint_ne(index, NO_FACT);
    return &request->facts[index];
}

static struct value read_value(const struct fact *fact, struct text text)
{
    struct value value = {.kind = (uint8_t)fact->type.kind, .known = true};
    bool less = text.data[text.length - 1] == '-';
    text.length -= less;
    int64_t number = 0;
    bool good = fact->type.kind == TYPE_DATE       ? date_parse(text, &value.as.one.date)
                : fact->type.kind == TYPE_DURATION ? duration_parse(text, &value.as.one.duration)
                                                   : text_to_int64(text, &number);
    ck_assert(good);
    if (fact->type.kind == TYPE_INTEGER)
        value.as.one.integer.least = value.as.one.integer.most = (int32_t)number;
    if (less)
        value.as.one.duration.days--;
    return value;
}

/* In the reverse order: sorting puts them right. */
static uint32_t read_values(const struct fact *fact, const char *written, struct value *values)
{
    struct value read[8];
    uint32_t count = 0;
    for (const char *from = written; *from;) {
        size_t length = strcspn(from, "|");
        read[count++] = read_value(fact, (struct text){from, length});
        from += length + (from[length] == '|');
    }
    for (uint32_t i = 0; i < count; i++)
        values[i] = read[count - 1 - i];
    ordered_sort(values, count);
    for (uint32_t i = 0; i < count; i++)
        ck_assert(value_same(values[i], read[i]));
    return count;
}

START_TEST(a_run_is_told_by_its_ends)
{
    struct world world;
    struct value values[8];
    struct buffer phrase;
    struct buffer words;
    world_open_rule(&world, "effect: duty, when: request.a");
    world_check(&world, "", "");
    const struct fact *fact = fact_of(&world, rows[_i].fact);
    ck_assert(type_is_ordered(fact->type));
    uint32_t count = read_values(fact, rows[_i].values, values);
    buffer_init(&phrase, memory_default());
    buffer_init(&words, memory_default());
    ordered_say_run(world.record, fact, values, count, rows[_i].first, rows[_i].last, &phrase);
    phrase_say(&words, buffer_view(&phrase), NULL, "");
    ck_assert_str_eq(words.data, rows[_i].words);
    buffer_free(&phrase);
    buffer_free(&words);
    world_close(&world);
}
END_TEST

Suite *ordered_suite(void)
{
    Suite *suite = suite_create("ordered");
    TCase *tests = tcase_create("ordered");
    unit_add_rows(tests, a_run_is_told_by_its_ends, rows);
    suite_add_tcase(suite, tests);
    return suite;
}
