#include "check/ways.h"

#include "base/phrase.h"
#include "check/complete.h"
#include "check/domain.h"
#include "check/fact_use.h"
#include "check/ordered.h"

/* One fact changed is one step, and so is one item added to a list, with whatever it says: a lawyer who obtains an assurance obtains it whole. Each
 * candidate has the values that can make a difference; a set of them is a way when every completion of what is unknown gives the result wanted,
 * and no smaller set does. */

enum {
    CANDIDATES_MAX = 48,
    OPTIONS_MAX = 63, /* of one candidate: a bit each */
    ITEM_FACTS_MAX = 4,
    FURTHER_ITEMS_MAX = 8 /* assumed away, when one is added to a complete list: more than completion would imagine */
};

#define NO_CHOICE UINT32_MAX

/* What one candidate may become: one value for a fact; for an added item, a value for each of its facts. */
struct choice {
    struct value values[ITEM_FACTS_MAX];
};

struct candidate {
    struct cell_key keys[ITEM_FACTS_MAX];
    uint32_t key_count;
    bool added;
    bool closed;            /* added to a list that is complete but for it */
    struct choice *choices; /* of a fact of an ordered type: sorted */
    uint32_t choice_count;
    uint32_t now; /* the choice that the record has made already, which is no change; NO_CHOICE */
};

/* A way as found: for each candidate the choices that would do. */
struct found {
    uint32_t candidates[WAY_CHANGES_MAX];
    uint64_t choices[WAY_CHANGES_MAX];
    uint32_t count;
};

struct seeking {
    struct exd_ways *ways;
    const struct finding *finding;
    struct view view;
    struct cell_mask mask;
    struct arena *arena;
    struct arena scratch; /* of one trial */
    struct candidate candidates[CANDIDATES_MAX];
    uint32_t candidate_count;
    struct found found[WAYS_MAX];
    uint32_t found_count;
    uint32_t picked[WAY_CHANGES_MAX];
    uint32_t choices[WAY_CHANGES_MAX];
    uint64_t budget;
    bool spent;
    bool failed;
};

static uint64_t bit(uint32_t choice)
{
    return UINT64_C(1) << choice;
}

/* ---- candidates ------------------------------------------------------------------------------------------------------- */

/* Another requesting or requested State would be another request. */
static bool is_fixed(const struct seeking *seeking, struct cell_key key)
{
    return cell_key_same(key, view_request_key(&seeking->view, "requesting_state")) ||
           cell_key_same(key, view_request_key(&seeking->view, "requested_state"));
}

static struct candidate *new_candidate(struct seeking *seeking, struct cell_key key)
{
    for (uint32_t i = 0; i < seeking->candidate_count; i++)
        if (cell_key_same(seeking->candidates[i].keys[0], key))
            return NULL;
    if (seeking->candidate_count == CANDIDATES_MAX) {
        seeking->ways->unlisted = true;
        return NULL;
    }
    return &seeking->candidates[seeking->candidate_count];
}

/* The values of a fact that can make a difference, whatever the record says of it. */
static bool list_values(struct seeking *seeking, struct cell_key key, struct domain *domain)
{
    uint32_t number = mask_number(&seeking->mask, key);
    if (number < seeking->mask.count)
        seeking->mask.hidden[number] = true;
    bool good = domain_of(&seeking->view, seeking->finding->rule, key, seeking->arena, domain);
    if (number < seeking->mask.count)
        seeking->mask.hidden[number] = false;
    seeking->failed |= !good;
    seeking->ways->unlisted |= good && !domain->whole;
    return good;
}

static const struct fact *fact_of(const struct seeking *seeking, struct cell_key key)
{
    return &seeking->view.rules->vocabulary.entities[key.entity].facts[key.fact];
}

static void add_fact(struct seeking *seeking, struct cell_key key)
{
    struct candidate *candidate = is_fixed(seeking, key) ? NULL : new_candidate(seeking, key);
    struct domain domain;
    if (!candidate || !list_values(seeking, key, &domain))
        return;
    const struct cell *cell;
    bool presumed;
    struct value now = view_fact(&seeking->view, key, &cell, &presumed);
    *candidate = (struct candidate){.keys = {key}, .key_count = 1, .now = NO_CHOICE};
    candidate->choices = arena_array(seeking->arena, domain.count, sizeof *candidate->choices);
    seeking->failed |= !candidate->choices;
    seeking->ways->unlisted |= domain.count > OPTIONS_MAX;
    if (type_is_ordered(fact_of(seeking, key)->type))
        ordered_sort(domain.values, domain.count);
    for (uint32_t i = 0; candidate->choices && i < domain.count && i < OPTIONS_MAX; i++) {
        if (value_same(domain.values[i], now))
            candidate->now = i;
        candidate->choices[candidate->choice_count++].values[0] = domain.values[i];
    }
    seeking->candidate_count += candidate->choice_count > (candidate->now != NO_CHOICE);
}

/* ---- an item added to a list ------------------------------------------------------------------------------------------- */

struct item_facts {
    uint32_t entity;
    uint32_t facts[ITEM_FACTS_MAX];
    uint32_t count;
    bool more;
};

static void add_item_fact(struct item_facts *item, uint32_t fact)
{
    for (uint32_t i = 0; i < item->count; i++)
        if (item->facts[i] == fact)
            return;
    if (item->count < ITEM_FACTS_MAX)
        item->facts[item->count++] = fact;
    else
        item->more = true;
}

/* The facts of an entity that a condition reads. */
static void gather_item_facts(const struct program *program, uint32_t index, struct item_facts *item)
{
    const struct program_node *node = &program->nodes[index];
    if (node->op == OP_FACT && node->c == item->entity)
        add_item_fact(item, node->b);
    for (uint32_t i = 0; i < program_below_count(node); i++)
        gather_item_facts(program, program_below(program, node, i), item);
}

/* Every combination of the values of an item's facts, the first fact varying slowest. */
static void combine(struct seeking *seeking, struct candidate *candidate, const struct domain *domains)
{
    uint64_t total = 1;
    for (uint32_t i = 0; i < candidate->key_count; i++)
        total *= domains[i].count;
    seeking->ways->unlisted |= total > OPTIONS_MAX;
    uint32_t count = total < OPTIONS_MAX ? (uint32_t)total : OPTIONS_MAX;
    candidate->choices = arena_array(seeking->arena, count, sizeof *candidate->choices);
    seeking->failed |= !candidate->choices;
    for (uint32_t i = 0; candidate->choices && i < count; i++) {
        uint32_t rest = i;
        for (uint32_t j = candidate->key_count; j-- > 0; rest /= domains[j].count)
            candidate->choices[i].values[j] = domains[j].values[rest % domains[j].count];
        candidate->choice_count++;
    }
}

static void add_item(struct seeking *seeking, uint32_t entity)
{
    const struct rule *rule = seeking->finding->rule;
    const uint32_t roots[] = {rule->given, rule->when, rule->unless};
    struct view *view = &seeking->view;
    uint32_t item_index = view_item_count(view, entity);
    struct item_facts item = {.entity = entity};
    struct domain domains[ITEM_FACTS_MAX];
    if (entity == view->rules->vocabulary.offence)
        return; /* another offence would be another request */
    for (size_t i = 0; i < 3; i++)
        if (roots[i] != NO_ROOT)
            gather_item_facts(&view->rules->program, roots[i], &item);
    seeking->ways->unlisted |= item.more;
    struct candidate *candidate = item.count ? new_candidate(seeking, (struct cell_key){entity, item_index, item.facts[0]}) : NULL;
    if (!candidate)
        return;
    *candidate = (struct candidate){.added = true, .closed = view_list_is_complete(view, entity), .now = NO_CHOICE};
    for (uint32_t i = 0; i < item.count; i++) {
        candidate->keys[candidate->key_count++] = (struct cell_key){entity, item_index, item.facts[i]};
        if (!list_values(seeking, candidate->keys[i], &domains[i]) || domains[i].count == 0)
            return;
    }
    combine(seeking, candidate, domains);
    seeking->candidate_count += candidate->choice_count > 0;
}

static void list_uses(struct seeking *seeking, const struct fact_list *list)
{
    const struct entity *entities = seeking->view.rules->vocabulary.entities;
    for (uint32_t i = 0; i < list->count && !seeking->failed; i++) {
        const struct fact_use *use = &list->items[i];
        if (!use->entity)
            continue;
        uint32_t entity = (uint32_t)(use->entity - entities);
        if (use->fact && use->item != NO_ITEM)
            add_fact(seeking, (struct cell_key){entity, use->item, (uint32_t)(use->fact - use->entity->facts)});
        else if (!use->entity->single)
            add_item(seeking, entity);
    }
}

static void list_candidates(struct seeking *seeking, const struct because *because)
{
    list_uses(seeking, &because->facts);
    for (uint32_t i = 0; i < because->child_count && !seeking->failed; i++)
        list_candidates(seeking, &because->children[i]);
}

/* ---- trying ----------------------------------------------------------------------------------------------------------- */

static void assume(struct view *view, struct cell_key key, struct value value)
{
    view->assumptions[view->assumption_count++] = (struct assumption){key, value};
}

static void assume_choice(struct seeking *seeking, const struct candidate *candidate, uint32_t choice)
{
    struct view *view = &seeking->view;
    for (uint32_t i = 0; i < candidate->key_count; i++)
        assume(view, candidate->keys[i], candidate->choices[choice].values[i]);
    if (!candidate->added)
        return;
    struct cell_key exists = {candidate->keys[0].entity, candidate->keys[0].item, FACT_EXISTS};
    assume(view, exists, value_boolean(TRUTH_TRUE));
    if (!candidate->closed)
        return;
    seeking->mask.hidden[mask_number(&seeking->mask, exists)] = true;
    for (uint32_t i = 0; i < FURTHER_ITEMS_MAX; i++) {
        exists.item++;
        assume(view, exists, value_boolean(TRUTH_FALSE));
    }
}

static void charge(struct seeking *seeking, uint64_t begun)
{
    uint64_t spent = seeking->view.steps - begun;
    seeking->budget -= spent < seeking->budget ? spent : seeking->budget;
    seeking->spent |= seeking->budget == 0;
}

static bool gives_the_result(struct seeking *seeking, uint32_t size)
{
    struct view *view = &seeking->view;
    for (uint32_t i = 0; i < size; i++)
        assume_choice(seeking, &seeking->candidates[seeking->picked[i]], seeking->choices[i]);
    uint64_t begun = view->steps;
    enum truth holds = complete_rule(view, seeking->finding->rule, &seeking->scratch, seeking->budget).holds;
    charge(seeking, begun);
    view->assumption_count = 0;
    for (uint32_t i = 0; i < size; i++) {
        const struct candidate *candidate = &seeking->candidates[seeking->picked[i]];
        if (candidate->closed)
            seeking->mask.hidden[mask_number(&seeking->mask, (struct cell_key){candidate->keys[0].entity, 0, FACT_EXISTS})] = false;
    }
    return holds != TRUTH_UNKNOWN && result_of(seeking->finding->rule->effect, holds) == seeking->ways->wanted;
}

/* Whether what is picked holds a way that was found with fewer. */
static bool holds_smaller(const struct seeking *seeking, uint32_t size)
{
    for (uint32_t i = 0; i < seeking->found_count; i++) {
        const struct found *found = &seeking->found[i];
        uint32_t met = 0;
        for (uint32_t j = 0; j < size && found->count < size; j++)
            for (uint32_t k = 0; k < found->count; k++)
                met += found->candidates[k] == seeking->picked[j] && (found->choices[k] & bit(seeking->choices[j]));
        if (found->count < size && met == found->count)
            return true;
    }
    return false;
}

/* Joins a way to one that differs in the choice of a single candidate. */
static bool join(struct seeking *seeking, const struct found *new)
{
    for (uint32_t i = 0; i < seeking->found_count; i++) {
        struct found *found = &seeking->found[i];
        uint32_t differ = 0;
        uint32_t at = 0;
        for (uint32_t j = 0; j < new->count && found->count == new->count; j++) {
            differ += found->candidates[j] != new->candidates[j] ? 2 : 0;
            if (found->choices[j] != new->choices[j]) {
                differ++;
                at = j;
            }
        }
        if (found->count != new->count || differ != 1)
            continue;
        found->choices[at] |= new->choices[at];
        return true;
    }
    return false;
}

static void keep(struct seeking *seeking, uint32_t size)
{
    struct found found = {.count = size};
    for (uint32_t i = 0; i < size; i++) {
        found.candidates[i] = seeking->picked[i];
        found.choices[i] = bit(seeking->choices[i]);
    }
    if (join(seeking, &found))
        return;
    if (seeking->found_count == WAYS_MAX)
        seeking->spent = true;
    else
        seeking->found[seeking->found_count++] = found;
}

/* Joined ways may be joined again, among those of one size. */
static void join_again(struct seeking *seeking, uint32_t from)
{
    for (bool joined = true; joined;) {
        joined = false;
        for (uint32_t i = seeking->found_count; i-- > from;) {
            struct found last = seeking->found[i];
            seeking->found[i] = (struct found){0};
            if (!join(seeking, &last)) {
                seeking->found[i] = last;
                continue;
            }
            for (uint32_t j = i; j + 1 < seeking->found_count; j++)
                seeking->found[j] = seeking->found[j + 1];
            seeking->found_count--;
            joined = true;
        }
    }
}

static void seek(struct seeking *seeking, uint32_t at, uint32_t from, uint32_t size)
{
    if (at == size) {
        if (!holds_smaller(seeking, size) && gives_the_result(seeking, size))
            keep(seeking, size);
        return;
    }
    if (at == WAY_CHANGES_MAX)
        return;
    for (uint32_t i = from; i < seeking->candidate_count && !seeking->spent; i++) {
        seeking->picked[at] = i;
        for (uint32_t j = 0; j < seeking->candidates[i].choice_count && !seeking->spent; j++) {
            if (j == seeking->candidates[i].now)
                continue;
            seeking->choices[at] = j;
            seek(seeking, at + 1, i + 1, size);
        }
    }
}

/* ---- what was found, in words ------------------------------------------------------------------------------------------ */

/* Whether any value would do, other than the one that the record has. */
static bool is_any_other(const struct candidate *candidate, uint64_t choices)
{
    uint64_t others = (bit(candidate->choice_count) - 1) & ~(candidate->now == NO_CHOICE ? 0 : bit(candidate->now));
    return choices == others && (others & (others - 1)) != 0;
}

/* Runs of the chosen values, one after another. */
static void write_runs(const struct seeking *seeking, const struct candidate *candidate, uint64_t choices, struct buffer *buffer)
{
    struct value values[OPTIONS_MAX];
    for (uint32_t i = 0; i < candidate->choice_count; i++)
        values[i] = candidate->choices[i].values[0];
    for (uint32_t first = 0, written = 0; first < candidate->choice_count; first++) {
        if (!(choices & bit(first)))
            continue;
        uint32_t last = first;
        while (last + 1 < candidate->choice_count && (choices & bit(last + 1)))
            last++;
        if (written++)
            phrase_message(buffer, MESSAGE_OR_ALSO);
        ordered_say_run(seeking->view.record, fact_of(seeking, candidate->keys[0]), values, candidate->choice_count, first, last, buffer);
        first = last;
    }
}

/* The choices of a fact: runs of an ordered type, or one value after another. */
static void write_choices(const struct seeking *seeking, const struct candidate *candidate, uint64_t choices, struct buffer *buffer)
{
    const struct fact *fact = fact_of(seeking, candidate->keys[0]);
    bool ordered = type_is_ordered(fact->type);
    if (ordered && is_any_other(candidate, choices))
        phrase_message(buffer, MESSAGE_ANY_OTHER_VALUE);
    else if (ordered)
        write_runs(seeking, candidate, choices, buffer);
    for (uint32_t i = 0, written = 0; i < candidate->choice_count && !ordered; i++) {
        if (!(choices & bit(i)))
            continue;
        if (written++)
            phrase_message(buffer, MESSAGE_OR_ALSO);
        domain_say(seeking->view.record, fact, candidate->choices[i].values[0], buffer);
    }
}

static bool same_scalar(struct type type, union scalar a, union scalar b)
{
    return (domain_is_fresh(type, a) && domain_is_fresh(type, b)) || value_same(value_scalar(type.kind, a), value_scalar(type.kind, b));
}

/* Whether all members of one set are in the other; of scalars, whether they are the same. */
static bool is_within(struct type type, struct value inner, struct value outer)
{
    if (!type.set)
        return same_scalar(type, inner.as.one, outer.as.one);
    for (uint32_t i = 0; i < inner.count; i++) {
        bool found = false;
        for (uint32_t j = 0; j < outer.count && !found; j++)
            found = same_scalar(type, inner.as.members[i], outer.as.members[j]);
        if (!found)
            return false;
    }
    return true;
}

static bool choice_is_within(const struct seeking *seeking, const struct candidate *candidate, uint32_t inner, uint32_t outer)
{
    for (uint32_t i = 0; i < candidate->key_count; i++)
        if (!is_within(fact_of(seeking, candidate->keys[i])->type, candidate->choices[inner].values[i],
                       candidate->choices[outer].values[i]))
            return false;
    return true;
}

/* The choices without those that only add members to another that would do. */
static uint64_t least_choices(const struct seeking *seeking, const struct candidate *candidate, uint64_t choices)
{
    uint64_t least = choices;
    for (uint32_t i = 0; i < candidate->choice_count; i++)
        for (uint32_t j = 0; j < candidate->choice_count; j++) {
            bool both = (choices & bit(i)) && (choices & bit(j)) && i != j;
            if (both && choice_is_within(seeking, candidate, j, i) && (j < i || !choice_is_within(seeking, candidate, i, j)))
                least &= ~bit(i);
        }
    return least;
}

/* Memory that runs out for a text is told by the arena. */
static void add_changes(struct seeking *seeking, struct builder *builder, const struct candidate *candidate, uint64_t choices,
                        struct way *way)
{
    for (uint32_t i = 0; i < candidate->key_count; i++) {
        struct way_change *change = &way->changes[way->count++];
        change->entity = &seeking->view.rules->vocabulary.entities[candidate->keys[i].entity];
        change->fact = fact_of(seeking, candidate->keys[i]);
        change->added = candidate->added;
        change->before = (struct text){"", 0};
        if (candidate->added) {
            uint32_t choice = 0;
            while (!(choices & bit(choice)))
                choice++;
            buffer_format(builder->buffer, "%t.further.%t", change->entity->list_name, change->fact->name);
            change->path = builder_take(builder);
            domain_say(seeking->view.record, change->fact, candidate->choices[choice].values[i], builder->buffer);
        } else {
            struct fact_use use = fact_use_make(builder, candidate->keys[i]);
            change->path = use.path;
            change->before = use.value_text;
            write_choices(seeking, candidate, choices, builder->buffer);
        }
        builder_take_phrase(builder, &change->phrase, &change->value);
    }
}

static uint64_t lowest(uint64_t choices)
{
    return choices & (~choices + 1);
}

/* An added item that would do with several sets of values is shown once for each: the first combination of them, */
static struct found first_choices(const struct seeking *seeking, const struct found *all)
{
    struct found now = *all;
    for (uint32_t i = 0; i < all->count; i++)
        if (seeking->candidates[all->candidates[i]].added)
            now.choices[i] = lowest(all->choices[i]);
    return now;
}

/* and the next one; false after the last. */
static bool next_choices(const struct seeking *seeking, const struct found *all, struct found *now)
{
    for (uint32_t i = 0; i < all->count; i++) {
        if (!seeking->candidates[all->candidates[i]].added)
            continue;
        uint64_t above = all->choices[i] & ~((now->choices[i] << 1) - 1);
        now->choices[i] = lowest(above ? above : all->choices[i]);
        if (above)
            return true;
    }
    return false;
}

/* The ways that one set of changes stands for; false when memory ran out. */
static bool write_found(struct seeking *seeking, struct builder *builder, struct found all)
{
    struct exd_ways *ways = seeking->ways;
    for (uint32_t i = 0; i < all.count; i++)
        all.choices[i] = least_choices(seeking, &seeking->candidates[all.candidates[i]], all.choices[i]);
    struct found now = first_choices(seeking, &all);
    do {
        if (ways->count == WAYS_MAX) {
            ways->unlisted = true;
            return true;
        }
        struct way *way = &ways->ways[ways->count++];
        way->changes = arena_array(&ways->arena, (size_t)now.count * ITEM_FACTS_MAX, sizeof *way->changes);
        if (!way->changes)
            return false;
        for (uint32_t i = 0; i < now.count; i++)
            add_changes(seeking, builder, &seeking->candidates[now.candidates[i]], now.choices[i], way);
    } while (next_choices(seeking, &all, &now));
    return true;
}

static bool write_ways(struct seeking *seeking)
{
    struct exd_ways *ways = seeking->ways;
    struct buffer buffer;
    buffer_init(&buffer, ways->memory);
    struct builder builder = {&seeking->view, &ways->arena, &buffer};
    ways->ways = arena_array(&ways->arena, WAYS_MAX, sizeof *ways->ways);
    bool good = ways->ways != NULL;
    for (uint32_t i = 0; i < seeking->found_count && good; i++)
        good = write_found(seeking, &builder, seeking->found[i]);
    buffer_free(&buffer);
    return good;
}

bool ways_find(struct exd_ways *ways)
{
    const struct exd_report *report = ways->report;
    struct seeking *seeking = arena_alloc(&ways->arena, sizeof *seeking);
    if (!seeking || !mask_init(&seeking->mask, report->record, &ways->arena))
        return false;
    seeking->ways = ways;
    seeking->finding = &report->findings[ways->finding];
    seeking->arena = &ways->arena;
    seeking->budget = report->step_limit;
    arena_init(&seeking->scratch, ways->memory);
    check_view(report, &seeking->view);
    seeking->view.mask = &seeking->mask;
    uint32_t subject = seeking->finding->subject;
    view_set_subject(&seeking->view, seeking->finding->rule,
                     subject == NO_ITEM ? report->record->lists[report->rules->vocabulary.offence].count : subject);
    seeking->view.step_limit = seeking->budget;
    for (uint32_t i = 0; i < seeking->finding->part_count && !seeking->failed; i++)
        list_candidates(seeking, &seeking->finding->because[i]);
    seeking->view.step_limit = UINT64_MAX;
    charge(seeking, 0);
    for (uint32_t size = 1; size <= ways->most && !seeking->failed && !seeking->spent; size++) {
        uint32_t from = seeking->found_count;
        seek(seeking, 0, 0, size);
        join_again(seeking, from);
        ways->tried = seeking->spent ? ways->tried : size;
    }
    bool good = !seeking->failed && !seeking->scratch.exhausted && write_ways(seeking);
    arena_free(&seeking->scratch);
    return good && !ways->arena.exhausted;
}
