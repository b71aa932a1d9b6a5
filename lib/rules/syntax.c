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

static bool is_symbol(const struct parser *parser, const char *symbol)
{
    return parser->token.kind == TOKEN_SYMBOL && text_is(parser->token.text, symbol);
}

static bool is_word(const struct parser *parser, const char *word)
{
    return parser->token.kind == TOKEN_NAME && text_is(parser->token.text, word);
}

static bool accept_symbol(struct parser *parser, const char *symbol)
{
    if (!is_symbol(parser, symbol))
        return false;
    advance(parser);
    return true;
}

static bool accept_word(struct parser *parser, const char *word)
{
    if (!is_word(parser, word))
        return false;
    advance(parser);
    return true;
}

static struct syntax *make(struct parser *parser, enum syntax_kind kind, size_t offset)
{
    struct syntax *made = arena_alloc(parser->arena, sizeof *made);
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
    return made && append(parser, made, left) && append(parser, made, right) ? made : NULL;
}

/* DURATION → (NUMBER UNIT)+          a number without a unit is an integer */
static struct syntax *parse_number(struct parser *parser)
{
    size_t offset = parser->token.offset;
    struct text first = parser->token.text;
    size_t end = offset;
    unsigned parts = 0;
    struct duration duration;
    while (parser->token.kind == TOKEN_NUMBER) {
        struct parser ahead = *parser;
        advance(&ahead);
        size_t to = ahead.token.offset + ahead.token.length;
        if (ahead.token.kind != TOKEN_NAME || !duration_parse((struct text){parser->scalar->text.data + offset, to - offset}, &duration))
            break;
        advance(parser);
        advance(parser);
        end = to;
        parts++;
    }
    if (parts) {
        struct syntax *made = make(parser, SYNTAX_DURATION, offset);
        if (made && duration_parse((struct text){parser->scalar->text.data + offset, end - offset}, &made->duration))
            return made;
        return fail(parser, "a duration");
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
static bool parse_items(struct parser *parser, struct syntax *into, const char *close)
{
    while (!accept_symbol(parser, close)) {
        if (into->count && !accept_symbol(parser, ","))
            return fail(parser, text_is(text_of(close), "}") ? "`,` or `}`" : "`,` or `)`") != NULL;
        struct syntax *item = parse_or(parser);
        if (!item || !append(parser, into, item))
            return false;
    }
    into->length = parser->end_of_last - into->offset;
    return true;
}

/* primary → NUMBER | DURATION | STRING | SET | NAME | CALL | "(" expression ")" */
static struct syntax *parse_primary(struct parser *parser)
{
    size_t offset = parser->token.offset;
    struct text text = parser->token.text;
    struct syntax *made;
    switch (parser->token.kind) {
    case TOKEN_NUMBER:
        return parse_number(parser);
    case TOKEN_STRING:
        advance(parser);
        made = make(parser, SYNTAX_STRING, offset);
        if (made)
            made->text = text;
        return made;
    case TOKEN_SYMBOL:
        if (accept_symbol(parser, "(")) {
            made = parse_or(parser);
            return made && !accept_symbol(parser, ")") ? fail(parser, "`)`") : made;
        }
        if (!accept_symbol(parser, "{"))
            return fail(parser, "a fact, a value or `(`");
        made = make(parser, SYNTAX_SET, offset);
        return made && parse_items(parser, made, "}") ? made : NULL;
    case TOKEN_NAME:
        if (text_is(text, "and") || text_is(text, "or") || text_is(text, "in") || text_is(text, "not"))
            return fail(parser, "a fact or a value");
        advance(parser);
        bool call = accept_symbol(parser, "(");
        bool word = text_is(text, "true") || text_is(text, "false");
        made = make(parser, call ? SYNTAX_CALL : !word ? SYNTAX_NAME : text_is(text, "true") ? SYNTAX_TRUE : SYNTAX_FALSE, offset);
        if (made)
            made->text = text;
        return made && call && !parse_items(parser, made, ")") ? NULL : made;
    case TOKEN_END:
    case TOKEN_BAD:
        break;
    }
    return fail(parser, "a fact or a value");
}

/* sum → primary (("+" | "-") primary)* */
static struct syntax *parse_sum(struct parser *parser)
{
    struct syntax *left = parse_primary(parser);
    for (uint64_t terms = 1; left && (is_symbol(parser, "+") || is_symbol(parser, "-")); terms++) {
        if (terms > parser->depth_limit)
            return too_deep(parser); /* each term nests the ones before it */
        enum syntax_kind kind = is_symbol(parser, "+") ? SYNTAX_ADD : SYNTAX_SUBTRACT;
        advance(parser);
        left = make_pair(parser, kind, left, parse_primary(parser));
    }
    return left;
}

static bool accept_comparison(struct parser *parser, enum syntax_kind *kind)
{
    static const struct {
        const char *symbol;
        enum syntax_kind kind;
    } symbols[] = {
        {"==", SYNTAX_EQ}, {"!=", SYNTAX_NE}, {"<", SYNTAX_LT}, {"<=", SYNTAX_LE}, {">", SYNTAX_GT}, {">=", SYNTAX_GE},
    };
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
        *kind = symbols[i].kind;
        if (accept_symbol(parser, symbols[i].symbol))
            return true;
    }
    *kind = is_word(parser, "in") ? SYNTAX_IN : is_word(parser, "overlaps") ? SYNTAX_OVERLAPS : SYNTAX_WITHIN;
    if (accept_word(parser, "in") || accept_word(parser, "overlaps") || accept_word(parser, "within"))
        return true;
    *kind = SYNTAX_NOT_IN;
    if (!accept_word(parser, "not"))
        return false;
    if (!accept_word(parser, "in"))
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
    if (accept_word(parser, "not")) {
        struct syntax *inner = parse_not(parser);
        made = inner ? make(parser, SYNTAX_NOT, offset) : NULL;
        made = made && append(parser, made, inner) ? made : NULL;
    } else {
        made = parse_comparison(parser);
    }
    parser->depth--;
    return made;
}

static struct syntax *parse_chain(struct parser *parser, const char *word, enum syntax_kind kind, struct syntax *(*parse)(struct parser *))
{
    struct syntax *first = parse(parser);
    if (!first || !is_word(parser, word))
        return first;
    struct syntax *chain = make(parser, kind, first->offset);
    if (!chain || !append(parser, chain, first))
        return NULL;
    while (accept_word(parser, word)) {
        struct syntax *next = parse(parser);
        if (!next || !append(parser, chain, next))
            return NULL;
    }
    return chain;
}

/* and → not ("and" not)* */
static struct syntax *parse_and(struct parser *parser)
{
    return parse_chain(parser, "and", SYNTAX_AND, parse_not);
}

/* or → and ("or" and)* */
static struct syntax *parse_or(struct parser *parser)
{
    return parse_chain(parser, "or", SYNTAX_OR, parse_and);
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
