#include "check/notice.h"

static bool is_law(const struct instrument *instrument)
{
    return instrument->kind == INSTRUMENT_STATUTE;
}

/* Whether such an instrument applies, or `or_may` apply. */
static bool some_applies(const struct exd_report *report, bool (*such)(const struct instrument *instrument), bool or_may)
{
    for (uint32_t i = 0; i < report->instrument_count; i++) {
        enum truth result = report->instruments[i].result;
        if ((result == TRUTH_TRUE || (or_may && result == TRUTH_UNKNOWN)) && such(report->instruments[i].instrument))
            return true;
    }
    return false;
}

/* Without both States nothing can be said of what the library lacks. */
static bool is_between_known_states(const struct view *view)
{
    return view_request_value(view, "requesting_state").known && view_request_value(view, "requested_state").known;
}

static bool is_due(const struct view *view, const struct exd_report *report, enum notice notice)
{
    struct value other_treaty = view_request_value(view, "treaty_in_force");
    struct value agreed = view_request_value(view, "agreed_instruments");
    switch (notice) {
    case NOTICE_OUTSIDE_TREATY:
        return value_truth(other_treaty) == TRUTH_TRUE && !some_applies(report, instrument_is_basis, false);
    case NOTICE_NO_TREATY_HELD:
        return is_between_known_states(view) && !other_treaty.known && !some_applies(report, instrument_is_basis, true);
    case NOTICE_NO_LAW_HELD:
        return is_between_known_states(view) && !some_applies(report, is_law, true);
    case NOTICE_AGREEMENT_UNKNOWN:
        return !agreed.known || !agreed.complete;
    case NOTICE_COUNT:
        break;
    }
    return false;
}

unsigned notices_find(const struct view *view, const struct exd_report *report)
{
    unsigned found = 0;
    for (int notice = 0; notice < NOTICE_COUNT; notice++)
        found |= (unsigned)is_due(view, report, (enum notice)notice) << notice;
    return found;
}
