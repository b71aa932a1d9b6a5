#include "check/because.h"

enum { STEPS_OF_A_LIMB = 20 }; /* what showing a limb costs, beside evaluating it: memory, and bytes of the report */

static bool build(struct builder *builder, uint32_t root, bool decides, struct because *out);

/* ---- the facts of a leaf ---------------------------------------------------------------------------------------------- */

static bool add_key(struct builder *builder, struct fact_list *list, struct cell_key key)
{
    struct fact_use use = fact_use_make(builder, key);
    return fact_list_add(builder, list, &use);
}

static bool add_request_fact(struct builder *builder, struct fact_list *list, const char *fact)
{
    return add_key(builder, list, view_request_key(builder->view, fact));
}

static bool collect_leaf(struct builder *builder, uint32_t index, struct fact_list *list)
{
    const struct program *program = &builder->view->rules->program;
    const struct program_node *node = &program->nodes[index];
    bool good = true;
    if (node->op == OP_FACT)
        return add_key(builder, list, (struct cell_key){node->c, builder->view->items[node->a], node->b});
    if (node->op == OP_TREATY_IN_FORCE || node->op == OP_TREATY_REGULATES)
        /* The States decide which instruments of the library apply; the record's own word is asked only where none does. */
        return add_request_fact(builder, list, "requesting_state") && add_request_fact(builder, list, "requested_state") &&
               (evaluate_truth(builder->view, index) == TRUTH_TRUE ||
                (add_request_fact(builder, list, "treaty_in_force") &&
                 (node->op == OP_TREATY_IN_FORCE || add_request_fact(builder, list, "treaty_provides"))));
    for (uint32_t i = 0; i < program_below_count(node); i++)
        good &= collect_leaf(builder, program_below(program, node, i), list);
    return good;
}

/* ---- limbs ------------------------------------------------------------------------------------------------------------ */

static const enum limb_kind limb_kinds[] = {
    [OP_ALL] = LIMB_ALL,     [OP_ANY] = LIMB_ANY, [OP_NOT] = LIMB_NOT,       [OP_SOME] = LIMB_SOME,
    [OP_EVERY] = LIMB_EVERY, [OP_NO] = LIMB_NO,   [OP_UNLESS] = LIMB_UNLESS, [OP_DEFINITION] = LIMB_DEFINITION,
    [OP_TEST] = LIMB_TEST,
};

enum limb_kind because_limb_kind(enum node_op op)
{
    return limb_kinds[op];
}

static bool make_children(struct builder *builder, struct because *out, uint32_t count)
{
    out->children = arena_array(builder->arena, count, sizeof *out->children);
    out->child_count = out->children ? count : 0;
    return out->children != NULL;
}

/* Whether a limb bears on the result of what it stands in: it has the result's own truth, or the result is unknown and the limb is settled in the
 * way that leaves it so, as the limbs of `all` that are known to be true. */
static bool bears(enum truth result, enum truth limb, enum truth leaves_open)
{
    return limb == result || (result == TRUTH_UNKNOWN && limb == leaves_open);
}

static bool build_list(struct builder *builder, const struct program_node *node, struct because *out)
{
    const uint32_t *children = &builder->view->rules->program.children[node->a];
    bool good = make_children(builder, out, node->b);
    for (uint32_t i = 0; i < out->child_count; i++) {
        enum truth truth = evaluate_truth(builder->view, children[i]);
        good &= build(builder, children[i], out->decides && bears(out->truth, truth, node->op == OP_ALL ? TRUTH_TRUE : TRUTH_FALSE),
                      &out->children[i]);
    }
    return good;
}

static bool build_item(struct builder *builder, const struct program_node *node, uint32_t item, bool decides, struct because *out)
{
    struct view *view = builder->view;
    uint32_t outer = view->items[node->c];
    view->items[node->c] = item;
    out->kind = LIMB_ITEM;
    out->node = NO_ROOT;
    out->truth = evaluate_truth(view, node->a);
    out->decides = decides;
    out->id = out->cite = out->label = out->note = (struct text){"", 0};
    out->expression = view->record->lists[node->b].items[item].id;
    bool good = make_children(builder, out, 1) && build(builder, node->a, decides, &out->children[0]);
    view->items[node->c] = outer;
    return good;
}

static bool gather_facts(struct builder *builder, const struct because *from, struct fact_list *into)
{
    bool good = true;
    if (!from->decides)
        return true;
    for (uint32_t i = 0; i < from->facts.count; i++)
        if (from->facts.items[i].fact)
            good &= fact_list_add(builder, into, &from->facts.items[i]);
    for (uint32_t i = 0; i < from->child_count; i++)
        good &= gather_facts(builder, &from->children[i], into);
    return good;
}

/* What an item that the record does not list would turn on, other than on itself: with an incomplete list the result rests on that too. */
static bool add_imagined(struct builder *builder, const struct program_node *node, uint32_t count, struct because *out)
{
    struct because imagined;
    uint32_t outer = builder->view->items[node->c];
    builder->view->items[node->c] = count;
    bool good = build(builder, node->a, true, &imagined);
    builder->view->items[node->c] = outer;
    return good && gather_facts(builder, &imagined, &out->facts);
}

/* The truth of a quantifier's body for an item that the record does not list. */
static enum truth imagined_body(struct view *view, const struct program_node *node, uint32_t count)
{
    uint32_t outer = view->items[node->c];
    view->items[node->c] = count;
    enum truth body = evaluate_truth(view, node->a);
    view->items[node->c] = outer;
    return body;
}

/* some, every, no. What the item's truth must be for the item to decide: for a result that one item brings about, the same as that item's;
 * for one that takes all items, every item. */
static bool build_quantifier(struct builder *builder, const struct program_node *node, struct because *out)
{
    struct view *view = builder->view;
    uint32_t count = view_item_count(view, node->b);
    enum truth wanted = node->op == OP_EVERY ? TRUTH_FALSE : TRUTH_TRUE;    /* the truth of a witness */
    enum truth by_witness = node->op == OP_SOME ? TRUTH_TRUE : TRUTH_FALSE; /* the result that one witness brings about */
    struct fact_use list = fact_use_make(builder, (struct cell_key){node->b, 0, FACT_EXISTS});
    bool list_counts = !view_list_is_complete(view, node->b) && imagined_body(view, node, count) != truth_not(wanted);
    bool good = make_children(builder, out, count);
    for (uint32_t i = 0; i < out->child_count; i++) {
        uint32_t outer = view->items[node->c];
        view->items[node->c] = i;
        enum truth body = evaluate_truth(view, node->a);
        view->items[node->c] = outer;
        bool decides = out->truth == by_witness ? body == wanted : out->truth == TRUTH_UNKNOWN ? body == TRUTH_UNKNOWN : true;
        good &= build_item(builder, node, i, out->decides && decides, &out->children[i]);
    }
    bool open_ended = !view_list_is_complete(view, node->b);
    if (out->truth == TRUTH_UNKNOWN ? list_counts || !open_ended : out->truth != by_witness)
        good &= fact_list_add(builder, &out->facts, &list);
    if (open_ended && (out->truth == TRUTH_UNKNOWN ? list_counts : out->truth != by_witness))
        good &= add_imagined(builder, node, count, out);
    return good;
}

/* a and not b */
static bool build_unless(struct builder *builder, const struct program_node *node, struct because *out)
{
    enum truth condition = evaluate_truth(builder->view, node->a);
    enum truth exception = evaluate_truth(builder->view, node->b);
    return make_children(builder, out, 2) &&
           build(builder, node->a, out->decides && bears(out->truth, condition, TRUTH_TRUE), &out->children[0]) &&
           build(builder, node->b, out->decides && bears(out->truth, truth_not(exception), TRUTH_TRUE), &out->children[1]);
}

static bool build(struct builder *builder, uint32_t root, bool decides, struct because *out)
{
    const struct program *program = &builder->view->rules->program;
    const struct program_node *node = &program->nodes[root];
    const struct limb *limb = &program->limbs[node->limb];
    builder->view->steps += STEPS_OF_A_LIMB;
    *out = (struct because){
        .kind = limb_kinds[node->op],
        .truth = evaluate_truth(builder->view, root),
        .decides = decides,
        .node = root,
        .id = limb->title->id,
        .cite = limb->title->cite,
        .label = limb->title->label,
        .expression = limb->expression,
        .note = {"", 0},
    };
    if (builder->view->steps > builder->view->step_limit)
        return true; /* the proof is given up */
    switch (node->op) {
    case OP_ALL:
    case OP_ANY:
        return build_list(builder, node, out);
    case OP_SOME:
    case OP_EVERY:
    case OP_NO:
        return build_quantifier(builder, node, out);
    case OP_UNLESS:
        return build_unless(builder, node, out);
    case OP_TEST:
        return collect_leaf(builder, node->a, &out->facts);
    default: /* not, definition */
        return make_children(builder, out, 1) && build(builder, node->a, decides, &out->children[0]);
    }
}

bool because_build(struct builder *builder, uint32_t root, bool decides, struct because *out)
{
    return build(builder, root, decides, out) && !builder->arena->exhausted;
}

/* ---- the parts of a rule ---------------------------------------------------------------------------------------------- */

struct part {
    uint32_t root;
    const char *word;
    enum truth truth;
    bool decides;
};

/* Refusing: given and when and not unless. Requiring: not given, or unless, or when. */
static void mark_parts(const struct rule *rule, const struct rule_truth *truth, struct part parts[3])
{
    enum truth holds = truth->holds;
    if (effect_is_requirement(rule->effect)) {
        parts[0].decides = bears(holds, truth_not(truth->given), TRUTH_FALSE);
        parts[1].decides = bears(holds, truth->when, TRUTH_FALSE);
        parts[2].decides = bears(holds, truth->unless, TRUTH_FALSE);
    } else {
        parts[0].decides = bears(holds, truth->given, TRUTH_TRUE);
        parts[1].decides = bears(holds, truth->when, TRUTH_TRUE);
        parts[2].decides = bears(holds, truth_not(truth->unless), TRUTH_TRUE);
    }
}

bool because_rule(struct builder *builder, const struct rule *rule, const struct rule_truth *truth, struct because **out, uint32_t *count)
{
    struct part parts[3] = {
        {rule->given, "given", truth->given, false},
        {rule->when, "when", truth->when, false},
        {rule->unless, "unless", truth->unless, false},
    };
    mark_parts(rule, truth, parts);
    *out = arena_array(builder->arena, 3, sizeof **out);
    if (!*out)
        return false;
    *count = 0;
    bool good = true;
    for (size_t i = 0; i < 3; i++) {
        if (parts[i].root == NO_ROOT)
            continue;
        struct because *part = &(*out)[(*count)++];
        *part = (struct because){
            .kind = LIMB_PART, .truth = parts[i].truth, .decides = parts[i].decides, .node = NO_ROOT, .expression = text_of(parts[i].word)};
        part->id = part->cite = part->label = part->note = (struct text){"", 0};
        good &= make_children(builder, part, 1) && build(builder, parts[i].root, part->decides, &part->children[0]);
    }
    return good && !builder->arena->exhausted;
}

bool because_collect(struct builder *builder, const struct because *because, struct fact_list *facts, struct fact_list *missing)
{
    bool good = true;
    if (!because->decides)
        return true;
    for (uint32_t i = 0; i < because->facts.count; i++) {
        const struct fact_use *use = &because->facts.items[i];
        bool lacks = because->truth == TRUTH_UNKNOWN && (use->fact ? value_is_imprecise(use->value) : !use->value.known);
        if (use->value.known || (!use->fact && use->line))
            good &= fact_list_add(builder, facts, use);
        if (lacks)
            good &= fact_list_add(builder, missing, use);
    }
    for (uint32_t i = 0; i < because->child_count; i++)
        good &= because_collect(builder, &because->children[i], facts, missing);
    return good;
}

bool because_unmark(struct builder *builder, struct because *because, struct fact_list *facts)
{
    bool good = true;
    because->decides = false;
    for (uint32_t i = 0; i < because->facts.count; i++)
        if (because->facts.items[i].value.known)
            good &= fact_list_add(builder, facts, &because->facts.items[i]);
    for (uint32_t i = 0; i < because->child_count; i++)
        good &= because_unmark(builder, &because->children[i], facts);
    return good;
}
