/* What an interview says to the person who answers: the question, what an answer has to look like, more about why it is asked, what the answer
 * came to, and how things stand at the end. */
#ifndef EXTRADITION_REPORT_INTERVIEW_H
#define EXTRADITION_REPORT_INTERVIEW_H

#include "check/interview.h"

exd_status interview_write(const struct exd_interview *interview, exd_interview_part part, const struct exd_write_options *options,
                           exd_sink sink, void *user);

#endif
