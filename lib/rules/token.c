#include "rules/token.h"

enum { OTHER, SPACE, NAME, DIGIT, JOIN, QUOTE, SYMBOL };

/* What each ASCII character begins, or goes on. */
static const unsigned char classes[128] = {
    ['\t'] = SPACE, ['\n'] = SPACE, ['\v'] = SPACE, ['\f'] = SPACE, ['\r'] = SPACE, [' '] = SPACE,  ['"'] = QUOTE,  ['!'] = SYMBOL,
    ['('] = SYMBOL, [')'] = SYMBOL, ['+'] = SYMBOL, [','] = SYMBOL, ['<'] = SYMBOL, ['='] = SYMBOL, ['>'] = SYMBOL, ['{'] = SYMBOL,
    ['}'] = SYMBOL, ['-'] = JOIN,   ['.'] = JOIN,   ['/'] = JOIN,   ['0'] = DIGIT,  ['1'] = DIGIT,  ['2'] = DIGIT,  ['3'] = DIGIT,
    ['4'] = DIGIT,  ['5'] = DIGIT,  ['6'] = DIGIT,  ['7'] = DIGIT,  ['8'] = DIGIT,  ['9'] = DIGIT,  ['_'] = NAME,   ['A'] = NAME,
    ['B'] = NAME,   ['C'] = NAME,   ['D'] = NAME,   ['E'] = NAME,   ['F'] = NAME,   ['G'] = NAME,   ['H'] = NAME,   ['I'] = NAME,
    ['J'] = NAME,   ['K'] = NAME,   ['L'] = NAME,   ['M'] = NAME,   ['N'] = NAME,   ['O'] = NAME,   ['P'] = NAME,   ['Q'] = NAME,
    ['R'] = NAME,   ['S'] = NAME,   ['T'] = NAME,   ['U'] = NAME,   ['V'] = NAME,   ['W'] = NAME,   ['X'] = NAME,   ['Y'] = NAME,
    ['Z'] = NAME,   ['a'] = NAME,   ['b'] = NAME,   ['c'] = NAME,   ['d'] = NAME,   ['e'] = NAME,   ['f'] = NAME,   ['g'] = NAME,
    ['h'] = NAME,   ['i'] = NAME,   ['j'] = NAME,   ['k'] = NAME,   ['l'] = NAME,   ['m'] = NAME,   ['n'] = NAME,   ['o'] = NAME,
    ['p'] = NAME,   ['q'] = NAME,   ['r'] = NAME,   ['s'] = NAME,   ['t'] = NAME,   ['u'] = NAME,   ['v'] = NAME,   ['w'] = NAME,
    ['x'] = NAME,   ['y'] = NAME,   ['z'] = NAME,
};

static unsigned class_at(struct text source, size_t at)
{
    unsigned char c = at < source.length ? (unsigned char)source.data[at] : 0x80;
    return c < 0x80 ? classes[c] : OTHER;
}

static bool is_in_name(unsigned class)
{
    return class == NAME || class == DIGIT;
}

static struct token take(enum token_kind kind, struct text source, size_t from, size_t to)
{
    return (struct token){kind, {source.data + from, to - from}, from, to - from};
}

static enum token_kind name_kind(struct text text)
{
    static const struct {
        struct text text;
        enum token_kind kind;
    } words[] = {{{"and", 3}, TOKEN_AND},           {{"or", 2}, TOKEN_OR},         {{"not", 3}, TOKEN_NOT},   {{"in", 2}, TOKEN_IN},
                 {{"overlaps", 8}, TOKEN_OVERLAPS}, {{"within", 6}, TOKEN_WITHIN}, {{"true", 4}, TOKEN_TRUE}, {{"false", 5}, TOKEN_FALSE}};
    enum { LONGEST_WORD = 8 };
    if (text.length > LONGEST_WORD)
        return TOKEN_NAME;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text.length == words[i].text.length && text.data[0] == words[i].text.data[0] && text_equal(text, words[i].text))
            return words[i].kind;
    return TOKEN_NAME;
}

static struct token take_name(struct text source, size_t from, size_t *at)
{
    size_t end = from + 1;
    for (unsigned class; is_in_name(class = class_at(source, end)) || (class == JOIN && is_in_name(class_at(source, end + 1)));)
        end++;
    *at = end;
    return take(name_kind((struct text){source.data + from, end - from}), source, from, end);
}

static struct token take_number(struct text source, size_t from, size_t *at)
{
    size_t end = from + 1;
    while (class_at(source, end) == DIGIT || (end < source.length && source.data[end] == '-'))
        end++;
    *at = end;
    return take(TOKEN_NUMBER, source, from, end);
}

static struct token take_string(struct text source, size_t from, size_t *at)
{
    size_t end = from + 1;
    while (end < source.length && source.data[end] != '"')
        end++;
    *at = end < source.length ? end + 1 : end;
    if (end == source.length)
        return take(TOKEN_BAD, source, from, end);
    struct token token = take(TOKEN_STRING, source, from, end + 1);
    token.text = (struct text){source.data + from + 1, end - from - 1};
    return token;
}

static enum token_kind symbol_kind(char c, bool with_equals)
{
    switch (c) {
    case '=':
        return with_equals ? TOKEN_EQ : TOKEN_BAD;
    case '!':
        return with_equals ? TOKEN_NE : TOKEN_BAD;
    case '<':
        return with_equals ? TOKEN_LE : TOKEN_LT;
    case '>':
        return with_equals ? TOKEN_GE : TOKEN_GT;
    case '+':
        return TOKEN_PLUS;
    case '-':
        return TOKEN_MINUS;
    case '(':
        return TOKEN_OPEN;
    case ')':
        return TOKEN_CLOSE;
    case '{':
        return TOKEN_OPEN_SET;
    case '}':
        return TOKEN_CLOSE_SET;
    case ',':
        return TOKEN_COMMA;
    default:
        return TOKEN_BAD;
    }
}

static struct token take_symbol(struct text source, size_t from, size_t *at)
{
    bool with_equals = from + 1 < source.length && source.data[from + 1] == '=';
    enum token_kind kind = symbol_kind(source.data[from], with_equals);
    if (kind == TOKEN_BAD)
        text_next(source, at); /* a whole character, so that a mark never splits one */
    else
        *at = from + (kind == TOKEN_EQ || kind == TOKEN_NE || kind == TOKEN_LE || kind == TOKEN_GE ? 2 : 1);
    return take(kind, source, from, *at);
}

struct token token_next(struct text source, size_t *at)
{
    while (class_at(source, *at) == SPACE)
        ++*at;
    size_t from = *at;
    if (from == source.length)
        return take(TOKEN_END, source, from, from);
    switch (class_at(source, from)) {
    case NAME:
        return take_name(source, from, at);
    case DIGIT:
        return take_number(source, from, at);
    case QUOTE:
        return take_string(source, from, at);
    default:
        return take_symbol(source, from, at);
    }
}
