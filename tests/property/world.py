"""A small world for property tests: a vocabulary with one fact of each kind, the values each fact can take, and random conditions over them.

A condition is a tuple, and means the same here, as text for a rulebook (`form`), and in the reference (`holds`).
"""

import itertools

ENUM = ["red", "green", "blue"]
SETS = [list(c) for n in range(4) for c in itertools.combinations(ENUM, n)]
PENALTIES = ["none", "fine", "6 months", "1 year", "13 months", "5 years", "life", "death"]
DATES = ["2019-12-31", "2020-01-01", "2020-01-02", "never"]
BOOLEANS = [False, True]

PERSON = {
    "b1": ("boolean", BOOLEANS),
    "b2": ("boolean", BOOLEANS),
    "b3": ("boolean", BOOLEANS),
    "e1": ("enum colour", ENUM),
    "n1": ("integer", [16, 17, 18, 19, 20]),
    "s1": ("set of enum colour", SETS),
    "p1": ("penalty", PENALTIES),
    "d1": ("date", DATES),
}
THING = {"b": ("boolean", BOOLEANS), "e": ("enum colour", ENUM)}
THINGS = [dict(b=b, e=e) for b in BOOLEANS for e in ENUM]
# What a list that nobody has stated can be. No generated rule has more than two quantifiers, so two items tell all lists apart.
LISTS = [list(c) for n in range(3) for c in itertools.combinations_with_replacement(THINGS, n)]


def vocabulary():
    def fact(kind, **more):
        return dict(type=kind, question="Is it so?", **{"held-by": "person"}, **more)

    request = {
        "requesting_state": fact("state"),
        "requested_state": fact("state"),
        "treaty_in_force": fact("boolean"),
        "treaty_provides": fact("set of enum ground"),
        "agreed_instruments": fact("set of text", presume=[]),
    }
    return {
        "format": "extradition-vocabulary/1",
        "enums": {"colour": {c: "a colour" for c in ENUM}},
        "entities": {
            "request": {"label": "the request"},
            "person": {"label": "the person"},
            "offences": {"item": "offence", "label": "the offences"},
            "things": {"item": "thing", "label": "the things", "question": "Which things are there?"},
        },
        "facts": {
            "request": request,
            "person": {name: fact(kind) for name, (kind, _) in PERSON.items()},
            "offence": {"b": fact("boolean")},
            "thing": {name: fact(kind) for name, (kind, _) in THING.items()},
        },
    }


def rulebook(rules):
    return {
        "format": "extradition-rulebook/1",
        "instrument": {
            "id": "world-act",
            "title": "An act of a small world",
            "kind": "statute",
            "citation": "none",
            "parties": {"BB": {}},
            "text-seen": "full",
        },
        "dates": [{"id": "limit", "date": "2020-01-01", "cite": "s. 1"}],
        "rules": rules,
    }


# ---- random conditions ----


def leaf(random, item):
    if item:
        return random.choice([("fact", "thing", "b"), ("==", "thing", "e", random.choice(ENUM)), ("in", "thing", "e", random.sample(ENUM, 2))])
    return random.choice([
        ("fact", "person", random.choice(["b1", "b2", "b3"])),
        ("fact", "person", random.choice(["b1", "b2", "b3"])),
        ("==", "person", "e1", random.choice(ENUM)),
        ("!=", "person", "e1", random.choice(ENUM)),
        ("in", "person", "e1", random.sample(ENUM, random.randint(1, 3))),
        (random.choice(["<", "<=", ">", ">="]), "person", "n1", 18),
        ("has", "person", "s1", random.choice(ENUM)),
        ("overlaps", "person", "s1", random.sample(ENUM, 2)),
        ("within", "person", "s1", random.sample(ENUM, 2)),
        (random.choice(["<", "<=", ">", ">=", "=="]), "person", "p1", random.choice(["1 year", "life"])),
        (random.choice(["<", "<=", ">", ">="]), "person", "d1", "limit"),
    ])


def condition(random, depth, item=False, quantifiers=None):
    quantifiers = quantifiers if quantifiers is not None else [2]
    roll = random.random()
    if depth == 0 or roll < 0.2:
        return leaf(random, item and random.random() < 0.7)
    if roll < 0.35:
        return ("not", condition(random, depth - 1, item, quantifiers))
    if roll < 0.5 and not item and quantifiers[0] > 0:
        quantifiers[0] -= 1
        return (random.choice(["some", "every", "no"]), condition(random, depth - 1, True, quantifiers))
    parts = [condition(random, depth - 1, item, quantifiers) for _ in range(random.randint(2, 3))]
    return (random.choice(["all", "any"]), parts)


def form(tree):
    """The condition as a rulebook has it."""
    op = tree[0]
    if op in ("all", "any"):
        return {op: [form(part) for part in tree[1]]}
    if op == "not":
        return {"not": form(tree[1])}
    if op in ("some", "every", "no"):
        return {op: "thing", "where": form(tree[1])}
    path = f"{tree[1]}.{tree[2]}"
    if op == "fact":
        return path
    value = tree[3]
    if op == "has":
        return f"{value} in {path}"
    return f"{path} {op} {{{', '.join(value)}}}" if isinstance(value, list) else f"{path} {op} {value}"


# ---- the reference: two values, everything known ----


def holds(tree, world, thing=None):
    op = tree[0]
    if op == "all":
        return all([holds(part, world, thing) for part in tree[1]])
    if op == "any":
        return any([holds(part, world, thing) for part in tree[1]])
    if op == "not":
        return not holds(tree[1], world, thing)
    if op == "some":
        return any([holds(tree[1], world, t) for t in world["things"]])
    if op == "every":
        return all([holds(tree[1], world, t) for t in world["things"]])
    if op == "no":
        return not any([holds(tree[1], world, t) for t in world["things"]])
    value = (thing if tree[1] == "thing" else world)[tree[2]]
    if op == "fact":
        return value
    other = tree[3]
    if op == "in":
        return value in other
    if op == "has":
        return other in value
    if op == "overlaps":
        return bool(set(value) & set(other))
    if op == "within":
        return set(value) <= set(other)
    order = {"p1": PENALTIES, "d1": DATES}.get(tree[2])
    if order:
        value, other = order.index(value), order.index({"limit": "2020-01-01"}.get(other, other))
    return {"==": value == other, "!=": value != other, "<": value < other, "<=": value <= other, ">": value > other, ">=": value >= other}[op]


def reads(tree, into):
    """The facts of the person, and `things`, that a condition reads."""
    op = tree[0]
    if op in ("all", "any"):
        for part in tree[1]:
            reads(part, into)
    elif op in ("not", "some", "every", "no"):
        if op != "not":
            into.add("things")
        reads(tree[1], into)
    elif tree[1] == "person":
        into.add(tree[2])
    return into
