#!/usr/bin/env python3
"""Whether docs/library.md and docs/vocabulary.md say what the rules and tests are; with --reset, makes them say so.

    pages.py [--reset] RULE-CHECK SOURCE-ROOT
"""

import pathlib
import subprocess
import sys


def page(program, root):
    tests = [str(root / folder) for folder in ("tests/cases", "tests/decided", "docs/examples")]
    made = subprocess.run([program, "library", "--rules", str(root / "rules"), *tests], capture_output=True, text=True, check=True)
    return (root / "docs" / "library.head.md").read_text() + made.stdout.rstrip("\n") + "\n"


VOCABULARY_HEAD = """# The vocabulary

Every fact that a record can state: its path, its type, what is presumed where the record is silent, and the question that it answers. In a record,
names with dots are nested: see [Writing a record](records.md). `rule-check facts WORD` prints the same for the paths that contain a word.

"""


def vocabulary(program, root):
    made = subprocess.run([program, "facts", "--width", "110", "--rules", str(root / "rules")], capture_output=True, text=True, check=True)
    return VOCABULARY_HEAD + "```text\n" + made.stdout.rstrip("\n") + "\n```\n"


def main():
    words = [word for word in sys.argv[1:] if word != "--reset"]
    program, root = str(pathlib.Path(words[0]).resolve()), pathlib.Path(words[1])
    print("1..2")
    for number, (name, make) in enumerate((("library.md", page), ("vocabulary.md", vocabulary)), 1):
        target = root / "docs" / name
        wanted = make(program, root)
        if "--reset" in sys.argv:
            target.write_text(wanted)
        good = target.exists() and target.read_text() == wanted
        print(f"ok {number} - docs/{name} is up to date" if good else f"not ok {number} - docs/{name} is out of date: pages.py --reset")
    return 0


if __name__ == "__main__":
    sys.exit(main())
