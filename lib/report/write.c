/* The public functions that write a report. */
#include "report/json.h"
#include "report/text.h"

static void start(struct writer *writer, const exd_report *report, const exd_write_options *options, exd_sink sink, void *user)
{
    writer_init(writer, report->memory, sink, user);
    writer->width = options->width;
    writer->colour = options->colour;
}

EXD_API exd_status exd_report_write(const exd_report *report, exd_format format, const exd_write_options *options, exd_sink sink,
                                    void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (report == NULL || sink == NULL)
        return EXD_ERROR_ARGUMENT;
    start(&writer, report, used, sink, user);
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
    if (report == NULL || sink == NULL)
        return EXD_ERROR_ARGUMENT;
    start(&writer, report, used, sink, user);
    text_write_questions(report, used, &writer);
    return writer_finish(&writer);
}
