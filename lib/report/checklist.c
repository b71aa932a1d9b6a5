/* What to verify, in every form: the clerk's checklist, by itself or as a section of a report. */
#include "report/checklist.h"

#include "report/citing.h"
#include "report/formats.h"
#include "report/head.h"
#include "report/json_keys.h"
#include "report/say.h"
#include "report/words.h"
#include "report/write.h"

enum { ENTRY_INDENT = 4 };

/* ---- for people ------------------------------------------------------------------------------------------------------- */

static void put_introduction(struct text_out *out, const struct exd_checklist *checklist)
{
    struct writer *writer = out->writer;
    if (checklist->count == 0) {
        say(writer, checklist->given_up ? MESSAGE_VERIFY_TOO_MUCH : MESSAGE_VERIFY_NOTHING);
        writer_end(writer, 0, 0);
        return;
    }
    if (checklist->finding == EVERY_FINDING) {
        say(writer, MESSAGE_VERIFY_EVERY, checklist->kept, checklist->count);
    } else {
        const struct finding *finding = &checklist->report->findings[checklist->finding];
        size_t start = say_open(writer);
        block_say_finding(out, finding);
        say_next(writer);
        say(writer, words_result(finding->result));
        say_next(writer);
        writer_say(writer, "%u", checklist->count);
        say_close(writer, start, MESSAGE_VERIFY_ONE);
    }
    say(writer, checklist->smallest ? MESSAGE_SMALLEST : MESSAGE_NOT_SMALLEST);
    writer_end(writer, 0, 0);
    writer_blank(writer);
}

static bool is_cited_before(const struct exd_report *report, const struct checklist_entry *entry, uint32_t index)
{
    const struct finding *finding = &report->findings[entry->findings[index]];
    for (uint32_t i = 0; i < index; i++) {
        const struct finding *other = &report->findings[entry->findings[i]];
        if (other->instrument == finding->instrument && text_equal(other->rule->cite, finding->rule->cite))
            return true;
    }
    return false;
}

static void put_entry(struct text_out *out, const struct exd_checklist *checklist, const struct checklist_entry *entry)
{
    struct writer *writer = out->writer;
    struct citing citing = {.out = out};
    writer_box(writer);
    block_say_fact(out, &entry->use);
    writer_end(writer, 0, ENTRY_INDENT);
    if (entry->use.source.length == 0)
        say(writer, MESSAGE_NO_SOURCE);
    writer_end(writer, ENTRY_INDENT, ENTRY_INDENT);
    if (checklist->finding != EVERY_FINDING || entry->count == 0)
        return;
    size_t start = say_open(writer);
    for (uint32_t i = 0; i < entry->count; i++)
        if (!is_cited_before(out->report, entry, i))
            citing_add(&citing, &out->report->findings[entry->findings[i]], false);
    citing_end(&citing);
    say_close(writer, start, MESSAGE_NEEDED_FOR);
    writer_end(writer, ENTRY_INDENT, ENTRY_INDENT + 2);
}

void checklist_write(struct text_out *out, const struct exd_checklist *checklist)
{
    say_heading(out->writer, MESSAGE_TO_VERIFY);
    put_introduction(out, checklist);
    for (uint32_t i = 0; i < checklist->count && !writer_failed(out->writer); i++)
        put_entry(out, checklist, &checklist->entries[i]);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static void json_entry(struct json *json, const struct checklist_entry *entry)
{
    json_open(json, '{');
    key_text(json, "path", entry->use.path);
    key_text(json, "value", entry->use.value_text);
    key_text(json, "source", entry->use.source);
    key_line(json, entry->use.line);
    key_boolean(json, "disputed", entry->use.disputed);
    key_open(json, "findings", '[');
    for (uint32_t i = 0; i < entry->count; i++)
        json_integer(json, entry->findings[i]);
    json_close(json, ']');
    json_close(json, '}');
}

void checklist_json(struct json *json, const struct exd_checklist *checklist)
{
    key_boolean(json, "smallest", checklist->smallest);
    key_open(json, "facts", '[');
    for (uint32_t i = 0; i < checklist->count; i++)
        json_entry(json, &checklist->entries[i]);
    json_close(json, ']');
}

static void put_json(struct json *json, const struct exd_checklist *checklist)
{
    const struct finding *finding = checklist->finding == EVERY_FINDING ? NULL : &checklist->report->findings[checklist->finding];
    json_begin(json, CHECKLIST_FORMAT);
    head_json(json, checklist->report);
    if (finding != NULL)
        head_json_finding(json, finding);
    checklist_json(json, checklist);
    json_end(json);
}

/* ---- the whole -------------------------------------------------------------------------------------------------------- */

EXD_API exd_status exd_checklist_write(const exd_checklist *checklist, exd_format format, const exd_write_options *options, exd_sink sink,
                                       void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (checklist == NULL || sink == NULL || !write_begin(&writer, checklist->report->rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    if (format == EXD_FORMAT_JSON) {
        struct json json = {.writer = &writer, .indent = used->indent};
        put_json(&json, checklist);
        return writer_finish(&writer);
    }
    struct text_out out = {.report = checklist->report, .options = used, .writer = &writer};
    head_write_brief(&out);
    checklist_write(&out, checklist);
    writer_close_page(&writer);
    return writer_finish(&writer);
}
