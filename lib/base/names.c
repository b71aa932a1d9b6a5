/* Open addressing with linear probing, at most half full. The hash is seeded by a counter: a run of probes that is longer than chance
 * allows was made on purpose, and moves the table to the next seed, under which those names collide no more. */
#include "base/names.h"

#include <string.h>

enum { FIRST_SLOTS = 64, PROBES_MAX = 64 };

static uint64_t stir(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0xD6E8FEB86659FD93);
    return hash ^ hash >> 29;
}

/* Eight bytes at a step. The order of bytes in a word differs from machine to machine, and with it where a name lies, but not what is found. */
static uint32_t hash_text(struct text text, uint32_t seed)
{
    uint64_t hash = UINT64_C(0x9E3779B97F4A7C15) * (seed + UINT64_C(1)) + text.length;
    size_t at = 0;
    uint64_t word;
    for (; text.length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text.data + at, sizeof word);
        hash = stir(hash, word);
    }
    for (word = 0; at < text.length; at++)
        word = word << 8 | (unsigned char)text.data[at];
    hash = stir(hash, word);
    return (uint32_t)(hash ^ hash >> 32);
}

/* The slot of `text`, or the free one where it belongs. */
static uint32_t find_slot(const struct names *names, struct text text, uint32_t *probes)
{
    uint32_t slot = hash_text(text, names->seed) & (names->slot_count - 1);
    for (*probes = 1; names->slots[slot] != 0; ++*probes) {
        if (text_equal(names->texts[names->slots[slot]], text))
            break;
        slot = (slot + 1) & (names->slot_count - 1);
    }
    return slot;
}

static void fill_slots(struct names *names)
{
    uint32_t probes;
    memset(names->slots, 0, names->slot_count * sizeof *names->slots);
    for (uint32_t i = 1; i < names->count; i++)
        names->slots[find_slot(names, names->texts[i], &probes)] = i;
}

/* Twice the room, for texts and slots together; false, and nothing changed, when memory ran out. */
static bool grow(struct names *names)
{
    if (names->slot_count > UINT32_MAX / 4)
        return false;
    uint32_t slot_count = names->slot_count ? names->slot_count * 2 : FIRST_SLOTS;
    struct text *texts = arena_array(names->arena, slot_count / 2, sizeof *texts);
    uint32_t *slots = arena_array(names->arena, slot_count, sizeof *slots);
    if (!texts || !slots)
        return false;
    if (names->count)
        memcpy(texts, names->texts, names->count * sizeof *texts);
    names->texts = texts;
    names->slots = slots;
    names->capacity = slot_count / 2;
    names->slot_count = slot_count;
    fill_slots(names);
    return true;
}

bool names_init(struct names *names, struct arena *arena)
{
    *names = (struct names){.arena = arena};
    if (!grow(names))
        return false;
    names->texts[0] = TEXT("");
    names->count = 1;
    return true;
}

name names_intern(struct names *names, struct text text)
{
    uint32_t probes;
    uint32_t slot = find_slot(names, text, &probes);
    if (names->slots[slot] != 0)
        return names->slots[slot];
    if (names->count == names->capacity || probes > PROBES_MAX) {
        if (names->count == names->capacity && !grow(names))
            return 0;
        if (probes > PROBES_MAX) {
            names->seed++;
            fill_slots(names);
        }
        slot = find_slot(names, text, &probes);
    }
    struct text copy = arena_copy_text(names->arena, text);
    if (!copy.data)
        return 0;
    names->texts[names->count] = copy;
    names->slots[slot] = names->count;
    return names->count++;
}

name names_find(const struct names *names, struct text text)
{
    uint32_t probes;
    return names->slots[find_slot(names, text, &probes)];
}

struct text names_text(const struct names *names, name of)
{
    return names->texts[of < names->count ? of : 0];
}
