#include "api/handles.h"

size_t exd_rules_instrument_count(const exd_rules *rules)
{
    return rules->instrument_count;
}

static const char *or_empty(struct text text)
{
    return text.data ? text.data : "";
}

const char *exd_rules_instrument_text(const exd_rules *rules, size_t index, exd_instrument_text what)
{
    if (index >= rules->instrument_count)
        return "";
    const struct instrument *instrument = &rules->instruments[index];
    switch (what) {
    case EXD_INSTRUMENT_ID:
        return or_empty(instrument->id);
    case EXD_INSTRUMENT_TITLE:
        return or_empty(instrument->title);
    case EXD_INSTRUMENT_SHORT:
        return or_empty(instrument->short_title);
    case EXD_INSTRUMENT_KIND:
        return instrument_kind_word(instrument->kind);
    case EXD_INSTRUMENT_CITATION:
        return or_empty(instrument->citation);
    case EXD_INSTRUMENT_VERSION:
        return instrument->version;
    case EXD_INSTRUMENT_TEXT_SEEN:
        return or_empty(instrument->text_seen);
    case EXD_INSTRUMENT_NOTE:
        return or_empty(instrument->note);
    case EXD_INSTRUMENT_FILE:
        return or_empty(instrument->file);
    }
    return "";
}

size_t exd_rules_language_count(const exd_rules *rules)
{
    return rules->language_count;
}

const char *exd_rules_language(const exd_rules *rules, size_t index)
{
    return index < rules->language_count ? or_empty(rules->languages[index]->id) : "";
}

size_t exd_rules_rule_count(const exd_rules *rules, size_t instrument)
{
    return instrument < rules->instrument_count ? rules->instruments[instrument].rule_count : 0;
}

const char *exd_rules_rule_text(const exd_rules *rules, size_t instrument, size_t index, exd_rule_text what)
{
    if (index >= exd_rules_rule_count(rules, instrument))
        return "";
    const struct rule *rule = &rules->instruments[instrument].rules[index];
    switch (what) {
    case EXD_RULE_ID:
        return or_empty(rule->full_id);
    case EXD_RULE_CITE:
        return or_empty(rule->cite);
    case EXD_RULE_TITLE:
        return or_empty(rule->title);
    case EXD_RULE_GROUND:
        return or_empty(rules->vocabulary.grounds[rule->ground].id);
    case EXD_RULE_EFFECT:
        return exd_effect_name(rule->effect);
    case EXD_RULE_NOTE:
        return or_empty(rule->note);
    case EXD_RULE_AUTHORITY:
        return or_empty(rule->authority);
    case EXD_RULE_DECIDED_BY:
        return or_empty(rule->decided_by);
    }
    return "";
}
