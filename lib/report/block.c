#include "report/block.h"

#include "check/check.h"
#include "report/say.h"
#include "report/words.h"

static const char *deadline_mark(enum deadline_status status)
{
    switch (status) {
    case DEADLINE_KEPT:
        return "✓";
    case DEADLINE_MISSED:
        return "✗";
    case DEADLINE_RUNNING:
        return "…";
    case DEADLINE_OPEN:
    case DEADLINE_NOT_COMPUTABLE:
        return "?";
    case DEADLINE_NONE:
    case DEADLINE_NOT_ENGAGED:
        return "□";
    }
    return "";
}

const char *block_mark(const struct finding *finding)
{
    static const char *const marks[OUTLINE_RESULT_COUNT] = {
        [EXD_RESULT_APPLIES] = "■", [EXD_RESULT_DOES_NOT_APPLY] = "□", [EXD_RESULT_MET] = "✓",
        [EXD_RESULT_NOT_MET] = "✗", [EXD_RESULT_OPEN] = "?",           [EXD_RESULT_DISPUTED] = "≠",
    };
    if (finding->deadline.status == DEADLINE_NONE || finding->standing == EXD_STANDING_DISPLACED)
        return marks[finding->result];
    return deadline_mark(finding->deadline.status);
}

enum style block_style(const struct finding *finding)
{
    if (finding->standing == EXD_STANDING_DISPLACED)
        return STYLE_FAINT;
    if (finding->deadline.status == DEADLINE_KEPT || finding->deadline.status == DEADLINE_NOT_ENGAGED)
        return STYLE_CLEAR;
    if (finding->deadline.status != DEADLINE_NONE && finding->deadline.status != DEADLINE_MISSED)
        return STYLE_OPEN;
    switch (finding->result) {
    case EXD_RESULT_APPLIES:
        return finding->rule->effect <= EXD_EFFECT_MAY_POSTPONE || finding->deadline.status == DEADLINE_MISSED ? STYLE_AGAINST
                                                                                                               : STYLE_STRONG;
    case EXD_RESULT_NOT_MET:
        return STYLE_AGAINST;
    case EXD_RESULT_OPEN:
    case EXD_RESULT_DISPUTED:
        return STYLE_OPEN;
    case EXD_RESULT_MET:
    case EXD_RESULT_DOES_NOT_APPLY:
        return STYLE_CLEAR;
    }
    return STYLE_PLAIN;
}

enum { SUBJECTS_SHOWN = 12, LIST_ITEMS_SHOWN = 8, PATH_ITEMS_SHOWN = 6, MARK_COLUMNS = 4 };

void say_citation(struct writer *writer, const struct instrument *instrument, const struct rule *rule)
{
    size_t start = say_open(writer);
    say_text(writer, instrument->short_title);
    say_next(writer);
    say_cite(writer, rule->cite);
    say_close(writer, start, MESSAGE_CITATION_OF);
}

void block_say_citation(struct text_out *out, const struct instrument *instrument, const struct rule *rule)
{
    say_citation(out->writer, instrument, rule);
}

static void say_separator(struct writer *writer, bool last)
{
    if (last)
        say(writer, MESSAGE_AND_LAST);
    else
        writer_say(writer, ", ");
}

void block_say_subjects(struct text_out *out, const struct outline_group *group)
{
    if (group->first->subject == NO_ITEM)
        return;
    uint32_t shown = group->count > SUBJECTS_SHOWN && !out->options->full ? SUBJECTS_SHOWN : group->count;
    size_t start = say_open(out->writer);
    for (uint32_t i = 0; i < shown; i++) {
        if (i > 0)
            say_separator(out->writer, i + 1 == group->count);
        writer_text(out->writer, group->members[i]->subject_id);
    }
    if (shown < group->count)
        say(out->writer, MESSAGE_AND_MORE, group->count - shown);
    say_close(out->writer, start, MESSAGE_FOR_SUBJECTS);
}

void block_say_finding(struct text_out *out, const struct finding *finding)
{
    const struct outline_group alone = {.first = finding, .members = &finding, .count = 1};
    block_say_citation(out, finding->instrument, finding->rule);
    block_say_subjects(out, &alone);
    writer_say(out->writer, ": ");
    say_text(out->writer, finding->rule->title);
}

/* ---- facts ------------------------------------------------------------------------------------------------------------ */

/* `requesting-state` as a reader says it; others as the vocabulary has them. */
static void say_who(struct writer *writer, struct text who)
{
    if (text_is(who, "requesting-state"))
        say(writer, MESSAGE_THE_REQUESTING_STATE);
    else if (text_is(who, "requested-state"))
        say(writer, MESSAGE_THE_REQUESTED_STATE);
    else if (text_is(who, "person"))
        say(writer, MESSAGE_THE_PERSON);
    else
        say(writer, MESSAGE_THE_PARTY, who);
}

static void say_versions(struct text_out *out, const struct fact_use *use)
{
    const struct cell *cell = outline_cell(out->report, use);
    struct buffer value;
    if (cell == NULL || cell->status != CELL_DISPUTED) {
        writer_text(out->writer, use->value_text);
        return;
    }
    buffer_init(&value, out->report->memory);
    for (uint32_t i = 0; i < cell->version_count; i++) {
        buffer_clear(&value);
        record_value_write(out->report->record, use->fact, cell->versions[i].value, &value);
        if (value.failed)
            out->writer->paragraph.failed = true;
        writer_say(out->writer, i > 0 ? ", " : "");
        size_t start = say_open(out->writer);
        if (cell->versions[i].value.known)
            writer_text(out->writer, buffer_view(&value));
        else
            say(out->writer, MESSAGE_UNKNOWN);
        say_next(out->writer);
        say_who(out->writer, out->report->record->parties[cell->versions[i].party]);
        say_close(out->writer, start, MESSAGE_SAYS_VERSION);
    }
    buffer_free(&value);
}

/* The items of a list that is used as such, and whether there are others. */
static void say_list(struct text_out *out, const struct fact_use *use)
{
    const struct item_list *list = outline_list(out->report, use);
    if (!list->present) {
        say(out->writer, MESSAGE_UNKNOWN);
        return;
    }
    writer_say(out->writer, "[");
    for (uint32_t i = 0; i < list->count && i < LIST_ITEMS_SHOWN; i++)
        writer_say(out->writer, "%s%t", i > 0 ? ", " : "", list->items[i].id);
    writer_say(out->writer, list->count > LIST_ITEMS_SHOWN ? ", …]" : "]");
    say(out->writer, list->complete ? MESSAGE_AND_NO_OTHERS : MESSAGE_MAYBE_OTHERS);
}

void block_say_source(struct writer *writer, const char *before, struct text source, const char *after)
{
    writer_say(writer, "%s", before);
    if (text_is(source, "supposed"))
        say(writer, MESSAGE_SUPPOSED);
    else
        writer_text(writer, source);
    writer_say(writer, "%s", after);
}

/* Where the values of `count` uses, which are alike, come from: the source, and every line. */
static void say_provenance(struct text_out *out, const struct fact_use *const *uses, uint32_t count)
{
    const struct fact_use *first = uses[0];
    const char *separator = "";
    if (first->source.length == 0 && first->line == 0 && !first->presumed)
        return;
    writer_style(out->writer, STYLE_FAINT);
    writer_say(out->writer, " (");
    if (first->presumed) {
        say(out->writer, MESSAGE_PRESUMED_SILENT);
        separator = "; ";
    }
    if (first->source.length > 0) {
        block_say_source(out->writer, separator, first->source, "");
        separator = ", ";
    }
    if (first->line > 0) {
        writer_say(out->writer, "%s", separator);
        size_t start = say_open(out->writer);
        for (uint32_t i = 0; i < count; i++)
            writer_say(out->writer, "%s%u", i > 0 ? ", " : "", uses[i]->line);
        say_close(out->writer, start, count > 1 ? MESSAGE_LINES : MESSAGE_LINE);
    }
    writer_say(out->writer, ")");
    writer_style(out->writer, STYLE_PLAIN);
}

/* A path that stands for several items: `offences.{laundering-1, distribution-1}.political`, or `offences.*.political` for many. */
static void say_paths(struct text_out *out, const struct fact_use *const *uses, uint32_t count)
{
    const struct fact_use *first = uses[0];
    const struct entity *entity = first->entity;
    if (count == 1 || entity == NULL || first->fact == NULL || entity->single) {
        writer_styled(out->writer, STYLE_NAME, first->path);
        return;
    }
    writer_style(out->writer, STYLE_NAME);
    writer_say(out->writer, "%t.%s", entity->list_name, count > PATH_ITEMS_SHOWN ? "*" : "{");
    for (uint32_t i = 0; i < count && count <= PATH_ITEMS_SHOWN; i++) {
        const struct item_list *list = outline_list(out->report, uses[i]);
        writer_say(out->writer, "%s%t", i == 0 ? "" : ", ", uses[i]->item < list->count ? list->items[uses[i]->item].id : TEXT("?"));
    }
    writer_say(out->writer, "%s.%t", count > PATH_ITEMS_SHOWN ? "" : "}", first->fact->name);
    writer_style(out->writer, STYLE_PLAIN);
    if (count > PATH_ITEMS_SHOWN)
        say(out->writer, MESSAGE_HOW_MANY, count);
}

void block_say_paths(struct text_out *out, const struct outline_uses *uses, uint32_t from, uint32_t count)
{
    say_paths(out, uses->items + from, count);
}

/* One fact, or the same fact of several items, with the same value from the same source. */
void block_say_facts(struct text_out *out, const struct fact_use *const *uses, uint32_t count)
{
    const struct fact_use *first = uses[0];
    say_paths(out, uses, count);
    writer_say(out->writer, " = ");
    if (first->fact == NULL)
        say_list(out, first);
    else if (first->disputed)
        say_versions(out, first);
    else
        writer_text(out->writer, first->value_text);
    say_provenance(out, uses, count);
    if (first->note.length > 0 && out->options->full)
        say(out->writer, MESSAGE_FACT_NOTE, first->note);
}

void block_say_fact(struct text_out *out, const struct fact_use *use)
{
    block_say_facts(out, &use, 1);
}

void block_say_who_answers(struct writer *writer, const struct fact_use *use)
{
    struct text by = outline_answered_by(use);
    if (by.length == 0) {
        if (use->evaluation)
            say(writer, MESSAGE_AN_EVALUATION);
        return;
    }
    size_t start = say_open(writer);
    say_who(writer, by);
    say_close(writer, start, use->evaluation ? MESSAGE_AN_EVALUATION_BY : MESSAGE_KNOWN_TO);
}

static void put_missing(struct text_out *out, const struct outline_uses *missing, uint32_t from, uint32_t count, size_t indent)
{
    const struct fact_use *first = missing->items[from];
    writer_styled(out->writer, STYLE_OPEN, TEXT("?"));
    writer_tab(out->writer, MARK_COLUMNS);
    block_say_paths(out, missing, from, count);
    writer_say(out->writer, ": ");
    say_text(out->writer, outline_question(first));
    block_say_who_answers(out->writer, first);
    if (first->asked)
        say(out->writer, MESSAGE_ASKED_NOT_KNOWN);
    else if (first->value.known && first->fact != NULL)
        say(out->writer, MESSAGE_SO_FAR, first->value_text);
    writer_end(out->writer, indent, indent + MARK_COLUMNS);
}

void block_missing(struct text_out *out, const struct outline_group *group, size_t indent)
{
    size_t total = 0;
    struct outline_uses missing;
    for (uint32_t i = 0; i < group->count; i++)
        total += group->members[i]->missing.count;
    if (!outline_uses_init(&missing, &out->outline->arena, total)) {
        out->writer->paragraph.failed = true;
        return;
    }
    for (uint32_t i = 0; i < group->count; i++)
        outline_uses_add(&missing, &group->members[i]->missing, false);
    outline_uses_finish(&missing);
    for (uint32_t i = 0; i < missing.count;) {
        uint32_t run = outline_uses_run(&missing, i);
        if (!missing.items[i]->disputed) /* its versions are said among the reasons */
            put_missing(out, &missing, i, run, indent);
        i += run;
    }
}

/* ---- headline and result ---------------------------------------------------------------------------------------------- */

void block_headline(struct text_out *out, const struct outline_group *group)
{
    const struct finding *finding = group->first;
    writer_block(out->writer);
    writer_sign(out->writer, block_style(finding), block_mark(finding));
    writer_say(out->writer, " ");
    writer_style(out->writer, STYLE_STRONG);
    if (finding->instrument->source_count > 0 && !out->writer->fold_blocks) /* what can be folded by a click is no place for a link */
        writer_link(out->writer, finding->instrument->sources[0]);
    block_say_citation(out, finding->instrument, finding->rule);
    writer_link_end(out->writer);
    writer_style(out->writer, STYLE_PLAIN);
    writer_say(out->writer, ": ");
    say_text(out->writer, finding->rule->title);
    writer_headline(out->writer);
}

/* What a provision says for the case that it applies, or that its condition is not met. */
static enum message consequence(exd_effect effect)
{
    switch (effect) {
    case EXD_EFFECT_SHALL_REFUSE:
        return MESSAGE_SAYS_SHALL_REFUSE;
    case EXD_EFFECT_MAY_REFUSE:
        return MESSAGE_SAYS_MAY_REFUSE;
    case EXD_EFFECT_REQUIRES:
        return MESSAGE_ALLOWED_ONLY_IF_MET;
    case EXD_EFFECT_REQUIRES_ASSURANCE:
        return MESSAGE_ALLOWED_ONLY_WITH_ASSURANCE;
    case EXD_EFFECT_SHALL_POSTPONE:
        return MESSAGE_SAYS_SHALL_POSTPONE;
    case EXD_EFFECT_MAY_POSTPONE:
        return MESSAGE_SAYS_MAY_POSTPONE;
    case EXD_EFFECT_DUTY:
        return MESSAGE_SAYS_DUTY;
    case EXD_EFFECT_DEADLINE:
        return MESSAGE_SAYS_DEADLINE;
    case EXD_EFFECT_PROCEDURE:
        return MESSAGE_SAYS_PROCEDURE;
    case EXD_EFFECT_CONSIDERATION:
        return MESSAGE_SAYS_CONSIDERATION;
    }
    return MESSAGE_COUNT;
}

static enum message result_words(const struct finding *finding)
{
    switch (finding->result) {
    case EXD_RESULT_APPLIES:
        return MESSAGE_APPLIES;
    case EXD_RESULT_DOES_NOT_APPLY:
        return MESSAGE_DOES_NOT_APPLY;
    case EXD_RESULT_MET:
        return finding->engaged == TRUTH_FALSE ? MESSAGE_NOT_ENGAGED : MESSAGE_MET;
    case EXD_RESULT_NOT_MET:
        return MESSAGE_NOT_MET;
    case EXD_RESULT_OPEN:
        return MESSAGE_OPEN;
    case EXD_RESULT_DISPUTED:
        return MESSAGE_DISPUTED;
    }
    return MESSAGE_COUNT;
}

/* `on the version of the person it applies`. */
static enum message version_message(exd_result result)
{
    switch (result) {
    case EXD_RESULT_APPLIES:
        return MESSAGE_ON_VERSION_APPLIES;
    case EXD_RESULT_DOES_NOT_APPLY:
        return MESSAGE_ON_VERSION_DOES_NOT_APPLY;
    case EXD_RESULT_MET:
        return MESSAGE_ON_VERSION_MET;
    case EXD_RESULT_NOT_MET:
        return MESSAGE_ON_VERSION_NOT_MET;
    case EXD_RESULT_OPEN:
        return MESSAGE_ON_VERSION_OPEN;
    case EXD_RESULT_DISPUTED:
        return MESSAGE_ON_VERSION_DISPUTED;
    }
    return MESSAGE_COUNT;
}

/* That an open finding may be settled all the same, or lacks less than is listed, and why that was not found out. */
static void say_doubt(struct text_out *out, const struct finding *finding)
{
    switch (finding->inexact) {
    case EXACT:
        if (finding->missing_inexact != EXACT)
            say(out->writer, MESSAGE_SOME_MAY_NOT_MATTER);
        break;
    case INEXACT_STEPS:
        say(out->writer, MESSAGE_BUDGET_SPENT);
        break;
    case INEXACT_INSTRUMENTS:
        say(out->writer, MESSAGE_RESTS_ON_TREATIES);
        break;
    case INEXACT_ITEMS:
    case INEXACT_VALUES:
    case INEXACT_DISPUTES:
        say(out->writer, MESSAGE_NOT_ALL_TRIED);
        break;
    }
}

static void say_open_result(struct text_out *out, const struct finding *finding)
{
    uint32_t evaluations = 0;
    for (uint32_t i = 0; i < finding->missing.count; i++)
        evaluations += finding->missing.items[i].evaluation;
    uint32_t facts = finding->missing.count - evaluations;
    if (facts > 0)
        say(out->writer, facts == 1 ? MESSAGE_LACKS_FACT : MESSAGE_LACKS_FACTS, facts);
    if (evaluations > 0 && facts > 0)
        say(out->writer, evaluations == 1 ? MESSAGE_AND_EVALUATION : MESSAGE_AND_EVALUATIONS, evaluations);
    else if (evaluations > 0)
        say(out->writer, evaluations == 1 ? MESSAGE_LACKS_EVALUATION : MESSAGE_LACKS_EVALUATIONS, evaluations);
    say_doubt(out, finding);
    size_t start = say_open(out->writer);
    say(out->writer, consequence(finding->rule->effect));
    say_close(out->writer, start, effect_is_requirement(finding->rule->effect) ? MESSAGE_AND_REQUIREMENT : MESSAGE_IF_IT_APPLIES);
}

static void say_disputed(struct text_out *out, const struct finding *finding)
{
    writer_say(out->writer, ": ");
    for (uint32_t i = 0; i < finding->version_count; i++) {
        writer_say(out->writer, i > 0 ? ", " : "");
        size_t version = say_open(out->writer);
        say_who(out->writer, finding->versions[i].party);
        say_close(out->writer, version, version_message(finding->versions[i].result));
    }
    size_t start = say_open(out->writer);
    say(out->writer, consequence(finding->rule->effect));
    say_close(out->writer, start, effect_is_requirement(finding->rule->effect) ? MESSAGE_IF_IT_IS_NOT_MET : MESSAGE_IF_IT_APPLIES);
}

void block_result(struct text_out *out, const struct outline_group *group)
{
    const struct finding *finding = group->first;
    bool plain = finding->result == EXD_RESULT_APPLIES || finding->result == EXD_RESULT_NOT_MET;
    say_styled(out->writer, block_style(finding), result_words(finding));
    block_say_subjects(out, group);
    if (finding->result == EXD_RESULT_OPEN)
        say_open_result(out, finding);
    else if (finding->result == EXD_RESULT_DISPUTED)
        say_disputed(out, finding);
    else if (plain) {
        writer_say(out->writer, ": ");
        say(out->writer, consequence(finding->rule->effect));
    }
    writer_say(out->writer, ".");
    if (finding->rule->decided_by.length > 0)
        say(out->writer, MESSAGE_WHO_DECIDES, finding->rule->decided_by);
    writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
}

/* ---- what stands beside a finding ------------------------------------------------------------------------------------- */

/* `US-Korea Treaty 1998, Art. 3(1), which prevails on this ground (Art. 3-2)`. */
static void say_displacer(struct writer *writer, const struct displacement *displacement)
{
    if (displacement->instrument != NULL && displacement->rule != NULL)
        say_citation(writer, displacement->instrument, displacement->rule);
    else if (displacement->instrument != NULL)
        say_text(writer, displacement->instrument->short_title);
    if (displacement->why.length > 0) {
        size_t start = say_open(writer);
        say_words(writer, displacement->why);
        say_close(writer, start, MESSAGE_WHICH);
    }
    if (displacement->cite.length > 0) {
        writer_say(writer, " (");
        say_cite(writer, displacement->cite);
        writer_say(writer, ")");
    }
}

void block_displacements(struct text_out *out, const struct finding *finding)
{
    for (uint32_t i = 0; i < finding->displacement_count; i++) {
        const struct displacement *displacement = &finding->displacements[i];
        if (displacement->truth == TRUTH_FALSE)
            continue;
        size_t start = say_open(out->writer);
        say_displacer(out->writer, displacement);
        say_close(out->writer, start, displacement->truth == TRUTH_TRUE ? MESSAGE_DISPLACED_BY : MESSAGE_MAY_BE_DISPLACED_BY);
        if (displacement->rule != NULL && !displacement->rule->verified) {
            writer_say(out->writer, " ");
            say(out->writer, MESSAGE_DISPLACER_UNVERIFIED);
        }
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
    }
}

/* What the rules that follow from this one came to. */
static void put_consequences(struct text_out *out, const struct rule *rule)
{
    for (uint32_t i = 0; i < rule->relations->then.count; i++) {
        for (uint32_t j = 0; j < out->outline->group_count; j++) {
            const struct outline_group *next = &out->outline->groups[j];
            if (next->first->rule != rule->relations->then.items[i].rule)
                continue;
            size_t start = say_open(out->writer);
            block_say_citation(out, next->first->instrument, next->first->rule);
            say_next(out->writer);
            say_text(out->writer, next->first->rule->title);
            say_next(out->writer);
            say(out->writer, words_result(next->first->result));
            say_next(out->writer);
            block_say_subjects(out, next);
            say_close(out->writer, start, MESSAGE_THEN);
            writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT + 2);
        }
    }
}

void block_notes(struct text_out *out, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    if (rule->authority.length > 0) {
        say(out->writer, MESSAGE_AUTHORITY_LINE, rule->authority);
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    }
    if (rule->note.length > 0) {
        say(out->writer, MESSAGE_NOTE_LINE, rule->note);
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    }
    put_consequences(out, rule);
    writer_styled(out->writer, STYLE_FAINT, rule->full_id);
    if (!rule->verified) {
        writer_say(out->writer, "; ");
        say_styled(out->writer, STYLE_OPEN, MESSAGE_NOT_VERIFIED);
    }
    writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
}

void block_write(struct text_out *out, const struct outline_group *group)
{
    const struct finding *finding = group->first;
    block_headline(out, group);
    block_result(out, group);
    if (out->options->full && out->writer->form != FORM_HTML)
        block_proof(out, group);
    else
        block_reasons(out, group, BLOCK_REASON);
    if (!result_is_settled(finding->result))
        block_missing(out, group, BLOCK_REASON);
    block_displacements(out, finding);
    block_notes(out, finding);
}
