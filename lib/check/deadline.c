#include "check/deadline.h"

static const char *const status_words[] = {
    [DEADLINE_NONE] = "",
    [DEADLINE_KEPT] = "kept",
    [DEADLINE_MISSED] = "missed",
    [DEADLINE_RUNNING] = "running",
    [DEADLINE_OPEN] = "open",
    [DEADLINE_NOT_COMPUTABLE] = "not-computable",
    [DEADLINE_NOT_ENGAGED] = "not-engaged",
};

const char *deadline_status_word(enum deadline_status status)
{
    return status_words[status];
}

/* The facts of a date expression: known ones to `facts`, those it lacks to `missing`. */
static bool collect(struct builder *builder, uint32_t index, struct deadline_result *out)
{
    const struct program_node *node = &builder->view->rules->program.nodes[index];
    if (node->op == OP_FACT) {
        struct fact_use use = fact_use_make(builder, (struct cell_key){node->c, builder->view->items[node->a], node->b});
        return fact_list_add(builder, use.value.known ? &out->facts : &out->missing, &use);
    }
    if (node->op >= OP_ADD && node->op <= OP_LATER)
        return collect(builder, node->a, out) && collect(builder, node->b, out);
    return true;
}

static bool read_date(struct builder *builder, uint32_t root, struct deadline_result *out, bool *has, struct date_span *span)
{
    if (root == NO_ROOT)
        return true;
    struct value value = evaluate_value(builder->view, root);
    *has = value.known;
    if (value.known)
        *span = value.as.one.date;
    return collect(builder, root, out);
}

static bool is_never(struct date_span span)
{
    return span.first == DAY_NEVER;
}

/* What had to be done was done in `done`, or had not been done by the as-of date. */
static enum deadline_status compare(const struct deadline_result *out, day as_of)
{
    if (out->has_done && !is_never(out->done)) {
        enum truth late = date_less(out->due, out->done);
        return late == TRUTH_UNKNOWN ? DEADLINE_OPEN : late == TRUTH_TRUE ? DEADLINE_MISSED : DEADLINE_KEPT;
    }
    if (as_of <= out->due.first)
        return DEADLINE_RUNNING;
    return out->has_done && as_of > out->due.last ? DEADLINE_MISSED : DEADLINE_OPEN;
}

bool deadline_compute(struct builder *builder, const struct rule *rule, enum truth engaged, struct deadline_result *out)
{
    const struct deadline *deadline = rule->deadline;
    *out = (struct deadline_result){.status = DEADLINE_NOT_ENGAGED};
    if (engaged == TRUTH_FALSE)
        return true;
    bool good = read_date(builder, deadline->starts, out, &out->has_start, &out->start);
    good &= read_date(builder, deadline->by, out, &out->has_due, &out->due);
    good &= read_date(builder, deadline->done, out, &out->has_done, &out->done);
    if (out->has_start && is_never(out->start)) {
        out->has_start = false; /* what would start it has not happened */
        out->missing.count = 0;
        return good;
    }
    if (out->has_start && deadline->has_within) {
        out->has_due = true;
        out->due = date_add(out->start, deadline->within);
    }
    if (!out->has_due) {
        out->status = DEADLINE_NOT_COMPUTABLE;
        return good;
    }
    out->status = compare(out, builder->view->as_of);
    if (out->status == DEADLINE_RUNNING)
        out->days_left = out->due.first - builder->view->as_of;
    if (out->status != DEADLINE_OPEN)
        out->missing.count = 0;
    return good;
}
