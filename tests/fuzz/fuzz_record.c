/* A file of records against the small world. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static exd_rules *rules;
    if (rules == NULL)
        rules = fuzz_rules(NULL, 0);
    fuzz_records(rules, (const char *)bytes, length);
    return 0;
}
