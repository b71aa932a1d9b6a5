/* What differs between two reports, in every form: for each finding the result before and now, the limbs that turned, and the
 * facts that moved. */
#include "check/changes.h"

#include "report/block.h"
#include "report/formats.h"
#include "report/head.h"
#include "report/json_keys.h"
#include "report/outline.h"
#include "report/say.h"
#include "report/words.h"
#include "report/write.h"

/* ---- words ------------------------------------------------------------------------------------------------------------ */

static enum message truth_words(enum truth truth)
{
    return truth == TRUTH_TRUE ? MESSAGE_TRUE : truth == TRUTH_FALSE ? MESSAGE_FALSE : MESSAGE_UNKNOWN;
}

static enum message instrument_words(const struct instrument_result *result)
{
    if (result == NULL || result->result == TRUTH_FALSE)
        return MESSAGE_INSTRUMENT_DOES_NOT;
    return result->result == TRUTH_TRUE ? MESSAGE_INSTRUMENT_DOES : MESSAGE_OPEN_WHETHER_IT_APPLIES;
}

static void say_deadline(struct writer *writer, const struct deadline_result *deadline)
{
    static const enum message messages[] = {
        [DEADLINE_NONE] = MESSAGE_COUNT,
        [DEADLINE_KEPT] = MESSAGE_LIMIT_KEPT,
        [DEADLINE_MISSED] = MESSAGE_LIMIT_MISSED,
        [DEADLINE_RUNNING] = MESSAGE_LIMIT_RUNNING,
        [DEADLINE_OPEN] = MESSAGE_LIMIT_OPEN,
        [DEADLINE_NOT_COMPUTABLE] = MESSAGE_LIMIT_NOT_COMPUTABLE,
        [DEADLINE_NOT_ENGAGED] = MESSAGE_LIMIT_NOT_ENGAGED,
    };
    if (deadline->status == DEADLINE_NONE)
        return;
    say(writer, messages[deadline->status]);
    if (deadline->has_due)
        words_say_span(writer, MESSAGE_LAST_DAY, deadline->due);
}

static enum message absent_words(const struct exd_report *report, const struct finding *other)
{
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        const struct instrument_result *result = &report->instruments[i];
        if (!text_equal(result->instrument->id, other->instrument->id) || result->result == TRUTH_FALSE)
            continue;
        for (uint32_t j = 0; j < result->instrument->rule_count; j++)
            if (text_equal(result->instrument->rules[j].full_id, other->rule->full_id))
                return other->rule->each_offence ? MESSAGE_NOT_CHECKED_OFFENCE : MESSAGE_NOT_CHECKED;
        return MESSAGE_NO_SUCH_RULE;
    }
    return MESSAGE_NOT_CHECKED_INSTRUMENT;
}

/* `other` is the finding of the other side. */
static void say_state(struct writer *writer, const struct exd_report *report, const struct finding *finding, const struct finding *other)
{
    if (finding == NULL) {
        say(writer, absent_words(report, other));
        return;
    }
    say(writer, words_result(finding->result));
    if (effect_is_requirement(finding->rule->effect) && finding->engaged == TRUTH_FALSE)
        say(writer, MESSAGE_AND_NOT_ENGAGED);
    if (finding->standing == EXD_STANDING_DISPLACED)
        say(writer, MESSAGE_BUT_DISPLACED);
    if (finding->standing == EXD_STANDING_OPEN)
        say(writer, MESSAGE_MAYBE_DISPLACED);
    say_deadline(writer, &finding->deadline);
}

static void say_value(struct writer *writer, const struct fact_use *use, bool there)
{
    if (!there) {
        say(writer, MESSAGE_NO_SUCH_ITEM);
        return;
    }
    if (use->disputed)
        say(writer, MESSAGE_RESULT_DISPUTED);
    else if (!use->value.known && use->fact != NULL)
        say(writer, MESSAGE_UNKNOWN);
    else
        writer_text(writer, use->value_text);
    if (use->presumed)
        say(writer, MESSAGE_AND_PRESUMED);
    else if (use->source.length > 0)
        block_say_source(writer, " (", use->source, ")");
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
    bool other_words = before != NULL && after != NULL && !text_equal(before->label, after->label); /* which say themselves how it is */
    size_t start = say_open(writer);
    say_limb(writer, other_words || after == NULL ? before : after);
    say_next(writer);
    if (other_words)
        say_limb(writer, after);
    else if (before != NULL)
        say(writer, truth_words(before->truth));
    if (before != NULL && after != NULL)
        say_next(writer);
    if (after != NULL && !other_words)
        say(writer, truth_words(after->truth));
    say_close(writer, start,
              other_words      ? MESSAGE_OTHER_WORDS
              : before == NULL ? MESSAGE_NOT_THERE_BEFORE
              : after == NULL  ? MESSAGE_NO_LONGER_THERE
                               : MESSAGE_BEFORE_AND_NOW);
    writer_end(writer, BLOCK_REASON, BLOCK_REASON + 2);
}

static void put_fact(struct writer *writer, const struct fact_change *fact)
{
    size_t start = say_open(writer);
    writer_styled(writer, STYLE_NAME, fact->path);
    say_next(writer);
    say_value(writer, &fact->before, fact->in_before);
    say_next(writer);
    say_value(writer, &fact->after, fact->in_after);
    say_close(writer, start, MESSAGE_BEFORE_AND_NOW);
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
static void put_missing(struct writer *writer, enum message message, const struct fact_list *list, const struct fact_list *without)
{
    uint32_t said = 0;
    size_t start = say_open(writer);
    for (uint32_t i = 0; i < list->count; i++) {
        if (without != NULL && lists_path(without, list->items[i].path))
            continue;
        writer_say(writer, "%s", said++ == 0 ? "" : ", ");
        writer_styled(writer, STYLE_NAME, list->items[i].path);
    }
    if (said == 0)
        return;
    say_close(writer, start, message);
    writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
}

static void put_displacements(struct writer *writer, const struct finding *finding)
{
    for (uint32_t i = 0; finding != NULL && i < finding->displacement_count; i++) {
        const struct displacement *displacement = &finding->displacements[i];
        if (displacement->truth == TRUTH_FALSE)
            continue;
        size_t start = say_open(writer);
        if (displacement->rule != NULL)
            say_citation(writer, displacement->instrument, displacement->rule);
        else
            say_text(writer, displacement->instrument->short_title);
        say_close(writer, start, displacement->truth == TRUTH_TRUE ? MESSAGE_DISPLACED_NOW : MESSAGE_MAYBE_DISPLACED_NOW);
        writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    }
}

static void say_offences(struct writer *writer, const struct change *run, uint32_t count)
{
    size_t start = say_open(writer);
    for (uint32_t i = 0; i < count; i++) {
        const struct finding *member = run[i].after != NULL ? run[i].after : run[i].before;
        if (i > 0 && i + 1 == count)
            say(writer, MESSAGE_AND_LAST);
        else
            writer_say(writer, i > 0 ? ", " : "");
        writer_text(writer, member->subject_id);
    }
    say_close(writer, start, MESSAGE_FOR_SUBJECTS);
}

static void put_headline(struct writer *writer, const struct change *run, uint32_t count)
{
    const struct finding *finding = run->after != NULL ? run->after : run->before;
    writer_block(writer);
    writer_sign(writer, block_style(finding), run->after != NULL ? block_mark(finding) : "-");
    writer_say(writer, " ");
    writer_style(writer, STYLE_STRONG);
    say_citation(writer, finding->instrument, finding->rule);
    writer_style(writer, STYLE_PLAIN);
    writer_say(writer, ": ");
    say_text(writer, finding->rule->title);
    if (finding->subject_id.length > 0)
        say_offences(writer, run, count);
    writer_headline(writer);
    writer_styled(writer, STYLE_FAINT, finding->rule->full_id);
    writer_say(writer, ": ");
    say(writer, words_effect(finding->rule->effect));
    writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
}

static void put_state(struct writer *writer, enum message message, const struct exd_report *report, const struct finding *finding,
                      const struct finding *other)
{
    size_t start = say_open(writer);
    say_state(writer, report, finding, other);
    say_close(writer, start, message);
    writer_end(writer, BLOCK_INDENT, BLOCK_INDENT + 2);
}

static void put_run(struct writer *writer, const struct exd_changes *changes, const struct change *run, uint32_t count)
{
    static const struct fact_list none = {NULL, 0};
    put_headline(writer, run, count);
    put_state(writer, MESSAGE_BEFORE, changes->before, run->before, run->after);
    put_state(writer, MESSAGE_NOW, changes->after, run->after, run->before);
    if (run->what & CHANGED_STANDING || run->before == NULL)
        put_displacements(writer, run->after);
    put_reasons(writer, &run->reasons);
    put_other_facts(writer, run, count);
    if (run->after != NULL)
        put_missing(writer, MESSAGE_TO_FIND_NOW, &run->after->missing, run->before != NULL ? &run->before->missing : &none);
    if (run->after != NULL && run->before != NULL)
        put_missing(writer, MESSAGE_NO_LONGER_TO_FIND, &run->before->missing, &run->after->missing);
}

static void put_instruments(struct writer *writer, const struct exd_changes *changes)
{
    if (changes->instrument_count == 0)
        return;
    say_heading(writer, MESSAGE_INSTRUMENTS);
    for (uint32_t i = 0; i < changes->instrument_count; i++) {
        const struct instrument_change *change = &changes->instruments[i];
        const struct instrument *instrument = change->after != NULL ? change->after->instrument : change->before->instrument;
        size_t start = say_open(writer);
        say_text_styled(writer, STYLE_STRONG, instrument->short_title);
        writer_say(writer, " (%t)", instrument->id);
        say_next(writer);
        say(writer, instrument_words(change->before));
        say_next(writer);
        say(writer, instrument_words(change->after));
        say_close(writer, start, MESSAGE_BEFORE_AND_NOW);
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

static void put_head(struct text_out *out, const struct exd_changes *changes)
{
    struct writer *writer = out->writer;
    const struct exd_report *before = changes->before;
    const struct exd_report *after = changes->after;
    bool same = text_equal(before->record->id, after->record->id) && before->as_of == after->as_of;
    head_write_brief(out);
    say_heading(writer, MESSAGE_WHAT_CHANGES);
    if (!same) {
        say(writer, MESSAGE_CHANGES_BEFORE, before->record->id, before->as_of_text);
        writer_say(writer, " ");
        say(writer, MESSAGE_CHANGES_NOW, after->record->id, after->as_of_text);
        writer_end(writer, 0, 0);
    }
    say(writer, MESSAGE_CHANGES_COUNT, changes->count, changes->unchanged);
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
        say(writer, MESSAGE_QUIET_GONE, gone);
    if (come > 0)
        say(writer, MESSAGE_QUIET_COME, come);
    writer_end(writer, 0, 0);
}

static void put_text(struct text_out *out, const struct exd_changes *changes)
{
    struct writer *writer = out->writer;
    int section = -1;
    put_head(out, changes);
    put_instruments(writer, changes);
    for (uint32_t i = 0, count; i < changes->count; i += count) {
        count = run_from(changes, i);
        int next = is_lesser(&changes->changes[i]);
        if (is_quiet(&changes->changes[i]))
            continue;
        if (next != section)
            say_heading(writer, next == 0 ? MESSAGE_FINDINGS_THAT_GOVERN : MESSAGE_FINDINGS_DISPLACED);
        section = next;
        put_run(writer, changes, &changes->changes[i], count);
    }
    put_quiet(writer, changes);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static void json_deadline(struct json *json, const struct deadline_result *deadline)
{
    key_open(json, "deadline", '{');
    key_string(json, "status", deadline_status_word(deadline->status));
    key_date(json, "due", deadline->has_due, deadline->due);
    json_close(json, '}');
}

static void json_finding(struct json *json, const char *key, const struct finding *finding)
{
    json_key(json, key);
    if (finding == NULL) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    key_string(json, "result", exd_result_name(finding->result));
    key_string(json, "standing", exd_standing_name(finding->standing));
    key_string(json, "engaged", outline_engaged_word(finding->engaged));
    key_paths(json, "missing", &finding->missing);
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
    key_text(json, "value", use->value_text);
    key_text(json, "source", use->source);
    key_boolean(json, "presumed", use->presumed);
    key_boolean(json, "disputed", use->disputed);
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
    key_open(json, "limbs", '[');
    for (uint32_t i = 0; i < reasons->limb_count; i++) {
        const struct limb_change *change = &reasons->limbs[i];
        const struct because *limb = change->after != NULL ? change->after : change->before;
        json_open(json, '{');
        key_text(json, "id", limb->id);
        key_cite(json, "cite", limb->cite);
        key_label(json, limb);
        key_string(json, "kind", outline_limb_word(limb->kind));
        key_text(json, "test", limb->expression);
        json_truth(json, "before", change->before);
        json_truth(json, "after", change->after);
        json_close(json, '}');
    }
    json_close(json, ']');
    key_open(json, "facts", '[');
    for (uint32_t i = 0; i < reasons->fact_count; i++) {
        json_open(json, '{');
        key_text(json, "path", reasons->facts[i].path);
        json_use(json, "before", &reasons->facts[i].before, reasons->facts[i].in_before);
        json_use(json, "after", &reasons->facts[i].after, reasons->facts[i].in_after);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void json_report(struct json *json, const char *key, const struct exd_report *report)
{
    key_open(json, key, '{');
    head_json(json, report);
    json_close(json, '}');
}

static void json_instrument(struct json *json, const struct instrument_change *change)
{
    const struct instrument_result *shown = change->after != NULL ? change->after : change->before;
    json_open(json, '{');
    key_text(json, "id", shown->instrument->id);
    key_string(json, "before", outline_applicability_word(change->before != NULL ? change->before->result : TRUTH_FALSE));
    key_string(json, "after", outline_applicability_word(change->after != NULL ? change->after->result : TRUTH_FALSE));
    json_reasons(json, &change->reasons);
    json_close(json, '}');
}

static void json_change(struct json *json, const struct change *change)
{
    const struct finding *shown = change->after != NULL ? change->after : change->before;
    json_open(json, '{');
    key_text(json, "finding", shown->rule->full_id);
    key_text(json, "subject", shown->subject_id);
    key_string(json, "effect", exd_effect_name(shown->rule->effect));
    key_rules_text(json, "title", shown->rule->title);
    json_finding(json, "before", change->before);
    json_finding(json, "after", change->after);
    json_reasons(json, &change->reasons);
    json_close(json, '}');
}

static void put_json(struct json *json, const struct exd_changes *changes)
{
    json_begin(json, CHANGES_FORMAT);
    json_report(json, "before", changes->before);
    json_report(json, "after", changes->after);
    key_integer(json, "unchanged", changes->unchanged);
    key_open(json, "instruments", '[');
    for (uint32_t i = 0; i < changes->instrument_count; i++)
        json_instrument(json, &changes->instruments[i]);
    json_close(json, ']');
    key_open(json, "changes", '[');
    for (uint32_t i = 0; i < changes->count; i++)
        json_change(json, &changes->changes[i]);
    json_close(json, ']');
    json_end(json);
}

EXD_API exd_status exd_changes_write(const exd_changes *changes, exd_format format, const exd_write_options *options, exd_sink sink,
                                     void *user)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct writer writer;
    if (changes == NULL || sink == NULL || !write_begin(&writer, changes->after->rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    if (format == EXD_FORMAT_JSON) {
        struct json json = {.writer = &writer, .indent = used->indent};
        put_json(&json, changes);
        return writer_finish(&writer);
    }
    struct text_out out = {.report = changes->after, .options = used, .writer = &writer};
    put_text(&out, changes);
    writer_close_page(&writer);
    return writer_finish(&writer);
}
