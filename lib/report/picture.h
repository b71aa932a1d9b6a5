/* A picture of what a report says, for forms that have pictures. */
#ifndef EXTRADITION_REPORT_PICTURE_H
#define EXTRADITION_REPORT_PICTURE_H

#include "report/block.h"

/* With its heading; nothing where the form has no pictures, or where no ground applies or is open. */
void picture_write(struct text_out *out);

#endif
