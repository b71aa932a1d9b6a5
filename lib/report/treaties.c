/* What governs between two States on a day. */
#include "base/diag.h"
#include "check/applicability.h"
#include "report/formats.h"
#include "report/json_keys.h"
#include "report/rules_json.h"
#include "report/words.h"
#include "report/write.h"

struct asking {
    const struct exd_rules *rules;
    struct diag diag;
    name requesting;
    name requested;
    day as_of;
};

/* Codes are upper case in files; people type them as they like. */
static name find_state(struct asking *asking, const char *word)
{
    char code[16];
    size_t length = 0;
    struct text text = text_of(word);
    for (; length < text.length && length < sizeof code; length++)
        code[length] = text_is_lower(text.data[length]) ? (char)(text.data[length] - 'a' + 'A') : text.data[length];
    name found = length < text.length ? 0 : names_find(&asking->rules->names, (struct text){code, length});
    if (found != 0 && vocabulary_state(&asking->rules->vocabulary, found) != NULL)
        return found;
    diag_add(&asking->diag, DIAG_UNKNOWN_NAME, (struct place){.lines = NULL},
             "States are written as ISO 3166-1 codes of two letters, such as `KR`", "`%s` is no State", word);
    return 0;
}

static bool read_arguments(struct asking *asking, const char *requesting, const char *requested, const char *as_of)
{
    bool dated = date_parse_day(text_of(as_of), &asking->as_of);
    if (!dated)
        diag_add(&asking->diag, DIAG_BAD_VALUE, (struct place){.lines = NULL}, "write a day such as `2020-07-06`", "`%s` is no day", as_of);
    asking->requesting = find_state(asking, requesting);
    asking->requested = find_state(asking, requested);
    return dated && asking->requesting != 0 && asking->requested != 0;
}

static void put_reasons(struct writer *writer, const struct because *because)
{
    for (uint32_t i = 0; i < because->child_count; i++) {
        const struct because *reason = &because->children[i];
        if (reason->truth == TRUTH_UNKNOWN)
            writer_say(writer, "?");
        else
            say(writer, reason->truth == TRUTH_TRUE ? MESSAGE_YES : MESSAGE_NO);
        writer_tab(writer, 4);
        words_say_reason(writer, reason);
        writer_end(writer, 4, 8);
    }
}

static void put_result(struct writer *writer, const struct instrument_result *result, unsigned number)
{
    if (number > 0)
        writer_say(writer, "%u.", number);
    else
        writer_say(writer, "□");
    writer_tab(writer, 4);
    say_text_styled(writer, STYLE_STRONG, result->instrument->short_title);
    if (result->result == TRUTH_UNKNOWN)
        say(writer, MESSAGE_MAY_APPLY);
    writer_end(writer, 0, 4);
    if (!text_equal(result->instrument->title, result->instrument->short_title)) {
        say_text(writer, result->instrument->title);
        writer_end(writer, 4, 4);
    }
    writer_styled(writer, STYLE_NAME, result->instrument->id);
    writer_say(writer, " (");
    say_words(writer, text_of(instrument_kind_word(result->instrument->kind)));
    writer_say(writer, result->instrument->citation.length > 0 ? ", " : "");
    say_text(writer, result->instrument->citation);
    writer_say(writer, ")");
    writer_end(writer, 4, 4);
    put_reasons(writer, &result->because);
}

/* Over which of the others it prevails, ground by ground. */
static void put_precedence(struct writer *writer, const struct exd_rules *rules, const struct instrument_result *results, uint32_t count,
                           uint32_t high)
{
    for (uint32_t low = 0; low < count; low++) {
        struct text cite = TEXT("");
        if (low == high || results[low].result == TRUTH_FALSE ||
            !ruleset_prevails(rules, results[high].instrument->index, results[low].instrument->index, &cite))
            continue;
        say(writer, MESSAGE_PREVAILS_OVER_WHERE_BOTH, results[low].instrument->short_title);
        say_cite_in_brackets(writer, cite);
        writer_end(writer, 4, 8);
    }
}

static void put_results(struct writer *writer, const struct asking *asking, const struct instrument_result *results, uint32_t count)
{
    unsigned number = 0;
    bool any_left = false;
    writer_style(writer, STYLE_STRONG);
    size_t start = say_open(writer);
    words_say_state(writer, asking->rules, asking->requesting);
    say_next(writer);
    words_say_state(writer, asking->rules, asking->requested);
    say_next(writer);
    words_say_day(writer, asking->as_of);
    say_close(writer, start, MESSAGE_REQUESTS_OF_TO);
    writer_style(writer, STYLE_PLAIN);
    writer_end(writer, 0, 0);
    say_heading(writer, MESSAGE_WHAT_APPLIES);
    for (uint32_t i = 0; i < count; i++) {
        any_left = any_left || results[i].result == TRUTH_FALSE;
        if (results[i].result == TRUTH_FALSE)
            continue;
        put_result(writer, &results[i], ++number);
        put_precedence(writer, asking->rules, results, count, i);
    }
    if (number == 0)
        say(writer, MESSAGE_NO_INSTRUMENT_HERE);
    writer_end(writer, 0, 0);
    if (!any_left)
        return;
    say_heading(writer, MESSAGE_WHAT_DOES_NOT_APPLY);
    for (uint32_t i = 0; i < count; i++)
        if (results[i].result == TRUTH_FALSE)
            put_result(writer, &results[i], 0);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static void json_precedence(struct json *json, const struct exd_rules *rules, const struct instrument_result *results, uint32_t count,
                            uint32_t high)
{
    key_open(json, "prevails_over", '[');
    for (uint32_t low = 0; low < count && results[high].result != TRUTH_FALSE; low++) {
        struct text cite = TEXT("");
        if (low == high || results[low].result == TRUTH_FALSE ||
            !ruleset_prevails(rules, results[high].instrument->index, results[low].instrument->index, &cite))
            continue;
        json_open(json, '{');
        key_text(json, "instrument", results[low].instrument->id);
        key_cite(json, "cite", cite);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_json(struct json *json, const struct asking *asking, const struct instrument_result *results, uint32_t count)
{
    json_begin(json, TREATIES_FORMAT);
    key_text(json, "requesting", names_text(&asking->rules->names, asking->requesting));
    key_text(json, "requested", names_text(&asking->rules->names, asking->requested));
    key_date(json, "as_of", true, (struct date_span){asking->as_of, asking->as_of});
    key_open(json, "instruments", '[');
    for (uint32_t i = 0; i < count; i++) {
        json_open(json, '{');
        rules_json_instrument(json, results[i].instrument);
        key_string(json, "result", outline_applicability_word(results[i].result));
        json_key(json, "because");
        json_because(json, &results[i].because);
        json_precedence(json, asking->rules, results, count, i);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_end(json);
}

/* ---- the public function ---------------------------------------------------------------------------------------------- */

EXD_API exd_status exd_rules_treaties(const exd_rules *rules, const char *requesting, const char *requested, const char *as_of,
                                      exd_format format, const exd_write_options *options, exd_sink sink, void *user,
                                      exd_diagnostics *diagnostics)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    if (rules == NULL || requesting == NULL || requested == NULL || as_of == NULL || sink == NULL ||
        (format != EXD_FORMAT_TEXT && format != EXD_FORMAT_JSON))
        return EXD_ERROR_ARGUMENT;
    struct asking asking = {.rules = rules};
    struct arena arena;
    struct writer writer;
    struct instrument_result *results = NULL;
    uint32_t count = 0;
    diag_init(&asking.diag, diagnostics, rules->limits.value[LIMIT_DIAGNOSTICS]);
    if (!read_arguments(&asking, requesting, requested, as_of))
        return asking.diag.out_of_memory ? EXD_ERROR_MEMORY : EXD_ERROR_ARGUMENT;
    if (!write_begin(&writer, rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    struct json json = {.writer = &writer, .indent = used->indent};
    arena_init(&arena, rules->memory);
    exd_status status = applicability_between(rules, asking.requesting, asking.requested, asking.as_of, &arena, &results, &count);
    if (status == EXD_OK && format == EXD_FORMAT_JSON)
        put_json(&json, &asking, results, count);
    else if (status == EXD_OK)
        put_results(&writer, &asking, results, count);
    arena_free(&arena);
    exd_status written = writer_finish(&writer);
    return status == EXD_OK ? written : status;
}
