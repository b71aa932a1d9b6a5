/* Why a finding is what it is: the limbs that decide, with their facts; or the whole proof. */
#include "check/check.h"
#include "report/block.h"
#include "report/say.h"

enum { MARK_COLUMNS = 4 };

/* ---- reasons ---------------------------------------------------------------------------------------------------------- */

/* A limb that decides, with the facts it rests on in all findings of the group and for all items that it was asked of. */
struct reason {
    const struct because *limb;
    const struct fact_use **facts;
    uint32_t fact_count;
    uint32_t left_out; /* facts for which there was no room */
};

struct reasons {
    struct reason *items; /* full at every power of two */
    uint32_t count;
    struct arena *arena;
    bool failed;
};

enum { REASON_FACTS_MAX = 48 }; /* more are counted, not shown: a full report shows all */

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

static bool make_room(struct reasons *reasons)
{
    if ((reasons->count & (reasons->count - 1)) != 0)
        return true;
    struct reason *grown = arena_array(reasons->arena, reasons->count ? (size_t)reasons->count * 2 : 1, sizeof *grown);
    if (grown == NULL)
        return false;
    for (uint32_t i = 0; i < reasons->count; i++)
        grown[i] = reasons->items[i];
    reasons->items = grown;
    return true;
}

static void add_reason(struct reasons *reasons, const struct because *limb)
{
    for (uint32_t i = 0; i < reasons->count; i++) {
        if (same_limb(reasons->items[i].limb, limb)) {
            add_facts(&reasons->items[i], &limb->facts);
            return;
        }
    }
    const struct fact_use **facts = arena_array(reasons->arena, REASON_FACTS_MAX, sizeof(const struct fact_use *));
    if (facts == NULL || !make_room(reasons)) {
        reasons->failed = true;
        return;
    }
    struct reason *reason = &reasons->items[reasons->count++];
    *reason = (struct reason){.limb = limb, .facts = facts};
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

static void say_truth(struct writer *writer, enum style style, enum truth truth)
{
    writer_style(writer, style);
    if (truth == TRUTH_UNKNOWN)
        writer_say(writer, "?");
    else
        say(writer, truth == TRUTH_TRUE ? MESSAGE_YES : MESSAGE_NO);
    writer_style(writer, STYLE_PLAIN);
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
        say_text(out->writer, limb->label);
        say_cite_in_brackets(out->writer, limb->cite);
        return;
    }
    switch (limb->kind) {
    case LIMB_ALL:
        say(out->writer, MESSAGE_ALL_OF_THESE);
        break;
    case LIMB_ANY:
        say(out->writer, MESSAGE_ANY_OF_THESE);
        break;
    case LIMB_NOT:
        say(out->writer, MESSAGE_NOT);
        break;
    case LIMB_SOME:
    case LIMB_EVERY:
    case LIMB_NO:
        say(out->writer, limb->kind == LIMB_SOME ? MESSAGE_LIMB_SOME : limb->kind == LIMB_EVERY ? MESSAGE_LIMB_EVERY : MESSAGE_LIMB_NO);
        writer_say(out->writer, " ");
        writer_styled(out->writer, STYLE_NAME, limb->expression);
        break;
    case LIMB_UNLESS:
        say(out->writer, MESSAGE_UNLESS);
        break;
    case LIMB_TEST:
    case LIMB_ITEM:
    case LIMB_DEFINITION:
    case LIMB_PART:
        writer_styled(out->writer, STYLE_NAME, limb->expression);
        break;
    }
    if (limb->label.length > 0) {
        writer_say(out->writer, ": ");
        say_text(out->writer, limb->label);
    }
    say_cite_in_brackets(out->writer, limb->cite);
}

/* What is not known is said where a block lists what is missing. */
static bool is_said_elsewhere(const struct fact_use *use)
{
    return !use->value.known && !use->disputed;
}

/* The two States, which the head of the report names: a limb in words needs them no more. */
static bool is_in_the_head(const struct text_out *out, const struct fact_use *use)
{
    return !out->options->full && use->value.known && !use->disputed &&
           (text_is(use->path, "request.requesting_state") || text_is(use->path, "request.requested_state"));
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

static void say_note(struct writer *writer, const char *before, struct text note)
{
    writer_say(writer, "%s", before);
    say_words(writer, note);
    writer_say(writer, ")");
}

/* The limb in a line of its own, unless it says no more than the facts under it. */
static void put_reason(struct text_out *out, struct reason *reason, size_t indent)
{
    const struct because *limb = reason->limb;
    bool bare = is_bare_fact(limb) && limb->label.length == 0;
    bool begun = false;
    say_truth(out->writer, truth_style(limb->truth), limb->truth);
    writer_tab(out->writer, MARK_COLUMNS);
    if (!bare) {
        say_limb(out, limb);
        writer_end(out->writer, indent, indent + MARK_COLUMNS);
        begun = true;
    }
    for (uint32_t i = 0; i < reason->fact_count;) {
        uint32_t alike = gather_alike(reason->facts + i, reason->fact_count - i);
        if (!is_said_elsewhere(reason->facts[i]) && (bare || !is_in_the_head(out, reason->facts[i]))) {
            block_say_facts(out, reason->facts + i, alike);
            if (bare)
                say_cite_in_brackets(out->writer, limb->cite);
            writer_end(out->writer, begun ? indent + MARK_COLUMNS : indent, indent + MARK_COLUMNS + (begun ? 2 : 0));
            begun = true;
        }
        i += alike;
    }
    if (!begun)
        writer_drop(out->writer);
    if (reason->left_out > 0)
        say(out->writer, MESSAGE_MORE_FACTS, reason->left_out);
    writer_end(out->writer, indent + MARK_COLUMNS, indent + MARK_COLUMNS);
    if (limb->note.length > 0)
        say_note(out->writer, "(", limb->note);
    writer_end(out->writer, indent + MARK_COLUMNS, indent + MARK_COLUMNS);
}

void block_reasons(struct text_out *out, const struct outline_group *group, size_t indent)
{
    struct reasons reasons = {.arena = &out->outline->arena};
    for (uint32_t i = 0; i < group->count; i++)
        for (uint32_t part = 0; part < group->members[i]->part_count; part++)
            collect_reasons(&reasons, &group->members[i]->because[part], 0);
    if (reasons.failed)
        out->writer->paragraph.failed = true;
    if (reasons.count == 0 && result_is_settled(group->first->result) && group->first->part_count > 0) {
        say(out->writer, MESSAGE_SAME_WHATEVER);
        writer_end(out->writer, indent, indent);
    }
    for (uint32_t i = 0; i < reasons.count; i++)
        put_reason(out, &reasons.items[i], indent);
}

/* ---- the whole proof -------------------------------------------------------------------------------------------------- */

static void put_proof(struct text_out *out, const struct because *limb, size_t indent, unsigned depth)
{
    size_t shown = indent > 40 ? 40 : indent;
    say_truth(out->writer, limb->decides ? truth_style(limb->truth) : STYLE_FAINT, limb->truth);
    if (!limb->decides)
        writer_style(out->writer, STYLE_FAINT);
    writer_tab(out->writer, MARK_COLUMNS);
    say_limb(out, limb);
    if (limb->note.length > 0)
        say_note(out->writer, " (", limb->note);
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
        if (finding->subject != NO_ITEM)
            say(out->writer, MESSAGE_PROOF_FOR, finding->subject_id);
        else
            say(out->writer, MESSAGE_PROOF);
        writer_say(out->writer, out->writer->form == FORM_HTML ? "" : ":");
        writer_fold(out->writer, BLOCK_INDENT);
        for (uint32_t part = 0; part < finding->part_count; part++)
            put_proof(out, &finding->because[part], BLOCK_REASON, 0);
        writer_unfold(out->writer);
    }
}
