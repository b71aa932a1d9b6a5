#include "world.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* xorshift64* */
uint32_t chance_below(struct chance *chance, uint32_t bound)
{
    chance->state ^= chance->state >> 12;
    chance->state ^= chance->state << 25;
    chance->state ^= chance->state >> 27;
    return (uint32_t)((chance->state * UINT64_C(2685821657736338717)) >> 33) % bound;
}

bool chance_of(struct chance *chance, unsigned percent)
{
    return chance_below(chance, 100) < percent;
}

static void make_room(struct page *page, size_t more)
{
    if (page->length + more + 1 <= page->room)
        return;
    page->room = (page->length + more + 1) * 2;
    page->bytes = realloc(page->bytes, page->room);
    if (!page->bytes)
        abort();
}

void page_add(struct page *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        abort();
    make_room(page, (size_t)length);
    va_start(arguments, format);
    vsnprintf(page->bytes + page->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    page->length += (size_t)length;
}

void page_clear(struct page *page)
{
    make_room(page, 0);
    page->length = 0;
    page->bytes[0] = '\0';
}

void page_free(struct page *page)
{
    free(page->bytes);
    *page = (struct page){0};
}

const char *const world_files[3] = {
    "format: extradition-states/1\nstates: {AA: Aland, BB: Beland, CC: Celand}\n",
    "format: extradition-grounds/1\ngrounds: {one: {title: one}, two: {title: two}}\n",
    "format: extradition-vocabulary/1\n"
    "enums:\n"
    "  colour: {red: red, green: green, blue: blue}\n"
    "entities:\n"
    "  request: {label: the request}\n"
    "  offences: {item: offence, label: offences, question: Which?}\n"
    "  proceedings: {item: proceeding, label: proceedings, question: Which?}\n"
    "facts:\n"
    "  request:\n"
    "    requesting_state: {type: state, question: Q?, held-by: person}\n"
    "    requested_state: {type: state, question: Q?, held-by: person}\n"
    "    treaty_in_force: {type: boolean, question: Q?, held-by: person}\n"
    "    treaty_provides: {type: set of enum ground, question: Q?, held-by: person}\n"
    "    agreed_instruments: {type: set of text, question: Q?, presume: [], held-by: person}\n"
    "    a: {type: boolean, question: Q?, held-by: person}\n"
    "    b: {type: boolean, question: Q?, held-by: person}\n"
    "    c: {type: boolean, question: Q?, held-by: person}\n"
    "    m: {type: integer, question: Q?, held-by: person}\n"
    "    n: {type: integer, question: Q?, held-by: person}\n"
    "    d: {type: date, question: Q?, held-by: person}\n"
    "    e: {type: date, question: Q?, held-by: person}\n"
    "    x: {type: enum colour, question: Q?, held-by: person}\n"
    "    y: {type: enum colour, question: Q?, held-by: person}\n"
    "    s: {type: set of enum colour, question: Q?, held-by: person}\n"
    "    t: {type: set of enum colour, question: Q?, held-by: person}\n"
    "  offence:\n"
    "    a: {type: boolean, question: Q?, held-by: person}\n"
    "  proceeding:\n"
    "    a: {type: boolean, question: Q?, held-by: person}\n"
    "    b: {type: boolean, question: Q?, held-by: person}\n",
};

static void stop(const char *what, const exd_diagnostics *diagnostics, const char *text)
{
    printf("Bail out! %s\n", what);
    for (size_t i = 0; i < exd_diagnostics_count(diagnostics); i++)
        printf("# %s", exd_diagnostics_text(diagnostics, i));
    printf("# %s\n", text);
    exit(EXIT_FAILURE);
}

static exd_rules *load(const char *rulebook, exd_diagnostics *diagnostics)
{
    exd_rules *rules = NULL;
    exd_loader *loader = exd_loader_new();
    exd_status status = EXD_OK;
    for (size_t i = 0; i < 4 && status == EXD_OK; i++) {
        const char *text = i < 3 ? world_files[i] : rulebook;
        status = exd_loader_add_buffer(loader, "world.yaml", text, strlen(text), diagnostics);
    }
    if (status == EXD_OK && exd_loader_finish(loader, &rules, diagnostics) != EXD_OK)
        rules = NULL;
    exd_loader_free(loader);
    return rules;
}

exd_rules *world_try_rules(const char *rulebook)
{
    return load(rulebook, NULL);
}

exd_rules *world_rules(const char *rulebook)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_rules *rules = load(rulebook, diagnostics);
    if (!rules)
        stop("the rules do not load", diagnostics, rulebook);
    exd_diagnostics_free(diagnostics);
    return rules;
}

exd_record *world_record(exd_rules *rules, const char *text)
{
    exd_record *record = NULL;
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    if (exd_record_load_buffer(rules, "record.yaml", text, strlen(text), 0, &record, diagnostics) != EXD_OK)
        stop("the record does not load", diagnostics, text);
    exd_diagnostics_free(diagnostics);
    return record;
}

exd_report *world_check(exd_rules *rules, exd_record *record, bool presumptions)
{
    exd_report *report = NULL;
    exd_options *options = exd_options_new();
    exd_options_set_presumptions(options, presumptions);
    exd_options_set_default_as_of(options, "2020-02-01");
    if (exd_check(rules, record, options, &report, NULL) != EXD_OK)
        stop("the check fails", NULL, "");
    exd_options_free(options);
    return report;
}

static int keep(void *user, const char *bytes, size_t length)
{
    page_add(user, "%.*s", (int)length, bytes);
    return 0;
}

void world_json(const exd_report *report, struct page *page)
{
    page_clear(page);
    if (exd_report_write(report, EXD_FORMAT_JSON, NULL, keep, page) != EXD_OK)
        stop("the report is not written", NULL, "");
}
