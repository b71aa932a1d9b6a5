#include "report/json_keys.h"

#include "base/date.h"
#include "report/outline.h"
#include "report/say.h"

void json_begin(struct json *json, const char *format)
{
    json_open(json, '{');
    key_string(json, "format", format);
    if (json->writer->language != NULL)
        key_text(json, "language", json->writer->language->id);
}

void json_end(struct json *json)
{
    json_close(json, '}');
    writer_raw_string(json->writer, "\n");
}

struct buffer *json_scratch(struct json *json)
{
    buffer_clear(&json->writer->scratch);
    return &json->writer->scratch;
}

struct text json_take(struct json *json)
{
    if (json->writer->scratch.failed)
        json->writer->out.failed = true;
    return buffer_view(&json->writer->scratch);
}

/* ---- keys ------------------------------------------------------------------------------------------------------------- */

void key_text(struct json *json, const char *key, struct text text)
{
    json_key(json, key);
    json_text_or_null(json, text);
}

void key_text_if_any(struct json *json, const char *key, struct text text)
{
    if (text.length > 0)
        key_text(json, key, text);
}

void key_string(struct json *json, const char *key, const char *string)
{
    json_key(json, key);
    json_string(json, string);
}

void key_boolean(struct json *json, const char *key, bool value)
{
    json_key(json, key);
    json_boolean(json, value);
}

void key_integer(struct json *json, const char *key, int64_t value)
{
    json_key(json, key);
    json_integer(json, value);
}

void key_open(struct json *json, const char *key, char bracket)
{
    json_key(json, key);
    json_open(json, bracket);
}

void key_null(struct json *json, const char *key)
{
    json_key(json, key);
    json_null(json);
}

void key_rules_text(struct json *json, const char *key, struct text text)
{
    bool english;
    struct text said = say_of_rules(json->writer->language, text, &english);
    if (!english) {
        key_text(json, key, said);
        return;
    }
    buffer_format(json_scratch(json), "%t%s", said, SAY_MARK);
    key_text(json, key, json_take(json));
}

void key_cite(struct json *json, const char *key, struct text cite)
{
    key_text(json, key, say_of_rules(json->writer->language, cite, NULL));
}

void key_phrase(struct json *json, const char *key, struct text phrase)
{
    say_phrase_into(json_scratch(json), json->writer->language, phrase);
    key_text(json, key, json_take(json));
}

void key_line(struct json *json, uint32_t line)
{
    if (line > 0)
        key_integer(json, "line", line);
    else
        key_null(json, "line");
}

void key_paths(struct json *json, const char *key, const struct fact_list *facts)
{
    key_open(json, key, '[');
    for (uint32_t i = 0; i < facts->count; i++)
        json_text(json, facts->items[i].path);
    json_close(json, ']');
}

void key_date(struct json *json, const char *key, bool there, struct date_span span)
{
    struct buffer *written = json_scratch(json);
    if (there)
        date_write(written, span);
    key_text(json, key, there ? json_take(json) : TEXT(""));
}

/* ---- proofs ----------------------------------------------------------------------------------------------------------- */

void key_label(struct json *json, const struct because *because)
{
    const struct reason_words *words = because->words;
    if (words == NULL) {
        key_rules_text(json, "label", because->label);
        return;
    }
    say_into(json_scratch(json), json->writer->language, words->message, words->state, words->day);
    key_text(json, "label", json_take(json));
}

/* A limb leaves out the keys that it has nothing for: proofs are long. */
static void put_because(struct json *json, const struct because *because, unsigned depth)
{
    json_open(json, '{');
    key_string(json, "kind", outline_limb_word(because->kind));
    if (because->label.length > 0)
        key_label(json, because);
    key_text_if_any(json, "cite", say_of_rules(json->writer->language, because->cite, NULL));
    key_text_if_any(json, "id", because->id);
    key_text_if_any(json, "test", because->expression);
    key_string(json, "result", outline_truth_word(because->truth));
    key_boolean(json, "decides", because->decides);
    key_text_if_any(json, "note", because->note);
    if (because->facts.count > 0)
        key_paths(json, "facts", &because->facts);
    if (because->child_count > 0) {
        key_open(json, "children", '[');
        for (uint32_t i = 0; i < because->child_count && depth < OUTLINE_DEPTH; i++)
            put_because(json, &because->children[i], depth + 1);
        json_close(json, ']');
    }
    json_close(json, '}');
}

void json_because(struct json *json, const struct because *because)
{
    put_because(json, because, 0);
}

void key_test(struct json *json, const struct fact *fact)
{
    if (fact == NULL || !fact->test) {
        key_null(json, "test");
        return;
    }
    key_open(json, "test", '{');
    key_rules_text(json, "by", fact->test_by);
    key_rules_text(json, "standard", fact->test_standard);
    key_rules_text(json, "looks_at", fact->test_looks_at);
    json_close(json, '}');
}
