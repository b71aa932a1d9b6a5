/* Interned strings: equal texts get equal numbers, so that names, enum values and States are compared as integers. Number 0 is no
 * name. Order of interning decides the numbers; nothing is ever listed in hash order. */
#ifndef EXTRADITION_BASE_NAMES_H
#define EXTRADITION_BASE_NAMES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

typedef uint32_t name; /* 0: none */

struct names {
    struct arena *arena; /* holds the texts and tables */
    struct text *texts;  /* by number; texts[0] is empty */
    uint32_t count;
    uint32_t capacity;
    uint32_t *slots;     /* open addressing; 0 is free */
    uint32_t slot_count; /* a power of two, twice the capacity */
    uint32_t seed;       /* of the hash */
};

/* False when memory ran out. The arena must outlive the table. */
bool names_init(struct names *names, struct arena *arena);
/* The number of a text, new or known; 0 when memory ran out. The text is copied when new. */
name names_intern(struct names *names, struct text text);
/* The number of a text that is known already, or 0. */
name names_find(const struct names *names, struct text text);
/* NUL-terminated; borrowed from the arena. */
struct text names_text(const struct names *names, name of);

#endif
