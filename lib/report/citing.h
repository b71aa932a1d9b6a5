/* Provisions cited one after another, as many as a reader takes in at once. Those of one instrument name it once. */
#ifndef EXTRADITION_REPORT_CITING_H
#define EXTRADITION_REPORT_CITING_H

#include "report/block.h"

struct citing {
    struct text_out *out;
    const struct instrument *last;
    uint32_t said;
    uint32_t left; /* not shown */
};

void citing_add(struct citing *citing, const struct finding *finding, bool with_title);
/* `; and 3 more`, where some were left out. */
void citing_end(const struct citing *citing);

#endif
