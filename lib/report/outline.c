#include "report/outline.h"

#include "base/sort.h"

struct exd_write_options outline_defaults(void)
{
    struct exd_write_options options = {.memory = memory_default(), .width = 80};
    buffer_init(&options.grounds, options.memory);
    return options;
}

bool outline_language(const struct exd_write_options *options, const struct exd_rules *rules, const struct language **out)
{
    *out = rules->language;
    if (options->language[0] == '\0')
        return true;
    *out = language_find(rules, text_of(options->language));
    return *out != NULL || text_is(text_of(options->language), "en");
}

struct text outline_ground_id(const struct exd_report *report, const struct finding *finding)
{
    return report->rules->vocabulary.grounds[finding->rule->ground].id;
}

static bool names_ground(struct text list, struct text ground)
{
    size_t start = 0;
    for (size_t at = 0; at < list.length; at++) {
        if (list.data[at] != '\n')
            continue;
        if (text_equal((struct text){list.data + start, at - start}, ground))
            return true;
        start = at + 1;
    }
    return false;
}

bool outline_filters(const struct exd_write_options *options)
{
    return options->results != 0 || options->effects != 0 || options->grounds.length > 0;
}

bool outline_shows(const struct exd_write_options *options, const struct exd_report *report, const struct finding *finding)
{
    if (options->results != 0 && (options->results & (1u << finding->result)) == 0)
        return false;
    if (options->effects != 0 && (options->effects & (1u << finding->rule->effect)) == 0)
        return false;
    return options->grounds.length == 0 || names_ground(buffer_view(&options->grounds), outline_ground_id(report, finding));
}

static bool same_group(const struct finding *a, const struct finding *b)
{
    return a->rule == b->rule && a->result == b->result && a->standing == b->standing && a->engaged == b->engaged &&
           a->deadline.status == b->deadline.status;
}

/* Findings of one rule stand side by side in a report, so that only the groups since the rule began are looked through. */
static struct outline_group *group_of(struct outline *outline, uint32_t rule_start, const struct finding *finding)
{
    for (uint32_t i = rule_start; i < outline->group_count; i++)
        if (same_group(outline->groups[i].first, finding))
            return &outline->groups[i];
    struct outline_group *group = &outline->groups[outline->group_count++];
    group->first = finding;
    return group;
}

static bool group_findings(struct outline *outline, const struct exd_write_options *options, uint32_t *group_of_finding)
{
    const struct exd_report *report = outline->report;
    uint32_t rule_start = 0;
    for (uint32_t i = 0; i < report->finding_count; i++) {
        const struct finding *finding = &report->findings[i];
        group_of_finding[i] = UINT32_MAX;
        if (!outline_shows(options, report, finding))
            continue;
        if (outline->group_count > 0 && outline->groups[outline->group_count - 1].first->rule != finding->rule)
            rule_start = outline->group_count;
        struct outline_group *group = group_of(outline, rule_start, finding);
        group->count++;
        group_of_finding[i] = (uint32_t)(group - outline->groups);
    }
    for (uint32_t i = 0; i < outline->group_count; i++) {
        outline->groups[i].members = arena_array(&outline->arena, outline->groups[i].count, sizeof(struct finding *));
        if (outline->groups[i].members == NULL)
            return false;
        outline->groups[i].count = 0;
    }
    for (uint32_t i = 0; i < report->finding_count; i++) {
        if (group_of_finding[i] == UINT32_MAX)
            continue;
        struct outline_group *group = &outline->groups[group_of_finding[i]];
        group->members[group->count++] = &report->findings[i];
    }
    return true;
}

bool outline_asks_alike(const struct question *a, const struct question *b)
{
    return a->about.entity == b->about.entity && a->about.fact == b->about.fact;
}

bool outline_asks(const struct exd_write_options *options, const struct exd_report *report, const struct question *question)
{
    for (uint32_t i = 0; i < question->count; i++)
        if (outline_shows(options, report, &report->findings[question->findings[i]]))
            return true;
    return false;
}

size_t outline_fact_total(const struct vocabulary *vocabulary)
{
    size_t total = 0;
    for (uint32_t i = 0; i < vocabulary->entity_count; i++)
        total += (size_t)vocabulary->entities[i].fact_count + 1;
    return total;
}

size_t outline_fact_index(const struct vocabulary *vocabulary, const struct fact_use *use)
{
    size_t first = 0;
    for (const struct entity *entity = vocabulary->entities; entity < use->entity; entity++)
        first += (size_t)entity->fact_count + 1;
    return first + (use->fact == NULL ? use->entity->fact_count : (size_t)(use->fact - use->entity->facts));
}

uint32_t outline_number(const struct outline *outline, const struct fact_use *use)
{
    return outline->numbers == NULL ? 0 : outline->numbers[outline_fact_index(&outline->report->rules->vocabulary, use)];
}

static bool number_questions(struct outline *outline, const struct exd_write_options *options)
{
    const struct exd_report *report = outline->report;
    const struct vocabulary *vocabulary = &report->rules->vocabulary;
    outline->numbers = arena_array(&outline->arena, outline_fact_total(vocabulary), sizeof *outline->numbers);
    for (uint32_t i = 0; outline->numbers != NULL && i < report->question_count; i++) {
        uint32_t *number = &outline->numbers[outline_fact_index(vocabulary, &report->questions[i].about)];
        if (*number == 0 && outline_asks(options, report, &report->questions[i]))
            *number = ++outline->asked;
    }
    return outline->numbers != NULL;
}

bool outline_init(struct outline *outline, const struct exd_report *report, const struct exd_write_options *options)
{
    *outline = (struct outline){.report = report};
    arena_init(&outline->arena, report->memory);
    outline->groups = arena_array(&outline->arena, report->finding_count, sizeof *outline->groups);
    uint32_t *group_of_finding = arena_array(&outline->arena, report->finding_count, sizeof *group_of_finding);
    return outline->groups != NULL && group_of_finding != NULL && group_findings(outline, options, group_of_finding) &&
           number_questions(outline, options);
}

void outline_free(struct outline *outline)
{
    arena_free(&outline->arena);
}

bool outline_is_displaced(const struct finding *finding)
{
    return finding->standing == EXD_STANDING_DISPLACED;
}

void outline_write_scalar(const struct exd_report *report, const struct fact *fact, union scalar scalar, struct buffer *buffer)
{
    struct value value = {.kind = (uint8_t)fact->type.kind, .known = true, .count = 1, .as.one = scalar};
    record_value_write(report->record, fact, value, buffer);
}

bool outline_uses_init(struct outline_uses *uses, struct arena *arena, size_t capacity)
{
    *uses = (struct outline_uses){.items = arena_array(arena, capacity, sizeof(const struct fact_use *)), .capacity = (uint32_t)capacity};
    return uses->items != NULL;
}

void outline_uses_add(struct outline_uses *uses, const struct fact_list *facts, bool presumed_only)
{
    for (uint32_t i = 0; i < facts->count && uses->count < uses->capacity; i++)
        if (!presumed_only || facts->items[i].presumed)
            uses->items[uses->count++] = &facts->items[i];
}

/* Entities, and the facts of one, lie in arrays in the order of the vocabulary; a list as such comes before its facts. */
static int compare_uses(const void *left, const void *right)
{
    const struct fact_use *a = *(const struct fact_use *const *)left;
    const struct fact_use *b = *(const struct fact_use *const *)right;
    if (a->entity != b->entity)
        return a->entity < b->entity ? -1 : 1;
    if (a->fact != b->fact)
        return a->fact == NULL || (b->fact != NULL && a->fact < b->fact) ? -1 : 1;
    if (a->item != b->item)
        return a->item < b->item ? -1 : 1;
    return text_compare(a->path, b->path);
}

void outline_uses_finish(struct outline_uses *uses)
{
    uint32_t kept = 0;
    sort(uses->items, uses->count, sizeof *uses->items, compare_uses);
    for (uint32_t i = 0; i < uses->count; i++)
        if (kept == 0 || compare_uses(&uses->items[kept - 1], &uses->items[i]) != 0)
            uses->items[kept++] = uses->items[i];
    uses->count = kept;
}

uint32_t outline_uses_run(const struct outline_uses *uses, uint32_t from)
{
    const struct fact_use *first = uses->items[from];
    uint32_t count = 1;
    while (from + count < uses->count && uses->items[from + count]->fact == first->fact &&
           uses->items[from + count]->entity == first->entity)
        count++;
    return count;
}

const struct item_list *outline_list(const struct exd_report *report, const struct fact_use *use)
{
    return &report->record->lists[use->entity - report->rules->vocabulary.entities];
}

const struct cell *outline_cell(const struct exd_report *report, const struct fact_use *use)
{
    if (use->fact == NULL || use->item == NO_ITEM)
        return NULL;
    uint32_t entity = (uint32_t)(use->entity - report->rules->vocabulary.entities);
    return record_cell(report->record, entity, use->item, (uint32_t)(use->fact - use->entity->facts));
}

struct value outline_request_value(const struct exd_report *report, const char *fact)
{
    const struct vocabulary *vocabulary = &report->rules->vocabulary;
    uint32_t index = vocabulary_fact(&vocabulary->entities[vocabulary->request], names_find(vocabulary->names, text_of(fact)));
    const struct cell *cell = record_cell(report->record, vocabulary->request, 0, index);
    return cell->status == CELL_KNOWN ? cell->value : (struct value){.known = false};
}

struct text outline_question(const struct fact_use *use)
{
    if (use->fact != NULL)
        return use->fact->question;
    return use->entity != NULL ? use->entity->question : TEXT("");
}

struct text outline_answered_by(const struct fact_use *use)
{
    if (use->fact == NULL)
        return TEXT("");
    return use->evaluation && use->fact->test_by.length > 0 ? use->fact->test_by : use->fact->held_by;
}

const char *outline_truth_word(enum truth truth)
{
    static const char *const words[] = {[TRUTH_FALSE] = "false", [TRUTH_UNKNOWN] = "unknown", [TRUTH_TRUE] = "true"};
    return words[truth];
}

const char *outline_engaged_word(enum truth truth)
{
    return truth == TRUTH_TRUE ? "yes" : truth == TRUTH_FALSE ? "no" : "open";
}

const char *outline_applicability_word(enum truth truth)
{
    static const char *const words[] = {[TRUTH_FALSE] = "does-not-apply", [TRUTH_UNKNOWN] = "open", [TRUTH_TRUE] = "applies"};
    return words[truth];
}

const char *outline_limb_word(enum limb_kind kind)
{
    static const char *const words[] = {
        [LIMB_TEST] = "test",   [LIMB_ALL] = "all", [LIMB_ANY] = "any",   [LIMB_NOT] = "not",       [LIMB_SOME] = "some",
        [LIMB_EVERY] = "every", [LIMB_NO] = "no",   [LIMB_ITEM] = "item", [LIMB_UNLESS] = "unless", [LIMB_DEFINITION] = "definition",
        [LIMB_PART] = "part",
    };
    return words[kind];
}

const char *outline_weighs_word(enum rule_weighs weighs)
{
    static const char *const words[] = {[WEIGHS_NOT] = "", [WEIGHS_FOR_REFUSAL] = "for-refusal", [WEIGHS_FOR_SURRENDER] = "for-surrender"};
    return words[weighs];
}
