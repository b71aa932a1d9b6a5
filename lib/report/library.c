/* The state of the law library as a page: what is encoded, how much of it was read, tested and compared, and what is left out. Honest at a
 * glance: every number is counted from the rulebooks as they are loaded. */
#include "check/coverage.h"
#include "report/formats.h"
#include "report/json_keys.h"
#include "report/rules_json.h"
#include "report/write.h"

struct page {
    const struct exd_rules *rules;
    const struct exd_coverage *coverage; /* NULL: no tests were run */
    struct writer *writer;
    struct buffer text;
};

/* Markdown tables take no bare `|`. */
static void put(struct page *page, struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '|')
            buffer_char(&page->text, '\\');
        buffer_char(&page->text, text.data[i] == '\n' ? ' ' : text.data[i]);
    }
}

static void flush(struct page *page)
{
    writer_raw_text(page->writer, buffer_view(&page->text));
    buffer_clear(&page->text);
}

static uint32_t count_unverified(const struct instrument *instrument)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < instrument->rule_count; i++)
        count += !instrument->rules[i].verified;
    return count;
}

static void put_parties(struct page *page, const struct instrument *instrument)
{
    for (uint32_t i = 0; i < instrument->party_count && instrument->party_count <= 3; i++)
        buffer_format(&page->text, "%s%t", i ? ", " : "", names_text(&page->rules->names, instrument->parties[i].state));
    if (instrument->party_count > 3)
        buffer_format(&page->text, "%u States", instrument->party_count);
    if (instrument->party_count == 0)
        buffer_string(&page->text, "none");
}

static void put_row(struct page *page, const struct instrument *instrument)
{
    const struct exd_coverage *coverage = page->coverage;
    buffer_format(&page->text, "| [`%t`](#%t) | %s | ", instrument->id, instrument->id, instrument_kind_word(instrument->kind));
    put_parties(page, instrument);
    buffer_format(&page->text, " | %u | %u | %u | %t | ", instrument->rule_count, count_unverified(instrument), instrument->left_out_count,
                  instrument->text_seen);
    put(page, instrument->review.on.length ? instrument->review.on : TEXT("not yet"));
    if (coverage) {
        size_t limbs = exd_coverage_limbs(coverage, instrument->index);
        buffer_format(&page->text, " | %u | %z of %z", coverage->touched[instrument->index],
                      limbs - exd_coverage_missing(coverage, instrument->index), limbs);
    }
    buffer_string(&page->text, " |\n");
    flush(page);
}

static void put_table(struct page *page)
{
    buffer_string(&page->text, "| instrument | kind | parties | rules | of these unverified | left out | text read | second reading |");
    buffer_string(&page->text, page->coverage ? " case tests | limbs decided both ways |\n" : "\n");
    buffer_string(&page->text, "| --- | --- | --- | ---: | ---: | ---: | --- | --- |");
    buffer_string(&page->text, page->coverage ? " ---: | ---: |\n" : "\n");
    for (uint32_t i = 0; i < page->rules->instrument_count; i++)
        put_row(page, &page->rules->instruments[i]);
    buffer_char(&page->text, '\n');
    flush(page);
}

static void put_paragraph(struct page *page, const char *label, struct text text)
{
    if (text.length == 0)
        return;
    buffer_string(&page->text, label);
    put(page, text);
    buffer_string(&page->text, "\n\n");
}

static void put_instrument(struct page *page, const struct instrument *instrument)
{
    buffer_format(&page->text, "### %t\n\n", instrument->id);
    put_paragraph(page, "", instrument->title);
    put_paragraph(page, "Published: ", instrument->citation);
    put_paragraph(page, "", instrument->note);
    if (instrument->review.against.length) {
        buffer_format(&page->text, "Compared with %t on %t", instrument->review.against, instrument->review.on);
        buffer_string(&page->text, instrument->review.found.length ? ": " : ".");
        put(page, instrument->review.found);
        buffer_string(&page->text, "\n\n");
    }
    if (count_unverified(instrument)) {
        buffer_string(&page->text, "Not verified against the printed text: ");
        bool first = true;
        for (uint32_t i = 0; i < instrument->rule_count; i++) {
            if (instrument->rules[i].verified)
                continue;
            buffer_format(&page->text, "%s`%t`", first ? "" : ", ", instrument->rules[i].id);
            first = false;
        }
        buffer_string(&page->text, ".\n\n");
    }
    if (instrument->left_out_count)
        buffer_string(&page->text, "Left out:\n\n");
    for (uint32_t i = 0; i < instrument->left_out_count; i++) {
        buffer_string(&page->text, "- ");
        put(page, instrument->left_out[i].cite);
        buffer_string(&page->text, ", ");
        put(page, instrument->left_out[i].title);
        buffer_string(&page->text, ": ");
        put(page, instrument->left_out[i].reason);
        buffer_char(&page->text, '\n');
    }
    if (instrument->left_out_count)
        buffer_char(&page->text, '\n');
    flush(page);
}

static void put_summary(struct page *page)
{
    uint32_t rules = 0;
    uint32_t unverified = 0;
    uint32_t left_out = 0;
    for (uint32_t i = 0; i < page->rules->instrument_count; i++) {
        const struct instrument *instrument = &page->rules->instruments[i];
        rules += instrument->rule_count;
        unverified += count_unverified(instrument);
        left_out += instrument->left_out_count;
    }
    buffer_format(&page->text,
                  "%u instruments with %u rules, of which %u rest on wording that nobody has read in print; %u provisions are left out, "
                  "each with its reason.\n\n",
                  page->rules->instrument_count, rules, unverified, left_out);
    flush(page);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static void json_unverified(struct json *json, const struct instrument *instrument)
{
    key_open(json, "unverified", '[');
    for (uint32_t i = 0; i < instrument->rule_count; i++)
        if (!instrument->rules[i].verified)
            json_text(json, instrument->rules[i].full_id);
    json_close(json, ']');
}

/* Null where no tests were run. */
static void json_tests(struct json *json, const struct exd_coverage *coverage, const struct instrument *instrument)
{
    if (!coverage) {
        key_null(json, "tests");
        return;
    }
    size_t limbs = exd_coverage_limbs(coverage, instrument->index);
    key_open(json, "tests", '{');
    key_integer(json, "cases", coverage->touched[instrument->index]);
    key_integer(json, "limbs", (int64_t)limbs);
    key_integer(json, "decided_both_ways", (int64_t)(limbs - exd_coverage_missing(coverage, instrument->index)));
    json_close(json, '}');
}

static void json_instrument(struct json *json, const struct exd_rules *rules, const struct exd_coverage *coverage,
                            const struct instrument *instrument)
{
    json_open(json, '{');
    rules_json_instrument(json, instrument);
    key_rules_text(json, "note", instrument->note);
    rules_json_reading(json, instrument);
    key_open(json, "parties", '[');
    for (uint32_t i = 0; i < instrument->party_count; i++)
        json_text(json, names_text(&rules->names, instrument->parties[i].state));
    json_close(json, ']');
    key_integer(json, "rules", instrument->rule_count);
    json_unverified(json, instrument);
    rules_json_left_out(json, instrument);
    json_tests(json, coverage, instrument);
    json_close(json, '}');
}

static void put_json(struct json *json, const struct exd_rules *rules, const struct exd_coverage *coverage)
{
    json_begin(json, LIBRARY_FORMAT);
    key_open(json, "instruments", '[');
    for (uint32_t i = 0; i < rules->instrument_count; i++)
        json_instrument(json, rules, coverage, &rules->instruments[i]);
    json_close(json, ']');
    json_end(json);
}

/* ---- the public function ---------------------------------------------------------------------------------------------- */

static exd_status put_markdown(struct writer *writer, const struct exd_rules *rules, const struct exd_coverage *coverage)
{
    struct page page = {.rules = rules, .coverage = coverage, .writer = writer};
    buffer_init(&page.text, rules->memory);
    put_summary(&page);
    put_table(&page);
    for (uint32_t i = 0; i < rules->instrument_count; i++)
        put_instrument(&page, &rules->instruments[i]);
    bool failed = page.text.failed;
    buffer_free(&page.text);
    return failed ? EXD_ERROR_MEMORY : EXD_OK;
}

exd_status exd_rules_library(const exd_rules *rules, const exd_coverage *coverage, exd_format format, const exd_write_options *options,
                             exd_sink sink, void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options ? options : &defaults;
    struct writer writer;
    if (!rules || !sink || (coverage && coverage->rules != rules) || (format != EXD_FORMAT_MARKDOWN && format != EXD_FORMAT_JSON) ||
        !write_begin(&writer, rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    exd_status status = EXD_OK;
    struct json json = {.writer = &writer, .indent = used->indent};
    if (format == EXD_FORMAT_JSON)
        put_json(&json, rules, coverage);
    else
        status = put_markdown(&writer, rules, coverage);
    exd_status written = writer_finish(&writer);
    return status == EXD_OK ? written : status;
}
