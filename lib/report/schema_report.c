/* The shape of a report in JSON, key by key. That lib/report/json.c writes these keys and no others is held by a test over every report of the
 * project, in both directions. */
#include "report/schema.h"

#include "check/deadline.h"
#include "report/formats.h"
#include "report/notices.h"
#include "report/outline.h"
#include "rules/rulebook_keys.h"

/* ---- words ------------------------------------------------------------------------------------------------------------ */

static const char *result_word(unsigned index)
{
    return index <= EXD_RESULT_DISPUTED ? exd_result_name((exd_result)index) : NULL;
}

static const char *standing_word(unsigned index)
{
    return index <= EXD_STANDING_OPEN ? exd_standing_name((exd_standing)index) : NULL;
}

static const char *truth_word(unsigned index)
{
    return index < 3 ? outline_truth_word((enum truth)index) : NULL;
}

static const char *applicability_word(unsigned index)
{
    return index < 3 ? outline_applicability_word((enum truth)index) : NULL;
}

static const char *limb_word(unsigned index)
{
    return index <= LIMB_PART ? outline_limb_word((enum limb_kind)index) : NULL;
}

static const char *deadline_word(unsigned index)
{
    return index < DEADLINE_NOT_ENGAGED ? deadline_status_word((enum deadline_status)(index + 1)) : NULL;
}

static const char *const engaged_words[] = {"yes", "no", "open"};
static const char *const formats[] = {REPORT_FORMAT};

const struct shape_value says_result = {.kind = VALUE_WORD, .word = result_word},
                         says_standing = {.kind = VALUE_WORD, .word = standing_word}, says_engaged = VALUE_OF_WORDS(engaged_words),
                         says_truth = {.kind = VALUE_WORD, .word = truth_word},
                         says_truth_or_null = {.kind = VALUE_WORD, .word = truth_word, .nullable = true},
                         says_applicability = {.kind = VALUE_WORD, .word = applicability_word},
                         says_limb_kind = {.kind = VALUE_WORD, .word = limb_word},
                         says_status = {.kind = VALUE_WORD, .word = deadline_word};

static const struct shape_value format_value = VALUE_OF_WORDS(formats);

/* ---- small things ----------------------------------------------------------------------------------------------------- */

const struct shape_value says_text_or_null = {.kind = VALUE_TEXT, .nullable = true}, says_number = {.kind = VALUE_NUMBER},
                         says_number_or_null = {.kind = VALUE_NUMBER, .nullable = true}, says_limb = {.kind = VALUE_LIMB};

static const struct shape_value anything = {.kind = VALUE_ANY}, counts = {.kind = VALUE_COUNTS},
                                counts_by_name = {.kind = VALUE_COUNTS, .by_name = true, .keys = VALUE_TEXT};

static const struct shape_key record_keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},
    {"title", SHAPE_SCALAR, true, &says_text_or_null},
    {"citation", SHAPE_SCALAR, true, &says_text_or_null},
    {"source", SHAPE_SCALAR, true, &says_text_or_null},
    {"note", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape record_keys_shape = SHAPE_OF(record_keys, 0);
static const struct shape_value record = VALUE_OF_SHAPE(record_keys_shape);

static const struct shape_key lack_keys[] = {
    {"path", SHAPE_SCALAR, true, NULL},
    {"question", SHAPE_SCALAR, true, &says_text_or_null},
    {"evaluation", SHAPE_SCALAR, true, &takes_boolean},
    {"by", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape lack_shape = SHAPE_OF(lack_keys, 0);
static const struct shape_value lack = VALUE_OF_SHAPE(lack_shape);

static const struct shape_key limb_keys[] = {
    {"kind", SHAPE_SCALAR, true, &says_limb_kind},
    {"label", SHAPE_SCALAR, false, NULL},
    {"cite", SHAPE_SCALAR, false, NULL},
    {"id", SHAPE_SCALAR, false, NULL},
    {"test", SHAPE_SCALAR, false, NULL},
    {"result", SHAPE_SCALAR, true, &says_truth},
    {"decides", SHAPE_SCALAR, true, &takes_boolean},
    {"note", SHAPE_SCALAR, false, NULL},
    {"facts", SHAPE_SEQUENCE, false, NULL},
    {"children", SHAPE_SEQUENCE, false, &says_limb},
};
static const struct shape limb_shape = SHAPE_OF(limb_keys, 0);

static const struct shape_key instrument_keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},
    {"title", SHAPE_SCALAR, true, NULL},
    {"version", SHAPE_SCALAR, true, NULL},
    {"result", SHAPE_SCALAR, true, &says_applicability},
    {"because", SHAPE_MAPPING, true, &says_limb},
    {"missing", SHAPE_SEQUENCE, true, NULL},
    {"lacks", SHAPE_SEQUENCE, true, &lack},
};
static const struct shape instrument_keys_shape = SHAPE_OF(instrument_keys, 0);
static const struct shape_value instrument = VALUE_OF_SHAPE(instrument_keys_shape);

static const struct shape_value says_notice = {.kind = VALUE_WORD, .words = notice_words, .word_count = NOTICE_COUNT};
static const struct shape_key notice_keys[] = {{"notice", SHAPE_SCALAR, true, &says_notice}, {"text", SHAPE_SCALAR, true, NULL}};
static const struct shape notice_shape = SHAPE_OF(notice_keys, 0);
static const struct shape_value notice = VALUE_OF_SHAPE(notice_shape);

/* ---- findings --------------------------------------------------------------------------------------------------------- */

static const struct shape_key fact_keys[] = {
    {"path", SHAPE_SCALAR, true, NULL},
    {"value", SHAPE_ANY, true, &anything},
    {"source", SHAPE_SCALAR, true, &says_text_or_null},
    {"line", SHAPE_SCALAR, true, &says_number_or_null},
    {"note", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape fact_shape = SHAPE_OF(fact_keys, 0);
static const struct shape_value fact = VALUE_OF_SHAPE(fact_shape);

static const struct shape_key displacement_keys[] = {
    {"instrument", SHAPE_SCALAR, true, &says_text_or_null}, {"rule", SHAPE_SCALAR, true, &says_text_or_null},
    {"cite", SHAPE_SCALAR, true, &says_text_or_null},       {"why", SHAPE_SCALAR, true, &says_text_or_null},
    {"certain", SHAPE_SCALAR, true, &takes_boolean},        {"verified", SHAPE_SCALAR, true, &takes_boolean},
};
static const struct shape displacement_shape = SHAPE_OF(displacement_keys, 0);
static const struct shape_value displacement = VALUE_OF_SHAPE(displacement_shape);

static const struct shape_key version_keys[] = {{"party", SHAPE_SCALAR, true, NULL}, {"result", SHAPE_SCALAR, true, &says_result}};
static const struct shape version_shape = SHAPE_OF(version_keys, 0);
static const struct shape_value version = VALUE_OF_SHAPE(version_shape);

static const struct shape_key deadline_keys[] = {
    {"status", SHAPE_SCALAR, true, &says_status},
    {"starts", SHAPE_SCALAR, true, &says_text_or_null},
    {"due", SHAPE_SCALAR, true, &says_text_or_null},
    {"done", SHAPE_SCALAR, true, &says_text_or_null},
    {"days_left", SHAPE_SCALAR, true, &says_number_or_null},
    {"consequence", SHAPE_SCALAR, true, &says_text_or_null},
    {"missing", SHAPE_SEQUENCE, true, NULL},
    {"lacks", SHAPE_SEQUENCE, true, &lack},
};
static const struct shape deadline_keys_shape = SHAPE_OF(deadline_keys, 0);
static const struct shape_value deadline = VALUE_OF_SHAPE(deadline_keys_shape),
                                deadline_or_null = {.kind = VALUE_MAPPING, .shape = &deadline_keys_shape, .nullable = true};

static const char *const weighs_words[] = {"for-refusal", "for-surrender"};
static const struct shape_value weighs_or_null = {
    .kind = VALUE_WORD, .words = weighs_words, .word_count = sizeof weighs_words / sizeof weighs_words[0], .nullable = true};

static const char *const inexact_words[] = {
#define X(id, word) word,
    INEXACT_LIST(X)
#undef X
};
static const struct shape_value inexact_or_null = {
    .kind = VALUE_WORD, .words = inexact_words, .word_count = sizeof inexact_words / sizeof inexact_words[0], .nullable = true};

static const struct shape_key finding_keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},
    {"instrument", SHAPE_SCALAR, true, NULL},
    {"cite", SHAPE_SCALAR, true, NULL},
    {"title", SHAPE_SCALAR, true, NULL},
    {"ground", SHAPE_SCALAR, true, &takes_ground},
    {"effect", SHAPE_SCALAR, true, &takes_effect},
    {"subject", SHAPE_SCALAR, true, &says_text_or_null},
    {"result", SHAPE_SCALAR, true, &says_result},
    {"standing", SHAPE_SCALAR, true, &says_standing},
    {"engaged", SHAPE_SCALAR, true, &says_engaged},
    {"verified", SHAPE_SCALAR, true, &takes_boolean},
    {"presumed", SHAPE_SEQUENCE, true, NULL},
    {"decided_by", SHAPE_SCALAR, true, &says_text_or_null},
    {"because", SHAPE_SEQUENCE, true, &says_limb},
    {"facts", SHAPE_SEQUENCE, true, &fact},
    {"missing", SHAPE_SEQUENCE, true, NULL},
    {"lacks", SHAPE_SEQUENCE, true, &lack},
    {"displaced_by", SHAPE_SEQUENCE, true, &displacement},
    {"versions", SHAPE_SEQUENCE, true, &version},
    {"deadline", SHAPE_MAPPING, true, &deadline_or_null},
    {"weighs", SHAPE_SCALAR, true, &weighs_or_null},
    {"within", SHAPE_SEQUENCE, true, NULL},
    {"then", SHAPE_SEQUENCE, true, NULL},
    {"authority", SHAPE_SCALAR, true, &says_text_or_null},
    {"note", SHAPE_SCALAR, true, &says_text_or_null},
    {"exhausted", SHAPE_SCALAR, true, &takes_boolean},
    {"inexact", SHAPE_SCALAR, true, &inexact_or_null},
    {"inexact_engaged", SHAPE_SCALAR, true, &inexact_or_null},
    {"inexact_missing", SHAPE_SCALAR, true, &inexact_or_null},
};
static const struct shape finding_shape = SHAPE_OF(finding_keys, 0);
static const struct shape_value finding = VALUE_OF_SHAPE(finding_shape);

static const struct shape_key ground_keys[] = {
    {"ground", SHAPE_SCALAR, true, &takes_ground},
    {"title", SHAPE_SCALAR, true, NULL},
    {"governing", SHAPE_SEQUENCE, true, NULL},
    {"findings", SHAPE_SEQUENCE, true, NULL},
};
static const struct shape ground_shape = SHAPE_OF(ground_keys, 0);
static const struct shape_value ground = VALUE_OF_SHAPE(ground_shape);

/* ---- questions, disputes, time limits, what to verify --------------------------------------------------------------------------------- */

static const struct shape_key settled_keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},
    {"subject", SHAPE_SCALAR, true, &says_text_or_null},
    {"result", SHAPE_SCALAR, true, &says_result},
};
static const struct shape settled_shape = SHAPE_OF(settled_keys, 0);
static const struct shape_value settled = VALUE_OF_SHAPE(settled_shape);

static const struct shape_key answer_keys[] = {
    {"answer", SHAPE_SCALAR, true, NULL},
    {"value", SHAPE_SCALAR, true, &says_text_or_null},
    {"settles", SHAPE_SEQUENCE, true, &settled},
};
static const struct shape answer_shape = SHAPE_OF(answer_keys, 0);
static const struct shape_value answer = VALUE_OF_SHAPE(answer_shape);

static const struct shape_key idle_keys[] = {{"fact", SHAPE_SCALAR, true, NULL}, {"answer", SHAPE_SCALAR, true, NULL}};
static const struct shape idle_shape = SHAPE_OF(idle_keys, 0);
static const struct shape_value idle = VALUE_OF_SHAPE(idle_shape);

static const struct shape_key test_keys[] = {
    {"by", SHAPE_SCALAR, true, NULL},
    {"standard", SHAPE_SCALAR, true, &says_text_or_null},
    {"looks_at", SHAPE_SCALAR, true, &says_text_or_null},
};
static const struct shape test_shape = SHAPE_OF(test_keys, 0);
const struct shape_value says_test_or_null = {.kind = VALUE_MAPPING, .shape = &test_shape, .nullable = true};

static const struct shape_key question_keys[] = {
    {"fact", SHAPE_SCALAR, true, NULL},
    {"question", SHAPE_SCALAR, true, &says_text_or_null},
    {"help", SHAPE_SCALAR, true, &says_text_or_null},
    {"held_by", SHAPE_SCALAR, true, &says_text_or_null},
    {"test", SHAPE_MAPPING, true, &says_test_or_null},
    {"findings", SHAPE_SEQUENCE, true, NULL},
    {"alone", SHAPE_SCALAR, true, &says_number},
    /* with an analysis */
    {"answers", SHAPE_SEQUENCE, false, &answer},
    {"answers_partial", SHAPE_SCALAR, false, &takes_boolean},
    {"bars", SHAPE_SCALAR, false, &takes_boolean},
    {"settles_always", SHAPE_SCALAR, false, &says_number},
    {"settles_some", SHAPE_SCALAR, false, &says_number},
    {"idle", SHAPE_SEQUENCE, false, &idle},
};
static const struct shape question_shape = SHAPE_OF(question_keys, 0);
const struct shape_value says_question = VALUE_OF_SHAPE(question_shape);

static const struct shape_key turn_keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},
    {"subject", SHAPE_SCALAR, true, &says_text_or_null},
    {"alone", SHAPE_SCALAR, true, &takes_boolean},
};
static const struct shape turn_shape = SHAPE_OF(turn_keys, 0);
static const struct shape_value turn = VALUE_OF_SHAPE(turn_shape);

static const struct shape_key dispute_keys[] = {{"fact", SHAPE_SCALAR, true, NULL}, {"turns", SHAPE_SEQUENCE, true, &turn}};
static const struct shape dispute_shape = SHAPE_OF(dispute_keys, 0);
static const struct shape_value dispute = VALUE_OF_SHAPE(dispute_shape);

static const struct shape_key timeline_keys[] = {
    {"id", SHAPE_SCALAR, true, NULL},
    {"subject", SHAPE_SCALAR, true, &says_text_or_null},
    {"deadline", SHAPE_MAPPING, true, &deadline},
};
static const struct shape timeline_shape = SHAPE_OF(timeline_keys, 0);
static const struct shape_value timeline = VALUE_OF_SHAPE(timeline_shape);

static const struct shape_key checklist_fact_keys[] = {
    {"path", SHAPE_SCALAR, true, NULL},
    {"value", SHAPE_SCALAR, true, NULL},
    {"source", SHAPE_SCALAR, true, &says_text_or_null},
    {"line", SHAPE_SCALAR, true, &says_number_or_null},
    {"disputed", SHAPE_SCALAR, true, &takes_boolean},
    {"findings", SHAPE_SEQUENCE, true, &says_number},
};
static const struct shape checklist_fact_shape = SHAPE_OF(checklist_fact_keys, 0);
const struct shape_value says_checklist_fact = VALUE_OF_SHAPE(checklist_fact_shape);

static const struct shape_key checklist_keys[] = {
    {"smallest", SHAPE_SCALAR, true, &takes_boolean},
    {"facts", SHAPE_SEQUENCE, true, &says_checklist_fact},
};
static const struct shape checklist_shape = SHAPE_OF(checklist_keys, 0);
static const struct shape_value checklist_or_null = {.kind = VALUE_MAPPING, .shape = &checklist_shape, .nullable = true};

/* ---- the whole -------------------------------------------------------------------------------------------------------- */

static const struct shape_key summary_keys[] = {
    {"by_effect", SHAPE_MAPPING, true, &counts_by_name},
    {"by_standing", SHAPE_MAPPING, true, &counts},
};
static const struct shape summary_shape = SHAPE_OF(summary_keys, 0);
static const struct shape_value summary = VALUE_OF_SHAPE(summary_shape);

static const struct shape_key report_keys[] = {
    {"format", SHAPE_SCALAR, true, &format_value},
    {"language", SHAPE_SCALAR, false, NULL},
    {"as_of", SHAPE_SCALAR, true, &takes_day},
    {"record", SHAPE_MAPPING, true, &record},
    {"presumptions", SHAPE_SCALAR, true, &takes_boolean},
    {"instruments", SHAPE_SEQUENCE, true, &instrument},
    {"notices", SHAPE_SEQUENCE, true, &notice},
    {"findings", SHAPE_SEQUENCE, true, &finding},
    {"grounds", SHAPE_SEQUENCE, true, &ground},
    {"questions", SHAPE_SEQUENCE, true, &says_question},
    {"disputes", SHAPE_SEQUENCE, false, &dispute},
    {"timeline", SHAPE_SEQUENCE, false, &timeline},
    {"checklist", SHAPE_MAPPING, false, &checklist_or_null},
    {"summary", SHAPE_MAPPING, true, &summary},
};
const struct shape report_shape = SHAPE_OF(report_keys, 0);

void schema_limb_definition(struct schema *schema)
{
    json_key(&schema->json, "limb");
    json_open(&schema->json, '{');
    schema_begin_shape(schema, &limb_shape);
    schema_end_shape(schema, &limb_shape, true);
    json_close(&schema->json, '}');
}
