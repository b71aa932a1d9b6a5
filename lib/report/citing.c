#include "report/citing.h"

#include "report/say.h"

enum { CITES_SHOWN = 4 };

void citing_add(struct citing *citing, const struct finding *finding, bool with_title)
{
    struct writer *writer = citing->out->writer;
    if (citing->said == CITES_SHOWN && !citing->out->options->full) {
        citing->left++;
        return;
    }
    bool same = citing->last == finding->instrument;
    writer_say(writer, citing->said == 0 ? "" : same ? ", " : "; ");
    if (same)
        say_cite(writer, finding->rule->cite);
    else
        block_say_citation(citing->out, finding->instrument, finding->rule);
    if (with_title) {
        writer_say(writer, " (");
        say_text(writer, finding->rule->title);
        writer_say(writer, ")");
    }
    citing->last = finding->instrument;
    citing->said++;
}

void citing_end(const struct citing *citing)
{
    if (citing->left > 0)
        say(citing->out->writer, MESSAGE_CITES_MORE, citing->left);
}
