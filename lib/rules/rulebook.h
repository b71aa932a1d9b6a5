/* One instrument, from its file: what it is, who is bound by it and when, and its rules. Conditions are kept as the root of a compiled program
 * (rules/program.h). Everything a finding shows is a text here, borrowed by reports. */
#ifndef EXTRADITION_RULES_RULEBOOK_H
#define EXTRADITION_RULES_RULEBOOK_H

#include "extradition.h"
#include "base/lookup.h"
#include "rules/program.h"

/* kind, word, is a treaty in the sense of `treaty_in_force` and `{kind: treaty}` */
#define INSTRUMENT_KIND_LIST(X)                                                                                                            \
    X(BILATERAL_TREATY, "bilateral-treaty", true)                                                                                          \
    X(MULTILATERAL_TREATY, "multilateral-treaty", true)                                                                                    \
    X(FRAMEWORK_DECISION, "framework-decision", true)                                                                                      \
    X(SCHEME, "scheme", true)                                                                                                              \
    X(STATUTE, "statute", false)                                                                                                           \
    X(HUMAN_RIGHTS_TREATY, "human-rights-treaty", false)                                                                                   \
    X(MODEL, "model", false)

enum instrument_kind {
#define X(id, word, treaty) INSTRUMENT_##id,
    INSTRUMENT_KIND_LIST(X)
#undef X
};
const char *instrument_kind_word(enum instrument_kind kind);
bool instrument_kind_is_treaty(enum instrument_kind kind);

/* First and last day; both inclusive. DAY_FIRST and DAY_NEVER stand for open ends. */
struct period {
    day from;
    day until;
};

struct party {
    name state;
    struct period period;
    bool verified;
};

/* Precedence over, or under, another instrument. */
struct precedence {
    struct text instrument; /* empty: every treaty (`kind: treaty`) */
    struct text cite;
    uint32_t index; /* linked: index in the set; UINT32_MAX for `kind: treaty`, or where it is not loaded */
    struct place place;
};

/* Which of the two States has to be a party. */
enum rule_role { ROLE_BOTH, ROLE_REQUESTED, ROLE_REQUESTING, ROLE_EITHER };
enum rule_weighs { WEIGHS_NOT, WEIGHS_FOR_REFUSAL, WEIGHS_FOR_SURRENDER };

/* A rule named in another rule. */
struct rule_link {
    struct text id;          /* as written */
    const struct rule *rule; /* linked; NULL where its instrument is not loaded */
    const struct instrument *instrument;
    struct place place;
};

/* Why one rule stands in the way of another. */
enum displacer_kind {
    DISPLACER_IN_PLACE, /* takes its place, where its `given` holds */
    DISPLACER_EXCLUDES, /* excludes it, where it applies */
    DISPLACER_DISPLACES /* displaces it, where its instrument applies */
};

struct displacer {
    enum displacer_kind kind;
    const struct rule *rule;
    const struct instrument *instrument;
};

struct rule_links {
    struct rule_link *items;
    uint32_t count;
};

struct instrument_link;

/* A definition in the program, where it was expanded first. */
struct expansion {
    struct program_part part;
    uint32_t item_slot;                  /* of the item it takes */
    uint32_t next_slot;                  /* the first that was free for its own quantifiers */
    uint64_t depth;                      /* how deep its conditions are nested */
    const struct instrument_link *links; /* the instruments that it names, and */
    const struct instrument_link *links_end;
};

/* A definition of a rulebook: a condition with a name, for one item or for none. */
struct definition {
    struct text id;
    struct text cite;
    struct text label;
    uint32_t entity;          /* of the item it takes; NO_ENTITY for none */
    const struct node *means; /* NULL once it is compiled */
    struct place place;
    bool open; /* while it is being compiled: meeting it again is a circle */
    bool used;
    struct expansion expansion; /* without a root until it is compiled, and for good when it is faulty */
};

/* A date with a name: the only way in which a date gets into a condition. */
struct named_date {
    struct text id;
    day day;
    struct text cite;
};

struct deadline {
    uint32_t starts; /* program roots; NO_ROOT where absent */
    bool has_within;
    struct duration within;
    uint32_t by;
    uint32_t done;
    struct text starts_text; /* as written; empty where absent */
    struct text by_text;
    struct text done_text;
    struct text consequence;
};

/* Where the conditions of a rule stand in its file. NULL where absent. */
struct rule_tree {
    const struct node *given;
    const struct node *when;
    const struct node *unless;
    const struct node *starts;
    const struct node *by;
    const struct node *done;
    struct deadline *deadline; /* that `starts`, `by` and `done` belong to */
};

/* The conditions of a rulebook until they are compiled. */
struct rulebook_trees {
    const struct node *applies;
    struct rule_tree *rules; /* one for each rule */
};

/* What a rule is to other rules, and to grounds. */
struct relations {
    struct rule_links then;
    struct rule_links within;
    struct rule_links in_place_of; /* at most one */
    struct rule_links excludes;
    struct rule_links displaces;
    struct rule_links leaves;
    uint32_t *excludes_grounds;
    uint32_t excludes_ground_count;
};

/* What most rules share. */
extern const struct relations no_relations;
extern const struct deadline no_deadline;

struct rule {
    struct text id;
    struct text full_id; /* `instrument/rule` */
    struct text cite;
    struct text title;
    uint32_t ground;
    exd_effect effect;
    bool each_offence;
    uint32_t given; /* program roots; NO_ROOT where absent */
    uint32_t when;
    uint32_t unless;
    struct period period;
    name *for_requested;
    uint32_t for_requested_count;
    name *for_requesting;
    uint32_t for_requesting_count;
    bool verified;
    struct text decided_by;
    struct text note;
    struct text authority;
    enum rule_weighs weighs;
    const struct relations *relations; /* never NULL */
    const struct deadline *deadline;   /* never NULL */
    bool stands_beside;                /* no prevailing instrument displaces it by its ground */
    struct displacer *displacers;      /* linked: the rules that name this one */
    uint32_t displacer_count;
    struct place place;
};

struct left_out {
    struct text cite;
    struct text title;
    struct text reason;
};

struct amendment {
    struct text on;
    struct text by;
    struct text note;
};

struct review {
    struct text against;
    struct text on;
    struct text found;
};

struct instrument {
    uint32_t index;
    struct text id;
    struct text title;
    struct text short_title; /* the title where the file has none */
    enum instrument_kind kind;
    struct text citation;
    struct text *sources;
    uint32_t source_count;
    struct period in_force;
    struct party *parties;
    uint32_t party_count;
    bool parties_complete; /* a State that is not listed is no party; otherwise nobody has looked */
    uint32_t applies;      /* program root or NO_ROOT */
    enum rule_role role;
    bool basis;
    struct precedence *prevails_over;
    uint32_t prevails_over_count;
    struct precedence *yields_to;
    uint32_t yields_to_count;
    struct text text_seen;
    struct text checked_on;
    struct review review;
    struct amendment *amended;
    uint32_t amended_count;
    struct text note;
    struct text file;
    char version[17];
    struct rule *rules;
    uint32_t rule_count;
    struct lookup rules_by_id;
    struct left_out *left_out;
    uint32_t left_out_count;
    struct definition *definitions;
    uint32_t definition_count;
    struct lookup definitions_by_id;
    bool has_common_names; /* a definition or a date is called like something else that expressions speak of */
    struct named_date *dates;
    uint32_t date_count;
    struct lookup dates_by_id;
    struct place place;
};

/* Puts the conditions where they outlive their document. False when memory ran out. */
bool rulebook_keep_trees(struct instrument *instrument, struct rulebook_trees *trees, struct arena *arena);

/* Reads one rulebook from its document: everything but the conditions, which `trees` points to. What the instrument keeps is in `arena`; the
 * list of `trees` is in `passing`, like the document. False when anything was reported or memory ran out. */
bool rulebook_read(struct instrument *instrument, struct arena *arena, struct arena *passing, struct names *names,
                   const struct vocabulary *vocabulary, const struct node *document, struct rulebook_trees *trees, struct diag *diag);

#endif
