#include "report/json.h"

#include "check/check.h"
#include "report/checklist.h"
#include "report/formats.h"
#include "report/head.h"
#include "report/json_keys.h"
#include "report/notices.h"

struct out {
    const struct exd_report *report;
    const struct exd_write_options *options;
    struct json json;
};

/* ---- values ----------------------------------------------------------------------------------------------------------- */

static void write_scalar(struct out *out, const struct fact *fact, union scalar scalar)
{
    if (fact->type.kind == TYPE_BOOLEAN) {
        json_boolean(&out->json, scalar.boolean);
        return;
    }
    if (fact->type.kind == TYPE_INTEGER && scalar.integer.least == scalar.integer.most) {
        json_integer(&out->json, scalar.integer.least);
        return;
    }
    outline_write_scalar(out->report, fact, scalar, json_scratch(&out->json));
    json_text(&out->json, json_take(&out->json));
}

static void write_value(struct out *out, const struct fact *fact, struct value value)
{
    if (!value.known) {
        json_null(&out->json);
        return;
    }
    if (!value.set) {
        write_scalar(out, fact, value.as.one);
        return;
    }
    json_open(&out->json, '[');
    for (uint32_t i = 0; i < value.count; i++)
        write_scalar(out, fact, value.as.members[i]);
    json_close(&out->json, ']');
}

static void write_dispute(struct out *out, const struct fact *fact, const struct cell *cell)
{
    json_open(&out->json, '{');
    for (uint32_t i = 0; i < cell->version_count; i++) {
        json_key_text(&out->json, out->report->record->parties[cell->versions[i].party]);
        write_value(out, fact, cell->versions[i].value);
    }
    json_close(&out->json, '}');
}

/* The ids of the items of a list that is used as such. */
static void write_list(struct out *out, const struct fact_use *use)
{
    const struct item_list *list = outline_list(out->report, use);
    if (!list->present) {
        json_null(&out->json);
        return;
    }
    json_open(&out->json, '[');
    for (uint32_t i = 0; i < list->count; i++)
        json_text(&out->json, list->items[i].id);
    json_close(&out->json, ']');
}

static void write_fact_value(struct out *out, const struct fact_use *use)
{
    const struct cell *cell = outline_cell(out->report, use);
    if (use->entity == NULL)
        json_null(&out->json);
    else if (use->fact == NULL || use->item == NO_ITEM)
        write_list(out, use);
    else if (use->disputed && cell != NULL && cell->status == CELL_DISPUTED)
        write_dispute(out, use->fact, cell);
    else
        write_value(out, use->fact, use->value);
}

static void write_facts(struct out *out, const char *key, const struct fact_list *facts)
{
    key_open(&out->json, key, '[');
    for (uint32_t i = 0; i < facts->count; i++) {
        const struct fact_use *use = &facts->items[i];
        json_open(&out->json, '{');
        key_text(&out->json, "path", use->path);
        json_key(&out->json, "value");
        write_fact_value(out, use);
        key_text(&out->json, "source", use->source);
        key_line(&out->json, use->line);
        key_text(&out->json, "note", use->note);
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

static void write_presumed(struct out *out, const struct fact_list *facts)
{
    key_open(&out->json, "presumed", '[');
    for (uint32_t i = 0; i < facts->count; i++)
        if (facts->items[i].presumed)
            json_text(&out->json, facts->items[i].path);
    json_close(&out->json, ']');
}

/* The paths alone, for programs; then what each lacks and from whom. */
static void write_missing(struct out *out, const struct fact_list *missing)
{
    key_paths(&out->json, "missing", missing);
    key_open(&out->json, "lacks", '[');
    for (uint32_t i = 0; i < missing->count; i++) {
        const struct fact_use *use = &missing->items[i];
        json_open(&out->json, '{');
        key_text(&out->json, "path", use->path);
        key_rules_text(&out->json, "question", outline_question(use));
        key_boolean(&out->json, "evaluation", use->evaluation);
        key_text(&out->json, "by", outline_answered_by(use));
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

/* ---- findings --------------------------------------------------------------------------------------------------------- */

static void write_displacements(struct out *out, const struct finding *finding)
{
    key_open(&out->json, "displaced_by", '[');
    for (uint32_t i = 0; i < finding->displacement_count; i++) {
        const struct displacement *displacement = &finding->displacements[i];
        json_open(&out->json, '{');
        key_text(&out->json, "instrument", displacement->instrument != NULL ? displacement->instrument->id : TEXT(""));
        key_text(&out->json, "rule", displacement->rule != NULL ? displacement->rule->full_id : TEXT(""));
        key_cite(&out->json, "cite", displacement->cite);
        key_text(&out->json, "why", displacement->why);
        key_boolean(&out->json, "certain", displacement->truth == TRUTH_TRUE);
        key_boolean(&out->json, "verified", displacement->rule == NULL || displacement->rule->verified);
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

static void write_versions(struct out *out, const struct finding *finding)
{
    key_open(&out->json, "versions", '[');
    for (uint32_t i = 0; i < finding->version_count; i++) {
        json_open(&out->json, '{');
        key_text(&out->json, "party", finding->versions[i].party);
        key_string(&out->json, "result", exd_result_name(finding->versions[i].result));
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

static void write_deadline(struct out *out, const struct finding *finding)
{
    const struct deadline_result *deadline = &finding->deadline;
    json_key(&out->json, "deadline");
    if (deadline->status == DEADLINE_NONE) {
        json_null(&out->json);
        return;
    }
    json_open(&out->json, '{');
    key_string(&out->json, "status", deadline_status_word(deadline->status));
    key_date(&out->json, "starts", deadline->has_start, deadline->start);
    key_date(&out->json, "due", deadline->has_due, deadline->due);
    key_date(&out->json, "done", deadline->has_done, deadline->done);
    json_key(&out->json, "days_left");
    if (deadline->status == DEADLINE_RUNNING)
        json_integer(&out->json, deadline->days_left);
    else
        json_null(&out->json);
    key_rules_text(&out->json, "consequence", finding->rule->deadline->consequence);
    write_missing(out, &deadline->missing);
    json_close(&out->json, '}');
}

static void write_links(struct out *out, const char *key, const struct rule_links *links)
{
    key_open(&out->json, key, '[');
    for (uint32_t i = 0; i < links->count; i++)
        json_text(&out->json, links->items[i].rule != NULL ? links->items[i].rule->full_id : links->items[i].id);
    json_close(&out->json, ']');
}

/* Null where the answer is exact. */
static void key_inexact(struct out *out, const char *key, enum inexact inexact)
{
    static const char *const words[] = {[EXACT] = NULL,
#define X(id, word) [INEXACT_##id] = word,
                                        INEXACT_LIST(X)
#undef X
    };
    json_key(&out->json, key);
    if (words[inexact])
        json_string(&out->json, words[inexact]);
    else
        json_null(&out->json);
}

static void write_finding(struct out *out, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    json_open(&out->json, '{');
    key_text(&out->json, "id", rule->full_id);
    key_text(&out->json, "instrument", finding->instrument->id);
    key_cite(&out->json, "cite", rule->cite);
    key_rules_text(&out->json, "title", rule->title);
    key_text(&out->json, "ground", outline_ground_id(out->report, finding));
    key_string(&out->json, "effect", exd_effect_name(rule->effect));
    json_key(&out->json, "subject");
    if (finding->subject == NO_ITEM)
        json_null(&out->json);
    else
        json_text(&out->json, finding->subject_id);
    key_string(&out->json, "result", exd_result_name(finding->result));
    key_string(&out->json, "standing", exd_standing_name(finding->standing));
    key_string(&out->json, "engaged", outline_engaged_word(finding->engaged));
    key_boolean(&out->json, "verified", rule->verified);
    write_presumed(out, &finding->facts);
    key_rules_text(&out->json, "decided_by", rule->decided_by);
    key_open(&out->json, "because", '[');
    for (uint32_t i = 0; i < finding->part_count; i++)
        json_because(&out->json, &finding->because[i]);
    json_close(&out->json, ']');
    write_facts(out, "facts", &finding->facts);
    write_missing(out, &finding->missing);
    write_displacements(out, finding);
    write_versions(out, finding);
    write_deadline(out, finding);
    key_text(&out->json, "weighs", text_of(outline_weighs_word(rule->weighs)));
    write_links(out, "within", &rule->relations->within);
    write_links(out, "then", &rule->relations->then);
    key_rules_text(&out->json, "authority", rule->authority);
    key_rules_text(&out->json, "note", rule->note);
    key_boolean(&out->json, "exhausted", finding->inexact == INEXACT_STEPS);
    key_inexact(out, "inexact", finding->inexact);
    key_inexact(out, "inexact_engaged", finding->engaged_inexact);
    key_inexact(out, "inexact_missing", finding->missing_inexact);
    json_close(&out->json, '}');
}

/* ---- the whole -------------------------------------------------------------------------------------------------------- */

static void write_record(struct out *out)
{
    const struct exd_record *record = out->report->record;
    key_open(&out->json, "record", '{');
    key_text(&out->json, "id", record->id);
    key_text(&out->json, "title", record->title);
    key_text(&out->json, "citation", record->citation);
    key_text(&out->json, "source", record->source);
    key_text(&out->json, "note", record->note);
    json_close(&out->json, '}');
}

static void write_instruments(struct out *out)
{
    key_open(&out->json, "instruments", '[');
    for (uint32_t i = 0; i < out->report->instrument_count; i++) {
        const struct instrument_result *result = &out->report->instruments[i];
        json_open(&out->json, '{');
        key_text(&out->json, "id", result->instrument->id);
        key_rules_text(&out->json, "title", result->instrument->title);
        key_string(&out->json, "version", result->instrument->version);
        key_string(&out->json, "result", outline_applicability_word(result->result));
        json_key(&out->json, "because");
        json_because(&out->json, &result->because);
        write_missing(out, &result->missing);
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

/* The ids of findings, each rule once: a rule has one finding for each offence. */
static void write_rule_ids(struct out *out, const char *key, const uint32_t *indices, uint32_t count, bool governing_only)
{
    const struct rule *last = NULL;
    key_open(&out->json, key, '[');
    for (uint32_t i = 0; i < count; i++) {
        const struct finding *finding = &out->report->findings[indices[i]];
        bool wanted = !governing_only || finding->standing == EXD_STANDING_GOVERNS;
        if (!wanted || finding->rule == last || !outline_shows(out->options, out->report, finding))
            continue;
        json_text(&out->json, finding->rule->full_id);
        last = finding->rule;
    }
    json_close(&out->json, ']');
}

static bool any_shown(const struct out *out, const uint32_t *indices, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (outline_shows(out->options, out->report, &out->report->findings[indices[i]]))
            return true;
    return false;
}

static void write_grounds(struct out *out)
{
    key_open(&out->json, "grounds", '[');
    for (uint32_t i = 0; i < out->report->ground_count; i++) {
        const struct ground_result *ground = &out->report->grounds[i];
        if (!any_shown(out, ground->findings, ground->count))
            continue;
        json_open(&out->json, '{');
        key_text(&out->json, "ground", ground->ground->id);
        key_rules_text(&out->json, "title", ground->ground->title);
        write_rule_ids(out, "governing", ground->findings, ground->count, true);
        write_rule_ids(out, "findings", ground->findings, ground->count, false);
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

static void write_finding_name(struct out *out, uint32_t index)
{
    const struct finding *finding = &out->report->findings[index];
    key_text(&out->json, "id", finding->rule->full_id);
    key_text(&out->json, "subject", finding->subject_id);
}

/* What an answer makes of a finding, where it settles it. */
static void write_settled(struct out *out, uint32_t index, exd_result result)
{
    const struct finding *finding = &out->report->findings[index];
    if (result_is_settled(finding->result) || !result_is_settled(result) || !outline_shows(out->options, out->report, finding))
        return;
    json_open(&out->json, '{');
    write_finding_name(out, index);
    key_string(&out->json, "result", exd_result_name(result));
    json_close(&out->json, '}');
}

static void write_answers(struct out *out, const struct question *question)
{
    key_open(&out->json, "answers", '[');
    for (uint32_t i = 0; i < question->answer_count; i++) {
        const struct answer *answer = &question->answers[i];
        json_open(&out->json, '{');
        key_phrase(&out->json, "answer", answer->phrase);
        json_key(&out->json, "value");
        json_text_or_null(&out->json, answer->value);
        key_open(&out->json, "settles", '[');
        for (uint32_t j = 0; j < question->count; j++)
            write_settled(out, question->findings[j], answer->results[j]);
        json_close(&out->json, ']');
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
    key_boolean(&out->json, "answers_partial", question->answers_partial);
    key_boolean(&out->json, "bars", question->bars);
    key_integer(&out->json, "settles_always", question->settles_always);
    key_integer(&out->json, "settles_some", question->settles_some);
    key_open(&out->json, "idle", '[');
    for (uint32_t i = 0; i < question->idle_count; i++) {
        const struct question *other = &out->report->questions[question->idle[i].question];
        json_open(&out->json, '{');
        key_text(&out->json, "fact", other->about.path);
        key_phrase(&out->json, "answer", other->answers[question->idle[i].answer].phrase);
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

static void write_disputes(struct out *out)
{
    key_open(&out->json, "disputes", '[');
    for (uint32_t i = 0; i < out->report->dispute_count; i++) {
        const struct dispute *dispute = &out->report->disputes[i];
        json_open(&out->json, '{');
        key_text(&out->json, "fact", dispute->about.path);
        key_open(&out->json, "turns", '[');
        for (uint32_t j = 0; j < dispute->count; j++) {
            json_open(&out->json, '{');
            write_finding_name(out, dispute->findings[j]);
            key_boolean(&out->json, "alone", dispute->alone[j]);
            json_close(&out->json, '}');
        }
        json_close(&out->json, ']');
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

static void write_timeline(struct out *out)
{
    key_open(&out->json, "timeline", '[');
    for (uint32_t i = 0; i < out->report->timeline_count; i++) {
        const struct finding *finding = &out->report->findings[out->report->timeline[i].finding];
        json_open(&out->json, '{');
        write_finding_name(out, out->report->timeline[i].finding);
        write_deadline(out, finding);
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

static void write_questions(struct out *out)
{
    key_open(&out->json, "questions", '[');
    for (uint32_t i = 0; i < out->report->question_count; i++) {
        const struct question *question = &out->report->questions[i];
        const struct fact *fact = question->about.fact;
        if (!any_shown(out, question->findings, question->count))
            continue;
        json_open(&out->json, '{');
        key_text(&out->json, "fact", question->about.path);
        key_rules_text(&out->json, "question", question->text);
        key_rules_text(&out->json, "help",
                       fact != NULL                     ? fact->help
                       : question->about.entity != NULL ? question->about.entity->help
                                                        : TEXT(""));
        key_text(&out->json, "held_by", fact != NULL ? fact->held_by : TEXT(""));
        key_test(&out->json, fact);
        write_rule_ids(out, "findings", question->findings, question->count, false);
        key_integer(&out->json, "alone", question->alone);
        if (report_is_analysed(out->report))
            write_answers(out, question);
        json_close(&out->json, '}');
    }
    json_close(&out->json, ']');
}

/* What to verify, for all findings: not where only some are shown. */
static void write_checklist(struct out *out)
{
    const struct exd_checklist *checklist = report_checklist(out->report);
    if (checklist == NULL || outline_filters(out->options))
        return;
    json_key(&out->json, "checklist");
    if (checklist->given_up) {
        json_null(&out->json);
        return;
    }
    json_open(&out->json, '{');
    checklist_json(&out->json, checklist);
    json_close(&out->json, '}');
}

/* Counts all findings, whichever of them are shown: a filter hides, and never changes what was found. */
static void write_summary(struct out *out)
{
    uint32_t by_effect[OUTLINE_EFFECT_COUNT][OUTLINE_RESULT_COUNT] = {{0}};
    uint32_t by_standing[OUTLINE_STANDING_COUNT] = {0};
    for (uint32_t i = 0; i < out->report->finding_count; i++) {
        const struct finding *finding = &out->report->findings[i];
        by_effect[finding->rule->effect][finding->result]++;
        by_standing[finding->standing]++;
    }
    key_open(&out->json, "summary", '{');
    key_open(&out->json, "by_effect", '{');
    for (int effect = 0; effect < OUTLINE_EFFECT_COUNT; effect++) {
        key_open(&out->json, exd_effect_name((exd_effect)effect), '{');
        for (int result = 0; result < OUTLINE_RESULT_COUNT; result++)
            if (by_effect[effect][result] > 0)
                key_integer(&out->json, exd_result_name((exd_result)result), by_effect[effect][result]);
        json_close(&out->json, '}');
    }
    json_close(&out->json, '}');
    key_open(&out->json, "by_standing", '{');
    for (int standing = 0; standing < OUTLINE_STANDING_COUNT; standing++)
        key_integer(&out->json, exd_standing_name((exd_standing)standing), by_standing[standing]);
    json_close(&out->json, '}');
    json_close(&out->json, '}');
}

static void write_findings(struct out *out)
{
    key_open(&out->json, "findings", '[');
    for (uint32_t i = 0; i < out->report->finding_count && !writer_failed(out->json.writer); i++)
        if (outline_shows(out->options, out->report, &out->report->findings[i]))
            write_finding(out, &out->report->findings[i]);
    json_close(&out->json, ']');
}

void json_write_report(const struct exd_report *report, const struct exd_write_options *options, struct writer *writer)
{
    struct out out = {.report = report, .options = options, .json = {.writer = writer, .indent = options->indent}};
    json_begin(&out.json, REPORT_FORMAT);
    key_text(&out.json, "as_of", report->as_of_text);
    write_record(&out);
    key_boolean(&out.json, "presumptions", report->presumptions);
    write_instruments(&out);
    notices_json(&out.json, report);
    write_findings(&out);
    write_grounds(&out);
    write_questions(&out);
    if (report_is_analysed(report)) {
        write_disputes(&out);
        write_timeline(&out);
        write_checklist(&out);
    }
    write_summary(&out);
    json_end(&out.json);
}

void json_write_questions(const struct exd_report *report, const struct exd_write_options *options, struct writer *writer)
{
    struct out out = {.report = report, .options = options, .json = {.writer = writer, .indent = options->indent}};
    json_begin(&out.json, QUESTIONS_FORMAT);
    head_json(&out.json, report);
    write_questions(&out);
    json_end(&out.json);
}
