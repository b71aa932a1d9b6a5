"""The C interface, declaration by declaration. Written from include/extradition.h by tests/python/prototypes.py; not to be edited."""
import ctypes
from typing import Any, Dict, List, Tuple


class exd_diagnostics(ctypes.c_void_p):
    """`exd_diagnostics *`."""


class exd_loader(ctypes.c_void_p):
    """`exd_loader *`."""


class exd_rules(ctypes.c_void_p):
    """`exd_rules *`."""


class exd_record(ctypes.c_void_p):
    """`exd_record *`."""


class exd_write_options(ctypes.c_void_p):
    """`exd_write_options *`."""


class exd_record_file(ctypes.c_void_p):
    """`exd_record_file *`."""


class exd_options(ctypes.c_void_p):
    """`exd_options *`."""


class exd_report(ctypes.c_void_p):
    """`exd_report *`."""


class exd_coverage(ctypes.c_void_p):
    """`exd_coverage *`."""


class exd_interview(ctypes.c_void_p):
    """`exd_interview *`."""


class exd_checklist(ctypes.c_void_p):
    """`exd_checklist *`."""


class exd_ways(ctypes.c_void_p):
    """`exd_ways *`."""


class exd_changes(ctypes.c_void_p):
    """`exd_changes *`."""


exd_status = ctypes.c_int
EXD_OK = 0
EXD_ERROR_MEMORY = 1
EXD_ERROR_ARGUMENT = 2
EXD_ERROR_INPUT = 3
EXD_ERROR_IO = 4
EXD_ERROR_LIMIT = 5

exd_severity = ctypes.c_int
EXD_SEVERITY_ERROR = 0
EXD_SEVERITY_WARNING = 1
EXD_SEVERITY_NOTE = 2

exd_limit = ctypes.c_int
EXD_LIMIT_FILE_BYTES = 0
EXD_LIMIT_DEPTH = 1
EXD_LIMIT_NODES = 2
EXD_LIMIT_ALIASES = 3
EXD_LIMIT_DOCUMENTS = 4
EXD_LIMIT_FILES = 5
EXD_LIMIT_ITEMS = 6
EXD_LIMIT_PROGRAM_NODES = 7
EXD_LIMIT_DIAGNOSTICS = 8
EXD_LIMIT_STEPS = 9

exd_instrument_text = ctypes.c_int
EXD_INSTRUMENT_ID = 0
EXD_INSTRUMENT_TITLE = 1
EXD_INSTRUMENT_SHORT = 2
EXD_INSTRUMENT_KIND = 3
EXD_INSTRUMENT_CITATION = 4
EXD_INSTRUMENT_VERSION = 5
EXD_INSTRUMENT_TEXT_SEEN = 6
EXD_INSTRUMENT_NOTE = 7
EXD_INSTRUMENT_FILE = 8

exd_rule_text = ctypes.c_int
EXD_RULE_ID = 0
EXD_RULE_CITE = 1
EXD_RULE_TITLE = 2
EXD_RULE_GROUND = 3
EXD_RULE_EFFECT = 4
EXD_RULE_NOTE = 5
EXD_RULE_AUTHORITY = 6
EXD_RULE_DECIDED_BY = 7

exd_format = ctypes.c_int
EXD_FORMAT_TEXT = 0
EXD_FORMAT_JSON = 1
EXD_FORMAT_MARKDOWN = 2
EXD_FORMAT_HTML = 3

exd_schema = ctypes.c_int
EXD_SCHEMA_RECORD = 0
EXD_SCHEMA_CASES = 1
EXD_SCHEMA_RULEBOOK = 2
EXD_SCHEMA_REPORT = 3
EXD_SCHEMA_TRANSLATION = 4
EXD_SCHEMA_QUESTIONS = 5
EXD_SCHEMA_CHECKLIST = 6
EXD_SCHEMA_WAYS = 7
EXD_SCHEMA_CHANGES = 8
EXD_SCHEMA_FACTS = 9
EXD_SCHEMA_RULE = 10
EXD_SCHEMA_INSTRUMENT = 11
EXD_SCHEMA_TREATIES = 12
EXD_SCHEMA_LIBRARY = 13
EXD_SCHEMA_LINT = 14
EXD_SCHEMA_VOCABULARY = 15
EXD_SCHEMA_GROUNDS = 16
EXD_SCHEMA_STATES = 17

exd_result = ctypes.c_int
EXD_RESULT_APPLIES = 0
EXD_RESULT_DOES_NOT_APPLY = 1
EXD_RESULT_MET = 2
EXD_RESULT_NOT_MET = 3
EXD_RESULT_OPEN = 4
EXD_RESULT_DISPUTED = 5

exd_standing = ctypes.c_int
EXD_STANDING_GOVERNS = 0
EXD_STANDING_DISPLACED = 1
EXD_STANDING_OPEN = 2

exd_effect = ctypes.c_int
EXD_EFFECT_SHALL_REFUSE = 0
EXD_EFFECT_MAY_REFUSE = 1
EXD_EFFECT_REQUIRES = 2
EXD_EFFECT_REQUIRES_ASSURANCE = 3
EXD_EFFECT_SHALL_POSTPONE = 4
EXD_EFFECT_MAY_POSTPONE = 5
EXD_EFFECT_DUTY = 6
EXD_EFFECT_DEADLINE = 7
EXD_EFFECT_PROCEDURE = 8
EXD_EFFECT_CONSIDERATION = 9

exd_question_text = ctypes.c_int
EXD_QUESTION_PATH = 0
EXD_QUESTION_WORDS = 1
EXD_QUESTION_HELP = 2
EXD_QUESTION_HELD_BY = 3
EXD_QUESTION_TEST_BY = 4
EXD_QUESTION_STANDARD = 5
EXD_QUESTION_LOOKS_AT = 6

exd_kind = ctypes.c_int
EXD_KIND_BOOLEAN = 0
EXD_KIND_INTEGER = 1
EXD_KIND_DATE = 2
EXD_KIND_DURATION = 3
EXD_KIND_PENALTY = 4
EXD_KIND_ENUM = 5
EXD_KIND_STATE = 6
EXD_KIND_TEXT = 7
EXD_KIND_REF = 8
EXD_KIND_LIST = 9

exd_deadline = ctypes.c_int
EXD_DEADLINE_NONE = 0
EXD_DEADLINE_KEPT = 1
EXD_DEADLINE_MISSED = 2
EXD_DEADLINE_RUNNING = 3
EXD_DEADLINE_OPEN = 4
EXD_DEADLINE_NOT_COMPUTABLE = 5
EXD_DEADLINE_NOT_ENGAGED = 6

exd_time_limit_text = ctypes.c_int
EXD_TIME_LIMIT_STARTS = 0
EXD_TIME_LIMIT_DUE = 1
EXD_TIME_LIMIT_DONE = 2
EXD_TIME_LIMIT_CONSEQUENCE = 3

exd_interview_part = ctypes.c_int
EXD_INTERVIEW_OPENING = 0
EXD_INTERVIEW_QUESTION = 1
EXD_INTERVIEW_EXPECTED = 2
EXD_INTERVIEW_WHY = 3
EXD_INTERVIEW_TAKEN = 4
EXD_INTERVIEW_CLOSING = 5

exd_allocate = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t)

exd_sink = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)

# Every enumeration by name.
ENUMS: Dict[str, Dict[str, int]] = {
    "exd_status": {"EXD_OK": 0, "EXD_ERROR_MEMORY": 1, "EXD_ERROR_ARGUMENT": 2, "EXD_ERROR_INPUT": 3, "EXD_ERROR_IO": 4, "EXD_ERROR_LIMIT": 5},
    "exd_severity": {"EXD_SEVERITY_ERROR": 0, "EXD_SEVERITY_WARNING": 1, "EXD_SEVERITY_NOTE": 2},
    "exd_limit": {"EXD_LIMIT_FILE_BYTES": 0, "EXD_LIMIT_DEPTH": 1, "EXD_LIMIT_NODES": 2, "EXD_LIMIT_ALIASES": 3, "EXD_LIMIT_DOCUMENTS": 4, "EXD_LIMIT_FILES": 5, "EXD_LIMIT_ITEMS": 6, "EXD_LIMIT_PROGRAM_NODES": 7, "EXD_LIMIT_DIAGNOSTICS": 8, "EXD_LIMIT_STEPS": 9},
    "exd_instrument_text": {"EXD_INSTRUMENT_ID": 0, "EXD_INSTRUMENT_TITLE": 1, "EXD_INSTRUMENT_SHORT": 2, "EXD_INSTRUMENT_KIND": 3, "EXD_INSTRUMENT_CITATION": 4, "EXD_INSTRUMENT_VERSION": 5, "EXD_INSTRUMENT_TEXT_SEEN": 6, "EXD_INSTRUMENT_NOTE": 7, "EXD_INSTRUMENT_FILE": 8},
    "exd_rule_text": {"EXD_RULE_ID": 0, "EXD_RULE_CITE": 1, "EXD_RULE_TITLE": 2, "EXD_RULE_GROUND": 3, "EXD_RULE_EFFECT": 4, "EXD_RULE_NOTE": 5, "EXD_RULE_AUTHORITY": 6, "EXD_RULE_DECIDED_BY": 7},
    "exd_format": {"EXD_FORMAT_TEXT": 0, "EXD_FORMAT_JSON": 1, "EXD_FORMAT_MARKDOWN": 2, "EXD_FORMAT_HTML": 3},
    "exd_schema": {"EXD_SCHEMA_RECORD": 0, "EXD_SCHEMA_CASES": 1, "EXD_SCHEMA_RULEBOOK": 2, "EXD_SCHEMA_REPORT": 3, "EXD_SCHEMA_TRANSLATION": 4, "EXD_SCHEMA_QUESTIONS": 5, "EXD_SCHEMA_CHECKLIST": 6, "EXD_SCHEMA_WAYS": 7, "EXD_SCHEMA_CHANGES": 8, "EXD_SCHEMA_FACTS": 9, "EXD_SCHEMA_RULE": 10, "EXD_SCHEMA_INSTRUMENT": 11, "EXD_SCHEMA_TREATIES": 12, "EXD_SCHEMA_LIBRARY": 13, "EXD_SCHEMA_LINT": 14, "EXD_SCHEMA_VOCABULARY": 15, "EXD_SCHEMA_GROUNDS": 16, "EXD_SCHEMA_STATES": 17},
    "exd_result": {"EXD_RESULT_APPLIES": 0, "EXD_RESULT_DOES_NOT_APPLY": 1, "EXD_RESULT_MET": 2, "EXD_RESULT_NOT_MET": 3, "EXD_RESULT_OPEN": 4, "EXD_RESULT_DISPUTED": 5},
    "exd_standing": {"EXD_STANDING_GOVERNS": 0, "EXD_STANDING_DISPLACED": 1, "EXD_STANDING_OPEN": 2},
    "exd_effect": {"EXD_EFFECT_SHALL_REFUSE": 0, "EXD_EFFECT_MAY_REFUSE": 1, "EXD_EFFECT_REQUIRES": 2, "EXD_EFFECT_REQUIRES_ASSURANCE": 3, "EXD_EFFECT_SHALL_POSTPONE": 4, "EXD_EFFECT_MAY_POSTPONE": 5, "EXD_EFFECT_DUTY": 6, "EXD_EFFECT_DEADLINE": 7, "EXD_EFFECT_PROCEDURE": 8, "EXD_EFFECT_CONSIDERATION": 9},
    "exd_question_text": {"EXD_QUESTION_PATH": 0, "EXD_QUESTION_WORDS": 1, "EXD_QUESTION_HELP": 2, "EXD_QUESTION_HELD_BY": 3, "EXD_QUESTION_TEST_BY": 4, "EXD_QUESTION_STANDARD": 5, "EXD_QUESTION_LOOKS_AT": 6},
    "exd_kind": {"EXD_KIND_BOOLEAN": 0, "EXD_KIND_INTEGER": 1, "EXD_KIND_DATE": 2, "EXD_KIND_DURATION": 3, "EXD_KIND_PENALTY": 4, "EXD_KIND_ENUM": 5, "EXD_KIND_STATE": 6, "EXD_KIND_TEXT": 7, "EXD_KIND_REF": 8, "EXD_KIND_LIST": 9},
    "exd_deadline": {"EXD_DEADLINE_NONE": 0, "EXD_DEADLINE_KEPT": 1, "EXD_DEADLINE_MISSED": 2, "EXD_DEADLINE_RUNNING": 3, "EXD_DEADLINE_OPEN": 4, "EXD_DEADLINE_NOT_COMPUTABLE": 5, "EXD_DEADLINE_NOT_ENGAGED": 6},
    "exd_time_limit_text": {"EXD_TIME_LIMIT_STARTS": 0, "EXD_TIME_LIMIT_DUE": 1, "EXD_TIME_LIMIT_DONE": 2, "EXD_TIME_LIMIT_CONSEQUENCE": 3},
    "exd_interview_part": {"EXD_INTERVIEW_OPENING": 0, "EXD_INTERVIEW_QUESTION": 1, "EXD_INTERVIEW_EXPECTED": 2, "EXD_INTERVIEW_WHY": 3, "EXD_INTERVIEW_TAKEN": 4, "EXD_INTERVIEW_CLOSING": 5},
}

# Every function: what it returns, what it takes.
FUNCTIONS: Dict[str, Tuple[Any, List[Any]]] = {
    # const char * exd_version(void)
    "exd_version": (ctypes.c_char_p, []),
    # const char * exd_status_name(exd_status status)
    "exd_status_name": (ctypes.c_char_p, [exd_status]),
    # exd_diagnostics * exd_diagnostics_new(void)
    "exd_diagnostics_new": (exd_diagnostics, []),
    # void exd_diagnostics_free(exd_diagnostics *list)
    "exd_diagnostics_free": (None, [exd_diagnostics]),
    # void exd_diagnostics_clear(exd_diagnostics *list)
    "exd_diagnostics_clear": (None, [exd_diagnostics]),
    # size_t exd_diagnostics_count(const exd_diagnostics *list)
    "exd_diagnostics_count": (ctypes.c_size_t, [exd_diagnostics]),
    # size_t exd_diagnostics_error_count(const exd_diagnostics *list)
    "exd_diagnostics_error_count": (ctypes.c_size_t, [exd_diagnostics]),
    # exd_severity exd_diagnostics_severity(const exd_diagnostics *list, size_t index)
    "exd_diagnostics_severity": (exd_severity, [exd_diagnostics, ctypes.c_size_t]),
    # const char * exd_diagnostics_code(const exd_diagnostics *list, size_t index)
    "exd_diagnostics_code": (ctypes.c_char_p, [exd_diagnostics, ctypes.c_size_t]),
    # const char * exd_diagnostics_file(const exd_diagnostics *list, size_t index)
    "exd_diagnostics_file": (ctypes.c_char_p, [exd_diagnostics, ctypes.c_size_t]),
    # uint32_t exd_diagnostics_line(const exd_diagnostics *list, size_t index)
    "exd_diagnostics_line": (ctypes.c_uint32, [exd_diagnostics, ctypes.c_size_t]),
    # uint32_t exd_diagnostics_column(const exd_diagnostics *list, size_t index)
    "exd_diagnostics_column": (ctypes.c_uint32, [exd_diagnostics, ctypes.c_size_t]),
    # const char * exd_diagnostics_message(const exd_diagnostics *list, size_t index)
    "exd_diagnostics_message": (ctypes.c_char_p, [exd_diagnostics, ctypes.c_size_t]),
    # const char * exd_diagnostics_help(const exd_diagnostics *list, size_t index)
    "exd_diagnostics_help": (ctypes.c_char_p, [exd_diagnostics, ctypes.c_size_t]),
    # const char * exd_diagnostics_text(const exd_diagnostics *list, size_t index)
    "exd_diagnostics_text": (ctypes.c_char_p, [exd_diagnostics, ctypes.c_size_t]),
    # uint64_t exd_limit_default(exd_limit limit)
    "exd_limit_default": (ctypes.c_uint64, [exd_limit]),
    # const char * exd_limit_name(exd_limit limit)
    "exd_limit_name": (ctypes.c_char_p, [exd_limit]),
    # exd_loader * exd_loader_new(void)
    "exd_loader_new": (exd_loader, []),
    # exd_loader * exd_loader_new_with_allocator(exd_allocate allocate, void *user)
    "exd_loader_new_with_allocator": (exd_loader, [exd_allocate, ctypes.c_void_p]),
    # void exd_loader_free(exd_loader *loader)
    "exd_loader_free": (None, [exd_loader]),
    # exd_status exd_loader_set_limit(exd_loader *loader, exd_limit limit, uint64_t value)
    "exd_loader_set_limit": (exd_status, [exd_loader, exd_limit, ctypes.c_uint64]),
    # exd_status exd_loader_add_file(exd_loader *loader, const char *path, exd_diagnostics *diagnostics)
    "exd_loader_add_file": (exd_status, [exd_loader, ctypes.c_char_p, exd_diagnostics]),
    # exd_status exd_loader_add_directory(exd_loader *loader, const char *path, exd_diagnostics *diagnostics)
    "exd_loader_add_directory": (exd_status, [exd_loader, ctypes.c_char_p, exd_diagnostics]),
    # exd_status exd_loader_set_language(exd_loader *loader, const char *language)
    "exd_loader_set_language": (exd_status, [exd_loader, ctypes.c_char_p]),
    # exd_status exd_loader_add_buffer(exd_loader *loader, const char *name, const char *bytes, size_t length, exd_diagnostics *diagnostics)
    "exd_loader_add_buffer": (exd_status, [exd_loader, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t, exd_diagnostics]),
    # exd_status exd_loader_finish(exd_loader *loader, exd_rules **out, exd_diagnostics *diagnostics)
    "exd_loader_finish": (exd_status, [exd_loader, ctypes.POINTER(exd_rules), exd_diagnostics]),
    # exd_rules * exd_rules_ref(exd_rules *rules)
    "exd_rules_ref": (exd_rules, [exd_rules]),
    # void exd_rules_unref(exd_rules *rules)
    "exd_rules_unref": (None, [exd_rules]),
    # size_t exd_rules_language_count(const exd_rules *rules)
    "exd_rules_language_count": (ctypes.c_size_t, [exd_rules]),
    # const char * exd_rules_language(const exd_rules *rules, size_t index)
    "exd_rules_language": (ctypes.c_char_p, [exd_rules, ctypes.c_size_t]),
    # size_t exd_rules_instrument_count(const exd_rules *rules)
    "exd_rules_instrument_count": (ctypes.c_size_t, [exd_rules]),
    # const char * exd_rules_instrument_text(const exd_rules *rules, size_t instrument, exd_instrument_text what)
    "exd_rules_instrument_text": (ctypes.c_char_p, [exd_rules, ctypes.c_size_t, exd_instrument_text]),
    # size_t exd_rules_rule_count(const exd_rules *rules, size_t instrument)
    "exd_rules_rule_count": (ctypes.c_size_t, [exd_rules, ctypes.c_size_t]),
    # const char * exd_rules_rule_text(const exd_rules *rules, size_t instrument, size_t rule, exd_rule_text what)
    "exd_rules_rule_text": (ctypes.c_char_p, [exd_rules, ctypes.c_size_t, ctypes.c_size_t, exd_rule_text]),
    # exd_status exd_rules_explain(const exd_rules *rules, const char *id, exd_record *const *cases, size_t case_count, exd_format format, const exd_write_options *options, exd_sink sink, void *user, exd_diagnostics *diagnostics)
    "exd_rules_explain": (exd_status, [exd_rules, ctypes.c_char_p, ctypes.POINTER(exd_record), ctypes.c_size_t, exd_format, exd_write_options, exd_sink, ctypes.c_void_p, exd_diagnostics]),
    # exd_status exd_rules_treaties(const exd_rules *rules, const char *requesting, const char *requested, const char *as_of, exd_format format, const exd_write_options *options, exd_sink sink, void *user, exd_diagnostics *diagnostics)
    "exd_rules_treaties": (exd_status, [exd_rules, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, exd_format, exd_write_options, exd_sink, ctypes.c_void_p, exd_diagnostics]),
    # exd_status exd_rules_untranslated(const exd_rules *rules, const char *language, bool whole, size_t *lacking, size_t *texts, exd_sink sink, void *user)
    "exd_rules_untranslated": (exd_status, [exd_rules, ctypes.c_char_p, ctypes.c_bool, ctypes.POINTER(ctypes.c_size_t), ctypes.POINTER(ctypes.c_size_t), exd_sink, ctypes.c_void_p]),
    # exd_status exd_rules_facts(const exd_rules *rules, const char *filter, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
    "exd_rules_facts": (exd_status, [exd_rules, ctypes.c_char_p, exd_format, exd_write_options, exd_sink, ctypes.c_void_p]),
    # const char * exd_schema_name(exd_schema schema)
    "exd_schema_name": (ctypes.c_char_p, [exd_schema]),
    # exd_status exd_rules_schema(const exd_rules *rules, exd_schema schema, bool indent, exd_sink sink, void *user)
    "exd_rules_schema": (exd_status, [exd_rules, exd_schema, ctypes.c_bool, exd_sink, ctypes.c_void_p]),
    # exd_status exd_record_count_file(exd_rules *rules, const char *path, size_t *count, exd_diagnostics *diagnostics)
    "exd_record_count_file": (exd_status, [exd_rules, ctypes.c_char_p, ctypes.POINTER(ctypes.c_size_t), exd_diagnostics]),
    # exd_status exd_record_load_file(exd_rules *rules, const char *path, size_t index, exd_record **out, exd_diagnostics *diagnostics)
    "exd_record_load_file": (exd_status, [exd_rules, ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(exd_record), exd_diagnostics]),
    # exd_status exd_record_load_buffer(exd_rules *rules, const char *name, const char *bytes, size_t length, size_t index, exd_record **out, exd_diagnostics *diagnostics)
    "exd_record_load_buffer": (exd_status, [exd_rules, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_size_t, ctypes.POINTER(exd_record), exd_diagnostics]),
    # exd_status exd_record_with(exd_record *record, const char *const *settings, size_t count, exd_record **out, exd_diagnostics *diagnostics)
    "exd_record_with": (exd_status, [exd_record, ctypes.POINTER(ctypes.c_char_p), ctypes.c_size_t, ctypes.POINTER(exd_record), exd_diagnostics]),
    # exd_status exd_record_write(const exd_record *record, exd_sink sink, void *user)
    "exd_record_write": (exd_status, [exd_record, exd_sink, ctypes.c_void_p]),
    # exd_record * exd_record_ref(exd_record *record)
    "exd_record_ref": (exd_record, [exd_record]),
    # void exd_record_unref(exd_record *record)
    "exd_record_unref": (None, [exd_record]),
    # const char * exd_record_id(const exd_record *record)
    "exd_record_id": (ctypes.c_char_p, [exd_record]),
    # const char * exd_record_title(const exd_record *record)
    "exd_record_title": (ctypes.c_char_p, [exd_record]),
    # bool exd_record_has_as_of(const exd_record *record)
    "exd_record_has_as_of": (ctypes.c_bool, [exd_record]),
    # size_t exd_record_expectation_count(const exd_record *record)
    "exd_record_expectation_count": (ctypes.c_size_t, [exd_record]),
    # const char * exd_record_expectation_rule(const exd_record *record, size_t index)
    "exd_record_expectation_rule": (ctypes.c_char_p, [exd_record, ctypes.c_size_t]),
    # exd_status exd_record_file_open(exd_rules *rules, const char *path, exd_record_file **out, exd_diagnostics *diagnostics)
    "exd_record_file_open": (exd_status, [exd_rules, ctypes.c_char_p, ctypes.POINTER(exd_record_file), exd_diagnostics]),
    # exd_status exd_record_file_open_buffer(exd_rules *rules, const char *name, const char *bytes, size_t length, exd_record_file **out, exd_diagnostics *diagnostics)
    "exd_record_file_open_buffer": (exd_status, [exd_rules, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(exd_record_file), exd_diagnostics]),
    # void exd_record_file_free(exd_record_file *file)
    "exd_record_file_free": (None, [exd_record_file]),
    # size_t exd_record_file_count(const exd_record_file *file)
    "exd_record_file_count": (ctypes.c_size_t, [exd_record_file]),
    # exd_status exd_record_file_get(exd_record_file *file, size_t index, exd_record **out, exd_diagnostics *diagnostics)
    "exd_record_file_get": (exd_status, [exd_record_file, ctypes.c_size_t, ctypes.POINTER(exd_record), exd_diagnostics]),
    # exd_options * exd_options_new(void)
    "exd_options_new": (exd_options, []),
    # void exd_options_free(exd_options *options)
    "exd_options_free": (None, [exd_options]),
    # exd_status exd_options_set_as_of(exd_options *options, const char *date)
    "exd_options_set_as_of": (exd_status, [exd_options, ctypes.c_char_p]),
    # exd_status exd_options_set_default_as_of(exd_options *options, const char *date)
    "exd_options_set_default_as_of": (exd_status, [exd_options, ctypes.c_char_p]),
    # void exd_options_set_presumptions(exd_options *options, bool on)
    "exd_options_set_presumptions": (None, [exd_options, ctypes.c_bool]),
    # void exd_options_set_analysis(exd_options *options, bool on)
    "exd_options_set_analysis": (None, [exd_options, ctypes.c_bool]),
    # void exd_options_set_steps(exd_options *options, uint64_t steps)
    "exd_options_set_steps": (None, [exd_options, ctypes.c_uint64]),
    # exd_status exd_check(exd_rules *rules, exd_record *record, const exd_options *options, exd_report **out, exd_diagnostics *diagnostics)
    "exd_check": (exd_status, [exd_rules, exd_record, exd_options, ctypes.POINTER(exd_report), exd_diagnostics]),
    # exd_status exd_recheck(exd_report *report, exd_record *record, const exd_options *options, exd_diagnostics *diagnostics)
    "exd_recheck": (exd_status, [exd_report, exd_record, exd_options, exd_diagnostics]),
    # exd_report * exd_report_ref(exd_report *report)
    "exd_report_ref": (exd_report, [exd_report]),
    # void exd_report_unref(exd_report *report)
    "exd_report_unref": (None, [exd_report]),
    # exd_status exd_report_compare(const exd_report *report, size_t *failed, exd_diagnostics *diagnostics)
    "exd_report_compare": (exd_status, [exd_report, ctypes.POINTER(ctypes.c_size_t), exd_diagnostics]),
    # exd_coverage * exd_coverage_new(exd_rules *rules)
    "exd_coverage_new": (exd_coverage, [exd_rules]),
    # void exd_coverage_free(exd_coverage *coverage)
    "exd_coverage_free": (None, [exd_coverage]),
    # void exd_coverage_add(exd_coverage *coverage, const exd_report *report)
    "exd_coverage_add": (None, [exd_coverage, exd_report]),
    # bool exd_coverage_touched(const exd_coverage *coverage, size_t instrument)
    "exd_coverage_touched": (ctypes.c_bool, [exd_coverage, ctypes.c_size_t]),
    # size_t exd_coverage_missing(const exd_coverage *coverage, size_t instrument)
    "exd_coverage_missing": (ctypes.c_size_t, [exd_coverage, ctypes.c_size_t]),
    # size_t exd_coverage_limbs(const exd_coverage *coverage, size_t instrument)
    "exd_coverage_limbs": (ctypes.c_size_t, [exd_coverage, ctypes.c_size_t]),
    # exd_status exd_coverage_write(const exd_coverage *coverage, unsigned width, exd_sink sink, void *user)
    "exd_coverage_write": (exd_status, [exd_coverage, ctypes.c_uint, exd_sink, ctypes.c_void_p]),
    # exd_status exd_rules_library(const exd_rules *rules, const exd_coverage *coverage, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
    "exd_rules_library": (exd_status, [exd_rules, exd_coverage, exd_format, exd_write_options, exd_sink, ctypes.c_void_p]),
    # const char * exd_result_name(exd_result result)
    "exd_result_name": (ctypes.c_char_p, [exd_result]),
    # const char * exd_standing_name(exd_standing standing)
    "exd_standing_name": (ctypes.c_char_p, [exd_standing]),
    # const char * exd_effect_name(exd_effect effect)
    "exd_effect_name": (ctypes.c_char_p, [exd_effect]),
    # const char * exd_report_as_of(const exd_report *report)
    "exd_report_as_of": (ctypes.c_char_p, [exd_report]),
    # size_t exd_report_finding_count(const exd_report *report)
    "exd_report_finding_count": (ctypes.c_size_t, [exd_report]),
    # const char * exd_report_finding_id(const exd_report *report, size_t finding)
    "exd_report_finding_id": (ctypes.c_char_p, [exd_report, ctypes.c_size_t]),
    # const char * exd_report_finding_ground(const exd_report *report, size_t finding)
    "exd_report_finding_ground": (ctypes.c_char_p, [exd_report, ctypes.c_size_t]),
    # exd_effect exd_report_finding_effect(const exd_report *report, size_t finding)
    "exd_report_finding_effect": (exd_effect, [exd_report, ctypes.c_size_t]),
    # const char * exd_report_finding_subject(const exd_report *report, size_t finding)
    "exd_report_finding_subject": (ctypes.c_char_p, [exd_report, ctypes.c_size_t]),
    # exd_result exd_report_finding_result(const exd_report *report, size_t finding)
    "exd_report_finding_result": (exd_result, [exd_report, ctypes.c_size_t]),
    # exd_standing exd_report_finding_standing(const exd_report *report, size_t finding)
    "exd_report_finding_standing": (exd_standing, [exd_report, ctypes.c_size_t]),
    # bool exd_report_is_analysed(const exd_report *report)
    "exd_report_is_analysed": (ctypes.c_bool, [exd_report]),
    # size_t exd_report_question_count(const exd_report *report)
    "exd_report_question_count": (ctypes.c_size_t, [exd_report]),
    # const char * exd_report_question_text(const exd_report *report, size_t question, exd_question_text what)
    "exd_report_question_text": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, exd_question_text]),
    # const char * exd_kind_name(exd_kind kind)
    "exd_kind_name": (ctypes.c_char_p, [exd_kind]),
    # exd_kind exd_report_question_kind(const exd_report *report, size_t question)
    "exd_report_question_kind": (exd_kind, [exd_report, ctypes.c_size_t]),
    # bool exd_report_question_is_set(const exd_report *report, size_t question)
    "exd_report_question_is_set": (ctypes.c_bool, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_question_choice_count(const exd_report *report, size_t question)
    "exd_report_question_choice_count": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # const char * exd_report_question_choice(const exd_report *report, size_t question, size_t choice)
    "exd_report_question_choice": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # const char * exd_report_question_choice_help(const exd_report *report, size_t question, size_t choice)
    "exd_report_question_choice_help": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # size_t exd_report_question_finding_count(const exd_report *report, size_t question)
    "exd_report_question_finding_count": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_question_finding(const exd_report *report, size_t question, size_t index)
    "exd_report_question_finding": (ctypes.c_size_t, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # size_t exd_report_question_alone(const exd_report *report, size_t question)
    "exd_report_question_alone": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # bool exd_report_question_bars(const exd_report *report, size_t question)
    "exd_report_question_bars": (ctypes.c_bool, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_question_settles_always(const exd_report *report, size_t question)
    "exd_report_question_settles_always": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_question_settles_some(const exd_report *report, size_t question)
    "exd_report_question_settles_some": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_answer_count(const exd_report *report, size_t question)
    "exd_report_answer_count": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # bool exd_report_answers_partial(const exd_report *report, size_t question)
    "exd_report_answers_partial": (ctypes.c_bool, [exd_report, ctypes.c_size_t]),
    # const char * exd_report_answer_words(const exd_report *report, size_t question, size_t answer)
    "exd_report_answer_words": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # const char * exd_report_answer_value(const exd_report *report, size_t question, size_t answer)
    "exd_report_answer_value": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # exd_result exd_report_answer_result(const exd_report *report, size_t question, size_t answer, size_t index)
    "exd_report_answer_result": (exd_result, [exd_report, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_size_t]),
    # size_t exd_report_answer_settles(const exd_report *report, size_t question, size_t answer)
    "exd_report_answer_settles": (ctypes.c_size_t, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # size_t exd_report_question_needless_count(const exd_report *report, size_t question)
    "exd_report_question_needless_count": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_question_needless_after(const exd_report *report, size_t question, size_t index)
    "exd_report_question_needless_after": (ctypes.c_size_t, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # size_t exd_report_question_needless_answer(const exd_report *report, size_t question, size_t index)
    "exd_report_question_needless_answer": (ctypes.c_size_t, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # size_t exd_report_dispute_count(const exd_report *report)
    "exd_report_dispute_count": (ctypes.c_size_t, [exd_report]),
    # const char * exd_report_dispute_path(const exd_report *report, size_t dispute)
    "exd_report_dispute_path": (ctypes.c_char_p, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_dispute_version_count(const exd_report *report, size_t dispute)
    "exd_report_dispute_version_count": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # const char * exd_report_dispute_party(const exd_report *report, size_t dispute, size_t version)
    "exd_report_dispute_party": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # const char * exd_report_dispute_value(const exd_report *report, size_t dispute, size_t version)
    "exd_report_dispute_value": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # size_t exd_report_dispute_finding_count(const exd_report *report, size_t dispute)
    "exd_report_dispute_finding_count": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_dispute_finding(const exd_report *report, size_t dispute, size_t index)
    "exd_report_dispute_finding": (ctypes.c_size_t, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # bool exd_report_dispute_decides(const exd_report *report, size_t dispute, size_t index)
    "exd_report_dispute_decides": (ctypes.c_bool, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # const char * exd_deadline_name(exd_deadline deadline)
    "exd_deadline_name": (ctypes.c_char_p, [exd_deadline]),
    # size_t exd_report_time_limit_count(const exd_report *report)
    "exd_report_time_limit_count": (ctypes.c_size_t, [exd_report]),
    # size_t exd_report_time_limit_finding(const exd_report *report, size_t limit)
    "exd_report_time_limit_finding": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # exd_deadline exd_report_time_limit_status(const exd_report *report, size_t limit)
    "exd_report_time_limit_status": (exd_deadline, [exd_report, ctypes.c_size_t]),
    # const char * exd_report_time_limit_text(const exd_report *report, size_t limit, exd_time_limit_text what)
    "exd_report_time_limit_text": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, exd_time_limit_text]),
    # int32_t exd_report_time_limit_days_left(const exd_report *report, size_t limit)
    "exd_report_time_limit_days_left": (ctypes.c_int32, [exd_report, ctypes.c_size_t]),
    # size_t exd_report_time_limit_missing_count(const exd_report *report, size_t limit)
    "exd_report_time_limit_missing_count": (ctypes.c_size_t, [exd_report, ctypes.c_size_t]),
    # const char * exd_report_time_limit_missing(const exd_report *report, size_t limit, size_t index)
    "exd_report_time_limit_missing": (ctypes.c_char_p, [exd_report, ctypes.c_size_t, ctypes.c_size_t]),
    # exd_write_options * exd_write_options_new(void)
    "exd_write_options_new": (exd_write_options, []),
    # void exd_write_options_free(exd_write_options *options)
    "exd_write_options_free": (None, [exd_write_options]),
    # void exd_write_options_set_width(exd_write_options *options, unsigned columns)
    "exd_write_options_set_width": (None, [exd_write_options, ctypes.c_uint]),
    # void exd_write_options_set_colour(exd_write_options *options, bool on)
    "exd_write_options_set_colour": (None, [exd_write_options, ctypes.c_bool]),
    # void exd_write_options_set_indent(exd_write_options *options, bool on)
    "exd_write_options_set_indent": (None, [exd_write_options, ctypes.c_bool]),
    # exd_status exd_write_options_set_language(exd_write_options *options, const exd_rules *rules, const char *language, exd_diagnostics *diagnostics)
    "exd_write_options_set_language": (exd_status, [exd_write_options, exd_rules, ctypes.c_char_p, exd_diagnostics]),
    # void exd_write_options_set_full(exd_write_options *options, bool on)
    "exd_write_options_set_full": (None, [exd_write_options, ctypes.c_bool]),
    # exd_status exd_write_options_only(exd_write_options *options, const exd_rules *rules, const char *word, exd_diagnostics *diagnostics)
    "exd_write_options_only": (exd_status, [exd_write_options, exd_rules, ctypes.c_char_p, exd_diagnostics]),
    # exd_status exd_report_write(const exd_report *report, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
    "exd_report_write": (exd_status, [exd_report, exd_format, exd_write_options, exd_sink, ctypes.c_void_p]),
    # exd_status exd_report_write_questions(const exd_report *report, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
    "exd_report_write_questions": (exd_status, [exd_report, exd_format, exd_write_options, exd_sink, ctypes.c_void_p]),
    # exd_status exd_interview_new(exd_rules *rules, exd_record *record, const exd_options *options, exd_interview **out, exd_diagnostics *diagnostics)
    "exd_interview_new": (exd_status, [exd_rules, exd_record, exd_options, ctypes.POINTER(exd_interview), exd_diagnostics]),
    # void exd_interview_free(exd_interview *interview)
    "exd_interview_free": (None, [exd_interview]),
    # exd_report * exd_interview_report(const exd_interview *interview)
    "exd_interview_report": (exd_report, [exd_interview]),
    # exd_record * exd_interview_record(const exd_interview *interview)
    "exd_interview_record": (exd_record, [exd_interview]),
    # size_t exd_interview_question(const exd_interview *interview)
    "exd_interview_question": (ctypes.c_size_t, [exd_interview]),
    # exd_status exd_interview_answer(exd_interview *interview, const char *answer, exd_diagnostics *diagnostics)
    "exd_interview_answer": (exd_status, [exd_interview, ctypes.c_char_p, exd_diagnostics]),
    # exd_status exd_interview_answer_alike(exd_interview *interview, const char *answer, exd_diagnostics *diagnostics)
    "exd_interview_answer_alike": (exd_status, [exd_interview, ctypes.c_char_p, exd_diagnostics]),
    # exd_status exd_interview_skip(exd_interview *interview)
    "exd_interview_skip": (exd_status, [exd_interview]),
    # exd_status exd_interview_back(exd_interview *interview)
    "exd_interview_back": (exd_status, [exd_interview]),
    # size_t exd_interview_setting_count(const exd_interview *interview)
    "exd_interview_setting_count": (ctypes.c_size_t, [exd_interview]),
    # const char * exd_interview_setting(const exd_interview *interview, size_t index)
    "exd_interview_setting": (ctypes.c_char_p, [exd_interview, ctypes.c_size_t]),
    # size_t exd_interview_skipped_count(const exd_interview *interview)
    "exd_interview_skipped_count": (ctypes.c_size_t, [exd_interview]),
    # const char * exd_interview_skipped(const exd_interview *interview, size_t index)
    "exd_interview_skipped": (ctypes.c_char_p, [exd_interview, ctypes.c_size_t]),
    # exd_status exd_interview_write(const exd_interview *interview, exd_interview_part part, const exd_write_options *options, exd_sink sink, void *user)
    "exd_interview_write": (exd_status, [exd_interview, exd_interview_part, exd_write_options, exd_sink, ctypes.c_void_p]),
    # exd_status exd_report_checklist(exd_report *report, size_t finding, exd_checklist **out)
    "exd_report_checklist": (exd_status, [exd_report, ctypes.c_size_t, ctypes.POINTER(exd_checklist)]),
    # void exd_checklist_free(exd_checklist *checklist)
    "exd_checklist_free": (None, [exd_checklist]),
    # size_t exd_checklist_count(const exd_checklist *checklist)
    "exd_checklist_count": (ctypes.c_size_t, [exd_checklist]),
    # bool exd_checklist_is_smallest(const exd_checklist *checklist)
    "exd_checklist_is_smallest": (ctypes.c_bool, [exd_checklist]),
    # const char * exd_checklist_path(const exd_checklist *checklist, size_t index)
    "exd_checklist_path": (ctypes.c_char_p, [exd_checklist, ctypes.c_size_t]),
    # const char * exd_checklist_value(const exd_checklist *checklist, size_t index)
    "exd_checklist_value": (ctypes.c_char_p, [exd_checklist, ctypes.c_size_t]),
    # const char * exd_checklist_source(const exd_checklist *checklist, size_t index)
    "exd_checklist_source": (ctypes.c_char_p, [exd_checklist, ctypes.c_size_t]),
    # exd_status exd_checklist_write(const exd_checklist *checklist, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
    "exd_checklist_write": (exd_status, [exd_checklist, exd_format, exd_write_options, exd_sink, ctypes.c_void_p]),
    # exd_status exd_report_ways(exd_report *report, size_t finding, exd_result wanted, unsigned most, exd_ways **out)
    "exd_report_ways": (exd_status, [exd_report, ctypes.c_size_t, exd_result, ctypes.c_uint, ctypes.POINTER(exd_ways)]),
    # void exd_ways_free(exd_ways *ways)
    "exd_ways_free": (None, [exd_ways]),
    # size_t exd_ways_count(const exd_ways *ways)
    "exd_ways_count": (ctypes.c_size_t, [exd_ways]),
    # unsigned exd_ways_tried(const exd_ways *ways)
    "exd_ways_tried": (ctypes.c_uint, [exd_ways]),
    # bool exd_ways_may_be_more(const exd_ways *ways)
    "exd_ways_may_be_more": (ctypes.c_bool, [exd_ways]),
    # size_t exd_ways_change_count(const exd_ways *ways, size_t way)
    "exd_ways_change_count": (ctypes.c_size_t, [exd_ways, ctypes.c_size_t]),
    # const char * exd_ways_path(const exd_ways *ways, size_t way, size_t change)
    "exd_ways_path": (ctypes.c_char_p, [exd_ways, ctypes.c_size_t, ctypes.c_size_t]),
    # const char * exd_ways_value(const exd_ways *ways, size_t way, size_t change)
    "exd_ways_value": (ctypes.c_char_p, [exd_ways, ctypes.c_size_t, ctypes.c_size_t]),
    # exd_status exd_ways_write(const exd_ways *ways, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
    "exd_ways_write": (exd_status, [exd_ways, exd_format, exd_write_options, exd_sink, ctypes.c_void_p]),
    # exd_status exd_report_changes(exd_report *before, exd_report *after, exd_changes **out)
    "exd_report_changes": (exd_status, [exd_report, exd_report, ctypes.POINTER(exd_changes)]),
    # void exd_changes_free(exd_changes *changes)
    "exd_changes_free": (None, [exd_changes]),
    # size_t exd_changes_count(const exd_changes *changes)
    "exd_changes_count": (ctypes.c_size_t, [exd_changes]),
    # size_t exd_changes_unchanged(const exd_changes *changes)
    "exd_changes_unchanged": (ctypes.c_size_t, [exd_changes]),
    # size_t exd_changes_before(const exd_changes *changes, size_t index)
    "exd_changes_before": (ctypes.c_size_t, [exd_changes, ctypes.c_size_t]),
    # size_t exd_changes_after(const exd_changes *changes, size_t index)
    "exd_changes_after": (ctypes.c_size_t, [exd_changes, ctypes.c_size_t]),
    # size_t exd_changes_fact_count(const exd_changes *changes, size_t index)
    "exd_changes_fact_count": (ctypes.c_size_t, [exd_changes, ctypes.c_size_t]),
    # const char * exd_changes_fact_path(const exd_changes *changes, size_t index, size_t fact)
    "exd_changes_fact_path": (ctypes.c_char_p, [exd_changes, ctypes.c_size_t, ctypes.c_size_t]),
    # const char * exd_changes_fact_before(const exd_changes *changes, size_t index, size_t fact)
    "exd_changes_fact_before": (ctypes.c_char_p, [exd_changes, ctypes.c_size_t, ctypes.c_size_t]),
    # const char * exd_changes_fact_after(const exd_changes *changes, size_t index, size_t fact)
    "exd_changes_fact_after": (ctypes.c_char_p, [exd_changes, ctypes.c_size_t, ctypes.c_size_t]),
    # exd_status exd_changes_write(const exd_changes *changes, exd_format format, const exd_write_options *options, exd_sink sink, void *user)
    "exd_changes_write": (exd_status, [exd_changes, exd_format, exd_write_options, exd_sink, ctypes.c_void_p]),
}
