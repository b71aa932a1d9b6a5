"""The small sound set of rules that bad input is laid over, and how the command line is run on it."""
import difflib
import os
import shutil
import subprocess


def lay_rules(source, into):
    into.mkdir()
    for name in ("states", "grounds", "vocabulary", "xx-yy-treaty-1998"):
        shutil.copy(source / "tests" / "golden" / "rules" / f"{name}.yaml", into)
    return into


def run(program, words, place, given=b"", **more):
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
    for name in ("LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    environment.update(more)
    return subprocess.run([program, *words], input=given, cwd=place, env=environment, capture_output=True, timeout=60)


def difference(want, got):
    return difflib.unified_diff(want.decode(errors="replace").splitlines(), got.decode(errors="replace").splitlines(), "expected", "got",
                                lineterm="")
