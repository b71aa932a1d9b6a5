/* rule-check, the command line of libextradition: what its subcommands share. It uses the public header and nothing else, prints results on
 * standard output and everything about files on standard error, and leaves with 0 (done), 1 (done, and what was asked for was found, or a
 * test failed) or 2 (the input, or the command line, could not be used). */
#ifndef RULE_CHECK_CLI_H
#define RULE_CHECK_CLI_H

#include <stdio.h>

#include <extradition.h>

enum exit_status { EXIT_CHECKED = 0, EXIT_FOUND = 1, EXIT_UNUSABLE = 2 };

enum { LIST_MAX = 64 }; /* values of an option that may be given several times */

struct word_list {
    const char *words[LIST_MAX];
    int count;
};

enum colour_choice { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* What the command line said. */
struct cli {
    const char *rules; /* NULL: searched for */
    const char *as_of;
    const char *language; /* NULL: English */
    const char *output;   /* NULL: none */
    exd_format format;
    bool presumptions;
    bool full;
    bool indent;
    bool coverage;
    bool analyse;
    bool ask;
    bool width_given;
    unsigned width;
    unsigned changes; /* 0: the default */
    unsigned jobs;    /* threads */
    enum colour_choice colour;
    struct word_list only;
    struct word_list fail_on;
    struct word_list set; /* `PATH=VALUE` each */
    char **arguments;     /* what is no option */
    int argument_count;
};

struct command {
    const char *name;
    int (*run)(struct cli *cli);
    unsigned options;  /* bits of enum option_id that it takes */
    unsigned formats;  /* bits of exd_format that --format can be */
    exd_format format; /* without --format */
    int least_arguments;
    int most_arguments; /* -1: any number */
    const char *synopsis;
    const char *brief;   /* in the list of commands */
    const char *summary; /* in its own help */
    const char *help;
};

/* For the formats of a command. */
enum {
    FORMATS_OF_PAGES = 1u << EXD_FORMAT_TEXT | 1u << EXD_FORMAT_JSON,
    FORMATS_ALL = FORMATS_OF_PAGES | 1u << EXD_FORMAT_MARKDOWN | 1u << EXD_FORMAT_HTML
};
extern const char *const format_words[]; /* by exd_format; NULL after the last */

/* command.c */
int command_help(const struct command *command);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
int command_usage_error(const struct command *command, const char *format, ...); /* EXIT_UNUSABLE */

/* options.c: reads the options of a command; false (and a message) when one is wrong. */
bool options_read(struct cli *cli, const struct command *command, int count, char **words);
unsigned options_width(const struct cli *cli); /* the terminal's, or 80 */
bool options_colour(const struct cli *cli);

/* rules_dir.c: the directory of the rules, in `room` bytes at `directory` or elsewhere. */
const char *rules_directory(const struct cli *cli, char *directory, size_t room);
/* Where the rules are, and the rules. NULL (after a message) when they cannot be used. */
exd_rules *rules_load(const struct cli *cli);
/* The same, with warnings shown too; all that was said is left in the list, which is the caller's. */
exd_rules *rules_load_strictly(const struct cli *cli, exd_diagnostics *diagnostics);

/* output.c */
struct output_buffer {
    char *bytes; /* ends with a NUL; NULL while nothing was written */
    size_t length;
    size_t capacity;
};
int output_sink(void *user, const char *bytes, size_t length);        /* an exd_sink onto standard output */
int output_buffer_sink(void *user, const char *bytes, size_t length); /* an exd_sink into a buffer */
bool output_finish(void); /* flushes; false, and a message, when standard output could not take it */
void output_diagnostics(FILE *errors, const exd_diagnostics *list);
int output_failure(FILE *errors, const char *doing, exd_status status); /* says what failed; EXIT_UNUSABLE */
int output_second_page(void);                                           /* says that a page is about one record; EXIT_UNUSABLE */

/* input.c: what records are read and checked with, by a command or by one of its threads. */
struct input {
    const struct cli *cli;
    exd_rules *rules; /* borrowed */
    exd_options *options;
    exd_diagnostics *diagnostics; /* of the record in hand */
    FILE *errors;                 /* where messages go: standard error */
    bool notes_today;             /* whether to say so when today's date is taken for a record that has none */
};
bool input_begin(struct input *input, const struct cli *cli, exd_rules *rules); /* false after a message; to be ended in either case */
void input_end(struct input *input);

/* The records of files (`-`: standard input), one after another. */
struct input_source {
    char *const *paths;
    int count;
    exd_record_file *file; /* the one that is open, or NULL */
    size_t index;          /* of its next record */
};
/* The next record, which is a new reference; or NULL (after a message) for one that cannot be used, or a file. False when there are no more. */
bool input_next(struct input_source *source, struct input *input, exd_record **record);
void input_close(struct input_source *source);

typedef int (*record_visit)(void *user, exd_record *record); /* an exit status */
/* Visits each record of the files; the worst exit status. */
int input_each_record(struct input *input, char *const *paths, int count, record_visit visit, void *user);

/* A file of records; NULL after a message. */
exd_record_file *input_open_file(struct input *input, const char *path);
/* One of its records; NULL after a message. */
exd_record *input_get(struct input *input, exd_record_file *file, const char *path, size_t index);
/* The record with what --set says, a new reference; NULL after a message. Says so when today's date is taken for it. */
exd_record *input_with_settings(struct input *input, exd_record *record);
/* Lays over the record what --set says and checks it, into `*report`, which is used again when it is not NULL. An exit status. */
int input_check(struct input *input, exd_record *record, exd_report **report);

#define OPTION_LIST(X)                                                                                                                     \
    X(RULES, "rules", true, "DIR", "the rules to check against, in place of those installed")                                              \
    X(AS_OF, "as-of", true, "DATE", "read the law, and count time limits, as of this day (YYYY-MM-DD)")                                    \
    X(ON, "on", true, "DATE", "the same as --as-of")                                                                                       \
    X(FORMAT, "format", true, "text|json|markdown|html", "how to write it")                                                                \
    X(NO_PRESUMPTIONS, "no-presumptions", false, "", "take nothing for granted where the record is silent")                                \
    X(ONLY, "only", true, "WORD,...", "show only findings with these results, effects or grounds")                                         \
    X(FAIL_ON, "fail-on", true, "EFFECT,...",                                                                                              \
      "leave with 1 when a governing finding of this effect applies (or a requirement is not met)")                                        \
    X(FULL, "full", false, "", "show all: of a check, whole proofs and all questions; of lint, all instruments")                           \
    X(ANALYSE, "analyse", false, "", "work out what each answer would do, what turns on disputes, and the order of time limits")           \
    X(INDENT, "indent", false, "", "indent JSON, for people")                                                                              \
    X(COVERAGE, "coverage", false, "", "after the tests, show which limbs of which rules never decided")                                   \
    X(LANG, "lang", true, "LANG", "the language of what is printed, such as ko; English is the default")                                   \
    X(WIDTH, "width", true, "COLUMNS", "wrap text to this width; 0 for no wrapping")                                                       \
    X(COLOUR, "color", true, "auto|always|never", "colours; auto is the default, and honours NO_COLOR")                                    \
    X(CHANGES, "changes", true, "N", "facts that may change at once, 1 to 3; 2 is the default")                                            \
    X(SET, "set", true, "PATH=VALUE", "suppose that a fact of the record is otherwise; may be given several times")                        \
    X(JOBS, "jobs", true, "N", "check so many records at once; 0 for as many as there are processors; 1 is the default")                   \
    X(ASK, "ask", false, "", "ask the questions one by one, the most decisive first, and read the answers")                                \
    X(OUTPUT, "output", true, "FILE", "after --ask, write the record with the answers to a file")                                          \
    X(HELP, "help", false, "", "this help")

enum option_id {
#define X(id, word, has_value, value, help) OPTION_##id,
    OPTION_LIST(X)
#undef X
        OPTION_COUNT
};

#endif
