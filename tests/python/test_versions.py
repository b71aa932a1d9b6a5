"""Python 3.9 is promised and need not be here: the sources are read as it would read them, and looked through for what came later; and the
package is run by whatever other interpreters there are."""
import ast
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

# What came after 3.9: names of the standard library, and parameters of what was there before.
LATER_NAMES = {
    "asyncio": {"TaskGroup", "timeout", "Runner"}, "contextlib": {"aclosing", "chdir"},
    "datetime": {"UTC"}, "enum": {"StrEnum", "ReprEnum", "EnumType", "verify", "member", "nonmember", "property"},
    "inspect": {"get_annotations"}, "itertools": {"pairwise", "batched"},
    "sys": {"orig_argv", "stdlib_module_names", "exception", "activate_stack_trampoline"}, "types": {"NoneType", "UnionType", "EllipsisType"},
    "typing": {"Self", "TypeAlias", "ParamSpec", "Concatenate", "TypeGuard", "Never", "LiteralString", "NotRequired", "Required", "Unpack",
               "TypeVarTuple", "assert_never", "assert_type", "reveal_type", "override", "dataclass_transform"},
}
LATER_MODULES = {"tomllib"}
LATER_PARAMETERS = {"dataclass": {"slots", "kw_only", "match_args", "weakref_slot"}, "field": {"kw_only"}, "zip": {"strict"},
                    "bisect_left": {"key"}, "bisect_right": {"key"}}
LATER_METHODS = {"bit_count", "hardlink_to", "add_note", "is_junction", "walk_up"}


def later(text, name="<text>"):
    """What of a source Python 3.9 does not have, as (line, what)."""
    tree = ast.parse(text, name, feature_version=(3, 9))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            modules = [node.module] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
            yield from ((node.lineno, module) for module in modules if module in LATER_MODULES)
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, one.name) for one in node.names if one.name in LATER_NAMES.get(node.module or "", ()))
        if isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name) and node.attr in LATER_NAMES.get(node.value.id, ()) or node.attr in LATER_METHODS:
                yield node.lineno, node.attr
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            yield from ((node.lineno, f"{called}({one.arg}=)") for one in node.keywords if one.arg in LATER_PARAMETERS.get(called, ()))
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if annotation is not None and any(isinstance(one, ast.BinOp) for one in ast.walk(annotation)):
                yield node.lineno, "X | Y in an annotation that is not a text"


def test_the_sources_are_of_python_3_9(root):
    files = sorted((root / "bindings" / "python").rglob("*.py"))
    assert len(files) > 10
    assert [(path.name, *found) for path in files for found in later(path.read_text(encoding="utf-8"), str(path))] == []


@pytest.mark.parametrize("text", [
    "import tomllib", "from typing import Self", "import itertools\nitertools.pairwise(a)", "zip(a, b, strict=True)",
    "@dataclass(frozen=True, slots=True)\nclass A: pass", "def f(a: int | None): pass", "def f() -> str | None: pass", "a: int | None = 3", "n.bit_count()",
])
def test_what_came_later_is_seen(text):
    assert list(later(text))


def test_what_is_no_syntax_of_3_9_is_seen():
    with pytest.raises(SyntaxError):
        list(later("match a:\n    case 1: pass\n"))
    assert not list(later("def f(a: 'int | None', b: Optional[int]) -> None: pass\nx = 1 | 2\n"))


def others():
    """Every other interpreter of 3.9 or later here: those on the path, and those that pyenv keeps."""
    kept = pathlib.Path(os.environ.get("PYENV_ROOT") or pathlib.Path.home() / ".pyenv") / "versions"
    paths = [pathlib.Path(path) for path in filter(None, (shutil.which(f"python3.{minor}") for minor in range(9, 16)))]
    found = {path.resolve(): path for path in [*paths, *kept.glob("3.*/bin/python3")] if not path.parent.name == "shims"}
    return [path for real, path in found.items() if real != pathlib.Path(sys.executable).resolve()]


def version(interpreter):
    done = subprocess.run([interpreter, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True)
    return tuple(map(int, done.stdout.split())) if done.returncode == 0 else (0,)


def test_other_interpreters(root, case):
    """The main things, on whatever other version of Python there is."""
    program = ("import sys, pickle, extradition\n"
               "rules = extradition.Rulebook.load(languages=['ko'])\n"
               "report = rules.check(sys.argv[1], analyse=True)\n"
               "assert pickle.loads(pickle.dumps(report)) == report and pickle.loads(pickle.dumps(report.findings)) == report.findings\n"
               "assert report.questions and report.timeline and report.disputes == () and report.to_html(language='ko')\n"
               "interview = report.interview(); interview.skip(); interview.back(); next(interview)\n"
               "assert [type(one) for one in rules.check_many([sys.argv[1], {}], threads=2)] == [extradition.Report, extradition.ArgumentError]\n"
               "assert all(list(rules.check_each([sys.argv[1]] * 20, threads=3, form='json')))\n"
               "print(sys.version_info[:2], report.finding('us-kr-treaty-1998/art-3-1').result)\n")
    environment = dict(os.environ, PYTHONPATH=str(root / "bindings" / "python"))
    ran = []
    for interpreter in others():
        if version(interpreter) < (3, 9):
            continue
        done = subprocess.run([interpreter, "-X", "dev", "-c", program, case], env=environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0 and done.stdout.endswith(") applies\n") and not done.stderr, (interpreter, done.stdout, done.stderr)
        ran.append(done.stdout)
    if not ran:
        pytest.skip(f"there is no other interpreter of 3.9 or later than {sys.version.split()[0]}")
