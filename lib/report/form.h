/* The forms that a paragraph can take besides plain text, for writer.c alone: Markdown and HTML. A paragraph comes with marks for styles,
 * links and columns; each form escapes what stands between them, all of it, in one place. Depth is told by the indent, as in text: what is
 * indented further than a paragraph of a block is an item of a list. */
#ifndef EXTRADITION_REPORT_FORM_H
#define EXTRADITION_REPORT_FORM_H

#include "report/writer.h"

enum { FORM_LIST_INDENT = 6 /* from here on, a paragraph is an item */ };

/* What stands between two marks, or a mark. */
struct stretch {
    int mark;         /* 0: `text` is text */
    struct text text; /* the address of MARK_LINK */
};
/* The stretch at `*at`, which is moved past it; false at the end. */
bool form_next(struct text paragraph, size_t *at, struct stretch *stretch);
/* Whether a paragraph stands in columns, and whether the first of them is a sign, a number or a short answer rather than a word. */
bool form_has_columns(struct text paragraph);
bool form_label_is_short(struct text paragraph);
/* Whether a paragraph is an item of a list: it is deep, stands in columns, or below an item. */
bool form_is_item(const struct writer *writer, struct text paragraph, size_t indent);

void markdown_paragraph(struct writer *writer, enum paragraph_role role, struct text paragraph, size_t indent);

void html_paragraph(struct writer *writer, enum paragraph_role role, struct text paragraph, size_t indent);
void html_section(struct writer *writer, const char *id, struct text title);
void html_block(struct writer *writer);
void html_fold(struct writer *writer);
void html_unfold(struct writer *writer);
void html_open_page(struct writer *writer, const struct page_head *page);
void html_close_page(struct writer *writer);
/* The one place where text becomes HTML: for content and for quoted attributes alike. */
void html_escape(struct buffer *out, struct text text);

#endif
