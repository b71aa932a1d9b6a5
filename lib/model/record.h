/* One extradition request as the record tells it: a table of cells for every item of every entity, addressed by (entity, item, fact). Cells
 * keep their provenance and their place. What is absent is unknown. Immutable once loaded, and reference-counted. */
#ifndef EXTRADITION_MODEL_RECORD_H
#define EXTRADITION_MODEL_RECORD_H

#include <stdatomic.h>

#include "base/limits.h"
#include "base/lookup.h"
#include "model/vocabulary.h"

struct exd_rules;
struct exd_record_file;
struct node;
struct shape;
struct shape_value;

#define RECORD_FORMAT "extradition-record/1"
#define NO_ITEM UINT32_MAX

enum cell_status {
    CELL_ABSENT, /* the record is silent */
    CELL_ASKED,  /* `unknown`, written out */
    CELL_KNOWN,
    CELL_DISPUTED
};

/* One party's version of a disputed fact; a version may be unknown. */
struct cell_version {
    uint32_t party; /* index in record.parties */
    struct value value;
};

struct cell {
    enum cell_status status;
    uint32_t version_count;
    struct value value;            /* KNOWN */
    struct cell_version *versions; /* DISPUTED */
    struct text source;
    struct text note;
    uint32_t line;
};

struct item {
    struct text id;
    uint32_t line;
    struct cell *cells; /* one for each fact of the entity */
};

struct item_list {
    bool present;  /* the record has the list */
    bool complete; /* there are no items but these */
    uint32_t line;
    struct text source;
    struct item *items;
    uint32_t count;
    struct lookup by_id;
};

/* What a case test expects. */
struct expectation {
    struct text id;      /* `instrument/rule` */
    struct text written; /* as it stands in the file: the name of an instrument, when it is no rule */
    struct text subject; /* empty: every subject */
    struct text result;  /* the word; `absent`; empty: not expected */
    struct text standing;
    struct text engaged;
    struct text deadline;
    bool has_missing;
    struct text *missing;
    uint32_t missing_count;
    bool has_presumed;
    struct text *presumed;
    uint32_t presumed_count;
    struct place place;
};

struct exd_record {
    atomic_uint references;
    struct memory memory;
    struct arena arena;
    const struct vocabulary *vocabulary;
    struct exd_rules *rules;      /* keeps the vocabulary alive */
    struct exd_record_file *file; /* keeps the lines and the texts alive */
    struct exd_record *base;      /* of a record with settings: the one that they were laid over, kept alive for its texts; or NULL */
    const struct node *document;  /* as it was read */
    struct text id;
    struct text title;
    struct text citation;
    struct text source;
    struct text note;
    bool has_as_of;
    day as_of;
    struct item_list *lists; /* one for each entity of the vocabulary; single entities have one item */
    struct names texts;      /* texts that the rules do not know: numbers continue those of the rules */
    struct text *parties;    /* of disputes, in the order met */
    uint32_t party_count;
    struct expectation *expectations;
    uint32_t expectation_count;
};

/* The keys of a record beside its entities, of a fact with its provenance, and of a list that may be incomplete. */
extern const struct shape record_shape, provenance_shape, list_shape;

/* Reads a record from its document. `record` has its memory, vocabulary, rules and file set, and an arena begun. `instrument` is what ids under
 * `expect` begin with when they name no instrument; empty for none. False when anything was reported or memory ran out. */
bool record_read(struct exd_record *record, const struct node *document, struct text instrument, const struct limits *limits,
                 struct diag *diag);

/* What can be expected of a rule: a word, or details. */
extern const struct shape_value expected_result;
extern const struct shape expectation_shape;

/* The expectations of a case test, from its `expect` mapping. */
bool record_read_expectations(struct exd_record *record, const struct node *expect, struct text instrument, struct diag *diag);

/* A value as a record would write it; refs are written as the ids of their items. */
void record_value_write(const struct exd_record *record, const struct fact *fact, struct value value, struct buffer *buffer);

const struct cell *record_cell(const struct exd_record *record, uint32_t entity, uint32_t item, uint32_t fact);
/* The text of a name in a value of this record. */
struct text record_name(const struct exd_record *record, name id);

#endif
