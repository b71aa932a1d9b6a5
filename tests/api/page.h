/* What a writer of the library says, as text that grows: by malloc, so that no allocator under test sees it. */
#ifndef API_PAGE_H
#define API_PAGE_H

#include <stdlib.h>
#include <string.h>

struct page {
    char *bytes;
    size_t length;
};

static inline int append(void *user, const char *bytes, size_t length)
{
    struct page *page = user;
    char *grown = realloc(page->bytes, page->length + length + 1);
    if (grown == NULL)
        return 1;
    memcpy(grown + page->length, bytes, length);
    page->bytes = grown;
    page->length += length;
    page->bytes[page->length] = '\0';
    return 0;
}

#endif
