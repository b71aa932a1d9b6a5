/* The public functions that write a report. */
#include "report/write.h"

#include "report/json.h"
#include "report/text.h"

bool write_begin(struct writer *writer, const struct exd_report *report, exd_format format, const struct exd_write_options *options,
                 exd_sink sink, void *user)
{
    static const enum form forms[] = {
        [EXD_FORMAT_TEXT] = FORM_TEXT, [EXD_FORMAT_JSON] = FORM_TEXT, [EXD_FORMAT_MARKDOWN] = FORM_MARKDOWN, [EXD_FORMAT_HTML] = FORM_HTML};
    const struct language *language;
    if ((unsigned)format >= sizeof forms / sizeof *forms || !outline_language(options, report->rules, &language))
        return false;
    writer_init(writer, report->memory, sink, user);
    writer->width = options->width;
    writer->colour = options->colour;
    writer->language = language;
    writer->form = forms[format];
    return true;
}

EXD_API exd_status exd_report_write(const exd_report *report, exd_format format, const exd_write_options *options, exd_sink sink,
                                    void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (report == NULL || sink == NULL || !write_begin(&writer, report, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    if (format == EXD_FORMAT_JSON)
        json_write_report(report, used, &writer);
    else
        text_write_report(report, used, &writer);
    return writer_finish(&writer);
}

EXD_API exd_status exd_report_write_questions(const exd_report *report, const exd_write_options *options, exd_sink sink, void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (report == NULL || sink == NULL || !write_begin(&writer, report, EXD_FORMAT_TEXT, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    text_write_questions(report, used, &writer);
    return writer_finish(&writer);
}
