"""Golden tests of the command line: what it writes, to the byte.

    run.py [--reset] RULE_CHECK SOURCE_ROOT [AREA/CASE...]

A case is a folder with `args` (one argument a line), and with `stdout`, `stderr` and `status` as they must be; `stdin` is fed in when it is
there. It runs inside its own folder, with the rules of the source tree unless `args` names others, and with no colours. --reset writes what
came out as what is expected: read the difference before it is committed.
"""
import difflib
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tools"))
from tap import Tap  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent


def run_case(case, program, source):
    arguments = (case / "args").read_text().splitlines()
    environment = {"EXTRADITION_RULES": str(source / "rules"), "PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
    for name in ("LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    given = (case / "stdin").read_bytes() if (case / "stdin").exists() else b""
    done = subprocess.run([program, *arguments], input=given, cwd=case, env=environment, capture_output=True, timeout=60)
    mark = str(source).encode()
    return {"stdout": done.stdout.replace(mark, b"SOURCE"), "stderr": done.stderr.replace(mark, b"SOURCE"),
            "status": f"{done.returncode}\n".encode()}


def expected(case, name):
    path = case / name
    if path.exists():
        return path.read_bytes()
    return b"0\n" if name == "status" else b""


def differences(case, outcome):
    for name, got in outcome.items():
        want = expected(case, name)
        if got != want:
            yield from difflib.unified_diff(want.decode(errors="replace").splitlines(), got.decode(errors="replace").splitlines(),
                                            f"expected {name}", f"got {name}", lineterm="")


def reset(case, outcome):
    for name, got in outcome.items():
        path = case / name
        if got == (b"0\n" if name == "status" else b""):
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(got)


def main():
    words = [word for word in sys.argv[1:] if word != "--reset"]
    program, source = str(pathlib.Path(words[0]).resolve()), pathlib.Path(words[1]).resolve()
    cases = [HERE / name for name in words[2:]] or sorted(path.parent for path in HERE.rglob("args"))
    tap = Tap()
    for case in cases:
        outcome = run_case(case, program, source)
        if "--reset" in sys.argv:
            reset(case, outcome)
        tap.check(str(case.relative_to(HERE)), list(differences(case, outcome)))
    tap.finish()


main()
