#include "report/notices.h"

#include "report/json_keys.h"
#include "report/say.h"

const char *const notice_words[NOTICE_COUNT] = {
#define X(id, word) word,
    NOTICE_LIST(X)
#undef X
};

/* On which points the treaty that the record names has rules: statutes give way to it there, unseen. */
static void say_outside_treaty(struct writer *writer, const struct exd_report *report)
{
    const struct vocabulary *vocabulary = &report->rules->vocabulary;
    struct value points = outline_request_value(report, "treaty_provides");
    size_t start = say_open(writer);
    for (uint32_t i = 0; points.known && i < points.count; i++) {
        writer_say(writer, i > 0 ? "; " : "");
        say_text(writer, vocabulary->grounds[vocabulary_ground(vocabulary, points.as.members[i].name)].title);
    }
    say_close(writer, start, points.known && points.count > 0 ? MESSAGE_OUTSIDE_TREATY : MESSAGE_OUTSIDE_TREATY_SILENT);
}

static struct text state_of(const struct exd_report *report, const char *fact)
{
    return vocabulary_state_title(&report->rules->vocabulary, outline_request_value(report, fact).as.one.name);
}

static void say_notice(struct writer *writer, const struct exd_report *report, enum notice notice)
{
    switch (notice) {
    case NOTICE_OUTSIDE_TREATY:
        say_outside_treaty(writer, report);
        break;
    case NOTICE_NO_TREATY_HELD:
        say(writer, MESSAGE_NO_TREATY_HELD, state_of(report, "requesting_state"), state_of(report, "requested_state"));
        break;
    case NOTICE_NO_LAW_HELD:
        say(writer, MESSAGE_NO_LAW_HELD, state_of(report, "requested_state"));
        break;
    case NOTICE_AGREEMENT_UNKNOWN:
        say(writer, MESSAGE_AGREEMENT_UNKNOWN);
        break;
    case NOTICE_COUNT:
        break;
    }
}

void notices_write(struct text_out *out)
{
    for (int notice = 0; notice < NOTICE_COUNT; notice++) {
        if (!notice_is_due(out->report, (enum notice)notice))
            continue;
        writer_sign(out->writer, STYLE_OPEN, "?");
        writer_tab(out->writer, 2);
        say_notice(out->writer, out->report, (enum notice)notice);
        writer_end(out->writer, 0, 2);
    }
}

/* The sentence is put together as a paragraph, and taken from there. */
void notices_json(struct json *json, const struct exd_report *report)
{
    struct buffer *sentence = &json->writer->paragraph;
    key_open(json, "notices", '[');
    for (int notice = 0; notice < NOTICE_COUNT && !writer_failed(json->writer); notice++) {
        if (!notice_is_due(report, (enum notice)notice))
            continue;
        say_notice(json->writer, report, (enum notice)notice);
        json_open(json, '{');
        key_string(json, "notice", notice_words[notice]);
        key_text(json, "text", buffer_view(sentence));
        json_close(json, '}');
        writer_drop(json->writer);
    }
    json_close(json, ']');
}
