/* The result of a check: findings with their proof, the grounds across instruments, and the questions. It lives in one arena that is
 * reset, not freed, when the report is used again. It refers to the rules and the record, which it keeps alive; the texts that depend on
 * both (paths, values) are written out here, so that a writer only walks. */
#ifndef EXTRADITION_CHECK_REPORT_H
#define EXTRADITION_CHECK_REPORT_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/messages.h"
#include "check/exactness.h"
#include "model/record.h"
#include "rules/ruleset.h"

/* A fact that a finding or a limb rests on, or that it lacks. */
struct fact_use {
    struct text path;        /* `offences.laundering-1.penalty.requesting`; `proceedings` for a list as such */
    const struct fact *fact; /* NULL: the list as such, or the existence of items in it */
    const struct entity *entity;
    uint32_t item;          /* index in its list; NO_ITEM for the list as such */
    struct value value;     /* not known: the fact is missing */
    struct text value_text; /* as a record would write it; `unknown` */
    struct text source;     /* provenance; empty when none was given */
    struct text note;
    uint32_t line; /* line in the record's file; 0 when the record is silent */
    bool presumed;
    bool disputed;
    bool asked;      /* written out as `unknown` */
    bool evaluation; /* missing: a legal test has to be made, rather than a fact found */
};

struct fact_list {
    struct fact_use *items;
    uint32_t count;
};

/* What a limb is, for those who show it. */
enum limb_kind {
    LIMB_TEST, /* a leaf: one expression */
    LIMB_ALL,
    LIMB_ANY,
    LIMB_NOT,
    LIMB_SOME,
    LIMB_EVERY,
    LIMB_NO,
    LIMB_ITEM,       /* one item of a quantifier's list */
    LIMB_UNLESS,     /* two children: the condition, and its exception */
    LIMB_DEFINITION, /* one child: what the definition means */
    LIMB_PART        /* `given`, `when` or `unless` of the rule itself; one child */
};

/* A reason that the checker has put in words itself: its label, in the words of a message. */
struct reason_words {
    enum message message; /* about {1} and {2}: */
    struct text state;    /* what the State is called in the rules; empty when the message names none */
    struct text day;
};

struct because {
    enum limb_kind kind;
    enum truth truth;
    bool decides;   /* the result rests on this limb; limbs that did not matter are shown too */
    uint32_t node;  /* the program's node; NO_ROOT for what has none */
    struct text id; /* the limb's own id, cite and label; empty when it has none */
    struct text cite;
    struct text label;
    struct text
        expression; /* LIMB_TEST: as written in the rulebook. LIMB_SOME…: the bound name. LIMB_ITEM: the item's id. LIMB_DEFINITION: its name. LIMB_PART: `given`, `when`, `unless` */
    const struct reason_words *words; /* what the label is made of, when the checker made it; NULL otherwise */
    struct text note;                 /* a reason in words, where the calendar or a built-in decides ("the two readings of …") */
    struct fact_list facts;           /* LIMB_TEST: the facts in the expression. LIMB_SOME…: the list as such */
    struct because *children;
    uint32_t child_count;
};

/* Who stands in a finding's way. */
struct displacement {
    enum truth truth; /* TRUE: displaced; UNKNOWN: whether it is, is open */
    const struct instrument *instrument;
    const struct rule *rule;
    struct text cite; /* the provision that gives precedence, when the rulebook names one */
    struct text why;  /* `prevails on this ground`, `takes its place`, `excludes it`, `displaces it` */
};

enum deadline_status {
    DEADLINE_NONE, /* the rule is no deadline */
    DEADLINE_KEPT,
    DEADLINE_MISSED,
    DEADLINE_RUNNING,
    DEADLINE_OPEN,
    DEADLINE_NOT_COMPUTABLE,
    DEADLINE_NOT_ENGAGED
};
const char *deadline_status_word(enum deadline_status status);

struct deadline_result {
    enum deadline_status status;
    bool has_start;
    struct date_span start;
    bool has_due;
    struct date_span due;
    bool has_done;
    struct date_span done;
    int32_t days_left; /* RUNNING: days from the as-of date to the first day that may be the last */
    struct fact_list facts;
    struct fact_list missing;
};

/* The result on each party's version of the disputed facts. */
struct version {
    struct text party;
    exd_result result;
};

struct finding {
    const struct instrument *instrument;
    const struct rule *rule;
    uint32_t subject; /* index of the offence; NO_ITEM: the whole request */
    struct text subject_id;
    exd_result result;
    exd_standing standing;
    enum truth engaged;
    enum inexact inexact;         /* of an open result: why it may be settled all the same */
    enum inexact engaged_inexact; /* likewise of `engaged` */
    enum inexact missing_inexact; /* why some of `missing` may make no difference */
    struct fact_list facts;
    struct fact_list missing;
    uint32_t presumed_count; /* how many of `facts` are presumed */
    struct displacement *displacements;
    uint32_t displacement_count;
    struct version *versions; /* when a disputed fact plays a part */
    uint32_t version_count;
    struct deadline_result deadline;
    struct because *because; /* the parts of the rule, one after another: `part_count` of them */
    uint32_t part_count;
};

struct instrument_result {
    const struct instrument *instrument;
    enum truth result;
    struct because because; /* LIMB_ALL of the reasons */
    struct fact_list missing;
};

/* One ground across instruments. */
struct ground_result {
    const struct ground *ground;
    uint32_t *findings; /* indices, governing ones first, otherwise in the order of the report */
    uint32_t count;
};

/* Answers to a question that do the same to every finding the question is for. */
struct answer {
    struct text phrase; /* the words below as a phrase (base/phrase.h), to be said in any language */
    struct text text;   /* in words: `yes`, `before 2015-03-02`, `contains US`, `none of these: …`, `any other` */
    struct text
        value; /* one such answer as a record would write it; empty for what no record can name (`any other`), and for a list as such */
    exd_result *results; /* what each of the question's findings would then be, in their order; OPEN: it stays open */
    uint32_t settles;    /* how many of those that are open now it would settle */
};

/* That an answer to another question makes this one idle: all it is for is settled then. */
struct idle {
    uint32_t question; /* index in the report */
    uint32_t answer;
};

struct question {
    struct fact_use about; /* what is missing */
    struct text text;      /* the question in plain words */
    uint32_t *findings;    /* what it could help to decide, in the order of the report */
    uint32_t count;
    uint32_t alone; /* how many of them lack nothing else: its answer may decide them by itself */
    /* The rest is there in a report that was analysed: */
    struct answer
        *answers; /* in the order of the values; none when they cannot be listed (a fact inside a calculation, a party to a treaty) */
    uint32_t answer_count;
    bool
        answers_partial; /* there may be further answers, which do something else; or the step budget ran out before their effects were known */
    uint32_t instruments;    /* of how many it is open for want of this fact whether they apply */
    bool bars;               /* some answer settles a governing finding that can stand in the way of surrender */
    uint32_t settles_always; /* findings that are settled whatever the answer */
    uint32_t settles_some;   /* findings that some answer settles */
    struct idle *idle;
    uint32_t idle_count;
};

/* What a party says of a disputed fact, as a record would write it. */
struct version_text {
    struct text party;
    struct text value;
};

/* A disputed fact, and what turns on it. Such a fact is not to be asked: it is to be found by the court. */
struct dispute {
    struct fact_use about;
    uint32_t *findings; /* which rest on it and are `disputed`, or open */
    bool *
        alone; /* for each: on every version of this fact the result is settled, whatever is found on the others, and not always the same */
    uint32_t count;
    struct version_text *versions; /* in the order of the record */
    uint32_t version_count;
};

/* A time limit that may matter, in the order in which they are shown: the days that are known first, by day. */
struct time_limit {
    uint32_t finding;
    struct text starts; /* days as a record would write them; empty when not known */
    struct text due;
    struct text done;
};

struct exd_checklist;

/* How far a report goes. */
enum extent {
    EXTENT_FINDINGS,  /* findings, and what they lack */
    EXTENT_QUESTIONS, /* and what each answer would do, what turns on disputes, the time limits in order: all that an interview asks by */
    EXTENT_WHOLE      /* and what to verify */
};

struct exd_report {
    atomic_uint references;
    struct memory memory;
    struct arena arena;
    struct exd_rules *rules;
    struct exd_record *record;
    day as_of;
    struct text as_of_text;
    bool presumptions;
    struct instrument_result *instruments;
    uint32_t instrument_count;
    unsigned notices;         /* what has to be said of them as a whole: a bit for each (notice.h) */
    struct finding *findings; /* by instrument in order of precedence, then in the order of the rulebook, then by offence */
    uint32_t finding_count;
    struct ground_result *grounds;
    uint32_t ground_count;
    struct question *questions; /* most decisive first */
    uint32_t question_count;
    enum extent extent;
    struct dispute *disputes;
    uint32_t dispute_count;
    struct time_limit *timeline; /* time limits of findings that are not displaced and engaged, or may be; in a report that was analysed */
    uint32_t timeline_count;
    struct exd_checklist *checklist; /* of all findings, which may be those of an earlier check: see report_checklist() in verify.h */
    uint64_t steps;                  /* spent */
    uint64_t step_limit;             /* of what might have been */
    struct scratch *scratch;         /* working memory of the checker, kept for use again */
};

/* Whether it says what answers would do, and what else questions go by. */
static inline bool report_is_analysed(const struct exd_report *report)
{
    return report->extent != EXTENT_FINDINGS;
}

#endif
