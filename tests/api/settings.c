/* Records with facts set otherwise: what each kind of setting does to the findings, and what is said of one that is wrong. Writes TAP. */
#include <extradition.h>

#include <stdio.h>
#include <string.h>

enum { SETTINGS = 4 };

static int count;

static void say(bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++count, name);
}

static const struct {
    const char *name;
    const char *settings[SETTINGS];
    const char *rule;
    const char *subject;
    exd_result result;
} changes[] = {
    {"a fact", {"person.nationalities=[XX]"}, "xx-yy-treaty-1998/art-3-1", "", EXD_RESULT_DOES_NOT_APPLY},
    {"a fact in a group", {"offences.theft.penalty.requesting=1 year 1 day"}, "xx-yy-treaty-1998/art-2-1", "theft", EXD_RESULT_MET},
    {"the other facts of the group stay",
     {"offences.theft.penalty.requesting=5 years"},
     "xx-yy-treaty-1998/art-2-1",
     "theft",
     EXD_RESULT_MET},
    {"a whole group",
     {"offences.theft.penalty={requesting: 2 years, requested: 1 year}"},
     "xx-yy-treaty-1998/art-2-1",
     "theft",
     EXD_RESULT_NOT_MET},
    {"unknown", {"offences.theft.penalty.requesting=unknown"}, "xx-yy-treaty-1998/art-2-1", "theft", EXD_RESULT_OPEN},
    {"taken away", {"offences.theft.penalty.requesting="}, "xx-yy-treaty-1998/art-2-1", "theft", EXD_RESULT_OPEN},
    {"an item taken away", {"proceedings.acquittal="}, "xx-yy-treaty-1998/art-5", "fraud", EXD_RESULT_DOES_NOT_APPLY},
    {"a list of which nothing is known", {"proceedings="}, "xx-yy-treaty-1998/art-5", "fraud", EXD_RESULT_OPEN},
    {"an item added to a list of which nothing is known leaves it open",
     {"proceedings=", "proceedings.other.state=ZZ"},
     "xx-yy-treaty-1998/art-5",
     "fraud",
     EXD_RESULT_OPEN},
    {"an item added to a complete list leaves it complete",
     {"proceedings.acquittal=", "proceedings.other={state: ZZ, outcome: acquitted}"},
     "xx-yy-treaty-1998/art-5",
     "fraud",
     EXD_RESULT_DOES_NOT_APPLY},
    {"an item added fact by fact",
     {"proceedings.new.state=YY", "proceedings.new.outcome=convicted", "proceedings.new.same_offence_as=[theft]"},
     "xx-yy-treaty-1998/art-5",
     "theft",
     EXD_RESULT_APPLIES},
    {"a list as a whole is merged by ids",
     {"proceedings=[{id: acquittal, outcome: none}]"},
     "xx-yy-treaty-1998/art-5",
     "fraud",
     EXD_RESULT_DOES_NOT_APPLY},
    {"a dispute",
     {"offences.fraud.political={disputed: {requesting-state: false, person: true}}"},
     "xx-yy-treaty-1998/art-4",
     "fraud",
     EXD_RESULT_DISPUTED},
    {"later settings see the earlier ones",
     {"person.nationalities=[XX]", "person.nationalities=[YY]"},
     "xx-yy-treaty-1998/art-3-1",
     "",
     EXD_RESULT_APPLIES},
    {"a value with a source",
     {"person.nationalities={value: [XX], source: passport}"},
     "xx-yy-treaty-1998/art-3-1",
     "",
     EXD_RESULT_DOES_NOT_APPLY},
    {"an equals sign in the value", {"title=a=b", "person.nationalities=[XX]"}, "xx-yy-treaty-1998/art-3-1", "", EXD_RESULT_DOES_NOT_APPLY},
};

static const struct {
    const char *setting;
    const char *says;
} mistakes[] = {
    {"person.nationalities", "a setting has a `=`"},
    {"=true", "is no path"},
    {"person..nationalities=[US]", "is no path"},
    {"a.b.c.d.e.f.g.h.i=1", "is no path"},
    {"person.nationalitys=[XX]", "unknown fact `nationalitys`"},
    {"persons.nationalities=[XX]", "unknown"},
    {"person.nationalities=[QQ]", "`QQ`"},
    {"person.nationalities=[XX", "E1"},
    {"person.nationalities=XX\n---\nYY", "one value"},
    {"offences.theft=3", "is an item, and no fact"},
    {"offences.arson=", "no `offences.arson` to take away"},
    {"offences.Bad Id.political=true", "Bad Id"},
    {"as_of=yesterday", "`yesterday` is no day"},
    {"person.birth_date=1996-02-30", "1996-02-30"},
};

static exd_result result_of(const exd_report *report, const char *rule, const char *subject)
{
    for (size_t i = 0; i < exd_report_finding_count(report); i++)
        if (strcmp(exd_report_finding_id(report, i), rule) == 0 && strcmp(exd_report_finding_subject(report, i), subject) == 0)
            return exd_report_finding_result(report, i);
    return (exd_result)-1;
}

static void test_changes(exd_rules *rules, exd_record *record)
{
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        exd_record *changed = NULL;
        exd_report *report = NULL;
        size_t settings = 0;
        while (settings < SETTINGS && changes[i].settings[settings] != NULL)
            settings++;
        bool good = exd_record_with(record, changes[i].settings, settings, &changed, NULL) == EXD_OK &&
                    exd_check(rules, changed, NULL, &report, NULL) == EXD_OK;
        exd_result result = good ? result_of(report, changes[i].rule, changes[i].subject) : (exd_result)-1;
        if (result != changes[i].result)
            printf("# %s\n", good ? exd_result_name(result) : "no report");
        say(good && result == changes[i].result, changes[i].name);
        exd_report_unref(report);
        exd_record_unref(changed);
    }
}

static void test_mistakes(exd_record *record)
{
    exd_diagnostics *list = exd_diagnostics_new();
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        exd_record *changed = NULL;
        exd_diagnostics_clear(list);
        exd_status status = exd_record_with(record, &mistakes[i].setting, 1, &changed, list);
        const char *text = exd_diagnostics_count(list) > 0 ? exd_diagnostics_text(list, 0) : "nothing was said";
        bool good = status == EXD_ERROR_INPUT && changed == NULL && strstr(text, mistakes[i].says) != NULL;
        if (!good)
            printf("# %s: %s\n", exd_status_name(status), text);
        say(good, mistakes[i].says);
    }
    exd_diagnostics_free(list);
}

/* A long chain, of which only the last is kept. */
static void test_chain(exd_rules *rules, const char *path)
{
    enum { LINKS = 3000 };
    const char *const setting = "person.nationalities=[XX]";
    exd_record *record = NULL;
    exd_report *report = NULL;
    bool good = exd_record_load_file(rules, path, 0, &record, NULL) == EXD_OK;
    for (int i = 0; i < LINKS && good; i++) {
        exd_record *next = NULL;
        good = exd_record_with(record, &setting, i == 0, &next, NULL) == EXD_OK;
        exd_record_unref(record);
        record = next;
    }
    good = good && exd_check(rules, record, NULL, &report, NULL) == EXD_OK;
    say(good && result_of(report, "xx-yy-treaty-1998/art-3-1", "") == EXD_RESULT_DOES_NOT_APPLY, "a long chain keeps what it rests on");
    exd_report_unref(report);
    exd_record_unref(record);
}

static void test_builder(exd_rules *rules)
{
    static const char empty[] = "format: extradition-record/1\nid: built\n";
    const char *const settings[] = {"as_of=2020-07-06", "request.requesting_state=XX", "request.requested_state=YY",
                                    "person.nationalities=[YY]"};
    exd_record *base = NULL;
    exd_record *record = NULL;
    exd_report *report = NULL;
    bool good = exd_record_load_buffer(rules, "empty", empty, sizeof empty - 1, 0, &base, NULL) == EXD_OK &&
                exd_record_with(base, settings, 4, &record, NULL) == EXD_OK;
    exd_record_unref(base);
    good = good && exd_check(rules, record, NULL, &report, NULL) == EXD_OK;
    say(good && result_of(report, "xx-yy-treaty-1998/art-3-1", "") == EXD_RESULT_APPLIES, "a record built by settings alone");
    exd_report_unref(report);
    exd_record_unref(record);
}

int main(int argument_count, char **arguments)
{
    exd_rules *rules = NULL;
    exd_record *record = NULL;
    exd_loader *loader = argument_count == 3 ? exd_loader_new() : NULL;
    if (loader == NULL || exd_loader_add_directory(loader, arguments[1], NULL) != EXD_OK ||
        exd_loader_finish(loader, &rules, NULL) != EXD_OK || exd_record_load_file(rules, arguments[2], 0, &record, NULL) != EXD_OK)
        return 2;
    exd_loader_free(loader);
    test_changes(rules, record);
    test_mistakes(record);
    test_chain(rules, arguments[2]);
    test_builder(rules);
    exd_record_unref(record);
    exd_rules_unref(rules);
    printf("1..%d\n", count);
    return 0;
}
