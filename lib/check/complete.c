#include "check/complete.h"

#include "check/lanes.h"

/* Items imagined in one list; a rule that asks more of it than this is not proved by completion. */
enum { IMAGINED_MAX = 8 };

/* Most rules are settled by a few completions, found one at a time. Those that are not are begun anew, many completions at once. */
enum { TRIED_ALONE_MAX = 48, MISFITS_MAX = 64 };

struct search {
    struct view *view;
    const struct rule *rule;
    enum lane_question question;
    struct arena *scratch;
    struct lanes *lanes; /* NULL: one at a time, and only so many */
    uint32_t tried;
    uint32_t misfits; /* parts of the search that lanes could not take */
    bool seen_true;
    bool seen_false;
    bool seen_neither;    /* with every fact known it is open all the same: the calendar, or the law, leaves it so */
    enum inexact partial; /* some completions could not be tried, and why the first of them */
    bool has_target;
    struct cell_key target; /* complete_matters(): the fact in question, assigned last */
};

/* Past the limit everything is unknown, which tells nothing. */
static bool is_out_of_steps(const struct view *view)
{
    return view->steps > view->step_limit;
}

/* ---- which unknown fact decides next ---------------------------------------------------------------------------------- */

/* What a descent looks for: the first fact, below limbs that are undecided, that is unknown and not the target. */
struct descent {
    struct view *view;
    const struct search *search; /* NULL: any */
    bool disputed_only;
    struct cell_key *keys;
    uint32_t room;
    uint32_t count;
};

static bool descent_is_done(const struct descent *descent)
{
    return descent->count == descent->room;
}

static void offer(struct descent *descent, struct cell_key key)
{
    if (descent_is_done(descent) || (descent->search && descent->search->has_target && cell_key_same(key, descent->search->target)))
        return;
    for (uint32_t i = 0; i < descent->count; i++)
        if (cell_key_same(descent->keys[i], key))
            return;
    descent->keys[descent->count++] = key;
}

static void offer_fact(struct descent *descent, struct cell_key key)
{
    const struct cell *cell;
    bool presumed;
    struct value value = view_fact(descent->view, key, &cell, &presumed);
    bool wanted = descent->disputed_only ? cell && cell->status == CELL_DISPUTED : value_is_imprecise(value);
    if (wanted)
        offer(descent, key);
}

static void offer_request_fact(struct descent *descent, const char *fact)
{
    offer_fact(descent, view_request_key(descent->view, fact));
}

static void descend_expression(struct descent *descent, uint32_t index)
{
    const struct program *program = &descent->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    switch (node->op) {
    case OP_FACT:
        offer_fact(descent, (struct cell_key){node->c, descent->view->items[node->a], node->b});
        break;
    case OP_TREATY_REGULATES:
        offer_request_fact(descent, "treaty_in_force");
        offer_request_fact(descent, "treaty_provides");
        offer_request_fact(descent, "requested_state");
        offer_request_fact(descent, "requesting_state");
        break;
    case OP_TREATY_IN_FORCE:
        offer_request_fact(descent, "treaty_in_force");
        break;
    default:
        for (uint32_t i = 0; i < program_below_count(node); i++)
            descend_expression(descent, program_below(program, node, i));
    }
}

static void descend(struct descent *descent, uint32_t index);

static void descend_quantifier(struct descent *descent, const struct program_node *node)
{
    struct view *view = descent->view;
    uint32_t count = view_item_count(view, node->b);
    uint32_t imagined = view_list_is_complete(view, node->b) ? 0 : view->imagined[node->b];
    if (descent->disputed_only && imagined == 0 && !view_list_is_complete(view, node->b))
        imagined = 1; /* what is disputed may bear on an item that is not listed */
    uint32_t outer = view->items[node->c];
    for (uint32_t i = 0; i < count + imagined && !descent_is_done(descent) && !is_out_of_steps(view); i++) {
        view->items[node->c] = i;
        struct cell_key exists = {node->b, i, FACT_EXISTS};
        enum truth body = evaluate_truth(view, node->a);
        bool assumed = i < count;
        for (uint32_t j = 0; j < view->assumption_count && !assumed; j++)
            assumed = cell_key_same(view->assumptions[j].key, exists);
        bool idle = body == (node->op == OP_EVERY ? TRUTH_TRUE : TRUTH_FALSE); /* this item changes nothing, there or not */
        if (!assumed && !idle && !descent->disputed_only)
            offer(descent, exists);
        if (body == TRUTH_UNKNOWN)
            descend(descent, node->a);
    }
    view->items[node->c] = outer;
}

static void descend(struct descent *descent, uint32_t index)
{
    const struct program *program = &descent->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    if (descent_is_done(descent) || evaluate_truth(descent->view, index) != TRUTH_UNKNOWN || is_out_of_steps(descent->view))
        return;
    switch (node->op) {
    case OP_ALL:
    case OP_ANY:
        for (uint32_t i = 0; i < node->b; i++)
            descend(descent, program->children[node->a + i]);
        break;
    case OP_UNLESS:
        descend(descent, node->a);
        descend(descent, node->b);
        break;
    case OP_NOT:
    case OP_DEFINITION:
        descend(descent, node->a);
        break;
    case OP_SOME:
    case OP_EVERY:
    case OP_NO:
        descend_quantifier(descent, node);
        break;
    case OP_TEST:
        descend_expression(descent, node->a);
        break;
    default:
        break;
    }
}

static void descend_rule(struct descent *descent, const struct rule *rule)
{
    uint32_t roots[] = {rule->given, rule->when, rule->unless};
    if (rule_in_play(descent->view, rule) == TRUTH_UNKNOWN) {
        if (rule->for_requested_count)
            offer_request_fact(descent, "requested_state");
        if (rule->for_requesting_count)
            offer_request_fact(descent, "requesting_state");
    }
    bool engaged_only = descent->search && descent->search->question == LANES_ENGAGED;
    for (size_t i = 0; i < 3; i++)
        if (roots[i] != NO_ROOT && !(engaged_only && roots[i] == rule->when))
            descend(descent, roots[i]);
}

static bool next_cell(struct search *search, struct cell_key *key)
{
    struct descent descent = {.view = search->view, .search = search, .keys = key, .room = 1};
    descend_rule(&descent, search->rule);
    return descent.count == 1;
}

uint32_t complete_disputed(struct view *view, const struct rule *rule, struct cell_key *keys, uint32_t room)
{
    struct descent descent = {.view = view, .disputed_only = true, .keys = keys, .room = room};
    descend_rule(&descent, rule);
    return descent.count;
}

/* ---- the search ------------------------------------------------------------------------------------------------------- */

static bool is_interrupted(const struct search *search)
{
    return !search->lanes && search->tried > TRIED_ALONE_MAX;
}

/* Open, and known to be: whatever else is tried. */
static bool is_open(const struct search *search)
{
    return (search->seen_true && search->seen_false) || search->seen_neither;
}

static bool is_over(const struct search *search)
{
    return is_open(search) || is_out_of_steps(search->view) || is_interrupted(search);
}

static void leave_out(struct search *search, enum inexact why)
{
    if (search->partial == EXACT)
        search->partial = why;
}

static bool reads_treaties(const struct program *program, uint32_t index)
{
    const struct program_node *node = &program->nodes[index];
    bool found = false;
    switch (node->op) {
    case OP_TREATY_IN_FORCE:
    case OP_TREATY_REGULATES:
        return true;
    case OP_ALL:
    case OP_ANY:
        for (uint32_t i = 0; i < node->b && !found; i++)
            found = reads_treaties(program, program->children[node->a + i]);
        return found;
    case OP_UNLESS:
        return reads_treaties(program, node->a) || reads_treaties(program, node->b);
    case OP_NOT:
    case OP_DEFINITION:
    case OP_TEST:
    case OP_SOME:
    case OP_EVERY:
    case OP_NO:
        return reads_treaties(program, node->a);
    default:
        return false;
    }
}

/* Whether treaties apply was found out without the values that are tried here. */
static bool rests_on_open_treaties(const struct search *search)
{
    const struct exd_rules *rules = search->view->rules;
    uint32_t roots[] = {search->rule->given, search->rule->when, search->rule->unless};
    bool open = false;
    bool reads = false;
    for (uint32_t i = 0; search->view->applies && i < rules->instrument_count; i++)
        open |= search->view->applies[i] == TRUTH_UNKNOWN;
    for (size_t i = 0; i < 3 && open && !reads; i++)
        reads = roots[i] != NO_ROOT && reads_treaties(&rules->program, roots[i]);
    return reads;
}

/* A completion that gives neither answer. */
static void note_neither(struct search *search)
{
    if (rests_on_open_treaties(search))
        leave_out(search, INEXACT_INSTRUMENTS);
    else
        search->seen_neither = true;
}

static enum truth answer(struct search *search)
{
    struct rule_truth truth = evaluate_rule(search->view, search->rule);
    search->tried += !search->lanes;
    return search->question == LANES_ENGAGED ? truth.engaged : truth.holds;
}

/* Compiles what is left of the search, where it fits and can be gone through within the steps that are left. */
static bool fits_lanes(struct search *search)
{
    struct view *view = search->view;
    if (!search->lanes || search->misfits == MISFITS_MAX)
        return false;
    bool fits =
        lanes_compile(search->lanes, view, search->rule, search->question, search->has_target ? &search->target : NULL, search->scratch) &&
        search->lanes->block_count <= (view->step_limit - view->steps) / search->lanes->node_count;
    search->misfits += !fits;
    return fits;
}

static bool any_lane(const uint64_t plane[LANE_WORDS])
{
    uint64_t any = 0;
    for (int i = 0; i < LANE_WORDS; i++)
        any |= plane[i];
    return any != 0;
}

/* The lanes of a block that say neither yes nor no. */
static void find_neither(const struct lanes *lanes, const struct planes *result, uint64_t neither[LANE_WORDS])
{
    for (int i = 0; i < LANE_WORDS; i++)
        neither[i] = lanes->valid[i] & ~(result->yes[i] | result->no[i]);
}

static void seek_by_lanes(struct search *search)
{
    struct planes result;
    uint64_t neither[LANE_WORDS];
    while (!is_over(search) && lanes_next(search->lanes, &result)) {
        search->seen_true |= any_lane(result.yes);
        search->seen_false |= any_lane(result.no);
        find_neither(search->lanes, &result, neither);
        if (any_lane(neither))
            note_neither(search);
    }
}

static bool get_domain(struct search *search, struct cell_key key, struct domain *domain)
{
    bool found =
        search->view->assumption_count < ASSUMPTIONS_MAX && domain_to_try(search->view, search->rule, key, search->scratch, domain);
    if (!found || !domain->whole || domain->count == 0)
        leave_out(search, INEXACT_VALUES);
    return found && domain->count != 0;
}

/* Tries every value of one fact after another; depth is bounded by the room for assumptions. */
static void seek(struct search *search)
{
    enum truth holds = answer(search);
    if (is_out_of_steps(search->view))
        return;
    if (holds != TRUTH_UNKNOWN) {
        search->seen_true |= holds == TRUTH_TRUE;
        search->seen_false |= holds == TRUTH_FALSE;
        return;
    }
    if (fits_lanes(search)) {
        seek_by_lanes(search);
        return;
    }
    struct cell_key key;
    struct domain domain;
    if (!next_cell(search, &key)) {
        if (!is_out_of_steps(search->view))
            note_neither(search);
        return;
    }
    if (!get_domain(search, key, &domain))
        return;
    struct view *view = search->view;
    for (uint32_t i = 0; i < domain.count && !is_over(search); i++) {
        view->assumptions[view->assumption_count++] = (struct assumption){key, domain.values[i]};
        seek(search);
        view->assumption_count--;
    }
}

/* Imagines as many items in every incomplete list as the rule could tell apart. */
static void imagine(struct search *search, bool on)
{
    struct view *view = search->view;
    for (uint32_t i = 0; i < view->rules->vocabulary.entity_count; i++) {
        view->imagined[i] = 0;
        if (!on || view_list_is_complete(view, i))
            continue;
        uint32_t witnesses = domain_witnesses(view, search->rule, i);
        if (witnesses > IMAGINED_MAX)
            leave_out(search, INEXACT_ITEMS);
        view->imagined[i] = (uint8_t)(witnesses < IMAGINED_MAX ? witnesses : IMAGINED_MAX);
    }
}

/* Goes over to lanes; false when there is no memory for them. */
static bool widen(struct search *search)
{
    search->lanes = arena_alloc(search->scratch, sizeof *search->lanes);
    return search->lanes != NULL;
}

static struct completion conclude(const struct search *search, uint64_t begun)
{
    const struct view *view = search->view;
    struct completion completion = {.holds = TRUTH_UNKNOWN, .inexact = search->partial, .steps = view->steps - begun};
    bool interrupted = is_out_of_steps(view) || is_interrupted(search);
    if (is_open(search)) {
        completion.inexact = EXACT;
    } else if (interrupted) {
        completion.inexact = INEXACT_STEPS;
    } else if (search->partial == EXACT && search->seen_true != search->seen_false) {
        completion.holds = truth_of(search->seen_true);
        completion.by_completion = true;
    }
    return completion;
}

static struct completion complete_question(struct view *view, const struct rule *rule, enum lane_question question, struct arena *scratch,
                                           uint64_t steps)
{
    struct search search = {.view = view, .rule = rule, .question = question, .scratch = scratch};
    struct arena_mark mark = arena_mark(scratch);
    uint64_t begun = view->steps;
    view->step_limit = begun + steps;
    imagine(&search, true);
    enum inexact too_many = search.partial;
    seek(&search);
    if (is_interrupted(&search) && !is_open(&search) && widen(&search)) {
        search.partial = too_many;
        seek(&search);
    }
    imagine(&search, false);
    arena_rewind(scratch, mark);
    struct completion completion = conclude(&search, begun);
    view->step_limit = UINT64_MAX;
    return completion;
}

struct completion complete_rule(struct view *view, const struct rule *rule, struct arena *scratch, uint64_t steps)
{
    enum truth holds = evaluate_rule(view, rule).holds;
    if (holds != TRUTH_UNKNOWN)
        return (struct completion){.holds = holds};
    return complete_question(view, rule, LANES_HOLDS, scratch, steps);
}

struct completion complete_engaged(struct view *view, const struct rule *rule, struct arena *scratch, uint64_t steps)
{
    enum truth engaged = evaluate_rule(view, rule).engaged;
    if (engaged != TRUTH_UNKNOWN)
        return (struct completion){.holds = engaged};
    return complete_question(view, rule, LANES_ENGAGED, scratch, steps);
}

/* ---- does one fact matter --------------------------------------------------------------------------------------------- */

static bool target_decides(struct search *search)
{
    struct view *view = search->view;
    struct domain domain;
    if (!get_domain(search, search->target, &domain))
        return false;
    bool seen[3] = {false, false, false};
    for (uint32_t i = 0; i < domain.count; i++) {
        view->assumptions[view->assumption_count++] = (struct assumption){search->target, domain.values[i]};
        seen[evaluate_rule(view, search->rule).holds] = true;
        view->assumption_count--;
    }
    return !is_out_of_steps(view) && (int)seen[0] + (int)seen[1] + (int)seen[2] > 1;
}

/* Whether two values of the target, with all else alike, give different answers, or one gives none. */
static bool target_decides_by_lanes(struct search *search)
{
    struct lanes *lanes = search->lanes;
    if (lanes->target == LANE_VARIABLES_MAX)
        return false; /* what is left does not read it */
    uint32_t values = lanes->variables[lanes->target].domain.count;
    struct planes result;
    struct planes seen = {{0}, {0}};
    uint64_t found[LANE_WORDS];
    for (uint32_t at = 0; lanes_next(lanes, &result); at = at + 1 == values ? 0 : at + 1) {
        find_neither(lanes, &result, found);
        for (int i = 0; i < LANE_WORDS; i++) {
            seen.yes[i] = result.yes[i] | (at ? seen.yes[i] : 0);
            seen.no[i] = result.no[i] | (at ? seen.no[i] : 0);
            found[i] |= seen.yes[i] & seen.no[i];
        }
        if (any_lane(found))
            return true;
    }
    return false;
}

/* Whether a completion was found in which the target decides. */
static bool seek_target(struct search *search)
{
    struct view *view = search->view;
    if (is_out_of_steps(view) || answer(search) != TRUTH_UNKNOWN || is_interrupted(search))
        return false;
    if (fits_lanes(search))
        return target_decides_by_lanes(search);
    struct cell_key key;
    struct domain domain;
    if (!next_cell(search, &key))
        return target_decides(search);
    if (!get_domain(search, key, &domain))
        return false;
    bool found = false;
    for (uint32_t i = 0; i < domain.count && !found && !is_out_of_steps(view); i++) {
        view->assumptions[view->assumption_count++] = (struct assumption){key, domain.values[i]};
        found = seek_target(search);
        view->assumption_count--;
    }
    return found;
}

enum truth complete_matters(struct view *view, const struct rule *rule, struct cell_key key, struct arena *scratch, uint64_t *steps,
                            enum inexact *why)
{
    struct search search = {.view = view, .rule = rule, .scratch = scratch, .has_target = true, .target = key};
    struct arena_mark mark = arena_mark(scratch);
    uint64_t begun = view->steps;
    view->step_limit = begun + *steps;
    imagine(&search, true);
    enum inexact too_many = search.partial;
    bool found = seek_target(&search);
    if (!found && is_interrupted(&search) && widen(&search)) {
        search.partial = too_many;
        found = seek_target(&search);
    }
    imagine(&search, false);
    arena_rewind(scratch, mark);
    bool interrupted = is_out_of_steps(view) || is_interrupted(&search);
    *why = found ? EXACT : interrupted ? INEXACT_STEPS : search.partial;
    view->step_limit = UINT64_MAX;
    uint64_t spent = view->steps - begun;
    *steps = spent < *steps ? *steps - spent : 0;
    return found ? TRUTH_TRUE : *why == EXACT ? TRUTH_FALSE : TRUTH_UNKNOWN;
}
