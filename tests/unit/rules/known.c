/* What is copied says the same as what is compiled: expressions that another rulebook had before, and definitions that are used again. */
#include "rules/known.h"

#include <string.h>

#include "unit.h"
#include "world.h"

#define BOOK(id, dates, definitions)                                                                                                       \
    "instrument: {id: " id ", title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n" dates definitions "rules:\n"
#define RULE(id, more) "  - {id: " id ", cite: c, title: t, ground: one, effect: may-refuse, " more "}\n"

static void write_limb(struct buffer *out, const struct limb *limb)
{
    buffer_format(out, "[%t|%t|%t|%t]", limb->title->id, limb->title->cite, limb->title->label, limb->expression);
}

/* (op kind slots… [limb] below…): all of it but where it stands. */
static void write_program(struct buffer *out, const struct program *program, uint32_t root)
{
    if (root == NO_ROOT) {
        buffer_string(out, "none");
        return;
    }
    const struct program_node *node = &program->nodes[root];
    buffer_format(out, "(%u:%u", (unsigned)node->op, (unsigned)node->kind);
    if (node->op == OP_FACT || node->op == OP_VARIABLE || node->op == OP_CONSTANT)
        buffer_format(out, " %u", node->a);
    if (node->op == OP_FACT || node->op == OP_SOME || node->op == OP_EVERY || node->op == OP_NO || node->op == OP_PARTY)
        buffer_format(out, " %u %u", node->b, node->c);
    if (node->limb != NO_LIMB)
        write_limb(out, &program->limbs[node->limb]);
    for (uint32_t i = 0; i < program_below_count(node); i++)
        write_program(out, program, program_below(program, node, i));
    buffer_char(out, ')');
}

static void write_rule(struct buffer *out, const struct world *world, const char *id)
{
    const struct instrument *owner;
    const struct rule *rule = ruleset_rule(world->rules, text_of(id), &owner);
    ck_assert_ptr_nonnull(rule);
    buffer_clear(out);
    write_program(out, &world->rules->program, rule->when);
}

static const char *const conditions[] = {
    "request.a",
    "not request.a and request.b or request.c",
    "{test: request.a, label: mine, cite: Art. 9}",
    "{test: request.a and request.b, id: both}",
    "{all: [request.a, {test: request.b, label: other}], unless: request.c}",
    "{some: proceeding, where: proceeding.a}",
    "{every: proceeding, where: {some: proceeding as other, where: other.state == proceeding.state}}",
    "{some: offence, where: {some: proceeding, where: offence in proceeding.about}}",
    "'request.colour in {red, green}'",
    "'request.place in {AA, request.requested_state}'",
};

/* The constants of a program have other numbers when others came before: both books have the same number of them. */
START_TEST(a_condition_is_the_same_whether_another_book_had_it_before)
{
    struct world fresh, after;
    struct buffer lone, books[2], want, got;
    buffer_init(&lone, memory_default());
    buffer_init(&books[0], memory_default());
    buffer_init(&books[1], memory_default());
    buffer_init(&want, memory_default());
    buffer_init(&got, memory_default());
    buffer_format(&lone, BOOK("law", "", "") RULE("r-1", "when: %s"), conditions[_i]);
    buffer_format(&books[0], BOOK("earlier", "", "") RULE("r-1", "when: {test: request.a, label: theirs}") RULE("r-2", "when: %s"),
                  conditions[_i]);
    buffer_text(&books[1], buffer_view(&lone));
    world_open(&fresh, (const char *[]){lone.data, NULL});
    world_open(&after, (const char *[]){books[0].data, books[1].data, NULL});
    write_rule(&want, &fresh, "law/r-1");
    write_rule(&got, &after, "earlier/r-2");
    ck_assert_msg(text_equal(buffer_view(&got), buffer_view(&want)), "%s\n%s\n%s", conditions[_i], want.data, got.data);
    write_rule(&got, &after, "law/r-1");
    ck_assert_msg(text_equal(buffer_view(&got), buffer_view(&want)), "%s\n%s\n%s", conditions[_i], want.data, got.data);
    world_close(&after);
    world_close(&fresh);
    buffer_free(&got);
    buffer_free(&want);
    buffer_free(&books[1]);
    buffer_free(&books[0]);
    buffer_free(&lone);
}
END_TEST

/* The same words mean a value here and a date there. */
static const struct {
    const char *books[3];
    exd_status status;
} homonyms[] = {
    {{BOOK("a", "", "") RULE("r-1", "when: request.colour == red"),
      BOOK("b", "dates: [{id: red, date: 2001-01-01, cite: c}]\n", "") RULE("r-1", "when: request.on == red")},
     EXD_OK},
    {{BOOK("a", "", "") RULE("r-1", "when: request.colour == red"),
      BOOK("b", "dates: [{id: red, date: 2001-01-01, cite: c}]\n", "") RULE("r-1", "when: request.colour == red")},
     EXD_ERROR_INPUT},
    {{BOOK("a", "dates: [{id: reform, date: 2001-01-01, cite: c}]\n", "") RULE("r-1", "when: request.on < reform"),
      BOOK("b", "", "") RULE("r-1", "when: request.on < reform")},
     EXD_ERROR_INPUT},
    {{BOOK("a", "", "") RULE("r-1", "for: each offence, when: offence.penalty == life"),
      BOOK("b", "dates: [{id: life, date: 2001-01-01, cite: c}]\n", "") RULE("r-1", "for: each offence, when: offence.penalty == life")},
     EXD_ERROR_INPUT},
    {{BOOK("a", "", "definitions: [{id: early, means: request.a, cite: c}]\n") RULE("r-1", "when: early"),
      BOOK("b", "", "") RULE("r-1", "when: early")},
     EXD_ERROR_INPUT},
};

START_TEST(a_word_is_never_taken_in_the_sense_of_another_book)
{
    struct world world;
    ck_assert_msg(world_try(&world, homonyms[_i].books) == homonyms[_i].status, "%d: %s", _i, world_text(&world));
    world_close(&world);
}
END_TEST

START_TEST(the_same_date_name_is_each_books_own_date)
{
    static const char *const books[] = {
        BOOK("a", "dates: [{id: reform, date: 2001-01-01, cite: c}]\n", "") RULE("r-1", "when: request.on < reform"),
        BOOK("b", "dates: [{id: reform, date: 2011-01-01, cite: c}]\n", "") RULE("r-1", "when: request.on < reform"), NULL};
    struct world world;
    world_open(&world, books);
    world_check(&world, "on: 2005-05-05", "");
    ck_assert_int_eq(world_finding(&world, "a/r-1", NULL)->result, EXD_RESULT_DOES_NOT_APPLY);
    ck_assert_int_eq(world_finding(&world, "b/r-1", NULL)->result, EXD_RESULT_APPLIES);
    world_close(&world);
}
END_TEST

#define TAKING(definition) BOOK("law", "", "definitions:\n" definition)

/* Rules r-1 and r-2 use a definition where the same is bound: the second is a copy. Rule r-3 spells it out. */
static const struct {
    const char *book;
    const char *lists;
    const char *subject;
} uses[] = {
    {TAKING("  - {id: d, means: {some: proceeding, where: proceeding.a}, cite: c}\n") RULE("r-1", "when: d") RULE("r-2", "when: d")
         RULE("r-3", "when: {some: proceeding, where: proceeding.a}"),
     "proceedings: [{id: x, a: true}]", NULL},
    {TAKING("  - {id: d, for: offence, means: {some: proceeding, where: offence in proceeding.about}, cite: c}\n")
         RULE("r-1", "for: each offence, when: d(offence)") RULE("r-2", "when: {some: offence as o, where: d(o)}")
             RULE("r-3", "when: {some: offence, where: {some: proceeding, where: offence in proceeding.about}}"),
     "offences: [{id: x}, {id: y}]\nproceedings: [{id: p, about: [x]}]", "x"},
    {TAKING("  - {id: inner, for: proceeding, means: proceeding.state == AA, cite: c}\n"
            "  - {id: d, means: {some: proceeding, where: inner(proceeding)}, cite: c}\n") RULE("r-1", "when: d")
         RULE("r-2", "when: {every: proceeding as other, where: {all: [d, inner(other)]}}")
             RULE("r-3", "when: {some: proceeding, where: proceeding.state == AA}"),
     "proceedings: [{id: x, state: AA}]", NULL},
};

START_TEST(a_definition_is_true_wherever_it_is_used)
{
    struct world world;
    world_open(&world, (const char *[]){uses[_i].book, NULL});
    world_check(&world, "a: true", uses[_i].lists);
    ck_assert_int_eq(world_finding(&world, "law/r-1", uses[_i].subject)->result, EXD_RESULT_APPLIES);
    ck_assert_int_eq(world_finding(&world, "law/r-2", NULL)->result, EXD_RESULT_APPLIES);
    ck_assert_int_eq(world_finding(&world, "law/r-3", NULL)->result, EXD_RESULT_APPLIES);
    if (uses[_i].subject)
        ck_assert_int_eq(world_finding(&world, "law/r-1", "y")->result, EXD_RESULT_DOES_NOT_APPLY);
    world_close(&world);
}
END_TEST

START_TEST(each_use_of_a_definition_has_its_words_and_all_share_its_body)
{
    static const char *const books[] = {TAKING("  - {id: d, means: request.a and request.b, cite: Art. 1}\n")
                                            RULE("r-1", "when: {test: d, label: first}") RULE("r-2", "when: d"),
                                        NULL};
    struct world world;
    const struct instrument *owner;
    world_open(&world, books);
    const struct program *program = &world.rules->program;
    const struct program_node *first = &program->nodes[ruleset_rule(world.rules, TEXT("law/r-1"), &owner)->when];
    const struct program_node *second = &program->nodes[ruleset_rule(world.rules, TEXT("law/r-2"), &owner)->when];
    ck_assert(text_is(program->limbs[first->limb].title->label, "first") && program->limbs[second->limb].title->label.length == 0);
    ck_assert_uint_eq(program->nodes[first->a].limb, program->nodes[second->a].limb);
    ck_assert_uint_ne(program->limbs[first->limb].place.line, program->limbs[second->limb].place.line);
    world_close(&world);
}
END_TEST

START_TEST(a_copied_expression_stands_where_it_is_written)
{
    static const char *const books[] = {
        BOOK("law", "", "") RULE("r-1", "when: {test: request.a, label: first}") RULE("r-2", "when: request.a"), NULL};
    struct world world;
    const struct instrument *owner;
    world_open(&world, books);
    const struct program *program = &world.rules->program;
    const struct limb *first = &program->limbs[program->nodes[ruleset_rule(world.rules, TEXT("law/r-1"), &owner)->when].limb];
    const struct limb *second = &program->limbs[program->nodes[ruleset_rule(world.rules, TEXT("law/r-2"), &owner)->when].limb];
    ck_assert(text_is(first->title->label, "first") && second->title->label.length == 0);
    ck_assert(text_equal(first->expression, second->expression));
    ck_assert_uint_eq(first->place.line + 1, second->place.line);
    world_close(&world);
}
END_TEST

START_TEST(each_use_of_a_definition_names_its_instruments)
{
    static const char *const books[] = {
        TAKING("  - {id: d, means: 'party(request.requesting_state, t)', cite: c}\n") RULE("r-1", "when: d") RULE("r-2", "when: not d"),
        "instrument: {id: t, title: T, kind: bilateral-treaty, citation: c, parties: {AA: {}, BB: {}}, text-seen: full}\n"
        "rules:\n" RULE("r-1", "when: request.a"),
        NULL};
    struct world world;
    world_open(&world, books);
    world_check(&world, "", "");
    ck_assert_int_eq(world_finding(&world, "law/r-1", NULL)->result, EXD_RESULT_APPLIES);
    ck_assert_int_eq(world_finding(&world, "law/r-2", NULL)->result, EXD_RESULT_DOES_NOT_APPLY);
    world_close(&world);
}
END_TEST

#define STATUTE_THAT_ASKS TAKING("  - {id: treaty_free, means: not treaty_in_force, cite: c}\n") RULE("r-1", "when: treaty_free")
#define TREATY_APPLYING_BY(definition)                                                                                                     \
    "instrument: {id: t, title: T, kind: bilateral-treaty, citation: c, parties: {AA: {}, BB: {}}, text-seen: full, applies: " definition  \
    "}\nrules:\n" RULE("r-1", "when: request.a")

START_TEST(no_treaty_applies_by_a_definition_that_asks_for_treaties)
{
    static const char *const books[][3] = {{STATUTE_THAT_ASKS, TREATY_APPLYING_BY("law/treaty_free")},
                                           {TREATY_APPLYING_BY("law/treaty_free"), STATUTE_THAT_ASKS}};
    struct world world;
    ck_assert_int_eq(world_try(&world, books[_i]), EXD_ERROR_INPUT);
    ck_assert_msg(strstr(world_text(&world), "`treaty_free` would ask what is being found out") != NULL, "%s", world_text(&world));
    world_close(&world);
}
END_TEST

START_TEST(a_fault_in_a_definition_is_told_once)
{
    static const char *const books[] = {TAKING("  - {id: d, means: request.nothing, cite: c}\n") RULE("r-1", "when: d")
                                            RULE("r-2", "when: d") RULE("r-3", "when: request.a or d"),
                                        NULL};
    struct world world;
    ck_assert_int_eq(world_try(&world, books), EXD_ERROR_INPUT);
    ck_assert_msg(exd_diagnostics_count(world.diagnostics) == 1, "%s", world_text(&world));
    world_close(&world);
}
END_TEST

Suite *known_suite(void)
{
    Suite *suite = suite_create("known");
    TCase *tests = tcase_create("known");
    unit_add_rows(tests, a_condition_is_the_same_whether_another_book_had_it_before, conditions);
    unit_add_rows(tests, a_word_is_never_taken_in_the_sense_of_another_book, homonyms);
    tcase_add_test(tests, the_same_date_name_is_each_books_own_date);
    unit_add_rows(tests, a_definition_is_true_wherever_it_is_used, uses);
    tcase_add_test(tests, each_use_of_a_definition_has_its_words_and_all_share_its_body);
    tcase_add_test(tests, each_use_of_a_definition_names_its_instruments);
    tcase_add_test(tests, a_copied_expression_stands_where_it_is_written);
    tcase_add_loop_test(tests, no_treaty_applies_by_a_definition_that_asks_for_treaties, 0, 2);
    tcase_add_test(tests, a_fault_in_a_definition_is_told_once);
    suite_add_tcase(suite, tests);
    return suite;
}
