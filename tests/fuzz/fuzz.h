/* What the fuzz targets share: a small world of rules, held in memory, and all that can be done with rules and records once they are loaded.
 * Whatever the input, nothing may crash, leak, hang or be half-loaded; the sanitizers and the asserts below say when it does. */
#ifndef EXTRADITION_TESTS_FUZZ_H
#define EXTRADITION_TESTS_FUZZ_H

#include "extradition.h"

#include <stddef.h>
#include <stdint.h>

/* Each target: whatever the bytes, comes back. Always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* The small world, with one more file when `bytes` is not NULL. NULL when that file is refused, in which case there is an error to tell. */
exd_rules *fuzz_rules(const char *bytes, size_t length);

/* Reads the records of a file, checks the first few of them and writes all that can be written. */
void fuzz_records(exd_rules *rules, const char *bytes, size_t length);

/* Explains all that there is, and checks a record that knows a little of everything. */
void fuzz_all_rules(exd_rules *rules);

#endif
