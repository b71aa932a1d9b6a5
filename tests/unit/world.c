#include "world.h"

#include <check.h>
#include <string.h>

#include "base/text.h"

enum { BOOKS_MAX = 8 };

static const char *const shared[] = {
    "format: extradition-states/1\nstates: {AA: Aland, BB: Beland, CC: Celand}\n",
    "format: extradition-grounds/1\ngrounds: {one: {title: one}, two: {title: two}, three: {title: three}}\n",
    "format: extradition-vocabulary/1\n"
    "enums: {colour: {red: r, blue: b, green: g}}\n"
    "entities:\n"
    "  request: {label: r}\n"
    "  offences: {item: offence, label: o, question: which offences}\n"
    "  proceedings: {item: proceeding, label: p, question: which proceedings}\n"
    "facts:\n"
    "  request:\n"
    "    requesting_state: {type: state, question: q, held-by: person}\n"
    "    requested_state: {type: state, question: q, held-by: person}\n"
    "    treaty_in_force: {type: boolean, question: q, held-by: person}\n"
    "    treaty_provides: {type: set of enum ground, question: q, held-by: person}\n"
    "    agreed_instruments: {type: set of text, question: q, presume: [], held-by: person}\n"
    "    a: {type: boolean, question: is it a, held-by: person}\n"
    "    b: {type: boolean, question: is it b, held-by: person}\n"
    "    c: {type: boolean, question: is it c, held-by: person}\n"
    "    quiet: {type: boolean, question: q, presume: false, held-by: person}\n"
    "    n: {type: integer, question: q, held-by: person}\n"
    "    on: {type: date, question: q, held-by: person}\n"
    "    done: {type: date, question: q, held-by: person}\n"
    "    term: {type: duration, question: q, held-by: person}\n"
    "    place: {type: state, question: q, held-by: person}\n"
    "    colour: {type: enum colour, question: q, held-by: person}\n"
    "    colours: {type: set of enum colour, question: q, held-by: person}\n"
    "    states: {type: set of state, question: q, held-by: person}\n"
    "  offence:\n"
    "    a: {type: boolean, question: q, held-by: person}\n"
    "    penalty: {type: penalty, question: q, held-by: person}\n"
    "  proceeding:\n"
    "    a: {type: boolean, question: q, held-by: person}\n"
    "    state: {type: state, question: q, held-by: person}\n"
    "    about: {type: set of ref offence, question: q, held-by: person}\n",
};

static void add(struct world *world, exd_loader *loader, const char *text)
{
    ck_assert_int_eq(exd_loader_add_buffer(loader, "x.yaml", text, strlen(text), world->diagnostics), EXD_OK);
}

exd_status world_try(struct world *world, const char *const *books)
{
    *world = (struct world){.diagnostics = exd_diagnostics_new(), .meter = {.fail_at = SIZE_MAX}};
    struct memory memory = meter_memory(&world->meter);
    exd_loader *loader = exd_loader_new_with_allocator(memory.allocate, memory.user);
    struct buffer buffers[BOOKS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++)
        add(world, loader, shared[i]);
    for (; books[count]; count++) {
        ck_assert_uint_lt(count, BOOKS_MAX);
        buffer_init(&buffers[count], memory_default());
        buffer_format(&buffers[count], "format: extradition-rulebook/1\n%s", books[count]);
        exd_status added = exd_loader_add_buffer(loader, "book.yaml", buffers[count].data, buffers[count].length, world->diagnostics);
        ck_assert(added == EXD_OK || added == EXD_ERROR_INPUT); /* which exd_loader_finish() then says too */
    }
    exd_status status = exd_loader_finish(loader, &world->rules, world->diagnostics);
    exd_loader_free(loader);
    for (size_t i = 0; i < count; i++)
        buffer_free(&buffers[i]);
    return status;
}

exd_status world_try_rule(struct world *world, const char *rule)
{
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    buffer_format(&buffer,
                  "instrument: {id: law, title: L, kind: statute, citation: c, parties: {BB: {}}, text-seen: full}\n"
                  "dates:\n"
                  "  - {id: january_10, date: 2019-01-10, cite: c}\n"
                  "  - {id: may_3, date: 2019-05-03, cite: c}\n"
                  "  - {id: may_4, date: 2019-05-04, cite: c}\n"
                  "  - {id: may_5, date: 2019-05-05, cite: c}\n"
                  "  - {id: june_1, date: 2019-06-01, cite: c}\n"
                  "rules:\n  - {id: r-1, cite: c, title: t, ground: one, %s}\n",
                  rule);
    const char *books[] = {buffer.data, NULL};
    exd_status status = world_try(world, books);
    buffer_free(&buffer);
    return status;
}

void world_open(struct world *world, const char *const *books)
{
    exd_status status = world_try(world, books);
    if (status != EXD_OK)
        ck_abort_msg("%s", world_text(world));
}

void world_open_rule(struct world *world, const char *rule)
{
    exd_status status = world_try_rule(world, rule);
    if (status != EXD_OK)
        ck_abort_msg("%s: %s", rule, world_text(world));
}

static void forget_record(struct world *world)
{
    exd_report_unref(world->report);
    exd_record_unref(world->record);
    world->report = NULL;
    world->record = NULL;
}

void world_close(struct world *world)
{
    forget_record(world);
    exd_rules_unref(world->rules);
    exd_diagnostics_free(world->diagnostics);
    if (world->meter.live_blocks != 0)
        ck_abort_msg("%zu blocks are not given back", world->meter.live_blocks);
}

static void check_record(struct world *world, const char *body, bool presumptions, bool analysis)
{
    struct buffer buffer;
    forget_record(world);
    buffer_init(&buffer, memory_default());
    buffer_format(&buffer, "format: extradition-record/1\nid: r\n%s", body);
    exd_status status = exd_record_load_buffer(world->rules, "r.yaml", buffer.data, buffer.length, 0, &world->record, world->diagnostics);
    if (status != EXD_OK)
        ck_abort_msg("%s: %s", body, world_text(world));
    buffer_free(&buffer);
    exd_options *options = exd_options_new();
    exd_options_set_presumptions(options, presumptions);
    exd_options_set_analysis(options, analysis);
    ck_assert_int_eq(exd_check(world->rules, world->record, options, &world->report, world->diagnostics), EXD_OK);
    exd_options_free(options);
}

void world_check_record(struct world *world, const char *body, bool presumptions)
{
    check_record(world, body, presumptions, false);
}

void world_analyse_record(struct world *world, const char *body)
{
    check_record(world, body, true, true);
}

static void check_request(struct world *world, const char *request, const char *lists, bool analysis)
{
    struct buffer buffer;
    buffer_init(&buffer, memory_default());
    buffer_format(&buffer, "as_of: 2020-01-01\nrequest: {requesting_state: AA, requested_state: BB%s%s}\n%s\n", *request ? ", " : "",
                  request, lists);
    check_record(world, buffer.data, true, analysis);
    buffer_free(&buffer);
}

void world_check(struct world *world, const char *request, const char *lists)
{
    check_request(world, request, lists, false);
}

void world_analyse(struct world *world, const char *request, const char *lists)
{
    check_request(world, request, lists, true);
}

int world_sink(void *user, const char *bytes, size_t length)
{
    struct buffer *out = user;
    buffer_append(out, bytes, length);
    return out->failed;
}

static exd_status refuse_one(struct world *world, world_use *use, size_t request, bool once, struct buffer *out)
{
    size_t live = world->meter.live_blocks;
    world->meter.requests = 0;
    world->meter.fail_at = request;
    world->meter.fail_once = once;
    buffer_clear(out);
    exd_status status = use(world, out);
    world->meter.fail_at = SIZE_MAX;
    if (world->meter.live_blocks != live)
        ck_abort_msg("request %zu: %zu blocks in place of %zu", request, world->meter.live_blocks, live);
    return status;
}

/* Where two texts part, with a little of what follows. */
static void tell_difference(size_t request, bool once, exd_status status, const char *found, const char *wanted)
{
    size_t at = 0;
    while (found && found[at] && found[at] == wanted[at])
        at++;
    ck_abort_msg("request %zu refused%s: %s, %.200s in place of %.200s", request, once ? " alone" : "", exd_status_name(status),
                 found ? found + at : "", wanted + at);
}

void world_refuse(struct world *world, world_use *use)
{
    struct buffer wanted;
    struct buffer out;
    buffer_init(&wanted, memory_default());
    buffer_init(&out, memory_default());
    ck_assert_int_eq(use(world, &wanted), EXD_OK); /* what is kept for the next use is kept now */
    buffer_clear(&wanted);
    world->meter.requests = 0;
    ck_assert_int_eq(use(world, &wanted), EXD_OK);
    size_t all = world->meter.requests;
    ck_assert_uint_gt(all, 0);
    for (size_t n = 0; n < all; n++)
        for (int once = 0; once < 2; once++) {
            exd_status status = refuse_one(world, use, n, once, &out);
            bool same = once && status == EXD_OK && text_equal(buffer_view(&out), buffer_view(&wanted));
            if (status != EXD_ERROR_MEMORY && !same)
                tell_difference(n, once, status, out.data, wanted.data);
        }
    buffer_clear(&out);
    ck_assert_int_eq(use(world, &out), EXD_OK);
    ck_assert(text_equal(buffer_view(&out), buffer_view(&wanted)));
    buffer_free(&out);
    buffer_free(&wanted);
}

const struct finding *world_finding(const struct world *world, const char *id, const char *subject)
{
    for (uint32_t i = 0; i < world->report->finding_count; i++) {
        const struct finding *finding = &world->report->findings[i];
        if (text_is(finding->rule->full_id, id) && (!subject || text_is(finding->subject_id, subject)))
            return finding;
    }
    ck_abort_msg("no finding of %s", id);
    return NULL;
}

static void join(char *out, size_t room, const char *more, size_t length)
{
    size_t end = strlen(out);
    ck_assert_uint_lt(end + length, room);
    memcpy(out + end, more, length);
    out[end + length] = '\0';
}

const char *world_paths(const struct fact_list *list)
{
    static char text[1024];
    text[0] = '\0';
    for (uint32_t i = 0; i < list->count; i++) {
        join(text, sizeof text, " ", i > 0);
        join(text, sizeof text, list->items[i].path.data, list->items[i].path.length);
    }
    return text;
}

const char *world_text(const struct world *world)
{
    static char text[8192];
    text[0] = '\0';
    for (size_t i = 0; i < exd_diagnostics_count(world->diagnostics); i++)
        join(text, sizeof text, exd_diagnostics_text(world->diagnostics, i), strlen(exd_diagnostics_text(world->diagnostics, i)));
    return text;
}
