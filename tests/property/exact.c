/* `open` is exact: random conditions on random records, against a reference that tries every completion of what is unknown, one after
 * another. Never a certain answer where completions differ; never an open one where they agree. Disputes: against every mixture. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "world.h"

enum { RULES = 25, RECORDS = 12, NODES = 40, COMPLETIONS_MAX = 3000 };

/* ---- facts ------------------------------------------------------------------------------------------------------------ */

enum kind { BOOLEAN, INTEGER, DATE, COLOUR, COLOURS };

/* The scalar facts of the small world. Values are small numbers; each kind has room on both sides of every constant for two facts that are
 * compared with one another. */
static const struct {
    const char *name;
    enum kind kind;
} facts[] = {{"a", BOOLEAN}, {"b", BOOLEAN}, {"c", BOOLEAN}, {"m", INTEGER}, {"n", INTEGER}, {"d", DATE},
             {"e", DATE},    {"x", COLOUR},  {"y", COLOUR},  {"s", COLOURS}, {"t", COLOURS}};
enum { FACTS = sizeof facts / sizeof facts[0] };

static const char *const colours[] = {"red", "green", "blue"};
static const int values_of[] = {[BOOLEAN] = 2, [INTEGER] = 9, [DATE] = 19, [COLOUR] = 3, [COLOURS] = 8};
/* Integers: 0…8 with the constants 3, 4, 5. Dates: 1 January … 18 January with the constants 8, 9, 10 January; the last stands
 * for never. */
enum { CONSTANTS = 3, FIRST_CONSTANT = 3, FIRST_DATE = 7, SHIFT = 3, NEVER = 18 };

/* Items of a list: four kinds, by their two facts; a set of kinds is all that a condition can tell apart. */
struct world {
    int value[FACTS];
    unsigned items; /* bit 2a + b: an item of this kind is there */
};

/* ---- conditions ------------------------------------------------------------------------------------------------------- */

enum op { ALL, ANY, NOT, UNLESS, SOME, EVERY, NO, LEAF_TRUE, LEAF_CONSTANT, LEAF_FACTS, LEAF_SHIFTED, LEAF_LITERAL, LEAF_ITEM };
enum comparison { EQ, NE, LT, LE, GT, GE, IN, NOT_IN, OVERLAPS, WITHIN };
static const char *const comparison_words[] = {"==", "!=", "<", "<=", ">", ">=", "in", "not in", "overlaps", "within"};

struct condition {
    enum op op;
    enum comparison comparison;
    int fact;
    int other;   /* a fact, a constant, a set as bits */
    int binding; /* SOME…: the number of the bound name; LEAF_ITEM: which one, and `fact` 0 or 1 */
    struct condition *child[3];
    int children;
};

static struct condition pool[RULES * 3 * NODES];
static int used;

static struct condition *make(enum op op)
{
    struct condition *made = &pool[used++];
    *made = (struct condition){.op = op};
    return made;
}

static int fact_of_kind(struct chance *chance, enum kind kind)
{
    for (;;) {
        int fact = (int)chance_below(chance, FACTS);
        if (facts[fact].kind == kind)
            return fact;
    }
}

static struct condition *random_leaf(struct chance *chance, int bindings)
{
    if (bindings && chance_of(chance, 70)) {
        struct condition *leaf = make(LEAF_ITEM);
        leaf->binding = (int)chance_below(chance, (uint32_t)bindings);
        leaf->fact = (int)chance_below(chance, 2);
        return leaf;
    }
    int fact = (int)chance_below(chance, FACTS);
    enum kind kind = facts[fact].kind;
    bool literal = chance_of(chance, 60);
    struct condition *leaf = make(kind == BOOLEAN ? LEAF_TRUE : literal ? LEAF_CONSTANT : LEAF_FACTS);
    leaf->fact = fact;
    switch (kind) {
    case BOOLEAN:
        break;
    case INTEGER:
    case DATE:
        leaf->comparison = (enum comparison)chance_below(chance, GE + 1);
        leaf->other = literal ? FIRST_CONSTANT + (int)chance_below(chance, CONSTANTS) : fact_of_kind(chance, kind);
        if (kind == DATE && !literal && leaf->other != fact && chance_of(chance, 50))
            leaf->op = LEAF_SHIFTED;
        break;
    case COLOUR:
        leaf->comparison = chance_of(chance, 50) ? EQ : NE;
        leaf->other = literal ? (int)chance_below(chance, 3) : fact_of_kind(chance, COLOUR);
        if (chance_of(chance, 40)) {
            leaf->comparison = chance_of(chance, 50) ? IN : NOT_IN;
            leaf->op = literal ? LEAF_LITERAL : LEAF_FACTS;
            leaf->other = literal ? (int)chance_below(chance, 8) : fact_of_kind(chance, COLOURS);
        }
        break;
    case COLOURS: {
        static const enum comparison sets[] = {OVERLAPS, WITHIN, EQ, NE};
        leaf->comparison = sets[chance_below(chance, 4)];
        leaf->op = literal ? LEAF_LITERAL : LEAF_FACTS;
        leaf->other = literal ? (int)chance_below(chance, 8) : fact_of_kind(chance, COLOURS);
        break;
    }
    }
    return leaf;
}

static struct condition *random_condition(struct chance *chance, int depth, int bindings)
{
    if (depth == 0 || chance_of(chance, 15))
        return random_leaf(chance, bindings);
    static const enum op ops[] = {ALL, ALL, ANY, ANY, NOT, UNLESS, SOME, EVERY, NO};
    enum op op = ops[chance_below(chance, bindings < 2 ? 9 : 6)];
    struct condition *made = make(op);
    made->children = op == ALL || op == ANY ? 2 + (int)chance_below(chance, 2) : op == UNLESS ? 2 : 1;
    made->binding = bindings;
    bool binds = op == SOME || op == EVERY || op == NO;
    for (int i = 0; i < made->children; i++)
        made->child[i] = random_condition(chance, depth - 1, bindings + binds);
    return made;
}

static void write_colours(struct page *page, unsigned bits, const char *brackets)
{
    const char *separator = "";
    page_add(page, "%c", brackets[0]);
    for (unsigned i = 0; i < 3; i++) {
        if (bits & (1U << i)) {
            page_add(page, "%s%s", separator, colours[i]);
            separator = ", ";
        }
    }
    page_add(page, "%c", brackets[1]);
}

static void write_leaf(struct page *page, const struct condition *leaf)
{
    if (leaf->op == LEAF_ITEM) {
        page_add(page, "'p%d.%s'", leaf->binding, leaf->fact ? "b" : "a");
        return;
    }
    page_add(page, "'request.%s", facts[leaf->fact].name);
    if (leaf->op == LEAF_SHIFTED)
        page_add(page, " + %d days", SHIFT);
    if (leaf->op != LEAF_TRUE)
        page_add(page, " %s ", comparison_words[leaf->comparison]);
    if (leaf->op == LEAF_FACTS || leaf->op == LEAF_SHIFTED)
        page_add(page, "request.%s", facts[leaf->other].name);
    else if (leaf->op == LEAF_LITERAL)
        write_colours(page, (unsigned)leaf->other, "{}");
    else if (leaf->op == LEAF_CONSTANT && facts[leaf->fact].kind == COLOUR)
        page_add(page, "%s", colours[leaf->other]);
    else if (leaf->op == LEAF_CONSTANT)
        page_add(page, facts[leaf->fact].kind == DATE ? "day_%d" : "%d", leaf->other);
    page_add(page, "'");
}

static void write_condition(struct page *page, const struct condition *condition)
{
    static const char *const words[] = {[ALL] = "all", [ANY] = "any", [NOT] = "not", [SOME] = "some", [EVERY] = "every", [NO] = "no"};
    switch (condition->op) {
    case ALL:
    case ANY:
        page_add(page, "{%s: [", words[condition->op]);
        for (int i = 0; i < condition->children; i++) {
            page_add(page, "%s", i ? ", " : "");
            write_condition(page, condition->child[i]);
        }
        page_add(page, "]}");
        break;
    case NOT:
        page_add(page, "{not: ");
        write_condition(page, condition->child[0]);
        page_add(page, "}");
        break;
    case UNLESS:
        page_add(page, "{all: [");
        write_condition(page, condition->child[0]);
        page_add(page, "], unless: ");
        write_condition(page, condition->child[1]);
        page_add(page, "}");
        break;
    case SOME:
    case EVERY:
    case NO:
        page_add(page, "{%s: proceeding as p%d, where: ", words[condition->op], condition->binding);
        write_condition(page, condition->child[0]);
        page_add(page, "}");
        break;
    case LEAF_TRUE:
    case LEAF_CONSTANT:
    case LEAF_FACTS:
    case LEAF_SHIFTED:
    case LEAF_LITERAL:
    case LEAF_ITEM:
        write_leaf(page, condition);
        break;
    }
}

/* ---- the reference: two values, everything known ---------------------------------------------------------------------- */

static bool compare(enum comparison comparison, int a, int b)
{
    switch (comparison) {
    case EQ:
        return a == b;
    case NE:
        return a != b;
    case LT:
        return a < b;
    case LE:
        return a <= b;
    case GT:
        return a > b;
    case GE:
        return a >= b;
    case IN:
        return (b >> a) & 1;
    case NOT_IN:
        return !((b >> a) & 1);
    case OVERLAPS:
        return (a & b) != 0;
    case WITHIN:
        return (a & ~b) == 0;
    }
    return false;
}

static bool holds(const struct condition *condition, const struct world *world, int bound[3])
{
    bool found = false;
    switch (condition->op) {
    case ALL:
        for (int i = 0; i < condition->children; i++)
            if (!holds(condition->child[i], world, bound))
                return false;
        return true;
    case ANY:
        for (int i = 0; i < condition->children; i++)
            if (holds(condition->child[i], world, bound))
                return true;
        return false;
    case NOT:
        return !holds(condition->child[0], world, bound);
    case UNLESS:
        return holds(condition->child[0], world, bound) && !holds(condition->child[1], world, bound);
    case SOME:
    case EVERY:
    case NO:
        for (int item = 0; item < 4; item++) {
            if (!(world->items & (1U << item)))
                continue;
            bound[condition->binding] = item;
            found |= holds(condition->child[0], world, bound) == (condition->op != EVERY);
        }
        return condition->op == SOME ? found : !found;
    case LEAF_TRUE:
        return world->value[condition->fact];
    case LEAF_CONSTANT:
        return compare(condition->comparison, world->value[condition->fact],
                       condition->other + (facts[condition->fact].kind == DATE ? FIRST_DATE - FIRST_CONSTANT : 0));
    case LEAF_LITERAL:
        return compare(condition->comparison, world->value[condition->fact], condition->other);
    case LEAF_FACTS:
        return compare(condition->comparison, world->value[condition->fact], world->value[condition->other]);
    case LEAF_SHIFTED: {
        int from = world->value[condition->fact];
        return compare(condition->comparison, from == NEVER ? NEVER * 2 : from + SHIFT,
                       world->value[condition->other] == NEVER ? NEVER * 2 : world->value[condition->other]);
    }
    case LEAF_ITEM:
        return (bound[condition->binding] >> (1 - condition->fact)) & 1;
    }
    return false;
}

struct rule_shape {
    bool requirement;
    struct condition *given, *when, *unless;
};

static bool rule_holds(const struct rule_shape *rule, const struct world *world)
{
    int bound[3] = {0};
    bool engaged = (!rule->given || holds(rule->given, world, bound)) && !(rule->unless && holds(rule->unless, world, bound));
    bool when = holds(rule->when, world, bound);
    return rule->requirement ? !engaged || when : engaged && when;
}

/* ---- records ---------------------------------------------------------------------------------------------------------- */

enum state { KNOWN, UNKNOWN, PARTIAL, DISPUTED };

struct story {
    enum state state[FACTS];
    int low[FACTS];  /* KNOWN: the value. PARTIAL: first day; members known. DISPUTED: one party's version */
    int high[FACTS]; /* PARTIAL: last day. DISPUTED: the other's */
    unsigned items;  /* those that the record has */
    unsigned twins;  /* and twice */
    bool incomplete; /* there may be more */
    bool absent;
};

static int completions_of(const struct story *story, int fact)
{
    if (story->state[fact] == KNOWN || story->state[fact] == DISPUTED)
        return 1;
    if (story->state[fact] == UNKNOWN)
        return values_of[facts[fact].kind];
    return facts[fact].kind == DATE ? story->high[fact] - story->low[fact] + 1 : 8;
}

/* Numbers and days that a record states leave room on either side, as real ones do: the small world is not to be an end of the world. */
static int random_value(struct chance *chance, enum kind kind)
{
    if (kind == DATE)
        return chance_of(chance, 10) ? NEVER : FIRST_DATE - 1 + (int)chance_below(chance, 5);
    int edge = kind == INTEGER ? 1 : 0;
    return edge + (int)chance_below(chance, (uint32_t)(values_of[kind] - 2 * edge));
}

static struct story random_story(struct chance *chance, bool disputes)
{
    struct story story = {0};
    int total = 1;
    for (int i = 0; i < FACTS; i++) {
        story.state[i] = KNOWN;
        story.low[i] = random_value(chance, facts[i].kind);
    }
    story.items = chance_below(chance, 16);
    story.twins = chance_below(chance, 16) & story.items;
    if (chance_of(chance, 40)) {
        story.incomplete = true;
        story.absent = story.items == 0 && chance_of(chance, 50);
        total = 16;
    }
    for (int tries = 0; tries < 8; tries++) {
        int fact = (int)chance_below(chance, FACTS);
        struct story next = story;
        bool partial = (facts[fact].kind == DATE || facts[fact].kind == COLOURS) && chance_of(chance, 30);
        next.state[fact] = partial ? PARTIAL : disputes && chance_of(chance, 50) ? DISPUTED : UNKNOWN;
        if (partial && facts[fact].kind == DATE) {
            next.low[fact] = FIRST_DATE - 2 + (int)chance_below(chance, 5);
            next.high[fact] = next.low[fact] + 1 + (int)chance_below(chance, 2);
        }
        if (next.state[fact] == DISPUTED) {
            next.high[fact] = random_value(chance, facts[fact].kind);
            if (story.state[fact] != KNOWN)
                continue;
        }
        if (story.state[fact] == KNOWN && total * completions_of(&next, fact) <= COMPLETIONS_MAX) {
            total *= completions_of(&next, fact);
            story = next;
        }
    }
    return story;
}

static void write_value(struct page *page, enum kind kind, int value)
{
    switch (kind) {
    case BOOLEAN:
        page_add(page, "%s", value ? "true" : "false");
        break;
    case INTEGER:
        page_add(page, "%d", value);
        break;
    case DATE:
        if (value == NEVER)
            page_add(page, "never");
        else
            page_add(page, "2020-01-%02d", 1 + value);
        break;
    case COLOUR:
        page_add(page, "%s", colours[value]);
        break;
    case COLOURS:
        write_colours(page, (unsigned)value, "[]");
        break;
    }
}

static void write_story(struct page *page, const struct story *story)
{
    page_clear(page);
    page_add(page, "format: extradition-record/1\nid: r\nas_of: 2020-02-01\nrequest:\n  requesting_state: AA\n  requested_state: BB\n");
    for (int i = 0; i < FACTS; i++) {
        enum kind kind = facts[i].kind;
        if (story->state[i] == UNKNOWN)
            continue;
        page_add(page, "  %s: ", facts[i].name);
        if (story->state[i] == DISPUTED) {
            page_add(page, "{disputed: {one: ");
            write_value(page, kind, story->low[i]);
            page_add(page, ", two: ");
            write_value(page, kind, story->high[i]);
            page_add(page, "}}");
        } else if (story->state[i] == PARTIAL && kind == COLOURS) {
            page_add(page, "{value: ");
            write_value(page, kind, story->low[i]);
            page_add(page, ", complete: false}");
        } else {
            write_value(page, kind, story->low[i]);
            if (story->state[i] == PARTIAL) {
                page_add(page, "..");
                write_value(page, kind, story->high[i]);
            }
        }
        page_add(page, "\n");
    }
    if (story->absent)
        return;
    page_add(page, "proceedings:%s", story->incomplete ? " {complete: false, items: [" : " [");
    const char *separator = "";
    for (unsigned i = 0; i < 8; i++) {
        if (!((i < 4 ? story->items : story->twins) & (1U << (i % 4))))
            continue;
        page_add(page, "%s{id: i%u, a: %s, b: %s}", separator, i, i & 2 ? "true" : "false", i & 1 ? "true" : "false");
        separator = ", ";
    }
    page_add(page, "]%s\n", story->incomplete ? "}" : "");
}

/* ---- every completion ------------------------------------------------------------------------------------------------- */

static bool fits(const struct story *story, int fact, int value)
{
    switch (story->state[fact]) {
    case KNOWN:
        return value == story->low[fact];
    case PARTIAL:
        if (facts[fact].kind == COLOURS)
            return (story->low[fact] & ~value) == 0;
        return value >= story->low[fact] && value <= story->high[fact];
    case UNKNOWN:
    case DISPUTED:
        break;
    }
    return true;
}

static void complete(const struct story *story, const struct rule_shape *rule, struct world *world, int fact, bool seen[2])
{
    if (seen[0] && seen[1])
        return;
    if (fact == FACTS) {
        for (unsigned more = 0; more < 16; more++) {
            if (more && !story->incomplete)
                break;
            world->items = story->items | more;
            seen[rule_holds(rule, world)] = true;
        }
        return;
    }
    for (int value = 0; value < values_of[facts[fact].kind]; value++) {
        if (!fits(story, fact, value))
            continue;
        world->value[fact] = value;
        complete(story, rule, world, fact + 1, seen);
    }
}

/* 0 false, 1 open, 2 true */
static int exact(const struct story *story, const struct rule_shape *rule)
{
    struct world world;
    bool seen[2] = {false, false};
    complete(story, rule, &world, 0, seen);
    return seen[0] && seen[1] ? 1 : seen[1] ? 2 : 0;
}

static void mix(const struct story *story, const struct rule_shape *rule, int fact, bool seen[3])
{
    while (fact < FACTS && story->state[fact] != DISPUTED)
        fact++;
    if (fact == FACTS) {
        seen[exact(story, rule)] = true;
        return;
    }
    for (int version = 0; version < 2; version++) {
        struct story one = *story;
        one.state[fact] = KNOWN;
        one.low[fact] = version ? story->high[fact] : story->low[fact];
        mix(&one, rule, fact + 1, seen);
    }
}

/* ---- the comparison --------------------------------------------------------------------------------------------------- */

static exd_result result_word(const struct rule_shape *rule, int truth)
{
    if (truth == 1)
        return EXD_RESULT_OPEN;
    if (rule->requirement)
        return truth ? EXD_RESULT_MET : EXD_RESULT_NOT_MET;
    return truth ? EXD_RESULT_APPLIES : EXD_RESULT_DOES_NOT_APPLY;
}

/* Every completion of everything; then, where parties differ, every mixture of their versions. */
static exd_result expected(const struct story *story, const struct rule_shape *rule)
{
    bool seen[3] = {false, false, false};
    int truth = exact(story, rule);
    if (truth != 1)
        return result_word(rule, truth);
    mix(story, rule, 0, seen);
    if (seen[0] && seen[2])
        return EXD_RESULT_DISPUTED;
    return result_word(rule, seen[1] ? 1 : seen[2] ? 2 : 0);
}

static void write_rule(struct page *page, const struct rule_shape *rule, int number)
{
    page_add(page, "  - id: r-%d\n    cite: Art. %d\n    title: t\n    ground: one\n    effect: %s\n", number, number,
             rule->requirement ? "requires" : "may-refuse");
    const struct condition *parts[] = {rule->given, rule->when, rule->unless};
    static const char *const words[] = {"given", "when", "unless"};
    for (int i = 0; i < 3; i++) {
        if (!parts[i])
            continue;
        page_add(page, "    %s: ", words[i]);
        write_condition(page, parts[i]);
        page_add(page, "\n");
    }
}

static void write_head(struct page *page)
{
    page_clear(page);
    page_add(page,
             "format: extradition-rulebook/1\n"
             "instrument: {id: law, title: L, short: L, kind: statute, citation: c, sources: [s], parties: {BB: {}}, text-seen: full, "
             "checked-on: 2020-01-01}\n"
             "dates:\n");
    for (int i = 0; i < CONSTANTS; i++)
        page_add(page, "  - {id: day_%d, date: 2020-01-%02d, cite: c}\n", FIRST_CONSTANT + i, 1 + FIRST_DATE + i);
    page_add(page, "rules:\n");
}

static struct rule_shape random_rule(struct chance *chance)
{
    struct rule_shape rule = {.requirement = chance_of(chance, 30), .when = random_condition(chance, 3, 0)};
    if (chance_of(chance, 30)) {
        rule.given = random_condition(chance, 1, 0);
        rule.unless = random_condition(chance, 1, 0);
    }
    return rule;
}

/* Chance writes rules that can never apply, which the library refuses to load: those are thrown away. */
static exd_rules *random_rules(struct chance *chance, struct page *page, struct rule_shape rules[RULES])
{
    used = 0;
    for (int i = 0; i < RULES;) {
        int before = used;
        rules[i] = random_rule(chance);
        write_head(page);
        write_rule(page, &rules[i], 1);
        exd_rules *alone = world_try_rules(page->bytes);
        if (alone)
            i++;
        else
            used = before;
        exd_rules_unref(alone);
    }
    write_head(page);
    for (int i = 0; i < RULES; i++)
        write_rule(page, &rules[i], i + 1);
    return world_rules(page->bytes);
}

/* Where `open` need not be exact: a quantifier inside another. */
static bool is_beyond(const struct condition *condition, int quantifiers)
{
    bool quantifier = condition->op == SOME || condition->op == EVERY || condition->op == NO;
    if (quantifier && quantifiers)
        return true;
    for (int i = 0; i < condition->children; i++)
        if (is_beyond(condition->child[i], quantifiers + quantifier))
            return true;
    return false;
}

static bool rule_is_beyond(const struct rule_shape *rule)
{
    return is_beyond(rule->when, 0) || (rule->given && is_beyond(rule->given, 0)) || (rule->unless && is_beyond(rule->unless, 0));
}

struct tally {
    unsigned long findings, certain, open, disputed, false_certainty, needless_open, other;
    unsigned long beyond; /* of the open ones: needless, but not promised to be exact */
};

static void count(struct tally *tally, const struct rule_shape *rule, int number, exd_result want, exd_result got, const char *record)
{
    tally->findings++;
    tally->open += want == EXD_RESULT_OPEN;
    tally->disputed += want == EXD_RESULT_DISPUTED;
    tally->certain += want != EXD_RESULT_OPEN && want != EXD_RESULT_DISPUTED;
    if (want == got)
        return;
    bool needless = got == EXD_RESULT_OPEN;
    if (needless && rule_is_beyond(rule)) {
        tally->beyond++;
        return;
    }
    tally->needless_open += needless;
    tally->false_certainty += !needless && (want == EXD_RESULT_OPEN || want == EXD_RESULT_DISPUTED);
    tally->other += !needless && want != EXD_RESULT_OPEN && want != EXD_RESULT_DISPUTED;
    if (tally->needless_open + tally->false_certainty + tally->other > 3)
        return;
    struct page page = {0};
    write_rule(&page, rule, number);
    printf("# wanted %s, got %s\n# ---- rule\n%s# ---- record\n%s\n", exd_result_name(want), exd_result_name(got), page.bytes, record);
    page_free(&page);
}

static void run(uint64_t seed, bool disputes, struct tally *tally)
{
    struct chance chance = {seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
    struct rule_shape shapes[RULES];
    struct page page = {0};
    exd_rules *rules = random_rules(&chance, &page, shapes);
    for (int i = 0; i < RECORDS; i++) {
        struct story story = random_story(&chance, disputes);
        write_story(&page, &story);
        exd_record *record = world_record(rules, page.bytes);
        exd_report *report = world_check(rules, record, false);
        if (exd_report_finding_count(report) != RULES)
            tally->other++;
        for (int j = 0; j < RULES && (size_t)j < exd_report_finding_count(report); j++)
            count(tally, &shapes[j], j + 1, expected(&story, &shapes[j]), exd_report_finding_result(report, (size_t)j), page.bytes);
        exd_report_unref(report);
        exd_record_unref(record);
    }
    exd_rules_unref(rules);
    page_free(&page);
}

int main(int argument_count, char **arguments)
{
    unsigned long rounds = argument_count > 1 ? strtoul(arguments[1], NULL, 10) : 60;
    printf("1..2\n");
    for (int disputes = 0; disputes < 2; disputes++) {
        struct tally tally = {0};
        for (unsigned long seed = 1; seed <= rounds; seed++)
            run(seed, disputes, &tally);
        bool good = tally.false_certainty + tally.needless_open + tally.other == 0;
        printf("# %lu findings: %lu certain, %lu open, %lu disputed; false certainty %lu, needless open %lu (and %lu not promised), "
               "otherwise wrong %lu\n",
               tally.findings, tally.certain, tally.open, tally.disputed, tally.false_certainty, tally.needless_open, tally.beyond,
               tally.other);
        printf("%sok %d - %s\n", good ? "" : "not ", disputes + 1,
               disputes ? "a dispute comes out as every mixture of the versions does" : "open exactly where completions differ");
    }
    return 0;
}
