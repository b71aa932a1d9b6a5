#include "rules/syntax.h"

#include "rules/token.h"

struct parser {
    struct arena *arena;
    const struct node *scalar;
    struct diag *diag;
    struct token token; /* the one to look at */
    size_t at;
    size_t end_of_last; /* where the token before it ended */
    uint64_t depth;
    uint64_t depth_limit;
    bool failed;
};

static struct syntax *parse_or(struct parser *parser);

static void advance(struct parser *parser)
{
    parser->end_of_last = parser->token.offset + parser->token.length;
    parser->token = token_next(parser->scalar->text, &parser->at);
}

/* What people write who come from other languages. */
static const char *help_for(struct text token)
{
    static const struct {
        const char *theirs;
        const char *help;
    } habits[] = {{"=", "equality is written `==`"},
                  {"&", "write `and`"},
                  {"|", "write `or`"},
                  {"!", "write `not`"},
                  {"<>", "write `!=`"},
                  {"\"", "close the text with a second `\"`"},
                  {"'", "texts stand in `\"`"}};
    for (size_t i = 0; i < sizeof habits / sizeof habits[0]; i++)
        if (text_starts_with(token, habits[i].theirs))
            return habits[i].help;
    return NULL;
}

static struct syntax *fail(struct parser *parser, const char *expected)
{
    if (parser->failed)
        return NULL; /* one fault, one message */
    parser->failed = true;
    struct place place = node_place_at(parser->scalar, parser->token.offset, parser->token.length);
    if (parser->token.kind == TOKEN_END)
        diag_add(parser->diag, DIAG_EXPRESSION_SYNTAX, place, NULL, "the expression ends where %s is expected", expected);
    else
        diag_add(parser->diag, DIAG_EXPRESSION_SYNTAX, place, help_for(parser->token.text), "`%t` stands where %s is expected",
                 (struct text){parser->scalar->text.data + parser->token.offset, parser->token.length}, expected);
    return NULL;
}

static struct syntax *too_deep(struct parser *parser)
{
    if (!parser->failed)
        diag_add(parser->diag, DIAG_TOO_DEEP, parser->scalar->place, NULL, "the expression is nested more than %l deep",
                 (int64_t)parser->depth_limit);
    parser->failed = true;
    return NULL;
}

static bool accept(struct parser *parser, enum token_kind kind)
{
    if (parser->token.kind != kind)
        return false;
    advance(parser);
    return true;
}

static struct syntax *make(struct parser *parser, enum syntax_kind kind, size_t offset)
{
    struct syntax *made = arena_take(parser->arena, sizeof *made, alignof(struct syntax));
    if (!made) {
        parser->failed = true;
        return NULL;
    }
    *made = (struct syntax){.kind = kind, .text = {"", 0}, .offset = offset, .length = parser->end_of_last - offset};
    return made;
}

static bool append(struct parser *parser, struct syntax *to, struct syntax *item)
{
    if ((to->count & (to->count - 1)) == 0) { /* the array is full at every power of two */
        struct syntax **items = arena_array(parser->arena, to->count ? (size_t)to->count * 2 : 1, sizeof(struct syntax *));
        if (!items) {
            parser->failed = true;
            return false;
        }
        for (uint32_t i = 0; i < to->count; i++)
            items[i] = to->items[i];
        to->items = items;
    }
    to->items[to->count++] = item;
    to->length = parser->end_of_last - to->offset;
    return true;
}

static struct syntax *make_pair(struct parser *parser, enum syntax_kind kind, struct syntax *left, struct syntax *right)
{
    if (!left || !right)
        return NULL;
    struct syntax *made = make(parser, kind, left->offset);
    struct syntax **items = arena_array(parser->arena, 2, sizeof(struct syntax *));
    if (!made || !items) {
        parser->failed = true;
        return NULL;
    }
    items[0] = left;
    items[1] = right;
    made->items = items;
    made->count = 2;
    return made;
}

/* DURATION → (NUMBER UNIT)+          a number without a unit is an integer */
static struct syntax *parse_number(struct parser *parser)
{
    size_t offset = parser->token.offset;
    struct text first = parser->token.text;
    struct duration duration;
    bool found = false;
    while (parser->token.kind == TOKEN_NUMBER) {
        size_t at = parser->at;
        struct token unit = token_next(parser->scalar->text, &at);
        struct text so_far = {parser->scalar->text.data + offset, unit.offset + unit.length - offset};
        if (unit.kind != TOKEN_NAME || !duration_parse(so_far, &duration))
            break;
        advance(parser);
        advance(parser);
        found = true;
    }
    if (found) {
        struct syntax *made = make(parser, SYNTAX_DURATION, offset);
        if (made)
            made->duration = duration;
        return made;
    }
    int64_t integer;
    day unused;
    if (date_parse_day(first, &unused)) {
        parser->failed = true;
        diag_add(parser->diag, DIAG_DATE_LITERAL, node_place_at(parser->scalar, offset, first.length),
                 "name the date under `dates` with its citation, and use the name", "the date `%t` stands inside a condition", first);
        return NULL;
    }
    if (!text_to_int64(first, &integer) || integer > 1000000000)
        return fail(parser, "a whole number, or a duration such as `1 year`");
    advance(parser);
    struct syntax *made = make(parser, SYNTAX_INTEGER, offset);
    if (made)
        made->integer = (int32_t)integer;
    return made;
}

/* items → (expression ("," expression)*)? CLOSE */
static bool parse_items(struct parser *parser, struct syntax *into, enum token_kind close)
{
    while (!accept(parser, close)) {
        if (into->count && !accept(parser, TOKEN_COMMA))
            return fail(parser, close == TOKEN_CLOSE_SET ? "`,` or `}`" : "`,` or `)`") != NULL;
        struct syntax *item = parse_or(parser);
        if (!item || !append(parser, into, item))
            return false;
    }
    into->length = parser->end_of_last - into->offset;
    return true;
}

/* NAME | CALL */
static struct syntax *parse_name(struct parser *parser, enum syntax_kind alone)
{
    struct token name = parser->token;
    advance(parser);
    bool call = accept(parser, TOKEN_OPEN);
    struct syntax *made = make(parser, call ? SYNTAX_CALL : alone, name.offset);
    if (made)
        made->text = name.text;
    return made && call && !parse_items(parser, made, TOKEN_CLOSE) ? NULL : made;
}

/* primary → NUMBER | DURATION | STRING | SET | NAME | CALL | "(" expression ")" */
static struct syntax *parse_primary(struct parser *parser)
{
    struct token token = parser->token;
    struct syntax *made;
    switch (token.kind) {
    case TOKEN_NUMBER:
        return parse_number(parser);
    case TOKEN_STRING:
        advance(parser);
        made = make(parser, SYNTAX_STRING, token.offset);
        if (made)
            made->text = token.text;
        return made;
    case TOKEN_TRUE:
        return parse_name(parser, SYNTAX_TRUE);
    case TOKEN_FALSE:
        return parse_name(parser, SYNTAX_FALSE);
    case TOKEN_NAME:
    case TOKEN_OVERLAPS:
    case TOKEN_WITHIN:
        return parse_name(parser, SYNTAX_NAME);
    case TOKEN_OPEN:
        advance(parser);
        made = parse_or(parser);
        return made && !accept(parser, TOKEN_CLOSE) ? fail(parser, "`)`") : made;
    case TOKEN_OPEN_SET:
        advance(parser);
        made = make(parser, SYNTAX_SET, token.offset);
        return made && parse_items(parser, made, TOKEN_CLOSE_SET) ? made : NULL;
    case TOKEN_END:
    case TOKEN_BAD:
    case TOKEN_AND:
    case TOKEN_OR:
    case TOKEN_NOT:
    case TOKEN_IN:
        return fail(parser, "a fact or a value");
    case TOKEN_EQ:
    case TOKEN_NE:
    case TOKEN_LT:
    case TOKEN_LE:
    case TOKEN_GT:
    case TOKEN_GE:
    case TOKEN_PLUS:
    case TOKEN_MINUS:
    case TOKEN_CLOSE:
    case TOKEN_CLOSE_SET:
    case TOKEN_COMMA:
        break;
    }
    return fail(parser, "a fact, a value or `(`");
}

/* sum → primary (("+" | "-") primary)* */
static struct syntax *parse_sum(struct parser *parser)
{
    struct syntax *left = parse_primary(parser);
    for (uint64_t terms = 1; left && (parser->token.kind == TOKEN_PLUS || parser->token.kind == TOKEN_MINUS); terms++) {
        if (terms > parser->depth_limit)
            return too_deep(parser); /* each term nests the ones before it */
        enum syntax_kind kind = parser->token.kind == TOKEN_PLUS ? SYNTAX_ADD : SYNTAX_SUBTRACT;
        advance(parser);
        left = make_pair(parser, kind, left, parse_primary(parser));
    }
    return left;
}

static bool accept_comparison(struct parser *parser, enum syntax_kind *kind)
{
    enum token_kind found = parser->token.kind;
    if (found >= TOKEN_EQ && found <= TOKEN_GE)
        *kind = (enum syntax_kind)(SYNTAX_EQ + (found - TOKEN_EQ));
    else if (found == TOKEN_IN)
        *kind = SYNTAX_IN;
    else if (found == TOKEN_OVERLAPS)
        *kind = SYNTAX_OVERLAPS;
    else if (found == TOKEN_WITHIN)
        *kind = SYNTAX_WITHIN;
    else if (found == TOKEN_NOT)
        *kind = SYNTAX_NOT_IN;
    else
        return false;
    advance(parser);
    if (found == TOKEN_NOT && !accept(parser, TOKEN_IN))
        fail(parser, "`in`");
    return true;
}

/* comparison → sum (("==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in" | "overlaps" | "within") sum)? */
static struct syntax *parse_comparison(struct parser *parser)
{
    struct syntax *left = parse_sum(parser);
    enum syntax_kind kind;
    if (!left || !accept_comparison(parser, &kind))
        return left;
    return make_pair(parser, kind, left, parser->failed ? NULL : parse_sum(parser));
}

/* not → "not" not | comparison */
static struct syntax *parse_not(struct parser *parser)
{
    if (++parser->depth > parser->depth_limit)
        return too_deep(parser);
    size_t offset = parser->token.offset;
    struct syntax *made = NULL;
    if (accept(parser, TOKEN_NOT)) {
        struct syntax *inner = parse_not(parser);
        made = inner ? make(parser, SYNTAX_NOT, offset) : NULL;
        made = made && append(parser, made, inner) ? made : NULL;
    } else {
        made = parse_comparison(parser);
    }
    parser->depth--;
    return made;
}

static struct syntax *parse_chain(struct parser *parser, enum token_kind word, enum syntax_kind kind,
                                  struct syntax *(*parse)(struct parser *))
{
    struct syntax *first = parse(parser);
    if (!first || parser->token.kind != word)
        return first;
    struct syntax *chain = make(parser, kind, first->offset);
    if (!chain || !append(parser, chain, first))
        return NULL;
    while (accept(parser, word)) {
        struct syntax *next = parse(parser);
        if (!next || !append(parser, chain, next))
            return NULL;
    }
    return chain;
}

/* and → not ("and" not)* */
static struct syntax *parse_and(struct parser *parser)
{
    return parse_chain(parser, TOKEN_AND, SYNTAX_AND, parse_not);
}

/* or → and ("or" and)* */
static struct syntax *parse_or(struct parser *parser)
{
    return parse_chain(parser, TOKEN_OR, SYNTAX_OR, parse_and);
}

struct syntax *syntax_parse(struct arena *arena, const struct node *scalar, uint64_t depth_limit, struct diag *diag)
{
    struct parser parser = {.arena = arena, .scalar = scalar, .diag = diag, .depth_limit = depth_limit};
    advance(&parser);
    struct syntax *root = parse_or(&parser);
    if (root && parser.token.kind != TOKEN_END)
        return fail(&parser, "`and`, `or` or the end of the expression");
    return parser.failed ? NULL : root;
}
