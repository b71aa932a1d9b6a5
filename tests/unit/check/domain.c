#include "check/domain.h"

#include <string.h>

#include "unit.h"
#include "world.h"

static const struct {
    const char *when;
    const char *fact; /* of the request */
    const char *request;
    const char *lists;
    uint32_t count;
    bool whole;
} rows[] = {
    {"request.a", "a", "", "", 2, true},
    {"request.colour == red", "colour", "", "", 3, true},
    /* the thresholds, and one more and one less of each */
    {"request.n > 3", "n", "", "", 3, true},
    {"{any: [request.n > 3, request.n > 10]}", "n", "", "", 6, true},
    {"{any: [request.n > 3, request.n > 4]}", "n", "", "", 4, true},
    /* and long before and never */
    {"request.on < may_5", "on", "", "", 5, true},
    {"request.on < request.done", "on", "done: 2019-05-05", "", 5, true},
    /* what it is compared with is itself unknown, or known in part: room to stand before and after it */
    {"request.on < request.done", "on", "", "", 3, true},
    {"request.on < request.done", "on", "done: 2019-05", "", 13, true},
    /* a State that no rule names stands for all others */
    {"request.place == CC", "place", "", "", 3, true},
    {"'request.place in {AA, BB, request.requested_state}'", "place", "", "", 4, true},
    /* all sets of a short list */
    {"red in request.colours", "colours", "", "", 8, true},
    {"red in request.colours", "colours", "colours: {value: [red], complete: false}", "", 4, true},
    {"CC in request.states", "states", "", "", 4, true},
    /* inside arithmetic, the days at which the comparison turns */
    {"request.on + 1 month < as_of", "on", "", "", 6, true},
    {"request.on + 1 month < as_of", "on", "on: 2019-02", "", 2, true},
    {"request.on + 1 month < as_of", "on", "on: 2019-01-01..2021-01-01", "", 6, true},
    /* with a second unknown there nothing can be listed, but the days of one month can */
    {"request.on + 1 month < request.done", "on", "", "", 0, false},
    {"request.on + 1 month < request.done", "on", "on: 2019-02", "", 28, true},
    /* only the days of what is known in part */
    {"request.on < may_5", "on", "on: 2019-05", "", 5, true},
    {"request.term >= 1 year", "term", "", "", 5, true},
};

static const struct rule *first_rule(const struct world *world)
{
    return &world->rules->instruments[0].rules[0];
}

static void open_with(struct world *world, const char *when)
{
    char rule[512] = "effect: may-refuse, when: ";
    ck_assert_uint_lt(strlen(rule) + strlen(when), sizeof rule);
    world_open_rule(world, strcat(rule, when));
}

static struct cell_key key_of(const struct world *world, const char *fact)
{
    const struct vocabulary *vocabulary = &world->rules->vocabulary;
    return (struct cell_key){vocabulary->request, 0,
                             vocabulary_fact(&vocabulary->entities[vocabulary->request], names_find(&world->rules->names, text_of(fact)))};
}

static bool has_twins(const struct domain *domain)
{
    for (uint32_t i = 0; i < domain->count; i++)
        for (uint32_t j = 0; j < i; j++)
            if (value_same(domain->values[i], domain->values[j]))
                return true;
    return false;
}

START_TEST(the_values_that_can_make_a_difference_are_listed_once)
{
    struct world world;
    struct view view;
    struct domain domain;
    struct arena scratch;
    open_with(&world, rows[_i].when);
    world_check(&world, rows[_i].request, rows[_i].lists);
    view_init(&view, world.rules, world.record, world.record->as_of, true);
    arena_init(&scratch, memory_default());
    ck_assert(domain_of(&view, first_rule(&world), key_of(&world, rows[_i].fact), &scratch, &domain));
    ck_assert_msg(domain.count == rows[_i].count && domain.whole == rows[_i].whole, "%s: %u values, %s", rows[_i].when, domain.count,
                  domain.whole ? "whole" : "not whole");
    ck_assert(!has_twins(&domain));
    arena_free(&scratch);
    world_close(&world);
}
END_TEST

START_TEST(an_item_is_there_or_not)
{
    struct world world;
    struct view view;
    struct domain domain;
    struct arena scratch;
    open_with(&world, "request.a");
    world_check(&world, "", "");
    view_init(&view, world.rules, world.record, world.record->as_of, true);
    arena_init(&scratch, memory_default());
    ck_assert(domain_of(&view, first_rule(&world), (struct cell_key){0, 0, FACT_EXISTS}, &scratch, &domain));
    ck_assert_uint_eq(domain.count, 2);
    ck_assert(domain.whole);
    arena_free(&scratch);
    world_close(&world);
}
END_TEST

static const struct {
    const char *when;
    uint32_t witnesses; /* of proceedings, of which the record has two and may have more */
} asked[] = {
    {"request.a", 0},
    {"{some: proceeding, where: proceeding.a}", 1},
    {"{no: proceeding, where: proceeding.a}", 1},
    {"{all: [{some: proceeding, where: proceeding.a}, {some: proceeding, where: 'proceeding.state == AA'}]}", 2},
    /* one to make it hold, one to make it fail */
    {"{all: [{some: proceeding, where: proceeding.a}, {every: proceeding, where: 'proceeding.state == AA'}]}", 1},
    {"{not: {some: proceeding, where: proceeding.a}}", 1},
    /* one for each of two offences */
    {"{every: offence, where: {some: proceeding, where: offence in proceeding.about}}", 2},
};

START_TEST(a_rule_tells_apart_so_many_further_items)
{
    struct world world;
    struct view view;
    open_with(&world, asked[_i].when);
    world_check(&world, "", "offences: [{id: x}, {id: y}]\nproceedings: {complete: false, items: [{id: p}, {id: q}]}");
    view_init(&view, world.rules, world.record, world.record->as_of, true);
    uint32_t entity = 0;
    while (!text_is(world.rules->vocabulary.entities[entity].question, "which proceedings"))
        entity++;
    ck_assert_uint_eq(domain_witnesses(&view, first_rule(&world), entity), asked[_i].witnesses);
    world_close(&world);
}
END_TEST

Suite *domain_suite(void)
{
    Suite *suite = suite_create("domain");
    TCase *tests = tcase_create("domain");
    unit_add_rows(tests, the_values_that_can_make_a_difference_are_listed_once, rows);
    unit_add_rows(tests, a_rule_tells_apart_so_many_further_items, asked);
    tcase_add_test(tests, an_item_is_there_or_not);
    suite_add_tcase(suite, tests);
    return suite;
}
