/* No silent answers: from the records of decided cases every fact is deleted, and every pair of facts, and the completeness of every list; and each
 * finding is compared with a reference that goes through the completions (tests/property/naive.h). Never a certain answer where completions
 * differ; never an open one where they agree, unless the steps ran out. Findings whose rule reads none of what was deleted must come out as they did
 * with the whole record; those that read a part of it are compared too, but when several facts are deleted only one in a few of them.
 *     property-silent RULES STRIDE JOBS RECORD...
 * All single deletions are tried, of the pairs every STRIDE-th, and as many triples again, drawn by chance that repeats. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "naive.h"

enum { DELETIONS_MAX = 4096, SHOWN_MAX = 5, FINDINGS_MAX = 4096, TOGETHER_MAX = 3, PART_STRIDE = 16 };

/* A known or disputed fact; or that a list is complete. */
struct deletion {
    uint32_t entity;
    uint32_t item;
    uint32_t fact; /* NO_FACT: the completeness of the list */
};

struct tally {
    unsigned long deletions, pairs, triples, findings, engaged, same, changed, certain, open, enumerated, sampled, exhausted,
        false_certainty, needless_open;
    unsigned long inexact[8], missing_inexact[8];
};

/* A finding with nothing deleted. */
struct whole {
    const struct rule *rule;
    uint32_t subject;
    exd_result result;
    enum truth engaged;
};

struct test {
    exd_rules *rules;
    exd_record *record;
    exd_report *report;
    struct deletion deletions[DELETIONS_MAX];
    uint32_t deletion_count;
    struct whole whole[FINDINGS_MAX];
    uint32_t whole_count;
    unsigned long stride;
    unsigned long job;
    unsigned long jobs;
    unsigned long engaged_turn;
    unsigned long parts; /* findings met that read a part of what was deleted */
    uint64_t chance;
    struct tally tally;
};

static _Noreturn void stop(const char *what, const char *where)
{
    printf("Bail out! %s: %s\n", what, where);
    exit(EXIT_FAILURE);
}

/* ---- deleting --------------------------------------------------------------------------------------------------------- */

static void find_deletions(struct test *test)
{
    const struct vocabulary *vocabulary = &test->rules->vocabulary;
    test->deletion_count = 0;
    for (uint32_t entity = 0; entity < vocabulary->entity_count; entity++) {
        const struct item_list *list = &test->record->lists[entity];
        for (uint32_t item = 0; item < list->count; item++)
            for (uint32_t fact = 0; fact < vocabulary->entities[entity].fact_count; fact++)
                if (list->items[item].cells[fact].status >= CELL_KNOWN && test->deletion_count < DELETIONS_MAX)
                    test->deletions[test->deletion_count++] = (struct deletion){entity, item, fact};
        if (!vocabulary->entities[entity].single && list->present && list->complete && test->deletion_count < DELETIONS_MAX)
            test->deletions[test->deletion_count++] = (struct deletion){entity, 0, NO_FACT};
    }
}

/* Deletes, and gives what was there; called with that, puts it back. */
static enum cell_status swap(struct test *test, const struct deletion *deletion, enum cell_status status)
{
    struct item_list *list = &test->record->lists[deletion->entity];
    enum cell_status before;
    if (deletion->fact == NO_FACT) {
        before = list->complete ? CELL_KNOWN : CELL_ABSENT;
        list->complete = status != CELL_ABSENT;
    } else {
        struct cell *cell = &list->items[deletion->item].cells[deletion->fact];
        before = cell->status;
        cell->status = status;
    }
    return before;
}

/* ---- comparing -------------------------------------------------------------------------------------------------------- */

static enum truth truth_of_result(exd_result result)
{
    if (result == EXD_RESULT_APPLIES || result == EXD_RESULT_MET)
        return TRUTH_TRUE;
    return result == EXD_RESULT_DOES_NOT_APPLY || result == EXD_RESULT_NOT_MET ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static void show(const struct test *test, const struct finding *finding, const struct deletion *const *deleted, const char *what)
{
    if (test->tally.false_certainty + test->tally.needless_open + test->tally.changed > SHOWN_MAX)
        return;
    printf("# %s: %.*s %.*s in %.*s, without", what, (int)finding->rule->full_id.length, finding->rule->full_id.data,
           (int)finding->subject_id.length, finding->subject_id.data, (int)test->record->id.length, test->record->id.data);
    for (uint32_t i = 0; i < TOGETHER_MAX && deleted[i]; i++) {
        const struct deletion *one = deleted[i];
        const struct entity *entity = &test->rules->vocabulary.entities[one->entity];
        struct text fact = one->fact == NO_FACT ? TEXT("(complete)") : entity->facts[one->fact].name;
        printf(" %.*s[%u].%.*s", (int)entity->list_name.length, entity->list_name.data, one->item, (int)fact.length, fact.data);
    }
    printf(" (%s)\n", exd_result_name(finding->result));
}

static void compare(struct test *test, const struct finding *finding, const struct deletion *const *deleted)
{
    struct tally *tally = &test->tally;
    struct naive_answer answer = naive_complete(test->report, finding, 2, deleted[1] ? 4000 : 20000);
    enum truth got = truth_of_result(finding->result);
    bool agree = answer.seen[TRUTH_TRUE] != answer.seen[TRUTH_FALSE] && !answer.seen[TRUTH_UNKNOWN];
    if (got == TRUTH_UNKNOWN && agree && answer.whole && !answer.disputed && finding->inexact != INEXACT_STEPS) {
        answer = naive_complete(test->report, finding, 4, 200000); /* with more items than two it may be open after all */
        agree = answer.seen[TRUTH_TRUE] != answer.seen[TRUTH_FALSE] && !answer.seen[TRUTH_UNKNOWN];
    }
    tally->findings++;
    tally->certain += got != TRUTH_UNKNOWN;
    tally->open += got == TRUTH_UNKNOWN;
    tally->enumerated += answer.whole || !agree;
    tally->sampled += !answer.whole && agree;
    tally->inexact[finding->inexact]++;
    tally->missing_inexact[finding->missing_inexact]++;
    tally->exhausted += (finding->inexact == INEXACT_STEPS);
    bool contradicted = got != TRUTH_UNKNOWN && (answer.seen[TRUTH_UNKNOWN] || answer.seen[TRUTH_TRUE - got]);
    if (contradicted && !answer.disputed) {
        tally->false_certainty++;
        show(test, finding, deleted, "false certainty");
    }
    if (got == TRUTH_UNKNOWN && agree && answer.whole && finding->inexact != INEXACT_STEPS && finding->result == EXD_RESULT_OPEN) {
        tally->needless_open++;
        show(test, finding, deleted, "needless open");
    }
}

/* The same of whether the rule comes into play, which a report says beside the result. */
static void compare_engaged(struct test *test, const struct finding *finding, const struct deletion *const *deleted)
{
    struct naive_answer answer = naive_engaged(test->report, finding, 2, 4000);
    bool agree = answer.seen[TRUTH_TRUE] != answer.seen[TRUTH_FALSE] && !answer.seen[TRUTH_UNKNOWN];
    enum truth got = finding->engaged;
    if (answer.disputed)
        return;
    if (got == TRUTH_UNKNOWN && agree && answer.whole && finding->engaged_inexact != INEXACT_STEPS) {
        answer = naive_engaged(test->report, finding, 4, 200000);
        agree = answer.seen[TRUTH_TRUE] != answer.seen[TRUTH_FALSE] && !answer.seen[TRUTH_UNKNOWN];
    }
    test->tally.engaged++;
    if (got != TRUTH_UNKNOWN && (answer.seen[TRUTH_UNKNOWN] || answer.seen[TRUTH_TRUE - got])) {
        test->tally.false_certainty++;
        show(test, finding, deleted, "engaged, false certainty");
    }
    if (got == TRUTH_UNKNOWN && agree && answer.whole && finding->engaged_inexact != INEXACT_STEPS) {
        test->tally.needless_open++;
        show(test, finding, deleted, "engaged, needless open");
    }
}

static bool concerns(const struct test *test, const struct finding *finding, const struct deletion *deletion)
{
    return naive_reads(test->rules, finding->rule, deletion->entity, deletion->fact);
}

/* With nothing deleted that the rule reads, a finding is what it was. */
static void compare_with_whole(struct test *test, const struct finding *finding, const struct deletion *const *deleted)
{
    uint32_t i = 0;
    while (i < test->whole_count && (test->whole[i].rule != finding->rule || test->whole[i].subject != finding->subject))
        i++;
    if (i == test->whole_count)
        return; /* for an offence that nobody has stated any more */
    test->tally.same++;
    if (test->whole[i].result == finding->result && test->whole[i].engaged == finding->engaged)
        return;
    test->tally.changed++;
    show(test, finding, deleted, "changed by what it does not read");
}

/* Whether an instrument applies may rest on what was deleted; then its rules, and all that ask for treaties, do too. */
static bool instruments_changed(const struct test *test, const struct deletion *const *deleted)
{
    bool found = false;
    for (uint32_t i = 0; i < TOGETHER_MAX && deleted[i]; i++)
        found |= deleted[i]->entity == test->rules->vocabulary.request;
    return found;
}

static void compare_both(struct test *test, const struct finding *finding, const struct deletion *const *deleted)
{
    compare(test, finding, deleted);
    if (test->engaged_turn++ % PART_STRIDE == 0)
        compare_engaged(test, finding, deleted);
}

static void try_finding(struct test *test, const struct finding *finding, const struct deletion *const *deleted)
{
    uint32_t count = 0;
    uint32_t read = 0;
    for (; count < TOGETHER_MAX && deleted[count]; count++)
        read += concerns(test, finding, deleted[count]);
    if (read == count || (read > 0 && test->parts++ % PART_STRIDE == 0))
        compare_both(test, finding, deleted);
    else if (read == 0 && !instruments_changed(test, deleted))
        compare_with_whole(test, finding, deleted);
}

static void try_without(struct test *test, const struct deletion *a, const struct deletion *b, const struct deletion *c)
{
    const struct deletion *deleted[TOGETHER_MAX] = {a, b, c};
    enum cell_status status[TOGETHER_MAX];
    for (uint32_t i = 0; i < TOGETHER_MAX && deleted[i]; i++)
        status[i] = swap(test, deleted[i], CELL_ABSENT);
    if (exd_recheck(test->report, test->record, NULL, NULL) != EXD_OK)
        stop("a check fails", "");
    for (uint32_t i = 0; i < test->report->finding_count; i++)
        try_finding(test, &test->report->findings[i], deleted);
    for (uint32_t i = TOGETHER_MAX; i-- > 0;)
        if (deleted[i])
            swap(test, deleted[i], status[i]);
    test->tally.deletions += !b;
    test->tally.pairs += b && !c;
    test->tally.triples += c != NULL;
}

static void keep_whole(struct test *test)
{
    test->whole_count = 0;
    for (uint32_t i = 0; i < test->report->finding_count && i < FINDINGS_MAX; i++) {
        const struct finding *finding = &test->report->findings[i];
        test->whole[test->whole_count++] = (struct whole){finding->rule, finding->subject, finding->result, finding->engaged};
    }
}

static const struct deletion *draw(struct test *test)
{
    test->chance ^= test->chance << 13;
    test->chance ^= test->chance >> 7;
    test->chance ^= test->chance << 17;
    return &test->deletions[(uint32_t)(test->chance >> 33) % test->deletion_count];
}

/* Three facts at random: other ones in every job. */
static void try_triples(struct test *test, unsigned long count)
{
    for (unsigned long i = 0; i < count && test->deletion_count >= TOGETHER_MAX;) {
        const struct deletion *a = draw(test);
        const struct deletion *b = draw(test);
        const struct deletion *c = draw(test);
        if (a == b || b == c || a == c)
            continue;
        try_without(test, a, b, c);
        i++;
    }
}

static void try_record(struct test *test, const char *path)
{
    if (exd_record_load_file(test->rules, path, 0, &test->record, NULL) != EXD_OK)
        stop("a record does not load", path);
    if (exd_check(test->rules, test->record, NULL, &test->report, NULL) != EXD_OK)
        stop("a record is not checked", path);
    find_deletions(test);
    keep_whole(test);
    unsigned long turn = 0;
    for (uint32_t i = 0; i < test->deletion_count; i++)
        if (turn++ % test->jobs == test->job)
            try_without(test, &test->deletions[i], NULL, NULL);
    for (uint32_t i = 0; i < test->deletion_count && test->stride; i++)
        for (uint32_t j = i + 1; j < test->deletion_count; j++)
            if (turn++ % (test->jobs * test->stride) == test->job * test->stride)
                try_without(test, &test->deletions[i], &test->deletions[j], NULL);
    unsigned long pairs = (unsigned long)test->deletion_count * test->deletion_count / 2;
    if (test->stride)
        try_triples(test, pairs / (test->stride * test->jobs));
    exd_report_unref(test->report);
    exd_record_unref(test->record);
}

/* ---- jobs ------------------------------------------------------------------------------------------------------------- */

static void add(struct tally *sum, const struct tally *part)
{
    sum->deletions += part->deletions;
    sum->pairs += part->pairs;
    sum->triples += part->triples;
    sum->engaged += part->engaged;
    sum->same += part->same;
    sum->changed += part->changed;
    sum->findings += part->findings;
    sum->certain += part->certain;
    sum->open += part->open;
    sum->enumerated += part->enumerated;
    sum->sampled += part->sampled;
    for (int i = 0; i < 8; i++) {
        sum->inexact[i] += part->inexact[i];
        sum->missing_inexact[i] += part->missing_inexact[i];
    }
    sum->exhausted += part->exhausted;
    sum->false_certainty += part->false_certainty;
    sum->needless_open += part->needless_open;
}

static void run_job(struct test *test, int records, char **paths, int out)
{
    for (int i = 0; i < records; i++)
        try_record(test, paths[i]);
    fflush(stdout);
    if (write(out, &test->tally, sizeof test->tally) != (ssize_t)sizeof test->tally)
        _exit(EXIT_FAILURE);
    _exit(EXIT_SUCCESS);
}

static struct tally run(struct test *test, int records, char **paths)
{
    struct tally sum = {0};
    int ends[2];
    if (pipe(ends) != 0)
        stop("no pipe", "");
    for (test->job = 0; test->job < test->jobs; test->job++) {
        pid_t child = fork();
        if (child < 0)
            stop("no process", "");
        test->chance = UINT64_C(0x9E3779B97F4A7C15) * (test->job + 1);
        if (child == 0)
            run_job(test, records, paths, ends[1]);
    }
    close(ends[1]);
    for (unsigned long i = 0; i < test->jobs; i++) {
        struct tally part;
        int status = 0;
        if (read(ends[0], &part, sizeof part) != (ssize_t)sizeof part)
            stop("a job ended early", "");
        wait(&status);
        add(&sum, &part);
    }
    close(ends[0]);
    return sum;
}

int main(int argument_count, char **arguments)
{
    static struct test test;
    if (argument_count < 5)
        return 2;
    exd_loader *loader = exd_loader_new();
    if (exd_loader_add_directory(loader, arguments[1], NULL) != EXD_OK || exd_loader_finish(loader, &test.rules, NULL) != EXD_OK)
        stop("the rules do not load", arguments[1]);
    exd_loader_free(loader);
    test.stride = strtoul(arguments[2], NULL, 10);
    test.jobs = strtoul(arguments[3], NULL, 10);
    printf("1..3\n");
    fflush(stdout);
    struct tally tally = run(&test, argument_count - 4, arguments + 4);
    printf("# %d records, %lu single deletions, %lu pairs and %lu triples\n", argument_count - 4, tally.deletions, tally.pairs,
           tally.triples);
    printf("# %lu findings that read what was deleted: %lu certain, %lu open; %lu against all completions, %lu against a sample\n",
           tally.findings, tally.certain, tally.open, tally.enumerated, tally.sampled);
    printf("# of %lu of them also whether the rule comes into play; %lu findings that read nothing of it, against the whole record\n",
           tally.engaged, tally.same);
    printf(
        "# open, but may be settled: %lu out of steps, %lu items, %lu values, %lu treaties, %lu disputes; facts that may not matter: %lu\n",
        tally.inexact[INEXACT_STEPS], tally.inexact[INEXACT_ITEMS], tally.inexact[INEXACT_VALUES], tally.inexact[INEXACT_INSTRUMENTS],
        tally.inexact[INEXACT_DISPUTES], tally.findings - tally.missing_inexact[EXACT]);
    printf("%sok 1 - no false certainty (%lu)\n", tally.false_certainty || !tally.findings ? "not " : "", tally.false_certainty);
    printf("%sok 2 - no needless open (%lu)\n", tally.needless_open || !tally.findings ? "not " : "", tally.needless_open);
    printf("%sok 3 - what is not read changes nothing (%lu)\n", tally.changed || !tally.same ? "not " : "", tally.changed);
    exd_rules_unref(test.rules);
    return 0;
}
