/* Paragraphs as CommonMark, as GitHub shows it: headings, lists and bold words. Every character that could be taken for markup is escaped. */
#include "report/form.h"

#include <string.h>

/* Characters that mean something wherever they stand. */
static bool is_markup(char c)
{
    return strchr("\\`*_[]<>&|~$#@", c) != NULL;
}

static bool begins_a_block(const struct text text, size_t at)
{
    char c = text.data[at];
    if (c == '+' || c == '-' || c == '=')
        return true;
    while (at > 0 && text_is_digit(text.data[at - 1]))
        at--;
    return (c == '.' || c == ')') && at == 0;
}

/* Below the first character of a line only digits may stand before a mark that begins a block. */
static void put_escaped(struct buffer *out, struct text text, bool line_begins)
{
    bool only_digits = line_begins;
    for (size_t at = 0; at < text.length; at++) {
        char c = text.data[at];
        if (is_markup(c) || (only_digits && c != ' ' && (at == 0 || c == '.' || c == ')') && begins_a_block(text, at)))
            buffer_char(out, '\\');
        buffer_char(out, c);
        only_digits = only_digits && text_is_digit(c);
    }
}

/* A path or an expression, between more backticks than it has in a row. */
static void put_code(struct buffer *out, struct text text)
{
    unsigned longest = 0;
    unsigned row = 0;
    for (size_t i = 0; i < text.length; i++) {
        row = text.data[i] == '`' ? row + 1 : 0;
        longest = row > longest ? row : longest;
    }
    for (unsigned i = 0; i <= longest; i++)
        buffer_char(out, '`');
    buffer_format(out, longest > 0 ? " %t " : "%t", text);
    for (unsigned i = 0; i <= longest; i++)
        buffer_char(out, '`');
}

static bool is_bold(enum style style)
{
    return style == STYLE_STRONG || style == STYLE_AGAINST || style == STYLE_OPEN || style == STYLE_CLEAR;
}

struct line {
    struct buffer *out;
    enum style style;
    bool begun;
    bool in_sign;
    bool heading; /* bold already */
    bool label;   /* the first of the columns, in words: bold */
    struct text address;
};

static void put_words(struct line *line, struct text text)
{
    bool bold = (is_bold(line->style) || line->label) && !line->in_sign && !line->heading;
    if (text_trim(text).length == 0)
        bold = false;
    if (line->style == STYLE_NAME && text.length > 0) {
        put_code(line->out, text);
    } else {
        buffer_string(line->out, bold ? "**" : "");
        put_escaped(line->out, text, !line->begun && !bold);
        buffer_string(line->out, bold ? "**" : "");
    }
    line->begun = true;
}

static void put_mark(struct line *line, const struct stretch *stretch)
{
    switch (stretch->mark) {
    case MARK_TAB:
        buffer_string(line->out, line->label ? ": " : " ");
        line->label = false;
        break;
    case MARK_BOX:
        buffer_string(line->out, "[ ]");
        break;
    case MARK_LINK:
        line->address = stretch->text;
        buffer_char(line->out, '[');
        break;
    case MARK_LINK_END:
        buffer_format(line->out, "](%t)", line->address);
        break;
    case MARK_SIGN:
    case MARK_SIGN_END:
        line->in_sign = stretch->mark == MARK_SIGN;
        break;
    case MARK_CELL:
        buffer_string(line->out, " | ");
        break;
    default:
        line->style = (enum style)(stretch->mark - MARK_STYLE);
    }
}

static void put_words_of(struct buffer *out, struct text paragraph, bool heading)
{
    struct line line = {.out = out, .heading = heading, .label = form_has_columns(paragraph) && !form_label_is_short(paragraph)};
    struct stretch stretch;
    for (size_t at = 0; form_next(paragraph, &at, &stretch);) {
        if (stretch.mark != 0)
            put_mark(&line, &stretch);
        else
            put_words(&line, stretch.text);
    }
}

static void put_line(struct buffer *out, struct text paragraph, bool heading)
{
    put_words_of(out, paragraph, heading);
    buffer_char(out, '\n');
}

/* Below the names of the columns stands a line that makes the table one. */
static void put_row(struct writer *writer, struct text paragraph, bool columns)
{
    struct buffer *out = &writer->out;
    struct stretch stretch;
    buffer_string(out, columns && writer->begun ? "\n| " : "| ");
    put_words_of(out, paragraph, false);
    buffer_string(out, columns ? " |\n| ---" : " |\n");
    for (size_t at = 0; columns && form_next(paragraph, &at, &stretch);)
        if (stretch.mark == MARK_CELL)
            buffer_string(out, " | ---");
    buffer_string(out, columns ? " |\n" : "");
}

static void put_item(struct writer *writer, struct text paragraph, size_t indent)
{
    struct buffer *out = &writer->out;
    while (writer->list_count > 0 && writer->lists[writer->list_count - 1] > indent)
        writer->list_count--;
    if (writer->list_count == 0 && writer->begun)
        buffer_char(out, '\n');
    if (writer->list_count == 0 || (writer->lists[writer->list_count - 1] < indent && writer->list_count < WRITER_LISTS_MAX))
        writer->lists[writer->list_count++] = indent;
    for (unsigned i = 1; i < writer->list_count; i++)
        buffer_string(out, "  ");
    buffer_string(out, "- ");
    put_line(out, paragraph, false);
}

void markdown_paragraph(struct writer *writer, enum paragraph_role role, struct text paragraph, size_t indent)
{
    bool heading = role == PARAGRAPH_TITLE || role == PARAGRAPH_HEADING || role == PARAGRAPH_HEADLINE;
    static const char *const begins[] = {
        [PARAGRAPH_PLAIN] = "",   [PARAGRAPH_TITLE] = "# ", [PARAGRAPH_HEADING] = "## ", [PARAGRAPH_HEADLINE] = "### ",
        [PARAGRAPH_SUMMARY] = "", [PARAGRAPH_CLOSING] = "", [PARAGRAPH_COLUMNS] = "",    [PARAGRAPH_ROW] = ""};
    if (role == PARAGRAPH_COLUMNS || role == PARAGRAPH_ROW) {
        writer->list_count = 0;
        put_row(writer, paragraph, role == PARAGRAPH_COLUMNS);
    } else if (role == PARAGRAPH_PLAIN && form_is_item(writer, paragraph, indent)) {
        put_item(writer, paragraph, indent);
    } else {
        writer->list_count = 0;
        buffer_string(&writer->out, writer->begun ? "\n" : "");
        buffer_string(&writer->out, begins[role]);
        put_line(&writer->out, paragraph, heading);
    }
    writer->begun = true;
}
