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

INSTRUMENTS = ["kr-extradition-act", "au-kr-treaty-1990", "cn-kr-treaty-2000", "id-kr-treaty-2000", "in-kr-treaty-2004",
               "jp-kr-treaty-2002", "nz-kr-treaty-2001", "ph-kr-treaty-1993", "us-kr-treaty-1998", "vn-kr-treaty-2003",
               "coe-extradition-1957", "coe-extradition-ap1", "coe-extradition-ap2", "iccpr-1966", "un-cat-1984", "un-drugs-1988",
               "uncac-2003", "untoc-2000", "terrorist-bombings-1997", "terrorist-financing-1999"]
SECTIONS = ["messages", "entities", "facts", "enums", "grounds", "states"]
REMARKS = "검토"  # the label of how a rulebook was reviewed, which is not translated
ELSEWHERE = "coe-"  # their pages speak of protocols and of laws of the Union that Korea has no part in


def lacking(listed):
    """What is lacking, by section, and by instrument."""
    found = {name: [] for name in SECTIONS + INSTRUMENTS}
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


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()

    def korean(*words):
        return subprocess.run([program, *words, "--lang", "ko", "--rules", source / "rules"], capture_output=True, text=True, encoding="utf-8",
                              timeout=120).stdout

    tap = Tap()
    listed = korean("lint")
    begun = re.match(r"# ko lacks (\d+) of (\d+) texts", listed)
    tap.check("what is lacking was listed", [] if begun and int(begun[2]) > 4000 else [listed[:200]])
    for name, texts in lacking(listed).items():
        tap.check(name, texts)
    not_begun = listed.partition("# Not begun:")[2].split()
    tap.check("every instrument of Korea is begun", [name for name in INSTRUMENTS if name in not_begun])
    for instrument in (name for name in INSTRUMENTS if not name.startswith(ELSEWHERE)):
        heads = korean("explain", instrument, "--width", "0")
        rules = re.findall(rf"^ +({instrument}/[\w-]+) \(", heads, re.MULTILINE)
        page = korean("explain", instrument, *rules, "--width", "0")
        english = [line for line in page.splitlines() if "[en]" in line and not line.startswith(REMARKS)]
        tap.check(f"the pages of {instrument}", english if rules else ["no rules were found"])
    tap.finish()


main()
