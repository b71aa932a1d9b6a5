#include "report/block.h"

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

void block_say_citation(struct text_out *out, const struct instrument *instrument, const struct rule *rule)
{
    writer_say(out->writer, "%t, %t", instrument->short_title, rule->cite);
}

void block_say_subjects(struct text_out *out, const struct outline_group *group)
{
    if (group->first->subject == NO_ITEM)
        return;
    uint32_t shown = group->count > SUBJECTS_SHOWN && !out->options->full ? SUBJECTS_SHOWN : group->count;
    writer_say(out->writer, ", for ");
    for (uint32_t i = 0; i < shown; i++) {
        if (i > 0)
            writer_say(out->writer, i + 1 == group->count ? " and " : ", ");
        writer_text(out->writer, group->members[i]->subject_id);
    }
    if (shown < group->count)
        writer_say(out->writer, " and %u more", group->count - shown);
}

/* ---- facts ------------------------------------------------------------------------------------------------------------ */

/* `requesting-state` as a reader says it; others as the vocabulary has them. */
static void say_who(struct writer *writer, struct text who)
{
    if (text_is(who, "requesting-state"))
        writer_say(writer, "the requesting State");
    else if (text_is(who, "requested-state"))
        writer_say(writer, "the requested State");
    else
        writer_say(writer, "the %t", who);
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
        writer_say(out->writer, "%s%t (says ", i > 0 ? ", " : "", cell->versions[i].value.known ? buffer_view(&value) : TEXT("unknown"));
        say_who(out->writer, out->report->record->parties[cell->versions[i].party]);
        writer_say(out->writer, ")");
    }
    buffer_free(&value);
}

/* The items of a list that is used as such, and whether there are others. */
static void say_list(struct text_out *out, const struct fact_use *use)
{
    const struct item_list *list = outline_list(out->report, use);
    if (!list->present) {
        writer_say(out->writer, "unknown");
        return;
    }
    writer_say(out->writer, "[");
    for (uint32_t i = 0; i < list->count && i < LIST_ITEMS_SHOWN; i++)
        writer_say(out->writer, "%s%t", i > 0 ? ", " : "", list->items[i].id);
    writer_say(out->writer, list->count > LIST_ITEMS_SHOWN ? ", …]" : "]");
    writer_say(out->writer, list->complete ? ", and no others" : ", and there may be others");
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
        writer_say(out->writer, "presumed: the record is silent");
        separator = "; ";
    }
    if (first->source.length > 0) {
        writer_say(out->writer, "%s%t", separator, first->source);
        separator = ", ";
    }
    for (uint32_t i = 0; i < count && first->line > 0; i++)
        writer_say(out->writer, "%s%s%u", i == 0 ? separator : ", ", i > 0 ? "" : count > 1 ? "lines " : "line ", uses[i]->line);
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
        writer_say(out->writer, " (%u of them)", count);
}

void block_say_paths(struct text_out *out, const struct outline_uses *uses, uint32_t from, uint32_t count)
{
    say_paths(out, uses->items + from, count);
}

/* One fact, or the same fact of several items, with the same value from the same source. */
static void say_facts(struct text_out *out, const struct fact_use *const *uses, uint32_t count)
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
        writer_say(out->writer, ". Note: %t", first->note);
}

void block_say_fact(struct text_out *out, const struct fact_use *use)
{
    say_facts(out, &use, 1);
}

void block_say_who_answers(struct writer *writer, const struct fact_use *use)
{
    struct text by = outline_answered_by(use);
    if (use->evaluation)
        writer_say(writer, " (an evaluation");
    if (use->evaluation && by.length > 0)
        writer_say(writer, ", to be made by ");
    else if (by.length > 0)
        writer_say(writer, " (known to ");
    if (by.length > 0)
        say_who(writer, by);
    if (use->evaluation || by.length > 0)
        writer_say(writer, ")");
}

static void put_missing(struct text_out *out, const struct outline_uses *missing, uint32_t from, uint32_t count, size_t indent)
{
    const struct fact_use *first = missing->items[from];
    writer_styled(out->writer, STYLE_OPEN, TEXT("?"));
    writer_tab(out->writer, MARK_COLUMNS);
    block_say_paths(out, missing, from, count);
    writer_say(out->writer, ": %t", outline_question(first));
    block_say_who_answers(out->writer, first);
    if (first->asked)
        writer_say(out->writer, " It was asked for, and is not known.");
    else if (first->value.known && first->fact != NULL)
        writer_say(out->writer, " So far: %t.", first->value_text);
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
    if (finding->instrument->source_count > 0)
        writer_link(out->writer, finding->instrument->sources[0]);
    block_say_citation(out, finding->instrument, finding->rule);
    writer_link_end(out->writer);
    writer_style(out->writer, STYLE_PLAIN);
    writer_say(out->writer, ": %t", finding->rule->title);
    writer_headline(out->writer);
}

/* What a provision says for the case that it applies, or that its condition is not met. */
static const char *consequence(exd_effect effect)
{
    switch (effect) {
    case EXD_EFFECT_SHALL_REFUSE:
        return "the provision says that surrender must be refused";
    case EXD_EFFECT_MAY_REFUSE:
        return "the provision says that surrender may be refused";
    case EXD_EFFECT_REQUIRES:
        return "the provision allows surrender only where this is met";
    case EXD_EFFECT_REQUIRES_ASSURANCE:
        return "the provision allows surrender only with this assurance";
    case EXD_EFFECT_SHALL_POSTPONE:
        return "the provision says that surrender must wait";
    case EXD_EFFECT_MAY_POSTPONE:
        return "the provision says that surrender may wait";
    case EXD_EFFECT_DUTY:
        return "the provision lays down this duty";
    case EXD_EFFECT_DEADLINE:
        return "the provision sets this time limit";
    case EXD_EFFECT_PROCEDURE:
        return "the provision asks for this";
    case EXD_EFFECT_CONSIDERATION:
        return "it is one thing to weigh, among others";
    }
    return "";
}

static bool is_requirement(const struct finding *finding)
{
    return finding->rule->effect == EXD_EFFECT_REQUIRES || finding->rule->effect == EXD_EFFECT_REQUIRES_ASSURANCE;
}

static const char *result_words(const struct finding *finding)
{
    switch (finding->result) {
    case EXD_RESULT_APPLIES:
        return "Applies";
    case EXD_RESULT_DOES_NOT_APPLY:
        return "Does not apply";
    case EXD_RESULT_MET:
        return finding->engaged == TRUTH_FALSE ? "Not engaged" : "Met";
    case EXD_RESULT_NOT_MET:
        return "Not met";
    case EXD_RESULT_OPEN:
        return "Open";
    case EXD_RESULT_DISPUTED:
        return "Disputed";
    }
    return "";
}

/* `applies`, `is not met`: a result as part of a sentence. */
static const char *result_clause(exd_result result)
{
    switch (result) {
    case EXD_RESULT_APPLIES:
        return "it applies";
    case EXD_RESULT_DOES_NOT_APPLY:
        return "it does not apply";
    case EXD_RESULT_MET:
        return "it is met";
    case EXD_RESULT_NOT_MET:
        return "it is not met";
    case EXD_RESULT_OPEN:
        return "it is open";
    case EXD_RESULT_DISPUTED:
        return "it is disputed";
    }
    return "";
}

static void say_open(struct text_out *out, const struct finding *finding)
{
    uint32_t evaluations = 0;
    for (uint32_t i = 0; i < finding->missing.count; i++)
        evaluations += finding->missing.items[i].evaluation;
    uint32_t facts = finding->missing.count - evaluations;
    if (facts > 0)
        writer_say(out->writer, ": the file lacks %u fact%s", facts, facts == 1 ? "" : "s");
    if (evaluations > 0)
        writer_say(out->writer, "%s%u evaluation%s %s still to be made", facts > 0 ? ", and " : ": ", evaluations,
                   evaluations == 1 ? "" : "s", evaluations == 1 ? "is" : "are");
    if (finding->exhausted)
        writer_say(out->writer, " (not decided within the budget of steps)");
    writer_say(out->writer, is_requirement(finding) ? "; %s" : ". If it applies, %s", consequence(finding->rule->effect));
}

static void say_disputed(struct text_out *out, const struct finding *finding)
{
    writer_say(out->writer, ": ");
    for (uint32_t i = 0; i < finding->version_count; i++) {
        writer_say(out->writer, i > 0 ? ", on the version of " : "on the version of ");
        say_who(out->writer, finding->versions[i].party);
        writer_say(out->writer, " %s", result_clause(finding->versions[i].result));
    }
    writer_say(out->writer, ". If it %s, %s", is_requirement(finding) ? "is not met" : "applies", consequence(finding->rule->effect));
}

void block_result(struct text_out *out, const struct outline_group *group)
{
    const struct finding *finding = group->first;
    bool plain = finding->result == EXD_RESULT_APPLIES || finding->result == EXD_RESULT_NOT_MET;
    writer_styled(out->writer, block_style(finding), text_of(result_words(finding)));
    block_say_subjects(out, group);
    if (finding->result == EXD_RESULT_OPEN)
        say_open(out, finding);
    else if (finding->result == EXD_RESULT_DISPUTED)
        say_disputed(out, finding);
    else if (plain)
        writer_say(out->writer, ": %s", consequence(finding->rule->effect));
    writer_say(out->writer, ".");
    if (finding->rule->decided_by.length > 0)
        writer_say(out->writer, " Who decides: %t.", finding->rule->decided_by);
    writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
}

/* ---- reasons ---------------------------------------------------------------------------------------------------------- */

/* A limb that decides, with the facts it rests on in all findings of the group and for all items that it was asked of. */
struct reason {
    const struct because *limb;
    const struct fact_use **facts;
    uint32_t fact_count;
    uint32_t left_out; /* facts for which there was no room */
};

struct reasons {
    struct reason *items;
    uint32_t count;
    uint32_t capacity;
    struct arena *arena;
    bool failed;
};

enum { REASONS_MAX = 64, REASON_FACTS_MAX = 48 }; /* more are counted, not shown: a full report shows all */

static bool same_limb(const struct because *a, const struct because *b)
{
    return a->kind == b->kind && a->truth == b->truth && text_equal(a->expression, b->expression) && text_equal(a->label, b->label) &&
           text_equal(a->cite, b->cite);
}

static void add_facts(struct reason *reason, const struct fact_list *facts)
{
    for (uint32_t i = 0; i < facts->count; i++) {
        bool known = false;
        for (uint32_t j = 0; j < reason->fact_count && !known; j++)
            known = text_equal(reason->facts[j]->path, facts->items[i].path);
        if (!known && reason->fact_count == REASON_FACTS_MAX)
            reason->left_out++;
        else if (!known)
            reason->facts[reason->fact_count++] = &facts->items[i];
    }
}

static void add_reason(struct reasons *reasons, const struct because *limb)
{
    for (uint32_t i = 0; i < reasons->count; i++) {
        if (same_limb(reasons->items[i].limb, limb)) {
            add_facts(&reasons->items[i], &limb->facts);
            return;
        }
    }
    if (reasons->count == REASONS_MAX)
        return;
    struct reason *reason = &reasons->items[reasons->count];
    reason->facts = arena_array(reasons->arena, REASON_FACTS_MAX, sizeof(const struct fact_use *));
    if (reason->facts == NULL) {
        reasons->failed = true;
        return;
    }
    reason->limb = limb;
    reasons->count++;
    add_facts(reason, &limb->facts);
}

static bool is_leaf(const struct because *limb)
{
    return limb->kind == LIMB_TEST || limb->child_count == 0;
}

static void collect_reasons(struct reasons *reasons, const struct because *limb, unsigned depth)
{
    if (!limb->decides || depth > OUTLINE_DEPTH || reasons->failed)
        return;
    if (is_leaf(limb)) {
        add_reason(reasons, limb);
        return;
    }
    for (uint32_t i = 0; i < limb->child_count; i++)
        collect_reasons(reasons, &limb->children[i], depth + 1);
}

static const char *truth_mark(enum truth truth)
{
    return truth == TRUTH_TRUE ? "yes" : truth == TRUTH_FALSE ? "no" : "?";
}

static enum style truth_style(enum truth truth)
{
    return truth == TRUTH_UNKNOWN ? STYLE_OPEN : STYLE_STRONG;
}

/* Whether an expression says no more than the path and value of the one fact in it. */
static bool is_bare_fact(const struct because *limb)
{
    for (size_t i = 0; i < limb->expression.length; i++)
        if (limb->expression.data[i] == ' ' || limb->expression.data[i] == '(')
            return false;
    return limb->facts.count == 1;
}

/* What a limb is: its label where it has one, otherwise its expression; both in a full report. */
static void say_limb(struct text_out *out, const struct because *limb)
{
    if (limb->label.length > 0 && !out->options->full) {
        writer_text(out->writer, limb->label);
        if (limb->cite.length > 0)
            writer_say(out->writer, " [%t]", limb->cite);
        return;
    }
    switch (limb->kind) {
    case LIMB_ALL:
        writer_say(out->writer, "all of these");
        break;
    case LIMB_ANY:
        writer_say(out->writer, "any of these");
        break;
    case LIMB_NOT:
        writer_say(out->writer, "not");
        break;
    case LIMB_SOME:
    case LIMB_EVERY:
    case LIMB_NO:
        writer_say(out->writer, "%s ", outline_limb_word(limb->kind));
        writer_styled(out->writer, STYLE_NAME, limb->expression);
        break;
    case LIMB_UNLESS:
        writer_say(out->writer, "unless");
        break;
    case LIMB_TEST:
    case LIMB_ITEM:
    case LIMB_DEFINITION:
    case LIMB_PART:
        writer_styled(out->writer, STYLE_NAME, limb->expression);
        break;
    }
    if (limb->label.length > 0)
        writer_say(out->writer, ": %t", limb->label);
    if (limb->cite.length > 0)
        writer_say(out->writer, " [%t]", limb->cite);
}

/* What is not known is said where a block lists what is missing. */
static bool is_said_elsewhere(const struct fact_use *use)
{
    return !use->value.known && !use->disputed;
}

static bool are_alike(const struct fact_use *a, const struct fact_use *b)
{
    return a->fact == b->fact && a->entity == b->entity && a->presumed == b->presumed && !a->disputed && !b->disputed &&
           text_equal(a->value_text, b->value_text) && text_equal(a->source, b->source) && text_equal(a->note, b->note);
}

/* Moves the facts that are like the first to the front; how many they are. */
static uint32_t gather_alike(const struct fact_use **facts, uint32_t count)
{
    uint32_t alike = 1;
    for (uint32_t i = 1; i < count; i++) {
        if (!are_alike(facts[0], facts[i]))
            continue;
        const struct fact_use *moved = facts[i];
        for (uint32_t j = i; j > alike; j--)
            facts[j] = facts[j - 1];
        facts[alike++] = moved;
    }
    return alike;
}

/* The limb in a line of its own, unless it says no more than the facts under it. */
static void put_reason(struct text_out *out, struct reason *reason, size_t indent)
{
    const struct because *limb = reason->limb;
    bool bare = is_bare_fact(limb) && limb->label.length == 0;
    bool begun = false;
    writer_styled(out->writer, truth_style(limb->truth), text_of(truth_mark(limb->truth)));
    writer_tab(out->writer, MARK_COLUMNS);
    if (!bare) {
        say_limb(out, limb);
        writer_end(out->writer, indent, indent + MARK_COLUMNS);
        begun = true;
    }
    for (uint32_t i = 0; i < reason->fact_count;) {
        uint32_t alike = gather_alike(reason->facts + i, reason->fact_count - i);
        if (!is_said_elsewhere(reason->facts[i])) {
            say_facts(out, reason->facts + i, alike);
            if (bare && limb->cite.length > 0)
                writer_say(out->writer, " [%t]", limb->cite);
            writer_end(out->writer, begun ? indent + MARK_COLUMNS : indent, indent + MARK_COLUMNS + (begun ? 2 : 0));
            begun = true;
        }
        i += alike;
    }
    if (!begun)
        writer_drop(out->writer);
    if (reason->left_out > 0)
        writer_say(out->writer, "and %u more facts", reason->left_out);
    writer_end(out->writer, indent + MARK_COLUMNS, indent + MARK_COLUMNS);
    if (limb->note.length > 0)
        writer_say(out->writer, "(%t)", limb->note);
    writer_end(out->writer, indent + MARK_COLUMNS, indent + MARK_COLUMNS);
}

void block_reasons(struct text_out *out, const struct outline_group *group, size_t indent)
{
    struct arena *arena = &out->outline->arena;
    struct reasons reasons = {.arena = arena, .items = arena_array(arena, REASONS_MAX, sizeof(struct reason))};
    if (reasons.items == NULL) {
        out->writer->paragraph.failed = true;
        return;
    }
    for (uint32_t i = 0; i < group->count; i++)
        for (uint32_t part = 0; part < group->members[i]->part_count; part++)
            collect_reasons(&reasons, &group->members[i]->because[part], 0);
    if (reasons.failed)
        out->writer->paragraph.failed = true;
    bool answered = group->first->result != EXD_RESULT_OPEN && group->first->result != EXD_RESULT_DISPUTED;
    if (reasons.count == 0 && answered && group->first->part_count > 0) {
        writer_say(out->writer, "Whatever the unknown facts are, the result is the same.");
        writer_end(out->writer, indent, indent);
    }
    for (uint32_t i = 0; i < reasons.count; i++)
        put_reason(out, &reasons.items[i], indent);
}

/* ---- the whole proof -------------------------------------------------------------------------------------------------- */

static void put_proof(struct text_out *out, const struct because *limb, size_t indent, unsigned depth)
{
    size_t shown = indent > 40 ? 40 : indent;
    writer_styled(out->writer, limb->decides ? truth_style(limb->truth) : STYLE_FAINT, text_of(truth_mark(limb->truth)));
    if (!limb->decides)
        writer_style(out->writer, STYLE_FAINT);
    writer_tab(out->writer, MARK_COLUMNS);
    say_limb(out, limb);
    if (limb->note.length > 0)
        writer_say(out->writer, " (%t)", limb->note);
    if (!limb->decides)
        writer_style(out->writer, STYLE_PLAIN);
    writer_end(out->writer, shown, shown + MARK_COLUMNS);
    for (uint32_t i = 0; i < limb->facts.count; i++) {
        block_say_fact(out, &limb->facts.items[i]);
        writer_end(out->writer, shown + MARK_COLUMNS, shown + MARK_COLUMNS + 2);
    }
    for (uint32_t i = 0; i < limb->child_count && depth < OUTLINE_DEPTH && !writer_failed(out->writer); i++)
        put_proof(out, &limb->children[i], indent + 2, depth + 1);
}

bool block_shows_proof(const struct text_out *out)
{
    return out->options->full || out->writer->form == FORM_HTML;
}

void block_proof(struct text_out *out, const struct outline_group *group)
{
    for (uint32_t i = 0; i < group->count; i++) {
        const struct finding *finding = group->members[i];
        if (finding->part_count == 0)
            continue;
        writer_say(out->writer, "Proof");
        if (finding->subject != NO_ITEM)
            writer_say(out->writer, ", for %t", finding->subject_id);
        writer_say(out->writer, out->writer->form == FORM_HTML ? "" : ":");
        writer_fold(out->writer, BLOCK_INDENT);
        for (uint32_t part = 0; part < finding->part_count; part++)
            put_proof(out, &finding->because[part], BLOCK_REASON, 0);
        writer_unfold(out->writer);
    }
}

/* ---- what stands beside a finding ------------------------------------------------------------------------------------- */

void block_displacements(struct text_out *out, const struct finding *finding)
{
    for (uint32_t i = 0; i < finding->displacement_count; i++) {
        const struct displacement *displacement = &finding->displacements[i];
        if (displacement->truth == TRUTH_FALSE)
            continue;
        writer_say(out->writer,
                   displacement->truth == TRUTH_TRUE ? "Displaced by " : "Whether it counts is open: it would be displaced by ");
        if (displacement->instrument != NULL)
            writer_text(out->writer, displacement->instrument->short_title);
        if (displacement->rule != NULL)
            writer_say(out->writer, ", %t", displacement->rule->cite);
        if (displacement->why.length > 0)
            writer_say(out->writer, ", which %t", displacement->why);
        if (displacement->cite.length > 0)
            writer_say(out->writer, " (%t)", displacement->cite);
        writer_say(out->writer, ".");
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT);
    }
}

/* What the rules that follow from this one came to. */
static void put_consequences(struct text_out *out, const struct rule *rule)
{
    for (uint32_t i = 0; i < rule->then.count; i++) {
        for (uint32_t j = 0; j < out->outline->group_count; j++) {
            const struct outline_group *next = &out->outline->groups[j];
            if (next->first->rule != rule->then.items[i].rule)
                continue;
            writer_say(out->writer, "Then: ");
            block_say_citation(out, next->first->instrument, next->first->rule);
            writer_say(out->writer, " (%t): %s", next->first->rule->title, exd_result_name(next->first->result));
            block_say_subjects(out, next);
            writer_say(out->writer, ".");
            writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT + 2);
        }
    }
}

void block_notes(struct text_out *out, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    if (rule->authority.length > 0) {
        writer_say(out->writer, "Authority: %t", rule->authority);
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    }
    if (rule->note.length > 0) {
        writer_say(out->writer, "Note: %t", rule->note);
        writer_end(out->writer, BLOCK_INDENT, BLOCK_INDENT + 2);
    }
    put_consequences(out, rule);
    writer_styled(out->writer, STYLE_FAINT, rule->full_id);
    if (!rule->verified) {
        writer_say(out->writer, "; ");
        writer_styled(out->writer, STYLE_OPEN, TEXT("wording not verified"));
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
    if (finding->result == EXD_RESULT_OPEN || finding->result == EXD_RESULT_DISPUTED)
        block_missing(out, group, BLOCK_REASON);
    block_displacements(out, finding);
    block_notes(out, finding);
}
