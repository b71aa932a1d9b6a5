/* The three files of the dictionary: what is found in them, the values that its types take, and the one message for what is wrong. */
#include "model/vocabulary.h"

#include <string.h>

#include "support.h"
#include "unit.h"

#define FACT "question: q, held-by: person"
#define ENTITIES "  request: {label: r}\n  offences: {item: offence, label: o}\n"
#define OWN                                                                                                                                \
    "    requesting_state: {type: state, " FACT "}\n"                                                                                      \
    "    requested_state: {type: state, " FACT "}\n"                                                                                       \
    "    treaty_in_force: {type: boolean, " FACT "}\n"                                                                                     \
    "    treaty_provides: {type: set of enum ground, " FACT "}\n"                                                                          \
    "    agreed_instruments: {type: set of text, " FACT "}\n"

struct desk {
    struct bench bench;
    struct names names;
    struct vocabulary vocabulary;
};

static void desk_open(struct desk *desk)
{
    static const char states[] = "format: extradition-states/1\nstates: {BB: Beland, AA: Aland}\n";
    static const char grounds[] = "format: extradition-grounds/1\ngrounds: {one: {title: One}, two: {title: Two, about: a}}\n";
    struct bench *bench = &desk->bench;
    bench_open(bench, SIZE_MAX);
    ck_assert(names_init(&desk->names, &bench->arena));
    desk->vocabulary = (struct vocabulary){.names = &desk->names};
    ck_assert(states_read(&desk->vocabulary, &bench->arena, bench_tree(bench, states), &bench->diag));
    ck_assert(grounds_read(&desk->vocabulary, &bench->arena, bench_tree(bench, grounds), &bench->diag));
}

static bool desk_read(struct desk *desk, const char *head, const char *entities, const char *own, const char *more)
{
    struct bench *bench = &desk->bench;
    struct buffer source;
    buffer_init(&source, memory_default());
    buffer_format(&source, "format: extradition-vocabulary/1\n%sentities:\n%sfacts:\n  request:\n%s%s\n", head, entities, own, more);
    bool good = vocabulary_read(&desk->vocabulary, &bench->arena, bench_tree(bench, source.data), &bench->diag);
    buffer_free(&source);
    return good;
}

static const char colours[] = "enums: {colour: {red: r, light-blue: b}}\n";

static const struct {
    const char *type;
    const char *source;
    const char *want; /* NULL: refused with one message */
} values[] = {
    {"boolean", "true", "true"},
    {"boolean", "no", "false"},
    {"boolean", "maybe", NULL},
    {"boolean", "[true]", NULL},
    {"integer", "-3", "-3"},
    {"integer", "1000000000", "1000000000"},
    {"integer", "1000000001", NULL},
    {"integer", "1.5", NULL},
    {"date", "2018-05-01", "2018-05-01"},
    {"date", "2018-05", "2018-05"},
    {"date", "2018", "2018"},
    {"date", "2018-05-01..2018-06-15", "2018-05-01..2018-06-15"},
    {"date", "never", "never"},
    {"date", "2018-02-30", NULL},
    {"date", "2019..2018", NULL},
    {"duration", "1 year 6 months", "1 year 6 months"},
    {"duration", "life", NULL},
    {"penalty", "life", "life"},
    {"penalty", "none", "none"},
    {"penalty", "fine", "fine"},
    {"penalty", "death", "death"},
    {"penalty", "20 years", "20 years"},
    {"penalty", "long", NULL},
    {"enum colour", "light-blue", "light-blue"},
    {"enum colour", "blue", NULL},
    {"enum ground", "two", "two"},
    {"state", "AA", "AA"},
    {"state", "aa", NULL},
    {"state", "red", NULL},
    {"text", "anything at all", "anything at all"},
    {"set of state", "[BB, AA]", "[BB, AA]"},
    {"set of state", "AA", "[AA]"},
    {"set of state", "[]", "[]"},
    {"set of enum colour", "[red, green]", NULL},
    {"set of integer", "{a: 1}", NULL},
    {"ref offence", "o1", NULL},
};

START_TEST(a_value_is_read_as_its_type_and_written_as_it_stood)
{
    struct desk desk;
    struct buffer buffer;
    desk_open(&desk);
    buffer_init(&buffer, memory_default());
    buffer_format(&buffer, "    x: {type: %s, presume: %s, " FACT "}", values[_i].type, values[_i].source);
    bool good = desk_read(&desk, colours, ENTITIES, OWN, buffer.data);
    ck_assert_msg(good == (values[_i].want != NULL), "`%s` as %s: %s", values[_i].source, values[_i].type, bench_text(&desk.bench));
    ck_assert_uint_eq(desk.bench.diag.errors, good ? 0 : 1);
    if (good) {
        const struct entity *request = &desk.vocabulary.entities[desk.vocabulary.request];
        const struct fact *fact = &request->facts[vocabulary_fact(request, names_find(&desk.names, TEXT("x")))];
        ck_assert(fact->presumed && !fact->test);
        buffer_clear(&buffer);
        value_write(&desk.vocabulary, NULL, fact->presumption, &buffer);
        ck_assert_msg(text_is(buffer_view(&buffer), values[_i].want), "%s", buffer.data);
        buffer_clear(&buffer);
        type_write(&desk.vocabulary, fact->type, &buffer);
        ck_assert_msg(text_is(buffer_view(&buffer), values[_i].type), "%s", buffer.data);
    }
    buffer_free(&buffer);
    bench_close(&desk.bench);
}
END_TEST

static const struct {
    const char *head;
    const char *entities;
    const char *own;
    const char *more;
    const char *code;
    const char *message;
} wrong[] = {
    {"", ENTITIES, OWN, "    x: {type: number, " FACT "}", "E205", "unknown type `number`"},
    {"", ENTITIES, OWN, "    x: {type: date AA, " FACT "}", "E205", "unknown type `date AA`"},
    {"", ENTITIES, OWN, "    x: {type: enum colour, " FACT "}", "E212", "`colour` is no list of values"},
    {"", ENTITIES, OWN, "    x: {type: ref offences, " FACT "}", "E212", "`offences` is no list of values"},
    {"", ENTITIES, OWN, "    x: {type: date, question: q}", "E203", "held-by"},
    {"", ENTITIES, OWN, "    x: {type: date, question: q, held-by: police}", "E205", "`police`"},
    {"", ENTITIES, OWN, "    x: {type: date, asks: q, " FACT "}", "E201", "asks"},
    {"", ENTITIES, OWN, "    x: {type: date, test: {standard: s}, " FACT "}", "E203", "by"},
    {"", ENTITIES, OWN, "    x: {type: date, " FACT "}\n    x.y: {type: date, " FACT "}", "E211", "both a fact and a group"},
    {"", ENTITIES, OWN, "  crime: {x: {type: date, " FACT "}}", "E212", "`crime` is no entity"},
    {"", ENTITIES, OWN, "  offence: [x]", "E212", "has no mapping of facts"},
    {"enums: {ground: {x: y}}\n", ENTITIES, OWN, "", "E211", "`ground` is there already"},
    {"enums: {colour: [red]}\n", ENTITIES, OWN, "", "E204", "a closed list is a mapping of values"},
    {"enums: {colour: {Red: r}}\n", ENTITIES, OWN, "", "E216", "Red"},
    {"", ENTITIES "  crimes: {item: offence, label: c}\n", OWN, "", "E211", "two entities are called `offence`"},
    {"", "  request: {label: r}\n", OWN, "", "E203", "`request` and `offences`"},
    {"", ENTITIES "  person: {item: one}\n", OWN, "", "E203", "label"},
    {"", ENTITIES, "    requesting_state: {type: text, " FACT "}\n", "", "E203", "`request.requesting_state`, with its own type"},
};

START_TEST(a_wrong_vocabulary_says_what_is_wrong)
{
    struct desk desk;
    desk_open(&desk);
    ck_assert(!desk_read(&desk, wrong[_i].head, wrong[_i].entities, wrong[_i].own, wrong[_i].more));
    ck_assert_uint_ge(desk.bench.diag.errors, 1);
    ck_assert_msg(strcmp(exd_diagnostics_code(desk.bench.list, 0), wrong[_i].code) == 0, "%s", bench_text(&desk.bench));
    ck_assert_msg(strstr(exd_diagnostics_text(desk.bench.list, 0), wrong[_i].message) != NULL, "%s", bench_text(&desk.bench));
    bench_close(&desk.bench);
}
END_TEST

START_TEST(what_is_in_the_files_is_found_and_nothing_else)
{
    struct desk desk;
    desk_open(&desk);
    struct vocabulary *vocabulary = &desk.vocabulary;
    ck_assert(desk_read(&desk, colours, ENTITIES, OWN, "    x.y.z: {type: date, test: {by: court, standard: s}, " FACT "}"));
    const struct entity *request = &vocabulary->entities[vocabulary->request];
    for (uint32_t i = 0; i < request->fact_count; i++)
        ck_assert_uint_eq(vocabulary_fact(request, request->facts[i].id), i);
    ck_assert(request->single && !vocabulary->entities[vocabulary->offence].single);
    ck_assert_uint_eq(vocabulary_entity_by_list(vocabulary, names_find(&desk.names, TEXT("offences"))), vocabulary->offence);
    ck_assert_uint_eq(vocabulary_entity_by_item(vocabulary, names_find(&desk.names, TEXT("offences"))), NO_ENTITY);
    ck_assert(vocabulary_is_group(request, names_find(&desk.names, TEXT("x"))));
    ck_assert(vocabulary_is_group(request, names_find(&desk.names, TEXT("x.y"))));
    ck_assert(!vocabulary_is_group(request, names_find(&desk.names, TEXT("x.y.z"))));
    ck_assert(request->facts[request->fact_count - 1].test);
    ck_assert_uint_eq(vocabulary_ground(vocabulary, names_find(&desk.names, TEXT("two"))), 1);
    ck_assert_uint_eq(vocabulary_ground(vocabulary, names_find(&desk.names, TEXT("red"))), NO_GROUND);
    ck_assert(text_is(vocabulary_state(vocabulary, names_find(&desk.names, TEXT("AA")))->title, "Aland"));
    ck_assert(!vocabulary_state(vocabulary, 0));
    bench_close(&desk.bench);
}
END_TEST

START_TEST(a_text_that_the_rules_do_not_know_stays_with_the_record)
{
    struct desk desk;
    struct names extra;
    struct value value;
    struct buffer buffer;
    desk_open(&desk);
    uint32_t known = desk.names.count;
    ck_assert(names_init(&extra, &desk.bench.arena));
    const struct node *node = bench_tree(&desk.bench, "[one, elsewhere, elsewhere]");
    struct type type = {.kind = TYPE_TEXT, .set = true};
    ck_assert(vocabulary_read_value(&desk.vocabulary, type, node, &desk.bench.arena, &extra, &value, &desk.bench.diag));
    ck_assert_uint_eq(desk.names.count, known);
    ck_assert_uint_eq(value.as.members[1].name, value.as.members[2].name);
    buffer_init(&buffer, memory_default());
    value.complete = false;
    value_write(&desk.vocabulary, &extra, value, &buffer);
    ck_assert(text_is(buffer_view(&buffer), "[one, elsewhere, elsewhere, …]"));
    buffer_free(&buffer);
    bench_close(&desk.bench);
}
END_TEST

Suite *vocabulary_suite(void)
{
    Suite *suite = suite_create("vocabulary");
    TCase *tests = tcase_create("vocabulary");
    unit_add_rows(tests, a_value_is_read_as_its_type_and_written_as_it_stood, values);
    unit_add_rows(tests, a_wrong_vocabulary_says_what_is_wrong, wrong);
    tcase_add_test(tests, what_is_in_the_files_is_found_and_nothing_else);
    tcase_add_test(tests, a_text_that_the_rules_do_not_know_stays_with_the_record);
    suite_add_tcase(suite, tests);
    return suite;
}
