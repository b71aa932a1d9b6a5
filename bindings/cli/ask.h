/* The interview of `rule-check questions --ask`. */
#ifndef RULE_CHECK_ASK_H
#define RULE_CHECK_ASK_H

#include "cli.h"

/* An exit status. */
int ask(struct input *input, exd_record *record, const exd_write_options *writing);

#endif
