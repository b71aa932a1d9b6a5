/* The public functions that write a report. */
#include "report/json.h"
#include "report/text.h"

/* False when the report cannot be written in the language that is asked for. */
static bool start(struct writer *writer, const exd_report *report, const exd_write_options *options, exd_sink sink, void *user)
{
    const struct language *language;
    if (!outline_language(options, report->rules, &language))
        return false;
    writer_init(writer, report->memory, sink, user);
    writer->width = options->width;
    writer->colour = options->colour;
    writer->language = language;
    return true;
}

EXD_API exd_status exd_report_write(const exd_report *report, exd_format format, const exd_write_options *options, exd_sink sink,
                                    void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (report == NULL || sink == NULL || !start(&writer, report, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    switch (format) {
    case EXD_FORMAT_MARKDOWN:
    case EXD_FORMAT_HTML:
        writer.form = format == EXD_FORMAT_HTML ? FORM_HTML : FORM_MARKDOWN;
        text_write_report(report, used, &writer);
        return writer_finish(&writer);
    case EXD_FORMAT_TEXT:
        text_write_report(report, used, &writer);
        return writer_finish(&writer);
    case EXD_FORMAT_JSON:
        json_write_report(report, used, &writer);
        return writer_finish(&writer);
    }
    (void)writer_finish(&writer);
    return EXD_ERROR_ARGUMENT;
}

EXD_API exd_status exd_report_write_questions(const exd_report *report, const exd_write_options *options, exd_sink sink, void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (report == NULL || sink == NULL || !start(&writer, report, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    text_write_questions(report, used, &writer);
    return writer_finish(&writer);
}
