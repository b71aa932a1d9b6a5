"""Runs the tests with pytest and says each result as a line that Meson reads (TAP).

    run.py [PYTEST ARGUMENTS]
"""
import os
import pathlib
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent


class Lines:
    """A plugin of pytest: one line for each test."""

    def __init__(self):
        self.count = 0
        self.out = os.fdopen(os.dup(1), "w", encoding="utf-8")

    def say(self, good, name, why="", skipped=""):
        self.count += 1
        print(f"{'ok' if good else 'not ok'} {self.count} - {name}{f' # SKIP {skipped}' if skipped else ''}", file=self.out)
        for line in why.splitlines():
            print(f"# {line}", file=self.out)
        self.out.flush()

    def pytest_runtest_logreport(self, report):
        if report.skipped:
            self.say(True, report.nodeid, skipped=str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr))
        elif report.failed:
            self.say(False, f"{report.nodeid} ({report.when})", report.longreprtext)
        elif report.when == "call":
            self.say(True, report.nodeid)

    def pytest_collectreport(self, report):
        if report.failed:
            self.say(False, report.nodeid, report.longreprtext)


def main():
    lines = Lines()
    os.dup2(2, 1)  # what pytest itself says goes with the errors
    ended = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", str(HERE), *(sys.argv[1:] or [str(HERE)])], plugins=[lines])
    if not lines.count or ended not in (0, 1):  # without a line all would count as skipped
        lines.say(False, f"pytest ended with {int(ended)}")
    print(f"1..{lines.count}", file=lines.out, flush=True)


if __name__ == "__main__":
    main()
