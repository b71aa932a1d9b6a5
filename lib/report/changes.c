/* What differs between two reports, as text, Markdown and JSON: for each finding the result before and now, the limbs that turned, and the
 * facts that moved. */
#include "check/changes.h"

#include "report/block.h"
#include "report/json_stream.h"
#include "report/outline.h"
#include "report/say.h"
#include "report/words.h"

/* ---- words ------------------------------------------------------------------------------------------------------------ */

static const char *result_words(exd_result result)
{
    switch (result) {
    case EXD_RESULT_APPLIES:
        return "applies";
    case EXD_RESULT_DOES_NOT_APPLY:
        return "does not apply";
    case EXD_RESULT_MET:
        return "met";
    case EXD_RESULT_NOT_MET:
        return "not met";
    case EXD_RESULT_OPEN:
        return "open";
    case EXD_RESULT_DISPUTED:
        return "disputed";
    }
    return "";
}

static const char *truth_words(enum truth truth)
{
    return truth == TRUTH_TRUE ? "true" : truth == TRUTH_FALSE ? "false" : "unknown";
}

static const char *instrument_words(const struct instrument_result *result)
{
    if (result == NULL || result->result == TRUTH_FALSE)
        return "does not apply";
    return result->result == TRUTH_TRUE ? "applies" : "open whether it applies";
}

static void say_span(struct writer *writer, struct date_span span)
{
    struct buffer buffer;
    buffer_init(&buffer, writer->out.memory);
    date_write(&buffer, span);
    if (buffer.failed)
        writer->paragraph.failed = true;
    writer_text(writer, buffer_view(&buffer));
    buffer_free(&buffer);
}

static void say_deadline(struct writer *writer, const struct deadline_result *deadline)
{
    if (deadline->status == DEADLINE_NONE)
        return;
    writer_say(writer, "; time limit %s", deadline_status_word(deadline->status));
    if (deadline->has_due) {
        writer_say(writer, ", due ");
        say_span(writer, deadline->due);
    }
}

static const char *absent_words(const struct exd_report *report, const struct finding *other)
{
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        const struct instrument_result *result = &report->instruments[i];
        if (!text_equal(result->instrument->id, other->instrument->id) || result->result == TRUTH_FALSE)
            continue;
        for (uint32_t j = 0; j < result->instrument->rule_count; j++)
            if (text_equal(result->instrument->rules[j].full_id, other->rule->full_id))
                return other->rule->each_offence ? "not checked: no such offence" : "not checked";
        return "no such rule";
    }
    return "not checked: the instrument does not apply";
}

/* `other` is the finding of the other side. */
static void say_state(struct writer *writer, const struct exd_report *report, const struct finding *finding, const struct finding *other)
{
    if (finding == NULL) {
        writer_say(writer, "%s", absent_words(report, other));
        return;
    }
    writer_say(writer, "%s", result_words(finding->result));
    if (effect_is_requirement(finding->rule->effect) && finding->engaged == TRUTH_FALSE)
        writer_say(writer, " (not engaged)");
    if (finding->standing == EXD_STANDING_DISPLACED)
        writer_say(writer, ", but displaced");
    if (finding->standing == EXD_STANDING_OPEN)
        writer_say(writer, ", and open whether displaced");
    say_deadline(writer, &finding->deadline);
}

static void say_value(struct writer *writer, const struct fact_use *use, bool there)
{
    if (!there) {
        writer_say(writer, "no such item");
        return;
    }
    if (use->disputed)
        writer_say(writer, "disputed");
    else
        writer_text(writer, use->value_text);
    if (use->presumed)
        writer_say(writer, " (presumed)");
    else if (use->source.length > 0)
        writer_say(writer, " (%t)", use->source);
}

/* ---- text ------------------------------------------------------------------------------------------------------------- */

/* Changes of one rule for several offences that came out alike are told once. */
static bool alike(const struct finding *a, const struct finding *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    return a->rule == b->rule && a->result == b->result && a->standing == b->standing && a->engaged == b->engaged &&
           a->deadline.status == b->deadline.status;
}

static uint32_t run_from(const struct exd_changes *changes, uint32_t from)
{
    uint32_t to = from + 1;
    while (to < changes->count && changes->changes[to].what == changes->changes[from].what &&
           alike(changes->changes[to].before, changes->changes[from].before) &&
           alike(changes->changes[to].after, changes->changes[from].after))
        to++;
    return to - from;
}

/* The words of a limb; of an item, its id. */
static void say_limb(struct writer *writer, const struct because *limb)
{
    if (limb->kind == LIMB_ITEM)
        writer_styled(writer, STYLE_NAME, limb->expression);
    else
        words_say_reason(writer, limb);
}

static void put_limb(struct writer *writer, const struct limb_change *limb)
{
    const struct because *before = limb->before;
    const struct because *after = limb->after;
    if (before != NULL && after != NULL && !text_equal(before->label, after->label)) { /* words that say themselves how it is */
        writer_say(writer, "before: ");
        say_limb(writer, before);
        writer_say(writer, "; now: ");
        say_limb(writer, after);
        writer_end(writer, BLOCK_REASON, BLOCK_REASON + 2);
        return;
    }
    say_limb(writer, after != NULL ? after : before);
    if (before == NULL)
        writer_say(writer, ": not there before, now %s", truth_words(after->truth));
    else if (after == NULL)
        writer_say(writer, ": before %s, no longer there", truth_words(before->truth));
    else
        writer_say(writer, ": before %s, now %s", truth_words(before->truth), truth_words(after->truth));
    writer_end(writer, BLOCK_REASON, BLOCK_REASON + 2);
}

static void put_fact(struct writer *writer, const struct fact_change *fact)
{
    writer_styled(writer, STYLE_NAME, fact->path);
    writer_say(writer, ": before ");
    say_value(writer, &fact->before, fact->in_before);
    writer_say(writer, ", now ");
    say_value(writer, &fact->after, fact->in_after);
    writer_end(writer, BLOCK_REASON, BLOCK_REASON + 2);
}

static void put_reasons(struct writer *writer, const struct reasons *reasons)
{
    for (uint32_t i = 0; i < reasons->limb_count; i++)
        put_limb(writer, &reasons->limbs[i]);
    for (uint32_t i = 0; i < reasons->fact_count; i++)
        put_fact(writer, &reasons->facts[i]);
}

/* Facts of the others of a run that its first does not name. */
static void put_other_facts(struct writer *writer, const struct change *run, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++)
        for (uint32_t j = 0; j < run[i].reasons.fact_count; j++) {
            bool said = false;
            for (uint32_t k = 0; k < i && !said; k++)
                for (uint32_t l = 0; l < run[k].reasons.fact_count && !said; l++)
                    said = text_equal(run[k].reasons.facts[l].path, run[i].reasons.facts[j].path);
            if (!said)
                put_fact(writer, &run[i].reasons.facts[j]);
        }
}

static bool lists_path(const struct fact_list *list, struct text path)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i].path, path))
            return true;
    return false;
}

/* What one side lacks and the other does not. */
static void put_missing(struct writer *writer, const char *words, const struct fact_list *list, const struct fact_list *without)
{
    uint32_t said = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        if (without != NULL && lists_path(without, list->items[i].path))
            continue;
        writer_say(writer, "%s", said++ == 0 ? words : ", ");
        writer_styled(writer, STYLE_NAME, list->items[i].path);
    }
    writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
}

static void put_displacements(struct writer *writer, const struct finding *finding)
{
    for (uint32_t i = 0; finding != NULL && i < finding->displacement_count; i++) {
        const struct displacement *displacement = &finding->displacements[i];
        if (displacement->truth == TRUTH_FALSE)
            continue;
        writer_say(writer, displacement->truth == TRUTH_TRUE ? "Displaced now by " : "May be displaced now by ");
        writer_text(writer, displacement->instrument->short_title);
        if (displacement->rule != NULL)
            writer_say(writer, ", %t", displacement->rule->cite);
        writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    }
}

static void put_headline(struct writer *writer, const struct change *run, uint32_t count)
{
    const struct finding *finding = run->after != NULL ? run->after : run->before;
    writer_block(writer);
    writer_blank(writer);
    writer_sign(writer, block_style(finding), run->after != NULL ? block_mark(finding) : "-");
    writer_tab(writer, 2);
    writer_style(writer, STYLE_STRONG);
    writer_say(writer, "%t, %t", finding->instrument->short_title, finding->rule->cite);
    writer_style(writer, STYLE_PLAIN);
    writer_say(writer, ": %t", finding->rule->title);
    for (uint32_t i = 0; i < count && finding->subject_id.length > 0; i++) {
        const struct finding *member = run[i].after != NULL ? run[i].after : run[i].before;
        writer_say(writer, "%s%t", i == 0 ? ", for " : i + 1 < count ? ", " : " and ", member->subject_id);
    }
    writer_headline(writer);
    writer_styled(writer, STYLE_FAINT, finding->rule->full_id);
    writer_say(writer, ": ");
    say(writer, words_effect(finding->rule->effect));
    writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
}

static void put_run(struct writer *writer, const struct exd_changes *changes, const struct change *run, uint32_t count)
{
    static const struct fact_list none = {NULL, 0};
    put_headline(writer, run, count);
    writer_say(writer, "Before: ");
    say_state(writer, changes->before, run->before, run->after);
    writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    writer_say(writer, "Now: ");
    say_state(writer, changes->after, run->after, run->before);
    writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    if (run->what & CHANGED_STANDING || run->before == NULL)
        put_displacements(writer, run->after);
    put_reasons(writer, &run->reasons);
    put_other_facts(writer, run, count);
    if (run->after != NULL)
        put_missing(writer, "To be found out now: ", &run->after->missing, run->before != NULL ? &run->before->missing : &none);
    if (run->after != NULL && run->before != NULL)
        put_missing(writer, "No longer to be found out: ", &run->before->missing, &run->after->missing);
}

static void put_instruments(struct writer *writer, const struct exd_changes *changes)
{
    if (changes->instrument_count == 0)
        return;
    writer_heading(writer, "Instruments");
    for (uint32_t i = 0; i < changes->instrument_count; i++) {
        const struct instrument_change *change = &changes->instruments[i];
        const struct instrument *instrument = change->after != NULL ? change->after->instrument : change->before->instrument;
        writer_styled(writer, STYLE_STRONG, instrument->short_title);
        writer_say(writer, " (%t): before %s, now %s", instrument->id, instrument_words(change->before), instrument_words(change->after));
        writer_end(writer, 0, BLOCK_INDENT);
        put_reasons(writer, &change->reasons);
    }
}

static bool is_lesser(const struct change *change)
{
    bool before = change->before != NULL && change->before->standing == EXD_STANDING_GOVERNS;
    bool after = change->after != NULL && change->after->standing == EXD_STANDING_GOVERNS;
    return !before && !after;
}

static void put_head(struct writer *writer, const struct exd_changes *changes)
{
    const struct exd_report *before = changes->before;
    const struct exd_report *after = changes->after;
    writer_heading(writer, "What changes");
    writer_say(writer, "%t, as of %t", after->record->id, after->as_of_text);
    if (!text_equal(before->record->id, after->record->id) || before->as_of != after->as_of)
        writer_say(writer, "; before: %t, as of %t", before->record->id, before->as_of_text);
    writer_say(writer, ". %u %s; %u %s not.", changes->count, changes->count == 1 ? "finding changes" : "findings change",
               changes->unchanged, changes->unchanged == 1 ? "does" : "do");
    writer_end(writer, 0, 0);
    writer_blank(writer);
}

/* A finding that came or went without anything in the way: counted, for a whole instrument of them would hide the others. */
static bool is_quiet(const struct change *change)
{
    const struct finding *only = change->before == NULL ? change->after : change->after == NULL ? change->before : NULL;
    return only != NULL && (only->result == EXD_RESULT_DOES_NOT_APPLY || only->result == EXD_RESULT_MET);
}

static void put_quiet(struct writer *writer, const struct exd_changes *changes)
{
    unsigned come = 0;
    unsigned gone = 0;
    for (uint32_t i = 0; i < changes->count; i++) {
        come += is_quiet(&changes->changes[i]) && changes->changes[i].before == NULL;
        gone += is_quiet(&changes->changes[i]) && changes->changes[i].after == NULL;
    }
    writer_blank(writer);
    if (gone > 0)
        writer_say(writer, "%u %s before, met or not applying, that %s not checked now. ", gone,
                   gone == 1 ? "finding was there" : "findings were there", gone == 1 ? "is" : "are");
    if (come > 0)
        writer_say(writer, "%u %s now, met or not applying, that %s not checked before.", come,
                   come == 1 ? "finding is there" : "findings are there", come == 1 ? "was" : "were");
    writer_end(writer, 0, 0);
}

static void put_text(struct writer *writer, const struct exd_changes *changes)
{
    int section = -1;
    put_head(writer, changes);
    put_instruments(writer, changes);
    for (uint32_t i = 0, count; i < changes->count; i += count) {
        count = run_from(changes, i);
        int next = is_lesser(&changes->changes[i]);
        if (is_quiet(&changes->changes[i]))
            continue;
        if (next != section)
            writer_heading(writer, next == 0 ? "Findings that govern" : "Findings that are displaced, or may be");
        section = next;
        put_run(writer, changes, &changes->changes[i], count);
    }
    put_quiet(writer, changes);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static void json_paths(struct json *json, const char *key, const struct fact_list *list)
{
    json_key(json, key);
    json_open(json, '[');
    for (uint32_t i = 0; i < list->count; i++)
        json_text(json, list->items[i].path);
    json_close(json, ']');
}

static void json_deadline(struct json *json, const struct deadline_result *deadline)
{
    struct buffer buffer;
    buffer_init(&buffer, json->writer->out.memory);
    json_key(json, "deadline");
    json_open(json, '{');
    json_key(json, "status");
    json_string(json, deadline_status_word(deadline->status));
    json_key(json, "due");
    if (deadline->has_due)
        date_write(&buffer, deadline->due);
    if (buffer.failed)
        json->writer->out.failed = true;
    json_text_or_null(json, buffer_view(&buffer));
    json_close(json, '}');
    buffer_free(&buffer);
}

static void json_finding(struct json *json, const char *key, const struct finding *finding)
{
    json_key(json, key);
    if (finding == NULL) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    json_key(json, "result");
    json_string(json, exd_result_name(finding->result));
    json_key(json, "standing");
    json_string(json, exd_standing_name(finding->standing));
    json_key(json, "engaged");
    json_string(json, outline_truth_word(finding->engaged));
    json_paths(json, "missing", &finding->missing);
    if (finding->deadline.status != DEADLINE_NONE)
        json_deadline(json, &finding->deadline);
    json_close(json, '}');
}

static void json_use(struct json *json, const char *key, const struct fact_use *use, bool there)
{
    json_key(json, key);
    if (!there) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    json_key(json, "value");
    json_text(json, use->value_text);
    json_key(json, "source");
    json_text_or_null(json, use->source);
    json_key(json, "presumed");
    json_boolean(json, use->presumed);
    json_key(json, "disputed");
    json_boolean(json, use->disputed);
    json_close(json, '}');
}

static void json_truth(struct json *json, const char *key, const struct because *limb)
{
    json_key(json, key);
    if (limb == NULL)
        json_null(json);
    else
        json_string(json, outline_truth_word(limb->truth));
}

static void json_reasons(struct json *json, const struct reasons *reasons)
{
    json_key(json, "limbs");
    json_open(json, '[');
    for (uint32_t i = 0; i < reasons->limb_count; i++) {
        const struct limb_change *change = &reasons->limbs[i];
        const struct because *limb = change->after != NULL ? change->after : change->before;
        json_open(json, '{');
        json_key(json, "id");
        json_text_or_null(json, limb->id);
        json_key(json, "cite");
        json_text_or_null(json, limb->cite);
        json_key(json, "label");
        json_text_or_null(json, limb->label);
        json_key(json, "kind");
        json_string(json, outline_limb_word(limb->kind));
        json_key(json, "expression");
        json_text_or_null(json, limb->expression);
        json_truth(json, "before", change->before);
        json_truth(json, "after", change->after);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_key(json, "facts");
    json_open(json, '[');
    for (uint32_t i = 0; i < reasons->fact_count; i++) {
        json_open(json, '{');
        json_key(json, "path");
        json_text(json, reasons->facts[i].path);
        json_use(json, "before", &reasons->facts[i].before, reasons->facts[i].in_before);
        json_use(json, "after", &reasons->facts[i].after, reasons->facts[i].in_after);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void json_report(struct json *json, const char *key, const struct exd_report *report)
{
    json_key(json, key);
    json_open(json, '{');
    json_key(json, "record");
    json_text(json, report->record->id);
    json_key(json, "as_of");
    json_text(json, report->as_of_text);
    json_close(json, '}');
}

static void json_instrument(struct json *json, const struct instrument_change *change)
{
    const struct instrument_result *shown = change->after != NULL ? change->after : change->before;
    json_open(json, '{');
    json_key(json, "id");
    json_text(json, shown->instrument->id);
    json_key(json, "before");
    json_string(json, outline_applicability_word(change->before != NULL ? change->before->result : TRUTH_FALSE));
    json_key(json, "after");
    json_string(json, outline_applicability_word(change->after != NULL ? change->after->result : TRUTH_FALSE));
    json_reasons(json, &change->reasons);
    json_close(json, '}');
}

static void json_change(struct json *json, const struct change *change)
{
    const struct finding *shown = change->after != NULL ? change->after : change->before;
    json_open(json, '{');
    json_key(json, "finding");
    json_text(json, shown->rule->full_id);
    json_key(json, "subject");
    json_text_or_null(json, shown->subject_id);
    json_key(json, "effect");
    json_string(json, exd_effect_name(shown->rule->effect));
    json_key(json, "title");
    json_text(json, shown->rule->title);
    json_finding(json, "before", change->before);
    json_finding(json, "after", change->after);
    json_reasons(json, &change->reasons);
    json_close(json, '}');
}

static void put_json(struct json *json, const struct exd_changes *changes)
{
    json_open(json, '{');
    json_key(json, "format");
    json_string(json, "extradition-changes/1");
    json_report(json, "before", changes->before);
    json_report(json, "after", changes->after);
    json_key(json, "unchanged");
    json_integer(json, changes->unchanged);
    json_key(json, "instruments");
    json_open(json, '[');
    for (uint32_t i = 0; i < changes->instrument_count; i++)
        json_instrument(json, &changes->instruments[i]);
    json_close(json, ']');
    json_key(json, "changes");
    json_open(json, '[');
    for (uint32_t i = 0; i < changes->count; i++)
        json_change(json, &changes->changes[i]);
    json_close(json, ']');
    json_close(json, '}');
    writer_raw_string(json->writer, "\n");
}

EXD_API exd_status exd_changes_write(const exd_changes *changes, exd_format format, const exd_write_options *options, exd_sink sink,
                                     void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (changes == NULL || sink == NULL || (format != EXD_FORMAT_TEXT && format != EXD_FORMAT_JSON && format != EXD_FORMAT_MARKDOWN))
        return EXD_ERROR_ARGUMENT;
    writer_init(&writer, changes->memory, sink, user);
    writer.width = used->width;
    writer.colour = used->colour;
    if (format == EXD_FORMAT_JSON) {
        struct json json = {.writer = &writer, .indent = used->indent};
        put_json(&json, changes);
        return writer_finish(&writer);
    }
    writer.form = format == EXD_FORMAT_MARKDOWN ? FORM_MARKDOWN : FORM_TEXT;
    put_text(&writer, changes);
    return writer_finish(&writer);
}
