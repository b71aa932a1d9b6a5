/* How to write a report: the public object behind exd_write_options. */
#include "base/diag.h"
#include "report/outline.h"

EXD_API exd_write_options *exd_write_options_new(void)
{
    struct memory memory = memory_default();
    struct exd_write_options *options = memory_new(memory, sizeof *options);
    if (options != NULL)
        *options = outline_defaults();
    return options;
}

EXD_API void exd_write_options_free(exd_write_options *options)
{
    if (options == NULL)
        return;
    buffer_free(&options->grounds);
    memory_free(options->memory, options, sizeof *options);
}

EXD_API void exd_write_options_set_width(exd_write_options *options, unsigned columns)
{
    options->width = columns;
}

EXD_API void exd_write_options_set_colour(exd_write_options *options, bool on)
{
    options->colour = on;
}

EXD_API void exd_write_options_set_indent(exd_write_options *options, bool on)
{
    options->indent = on;
}

EXD_API exd_status exd_write_options_set_language(exd_write_options *options, const exd_rules *rules, const char *language,
                                                  exd_diagnostics *diagnostics)
{
    const struct language *found;
    struct diag diag;
    if (options == NULL || rules == NULL)
        return EXD_ERROR_ARGUMENT;
    diag_init(&diag, diagnostics, 1);
    if (language == NULL)
        options->language[0] = '\0';
    else if (!language_choose(rules, language, &found, &diag) || !language_copy_code(options->language, language))
        return diag.out_of_memory ? EXD_ERROR_MEMORY : EXD_ERROR_ARGUMENT;
    return EXD_OK;
}

EXD_API void exd_write_options_set_full(exd_write_options *options, bool on)
{
    options->full = on;
}

static void suggest(struct text *best, unsigned *best_distance, struct text word, struct text known)
{
    unsigned distance = text_distance(word, known, *best_distance);
    if (distance < *best_distance) {
        *best_distance = distance;
        *best = known;
    }
}

/* Reports a word that is no result, effect or ground, with the nearest that is one. */
static exd_status unknown_word(const exd_write_options *options, const exd_rules *rules, struct text word, exd_diagnostics *diagnostics)
{
    struct text best = TEXT("");
    unsigned distance = 4;
    for (int i = 0; i < OUTLINE_RESULT_COUNT; i++)
        suggest(&best, &distance, word, text_of(exd_result_name((exd_result)i)));
    for (int i = 0; i < OUTLINE_EFFECT_COUNT; i++)
        suggest(&best, &distance, word, text_of(exd_effect_name((exd_effect)i)));
    for (uint32_t i = 0; i < rules->vocabulary.ground_count; i++)
        suggest(&best, &distance, word, rules->vocabulary.grounds[i].id);
    struct diag diag;
    diag_init(&diag, diagnostics, 1);
    struct buffer help;
    buffer_init(&help, options->memory);
    if (best.length > 0)
        buffer_format(&help, "did you mean `%t`?", best);
    else
        buffer_string(&help, "a result (`open`), an effect (`may-refuse`) or a ground (`nationality`)");
    diag_add_help(&diag, DIAG_UNKNOWN_NAME, (struct place){.lines = NULL}, buffer_view(&help), "`%t` is no result, effect or ground", word);
    buffer_free(&help);
    return diag.out_of_memory ? EXD_ERROR_MEMORY : EXD_ERROR_ARGUMENT;
}

EXD_API exd_status exd_write_options_only(exd_write_options *options, const exd_rules *rules, const char *word,
                                          exd_diagnostics *diagnostics)
{
    if (options == NULL || rules == NULL || word == NULL)
        return EXD_ERROR_ARGUMENT;
    struct text text = text_of(word);
    for (int i = 0; i < OUTLINE_RESULT_COUNT; i++) {
        if (text_is(text, exd_result_name((exd_result)i))) {
            options->results |= 1u << i;
            return EXD_OK;
        }
    }
    for (int i = 0; i < OUTLINE_EFFECT_COUNT; i++) {
        if (text_is(text, exd_effect_name((exd_effect)i))) {
            options->effects |= 1u << i;
            return EXD_OK;
        }
    }
    for (uint32_t i = 0; i < rules->vocabulary.ground_count; i++) {
        if (text_equal(text, rules->vocabulary.grounds[i].id)) {
            buffer_format(&options->grounds, "%t\n", text);
            return options->grounds.failed ? EXD_ERROR_MEMORY : EXD_OK;
        }
    }
    return unknown_word(options, rules, text, diagnostics);
}
