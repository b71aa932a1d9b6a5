"""`python -m extradition` against `rule-check` on the same arguments: the same bytes, the same exit status."""
import os
import subprocess
import sys

import pytest

TOOL = os.environ.get("RULE_CHECK")
pytestmark = pytest.mark.skipif(not TOOL, reason="RULE_CHECK does not name the program")


def both(root, words, given=None):
    environment = dict(os.environ, PYTHONPATH=str(root / "bindings" / "python"), EXTRADITION_RULES=str(root / "rules"))
    environment.pop("NO_COLOR", None)
    return [subprocess.run([*tool, *words], input=given, capture_output=True, env=environment, timeout=60)
            for tool in ([TOOL], [sys.executable, "-m", "extradition"])]


@pytest.mark.parametrize("words", [
    [], ["--width", "0"], ["--width=100", "--full"], ["--format", "json"], ["--format", "json", "--indent"], ["--format", "html"],
    ["--format", "markdown"], ["--only", "may-refuse,open"], ["--fail-on", "shall-refuse"], ["--fail-on", "may-refuse"],
    ["--no-presumptions"], ["--as-of", "2021-01-01"], ["--color", "always"], ["--lang", "ko"],
])
def test_the_same_report(root, case, words):
    ours, python = both(root, [*words, str(case), str(case)])
    assert (ours.returncode, ours.stdout) == (python.returncode, python.stdout)


@pytest.mark.parametrize("words, given", [
    (["/there/is/no/such.yaml"], None), (["-"], b"a: [\n"), (["-"], b"format: extradition-record/1\nid: x\nrequest: {requesting_stat: US}\n"),
    (["--as-of", "2020-02-30", "-"], b""), (["--only", "nonsense", "-"], b"{}"), (["--fail-on", "met", "-"], b"{}"), (["--format", "x", "-"], b""),
    ([], None),
])
def test_the_same_refusal(root, words, given):
    ours, python = both(root, words, given)
    assert ours.returncode == python.returncode == 2
    assert python.stderr


def test_standard_input_and_today(root):
    record = b"format: extradition-record/1\nid: x\nrequest: {requesting_state: US, requested_state: KR}\n"
    ours, python = both(root, ["--format", "json", "-"], record)
    assert ours.returncode == python.returncode == 0 and ours.stdout == python.stdout and b"today" in python.stderr
