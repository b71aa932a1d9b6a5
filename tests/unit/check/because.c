#include "check/because.h"

#include <string.h>

#include "unit.h"
#include "world.h"

/* A proof as one line: what decides is marked with `*`, truths are T, F and ?. */
static void write(struct buffer *buffer, const struct because *because)
{
    static const char *const words[] = {
        [LIMB_TEST] = "",      [LIMB_ALL] = "all",     [LIMB_ANY] = "any",         [LIMB_NOT] = "not",
        [LIMB_SOME] = "some",  [LIMB_EVERY] = "every", [LIMB_NO] = "no",           [LIMB_ITEM] = "item ",
        [LIMB_UNLESS] = "but", [LIMB_PART] = "",       [LIMB_DEFINITION] = "def ",
    };
    bool named = because->kind == LIMB_TEST || because->kind == LIMB_ITEM || because->kind == LIMB_PART || because->kind == LIMB_DEFINITION;
    buffer_string(buffer, words[because->kind]);
    if (named)
        buffer_text(buffer, because->expression);
    buffer_string(buffer, because->truth == TRUTH_TRUE ? ":T" : because->truth == TRUTH_FALSE ? ":F" : ":?");
    buffer_string(buffer, because->decides ? "*" : "");
    for (uint32_t i = 0; i < because->child_count; i++) {
        buffer_string(buffer, i ? ", " : "(");
        write(buffer, &because->children[i]);
    }
    buffer_string(buffer, because->child_count ? ")" : "");
}

static const struct {
    const char *rule;
    const char *request;
    const char *lists;
    const char *proof;
    const char *facts;
    const char *missing;
} rows[] = {
    /* of `all` the limbs that fail, of `any` those that hold; all are shown */
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: true, b: false", "", "when:F*(all:F*(request.a:T, request.b:F*))",
     "request.b", ""},
    {"effect: may-refuse, when: {any: [request.a, request.b]}", "a: true", "", "when:T*(any:T*(request.a:T*, request.b:?))", "request.a",
     ""},
    {"effect: may-refuse, when: {not: request.a}", "a: true", "", "when:F*(not:F*(request.a:T*))", "request.a", ""},
    /* an open result rests on what is open, and on what leaves it so */
    {"effect: may-refuse, when: {all: [request.a, request.b]}", "a: true", "", "when:?*(all:?*(request.a:T*, request.b:?*))", "request.a",
     "request.b"},
    {"effect: may-refuse, when: {any: [request.a, request.b]}", "a: unknown", "", "when:?*(any:?*(request.a:?*, request.b:?*))", "",
     "request.a request.b"},
    /* the parts of a rule */
    {"effect: may-refuse, given: request.a, when: request.b, unless: request.c", "a: false, b: true, c: false", "",
     "given:F*(request.a:F*), when:T(request.b:T), unless:F(request.c:F)", "request.a", ""},
    {"effect: requires, given: request.a, when: request.b", "a: false, b: false", "", "given:F*(request.a:F*), when:F(request.b:F)",
     "request.a", ""},
    {"effect: requires, given: request.a, when: request.b", "a: true, b: false", "", "given:T*(request.a:T*), when:F*(request.b:F*)",
     "request.a request.b", ""},
    {"effect: may-refuse, when: {test: request.a, unless: request.b}", "a: true, b: true", "", "when:F*(but:F*(request.a:T, request.b:T*))",
     "request.b", ""},
    /* one witness brings about `some`; without one it takes all items and the list */
    {"effect: may-refuse, when: {some: proceeding, where: proceeding.a}", "", "proceedings: [{id: x, a: false}, {id: y, a: true}]",
     "when:T*(some:T*(item x:F(proceeding.a:F), item y:T*(proceeding.a:T*)))", "proceedings.y.a", ""},
    {"effect: may-refuse, when: {some: proceeding, where: proceeding.a}", "", "proceedings: [{id: x, a: false}]",
     "when:F*(some:F*(item x:F*(proceeding.a:F*)))", "proceedings proceedings.x.a", ""},
    {"effect: may-refuse, when: {every: proceeding, where: proceeding.a}", "", "proceedings: [{id: x, a: false}, {id: y, a: true}]",
     "when:F*(every:F*(item x:F*(proceeding.a:F*), item y:T(proceeding.a:T)))", "proceedings.x.a", ""},
    {"effect: may-refuse, when: {some: proceeding, where: proceeding.a}", "", "", "when:?*(some:?*)", "", "proceedings"},
};

START_TEST(a_proof_shows_every_limb_and_marks_those_that_decide)
{
    struct world world;
    struct buffer proof;
    world_open_rule(&world, rows[_i].rule);
    world_check(&world, rows[_i].request, rows[_i].lists);
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    buffer_init(&proof, memory_default());
    for (uint32_t i = 0; i < finding->part_count; i++) {
        buffer_string(&proof, i ? ", " : "");
        write(&proof, &finding->because[i]);
    }
    ck_assert_str_eq(proof.data, rows[_i].proof);
    ck_assert_str_eq(world_paths(&finding->facts), rows[_i].facts);
    ck_assert_str_eq(world_paths(&finding->missing), rows[_i].missing);
    buffer_free(&proof);
    world_close(&world);
}
END_TEST

static bool marks_any(const struct because *because)
{
    bool any = because->decides;
    for (uint32_t i = 0; i < because->child_count; i++)
        any |= marks_any(&because->children[i]);
    return any;
}

START_TEST(what_completion_decided_rests_on_no_single_limb)
{
    struct world world;
    world_open_rule(&world, "effect: may-refuse, when: {any: [{all: [request.a, request.b]}, {all: [{not: request.a}, request.b]}]}");
    world_check(&world, "b: true", "");
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_int_eq(finding->result, EXD_RESULT_APPLIES);
    ck_assert(!marks_any(&finding->because[0]));
    ck_assert_str_eq(world_paths(&finding->facts), "request.b");
    ck_assert_uint_eq(finding->missing.count, 0);
    world_close(&world);
}
END_TEST

START_TEST(a_presumption_is_marked_where_the_result_rests_on_it)
{
    struct world world;
    world_open_rule(&world, "effect: may-refuse, when: request.quiet");
    world_check(&world, "", "");
    const struct finding *finding = world_finding(&world, "law/r-1", NULL);
    ck_assert_int_eq(finding->result, EXD_RESULT_DOES_NOT_APPLY);
    ck_assert_uint_eq(finding->presumed_count, 1);
    ck_assert(finding->facts.items[0].presumed);
    world_check_record(&world, "as_of: 2020-01-01\nrequest: {requesting_state: AA, requested_state: BB}\n", false);
    ck_assert_int_eq(world_finding(&world, "law/r-1", NULL)->result, EXD_RESULT_OPEN);
    world_close(&world);
}
END_TEST

Suite *because_suite(void)
{
    Suite *suite = suite_create("because");
    TCase *tests = tcase_create("because");
    unit_add_rows(tests, a_proof_shows_every_limb_and_marks_those_that_decide, rows);
    tcase_add_test(tests, what_completion_decided_rests_on_no_single_limb);
    tcase_add_test(tests, a_presumption_is_marked_where_the_result_rests_on_it);
    suite_add_tcase(suite, tests);
    return suite;
}
