"""Batches, and every way Python runs things at once."""
import asyncio
import concurrent.futures
import datetime
import gc
import multiprocessing
import os
import subprocess
import sys
import threading

import extradition
import pytest
from extradition import _native


def variants(small, count):
    out = []
    for number in range(count):
        one = {**small, "id": f"r-{number}"}
        one["offences"] = [{"id": "o", "penalty": {"requesting": "20 years", "requested": f"{number % 24 + 1} months"}}]
        out.append(one)
    return out


@pytest.mark.parametrize("threads", [1, 2, 3, 8, None])
def test_in_order_on_any_number_of_threads(rules, small, threads):
    records = variants(small, 60)
    found = rules.check_many(records, threads=threads)
    assert [report.info.id for report in found] == [record["id"] for record in records]
    assert found == [rules.check(record) for record in records]


def test_a_bad_record_leaves_its_error_in_its_place(rules, small):
    records = variants(small, 9)
    records[2], records[5], records[7] = {"as_of": "never was"}, "a: [\n", {"id": "undated"}
    seen = []
    found = rules.check_many(records, threads=3, progress=lambda done, total: seen.append((done, total)))
    kinds = [type(one) for one in found]
    assert [kinds[i] for i in (2, 5, 7)] == [extradition.InputError, extradition.InputError, extradition.ArgumentError]
    assert found[2].diagnostics and kinds.count(extradition.Report) == 6
    assert seen == [(done, 9) for done in range(1, 10)]


def test_an_error_of_the_caller_stops_the_batch(rules, small):
    with pytest.raises(TypeError):
        rules.check_many([*variants(small, 3), 7], threads=2)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rules.check_many(variants(small, 30), threads=2, progress=stop)
    assert rules.check(small).findings


def test_nothing_to_check(rules):
    assert rules.check_many([]) == [] and rules.check_many(iter(()), threads=5) == []


def test_a_frame(rules, small):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame([
        {"id": "a", "as_of": "2020-07-06", "request.requesting_state": "US", "request.requested_state": "KR", "person.nationalities_at_offence": ["KR"]},
        {"id": "b", "as_of": datetime.date(2020, 7, 6), "request.requesting_state": "US", "request.requested_state": "KR"},
    ])
    first, second = rules.check_many(frame)
    assert first.finding("us-kr-treaty-1998/art-3-1").result == "applies"
    assert second.finding("us-kr-treaty-1998/art-3-1").result == "open"
    table = first.to_frame()
    assert len(table) == len(first) and set(table.loc[table["id"] == "us-kr-treaty-1998/art-3-1", "result"]) == {"applies"}


def test_pandas_is_imported_only_when_asked_for(root):
    code = ("import sys, extradition; rules = extradition.Rulebook.load(); rules.check_many([{'as_of': '2020-01-01', 'request': "
            "{'requesting_state': 'US', 'requested_state': 'KR'}}])[0].findings; sys.exit('pandas' in sys.modules)")
    environment = dict(os.environ, PYTHONPATH=str(root / "bindings" / "python"))
    assert subprocess.run([sys.executable, "-c", code], env=environment).returncode == 0


def test_one_report_read_from_many_threads(rules, case):
    report = rules.check(case)
    barrier = threading.Barrier(8)

    def read(_):
        barrier.wait()
        return report.to_text(), report.findings, report.to_json(), report.results()

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert len({repr(one) for one in pool.map(read, range(8))}) == 1


def test_closing_while_others_check(small):
    rules = extradition.Rulebook.load()

    def check(_):
        try:
            return len(rules.check(small)) > 0
        except ValueError:
            return True

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(check, number) for number in range(200)]
        rules.close()
        assert all(one.result() for one in waiting)


def work(rules, record):
    return rules.check(record)


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_processes(rules, small, method):
    context = multiprocessing.get_context(method)
    here = rules.check(small)
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        for there in pool.map(work, [rules] * 4, [small] * 4):
            assert there == here and there.findings == here.findings


def test_a_fork_while_another_thread_holds_the_report(rules, case):
    report = rules.check(case)
    with report._locked():
        child = os.fork()
        if child == 0:
            os._exit(0 if report.findings else 3)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0 if hasattr(os, "waitstatus_to_exitcode") else True


def test_asyncio(rules, small):
    async def main():
        return await asyncio.gather(*(asyncio.to_thread(rules.check, small) for _ in range(8)))

    assert len(set(asyncio.run(main()))) == 1


def test_the_end_of_the_interpreter(root):
    code = ("import extradition\nrules = extradition.Rulebook.load()\n"
            "report = rules.check({'as_of': '2020-01-01', 'request': {'requesting_state': 'US', 'requested_state': 'KR'}})\n"
            "class Late:\n    def __del__(self): report.to_text(); print('late')\n"
            "cycle = Late(); cycle.me = cycle; extradition.cycle = cycle\n")
    environment = dict(os.environ, PYTHONPATH=str(root / "bindings" / "python"))
    done = subprocess.run([sys.executable, "-X", "dev", "-c", code], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


MIXED = [{"as_of": "someday"}, "/there/is/no/such.yaml", b"\xff\xfe\x00", {"as_of": "2020-01-01", "id": "good", "request": {
    "requesting_state": "US", "requested_state": "KR"}}]


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("form", ["json", "text", "markdown", "html"])
def test_written_in_place_of_reports(rules, small, threads, form):
    records = variants(small, 10) + MIXED + variants(small, 4)
    written = rules.check_many(records, threads=threads, form=form)
    for source, raw, report in zip(records, written, rules.check_many(records, threads=threads)):
        if isinstance(report, extradition.ExtraditionError):
            assert type(raw) is type(report) and raw.diagnostics == report.diagnostics
        else:
            assert raw.decode().rstrip("\n") == getattr(report, f"to_{form}")().rstrip("\n"), source


def test_what_a_form_takes(rules, small, root):
    with pytest.raises(extradition.ArgumentError, match="json"):
        rules.check_many([small], form="pdf")
    with pytest.raises(extradition.ArgumentError, match="form"):
        rules.check_many([small], language="ko")
    others = extradition.Rulebook.load(root / "rules", languages=["ko"])
    korean, = others.check_many([small], form="text", language="ko")
    assert korean.decode() == others.check(small).to_text(language="ko")
    wrong, = others.check_many([rules.record({"as_of": "2020-01-01", **small})], form="json")
    assert "other rules" in str(wrong)


@pytest.mark.parametrize("threads", [1, 3])
def test_one_after_another(rules, small, threads):
    taken = []

    def endless():
        while True:
            taken.append(None)
            yield {**small, "id": f"r-{len(taken)}"}

    found = rules.check_each(endless(), threads=threads)
    assert [next(found).info.id for _ in range(30)] == [f"r-{number}" for number in range(1, 31)]
    assert len(taken) < 30 + threads * 5 * 8
    found.close()
    assert not [one for one in threading.enumerate() if one.name.startswith("extradition")]


def test_an_error_of_the_callers_own_stops_the_batch(rules, small):
    def broken():
        yield from variants(small, 20)
        raise RuntimeError("no more")

    for threads in (1, 2):
        with pytest.raises(RuntimeError, match="no more"):
            list(rules.check_each(broken(), threads=threads))


def test_batches_leave_nothing_alive(rules, small):
    gc.collect()
    before = dict(_native.live)
    for threads in (1, 3):
        rules.check_many(variants(small, 40) + MIXED, threads=threads, form="json")
        found = rules.check_each(variants(small, 40), threads=threads, form="json")
        next(found)
        del found
    gc.collect()
    assert {kind: count for kind, count in _native.live.items() if count} == {kind: count for kind, count in before.items() if count}
    assert all(gather.room <= _native.SPARE_BYTES for gather in _native.spare)


def analysed(rules, record):
    report = rules.check(record, analyse=True)
    interview = report.interview()
    interview.skip()
    return report, interview.report, interview.skipped, report.to_verify()


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_further_analysis_in_processes(rules, small, method):
    here = analysed(rules, small)
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        for there in pool.map(analysed, [rules] * 2, [small] * 2):
            assert there == here and there[0].questions == here[0].questions and there[0].timeline == here[0].timeline
    if method == "fork":
        report, interview = here[0], here[0].interview()
        child = os.fork()
        if child == 0:
            try:
                interview.skip()
                os._exit(0 if interview.report.questions and report.to_verify().to_text() else 3)
            finally:
                os._exit(4)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert interview.skipped == ()


def test_one_interview_from_many_threads(rules, small):
    interview = rules.interview(small)

    def pass_over(_):
        try:
            interview.skip()
        except extradition.ArgumentError:
            return 0
        return len(interview.report.questions) > 0

    async def main():
        return await asyncio.gather(*(asyncio.to_thread(pass_over, number) for number in range(10)))

    assert sum(asyncio.run(main())) == len(interview.skipped) > 0 and len(set(interview.skipped)) == len(interview.skipped)


def test_the_end_of_the_interpreter_with_an_interview_under_way(root):
    code = ("import extradition\nrules = extradition.Rulebook.load()\n"
            "record = {'as_of': '2020-01-01', 'request': {'requesting_state': 'US', 'requested_state': 'KR'}}\n"
            "interview = rules.interview(record); coverage = rules.coverage(); each = rules.check_each([record] * 50, threads=2); next(each)\n"
            "class Late:\n    def __del__(self): interview.skip(); interview.report.to_text(); coverage.add(rules.check(record)); print('late')\n"
            "cycle = Late(); cycle.me = cycle; extradition.cycle = cycle\n")
    environment = dict(os.environ, PYTHONPATH=str(root / "bindings" / "python"))
    done = subprocess.run([sys.executable, "-X", "dev", "-c", code], env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
