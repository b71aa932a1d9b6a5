#include "check/questions.h"

#include "base/sort.h"

/* ---- questions -------------------------------------------------------------------------------------------------------- */

struct question_key {
    uint32_t alone;
    uint32_t count;
    uint32_t first;
    uint32_t index;
};

static int compare_questions(const void *a, const void *b)
{
    const struct question_key *left = a;
    const struct question_key *right = b;
    if (left->alone != right->alone)
        return left->alone > right->alone ? -1 : 1;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return (left->first > right->first) - (left->first < right->first);
}

/* A displaced finding changes nothing, however it would come out. */
static bool is_worth_asking(const struct finding *finding, const struct fact_use *missing)
{
    return finding->standing != EXD_STANDING_DISPLACED && !missing->asked;
}

/* That a finding lacks a fact. */
struct lack {
    struct text path;
    const struct fact_use *use;
    uint32_t order; /* as met */
    uint32_t finding;
    bool alone;
};

static int compare_lacks(const void *a, const void *b)
{
    const struct lack *left = a;
    const struct lack *right = b;
    int order = text_compare(left->path, right->path);
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

static const struct fact_list *missing_of(const struct finding *finding, bool deadline)
{
    return deadline ? &finding->deadline.missing : &finding->missing;
}

static bool is_lacked(const struct lack *lacks, uint32_t count, struct text path)
{
    for (uint32_t i = 0; i < count; i++)
        if (text_equal(lacks[i].path, path))
            return true;
    return false;
}

static uint32_t count_findings(const struct exd_report *report, const struct instrument *instrument)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->finding_count; i++)
        count += report->findings[i].instrument == instrument;
    return count;
}

/* Where it is open whether an instrument applies, what that hangs on bears on all its findings: listed where none of them lacks it itself. */
static void add_lacks_of_instruments(const struct exd_report *report, struct lack *lacks, uint32_t *count)
{
    uint32_t of_findings = *count;
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        const struct instrument_result *instrument = &report->instruments[i];
        for (uint32_t j = 0; instrument->result == TRUTH_UNKNOWN && j < instrument->missing.count; j++) {
            const struct fact_use *use = &instrument->missing.items[j];
            for (uint32_t k = 0; !is_lacked(lacks, of_findings, use->path) && k < report->finding_count; k++)
                if (report->findings[k].instrument == instrument->instrument && is_worth_asking(&report->findings[k], use)) {
                    lacks[*count] = (struct lack){use->path, use, *count, k, false};
                    ++*count;
                }
        }
    }
}

static struct lack *list_lacks(struct builder *builder, const struct exd_report *report, uint32_t *count)
{
    uint32_t room = 0;
    for (uint32_t i = 0; i < report->finding_count; i++)
        room += report->findings[i].missing.count + report->findings[i].deadline.missing.count;
    for (uint32_t i = 0; i < report->instrument_count; i++)
        if (report->instruments[i].result == TRUTH_UNKNOWN)
            room += report->instruments[i].missing.count * count_findings(report, report->instruments[i].instrument);
    struct lack *lacks = arena_array(builder->arena, room, sizeof *lacks);
    *count = 0;
    for (uint32_t i = 0; lacks && i < report->finding_count; i++) {
        for (int deadline = 0; deadline < 2; deadline++) {
            const struct fact_list *missing = missing_of(&report->findings[i], deadline);
            for (uint32_t j = 0; j < missing->count; j++) {
                const struct fact_use *use = &missing->items[j];
                if (is_worth_asking(&report->findings[i], use))
                    lacks[*count] = (struct lack){use->path, use, *count, i, missing->count == 1};
                *count += is_worth_asking(&report->findings[i], use);
            }
        }
    }
    if (lacks)
        add_lacks_of_instruments(report, lacks, count);
    return lacks;
}

/* Lacks of one path, which stand together, make one question. */
static bool ask(struct builder *builder, struct question *question, const struct lack *lacks, uint32_t count)
{
    const struct fact_use *about = lacks[0].use;
    *question = (struct question){.about = *about, .text = about->fact ? about->fact->question : about->entity->question};
    question->findings = arena_array(builder->arena, count, sizeof *question->findings);
    if (!question->findings)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        question->findings[question->count++] = lacks[i].finding;
        question->alone += lacks[i].alone;
    }
    return true;
}

/* `firsts` says when each was met first. */
static bool order_questions(struct builder *builder, struct exd_report *report, const uint32_t *firsts)
{
    struct question_key *keys = arena_array(builder->arena, report->question_count, sizeof *keys);
    struct question *ordered = arena_array(builder->arena, report->question_count, sizeof *ordered);
    if (!keys || !ordered)
        return false;
    for (uint32_t i = 0; i < report->question_count; i++)
        keys[i] = (struct question_key){report->questions[i].alone, report->questions[i].count, firsts[i], i};
    sort(keys, report->question_count, sizeof *keys, compare_questions);
    for (uint32_t i = 0; i < report->question_count; i++)
        ordered[i] = report->questions[keys[i].index];
    report->questions = ordered;
    return true;
}

bool questions_find(struct builder *builder, struct exd_report *report)
{
    uint32_t count;
    struct lack *lacks = list_lacks(builder, report, &count);
    uint32_t *firsts = arena_array(builder->arena, count, sizeof *firsts);
    report->questions = arena_array(builder->arena, count, sizeof *report->questions);
    report->question_count = 0;
    if (!lacks || !firsts || !report->questions)
        return false;
    sort(lacks, count, sizeof *lacks, compare_lacks);
    for (uint32_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && text_equal(lacks[to].path, lacks[from].path);)
            to++;
        firsts[report->question_count] = lacks[from].order;
        if (!ask(builder, &report->questions[report->question_count++], &lacks[from], to - from))
            return false;
    }
    return order_questions(builder, report, firsts);
}

/* ---- grounds ---------------------------------------------------------------------------------------------------------- */

static void list_ground(const struct exd_report *report, struct ground_result *result, uint32_t ground, bool governing)
{
    for (uint32_t i = 0; i < report->finding_count; i++)
        if (report->findings[i].rule->ground == ground && (report->findings[i].standing == EXD_STANDING_GOVERNS) == governing)
            result->findings[result->count++] = i;
}

bool grounds_gather(struct builder *builder, struct exd_report *report)
{
    const struct vocabulary *vocabulary = &report->rules->vocabulary;
    uint32_t *counts = arena_array(builder->arena, vocabulary->ground_count, sizeof *counts);
    report->grounds = arena_array(builder->arena, vocabulary->ground_count, sizeof *report->grounds);
    report->ground_count = 0;
    if (!counts || !report->grounds)
        return false;
    for (uint32_t i = 0; i < report->finding_count; i++)
        counts[report->findings[i].rule->ground]++;
    for (uint32_t i = 0; i < vocabulary->ground_count; i++) {
        if (counts[i] == 0)
            continue;
        struct ground_result *result = &report->grounds[report->ground_count++];
        result->ground = &vocabulary->grounds[i];
        result->count = 0;
        result->findings = arena_array(builder->arena, counts[i], sizeof *result->findings);
        if (!result->findings)
            return false;
        list_ground(report, result, i, true);
        list_ground(report, result, i, false);
    }
    return true;
}
