"""Random dicts never crash the library, and say the same as the same record in YAML."""
import datetime
import json
import pickle

import extradition
import pytest
from extradition import record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

QUICK = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
TEXT = st.text(max_size=12)
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT, st.dates(),
                  st.sampled_from(["KR", "NO", "unknown", "never", "2020-13", "5 years", "life", "1..2", "~", "yes", "[", "- a", "&a", "*a"]))
ANY = st.recursive(PLAIN, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)), max_leaves=15)
KEYS = st.sampled_from(["id", "as_of", "title", "request", "person", "offences", "proceedings", "expect", "format", "note", "assurances"])

STATE = st.sampled_from(["US", "KR", "JP", "NO", "GB", "unknown"])
TRUTH = st.one_of(st.booleans(), st.just("unknown"), st.just({"disputed": {"person": True, "requesting-state": False}}))
OFFENCE = st.fixed_dictionaries({}, optional={
    "political": TRUTH, "fiscal": TRUTH, "purely_military": TRUTH, "committed_in": st.lists(STATE.filter(lambda x: x != "unknown"), unique=True),
    "title": TEXT, "penalty": st.fixed_dictionaries({"requested": st.sampled_from(["1 year", "6 months", "life", "death", "unknown"])})})
USUAL = st.builds(
    lambda requesting, requested, offences, more: {
        "as_of": "2020-07-06", "id": "usual", **more,
        "request": {"requesting_state": requesting, "requested_state": requested},
        "offences": [{"id": f"o-{i}", **one} for i, one in enumerate(offences)]},
    STATE, STATE, st.lists(OFFENCE, max_size=3),
    st.fixed_dictionaries({}, optional={"title": TEXT, "note": TEXT, "assurances": st.just([])}))


def outcome(rules, source):
    """The report without the lines of the record, or the codes of what is wrong."""
    try:
        data = rules.check(source).to_dict()
    except extradition.ExtraditionError as error:
        return type(error), sorted(one.code for one in error.diagnostics)
    for finding in data["findings"]:
        for fact in finding["facts"]:
            fact["line"] = None
    return data


@QUICK
@given(st.one_of(st.dictionaries(KEYS, ANY), st.dictionaries(TEXT, ANY)))
def test_any_dict_is_checked_or_refused(rules, data):
    try:
        outcome(rules, data)
    except TypeError as error:
        pytest.fail(f"not an error of the package: {error}")


def as_yaml(value, depth=0):
    """A writer of YAML in blocks, of its own, so that not only one form is read."""
    pad = "  " * depth
    if isinstance(value, dict) and value:
        return "".join(f"\n{pad}{json.dumps(key)}:{as_yaml(one, depth + 1)}" for key, one in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{pad}-{as_yaml(one, depth + 1)}" for one in value)
    if value == "unknown":
        return " unknown"
    return " " + record.UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(value, ensure_ascii=False))


@QUICK
@given(USUAL)
def test_a_dict_says_what_its_yaml_says(rules, data):
    text = as_yaml({"format": "extradition-record/1", **data}).lstrip("\n") + "\n"
    assert outcome(rules, data) == outcome(rules, text)


@QUICK
@given(st.text())
def test_any_text_arrives_as_it_is(rules, title):
    try:
        report = rules.check({"as_of": "2020-07-06", "title": title, "request": {"requesting_state": "US", "requested_state": "KR"}})
    except extradition.ExtraditionError as error:
        assert not title.strip() or any(ord(letter) < 32 for letter in title) or "\ufffe" in title or "\uffff" in title, (title, error)
        return
    assert (report.info.title or "") == title


@QUICK
@given(st.binary(max_size=200))
def test_any_bytes(rules, raw):
    try:
        rules.check(raw)
    except extradition.ExtraditionError:
        pass


def test_unknown_is_the_word_and_no_text(rules):
    base = {"as_of": "2020-07-06", "request": {"requesting_state": "US", "requested_state": "KR", "documents": "unknown"}}
    assert "request.documents" not in {one.fact for one in rules.check(base).questions}
    assert rules.check({**base, "title": 'he said "unknown"'}).info.title == 'he said "unknown"'
    assert rules.check({**base, "title": "\\"}).info.title == "\\"


def test_dates(rules):
    for day in (datetime.date(2020, 7, 6), datetime.datetime(2020, 7, 6, 12, 30)):
        assert rules.check({"as_of": day, "request": {"requesting_state": "US", "requested_state": "KR"}}).as_of == datetime.date(2020, 7, 6)


def test_nested_too_deeply(rules):
    data = inner = {}
    for _ in range(100_000):
        inner["a"] = inner = {}
    with pytest.raises(extradition.ExtraditionError):
        rules.check({"request": data})


ACTS = st.lists(st.one_of(
    st.just(("skip",)), st.just(("back",)), st.just(("loop",)),
    st.tuples(st.sampled_from(["answer", "alike"]), st.one_of(
        st.sampled_from(["yes", "no", "unknown", "none", "1", "2", "2016", "2016-03-03", "20 years", "KR", "KR, US", "a, ...", "", " ", "life"]),
        st.booleans(), st.integers(), TEXT, st.lists(TEXT, max_size=2), st.dates(), st.dictionaries(TEXT, TEXT, max_size=2)))), max_size=12)


@settings(QUICK, max_examples=15)
@given(USUAL, ACTS)
def test_any_interview(rules, data, acts):
    """Whatever is typed is taken or refused; refused, nothing has changed; taken back, all is as before."""
    try:
        interview = rules.interview(data)
    except extradition.ExtraditionError:
        return
    past = []
    for kind, *rest in acts:
        before = (interview.settings, interview.skipped, interview.question)
        try:
            if kind == "loop":
                next(interview, None)  # which passes over what the loop before asked
                past += [before] * (interview.skipped != before[1])
                continue
            if kind == "back":
                interview.back()
                assert (interview.settings, interview.skipped, interview.question) == past.pop()
                continue
            interview.skip() if kind == "skip" else interview.answer(*rest, alike=kind == "alike")
            past.append(before)
            assert (interview.settings, interview.skipped) != before[:2]
        except extradition.ExtraditionError:
            assert (interview.settings, interview.skipped, interview.question) == before
    assert rules.check(interview.record.to_yaml()).results() == interview.report.results()


@settings(QUICK, max_examples=25)
@given(USUAL)
def test_analysis_and_back_from_another_process(rules, data):
    try:
        report = rules.check(data, analyse=True)
    except extradition.ExtraditionError:
        return
    there = pickle.loads(pickle.dumps(report))
    for name in ("findings", "questions", "disputes", "timeline"):
        assert getattr(there, name) == getattr(report, name)
    assert rules.check(data).results() == report.results()
    for question in report.questions:
        assert question.answers or question.answers_partial is not None
        for answer in question.answers:
            assert all(report.finding(one.id, one.subject).result == "open" for one in answer.settles), question


@settings(QUICK, max_examples=30)
@given(st.lists(st.one_of(USUAL, st.dictionaries(KEYS, PLAIN)), max_size=6), st.integers(1, 3))
def test_any_batch(rules, records, threads):
    told = rules.check_many(records, threads=threads, form="json")
    for source, raw in zip(records, told):
        try:
            assert raw == rules.check(source)._bytes()
        except extradition.ExtraditionError as error:
            assert type(raw) is type(error)
