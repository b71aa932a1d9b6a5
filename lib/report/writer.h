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

struct writer {
    exd_sink sink;
    void *user;
    unsigned width; /* columns; 0: no wrapping */
    bool colour;
    bool stopped;            /* the sink asked to stop */
    bool pending_blank;      /* an empty line before whatever comes next */
    bool begun;              /* something was written */
    struct buffer out;       /* complete bytes on their way to the sink */
    struct buffer paragraph; /* the paragraph being built, with style marks */
    struct buffer scratch;
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
/* Spaces up to a column of the paragraph, at least one: for aligned columns. They are kept when the line is broken elsewhere. */
void writer_tab(struct writer *writer, size_t column);

/* Writes the paragraph: its first line at column `first`, the others at column `rest`. An empty paragraph writes nothing. */
void writer_end(struct writer *writer, size_t first, size_t rest);
/* Forgets the paragraph. */
void writer_drop(struct writer *writer);
/* An empty line before whatever comes next; several are one. */
void writer_blank(struct writer *writer);
/* An underlined heading, set off by an empty line. */
void writer_heading(struct writer *writer, const char *title);

#endif
