#!/usr/bin/env python3
"""Whether docs/library.md says what the rulebooks and tests are; with --reset, makes it say so.

    library_page.py [--reset] RULE-CHECK SOURCE-ROOT
"""

import pathlib
import subprocess
import sys


def page(program, root):
    tests = [str(root / folder) for folder in ("tests/cases", "tests/decided", "docs/examples")]
    made = subprocess.run([program, "library", "--rules", str(root / "rules"), *tests], capture_output=True, text=True, check=True)
    return (root / "docs" / "library.head.md").read_text() + made.stdout.rstrip("\n") + "\n"


def main():
    words = [word for word in sys.argv[1:] if word != "--reset"]
    program, root = str(pathlib.Path(words[0]).resolve()), pathlib.Path(words[1])
    target = root / "docs" / "library.md"
    wanted = page(program, root)
    if "--reset" in sys.argv:
        target.write_text(wanted)
    good = target.exists() and target.read_text() == wanted
    print("1..1")
    print("ok 1 - docs/library.md is up to date" if good else "not ok 1 - docs/library.md is out of date: library_page.py --reset")
    return 0


if __name__ == "__main__":
    sys.exit(main())
