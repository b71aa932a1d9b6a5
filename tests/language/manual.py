"""The examples of docs/language.md are true: each block of rules is loaded, and the cases after it are checked.

    manual.py PAGE RULES RULE_CHECK

RULES is the directory with the vocabulary that the examples use. Writes TAP.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

PAGE, RULES, PROGRAM = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]

BOOK = """format: extradition-rulebook/1
instrument: {id: example, title: example, kind: statute, citation: none, parties: {BB: {}}, text-seen: full}
rules:
"""
CASES = """format: extradition-cases/1
instrument: example
base:
  as_of: 2020-06-15
  request: {requesting_state: AA, requested_state: BB}
cases:
"""


def run(rules, cases):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name in ("states", "grounds", "vocabulary"):
            (folder / f"{name}.yaml").write_text((RULES / f"{name}.yaml").read_text())
        (folder / "example.yaml").write_text(BOOK + textwrap.indent(rules, "  "))
        file = folder / "cases.yml"
        file.write_text(CASES + textwrap.indent(cases, "  "))
        return subprocess.run([PROGRAM, "test", "--rules", folder, file], capture_output=True, text=True)


def main():
    blocks = re.findall(r"^## (.+?)$|^```yaml (rules|cases)\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    heading, rules, count = "", "", 0
    for title, kind, text in blocks:
        if title:
            heading = title
        elif kind == "rules":
            rules = text
        else:
            count += 1
            done = run(rules, text)
            print("ok" if done.returncode == 0 else "not ok", count, "-", heading)
            if done.returncode:
                print(textwrap.indent(done.stdout + done.stderr, "# "))
    print(f"1..{count}")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main())
