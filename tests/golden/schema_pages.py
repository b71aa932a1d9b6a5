"""Every page that is written as JSON validates against its schema, and every key of a schema stands in some page.

    schema_pages.py RULE_CHECK SOURCE_ROOT

What there is to write is taken from the project: every rule and instrument, every record, the States of every pair of records.
"""
import json
import pathlib
import tempfile

from schema_tools import HERE, ROOT, faults, lay_marked_rules, note_keys, run, validator
from tap import Tap

RECORDS = [*sorted((ROOT / "docs" / "examples").glob("*.yaml")), *sorted((ROOT / "tests" / "decided").glob("*.yaml"))]
BAD = HERE / "bad" / "rulebook-ground-unknown"
OPEN = HERE / "records" / "mixed.yaml"


class Pages:
    """The pages of one kind: each is held against the schema, and its keys are noted."""

    def __init__(self, tap, kind):
        self.tap, self.kind, self.schema = tap, kind, validator(kind)
        self.count, self.found, self.seen = 0, [], {}

    def add(self, *words, schema=None, statuses=(0,)):
        done = run(*words, "--format", "json")
        used = schema or self.schema
        if done.returncode not in statuses:
            self.found.append(f"{words}: left with {done.returncode}: {done.stderr.decode()[:200]}")
        pages = [json.loads(line) for line in done.stdout.splitlines()]
        for page in pages:
            self.count += 1
            self.found += faults(used, page, page.get("id", page.get("record", words[0])))
            note_keys(used.schema, used.schema, page, self.seen.setdefault(id(used), {}))
        return pages

    def finish(self, least, elsewhere=()):
        """All are valid, and there are as many as there should be; all keys are met, whichever schema of the kind told of them. Conditions and
        proofs have keys that stand in pages of another kind alone: those are named."""
        used = {}
        for seen in self.seen.values():
            for number, (keys, met) in enumerate(seen.values()):
                used.setdefault(tuple(keys), set()).update(met)
        missing = [f"`{key}` never is" for keys, met in used.items() for key in keys if key not in met and key not in elsewhere]
        self.tap.check(f"{self.kind}: {self.count} pages validate", [*self.found, *([f"only {self.count}"] if self.count < least else [])])
        self.tap.check(f"{self.kind}: every key of the schema is written", missing)


def about_rules(tap, marked):
    instruments, rules, library = Pages(tap, "instrument"), Pages(tap, "rule"), Pages(tap, "library")
    ids = [one["id"] for one in library.add("library")[0]["instruments"]]
    library.add("library", ROOT / "tests" / "cases" / "echr-1950.yaml")
    pages = instruments.add("explain", *ids)
    instruments.add("explain", "--lang", "ko", *ids)
    rules.add("explain", *(rule["id"] for page in pages for rule in page["rules"]))
    rules.add("explain", "--lang", "ko", *(rule["id"] for rule in pages[-1]["rules"]))
    small = validator("--rules", marked, "instrument")
    rules_of_small = validator("--rules", marked, "rule")
    for page in instruments.add("explain", "--rules", marked, "xx-yy-treaty-1998", "yy-extradition-act", schema=small):
        rules.add("explain", "--rules", marked, *(rule["id"] for rule in page["rules"]), schema=rules_of_small)
    instruments.finish(2 * len(ids), elsewhere={"id"})
    rules.finish(800)
    library.finish(2)


def about_words(tap):
    facts, treaties, lint = Pages(tap, "facts"), Pages(tap, "treaties"), Pages(tap, "lint")
    facts.add("facts")
    facts.add("facts", "penalty", "--lang", "ko")
    for requesting in ("KR", "US", "HK", "GB", "FR"):
        for requested in ("US", "KR", "JP", "DE"):
            if requesting != requested:
                treaties.add("treaties", requesting, requested, "--on", "2020-07-06")
    treaties.add("treaties", "US", "KR", "--on", "1990-01-01", "--lang", "ko")
    lint.add("lint")
    lint.add("lint", BAD, statuses=(1,))
    facts.finish(2)
    treaties.finish(18, elsewhere={"id", "note"})
    lint.finish(2)


def about_records(tap, marked):
    questions, lists, ways, changes = (Pages(tap, kind) for kind in ("questions", "checklist", "ways", "changes"))
    questions.add("questions", "--as-of", "2024-01-01", *RECORDS)
    questions.add("questions", "--as-of", "2024-01-01", "--lang", "ko", RECORDS[0])
    for path in RECORDS:
        lists.add("verify", "--as-of", "2024-01-01", path)
        changes.add("what-if", "--set", "person.nationalities=[KR, US]", path)
    lists.add("verify", "--lang", "ko", RECORDS[0], "kr-extradition-act/art-9-1", statuses=(0, 2))
    changes.add("what-if", "--lang", "ko", "--set", "request.requested_state=FR", RECORDS[0])
    for id in ("xx-yy-treaty-1998/art-3-1", "xx-yy-treaty-1998/art-2-1", "yy-extradition-act/s-9"):
        ways.add("why-not", "--rules", marked, OPEN, id)
    ways.add("why-not", "--lang", "ko", RECORDS[0], "kr-extradition-act/art-9-1", statuses=(0, 2))
    questions.finish(len(RECORDS))
    lists.finish(len(RECORDS))
    ways.finish(3)
    changes.finish(len(RECORDS))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        marked = lay_marked_rules(pathlib.Path(folder))
        about_rules(tap, marked)
        about_words(tap)
        about_records(tap, marked)
    tap.finish()


main()
