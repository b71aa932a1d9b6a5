"""Writes docs/python-reference.md from the package: every public name, with its types, and what its docstring or its comment says.

    reference.py [--reset] SOURCE_ROOT
"""
import ast
import dataclasses
import enum
import inspect
import pathlib
import re
import sys
import textwrap

HEAD = """# Every name of the Python package

How to use them: [the tutorial](python.md), [recipes](python-recipes.md). Everything is imported from `extradition`. Values are frozen: they can be compared, printed,
hashed where what they hold can be, and sent to other processes.
"""
SECTIONS = {
    "Rules": ["Rulebook", "InstrumentInfo", "RuleInfo", "Untranslated", "Coverage", "InstrumentCoverage"],
    "Records": ["Record", "Draft", "Stated", "Disputed"],
    "Reports": ["Report", "Notice"],
    "What a report says": ["Finding", "Because", "Fact", "Lack", "Displacement", "Version", "Deadline", "Instrument", "Ground", "RecordInfo"],
    "Questions, disputes, the timeline": ["Question", "Choice", "Evaluation", "Answer", "Settled", "Idle", "Dispute", "Statement", "Turn",
                                          "TimelineEntry"],
    "What a report is asked further": ["Interview", "Checklist", "Verify", "Ways", "Way", "Change", "Changes", "ChangedFinding", "ChangedFact"],
    "Words": ["Result", "Effect", "Standing", "DeadlineStatus", "Kind", "InterviewPart"],
    "Errors": ["ExtraditionError", "ArgumentError", "InputError", "ReadError", "LimitError", "OutOfMemoryError", "Diagnostic"],
}
# What is set when an object is made, and has no docstring of its own.
ATTRIBUTES = {
    "diagnostics": "warnings and notes: what could be used, and should be looked at",
    "record": "the record that was checked",
}
TAIL = """
## Constants

| name | |
| --- | --- |
| `UNKNOWN` | `unknown`: asked for, and not known; it raises no question again |
| `NEVER` | `never`: has not happened; for dates |
| `__version__` | the version, which is that of the C library |
"""


def first(thing):
    """The first paragraph of a docstring, on one line."""
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


def signature(function):
    """The parameters as the source has them, without `self` and without the quotes of names that come later."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    for argument in ast.walk(tree.args):
        if isinstance(argument, ast.arg) and isinstance(argument.annotation, ast.Constant):
            argument.annotation = ast.Name(argument.annotation.value)
    if not any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in tree.decorator_list):
        del tree.args.args[0]
    return f"({ast.unparse(tree.args)})".replace("|", "\\|")


def is_ours(thing):
    return getattr(thing, "__module__", "").startswith("extradition.")


def members(kind):
    """What a class and those it comes from define, each name once."""
    seen = {}
    for base in reversed([one for one in kind.__mro__ if is_ours(one)]):
        seen.update({name: value for name, value in vars(base).items() if not name.startswith("_")})
    return seen


def rows(name, kind):
    source = inspect.getsource(kind)
    comments = dict(re.findall(r"^    (\w+)(?:: | = )[^#\n]*?  # (.*)$", source, re.M))
    if issubclass(kind, enum.Enum):
        for member in kind:
            yield f"`{name}.{member.name}`", f"`{member}`" + (f": {comments[member.name]}" if member.name in comments else "")
        return
    fields = [field.name for field in dataclasses.fields(kind)] if dataclasses.is_dataclass(kind) else []
    for field in fields:
        written, = re.findall(rf"^    {field}: ([^#\n]*?)(?:  # .*)?$", source, re.M)
        yield f"`{name}.{field}`", f"`{written}`" + (f": {comments[field]}" if field in comments else "")
    for own, value in members(kind).items():
        if own in fields:
            continue
        if isinstance(value, property):
            yield f"`{name}.{own}`", first(value)
        elif inspect.isfunction(value) or isinstance(value, (classmethod, staticmethod)):
            yield f"`{name}.{own}{signature(getattr(kind, own))}`", first(getattr(kind, own))
        elif isinstance(value, str):
            yield f"`{name}.{own}`", f"`{value}`"
    if not fields and not issubclass(kind, Exception):
        text = inspect.getsource(kind.__init__) if "__init__" in vars(kind) else ""
        for own, what in ATTRIBUTES.items():
            if re.search(rf"self\.{own}\b.*=", text) and own not in members(kind) or own in getattr(kind, "__slots__", ()):
                yield f"`{name}.{own}`", what


def page(package):
    out = [HEAD]
    for title, names in SECTIONS.items():
        out.append(f"\n## {title}\n")
        for name in names:
            kind = getattr(package, name)
            out.append(f"\n### `{name}`\n\n{first(kind)}\n\n| name | |\n| --- | --- |\n")
            out += [f"| {left} | {right} |\n" for left, right in rows(name, kind)]
    return "".join(out) + TAIL


def main():
    root = pathlib.Path(sys.argv[-1]).resolve()
    sys.path.insert(0, str(root / "bindings" / "python"))
    import extradition

    target = root / "docs" / "python-reference.md"
    if sys.argv[1] == "--reset":
        target.write_text(page(extradition), encoding="utf-8")
    elif target.read_text(encoding="utf-8") != page(extradition):
        raise SystemExit("docs/python-reference.md is not what the package says: python3 tests/python/reference.py --reset .")


if __name__ == "__main__":
    main()
