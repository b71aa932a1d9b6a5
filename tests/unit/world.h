/* A small world to check in: two States, three grounds, a vocabulary with a fact of each type, and the rulebooks of a test. */
#ifndef UNIT_WORLD_H
#define UNIT_WORLD_H

#include "check/check.h"
#include "support.h"

struct world {
    struct meter meter; /* of all that the library allocates for the rules and what is made with them */
    exd_rules *rules;
    exd_record *record;
    exd_report *report;
    exd_diagnostics *diagnostics;
};

/* Loads rulebooks, up to a NULL: each is what follows the line of the format. The rules are NULL when the status is not EXD_OK. */
exd_status world_try(struct world *world, const char *const *books);
/* The same for a statute `law` of BB, the requested State, with one rule `r-1` on the ground `one`: `rule` is its other keys,
 * which may name the days january_10, may_3, may_4, may_5 and june_1 of 2019. */
exd_status world_try_rule(struct world *world, const char *rule);
/* These fail the test when the rules do not load. */
void world_open(struct world *world, const char *const *books);
void world_open_rule(struct world *world, const char *rule);
void world_close(struct world *world);

/* Checks a record of 2020-01-01 in which AA asks BB: `request` is what else is known of the request, in flow style, `lists` the rest. */
void world_check(struct world *world, const char *request, const char *lists);
/* The same, analysed. */
void world_analyse(struct world *world, const char *request, const char *lists);
void world_analyse_record(struct world *world, const char *body);
/* The same on other States and another day: the whole record but its format and id. */
void world_check_record(struct world *world, const char *body, bool presumptions);

/* Does something with the record and the report of a world, and writes what came of it. */
typedef exd_status world_use(struct world *world, struct buffer *out);
/* Refuses each request for memory of a use in turn, alone and with all that follow: either that is told, or what came of it is the same. Nothing is
 * lost, and the same can be done again. */
void world_refuse(struct world *world, world_use *use);
/* A sink into a struct buffer. */
int world_sink(void *user, const char *bytes, size_t length);

/* The finding of `instrument/rule` for an offence; the first when `subject` is NULL. It fails the test when there is none. */
const struct finding *world_finding(const struct world *world, const char *id, const char *subject);
/* The paths of a list of facts, separated by blanks; lives until the next call. */
const char *world_paths(const struct fact_list *list);
/* All diagnostics; lives until the next call. */
const char *world_text(const struct world *world);

#endif
