#include "check/applicability.h"

#include "check/because.h"

/* ---- reasons ---------------------------------------------------------------------------------------------------------- */

/* A reason in words, with the fact of the request that it rests on. */
static bool add_reason(struct builder *builder, struct because *into, enum truth truth, struct reason_words words, const char *fact)
{
    struct because *reason = &into->children[into->child_count++];
    struct reason_words *kept = arena_alloc(builder->arena, sizeof *kept);
    *reason = (struct because){
        .kind = LIMB_TEST, .truth = truth, .label = {"", 0}, .id = {"", 0}, .cite = {"", 0}, .expression = {"", 0}, .note = {"", 0}};
    if (!kept)
        return false;
    *kept = words;
    message_fill(builder->buffer, message_english(words.message), (struct text[MESSAGE_PLACES_MAX]){words.state, words.day});
    reason->label = builder_take(builder);
    reason->words = kept;
    if (!fact)
        return true;
    struct fact_use use = fact_use_make(builder, view_request_key(builder->view, fact));
    return fact_list_add(builder, &reason->facts, &use);
}

static struct reason_words about(enum message message, struct text state)
{
    return (struct reason_words){.message = message, .state = state, .day = {"", 0}};
}

static struct reason_words on_day(struct builder *builder, enum message message, struct text state, day on)
{
    struct reason_words words = about(message, state);
    date_write(builder->buffer, (struct date_span){on, on});
    words.day = builder_take(builder);
    return words;
}

static struct reason_words in_force_words(struct builder *builder, const struct instrument *instrument, enum truth truth)
{
    struct period period = instrument->in_force;
    struct text nobody = {"", 0};
    if (truth == TRUTH_TRUE && period.from == DAY_FIRST)
        return about(MESSAGE_REASON_IN_FORCE, nobody);
    if (truth == TRUTH_TRUE)
        return on_day(builder, MESSAGE_REASON_IN_FORCE_SINCE, nobody, period.from);
    if (builder->view->as_of < period.from)
        return on_day(builder, MESSAGE_REASON_NOT_IN_FORCE_BEFORE, nobody, period.from);
    return on_day(builder, MESSAGE_REASON_NO_LONGER_IN_FORCE, nobody, period.until);
}

static const struct party *find_party(const struct instrument *instrument, name state, day on)
{
    const struct party *found = NULL;
    for (uint32_t i = 0; i < instrument->party_count; i++) {
        const struct party *party = &instrument->parties[i];
        if (party->state == state && (!found || (party->period.from <= on && on <= party->period.until)))
            found = party;
    }
    return found;
}

/* What is said of the requested State stands after the same of the requesting State. */
static enum message of_role(enum message requesting, bool requested)
{
    return (enum message)((int)requesting + (requested ? 1 : 0));
}

static struct reason_words party_words(struct builder *builder, const struct instrument *instrument, struct value state, bool requested,
                                       enum truth truth)
{
    if (!state.known)
        return about(of_role(MESSAGE_REASON_REQUESTING_UNKNOWN, requested), (struct text){"", 0});
    const struct party *party = find_party(instrument, state.as.one.name, builder->view->as_of);
    struct text called = vocabulary_state_title(&builder->view->rules->vocabulary, state.as.one.name);
    if (instrument->kind == INSTRUMENT_STATUTE)
        return about(of_role(truth == TRUTH_TRUE ? MESSAGE_REASON_REQUESTING_HAS_LAW : MESSAGE_REASON_REQUESTING_HAS_NO_LAW, requested),
                     called);
    if (truth == TRUTH_UNKNOWN)
        return about(of_role(MESSAGE_REASON_REQUESTING_MAY_BE_PARTY, requested), called);
    if (truth == TRUTH_TRUE && party->period.from == DAY_FIRST)
        return about(
            of_role(party->verified ? MESSAGE_REASON_REQUESTING_IS_PARTY : MESSAGE_REASON_REQUESTING_IS_PARTY_UNVERIFIED, requested),
            called);
    if (truth == TRUTH_TRUE)
        return on_day(
            builder,
            of_role(party->verified ? MESSAGE_REASON_REQUESTING_IS_PARTY_SINCE : MESSAGE_REASON_REQUESTING_IS_PARTY_SINCE_UNVERIFIED,
                    requested),
            called, party->period.from);
    if (party && builder->view->as_of < party->period.from)
        return on_day(builder, of_role(MESSAGE_REASON_REQUESTING_NO_PARTY_BEFORE, requested), called, party->period.from);
    if (party)
        return on_day(builder, of_role(MESSAGE_REASON_REQUESTING_NO_PARTY_AFTER, requested), called, party->period.until);
    return about(of_role(MESSAGE_REASON_REQUESTING_NO_PARTY, requested), called);
}

static enum truth is_party(const struct view *view, const struct instrument *instrument, struct value state)
{
    return state.known ? instrument_has_party(instrument, state.as.one.name, view->as_of) : TRUTH_UNKNOWN;
}

/* Whether the two States have agreed that an instrument applies between them; `agreed` is what the record says. */
static enum truth is_agreed(const struct view *view, struct value agreed, const struct instrument *instrument)
{
    enum truth found = agreed.known && agreed.complete ? TRUTH_FALSE : TRUTH_UNKNOWN;
    for (uint32_t i = 0; agreed.known && i < agreed.count; i++) {
        name id = agreed.as.members[i].name;
        struct text text = view->record ? record_name(view->record, id) : names_text(&view->rules->names, id);
        if (text_equal(text, instrument->id))
            found = TRUTH_TRUE;
    }
    return found;
}

/* ---- one instrument --------------------------------------------------------------------------------------------------- */

static void mark(struct because *because, bool decides)
{
    because->decides = decides;
    for (uint32_t i = 0; because->kind == LIMB_ALL && i < because->child_count; i++)
        because->children[i].decides = decides && because->children[i].truth == because->truth;
}

/* Whether the States of the request are bound as the instrument asks, given whether each of them is a party. */
static enum truth by_role(const struct instrument *instrument, enum truth asks, enum truth asked)
{
    switch (instrument->role) {
    case ROLE_BOTH:
        return truth_and(asks, asked);
    case ROLE_REQUESTED:
        return asked;
    case ROLE_REQUESTING:
        return asks;
    case ROLE_EITHER:
        return truth_or(asks, asked);
    }
    return TRUTH_UNKNOWN;
}

static enum truth is_in_force(const struct view *view, const struct instrument *instrument)
{
    return truth_of(instrument->in_force.from <= view->as_of && view->as_of <= instrument->in_force.until);
}

/* A model has no parties: it applies where it was agreed, and where that is not known it is open. Whether a State is a party to a treaty is known law,
 * which the rulebook holds with its days; that two States apply a treaty between them without being parties is an agreement of its own, which is
 * there when the record names it (notice.h says what the record leaves open about that). */
static bool hangs_on_agreement(const struct instrument *instrument, enum truth agreed)
{
    return instrument->kind == INSTRUMENT_MODEL || agreed == TRUTH_TRUE;
}

static enum truth decide(struct view *view, const struct instrument *instrument, enum truth agreed)
{
    enum truth result = agreed;
    if (!hangs_on_agreement(instrument, agreed)) {
        enum truth asks = is_party(view, instrument, view_request_value(view, "requesting_state"));
        enum truth asked = is_party(view, instrument, view_request_value(view, "requested_state"));
        result = truth_and(by_role(instrument, asks, asked), is_in_force(view, instrument));
    }
    if (result == TRUTH_FALSE || instrument->applies == NO_ROOT)
        return result;
    return truth_and(result, evaluate_truth(view, instrument->applies));
}

static bool add_own_condition(struct builder *builder, const struct instrument *instrument, struct because *into)
{
    return instrument->applies == NO_ROOT || because_build(builder, instrument->applies, true, &into->children[into->child_count++]);
}

static bool add_parties(struct builder *builder, const struct instrument *instrument, struct because *into)
{
    struct view *view = builder->view;
    struct value requesting = view_request_value(view, "requesting_state");
    struct value requested = view_request_value(view, "requested_state");
    enum truth asks = is_party(view, instrument, requesting);
    enum truth asked = is_party(view, instrument, requested);
    bool good = true;
    bool show_asks =
        instrument->role == ROLE_BOTH || instrument->role == ROLE_REQUESTING || (instrument->role == ROLE_EITHER && asked != TRUTH_TRUE);
    bool show_asked =
        instrument->role == ROLE_BOTH || instrument->role == ROLE_REQUESTED || (instrument->role == ROLE_EITHER && asked == TRUTH_TRUE);
    if (show_asks)
        good &= add_reason(builder, into, asks, party_words(builder, instrument, requesting, false, asks), "requesting_state");
    if (show_asked)
        good &= add_reason(builder, into, asked, party_words(builder, instrument, requested, true, asked), "requested_state");
    return good;
}

/* The reasons for a result. */
static bool explain_instrument(struct builder *builder, const struct instrument *instrument, enum truth agreed, enum truth result,
                               struct instrument_result *out)
{
    struct view *view = builder->view;
    struct because *because = &out->because;
    *out = (struct instrument_result){.instrument = instrument, .result = result};
    *because = (struct because){.kind = LIMB_ALL, .id = {"", 0}, .cite = {"", 0}, .label = {"", 0}, .expression = {"", 0}, .note = {"", 0}};
    because->children = arena_array(builder->arena, 4, sizeof *because->children);
    if (!because->children)
        return false;
    bool good = true;
    if (hangs_on_agreement(instrument, agreed)) {
        good &= add_reason(builder, because, agreed, about(MESSAGE_REASON_AGREED, (struct text){"", 0}), "agreed_instruments");
    } else {
        enum truth force = is_in_force(view, instrument);
        good &= add_parties(builder, instrument, because);
        good &= add_reason(builder, because, force, in_force_words(builder, instrument, force), NULL);
    }
    good &= add_own_condition(builder, instrument, because);
    because->truth = result;
    mark(because, true);
    struct fact_list facts = {0};
    return good && because_collect(builder, because, &facts, &out->missing);
}

/* ---- all of them ------------------------------------------------------------------------------------------------------ */

static uint32_t state_position(const struct view *view, struct value state)
{
    const struct state_name *found = vocabulary_state(&view->rules->vocabulary, state.as.one.name);
    return (uint32_t)(found - view->rules->vocabulary.states);
}

enum { CANDIDATE_REQUESTING = 1, CANDIDATE_REQUESTED = 2, CANDIDATE_OPEN = 4, CANDIDATE_UNLISTED = 8 };

/* What makes an instrument worth looking at, and whether its application was agreed. */
struct candidate {
    uint8_t bits;
    uint8_t agreed; /* enum truth */
};

static void mark_state(const struct view *view, struct value state, struct candidate *candidates, uint8_t bit)
{
    if (!state.known)
        return;
    uint32_t position = state_position(view, state);
    for (uint32_t i = view->rules->by_state[position]; i < view->rules->by_state[position + 1]; i++)
        candidates[view->rules->state_instruments[i]].bits |= bit;
}

/* Which instruments are worth looking at. With both States known that is those that name them; an unknown State could be any. */
static void find_candidates(const struct view *view, struct candidate *candidates)
{
    struct value requesting = view_request_value(view, "requesting_state");
    struct value requested = view_request_value(view, "requested_state");
    struct value agreed = view_request_value(view, "agreed_instruments");
    mark_state(view, requesting, candidates, CANDIDATE_REQUESTING);
    mark_state(view, requested, candidates, CANDIDATE_REQUESTED);
    bool any_state = !requesting.known || !requested.known;
    for (uint32_t i = 0; i < view->rules->instrument_count; i++) {
        const struct instrument *instrument = &view->rules->instruments[i];
        struct candidate *candidate = &candidates[i];
        candidate->agreed = (uint8_t)is_agreed(view, agreed, instrument);
        if (!instrument->parties_complete)
            candidate->bits |= CANDIDATE_UNLISTED;
        bool may_apply = candidate->agreed != TRUTH_FALSE && hangs_on_agreement(instrument, (enum truth)candidate->agreed);
        if (may_apply || (any_state && instrument->kind != INSTRUMENT_MODEL))
            candidate->bits |= CANDIDATE_OPEN;
    }
}

static bool is_candidate(const struct instrument *instrument, uint8_t bits)
{
    if (bits & (CANDIDATE_OPEN | CANDIDATE_UNLISTED))
        return true;
    switch (instrument->role) {
    case ROLE_BOTH:
        return bits == (CANDIDATE_REQUESTING | CANDIDATE_REQUESTED);
    case ROLE_REQUESTED:
        return bits & CANDIDATE_REQUESTED;
    case ROLE_REQUESTING:
        return bits & CANDIDATE_REQUESTING;
    case ROLE_EITHER:
        return bits != 0;
    }
    return false;
}

/* What is read first among instruments that do not prevail over one another: those that apply before those that may, and among them treaties
 * that are a basis, then the statute, then what adds to both. */
static unsigned reading_rank(const struct instrument_result *result)
{
    const struct instrument *instrument = result->instrument;
    unsigned kind = instrument->kind == INSTRUMENT_STATUTE ? 1 : instrument_is_basis(instrument) ? 0 : 2;
    return (result->result == TRUTH_TRUE ? 0 : result->result == TRUTH_UNKNOWN ? 3 : 6) + kind;
}

static bool is_prevailed(const struct view *view, const struct instrument_result *results, uint32_t from, uint32_t count, uint32_t index)
{
    struct text cite;
    for (uint32_t i = from; i < count; i++)
        if (i != index && results[i].result != TRUTH_FALSE && results[index].result != TRUTH_FALSE &&
            ruleset_prevails(view->rules, results[i].instrument->index, results[index].instrument->index, &cite))
            return true;
    return false;
}

/* Prevailing instruments first, then by rank, then by id. Those that do not apply come last. */
static void order_results(const struct view *view, struct instrument_result *results, uint32_t count)
{
    for (uint32_t done = 0; done + 1 < count; done++) {
        uint32_t best = UINT32_MAX;
        for (uint32_t i = done; i < count; i++)
            if (!is_prevailed(view, results, done, count, i) &&
                (best == UINT32_MAX || reading_rank(&results[i]) < reading_rank(&results[best])))
                best = i;
        best = best == UINT32_MAX ? done : best; /* linking has made sure that precedence has no circle */
        struct instrument_result chosen = results[best];
        for (uint32_t i = best; i > done; i--)
            results[i] = results[i - 1];
        results[done] = chosen;
    }
}

/* An instrument that names no State of the request is not worth showing where it does not apply, and neither is a law that is not that of the
 * State asked: they were looked at only because their list of parties is not complete, or because a State is not known. */
static bool is_idle(const struct instrument *instrument, uint8_t bits)
{
    uint8_t named = bits & (CANDIDATE_REQUESTING | CANDIDATE_REQUESTED);
    bool half_known = (bits & CANDIDATE_OPEN) && instrument->role == ROLE_BOTH;
    return half_known ? named == 0 : !is_candidate(instrument, named);
}

/* Treaties before statutes: a statute's own condition may ask whether a treaty applies. */
static bool check_pass(struct builder *builder, const struct candidate *candidates, bool statutes, uint8_t *applies,
                       struct instrument_result *results, uint32_t *count)
{
    const struct exd_rules *rules = builder->view->rules;
    bool good = true;
    for (uint32_t i = 0; i < rules->instrument_count && good; i++) {
        const struct instrument *instrument = &rules->instruments[i];
        if (!is_candidate(instrument, candidates[i].bits) || (instrument->kind == INSTRUMENT_STATUTE) != statutes)
            continue;
        enum truth agreed = (enum truth)candidates[i].agreed;
        enum truth result = decide(builder->view, instrument, agreed);
        applies[i] = (uint8_t)result;
        if (result != TRUTH_FALSE || !is_idle(instrument, candidates[i].bits))
            good = explain_instrument(builder, instrument, agreed, result, &results[(*count)++]);
    }
    return good;
}

bool applicability_find(struct builder *builder, uint8_t *applies, struct instrument_result **out, uint32_t *count)
{
    const struct exd_rules *rules = builder->view->rules;
    struct candidate *candidates = arena_array(builder->arena, rules->instrument_count, sizeof *candidates);
    if (!candidates)
        return false;
    find_candidates(builder->view, candidates);
    uint32_t room = 0;
    for (uint32_t i = 0; i < rules->instrument_count; i++) {
        room += is_candidate(&rules->instruments[i], candidates[i].bits);
        applies[i] = TRUTH_FALSE;
    }
    *count = 0;
    *out = arena_array(builder->arena, room, sizeof **out);
    if (!*out)
        return false;
    builder->view->applies = applies;
    if (!check_pass(builder, candidates, false, applies, *out, count) || !check_pass(builder, candidates, true, applies, *out, count))
        return false;
    order_results(builder->view, *out, *count);
    return true;
}

exd_status applicability_between(const struct exd_rules *rules, name requesting, name requested, day as_of, struct arena *arena,
                                 struct instrument_result **out, uint32_t *count)
{
    struct view *view = arena_alloc(arena, sizeof *view);
    uint8_t *applies = arena_array(arena, rules->instrument_count, sizeof *applies);
    if (!view || !applies)
        return EXD_ERROR_MEMORY;
    view_init(view, rules, NULL, as_of, true);
    view->assumptions[0] =
        (struct assumption){view_request_key(view, "requesting_state"), value_scalar(TYPE_STATE, (union scalar){.name = requesting})};
    view->assumptions[1] =
        (struct assumption){view_request_key(view, "requested_state"), value_scalar(TYPE_STATE, (union scalar){.name = requested})};
    view->assumption_count = 2;
    struct buffer buffer;
    buffer_init(&buffer, rules->memory);
    struct builder builder = {view, arena, &buffer};
    bool good = applicability_find(&builder, applies, out, count);
    buffer_free(&buffer);
    return good && !arena->exhausted ? EXD_OK : EXD_ERROR_MEMORY;
}
