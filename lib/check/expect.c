/* Case tests: what a record expects, compared with what was found. */
#include "check/check.h"
#include "check/evaluate.h"
#include "source/shape.h"

static const char *const result_words[] = {"applies", "does-not-apply", "met", "not-met", "open", "disputed"};
static const char *const standing_words[] = {"governs", "displaced", "open"};
static const char *const engaged_words[] = {[TRUTH_FALSE] = "false", [TRUTH_UNKNOWN] = "open", [TRUTH_TRUE] = "true"};

const char *exd_result_name(exd_result result)
{
    return (size_t)result < sizeof result_words / sizeof result_words[0] ? result_words[result] : "";
}

const char *exd_standing_name(exd_standing standing)
{
    return (size_t)standing < sizeof standing_words / sizeof standing_words[0] ? standing_words[standing] : "";
}

/* What one comparison passes around. */
struct comparing {
    const struct exd_report *report;
    const struct expectation *expectation;
    struct diag *diag;
    bool good;
};

static void differ(struct comparing *comparing, const struct finding *finding, const char *what, struct text wanted, const char *found)
{
    if (finding && finding->subject_id.length)
        diag_add(comparing->diag, DIAG_EXPECTATION_FAILED, comparing->expectation->place, NULL,
                 "expected %s `%t` of `%t` for `%t`, found `%s`", what, wanted, comparing->expectation->id, finding->subject_id, found);
    else
        diag_add(comparing->diag, DIAG_EXPECTATION_FAILED, comparing->expectation->place, NULL, "expected %s `%t` of `%t`, found `%s`",
                 what, wanted, comparing->expectation->id, found);
    comparing->good = false;
}

static void compare_word(struct comparing *comparing, const struct finding *finding, const char *what, struct text wanted,
                         const char *found)
{
    if (wanted.length && !text_is(wanted, found))
        differ(comparing, finding, what, wanted, found);
}

static bool lists_path(const struct text *paths, uint32_t count, struct text path)
{
    for (uint32_t i = 0; i < count; i++)
        if (text_equal(paths[i], path))
            return true;
    return false;
}

/* Exactly these paths: one that is not there, or one too many, is a difference. */
static void compare_paths(struct comparing *comparing, const struct finding *finding, const char *what, const struct text *wanted,
                          uint32_t count, const struct fact_list *found, bool presumed_only)
{
    for (uint32_t i = 0; i < found->count; i++) {
        const struct fact_use *use = &found->items[i];
        if ((use->presumed || !presumed_only) && !lists_path(wanted, count, use->path))
            differ(comparing, finding, what, TEXT("nothing else"), use->path.data);
    }
    for (uint32_t i = 0; i < count; i++) {
        bool there = false;
        for (uint32_t j = 0; j < found->count && !there; j++)
            there = text_equal(found->items[j].path, wanted[i]) && (found->items[j].presumed || !presumed_only);
        if (!there)
            differ(comparing, finding, what, wanted[i], "it not among them");
    }
}

static void compare_finding(struct comparing *comparing, const struct finding *finding)
{
    const struct expectation *expectation = comparing->expectation;
    compare_word(comparing, finding, "result", expectation->result, exd_result_name(finding->result));
    compare_word(comparing, finding, "standing", expectation->standing, exd_standing_name(finding->standing));
    compare_word(comparing, finding, "engaged", expectation->engaged, engaged_words[finding->engaged]);
    compare_word(comparing, finding, "deadline", expectation->deadline, deadline_status_word(finding->deadline.status));
    if (expectation->has_missing)
        compare_paths(comparing, finding, "missing", expectation->missing, expectation->missing_count, &finding->missing, false);
    if (expectation->has_presumed)
        compare_paths(comparing, finding, "presumed", expectation->presumed, expectation->presumed_count, &finding->facts, true);
}

static void compare_instrument(struct comparing *comparing, const struct instrument *instrument)
{
    enum truth truth = TRUTH_FALSE;
    for (uint32_t i = 0; i < comparing->report->instrument_count; i++)
        if (comparing->report->instruments[i].instrument == instrument)
            truth = comparing->report->instruments[i].result;
    const char *found = truth == TRUTH_TRUE ? "applies" : truth == TRUTH_FALSE ? "does-not-apply" : "open";
    compare_word(comparing, NULL, "result", comparing->expectation->result, found);
}

static void unknown_id(struct comparing *comparing, const struct instrument *instrument)
{
    const struct exd_rules *rules = comparing->report->rules;
    struct arena scratch;
    arena_init(&scratch, rules->memory);
    uint32_t count = instrument ? instrument->rule_count : rules->instrument_count;
    struct text *known = arena_array(&scratch, count, sizeof *known);
    for (uint32_t i = 0; known && i < count; i++)
        known[i] = instrument ? instrument->rules[i].full_id : rules->instruments[i].id;
    if (known)
        shape_unknown(comparing->diag, DIAG_UNKNOWN_REFERENCE, comparing->expectation->place, instrument ? "rule" : "instrument",
                      comparing->expectation->id, known, count);
    comparing->good = false;
    arena_free(&scratch);
}

static void compare_expectation(struct comparing *comparing)
{
    const struct expectation *expectation = comparing->expectation;
    const struct instrument *instrument;
    const struct rule *rule = ruleset_rule(comparing->report->rules, expectation->id, &instrument);
    const struct instrument *named = rule ? NULL : ruleset_instrument(comparing->report->rules, expectation->written);
    if (named) {
        compare_instrument(comparing, named);
        return;
    }
    if (!rule) {
        unknown_id(comparing, instrument);
        return;
    }
    uint32_t found = 0;
    bool absent = text_is(expectation->result, "absent");
    for (uint32_t i = 0; i < comparing->report->finding_count; i++) {
        const struct finding *finding = &comparing->report->findings[i];
        if (finding->rule != rule || (expectation->subject.length && !text_equal(expectation->subject, finding->subject_id)))
            continue;
        found++;
        if (!absent)
            compare_finding(comparing, finding);
    }
    if (absent && found)
        differ(comparing, NULL, "result", expectation->result, "a finding");
    else if (!absent && !found)
        differ(comparing, NULL, "result", expectation->result, expectation->subject.length ? "no such offence" : "absent");
}

exd_status expect_compare(const struct exd_report *report, size_t *failed, struct diag *diag)
{
    size_t count = 0;
    for (uint32_t i = 0; i < report->record->expectation_count; i++) {
        struct comparing comparing = {.report = report, .expectation = &report->record->expectations[i], .diag = diag, .good = true};
        compare_expectation(&comparing);
        count += !comparing.good;
    }
    *failed = count;
    return diag->out_of_memory ? EXD_ERROR_MEMORY : EXD_OK;
}
