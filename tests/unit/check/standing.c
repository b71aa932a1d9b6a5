#include "check/standing.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define TREATY(rule)                                                                                                                       \
    "instrument: {id: treaty, title: T, kind: bilateral-treaty, citation: c, parties: {AA: {}, BB: {}}, text-seen: full}\nrules:\n" rule
#define LAW(rule)                                                                                                                          \
    "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full, yields-to: [{kind: treaty, cite: "    \
    "Art. 1}]}\nrules:\n" rule
#define RULE(id, ground, rest) "  - {id: " id ", cite: c, title: t, ground: " ground ", " rest "}\n"

/* What becomes of law/r-1, and who stands in its way. */
static const struct {
    const char *treaty;
    const char *law;
    const char *request;
    exd_standing standing;
    const char *why; /* of the first displacement; empty for none */
} rows[] = {
    /* precedence goes by ground and class, and asks for no result */
    {TREATY(RULE("r-1", "one", "effect: may-refuse, when: request.a")), LAW(RULE("r-1", "one", "effect: shall-refuse, when: request.b")),
     "a: false", EXD_STANDING_DISPLACED, "prevails on this ground"},
    {TREATY(RULE("r-1", "two", "effect: may-refuse, when: request.a")), LAW(RULE("r-1", "one", "effect: shall-refuse, when: request.b")),
     "", EXD_STANDING_GOVERNS, ""},
    {TREATY(RULE("r-1", "one", "effect: procedure, when: request.a")), LAW(RULE("r-1", "one", "effect: shall-refuse, when: request.b")), "",
     EXD_STANDING_GOVERNS, ""},
    {TREATY(RULE("r-1", "one", "effect: may-refuse, when: request.a, until: 2019-12-31")),
     LAW(RULE("r-1", "one", "effect: shall-refuse, when: request.b")), "", EXD_STANDING_GOVERNS, ""},
    /* the exceptions to it */
    {TREATY(RULE("r-1", "one", "effect: may-refuse, when: request.a")),
     LAW(RULE("r-1", "one", "effect: shall-refuse, when: request.b, stands-beside: true")), "", EXD_STANDING_GOVERNS, ""},
    {TREATY(RULE("r-1", "one", "effect: may-refuse, when: request.a, leaves: [law/r-1]")),
     LAW(RULE("r-1", "one", "effect: shall-refuse, when: request.b")), "", EXD_STANDING_GOVERNS, ""},
    {TREATY(RULE("r-1", "two", "effect: may-refuse, when: request.a, displaces: [law/r-1]")),
     LAW(RULE("r-1", "one", "effect: shall-refuse, when: request.b")), "", EXD_STANDING_DISPLACED, "displaces it"},
    /* inside one instrument */
    {NULL,
     LAW(RULE("r-1", "one", "effect: may-refuse, when: request.b")
             RULE("r-2", "two", "effect: may-refuse, given: request.a, when: request.c, in-place-of: r-1")),
     "a: true, c: false", EXD_STANDING_DISPLACED, "takes its place"},
    {NULL,
     LAW(RULE("r-1", "one", "effect: may-refuse, when: request.b")
             RULE("r-2", "two", "effect: may-refuse, given: request.a, when: request.c, in-place-of: r-1")),
     "a: false", EXD_STANDING_GOVERNS, ""},
    {NULL,
     LAW(RULE("r-1", "one", "effect: may-refuse, when: request.b") RULE("r-2", "two", "effect: duty, when: request.a, excludes: [r-1]")),
     "a: true", EXD_STANDING_DISPLACED, "excludes it"},
    {NULL,
     LAW(RULE("r-1", "one", "effect: may-refuse, when: request.b") RULE("r-2", "two", "effect: duty, when: request.a, excludes: [r-1]")),
     "a: false", EXD_STANDING_GOVERNS, ""},
    {NULL,
     LAW(RULE("r-1", "one", "effect: may-refuse, when: request.b") RULE("r-2", "two", "effect: duty, when: request.a, excludes: [r-1]")),
     "", EXD_STANDING_OPEN, "excludes it"},
    {NULL,
     LAW(RULE("r-1", "one", "effect: may-refuse, when: request.b")
             RULE("r-2", "two", "effect: duty, when: request.a, excludes-grounds: [one]")),
     "a: true", EXD_STANDING_DISPLACED, "excludes this ground"},
};

START_TEST(a_finding_governs_unless_something_stands_in_its_way)
{
    struct world world;
    const char *books[] = {rows[_i].law, rows[_i].treaty, NULL};
    world_open(&world, books);
    world_check(&world, rows[_i].request, "");
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_str_eq(exd_standing_name(finding->standing), exd_standing_name(rows[_i].standing));
    ck_assert_uint_eq(finding->displacement_count, *rows[_i].why != '\0');
    if (*rows[_i].why)
        ck_assert(text_is(finding->displacements[0].why, rows[_i].why));
    world_close(&world);
}
END_TEST

START_TEST(a_displaced_finding_keeps_its_result)
{
    struct world world;
    const char *books[] = {rows[0].law, rows[0].treaty, NULL};
    world_open(&world, books);
    world_check(&world, "b: true", "");
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_int_eq(finding->result, EXD_RESULT_APPLIES);
    ck_assert_int_eq(finding->standing, EXD_STANDING_DISPLACED);
    ck_assert(text_is(finding->displacements[0].cite, "Art. 1"));
    ck_assert(text_is(finding->displacements[0].instrument->id, "treaty"));
    world_close(&world);
}
END_TEST

START_TEST(the_first_rule_in_play_on_the_ground_is_named)
{
    struct world world;
    const char *books[] = {LAW(RULE("r-1", "one", "effect: shall-refuse, when: request.b")),
                           TREATY(RULE("r-1", "one", "effect: may-refuse, when: request.a, until: 2019-12-31")
                                      RULE("r-2", "one", "effect: may-refuse, when: request.a")
                                          RULE("r-3", "one", "effect: may-refuse, when: request.c")),
                           NULL};
    world_open(&world, books);
    world_check(&world, "", "");
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_uint_eq(finding->displacement_count, 1);
    ck_assert(text_is(finding->displacements[0].rule->full_id, "treaty/r-2"));
    world_close(&world);
}
END_TEST

START_TEST(a_rule_about_an_offence_excludes_for_that_offence_alone)
{
    struct world world;
    const char *books[] = {LAW(RULE("r-1", "one", "effect: may-refuse, for: each offence, when: request.b")
                                   RULE("r-2", "two", "effect: duty, for: each offence, when: offence.a, excludes: [r-1]")),
                           NULL};
    world_open(&world, books);
    world_check(&world, "", "offences: [{id: x, a: true}, {id: y, a: false}, {id: z}]");
    ck_assert_int_eq(world_finding(&world, "law/r-1", "x")->standing, EXD_STANDING_DISPLACED);
    ck_assert_int_eq(world_finding(&world, "law/r-1", "y")->standing, EXD_STANDING_GOVERNS);
    ck_assert_int_eq(world_finding(&world, "law/r-1", "z")->standing, EXD_STANDING_OPEN);
    world_close(&world);
}
END_TEST

/* Whatever the order of the offences. */
START_TEST(a_rule_about_offences_excludes_one_about_the_request_where_it_applies_to_all)
{
    static const struct {
        const char *offences;
        exd_standing standing;
    } cases[] = {
        {"offences: [{id: x, a: true}, {id: y, a: true}]", EXD_STANDING_DISPLACED},
        {"offences: [{id: x, a: true}, {id: y, a: false}]", EXD_STANDING_GOVERNS},
        {"offences: [{id: x, a: false}, {id: y, a: true}]", EXD_STANDING_GOVERNS},
        {"offences: [{id: x, a: true}, {id: y}]", EXD_STANDING_OPEN},
        {"offences: [{id: x}, {id: y, a: true}]", EXD_STANDING_OPEN},
        {"offences: [{id: x}, {id: y, a: false}]", EXD_STANDING_GOVERNS},
    };
    struct world world;
    const char *books[] = {LAW(RULE("r-1", "one", "effect: may-refuse, when: request.b")
                                   RULE("r-2", "two", "effect: duty, for: each offence, when: offence.a, excludes: [r-1]")),
                           NULL};
    world_open(&world, books);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        world_check(&world, "", cases[i].offences);
        ck_assert_msg(world_finding(&world, "law/r-1", NULL)->standing == cases[i].standing, "%s", cases[i].offences);
    }
    world_close(&world);
}
END_TEST

Suite *standing_suite(void)
{
    Suite *suite = suite_create("standing");
    TCase *tests = tcase_create("standing");
    unit_add_rows(tests, a_finding_governs_unless_something_stands_in_its_way, rows);
    tcase_add_test(tests, a_displaced_finding_keeps_its_result);
    tcase_add_test(tests, the_first_rule_in_play_on_the_ground_is_named);
    tcase_add_test(tests, a_rule_about_an_offence_excludes_for_that_offence_alone);
    tcase_add_test(tests, a_rule_about_offences_excludes_one_about_the_request_where_it_applies_to_all);
    suite_add_tcase(suite, tests);
    return suite;
}
