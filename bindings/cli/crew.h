/* Threads that take their work from one list and give back what came of it in the order of the list. What is finished early waits for its turn;
 * no more than a few turns a thread are under way or waiting at any time, so that memory does not grow with the list. */
#ifndef RULE_CHECK_CREW_H
#define RULE_CHECK_CREW_H

#include "cli.h"

enum { JOBS_MAX = 256 };

/* One piece of work, and what comes of it. Its buffers are used again for a later piece. */
struct turn {
    exd_record *record; /* NULL: there is none to be used */
    struct output_buffer report;
    struct output_buffer messages;
    int result; /* an exit status */
    bool reported;
    bool out_of_memory;
};

struct crew_work {
    void *user;
    /* Takes the next piece from the list: one thread at a time. False when there is none, though what `turn` says is put out all the same. */
    bool (*take)(void *user, unsigned worker, struct turn *turn);
    /* Does it: many threads at a time. */
    void (*work)(void *user, unsigned worker, struct turn *turn);
    /* Puts out what came of it: one thread at a time, in the order in which the pieces were taken. False to stop. */
    bool (*put)(void *user, const struct turn *turn);
};

/* As many threads as there are processors. */
unsigned crew_processors(void);
/* Does all the work with up to `jobs` threads, this one among them. False when memory ran out before it began. */
bool crew_run(const struct crew_work *work, unsigned jobs);

#endif
