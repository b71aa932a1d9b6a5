#include "report/form.h"

bool form_next(struct text paragraph, size_t *at, struct stretch *stretch)
{
    size_t start = *at;
    if (start >= paragraph.length)
        return false;
    size_t end = start;
    if (paragraph.data[start] != MARK) {
        while (end < paragraph.length && paragraph.data[end] != MARK)
            end++;
        *stretch = (struct stretch){.text = {paragraph.data + start, end - start}};
        *at = end;
        return true;
    }
    *stretch = (struct stretch){.mark = start + 1 < paragraph.length ? paragraph.data[start + 1] : MARK_STYLE};
    start += 2;
    end = start;
    if (stretch->mark == MARK_LINK) {
        while (end < paragraph.length && paragraph.data[end] != MARK_LINK_TO)
            end++;
        stretch->text = (struct text){paragraph.data + start, end - start};
        end++;
    }
    *at = end;
    return true;
}

bool form_has_columns(struct text paragraph)
{
    struct stretch stretch;
    for (size_t at = 0; form_next(paragraph, &at, &stretch);)
        if (stretch.mark == MARK_TAB)
            return true;
    return false;
}

bool form_label_is_short(struct text paragraph)
{
    struct stretch stretch;
    size_t at = 0;
    if (!form_next(paragraph, &at, &stretch) || stretch.mark != 0 || stretch.text.length == 0)
        return true; /* a sign or an answer has a style */
    return text_is_digit(stretch.text.data[0]);
}

bool form_is_item(const struct writer *writer, struct text paragraph, size_t indent)
{
    return indent >= FORM_LIST_INDENT || (writer->list_count > 0 && writer->lists[0] < indent) || form_has_columns(paragraph);
}
