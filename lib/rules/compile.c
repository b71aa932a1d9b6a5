#include "rules/compile.h"

#include <string.h>

#include "rules/reach.h"
#include "rules/syntax.h"
#include "source/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What the compiling of one scalar passes around. */
struct leaf {
    struct compiler *compiler;
    const struct node *scalar;
    bool own; /* it speaks of what its instrument alone has: a definition, a date */
};

static uint32_t compile_value(struct leaf *leaf, const struct syntax *syntax, const struct type *expected, struct type *type);
static uint32_t compile_boolean(struct leaf *leaf, const struct syntax *syntax);

struct compiler compiler_for(struct exd_rules *rules, struct known *known, struct instrument *instrument, struct diag *diag)
{
    struct compiler compiler = {.rules = rules, .known = known, .scratch = &known->scratch, .diag = diag, .instrument = instrument};
    for (uint32_t i = 0; i < rules->vocabulary.entity_count; i++)
        if (rules->vocabulary.entities[i].single)
            compiler_bind(&compiler, rules->vocabulary.entities[i].item_name, i);
    return compiler;
}

bool compiler_bind(struct compiler *compiler, struct text called, uint32_t entity)
{
    if (compiler->next_slot == SLOT_LIMIT || !compiler_bind_slot(compiler, called, entity, compiler->next_slot))
        return false;
    compiler->next_slot++;
    return true;
}

bool compiler_bind_slot(struct compiler *compiler, struct text called, uint32_t entity, uint32_t slot)
{
    if (compiler->variable_count == SLOT_LIMIT)
        return false;
    compiler->variables[compiler->variable_count++] = (struct variable){called, entity, slot};
    compiler->environment = known_environment(compiler->known, compiler->environment, called, entity, slot);
    return true;
}

bool compile_count(struct compiler *compiler, uint64_t nodes, struct place place)
{
    uint64_t limit = compiler->rules->limits.value[LIMIT_PROGRAM_NODES];
    compiler->nodes += nodes;
    if (compiler->nodes <= limit)
        return true;
    if (!compiler->failed)
        diag_add(compiler->diag, DIAG_PROGRAM_TOO_LARGE, place, NULL, "the rule has more than %l nodes once its definitions are expanded",
                 (int64_t)limit);
    compiler->failed = true;
    return false;
}

uint32_t compile_add(struct compiler *compiler, struct program_node node, struct place place)
{
    return compile_count(compiler, 1, place) ? program_add(&compiler->rules->program, node) : NO_ROOT;
}

uint32_t compile_add_limb(struct compiler *compiler, struct program_node node, struct limb limb)
{
    node.kind = TYPE_BOOLEAN;
    node.limb = program_add_limb(&compiler->rules->program, limb);
    if (node.limb == NO_LIMB)
        return NO_ROOT;
    return reach_check(compiler->rules, compile_add(compiler, node, limb.place), compiler->diag);
}

/* ---- places and messages ---------------------------------------------------------------------------------------------- */

static struct place place_of(const struct leaf *leaf, const struct syntax *syntax)
{
    return node_place_at(leaf->scalar, syntax->offset, syntax->length);
}

static uint32_t mismatch(struct leaf *leaf, const struct syntax *syntax, const char *wanted, const struct type *found)
{
    struct buffer buffer;
    buffer_init(&buffer, leaf->compiler->rules->memory);
    if (found)
        type_write(&leaf->compiler->rules->vocabulary, *found, &buffer);
    diag_add(leaf->compiler->diag, DIAG_TYPE_MISMATCH, place_of(leaf, syntax), NULL, found ? "expected %s, found %t" : "expected %s",
             wanted, buffer_view(&buffer));
    buffer_free(&buffer);
    return NO_ROOT;
}

static uint32_t mismatch_type(struct leaf *leaf, const struct syntax *syntax, const struct type *wanted, const struct type *found)
{
    struct buffer buffer;
    buffer_init(&buffer, leaf->compiler->rules->memory);
    type_write(&leaf->compiler->rules->vocabulary, *wanted, &buffer);
    buffer_char(&buffer, '\0');
    mismatch(leaf, syntax, buffer.failed ? "another type" : buffer.data, found);
    buffer_free(&buffer);
    return NO_ROOT;
}

static uint32_t add(struct leaf *leaf, struct program_node node)
{
    node.limb = NO_LIMB;
    return compile_add(leaf->compiler, node, leaf->scalar->place);
}

static uint32_t add_constant(struct leaf *leaf, struct value value)
{
    uint32_t constant = program_add_constant(&leaf->compiler->rules->program, value);
    if (constant == NO_ROOT)
        return NO_ROOT;
    return add(leaf, (struct program_node){.op = OP_CONSTANT, .kind = value.kind, .a = constant});
}

/* ---- names ------------------------------------------------------------------------------------------------------------ */

static const struct variable *find_variable(const struct compiler *compiler, struct text called)
{
    for (uint32_t i = 0; i < compiler->variable_count; i++)
        if (text_equal(compiler->variables[i].name, called))
            return &compiler->variables[i];
    return NULL;
}

static struct definition *find_definition(struct instrument *instrument, struct text id)
{
    uint32_t found = lookup_find(&instrument->definitions_by_id, id);
    return found != NOT_FOUND ? &instrument->definitions[found] : NULL;
}

static const struct named_date *find_date(const struct instrument *instrument, struct text id)
{
    uint32_t found = lookup_find(&instrument->dates_by_id, id);
    return found != NOT_FOUND ? &instrument->dates[found] : NULL;
}

static size_t find_byte(struct text text, char byte)
{
    const char *found = memchr(text.data, byte, text.length);
    return found ? (size_t)(found - text.data) : text.length;
}

/* `name`, or `instrument/name`; `*owner` is whose definition it is. */
static struct definition *resolve_definition(struct compiler *compiler, struct text called, struct instrument **owner)
{
    size_t slash = find_byte(called, '/');
    *owner = compiler->instrument;
    if (slash == called.length)
        return find_definition(compiler->instrument, called);
    const struct instrument *other = ruleset_instrument(compiler->rules, (struct text){called.data, slash});
    if (!other)
        return NULL;
    *owner = &compiler->rules->instruments[other->index];
    return find_definition(*owner, (struct text){called.data + slash + 1, called.length - slash - 1});
}

static uint32_t unknown_name(struct leaf *leaf, const struct syntax *syntax)
{
    struct compiler *compiler = leaf->compiler;
    size_t count = 0;
    if (diag_is_full(compiler->diag)) {
        shape_unknown(compiler->diag, DIAG_UNKNOWN_NAME, place_of(leaf, syntax), "name", syntax->text, NULL, 0);
        return NO_ROOT;
    }
    size_t room = compiler->variable_count + compiler->instrument->definition_count + compiler->instrument->date_count + 3;
    struct text *known = arena_array(compiler->scratch, room, sizeof *known);
    if (!known)
        return NO_ROOT;
    for (uint32_t i = 0; i < compiler->variable_count; i++)
        known[count++] = compiler->variables[i].name;
    for (uint32_t i = 0; i < compiler->instrument->definition_count; i++)
        known[count++] = compiler->instrument->definitions[i].id;
    for (uint32_t i = 0; i < compiler->instrument->date_count; i++)
        known[count++] = compiler->instrument->dates[i].id;
    known[count++] = TEXT("as_of");
    known[count++] = TEXT("treaty_in_force");
    known[count++] = TEXT("treaty_regulates");
    shape_unknown(compiler->diag, DIAG_UNKNOWN_NAME, place_of(leaf, syntax), "name", syntax->text, known, count);
    return NO_ROOT;
}

static uint32_t unknown_fact(struct leaf *leaf, const struct syntax *syntax, const struct variable *variable, struct text fact)
{
    const struct entity *entity = &leaf->compiler->rules->vocabulary.entities[variable->entity];
    struct text *known = arena_array(leaf->compiler->scratch, entity->fact_count, sizeof *known);
    for (uint32_t i = 0; known && i < entity->fact_count; i++)
        known[i] = entity->facts[i].name;
    size_t offset = syntax->offset + syntax->length - fact.length;
    if (known)
        shape_unknown(leaf->compiler->diag, DIAG_UNKNOWN_FACT, node_place_at(leaf->scalar, offset, fact.length), "fact", fact, known,
                      entity->fact_count);
    return NO_ROOT;
}

/* variable "." fact */
static uint32_t compile_path(struct leaf *leaf, const struct syntax *syntax, struct type *type)
{
    size_t dot = find_byte(syntax->text, '.');
    const struct variable *variable = find_variable(leaf->compiler, (struct text){syntax->text.data, dot});
    if (!variable)
        return unknown_name(leaf, syntax);
    const struct vocabulary *vocabulary = &leaf->compiler->rules->vocabulary;
    const struct entity *entity = &vocabulary->entities[variable->entity];
    struct text rest = {syntax->text.data + dot + 1, syntax->text.length - dot - 1};
    name id = names_find(vocabulary->names, rest);
    uint32_t fact = id ? vocabulary_fact(entity, id) : NO_FACT;
    if (fact == NO_FACT)
        return unknown_fact(leaf, syntax, variable, rest);
    *type = entity->facts[fact].type;
    return add(leaf,
               (struct program_node){.op = OP_FACT, .kind = (uint16_t)type->kind, .a = variable->slot, .b = fact, .c = variable->entity});
}

static uint32_t unknown_value(struct leaf *leaf, const struct syntax *syntax, const struct enumeration *enumeration)
{
    struct text *known = arena_array(leaf->compiler->scratch, enumeration->count, sizeof *known);
    for (uint32_t i = 0; known && i < enumeration->count; i++)
        known[i] = names_text(&leaf->compiler->rules->names, enumeration->values[i]);
    if (known)
        shape_unknown(leaf->compiler->diag, DIAG_UNKNOWN_NAME, place_of(leaf, syntax), "value", syntax->text, known, enumeration->count);
    return NO_ROOT;
}

/* A bare name that only its place can explain: an enum value, a State, a penalty. */
static uint32_t compile_word(struct leaf *leaf, const struct syntax *syntax, const struct type *expected, struct type *type)
{
    const struct vocabulary *vocabulary = &leaf->compiler->rules->vocabulary;
    union scalar scalar;
    memset(&scalar, 0, sizeof scalar);
    name id = names_find(vocabulary->names, syntax->text);
    *type = (struct type){.kind = expected->kind, .of = expected->of};
    if (expected->kind == TYPE_ENUM) {
        const struct enumeration *enumeration = &vocabulary->enumerations[expected->of];
        if (!id || !enumeration_has(enumeration, id))
            return unknown_value(leaf, syntax, enumeration);
        scalar.name = id;
    } else if (expected->kind == TYPE_STATE) {
        if (!vocabulary_state(vocabulary, id)) {
            diag_add(leaf->compiler->diag, DIAG_UNKNOWN_NAME, place_of(leaf, syntax),
                     "States are written by their codes in rules/states.yaml: `KR`", "`%t` is no State", syntax->text);
            return NO_ROOT;
        }
        scalar.name = id;
    } else if (expected->kind == TYPE_PENALTY && penalty_parse(syntax->text, &scalar.duration)) {
        /* life, death, fine, none */
    } else {
        return unknown_name(leaf, syntax);
    }
    return add_constant(leaf, value_scalar(type->kind, scalar));
}

/* Whether only the other side of a comparison can say what this is. */
static bool is_contextual(const struct leaf *leaf, const struct syntax *syntax)
{
    if (syntax->kind == SYNTAX_SET || syntax->kind == SYNTAX_DURATION)
        return true;
    if (syntax->kind != SYNTAX_NAME || find_byte(syntax->text, '.') != syntax->text.length)
        return false;
    return !find_variable(leaf->compiler, syntax->text) && !find_date(leaf->compiler->instrument, syntax->text) &&
           !text_is(syntax->text, "as_of");
}

static uint32_t compile_name(struct leaf *leaf, const struct syntax *syntax, const struct type *expected, struct type *type)
{
    if (find_byte(syntax->text, '.') != syntax->text.length)
        return compile_path(leaf, syntax, type);
    const struct variable *variable = find_variable(leaf->compiler, syntax->text);
    if (variable) {
        *type = (struct type){.kind = TYPE_REF, .of = variable->entity};
        return add(leaf, (struct program_node){.op = OP_VARIABLE, .kind = TYPE_REF, .a = variable->slot, .c = variable->entity});
    }
    *type = (struct type){.kind = TYPE_DATE};
    if (text_is(syntax->text, "as_of"))
        return add(leaf, (struct program_node){.op = OP_AS_OF, .kind = TYPE_DATE});
    const struct named_date *date = find_date(leaf->compiler->instrument, syntax->text);
    leaf->own |= date != NULL;
    if (date)
        return add_constant(leaf, value_scalar(TYPE_DATE, (union scalar){.date = {date->day, date->day}}));
    return expected ? compile_word(leaf, syntax, expected, type) : unknown_name(leaf, syntax);
}

/* ---- values ----------------------------------------------------------------------------------------------------------- */

static bool same_type(struct type a, struct type b)
{
    bool numbers = (a.kind == TYPE_DURATION || a.kind == TYPE_PENALTY) && (b.kind == TYPE_DURATION || b.kind == TYPE_PENALTY);
    return a.set == b.set && (numbers || (a.kind == b.kind && a.of == b.of));
}

static uint32_t compile_set(struct leaf *leaf, const struct syntax *syntax, const struct type *expected, struct type *type)
{
    if (!expected)
        return mismatch(leaf, syntax, "a set whose members another side explains", NULL);
    struct type member = {.kind = expected->kind, .of = expected->of};
    *type = (struct type){.kind = expected->kind, .set = true, .of = expected->of};
    union scalar *members = arena_array(&leaf->compiler->rules->arena, syntax->count, sizeof *members);
    if (!members)
        return NO_ROOT;
    uint32_t nodes[SET_MEMBERS_MAX];
    bool constant = true;
    for (uint32_t i = 0; i < syntax->count; i++) {
        struct type found;
        uint32_t node = compile_value(leaf, syntax->items[i], &member, &found);
        if (node == NO_ROOT)
            return NO_ROOT;
        struct program_node *compiled = &leaf->compiler->rules->program.nodes[node];
        if (!same_type(found, member))
            return mismatch_type(leaf, syntax->items[i], &member, &found);
        if (compiled->op == OP_CONSTANT)
            members[i] = leaf->compiler->rules->program.constants[compiled->a].as.one;
        constant &= compiled->op == OP_CONSTANT;
        if (i < SET_MEMBERS_MAX)
            nodes[i] = node;
    }
    if (!constant) {
        if (syntax->count > SET_MEMBERS_MAX)
            return mismatch(leaf, syntax, "a set of literals, or of at most 16 members", NULL);
        uint32_t first = program_add_children(&leaf->compiler->rules->program, nodes, syntax->count);
        return first == NO_ROOT
                   ? NO_ROOT
                   : add(leaf, (struct program_node){.op = OP_SET, .kind = (uint16_t)member.kind, .a = first, .b = syntax->count});
    }
    struct value value = {.kind = (uint8_t)member.kind, .known = true, .set = true, .complete = true, .count = syntax->count};
    value.as.members = members;
    return add_constant(leaf, value);
}

static bool has_arguments(struct leaf *leaf, const struct syntax *syntax, uint32_t count)
{
    if (syntax->count == count)
        return true;
    diag_add(leaf->compiler->diag, DIAG_EXPRESSION_SYNTAX, place_of(leaf, syntax), NULL, "`%t` takes %u arguments, found %u", syntax->text,
             count, syntax->count);
    return false;
}

static uint32_t compile_typed(struct leaf *leaf, const struct syntax *syntax, enum type_kind kind)
{
    struct type wanted = {.kind = kind};
    struct type found;
    uint32_t node = compile_value(leaf, syntax, &wanted, &found);
    if (node != NO_ROOT && (found.kind != kind || found.set))
        return mismatch_type(leaf, syntax, &wanted, &found);
    return node;
}

/* Two operands of one kind each, giving another. */
static uint32_t compile_pair(struct leaf *leaf, const struct syntax *syntax, enum node_op op, enum type_kind left, enum type_kind right,
                             enum type_kind result, struct type *type)
{
    *type = (struct type){.kind = result};
    uint32_t a = compile_typed(leaf, syntax->items[0], left);
    uint32_t b = compile_typed(leaf, syntax->items[1], right);
    if (a == NO_ROOT || b == NO_ROOT)
        return NO_ROOT;
    return add(leaf, (struct program_node){.op = (uint16_t)op, .kind = (uint16_t)result, .a = a, .b = b});
}

static uint32_t compile_call_value(struct leaf *leaf, const struct syntax *syntax, struct type *type)
{
    static const struct {
        const char *name;
        enum node_op op;
        enum type_kind result;
    } calls[] = {{"age", OP_AGE, TYPE_INTEGER}, {"earlier", OP_EARLIER, TYPE_DATE}, {"later", OP_LATER, TYPE_DATE}};
    for (size_t i = 0; i < COUNT(calls); i++) {
        if (text_is(syntax->text, calls[i].name))
            return has_arguments(leaf, syntax, 2) ? compile_pair(leaf, syntax, calls[i].op, TYPE_DATE, TYPE_DATE, calls[i].result, type)
                                                  : NO_ROOT;
    }
    struct instrument *owner;
    if (resolve_definition(leaf->compiler, syntax->text, &owner))
        return mismatch(leaf, syntax, "a value; a definition is true or false, and stands by itself", NULL);
    return unknown_name(leaf, syntax);
}

static uint32_t compile_value(struct leaf *leaf, const struct syntax *syntax, const struct type *expected, struct type *type)
{
    union scalar scalar;
    memset(&scalar, 0, sizeof scalar);
    switch (syntax->kind) {
    case SYNTAX_NAME:
        return compile_name(leaf, syntax, expected, type);
    case SYNTAX_TRUE:
    case SYNTAX_FALSE:
        *type = (struct type){.kind = TYPE_BOOLEAN};
        return add_constant(leaf, value_boolean(truth_of(syntax->kind == SYNTAX_TRUE)));
    case SYNTAX_INTEGER:
        *type = (struct type){.kind = TYPE_INTEGER};
        scalar.integer.least = scalar.integer.most = syntax->integer;
        return add_constant(leaf, value_scalar(TYPE_INTEGER, scalar));
    case SYNTAX_DURATION:
        *type = (struct type){.kind = expected && expected->kind == TYPE_PENALTY ? TYPE_PENALTY : TYPE_DURATION};
        scalar.duration = syntax->duration;
        return add_constant(leaf, value_scalar(type->kind, scalar));
    case SYNTAX_STRING:
        *type = (struct type){.kind = TYPE_TEXT};
        scalar.name = names_intern(&leaf->compiler->rules->names, syntax->text);
        return add_constant(leaf, value_scalar(TYPE_TEXT, scalar));
    case SYNTAX_SET:
        return compile_set(leaf, syntax, expected, type);
    case SYNTAX_CALL:
        return compile_call_value(leaf, syntax, type);
    case SYNTAX_ADD:
        return compile_pair(leaf, syntax, OP_ADD, TYPE_DATE, TYPE_DURATION, TYPE_DATE, type);
    case SYNTAX_SUBTRACT:
        return compile_pair(leaf, syntax, OP_SUBTRACT, TYPE_DATE, TYPE_DURATION, TYPE_DATE, type);
    case SYNTAX_AND:
    case SYNTAX_OR:
    case SYNTAX_NOT:
    case SYNTAX_EQ:
    case SYNTAX_NE:
    case SYNTAX_LT:
    case SYNTAX_LE:
    case SYNTAX_GT:
    case SYNTAX_GE:
    case SYNTAX_IN:
    case SYNTAX_NOT_IN:
    case SYNTAX_OVERLAPS:
    case SYNTAX_WITHIN:
        break;
    }
    return mismatch(leaf, syntax, "a value; comparisons are not compared with one another", NULL);
}

/* ---- comparisons ------------------------------------------------------------------------------------------------------ */

static enum node_op comparison_op(enum syntax_kind kind)
{
    return (enum node_op)(OP_EQ + (kind - SYNTAX_EQ));
}

/* What the right side must be, given the left, and the other way round. */
static struct type other_side(enum syntax_kind kind, struct type side, bool side_is_left)
{
    struct type other = side;
    if (kind == SYNTAX_IN || kind == SYNTAX_NOT_IN)
        other.set = side_is_left;
    return other;
}

static bool operands_fit(struct leaf *leaf, const struct syntax *syntax, struct type left, struct type right)
{
    enum syntax_kind kind = syntax->kind;
    bool membership = kind == SYNTAX_IN || kind == SYNTAX_NOT_IN;
    bool sets = kind == SYNTAX_OVERLAPS || kind == SYNTAX_WITHIN;
    bool order = kind == SYNTAX_LT || kind == SYNTAX_LE || kind == SYNTAX_GT || kind == SYNTAX_GE;
    if (membership && !right.set) {
        mismatch(leaf, syntax->items[1], "a set after `in`", &right);
        return false;
    }
    if (sets && (!left.set || !right.set)) {
        mismatch(leaf, left.set ? syntax->items[1] : syntax->items[0], "a set on both sides", left.set ? &right : &left);
        return false;
    }
    if (order && !type_is_ordered(left)) {
        mismatch(leaf, syntax->items[0], "a number, a date, a duration or a penalty: nothing else is greater or less", &left);
        return false;
    }
    struct type wanted = other_side(kind, left, true);
    if (!same_type(wanted, right)) {
        mismatch_type(leaf, syntax->items[1], &wanted, &right);
        return false;
    }
    return true;
}

static uint32_t compile_comparison(struct leaf *leaf, const struct syntax *syntax)
{
    const struct syntax *left = syntax->items[0];
    const struct syntax *right = syntax->items[1];
    struct type left_type;
    struct type right_type;
    uint32_t a;
    uint32_t b;
    if (!is_contextual(leaf, left)) {
        a = compile_value(leaf, left, NULL, &left_type);
        if (a == NO_ROOT)
            return NO_ROOT;
        struct type wanted = other_side(syntax->kind, left_type, true);
        b = compile_value(leaf, right, &wanted, &right_type);
    } else if (!is_contextual(leaf, right)) {
        b = compile_value(leaf, right, NULL, &right_type);
        if (b == NO_ROOT)
            return NO_ROOT;
        struct type wanted = other_side(syntax->kind, right_type, false);
        a = compile_value(leaf, left, &wanted, &left_type);
    } else {
        return mismatch(leaf, syntax, "a fact on one side of the comparison", NULL);
    }
    if (a == NO_ROOT || b == NO_ROOT || !operands_fit(leaf, syntax, left_type, right_type))
        return NO_ROOT;
    return add(leaf, (struct program_node){.op = (uint16_t)comparison_op(syntax->kind), .kind = TYPE_BOOLEAN, .a = a, .b = b});
}

/* ---- boolean expressions: limbs --------------------------------------------------------------------------------------- */

/* A limb that stands for a part of the scalar. */
static uint32_t add_limb(struct leaf *leaf, const struct syntax *syntax, struct program_node node)
{
    const struct limb limb = {
        .expression = {leaf->scalar->text.data + syntax->offset, syntax->length},
        .place = leaf->scalar->place, /* the exact columns are worked out for messages alone */
        .title = &no_title,
    };
    return compile_add_limb(leaf->compiler, node, limb);
}

static uint32_t add_test(struct leaf *leaf, const struct syntax *syntax, uint32_t body)
{
    return body == NO_ROOT ? NO_ROOT : add_limb(leaf, syntax, (struct program_node){.op = OP_TEST, .a = body});
}

static uint32_t compile_chain(struct leaf *leaf, const struct syntax *syntax, enum node_op op)
{
    uint32_t *roots = arena_array(leaf->compiler->scratch, syntax->count, sizeof *roots);
    if (!roots)
        return NO_ROOT;
    bool good = true;
    for (uint32_t i = 0; i < syntax->count; i++) {
        roots[i] = compile_boolean(leaf, syntax->items[i]);
        good &= roots[i] != NO_ROOT;
    }
    uint32_t first = good ? program_add_children(&leaf->compiler->rules->program, roots, syntax->count) : NO_ROOT;
    if (first == NO_ROOT)
        return NO_ROOT;
    return add_limb(leaf, syntax, (struct program_node){.op = (uint16_t)op, .a = first, .b = syntax->count});
}

static uint32_t compile_regulates(struct leaf *leaf, const struct syntax *syntax)
{
    const struct vocabulary *vocabulary = &leaf->compiler->rules->vocabulary;
    if (!has_arguments(leaf, syntax, 1))
        return NO_ROOT;
    const struct syntax *argument = syntax->items[0];
    uint32_t ground = vocabulary_ground(vocabulary, names_find(vocabulary->names, argument->text));
    if (argument->kind != SYNTAX_NAME || ground == NO_GROUND) {
        struct text *known = arena_array(leaf->compiler->scratch, vocabulary->ground_count, sizeof *known);
        for (uint32_t i = 0; known && i < vocabulary->ground_count; i++)
            known[i] = vocabulary->grounds[i].id;
        if (known)
            shape_unknown(leaf->compiler->diag, DIAG_UNKNOWN_REFERENCE, place_of(leaf, argument), "ground", argument->text, known,
                          vocabulary->ground_count);
        return NO_ROOT;
    }
    return add_test(leaf, syntax, add(leaf, (struct program_node){.op = OP_TREATY_REGULATES, .kind = TYPE_BOOLEAN, .a = ground}));
}

static uint32_t compile_party(struct leaf *leaf, const struct syntax *syntax)
{
    if (!has_arguments(leaf, syntax, 2))
        return NO_ROOT;
    struct exd_rules *rules = leaf->compiler->rules;
    const struct syntax *instrument = syntax->items[1];
    leaf->own = true; /* each is linked by itself */
    uint32_t state = compile_typed(leaf, syntax->items[0], TYPE_STATE);
    if (state == NO_ROOT)
        return NO_ROOT;
    uint32_t node = add(leaf, (struct program_node){.op = OP_PARTY, .kind = TYPE_BOOLEAN, .a = state});
    struct instrument_link *link = arena_alloc(&rules->arena, sizeof *link);
    if (!link || node == NO_ROOT)
        return NO_ROOT;
    *link = (struct instrument_link){instrument->text, place_of(leaf, instrument), node, rules->named};
    rules->named = link;
    return add_test(leaf, syntax, node);
}

static uint32_t compile_definition_call(struct leaf *leaf, const struct syntax *syntax, struct instrument *owner,
                                        struct definition *definition)
{
    const struct vocabulary *vocabulary = &leaf->compiler->rules->vocabulary;
    bool takes_item = definition->entity != NO_ENTITY;
    const struct variable *item = NULL;
    leaf->own = true;
    if (!has_arguments(leaf, syntax, takes_item ? 1 : 0))
        return NO_ROOT;
    if (takes_item) {
        item = find_variable(leaf->compiler, syntax->items[0]->text);
        if (syntax->items[0]->kind != SYNTAX_NAME || !item || item->entity != definition->entity) {
            diag_add(leaf->compiler->diag, DIAG_TYPE_MISMATCH, place_of(leaf, syntax->items[0]), NULL,
                     "`%t` is about one %t, and takes the name of one that is bound here", definition->id,
                     vocabulary->entities[definition->entity].item_name);
            return NO_ROOT;
        }
    }
    return compile_definition(leaf->compiler, owner, definition, item, leaf->scalar->place);
}

static bool is_about_treaties(struct leaf *leaf, const struct syntax *syntax, const char *called)
{
    if (!text_is(syntax->text, called))
        return false;
    if (leaf->compiler->in_applies && leaf->compiler->instrument->kind != INSTRUMENT_STATUTE) {
        diag_add(leaf->compiler->diag, DIAG_INCONSISTENT_RULE, place_of(leaf, syntax), "only a statute's `applies` can ask for treaties",
                 "`%s` would ask what is being found out", called);
    }
    return true;
}

static uint32_t compile_boolean_name(struct leaf *leaf, const struct syntax *syntax)
{
    struct instrument *owner;
    if (is_about_treaties(leaf, syntax, "treaty_in_force"))
        return add_test(leaf, syntax, add(leaf, (struct program_node){.op = OP_TREATY_IN_FORCE, .kind = TYPE_BOOLEAN}));
    if (syntax->kind == SYNTAX_CALL && is_about_treaties(leaf, syntax, "treaty_regulates"))
        return compile_regulates(leaf, syntax);
    if (syntax->kind == SYNTAX_CALL && text_is(syntax->text, "party"))
        return compile_party(leaf, syntax);
    struct definition *definition = resolve_definition(leaf->compiler, syntax->text, &owner);
    if (definition)
        return compile_definition_call(leaf, syntax, owner, definition);
    struct type type;
    uint32_t node = compile_value(leaf, syntax, NULL, &type);
    if (node != NO_ROOT && (type.kind != TYPE_BOOLEAN || type.set))
        return mismatch(leaf, syntax, "something true or false: compare it with a value", &type);
    return add_test(leaf, syntax, node);
}

static uint32_t compile_boolean(struct leaf *leaf, const struct syntax *syntax)
{
    switch (syntax->kind) {
    case SYNTAX_AND:
        return compile_chain(leaf, syntax, OP_ALL);
    case SYNTAX_OR:
        return compile_chain(leaf, syntax, OP_ANY);
    case SYNTAX_NOT: {
        uint32_t child = compile_boolean(leaf, syntax->items[0]);
        return child == NO_ROOT ? NO_ROOT : add_limb(leaf, syntax, (struct program_node){.op = OP_NOT, .a = child});
    }
    case SYNTAX_NAME:
    case SYNTAX_CALL:
        return compile_boolean_name(leaf, syntax);
    case SYNTAX_EQ:
    case SYNTAX_NE:
    case SYNTAX_LT:
    case SYNTAX_LE:
    case SYNTAX_GT:
    case SYNTAX_GE:
    case SYNTAX_IN:
    case SYNTAX_NOT_IN:
    case SYNTAX_OVERLAPS:
    case SYNTAX_WITHIN:
        return add_test(leaf, syntax, compile_comparison(leaf, syntax));
    case SYNTAX_TRUE:
    case SYNTAX_FALSE:
    case SYNTAX_INTEGER:
    case SYNTAX_DURATION:
    case SYNTAX_STRING:
    case SYNTAX_SET:
    case SYNTAX_ADD:
    case SYNTAX_SUBTRACT:
        break;
    }
    struct type type;
    uint32_t node = compile_value(leaf, syntax, NULL, &type);
    if (node != NO_ROOT && type.kind != TYPE_BOOLEAN)
        return mismatch(leaf, syntax, "something true or false", &type);
    return add_test(leaf, syntax, node);
}

/* ---- whole scalars ---------------------------------------------------------------------------------------------------- */

static struct syntax *parse(struct compiler *compiler, const struct node *scalar)
{
    return syntax_parse(compiler->scratch, scalar, compiler->rules->limits.value[LIMIT_DEPTH], compiler->diag);
}

static uint32_t copy_known(struct compiler *compiler, const struct program_part *part, const struct node *scalar)
{
    bool fits = compile_count(compiler, (uint64_t)part->root - part->first_node + 1, scalar->place);
    return fits ? program_copy(&compiler->rules->program, part, NULL, &scalar->place) : NO_ROOT;
}

uint32_t compile_test(struct compiler *compiler, const struct node *scalar)
{
    struct leaf leaf = {.compiler = compiler, .scalar = scalar};
    bool shared = !compiler->in_applies && !compiler->instrument->has_common_names;
    const struct program_part *known = shared ? known_find(compiler->known, scalar->text, compiler->environment) : NULL;
    if (known)
        return copy_known(compiler, known, scalar);
    struct program_part part = program_begin_part(&compiler->rules->program);
    struct syntax *syntax = parse(compiler, scalar);
    uint32_t root = syntax ? compile_boolean(&leaf, syntax) : NO_ROOT;
    program_end_part(&compiler->rules->program, &part, root);
    if (root != NO_ROOT && shared && !leaf.own)
        known_add(compiler->known, scalar->text, compiler->environment, &part);
    return root;
}

uint32_t compile_date(struct compiler *compiler, const struct node *scalar)
{
    struct leaf leaf = {.compiler = compiler, .scalar = scalar};
    struct syntax *syntax = parse(compiler, scalar);
    return syntax ? compile_typed(&leaf, syntax, TYPE_DATE) : NO_ROOT;
}
