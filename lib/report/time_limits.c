/* Time limits: in a report that was analysed all of them in the order of their days, as a table where the form has tables; then each with its
 * facts and what follows from missing it. */
#include "report/block.h"
#include "report/say.h"
#include "report/words.h"

enum { DAY_COLUMNS = 12, DAY_WORDS_COLUMNS = 16 };

bool time_limits_has(const struct outline_group *group)
{
    return group->first->rule->effect == EXD_EFFECT_DEADLINE && group->first->deadline.status != DEADLINE_NOT_ENGAGED &&
           group->first->result != EXD_RESULT_DOES_NOT_APPLY && group->first->standing != EXD_STANDING_DISPLACED;
}

static void say_date(struct text_out *out, enum message message, bool there, struct date_span span)
{
    if (there)
        words_say_span(out->writer, message, span);
}

enum message deadline_message(enum deadline_status status)
{
    switch (status) {
    case DEADLINE_KEPT:
        return MESSAGE_DEADLINE_KEPT;
    case DEADLINE_MISSED:
        return MESSAGE_DEADLINE_MISSED;
    case DEADLINE_RUNNING:
        return MESSAGE_DEADLINE_RUNNING;
    case DEADLINE_OPEN:
        return MESSAGE_DEADLINE_OPEN;
    case DEADLINE_NOT_COMPUTABLE:
        return MESSAGE_DEADLINE_NOT_COMPUTABLE;
    case DEADLINE_NOT_ENGAGED:
        return MESSAGE_DEADLINE_NOT_ENGAGED;
    case DEADLINE_NONE:
        return MESSAGE_COUNT;
    }
    return MESSAGE_COUNT;
}

static enum style deadline_style(enum deadline_status status)
{
    return status == DEADLINE_KEPT ? STYLE_CLEAR : status == DEADLINE_MISSED ? STYLE_AGAINST : STYLE_OPEN;
}

static void put_deadline(struct text_out *out, const struct outline_group *group)
{
    const struct finding *finding = group->first;
    const struct deadline_result *deadline = &finding->deadline;
    block_headline(out, group);
    say_styled(out->writer, deadline_style(deadline->status), deadline_message(deadline->status));
    if (finding->result == EXD_RESULT_OPEN)
        say(out->writer, MESSAGE_DEADLINE_IF_IT_APPLIES);
    block_say_subjects(out, group);
    say_date(out, MESSAGE_LAST_DAY, deadline->has_due, deadline->due);
    say_date(out, MESSAGE_RUNS_FROM, deadline->has_start, deadline->start);
    bool never = deadline->has_done && deadline->done.first == DAY_NEVER;
    if (never)
        say(out->writer, MESSAGE_NOT_DONE);
    else
        say_date(out, MESSAGE_DONE_ON, deadline->has_done, deadline->done);
    if (deadline->status == DEADLINE_RUNNING)
        say(out->writer, deadline->days_left == 1 ? MESSAGE_DAY_LEFT : MESSAGE_DAYS_LEFT, (unsigned)deadline->days_left);
    writer_say(out->writer, ".");
    writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
    if (finding->rule->deadline->consequence.length > 0) {
        say(out->writer, MESSAGE_CONSEQUENCE, finding->rule->deadline->consequence);
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    }
    for (uint32_t i = 0; i < deadline->facts.count; i++) {
        if (!deadline->facts.items[i].value.known)
            continue;
        block_say_fact(out, &deadline->facts.items[i]);
        writer_end(out->writer, BLOCK_REASON, BLOCK_REASON + 2);
    }
    if (out->options->full && out->writer->form != FORM_HTML)
        block_proof(out, group);
    for (uint32_t i = 0; i < deadline->missing.count; i++) {
        say(out->writer, MESSAGE_NOT_KNOWN);
        writer_styled(out->writer, STYLE_NAME, deadline->missing.items[i].path);
        writer_end(out->writer, BLOCK_REASON, BLOCK_REASON + 2);
    }
    if (finding->result == EXD_RESULT_OPEN)
        block_missing(out, group, BLOCK_REASON);
    block_displacements(out, finding);
    block_notes(out, finding);
    if (out->writer->form == FORM_HTML)
        block_proof(out, group);
}

/* ---- in order --------------------------------------------------------------------------------------------------------- */

static void say_due(struct text_out *out, const struct deadline_result *deadline)
{
    if (deadline->has_due)
        words_say_span(out->writer, MESSAGE_COUNT, deadline->due);
    else
        say(out->writer, MESSAGE_NO_DAY);
}

static void say_done(struct text_out *out, const struct deadline_result *deadline)
{
    if (deadline->has_done && deadline->done.first == DAY_NEVER)
        say(out->writer, MESSAGE_NOT_DONE);
    else
        say_date(out, MESSAGE_DONE_ON, deadline->has_done, deadline->done);
}

/* What became of it, with the days that are left or what is wanted to tell. */
static void say_state(struct text_out *out, const struct finding *finding)
{
    struct writer *writer = out->writer;
    const struct deadline_result *deadline = &finding->deadline;
    if (writer->form != FORM_TEXT) {
        writer_sign(writer, block_style(finding), block_mark(finding));
        writer_say(writer, " ");
    }
    if (deadline->status != DEADLINE_NOT_COMPUTABLE)
        say_styled(writer, deadline_style(deadline->status), deadline_message(deadline->status));
    if (deadline->status == DEADLINE_MISSED || deadline->status == DEADLINE_KEPT)
        say_done(out, deadline);
    if (deadline->status == DEADLINE_RUNNING)
        say(writer, deadline->days_left == 1 ? MESSAGE_DAY_LEFT : MESSAGE_DAYS_LEFT, (unsigned)deadline->days_left);
    for (uint32_t i = 0; i < deadline->missing.count; i++) {
        writer_say(writer, i > 0 ? ", " : deadline->status == DEADLINE_NOT_COMPUTABLE ? "" : "; ");
        size_t start = say_open(writer);
        writer_styled(writer, STYLE_NAME, deadline->missing.items[i].path);
        say_close(writer, start, MESSAGE_WANTS);
    }
    if (finding->result == EXD_RESULT_OPEN)
        say(writer, MESSAGE_DEADLINE_IF_IT_APPLIES);
}

/* Room for a day as records write it, or in the words of the language. */
static size_t day_columns(const struct writer *writer)
{
    return writer->language != NULL && writer->language->messages[MESSAGE_DAY].data != NULL ? DAY_WORDS_COLUMNS : DAY_COLUMNS;
}

static void put_row(struct text_out *out, const struct finding *finding)
{
    struct writer *writer = out->writer;
    say_due(out, &finding->deadline);
    if (writer->form == FORM_TEXT)
        writer_tab(writer, day_columns(writer));
    else
        writer_cell(writer, "");
    block_say_citation(out, finding->instrument, finding->rule);
    writer_say(writer, ": ");
    say_text(writer, finding->rule->title);
    if (finding->subject_id.length > 0)
        writer_say(writer, " (%t)", finding->subject_id);
    writer_cell(writer, ". ");
    say_state(out, finding);
    writer_say(writer, writer->form == FORM_TEXT ? "." : "");
    writer_row(writer, 0, day_columns(writer));
}

static void put_columns(struct writer *writer)
{
    say(writer, MESSAGE_COLUMN_LAST_DAY);
    writer_cell(writer, "");
    say(writer, MESSAGE_COLUMN_TIME_LIMIT);
    writer_cell(writer, "");
    say(writer, MESSAGE_COLUMN_STATE);
    writer_columns(writer);
}

void time_limits_write(struct text_out *out)
{
    bool any = false;
    for (uint32_t i = 0; i < out->report->timeline_count; i++) {
        const struct finding *finding = &out->report->findings[out->report->timeline[i].finding];
        if (!outline_shows(out->options, out->report, finding))
            continue;
        if (!any) {
            say_heading(out->writer, MESSAGE_TIME_LIMITS);
            put_columns(out->writer);
        }
        any = true;
        put_row(out, finding);
    }
    for (uint32_t i = 0; i < out->outline->group_count && !writer_failed(out->writer); i++) {
        if (!time_limits_has(&out->outline->groups[i]))
            continue;
        if (!any)
            say_heading(out->writer, MESSAGE_TIME_LIMITS);
        any = true;
        put_deadline(out, &out->outline->groups[i]);
    }
}
