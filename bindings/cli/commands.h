/* The subcommands, one file each. */
#ifndef RULE_CHECK_COMMANDS_H
#define RULE_CHECK_COMMANDS_H

#include "cli.h"

extern const struct command command_check;
extern const struct command command_questions;
extern const struct command command_explain;
extern const struct command command_treaties;
extern const struct command command_facts;
extern const struct command command_schema;
extern const struct command command_test;
extern const struct command command_lint;
extern const struct command command_library;
extern const struct command command_verify;
extern const struct command command_why_not;
extern const struct command command_what_if;
extern const struct command command_diff;

/* check.c: how to write reports, from the command line; NULL after a message. */
exd_write_options *writing_options(const struct cli *cli, const exd_rules *rules);

/* what_if.c: writes what differs between two reports. */
int changes_write(exd_report *before, exd_report *after, const struct cli *cli, const exd_write_options *writing);

#endif
