"""Throughput of Rulebook.check_many against `rule-check check --jobs`, on the same records and as many threads: in turn, in one run. Both load the
rules, read and check every record and write its JSON, and the bytes are compared. What is asked for is the median over the rounds.

    python.py RULE_CHECK RULES RECORD
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import extradition

RECORDS, ROUNDS, LEAST = 400, 5, 0.8


def command(tool, rules, files, threads, out):
    begun = time.perf_counter()
    subprocess.run([tool, "check", "--rules", rules, "--format", "json", "--jobs", str(threads), *files], stdout=out, check=True)
    return time.perf_counter() - begun


def written(rules, files, threads, out):
    """Each report as JSON, which is what the command does."""
    begun = time.perf_counter()
    with extradition.Rulebook.load(rules) as loaded:
        for raw in loaded.check_each(files, threads=threads, form="json"):
            out.write(raw)
    out.flush()
    return time.perf_counter() - begun


def reports(rules, files, threads, _out):
    """Reports as Python has them, all kept, with the results of all findings read."""
    begun = time.perf_counter()
    with extradition.Rulebook.load(rules) as loaded:
        for report in loaded.check_many(files, threads=threads):
            assert report.results()
    return time.perf_counter() - begun


def same(tool, rules, files):
    with tempfile.TemporaryFile() as first, tempfile.TemporaryFile() as second:
        command(tool, rules, files, 2, first)
        written(rules, files, 2, second)
        first.seek(0)
        second.seek(0)
        return first.read() == second.read()


def measure(tool, rules, files, threads):
    ratios = {written: [], reports: []}
    with open(os.devnull, "wb") as nowhere:
        for _ in range(ROUNDS):
            theirs = command(tool, rules, files, threads, nowhere)
            for ours, found in ratios.items():
                found.append(theirs / ours(rules, files, threads, nowhere))
    return {ours.__name__: statistics.median(found) for ours, found in ratios.items()}


def main():
    tool, rules, record = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / f"{number}.yaml" for number in range(RECORDS)]
        for file in files:
            shutil.copyfile(record, file)
        if not same(tool, rules, files):
            sys.exit("check_many and rule-check do not write the same")
        slow = False
        for threads in (1, 2):
            for what, ratio in measure(tool, rules, files, threads).items():
                print(f"check_many, {what}: {ratio:.2f} times the throughput of rule-check --jobs {threads} on {RECORDS} records (at least {LEAST})")
                slow = slow or ratio < LEAST
    sys.exit(slow)


main()
