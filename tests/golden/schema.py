"""The JSON Schemas of `rule-check schema` against the files of the project: what is right validates, what is wrong in shape does not.

    schema.py RULE_CHECK SOURCE_ROOT

YAML is read as editors read it (YAML 1.2, core schema).
"""
import json
import pathlib
import re
import sys
import tempfile

from schema_tools import HERE, ROOT, Core, documents, faults, lay_marked_rules, note_keys, run, validator, yaml
from tap import Tap
import world

# Faults of tests/golden/bad that no schema can see, by what it is blind to.
BLIND = {
    "what an expression says, and whether a condition can hold":
        "rulebook-always-one-of-two rulebook-always-true rulebook-applies-asks-for-treaties rulebook-call-arguments "
        "rulebook-call-unknown rulebook-call-unknown-ground rulebook-call-unknown-instrument rulebook-comparison-of-comparisons "
        "rulebook-date-literal rulebook-dates-compared rulebook-deadline-not-a-date rulebook-definition-as-value "
        "rulebook-exception-never-reached rulebook-exception-of-rule-never-reached rulebook-expression-and-and "
        "rulebook-expression-character rulebook-expression-empty rulebook-expression-ends rulebook-expression-goes-on "
        "rulebook-expression-number-large rulebook-expression-operator-unknown rulebook-expression-paren "
        "rulebook-expression-quote rulebook-fact-unknown rulebook-given-against-when rulebook-in-empty-set "
        "rulebook-in-without-set rulebook-integer-for-date rulebook-name-unknown rulebook-never-and-not "
        "rulebook-never-differs-from-itself rulebook-never-in-disjoint-sets rulebook-never-through-definition "
        "rulebook-never-true-itself rulebook-never-two-states rulebook-offence-unbound rulebook-overlaps-without-set "
        "rulebook-parentheses-deep rulebook-state-unknown rulebook-two-literals rulebook-type-mismatch "
        "rulebook-type-not-boolean rulebook-type-of-set rulebook-type-order translation-message-places",
    "which names and ids there are, and that each is there once":
        "cases-instrument-unknown cases-without-nothing record-offence-twice record-ref-to-nothing rulebook-definition-circle "
        "rulebook-definition-of-another-item rulebook-definition-twice rulebook-definition-unused "
        "rulebook-definition-unused-and-wrong rulebook-definition-without-item rulebook-definitions-explode "
        "rulebook-name-bound-twice rulebook-precedence-circle rulebook-prevails-over-itself rulebook-prevails-unknown "
        "rulebook-then-unknown-instrument rulebook-then-unknown-rule rulebook-too-many-names rulebook-two-rules-one-id "
        "rulebook-two-with-one-id states-twice translation-twice",
    "what another file says":
        "translation-stale",
    "the calendar, and what comes first":
        "record-as-of-no-day record-date-reversed rulebook-in-force-ends-first rulebook-period-ends-first "
        "rulebook-rule-period-ends-first",
    "keys that go with one effect or kind":
        "rulebook-consideration-alone rulebook-consideration-without-authority rulebook-deadline-alone "
        "rulebook-model-with-parties rulebook-no-condition rulebook-parties-missing rulebook-prevails-over-a-kind "
        "rulebook-where-astray",
    "what YAML itself forbids, or drops":
        "record-empty record-only-comments record-yaml-directive record-yaml-escaped-nul record-yaml-key-twice record-yaml-tag "
        "rulebook-key-twice",
    "what a rule gives":
        "cases-failing",
}


def all_valid(tap, name, schema, paths):
    paths = list(paths)
    found = [fault for path in paths for document in documents(path) for fault in faults(schema, document, path.name)]
    tap.check(f"{name}: {len(paths)} files validate", found if paths else ["there is none"])


def wrong_in_shape(tap):
    """Every bad file that YAML can read is refused by its schema, but for those that BLIND names; and those are not."""
    blind = {name for names in BLIND.values() for name in names.split()}
    seen, unseen = set(), set()
    with tempfile.TemporaryDirectory() as folder:
        rules = world.lay_rules(ROOT, pathlib.Path(folder) / "rules")
        schemas = {kind: validator("--rules", rules, kind) for kind in ("record", "cases", "rulebook", "translation", "vocabulary", "grounds", "states")}
        for path in sorted((HERE / "bad").glob("*/*.yaml")):
            name, kind = path.parent.name, path.parent.name.split("-")[0]
            try:
                found = [] if kind not in schemas else [fault for document in documents(path) for fault in faults(schemas[kind], document, "")]
            except (yaml.YAMLError, UnicodeDecodeError, ValueError):
                continue
            if kind in schemas:
                (seen if found else unseen).add(name)
    tap.check(f"bad files: {len(seen)} are refused", [] if len(seen) > 50 else ["too few"])
    tap.check("what a schema cannot see", [*(f"{name}: not seen" for name in sorted(unseen - blind)),
                                           *(f"{name}: seen, and yet named" for name in sorted(blind - unseen))])


DAYS = ("2018", "2018-05", "2018-12-31", "0999-01-01", "0000-01-01", "2018-00", "2018-13", "2018-1", "2018-01-32", "2018-01-00", "18-01-01", "never",
        "2018-05-01 ", "2018/05/01", "20180501", "1", "99999")
DATES = (*DAYS, *(f"{a}..{b}" for a in DAYS[:6] for b in DAYS if "9999" not in b and b >= a), "..2018", "2018..", "2018...2019")
COUNTS = ("1 year", "2 years", "3  months", "1 month", "6 weeks", "10 days", "0 days", "1 fortnight", "1.5 years", "-1 day", "year", "1", "1year", "1 Year")
DURATIONS = (*COUNTS, *(f"{a} {b}" for a in COUNTS for b in COUNTS), "1 year 2 months 3 weeks 4 days", "1 year, 2 months")
WRITTEN = [("detained_on", value) for value in DATES] + [("penalty", value) for value in (*DURATIONS, "life", "death", "fine", "none", "Life")] + \
    [("fiscal", value) for value in ("true", "false", "yes", "no", "on", "1", "True?")]


def same_forms(tap):
    """The patterns of the schema take what the reader takes: dates, durations, penalties, yes and no."""
    head = "format: extradition-record/1\nid: r\n"
    bodies = {"detained_on": "request: {detained_on: '%s'}\n", "penalty": "offences: [{id: o, penalty: {requesting: '%s'}}]\n",
              "fiscal": "offences: [{id: o, fiscal: '%s'}]\n"}
    texts = [head + bodies[fact] % value for fact, value in WRITTEN]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "forms.yaml"
        path.write_text("---\n".join(texts))
        said = run("check", "--as-of", "2020-01-01", "--format", "json", "--only", "shall-refuse", path).stderr.decode()
    refused = {int(line) // 4 for line in re.findall(r"forms.yaml:([0-9]+):[0-9]+: error", said)}
    schema = validator("record")
    seen = [bool(list(schema.iter_errors(yaml.load(text, Loader=Core)))) for text in texts]
    tap.check(f"{len(texts)} written forms", [f"{fact}: `{value}`: the {'schema' if seen[i] else 'reader'} alone refuses it"
                                              for i, (fact, value) in enumerate(WRITTEN) if seen[i] != (i in refused)])


def reports(tap):
    """Every report validates, and every key of the schema stands in some report."""
    paths = [*sorted((ROOT / "docs" / "examples").glob("*.yaml")), *sorted((ROOT / "tests" / "decided").glob("*.yaml"))]
    schema, seen, found, count = validator("report"), {}, [], 0
    with tempfile.TemporaryDirectory() as folder:
        rules = lay_marked_rules(folder)
        small = validator("--rules", rules, "report")
        for used, words in ((schema, paths), (schema, ["--analyse", *paths[:4]]), (schema, ["--lang", "ko", "--no-presumptions", paths[0]]),
                            (small, ["--analyse", "--rules", rules, HERE / "records" / "mixed.yaml"])):
            done = run("check", "--as-of", "2024-01-01", "--format", "json", "--jobs", "0", *words)
            for line in done.stdout.splitlines():
                count += 1
                report = json.loads(line)
                found += faults(used, report, report["record"]["id"])
                note_keys(schema.schema, schema.schema, report, seen)
    tap.check(f"{count} reports validate", found if count > 50 else ["too few"])
    tap.check("every key of the schema is written", [f"`{key}` never is" for keys, used in seen.values() for key in set(keys) - used])


def main():
    tap = Tap()
    record, cases, rulebook = validator("record"), validator("cases"), validator("rulebook")
    all_valid(tap, "records", record, [*(ROOT / "docs" / "examples").glob("*.yaml"), *(ROOT / "tests" / "decided").glob("*.yaml")])
    all_valid(tap, "case files", cases, (ROOT / "tests" / "cases").glob("*.yaml"))
    all_valid(tap, "rulebooks", rulebook, (path for path in (ROOT / "rules").glob("*/*.yaml") if path.parent.name != "translations"))
    for kind in ("vocabulary", "grounds", "states"):
        all_valid(tap, kind, validator(kind), [ROOT / "rules" / f"{kind}.yaml"])
    all_valid(tap, "translations", validator("translation"), (ROOT / "rules" / "translations").glob("*/*.yaml"))
    wrong_in_shape(tap)
    same_forms(tap)
    reports(tap)
    tap.finish()


main()
