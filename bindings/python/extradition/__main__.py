"""`python -m extradition RECORD...`: the main job of `rule-check`, with its options and its exit statuses."""
import argparse
import datetime
import os
import sys
from typing import Iterable, List, Optional, Sequence

from .errors import ArgumentError, Diagnostic, ExtraditionError
from .findings import Effect, Result
from .record import Record, RecordSource
from .report import Report
from .rules import Rulebook

CHECKED, FOUND, UNUSABLE = 0, 1, 2


def words(value: str) -> List[str]:
    out = value.split(",")
    if "" in out:
        raise argparse.ArgumentTypeError("an empty word in a list of words")
    return out


def effects(value: str) -> List[str]:
    out = words(value)
    for word in out:
        if word not in {str(effect) for effect in Effect}:
            raise argparse.ArgumentTypeError(f"takes an effect, such as shall-refuse; `{word}` is none")
    return out


def parser() -> argparse.ArgumentParser:
    out = argparse.ArgumentParser(prog="python -m extradition", description="Check extradition requests against the rules.",
                                  allow_abbrev=False)
    out.add_argument("records", nargs="+", metavar="RECORD", help="a file with one or more records; - reads standard input")
    out.add_argument("--rules", metavar="DIRECTORY", help="the directory of rules")
    out.add_argument("--as-of", metavar="DATE", help="the day as of which the law is read, in place of the record's")
    out.add_argument("--format", choices=("text", "json", "markdown", "html"), default="text")
    out.add_argument("--no-presumptions", action="store_true", help="leave silent facts unknown")
    out.add_argument("--only", type=words, action="extend", default=[], metavar="WORD,...", help="results, effects or grounds to show")
    out.add_argument("--fail-on", type=effects, action="extend", default=[], metavar="EFFECT,...", help="exit 1 when such a finding counts")
    out.add_argument("--full", action="store_true", help="show every proof")
    out.add_argument("--indent", action="store_true", help="indent JSON")
    out.add_argument("--lang", metavar="LANG", help="the language of what is printed, such as ko; English is the default")
    out.add_argument("--width", type=int, default=80, metavar="COLUMNS")
    out.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    return out


def complain(what: object) -> None:
    print(what, file=sys.stderr)


def complain_all(diagnostics: Iterable[Diagnostic]) -> None:
    for diagnostic in diagnostics:
        complain(diagnostic)


def fails(report: Report, asked: Sequence[str]) -> bool:
    return any(one.effect in asked and one.result in (Result.APPLIES, Result.NOT_MET) for one in report.governing)


def written(report: Report, asked: argparse.Namespace) -> str:
    if asked.format == "json":
        return report._write_with(1, indent=asked.indent, full=asked.full, only=asked.only)
    if asked.format == "markdown":
        return report.to_markdown(full=asked.full, only=asked.only)
    if asked.format == "html":
        return report.to_html(full=asked.full, only=asked.only)
    colour = asked.color == "always" or (
        asked.color == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb")
    return report.to_text(width=asked.width, colour=colour, full=asked.full, only=asked.only)


class Run:
    """One run of the command."""

    def __init__(self, rules: Rulebook, asked: argparse.Namespace) -> None:
        self.rules, self.asked, self.count = rules, asked, 0

    def one(self, record: Record) -> int:
        today = datetime.date.today()
        if not record.has_as_of and self.asked.as_of is None:
            complain(f"extradition: {record.id} has no as-of date; today, {today}, is taken")
        report = self.rules.check(record, as_of=self.asked.as_of, default_as_of=today, presumptions=not self.asked.no_presumptions)
        complain_all(report.diagnostics)
        if self.count and self.asked.format == "html":
            complain("extradition: a page in HTML is about one record: give the others a page of their own")
            return UNUSABLE
        if self.count and self.asked.format == "text":
            print(f"\n{'=' * (self.asked.width or 80)}\n")
        elif self.count and self.asked.format == "markdown":
            print()
        self.count += 1
        sys.stdout.write(written(report, self.asked))
        return FOUND if fails(report, self.asked.fail_on) else CHECKED

    def file(self, name: str) -> int:
        source: RecordSource = sys.stdin.buffer.read() if name == "-" else os.fspath(name)
        worst = CHECKED
        try:
            if isinstance(source, str):
                import pathlib

                source = pathlib.Path(source)
            for record in self.rules.records(source):
                worst = max(worst, self.one(record))
        except ExtraditionError as error:
            complain_all(error.diagnostics) if error.diagnostics else complain(f"extradition: {name}: {error}")
            return UNUSABLE
        return worst


def main(arguments: Optional[Sequence[str]] = None) -> int:
    asked = parser().parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        if asked.as_of is not None:
            datetime.date.fromisoformat(asked.as_of)
        with Rulebook.load(asked.rules, language=asked.lang) as rules:
            run = Run(rules, asked)
            return max(run.file(name) for name in asked.records)
    except (ExtraditionError, ValueError) as error:
        complain(error if isinstance(error, ExtraditionError) else f"extradition: --as-of takes a day such as 2020-07-06: {error}")
        return UNUSABLE


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(UNUSABLE)
