"""Every example of the documentation is run, and every public name is in the reference."""
import dataclasses
import doctest
import enum
import inspect
import re

import extradition
import pytest
import reference

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("page", ["python.md", "python-recipes.md", "python-reference.md"])
def test_the_examples(root, page, monkeypatch):
    monkeypatch.chdir(root)
    text = (root / "docs" / page).read_text(encoding="utf-8")
    names = {"extradition": extradition}
    runner = doctest.DocTestRunner(verbose=False)
    said = []
    for match in BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if ">>>" in match[1]:
            test = doctest.DocTestParser().get_doctest(match[1], names, page, page, line)
            runner.run(test, out=said.append, clear_globs=False)
            names.update(test.globs)
        else:
            try:
                exec(compile("\n" * line + match[1], page, "exec"), names)
            except ModuleNotFoundError as error:
                pytest.skip(f"{page}, line {line}: {error.name} is not installed")
    assert not runner.failures, "".join(said)
    assert runner.tries or page == "python-reference.md"


def public():
    """Every public name, and every public attribute of a public class."""
    for name in extradition.__all__:
        yield name
        thing = getattr(extradition, name)
        if not inspect.isclass(thing):
            continue
        if issubclass(thing, enum.Enum):
            yield from (f"{name}.{member.name}" for member in thing)
            continue
        if dataclasses.is_dataclass(thing):
            yield from (f"{name}.{field.name}" for field in dataclasses.fields(thing))
        for own in vars(thing):
            if not own.startswith("_") and not dataclasses.is_dataclass(thing) or own in ("walk", "governs"):
                yield f"{name}.{own}"


def test_every_name_is_in_the_reference(root):
    text = (root / "docs" / "python-reference.md").read_text(encoding="utf-8")
    written = set(re.findall(r"`([A-Za-z_][\w.]*)", text))
    assert [name for name in public() if name not in written] == []


def test_the_reference_is_what_the_package_says(root):
    written = (root / "docs" / "python-reference.md").read_text(encoding="utf-8")
    assert reference.page(extradition) == written, "python3 tests/python/reference.py --reset ."


def test_the_reference_names_nothing_that_is_not_there(root):
    text = (root / "docs" / "python-reference.md").read_text(encoding="utf-8")
    for name in re.findall(r"^\| `([A-Za-z_][\w.]*)", text, re.M):
        first, _, rest = name.partition(".")
        thing = getattr(extradition, first)
        assert not rest or hasattr(thing, rest) or rest in getattr(thing, "__slots__", ()), name


def test_every_public_thing_is_documented():
    for name in extradition.__all__:
        thing = getattr(extradition, name)
        if not inspect.isclass(thing):
            continue
        assert inspect.getdoc(thing), name
        for own, value in vars(thing).items():
            if not own.startswith("_") and (inspect.isfunction(value) or isinstance(value, (property, classmethod))):
                assert inspect.getdoc(value), f"{name}.{own}"
