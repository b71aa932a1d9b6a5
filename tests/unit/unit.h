/* Every suite of unit tests, once: each is a function `NAME_suite` in the file that tests lib/.../NAME. */
#ifndef UNIT_H
#define UNIT_H

#include <check.h>

#define UNIT_SUITES(X)                                                                                                                     \
    X(memory)                                                                                                                              \
    X(arena)                                                                                                                               \
    X(text)                                                                                                                                \
    X(buffer)                                                                                                                              \
    X(sort)                                                                                                                                \
    X(names)                                                                                                                               \
    X(phrase)                                                                                                                              \
    X(limits)                                                                                                                              \
    X(lookup)                                                                                                                              \
    X(diag)                                                                                                                                \
    X(date)                                                                                                                                \
    X(duration)                                                                                                                            \
    X(truth)                                                                                                                               \
    X(file)                                                                                                                                \
    X(tree)                                                                                                                                \
    X(yaml)                                                                                                                                \
    X(shape)                                                                                                                               \
    X(value)                                                                                                                               \
    X(overlay)                                                                                                                             \
    X(cases)                                                                                                                               \
    X(record)                                                                                                                              \
    X(expectations)                                                                                                                        \
    X(vocabulary)                                                                                                                          \
    X(token)                                                                                                                               \
    X(syntax)                                                                                                                              \
    X(rulebook)                                                                                                                            \
    X(link)                                                                                                                                \
    X(ruleset)                                                                                                                             \
    X(compile)                                                                                                                             \
    X(known)                                                                                                                               \
    X(condition)                                                                                                                           \
    X(check)                                                                                                                               \
    X(reach)                                                                                                                               \
    X(expect)                                                                                                                              \
    X(coverage)                                                                                                                            \
    X(because)                                                                                                                             \
    X(questions)                                                                                                                           \
    X(answers)                                                                                                                             \
    X(deadline)                                                                                                                            \
    X(standing)                                                                                                                            \
    X(applicability)                                                                                                                       \
    X(complete)                                                                                                                            \
    X(exactness)                                                                                                                           \
    X(lanes)                                                                                                                               \
    X(ways)                                                                                                                                \
    X(verify)                                                                                                                              \
    X(ordered)                                                                                                                             \
    X(changes)                                                                                                                             \
    X(domain)                                                                                                                              \
    X(evaluate)                                                                                                                            \
    X(notices)                                                                                                                             \
    X(writer)                                                                                                                              \
    X(json_stream)                                                                                                                         \
    X(say)

/* Adds a test that runs once for each row of a table; `_i` is the row. */
#define unit_add_rows(tests, test, table) tcase_add_loop_test(tests, test, 0, (int)(sizeof(table) / sizeof(table)[0]))

#define X(name) Suite *name##_suite(void);
UNIT_SUITES(X)
#undef X

#endif
