"""A language is added by adding files: what `lint` asks for, once it is all filled in, makes a report without a word of English.

    third_language.py RULE_CHECK SOURCE_ROOT

The language is made up: every text is the English with its letters turned around, so that a text that was not translated shows. How a
rulebook was reviewed is a remark on it, and is not translated.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from tap import Tap

# What the rules of tests/golden/rules lack in Korean, but for messages, which come and go.
LACKING = """
grounds:
  nationality:
    about: # the person is a national
  age:
    title: # Age
    about: # minors

instruments:
  # rules/xx-yy-treaty-1998.yaml
  xx-yy-treaty-1998:
    title: # Extradition Treaty between Exland and Whyland
    citation: # 1 XTS 1
    note: # A treaty that exists in these tests alone.
    rules:
      art-3-2:
        title: # The case of a national is submitted for prosecution
      art-7:
        title: # Unjust or oppressive because of age, health or the passage of time
        note: # Read narrowly in practice.
    phrases:
      "Art. 10":
      "Supreme Court of Whyland, 1 April 2001, No. 1":
      "the Minister of Justice":

# Not begun:
#   yy-extradition-act
#   yy-zz-treaty-1950
"""
LINE = re.compile(r'( *)([\w.-]+|"(?:[^"\\]|\\.)*"):(?: # (.*))?')


def turned(english):
    """The words backwards, but for places such as {1}; what a message begins and ends with stays."""
    start, words, end = re.fullmatch(r"(\W*)(.*?)(\W*)", english.replace("{", "\x01{").replace("}", "}\x01"), re.DOTALL).groups()
    pieces = re.split(r"(\{\d\})", (start + words + end).replace("\x01", ""))
    return "".join(piece if piece.startswith("{") else re.sub(r"\w+", lambda word: word[0][::-1], piece) for piece in pieces)


def filled_in(skeleton):
    """The lines, with a value for each key that has no keys of its own."""
    lines = [line for line in skeleton.splitlines() if not line.lstrip().startswith("#")]
    for number, line in enumerate(lines):
        found = LINE.fullmatch(line)
        if not found or line.startswith(("format:", "language:")):
            yield line
            continue
        indent, key, english = found.groups()
        below = re.match(r"( *)\S", lines[number + 1]) if number + 1 < len(lines) else None
        if english is None and below and len(below[1]) > len(indent):
            yield line
            continue
        words = english if english is not None else json.loads(key) if key.startswith('"') else key
        yield f"{indent}{key}: {json.dumps(turned(words), ensure_ascii=False)}"


def check_lacking(tap, program, golden):
    """The lines of LACKING, in this order."""
    done = subprocess.run([program, "lint", "rules", "--lang", "ko"], cwd=golden, capture_output=True, text=True, encoding="utf-8")
    lines = iter(done.stdout.splitlines())
    tap.check("what lacks, under its keys", [f"not there, or not in its place: {line}" for line in LACKING.splitlines() if line not in lines])
    short = [line for line in done.stdout.splitlines() if line in ("    short: # XX-YY Treaty", "  instruments: # Instruments", '      "Art. 3(1)":')]
    tap.check("and nothing that is there", short)


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    record = str(source / "docs" / "examples" / "son-jong-woo-2020.yaml")

    def run(*words):
        return subprocess.run([program, *words, "--rules", rules], capture_output=True, text=True, encoding="utf-8")

    tap = Tap()
    check_lacking(tap, program, source / "tests" / "golden")
    with tempfile.TemporaryDirectory() as folder:
        rules = pathlib.Path(folder) / "rules"
        shutil.copytree(source / "rules", rules, ignore=shutil.ignore_patterns("translations", "meson.build"))
        skeleton = run("lint", "--lang", "xx", "--full").stdout
        count = re.match(r"# xx lacks (\d+) of (\d+) texts", skeleton)
        tap.check("all is lacking", [] if count and count[1] == count[2] != "0" else [skeleton[:80]])
        language = rules / "translations" / "xx"
        language.mkdir(parents=True)
        (language / "all.yaml").write_text(skeleton, encoding="utf-8")
        empty = run("lint")
        tap.check("an empty list is no translation", [] if empty.returncode == 1 and "a translation is a text" in empty.stderr else [empty])
        (language / "all.yaml").write_text("\n".join(filled_in(skeleton)) + "\n", encoding="utf-8")
        lint = run("lint")
        good = lint.returncode == 0 and f"xx: 0 of {count[2]} texts lacking" in lint.stdout
        tap.check("filled in, nothing is lacking", [] if good else [lint.stdout, lint.stderr[:2000]])
        for words in (["check", record], ["check", record, "--format", "html"], ["check", record, "--full", "--analyse"],
                      ["questions", record], ["explain", "us-kr-treaty-1998", "kr-extradition-act/art-9-1"], ["facts"], ["treaties", "US", "KR"]):
            done = run(*words, "--lang", "xx", "--width", "0")
            english = [line for line in done.stdout.splitlines() if "[en]" in line and not line.startswith(turned("Reviewed"))]
            tap.check(" ".join(word for word in words if word != record),
                      english + ([] if done.returncode == 0 and done.stdout else [done.stderr]))
        act = rules / "asia" / "kr-extradition-act.yaml"
        changed, times = re.subn(r"(- id: art-9-1\n(?:    .*\n)*?    title: )", r"\1Otherwise put, ", act.read_text(encoding="utf-8"), count=1)
        act.write_text(changed, encoding="utf-8")
        lint = run("lint")
        stale = [line for line in lint.stderr.splitlines() if "[W226]" in line]
        tap.check("a changed title is noticed, and no other",
                  [] if times == 1 and lint.returncode == 1 and len(stale) == 1 else [times, lint.returncode, *stale])
    tap.finish()


main()
