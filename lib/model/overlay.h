/* Laying one YAML tree over another, and taking parts away: how a case changes the base of its file, and how a setting changes a record. Neither
 * tree is changed; what is new lives in the arena. Mappings are merged key by key, lists of items by their ids; anything else replaces. */
#ifndef EXTRADITION_MODEL_OVERLAY_H
#define EXTRADITION_MODEL_OVERLAY_H

#include "base/limits.h"
#include "model/vocabulary.h"
#include "source/tree.h"

/* `over` laid over `base`, both mappings; NULL when memory ran out. */
struct node *overlay_merge(struct arena *arena, const struct node *base, const struct node *over);

/* Without what stands at a path of keys and ids; `*found` says whether there was such a thing. NULL when memory ran out. */
struct node *overlay_without(struct arena *arena, struct node *node, struct text path, bool *found);

/* A record with one setting, `person.nationalities=[US]`: a path as reports write it, and a value as a record would; `PATH=` takes away. NULL when
 * it is wrong (reported) or memory ran out. What was set lies in the lines of the setting, which are not those of the record. */
struct node *overlay_set(struct arena *arena, const struct vocabulary *vocabulary, const struct node *base, const char *written,
                         const struct limits *limits, struct diag *diag);

#endif
