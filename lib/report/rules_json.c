#include "report/rules_json.h"

#include "base/date.h"
#include "report/json_keys.h"

void rules_json_instrument(struct json *json, const struct instrument *instrument)
{
    key_text(json, "id", instrument->id);
    key_rules_text(json, "title", instrument->title);
    key_rules_text(json, "short", instrument->short_title);
    key_string(json, "kind", instrument_kind_word(instrument->kind));
    key_rules_text(json, "citation", instrument->citation);
    key_string(json, "version", instrument->version);
}

void rules_json_reading(struct json *json, const struct instrument *instrument)
{
    const struct review *review = &instrument->review;
    key_text(json, "text_seen", instrument->text_seen);
    key_text(json, "checked_on", instrument->checked_on);
    if (review->against.length == 0) {
        key_null(json, "reviewed");
        return;
    }
    key_open(json, "reviewed", '{');
    key_text(json, "against", review->against);
    key_text(json, "on", review->on);
    key_text(json, "found", review->found);
    json_close(json, '}');
}

void rules_json_left_out(struct json *json, const struct instrument *instrument)
{
    key_open(json, "left_out", '[');
    for (uint32_t i = 0; i < instrument->left_out_count; i++) {
        const struct left_out *left_out = &instrument->left_out[i];
        json_open(json, '{');
        key_cite(json, "cite", left_out->cite);
        key_rules_text(json, "title", left_out->title);
        key_rules_text(json, "reason", left_out->reason);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void rules_json_period(struct json *json, struct period period)
{
    key_date(json, "from", period.from > DAY_FIRST, (struct date_span){period.from, period.from});
    key_date(json, "until", period.until != DAY_NEVER, (struct date_span){period.until, period.until});
}

/* ---- facts ------------------------------------------------------------------------------------------------------------ */

/* The closed list that the values are from, with what each means. */
static void put_values(struct json *json, const struct vocabulary *vocabulary, struct type type)
{
    if (type.kind != TYPE_ENUM) {
        key_null(json, "values");
        return;
    }
    const struct enumeration *enumeration = &vocabulary->enumerations[type.of];
    key_open(json, "values", '[');
    for (uint32_t i = 0; i < enumeration->count; i++) {
        json_open(json, '{');
        key_text(json, "value", names_text(vocabulary->names, enumeration->values[i]));
        key_rules_text(json, "means", enumeration->helps[i]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_presumption(struct json *json, const struct vocabulary *vocabulary, const struct fact *fact)
{
    struct buffer *value = json_scratch(json);
    if (fact->presumed)
        value_write(vocabulary, NULL, fact->presumption, value);
    key_text(json, "presumed", json_take(json));
}

void rules_json_fact(struct json *json, const struct vocabulary *vocabulary, const struct entity *entity, const struct fact *fact)
{
    struct type one = fact->type;
    one.set = false;
    json_open(json, '{');
    buffer_format(json_scratch(json), "%t.%t", entity->list_name, fact->name);
    key_text(json, "path", json_take(json));
    type_write(vocabulary, one, json_scratch(json));
    key_text(json, "type", json_take(json));
    key_boolean(json, "set", fact->type.set);
    put_values(json, vocabulary, fact->type);
    key_rules_text(json, "question", fact->question);
    key_rules_text(json, "help", fact->help);
    key_text(json, "held_by", fact->held_by);
    key_test(json, fact);
    put_presumption(json, vocabulary, fact);
    json_close(json, '}');
}
