#include "report/head.h"

#include "report/json_keys.h"
#include "report/say.h"
#include "report/words.h"

enum { LABEL_COLUMNS = 12 };

static void put_labelled(struct text_out *out, enum message label, struct text text)
{
    if (text.length == 0)
        return;
    say(out->writer, label);
    writer_tab(out->writer, LABEL_COLUMNS);
    writer_link(out->writer, text);
    writer_text(out->writer, text);
    writer_link_end(out->writer);
    writer_end(out->writer, 0, LABEL_COLUMNS);
}

/* Says the State that a fact of the request names. */
static void say_state(struct text_out *out, const char *fact)
{
    struct value state = outline_request_value(out->report, fact);
    if (state.known)
        words_say_state(out->writer, out->report->rules, state.as.one.name);
    else
        say(out->writer, MESSAGE_STATE_NOT_NAMED);
}

void head_write(struct text_out *out)
{
    const struct exd_record *record = out->report->record;
    struct text title = record->title.length > 0 ? record->title : record->id;
    writer_title(out->writer, title);
    if (record->title.length > 0)
        put_labelled(out, MESSAGE_RECORD, record->id);
    say(out->writer, MESSAGE_REQUEST);
    writer_tab(out->writer, LABEL_COLUMNS);
    size_t start = say_open(out->writer);
    say_state(out, "requesting_state");
    say_next(out->writer);
    say_state(out, "requested_state");
    say_close(out->writer, start, MESSAGE_REQUEST_FROM_TO);
    writer_end(out->writer, 0, LABEL_COLUMNS);
    say(out->writer, MESSAGE_AS_OF);
    writer_tab(out->writer, LABEL_COLUMNS);
    say_day(out->writer, out->report->as_of_text);
    writer_end(out->writer, 0, LABEL_COLUMNS);
    put_labelled(out, MESSAGE_CITATION, record->citation);
    put_labelled(out, MESSAGE_SOURCE, record->source);
    if (!out->report->presumptions)
        put_labelled(out, MESSAGE_PRESUMED, say_message(out->writer->language, MESSAGE_PRESUMPTIONS_OFF, NULL));
}

static void open_page(struct text_out *out, struct text contents)
{
    const struct exd_record *record = out->report->record;
    struct buffer running;
    buffer_init(&running, out->report->memory);
    say_into(&running, out->writer->language, MESSAGE_RUNNING_HEAD, record->id, out->report->as_of_text);
    if (running.failed)
        out->writer->paragraph.failed = true;
    const struct page_head page = {.title = record->title.length > 0 ? record->title : record->id,
                                   .running = buffer_view(&running),
                                   .language = say_language(out->writer),
                                   .page_words = say_message(out->writer->language, MESSAGE_PAGE_OF, NULL),
                                   .skip = say_message(out->writer->language, MESSAGE_SKIP_TO_REPORT, NULL),
                                   .contents = contents,
                                   .full = out->options->full};
    writer_open_page(out->writer, &page);
    buffer_free(&running);
}

void head_open_page(struct text_out *out)
{
    open_page(out, say_message(out->writer->language, MESSAGE_CONTENTS, NULL));
}

void head_write_brief(struct text_out *out)
{
    const struct exd_record *record = out->report->record;
    if (out->writer->form == FORM_HTML) {
        open_page(out, TEXT(""));
        writer_title(out->writer, record->title.length > 0 ? record->title : record->id);
    }
    say(out->writer, MESSAGE_RUNNING_HEAD, record->id, out->report->as_of_text);
    writer_say(out->writer, ".");
    writer_end(out->writer, 0, 0);
}

void head_json(struct json *json, const struct exd_report *report)
{
    key_text(json, "record", report->record->id);
    key_text(json, "as_of", report->as_of_text);
}

void head_json_finding(struct json *json, const struct finding *finding)
{
    key_text(json, "finding", finding->rule->full_id);
    key_text(json, "subject", finding->subject_id);
    key_string(json, "result", exd_result_name(finding->result));
}
