#include "report/text.h"

#include "check/check.h"
#include "report/checklist.h"
#include "report/picture.h"
#include "report/say.h"
#include "report/words.h"

#include "report/block.h"
#include "report/head.h"
#include "report/notices.h"

enum {
    QUESTIONS_SHOWN = 8, /* in a report, unless it is full */
    LABEL_COLUMNS = 14
};

static bool counts(const struct finding *finding)
{
    return finding->standing != EXD_STANDING_DISPLACED;
}

static bool has_effect(const struct outline_group *group, exd_effect effect)
{
    return group->first->rule->effect == effect;
}

/* ---- instruments ------------------------------------------------------------------------------------------------------ */

/* A reason for applying, and nothing of the tree below it. */
static void put_instrument(struct text_out *out, const struct instrument_result *result)
{
    const struct because *because = &result->because;
    bool first = true;
    writer_sign(out->writer, result->result == TRUTH_TRUE ? STYLE_STRONG : STYLE_OPEN,
                result->result == TRUTH_TRUE    ? "■"
                : result->result == TRUTH_FALSE ? "□"
                                                : "?");
    writer_tab(out->writer, 2);
    size_t start = say_open(out->writer);
    say_text_styled(out->writer, STYLE_STRONG, result->instrument->short_title);
    say_close(out->writer, start,
              result->result == TRUTH_TRUE    ? MESSAGE_INSTRUMENT_APPLIES
              : result->result == TRUTH_FALSE ? MESSAGE_INSTRUMENT_DOES_NOT_APPLY
                                              : MESSAGE_INSTRUMENT_OPEN);
    for (uint32_t i = 0; i < because->child_count; i++) {
        if (!because->children[i].decides)
            continue;
        writer_say(out->writer, first ? ": " : "; ");
        words_say_reason(out->writer, &because->children[i]);
        first = false;
    }
    writer_end(out->writer, 0, 2);
    for (uint32_t i = 0; i < result->missing.count; i++) {
        say(out->writer, MESSAGE_NOT_KNOWN);
        writer_styled(out->writer, STYLE_NAME, result->missing.items[i].path);
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    }
}

static void put_instruments(struct text_out *out)
{
    const struct exd_report *report = out->report;
    bool any = false;
    say_heading(out->writer, MESSAGE_INSTRUMENTS);
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        if (report->instruments[i].result == TRUTH_FALSE && !out->options->full)
            continue;
        put_instrument(out, &report->instruments[i]);
        any = any || report->instruments[i].result != TRUTH_FALSE;
    }
    if (!any) {
        say(out->writer, MESSAGE_NO_INSTRUMENT_APPLIES);
        writer_end(out->writer, 0, 0);
    }
    notices_write(out);
}

/* ---- sections --------------------------------------------------------------------------------------------------------- */

typedef bool (*belongs)(const struct outline_group *group);

static bool bars(const struct outline_group *group)
{
    return has_effect(group, EXD_EFFECT_SHALL_REFUSE) && group->first->result == EXD_RESULT_APPLIES && counts(group->first);
}

static bool unmet(const struct outline_group *group)
{
    return has_effect(group, EXD_EFFECT_REQUIRES) && group->first->result == EXD_RESULT_NOT_MET && counts(group->first);
}

static bool discretionary(const struct outline_group *group)
{
    return has_effect(group, EXD_EFFECT_MAY_REFUSE) && group->first->result == EXD_RESULT_APPLIES && counts(group->first);
}

static bool assurance(const struct outline_group *group)
{
    return has_effect(group, EXD_EFFECT_REQUIRES_ASSURANCE) && counts(group->first) && result_is_settled(group->first->result) &&
           (group->first->result == EXD_RESULT_NOT_MET || group->first->engaged == TRUTH_TRUE);
}

static bool waits(const struct outline_group *group)
{
    return (has_effect(group, EXD_EFFECT_SHALL_POSTPONE) || has_effect(group, EXD_EFFECT_MAY_POSTPONE)) &&
           group->first->result == EXD_RESULT_APPLIES && counts(group->first);
}

static bool duty(const struct outline_group *group)
{
    return has_effect(group, EXD_EFFECT_DUTY) && group->first->result == EXD_RESULT_APPLIES && counts(group->first);
}

static bool procedure(const struct outline_group *group)
{
    return has_effect(group, EXD_EFFECT_PROCEDURE) && group->first->result == EXD_RESULT_APPLIES && counts(group->first);
}

static bool disputed(const struct outline_group *group)
{
    return group->first->result == EXD_RESULT_DISPUTED && counts(group->first) && !has_effect(group, EXD_EFFECT_CONSIDERATION) &&
           !time_limits_has(group);
}

static bool open(const struct outline_group *group)
{
    return group->first->result == EXD_RESULT_OPEN && counts(group->first) && !has_effect(group, EXD_EFFECT_CONSIDERATION) &&
           !time_limits_has(group);
}

static bool displaced(const struct outline_group *group)
{
    return !counts(group->first) && group->first->result != EXD_RESULT_DOES_NOT_APPLY && group->first->result != EXD_RESULT_MET;
}

/* ---- considerations --------------------------------------------------------------------------------------------------- */

static bool weighs_within(const struct rule *consideration, const struct rule *rule)
{
    for (uint32_t i = 0; i < consideration->relations->within.count; i++)
        if (consideration->relations->within.items[i].rule == rule)
            return true;
    return false;
}

static void put_consideration(struct text_out *out, struct outline_group *group)
{
    const struct rule *rule = group->first->rule;
    writer_sign(out->writer, block_style(group->first), block_mark(group->first));
    writer_tab(out->writer, 2);
    say_text(out->writer, rule->title);
    if (rule->authority.length > 0 && !group->said) {
        writer_say(out->writer, " (");
        say_text(out->writer, rule->authority);
        writer_say(out->writer, ")");
    }
    if (group->first->result != EXD_RESULT_APPLIES) {
        writer_say(out->writer, ": ");
        say(out->writer, words_result(group->first->result));
    }
    if (group->said)
        say(out->writer, MESSAGE_SEE_ABOVE);
    else
        block_say_subjects(out, group);
    writer_end(out->writer, BLOCK_REASON, BLOCK_REASON + 2);
    if (group->said)
        return;
    group->said = true;
    block_reasons(out, group, BLOCK_REASON + 2);
    if (group->first->result == EXD_RESULT_OPEN)
        block_missing(out, group, BLOCK_REASON + 2);
}

/* Each side with its own list. Nothing is added up: what weighs how much is for the one who decides. */
static void put_considerations(struct text_out *out, const struct rule *rule)
{
    static const enum rule_weighs sides[] = {WEIGHS_FOR_REFUSAL, WEIGHS_FOR_SURRENDER};
    for (int side = 0; side < 2; side++) {
        bool any = false;
        for (uint32_t i = 0; i < out->outline->group_count; i++) {
            struct outline_group *group = &out->outline->groups[i];
            if (!has_effect(group, EXD_EFFECT_CONSIDERATION) || group->first->rule->weighs != sides[side] ||
                group->first->result == EXD_RESULT_DOES_NOT_APPLY || !weighs_within(group->first->rule, rule))
                continue;
            if (!any) {
                say(out->writer, sides[side] == WEIGHS_FOR_REFUSAL ? MESSAGE_WEIGHS_FOR_REFUSAL : MESSAGE_WEIGHS_FOR_SURRENDER);
                writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
                any = true;
            }
            put_consideration(out, group);
        }
    }
}

static void put_block(struct text_out *out, const struct outline_group *group)
{
    block_write(out, group);
    if (has_effect(group, EXD_EFFECT_MAY_REFUSE))
        put_considerations(out, group->first->rule);
    if (out->writer->form == FORM_HTML)
        block_proof(out, group);
}

/* What is neither in the way nor to be done: a headline, and its proof for whoever unfolds it. */
static void put_folded_block(struct text_out *out, const struct outline_group *group)
{
    const struct instrument *instrument = group->first->instrument;
    block_headline(out, group);
    block_result(out, group);
    block_notes(out, group->first);
    if (instrument->source_count > 0) {
        writer_link(out->writer, instrument->sources[0]);
        say_text(out->writer, instrument->short_title);
        writer_link_end(out->writer);
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
    }
    block_proof(out, group);
}

/* The section, when there is anything in it, by effect; otherwise `nothing` in its place, unless that is MESSAGE_COUNT. */
static void put_section(struct text_out *out, enum message title, belongs in_section, enum message nothing)
{
    bool any = false;
    for (int effect = 0; effect < OUTLINE_EFFECT_COUNT; effect++) {
        for (uint32_t i = 0; i < out->outline->group_count && !writer_failed(out->writer); i++) {
            if (!has_effect(&out->outline->groups[i], (exd_effect)effect) || !in_section(&out->outline->groups[i]))
                continue;
            if (!any)
                say_heading(out->writer, title);
            any = true;
            if (out->writer->fold_blocks)
                put_folded_block(out, &out->outline->groups[i]);
            else
                put_block(out, &out->outline->groups[i]);
        }
    }
    if (any || nothing == MESSAGE_COUNT)
        return;
    say_heading(out->writer, title);
    say(out->writer, nothing);
    writer_end(out->writer, 0, 0);
}

/* ---- displaced -------------------------------------------------------------------------------------------------------- */

static void put_displaced(struct text_out *out)
{
    bool any = false;
    for (uint32_t i = 0; i < out->outline->group_count && !writer_failed(out->writer); i++) {
        const struct outline_group *group = &out->outline->groups[i];
        if (!displaced(group))
            continue;
        if (!any)
            say_heading(out->writer, MESSAGE_DISPLACED_HEADING);
        any = true;
        if (out->options->full) {
            put_block(out, group);
            continue;
        }
        block_headline(out, group);
        size_t start = say_open(out->writer);
        say(out->writer, words_result(group->first->result));
        say_next(out->writer);
        block_say_subjects(out, group);
        say_close(out->writer, start, MESSAGE_BY_ITSELF);
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
        block_displacements(out, group->first);
    }
}

/* ---- what was checked and does not apply ------------------------------------------------------------------------------ */

enum cleared { CLEARED_MET, CLEARED_NOT_ENGAGED, CLEARED_NOT_APPLYING, CLEARED_COUNT, CLEARED_NOT };

static enum cleared cleared_as(const struct outline_group *group)
{
    const struct finding *finding = group->first;
    if (finding->result == EXD_RESULT_MET)
        return finding->engaged == TRUTH_FALSE ? CLEARED_NOT_ENGAGED : assurance(group) ? CLEARED_NOT : CLEARED_MET;
    return finding->result == EXD_RESULT_DOES_NOT_APPLY ? CLEARED_NOT_APPLYING : CLEARED_NOT;
}

/* Whether another group of the same rule stands beside this one, so that the offences have to be named. */
static bool has_sibling(const struct outline *outline, uint32_t index)
{
    const struct rule *rule = outline->groups[index].first->rule;
    return (index > 0 && outline->groups[index - 1].first->rule == rule) ||
           (index + 1 < outline->group_count && outline->groups[index + 1].first->rule == rule);
}

static void put_cleared_kind(struct text_out *out, const struct instrument *instrument, enum cleared kind)
{
    static const enum message labels[CLEARED_COUNT] = {MESSAGE_CLEARED_MET, MESSAGE_CLEARED_NOT_ENGAGED, MESSAGE_CLEARED_DO_NOT_APPLY};
    const struct exd_report *report = out->report;
    const struct rule *last = NULL;
    bool any = false;
    for (uint32_t i = 0; i < out->outline->group_count; i++) {
        const struct outline_group *group = &out->outline->groups[i];
        if (group->first->instrument != instrument || cleared_as(group) != kind)
            continue;
        if (last != NULL && !has_sibling(out->outline, i) && last->ground == group->first->rule->ground &&
            text_equal(last->cite, group->first->rule->cite))
            continue;
        last = group->first->rule;
        if (!any) {
            say(out->writer, labels[kind]);
            writer_tab(out->writer, LABEL_COLUMNS);
        }
        writer_say(out->writer, any ? "; " : "");
        say_cite(out->writer, group->first->rule->cite);
        writer_say(out->writer, " ");
        say_text(out->writer, report->rules->vocabulary.grounds[group->first->rule->ground].title);
        if (has_sibling(out->outline, i))
            block_say_subjects(out, group);
        any = true;
    }
    if (any)
        writer_say(out->writer, ".");
    writer_end(out->writer, 2, LABEL_COLUMNS + 2);
}

static void put_cleared(struct text_out *out)
{
    bool any = false;
    const struct instrument *last = NULL;
    for (uint32_t i = 0; i < out->outline->group_count && !writer_failed(out->writer); i++) {
        const struct instrument *instrument = out->outline->groups[i].first->instrument;
        if (instrument == last || cleared_as(&out->outline->groups[i]) == CLEARED_NOT)
            continue;
        last = instrument;
        if (!any)
            say_heading(out->writer, MESSAGE_CHECKED_HEADING);
        any = true;
        say_text_styled(out->writer, STYLE_STRONG, instrument->short_title);
        writer_end(out->writer, 0, 2);
        for (int kind = 0; kind < CLEARED_COUNT; kind++)
            put_cleared_kind(out, instrument, (enum cleared)kind);
    }
}

/* In a full report each of them has a block. */
static bool cleared_block(const struct outline_group *group)
{
    return cleared_as(group) != CLEARED_NOT;
}

/* ---- what a reader has to know of the whole --------------------------------------------------------------------------- */

static bool collect_presumptions(struct text_out *out, struct outline_uses *uses)
{
    const struct exd_report *report = out->report;
    size_t total = 0;
    for (uint32_t i = 0; i < report->finding_count; i++)
        total += report->findings[i].presumed_count;
    if (!outline_uses_init(uses, &out->outline->arena, total))
        return false;
    for (uint32_t i = 0; i < report->finding_count; i++)
        if (report->findings[i].presumed_count > 0 && outline_shows(out->options, report, &report->findings[i]))
            outline_uses_add(uses, &report->findings[i].facts, true);
    outline_uses_finish(uses);
    return true;
}

static void put_presumptions(struct text_out *out)
{
    struct outline_uses uses;
    if (!collect_presumptions(out, &uses)) {
        out->writer->paragraph.failed = true;
        return;
    }
    if (uses.count == 0)
        return;
    say_heading(out->writer, MESSAGE_PRESUMED_HEADING);
    say(out->writer, MESSAGE_PRESUMED_TEXT);
    writer_end(out->writer, 0, 0);
    for (uint32_t i = 0; i < uses.count;) {
        uint32_t run = outline_uses_run(&uses, i);
        block_say_paths(out, &uses, i, run);
        writer_say(out->writer, " = %t", uses.items[i]->value_text);
        i += run;
        writer_say(out->writer, i < uses.count ? "; " : "");
    }
    writer_end(out->writer, 2, 2);
}

static void put_unverified(struct text_out *out)
{
    const struct finding *last = NULL;
    bool any = false;
    for (uint32_t i = 0; i < out->outline->group_count; i++) {
        const struct finding *finding = out->outline->groups[i].first;
        bool repeated = last != NULL && last->instrument == finding->instrument && text_equal(last->rule->cite, finding->rule->cite);
        if (finding->rule->verified || repeated)
            continue;
        if (!any)
            say_heading(out->writer, MESSAGE_UNVERIFIED_HEADING);
        any = true;
        if (last == NULL || finding->instrument != last->instrument) {
            writer_end(out->writer, 2, 4);
            block_say_citation(out, finding->instrument, finding->rule);
        } else {
            writer_say(out->writer, "; ");
            say_cite(out->writer, finding->rule->cite);
        }
        last = finding;
    }
    writer_end(out->writer, 2, 4);
}

static void put_closing(struct text_out *out)
{
    writer_blank(out->writer);
    say(out->writer, MESSAGE_CLOSING);
    writer_closing(out->writer);
}

/* ---- the whole -------------------------------------------------------------------------------------------------------- */

/* What a reader decides by comes first: what stands in the way, what may, what is wanted, what is open and to be asked, and by when. */
static void put_first_sections(struct text_out *out)
{
    put_section(out, MESSAGE_WHAT_BARS_SURRENDER, bars, outline_filters(out->options) ? MESSAGE_COUNT : MESSAGE_NOTHING_BARS);
    put_section(out, MESSAGE_CONDITIONS_NOT_MET, unmet, MESSAGE_COUNT);
    put_section(out, MESSAGE_SURRENDER_MAY_BE_REFUSED, discretionary, MESSAGE_COUNT);
    put_section(out, MESSAGE_ASSURANCES, assurance, MESSAGE_COUNT);
    put_section(out, MESSAGE_WHAT_WAITS, waits, MESSAGE_COUNT);
    put_section(out, MESSAGE_DISPUTED_HEADING, disputed, MESSAGE_COUNT);
    disputes_write(out);
    put_section(out, MESSAGE_OPEN_HEADING, open, MESSAGE_COUNT);
    if (out->outline->asked > 0) {
        say_heading(out->writer, MESSAGE_QUESTIONS_HEADING);
        questions_write(out, out->options->full || out->writer->form != FORM_TEXT ? UINT32_MAX : QUESTIONS_SHOWN);
    }
    time_limits_write(out);
}

static void put_other_sections(struct text_out *out)
{
    put_section(out, MESSAGE_DUTIES, duty, MESSAGE_COUNT);
    put_section(out, MESSAGE_PROCEDURE, procedure, MESSAGE_COUNT);
    if (report_checklist(out->report) != NULL && !outline_filters(out->options))
        checklist_write(out, report_checklist(out->report));
    put_displaced(out);
    writer_fold_blocks(out->writer, out->writer->form == FORM_HTML);
    if (block_shows_proof(out))
        put_section(out, MESSAGE_CHECKED_HEADING, cleared_block, MESSAGE_COUNT);
    else
        put_cleared(out);
    writer_fold_blocks(out->writer, false);
}

static void put_note(struct text_out *out)
{
    if (out->report->record->note.length == 0)
        return;
    say_heading(out->writer, MESSAGE_NOTE_HEADING);
    writer_text(out->writer, out->report->record->note);
    writer_end(out->writer, 0, 0);
}

void text_write_report(const struct exd_report *report, const struct exd_write_options *options, struct writer *writer)
{
    struct outline outline;
    struct text_out out = {.report = report, .options = options, .writer = writer, .outline = &outline};
    if (!outline_init(&outline, report, options))
        writer->paragraph.failed = true;
    head_open_page(&out);
    head_write(&out);
    glance_write(&out);
    put_instruments(&out);
    put_first_sections(&out);
    picture_write(&out);
    put_other_sections(&out);
    put_note(&out);
    put_presumptions(&out);
    put_unverified(&out);
    put_closing(&out);
    writer_close_page(writer);
    outline_free(&outline);
}

void text_write_questions(const struct exd_report *report, const struct exd_write_options *options, struct writer *writer)
{
    struct outline outline;
    struct text_out out = {.report = report, .options = options, .writer = writer, .outline = &outline};
    if (outline_init(&outline, report, options)) {
        questions_write(&out, UINT32_MAX);
        disputes_write(&out);
    } else {
        writer->paragraph.failed = true;
    }
    outline_free(&outline);
}
