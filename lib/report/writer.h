/* Bytes on their way to a caller's sink. Failure is sticky, so that a writer of reports never looks back: once the sink stops or memory runs
 * out, all that follows does nothing, and writer_finish() says so. Text for people is built paragraph by paragraph: pieces are collected,
 * then broken into lines by display width. What comes from files is cleaned on its way in, so that no record can send control codes to a
 * terminal; styles are marks of our own that become colours, or nothing, when the line leaves. */
#ifndef EXTRADITION_REPORT_WRITER_H
#define EXTRADITION_REPORT_WRITER_H

#include "base/text.h"
#include "extradition.h"

/* style, the terminal's code for it */
#define STYLE_LIST(X)                                                                                                                      \
    X(PLAIN, "0")                                                                                                                          \
    X(STRONG, "1")   /* headings and citations */                                                                                          \
    X(FAINT, "2")    /* provenance, and what did not matter */                                                                             \
    X(AGAINST, "31") /* stands in the way of surrender */                                                                                  \
    X(OPEN, "33")    /* open or disputed */                                                                                                \
    X(CLEAR, "32")   /* met, kept, does not stand in the way */                                                                            \
    X(NAME, "36")    /* a fact's path, an expression */

enum style {
#define X(id, code) STYLE_##id,
    STYLE_LIST(X)
#undef X
};

/* How the paragraphs come out. Whoever writes a report says the same to each, so that the forms cannot disagree. */
enum form { FORM_TEXT, FORM_MARKDOWN, FORM_HTML };

/* What a paragraph is, for forms that can show it. */
enum paragraph_role {
    PARAGRAPH_PLAIN,
    PARAGRAPH_TITLE,
    PARAGRAPH_HEADING,
    PARAGRAPH_HEADLINE, /* of a block: one provision */
    PARAGRAPH_SUMMARY,  /* of what may be folded */
    PARAGRAPH_CLOSING,  /* what is said of the whole, at its end */
    PARAGRAPH_COLUMNS,  /* of a table: the names of its columns */
    PARAGRAPH_ROW
};

enum { WRITER_LISTS_MAX = 64 };

struct language;

struct writer {
    exd_sink sink;
    void *user;
    unsigned width; /* columns; 0: no wrapping */
    bool colour;
    const struct language *language; /* what is said is said in; NULL: English */
    bool stopped;                    /* the sink asked to stop */
    bool pending_blank;              /* an empty line before whatever comes next */
    bool begun;                      /* something was written */
    struct buffer out;               /* complete bytes on their way to the sink */
    struct buffer paragraph;         /* the paragraph being built, with style marks */
    struct buffer scratch;
    enum form form;
    size_t lists[WRITER_LISTS_MAX]; /* not FORM_TEXT: the indents of the lists that are open, outermost first */
    unsigned list_count;
    unsigned section_count; /* headings so far */
    unsigned fold_count;    /* open ones */
    struct buffer contents; /* HTML: the table of contents, which is put where it belongs once all headings are known */
    size_t contents_at;     /* where: nothing leaves before that; 0: nowhere */
    bool in_section;
    bool in_header;
    bool in_main;
    bool in_table;
    bool in_block;
    bool fold_blocks; /* each block shows its headline until it is unfolded */
    bool in_link;
};

/* Marks within a paragraph: this byte and one that says which. Text is cleaned on its way in, and contains no control character. */
enum {
    MARK = 0x01,
    MARK_STYLE = 'A',    /* + style */
    MARK_TAB = 'T',      /* the others: only in forms that show them */
    MARK_LINK = 'L',     /* then the address, up to MARK_LINK_TO */
    MARK_LINK_TO = 0x02, /* a byte by itself */
    MARK_LINK_END = 'K',
    MARK_SIGN = 'S', /* a sign that the words repeat */
    MARK_SIGN_END = 'N',
    MARK_CELL = 'V',    /* in tables, but not as text */
    MARK_BOX = 'X',     /* in Markdown: a box to tick */
    MARK_ENGLISH = 'P', /* in HTML: English on a page of another language */
    MARK_ENGLISH_END = 'Q'
};

void writer_init(struct writer *writer, struct memory memory, exd_sink sink, void *user);
/* Sends what is left, frees the buffers, and says how it went: EXD_OK, EXD_ERROR_IO, EXD_ERROR_MEMORY. */
exd_status writer_finish(struct writer *writer);
/* Whether anything more is worth writing. */
bool writer_failed(const struct writer *writer);

/* Straight to the sink: for formats that escape by themselves. */
void writer_raw(struct writer *writer, const char *bytes, size_t length);
void writer_raw_text(struct writer *writer, struct text text);
void writer_raw_string(struct writer *writer, const char *string);

/* Append to the paragraph. Formats as buffer_format(). */
void writer_style(struct writer *writer, enum style style);
void writer_say(struct writer *writer, const char *format, ...);
void writer_text(struct writer *writer, struct text text);
/* `text` in a style, plain again afterwards. */
void writer_styled(struct writer *writer, enum style style, struct text text);
/* A box to tick, before what it is about. */
void writer_box(struct writer *writer);
/* Between the two stands English that has no translation. */
void writer_english(struct writer *writer);
void writer_english_end(struct writer *writer);
/* Spaces up to a column of the paragraph, at least one: for aligned columns. They are kept when the line is broken elsewhere. */
void writer_tab(struct writer *writer, size_t column);

/* Writes the paragraph: its first line at column `first`, the others at column `rest`. An empty paragraph writes nothing. */
void writer_end(struct writer *writer, size_t first, size_t rest);
/* A table: rows whose cells are parted by writer_cell(). As text each row is a paragraph, for which `between` stands between two cells. */
void writer_cell(struct writer *writer, const char *between);
void writer_columns(struct writer *writer); /* the paragraph names the columns; nothing as text */
void writer_row(struct writer *writer, size_t first, size_t rest);
/* Forgets the paragraph. */
void writer_drop(struct writer *writer);
/* An empty line before whatever comes next; several are one. */
void writer_blank(struct writer *writer);
/* An underlined heading, set off by an empty line. */
void writer_heading(struct writer *writer, const char *title);
/* One that can be linked to. */
void writer_heading_of(struct writer *writer, const char *id, const char *title);
/* The paragraph as the heading of all that follows. */
void writer_title(struct writer *writer, struct text title);
/* Begins what is about one provision, and goes on to the next block or heading. */
void writer_block(struct writer *writer);
/* Whether blocks from here on are folded down to their headlines, where a form can; what may be folded in them is not folded again. */
void writer_fold_blocks(struct writer *writer, bool on);
/* The paragraph as the headline of the block. */
void writer_headline(struct writer *writer);
/* The paragraph as the summary of what follows, which may be folded, up to writer_unfold(). */
void writer_fold(struct writer *writer, size_t indent);
void writer_unfold(struct writer *writer);
/* The paragraph as what closes the whole. */
void writer_closing(struct writer *writer);
/* Between the two stands the text of a link; nothing but the text where a form has no links, or where the address is none of the web. */
void writer_link(struct writer *writer, struct text address);
void writer_link_end(struct writer *writer);
/* A sign such as `■`, which repeats what words say. */
void writer_sign(struct writer *writer, enum style style, const char *sign);

/* What a page of its own says of itself. */
struct page_head {
    struct text title;
    struct text running; /* at the head of every printed page */
    const char *language;
    struct text page_words; /* `Page {1} of {2}`, for the foot */
    struct text skip;       /* `Skip to the report` */
    struct text contents;   /* `Contents`; empty: the page has no table of contents */
    bool full;              /* in print, blocks that are folded are unfolded too */
};
void writer_open_page(struct writer *writer, const struct page_head *page);
void writer_close_page(struct writer *writer);

#endif
