#include "check/questions.h"

#include "base/sort.h"

/* ---- questions -------------------------------------------------------------------------------------------------------- */

struct question_key {
    uint32_t alone;
    uint32_t count;
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
    return (left->index > right->index) - (left->index < right->index);
}

/* A displaced finding changes nothing, however it would come out. */
static bool is_worth_asking(const struct finding *finding, const struct fact_use *missing)
{
    return finding->standing != EXD_STANDING_DISPLACED && !missing->asked;
}

static struct question *find_question(struct exd_report *report, struct text path)
{
    for (uint32_t i = 0; i < report->question_count; i++)
        if (text_equal(report->questions[i].about.path, path))
            return &report->questions[i];
    return NULL;
}

static bool ask(struct builder *builder, struct exd_report *report, uint32_t finding, const struct fact_use *missing, bool alone)
{
    struct question *question = find_question(report, missing->path);
    if (!question) {
        question = &report->questions[report->question_count++];
        *question = (struct question){.about = *missing, .text = missing->fact ? missing->fact->question : missing->entity->question};
        question->findings = arena_array(builder->arena, report->finding_count, sizeof *question->findings);
        if (!question->findings)
            return false;
    }
    question->findings[question->count++] = finding;
    question->alone += alone;
    return true;
}

static bool order_questions(struct builder *builder, struct exd_report *report)
{
    struct question_key *keys = arena_array(builder->arena, report->question_count, sizeof *keys);
    struct question *ordered = arena_array(builder->arena, report->question_count, sizeof *ordered);
    if (!keys || !ordered)
        return false;
    for (uint32_t i = 0; i < report->question_count; i++)
        keys[i] = (struct question_key){report->questions[i].alone, report->questions[i].count, i};
    sort(keys, report->question_count, sizeof *keys, compare_questions);
    for (uint32_t i = 0; i < report->question_count; i++)
        ordered[i] = report->questions[keys[i].index];
    report->questions = ordered;
    return true;
}

static const struct fact_list *missing_of(const struct finding *finding, bool deadline)
{
    return deadline ? &finding->deadline.missing : &finding->missing;
}

bool questions_find(struct builder *builder, struct exd_report *report)
{
    uint32_t room = 0;
    for (uint32_t i = 0; i < report->finding_count; i++)
        room += report->findings[i].missing.count + report->findings[i].deadline.missing.count;
    report->questions = arena_array(builder->arena, room, sizeof *report->questions);
    report->question_count = 0;
    if (!report->questions)
        return false;
    for (uint32_t i = 0; i < report->finding_count; i++) {
        const struct finding *finding = &report->findings[i];
        for (int deadline = 0; deadline < 2; deadline++) {
            const struct fact_list *missing = missing_of(finding, deadline);
            for (uint32_t j = 0; j < missing->count; j++)
                if (is_worth_asking(finding, &missing->items[j]) && !ask(builder, report, i, &missing->items[j], missing->count == 1))
                    return false;
        }
    }
    return order_questions(builder, report);
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
