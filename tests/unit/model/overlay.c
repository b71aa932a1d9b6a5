/* One tree laid over another, and parts taken away: what each setting makes of a record is in tests/api/settings.c; here it is refused memory. */
#include "model/overlay.h"

#include "unit.h"
#include "world.h"

static exd_status lay_over(struct world *world, struct buffer *out)
{
    static const char *const settings[] = {
        "request.a=",
        "offences.o.penalty=",
        "offences.n.a=true",
        "request.colours=[red]",
        "proceedings.p.about={value: [o], source: letter}",
    };
    exd_record *record = NULL;
    exd_status status = exd_record_with(world->record, settings, sizeof settings / sizeof settings[0], &record, NULL);
    if (status == EXD_OK)
        status = exd_record_write(record, world_sink, out);
    exd_record_unref(record);
    return status;
}

START_TEST(memory_that_runs_out_is_told)
{
    struct world world;
    world_open_rule(&world, "effect: duty, when: request.a");
    world_check(&world, "a: true, b: true", "offences: [{id: o, a: true, penalty: 2 years}]");
    world_refuse(&world, lay_over);
    world_close(&world);
}
END_TEST

START_TEST(what_is_not_there_is_not_taken_away)
{
    struct bench bench;
    bench_open(&bench, SIZE_MAX);
    struct node root = *bench_tree(&bench, "a: {b: 1, c: 2}\nlist: [{id: x, b: 1}]\n");
    static const struct {
        const char *path;
        bool found;
    } rows[] = {{"a", true},      {"a.b", true},      {"a.d", false},    {"d", false},
                {"list.x", true}, {"list.x.b", true}, {"list.y", false}, {"a.b.c", false}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bool found = false;
        struct node *less = overlay_without(&bench.arena, &root, text_of(rows[i].path), &found);
        ck_assert_int_eq(found, rows[i].found);
        ck_assert((less == &root) == !found);
    }
    bench_close(&bench);
}
END_TEST

Suite *overlay_suite(void)
{
    Suite *suite = suite_create("overlay");
    TCase *tests = tcase_create("overlay");
    tcase_add_test(tests, memory_that_runs_out_is_told);
    tcase_add_test(tests, what_is_not_there_is_not_taken_away);
    suite_add_tcase(suite, tests);
    return suite;
}
