/* The public functions that write a report. */
#include "report/write.h"

#include "check/check.h"
#include "report/json.h"
#include "report/text.h"

bool write_begin(struct writer *writer, const struct exd_rules *rules, exd_format format, const struct exd_write_options *options,
                 exd_sink sink, void *user)
{
    static const enum form forms[] = {
        [EXD_FORMAT_TEXT] = FORM_TEXT, [EXD_FORMAT_JSON] = FORM_TEXT, [EXD_FORMAT_MARKDOWN] = FORM_MARKDOWN, [EXD_FORMAT_HTML] = FORM_HTML};
    const struct language *language;
    if ((unsigned)format >= sizeof forms / sizeof *forms || !outline_language(options, rules, &language))
        return false;
    writer_init(writer, rules->memory, sink, user);
    writer->width = options->width;
    writer->colour = options->colour;
    writer->language = language;
    writer->form = forms[format];
    return true;
}

/* What is handed over has the whole analysis in it: a report that does not go so far is checked once more. */
static exd_status write_analysed(const exd_report *report, const struct exd_write_options *options, struct writer *writer)
{
    struct exd_report *analysed = report_new(report->rules);
    exd_status status = analysed == NULL
                            ? EXD_ERROR_MEMORY
                            : check_run(analysed, report->record, report->as_of, report->presumptions, EXTENT_WHOLE, report->step_limit);
    if (status == EXD_OK)
        text_write_report(analysed, options, writer);
    exd_status written = writer_finish(writer);
    if (analysed != NULL)
        report_free(analysed);
    return status == EXD_OK ? written : status;
}

EXD_API exd_status exd_report_write(const exd_report *report, exd_format format, const exd_write_options *options, exd_sink sink,
                                    void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (report == NULL || sink == NULL || !write_begin(&writer, report->rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    if (writer.form != FORM_TEXT && report->extent < EXTENT_WHOLE && report->record != NULL)
        return write_analysed(report, used, &writer);
    if (format == EXD_FORMAT_JSON)
        json_write_report(report, used, &writer);
    else
        text_write_report(report, used, &writer);
    return writer_finish(&writer);
}

EXD_API exd_status exd_report_write_questions(const exd_report *report, exd_format format, const exd_write_options *options, exd_sink sink,
                                              void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (report == NULL || sink == NULL || (format != EXD_FORMAT_TEXT && format != EXD_FORMAT_JSON) ||
        !write_begin(&writer, report->rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    if (format == EXD_FORMAT_JSON)
        json_write_questions(report, used, &writer);
    else
        text_write_questions(report, used, &writer);
    return writer_finish(&writer);
}
