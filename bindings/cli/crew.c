#define _DEFAULT_SOURCE /* the number of processors */

#include "crew.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { TURNS_PER_JOB = 4 };

/* `taking` is held while a piece is taken, `order` for everything below it, never while work is done or put out. A thread that waits for room
 * holds `taking`: the turn that is next to be put out is taken already, and needs `order` alone. */
struct crew {
    const struct crew_work *work;
    pthread_mutex_t taking;
    bool ended;
    pthread_mutex_t order;
    pthread_cond_t room;
    struct turn *turns; /* a ring */
    bool *ready;
    size_t window;
    size_t taken;
    size_t put;
    bool putting;
    bool stopped;
};

struct worker {
    struct crew *crew;
    unsigned number;
};

/* The next turn, once there is room for it; NULL when the crew stops. */
static struct turn *next_turn(struct crew *crew)
{
    struct turn *turn = NULL;
    pthread_mutex_lock(&crew->order);
    while (crew->taken - crew->put == crew->window)
        pthread_cond_wait(&crew->room, &crew->order);
    if (!crew->stopped)
        turn = &crew->turns[crew->taken++ % crew->window];
    pthread_mutex_unlock(&crew->order);
    return turn;
}

/* Takes a piece of work; `*goes_on` says whether there is one. */
static struct turn *take(struct crew *crew, unsigned worker, bool *goes_on)
{
    pthread_mutex_lock(&crew->taking);
    struct turn *turn = crew->ended ? NULL : next_turn(crew);
    *goes_on = false;
    if (turn != NULL) {
        turn->record = NULL;
        turn->report.length = 0;
        turn->messages.length = 0;
        turn->result = EXIT_CHECKED;
        turn->reported = false;
        turn->out_of_memory = false;
        *goes_on = crew->work->take(crew->work->user, worker, turn);
    }
    crew->ended = !*goes_on;
    pthread_mutex_unlock(&crew->taking);
    return turn;
}

/* Puts out this turn if it is the next, and those after it that have been waiting. One thread does so at a time, and for the others too. */
static void finish(struct crew *crew, const struct turn *done)
{
    pthread_mutex_lock(&crew->order);
    crew->ready[done - crew->turns] = true;
    while (!crew->putting && crew->ready[crew->put % crew->window]) {
        size_t at = crew->put % crew->window;
        bool stopped = crew->stopped;
        crew->putting = true;
        pthread_mutex_unlock(&crew->order);
        bool goes_on = !stopped && crew->work->put(crew->work->user, &crew->turns[at]);
        pthread_mutex_lock(&crew->order);
        crew->stopped = !goes_on;
        crew->ready[at] = false;
        crew->putting = false;
        crew->put++;
        pthread_cond_signal(&crew->room);
    }
    pthread_mutex_unlock(&crew->order);
}

static void *run_worker(void *user)
{
    struct worker *worker = user;
    struct crew *crew = worker->crew;
    bool goes_on = true;
    while (goes_on) {
        struct turn *turn = take(crew, worker->number, &goes_on);
        if (goes_on)
            crew->work->work(crew->work->user, worker->number, turn);
        if (turn != NULL)
            finish(crew, turn);
    }
    return NULL;
}

/* A thread that cannot be had is done without. */
static void run_workers(struct crew *crew, unsigned jobs)
{
    pthread_t threads[JOBS_MAX];
    struct worker workers[JOBS_MAX];
    unsigned started = 1;
    for (unsigned i = 0; i < jobs; i++)
        workers[i] = (struct worker){crew, i};
    while (started < jobs && pthread_create(&threads[started], NULL, run_worker, &workers[started]) == 0)
        started++;
    run_worker(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
}

unsigned crew_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > JOBS_MAX ? JOBS_MAX : (unsigned)count;
}

bool crew_run(const struct crew_work *work, unsigned jobs)
{
    struct crew crew = {.work = work, .window = jobs == 1 ? 1 : (size_t)jobs * TURNS_PER_JOB};
    crew.turns = calloc(crew.window, sizeof *crew.turns);
    crew.ready = calloc(crew.window, sizeof *crew.ready);
    bool good = crew.turns != NULL && crew.ready != NULL;
    if (good) {
        pthread_mutex_init(&crew.taking, NULL);
        pthread_mutex_init(&crew.order, NULL);
        pthread_cond_init(&crew.room, NULL);
        run_workers(&crew, jobs);
        pthread_cond_destroy(&crew.room);
        pthread_mutex_destroy(&crew.order);
        pthread_mutex_destroy(&crew.taking);
    }
    for (size_t i = 0; crew.turns != NULL && i < crew.window; i++) {
        free(crew.turns[i].report.bytes);
        free(crew.turns[i].messages.bytes);
    }
    free(crew.ready);
    free(crew.turns);
    return good;
}
