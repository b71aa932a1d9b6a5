"""Several threads write what one thread writes, to the byte: `rule-check --jobs N` over every record of the project, good and bad.

    jobs.py RULE_CHECK SOURCE_ROOT
"""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tools"))
from tap import Tap  # noqa: E402

PROGRAM, ROOT = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
ENVIRONMENT = dict(os.environ, EXTRADITION_RULES=str(ROOT / "rules"), LC_ALL="C", TZ="UTC")
JOBS = ("2", "7", "0")


def run(words, jobs, given=b"", together=False):
    done = subprocess.run([PROGRAM, "check", "--jobs", jobs, *map(str, words)], input=given, env=ENVIRONMENT, timeout=300,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT if together else subprocess.PIPE)
    return done.returncode, done.stdout, done.stderr


def records():
    """What is wrong stands among what is right."""
    good = [*sorted((ROOT / "docs" / "examples").glob("*.yaml")), *sorted((ROOT / "tests" / "decided").glob("*.yaml"))]
    bad = [ROOT / "tests" / "golden" / "records" / "broken.yaml", ROOT / "no-such-file.yaml", ROOT / "docs", ROOT / "rules" / "vocabulary.yaml"]
    for at, path in enumerate(bad):
        good.insert(5 * at + 1, path)
    return good


def compare(tap, name, words, given=b"", status=0, together=False):
    one = run(words, "1", given, together)
    wrong = [] if one[0] == status and one[1] else [f"one thread gives status {one[0]}, {len(one[1])} bytes"]
    for jobs in JOBS:
        if run(words, jobs, given, together) != one:
            wrong.append(f"--jobs {jobs} writes something else")
    tap.check(name, wrong)


def stops_when_nobody_reads(jobs):
    """With a standard output that takes nothing, the command ends, and says why."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "--jobs", jobs, *map(str, records() * 2)], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT,
                              timeout=300, check=False)
    if done.returncode == 2 and b"cannot write" in done.stderr:
        return []
    return [f"status {done.returncode}: {done.stderr[-200:]!r}"]


def peak_kilobytes(count, jobs):
    path = str(ROOT / "docs" / "examples" / "son-jong-woo-2020.yaml")
    code = ("import os, resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    return int(subprocess.run([sys.executable, "-c", code, PROGRAM, "--format", "json", "--jobs", jobs, *[path] * count],
                              env=ENVIRONMENT, capture_output=True, timeout=300, check=True).stdout)


def keeps_within_memory():
    """Four hundred reports take hardly more than forty."""
    few, many = peak_kilobytes(40, "2"), peak_kilobytes(400, "2")
    return [] if many < few * 1.3 else [f"{few} kB for 40 records, {many} kB for 400"]


def main():
    tap = Tap()
    decided = sorted((ROOT / "tests" / "decided").glob("*.yaml"))
    one_file = b"\n---\n".join(path.read_bytes() for path in decided)
    compare(tap, "text of every record", records(), status=2)
    compare(tap, "text and messages on one stream", records(), status=2, together=True)
    compare(tap, "JSON of every record", ["--format", "json", *records()], status=2)
    compare(tap, "Markdown, in full, analysed", ["--format", "markdown", "--full", "--analyse", *records()[:4]], status=2)
    compare(tap, "case files", ["--format", "json", *sorted((ROOT / "tests" / "cases").glob("us-*.yaml"))])
    compare(tap, "records of one file", ["-"], given=one_file)
    compare(tap, "standard input twice", ["-", "-"], given=one_file, status=2)
    compare(tap, "--fail-on", ["--fail-on", "may-refuse", *decided], status=1)
    compare(tap, "settings", ["--set", "person.nationalities=[US]", *records()], status=2)
    compare(tap, "two pages in HTML", ["--format", "html", *sorted((ROOT / "docs" / "examples").glob("*.yaml"))], status=2)
    for jobs in ("1", "7"):
        tap.check(f"a standard output that is full, --jobs {jobs}", stops_when_nobody_reads(jobs))
    if os.environ.get("SANITIZED", "none") == "none":
        tap.check("memory does not grow with the list", keeps_within_memory())
    else:
        tap.skip("memory does not grow with the list", "a sanitizer keeps what was freed")
    tap.finish()


main()
