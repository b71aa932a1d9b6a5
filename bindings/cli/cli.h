/* rule-check, the command line of libextradition: what its subcommands share. It uses the public header and nothing else, prints results on
 * standard output and everything about files on standard error, and leaves with 0 (done), 1 (done, and what was asked for was found, or a
 * test failed) or 2 (the input, or the command line, could not be used). */
#ifndef RULE_CHECK_CLI_H
#define RULE_CHECK_CLI_H

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
    exd_format format;
    bool presumptions;
    bool full;
    bool indent;
    bool coverage;
    bool analyse;
    bool width_given;
    unsigned width;
    unsigned changes; /* 0: the default */
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
    unsigned options; /* bits of enum option_id that it takes */
    int least_arguments;
    int most_arguments; /* -1: any number */
    const char *synopsis;
    const char *brief;   /* in the list of commands */
    const char *summary; /* in its own help */
    const char *help;
};

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
/* The same, with warnings shown too; `*warnings` counts them. */
exd_rules *rules_load_strictly(const struct cli *cli, size_t *warnings);

/* output.c */
int output_sink(void *user, const char *bytes, size_t length);     /* an exd_sink onto standard output */
bool output_finish(void);                                          /* flushes; false when standard output could not take it */
void output_diagnostics(const exd_diagnostics *list, size_t from); /* onto standard error */
int output_failure(const char *doing, exd_status status);          /* says what failed; EXIT_UNUSABLE */

/* input.c: each record of a file (`-`: standard input) in turn. */
typedef int (*record_visit)(void *user, exd_record *record); /* an exit status */
int input_each_record(exd_rules *rules, const char *path, record_visit visit, void *user);
exd_options *input_options(const struct cli *cli); /* how to check; NULL after a message */
/* The record with what --set says, in `*out`, which is a new reference. */
int input_with_settings(const struct cli *cli, exd_record *record, exd_record **out);
/* Says so when today's date is taken for a record that has none. */
void input_note_today(const exd_record *record, const struct cli *cli);

#define OPTION_LIST(X)                                                                                                                     \
    X(RULES, "rules", true, "DIR", "the rules to check against, in place of those installed")                                              \
    X(AS_OF, "as-of", true, "DATE", "read the law, and count time limits, as of this day (YYYY-MM-DD)")                                    \
    X(ON, "on", true, "DATE", "the same as --as-of")                                                                                       \
    X(FORMAT, "format", true, "text|json|markdown|html", "how to write reports; text is the default")                                      \
    X(NO_PRESUMPTIONS, "no-presumptions", false, "", "take nothing for granted where the record is silent")                                \
    X(ONLY, "only", true, "WORD,...", "show only findings with these results, effects or grounds")                                         \
    X(FAIL_ON, "fail-on", true, "EFFECT,...",                                                                                              \
      "leave with 1 when a governing finding of this effect applies (or a requirement is not met)")                                        \
    X(FULL, "full", false, "", "show the whole proof of every finding, and all questions")                                                 \
    X(ANALYSE, "analyse", false, "", "work out what each answer would do, what turns on disputes, and the order of time limits")           \
    X(INDENT, "indent", false, "", "indent JSON, for people")                                                                              \
    X(COVERAGE, "coverage", false, "", "after the tests, show which limbs of which rules never decided")                                   \
    X(LANG, "lang", true, "LANG", "the language of what is printed, such as ko; English is the default")                                   \
    X(WIDTH, "width", true, "COLUMNS", "wrap text to this width; 0 for no wrapping")                                                       \
    X(COLOUR, "color", true, "auto|always|never", "colours; auto is the default, and honours NO_COLOR")                                    \
    X(CHANGES, "changes", true, "N", "facts that may change at once, 1 to 3; 2 is the default")                                            \
    X(SET, "set", true, "PATH=VALUE", "suppose that a fact of the record is otherwise; may be given several times")                        \
    X(HELP, "help", false, "", "this help")

enum option_id {
#define X(id, word, has_value, value, help) OPTION_##id,
    OPTION_LIST(X)
#undef X
        OPTION_COUNT
};

#endif
