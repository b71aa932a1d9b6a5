/* One expression as the condition of a rule, so that no input is lost to the YAML around it. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

static const char head[] =
    "format: extradition-rulebook/1\n"
    "instrument: {id: input, title: t, kind: bilateral-treaty, citation: c, parties: {XX: {}, YY: {}}, text-seen: full}\n"
    "dates: [{id: entry, date: 1999-12-20, cite: c}]\n"
    "definitions: [{id: harsh, cite: c, for: offence, means: offence.penalty.requesting > 1 year}]\n"
    "rules:\n- {id: r, cite: c, title: t, ground: age, effect: may-refuse, for: each offence, when: '";
static const char tail[] = "'}\n- {id: s, cite: c, title: t, ground: age, effect: may-refuse, for: each offence, when: harsh(offence)}\n";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    size_t at = sizeof head - 1;
    char *text = malloc(sizeof head + sizeof tail + 2 * length);
    if (text == NULL)
        return 0;
    memcpy(text, head, at);
    for (size_t i = 0; i < length; i++) {
        text[at++] = (char)bytes[i];
        if (bytes[i] == '\'')
            text[at++] = '\'';
    }
    memcpy(text + at, tail, sizeof tail - 1);
    exd_rules *rules = fuzz_rules(text, at + sizeof tail - 1);
    if (rules != NULL)
        fuzz_all_rules(rules);
    exd_rules_unref(rules);
    free(text);
    return 0;
}
