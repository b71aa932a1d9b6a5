"""What a report is asked further: answers, disputes, the timeline, interviews, what is written about them; languages; coverage."""
import gc
import json
import pickle

import extradition
import pytest
from extradition import _native, _prototypes


@pytest.fixture(scope="module")
def spoken(root):
    return extradition.Rulebook.load(root / "rules", languages=["ko"])


@pytest.fixture
def disputed(small):
    small["offences"][0]["penalty"]["requested"] = extradition.Disputed({"person": "6 months", "requesting-state": "5 years"})
    return small


def test_the_words_are_those_of_the_library():
    for words, name, least in ((extradition.Kind, "kind", 0), (extradition.DeadlineStatus, "deadline", 1)):
        told = [getattr(_native.lib, f"exd_{name}_name")(number).decode() for number in _prototypes.ENUMS[f"exd_{name}"].values()]
        assert told[least:] == [str(word) for word in words]
    parts = _prototypes.ENUMS["exd_interview_part"]
    assert [key.rpartition("_")[2].lower() for key in parts] == [str(part) for part in extradition.InterviewPart]


def test_analysis_is_done_on_request(rules, case):
    plain = rules.check(case)
    assert not plain.is_analysed and all(one.bars is None and one.answers == () and one.answers_partial is None for one in plain.questions)
    for name in ("disputes", "timeline"):
        with pytest.raises(extradition.ArgumentError, match=f"{name} come with analysis"):
            getattr(plain, name)
    whole = plain.analyse()
    assert whole.is_analysed and whole.analyse() is whole and whole == rules.check(case, analyse=True)
    assert whole.findings == plain.findings and whole.timeline
    assert {one.fact for one in whole.questions} == {one.fact for one in plain.questions}


def test_analysis_keeps_how_the_record_was_checked(rules, small):
    setting = {"as_of": "2021-01-01", "presumptions": False}
    assert rules.check(small, **setting).analyse() == rules.check(small, analyse=True, **setting)


def test_values_hold_all_that_the_json_says(rules, disputed, case):
    """Every key of the JSON is a field, and says the same."""
    for source in (disputed, case):
        report = rules.check(source, analyse=True)
        data = report.to_dict()
        told = json.loads(json.dumps([plain(one) for one in report.questions]))
        for question, expected in zip(told, data["questions"]):
            assert {key: question[key] for key in expected} == expected
        assert [(one["fact"], one["turns"]) for one in map(plain, report.disputes)] == [(one["fact"], one["turns"]) for one in data["disputes"]]
        for entry, expected in zip(report.timeline, data["timeline"]):
            assert set(expected) == set(type(entry).__slots__) and set(expected["deadline"]) == set(extradition.Deadline.__slots__)
            assert entry.deadline == report.finding(entry.id, entry.subject).deadline
        for finding in data["findings"]:
            assert all(set(one) <= set(extradition.Displacement.__slots__) for one in finding["displaced_by"])
            assert all(set(one) <= set(extradition.Fact.__slots__) for one in finding["facts"])
            assert all(set(one) <= set(extradition.Lack.__slots__) for one in finding["lacks"])


def plain(value):
    if isinstance(value, extradition.findings.Word) or not hasattr(value, "__slots__"):
        return [plain(one) for one in value] if isinstance(value, tuple) else str(value) if isinstance(value, extradition.findings.Word) else value
    return {name: plain(getattr(value, name)) for name in type(value).__slots__}


def test_values_are_those_of_the_c_accessors(rules, disputed):
    report = rules.check(disputed, analyse=True)
    at, lib = report._handle.pointer, _native.lib
    assert len(report.questions) == lib.exd_report_question_count(at) > 0
    for i, question in enumerate(report.questions):
        assert question.fact.encode() == lib.exd_report_question_text(at, i, _prototypes.EXD_QUESTION_PATH)
        assert (question.alone, question.bars, question.answers_partial) == (
            lib.exd_report_question_alone(at, i), lib.exd_report_question_bars(at, i), lib.exd_report_answers_partial(at, i))
        assert [one.answer.encode() for one in question.answers] == [
            lib.exd_report_answer_words(at, i, j) for j in range(lib.exd_report_answer_count(at, i))]
        assert [len(one.settles) for one in question.answers] == [
            lib.exd_report_answer_settles(at, i, j) for j in range(lib.exd_report_answer_count(at, i))]
        assert [(report.questions[lib.exd_report_question_needless_after(at, i, j)].fact) for j in range(
            lib.exd_report_question_needless_count(at, i))] == [one.fact for one in question.idle]
        assert len(question.choices) == lib.exd_report_question_choice_count(at, i)
    purpose = [one for one in report.questions if one.kind is extradition.Kind.ENUM]
    assert purpose and all(one.choices for one in purpose)
    assert [one.id for one in report.timeline] == [
        lib.exd_report_finding_id(at, lib.exd_report_time_limit_finding(at, i)).decode() for i in range(lib.exd_report_time_limit_count(at))]


def test_disputes(rules, disputed):
    dispute, = rules.check(disputed, analyse=True).disputes
    assert dispute.fact == "offences.o.penalty.requested"
    assert {(one.party, one.value) for one in dispute.versions} == {("person", "6 months"), ("requesting-state", "5 years")}
    assert any(turn.id == "us-kr-treaty-1998/art-2-1" and turn.subject == "o" and turn.alone for turn in dispute.turns)


def test_answers_come_true(rules, case):
    """What an answer is said to settle is what the report says once it is given."""
    report, tried = rules.check(case, analyse=True), 0
    for question in report.questions[:6]:
        for answer in question.answers:
            if answer.value is None:
                continue
            after = report.what_if({question.fact: value(answer.value)})
            for settled in answer.settles:
                assert after.finding(settled.id, settled.subject).result == settled.result, (question.fact, answer)
                tried += 1
    assert tried > 10


def value(written):
    """A value as a record writes it, of the simple kinds."""
    if written.startswith("["):
        return [one.strip() for one in written[1:-1].split(",") if one.strip()]
    return {"true": True, "false": False}.get(written, written)


def test_it_all_goes_to_other_processes(rules, disputed):
    report = rules.check(disputed, analyse=True)
    there = pickle.loads(pickle.dumps(report))
    assert (there.questions, there.disputes, there.timeline) == (report.questions, report.disputes, report.timeline)
    assert pickle.loads(pickle.dumps(there)).questions == report.questions
    for value in (report.to_verify(), report.changes(rules.check(disputed, presumptions=False)), report.questions, report.disputes):
        assert pickle.loads(pickle.dumps(value)) == value
    for call in (there.analyse, there.interview, there.unmet, there.to_verify):
        with pytest.raises(extradition.ArgumentError, match="another process"):
            call()
    with pytest.raises(extradition.ArgumentError, match="another process"):
        pickle.loads(pickle.dumps(report.to_verify())).to_text()


# ---- interviews

def test_an_interview_step_by_step(rules, small):
    interview = rules.interview(small)
    first = interview.question
    assert first is not None and interview.report.is_analysed and interview.settings == () and interview.skipped == ()
    with pytest.raises(extradition.ArgumentError, match="nothing was answered"):
        interview.back()
    interview.skip()
    assert interview.skipped == (first.fact,) and interview.question != first
    interview.back()
    assert interview.skipped == () and interview.question == first
    before = interview.report
    truth = next(one for one in interview if one.kind is extradition.Kind.BOOLEAN)
    with pytest.raises(extradition.InputError):
        interview.answer("perhaps")
    assert interview.question == truth
    after = interview.answer(extradition.Stated(True, source="letter"))
    assert after is interview.report and before.questions and truth.fact not in {one.fact for one in after.questions}
    assert interview.settings[-1].startswith(truth.fact + "=") and "letter" in interview.settings[-1]
    assert rules.check(interview.record.to_yaml()).results() == after.results()
    for part in extradition.InterviewPart:
        assert interview.say(part) if part != "taken" else True
    with pytest.raises(ValueError):
        interview.say("nothing")
    del interview
    gc.collect()
    assert after.findings and before.findings


def test_answers_as_python_has_them(rules, case):
    interview = rules.check(case).interview()
    kinds = {"boolean": False, "date": "2020-01-31", "integer": 30, "duration": "2 years", "list": "none"}
    for question in interview:
        value = kinds.get(str(question.kind), question.choices[0].value if question.choices else "unknown")
        interview.answer([value] if question.is_set and value != "unknown" else value)
    assert interview.question is None and len(interview.settings) > 5
    with pytest.raises(extradition.ArgumentError, match="no question is left"):
        interview.answer("yes")
    with pytest.raises(extradition.ArgumentError, match="no question is left"):
        interview.skip()
    with pytest.raises(extradition.ArgumentError, match="no question is left"):
        interview.say("question")
    assert interview.say("closing")


def test_the_same_answer_for_all(rules, small):
    small["offences"].append({"id": "p", "penalty": {"requesting": "20 years", "requested": "5 years"}})
    interview = rules.interview(small)
    for question in interview:
        if question.fact == "offences.o.punishable.requested":
            interview.answer("no", alike=True)
            break
    asked = {setting.partition("=")[0] for setting in interview.settings}
    assert asked == {"offences.o.punishable.requested", "offences.p.punishable.requested"}


# ---- what is written

def test_every_form_of_everything(rules, spoken, case):
    report = spoken.check(case)
    other = report.what_if({"person.nationalities_at_offence": ["US"]})
    things = [report.to_verify(), report.what_it_takes("us-kr-treaty-1998/art-3-1", "does-not-apply", most=1), report.changes(other)]
    for thing in things:
        assert thing.to_text() != thing.to_text(width=40) and thing.to_dict()["format"].startswith("extradition-")
        assert thing.to_html().startswith("<!DOCTYPE html>") and "srcdoc" in thing._repr_html_() and thing.to_markdown()
        for form in (thing.to_text, thing.to_html, thing.to_markdown):
            assert form(language="en") == form() != form(language="ko")
    report, other = None, None
    gc.collect()
    assert all(thing.to_text() for thing in things)


def test_languages(rules, spoken, case):
    report = spoken.check(case)
    assert spoken.languages == ("ko",)
    for form in (report.to_text, report.to_html, report.to_markdown, report.to_json, report.questions_to_text):
        assert form(language="en") == form()
        assert any("가" <= letter <= "힣" for letter in form(language="ko")) and form(language="ko") != form()
    korean = extradition.Rulebook.load(spoken._again[1], language="ko")
    assert korean.check(case).to_text() == report.to_text(language="ko")
    assert korean.check(case).to_text(language="en") == report.to_text()
    with pytest.raises(extradition.ArgumentError, match="ko"):
        report.to_text(language="fr")
    with pytest.raises(extradition.ArgumentError):
        rules.check(case).to_text(language="ko")
    assert pickle.loads(pickle.dumps(spoken)).languages == ("ko",)
    for wrong in ("xx", "../ko", ""):
        with pytest.raises(extradition.ArgumentError):
            extradition.Rulebook.load(spoken._again[1], languages=[wrong])


def test_what_a_language_lacks(rules, spoken):
    everything, korean = rules.untranslated("fr", whole=True), spoken.untranslated("ko")
    assert everything.lacking == everything.texts > korean.lacking and "translate" in everything.yaml or everything.yaml
    for wrong in ("en", "no code"):
        with pytest.raises(extradition.ArgumentError, match="code of a language"):
            rules.untranslated(wrong)


def test_schemas(rules):
    schema = rules.schema()
    assert schema["$schema"].endswith("2020-12/schema") and schema != rules.schema("cases") != rules.schema("rulebook")
    with pytest.raises(extradition.ArgumentError, match="record, cases"):
        rules.schema("nothing")


# ---- case tests

def test_expectations_and_coverage(rules, root):
    cases = [record for file in sorted((root / "tests" / "cases").rglob("us-kr-*.yaml")) for record in rules.records(file)]
    assert cases and all(record.expectations for record in cases)
    coverage = rules.coverage()
    assert coverage.instruments == ()
    reports = [rules.check(record) for record in cases]
    assert [report.unmet() for report in reports] == [()] * len(cases)
    coverage.add(reports[0])
    first = {one.id: one for one in coverage.instruments}["us-kr-treaty-1998"]
    coverage.add(*reports)
    last = {one.id: one for one in coverage.instruments}["us-kr-treaty-1998"]
    assert 0 == last.missing < first.missing <= first.limbs == last.limbs
    assert "us-kr-treaty-1998" in coverage.to_text() and rules.library(coverage) != rules.library()
    others = extradition.Rulebook.load(root / "rules")
    with pytest.raises(ValueError, match="other rules"):
        coverage.add(others.check({"as_of": "2020-01-01", "request": {"requesting_state": "US", "requested_state": "KR"}}))
    for call in (others.check, others.interview):
        with pytest.raises(extradition.ArgumentError, match="other rules"):
            call(cases[0])


def test_an_expectation_that_is_not_met(rules):
    record = rules.record("format: extradition-record/1\nid: a\nas_of: 2020-07-06\nrequest: {requesting_state: US, requested_state: KR}\n"
                          "person: {nationalities_at_offence: [KR]}\nexpect:\n  us-kr-treaty-1998/art-3-1: does-not-apply\n")
    assert record.expectations == ("us-kr-treaty-1998/art-3-1",)
    wrong, = rules.check(record).unmet()
    assert "applies" in wrong.message and wrong.line == 7


def test_a_record_written_again(rules, case, disputed):
    for source in (case, disputed):
        record = rules.record(source)
        assert rules.check(record.to_yaml()).results() == rules.check(record).results()


def test_nothing_is_left_alive(rules, root, disputed):
    gc.collect()
    before = dict(_native.live)
    for _ in range(3):
        report = rules.check(disputed, analyse=True)
        kept = [report.questions, report.disputes, report.to_verify(), report.changes(report.what_if({})), rules.coverage()]
        kept[-1].add(report)
        interview = report.interview()
        for _ in zip(range(3), interview):
            pass
        interview.back()
        kept += [interview.report, interview.record]
        with pytest.raises(extradition.ExtraditionError):
            interview.answer("no such answer")
    del report, interview, kept
    gc.collect()
    assert {kind: count for kind, count in _native.live.items() if count} == {kind: count for kind, count in before.items() if count}
