/* The facts to verify are enough, and none is idle: for each record named, a check of the record with every other fact written out as unknown
 * gives the same governing findings; and with one of the facts unknown too, it does not. Writes TAP. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/verify.h"
#include "rules/ruleset.h"

static exd_rules *load(const char *folder)
{
    exd_rules *rules = NULL;
    exd_loader *loader = exd_loader_new();
    if (!loader || exd_loader_add_directory(loader, folder, NULL) != EXD_OK || exd_loader_finish(loader, &rules, NULL) != EXD_OK)
        exit(2);
    exd_loader_free(loader);
    return rules;
}

static bool is_listed(const exd_checklist *checklist, const struct entity *entity, uint32_t item, const struct fact *fact)
{
    for (uint32_t i = 0; i < checklist->count; i++) {
        const struct fact_use *use = &checklist->entries[i].use;
        if (use->entity == entity && use->fact == fact && (fact == NULL || use->item == item))
            return true;
    }
    return false;
}

/* Only a test may write into a record: one of its own, read for the purpose. */
static void forget_all_but(struct exd_record *record, const exd_checklist *checklist)
{
    const struct vocabulary *vocabulary = record->vocabulary;
    for (uint32_t i = 0; i < vocabulary->entity_count; i++) {
        const struct entity *entity = &vocabulary->entities[i];
        struct item_list *list = &record->lists[i];
        if (!entity->single && !is_listed(checklist, entity, 0, NULL))
            list->complete = false;
        for (uint32_t item = 0; item < list->count; item++)
            for (uint32_t j = 0; j < entity->fact_count; j++) {
                struct cell *cell = &list->items[item].cells[j];
                if ((cell->status == CELL_KNOWN || cell->status == CELL_DISPUTED) && !is_listed(checklist, entity, item, &entity->facts[j]))
                    cell->status = CELL_ASKED;
            }
    }
}

static void forget(struct exd_record *record, const struct fact_use *use, enum cell_status *before)
{
    const struct vocabulary *vocabulary = record->vocabulary;
    struct item_list *list = &record->lists[use->entity - vocabulary->entities];
    if (use->fact == NULL) {
        list->complete = false;
        return;
    }
    struct cell *cell = &list->items[use->item].cells[use->fact - use->entity->facts];
    *before = cell->status;
    cell->status = CELL_ASKED;
}

static void remember(struct exd_record *record, const struct fact_use *use, enum cell_status before)
{
    struct item_list *list = &record->lists[use->entity - record->vocabulary->entities];
    if (use->fact == NULL)
        list->complete = true;
    else
        list->items[use->item].cells[use->fact - use->entity->facts].status = before;
}

static const struct finding *find(const exd_report *report, const struct finding *like)
{
    for (uint32_t i = 0; i < report->finding_count; i++)
        if (report->findings[i].rule == like->rule && report->findings[i].subject == like->subject)
            return &report->findings[i];
    return NULL;
}

static bool same_instruments(const exd_report *whole, const exd_report *part)
{
    for (uint32_t i = 0; i < whole->instrument_count; i++) {
        bool found = whole->instruments[i].result == TRUTH_UNKNOWN;
        for (uint32_t j = 0; j < part->instrument_count; j++)
            found |= part->instruments[j].instrument == whole->instruments[i].instrument &&
                     part->instruments[j].result == whole->instruments[i].result;
        if (!found)
            return false;
    }
    return true;
}

/* Where no governing finding is settled, nothing has to stay as it is. */
static bool same_governing(const exd_report *whole, const exd_report *part)
{
    bool settled = false;
    for (uint32_t i = 0; i < whole->finding_count; i++) {
        const struct finding *finding = &whole->findings[i];
        if (finding->standing != EXD_STANDING_GOVERNS || finding->result == EXD_RESULT_OPEN || finding->result == EXD_RESULT_DISPUTED)
            continue;
        settled = true;
        const struct finding *now = find(part, finding);
        if (!now || now->result != finding->result || now->standing != finding->standing)
            return false;
    }
    return !settled || same_instruments(whole, part);
}

struct tally {
    size_t facts;
    size_t records;
    size_t not_smallest;
};

static bool try_record(exd_rules *rules, exd_record_file *file, size_t index, struct tally *tally)
{
    exd_record *record = NULL, *reduced = NULL;
    exd_report *whole = NULL, *part = NULL;
    exd_checklist *checklist = NULL;
    bool good = exd_record_file_get(file, index, &record, NULL) == EXD_OK && exd_record_file_get(file, index, &reduced, NULL) == EXD_OK &&
                exd_check(rules, record, NULL, &whole, NULL) == EXD_OK &&
                exd_report_checklist(whole, EXD_EVERY_FINDING, &checklist) == EXD_OK;
    if (good) {
        forget_all_but(reduced, checklist);
        good = exd_check(rules, reduced, NULL, &part, NULL) == EXD_OK && same_governing(whole, part);
        tally->facts += checklist->count;
        tally->records++;
        tally->not_smallest += !checklist->smallest;
    }
    for (uint32_t i = 0; good && i < checklist->count; i++) {
        enum cell_status before = CELL_ABSENT;
        const struct fact_use *use = &checklist->entries[i].use;
        forget(reduced, use, &before);
        good = exd_recheck(part, reduced, NULL, NULL) == EXD_OK && !same_governing(whole, part);
        if (!good)
            printf("# idle: %s\n", use->path.data);
        remember(reduced, use, before);
    }
    exd_checklist_free(checklist);
    exd_report_unref(whole);
    exd_report_unref(part);
    exd_record_unref(record);
    exd_record_unref(reduced);
    return good;
}

int main(int argument_count, char **arguments)
{
    if (argument_count < 3)
        return 2;
    exd_rules *rules = load(arguments[1]);
    struct tally tally = {0};
    printf("1..%d\n", argument_count - 2);
    for (int i = 2; i < argument_count; i++) {
        exd_record_file *file = NULL;
        bool good = exd_record_file_open(rules, arguments[i], &file, NULL) == EXD_OK;
        for (size_t j = 0; good && j < exd_record_file_count(file); j++)
            good = try_record(rules, file, j, &tally);
        exd_record_file_free(file);
        const char *base = strrchr(arguments[i], '/');
        printf("%sok %d - %s\n", good ? "" : "not ", i - 1, base ? base + 1 : arguments[i]);
    }
    printf("# %zu records rest on %zu facts; of %zu the set may not be the smallest\n", tally.records, tally.facts, tally.not_smallest);
    exd_rules_unref(rules);
    return 0;
}
