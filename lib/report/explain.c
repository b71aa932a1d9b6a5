/* One rule, or one instrument, as a lawyer would read it: everything that the rulebook says about it, and what the rule needs to know. */
#include "report/explain.h"

#include "base/date.h"
#include "base/diag.h"
#include "check/evaluate.h"
#include "report/words.h"
#include "report/write.h"

enum { LABEL_COLUMNS = 14, SHOWN_INDENT_MAX = 40, CASES_SHOWN = 40 };

struct explaining {
    const struct exd_rules *rules;
    struct writer *writer;
    const struct subject_matter *matter;
};

static void put_label(struct explaining *explaining, enum message label)
{
    if (label != MESSAGE_COUNT)
        say(explaining->writer, label);
    writer_tab(explaining->writer, LABEL_COLUMNS);
}

static void end_label(struct explaining *explaining)
{
    writer_end(explaining->writer, 0, LABEL_COLUMNS);
}

/* What is the same in every language: ids, dates, addresses. */
static void put_plain(struct explaining *explaining, enum message label, struct text text)
{
    if (text.length == 0)
        return;
    put_label(explaining, label);
    writer_text(explaining->writer, text);
    end_label(explaining);
}

static void put_labelled(struct explaining *explaining, enum message label, struct text text)
{
    if (text.length == 0)
        return;
    put_label(explaining, label);
    say_words(explaining->writer, text);
    end_label(explaining);
}

static void put_title(struct writer *writer, struct text title)
{
    size_t columns = text_width(title);
    writer_styled(writer, STYLE_STRONG, title);
    writer_end(writer, 0, 0);
    if (writer->width != 0 && columns > writer->width)
        columns = writer->width;
    for (size_t i = 0; i < columns; i++)
        writer_say(writer, "=");
    writer_end(writer, 0, 0);
}

static void put_period(struct explaining *explaining, enum message label, struct period period)
{
    if (period.from <= DAY_FIRST && period.until == DAY_NEVER)
        return;
    put_label(explaining, label);
    words_say_period(explaining->writer, period);
    end_label(explaining);
}

static void put_states(struct explaining *explaining, enum message label, const name *states, uint32_t count)
{
    if (count == 0)
        return;
    put_label(explaining, label);
    for (uint32_t i = 0; i < count; i++) {
        writer_say(explaining->writer, i > 0 ? ", " : "");
        words_say_state(explaining->writer, explaining->rules, states[i]);
    }
    end_label(explaining);
}

/* ` (US-Korea Treaty 1998, Art. 3(1): Nationality)`. */
static void say_rule(struct writer *writer, const struct instrument *instrument, const struct rule *rule)
{
    writer_say(writer, " (");
    say_text(writer, instrument->short_title);
    writer_say(writer, ", ");
    say_cite(writer, rule->cite);
    writer_say(writer, ": ");
    say_text(writer, rule->title);
    writer_say(writer, ")");
}

static void put_links(struct explaining *explaining, enum message label, const struct rule_links *links)
{
    for (uint32_t i = 0; i < links->count; i++) {
        const struct rule_link *link = &links->items[i];
        put_label(explaining, i == 0 ? label : MESSAGE_COUNT);
        writer_styled(explaining->writer, STYLE_NAME, link->rule != NULL ? link->rule->full_id : link->id);
        if (link->rule != NULL && link->instrument != NULL)
            say_rule(explaining->writer, link->instrument, link->rule);
        else
            say(explaining->writer, MESSAGE_INSTRUMENT_NOT_LOADED);
        end_label(explaining);
    }
}

/* ---- conditions ------------------------------------------------------------------------------------------------------- */

static const struct limb *limb_of(const struct program *program, const struct program_node *node)
{
    static const struct limb none = {.expression = {"", 0}, .title = &no_title};
    return node->limb == NO_LIMB ? &none : &program->limbs[node->limb];
}

static enum message quantifier_words(uint16_t op)
{
    return op == OP_SOME ? MESSAGE_AT_LEAST_ONE_OF : op == OP_EVERY ? MESSAGE_EVERY_ONE_OF : MESSAGE_NONE_OF;
}

static void say_limb_head(struct explaining *explaining, const struct program_node *node, const struct limb *limb)
{
    struct writer *writer = explaining->writer;
    if (node->op == OP_ALL) {
        say(writer, MESSAGE_ALL_OF_THESE);
    } else if (node->op == OP_ANY) {
        say(writer, MESSAGE_ANY_OF_THESE);
    } else if (node->op == OP_NOT) {
        say(writer, MESSAGE_NOT);
    } else {
        if (node->op == OP_SOME || node->op == OP_EVERY || node->op == OP_NO)
            say(writer, quantifier_words(node->op), explaining->rules->vocabulary.entities[node->b].list_name);
        else if (node->op == OP_DEFINITION)
            say(writer, MESSAGE_AS_DEFINED);
        writer_styled(writer, STYLE_NAME, limb->expression);
    }
    if (limb->title->label.length > 0) {
        writer_say(writer, ": ");
        say_text(writer, limb->title->label);
    }
    say_cite_in_brackets(writer, limb->title->cite);
}

static void put_condition(struct explaining *explaining, uint32_t root, size_t indent, unsigned depth)
{
    const struct program *program = &explaining->rules->program;
    size_t shown = indent > SHOWN_INDENT_MAX ? SHOWN_INDENT_MAX : indent;
    if (root == NO_ROOT || depth > OUTLINE_DEPTH || writer_failed(explaining->writer))
        return;
    const struct program_node *node = &program->nodes[root];
    if (node->op == OP_UNLESS) {
        put_condition(explaining, node->a, indent, depth + 1);
        say(explaining->writer, MESSAGE_UNLESS);
        writer_end(explaining->writer, shown, shown);
        put_condition(explaining, node->b, indent + 2, depth + 1);
        return;
    }
    say_limb_head(explaining, node, limb_of(program, node));
    writer_end(explaining->writer, shown, shown + 2);
    if (node->op == OP_ALL || node->op == OP_ANY)
        for (uint32_t i = 0; i < node->b; i++)
            put_condition(explaining, program->children[node->a + i], indent + 2, depth + 1);
    else if (node->op < OP_TEST)
        put_condition(explaining, node->a, indent + 2, depth + 1);
}

static void put_part(struct explaining *explaining, enum message words, uint32_t root)
{
    if (root == NO_ROOT)
        return;
    say(explaining->writer, words);
    writer_end(explaining->writer, 0, 0);
    put_condition(explaining, root, 2, 0);
}

static void put_conditions(struct explaining *explaining, const struct rule *rule)
{
    bool requirement = effect_is_requirement(rule->effect);
    say_heading(explaining->writer, requirement ? MESSAGE_WHEN_MET : MESSAGE_WHEN_APPLIES);
    if (rule->given == NO_ROOT && rule->when == NO_ROOT && rule->unless == NO_ROOT) {
        say(explaining->writer, MESSAGE_ALWAYS);
        writer_end(explaining->writer, 0, 0);
        return;
    }
    put_part(explaining, MESSAGE_PART_GIVEN, rule->given);
    put_part(explaining, requirement ? MESSAGE_PART_MET : MESSAGE_PART_APPLIES, rule->when);
    put_part(explaining, requirement ? MESSAGE_PART_NOT_ASKED : MESSAGE_PART_UNLESS, rule->unless);
}

static void put_expression(struct explaining *explaining, enum message label, struct text expression, uint32_t root)
{
    if (root == NO_ROOT)
        return;
    put_label(explaining, label);
    writer_styled(explaining->writer, STYLE_NAME, expression);
    end_label(explaining);
}

static void put_deadline(struct explaining *explaining, const struct rule *rule)
{
    if (rule->effect != EXD_EFFECT_DEADLINE)
        return;
    say_heading(explaining->writer, MESSAGE_EXPLAIN_THE_TIME_LIMIT);
    put_expression(explaining, MESSAGE_LABEL_RUNS_FROM, rule->deadline->starts_text, rule->deadline->starts);
    if (rule->deadline->has_within) {
        put_label(explaining, MESSAGE_LABEL_WITHIN);
        words_say_duration(explaining->writer, explaining->rules, rule->deadline->within);
        end_label(explaining);
    }
    put_expression(explaining, MESSAGE_LABEL_BY, rule->deadline->by_text, rule->deadline->by);
    put_expression(explaining, MESSAGE_LABEL_DONE_ON, rule->deadline->done_text, rule->deadline->done);
    put_labelled(explaining, MESSAGE_LABEL_IF_MISSED, rule->deadline->consequence);
}

static void put_facts(struct explaining *explaining)
{
    const struct vocabulary *vocabulary = &explaining->rules->vocabulary;
    bool any = false;
    for (uint32_t entity = 0; entity < vocabulary->entity_count; entity++) {
        for (uint32_t fact = 0; fact < vocabulary->entities[entity].fact_count; fact++) {
            if (!reads_fact(&explaining->matter->reads, entity, fact))
                continue;
            if (!any)
                say_heading(explaining->writer, MESSAGE_EXPLAIN_FACTS_THAT_IT_READS);
            any = true;
            words_put_fact(explaining->writer, explaining->rules, &vocabulary->entities[entity], &vocabulary->entities[entity].facts[fact],
                           false);
        }
    }
}

/* ---- a rule ----------------------------------------------------------------------------------------------------------- */

static void put_precedence_list(struct explaining *explaining, enum message label, const struct precedence *list, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        put_label(explaining, i == 0 ? label : MESSAGE_COUNT);
        if (list[i].instrument.length == 0)
            say(explaining->writer, MESSAGE_EVERY_TREATY);
        else if (list[i].index < explaining->rules->instrument_count)
            say_text(explaining->writer, explaining->rules->instruments[list[i].index].short_title);
        else
            say(explaining->writer, MESSAGE_NOT_LOADED, list[i].instrument);
        say_cite_in_brackets(explaining->writer, list[i].cite);
        end_label(explaining);
    }
}

static void put_displacers(struct explaining *explaining, const struct rule *rule)
{
    static const enum message words[] = {
        [DISPLACER_IN_PLACE] = MESSAGE_LABEL_REPLACED_BY,
        [DISPLACER_EXCLUDES] = MESSAGE_LABEL_EXCLUDED_BY,
        [DISPLACER_DISPLACES] = MESSAGE_LABEL_DISPLACED_BY,
    };
    for (uint32_t i = 0; i < rule->displacer_count; i++) {
        const struct displacer *displacer = &rule->displacers[i];
        put_label(explaining, words[displacer->kind]);
        writer_styled(explaining->writer, STYLE_NAME, displacer->rule->full_id);
        say_rule(explaining->writer, displacer->instrument, displacer->rule);
        end_label(explaining);
    }
}

static void put_standing(struct explaining *explaining, const struct instrument *instrument, const struct rule *rule)
{
    say_heading(explaining->writer, MESSAGE_EXPLAIN_ITS_STANDING);
    say(explaining->writer, MESSAGE_STANDING_TEXT);
    writer_end(explaining->writer, 0, 0);
    put_precedence_list(explaining, MESSAGE_LABEL_YIELDS_TO, instrument->yields_to, instrument->yields_to_count);
    put_precedence_list(explaining, MESSAGE_LABEL_PREVAILS_OVER, instrument->prevails_over, instrument->prevails_over_count);
    put_links(explaining, MESSAGE_LABEL_IN_PLACE_OF, &rule->relations->in_place_of);
    put_links(explaining, MESSAGE_LABEL_EXCLUDES, &rule->relations->excludes);
    for (uint32_t i = 0; i < rule->relations->excludes_ground_count; i++)
        put_labelled(explaining, MESSAGE_LABEL_EXCLUDES, explaining->rules->vocabulary.grounds[rule->relations->excludes_grounds[i]].title);
    put_links(explaining, MESSAGE_LABEL_DISPLACES, &rule->relations->displaces);
    put_links(explaining, MESSAGE_LABEL_LEAVES, &rule->relations->leaves);
    put_displacers(explaining, rule);
}

static void put_rule_head(struct explaining *explaining, const struct rule *rule)
{
    const struct ground *ground = &explaining->rules->vocabulary.grounds[rule->ground];
    put_label(explaining, MESSAGE_LABEL_EFFECT);
    say(explaining->writer, words_effect(rule->effect));
    writer_say(explaining->writer, " (%s)", exd_effect_name(rule->effect));
    end_label(explaining);
    put_label(explaining, MESSAGE_LABEL_GROUND);
    say_text(explaining->writer, ground->title);
    writer_say(explaining->writer, " (%t): ", ground->id);
    say_text(explaining->writer, ground->about);
    end_label(explaining);
    put_labelled(explaining, MESSAGE_LABEL_ASKED_OF,
                 say_message(NULL, rule->each_offence ? MESSAGE_EACH_OFFENCE : MESSAGE_WHOLE_REQUEST, NULL));
    put_labelled(explaining, MESSAGE_LABEL_DECIDED_BY, rule->decided_by);
    put_labelled(explaining, MESSAGE_LABEL_WEIGHS, text_of(outline_weighs_word(rule->weighs)));
    put_links(explaining, MESSAGE_LABEL_WITHIN, &rule->relations->within);
    put_labelled(explaining, MESSAGE_LABEL_AUTHORITY, rule->authority);
    put_period(explaining, MESSAGE_LABEL_IN_FORCE, rule->period);
    put_states(explaining, MESSAGE_LABEL_REQUESTS_TO, rule->for_requested, rule->for_requested_count);
    put_states(explaining, MESSAGE_LABEL_REQUESTS_BY, rule->for_requesting, rule->for_requesting_count);
    put_links(explaining, MESSAGE_LABEL_THEN, &rule->relations->then);
    put_labelled(explaining, MESSAGE_LABEL_NOTE, rule->note);
    if (!rule->verified)
        put_labelled(explaining, MESSAGE_LABEL_WORDING, TEXT("not verified against the printed text"));
    put_plain(explaining, MESSAGE_LABEL_ID, rule->full_id);
}

/* ---- the case tests of a rule ----------------------------------------------------------------------------------------- */

bool explain_tests(const struct subject_matter *matter, const struct exd_record *record)
{
    for (uint32_t i = 0; i < record->expectation_count; i++)
        if (text_equal(record->expectations[i].id, matter->rule->full_id))
            return true;
    return false;
}

struct text explain_file(const struct exd_record *record)
{
    struct text path = record->expectations[0].place.lines->name;
    size_t start = path.length;
    while (start > 0 && path.data[start - 1] != '/')
        start--;
    return (struct text){path.data + start, path.length - start};
}

static void put_cases(struct explaining *explaining)
{
    const struct subject_matter *matter = explaining->matter;
    unsigned found = 0;
    for (size_t i = 0; i < matter->case_count && !writer_failed(explaining->writer); i++) {
        const struct exd_record *record = matter->cases[i];
        if (!explain_tests(matter, record) || found++ >= CASES_SHOWN)
            continue;
        if (found == 1)
            say_heading(explaining->writer, MESSAGE_EXPLAIN_CASES);
        writer_text(explaining->writer, explain_file(record));
        writer_say(explaining->writer, ": ");
        writer_text(explaining->writer, record->title.length > 0 ? record->title : record->id);
        writer_end(explaining->writer, 0, 2);
    }
    if (found > CASES_SHOWN)
        say(explaining->writer, MESSAGE_MORE_CASES, found - CASES_SHOWN);
    writer_end(explaining->writer, 0, 0);
}

/* ---- a rule, whole ---------------------------------------------------------------------------------------------------- */

static void explain_rule(struct explaining *explaining, const struct instrument *instrument, const struct rule *rule)
{
    writer_style(explaining->writer, STYLE_STRONG);
    say_text(explaining->writer, instrument->short_title);
    writer_say(explaining->writer, ", ");
    say_cite(explaining->writer, rule->cite);
    writer_style(explaining->writer, STYLE_PLAIN);
    writer_end(explaining->writer, 0, 0);
    put_title(explaining->writer, say_of_rules(explaining->writer->language, rule->title, NULL));
    put_rule_head(explaining, rule);
    put_conditions(explaining, rule);
    put_deadline(explaining, rule);
    put_facts(explaining);
    put_standing(explaining, instrument, rule);
    put_cases(explaining);
}

/* ---- an instrument ---------------------------------------------------------------------------------------------------- */

static void put_parties(struct explaining *explaining, const struct instrument *instrument)
{
    static const enum message roles[] = {
        [ROLE_BOTH] = MESSAGE_ROLE_BOTH_TEXT,
        [ROLE_REQUESTED] = MESSAGE_ROLE_REQUESTED_TEXT,
        [ROLE_REQUESTING] = MESSAGE_ROLE_REQUESTING_TEXT,
        [ROLE_EITHER] = MESSAGE_ROLE_EITHER_TEXT,
    };
    if (instrument->kind == INSTRUMENT_MODEL)
        return;
    say_heading(explaining->writer, MESSAGE_EXPLAIN_PARTIES);
    say(explaining->writer, roles[instrument->role]);
    writer_end(explaining->writer, 0, 0);
    for (uint32_t i = 0; i < instrument->party_count; i++) {
        const struct party *party = &instrument->parties[i];
        words_say_state(explaining->writer, explaining->rules, party->state);
        writer_say(explaining->writer, ": ");
        words_say_period(explaining->writer, party->period);
        if (!party->verified)
            say(explaining->writer, MESSAGE_DATE_NOT_VERIFIED);
        writer_end(explaining->writer, 2, 4);
    }
}

static void say_cite_styled(struct writer *writer, struct text cite)
{
    writer_style(writer, STYLE_STRONG);
    say_cite(writer, cite);
    writer_style(writer, STYLE_PLAIN);
}

static void put_rules(struct explaining *explaining, const struct instrument *instrument)
{
    say_heading(explaining->writer, MESSAGE_EXPLAIN_RULES);
    for (uint32_t i = 0; i < instrument->rule_count; i++) {
        const struct rule *rule = &instrument->rules[i];
        say_cite_styled(explaining->writer, rule->cite);
        writer_say(explaining->writer, " ");
        say_text(explaining->writer, rule->title);
        writer_end(explaining->writer, 0, 2);
        writer_styled(explaining->writer, STYLE_NAME, rule->full_id);
        writer_say(explaining->writer, " (%s, %t)", exd_effect_name(rule->effect), explaining->rules->vocabulary.grounds[rule->ground].id);
        writer_end(explaining->writer, 2, 4);
    }
}

static void put_left_out(struct explaining *explaining, const struct instrument *instrument)
{
    if (instrument->left_out_count == 0)
        return;
    say_heading(explaining->writer, MESSAGE_EXPLAIN_WHAT_THIS_RULEBOOK_LEAVES_OUT);
    for (uint32_t i = 0; i < instrument->left_out_count; i++) {
        const struct left_out *left_out = &instrument->left_out[i];
        writer_style(explaining->writer, STYLE_STRONG);
        say_cite(explaining->writer, left_out->cite);
        writer_style(explaining->writer, STYLE_PLAIN);
        writer_say(explaining->writer, " ");
        say_text(explaining->writer, left_out->title);
        writer_say(explaining->writer, left_out->reason.length > 0 ? ": " : "");
        say_text(explaining->writer, left_out->reason);
        writer_end(explaining->writer, 0, 2);
    }
}

static void explain_instrument(struct explaining *explaining, const struct instrument *instrument)
{
    put_title(explaining->writer, say_of_rules(explaining->writer->language, instrument->title, NULL));
    put_labelled(explaining, MESSAGE_LABEL_KIND, text_of(instrument_kind_word(instrument->kind)));
    put_labelled(explaining, MESSAGE_LABEL_CITATION, instrument->citation);
    put_period(explaining, MESSAGE_LABEL_IN_FORCE, instrument->in_force);
    if (!instrument->basis)
        put_labelled(explaining, MESSAGE_LABEL_BASIS, TEXT("no basis for extradition by itself"));
    for (uint32_t i = 0; i < instrument->source_count; i++)
        put_plain(explaining, i == 0 ? MESSAGE_LABEL_SOURCES : MESSAGE_COUNT, instrument->sources[i]);
    put_plain(explaining, MESSAGE_LABEL_TEXT_SEEN, instrument->text_seen);
    put_plain(explaining, MESSAGE_LABEL_CHECKED_ON, instrument->checked_on);
    if (instrument->review.against.length > 0) {
        put_label(explaining, MESSAGE_LABEL_REVIEWED);
        say(explaining->writer, MESSAGE_REVIEWED_AGAINST, instrument->review.against, instrument->review.on, instrument->review.found);
        end_label(explaining);
    }
    for (uint32_t i = 0; i < instrument->amended_count; i++) {
        const struct amendment *amendment = &instrument->amended[i];
        put_label(explaining, i == 0 ? MESSAGE_LABEL_AMENDED : MESSAGE_COUNT);
        writer_say(explaining->writer, "%t ", amendment->on);
        say_cite(explaining->writer, amendment->by);
        writer_say(explaining->writer, amendment->note.length > 0 ? ": " : "");
        say_text(explaining->writer, amendment->note);
        end_label(explaining);
    }
    put_precedence_list(explaining, MESSAGE_LABEL_YIELDS_TO, instrument->yields_to, instrument->yields_to_count);
    put_precedence_list(explaining, MESSAGE_LABEL_PREVAILS_OVER, instrument->prevails_over, instrument->prevails_over_count);
    put_labelled(explaining, MESSAGE_LABEL_NOTE, instrument->note);
    put_plain(explaining, MESSAGE_LABEL_ID, instrument->id);
    put_plain(explaining, MESSAGE_LABEL_VERSION, text_of(instrument->version));
    put_parties(explaining, instrument);
    if (instrument->applies != NO_ROOT) {
        say_heading(explaining->writer, MESSAGE_EXPLAIN_IT_APPLIES_ONLY_WHERE);
        put_condition(explaining, instrument->applies, 2, 0);
    }
    put_rules(explaining, instrument);
    put_left_out(explaining, instrument);
}

/* ---- the public function ---------------------------------------------------------------------------------------------- */

/* `art-3` is meant for `art-3-1` rather than for `art-1`. */
static void suggest(struct text *best, unsigned *best_distance, struct text wanted, struct text known)
{
    bool begins = known.length > wanted.length && text_equal((struct text){known.data, wanted.length}, wanted);
    unsigned distance = begins ? 0 : text_distance(wanted, known, *best_distance);
    if (distance < *best_distance) {
        *best_distance = distance;
        *best = known;
    }
}

static exd_status no_such_rule(const struct exd_rules *rules, struct text id, exd_diagnostics *diagnostics)
{
    struct text best = TEXT("");
    unsigned distance = 8;
    struct diag diag;
    struct buffer help;
    for (uint32_t i = 0; i < rules->instrument_count; i++) {
        suggest(&best, &distance, id, rules->instruments[i].id);
        for (uint32_t j = 0; j < rules->instruments[i].rule_count; j++)
            suggest(&best, &distance, id, rules->instruments[i].rules[j].full_id);
    }
    diag_init(&diag, diagnostics, 1);
    buffer_init(&help, rules->memory);
    if (best.length > 0)
        buffer_format(&help, "did you mean `%t`?", best);
    diag_add_help(&diag, DIAG_UNKNOWN_REFERENCE, (struct place){.lines = NULL}, buffer_view(&help), "there is no rule or instrument `%t`",
                  id);
    bool failed = help.failed || diag.out_of_memory;
    buffer_free(&help);
    return failed ? EXD_ERROR_MEMORY : EXD_ERROR_ARGUMENT;
}

EXD_API exd_status exd_rules_explain(const exd_rules *rules, const char *id, exd_record *const *cases, size_t case_count, exd_format format,
                                     const exd_write_options *options, exd_sink sink, void *user, exd_diagnostics *diagnostics)
{
    struct exd_write_options defaults = outline_defaults();
    const struct exd_write_options *used = options != NULL ? options : &defaults;
    struct subject_matter matter = {.rules = rules, .cases = cases, .case_count = case_count};
    struct writer writer;
    if (rules == NULL || id == NULL || sink == NULL || (cases == NULL && case_count > 0) ||
        (format != EXD_FORMAT_TEXT && format != EXD_FORMAT_JSON))
        return EXD_ERROR_ARGUMENT;
    matter.rule = ruleset_rule(rules, text_of(id), &matter.instrument);
    if (matter.rule == NULL)
        matter.instrument = ruleset_instrument(rules, text_of(id));
    if (matter.instrument == NULL)
        return no_such_rule(rules, text_of(id), diagnostics);
    if (!write_begin(&writer, rules, format, used, sink, user))
        return EXD_ERROR_ARGUMENT;
    struct arena arena;
    arena_init(&arena, rules->memory);
    struct json json = {.writer = &writer, .indent = used->indent};
    struct explaining explaining = {.rules = rules, .writer = &writer, .matter = &matter};
    if (matter.rule != NULL && !reads_rule(&matter.reads, rules, matter.rule, &arena))
        writer.out.failed = true;
    else if (format == EXD_FORMAT_JSON)
        explain_json(&json, &matter);
    else if (matter.rule != NULL)
        explain_rule(&explaining, matter.instrument, matter.rule);
    else
        explain_instrument(&explaining, matter.instrument);
    arena_free(&arena);
    return writer_finish(&writer);
}
