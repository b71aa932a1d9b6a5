/* Comparisons of values known in part, each against all that the values can be. */
#include "model/value.h"

#include "support.h"
#include "unit.h"

enum { LOW = -1, HIGH = 3 };

/* What is so of all pairs is true, of none false, of some unknown. */
static enum truth over_all(int a_least, int a_most, int b_least, int b_most, bool (*is)(int, int))
{
    bool seen[2] = {false, false};
    for (int a = a_least; a <= a_most; a++)
        for (int b = b_least; b <= b_most; b++)
            seen[is(a, b)] = true;
    return seen[0] && seen[1] ? TRUTH_UNKNOWN : truth_of(seen[1]);
}

static bool is_less(int a, int b)
{
    return a < b;
}

static bool is_equal(int a, int b)
{
    return a == b;
}

static struct value integer(int least, int most)
{
    union scalar scalar = {.integer = {least, most}};
    return value_scalar(TYPE_INTEGER, scalar);
}

static struct value date(int first, int last)
{
    return value_scalar(TYPE_DATE, (union scalar){.date = {first, last}});
}

START_TEST(spans_compare_as_all_that_they_can_be)
{
    struct value (*const make[])(int, int) = {integer, date};
    for (int kind = 0; kind < 2; kind++) {
        for (int a = LOW; a <= HIGH; a++)
            for (int b = a; b <= HIGH; b++)
                for (int c = LOW; c <= HIGH; c++)
                    for (int d = c; d <= HIGH; d++) {
                        enum truth less = value_less(make[kind](a, b), make[kind](c, d));
                        enum truth equal = value_equal(make[kind](a, b), make[kind](c, d));
                        if (less != over_all(a, b, c, d, is_less) || equal != over_all(a, b, c, d, is_equal))
                            ck_abort_msg("%d..%d against %d..%d", a, b, c, d);
                    }
    }
}
END_TEST

/* A set over three names as bits, and whether it may have more. */
static struct value set_of(unsigned bits, bool complete, union scalar members[3])
{
    struct value value = {.kind = TYPE_ENUM, .known = true, .set = true, .complete = complete};
    for (uint32_t i = 0; i < 3; i++)
        if (bits & (1U << i))
            members[value.count++].name = i + 1;
    value.as.members = members;
    return value;
}

static bool may_be(unsigned bits, bool complete, unsigned whole)
{
    return complete ? whole == bits : (whole & bits) == bits;
}

/* Members beyond the three are there too: bit 3 stands for them. */
static enum truth over_all_sets(unsigned a, bool a_complete, unsigned b, bool b_complete, bool (*is)(unsigned, unsigned))
{
    bool seen[2] = {false, false};
    for (unsigned x = 0; x < 16; x++)
        for (unsigned y = 0; y < 16; y++)
            if (may_be(a, a_complete, x) && may_be(b, b_complete, y))
                seen[is(x, y)] = true;
    return seen[0] && seen[1] ? TRUTH_UNKNOWN : truth_of(seen[1]);
}

static bool share(unsigned a, unsigned b)
{
    return (a & b) != 0;
}

static bool inside(unsigned a, unsigned b)
{
    return (a & ~b) == 0;
}

static bool same(unsigned a, unsigned b)
{
    return a == b;
}

static bool has(unsigned member, unsigned set)
{
    return (set & member) != 0;
}

START_TEST(sets_compare_as_all_that_they_can_be)
{
    union scalar left[3], right[3];
    for (unsigned i = 0; i < 4 * 8 * 8; i++) {
        unsigned a = i & 7, b = (i >> 3) & 7;
        bool a_complete = i & 64, b_complete = i & 128;
        struct value x = set_of(a, a_complete, left);
        struct value y = set_of(b, b_complete, right);
        if (value_overlaps(x, y) != over_all_sets(a, a_complete, b, b_complete, share) ||
            value_within(x, y) != over_all_sets(a, a_complete, b, b_complete, inside) ||
            value_equal(x, y) != over_all_sets(a, a_complete, b, b_complete, same))
            ck_abort_msg("%u%s against %u%s", a, a_complete ? "" : "+", b, b_complete ? "" : "+");
        for (unsigned member = 0; member < 3; member++) {
            struct value one = value_scalar(TYPE_ENUM, (union scalar){.name = member + 1});
            if (value_in(one, y) != over_all_sets(1U << member, true, b, b_complete, has))
                ck_abort_msg("%u in %u%s", member, b, b_complete ? "" : "+");
        }
    }
}
END_TEST

START_TEST(what_is_unknown_compares_as_unknown)
{
    struct value number = integer(1, 1);
    struct value nothing = value_unknown((struct type){.kind = TYPE_INTEGER});
    struct value no_set = value_unknown((struct type){.kind = TYPE_ENUM, .set = true});
    union scalar none[3];
    struct value empty = set_of(0, true, none);
    ck_assert_int_eq(value_less(number, nothing), TRUTH_UNKNOWN);
    ck_assert_int_eq(value_equal(nothing, number), TRUTH_UNKNOWN);
    ck_assert_int_eq(value_truth(value_boolean(TRUTH_UNKNOWN)), TRUTH_UNKNOWN);
    ck_assert_int_eq(value_in(nothing, empty), TRUTH_FALSE);
    ck_assert_int_eq(value_overlaps(no_set, empty), TRUTH_FALSE);
    ck_assert_int_eq(value_overlaps(empty, no_set), TRUTH_FALSE);
    ck_assert_int_eq(value_within(empty, no_set), TRUTH_TRUE);
    ck_assert_int_eq(value_within(no_set, empty), TRUTH_UNKNOWN);
    ck_assert_int_eq(value_equal(no_set, empty), TRUTH_UNKNOWN);
}
END_TEST

/* In the order of the law. */
static const char *const penalties[] = {"none",    "fine",   "0 days",   "1 day",    "27 days", "1 month",
                                        "32 days", "1 year", "367 days", "20 years", "life",    "death"};

START_TEST(penalties_stand_in_the_order_of_the_law)
{
    enum { COUNT = sizeof penalties / sizeof penalties[0] };
    struct value values[COUNT];
    for (int i = 0; i < COUNT; i++) {
        union scalar scalar;
        ck_assert(penalty_parse(text_of(penalties[i]), &scalar.duration));
        values[i] = value_scalar(TYPE_PENALTY, scalar);
    }
    for (int i = 0; i < COUNT; i++)
        for (int j = 0; j < COUNT; j++)
            if (value_less(values[i], values[j]) != truth_of(i < j) || value_equal(values[i], values[j]) != truth_of(i == j))
                ck_abort_msg("%s against %s", penalties[i], penalties[j]);
}
END_TEST

START_TEST(a_penalty_and_a_duration_compare)
{
    struct value life = value_scalar(TYPE_PENALTY, (union scalar){.duration = {PENALTY_LIFE, 0}});
    struct value year = value_scalar(TYPE_DURATION, (union scalar){.duration = {12, 0}});
    ck_assert_int_eq(value_less(year, life), TRUTH_TRUE);
    ck_assert_int_eq(value_less(life, year), TRUTH_FALSE);
    struct duration unused;
    ck_assert(!penalty_parse(TEXT("lifelong"), &unused));
    ck_assert(!penalty_parse(TEXT(""), &unused));
}
END_TEST

START_TEST(same_is_to_the_letter)
{
    union scalar left[3], right[3];
    ck_assert(value_same(integer(1, 2), integer(1, 2)));
    ck_assert(!value_same(integer(1, 2), integer(1, 1)));
    ck_assert(!value_same(integer(1, 1), date(1, 1)));
    ck_assert(!value_same(integer(1, 1), value_unknown((struct type){.kind = TYPE_INTEGER})));
    ck_assert(value_same(set_of(5, true, left), set_of(5, true, right)));
    ck_assert(!value_same(set_of(5, true, left), set_of(5, false, right)));
    ck_assert(!value_same(set_of(5, true, left), set_of(3, true, right)));
}
END_TEST

Suite *value_suite(void)
{
    Suite *suite = suite_create("value");
    TCase *tests = tcase_create("value");
    tcase_add_test(tests, spans_compare_as_all_that_they_can_be);
    tcase_add_test(tests, sets_compare_as_all_that_they_can_be);
    tcase_add_test(tests, what_is_unknown_compares_as_unknown);
    tcase_add_test(tests, penalties_stand_in_the_order_of_the_law);
    tcase_add_test(tests, a_penalty_and_a_duration_compare);
    tcase_add_test(tests, same_is_to_the_letter);
    suite_add_tcase(suite, tests);
    return suite;
}
