"""The command line in odd places: terminals, pipes that close, full devices, other locales, directories that cannot be written to.

    robust.py RULE_CHECK SOURCE_ROOT
"""
import fcntl
import json
import os
import pathlib
import pty
import re
import resource
import struct
import subprocess
import sys
import tempfile
import termios

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "tools"))
import world  # noqa: E402
from tap import Tap  # noqa: E402

ESCAPE = b"\x1b["


class Bench:
    """The program, the rules and records of the golden tests, and a place to run in."""

    def __init__(self, program, source, place):
        self.program, self.place = program, place
        golden = source / "tests" / "golden"
        self.rules = ["--rules", str(golden / "rules")]
        self.mixed, self.two = (str(golden / "records" / name) for name in ("mixed.yaml", "two.yaml"))
        self.broken = str(golden / "records" / "broken.yaml")

    def run(self, *words, **more):
        return world.run(self.program, [*self.rules_for(words), *words], self.place, **more)

    def rules_for(self, words):
        return [] if words and words[0].startswith("--rules") else self.rules

    def on_terminal(self, columns, *words, **more):
        """What a terminal of that width is shown."""
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        environment = {"PATH": os.environ["PATH"], "TERM": "xterm", **more}
        child = subprocess.Popen([self.program, *self.rules, *words], stdin=follower, stdout=follower, stderr=follower, cwd=self.place,
                                 env=environment)
        os.close(follower)
        shown = b""
        try:
            while piece := os.read(leader, 65536):
                shown += piece
        except OSError:
            pass  # how Linux says that the other end is closed
        os.close(leader)
        return child.wait(), shown.replace(b"\r\n", b"\n")


def want(condition, message):
    return [] if condition else [message]


def status_faults(bench, status, *words, **more):
    done = bench.run(*words, **more)
    return want(done.returncode == status, f"{words}: left with {done.returncode}, not {status}: {done.stderr[:300]!r}")


def statuses(bench):
    mixed, two = bench.mixed, bench.two
    yield "a check leaves with 0", status_faults(bench, 0, mixed)
    yield "what --fail-on names was found: 1", status_faults(bench, 1, "--fail-on", "requires", mixed)
    yield "what --fail-on names was not found: 0", status_faults(bench, 0, "--fail-on", "shall-postpone", mixed)
    yield "a broken record: 2", status_faults(bench, 2, bench.broken)
    yield "a broken record is worse than one that was found: 2", status_faults(bench, 2, "--fail-on", "requires", mixed, bench.broken, two)
    yield "a missing record does not keep the others from being checked", status_faults(bench, 2, "missing.yaml", mixed) + want(
        bench.run("missing.yaml", mixed).stdout == bench.run(mixed).stdout, "another report")
    for wrong in ("2020-02-30", "2020-07", "yesterday", "", "2020-07-06x", "-1", "99999-01-01", "２０２０-07-06"):
        yield f"--as-of {wrong!r}: 2", status_faults(bench, 2, "--as-of", wrong, mixed)
    for option in ("--fail-on", "--only"):
        for wrong in ("", "shall-refus", ",", "may-refuse,,duty", "x" * 10000):
            yield f"{option} {wrong[:20]!r}: 2", status_faults(bench, 2, option, wrong, mixed)
    for wrong in ("-1", "1e3", "", "99999999999999999999", "0x50"):
        yield f"--width {wrong!r}: 2", status_faults(bench, 2, "--width", wrong, mixed)
    for width in ("0", "1", "7", "10000"):
        yield f"--width {width}: 0", status_faults(bench, 0, "--width", width, mixed)


def standard_input(bench):
    text = pathlib.Path(bench.two).read_bytes()
    named, given = bench.run("--format", "json", bench.two), bench.run("--format", "json", "-", given=text)
    yield "- reads the records from standard input", want(named.stdout == given.stdout, "another report") + want(
        given.returncode == 0, given.stderr)
    yield "standard input that is empty: 2", status_faults(bench, 2, "-", given=b"")
    yield "standard input that is no text: 2", status_faults(bench, 2, "-", given=bytes(range(256)))
    yield "standard input twice: 2, as it is empty the second time", status_faults(bench, 2, "-", "-", given=text)
    closed = subprocess.run([bench.program, *bench.rules, "-"], stdin=subprocess.DEVNULL, capture_output=True, cwd=bench.place, timeout=60)
    yield "no standard input: 2", want(closed.returncode == 2, closed.stderr)


def json_lines(bench):
    done = bench.run("--format", "json", bench.two, bench.mixed)
    lines = done.stdout.splitlines()
    ids = [json.loads(line)["record"]["id"] for line in lines]
    yield "several records are one JSON text a line", want(len(lines) == 3 and len(set(ids)) == 3, ids)
    indented = bench.run("--format", "json", "--indent", bench.mixed)
    yield "--indent says the same", want(json.loads(indented.stdout) == json.loads(lines[-1]), "another report")
    broken = bench.run("--format", "json", bench.mixed, bench.broken, bench.two)
    yield "a broken record among others leaves the lines whole", want(len([json.loads(line) for line in broken.stdout.splitlines()]) == 3,
                                                                     broken.stdout[:200])
    silent = bench.run("--format", "json", "--no-presumptions", bench.mixed)
    report = json.loads(silent.stdout)
    yield "--no-presumptions presumes nothing", want(
        report["presumptions"] is False and not any(finding["presumed"] for finding in report["findings"]), "presumes")


def terminals(bench):
    for columns in (20, 40, 80, 200):
        status, shown = bench.on_terminal(columns, bench.mixed)
        plain = re.sub(rb"\x1b\[[0-9;]*m", b"", shown).decode()
        widest = max(len(line) for line in plain.splitlines() if len(line.split()) > 2)  # a path is never broken
        yield f"a terminal of {columns} columns: coloured, wrapped", want(status == 0, status) + want(ESCAPE in shown, "no colour") + want(
            widest <= max(columns, 40), f"{widest} columns")
    piped = bench.run(bench.mixed)
    yield "a pipe: no colours", want(ESCAPE not in piped.stdout, "coloured")
    yield "a terminal says what a pipe says", want(
        re.sub(rb"\x1b\[[0-9;]*m", b"", bench.on_terminal(80, bench.mixed)[1]) == piped.stdout, "another text")
    yield "NO_COLOR", want(ESCAPE not in bench.on_terminal(80, bench.mixed, NO_COLOR="1")[1], "coloured")
    yield "NO_COLOR that is empty", want(ESCAPE in bench.on_terminal(80, bench.mixed, NO_COLOR="")[1], "not coloured")
    yield "a dumb terminal", want(ESCAPE not in bench.on_terminal(80, bench.mixed, TERM="dumb")[1], "coloured")
    yield "JSON is never coloured", want(ESCAPE not in bench.on_terminal(80, "--format", "json", bench.mixed)[1], "coloured")


def places(bench):
    reference = bench.run(bench.mixed)
    for locale in ("C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "ko_KR.EUC-KR", "nonsense"):
        done = bench.run(bench.mixed, LC_ALL=locale, LANG=locale, LANGUAGE="tr")
        yield f"the locale {locale} changes nothing", want(done.stdout == reference.stdout, "another text")
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12", "nonsense"):
        yield f"the time zone {zone} changes nothing", want(bench.run(bench.mixed, TZ=zone).stdout == reference.stdout, "another text")
    locked = bench.place / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    done = subprocess.run([bench.program, *bench.rules, bench.mixed], cwd=locked, capture_output=True, timeout=60)
    yield "a directory that cannot be written to", want(done.returncode == 0 and done.stdout == reference.stdout, done.stderr)
    yield "nothing is written beside the report", want(not list(locked.iterdir()), list(locked.iterdir()))


def pipes(bench):
    many = [bench.two] * 400
    child = subprocess.Popen([bench.program, *bench.rules, "--format", "json", *many], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             cwd=bench.place)
    child.stdout.read(100)
    child.stdout.close()
    said = child.stderr.read()
    child.stderr.close()
    yield "a pipe that closes ends it quietly", want(child.wait(60) in (-13, 141) and not said, (child.returncode, said))
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([bench.program, *bench.rules, *many], stdout=full, stderr=subprocess.PIPE, cwd=bench.place, timeout=60)
        yield "a full device: 2, and it says so", want(done.returncode == 2 and b"cannot write" in done.stderr, (done.returncode, done.stderr))
    done = subprocess.run([bench.program, *bench.rules, bench.mixed], stderr=subprocess.PIPE, cwd=bench.place, timeout=60,
                          preexec_fn=lambda: os.close(1))
    yield "a closed standard output: 2", want(done.returncode == 2, (done.returncode, done.stderr))


def streams(bench):
    """Every command, with a standard output that is full or closed, and with a directory for standard input."""
    rule = "xx-yy-treaty-1998/art-2-1"
    commands = (["check", bench.mixed], ["--format", "json", bench.mixed], ["--jobs", "3", bench.mixed, bench.two], ["questions", bench.mixed],
                ["verify", bench.mixed], ["why-not", bench.mixed, rule], ["what-if", bench.mixed, "--as-of", "2001-01-01"],
                ["diff", bench.mixed, bench.mixed], ["explain", rule], ["treaties", "XX", "YY"], ["facts"], ["schema"], ["schema", "report"],
                ["test", bench.mixed], ["lint"], ["library"])
    faults = []
    for words in [*([words[0], *bench.rules, *words[1:]] if words[0][0] != "-" else [*bench.rules, *words] for words in commands),
                  ["--help"], ["help", "check"], ["check", "--help"], ["--version"]]:
        with open("/dev/full", "wb") as full:
            said = subprocess.run([bench.program, *words], stdout=full, stderr=subprocess.PIPE, cwd=bench.place, timeout=60)
        closed = subprocess.run([bench.program, *words], preexec_fn=lambda: os.close(1), stderr=subprocess.PIPE, cwd=bench.place, timeout=60)
        for how, done in (("full", said), ("closed", closed)):
            if done.returncode != 2 or done.stderr.count(b"cannot write") != 1:
                faults.append(f"{words}: {how}: {done.returncode}, {done.stderr}")
    yield "every command says once that it cannot write, and leaves with 2", faults
    directory = os.open(bench.place, os.O_RDONLY)
    done = subprocess.run([bench.program, *bench.rules, "-"], stdin=directory, capture_output=True, cwd=bench.place, timeout=60)
    os.close(directory)
    yield "a directory as standard input", want(done.returncode == 2 and b"standard input: cannot be read" in done.stderr, done)


def scarcity(bench):
    """Where memory is bounded from outside; a sanitizer needs terabytes of addresses, so the program itself is asked first."""
    def bounded(megabytes):
        return lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    big = bench.place / "big.yaml"
    big.write_bytes(b"format: extradition-record/1\nid: big\nas_of: 2020-07-06\nnote: [" + b"x, " * 800000 + b"]\n")
    free = subprocess.run([bench.program, "--version"], capture_output=True, preexec_fn=bounded(40))
    if free.returncode != 0:
        return
    done = subprocess.run([bench.program, *bench.rules, str(big)], capture_output=True, cwd=bench.place, timeout=60, preexec_fn=bounded(40))
    yield "memory runs out: 2, and it says so", want(done.returncode == 2 and b"out of memory" in done.stderr,
                                                     (done.returncode, done.stderr[:300]))


def main():
    program, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(program, source, pathlib.Path(folder))
        for group in (statuses, standard_input, json_lines, terminals, places, pipes, streams, scarcity):
            for name, faults in group(bench):
                tap.check(name, faults)
    tap.finish()


if __name__ == "__main__":
    main()
