"""Bad input that is too large, or too odd, to keep as a file: it is made here, and must be refused with the right code, quickly."""
import os
import pathlib
import re
import tempfile
import time

import world

SECONDS = 10  # a file that is refused late is as bad as one that is not refused; sanitizers and a busy machine are slow

RECORD = b"format: extradition-record/1\nid: big\nas_of: 2020-07-06\n"


def bomb():
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [b"a%d: &a%d [" % (i, i) + b", ".join([b"*a%d" % (i - 1)] * 10) + b"]" for i in range(1, 20)]
    return RECORD + b"\n".join(lines) + b"\n"


# name, code, what the file holds
RECORDS = (
    ("100,000 lists in one another", 106, lambda: b"[" * 100000),
    ("100,000 mappings in one another", 106, lambda: b"{a: " * 100000),
    ("100,000 list marks on a line", 106, lambda: b"- " * 100000),
    ("100,000 question marks on a line", 106, lambda: b"? " * 100000),
    ("lists nested by indentation", 106, lambda: b"".join(b" " * i + b"-\n" for i in range(2000))),
    ("a bomb of aliases", 107, bomb),
    ("two million nodes", 107, lambda: b"[" + b"1," * 2000000 + b"]"),
    ("2,000 aliases", 108, lambda: b"a: &a x\nb: [" + b"*a, " * 2000 + b"]"),
    ("20,000 documents", 109, lambda: b"--- x\n" * 20000),
    ("10,000 %TAG lines", 113, lambda: b"".join(b"%%TAG !a%d! tag:x\n" % i for i in range(10000)) + b"---\nx: y\n"),
    ("17 MiB of spaces", 102, lambda: b" " * (17 << 20)),
    ("17 MiB of text", 102, lambda: RECORD + b"note: " + b"x" * (17 << 20)),
    ("20,000 offences", 222, lambda: RECORD + b"offences:\n" + b"".join(b"- {id: o%d}\n" % i for i in range(20000))),
    ("50,000 keys, each twice", 202, lambda: b"".join(b"k%d: x\n" % (i % 50000) for i in range(100000))),
    ("100,000 unknown keys", 201, lambda: RECORD + b"".join(b"k%d: x\n" % i for i in range(100000))),
    ("a case of 100,000 keys over a base of as many", 201, lambda: b"format: extradition-cases/1\nbase:\n" + b"".join(
        b"  k%d: x\n" % i for i in range(100000)) + b"cases:\n- name: n\n  expect: {}\n  set:\n" + b"".join(
            b"    j%d: x\n" % i for i in range(100000))),
    ("a key of a megabyte", 201, lambda: RECORD + b"? " + b"k" * (1 << 20) + b"\n: x\n"),
    ("a megabyte of an unknown escape", 105, lambda: b'"' + b"\\q" * (1 << 20)),
    ("15 MiB of one unclosed quotation", 105, lambda: b'"' + b"x" * (15 << 20)),
    ("15 MiB of random bytes", 104, lambda: bytes((i * 7919 >> 3) & 255 for i in range(1 << 16)) * 240),
)

RULEBOOK = """format: extradition-rulebook/1
instrument:
  {id: big, title: Too much, kind: bilateral-treaty, citation: none, parties: {XX: {}, YY: {}}, text-seen: full}
"""


def many_rules(count, one_id):
    return RULEBOOK + "rules:\n" + "".join(
        f"- {{id: r{0 if one_id else i}, cite: c, title: t, ground: age, effect: duty, when: request.in_writting}}\n" for i in range(count))


def rule(condition, before=""):
    return RULEBOOK + before + f"rules: [{{id: r, cite: c, title: t, ground: age, effect: duty, when: {condition}}}]\n"


RULEBOOKS = (
    ("60,000 rules with one fault each", 207, lambda: many_rules(60000, False)),
    ("60,000 rules of one id", 211, lambda: many_rules(60000, True)),
    ("90,000 definitions that nothing uses", 208, lambda: rule("d90000", "definitions:\n" + "".join(
        f"- {{id: d{i}, cite: c, means: request.in_writing}}\n" for i in range(90000)))),
    ("100,000 brackets in an expression", 106, lambda: rule('"' + "(" * 100000 + '"')),
    ("100,000 times `not`", 106, lambda: rule('"' + "not " * 100000 + 'request.in_writing"')),
    ("100,000 sets in one another", 106, lambda: rule('"' + "{" * 100000 + '"')),
    ("a name of a megabyte", 208, lambda: rule("x" * (1 << 20))),
    ("an expression of 100,000 terms", 220, lambda: rule('"' + "request.in_writing or " * 100000 + 'request.in_writing"')),
    ("2,000 definitions, each of the one before", 106, lambda: rule(
        "d1999", "definitions:\n- {id: d0, cite: c, means: request.in_writing}\n" +
        "".join(f"- {{id: d{i}, cite: c, means: d{i - 1}}}\n" for i in range(1, 2000)))),
)


def fault_of(done, code, began, status):
    if f"[E{code}]".encode() not in done.stderr:
        yield f"no E{code} among: " + done.stderr[:400].decode(errors="replace")
    if done.returncode != status:
        yield f"left with {done.returncode}, not {status}"
    if len(done.stderr) > 100000:
        yield f"says {len(done.stderr)} bytes"
    if time.monotonic() - began > SECONDS:
        yield f"took {time.monotonic() - began:.1f} s"


def refuse(program, place, words, code, status, seen):
    began = time.monotonic()
    done = world.run(program, words, place)
    seen |= set(re.findall(rb"\[[A-Z](\d+)\]", done.stderr))
    return list(fault_of(done, code, began, status))


def check_records(program, place, seen):
    for name, code, content in RECORDS:
        (place / "record.yaml").write_bytes(content())
        yield name, refuse(program, place, ["check", "--rules", "rules", "record.yaml"], code, 2, seen)


def check_rulebooks(program, place, seen):
    for name, code, content in RULEBOOKS:
        (place / "rules" / "big.yaml").write_text(content())
        yield name, refuse(program, place, ["lint", "rules"], code, 1, seen)
    (place / "rules" / "big.yaml").unlink()


def check_places(program, place, seen):
    """What is no file, or no file that can be read."""
    check = ["check", "--rules", "rules"]
    yield "a file that is missing", refuse(program, place, [*check, "missing.yaml"], 101, 2, seen)
    yield "a directory for a file", refuse(program, place, [*check, "rules"], 101, 2, seen)
    yield "a file below a file", refuse(program, place, [*check, "rules/states.yaml/x"], 101, 2, seen)
    yield "a name of 5,000 characters", refuse(program, place, [*check, "x" * 5000], 101, 2, seen)
    (place / "loop.yaml").symlink_to("loop.yaml")
    yield "a link to itself", refuse(program, place, [*check, "loop.yaml"], 101, 2, seen)
    if os.path.exists("/dev/zero"):
        yield "a device without end", refuse(program, place, [*check, "/dev/zero"], 102, 2, seen)
    if os.geteuid() != 0:
        (place / "locked.yaml").write_text("x")
        (place / "locked.yaml").chmod(0)
        yield "a file that may not be read", refuse(program, place, [*check, "locked.yaml"], 101, 2, seen)
    yield "rules that are missing", refuse(program, place, ["lint", "nowhere"], 101, 2, seen)
    yield "rules that are a file", refuse(program, place, ["lint", "rules/states.yaml"], 101, 2, seen)
    (place / "empty").mkdir()
    yield "rules without a file", refuse(program, place, ["lint", "empty"], 221, 1, seen)
    for i in range(1001):
        (place / "empty" / f"{i}.yaml").touch()
    yield "1,001 files of rules", refuse(program, place, ["lint", "empty"], 112, 1, seen)
    (place / "deep" / "/".join("d" * 12)).mkdir(parents=True)
    yield "directories in one another", refuse(program, place, ["lint", "deep"], 106, 1, seen)
    (place / "rules" / "gone.yaml").symlink_to("nowhere.yaml")
    yield "a rulebook that is a broken link", refuse(program, place, ["lint", "rules"], 101, 2, seen)
    (place / "rules" / "hollow.yaml").touch()
    yield "a faulty rulebook after a broken link", refuse(program, place, ["lint", "rules"], 103, 2, seen)


def check_all(program, source, seen):
    """Each test as its name and its faults; the codes that came up are added to `seen`."""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        world.lay_rules(source, place / "rules")
        for group in (check_records, check_rulebooks, check_places):
            yield from group(program, place, seen)
