/* Completions of unknown facts that one core decides in a second: 256 at a time against one at a time, over the same completions of the same
 * rules in one run. Every rule of the library with six unknown facts or more, and few enough completions to go through one at a time, on a
 * request of which no more is known than the two States. First every completion is compared, one by one: a difference stops the program.
 *     lanes RULES */
#include "bench.h"

#include <check/lanes.h>
#include <extradition.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FACTS_LEAST = 6, COMPLETIONS_LEAST = 256, COMPLETIONS_MOST = 100000, RULES_MOST = 200, PASSES = 20 };

static const char request[] =
    "format: extradition-record/1\nid: r\nas_of: 2020-02-01\nrequest: {requesting_state: US, requested_state: KR}\n";

static struct lanes lanes;

struct count {
    unsigned long yes, no, open;
};

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(2);
}

static bool compile(struct view *view, const struct rule *rule, struct arena *scratch)
{
    arena_reset(scratch);
    view->step_limit = UINT64_MAX;
    return evaluate_rule(view, rule).holds == TRUTH_UNKNOWN && lanes_compile(&lanes, view, rule, LANES_HOLDS, NULL, scratch);
}

static int lane_says(const struct planes *result, uint32_t lane)
{
    bool yes = result->yes[lane / 64] >> lane % 64 & 1;
    bool no = result->no[lane / 64] >> lane % 64 & 1;
    return yes ? TRUTH_TRUE : no ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static void verify(struct view *view, const struct rule *rule)
{
    struct planes result;
    while (lanes_next(&lanes, &result)) {
        for (uint32_t lane = 0; lanes_assume(&lanes, lane); lane++) {
            int alone = (int)evaluate_rule(view, rule).holds;
            lanes_forget(&lanes);
            if (lane_says(&result, lane) != alone)
                fail("the two evaluators differ");
        }
    }
}

static unsigned long bits(const uint64_t plane[LANE_WORDS])
{
    unsigned long found = 0;
    for (int i = 0; i < LANE_WORDS; i++)
        for (uint64_t rest = plane[i]; rest; rest &= rest - 1)
            found++;
    return found;
}

/* With all that belongs to it: the rule is compiled anew each time. Only every answer's presence is taken down, as the checker does. */
static double many(struct view *view, const struct rule *rule, struct arena *scratch)
{
    double begun = bench_now();
    for (int i = 0; i < PASSES; i++) {
        struct planes result;
        uint64_t seen[2] = {0, 0};
        if (!compile(view, rule, scratch))
            fail("a rule compiles no more");
        while (lanes_next(&lanes, &result)) {
            for (int j = 0; j < LANE_WORDS; j++) {
                seen[0] |= result.yes[j];
                seen[1] |= result.no[j];
            }
        }
        if (!seen[0] && !seen[1])
            fail("no answer at all");
    }
    return (bench_now() - begun) / (double)PASSES;
}

/* Like the wheels of a counter, so that a completion costs no more than its evaluation. */
static double alone(struct view *view, const struct rule *rule, struct count *count)
{
    uint32_t at[LANE_VARIABLES_MAX] = {0};
    struct assumption *assumptions = view->assumptions;
    for (uint32_t i = 0; i < lanes.variable_count; i++)
        assumptions[i] = (struct assumption){lanes.variables[i].key, lanes.variables[i].domain.values[0]};
    view->assumption_count = lanes.variable_count;
    double begun = bench_now();
    for (uint32_t turned = 0; turned < lanes.variable_count;) {
        enum truth holds = evaluate_rule(view, rule).holds;
        count->yes += holds == TRUTH_TRUE;
        count->no += holds == TRUTH_FALSE;
        count->open += holds == TRUTH_UNKNOWN;
        for (turned = 0; turned < lanes.variable_count; turned++) {
            const struct domain *domain = &lanes.variables[turned].domain;
            at[turned] = at[turned] + 1 == domain->count ? 0 : at[turned] + 1;
            assumptions[turned].value = domain->values[at[turned]];
            if (at[turned])
                break;
        }
    }
    view->assumption_count = 0;
    return bench_now() - begun;
}

static struct count count_lanes(struct view *view, const struct rule *rule, struct arena *scratch)
{
    struct count count = {0, 0, 0};
    struct planes result;
    if (!compile(view, rule, scratch))
        fail("a rule compiles no more");
    while (lanes_next(&lanes, &result)) {
        count.yes += bits(result.yes);
        count.no += bits(result.no);
        count.open += lanes.lane_count - bits(result.yes) - bits(result.no);
    }
    return count;
}

struct tally {
    double ratios[RULES_MOST];
    size_t rules;
    uint64_t completions;
    double alone, many;
};

static void measure(struct view *view, const struct rule *rule, struct arena *scratch, struct tally *tally)
{
    if (tally->rules == RULES_MOST || !compile(view, rule, scratch) || lanes.variable_count < FACTS_LEAST)
        return;
    uint64_t completions = lanes.block_count > COMPLETIONS_MOST ? 0 : lanes.block_count * lanes.lane_count;
    if (completions < COMPLETIONS_LEAST || completions > COMPLETIONS_MOST)
        return;
    verify(view, rule);
    struct count want = count_lanes(view, rule, scratch);
    struct count got = {0, 0, 0};
    double slow = alone(view, rule, &got);
    double fast = many(view, rule, scratch);
    if (want.yes != got.yes || want.no != got.no || want.open != got.open || got.yes + got.no + got.open != completions)
        fail("the two evaluators count differently");
    tally->ratios[tally->rules++] = slow / fast;
    tally->completions += completions;
    tally->alone += slow;
    tally->many += fast;
}

static exd_rules *load(const char *directory)
{
    exd_rules *rules = NULL;
    exd_loader *loader = exd_loader_new();
    if (exd_loader_add_directory(loader, directory, NULL) != EXD_OK || exd_loader_finish(loader, &rules, NULL) != EXD_OK)
        fail("the rules do not load");
    exd_loader_free(loader);
    return rules;
}

int main(int argc, char **argv)
{
    static struct tally tally;
    static struct view view;
    struct arena scratch;
    exd_record *record = NULL;
    exd_rules *rules = load(argc == 2 ? argv[1] : "rules");
    if (exd_record_load_buffer(rules, "request.yaml", request, strlen(request), 0, &record, NULL) != EXD_OK)
        fail("the request does not load");
    arena_init(&scratch, rules->memory);
    view_init(&view, rules, record, 18293, false);
    for (uint32_t i = 0; i < rules->vocabulary.entity_count; i++)
        view.imagined[i] = view_list_is_complete(&view, i) ? 0 : 1;
    for (uint32_t i = 0; i < rules->instrument_count; i++)
        for (uint32_t j = 0; j < rules->instruments[i].rule_count; j++)
            measure(&view, &rules->instruments[i].rules[j], &scratch, &tally);
    if (tally.rules == 0)
        fail("no rule to measure");
    printf("%-28s %zu rules with %d unknown facts or more, %" PRIu64 " completions, all with the same answer\n", "completions", tally.rules,
           FACTS_LEAST, tally.completions);
    double median = bench_median(tally.ratios, tally.rules); /* sorts them */
    printf("%-28s %.0f times as many completions per second (all together; median of the rules %.0f, least %.0f)\n",
           "256 against 1 at a time", tally.alone / tally.many, median, tally.ratios[0]);
    printf("%-28s %.1f million completions per second, against %.2f million\n", "one core", (double)tally.completions / tally.many / 1e6,
           (double)tally.completions / tally.alone / 1e6);
    arena_free(&scratch);
    exd_record_unref(record);
    exd_rules_unref(rules);
    return 0;
}
