"""Whether Korean is complete where it is promised to be (docs/translations.md): messages, vocabulary, grounds, States, and the instruments that
bind Korea.

    translated.py RULE_CHECK SOURCE_ROOT

`rule-check lint --lang ko` lists what is lacking; what it prints in Korean must bear it out.
"""
import pathlib
import re
import subprocess
import sys

from tap import Tap

SECTIONS = ["messages", "entities", "facts", "enums", "grounds", "states"]
REMARKS = "검토"  # the label of how a rulebook was reviewed, which is not translated
PARTICLE = re.compile(r"\{\d\}[’”]?(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣])")  # of two forms, by the sound before it


def instruments_of_korea(rules):
    """The ids of the rulebooks that name Korea among their parties."""
    return [path.stem for path in sorted(rules.rglob("*.yaml")) if re.search("^    KR:", path.read_text(encoding="utf-8"), re.MULTILINE)]


def lacking(listed, instruments):
    """What is lacking, by section, and by instrument."""
    found = {name: [] for name in SECTIONS + instruments}
    path = []
    for line in listed.splitlines():
        entry = re.match(r'( *)("(?:[^"\\]|\\.)*"|[\w.-]+):( # .*)?$', line)
        if not entry or line.startswith(("format:", "language:")):
            continue
        path = path[:len(entry[1]) // 2] + [entry[2]]
        phrase = path[0] == "instruments" and len(path) == 4 and path[2] == "phrases"
        if entry[3] or phrase:
            found.setdefault(path[1] if path[0] == "instruments" else path[0], []).append(": ".join(path) + (entry[3] or ""))
    return found


def english(page):
    """The lines that are in English and ought not to be."""
    return [line for line in page.splitlines() if "[en]" in line and not line.startswith(REMARKS)]


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()

    def korean(*words):
        return subprocess.run([program, *words, "--lang", "ko", "--rules", source / "rules"], capture_output=True, text=True,
                              encoding="utf-8").stdout

    instruments = instruments_of_korea(source / "rules")
    tap = Tap()
    tap.check("there are instruments of Korea", [] if len(instruments) > 15 else instruments)
    listed = korean("lint")
    begun = re.match(r"# ko lacks (\d+) of (\d+) texts", listed)
    tap.check("what is lacking was listed", [] if begun and int(begun[2]) > 4000 else [listed[:200]])
    for name, texts in lacking(listed, instruments).items():
        tap.check(name, texts)
    not_begun = listed.partition("# Not begun:")[2].split()
    tap.check("every instrument of Korea is begun", [name for name in instruments if name in not_begun])
    messages = (source / "rules" / "translations" / "ko" / "messages.yaml").read_text(encoding="utf-8").splitlines()
    tap.check("no particle hangs on what fills a place", [line for line in messages if PARTICLE.search(line.partition("#")[0])])
    heads = korean("explain", *instruments, "--width", "0")
    rules = re.findall(r"^ +([\w-]+/[\w-]+) \(", heads, re.MULTILINE)
    tap.check("the pages of instruments", english(heads) if heads else ["nothing was written"])
    tap.check("the pages of their rules", english(korean("explain", *rules, "--width", "0")) if len(rules) > 500 else ["rules were not found"])
    tap.finish()


main()
