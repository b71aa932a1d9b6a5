"""docs/diagnostics.md and docs/limits.md against the sources: every code and limit once, in order, with its own words; every example loaded.

    manual.py RULE_CHECK SOURCE_ROOT
"""
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "tools"))
import world  # noqa: E402
from tap import Tap  # noqa: E402

RULE = {"id": "art-1", "cite": "Art. 1", "title": "An example", "ground": "documents", "effect": "may-refuse", "when": "not request.in_writing"}
INSTRUMENT = {"id": "example", "title": "A treaty", "kind": "bilateral-treaty", "citation": "none", "parties": "{XX: {}, YY: {}}",
              "text-seen": "full"}
RECORD = {"format": "extradition-record/1", "id": "example", "as_of": "2020-07-06"}
CASES = {"format": "extradition-cases/1", "instrument": "xx-yy-treaty-1998", "base":
         "{as_of: 2020-07-06, request: {requesting_state: XX, requested_state: YY}, person: {nationalities: [YY]}}"}


def parts(text):
    """The keys of a mapping in block style, each with its text as written."""
    pieces = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return {piece.partition(":")[0]: piece.rstrip("\n") for piece in pieces if piece}


def written(keys, fragment="", indent=""):
    """The mapping with the fragment's keys in place of its own."""
    own = {key: f"{key}: {value}" if not value.startswith("\n") else f"{key}:{value}" for key, value in keys.items()}
    own.update(parts(fragment))
    return "".join(f"{indent}{line}\n" for piece in own.values() for line in piece.splitlines())


def rulebook(rule="", instrument="", sections=""):
    first = "  - " + written(RULE, rule, "    ")[4:]
    keys = {"format": "extradition-rulebook/1", "instrument": "\n" + written(INSTRUMENT, instrument, "  "), "rules": "\n" + first}
    return written(keys, sections)


def whole_file(kind, fragment):
    """The example as a whole file, and where it goes."""
    if kind == "rule":
        return "rules/example.yaml", rulebook(rule=fragment)
    if kind == "instrument":
        return "rules/example.yaml", rulebook(instrument=fragment)
    if kind == "rulebook":
        return "rules/example.yaml", rulebook(sections=fragment)
    if kind == "record":
        return "record.yaml", written(RECORD, fragment)
    if kind == "cases":
        return "cases.yaml", written(CASES, fragment)
    assert kind == "file", kind
    return "record.yaml", fragment


def load(program, source, kind, fragment):
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        world.lay_rules(source, place / "rules")
        name, text = whole_file(kind, fragment)
        (place / name).write_text(text)
        words = {"rules/example.yaml": ["lint", "rules"], "record.yaml": ["check", "--rules", "rules", name],
                 "cases.yaml": ["test", "--rules", "rules", name]}[name]
        return world.run(program, words, place)


def example_faults(program, source, code, verdict, kind, fragment):
    done = load(program, source, kind, fragment)
    said = (done.stderr + done.stdout).decode()
    if verdict == "wrong" and f"[{code}]" not in said:
        yield f"does not give {code}, but:\n{said}"
    if verdict == "right" and (done.returncode != 0 or f"[{code}]" in said):
        yield f"is not right:\n{said}"


def list_of(source, path, pattern):
    return re.findall(pattern, (source / path).read_text())


def check_diagnostics(tap, program, source):
    page = (source / "docs" / "diagnostics.md").read_text()
    codes = list_of(source, "lib/base/diag_codes.h", r'X\((\w+), (\d+), "([^"]+)"\)')
    headings = re.findall(r"^### ([EWN])(\d+): (.*)$", page, flags=re.MULTILINE)
    want = [f"{number}: {meaning}" for _, number, meaning in codes]
    got = [f"{number}: {meaning}" for _, number, meaning in headings]
    tap.check("the page has every code, in order and in the words of diag_codes.h",
              world.difference("\n".join(want).encode(), "\n".join(got).encode()))
    for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        code = section.partition(":")[0]
        for verdict, kind, fragment in re.findall(r"^```yaml (wrong|right) (\w+)\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL):
            tap.check(f"{code}: {verdict} {kind}", example_faults(program, source, code, verdict, kind, fragment))


def check_limits(tap, source):
    page = (source / "docs" / "limits.md").read_text()
    want = list_of(source, "lib/base/limits.h", r'X\(\w+, "([a-z-]+)", (\d+)\)')
    got = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", page, flags=re.MULTILINE)
    tap.check("the page has every limit with its default", [] if want == got else [f"want {want}", f"got {got}"])
    for word, value in list_of(source, "lib/base/limits.h", r"LIMIT_(\w+) = (\d+)"):
        tap.check(f"the page has the fixed bound {word}", [] if f"| {value}" in page else [f"no {value}"])


def main():
    program, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    tap = Tap()
    check_diagnostics(tap, program, source)
    check_limits(tap, source)
    tap.finish()


if __name__ == "__main__":
    main()
