/**
 * @file extradition.h
 * The public interface of libextradition: load rulebooks, read a record of an extradition request, check the one against the
 * other, and read what was found.
 *
 *     exd_rules *rules; exd_record *record; exd_report *report;
 *     exd_diagnostics *diagnostics = exd_diagnostics_new();
 *     exd_loader *loader = exd_loader_new();
 *     exd_loader_add_directory(loader, "/usr/share/extradition/rules", diagnostics);
 *     if (exd_loader_finish(loader, &rules, diagnostics) == EXD_OK &&
 *         exd_record_load_file(rules, "request.yaml", 0, &record, diagnostics) == EXD_OK &&
 *         exd_check(rules, record, NULL, &report, diagnostics) == EXD_OK)
 *         exd_report_write(report, EXD_FORMAT_TEXT, NULL, my_sink, my_file);
 *
 * Conventions, said once:
 *  - A function that can fail returns an exd_status. Outputs are written on EXD_OK only; diagnostics may be added either way.
 *    A diagnostics list may always be NULL.
 *  - Ownership is one of three words. *new*: the caller releases it with the matching _unref or _free. *borrowed*: it lives as
 *    long as the object it came from. *copied*: the input may be freed on return. Nothing is ever taken over.
 *  - Strings are UTF-8 and NUL-terminated; where a text is promised it is never NULL, and may be empty.
 *  - exd_rules and exd_record are immutable once made: any number of threads may read them at once. Every other object
 *    belongs to one thread at a time. Reference counts are atomic. The library has no global state, prints nothing, reads no
 *    clock, no locale and no environment, and makes no network connection.
 *  - Enumerations have fixed values and are never renumbered; each has a _name() function with the word used in files.
 */
#ifndef EXTRADITION_H
#define EXTRADITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define EXD_API __attribute__((visibility("default")))
#define EXD_CHECK_RESULT __attribute__((warn_unused_result))
#else
#define EXD_API
#define EXD_CHECK_RESULT
#endif

/** The version of the library as `major.minor.patch`. Static. @since 0.1 */
EXD_API const char *exd_version(void);

/* ---- status ----------------------------------------------------------------------------------------------------------- */

/** What a call came to. Tells the program what to do next; diagnostics tell the person what to mend. */
typedef enum exd_status {
    EXD_OK = 0,
    EXD_ERROR_MEMORY = 1,   /**< an allocation failed; every handle is still usable */
    EXD_ERROR_ARGUMENT = 2, /**< the call itself is wrong: a NULL that may not be, an index out of range, a date that is none */
    EXD_ERROR_INPUT = 3,    /**< a file says something that cannot be used; see the diagnostics */
    EXD_ERROR_IO = 4,       /**< a file cannot be read, or a sink refused the bytes */
    EXD_ERROR_LIMIT = 5     /**< a limit was passed; see the diagnostics and exd_limit */
} exd_status;

/** The word for a status, such as `input`. Static. @since 0.1 */
EXD_API const char *exd_status_name(exd_status status);

/* ---- memory ----------------------------------------------------------------------------------------------------------- */

/**
 * Allocates, resizes and frees for the library.
 * @param user  what was given with the function
 * @param block NULL to allocate, else a block from this function
 * @param old_size the size of @p block as it was asked for, 0 for NULL
 * @param new_size 0 to free (return NULL), else the size wanted
 * @return a block aligned for any type, or NULL, in which case @p block is still valid. Must be callable from every thread that
 *         uses the objects made with it.
 */
typedef void *(*exd_allocate)(void *user, void *block, size_t old_size, size_t new_size);

/* ---- diagnostics ------------------------------------------------------------------------------------------------------ */

typedef enum exd_severity { EXD_SEVERITY_ERROR = 0, EXD_SEVERITY_WARNING = 1, EXD_SEVERITY_NOTE = 2 } exd_severity;

/** A list of diagnostics, owned by the caller, filled by the calls it is given to. */
typedef struct exd_diagnostics exd_diagnostics;

/** An empty list. *new*; NULL when memory ran out. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_diagnostics *exd_diagnostics_new(void);
/** Frees the list; NULL is fine. @since 0.1 */
EXD_API void exd_diagnostics_free(exd_diagnostics *list);
/** Empties the list. @since 0.1 */
EXD_API void exd_diagnostics_clear(exd_diagnostics *list);
/** How many there are. @since 0.1 */
EXD_API size_t exd_diagnostics_count(const exd_diagnostics *list);
/** How many of them are errors. @since 0.1 */
EXD_API size_t exd_diagnostics_error_count(const exd_diagnostics *list);
/** The severity of the diagnostic at @p index, which must be below the count, here and below. @since 0.1 */
EXD_API exd_severity exd_diagnostics_severity(const exd_diagnostics *list, size_t index);
/** Its stable code, such as `E207`. Static. @since 0.1 */
EXD_API const char *exd_diagnostics_code(const exd_diagnostics *list, size_t index);
/** The file it is about, as it was named; empty when there is none. *borrowed* until the list changes. @since 0.1 */
EXD_API const char *exd_diagnostics_file(const exd_diagnostics *list, size_t index);
/** 1-based line; 0 when there is none. @since 0.1 */
EXD_API uint32_t exd_diagnostics_line(const exd_diagnostics *list, size_t index);
/** 1-based column, in characters; 0 when there is none. @since 0.1 */
EXD_API uint32_t exd_diagnostics_column(const exd_diagnostics *list, size_t index);
/** What is wrong, in one line. *borrowed* until the list changes. @since 0.1 */
EXD_API const char *exd_diagnostics_message(const exd_diagnostics *list, size_t index);
/** What to write instead; empty when there is nothing to say. *borrowed* until the list changes. @since 0.1 */
EXD_API const char *exd_diagnostics_help(const exd_diagnostics *list, size_t index);
/**
 * The whole diagnostic as people read it, with the line itself and a mark under the place, ending in a newline.
 * *borrowed* until the list changes. @since 0.1
 */
EXD_API const char *exd_diagnostics_text(const exd_diagnostics *list, size_t index);

/* ---- limits ----------------------------------------------------------------------------------------------------------- */

/** Every limit that input meets. The defaults are in the manual (docs/limits.md) and are read with exd_limit_default(). */
typedef enum exd_limit {
    EXD_LIMIT_FILE_BYTES = 0,    /**< bytes of one file */
    EXD_LIMIT_DEPTH = 1,         /**< nesting of YAML nodes, and of expressions */
    EXD_LIMIT_NODES = 2,         /**< YAML nodes in one file */
    EXD_LIMIT_ALIASES = 3,       /**< YAML aliases in one file */
    EXD_LIMIT_DOCUMENTS = 4,     /**< YAML documents in one file */
    EXD_LIMIT_FILES = 5,         /**< files in one set of rules */
    EXD_LIMIT_ITEMS = 6,         /**< items in one list of a record */
    EXD_LIMIT_PROGRAM_NODES = 7, /**< compiled nodes of one rule, definitions expanded */
    EXD_LIMIT_DIAGNOSTICS = 8,   /**< errors reported for one file before the rest are left out */
    EXD_LIMIT_STEPS = 9          /**< evaluation steps of one check; past it findings stay open and say so */
} exd_limit;

/** The default of a limit; 0 for a value that is none. @since 0.1 */
EXD_API uint64_t exd_limit_default(exd_limit limit);
/** The word for a limit, such as `file-bytes`. Static. @since 0.1 */
EXD_API const char *exd_limit_name(exd_limit limit);

/* ---- rules ------------------------------------------------------------------------------------------------------------ */

/** Collects the files of a set of rules. */
typedef struct exd_loader exd_loader;
/** A vocabulary, the taxonomy of grounds and a set of rulebooks, checked, compiled and linked. Immutable. */
typedef struct exd_rules exd_rules;

/** A loader that uses malloc and the default limits. *new*; NULL when memory ran out. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_loader *exd_loader_new(void);
/**
 * A loader whose objects, and everything made from them, use @p allocate. libyaml itself always calls malloc while a file is
 * being read. *new*; NULL when memory ran out. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_loader *exd_loader_new_with_allocator(exd_allocate allocate, void *user);
/** Frees a loader; the rules it made live on. NULL is fine. @since 0.1 */
EXD_API void exd_loader_free(exd_loader *loader);
/** Sets a limit for all that is loaded afterwards, and for records read with the rules. EXD_ERROR_ARGUMENT: no such limit, or 0. @since 0.1 */
EXD_API exd_status exd_loader_set_limit(exd_loader *loader, exd_limit limit, uint64_t value);
/**
 * Adds one file. The name is copied. A rulebook is understood at once where the States, the grounds and the vocabulary were added before it,
 * which is the quickest way, and otherwise by exd_loader_finish(); its errors are reported then. After an error go on adding, to have the
 * errors of the other files too. Errors: EXD_ERROR_IO, EXD_ERROR_INPUT, EXD_ERROR_LIMIT, EXD_ERROR_MEMORY. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_loader_add_file(exd_loader *loader, const char *path, exd_diagnostics *diagnostics);
/** Adds every `*.yaml` file below a directory, in the order of their names, those of a directory before those in its folders, but for what is
 * in folders called `translations` below it: add the folder of a language to have its translations. Errors as exd_loader_add_file().
 * @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_loader_add_directory(exd_loader *loader, const char *path, exd_diagnostics *diagnostics);
/**
 * The language of the pages about the rules (exd_rules_explain() and the like), and of reports whose exd_write_options name no other: such as
 * `ko`. Translations of it have to be among the files by the time of exd_loader_finish(), which otherwise returns EXD_ERROR_ARGUMENT. NULL or
 * `en`: English. EXD_ERROR_ARGUMENT: not the code of a language. @since 0.1
 */
EXD_API exd_status exd_loader_set_language(exd_loader *loader, const char *language);
/** Adds a file that is in memory; @p name is used in diagnostics. Name and bytes are copied. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_loader_add_buffer(exd_loader *loader, const char *name, const char *bytes, size_t length,
                                                          exd_diagnostics *diagnostics);
/**
 * Checks and links all that was added. All errors of all files are reported, not the first. It ends the loader's work, whatever it returns:
 * only exd_loader_free() is left to call.
 * @param[out] out *new* rules; release with exd_rules_unref()
 * @return EXD_OK; EXD_ERROR_INPUT when any file has an error (nothing is loaded then); EXD_ERROR_LIMIT; EXD_ERROR_MEMORY.
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_loader_finish(exd_loader *loader, exd_rules **out, exd_diagnostics *diagnostics);

/** Adds a reference and returns its argument. @since 0.1 */
EXD_API exd_rules *exd_rules_ref(exd_rules *rules);
/** Takes a reference away; NULL is fine. @since 0.1 */
EXD_API void exd_rules_unref(exd_rules *rules);

/** How many languages have translations here; English needs none and is not counted. @since 0.1 */
EXD_API size_t exd_rules_language_count(const exd_rules *rules);
/** The code of a language, such as `ko`. *borrowed*; empty for an index that is none. @since 0.1 */
EXD_API const char *exd_rules_language(const exd_rules *rules, size_t index);
/** How many instruments are loaded. They are in the order of their ids. @since 0.1 */
EXD_API size_t exd_rules_instrument_count(const exd_rules *rules);
/** One text about an instrument: see the enumeration. *borrowed*; empty when the rulebook is silent. @since 0.1 */
typedef enum exd_instrument_text {
    EXD_INSTRUMENT_ID = 0,
    EXD_INSTRUMENT_TITLE = 1,
    EXD_INSTRUMENT_SHORT = 2,
    EXD_INSTRUMENT_KIND = 3,
    EXD_INSTRUMENT_CITATION = 4,
    EXD_INSTRUMENT_VERSION = 5, /**< a digest of the rulebook's bytes, 16 hexadecimal digits: the same bytes, the same version */
    EXD_INSTRUMENT_TEXT_SEEN = 6,
    EXD_INSTRUMENT_NOTE = 7,
    EXD_INSTRUMENT_FILE = 8
} exd_instrument_text;
EXD_API const char *exd_rules_instrument_text(const exd_rules *rules, size_t instrument, exd_instrument_text what);
/** How many rules an instrument has, in the order of the rulebook. @since 0.1 */
EXD_API size_t exd_rules_rule_count(const exd_rules *rules, size_t instrument);
/** One text about a rule. *borrowed*; empty when the rulebook is silent. @since 0.1 */
typedef enum exd_rule_text {
    EXD_RULE_ID = 0, /**< `instrument/rule` */
    EXD_RULE_CITE = 1,
    EXD_RULE_TITLE = 2,
    EXD_RULE_GROUND = 3,
    EXD_RULE_EFFECT = 4,
    EXD_RULE_NOTE = 5,
    EXD_RULE_AUTHORITY = 6,
    EXD_RULE_DECIDED_BY = 7
} exd_rule_text;
EXD_API const char *exd_rules_rule_text(const exd_rules *rules, size_t instrument, size_t rule, exd_rule_text what);

/** Receives bytes; returns 0 to go on, anything else to stop (the writing call then returns EXD_ERROR_IO). */
typedef int (*exd_sink)(void *user, const char *bytes, size_t length);

/** One extradition request and what is known of it. Immutable. */
typedef struct exd_record exd_record;
/** How to write: the width, the language and the rest; see exd_write_options_new(). */
typedef struct exd_write_options exd_write_options;
/** The forms of what is written. All forms of a report say the same; pages about the rules have two each. @since 0.1 */
typedef enum exd_format {
    EXD_FORMAT_TEXT = 0,
    EXD_FORMAT_JSON = 1,
    EXD_FORMAT_MARKDOWN = 2, /**< CommonMark, as GitHub shows it */
    EXD_FORMAT_HTML =
        3 /**< one page that needs nothing else: no script, nothing to fetch; with proofs, to be read on a screen or printed */
} exd_format;

/**
 * Writes one rule as a lawyer would read it: citation, effect, limbs, exceptions, the facts it needs, dates, notes. As text, or as JSON
 * (`extradition-rule/1`, of an instrument `extradition-instrument/1`).
 * @param id      `instrument/rule`, or an instrument's id for its head and the list of its rules
 * @param cases   records of case tests: those that expect something of the rule are listed. NULL when there are none
 * @param options NULL for the defaults, here and below
 * @return EXD_OK; EXD_ERROR_ARGUMENT when there is no such rule (a diagnostic suggests the nearest), or it is not written in that form;
 * EXD_ERROR_IO; EXD_ERROR_MEMORY.
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_rules_explain(const exd_rules *rules, const char *id, exd_record *const *cases, size_t case_count,
                                                      exd_format format, const exd_write_options *options, exd_sink sink, void *user,
                                                      exd_diagnostics *diagnostics);
/**
 * Writes what governs between two States on a date: the instruments that apply to a request of @p requesting to @p requested, in
 * order of precedence, and why; then those that name both States and do not apply, and why not. As text, or as JSON
 * (`extradition-treaties/1`).
 * @param as_of `YYYY-MM-DD`
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_rules_treaties(const exd_rules *rules, const char *requesting, const char *requested,
                                                       const char *as_of, exd_format format, const exd_write_options *options,
                                                       exd_sink sink, void *user, exd_diagnostics *diagnostics);
/**
 * Writes what a language lacks, as a file of translations to be filled in: every text of reports, of the vocabulary, of grounds, States and
 * instruments that has none, under its key, with the English beside it.
 * @param language its code, such as `ko`; one of which the rules have nothing lacks everything
 * @param whole    all instruments; otherwise those of which a title is translated, and the ids of the others
 * @param[out] lacking how many texts have no translation; NULL is fine
 * @param[out] texts   of how many; NULL is fine
 * @param sink NULL: only count
 * @return EXD_OK; EXD_ERROR_ARGUMENT: no code of a language, or English; EXD_ERROR_IO; EXD_ERROR_MEMORY.
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_rules_untranslated(const exd_rules *rules, const char *language, bool whole, size_t *lacking,
                                                           size_t *texts, exd_sink sink, void *user);
/**
 * Writes the vocabulary: every entity and fact with type, question, presumption and help. With @p filter only the paths that contain it. As
 * text, or as JSON (`extradition-facts/1`). @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_rules_facts(const exd_rules *rules, const char *filter, exd_format format,
                                                    const exd_write_options *options, exd_sink sink, void *user);

/** The files and outputs that a schema describes. */
typedef enum exd_schema {
    EXD_SCHEMA_RECORD = 0,
    EXD_SCHEMA_CASES = 1,
    EXD_SCHEMA_RULEBOOK = 2,
    EXD_SCHEMA_REPORT = 3,
    EXD_SCHEMA_TRANSLATION = 4,
    EXD_SCHEMA_QUESTIONS = 5,
    EXD_SCHEMA_CHECKLIST = 6,
    EXD_SCHEMA_WAYS = 7,
    EXD_SCHEMA_CHANGES = 8,
    EXD_SCHEMA_FACTS = 9,
    EXD_SCHEMA_RULE = 10,
    EXD_SCHEMA_INSTRUMENT = 11,
    EXD_SCHEMA_TREATIES = 12,
    EXD_SCHEMA_LIBRARY = 13,
    EXD_SCHEMA_LINT = 14,
    EXD_SCHEMA_VOCABULARY = 15,
    EXD_SCHEMA_GROUNDS = 16,
    EXD_SCHEMA_STATES = 17
} exd_schema;
/** The word for a schema, such as `record`; empty for a value that is none. Static. @since 0.1 */
EXD_API const char *exd_schema_name(exd_schema schema);
/**
 * Writes a JSON Schema (2020-12), for editors that complete and check files, and for programs that read reports. It is made of these rules'
 * vocabulary, with questions, help and presumptions in their language. What no schema can see, such as whether an expression holds together or
 * an id is there, only a reader reports.
 * @param indent whether it is indented
 * @return EXD_OK; EXD_ERROR_ARGUMENT: no such schema; EXD_ERROR_IO; EXD_ERROR_MEMORY. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_rules_schema(const exd_rules *rules, exd_schema schema, bool indent, exd_sink sink, void *user);

/* ---- records ---------------------------------------------------------------------------------------------------------- */

/** Counts the records (or cases) in a file, so that each can be loaded by its index. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_record_count_file(exd_rules *rules, const char *path, size_t *count, exd_diagnostics *diagnostics);
/**
 * Reads one record of a file (of a case file: one case laid over its base). *new*.
 * @return EXD_OK; EXD_ERROR_ARGUMENT: no record of that index; EXD_ERROR_IO, EXD_ERROR_INPUT, EXD_ERROR_LIMIT, EXD_ERROR_MEMORY. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_record_load_file(exd_rules *rules, const char *path, size_t index, exd_record **out,
                                                         exd_diagnostics *diagnostics);
/** The same for bytes in memory, which are copied. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_record_load_buffer(exd_rules *rules, const char *name, const char *bytes, size_t length,
                                                           size_t index, exd_record **out, exd_diagnostics *diagnostics);
/**
 * A record with some facts set otherwise: what if? The old one is not changed. It may be released, and so may the new one, in any order.
 *
 * A setting is `PATH=VALUE`: a path as reports write it (`person.nationalities`, `offences.count-1.penalty.requesting`) and a value as a record
 * would have it (`[US]`, `3 years`, `unknown`, `{value: true, source: Letter of 3 May}`). A path through an item that is not there adds it
 * (`proceedings.p-2.status=pending`); the list stays complete, or incomplete, as it was. A list, a group or `as_of` may be set as a whole:
 * items are merged by their ids. `PATH=` takes a fact or an item away. Later settings see what earlier ones did. What was set has the source
 * `supposed` unless the setting gives one. An empty record (`format`, `id`) with settings is a record built by a program.
 * @param settings @p count texts, copied; at most 1000
 * @param[out] out *new*
 * @return EXD_OK; EXD_ERROR_ARGUMENT; EXD_ERROR_INPUT: a setting is wrong, or passes a limit; EXD_ERROR_MEMORY. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_record_with(exd_record *record, const char *const *settings, size_t count, exd_record **out,
                                                    exd_diagnostics *diagnostics);
/**
 * Writes a record as YAML, with what settings changed in it: reading that gives the same record. Comments and layout of its file are not kept.
 * Of a case, the record that it makes of its base. EXD_ERROR_ARGUMENT; EXD_ERROR_IO: the sink stopped; EXD_ERROR_MEMORY. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_record_write(const exd_record *record, exd_sink sink, void *user);
/** Adds a reference and returns its argument. @since 0.1 */
EXD_API exd_record *exd_record_ref(exd_record *record);
/** Takes a reference away; NULL is fine. @since 0.1 */
EXD_API void exd_record_unref(exd_record *record);
/** The record's id. *borrowed* @since 0.1 */
EXD_API const char *exd_record_id(const exd_record *record);
/** The record's title; empty when there is none. *borrowed* @since 0.1 */
EXD_API const char *exd_record_title(const exd_record *record);
/** Whether the record has its own as-of date. @since 0.1 */
EXD_API bool exd_record_has_as_of(const exd_record *record);
/** How many expectations the record carries (0: it is no case test). @since 0.1 */
EXD_API size_t exd_record_expectation_count(const exd_record *record);

/** The rule, as `instrument/rule`, that an expectation is about. *borrowed*; empty for an index that is none. @since 0.1 */
EXD_API const char *exd_record_expectation_rule(const exd_record *record, size_t index);

/** A set of records parsed from one file at once, each loaded in turn without parsing again. @since 0.1 */
typedef struct exd_record_file exd_record_file;
EXD_API EXD_CHECK_RESULT exd_status exd_record_file_open(exd_rules *rules, const char *path, exd_record_file **out,
                                                         exd_diagnostics *diagnostics);
EXD_API EXD_CHECK_RESULT exd_status exd_record_file_open_buffer(exd_rules *rules, const char *name, const char *bytes, size_t length,
                                                                exd_record_file **out, exd_diagnostics *diagnostics);
EXD_API void exd_record_file_free(exd_record_file *file);
EXD_API size_t exd_record_file_count(const exd_record_file *file);
EXD_API EXD_CHECK_RESULT exd_status exd_record_file_get(exd_record_file *file, size_t index, exd_record **out,
                                                        exd_diagnostics *diagnostics);

/* ---- checking --------------------------------------------------------------------------------------------------------- */

/** How to check. */
typedef struct exd_options exd_options;
/** What was found. */
typedef struct exd_report exd_report;

/** The defaults: the record's own as-of date, presumptions on, the default step budget. *new*; NULL when memory ran out. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_options *exd_options_new(void);
EXD_API void exd_options_free(exd_options *options);
/** The as-of date, `YYYY-MM-DD`, in place of the record's; NULL takes the setting back. EXD_ERROR_ARGUMENT when it is no date. @since 0.1 */
EXD_API exd_status exd_options_set_as_of(exd_options *options, const char *date);
/** The as-of date of a record that has none of its own. @since 0.1 */
EXD_API exd_status exd_options_set_default_as_of(exd_options *options, const char *date);
/** Whether silent facts take the values that the vocabulary presumes. @since 0.1 */
EXD_API void exd_options_set_presumptions(exd_options *options, bool on);
/**
 * Whether reports are analysed: what each answer to an open question would do, which findings turn on disputed facts alone and on which of them,
 * the time limits in order, and the smallest set of facts to check against the papers (see exd_report_checklist()). Off by default: it takes
 * some hundred times the steps of a plain check, within a budget of the same size, and half of it again for the facts to check.
 * The findings are the same in either case; the questions come in the order of what their answers decide. @since 0.1
 */
EXD_API void exd_options_set_analysis(exd_options *options, bool on);
/** The step budget of a check, in evaluation steps; 0 for the default. @since 0.1 */
EXD_API void exd_options_set_steps(exd_options *options, uint64_t steps);

/**
 * Checks one record against a set of rules: which factors apply, under which provision, on which facts.
 *
 * @param rules   the rules that the record was read with; only read
 * @param record  only read
 * @param options NULL for the defaults
 * @param[out] out a *new* report; release it with exd_report_unref(). It keeps alive what it needs of rules and record, so all three
 *                may be released in any order. Left untouched on failure.
 * @return EXD_OK; EXD_ERROR_MEMORY; EXD_ERROR_ARGUMENT when neither the record nor the options have an as-of date, or the record was
 *         read with other rules. Running out of steps is no error: the finding is open, and says so.
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_check(exd_rules *rules, exd_record *record, const exd_options *options, exd_report **out,
                                              exd_diagnostics *diagnostics);
/**
 * Checks another record (or the same again) into a report that is there already, reusing its memory: nothing is allocated once the
 * report has grown to the size it needs. All that was borrowed from the report is gone. Errors as exd_check(); after one the report is empty. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_recheck(exd_report *report, exd_record *record, const exd_options *options,
                                                exd_diagnostics *diagnostics);
EXD_API exd_report *exd_report_ref(exd_report *report);
EXD_API void exd_report_unref(exd_report *report);
/**
 * Compares the report with what its record expects; each difference is an error in @p diagnostics.
 * @param[out] failed how many expectations were not met
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_report_compare(const exd_report *report, size_t *failed, exd_diagnostics *diagnostics);

/* ---- coverage of tests ------------------------------------------------------------------------------------------------- */

/** Which limbs of which rules have decided, gathered over the reports of case tests. */
typedef struct exd_coverage exd_coverage;
/** Nothing has decided yet. It keeps the rules alive. *new*; NULL when memory ran out. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_coverage *exd_coverage_new(exd_rules *rules);
EXD_API void exd_coverage_free(exd_coverage *coverage);
/** Adds what decided in a report: a limb is covered once a result has rested on its being true, and once on its being false. @since 0.1 */
EXD_API void exd_coverage_add(exd_coverage *coverage, const exd_report *report);
/** Whether the instrument has been checked at all, in any of the reports. @since 0.1 */
EXD_API bool exd_coverage_touched(const exd_coverage *coverage, size_t instrument);
/** How many limbs of an instrument are not covered both ways. @since 0.1 */
EXD_API size_t exd_coverage_missing(const exd_coverage *coverage, size_t instrument);
/** How many limbs the instrument has. @since 0.1 */
EXD_API size_t exd_coverage_limbs(const exd_coverage *coverage, size_t instrument);
/**
 * Writes a line for each instrument that has been checked at all, and under it the limbs that never decided one way or the other.
 * @param width columns to wrap to; 0 for no wrapping
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_coverage_write(const exd_coverage *coverage, unsigned width, exd_sink sink, void *user);

/**
 * Writes the state of the library as a page in Markdown, or as JSON (`extradition-library/1`): every instrument with its kind, parties, rules,
 * what of it was read, what is left out and unverified, who compared it with what; and, with @p coverage, in how many case tests it was checked
 * and how many limbs have decided both ways.
 * @param coverage may be NULL
 * @return EXD_OK; EXD_ERROR_ARGUMENT: another form, or coverage of other rules; EXD_ERROR_IO; EXD_ERROR_MEMORY.
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_rules_library(const exd_rules *rules, const exd_coverage *coverage, exd_format format,
                                                      const exd_write_options *options, exd_sink sink, void *user);

/* ---- reading a report ------------------------------------------------------------------------------------------------- */

typedef enum exd_result {
    EXD_RESULT_APPLIES = 0,
    EXD_RESULT_DOES_NOT_APPLY = 1,
    EXD_RESULT_MET = 2,
    EXD_RESULT_NOT_MET = 3,
    EXD_RESULT_OPEN = 4,
    EXD_RESULT_DISPUTED = 5
} exd_result;
EXD_API const char *exd_result_name(exd_result result);

typedef enum exd_standing { EXD_STANDING_GOVERNS = 0, EXD_STANDING_DISPLACED = 1, EXD_STANDING_OPEN = 2 } exd_standing;
EXD_API const char *exd_standing_name(exd_standing standing);

typedef enum exd_effect {
    EXD_EFFECT_SHALL_REFUSE = 0,
    EXD_EFFECT_MAY_REFUSE = 1,
    EXD_EFFECT_REQUIRES = 2,
    EXD_EFFECT_REQUIRES_ASSURANCE = 3,
    EXD_EFFECT_SHALL_POSTPONE = 4,
    EXD_EFFECT_MAY_POSTPONE = 5,
    EXD_EFFECT_DUTY = 6,
    EXD_EFFECT_DEADLINE = 7,
    EXD_EFFECT_PROCEDURE = 8,
    EXD_EFFECT_CONSIDERATION = 9
} exd_effect;
EXD_API const char *exd_effect_name(exd_effect effect);

/** The as-of date of the check, `YYYY-MM-DD`. *borrowed* @since 0.1 */
EXD_API const char *exd_report_as_of(const exd_report *report);
EXD_API size_t exd_report_finding_count(const exd_report *report);
/** `instrument/rule` of the finding at @p finding, which must be below the count, here and below. *borrowed* @since 0.1 */
EXD_API const char *exd_report_finding_id(const exd_report *report, size_t finding);
EXD_API const char *exd_report_finding_ground(const exd_report *report, size_t finding);
EXD_API exd_effect exd_report_finding_effect(const exd_report *report, size_t finding);
/** The id of the offence that the finding is about; empty when it is about the whole request. *borrowed* @since 0.1 */
EXD_API const char *exd_report_finding_subject(const exd_report *report, size_t finding);
EXD_API exd_result exd_report_finding_result(const exd_report *report, size_t finding);
EXD_API exd_standing exd_report_finding_standing(const exd_report *report, size_t finding);

/* ---- reading its questions --------------------------------------------------------------------------------------------- */

/** Whether the report was analysed, see exd_options_set_analysis(): otherwise the counts of answers, disputes and time limits are 0. @since 0.1 */
EXD_API bool exd_report_is_analysed(const exd_report *report);
/** How many facts are worth asking for, each with a question: the most decisive first. @since 0.1 */
EXD_API size_t exd_report_question_count(const exd_report *report);
/** What can be read of a question. */
typedef enum exd_question_text {
    EXD_QUESTION_PATH = 0,     /**< the fact's path, as settings take it; a list's name for a list as such */
    EXD_QUESTION_WORDS = 1,    /**< the question itself */
    EXD_QUESTION_HELP = 2,     /**< how the fact is to be understood */
    EXD_QUESTION_HELD_BY = 3,  /**< in whose file it is: `requesting-state`, `requested-state`, `person` */
    EXD_QUESTION_TEST_BY = 4,  /**< a legal test: who has to evaluate it */
    EXD_QUESTION_STANDARD = 5, /**< the standard of that test */
    EXD_QUESTION_LOOKS_AT = 6  /**< what that test looks at */
} exd_question_text;
/** One text of the question at @p question, which must be below the count, here and below. *borrowed*; empty where the vocabulary is silent. @since 0.1 */
EXD_API const char *exd_report_question_text(const exd_report *report, size_t question, exd_question_text what);
/** What a value of a fact is. */
typedef enum exd_kind {
    EXD_KIND_BOOLEAN = 0,  /**< `true` or `false` */
    EXD_KIND_INTEGER = 1,  /**< a whole number, or a span such as `20..25` */
    EXD_KIND_DATE = 2,     /**< a day, month or year, or `never` */
    EXD_KIND_DURATION = 3, /**< such as `1 year 6 months` */
    EXD_KIND_PENALTY = 4,  /**< a duration, or `none`, `fine`, `life`, `death` */
    EXD_KIND_ENUM = 5,     /**< one of the choices */
    EXD_KIND_STATE = 6,    /**< the code of a State, such as `KR` */
    EXD_KIND_TEXT = 7,
    EXD_KIND_REF = 8, /**< the id of an item of another list: one of the choices */
    EXD_KIND_LIST = 9 /**< no fact but a list as such: which items it has */
} exd_kind;
/** The word for a kind, as the vocabulary writes it. Static. @since 0.1 */
EXD_API const char *exd_kind_name(exd_kind kind);
/** What kind of value the question asks for. @since 0.1 */
EXD_API exd_kind exd_report_question_kind(const exd_report *report, size_t question);
/** Whether it asks for a set of such values, written `[a, b]`. @since 0.1 */
EXD_API bool exd_report_question_is_set(const exd_report *report, size_t question);
/** How many values there are to choose from; 0 for a kind that has no list of them. @since 0.1 */
EXD_API size_t exd_report_question_choice_count(const exd_report *report, size_t question);
/** A value to choose, as a record writes it. *borrowed* @since 0.1 */
EXD_API const char *exd_report_question_choice(const exd_report *report, size_t question, size_t choice);
/** What that value means; empty where the vocabulary is silent. *borrowed* @since 0.1 */
EXD_API const char *exd_report_question_choice_help(const exd_report *report, size_t question, size_t choice);
/** How many findings the answer could help to decide. @since 0.1 */
EXD_API size_t exd_report_question_finding_count(const exd_report *report, size_t question);
/** The index of such a finding, which must be below their count, here and below. They are in the order of the report. @since 0.1 */
EXD_API size_t exd_report_question_finding(const exd_report *report, size_t question, size_t index);
/** How many of them lack nothing else. @since 0.1 */
EXD_API size_t exd_report_question_alone(const exd_report *report, size_t question);

/** What questions are put in order by: whether some answer settles a governing finding that can stand in the way of surrender. @since 0.1 */
EXD_API bool exd_report_question_bars(const exd_report *report, size_t question);
/** Likewise: how many findings are settled whatever the answer. @since 0.1 */
EXD_API size_t exd_report_question_settles_always(const exd_report *report, size_t question);
/** Likewise: how many findings some answer settles. @since 0.1 */
EXD_API size_t exd_report_question_settles_some(const exd_report *report, size_t question);

/** How many answers there are, those together that do the same to every finding. 0: they cannot be listed. @since 0.1 */
EXD_API size_t exd_report_answer_count(const exd_report *report, size_t question);
/** Whether there may be further answers that do something else, or the steps ran out before all was known of those listed. @since 0.1 */
EXD_API bool exd_report_answers_partial(const exd_report *report, size_t question);
/** The answer at @p answer, which must be below their count, here and below, in words: `yes`, `before 2015-03-02`, `contains US`. *borrowed* @since 0.1 */
EXD_API const char *exd_report_answer_words(const exd_report *report, size_t question, size_t answer);
/** One value that is such an answer, as a record would write it; empty when none can be written. *borrowed* @since 0.1 */
EXD_API const char *exd_report_answer_value(const exd_report *report, size_t question, size_t answer);
/** What the answer makes of the question's finding at @p index (not its index in the report). EXD_RESULT_OPEN: it stays open. @since 0.1 */
EXD_API exd_result exd_report_answer_result(const exd_report *report, size_t question, size_t answer, size_t index);
/** How many findings that are open the answer settles. @since 0.1 */
EXD_API size_t exd_report_answer_settles(const exd_report *report, size_t question, size_t answer);
/** How many answers to other questions make this one needless, each by itself. @since 0.1 */
EXD_API size_t exd_report_question_needless_count(const exd_report *report, size_t question);
/** The other question of the needless case at @p index, which must be below their count, here and below. @since 0.1 */
EXD_API size_t exd_report_question_needless_after(const exd_report *report, size_t question, size_t index);
/** The answer to that question that makes this one needless. @since 0.1 */
EXD_API size_t exd_report_question_needless_answer(const exd_report *report, size_t question, size_t index);

/* ---- reading what is disputed ------------------------------------------------------------------------------------------ */

/** How many disputed facts some finding turns on. They are not asked for: a court finds them. @since 0.1 */
EXD_API size_t exd_report_dispute_count(const exd_report *report);
/** The path of the disputed fact at @p dispute, which must be below the count, here and below. *borrowed* @since 0.1 */
EXD_API const char *exd_report_dispute_path(const exd_report *report, size_t dispute);
/** How many parties have a version of it. @since 0.1 */
EXD_API size_t exd_report_dispute_version_count(const exd_report *report, size_t dispute);
/** The party of a version, which must be below their count, as the record calls it. *borrowed* @since 0.1 */
EXD_API const char *exd_report_dispute_party(const exd_report *report, size_t dispute, size_t version);
/** The version itself, as a record would write it; `unknown` of a party that does not know. *borrowed* @since 0.1 */
EXD_API const char *exd_report_dispute_value(const exd_report *report, size_t dispute, size_t version);
/** How many findings rest on it. Those whose result is EXD_RESULT_DISPUTED turn on the dispute alone; the others are open for want of more. @since 0.1 */
EXD_API size_t exd_report_dispute_finding_count(const exd_report *report, size_t dispute);
/** The index of such a finding, which must be below their count, here and below. @since 0.1 */
EXD_API size_t exd_report_dispute_finding(const exd_report *report, size_t dispute, size_t index);
/** Whether this fact decides it by itself: each version settles the finding, whatever is found on the others, and not all alike. @since 0.1 */
EXD_API bool exd_report_dispute_decides(const exd_report *report, size_t dispute, size_t index);

/* ---- reading the time limits ------------------------------------------------------------------------------------------- */

/** What became of a time limit. */
typedef enum exd_deadline {
    EXD_DEADLINE_NONE = 0, /**< the finding is about none */
    EXD_DEADLINE_KEPT = 1,
    EXD_DEADLINE_MISSED = 2,
    EXD_DEADLINE_RUNNING = 3,
    EXD_DEADLINE_OPEN = 4,           /**< it cannot be said yet: see what it lacks */
    EXD_DEADLINE_NOT_COMPUTABLE = 5, /**< its last day is not known for want of a date */
    EXD_DEADLINE_NOT_ENGAGED = 6     /**< it does not come into play */
} exd_deadline;
/** The word for what became of a time limit, such as `not-computable`. Static. @since 0.1 */
EXD_API const char *exd_deadline_name(exd_deadline deadline);
/** How many time limits come into play or may, of findings that are not displaced: those whose last day is known first, by that day. @since 0.1 */
EXD_API size_t exd_report_time_limit_count(const exd_report *report);
/** The index of its finding; @p limit must be below the count, here and below. @since 0.1 */
EXD_API size_t exd_report_time_limit_finding(const exd_report *report, size_t limit);
EXD_API exd_deadline exd_report_time_limit_status(const exd_report *report, size_t limit);
/** What can be read of a time limit. Dates are days, months or years, as far as they are known. */
typedef enum exd_time_limit_text {
    EXD_TIME_LIMIT_STARTS = 0,
    EXD_TIME_LIMIT_DUE = 1,        /**< its last day */
    EXD_TIME_LIMIT_DONE = 2,       /**< when what had to be done was done, or `never` */
    EXD_TIME_LIMIT_CONSEQUENCE = 3 /**< what the provision says of missing it */
} exd_time_limit_text;
/** One text of a time limit. *borrowed*; empty when it is not known, or the rulebook is silent. @since 0.1 */
EXD_API const char *exd_report_time_limit_text(const exd_report *report, size_t limit, exd_time_limit_text what);
/** Days from the as-of date to the last day, or to the earliest that it may be, of a time limit that is running; otherwise 0. @since 0.1 */
EXD_API int32_t exd_report_time_limit_days_left(const exd_report *report, size_t limit);
/** How many dates it lacks. @since 0.1 */
EXD_API size_t exd_report_time_limit_missing_count(const exd_report *report, size_t limit);
/** The path of such a date, which must be below their count. *borrowed* @since 0.1 */
EXD_API const char *exd_report_time_limit_missing(const exd_report *report, size_t limit, size_t index);

/* ---- writing a report --------------------------------------------------------------------------------------------------- */

EXD_API EXD_CHECK_RESULT exd_write_options *exd_write_options_new(void);
EXD_API void exd_write_options_free(exd_write_options *options);
/** Columns to wrap text to; 0 for no wrapping. The default is 80. @since 0.1 */
EXD_API void exd_write_options_set_width(exd_write_options *options, unsigned columns);
/** Whether text may use terminal colours. Off by default; colour is never the only sign. @since 0.1 */
EXD_API void exd_write_options_set_colour(exd_write_options *options, bool on);
/** Whether JSON is indented. Off by default: one report is one line. @since 0.1 */
EXD_API void exd_write_options_set_indent(exd_write_options *options, bool on);
/**
 * The language of reports: of their own words, and of titles, questions and notes of the rules. What has no translation is in English, marked
 * `[en]`. NULL takes the setting back, so that the language of the rules is used; `en` is English. EXD_ERROR_ARGUMENT: the rules have no
 * translation of that language; a diagnostic lists those that they have. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_write_options_set_language(exd_write_options *options, const exd_rules *rules, const char *language,
                                                                   exd_diagnostics *diagnostics);
/** Whether text shows the proof of every finding, or only of those that count. Off by default. @since 0.1 */
EXD_API void exd_write_options_set_full(exd_write_options *options, bool on);
/**
 * Shows only findings with this result, effect or ground (by its word); may be called several times: a finding is shown when it has one
 * of the results named, one of the effects named and one of the grounds named. EXD_ERROR_ARGUMENT: the word is none of them. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_write_options_only(exd_write_options *options, const exd_rules *rules, const char *word,
                                                           exd_diagnostics *diagnostics);

/**
 * Writes the report. The same report gives the same bytes on every machine. HTML and Markdown, which are to be handed over, have the analysis
 * in them (see exd_options_set_analysis()): of a report that was not analysed, the record is checked once more for that.
 * @param options NULL for the defaults
 * @return EXD_OK; EXD_ERROR_IO when the sink stopped; EXD_ERROR_MEMORY.
 * @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_report_write(const exd_report *report, exd_format format, const exd_write_options *options,
                                                     exd_sink sink, void *user);
/**
 * Writes the open questions, as text or as JSON (`extradition-questions/1`): what to ask, whose file it is in, and which findings it could decide.
 * @return as exd_report_write(); EXD_ERROR_ARGUMENT: another form. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_report_write_questions(const exd_report *report, exd_format format,
                                                               const exd_write_options *options, exd_sink sink, void *user);

/* ---- an interview ------------------------------------------------------------------------------------------------------ */

/** The questions one by one, the most decisive that is still open first, with the answers so far. It keeps rules and record alive. */
typedef struct exd_interview exd_interview;
/** In place of a question: none is left. */
#define EXD_NO_QUESTION SIZE_MAX
/**
 * Begins an interview about what a record lacks. No question is asked twice, and none about a fact that can no longer change anything.
 * @param options as for exd_check(), copied; reports are analysed whatever they say, but for the facts to check, which are no question
 * @param[out] out *new*
 * @return as exd_check() @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_interview_new(exd_rules *rules, exd_record *record, const exd_options *options, exd_interview **out,
                                                      exd_diagnostics *diagnostics);
/** Frees an interview; NULL is fine. @since 0.1 */
EXD_API void exd_interview_free(exd_interview *interview);
/** The report on the record with all answers. *borrowed* until the next answer, or going back; with a reference, as long as that. @since 0.1 */
EXD_API exd_report *exd_interview_report(const exd_interview *interview);
/** The record with all answers. *borrowed* likewise. @since 0.1 */
EXD_API exd_record *exd_interview_record(const exd_interview *interview);
/** The question to ask now, by its index in that report; EXD_NO_QUESTION when none is left. @since 0.1 */
EXD_API size_t exd_interview_question(const exd_interview *interview);
/**
 * Takes an answer to that question, as a person types it: a value as a record writes it; `yes` or `no`, also in the languages of the rules; the
 * word or the number of a choice; of a set `a, b` or `none`; of a list the ids of its items, `none`, or `a, ...` when there may be more.
 * `unknown` is written into the record. White space around it does not count.
 * @param answer at most 4096 bytes of UTF-8 without control characters, copied. It may come from anywhere.
 * @return EXD_OK; EXD_ERROR_INPUT: not such an answer, or the 1000th setting was taken already; EXD_ERROR_ARGUMENT: no question is left;
 *         EXD_ERROR_MEMORY. On failure nothing has changed. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_interview_answer(exd_interview *interview, const char *answer, exd_diagnostics *diagnostics);
/** The same answer also for every other item of the list of which the same fact is still to be asked. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_interview_answer_alike(exd_interview *interview, const char *answer, exd_diagnostics *diagnostics);
/** Passes the question over: the fact stays unknown. EXD_ERROR_ARGUMENT: no question is left; EXD_ERROR_LIMIT: 1000 were taken; EXD_ERROR_MEMORY. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_interview_skip(exd_interview *interview);
/** Takes the last answer back, or the last passing over: that question is the next again. EXD_ERROR_ARGUMENT: there is none; EXD_ERROR_MEMORY. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_interview_back(exd_interview *interview);
/** How many settings the answers came to. @since 0.1 */
EXD_API size_t exd_interview_setting_count(const exd_interview *interview);
/** A setting, as exd_record_with() takes it. *borrowed* until it is taken back; empty for an index that is none. @since 0.1 */
EXD_API const char *exd_interview_setting(const exd_interview *interview, size_t index);
/** How many questions were passed over. @since 0.1 */
EXD_API size_t exd_interview_skipped_count(const exd_interview *interview);
/** The path of the fact of such a question. *borrowed* until it is taken back; empty for an index that is none. @since 0.1 */
EXD_API const char *exd_interview_skipped(const exd_interview *interview, size_t index);
/** What there is to say in an interview on a terminal. */
typedef enum exd_interview_part {
    EXD_INTERVIEW_OPENING = 0,  /**< how many questions there are, and how they are answered */
    EXD_INTERVIEW_QUESTION = 1, /**< the question, why it is asked, what its answers would do, and what an answer looks like */
    EXD_INTERVIEW_EXPECTED = 2, /**< what an answer looks like */
    EXD_INTERVIEW_WHY = 3,      /**< more about the question: each finding, how the fact is understood, what the choices mean */
    EXD_INTERVIEW_TAKEN = 4,    /**< how the last answer was understood, and what it settled; nothing after a question was passed over */
    EXD_INTERVIEW_CLOSING = 5   /**< what was passed over, what is left, the report at a glance, and the answers as settings */
} exd_interview_part;
/** Writes a part of the interview as text. EXD_ERROR_ARGUMENT: a part about the question when none is left. Otherwise as exd_report_write(). @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_interview_write(const exd_interview *interview, exd_interview_part part,
                                                        const exd_write_options *options, exd_sink sink, void *user);

/* ---- what to verify ---------------------------------------------------------------------------------------------------- */

/** The smallest set of facts which, all else being unknown, gives the same findings: the clerk's checklist. It keeps its report alive. */
typedef struct exd_checklist exd_checklist;

/** In place of a finding: all that govern. */
#define EXD_EVERY_FINDING SIZE_MAX

/**
 * Finds the smallest set of facts of the record on which all governing findings that are settled stand (same result, same standing, the same
 * instruments applying), or on which one finding has the result it has. Everything else in the record is taken as unknown, not as presumed;
 * that a list has no items but those listed counts as one fact. The report must not be checked into again while the list is in use.
 * @param finding its index, or EXD_EVERY_FINDING
 * @param[out] out *new*
 * @return EXD_OK; EXD_ERROR_ARGUMENT; EXD_ERROR_MEMORY. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_report_checklist(exd_report *report, size_t finding, exd_checklist **out);
/** Frees a checklist; NULL is fine. @since 0.1 */
EXD_API void exd_checklist_free(exd_checklist *checklist);
EXD_API size_t exd_checklist_count(const exd_checklist *checklist);
/** Whether no smaller set would do. False when the work was too much: then no fact of the set can be left out, but another set may be smaller. @since 0.1 */
EXD_API bool exd_checklist_is_smallest(const exd_checklist *checklist);
/** The fact at @p index, which must be below the count, here and below: its path; a list's name for a list as such. *borrowed* @since 0.1 */
EXD_API const char *exd_checklist_path(const exd_checklist *checklist, size_t index);
/** Its value, as a record would write it. *borrowed* @since 0.1 */
EXD_API const char *exd_checklist_value(const exd_checklist *checklist, size_t index);
/** Where the record says that it is from; empty when it does not say. *borrowed* @since 0.1 */
EXD_API const char *exd_checklist_source(const exd_checklist *checklist, size_t index);
/** Writes the list, as exd_report_write() does; an HTML page is about this list alone. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_checklist_write(const exd_checklist *checklist, exd_format format, const exd_write_options *options,
                                                        exd_sink sink, void *user);

/* ---- what it would take ------------------------------------------------------------------------------------------------ */

/** The smallest sets of changed facts under which a finding would have another result. It keeps its report alive. */
typedef struct exd_ways exd_ways;

/**
 * Finds all minimal sets of at most @p most changes that give a finding the result @p wanted, whatever the facts that stay unknown: a fact with
 * another value, or a further item in a list. The two States of the request and its offences are not varied. The report must not be checked
 * into again while the ways are in use.
 * @param wanted EXD_RESULT_APPLIES, _DOES_NOT_APPLY, _MET or _NOT_MET, of the kind that the finding's effect has
 * @param most   1 to 3
 * @param[out] out *new*
 * @return EXD_OK; EXD_ERROR_ARGUMENT: no such finding, a result it cannot have or has already, a size out of range; EXD_ERROR_MEMORY. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_report_ways(exd_report *report, size_t finding, exd_result wanted, unsigned most, exd_ways **out);
/** Frees the ways; NULL is fine. @since 0.1 */
EXD_API void exd_ways_free(exd_ways *ways);
EXD_API size_t exd_ways_count(const exd_ways *ways);
/** Up to how many changes all sets have been tried: less than was asked for when the steps ran out. @since 0.1 */
EXD_API unsigned exd_ways_tried(const exd_ways *ways);
/** Whether the values of some fact could not all be listed, so that there may be further ways. @since 0.1 */
EXD_API bool exd_ways_may_be_more(const exd_ways *ways);
/** How many facts change in a way, which must be below the count, here and below. @since 0.1 */
EXD_API size_t exd_ways_change_count(const exd_ways *ways, size_t way);
/** The path of a changed fact; of an item that would have to be added, `list.further.fact`. *borrowed* @since 0.1 */
EXD_API const char *exd_ways_path(const exd_ways *ways, size_t way, size_t change);
/** What it would have to be: a value, or several in words. *borrowed* @since 0.1 */
EXD_API const char *exd_ways_value(const exd_ways *ways, size_t way, size_t change);
/** Writes the ways, as exd_report_write() does; an HTML page is about these ways alone. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_ways_write(const exd_ways *ways, exd_format format, const exd_write_options *options, exd_sink sink,
                                                   void *user);

/* ---- what changes ------------------------------------------------------------------------------------------------------ */

/** What differs between two reports. It keeps both alive. */
typedef struct exd_changes exd_changes;
/** In place of a finding: there is none on that side. */
#define EXD_NO_FINDING SIZE_MAX
/**
 * Compares two reports, as of a record and of the same with other facts, another day, or other rules. A finding changes when its result, its
 * standing, what it lacks, its time limit, or whether a requirement comes into play is not the same, or when it is in one report alone. Findings
 * are matched by the ids of rule and offence. Those that govern come first, then by effect. Neither report may be checked into again while the
 * changes are in use.
 * @param[out] out *new*
 * @return EXD_OK; EXD_ERROR_ARGUMENT; EXD_ERROR_MEMORY. @since 0.1
 */
EXD_API EXD_CHECK_RESULT exd_status exd_report_changes(exd_report *before, exd_report *after, exd_changes **out);
/** Frees changes; NULL is fine. @since 0.1 */
EXD_API void exd_changes_free(exd_changes *changes);
/** How many findings changed. @since 0.1 */
EXD_API size_t exd_changes_count(const exd_changes *changes);
/** How many did not. @since 0.1 */
EXD_API size_t exd_changes_unchanged(const exd_changes *changes);
/** The finding in the report before, or EXD_NO_FINDING; @p index must be below the count, here and below. @since 0.1 */
EXD_API size_t exd_changes_before(const exd_changes *changes, size_t index);
/** The finding in the report after, or EXD_NO_FINDING. @since 0.1 */
EXD_API size_t exd_changes_after(const exd_changes *changes, size_t index);
/** How many facts that the finding rests on, or lacks, are not the same. @since 0.1 */
EXD_API size_t exd_changes_fact_count(const exd_changes *changes, size_t index);
/** The path of such a fact, which must be below their count. *borrowed* @since 0.1 */
EXD_API const char *exd_changes_fact_path(const exd_changes *changes, size_t index, size_t fact);
/** Its value before, as a record would write it; empty when there was no such item. *borrowed* @since 0.1 */
EXD_API const char *exd_changes_fact_before(const exd_changes *changes, size_t index, size_t fact);
/** Its value after; empty when there is no such item. *borrowed* @since 0.1 */
EXD_API const char *exd_changes_fact_after(const exd_changes *changes, size_t index, size_t fact);
/** Writes the changes, as exd_report_write() does; an HTML page is about these changes alone. @since 0.1 */
EXD_API EXD_CHECK_RESULT exd_status exd_changes_write(const exd_changes *changes, exd_format format, const exd_write_options *options,
                                                      exd_sink sink, void *user);

#ifdef __cplusplus
}
#endif

#endif
