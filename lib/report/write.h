/* How all that is written begins: in the form, the width and the language that are asked for. */
#ifndef EXTRADITION_REPORT_WRITE_H
#define EXTRADITION_REPORT_WRITE_H

#include "report/outline.h"
#include "report/writer.h"

/* False when there is no such format, or when the rules have not the language; then there is nothing to finish. */
bool write_begin(struct writer *writer, const struct exd_rules *rules, exd_format format, const struct exd_write_options *options,
                 exd_sink sink, void *user);

#endif
