"""Batches, and every way Python runs things at once."""
import asyncio
import concurrent.futures
import datetime
import multiprocessing
import os
import subprocess
import sys
import threading

import extradition
import pytest


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
