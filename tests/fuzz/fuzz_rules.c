/* A rulebook beside the small world. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    exd_rules *rules = fuzz_rules(bytes != NULL ? (const char *)bytes : "", length);
    if (rules != NULL)
        fuzz_all_rules(rules);
    exd_rules_unref(rules);
    return 0;
}
