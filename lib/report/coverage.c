/* Coverage of case tests as text: a line for each instrument that was checked, and under it the limbs that never decided. */
#include "check/coverage.h"
#include "report/writer.h"

struct listing {
    const struct exd_coverage *coverage;
    struct writer *writer;
    const struct rule *rule; /* NULL: the instrument's own condition */
    bool named;              /* the rule stands above its limbs already */
};

static void name_rule(struct listing *listing)
{
    if (listing->named)
        return;
    listing->named = true;
    writer_styled(listing->writer, STYLE_NAME, listing->rule ? listing->rule->full_id : TEXT("applies"));
    writer_end(listing->writer, 4, 8);
}

static void list_leaf(void *user, uint32_t node)
{
    struct listing *listing = user;
    const struct program *program = &listing->coverage->rules->program;
    uint8_t covered = listing->coverage->nodes[node];
    if (covered == COVERED)
        return;
    name_rule(listing);
    const struct limb *limb = &program->limbs[program->nodes[node].limb];
    writer_say(listing->writer, "line %u: %t: never decided %s", limb->place.line, limb->expression,
               covered == 0              ? "true, nor false"
               : covered == COVERED_TRUE ? "false"
                                         : "true");
    writer_end(listing->writer, 6, 10);
}

static void write_instrument(struct listing *listing, const struct instrument *instrument)
{
    const struct exd_coverage *coverage = listing->coverage;
    size_t limbs = exd_coverage_limbs(coverage, instrument->index);
    size_t missing = exd_coverage_missing(coverage, instrument->index);
    writer_text(listing->writer, instrument->id);
    writer_tab(listing->writer, 32);
    writer_say(listing->writer, "%z of %z limbs decided both ways", limbs - missing, limbs);
    writer_end(listing->writer, 0, 4);
    listing->rule = NULL;
    listing->named = false;
    coverage_each_leaf(coverage->rules, instrument->applies, list_leaf, listing);
    for (uint32_t i = 0; i < instrument->rule_count; i++) {
        listing->rule = &instrument->rules[i];
        listing->named = false;
        coverage_each_leaf_of_rule(coverage->rules, listing->rule, list_leaf, listing);
    }
}

exd_status exd_coverage_write(const exd_coverage *coverage, unsigned width, exd_sink sink, void *user)
{
    struct writer writer;
    if (!coverage || !sink)
        return EXD_ERROR_ARGUMENT;
    writer_init(&writer, coverage->memory, sink, user);
    writer.width = width;
    struct listing listing = {.coverage = coverage, .writer = &writer};
    for (uint32_t i = 0; i < coverage->rules->instrument_count; i++)
        if (coverage->touched[i])
            write_instrument(&listing, &coverage->rules->instruments[i]);
    return writer_finish(&writer);
}
