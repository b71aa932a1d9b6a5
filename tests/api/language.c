/* Languages through the public header: the one that rules are loaded for, the one that a report asks for, and those that are not there.
 * Takes the directory of a set of rules and a record. Writes TAP. */
#include <extradition.h>

#include <stdio.h>
#include <string.h>

enum { PAGE_BYTES = 65536 };

static int count;

static void say(bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++count, name);
}

struct page {
    char bytes[PAGE_BYTES];
    size_t length;
};

static int append(void *user, const char *bytes, size_t length)
{
    struct page *page = user;
    if (length >= PAGE_BYTES - page->length)
        return 1;
    memcpy(page->bytes + page->length, bytes, length);
    page->length += length;
    page->bytes[page->length] = '\0';
    return 0;
}

static exd_status load(const char *directory, const char *translations, const char *language, exd_rules **rules)
{
    exd_loader *loader = exd_loader_new();
    exd_status status = loader == NULL ? EXD_ERROR_MEMORY : exd_loader_add_directory(loader, directory, NULL);
    if (status == EXD_OK && translations != NULL)
        status = exd_loader_add_directory(loader, translations, NULL);
    if (status == EXD_OK && language != NULL)
        status = exd_loader_set_language(loader, language);
    if (status == EXD_OK)
        status = exd_loader_finish(loader, rules, NULL);
    exd_loader_free(loader);
    return status;
}

static bool writes(const exd_report *report, const exd_write_options *options, const char *words)
{
    static struct page page;
    page.length = 0;
    return exd_report_write(report, EXD_FORMAT_TEXT, options, append, &page) == EXD_OK && strstr(page.bytes, words) != NULL;
}

static void test_loading(const char *directory, const char *translations)
{
    exd_rules *rules = NULL;
    say(load(directory, NULL, NULL, &rules) == EXD_OK && exd_rules_language_count(rules) == 0,
        "translations below a directory are passed over");
    exd_rules_unref(rules);
    say(load(directory, NULL, "ko", &rules) == EXD_ERROR_ARGUMENT, "a language that is not loaded");
    say(load(directory, translations, "de", &rules) == EXD_ERROR_ARGUMENT, "another language than the one that is loaded");
    say(load(directory, translations, "../ko", &rules) == EXD_ERROR_ARGUMENT, "not the code of a language");
}

static void test_reports(exd_rules *rules, const char *path)
{
    exd_diagnostics *diagnostics = exd_diagnostics_new();
    exd_write_options *options = exd_write_options_new();
    exd_record *record = NULL;
    exd_report *report = NULL;
    bool checked = exd_record_load_file(rules, path, 0, &record, diagnostics) == EXD_OK &&
                   exd_check(rules, record, NULL, &report, diagnostics) == EXD_OK;
    say(checked, "a report");
    if (checked) {
        say(writes(report, options, "적용 규범") && writes(report, options, "[en]"), "in the language of the rules");
        say(exd_write_options_set_language(options, rules, "en", diagnostics) == EXD_OK && writes(report, options, "Instruments"),
            "in English");
        say(exd_write_options_set_language(options, rules, "ko", diagnostics) == EXD_OK && writes(report, options, "적용 규범"),
            "in Korean");
        say(exd_write_options_set_language(options, rules, "fr", diagnostics) == EXD_ERROR_ARGUMENT &&
                strstr(exd_diagnostics_text(diagnostics, 0), "`ko`") != NULL && writes(report, options, "적용 규범"),
            "a language that is not there changes nothing, and those that are there are named");
        say(exd_write_options_set_language(options, rules, NULL, diagnostics) == EXD_OK && writes(report, options, "적용 규범"),
            "the setting taken back");
    }
    exd_report_unref(report);
    exd_record_unref(record);
    exd_write_options_free(options);
    exd_diagnostics_free(diagnostics);
}

static void test_lacking(const exd_rules *rules)
{
    static struct page page;
    size_t lacking = 0;
    size_t texts = 0;
    size_t all_lacking = 0;
    size_t all_texts = 0;
    say(exd_rules_untranslated(rules, "ko", false, &lacking, &texts, NULL, NULL) == EXD_OK && lacking > 0 && lacking < texts,
        "what a language lacks of what is begun is counted");
    say(exd_rules_untranslated(rules, "ko", true, &all_lacking, &all_texts, append, &page) == EXD_OK &&
            all_texts - all_lacking == texts - lacking && all_texts > texts && strstr(page.bytes, "\nfacts:\n") != NULL,
        "and listed, of all instruments");
    say(exd_rules_untranslated(rules, "fr", true, &lacking, NULL, NULL, NULL) == EXD_OK && lacking == all_texts,
        "a language that is not there lacks everything");
    say(exd_rules_untranslated(rules, "en", true, NULL, NULL, NULL, NULL) == EXD_ERROR_ARGUMENT &&
            exd_rules_untranslated(rules, "../ko", true, NULL, NULL, NULL, NULL) == EXD_ERROR_ARGUMENT &&
            exd_rules_untranslated(NULL, "ko", true, NULL, NULL, NULL, NULL) == EXD_ERROR_ARGUMENT,
        "nothing is translated into English, or into no language");
    page.length = PAGE_BYTES;
    say(exd_rules_untranslated(rules, "ko", false, NULL, NULL, append, &page) == EXD_ERROR_IO, "a sink that stops is told");
}

int main(int argument_count, char **arguments)
{
    exd_rules *rules = NULL;
    if (argument_count != 4)
        return 2;
    test_loading(arguments[1], arguments[2]);
    bool loaded = load(arguments[1], arguments[2], "ko", &rules) == EXD_OK;
    say(loaded && exd_rules_language_count(rules) == 1 && strcmp(exd_rules_language(rules, 0), "ko") == 0 &&
            exd_rules_language(rules, 1)[0] == '\0',
        "the languages of a set of rules");
    if (loaded)
        test_reports(rules, arguments[3]);
    if (loaded)
        test_lacking(rules);
    exd_rules_unref(rules);
    printf("1..%d\n", count);
    return 0;
}
