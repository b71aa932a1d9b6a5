"""The thin layer says what the header says: prototypes, enumerations, callback types; nothing missing, nothing more."""
import ctypes
import re

import prototypes
import pytest
from extradition import Effect, Result, Standing, __version__, _native, _prototypes


def test_the_module_is_what_the_header_says(root):
    written = (root / "bindings/python/extradition/_prototypes.py").read_text(encoding="utf-8")
    assert prototypes.module(prototypes.read(root)) == written, "python3 tests/python/prototypes.py --reset ."


def test_every_function_of_the_symbol_map_is_declared(root):
    listed = {word.strip("; ") for word in (root / "lib/extradition.map").read_text().split() if word.startswith("exd_")}
    assert listed == set(_prototypes.FUNCTIONS)


def test_every_function_has_its_types():
    for name, (result, parameters) in _prototypes.FUNCTIONS.items():
        function = getattr(_native.lib, name)
        assert function.restype is result and list(function.argtypes) == parameters, name


@pytest.mark.parametrize("before, after", [
    ("exd_status exd_check(exd_rules *rules,", "exd_status exd_check(exd_record *rules,"),
    ("EXD_RESULT_OPEN = 4", "EXD_RESULT_OPEN = 9"),
    ("typedef int (*exd_sink)(void *user, const char *bytes, size_t length);", "typedef int (*exd_sink)(void *user, const char *bytes);"),
    ("EXD_API const char *exd_version(void);", "EXD_API const char *exd_version(void); EXD_API int exd_further(void);"),
])
def test_a_change_of_the_header_is_seen(root, before, after):
    text = (root / "include/extradition.h").read_text(encoding="utf-8")
    assert before in text
    assert prototypes.module(prototypes.Header(text)) != prototypes.module(prototypes.Header(text.replace(before, after)))


@pytest.mark.parametrize("words, name", [(Result, "result"), (Standing, "standing"), (Effect, "effect")])
def test_the_words_are_those_of_the_library(words, name):
    spoken = [getattr(_native.lib, f"exd_{name}_name")(number).decode() for number in _prototypes.ENUMS[f"exd_{name}"].values()]
    assert spoken == [str(word) for word in words]


def test_one_object_cannot_be_passed_for_another(rules):
    out = _prototypes.exd_report()
    with pytest.raises(ctypes.ArgumentError):
        _native.lib.exd_check(_prototypes.exd_record(), rules._handle.pointer, None, ctypes.byref(out), None)


def test_the_version_is_one(root):
    stated = (root / "meson.build").read_text().split("version: '")[1].split("'")[0]
    assert __version__ == stated == _native.lib.exd_version().decode()


def test_no_handle_is_let_go_before_its_pointer_is_used(root):
    """`made(...).pointer` frees what it points to as soon as it has been read. A report that is held holds its own handle."""
    sources = sorted((root / "bindings" / "python" / "extradition").glob("*.py"))
    assert [path.name for path in sources if re.search(r"\)\.pointer\b(?<!_living\(\)\.pointer)", path.read_text(encoding="utf-8"))] == []
