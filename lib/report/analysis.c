/* What to verify and what it would take, as text and JSON. */
#include "check/verify.h"
#include "check/ways.h"
#include "report/block.h"
#include "report/json_stream.h"
#include "report/outline.h"

enum { ENTRY_INDENT = 4 };

static void begin(struct writer *writer, const struct exd_report *report, const struct exd_write_options *options, exd_sink sink,
                  void *user)
{
    writer_init(writer, report->memory, sink, user);
    writer->width = options->width;
    writer->colour = options->colour;
}

static void say_finding(struct writer *writer, const struct finding *finding)
{
    writer_say(writer, "%t, %t", finding->instrument->short_title, finding->rule->cite);
    if (finding->subject_id.length > 0)
        writer_say(writer, ", for %t", finding->subject_id);
    writer_say(writer, ": %t", finding->rule->title);
}

/* `instrument/rule` and what it is about. */
static void json_finding(struct json *json, const struct finding *finding)
{
    json_key(json, "finding");
    json_text(json, finding->rule->full_id);
    json_key(json, "subject");
    json_text_or_null(json, finding->subject_id);
    json_key(json, "result");
    json_string(json, exd_result_name(finding->result));
}

/* ---- what to verify --------------------------------------------------------------------------------------------------- */

static void put_checklist_head(struct writer *writer, const struct exd_checklist *checklist)
{
    if (checklist->finding == EVERY_FINDING) {
        writer_heading(writer, "To verify");
        writer_say(writer,
                   "All %u governing findings that are settled rest on these %u facts. Once each has been checked against the papers, they "
                   "stand, whatever else the record says.",
                   checklist->kept, checklist->count);
    } else {
        writer_heading(writer, "To verify for one finding");
        say_finding(writer, &checklist->report->findings[checklist->finding]);
        writer_say(writer, ". The result (%s) rests on these %u facts, whatever else the record says.",
                   exd_result_name(checklist->report->findings[checklist->finding].result), checklist->count);
    }
    writer_say(writer, checklist->smallest
                           ? " No smaller set would do."
                           : " None of them can be left out; whether another set would be smaller was too much work to find out.");
    writer_end(writer, 0, 0);
    writer_blank(writer);
}

static void put_entry(struct writer *writer, const struct exd_checklist *checklist, const struct checklist_entry *entry)
{
    writer_say(writer, "[ ]");
    writer_tab(writer, ENTRY_INDENT);
    writer_styled(writer, STYLE_NAME, entry->use.path);
    writer_say(writer, " = %t", entry->use.value_text);
    writer_end(writer, 0, ENTRY_INDENT);
    if (entry->use.source.length > 0)
        writer_say(writer, "From: %t", entry->use.source);
    else
        writer_say(writer, "The record does not say where this is from");
    if (entry->use.line > 0)
        writer_say(writer, " (line %u)", entry->use.line);
    if (entry->use.disputed)
        writer_say(writer, "; disputed");
    if (checklist->finding == EVERY_FINDING && entry->count > 0)
        writer_say(writer, entry->count == 1 ? "; for %u finding" : "; for %u findings", entry->count);
    writer_say(writer, ".");
    writer_end(writer, ENTRY_INDENT, ENTRY_INDENT);
}

static void json_checklist(const struct exd_checklist *checklist, struct json *json)
{
    json_open(json, '{');
    json_key(json, "format");
    json_string(json, "extradition-checklist/1");
    json_key(json, "record");
    json_text(json, checklist->report->record->id);
    json_key(json, "as_of");
    json_text(json, checklist->report->as_of_text);
    if (checklist->finding != EVERY_FINDING)
        json_finding(json, &checklist->report->findings[checklist->finding]);
    json_key(json, "smallest");
    json_boolean(json, checklist->smallest);
    json_key(json, "facts");
    json_open(json, '[');
    for (uint32_t i = 0; i < checklist->count; i++) {
        const struct checklist_entry *entry = &checklist->entries[i];
        json_open(json, '{');
        json_key(json, "path");
        json_text(json, entry->use.path);
        json_key(json, "value");
        json_text(json, entry->use.value_text);
        json_key(json, "source");
        json_text_or_null(json, entry->use.source);
        json_key(json, "line");
        json_integer(json, entry->use.line);
        json_key(json, "disputed");
        json_boolean(json, entry->use.disputed);
        json_key(json, "findings");
        json_open(json, '[');
        for (uint32_t j = 0; j < entry->count; j++)
            json_integer(json, entry->findings[j]);
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
    writer_raw_string(json->writer, "\n");
}

EXD_API exd_status exd_checklist_write(const exd_checklist *checklist, exd_format format, const exd_write_options *options, exd_sink sink,
                                       void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (checklist == NULL || sink == NULL || (format != EXD_FORMAT_TEXT && format != EXD_FORMAT_JSON))
        return EXD_ERROR_ARGUMENT;
    begin(&writer, checklist->report, used, sink, user);
    if (format == EXD_FORMAT_JSON) {
        struct json json = {.writer = &writer, .indent = used->indent};
        json_checklist(checklist, &json);
        return writer_finish(&writer);
    }
    put_checklist_head(&writer, checklist);
    for (uint32_t i = 0; i < checklist->count; i++)
        put_entry(&writer, checklist, &checklist->entries[i]);
    return writer_finish(&writer);
}

/* ---- what it would take ----------------------------------------------------------------------------------------------- */

static void put_ways_head(struct writer *writer, const struct exd_ways *ways)
{
    const struct finding *finding = &ways->report->findings[ways->finding];
    writer_heading(writer, "What it would take");
    say_finding(writer, finding);
    writer_say(writer, ". The result is %s; it would be %s if:", exd_result_name(finding->result), exd_result_name(ways->wanted));
    writer_end(writer, 0, 0);
    writer_blank(writer);
}

static void put_change(struct writer *writer, const struct way_change *change, bool first)
{
    writer_say(writer, first ? "" : "and ");
    writer_styled(writer, STYLE_NAME, change->path);
    writer_say(writer, " = %t", change->value);
    if (change->added)
        writer_say(writer, " (a further item)");
    else
        writer_say(writer, " (now %t)", change->before);
    writer_end(writer, ENTRY_INDENT, ENTRY_INDENT + 2);
}

static void put_way(struct writer *writer, const struct way *way, uint32_t number)
{
    writer_say(writer, "%u.", number);
    writer_end(writer, 0, 0);
    for (uint32_t i = 0; i < way->count; i++)
        put_change(writer, &way->changes[i], i == 0);
}

static void put_ways_closing(struct writer *writer, const struct exd_ways *ways)
{
    writer_blank(writer);
    if (ways->count == 0)
        writer_say(writer, "No change of %u fact%s or fewer would do. ", ways->tried, ways->tried == 1 ? "" : "s");
    else
        writer_say(writer, "Each of these would do by itself, and no smaller part of it. ");
    if (ways->tried < ways->most)
        writer_say(writer, "Larger changes than of %u fact%s were too much work to try. ", ways->tried, ways->tried == 1 ? "" : "s");
    if (ways->unlisted)
        writer_say(writer, "Some facts can have too many values to try them all, so there may be further ways.");
    writer_end(writer, 0, 0);
}

static void json_way(struct json *json, const struct way *way)
{
    json_open(json, '[');
    for (uint32_t i = 0; i < way->count; i++) {
        const struct way_change *change = &way->changes[i];
        json_open(json, '{');
        json_key(json, "path");
        json_text(json, change->path);
        json_key(json, "value");
        json_text(json, change->value);
        json_key(json, "before");
        json_text_or_null(json, change->before);
        json_key(json, "added");
        json_boolean(json, change->added);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void json_ways(const struct exd_ways *ways, struct json *json)
{
    json_open(json, '{');
    json_key(json, "format");
    json_string(json, "extradition-ways/1");
    json_key(json, "record");
    json_text(json, ways->report->record->id);
    json_key(json, "as_of");
    json_text(json, ways->report->as_of_text);
    json_finding(json, &ways->report->findings[ways->finding]);
    json_key(json, "wanted");
    json_string(json, exd_result_name(ways->wanted));
    json_key(json, "tried");
    json_integer(json, ways->tried);
    json_key(json, "may_be_more");
    json_boolean(json, exd_ways_may_be_more(ways));
    json_key(json, "ways");
    json_open(json, '[');
    for (uint32_t i = 0; i < ways->count; i++)
        json_way(json, &ways->ways[i]);
    json_close(json, ']');
    json_close(json, '}');
    writer_raw_string(json->writer, "\n");
}

EXD_API exd_status exd_ways_write(const exd_ways *ways, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (ways == NULL || sink == NULL || (format != EXD_FORMAT_TEXT && format != EXD_FORMAT_JSON))
        return EXD_ERROR_ARGUMENT;
    begin(&writer, ways->report, used, sink, user);
    if (format == EXD_FORMAT_JSON) {
        struct json json = {.writer = &writer, .indent = used->indent};
        json_ways(ways, &json);
        return writer_finish(&writer);
    }
    put_ways_head(&writer, ways);
    for (uint32_t i = 0; i < ways->count; i++)
        put_way(&writer, &ways->ways[i], i + 1);
    put_ways_closing(&writer, ways);
    return writer_finish(&writer);
}
