"""Throughput of Rulebook.check_many against the command rule-check, on the same records, in turn, on one thread each: `rule-check` has no
threads. Both load the rules, read and check every record, and write its JSON.

    python.py RULE_CHECK RULES RECORD
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

import extradition

RECORDS, ROUNDS, LEAST = 400, 5, 0.8


def command(tool, rules, path):
    begun = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        subprocess.run([tool, "--rules", rules, "--format", "json", path], stdout=nowhere, check=True)
    return time.perf_counter() - begun


def package(rules, texts):
    begun = time.perf_counter()
    with extradition.Rulebook.load(rules) as loaded, open(os.devnull, "w", encoding="utf-8") as nowhere:
        for report in loaded.check_many(texts, threads=1):
            nowhere.write(report.to_json())
    return time.perf_counter() - begun


def main():
    tool, rules, record = sys.argv[1:]
    with open(record, encoding="utf-8") as file:
        texts = [file.read()] * RECORDS
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write("\n---\n".join(texts))
        file.flush()
        ratios = []
        for _ in range(ROUNDS):
            ours = package(rules, texts)
            ratios.append(command(tool, rules, file.name) / ours)
    ratio = statistics.median(ratios)
    print(f"check_many: {ratio:.2f} times the throughput of rule-check on {RECORDS} records, one thread (at least {LEAST})")
    sys.exit(ratio < LEAST)


main()
