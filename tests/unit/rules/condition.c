/* Condition trees as the limbs that they become: leaves as written, what is bound in brackets, citations after a `#`. */
#include "rules/compile.h"

#include <string.h>

#include "unit.h"
#include "world.h"

static void write_limb(struct buffer *buffer, const struct program *program, uint32_t root);

static void write_parts(struct buffer *buffer, const struct program *program, const char *word, const uint32_t *roots, uint32_t count)
{
    buffer_format(buffer, "(%s", word);
    for (uint32_t i = 0; i < count; i++) {
        buffer_char(buffer, ' ');
        write_limb(buffer, program, roots[i]);
    }
    buffer_char(buffer, ')');
}

static void write_limb(struct buffer *buffer, const struct program *program, uint32_t root)
{
    static const char *const words[] = {[OP_ALL] = "all",     [OP_ANY] = "any", [OP_NOT] = "not",       [OP_SOME] = "some",
                                        [OP_EVERY] = "every", [OP_NO] = "no",   [OP_UNLESS] = "unless", [OP_DEFINITION] = "definition"};
    const struct program_node *node = &program->nodes[root];
    const struct limb *limb = &program->limbs[node->limb];
    const uint32_t pair[] = {node->a, node->b};
    ck_assert(node_op_is_limb((enum node_op)node->op));
    if (node->op == OP_TEST)
        buffer_format(buffer, "`%t`", limb->expression);
    else if (node->op == OP_ALL || node->op == OP_ANY)
        write_parts(buffer, program, words[node->op], program->children + node->a, node->b);
    else
        write_parts(buffer, program, words[node->op], pair, node->op == OP_UNLESS ? 2 : 1);
    if (node->op == OP_SOME || node->op == OP_EVERY || node->op == OP_NO)
        buffer_format(buffer, "[%t]", limb->expression);
    if (limb->title->id.length || limb->title->cite.length || limb->title->label.length)
        buffer_format(buffer, "#%t%t%t", limb->title->id, limb->title->cite, limb->title->label);
}

static const struct {
    const char *when;
    const char *want;
} rows[] = {
    {"request.a", "`request.a`"},
    {"{test: request.a}", "`request.a`"},
    {"{test: request.a, cite: x}", "`request.a`#x"},
    {"{test: request.a and request.b, id: x}", "(all `request.a` `request.b`)#x"},
    {"{all: [request.a, request.n > 3]}", "(all `request.a` `request.n > 3`)"},
    {"{any: [{all: [request.a, request.b], cite: x}, request.c], label: y}", "(any (all `request.a` `request.b`)#x `request.c`)#y"},
    {"{all: [request.a or request.b]}", "(all (any `request.a` `request.b`))"},
    {"{not: request.a}", "(not `request.a`)"},
    {"{not: {any: [request.a, request.b]}}", "(not (any `request.a` `request.b`))"},
    {"{test: request.a, unless: request.b}", "(unless `request.a` `request.b`)"},
    {"{test: request.a, cite: x, unless: {test: request.b, cite: y}}", "(unless `request.a`#x `request.b`#y)"},
    {"{some: offence, where: offence.a}", "(some `offence.a`)[offence]"},
    {"{every: proceeding as it, where: it.a, cite: x}", "(every `it.a`)[it]#x"},
    {"{no: offence, where: {some: offence as other, where: offence.a and other.a}}",
     "(no (some (all `offence.a` `other.a`))[other])[offence]"},
    {"{all: [{some: offence, where: offence.a}, {no: offence, where: not offence.a}]}",
     "(all (some `offence.a`)[offence] (no (not `offence.a`))[offence])"},
};

START_TEST(a_condition_becomes_its_limbs)
{
    struct world world;
    struct buffer rule, written;
    buffer_init(&rule, memory_default());
    buffer_init(&written, memory_default());
    buffer_format(&rule, "effect: duty, when: %s", rows[_i].when);
    world_open_rule(&world, rule.data);
    write_limb(&written, &world.rules->program, world.rules->instruments[0].rules[0].when);
    ck_assert_msg(text_is(buffer_view(&written), rows[_i].want), "`%s` gives %s", rows[_i].when, written.data);
    buffer_free(&written);
    buffer_free(&rule);
    world_close(&world);
}
END_TEST

static const struct {
    const char *when;
    const char *code;
    const char *message;
} wrong[] = {
    {"[request.a]", "E204", "a list stands where a condition is expected"},
    {"{all: []}", "E205", "take at least one condition"},
    {"{all: request.a}", "E204", ""},
    {"{test: [request.a]}", "E204", ""},
    {"{cite: x}", "E218", "a condition is exactly one of"},
    {"{all: [request.a], any: [request.b]}", "E218", "a condition is exactly one of"},
    {"{test: request.a, where: request.b}", "E218", "a condition is exactly one of"},
    {"{either: [request.a]}", "E201", "either"},
    {"{some: offence}", "E203", "`where` is missing"},
    {"{some: offense, where: request.a}", "E208", "did you mean `offence`?"},
    {"{some: request, where: request.a}", "E208", "unknown kind of item `request`"},
    {"{some: offence other, where: request.a}", "E208", "`offence`"},
    {"{some: offence as, where: request.a}", "E208", "`offence`"},
    {"{some: offence as request, where: request.a}", "E211", "`request` is bound already"},
    {"{some: offence, where: {no: offence, where: offence.a}}", "E211", "`offence` is bound already"},
    {"{all: [{some: offence, where: offence.a}, offence.a]}", "E208", "unknown name `offence.a`"},
    {"{some: offence as it, where: offence.a}", "E208", "unknown name `offence.a`"},
    {"{some: offence, where: offence.b}", "E207", "unknown fact `b`"},
    {"{test: request.a, unless: request.m}", "E207", "unknown fact `m`"},
};

START_TEST(a_wrong_condition_has_one_message)
{
    struct world world;
    struct buffer rule;
    buffer_init(&rule, memory_default());
    buffer_format(&rule, "effect: duty, when: %s", wrong[_i].when);
    ck_assert_msg(world_try_rule(&world, rule.data) == EXD_ERROR_INPUT, "`%s`", wrong[_i].when);
    ck_assert_msg(exd_diagnostics_count(world.diagnostics) == 1, "`%s`: %s", wrong[_i].when, world_text(&world));
    ck_assert_msg(strcmp(exd_diagnostics_code(world.diagnostics, 0), wrong[_i].code) == 0, "%s", world_text(&world));
    ck_assert_msg(strstr(world_text(&world), wrong[_i].message) != NULL, "`%s`: %s", wrong[_i].when, world_text(&world));
    buffer_free(&rule);
    world_close(&world);
}
END_TEST

/* The request has a slot of its own, and each name that is bound takes another. */
START_TEST(names_bound_at_once_have_a_limit)
{
    for (int over = 0; over < 2; over++) {
        struct world world;
        struct buffer rule;
        int count = SLOT_LIMIT - 1 + over;
        buffer_init(&rule, memory_default());
        buffer_string(&rule, "effect: duty, when: ");
        for (int i = 0; i < count; i++)
            buffer_format(&rule, "{some: offence as o%d, where: ", i);
        buffer_format(&rule, "o%d.a", count - 1);
        for (int i = 0; i < count; i++)
            buffer_char(&rule, '}');
        ck_assert_msg(world_try_rule(&world, rule.data) == (over ? EXD_ERROR_INPUT : EXD_OK), "%s", world_text(&world));
        ck_assert(!over || strstr(world_text(&world), "too many names are bound at once"));
        buffer_free(&rule);
        world_close(&world);
    }
}
END_TEST

Suite *condition_suite(void)
{
    Suite *suite = suite_create("condition");
    TCase *tests = tcase_create("condition");
    unit_add_rows(tests, a_condition_becomes_its_limbs, rows);
    unit_add_rows(tests, a_wrong_condition_has_one_message, wrong);
    tcase_add_test(tests, names_bound_at_once_have_a_limit);
    suite_add_tcase(suite, tests);
    return suite;
}
