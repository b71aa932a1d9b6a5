/* Every diagnostic code, once. A code is stable for ever: new ones go to the end of their block and none is used again. The manual has an
 * entry for each (docs/diagnostics.md), and a test produces each. */
#ifndef EXTRADITION_BASE_DIAG_CODES_H
#define EXTRADITION_BASE_DIAG_CODES_H

/* id, number, what it says in general */
#define DIAG_CODE_LIST(X)                                                                                                                  \
    /* 1xx: files and YAML */                                                                                                              \
    X(FILE_UNREADABLE, 101, "a file cannot be opened or read")                                                                             \
    X(FILE_TOO_LARGE, 102, "a file is larger than the limit")                                                                              \
    X(FILE_EMPTY, 103, "a file is empty or has no document")                                                                               \
    X(NOT_UTF8, 104, "a file is not UTF-8 text")                                                                                           \
    X(YAML_SYNTAX, 105, "a file is not well-formed YAML")                                                                                  \
    X(TOO_DEEP, 106, "nodes or expressions are nested too deeply")                                                                         \
    X(TOO_MANY_NODES, 107, "a file has too many nodes")                                                                                    \
    X(TOO_MANY_ALIASES, 108, "a file has too many aliases")                                                                                \
    X(TOO_MANY_DOCUMENTS, 109, "a file has too many documents")                                                                            \
    X(BAD_ALIAS, 110, "an alias names no anchor, or its own parent")                                                                       \
    X(NUL_CHARACTER, 111, "a scalar contains a NUL character")                                                                             \
    X(TOO_MANY_FILES, 112, "a set of rules has too many files")                                                                            \
    X(BAD_DIRECTIVE, 113, "YAML directives are too long, or of another version")                                                           \
    X(MERGE_KEY, 114, "`<<` is used as a key")                                                                                             \
    X(YAML_TAG, 115, "a node has a YAML tag")                                                                                              \
    /* 2xx: the shape of a file, names and types */                                                                                        \
    X(UNKNOWN_KEY, 201, "a mapping has a key that is not known here")                                                                      \
    X(DUPLICATE_KEY, 202, "a mapping has a key twice")                                                                                     \
    X(MISSING_KEY, 203, "a mapping lacks a key that it must have")                                                                         \
    X(WRONG_KIND, 204, "a scalar, list or mapping stands where another is expected")                                                       \
    X(BAD_VALUE, 205, "a value is not one of those that can stand here")                                                                   \
    X(UNKNOWN_FORMAT, 206, "the format of a file is not known")                                                                            \
    X(UNKNOWN_FACT, 207, "a fact is not in the vocabulary")                                                                                \
    X(UNKNOWN_NAME, 208, "a name means nothing here")                                                                                      \
    X(TYPE_MISMATCH, 209, "an expression has another type than its place needs")                                                           \
    X(EXPRESSION_SYNTAX, 210, "an expression cannot be read")                                                                              \
    X(DUPLICATE_ID, 211, "an id is used twice")                                                                                            \
    X(UNKNOWN_REFERENCE, 212, "a reference names a rule, instrument, ground or item that does not exist")                                  \
    X(DEFINITION_CYCLE, 213, "definitions use one another in a circle")                                                                    \
    X(PRECEDENCE_CYCLE, 214, "instruments prevail over one another in a circle")                                                           \
    X(BAD_DATES, 215, "a period ends before it begins")                                                                                    \
    X(BAD_ID, 216, "an id has characters that it must not have")                                                                           \
    X(DATE_LITERAL, 217, "a date stands as a literal inside a condition")                                                                  \
    X(INCONSISTENT_RULE, 218, "keys of a rule do not go together")                                                                         \
    X(UNREACHABLE, 219, "a condition, or an exception, can never be true")                                                                 \
    X(PROGRAM_TOO_LARGE, 220, "a rule is too large once its definitions are expanded")                                                     \
    X(NO_VOCABULARY, 221, "a set of rules has no vocabulary, or more than one")                                                            \
    X(TOO_MANY_ITEMS, 222, "a list of a record has too many items")                                                                        \
    X(UNUSED_DEFINITION, 223, "a definition is used by nothing")                                                                           \
    X(NOTHING_TO_TRANSLATE, 224, "a translation is of a text that is not there")                                                           \
    X(BAD_PLACES, 225, "a translated message has not the places of the English")                                                           \
    X(STALE_TRANSLATION, 226, "the English of a translation has changed since")                                                            \
    /* 3xx: checking */                                                                                                                    \
    X(NO_AS_OF, 301, "a record has no as-of date, and none was given")                                                                     \
    X(EXPECTATION_FAILED, 302, "a finding is not what the case test expects")                                                              \
    X(NO_SUCH_RECORD, 303, "a file has no record of that number")                                                                          \
    X(LEFT_OUT, 901, "further errors of a file are left out")

enum diag_code {
#define X(id, number, meaning) DIAG_##id = number,
    DIAG_CODE_LIST(X)
#undef X
};

#endif
