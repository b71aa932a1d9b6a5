/* A set of rules while its files come in. A rulebook is read and compiled as soon as its file is parsed, while its tree is still in the
 * processor's caches, and the memory of that tree serves the next file. What cannot be understood yet is copied and waits for the end: a
 * rulebook that comes before the vocabulary or uses a definition of another rulebook, and every translation. */
#ifndef EXTRADITION_RULES_INTAKE_H
#define EXTRADITION_RULES_INTAKE_H

#include "rules/ruleset.h"

struct waiting;

struct intake {
    struct exd_rules *rules; /* its limits are those of the next file */
    struct arena trees;      /* of the file at hand */
    struct arena kept;       /* of what waits */
    struct known known_expressions;
    struct waiting *waiting; /* in the order in which they came */
    size_t waiting_count;
    size_t waiting_capacity;
    size_t instrument_capacity; /* of rules->instruments, which is in their memory until the end */
    uint64_t document_count;
    uint32_t seen;  /* which parts of the dictionary have come: a bit for each format */
    uint32_t known; /* and are understood */
    bool unread;    /* a file could not be understood: the rest is read, and nothing linked */
    bool faulty;    /* a condition could not be compiled */
};

/* `rules` has its memory, limits and arena. False when memory ran out. */
bool intake_begin(struct intake *intake, struct exd_rules *rules);

/* Parses a file that lies in the rules' arena, and reads what can be read. EXD_ERROR_INPUT when anything was reported; EXD_ERROR_LIMIT;
 * EXD_ERROR_MEMORY. */
exd_status intake_file(struct intake *intake, const struct lines *lines, struct diag *diag);

/* A file could not even be parsed. */
void intake_note_unread(struct intake *intake);

/* Reads and compiles what waits, and links the set. Errors as intake_file(); they also come of errors in the files before. */
exd_status intake_finish(struct intake *intake, struct diag *diag);

/* Frees all but the rules; also right for one that was only zeroed. */
void intake_free(struct intake *intake);

#endif
