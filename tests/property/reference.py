#!/usr/bin/env python3
"""Holds rule-check against a reference that is slow and plain: try every completion of what a record does not say.

    reference.py RULE-CHECK [ROUNDS [SEED]]

For random rules on random records of a small world it checks, for each finding:
  - an answer is given only where all completions agree (no false certainty), and always there (no needless `open`);
  - `missing` names exactly the facts that can change the answer;
  - on the facts that a finding names alone the result is the same (`because` is a proof);
  - a fact more never turns an answer into another;
  - a disputed fact gives what trying every version gives;
  - the same bytes come out twice, and when the files are read in another order.
"""

import copy
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

import world

COMPLETIONS_MOST = 4000  # rules that leave more open are passed over
RULES, RECORDS = 12, 25  # in one round


class Failure(Exception):
    pass


# ---- completions ------------------------------------------------------------------------------------------------------------


def thing_completions(record):
    """Every list of things that the record allows."""
    things = record["things"]
    if things is None:
        return world.LISTS
    items = []
    for item in things["items"]:
        choices = [[item[f]] if f in item else kinds for f, (_, kinds) in world.THING.items()]
        items.append([dict(zip(world.THING, values)) for values in itertools.product(*choices)])
    known = [list(combination) for combination in itertools.product(*items)]
    further = [[]] if things["complete"] else world.LISTS
    return [a + b for a in known for b in further]


def completions(record, facts):
    """Every world that the record allows, as far as the facts go; None when there are too many."""
    choices = {}
    for fact in sorted(facts):
        if fact == "things":
            choices[fact] = thing_completions(record)
        else:
            choices[fact] = [record["person"][fact]] if fact in record["person"] else world.PERSON[fact][1]
    total = 1
    for values in choices.values():
        total *= len(values)
    if total > COMPLETIONS_MOST:
        return None
    return [dict(zip(choices, values)) for values in itertools.product(*choices.values())]


def rule_holds(rule, one):
    given = world.holds(rule["given"], one) if rule["given"] else True
    unless = world.holds(rule["unless"], one) if rule["unless"] else False
    when = world.holds(rule["when"], one)
    engaged = given and not unless
    return (not engaged or when) if rule["effect"] == "requires" else (engaged and when)


def rule_reads(rule):
    facts = set()
    for part in ("given", "when", "unless"):
        if rule[part]:
            world.reads(rule[part], facts)
    return facts


def answers(rule, record):
    worlds = completions(record, rule_reads(rule))
    return None if worlds is None else {rule_holds(rule, one) for one in worlds}


def word(rule, seen):
    if len(seen) == 2:
        return "open"
    yes, no = ("met", "not-met") if rule["effect"] == "requires" else ("applies", "does-not-apply")
    return yes if True in seen else no


# ---- making --------------------------------------------------------------------------------------------------------------------


def make_rule(index):
    given = world.condition(random, 1) if random.random() < 0.3 else None
    unless = world.condition(random, 1) if random.random() < 0.3 else None
    spent = sum(str(part).count("'some'") + str(part).count("'every'") + str(part).count("'no'") for part in (given, unless))
    when = world.condition(random, random.randint(1, 3), quantifiers=[max(0, 2 - spent)])
    return {"id": f"s-{index}", "effect": random.choice(["may-refuse", "requires"]), "given": given, "unless": unless, "when": when}


def as_yaml(rule):
    made = {"id": rule["id"], "cite": rule["id"], "title": "A rule", "ground": "nationality", "effect": rule["effect"]}
    for part in ("given", "when", "unless"):
        if rule[part]:
            made[part] = world.form(rule[part])
    return made


def make_record(known):
    person = {f: random.choice(values) for f, (_, values) in world.PERSON.items() if random.random() < known}
    things = None
    if random.random() < known:
        items = [{f: random.choice(values) for f, (_, values) in world.THING.items() if random.random() < known}
                 for _ in range(random.randint(0, 2))]
        things = {"complete": random.random() < 0.8, "items": items}
    return {"person": person, "things": things}


def as_document(record, name):
    made = {"format": "extradition-record/1", "id": name, "as_of": "2020-06-01",
            "request": {"requesting_state": "AA", "requested_state": "BB"}, "person": record["person"]}
    if record["things"] is not None:
        items = [dict(item, id=f"t-{i}") for i, item in enumerate(record["things"]["items"])]
        made["things"] = {"complete": record["things"]["complete"], "items": items}
    return made


# ---- running -------------------------------------------------------------------------------------------------------------------


def write_rules(directory, rules, prefix=""):
    files = {
        "states": {"format": "extradition-states/1", "states": {"AA": "Aland", "BB": "Beland"}},
        "grounds": {"format": "extradition-grounds/1", "grounds": {"nationality": {"title": "Nationality"}}},
        "vocabulary": world.vocabulary(),
        "book": world.rulebook([as_yaml(rule) for rule in rules]),
    }
    for name, content in files.items():
        with open(os.path.join(directory, f"{prefix}{name}.yaml"), "w") as file:
            json.dump(content, file)


def run(program, rules, documents, raw=False):
    text = "\n---\n".join(json.dumps(document) for document in documents)
    done = subprocess.run([program, "--rules", rules, "--format", "json", "-"], input=text, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"rule-check left with {done.returncode}: {done.stderr[:2000]}")
    return done.stdout if raw else [json.loads(line) for line in done.stdout.splitlines()]


def by_rule(report):
    return {finding["id"].split("/")[1]: finding for finding in report["findings"]}


# ---- the properties ------------------------------------------------------------------------------------------------------------


def fail(what, rule, record, finding, seen):
    raise Failure(f"{what}\nrule {json.dumps(as_yaml(rule), indent=1)}\nrecord {json.dumps(record)}\ncompletions give {seen}\n"
                  f"found {finding['result']}, missing {finding['missing']}, on {json.dumps([(f['path'], f['value']) for f in finding['facts']])}\n"
                  f"because {json.dumps(finding['because'])}")


def decides(rule, record, fact):
    """Whether there are worlds that differ in this fact alone and in the answer."""
    rest = {}
    for one in completions(record, rule_reads(rule)):
        key = json.dumps([[f, v] for f, v in one.items() if f != fact], sort_keys=True)
        rest.setdefault(key, set()).add(rule_holds(rule, one))
    return any(len(seen) == 2 for seen in rest.values())


def check_exact(rule, record, finding, seen):
    wanted = word(rule, seen)
    if finding["result"] != wanted:
        fail("false certainty" if wanted == "open" or finding["result"] != "open" else "needlessly open", rule, record, finding, seen)
    if wanted != "open":
        return
    found = {path.split(".")[1] for path in finding["missing"] if path.startswith("person.")}
    needed = {f for f in rule_reads(rule) if f != "things" and f not in record["person"] and decides(rule, record, f)}
    if found != needed:
        fail(f"missing should be {sorted(needed)}", rule, record, finding, seen)


def reduced(record, finding):
    """The record with the facts alone that a finding names."""
    paths = [fact["path"] for fact in finding["facts"]]
    person = {f: v for f, v in record["person"].items() if f"person.{f}" in paths}
    things = None
    if record["things"] is not None:
        items = [{f: v for f, v in item.items() if f"things.t-{i}.{f}" in paths} for i, item in enumerate(record["things"]["items"])]
        whole = "things" in paths and record["things"]["complete"]
        things = {"complete": whole, "items": items}
    return {"person": person, "things": things}


def extended(record):
    """The record with one fact more, or None when it has all."""
    lacking = [f for f in world.PERSON if f not in record["person"]]
    if not lacking:
        return None
    more = copy.deepcopy(record)
    fact = random.choice(lacking)
    more["person"][fact] = random.choice(world.PERSON[fact][1])
    return more


def disputed_answers(rule, record, fact, versions):
    """What the answers are under each version of a disputed fact."""
    seen = set()
    for version in versions:
        one = copy.deepcopy(record)
        one["person"][fact] = version
        found = answers(rule, one)
        seen.add(None if found is None or len(found) == 2 else found.pop())
    return seen


def check_dispute(rule, record, fact, versions, finding):
    seen = disputed_answers(rule, record, fact, versions)
    wanted = "disputed" if {True, False} <= seen else "open" if None in seen else word(rule, seen)
    if finding["result"] != wanted:
        fail(f"disputed {fact} in {versions} should be {wanted}", rule, record, finding, seen)


def make_sound_rule(program, directory, index):
    """A random rule that loads: conditions that can only come out one way are refused, and tested elsewhere."""
    while True:
        rule = make_rule(index)
        write_rules(directory, [rule])
        done = subprocess.run([program, "lint", directory], capture_output=True, text=True)
        if done.returncode == 0:
            return rule
        if "E219" not in done.stderr:
            raise Failure(done.stderr)


def check_round(program, directory, known):
    rules = [make_sound_rule(program, directory, i) for i in range(RULES)]
    write_rules(directory, rules)
    records = [make_record(known) for _ in range(RECORDS)]
    documents = [as_document(record, f"r-{i}") for i, record in enumerate(records)]
    reports = run(program, directory, documents)
    compared = 0
    proofs, wider, disputes = [], [], []
    for record, report in zip(records, reports):
        findings = by_rule(report)
        more = extended(record)
        fact = random.choice(sorted(world.PERSON))
        versions = random.sample(world.PERSON[fact][1], 2)
        disputes.append((record, fact, versions))
        for rule in rules:
            seen = answers(rule, record)
            if seen is None:
                continue
            finding = findings[rule["id"]]
            check_exact(rule, record, finding, seen)
            proofs.append((rule, reduced(record, finding), finding))
            if more:
                wider.append((rule, more, finding))
            compared += 1
    compared += check_proofs(program, directory, proofs) + check_wider(program, directory, wider)
    compared += check_disputes(program, directory, rules, disputes)
    check_bytes(program, directory, rules, documents)
    return compared


def check_proofs(program, directory, proofs):
    reports = run(program, directory, [as_document(record, f"p-{i}") for i, (_, record, _) in enumerate(proofs)]) if proofs else []
    for (rule, record, finding), report in zip(proofs, reports):
        again = by_rule(report)[rule["id"]]
        if again["result"] != finding["result"]:
            fail(f"on the named facts alone the result is {again['result']}", rule, record, finding, None)
    return len(proofs)


def check_wider(program, directory, wider):
    reports = run(program, directory, [as_document(record, f"w-{i}") for i, (_, record, _) in enumerate(wider)]) if wider else []
    for (rule, record, finding), report in zip(wider, reports):
        again = by_rule(report)[rule["id"]]
        if finding["result"] != "open" and again["result"] != finding["result"]:
            fail(f"with a fact more the result is {again['result']}", rule, record, finding, None)
    return len(wider)


def check_disputes(program, directory, rules, disputes):
    documents = []
    for i, (record, fact, versions) in enumerate(disputes):
        document = as_document(record, f"d-{i}")
        document["person"] = dict(document["person"], **{fact: {"disputed": {"one": versions[0], "other": versions[1]}}})
        documents.append(document)
    compared = 0
    for (record, fact, versions), report in zip(disputes, run(program, directory, documents)):
        findings = by_rule(report)
        without = copy.deepcopy(record)
        without["person"].pop(fact, None)
        for rule in rules:
            if answers(rule, without) is not None:
                check_dispute(rule, without, fact, versions, findings[rule["id"]])
                compared += 1
    return compared


def check_bytes(program, directory, rules, documents):
    first = run(program, directory, documents, raw=True)
    with tempfile.TemporaryDirectory() as other:
        write_rules(other, rules, prefix=random.choice("azm"))
        if run(program, directory, documents, raw=True) != first or run(program, other, documents, raw=True) != first:
            raise Failure("the same input gave other bytes")


def main():
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20200706
    compared = 0
    for i in range(rounds):
        random.seed(seed + i)
        with tempfile.TemporaryDirectory() as directory:
            try:
                compared += check_round(program, directory, random.choice([0.2, 0.5, 0.8]))
            except Failure as failure:
                print(f"not ok - round {i}, seed {seed + i}\n{failure}")
                return 1
    print(f"ok - {compared} comparisons with the reference in {rounds} rounds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
