/* Records read with a small vocabulary: what becomes of a cell, and the one message for what is wrong. */
#include "model/record.h"

#include <string.h>

#include "support.h"
#include "unit.h"

static const char grounds[] = "format: extradition-grounds/1\ngrounds: {one: {title: one}}\n";
static const char states[] = "format: extradition-states/1\nstates: {AA: Aland, BB: Beland}\n";
static const char words[] = "format: extradition-vocabulary/1\n"
                            "entities:\n"
                            "  request: {label: r}\n"
                            "  offences: {item: offence, label: o}\n"
                            "  proceedings: {item: proceeding, label: p}\n"
                            "facts:\n"
                            "  request:\n"
                            "    requesting_state: {type: state, question: q, held-by: person}\n"
                            "    requested_state: {type: state, question: q, held-by: person}\n"
                            "    treaty_in_force: {type: boolean, question: q, held-by: person}\n"
                            "    treaty_provides: {type: set of enum ground, question: q, held-by: person}\n"
                            "    agreed_instruments: {type: set of text, question: q, held-by: person}\n"
                            "    sentence.time.served: {type: duration, question: q, held-by: person}\n"
                            "    n: {type: integer, question: q, held-by: person}\n"
                            "  offence: {a: {type: boolean, question: q, held-by: person}}\n"
                            "  proceeding:\n"
                            "    of: {type: set of ref offence, question: q, held-by: person}\n"
                            "    main: {type: ref offence, question: q, held-by: person}\n";

/* A vocabulary and a record in one arena, which is the record's. */
struct desk {
    struct bench bench;
    struct names names;
    struct vocabulary vocabulary;
    struct exd_record record;
    bool good;
};

static void desk_open(struct desk *desk, const char *body)
{
    struct buffer source;
    *desk = (struct desk){.good = false};
    struct bench *bench = &desk->bench;
    bench_open(bench, SIZE_MAX);
    ck_assert(names_init(&desk->names, &bench->arena));
    desk->vocabulary.names = &desk->names;
    ck_assert(states_read(&desk->vocabulary, &bench->arena, bench_tree(bench, states), &bench->diag));
    ck_assert(grounds_read(&desk->vocabulary, &bench->arena, bench_tree(bench, grounds), &bench->diag));
    ck_assert_msg(vocabulary_read(&desk->vocabulary, &bench->arena, bench_tree(bench, words), &bench->diag), "%s", bench_text(bench));
    buffer_init(&source, memory_default());
    buffer_format(&source, "id: r\n%s\n", body);
    const struct node *document = bench_tree(bench, source.data);
    desk->record.vocabulary = &desk->vocabulary;
    desk->record.memory = meter_memory(&bench->meter);
    arena_init(&desk->record.arena, desk->record.memory);
    desk->good = record_read(&desk->record, document, (struct text){"", 0}, &bench->limits, &bench->diag);
    buffer_free(&source);
}

static void desk_close(struct desk *desk)
{
    arena_free(&desk->record.arena);
    bench_close(&desk->bench);
}

static void write_cell(struct buffer *buffer, const struct exd_record *record, const struct fact *fact, const struct cell *cell)
{
    if (cell->status == CELL_ASKED)
        buffer_string(buffer, "unknown");
    if (cell->status == CELL_KNOWN)
        record_value_write(record, fact, cell->value, buffer);
    for (uint32_t i = 0; cell->status == CELL_DISPUTED && i < cell->version_count; i++) {
        buffer_format(buffer, "%s%t: ", i ? ", " : "", record->parties[cell->versions[i].party]);
        record_value_write(record, fact, cell->versions[i].value, buffer);
    }
    if (cell->source.length)
        buffer_format(buffer, " (source %t)", cell->source);
    if (cell->note.length)
        buffer_format(buffer, " (note %t)", cell->note);
}

/* Every cell of which the record speaks: `request.n=4`. */
static void write_record(struct buffer *buffer, const struct exd_record *record)
{
    for (uint32_t i = 0; i < record->vocabulary->entity_count; i++) {
        const struct entity *entity = &record->vocabulary->entities[i];
        const struct item_list *list = &record->lists[i];
        if (list->present && !list->complete)
            buffer_format(buffer, "; %t incomplete", entity->list_name);
        for (uint32_t j = 0; j < list->count; j++) {
            for (uint32_t k = 0; k < entity->fact_count; k++) {
                const struct cell *cell = record_cell(record, i, j, k);
                if (cell->status == CELL_ABSENT)
                    continue;
                buffer_format(buffer, "; %t.%t=", entity->single ? entity->item_name : list->items[j].id, entity->facts[k].name);
                write_cell(buffer, record, &entity->facts[k], cell);
            }
        }
    }
}

static const struct {
    const char *body;
    const char *want;
} rows[] = {
    {"", ""},
    {"request: {n: 4}", "; request.n=4"},
    {"request: {n: unknown}", "; request.n=unknown"},
    {"request: {requesting_state: AA}", "; request.requesting_state=AA"},
    {"request: {n: {value: 4, source: letter, note: page 3}}", "; request.n=4 (source letter) (note page 3)"},
    {"request: {n: {value: unknown, source: letter}}", "; request.n=unknown (source letter)"},
    {"request: {sentence: {time: {served: 1 year}}}", "; request.sentence.time.served=1 year"},
    {"request: {treaty_provides: []}", "; request.treaty_provides=[]"},
    {"request: {treaty_provides: one}", "; request.treaty_provides=[one]"},
    {"request: {treaty_provides: {value: [one], complete: false}}", "; request.treaty_provides=[one, …]"},
    {"request: {agreed_instruments: [law, one]}", "; request.agreed_instruments=[law, one]"},
    {"request: {agreed_instruments: \"unknown\"}", "; request.agreed_instruments=[unknown]"},
    {"request: {n: {disputed: {person: 1, aa: 2}, source: s}}", "; request.n=person: 1, aa: 2 (source s)"},
    {"request: {n: {disputed: {person: 1, aa: unknown}}}", "; request.n=person: 1, aa: unknown"},
    {"offences: [{id: o1, a: true}, {id: o2}]\nproceedings: [{id: p, of: [o2, o1], main: o1}]", "; o1.a=true; p.of=[o2, o1]; p.main=o1"},
    {"proceedings: [{id: p, of: o2}]\noffences: [{id: o2}]", "; p.of=[o2]"},
    {"offences: [{id: o2}]\nproceedings: [{id: p, of: {value: [o2], complete: false}}]", "; p.of=[o2, …]"},
    {"offences: [{id: o2}]\nproceedings: [{id: p, of: {value: [], complete: false}}]", "; p.of=[…]"},
    {"offences: {complete: false, items: [{id: o1, a: no}]}", "; offences incomplete; o1.a=false"},
    {"offences: {complete: true, items: [{id: o1, a: no}], source: s}", "; o1.a=false"},
};

START_TEST(a_record_is_the_cells_of_which_it_speaks)
{
    struct desk desk;
    struct buffer buffer;
    desk_open(&desk, rows[_i].body);
    ck_assert_msg(desk.good, "`%s`: %s", rows[_i].body, bench_text(&desk.bench));
    buffer_init(&buffer, memory_default());
    buffer_string(&buffer, "");
    write_record(&buffer, &desk.record);
    ck_assert_msg(text_is(buffer_view(&buffer), rows[_i].want), "`%s` gives %s", rows[_i].body, buffer.data);
    buffer_free(&buffer);
    desk_close(&desk);
}
END_TEST

static const struct {
    const char *body;
    const char *code;
    const char *message;
} wrong[] = {
    {"request: {m: 4}", "E207", "`m`"},
    {"request: {sentence.time.served: 1 year}", "E207", "is no name of a fact"},
    {"request: {sentence: {served: 1 year}}", "E207", "`sentence.served`"},
    {"request: {sentence: 1 year}", "E207", "`sentence`"},
    {"request: {n: many}", "E205", "`many` is no whole number"},
    {"request: {n: [1]}", "E204", ""},
    {"request: {n: {source: s}}", "E203", "a `value` or is `disputed`"},
    {"request: {n: {value: 1, disputed: {aa: 2}}}", "E203", "a `value` or is `disputed`"},
    {"request: {n: {disputed: {}}}", "E205", "at least one version"},
    {"request: {n: {disputed: {Me: 1}}}", "E216", "Me"},
    {"request: {n: {disputed: {aa: {value: 1}}}}", "E204", ""},
    {"request: {n: {value: 1, complete: false}}", "E205", "only a set can be incomplete"},
    {"request: {n: {value: 1, sauce: s}}", "E201", "sauce"},
    {"request: {requesting_state: CC}", "E205", "`CC` is no State"},
    {"request: [n]", "E204", ""},
    {"offences: o1", "E204", "is a list of items"},
    {"offences: [{a: true}]", "E203", "this offence has no `id`"},
    {"offences: [o1]", "E203", "this offence has no `id`"},
    {"offences: [{id: o1}, {id: o1}]", "E211", "stands twice"},
    {"offences: [{id: O}]", "E216", "O"},
    {"offences: {items: []}", "E203", "complete"},
    {"offences: [{id: o1}]\nproceedings: [{id: p, of: [o2]}]", "E212", "`o2`"},
    {"proceedings: [{id: p, main: o2}]", "E212", "`o2`"},
    {"as_of: 2020-01", "E205", "`2020-01` is no day"},
    {"crimes: []", "E201", "crimes"},
};

START_TEST(a_wrong_record_has_one_message)
{
    struct desk desk;
    desk_open(&desk, wrong[_i].body);
    ck_assert(!desk.good);
    ck_assert_msg(desk.bench.diag.errors == 1, "`%s`: %s", wrong[_i].body, bench_text(&desk.bench));
    ck_assert_msg(strcmp(exd_diagnostics_code(desk.bench.list, 0), wrong[_i].code) == 0, "%s", bench_text(&desk.bench));
    ck_assert_msg(strstr(bench_text(&desk.bench), wrong[_i].message) != NULL, "%s", bench_text(&desk.bench));
    desk_close(&desk);
}
END_TEST

START_TEST(the_head_of_a_record_is_kept)
{
    struct desk desk;
    desk_open(&desk, "title: T\nas_of: 2020-07-06\ncitation: c\nnote: n");
    ck_assert(desk.good && desk.record.has_as_of);
    ck_assert(text_is(desk.record.id, "r") && text_is(desk.record.title, "T") && text_is(desk.record.note, "n"));
    ck_assert(!desk.record.lists[1].present && desk.record.lists[0].present);
    ck_assert_uint_eq(desk.record.lists[0].count, 1);
    desk_close(&desk);
}
END_TEST

START_TEST(the_parties_of_disputes_have_a_limit)
{
    struct desk desk;
    struct buffer body;
    for (int over = 0; over < 2; over++) {
        buffer_init(&body, memory_default());
        buffer_string(&body, "request: {n: {disputed: {p0: 1");
        for (int i = 1; i < LIMIT_PARTIES + over; i++)
            buffer_format(&body, ", p%d: 1", i);
        buffer_string(&body, "}}}");
        desk_open(&desk, body.data);
        ck_assert_int_eq(desk.good, !over);
        ck_assert_uint_eq(desk.bench.diag.errors, (uint64_t)over);
        buffer_free(&body);
        desk_close(&desk);
    }
}
END_TEST

Suite *record_suite(void)
{
    Suite *suite = suite_create("record");
    TCase *tests = tcase_create("record");
    unit_add_rows(tests, a_record_is_the_cells_of_which_it_speaks, rows);
    unit_add_rows(tests, a_wrong_record_has_one_message, wrong);
    tcase_add_test(tests, the_head_of_a_record_is_kept);
    tcase_add_test(tests, the_parties_of_disputes_have_a_limit);
    suite_add_tcase(suite, tests);
    return suite;
}
