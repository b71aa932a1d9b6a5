"""Adds up what Meson's test logs say: every subtest counts, and so does every test that has none.

    count.py FAILED_BUILDS LOG...
"""
import json
import pathlib
import re
import sys

TAP_LINE = re.compile(r"^(ok|not ok)\b.*$", re.M)
TOTALS = re.compile(r"^(\d+) passed, (\d+) failed$", re.M)
PASSING = {"OK", "EXPECTEDFAIL", "SKIP"}


def count(test):
    text = test.get("stdout") or ""
    lines = [match.group(0) for match in TAP_LINE.finditer(text) if "# SKIP" not in match.group(0)]
    totals = TOTALS.findall(text)
    if lines:
        failed = sum(line.startswith("not ok") for line in lines)
        passed = len(lines) - failed
    elif totals:
        passed, failed = (int(number) for number in totals[-1])
    else:
        passed, failed = int(test["result"] == "OK"), 0
    if test["result"] not in PASSING and failed == 0:
        failed = 1
    return passed, failed


def main():
    failed_builds, logs = int(sys.argv[1]), [pathlib.Path(word) for word in sys.argv[2:]]
    all_passed, all_failed = 0, failed_builds
    print()
    for log in logs:
        rows = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
        passed, failed = (sum(column) for column in zip(*map(count, rows))) if rows else (0, 1)
        print(f"{log.parent.parent.name + '/' + log.stem:34} {passed:6} passed {failed:6} failed")
        for row in rows:
            if row["result"] not in PASSING:
                print(f"    {row['name']}: {row['result']}")
        all_passed += passed
        all_failed += failed
    if failed_builds:
        print(f"{failed_builds} of the builds failed")
    print(f"{all_passed} passed, {all_failed} failed")
    sys.exit(1 if all_failed or not all_passed else 0)


main()
