"""Bad input, and what is said about it, to the byte.

    run.py [--reset] RULE_CHECK SOURCE_ROOT [CASE...]

A case is a folder with the bad file and what must be `said` about it, on standard error
and then on standard output. What is run follows from the
names of the files: a `record.yaml` is checked, a `cases.yaml` tested, and anything else is laid over a small sound set of rules, which is then
linted. `status` is there where it is not 2 for records and cases, 1 for rules. Every code of diag_codes.h must turn up in some case, or in one
of the other tests that `ELSEWHERE` names. --reset writes what came out as what is expected: read the difference before it is committed.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tools"))
sys.path.insert(0, str(HERE))
from tap import Tap  # noqa: E402
import generated  # noqa: E402
import world  # noqa: E402

# Codes that no file given to the command line produces.
ELSEWHERE = {
    "NO_AS_OF": "limits.c: the command line takes today's date",
    "NO_SUCH_RECORD": "limits.c: the command line counts first",
}


def run_case(case, program, source):
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        names = {path.name for path in case.iterdir()}
        rules = world.lay_rules(source, place / "rules")
        for path in case.iterdir():
            if path.name in ("said", "status"):
                continue
            shutil.copy(path, place if path.name in ("record.yaml", "cases.yaml") else rules)
        if "record.yaml" in names:
            words, status = ["check", "--rules", "rules", "record.yaml"], 2
        elif "cases.yaml" in names:
            words, status = ["test", "--rules", "rules", "cases.yaml"], 2
        else:
            (rules / "xx-yy-treaty-1998.yaml").unlink()
            words, status = ["lint", "rules"], 1
        done = world.run(program, words, place)
    if (case / "status").exists():
        status = int((case / "status").read_text())
    return done, status


def faults(case, done, status):
    path = case / "said"
    want = path.read_bytes() if path.exists() else b""
    if done.stderr + done.stdout != want:
        yield from world.difference(want, done.stderr + done.stdout)
    if done.returncode != status:
        yield f"left with {done.returncode}, not {status}"


def codes_of(source):
    text = (source / "lib/base/diag_codes.h").read_text()
    return {f"{number}": name for name, number in re.findall(r"X\((\w+), (\d+),", text)}


def main():
    words = [word for word in sys.argv[1:] if word != "--reset"]
    program, source = str(pathlib.Path(words[0]).resolve()), pathlib.Path(words[1]).resolve()
    cases = [HERE / name for name in words[2:]] or sorted(path for path in HERE.iterdir() if (path / "said").exists() or
                                                          any(path.glob("*.yaml")))
    tap = Tap()
    seen = set()
    for case in cases:
        done, status = run_case(case, program, source)
        seen |= set(re.findall(rb"\[[A-Z](\d+)\]", done.stderr + done.stdout))
        if "--reset" in sys.argv:
            (case / "said").write_bytes(done.stderr + done.stdout)
        tap.check(case.name, list(faults(case, done, status)))
    if len(words) == 2:
        for name, wrong in generated.check_all(program, source, seen):
            tap.check(name, wrong)
        seen = {code.decode() for code in seen}
        missing = [f"no case gives {name}" for code, name in codes_of(source).items() if code not in seen and name not in ELSEWHERE]
        tap.check("every diagnostic has a case", missing)
    tap.finish()


if __name__ == "__main__":
    main()
