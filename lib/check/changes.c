#include "check/changes.h"

#include "base/sort.h"
#include "check/fact_use.h"

enum { LIMB_DEPTH = 400 };

/* One of the two reports, and how to read facts of its record. */
struct side {
    const struct exd_report *report;
    struct view view;
    struct builder builder;
};

struct finder {
    struct exd_changes *changes;
    struct buffer buffer;
    struct side before;
    struct side after;
};

static bool same_rules(const struct finder *finder)
{
    return finder->before.report->rules == finder->after.report->rules;
}

/* ---- the same fact of the other record -------------------------------------------------------------------------------- */

static bool find_entity(const struct side *side, struct text list, uint32_t *out)
{
    const struct vocabulary *vocabulary = &side->report->rules->vocabulary;
    for (*out = 0; *out < vocabulary->entity_count; (*out)++)
        if (text_equal(vocabulary->entities[*out].list_name, list))
            return true;
    return false;
}

static bool find_fact(const struct entity *entity, struct text fact, uint32_t *out)
{
    for (*out = 0; *out < entity->fact_count; (*out)++)
        if (text_equal(entity->facts[*out].name, fact))
            return true;
    return false;
}

/* Where what `use` of one side speaks of stands on the other; false when there is no such item there. */
static bool find_key(const struct side *from, const struct fact_use *use, const struct side *to, struct cell_key *out)
{
    *out = (struct cell_key){0, 0, FACT_EXISTS};
    if (!find_entity(to, use->entity->list_name, &out->entity))
        return false;
    if (!use->fact)
        return true;
    const struct entity *entity = &to->report->rules->vocabulary.entities[out->entity];
    const struct item_list *list = &to->report->record->lists[out->entity];
    uint32_t own;
    if (!find_fact(entity, use->fact->name, &out->fact) || !find_entity(from, use->entity->list_name, &own))
        return false;
    if (entity->single)
        return true;
    const struct item_list *own_list = &from->report->record->lists[own];
    if (use->item >= own_list->count)
        return false;
    out->item = lookup_find(&list->by_id, own_list->items[use->item].id);
    return out->item != NOT_FOUND;
}

static bool same_use(const struct fact_use *a, const struct fact_use *b)
{
    return text_equal(a->value_text, b->value_text) && a->disputed == b->disputed && a->presumed == b->presumed &&
           a->value.known == b->value.known;
}

/* ---- reasons ---------------------------------------------------------------------------------------------------------- */

static bool grow(struct finder *finder, void **items, uint32_t count, size_t size)
{
    if ((count & (count - 1)) != 0) /* full at every power of two */
        return true;
    void *grown = arena_array(&finder->changes->arena, count ? (size_t)count * 2 : 1, size);
    if (!grown)
        return false;
    if (count > 0)
        memcpy(grown, *items, count * size);
    *items = grown;
    return true;
}

static bool add_fact(struct finder *finder, struct reasons *reasons, const struct fact_use *use, bool of_after)
{
    struct side *from = of_after ? &finder->after : &finder->before;
    struct side *to = of_after ? &finder->before : &finder->after;
    struct fact_change change = {.path = use->path, .in_before = true, .in_after = true};
    struct fact_use other = {.path = use->path, .value_text = {"", 0}, .source = {"", 0}, .note = {"", 0}};
    struct cell_key key;
    for (uint32_t i = 0; i < reasons->fact_count; i++)
        if (text_equal(reasons->facts[i].path, use->path))
            return true;
    bool found = find_key(from, use, to, &key);
    if (found)
        other = fact_use_make(&to->builder, key);
    if (found && same_use(use, &other))
        return true;
    change.before = of_after ? other : *use;
    change.after = of_after ? *use : other;
    *(of_after ? &change.in_before : &change.in_after) = found;
    void *items = reasons->facts;
    if (!grow(finder, &items, reasons->fact_count, sizeof change))
        return false;
    reasons->facts = items;
    reasons->facts[reasons->fact_count++] = change;
    return true;
}

static bool add_facts(struct finder *finder, struct reasons *reasons, const struct fact_list *uses, bool of_after)
{
    bool good = true;
    for (uint32_t i = 0; i < uses->count; i++)
        good &= add_fact(finder, reasons, &uses->items[i], of_after);
    return good;
}

static bool add_limb(struct finder *finder, struct reasons *reasons, const struct because *before, const struct because *after)
{
    void *items = reasons->limbs;
    if (!grow(finder, &items, reasons->limb_count, sizeof *reasons->limbs))
        return false;
    reasons->limbs = items;
    reasons->limbs[reasons->limb_count++] = (struct limb_change){before, after};
    return true;
}

/* The item's child of a quantifier, sought from `at` on: those of two proofs mostly stand in the same order. */
static const struct because *find_child(const struct because *parent, struct text item, uint32_t at)
{
    for (uint32_t i = 0; i < parent->child_count; i++) {
        const struct because *child = &parent->children[(at + i) % parent->child_count];
        if (child->kind == LIMB_ITEM && text_equal(child->expression, item))
            return child;
    }
    return NULL;
}

static bool compare_limbs(struct finder *finder, struct reasons *reasons, const struct because *before, const struct because *after,
                          unsigned depth);

static bool compare_items(struct finder *finder, struct reasons *reasons, const struct because *before, const struct because *after,
                          unsigned depth)
{
    bool good = true;
    for (uint32_t i = 0; i < after->child_count; i++) {
        const struct because *child = &after->children[i];
        const struct because *old = find_child(before, child->expression, i);
        if (old)
            good &= compare_limbs(finder, reasons, old, child, depth);
        else if (child->decides)
            good &= add_limb(finder, reasons, NULL, child);
    }
    for (uint32_t i = 0; i < before->child_count; i++)
        if (before->children[i].decides && !find_child(after, before->children[i].expression, i))
            good &= add_limb(finder, reasons, &before->children[i], NULL);
    return good;
}

/* The limbs that turned: the outermost that has words of its own, or the leaf. */
static bool compare_limbs(struct finder *finder, struct reasons *reasons, const struct because *before, const struct because *after,
                          unsigned depth)
{
    uint32_t found = reasons->limb_count;
    bool quantifies = after->kind == LIMB_SOME || after->kind == LIMB_EVERY || after->kind == LIMB_NO;
    bool good = true;
    if (before->truth == after->truth)
        return true;
    if (after->label.length == 0 && depth < LIMB_DEPTH) {
        if (quantifies)
            good &= compare_items(finder, reasons, before, after, depth + 1);
        else
            for (uint32_t i = 0; i < after->child_count && i < before->child_count; i++)
                good &= compare_limbs(finder, reasons, &before->children[i], &after->children[i], depth + 1);
    }
    if (reasons->limb_count == found)
        good &= add_limb(finder, reasons, before, after);
    return good;
}

/* ---- findings --------------------------------------------------------------------------------------------------------- */

static bool same_paths(const struct fact_list *a, const struct fact_list *b)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        bool found = false;
        for (uint32_t j = 0; j < b->count && !found; j++)
            found = text_equal(a->items[i].path, b->items[j].path);
        if (!found)
            return false;
    }
    return true;
}

static bool same_span(bool has_a, struct date_span a, bool has_b, struct date_span b)
{
    return has_a == has_b && (!has_a || (a.first == b.first && a.last == b.last));
}

static bool same_deadline(const struct deadline_result *a, const struct deadline_result *b)
{
    return a->status == b->status && same_span(a->has_due, a->due, b->has_due, b->due) && same_paths(&a->missing, &b->missing);
}

static unsigned what_changed(const struct finding *before, const struct finding *after)
{
    if (!before || !after)
        return CHANGED_PRESENCE;
    unsigned what = 0;
    what |= before->result != after->result ? CHANGED_RESULT : 0;
    what |= before->standing != after->standing ? CHANGED_STANDING : 0;
    what |= same_paths(&before->missing, &after->missing) ? 0 : CHANGED_MISSING;
    what |= same_deadline(&before->deadline, &after->deadline) ? 0 : CHANGED_DEADLINE;
    what |= before->engaged != after->engaged && effect_is_requirement(after->rule->effect) ? CHANGED_ENGAGED : 0;
    return what;
}

static bool explain(struct finder *finder, struct change *change)
{
    bool good = true;
    const struct finding *sides[] = {change->before, change->after};
    for (size_t i = 0; i < 2 && change->before && change->after; i++) {
        good &= add_facts(finder, &change->reasons, &sides[i]->facts, i == 1);
        good &= add_facts(finder, &change->reasons, &sides[i]->missing, i == 1);
        good &= add_facts(finder, &change->reasons, &sides[i]->deadline.facts, i == 1);
        good &= add_facts(finder, &change->reasons, &sides[i]->deadline.missing, i == 1);
    }
    if (change->before && change->after && same_rules(finder))
        for (uint32_t i = 0; i < change->after->part_count && i < change->before->part_count; i++)
            good &= compare_limbs(finder, &change->reasons, &change->before->because[i], &change->after->because[i], 0);
    return good;
}

/* A finding of either report, to be put beside its like. */
struct candidate {
    struct text id;
    struct text subject;
    uint32_t index;
    bool of_after;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *left = a;
    const struct candidate *right = b;
    int order = text_compare(left->id, right->id);
    if (order == 0)
        order = text_compare(left->subject, right->subject);
    return order ? order : (int)left->of_after - (int)right->of_after;
}

static struct candidate *list_candidates(struct finder *finder, uint32_t *count)
{
    const struct exd_report *reports[] = {finder->before.report, finder->after.report};
    struct candidate *candidates =
        arena_array(&finder->changes->arena, (size_t)reports[0]->finding_count + reports[1]->finding_count, sizeof *candidates);
    *count = 0;
    for (size_t side = 0; side < 2 && candidates; side++)
        for (uint32_t i = 0; i < reports[side]->finding_count; i++) {
            const struct finding *finding = &reports[side]->findings[i];
            candidates[(*count)++] = (struct candidate){finding->rule->full_id, finding->subject_id, i, side == 1};
        }
    if (candidates)
        sort(candidates, *count, sizeof *candidates, compare_candidates);
    return candidates;
}

static bool alike(const struct candidate *a, const struct candidate *b)
{
    return a->of_after != b->of_after && text_equal(a->id, b->id) && text_equal(a->subject, b->subject);
}

/* What the order of the changes is made from. */
struct change_key {
    bool lesser; /* does not govern on either side */
    bool gone;
    exd_effect effect;
    uint32_t position;
    uint32_t index;
};

static int compare_changes(const void *a, const void *b)
{
    const struct change_key *left = a;
    const struct change_key *right = b;
    if (left->lesser != right->lesser)
        return (int)left->lesser - (int)right->lesser;
    if (left->effect != right->effect)
        return left->effect < right->effect ? -1 : 1;
    if (left->gone != right->gone)
        return (int)left->gone - (int)right->gone;
    return (left->position > right->position) - (left->position < right->position);
}

static bool governs(const struct finding *finding)
{
    return finding && finding->standing == EXD_STANDING_GOVERNS;
}

static bool order_changes(struct exd_changes *changes)
{
    struct change_key *keys = arena_array(&changes->arena, changes->count, sizeof *keys);
    struct change *ordered = arena_array(&changes->arena, changes->count, sizeof *ordered);
    if (!keys || !ordered)
        return false;
    for (uint32_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->changes[i];
        const struct finding *shown = change->after ? change->after : change->before;
        const struct finding *first = change->after ? changes->after->findings : changes->before->findings;
        keys[i] = (struct change_key){!governs(change->before) && !governs(change->after), !change->after, shown->rule->effect,
                                      (uint32_t)(shown - first), i};
    }
    sort(keys, changes->count, sizeof *keys, compare_changes);
    for (uint32_t i = 0; i < changes->count; i++)
        ordered[i] = changes->changes[keys[i].index];
    changes->changes = ordered;
    return true;
}

static bool find_findings(struct finder *finder)
{
    struct exd_changes *changes = finder->changes;
    uint32_t count;
    struct candidate *candidates = list_candidates(finder, &count);
    changes->changes = arena_array(&changes->arena, count, sizeof *changes->changes);
    if (!candidates || !changes->changes)
        return false;
    bool good = true;
    for (uint32_t i = 0; i < count && good; i++) {
        struct change change = {.before = NULL};
        bool pair = i + 1 < count && alike(&candidates[i], &candidates[i + 1]);
        if (!candidates[i].of_after)
            change.before = &changes->before->findings[candidates[i].index];
        if (candidates[i].of_after || pair)
            change.after = &changes->after->findings[candidates[i + pair].index];
        change.what = what_changed(change.before, change.after);
        i += pair;
        changes->unchanged += change.what == 0;
        if (change.what == 0)
            continue;
        good = explain(finder, &change);
        changes->changes[changes->count++] = change;
    }
    return good && order_changes(changes);
}

/* ---- instruments ------------------------------------------------------------------------------------------------------ */

static const struct instrument_result *find_instrument(const struct exd_report *report, struct text id)
{
    for (uint32_t i = 0; i < report->instrument_count; i++)
        if (text_equal(report->instruments[i].instrument->id, id))
            return &report->instruments[i];
    return NULL;
}

static bool because_facts(struct finder *finder, struct reasons *reasons, const struct because *because, bool of_after, unsigned depth)
{
    bool good = add_facts(finder, reasons, &because->facts, of_after);
    for (uint32_t i = 0; i < because->child_count && depth < LIMB_DEPTH; i++)
        good &= because_facts(finder, reasons, &because->children[i], of_after, depth + 1);
    return good;
}

static bool matters(const struct instrument_result *result)
{
    return result && result->result != TRUTH_FALSE;
}

static bool add_instrument(struct finder *finder, const struct instrument_result *before, const struct instrument_result *after)
{
    struct exd_changes *changes = finder->changes;
    struct instrument_change change = {.before = before, .after = after};
    bool good = true;
    if ((before && after && before->result == after->result) || (!matters(before) && !matters(after)))
        return true;
    if (before)
        good &= because_facts(finder, &change.reasons, &before->because, false, 0);
    if (after)
        good &= because_facts(finder, &change.reasons, &after->because, true, 0);
    if (before && after && same_rules(finder))
        good &= compare_limbs(finder, &change.reasons, &before->because, &after->because, 0);
    changes->instruments[changes->instrument_count++] = change;
    return good;
}

static bool find_instruments(struct finder *finder)
{
    struct exd_changes *changes = finder->changes;
    const struct exd_report *before = changes->before;
    const struct exd_report *after = changes->after;
    bool good = true;
    changes->instruments =
        arena_array(&changes->arena, (size_t)before->instrument_count + after->instrument_count, sizeof *changes->instruments);
    if (!changes->instruments)
        return false;
    for (uint32_t i = 0; i < after->instrument_count; i++)
        good &= add_instrument(finder, find_instrument(before, after->instruments[i].instrument->id), &after->instruments[i]);
    for (uint32_t i = 0; i < before->instrument_count; i++)
        if (!find_instrument(after, before->instruments[i].instrument->id))
            good &= add_instrument(finder, &before->instruments[i], NULL);
    return good;
}

static void open_side(struct finder *finder, struct side *side, const struct exd_report *report)
{
    side->report = report;
    check_view(report, &side->view);
    side->builder = (struct builder){&side->view, &finder->changes->arena, &finder->buffer};
}

bool changes_find(struct exd_changes *changes)
{
    struct finder finder = {.changes = changes};
    buffer_init(&finder.buffer, changes->memory);
    open_side(&finder, &finder.before, changes->before);
    open_side(&finder, &finder.after, changes->after);
    bool good = find_instruments(&finder) && find_findings(&finder);
    buffer_free(&finder.buffer);
    return good && !changes->arena.exhausted;
}
