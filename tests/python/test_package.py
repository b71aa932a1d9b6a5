"""The package as people use it."""
import datetime
import gc
import json
import pathlib
import pickle

import extradition
import pytest
from extradition import _native


def test_the_case_of_the_documentation(rules, case):
    report = rules.check(case)
    assert report.as_of == datetime.date(2020, 7, 6) and report.info.id == "son-jong-woo-2020"
    finding = report.finding("us-kr-treaty-1998/art-3-1")
    assert finding.result is extradition.Result.APPLIES and finding.governs and finding.effect == "may-refuse"
    assert {fact.path: fact.value for fact in finding.facts} == {"request.requested_state": "KR", "person.nationalities_at_offence": ["KR"]}
    assert report.finding("kr-extradition-act/art-14-2").deadline.due == datetime.date(2020, 6, 27)
    assert all(one.standing == "governs" for one in report.governing)
    assert [one.path for one in report.finding("us-kr-treaty-1998/art-3-2").lacks] == ["request.prosecution_requested"]


def test_values_hold_all_that_the_json_says(rules, case):
    report = rules.check(case)
    data = json.loads(report.to_json())
    for finding, told in zip(report.findings, data["findings"]):
        assert set(told) == set(type(finding).__slots__)
        assert (finding.id, finding.subject, str(finding.result), list(finding.missing)) == (
            told["id"], told["subject"], told["result"], told["missing"])
        assert len(list(finding.because[0].walk()) if finding.because else []) == (nodes(told["because"][0]) if told["because"] else 0)
    assert [one.fact for one in report.questions] == [one["fact"] for one in data["questions"]]
    assert set(data["questions"][0]) < set(extradition.Question.__slots__)
    assert set(data["instruments"][0]) == set(extradition.Instrument.__slots__)
    assert report.to_dict() == data and len(report) == len(data["findings"])
    assert report.results() == [(one.id, one.subject, one.result, one.standing) for one in report.findings]


def test_what_the_library_does_not_hold_is_said(rules):
    record = "format: extradition-record/1\nid: x\nas_of: 2024-01-01\nrequest: {requesting_state: BT, requested_state: BT}\n"
    report = rules.check(record)
    assert [one.notice for one in report.notices] == ["no-treaty-held", "no-law-held"]
    assert [{"notice": one.notice, "text": one.text} for one in report.notices] == json.loads(report.to_json())["notices"]
    assert "No law of Bhutan" in report.notices[1].text


def nodes(tree):
    return 1 + sum(map(nodes, tree.get("children", ())))


def test_every_way_to_give_a_record(rules, case, small, tmp_path):
    text = case.read_text(encoding="utf-8")
    same = [rules.check(case), rules.check(str(case)), rules.check(text), rules.check(text.encode()), rules.check(rules.record(case))]
    assert len({report.to_json() for report in same}) == 1
    written = tmp_path / "naïve ü.json"
    written.write_text(json.dumps({"format": "extradition-record/1", **small}), encoding="utf-8")
    draft = extradition.Draft("small", as_of=datetime.date(2020, 7, 6), requesting="US", requested="KR")
    draft.set("request.purpose", "prosecution").set("person.nationalities", {"KR"})
    draft.offence("o", {"penalty.requesting": "20 years", "penalty.requested": "5 years"})
    outcomes = {tuple(rules.check(source).results()) for source in (small, written, draft, draft.to_dict())}
    assert len(outcomes) == 1


def test_sources_disputes_and_unknown(rules, small):
    small["person"]["nationalities"] = extradition.Stated(["KR"], source="passport", complete=False)
    small["offences"][0]["penalty"]["requested"] = extradition.Disputed({"person": "6 months", "requesting-state": "5 years"})
    report = rules.check(small)
    assert report.disputed and {one.party for one in report.disputed[0].versions} == {"person", "requesting-state"}
    sources = [fact.source for finding in report for fact in finding.facts if fact.path == "person.nationalities"]
    assert "passport" in sources


def test_errors_say_where(rules, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: extradition-record/1\nid: bad\nas_of: 2020-01-01\nrequest:\n  requesting_stat: US\n")
    with pytest.raises(extradition.InputError) as caught:
        rules.check(bad)
    first = caught.value.diagnostics[0]
    assert (first.severity, first.line, first.column) == ("error", 5, 3) and first.file == str(bad) and "requesting_state" in first.help
    assert pickle.loads(pickle.dumps(caught.value)).diagnostics == caught.value.diagnostics


@pytest.mark.parametrize("source, kind", [
    (pathlib.Path("/there/is/no/such.yaml"), extradition.ReadError),
    ("a: [\n", extradition.InputError),
    ({"as_of": "yesterday"}, extradition.InputError),
    ({}, extradition.ArgumentError),
    ("no\0file", extradition.ArgumentError),
    ({"id": "a", "title": "\ud800"}, extradition.InputError),
    (b"\xff\xfe\x00", extradition.InputError),
    ({"title": "x" * 20_000_000}, extradition.LimitError),
])
def test_each_status_is_an_exception(rules, source, kind):
    with pytest.raises(kind) as caught:
        rules.check(source)
    assert isinstance(caught.value, extradition.ExtraditionError)


def test_arguments(rules, small):
    with pytest.raises(extradition.ArgumentError):
        rules.check(small, as_of="2020-13-01")
    with pytest.raises(extradition.ArgumentError, match="art-9-1"):
        rules.explain("kr-extradition-act/art-9-11")
    with pytest.raises(TypeError):
        rules.check(7)
    with pytest.raises(KeyError):
        rules.check(small).finding("none/such")
    with pytest.raises(extradition.ArgumentError):
        extradition.Rulebook.load(limits={"no-such": 1})
    with pytest.raises(extradition.LimitError):
        extradition.Rulebook.load(limits={"files": 2})


def test_options(rules, small):
    assert rules.check(small, as_of=datetime.date(2021, 1, 1)).as_of == datetime.date(2021, 1, 1)
    assert rules.check(small, presumptions=False).presumptions is False
    assert any(one.exhausted for one in rules.check(small, steps=1))


def test_pages(rules):
    assert "Art. 9 no. 1" in rules.explain("kr-extradition-act/art-9-1")
    assert "US-Korea Treaty 1998" in rules.treaties("US", "KR", "2020-07-06")
    assert "person.nationalities" in rules.facts("nationalities")
    treaty = next(one for one in rules if one.id == "us-kr-treaty-1998")
    assert treaty.rules and treaty.rules[0].id.startswith("us-kr-treaty-1998/")


def test_pages_as_json(rules, case):
    rule = json.loads(rules.explain("kr-extradition-act/art-9-1", form="json", cases=rules.records(pathlib.Path(__file__).parents[1] / "cases" / "kr-extradition-act.yaml")))
    assert rule["format"] == "extradition-rule/1" and rule["cite"] == "Art. 9 no. 1"
    assert {one["file"] for one in rule["cases"]} == {"kr-extradition-act.yaml"} and all(one["title"] for one in rule["cases"])
    assert "Cases that test it" not in rules.explain("kr-extradition-act/art-9-1")
    applies = json.loads(rules.treaties("US", "KR", "2020-07-06", form="json"))["instruments"]
    assert applies[0]["id"] == "us-kr-treaty-1998" and applies[0]["result"] == "applies"
    assert all("nationalities" in fact["path"] for fact in json.loads(rules.facts("nationalities", form="json"))["facts"])
    assert len(json.loads(rules.library(form="json"))["instruments"]) == len(rules)
    report = rules.check(case, analyse=True)
    assert json.loads(report.questions_to_json())["questions"] == report.to_dict()["questions"]
    assert set(rules.schema("questions")["properties"]) >= set(json.loads(report.questions_to_json()))
    for page in (rules.explain, rules.facts):
        with pytest.raises(extradition.ArgumentError, match="there are text, json"):
            page("kr-extradition-act", form="html")


def test_written_forms(rules, case):
    report = rules.check(case)
    assert report.to_markdown().startswith("#") and report.to_html().startswith("<!DOCTYPE html>")
    assert report.to_text(width=0, only=["may-refuse"]) != report.to_text(width=0)
    assert "srcdoc" in report._repr_html_() and "<details" in report.governing[0]._repr_html_()
    hostile = rules.check({"as_of": "2020-01-01", "title": "<script>alert(1)</script>",
                           "request": {"requesting_state": "US", "requested_state": "KR"}})
    assert "<script>alert" not in hostile.to_html() and "<script" not in hostile._repr_html_()


def test_values_are_frozen_and_go_to_other_processes(rules, case):
    report = rules.check(case)
    with pytest.raises(AttributeError):
        report.findings[0].result = "met"
    assert not hasattr(report.findings[0], "__dict__")
    there = pickle.loads(pickle.dumps(report))
    assert there == report and there.findings == report.findings
    assert pickle.loads(pickle.dumps(report.findings)) == report.findings
    assert len(pickle.loads(pickle.dumps(rules))) == len(rules)


def test_nothing_is_left_alive(small):
    gc.collect()
    before = dict(_native.live)
    with extradition.Rulebook.load() as rules:
        reports = [rules.check(small) for _ in range(5)]
        for bad in ("a: [\n", {"as_of": 3}):
            with pytest.raises(extradition.ExtraditionError):
                rules.check(bad)
    with pytest.raises(ValueError, match="closed"):
        rules.check(small)
    assert reports[0].findings and reports[0].to_text()
    del reports, rules
    gc.collect()
    assert {kind: count for kind, count in _native.live.items() if count} == {kind: count for kind, count in before.items() if count}


def test_what_goes_wrong_in_a_sink_is_raised(rules, small):
    report = rules.check(small)

    def broken(self, _user, _at, _length):
        self.error = KeyboardInterrupt()
        return 1

    saved, _native.Gather.take = _native.Gather.take, broken
    _native.spare.clear()
    try:
        with pytest.raises(KeyboardInterrupt):
            report.to_text()
    finally:
        _native.Gather.take = saved
        _native.spare.clear()
    assert report.to_text()


def test_what_if(rules, case):
    report = rules.check(case)
    assert report.finding("us-kr-treaty-1998/art-3-1").result == "applies"
    other = report.what_if({"person.nationalities_at_offence": ["US"], "offences.laundering-1.penalty.requested": extradition.Stated("6 months", source="=x")})
    assert other.finding("us-kr-treaty-1998/art-3-1").result == "does-not-apply"
    assert other.finding("us-kr-treaty-1998/art-2-1", "laundering-1").result == "not-met"
    assert report.what_if({}, without=["person.nationalities_at_offence"]).finding("us-kr-treaty-1998/art-3-1").result == "open"
    assert report.what_if({}) == report and report.finding("us-kr-treaty-1998/art-3-1").result == "applies"
    with pytest.raises(extradition.InputError):
        report.what_if({"person.nationalitie": ["US"]})


def test_what_to_verify_and_what_it_would_take(rules, case):
    report = rules.check(case)
    assert [one.path for one in report.to_verify("us-kr-treaty-1998/art-3-1")] != []
    whole = report.to_verify()
    assert len(whole) > 10 and all(one.value for one in whole)
    ways = report.what_it_takes("us-kr-treaty-1998/art-3-1", "does-not-apply", most=1)
    assert [[change.path for change in way] for way in ways] == [["person.nationalities_at_offence"]] and ways.tried == 1
    for wanted, most in (("applies", 1), ("met", 1), ("does-not-apply", 4)):
        with pytest.raises(extradition.ArgumentError):
            report.what_it_takes("us-kr-treaty-1998/art-3-1", wanted, most=most)
    with pytest.raises(extradition.ArgumentError, match="another process"):
        pickle.loads(pickle.dumps(report)).to_verify()


def test_an_interview(rules, case):
    interview = rules.check(case).interview()
    asked = []
    for question in interview:
        asked.append(question.fact)
        if question.fact == "request.prosecution_requested":
            with pytest.raises(extradition.InputError):
                interview.answer("perhaps")
            interview.answer(True)
    assert len(asked) == len(set(asked)) and set(one.fact for one in interview.report.questions) <= set(asked)
    assert set(interview.skipped) == set(asked) - {"request.prosecution_requested"} and len(interview.settings) == 1
    assert interview.report.finding("us-kr-treaty-1998/art-3-2").result == "applies"


def test_changes(rules, case):
    report = rules.check(case)
    changed = report.changes(report.what_if({"person.nationalities_at_offence": ["US"]}))
    found = {(one.before or one.after).id: one for one in changed}["us-kr-treaty-1998/art-3-1"]
    assert (found.before.result, found.after.result) == ("applies", "does-not-apply")
    assert ("person.nationalities_at_offence", "[KR]", "[US]") in [(one.path, one.before, one.after) for one in found.facts]
    same = report.changes(report)
    assert not same and same.unchanged == len(report)
