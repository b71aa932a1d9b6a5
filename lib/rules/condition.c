/* Condition trees: all, any, not, some, every, no, test, unless. */
#include "rules/compile.h"
#include "rules/rulebook_keys.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum condition_key {
    KEY_TEST,
    KEY_ALL,
    KEY_ANY,
    KEY_NOT,
    KEY_SOME,
    KEY_EVERY,
    KEY_NO,
    FORM_COUNT,
    KEY_WHERE = FORM_COUNT,
    KEY_UNLESS,
    KEY_ID,
    KEY_CITE,
    KEY_LABEL,
    KEY_COUNT
};

static const struct shape_value some_conditions = {.kind = VALUE_CONDITION, .at_least_one = true};
static const struct shape_key condition_keys[KEY_COUNT] = {
    [KEY_TEST] = {"test", SHAPE_SCALAR, false, &takes_expression},
    [KEY_ALL] = {"all", SHAPE_SEQUENCE, false, &some_conditions},
    [KEY_ANY] = {"any", SHAPE_SEQUENCE, false, &some_conditions},
    [KEY_NOT] = {"not", SHAPE_ANY, false, &takes_condition},
    [KEY_SOME] = {"some", SHAPE_SCALAR, false, &takes_binding},
    [KEY_EVERY] = {"every", SHAPE_SCALAR, false, &takes_binding},
    [KEY_NO] = {"no", SHAPE_SCALAR, false, &takes_binding},
    [KEY_WHERE] = {"where", SHAPE_ANY, false, &takes_condition},
    [KEY_UNLESS] = {"unless", SHAPE_ANY, false, &takes_condition},
    [KEY_ID] = {"id", SHAPE_SCALAR, false, NULL},
    [KEY_CITE] = {"cite", SHAPE_SCALAR, false, NULL},
    [KEY_LABEL] = {"label", SHAPE_SCALAR, false, NULL},
};
static const struct shape_need condition_needs[] = {{"some", "where"}, {"every", "where"}, {"no", "where"}};
const struct shape condition_shape = SHAPE_WITH_NEEDS(condition_keys, FORM_COUNT, condition_needs);

static const enum node_op form_ops[FORM_COUNT] = {
    [KEY_TEST] = OP_TEST, [KEY_ALL] = OP_ALL,     [KEY_ANY] = OP_ANY, [KEY_NOT] = OP_NOT,
    [KEY_SOME] = OP_SOME, [KEY_EVERY] = OP_EVERY, [KEY_NO] = OP_NO,
};

static struct text text_or_empty(const struct node *node)
{
    return node ? node->text : (struct text){"", 0};
}

static uint32_t add_limb(struct compiler *compiler, const struct node **values, struct program_node node, struct text expression,
                         struct place place)
{
    const struct limb_title *title = program_title(&compiler->rules->program, text_or_empty(values[KEY_ID]),
                                                   text_or_empty(values[KEY_CITE]), text_or_empty(values[KEY_LABEL]));
    return title ? compile_add_limb(compiler, node, (struct limb){.expression = expression, .place = place, .title = title}) : NO_ROOT;
}

/* all, any */
static uint32_t compile_list(struct compiler *compiler, enum node_op op, const struct node *list, const struct node **values)
{
    if (list->count == 0) {
        diag_add(compiler->diag, DIAG_BAD_VALUE, list->place, NULL, "`all` and `any` take at least one condition");
        return NO_ROOT;
    }
    uint32_t *roots = arena_array(compiler->scratch, list->count, sizeof *roots);
    if (!roots)
        return NO_ROOT;
    bool good = true;
    for (uint32_t i = 0; i < list->count; i++) {
        roots[i] = compile_condition(compiler, list->items[i]);
        good &= roots[i] != NO_ROOT;
    }
    uint32_t first = good ? program_add_children(&compiler->rules->program, roots, list->count) : NO_ROOT;
    if (first == NO_ROOT)
        return NO_ROOT;
    return add_limb(compiler, values, (struct program_node){.op = (uint16_t)op, .a = first, .b = list->count}, TEXT(""), list->place);
}

/* "proceeding", "offence as other" */
static bool split_binding(struct compiler *compiler, const struct node *scalar, uint32_t *entity, struct text *bound)
{
    const struct vocabulary *vocabulary = &compiler->rules->vocabulary;
    struct text text = scalar->text;
    size_t end = 0;
    while (end < text.length && text.data[end] != ' ')
        end++;
    struct text item = {text.data, end};
    struct text rest = text_trim((struct text){text.data + end, text.length - end});
    *bound = item;
    if (text_starts_with(rest, "as "))
        *bound = text_trim((struct text){rest.data + 3, rest.length - 3});
    *entity = vocabulary_entity_by_item(vocabulary, names_find(vocabulary->names, item));
    bool known = *entity != NO_ENTITY && !vocabulary->entities[*entity].single;
    if (known && (rest.length == 0 || text_starts_with(rest, "as ")) && bound->length)
        return true;
    struct text items[32];
    size_t count = 0;
    for (uint32_t i = 0; i < vocabulary->entity_count && count < COUNT(items); i++)
        if (!vocabulary->entities[i].single)
            items[count++] = vocabulary->entities[i].item_name;
    shape_unknown(compiler->diag, DIAG_UNKNOWN_NAME, scalar->place, "kind of item", item, items, count);
    return false;
}

static bool name_is_free(struct compiler *compiler, struct text bound, struct place place)
{
    for (uint32_t i = 0; i < compiler->variable_count; i++) {
        if (text_equal(compiler->variables[i].name, bound)) {
            diag_add(compiler->diag, DIAG_DUPLICATE_ID, place, "bind another name: `some: offence as other`", "`%t` is bound already",
                     bound);
            return false;
        }
    }
    return true;
}

/* some, every, no */
static uint32_t compile_quantifier(struct compiler *compiler, enum node_op op, const struct node *scalar, const struct node **values)
{
    uint32_t entity;
    struct text bound;
    if (!values[KEY_WHERE]) {
        diag_add(compiler->diag, DIAG_MISSING_KEY, scalar->place, "write `some: proceeding` with `where: …`", "`where` is missing");
        return NO_ROOT;
    }
    if (!split_binding(compiler, scalar, &entity, &bound) || !name_is_free(compiler, bound, scalar->place))
        return NO_ROOT;
    uint32_t outer = compiler->variable_count;
    uint32_t slot = compiler->next_slot;
    uint32_t environment = compiler->environment;
    if (!compiler_bind(compiler, bound, entity)) {
        diag_add(compiler->diag, DIAG_TOO_DEEP, scalar->place, NULL, "too many names are bound at once");
        return NO_ROOT;
    }
    uint32_t body = compile_condition(compiler, values[KEY_WHERE]);
    compiler->variable_count = outer;
    compiler->next_slot = slot;
    compiler->environment = environment;
    if (body == NO_ROOT)
        return NO_ROOT;
    return add_limb(compiler, values, (struct program_node){.op = (uint16_t)op, .a = body, .b = entity, .c = slot}, bound, scalar->place);
}

static uint32_t compile_not(struct compiler *compiler, const struct node *node, const struct node **values)
{
    uint32_t child = compile_condition(compiler, node);
    if (child == NO_ROOT)
        return NO_ROOT;
    return add_limb(compiler, values, (struct program_node){.op = OP_NOT, .a = child}, TEXT(""), node->place);
}

/* A leaf with an id, a citation or a label of its own. When the expression is a single test the limb is that test's own; when it has `and`
 * or `or` in it the parts are limbs, and this one stands over them. */
static uint32_t compile_leaf(struct compiler *compiler, const struct node *scalar, const struct node **values)
{
    uint32_t root = compile_test(compiler, scalar);
    if (root == NO_ROOT || (!values[KEY_ID] && !values[KEY_CITE] && !values[KEY_LABEL]))
        return root;
    struct program *program = &compiler->rules->program;
    struct limb *limb = &program->limbs[program->nodes[root].limb];
    const struct limb_title *before = limb->title;
    const struct limb_title *title =
        program_title(program, values[KEY_ID] ? values[KEY_ID]->text : before->id, values[KEY_CITE] ? values[KEY_CITE]->text : before->cite,
                      values[KEY_LABEL] ? values[KEY_LABEL]->text : before->label);
    if (!title)
        return NO_ROOT;
    limb->title = title;
    return root;
}

static uint32_t compile_form(struct compiler *compiler, enum condition_key form, const struct node **values)
{
    switch (form) {
    case KEY_TEST:
        return compile_leaf(compiler, values[form], values);
    case KEY_ALL:
    case KEY_ANY:
        return compile_list(compiler, form_ops[form], values[form], values);
    case KEY_NOT:
        return compile_not(compiler, values[form], values);
    case KEY_SOME:
    case KEY_EVERY:
    case KEY_NO:
        return compile_quantifier(compiler, form_ops[form], values[form], values);
    case KEY_WHERE:
    case KEY_UNLESS:
    case KEY_ID:
    case KEY_CITE:
    case KEY_LABEL:
    case KEY_COUNT:
        break;
    }
    return NO_ROOT;
}

static uint32_t compile_mapping(struct compiler *compiler, const struct node *node)
{
    const struct node *values[KEY_COUNT];
    if (!shape_read(node, "condition", condition_keys, KEY_COUNT, values, compiler->diag))
        return NO_ROOT;
    int form = -1;
    int forms = 0;
    for (int i = 0; i < FORM_COUNT; i++) {
        if (values[i]) {
            form = i;
            forms++;
        }
    }
    if (forms != 1 || (values[KEY_WHERE] && form < KEY_SOME)) {
        diag_add(compiler->diag, DIAG_INCONSISTENT_RULE, node->place, "`where` goes with `some`, `every` or `no`",
                 "a condition is exactly one of `test`, `all`, `any`, `not`, `some`, `every`, `no`");
        return NO_ROOT;
    }
    uint32_t root = compile_form(compiler, (enum condition_key)form, values);
    if (!values[KEY_UNLESS])
        return root;
    uint32_t exception = compile_condition(compiler, values[KEY_UNLESS]);
    if (root == NO_ROOT || exception == NO_ROOT)
        return NO_ROOT;
    const struct node *none[KEY_COUNT] = {0};
    return add_limb(compiler, none, (struct program_node){.op = OP_UNLESS, .a = root, .b = exception}, TEXT(""), node->place);
}

uint32_t compile_condition(struct compiler *compiler, const struct node *node)
{
    uint64_t limit = compiler->rules->limits.value[LIMIT_DEPTH];
    if (compiler->depth >= limit) {
        diag_add(compiler->diag, DIAG_TOO_DEEP, node->place, NULL, "the condition is nested more than %l deep, definitions included",
                 (int64_t)limit);
        return NO_ROOT;
    }
    if (compiler->failed)
        return NO_ROOT; /* too large: expanding on would cost time and memory without end */
    if (++compiler->depth > compiler->deepest)
        compiler->deepest = compiler->depth;
    uint32_t root = NO_ROOT;
    if (node->kind == NODE_SCALAR)
        root = compile_test(compiler, node);
    else if (node->kind == NODE_MAPPING)
        root = compile_mapping(compiler, node);
    else
        diag_add(compiler->diag, DIAG_WRONG_KIND, node->place, "write `all: […]` or `any: […]`",
                 "a list stands where a condition is expected");
    compiler->depth--;
    return root;
}
