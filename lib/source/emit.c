#include "source/emit.h"

enum {
    EMIT_DEPTH_MAX = 100,  /* no tree is deeper that was read within the limits */
    FLOW_ITEMS_MAX = 12,   /* of a list that is written on one line */
    FLOW_COLUMNS_MAX = 100 /* likewise */
};

static void put_indent(struct buffer *out, unsigned indent)
{
    for (unsigned i = 0; i < indent; i++)
        buffer_string(out, "  ");
}

/* ---- scalars ---------------------------------------------------------------------------------------------------------- */

static bool is_one_line(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7f)
            return false;
    return true;
}

static const char digits[] = "0123456789ABCDEF";

static void put_escaped(struct buffer *out, unsigned char byte)
{
    if (byte == '\n') {
        buffer_string(out, "\\n");
    } else if (byte == '"' || byte == '\\') {
        buffer_char(out, '\\');
        buffer_char(out, (char)byte);
    } else if (byte < 0x20 || byte == 0x7f) {
        buffer_string(out, "\\x");
        buffer_char(out, digits[byte >> 4]);
        buffer_char(out, digits[byte & 15]);
    } else {
        buffer_char(out, (char)byte);
    }
}

/* The code points that YAML takes for the end of a line, and the mark of byte order: escaped, or they would not come back. */
static const char *named_escape(uint32_t point)
{
    return point == 0x85 ? "\\N" : point == 0x2028 ? "\\L" : point == 0x2029 ? "\\P" : point == 0xfeff ? "\\uFEFF" : NULL;
}

/* What YAML refuses to read unless it is escaped. */
static bool is_refused(uint32_t point)
{
    return (point >= 0x80 && point < 0xA0) || point == 0xFFFE || point == 0xFFFF;
}

static void put_code(struct buffer *out, uint32_t point)
{
    buffer_string(out, "\\u");
    for (int shift = 12; shift >= 0; shift -= 4)
        buffer_char(out, digits[point >> shift & 15]);
}

static void put_quoted(struct buffer *out, struct text text)
{
    buffer_char(out, '"');
    for (size_t at = 0, from = 0; at < text.length; from = at) {
        uint32_t point = text_next(text, &at);
        if (named_escape(point))
            buffer_string(out, named_escape(point));
        else if (is_refused(point))
            put_code(out, point);
        else if (at - from == 1)
            put_escaped(out, (unsigned char)text.data[from]);
        else
            buffer_append(out, text.data + from, at - from);
    }
    buffer_char(out, '"');
}

/* What was written without quotes needs none now, unless it was written over several lines. */
static void put_scalar(struct buffer *out, const struct node *scalar)
{
    if (scalar->plain && is_one_line(scalar->text))
        buffer_text(out, scalar->text);
    else
        put_quoted(out, scalar->text);
}

/* ---- lists on one line ------------------------------------------------------------------------------------------------ */

static bool fits_flow(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (strchr(",[]{}:#\"'&*!|>%@`?", text.data[i]))
            return false;
    return text.length > 0 && is_one_line(text);
}

static bool is_flow(const struct node *node)
{
    size_t columns = 0;
    for (uint32_t i = 0; node->kind == NODE_SEQUENCE && i < node->count; i++) {
        const struct node *item = node->items[i];
        if (!node_is_scalar(item) || !item->plain || !fits_flow(item->text))
            return false;
        columns += item->text.length + 2;
    }
    return node->kind == NODE_SEQUENCE && node->count <= FLOW_ITEMS_MAX && columns <= FLOW_COLUMNS_MAX;
}

static void put_flow(struct buffer *out, const struct node *list)
{
    buffer_char(out, '[');
    for (uint32_t i = 0; i < list->count; i++) {
        buffer_string(out, i > 0 ? ", " : "");
        buffer_text(out, list->items[i]->text);
    }
    buffer_char(out, ']');
}

/* ---- nodes ------------------------------------------------------------------------------------------------------------ */

static void put_block(struct buffer *out, const struct node *node, unsigned indent, unsigned depth, bool in_line);

/* What follows `key:` or `-`: on the same line, or as a block of its own. */
static void put_value(struct buffer *out, const struct node *node, unsigned indent, unsigned depth, bool after_dash)
{
    bool on_line = node_is_scalar(node) || node->count == 0 || is_flow(node) || depth == EMIT_DEPTH_MAX;
    if (!on_line) {
        buffer_string(out, after_dash ? " " : "\n");
        put_block(out, node, indent + 1, depth + 1, after_dash);
        return;
    }
    if (!node_is_scalar(node) || node->text.length > 0 || !node->plain)
        buffer_char(out, ' ');
    if (node_is_scalar(node))
        put_scalar(out, node);
    else if (is_flow(node))
        put_flow(out, node);
    else
        buffer_string(out, node->kind == NODE_MAPPING ? "{}" : "[]");
    buffer_char(out, '\n');
}

/* `in_line`: its first line has been begun. */
static void put_block(struct buffer *out, const struct node *node, unsigned indent, unsigned depth, bool in_line)
{
    for (uint32_t i = 0; i < node->count; i++) {
        if (i > 0 || !in_line)
            put_indent(out, indent);
        if (node->kind == NODE_MAPPING) {
            put_scalar(out, node_key(node, i));
            buffer_char(out, ':');
            put_value(out, node_value(node, i), indent, depth, false);
        } else {
            buffer_char(out, '-');
            put_value(out, node->items[i], indent, depth, true);
        }
    }
}

void emit_document(const struct node *document, struct buffer *out)
{
    if (document->kind == NODE_SCALAR || document->count == 0)
        put_value(out, document, 0, 0, false);
    else
        put_block(out, document, 0, 0, false);
}
