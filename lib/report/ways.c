/* What it would take for a finding to come out otherwise, in every form. */
#include "check/ways.h"

#include "report/block.h"
#include "report/formats.h"
#include "report/head.h"
#include "report/json_keys.h"
#include "report/say.h"
#include "report/words.h"
#include "report/write.h"

enum { WAY_INDENT = 4 };

/* ---- for people ------------------------------------------------------------------------------------------------------- */

static void put_introduction(struct text_out *out, const struct exd_ways *ways)
{
    struct writer *writer = out->writer;
    const struct finding *finding = &ways->report->findings[ways->finding];
    size_t start = say_open(writer);
    block_say_finding(out, finding);
    say_next(writer);
    say(writer, words_result(finding->result));
    say_next(writer);
    say(writer, words_result(ways->wanted));
    say_next(writer);
    writer_say(writer, "%u", ways->tried);
    say_close(writer, start, ways->count == 0 ? MESSAGE_WAYS_NONE : MESSAGE_WAYS_IF);
    writer_end(writer, 0, 0);
    writer_blank(writer);
}

static void say_change(struct writer *writer, const struct way_change *change)
{
    size_t start = say_open(writer);
    writer_styled(writer, STYLE_NAME, change->path);
    say_next(writer);
    say_phrase(writer, change->phrase);
    if (!change->added) {
        say_next(writer);
        if (text_is(change->before, "unknown"))
            say(writer, MESSAGE_UNKNOWN);
        else
            writer_text(writer, change->before);
    }
    say_close(writer, start, change->added ? MESSAGE_CHANGE_ADDED : MESSAGE_CHANGE_FROM);
}

static void put_way(struct writer *writer, const struct way *way, uint32_t number)
{
    writer_say(writer, "%u.", number);
    writer_tab(writer, WAY_INDENT);
    for (uint32_t i = 0; i < way->count; i++) {
        size_t start = say_open(writer);
        say_change(writer, &way->changes[i]);
        if (i > 0)
            say_close(writer, start, MESSAGE_AND_ALSO);
        writer_end(writer, i == 0 ? 0 : WAY_INDENT, WAY_INDENT + 2);
    }
}

static void put_closing(struct writer *writer, const struct exd_ways *ways)
{
    writer_blank(writer);
    if (ways->count > 1)
        say(writer, MESSAGE_EACH_WOULD_DO);
    if (ways->tried < ways->most)
        say(writer, MESSAGE_LARGER_NOT_TRIED, ways->tried);
    if (ways->unlisted)
        say(writer, MESSAGE_VALUES_NOT_TRIED);
    writer_end(writer, 0, 0);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static void json_way(struct json *json, const struct way *way)
{
    json_open(json, '[');
    for (uint32_t i = 0; i < way->count; i++) {
        const struct way_change *change = &way->changes[i];
        json_open(json, '{');
        key_text(json, "path", change->path);
        key_text(json, "value", change->value);
        key_text(json, "before", change->before);
        key_boolean(json, "added", change->added);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_json(struct json *json, const struct exd_ways *ways)
{
    const struct finding *finding = &ways->report->findings[ways->finding];
    json_begin(json, WAYS_FORMAT);
    head_json(json, ways->report);
    head_json_finding(json, finding);
    key_string(json, "wanted", exd_result_name(ways->wanted));
    key_integer(json, "tried", ways->tried);
    key_boolean(json, "may_be_more", exd_ways_may_be_more(ways));
    key_open(json, "ways", '[');
    for (uint32_t i = 0; i < ways->count; i++)
        json_way(json, &ways->ways[i]);
    json_close(json, ']');
    json_end(json);
}

/* ---- the whole -------------------------------------------------------------------------------------------------------- */

EXD_API exd_status exd_ways_write(const exd_ways *ways, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (ways == NULL || sink == NULL || !write_begin(&writer, ways->report->rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    if (format == EXD_FORMAT_JSON) {
        struct json json = {.writer = &writer, .indent = used->indent};
        put_json(&json, ways);
        return writer_finish(&writer);
    }
    struct text_out out = {.report = ways->report, .options = used, .writer = &writer};
    head_write_brief(&out);
    say_heading(&writer, MESSAGE_WHAT_IT_WOULD_TAKE);
    put_introduction(&out, ways);
    for (uint32_t i = 0; i < ways->count && !writer_failed(&writer); i++)
        put_way(&writer, &ways->ways[i], i + 1);
    put_closing(&writer, ways);
    writer_close_page(&writer);
    return writer_finish(&writer);
}
