#include "report/form.h"

#include <string.h>

enum { CHUNK_BYTES = 16384 /* what the sink gets at once */ };

static const char *const style_codes[] = {
#define X(id, code) code,
    STYLE_LIST(X)
#undef X
};

void writer_init(struct writer *writer, struct memory memory, exd_sink sink, void *user)
{
    *writer = (struct writer){.sink = sink, .user = user, .width = 80};
    buffer_init(&writer->out, memory);
    buffer_init(&writer->paragraph, memory);
    buffer_init(&writer->scratch, memory);
    buffer_init(&writer->contents, memory);
}

static void flush(struct writer *writer)
{
    if (writer->contents_at > 0)
        return;
    if (!writer->stopped && writer->out.length > 0 && writer->sink(writer->user, writer->out.data, writer->out.length) != 0)
        writer->stopped = true;
    bool failed = writer->out.failed;
    buffer_clear(&writer->out);
    writer->out.failed = failed;
}

bool writer_failed(const struct writer *writer)
{
    return writer->stopped || writer->out.failed || writer->paragraph.failed;
}

exd_status writer_finish(struct writer *writer)
{
    bool failed = writer->out.failed || writer->paragraph.failed || writer->contents.failed;
    if (!failed)
        flush(writer);
    exd_status status = failed ? EXD_ERROR_MEMORY : writer->stopped ? EXD_ERROR_IO : EXD_OK;
    buffer_free(&writer->out);
    buffer_free(&writer->paragraph);
    buffer_free(&writer->scratch);
    buffer_free(&writer->contents);
    return status;
}

void writer_raw(struct writer *writer, const char *bytes, size_t length)
{
    if (writer_failed(writer))
        return;
    buffer_append(&writer->out, bytes, length);
    if (writer->out.length >= CHUNK_BYTES)
        flush(writer);
}

void writer_raw_text(struct writer *writer, struct text text)
{
    writer_raw(writer, text.data, text.length);
}

void writer_raw_string(struct writer *writer, const char *string)
{
    writer_raw(writer, string, strlen(string));
}

/* Control characters, and the marks that reorder text, which could make a report read otherwise than it is. */
static bool is_unsafe(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_line_break(uint32_t c)
{
    return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void writer_text(struct writer *writer, struct text text)
{
    size_t at = 0;
    while (at < text.length) {
        size_t start = at;
        uint32_t c = text_next(text, &at);
        if (is_line_break(c))
            buffer_char(&writer->paragraph, ' ');
        else if (is_unsafe(c) || c == 0xfffd)
            buffer_string(&writer->paragraph, "\xef\xbf\xbd");
        else
            buffer_append(&writer->paragraph, text.data + start, at - start);
    }
}

void writer_say(struct writer *writer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_clear(&writer->scratch);
    buffer_format_list(&writer->scratch, format, arguments);
    va_end(arguments);
    if (writer->scratch.failed)
        writer->paragraph.failed = true;
    writer_text(writer, buffer_view(&writer->scratch));
}

static void put_mark(struct writer *writer, int mark)
{
    buffer_char(&writer->paragraph, MARK);
    buffer_char(&writer->paragraph, (char)mark);
}

void writer_style(struct writer *writer, enum style style)
{
    put_mark(writer, MARK_STYLE + (int)style);
}

void writer_sign(struct writer *writer, enum style style, const char *sign)
{
    if (writer->form == FORM_TEXT) {
        writer_styled(writer, style, text_of(sign));
        return;
    }
    put_mark(writer, MARK_SIGN);
    writer_styled(writer, style, text_of(sign));
    put_mark(writer, MARK_SIGN_END);
}

/* Only addresses of the web, of characters that need no thought: what a rulebook says must not become code. */
static bool is_web_address(struct text address)
{
    if (!text_starts_with(address, "https://") && !text_starts_with(address, "http://"))
        return false;
    for (size_t i = 0; i < address.length; i++)
        if (address.data[i] <= 0x20 || address.data[i] > 0x7e || strchr("<>\"'`\\^{|}()", address.data[i]) != NULL)
            return false;
    return true;
}

void writer_link(struct writer *writer, struct text address)
{
    writer->in_link = writer->form != FORM_TEXT && is_web_address(address);
    if (!writer->in_link)
        return;
    put_mark(writer, MARK_LINK);
    buffer_text(&writer->paragraph, address);
    buffer_char(&writer->paragraph, MARK_LINK_TO);
}

void writer_link_end(struct writer *writer)
{
    if (writer->in_link)
        put_mark(writer, MARK_LINK_END);
    writer->in_link = false;
}

void writer_english(struct writer *writer)
{
    if (writer->form == FORM_HTML)
        put_mark(writer, MARK_ENGLISH);
}

void writer_english_end(struct writer *writer)
{
    if (writer->form == FORM_HTML)
        put_mark(writer, MARK_ENGLISH_END);
}

void writer_styled(struct writer *writer, enum style style, struct text text)
{
    writer_style(writer, style);
    writer_text(writer, text);
    writer_style(writer, STYLE_PLAIN);
}

/* Columns of a stretch of the paragraph, whose style marks take none. */
static size_t paragraph_width(struct text text)
{
    size_t width = 0;
    size_t at = 0;
    while (at < text.length) {
        size_t end = at;
        while (end < text.length && text.data[end] != MARK)
            end++;
        width += text_width((struct text){text.data + at, end - at});
        at = end < text.length ? end + 2 : end;
    }
    return width;
}

void writer_box(struct writer *writer)
{
    if (writer->form == FORM_MARKDOWN)
        put_mark(writer, MARK_BOX);
    else
        writer_sign(writer, STYLE_PLAIN, writer->form == FORM_HTML ? "☐" : "[ ]");
    writer_tab(writer, 4);
}

/* A no-break space is written as a space and never broken at. */
#define NO_BREAK_SPACE "\xc2\xa0"

void writer_tab(struct writer *writer, size_t column)
{
    if (writer->form != FORM_TEXT) {
        put_mark(writer, MARK_TAB);
        return;
    }
    size_t width = paragraph_width(buffer_view(&writer->paragraph));
    do {
        buffer_string(&writer->paragraph, NO_BREAK_SPACE);
        width++;
    } while (width < column && !writer->paragraph.failed);
}

static void put_spaces(struct writer *writer, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_char(&writer->out, ' ');
}

/* Writes a stretch of one line, turning marks into colours. */
static void put_stretch(struct writer *writer, struct text text)
{
    for (size_t at = 0; at < text.length; at++) {
        if (text.data[at] == MARK && at + 1 < text.length) {
            at++;
            if (writer->colour)
                buffer_format(&writer->out, "\x1b[%sm", style_codes[text.data[at] - MARK_STYLE]);
        } else if (at + 1 < text.length && memcmp(text.data + at, NO_BREAK_SPACE, 2) == 0) {
            buffer_char(&writer->out, ' ');
            at++;
        } else {
            buffer_char(&writer->out, text.data[at]);
        }
    }
}

/* Korean is written with spaces between words, and broken there. */
static bool is_hangul(uint32_t c)
{
    return (c >= 0xac00 && c <= 0xd7af) || (c >= 0x3130 && c <= 0x318f);
}

/* Whether a line may be broken between an East Asian character and what follows: such text has no spaces. Not before its punctuation. */
static bool breaks_after(uint32_t c, struct text rest)
{
    if (c < 0x2e80 || c >= 0xe000 || is_hangul(c) || rest.length < 3)
        return false;
    size_t at = 0;
    uint32_t next = text_next(rest, &at);
    return next >= 0x3040 && next < 0xe000;
}

/* The end of the word at `at`: a space, or a place where East Asian text may be broken. */
static size_t word_end(struct text text, size_t at)
{
    while (at < text.length && text.data[at] != ' ') {
        if (text.data[at] == MARK) {
            at += 2;
            continue;
        }
        uint32_t c = text_next(text, &at);
        if (breaks_after(c, (struct text){text.data + at, text.length - at}))
            break;
    }
    return at > text.length ? text.length : at;
}

static void put_line_end(struct writer *writer)
{
    buffer_char(&writer->out, '\n');
    if (writer->out.length >= CHUNK_BYTES)
        flush(writer);
}

static void put_wrapped(struct writer *writer, struct text text, size_t first, size_t rest)
{
    size_t at = 0;
    size_t column = first;
    bool line_is_empty = true;
    put_spaces(writer, first);
    while (at < text.length && !writer_failed(writer)) {
        size_t gap = at;
        while (at < text.length && text.data[at] == ' ')
            at++;
        if (at == text.length)
            break;
        size_t spaces = line_is_empty ? 0 : at - gap > 0 ? 1 : 0;
        size_t end = word_end(text, at);
        struct text word = {text.data + at, end - at};
        size_t width = paragraph_width(word);
        if (!line_is_empty && writer->width != 0 && column + spaces + width > writer->width) {
            put_line_end(writer);
            put_spaces(writer, rest);
            column = rest;
            spaces = 0;
        }
        put_spaces(writer, spaces);
        put_stretch(writer, word);
        column += spaces + width;
        line_is_empty = false;
        at = end;
    }
    put_line_end(writer);
}

void writer_cell(struct writer *writer, const char *between)
{
    if (writer->form == FORM_TEXT)
        writer_say(writer, "%s", between);
    else
        put_mark(writer, MARK_CELL);
}

void writer_drop(struct writer *writer)
{
    bool failed = writer->paragraph.failed;
    buffer_clear(&writer->paragraph);
    writer->paragraph.failed = failed;
}

static void put_text(struct writer *writer, struct text text, size_t first, size_t rest)
{
    if (writer->pending_blank && writer->begun)
        buffer_char(&writer->out, '\n');
    writer->pending_blank = false;
    writer->begun = true;
    put_wrapped(writer, text, first, rest);
}

static void put_paragraph(struct writer *writer, enum paragraph_role role, size_t first, size_t rest)
{
    struct text text = buffer_view(&writer->paragraph);
    if (!writer_failed(writer) && paragraph_width(text) > 0) {
        switch (writer->form) {
        case FORM_TEXT:
            put_text(writer, text, first, rest);
            break;
        case FORM_MARKDOWN:
            markdown_paragraph(writer, role, text, first);
            break;
        case FORM_HTML:
            html_paragraph(writer, role, text, first);
            break;
        }
        if (writer->out.length >= CHUNK_BYTES)
            flush(writer);
    }
    writer_drop(writer);
}

void writer_end(struct writer *writer, size_t first, size_t rest)
{
    put_paragraph(writer, PARAGRAPH_PLAIN, first, rest);
}

void writer_columns(struct writer *writer)
{
    if (writer->form == FORM_TEXT)
        writer_drop(writer);
    else
        put_paragraph(writer, PARAGRAPH_COLUMNS, 0, 0);
}

void writer_row(struct writer *writer, size_t first, size_t rest)
{
    put_paragraph(writer, PARAGRAPH_ROW, first, rest);
}

void writer_blank(struct writer *writer)
{
    writer->pending_blank = true;
}

/* A heading, underlined; a line as long as the page when it has to be wrapped. */
static void put_underlined(struct writer *writer, struct text title, char line)
{
    size_t width = text_width(title);
    writer_styled(writer, STYLE_STRONG, title);
    writer_end(writer, 0, 0);
    if (writer->width && width > writer->width)
        width = writer->width;
    for (size_t i = 0; i < width; i++)
        buffer_char(&writer->paragraph, line);
    writer_end(writer, 0, 0);
}

void writer_heading(struct writer *writer, const char *title)
{
    writer_heading_of(writer, "", title);
}

void writer_heading_of(struct writer *writer, const char *id, const char *title)
{
    writer_blank(writer);
    if (writer->form == FORM_TEXT) {
        put_underlined(writer, text_of(title), '-');
        return;
    }
    if (writer->form == FORM_HTML)
        html_section(writer, id, text_of(title));
    writer_text(writer, text_of(title));
    put_paragraph(writer, PARAGRAPH_HEADING, 0, 0);
}

void writer_title(struct writer *writer, struct text title)
{
    if (writer->form == FORM_TEXT) {
        put_underlined(writer, title, '=');
        return;
    }
    writer_text(writer, title);
    put_paragraph(writer, PARAGRAPH_TITLE, 0, 0);
}

void writer_block(struct writer *writer)
{
    writer_blank(writer);
    if (writer->form == FORM_HTML)
        html_block(writer);
}

void writer_headline(struct writer *writer)
{
    put_paragraph(writer, PARAGRAPH_HEADLINE, 0, 2);
}

void writer_fold_blocks(struct writer *writer, bool on)
{
    writer->fold_blocks = on;
}

void writer_closing(struct writer *writer)
{
    put_paragraph(writer, PARAGRAPH_CLOSING, 0, 0);
}

void writer_fold(struct writer *writer, size_t indent)
{
    if (writer->form == FORM_HTML)
        html_fold(writer);
    put_paragraph(writer, PARAGRAPH_SUMMARY, indent, indent);
}

void writer_unfold(struct writer *writer)
{
    if (writer->form == FORM_HTML)
        html_unfold(writer);
}

void writer_open_page(struct writer *writer, const struct page_head *page)
{
    if (writer->form == FORM_HTML && !writer_failed(writer))
        html_open_page(writer, page);
}

void writer_close_page(struct writer *writer)
{
    if (writer->form == FORM_HTML && !writer_failed(writer))
        html_close_page(writer);
}
