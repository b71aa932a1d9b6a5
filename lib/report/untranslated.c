/* What a language lacks, as a file of translations to be filled in: every text that has none under its key, with the English beside it. A key
 * without a value is an error when such a file is loaded, so that nothing is taken for translated because it was copied. */
#include "base/diag.h"
#include "report/say.h"
#include "rules/translatable.h"

enum { PATH_MOST = 5, INDENT = 2 };

struct listing {
    const struct exd_rules *rules;
    const struct language *language; /* NULL: there is nothing of it yet */
    struct writer *writer;           /* NULL: only counts */
    bool whole;
    struct text path[PATH_MOST]; /* the keys that are open, outermost first */
    unsigned depth;
    struct buffer names[2]; /* hold the paths of this fact and of the last */
    unsigned turn;
    const struct instrument *instrument; /* that was last begun */
    size_t lacking;
    size_t texts;
};

static bool is_translated(const struct listing *listing, const struct translatable *text)
{
    if (listing->language == NULL)
        return false;
    if (text->message != MESSAGE_COUNT)
        return listing->language->messages[text->message].data != NULL;
    for (size_t i = 0; i < text->place_count; i++)
        if (language_text(listing->language, text->places[i]).data == NULL)
            return false;
    return text->place_count > 0 || language_text(listing->language, text->text).data != NULL;
}

/* Whether a translator has been at the instrument. */
static bool is_begun(const struct language *language, const struct instrument *instrument)
{
    bool begun = language != NULL &&
                 (language_text(language, instrument->title).data != NULL || language_text(language, instrument->short_title).data != NULL);
    for (uint32_t i = 0; language != NULL && !begun && i < instrument->rule_count; i++)
        begun = language_text(language, instrument->rules[i].title).data != NULL;
    return begun;
}

/* ---- YAML ------------------------------------------------------------------------------------------------------------- */

/* Whether a key can stand as it is; `NO` would be read as a truth value by other readers of YAML. */
static bool is_plain(struct text key)
{
    if (key.length == 0 || text_is(key, "NO") || !text_is_letter(key.data[0]))
        return false;
    for (size_t i = 0; i < key.length; i++)
        if (!text_is_letter(key.data[i]) && !text_is_digit(key.data[i]) && memchr("._-", key.data[i], 3) == NULL)
            return false;
    return true;
}

static void put_key(struct writer *writer, struct text key)
{
    if (is_plain(key)) {
        writer_raw_text(writer, key);
        return;
    }
    writer_raw_string(writer, "\"");
    for (size_t i = 0; i < key.length; i++) {
        char c = key.data[i];
        if (c == '"' || c == '\\')
            writer_raw_string(writer, "\\");
        writer_raw_string(writer, c == '\n' ? "\\n" : "");
        writer_raw(writer, &c, c == '\n' ? 0 : 1);
    }
    writer_raw_string(writer, "\"");
}

/* The words as one comment. */
static void put_english(struct writer *writer, struct text english)
{
    writer_raw_string(writer, " # ");
    for (size_t i = 0; i < english.length; i++)
        writer_raw(writer, english.data[i] == '\n' ? " " : &english.data[i], 1);
}

static void put_line(struct listing *listing, unsigned depth, struct text key)
{
    for (unsigned i = 0; i < depth * INDENT; i++)
        writer_raw_string(listing->writer, " ");
    put_key(listing->writer, key);
    writer_raw_string(listing->writer, ":");
}

/* Where the English stands, before what is lacking of it. */
static void put_file(struct listing *listing, const struct instrument *instrument)
{
    if (instrument == NULL || instrument == listing->instrument)
        return;
    listing->instrument = instrument;
    writer_raw_string(listing->writer, "  # ");
    writer_raw_text(listing->writer, instrument->file);
    writer_raw_string(listing->writer, "\n");
}

/* What the translations will be of, so that a change of the English is noticed. */
static void put_digest(struct listing *listing, unsigned depth, const char *digest)
{
    put_line(listing, depth, TEXT(TRANSLATABLE_DIGEST_KEY));
    writer_raw_string(listing->writer, " ");
    writer_raw_string(listing->writer, digest);
    writer_raw_string(listing->writer, "\n");
}

/* Opens the keys that are not open yet, and writes the last. */
static void put(struct listing *listing, const struct translatable *text)
{
    struct text path[PATH_MOST] = {text_of(translatable_section_word(text->section)), text->name};
    unsigned depth = 2;
    if (text->owner.length > 0) {
        struct buffer *fact = &listing->names[listing->turn ^= 1u];
        buffer_clear(fact);
        buffer_format(fact, "%t.%t", text->owner, text->name);
        path[1] = buffer_view(fact);
    }
    const struct text more[] = {text_of(text->part), text->item, text->key};
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
        if (more[i].length > 0)
            path[depth++] = more[i];
    unsigned same = 0;
    while (same < depth - 1 && same < listing->depth && text_equal(path[same], listing->path[same]))
        same++;
    for (unsigned i = same; i < depth; i++) {
        if (i == 0)
            writer_raw_string(listing->writer, "\n");
        if (i == 1)
            put_file(listing, text->instrument);
        put_line(listing, i, path[i]);
        if (i == depth - 1 && path[i].data != text->text.data)
            put_english(listing->writer, text->text);
        writer_raw_string(listing->writer, "\n");
        if (i == depth - 2 && text->digest != NULL)
            put_digest(listing, depth - 1, text->digest);
    }
    memcpy(listing->path, path, sizeof path);
    listing->depth = depth;
}

/* ---- the list --------------------------------------------------------------------------------------------------------- */

static bool visit(void *user, const struct translatable *text)
{
    struct listing *listing = user;
    if (text->instrument != NULL && !listing->whole && !is_begun(listing->language, text->instrument))
        return true;
    listing->texts++;
    if (is_translated(listing, text))
        return true;
    listing->lacking++;
    if (listing->writer != NULL)
        put(listing, text);
    return listing->writer == NULL || !writer_failed(listing->writer);
}

/* What an instrument that was not begun is called, for the translator to choose from. */
static void put_not_begun(const struct listing *listing)
{
    bool any = false;
    for (uint32_t i = 0; i < listing->rules->instrument_count; i++) {
        const struct instrument *instrument = &listing->rules->instruments[i];
        if (listing->whole || is_begun(listing->language, instrument))
            continue;
        writer_raw_string(listing->writer, any ? "" : "\n# Not begun:\n");
        writer_raw_string(listing->writer, "#   ");
        writer_raw_text(listing->writer, instrument->id);
        writer_raw_string(listing->writer, "\n");
        any = true;
    }
}

static exd_status put_page(struct listing *listing, struct text language, exd_sink sink, void *user)
{
    const struct memory memory = listing->rules->memory;
    struct writer writer;
    struct buffer head;
    writer_init(&writer, memory, sink, user);
    buffer_init(&head, memory);
    buffer_init(&listing->names[0], memory);
    buffer_init(&listing->names[1], memory);
    buffer_format(&head,
                  "# %t lacks %z of %z texts. What stands after # is the English.\nformat: extradition-translation/1\nlanguage: %t\n",
                  language, listing->lacking, listing->texts, language);
    writer_raw_text(&writer, buffer_view(&head));
    listing->writer = &writer;
    bool good = translatable_each(listing->rules, visit, listing);
    put_not_begun(listing);
    bool failed = head.failed || listing->names[0].failed || listing->names[1].failed;
    buffer_free(&head);
    buffer_free(&listing->names[0]);
    buffer_free(&listing->names[1]);
    exd_status status = writer_finish(&writer);
    return status == EXD_OK && (failed || !good) ? EXD_ERROR_MEMORY : status;
}

exd_status exd_rules_untranslated(const exd_rules *rules, const char *language, bool whole, size_t *lacking, size_t *texts, exd_sink sink,
                                  void *user)
{
    char code[LANGUAGE_BYTES];
    if (rules == NULL || language == NULL || !language_copy_code(code, language) || text_is(text_of(code), "en"))
        return EXD_ERROR_ARGUMENT;
    struct listing listing = {.rules = rules, .language = language_find(rules, text_of(code)), .whole = whole};
    if (!translatable_each(rules, visit, &listing))
        return EXD_ERROR_MEMORY;
    if (lacking != NULL)
        *lacking = listing.lacking;
    if (texts != NULL)
        *texts = listing.texts;
    if (sink == NULL)
        return EXD_OK;
    return put_page(&listing, text_of(code), sink, user);
}
