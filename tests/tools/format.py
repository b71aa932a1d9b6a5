"""Every C file is as .clang-format has it.

    format.py SOURCE_ROOT CLANG_FORMAT
"""
import pathlib
import subprocess
import sys

from tap import Tap

FOLDERS = ["include", "lib", "bindings", "tests"]


def main():
    root, clang_format = pathlib.Path(sys.argv[1]), sys.argv[2]
    tap = Tap()
    for folder in FOLDERS:
        files = sorted(str(path) for path in (root / folder).rglob("*.[ch]"))
        run = subprocess.run([clang_format, "--dry-run", "-Werror", *files], capture_output=True, text=True)
        wrong = sorted({line.split(":")[0] for line in run.stderr.splitlines() if "clang-format-violations" in line})
        tap.check(f"{folder} is formatted ({len(files)} files)", wrong)
    tap.finish()


main()
