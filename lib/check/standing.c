#include "check/standing.h"

/* What one ordering passes around. */
struct standing {
    struct builder *builder;
    struct exd_report *report;
    const uint8_t *applies;
    struct finding *finding; /* the one whose standing is being found */
    uint32_t **firsts;       /* by instrument and rule: the first finding of the rule, or NO_ITEM; those of its offences follow it */
    uint32_t *excluders;     /* the first findings of the rules that may exclude grounds */
    uint32_t excluder_count;
    bool failed;
};

enum rule_class { CLASS_GROUNDS, CLASS_DEADLINES, CLASS_PROCEDURE, CLASS_DUTIES, CLASS_CONSIDERATIONS };

static enum rule_class rule_class(const struct rule *rule)
{
    switch (rule->effect) {
    case EXD_EFFECT_SHALL_REFUSE:
    case EXD_EFFECT_MAY_REFUSE:
    case EXD_EFFECT_REQUIRES:
    case EXD_EFFECT_REQUIRES_ASSURANCE:
    case EXD_EFFECT_SHALL_POSTPONE:
    case EXD_EFFECT_MAY_POSTPONE:
        return CLASS_GROUNDS;
    case EXD_EFFECT_DEADLINE:
        return CLASS_DEADLINES;
    case EXD_EFFECT_PROCEDURE:
        return CLASS_PROCEDURE;
    case EXD_EFFECT_DUTY:
        return CLASS_DUTIES;
    case EXD_EFFECT_CONSIDERATION:
        return CLASS_CONSIDERATIONS;
    }
    return CLASS_CONSIDERATIONS;
}

static void add(struct standing *standing, enum truth truth, const struct instrument *instrument, const struct rule *rule, struct text cite,
                const char *why)
{
    struct finding *finding = standing->finding;
    if (truth == TRUTH_FALSE)
        return;
    struct displacement *grown = arena_array(standing->builder->arena, (size_t)finding->displacement_count + 1, sizeof *grown);
    if (!grown) {
        standing->failed = true;
        return;
    }
    for (uint32_t i = 0; i < finding->displacement_count; i++)
        grown[i] = finding->displacements[i];
    grown[finding->displacement_count++] = (struct displacement){truth, instrument, rule, cite, text_of(why)};
    finding->displacements = grown;
}

static bool index_findings(struct standing *standing)
{
    const struct exd_report *report = standing->report;
    struct arena *arena = standing->builder->arena;
    standing->firsts = arena_array(arena, report->rules->instrument_count, sizeof *standing->firsts);
    standing->excluders = arena_array(arena, report->finding_count, sizeof *standing->excluders);
    if (!standing->firsts || !standing->excluders)
        return false;
    for (uint32_t i = 0; i < report->finding_count; i++) {
        const struct finding *finding = &report->findings[i];
        const struct instrument *instrument = finding->instrument;
        uint32_t **firsts = &standing->firsts[instrument->index];
        if (!*firsts) {
            *firsts = arena_array(arena, instrument->rule_count, sizeof **firsts);
            if (!*firsts)
                return false;
            for (uint32_t j = 0; j < instrument->rule_count; j++)
                (*firsts)[j] = NO_ITEM;
        }
        uint32_t *first = &(*firsts)[finding->rule - instrument->rules];
        if (*first == NO_ITEM && finding->rule->relations->excludes_ground_count)
            standing->excluders[standing->excluder_count++] = i;
        *first = *first == NO_ITEM ? i : *first;
    }
    return true;
}

/* Whether a finding's rule has its say. */
static enum truth has_effect(const struct finding *finding)
{
    switch (finding->result) {
    case EXD_RESULT_APPLIES:
        return TRUTH_TRUE;
    case EXD_RESULT_MET:
        return finding->engaged;
    case EXD_RESULT_DOES_NOT_APPLY:
    case EXD_RESULT_NOT_MET:
        return TRUTH_FALSE;
    case EXD_RESULT_OPEN:
    case EXD_RESULT_DISPUTED:
        break;
    }
    return TRUTH_UNKNOWN;
}

static enum truth is_engaged(const struct finding *finding)
{
    return finding->engaged;
}

/* What the findings of a rule say on the same subject: on the same offence; of the whole request, what they say on all offences. */
static enum truth on_subject(const struct standing *standing, const struct displacer *displacer, enum truth (*says)(const struct finding *))
{
    const struct exd_report *report = standing->report;
    const uint32_t *firsts = standing->firsts[displacer->instrument->index];
    uint32_t first = firsts ? firsts[displacer->rule - displacer->instrument->rules] : NO_ITEM;
    uint32_t subject = standing->finding->subject;
    if (first == NO_ITEM)
        return TRUTH_FALSE;
    if (report->findings[first].subject == NO_ITEM)
        return says(&report->findings[first]);
    if (subject != NO_ITEM)
        return says(&report->findings[first + subject]);
    enum truth all = TRUTH_TRUE;
    for (uint32_t i = first; i < report->finding_count && report->findings[i].rule == displacer->rule; i++)
        all = truth_and(all, says(&report->findings[i]));
    return all;
}

static void look_at_displacers(struct standing *standing)
{
    const struct rule *rule = standing->finding->rule;
    for (uint32_t i = 0; i < rule->displacer_count; i++) {
        const struct displacer *displacer = &rule->displacers[i];
        enum truth instrument = (enum truth)standing->applies[displacer->instrument->index];
        if (instrument == TRUTH_FALSE)
            continue;
        enum truth truth = TRUTH_FALSE;
        const char *why = "";
        switch (displacer->kind) {
        case DISPLACER_IN_PLACE:
            truth = on_subject(standing, displacer, is_engaged);
            why = "takes its place";
            break;
        case DISPLACER_EXCLUDES:
            truth = on_subject(standing, displacer, has_effect);
            why = "excludes it";
            break;
        case DISPLACER_DISPLACES:
            truth = rule_in_play(standing->builder->view, displacer->rule);
            why = "displaces it";
            break;
        }
        add(standing, truth_and(instrument, truth), displacer->instrument, displacer->rule, displacer->rule->cite, why);
    }
}

static void look_at_excluded_grounds(struct standing *standing)
{
    const struct finding *finding = standing->finding;
    if (rule_class(finding->rule) != CLASS_GROUNDS)
        return;
    for (uint32_t i = 0; i < standing->excluder_count; i++) {
        const struct finding *other = &standing->report->findings[standing->excluders[i]];
        if (other->rule == finding->rule || (other->subject != NO_ITEM && finding->subject == NO_ITEM))
            continue;
        other += other->subject != NO_ITEM ? finding->subject : 0; /* those of a rule follow one another */
        for (uint32_t j = 0; j < other->rule->relations->excludes_ground_count; j++)
            if (other->rule->relations->excludes_grounds[j] == finding->rule->ground)
                add(standing, truth_and((enum truth)standing->applies[other->instrument->index], has_effect(other)), other->instrument,
                    other->rule, other->rule->cite, "excludes this ground");
    }
}

/* The first rule of a prevailing instrument on the same ground and of the same class; NULL when there is none, or one of them leaves this rule standing. */
static const struct rule *same_ground(const struct standing *standing, const struct instrument *above, enum truth *in_play)
{
    const struct rule *rule = standing->finding->rule;
    const struct rule *found = NULL;
    *in_play = TRUTH_FALSE;
    for (uint32_t i = 0; i < above->rule_count; i++) {
        const struct rule *other = &above->rules[i];
        if (other->ground != rule->ground || rule_class(other) != rule_class(rule))
            continue;
        enum truth truth = rule_in_play(standing->builder->view, other);
        for (uint32_t j = 0; j < other->relations->leaves.count && truth != TRUTH_FALSE; j++)
            if (other->relations->leaves.items[j].rule == rule)
                return NULL;
        if (truth > *in_play) {
            *in_play = truth;
            found = other;
        }
    }
    return found;
}

static void look_at_precedence(struct standing *standing)
{
    const struct exd_report *report = standing->report;
    const struct finding *finding = standing->finding;
    if (rule_class(finding->rule) == CLASS_CONSIDERATIONS || finding->rule->stands_beside)
        return;
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        const struct instrument *above = report->instruments[i].instrument;
        struct text cite;
        enum truth truth = report->instruments[i].result;
        if (truth == TRUTH_FALSE || above == finding->instrument ||
            !ruleset_prevails(report->rules, above->index, finding->instrument->index, &cite))
            continue;
        enum truth in_play;
        const struct rule *rule = same_ground(standing, above, &in_play);
        if (rule)
            add(standing, truth_and(truth, in_play), above, rule, cite, "prevails on this ground");
    }
}

static void conclude(struct standing *standing)
{
    struct finding *finding = standing->finding;
    bool open = standing->applies[finding->instrument->index] == TRUTH_UNKNOWN;
    finding->standing = EXD_STANDING_GOVERNS;
    for (uint32_t i = 0; i < finding->displacement_count; i++) {
        if (finding->displacements[i].truth == TRUTH_TRUE)
            finding->standing = EXD_STANDING_DISPLACED;
        else
            open = true;
    }
    if (open && finding->standing != EXD_STANDING_DISPLACED)
        finding->standing = EXD_STANDING_OPEN;
}

bool standing_find(struct builder *builder, struct exd_report *report, const uint8_t *applies)
{
    struct standing standing = {.builder = builder, .report = report, .applies = applies};
    if (!index_findings(&standing))
        return false;
    for (uint32_t i = 0; i < report->finding_count; i++) {
        standing.finding = &report->findings[i];
        look_at_displacers(&standing);
        look_at_excluded_grounds(&standing);
        look_at_precedence(&standing);
        conclude(&standing);
    }
    return !standing.failed;
}
