/* Paragraphs as HTML: sections, articles, lists, and what may be folded. Whatever is opened here is closed by what comes after it. */
#include "report/form.h"

static bool is_noncharacter(uint32_t c)
{
    return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static const char *entity_of(uint32_t c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void html_escape(struct buffer *out, struct text text)
{
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        uint32_t c = text_next(text, &at);
        bool unsafe = c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        if (entity_of(c) != NULL)
            buffer_string(out, entity_of(c));
        else if (unsafe || is_noncharacter(c) || c == 0xfffd)
            buffer_string(out, "\xef\xbf\xbd");
        else
            buffer_append(out, text.data + start, at - start);
    }
}

/* ---- one paragraph ---------------------------------------------------------------------------------------------------- */

struct line {
    struct buffer *out;
    enum style style; /* wanted */
    enum style open;  /* of the span that is open; PLAIN: none */
    bool header;      /* of a table */
    const char *cell; /* the element that the next mark of a cell ends */
    const char *next_cell;
};

static void set_open(struct line *line, enum style style)
{
    static const char *const begins[] = {
        [STYLE_PLAIN] = "",
        [STYLE_STRONG] = "<b>",
        [STYLE_FAINT] = "<span class=\"faint\">",
        [STYLE_AGAINST] = "<b class=\"against\">",
        [STYLE_OPEN] = "<b class=\"open\">",
        [STYLE_CLEAR] = "<b class=\"clear\">",
        [STYLE_NAME] = "<code>",
    };
    static const char *const ends[] = {
        [STYLE_PLAIN] = "",    [STYLE_STRONG] = "</b>", [STYLE_FAINT] = "</span>", [STYLE_AGAINST] = "</b>",
        [STYLE_OPEN] = "</b>", [STYLE_CLEAR] = "</b>",  [STYLE_NAME] = "</code>",
    };
    if (line->open == style)
        return;
    buffer_string(line->out, ends[line->open]);
    buffer_string(line->out, begins[style]);
    line->open = style;
}

static void put_mark(struct line *line, const struct stretch *stretch)
{
    switch (stretch->mark) {
    case MARK_TAB:
        set_open(line, STYLE_PLAIN);
        buffer_string(line->out, "</span> <span class=\"value\">");
        break;
    case MARK_CELL:
        set_open(line, STYLE_PLAIN);
        buffer_format(line->out, "</%s><%s>", line->cell, line->next_cell);
        line->cell = line->header ? "th" : "td";
        break;
    case MARK_LINK:
        set_open(line, STYLE_PLAIN);
        buffer_string(line->out, "<a href=\"");
        html_escape(line->out, stretch->text);
        buffer_string(line->out, "\">");
        break;
    case MARK_LINK_END:
        set_open(line, STYLE_PLAIN);
        buffer_string(line->out, "</a>");
        break;
    case MARK_SIGN:
        set_open(line, STYLE_PLAIN);
        buffer_string(line->out, "<span class=\"sign\" aria-hidden=\"true\">");
        break;
    case MARK_ENGLISH:
        set_open(line, STYLE_PLAIN);
        buffer_string(line->out, "<span lang=\"en\">");
        break;
    case MARK_SIGN_END:
    case MARK_ENGLISH_END:
        set_open(line, STYLE_PLAIN);
        buffer_string(line->out, "</span>");
        break;
    default:
        line->style = (enum style)(stretch->mark - MARK_STYLE);
    }
}

static void put_words(struct line *line, struct text paragraph)
{
    struct stretch stretch;
    for (size_t at = 0; form_next(paragraph, &at, &stretch);) {
        if (stretch.mark != 0) {
            put_mark(line, &stretch);
            continue;
        }
        set_open(line, line->style);
        html_escape(line->out, stretch.text);
    }
    set_open(line, STYLE_PLAIN);
}

static void put_line(struct buffer *out, struct text paragraph)
{
    struct line line = {.out = out};
    bool columns = form_has_columns(paragraph);
    if (columns)
        buffer_format(out, "<div class=\"row\"><span class=\"label%s\">", form_label_is_short(paragraph) ? " short" : "");
    put_words(&line, paragraph);
    buffer_string(out, columns ? "</span></div>" : "");
}

/* ---- what is open ----------------------------------------------------------------------------------------------------- */

static void close_table(struct writer *writer)
{
    if (writer->in_table)
        buffer_string(&writer->out, "</tbody></table>\n");
    writer->in_table = false;
}

static void close_lists(struct writer *writer)
{
    close_table(writer);
    for (; writer->list_count > 0; writer->list_count--)
        buffer_string(&writer->out, "</li></ul>\n");
}

static void close_block(struct writer *writer)
{
    close_lists(writer);
    for (; writer->fold_count > 0; writer->fold_count--)
        buffer_string(&writer->out, "</details>\n");
    if (writer->in_block)
        buffer_string(&writer->out, "</article>\n");
    writer->in_block = false;
}

static void put_item(struct writer *writer, struct text paragraph, size_t indent)
{
    struct buffer *out = &writer->out;
    unsigned outer = writer->list_count;
    close_table(writer);
    while (writer->list_count > 0 && writer->lists[writer->list_count - 1] > indent) {
        buffer_string(out, "</li></ul>");
        writer->list_count--;
    }
    bool deeper = writer->list_count == 0 || (writer->lists[writer->list_count - 1] < indent && writer->list_count < WRITER_LISTS_MAX);
    if (deeper) {
        buffer_string(out, outer == 0 ? "<ul>\n<li>" : "\n<ul>\n<li>");
        writer->lists[writer->list_count++] = indent;
    } else {
        buffer_string(out, "</li>\n<li>");
    }
    put_line(out, paragraph);
}

static void put_element(struct writer *writer, const char *begin, struct text paragraph, const char *end)
{
    close_lists(writer);
    buffer_string(&writer->out, begin);
    put_line(&writer->out, paragraph);
    buffer_string(&writer->out, end);
}

static void close_section(struct writer *writer)
{
    close_block(writer);
    buffer_string(&writer->out, writer->in_section ? "</section>\n" : "");
    buffer_string(&writer->out, writer->in_header ? "</header>\n" : "");
    writer->in_section = writer->in_header = false;
}

/* The first column names the row. */
static void put_row(struct writer *writer, struct text paragraph)
{
    struct line line = {.out = &writer->out, .cell = "th", .next_cell = "td"};
    buffer_string(&writer->out, "<tr><th scope=\"row\">");
    put_words(&line, paragraph);
    buffer_format(&writer->out, "</%s></tr>\n", line.cell);
}

static void put_columns(struct writer *writer, struct text paragraph)
{
    struct line line = {.out = &writer->out, .header = true, .cell = "th", .next_cell = "th scope=\"col\""};
    close_lists(writer);
    buffer_string(&writer->out, "<table>\n<thead><tr><th scope=\"col\">");
    put_words(&line, paragraph);
    buffer_string(&writer->out, "</th></tr></thead>\n<tbody>\n");
    writer->in_table = true;
}

static void open_main(struct writer *writer)
{
    if (writer->in_main)
        return;
    if (writer->contents_at > 0)
        writer->contents_at = writer->out.length;
    buffer_string(&writer->out, "<main id=\"report\">\n");
    writer->in_main = true;
}

void html_paragraph(struct writer *writer, enum paragraph_role role, struct text paragraph, size_t indent)
{
    switch (role) {
    case PARAGRAPH_TITLE:
        put_element(writer, "<header>\n<h1>", paragraph, "</h1>\n");
        writer->in_header = true;
        break;
    case PARAGRAPH_HEADING:
        put_element(writer, "<h2>", paragraph, "</h2>\n");
        break;
    case PARAGRAPH_HEADLINE:
        put_element(writer, writer->fold_blocks ? "<summary><h3>" : "<h3>", paragraph,
                    writer->fold_blocks ? "</h3></summary>\n" : "</h3>\n");
        break;
    case PARAGRAPH_SUMMARY:
        put_element(writer, writer->fold_blocks ? "<p>" : "<summary>", paragraph, writer->fold_blocks ? "</p>\n" : "</summary>\n");
        break;
    case PARAGRAPH_CLOSING:
        close_section(writer);
        buffer_string(&writer->out, writer->in_main ? "</main>\n" : "");
        writer->in_main = false;
        put_element(writer, "<footer><p>", paragraph, "</p></footer>\n");
        break;
    case PARAGRAPH_COLUMNS:
        put_columns(writer, paragraph);
        break;
    case PARAGRAPH_ROW:
        put_row(writer, paragraph);
        break;
    case PARAGRAPH_PLAIN:
        if (form_is_item(writer, paragraph, indent))
            put_item(writer, paragraph, indent);
        else
            put_element(writer, "<p>", paragraph, "</p>\n");
        break;
    }
}

void html_section(struct writer *writer, const char *id, struct text title)
{
    close_section(writer);
    open_main(writer);
    writer->section_count++;
    if (id[0] != '\0')
        buffer_format(&writer->out, "<section id=\"%s\">\n", id);
    else
        buffer_format(&writer->out, "<section id=\"section-%u\">\n", writer->section_count);
    if (writer->contents_at > 0 && id[0] != '\0') {
        buffer_format(&writer->contents, "<li><a href=\"#%s\">", id);
        html_escape(&writer->contents, title);
        buffer_string(&writer->contents, "</a></li>\n");
    }
    writer->in_section = true;
}

void html_block(struct writer *writer)
{
    close_block(writer);
    buffer_string(&writer->out, writer->fold_blocks ? "<article class=\"cleared\">\n<details>\n" : "<article>\n");
    writer->fold_count = writer->fold_blocks ? 1 : 0;
    writer->in_block = true;
}

void html_fold(struct writer *writer)
{
    if (writer->fold_blocks)
        return;
    close_lists(writer);
    buffer_string(&writer->out, "<details>\n");
    writer->fold_count++;
}

void html_unfold(struct writer *writer)
{
    close_lists(writer);
    if (writer->fold_count == 0 || writer->fold_blocks)
        return;
    buffer_string(&writer->out, "</details>\n");
    writer->fold_count--;
}

/* The list of contents, between the head and the rest. */
static void put_contents(struct writer *writer)
{
    struct buffer *out = &writer->out;
    size_t at = writer->contents_at;
    writer->contents_at = 0;
    if (out->failed || at == 0)
        return;
    buffer_clear(&writer->scratch);
    buffer_append(&writer->scratch, out->data + at, out->length - at);
    out->length = at;
    buffer_text(out, buffer_view(&writer->contents));
    buffer_string(out, "</ol>\n</details>\n</nav>\n");
    buffer_text(out, buffer_view(&writer->scratch));
    out->failed = out->failed || writer->scratch.failed;
}

void html_close_page(struct writer *writer)
{
    close_section(writer);
    buffer_string(&writer->out, writer->in_main ? "</main>\n" : "");
    buffer_string(&writer->out, "</body>\n</html>\n");
    put_contents(writer);
}
