#include "rules/token.h"

static bool begins_name(char c)
{
    return text_is_letter(c) || c == '_';
}

static bool continues_name(struct text source, size_t at)
{
    char c = source.data[at];
    if (begins_name(c) || text_is_digit(c))
        return true;
    bool joins = c == '.' || c == '-' || c == '/';
    return joins && at + 1 < source.length && (begins_name(source.data[at + 1]) || text_is_digit(source.data[at + 1]));
}

static struct token take(enum token_kind kind, struct text source, size_t from, size_t to)
{
    return (struct token){kind, {source.data + from, to - from}, from, to - from};
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

static size_t symbol_length(struct text source, size_t at)
{
    static const char *const symbols[] = {"==", "!=", "<=", ">=", "<", ">", "+", "-", "(", ")", "{", "}", ","};
    struct text rest = {source.data + at, source.length - at};
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++)
        if (text_starts_with(rest, symbols[i]))
            return text_of(symbols[i]).length;
    return 0;
}

struct token token_next(struct text source, size_t *at)
{
    while (*at < source.length && text_is_space(source.data[*at]))
        ++*at;
    size_t from = *at;
    if (from == source.length)
        return take(TOKEN_END, source, from, from);
    char c = source.data[from];
    if (begins_name(c)) {
        while (*at < source.length && continues_name(source, *at))
            ++*at;
        return take(TOKEN_NAME, source, from, *at);
    }
    if (text_is_digit(c)) {
        while (*at < source.length && (text_is_digit(source.data[*at]) || source.data[*at] == '-'))
            ++*at;
        return take(TOKEN_NUMBER, source, from, *at);
    }
    if (c == '"')
        return take_string(source, from, at);
    size_t length = symbol_length(source, from);
    text_next(source, at); /* a whole character, so that a mark never splits one */
    if (length)
        *at = from + length;
    return take(length ? TOKEN_SYMBOL : TOKEN_BAD, source, from, *at);
}
