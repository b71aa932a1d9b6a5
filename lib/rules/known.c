#include "rules/known.h"

enum { ENVIRONMENTS_MAX = 256 }; /* in files that bind more than this many sets of names, expressions are compiled again and again */
#define UNNUMBERED UINT32_MAX

struct environment {
    uint32_t outer;
    uint32_t entity;
    uint32_t slot;
    struct text called;
};

struct known_expression {
    struct known_expression *next; /* the same text in another environment */
    uint32_t environment;
    struct program_part part;
};

bool known_begin(struct known *known, struct memory memory)
{
    *known = (struct known){0};
    arena_init(&known->scratch, memory);
    arena_init(&known->kept, memory);
    return names_init(&known->texts, &known->kept);
}

void known_free(struct known *known)
{
    struct memory memory = known->kept.memory;
    memory_free(memory, known->by_text, known->capacity * sizeof(struct known_expression *));
    memory_free(memory, known->environments, known->environment_capacity * sizeof *known->environments);
    arena_free(&known->scratch);
    arena_free(&known->kept);
}

uint32_t known_environment(struct known *known, uint32_t outer, struct text called, uint32_t entity, uint32_t slot)
{
    for (size_t i = 0; i < known->environment_count; i++) {
        const struct environment *environment = &known->environments[i];
        if (environment->outer == outer && environment->entity == entity && environment->slot == slot &&
            text_equal(environment->called, called))
            return (uint32_t)i + 1;
    }
    void *items = known->environments;
    if (outer == UNNUMBERED || known->environment_count == ENVIRONMENTS_MAX ||
        !memory_grow(known->kept.memory, &items, &known->environment_capacity, known->environment_count, sizeof(struct environment)))
        return UNNUMBERED;
    known->environments = items;
    struct text copy = arena_copy_text(&known->kept, called);
    if (!copy.data)
        return UNNUMBERED;
    known->environments[known->environment_count++] = (struct environment){outer, entity, slot, copy};
    return (uint32_t)known->environment_count;
}

const struct program_part *known_find(const struct known *known, struct text text, uint32_t environment)
{
    name id = names_find(&known->texts, text);
    if (!id || id >= known->capacity)
        return NULL;
    for (const struct known_expression *found = known->by_text[id]; found; found = found->next)
        if (found->environment == environment)
            return &found->part;
    return NULL;
}

static bool has_room(struct known *known, name id)
{
    enum { FIRST = 1024 };
    while (known->capacity <= id) {
        void *items = known->by_text;
        size_t before = known->capacity;
        if (!memory_double(known->kept.memory, &items, &known->capacity, FIRST, sizeof(struct known_expression *)))
            return false;
        known->by_text = items;
        for (size_t i = before; i < known->capacity; i++)
            known->by_text[i] = NULL;
    }
    return true;
}

void known_add(struct known *known, struct text text, uint32_t environment, const struct program_part *part)
{
    name id = environment == UNNUMBERED ? 0 : names_intern(&known->texts, text);
    if (!id || !has_room(known, id))
        return;
    struct known_expression *expression = arena_alloc(&known->kept, sizeof *expression);
    if (!expression)
        return;
    *expression = (struct known_expression){known->by_text[id], environment, *part};
    known->by_text[id] = expression;
}
