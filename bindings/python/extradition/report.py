"""What a check found. The report stays with the library until it is read: the library's own JSON is decoded on first use."""
import ctypes
import datetime
import json
import os
import threading
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from . import _native as native
from . import _prototypes as c
from .analysis import Changes, Checklist, Ways, changes, checklist, ways
from .errors import ArgumentError, Diagnostic
from .findings import (Effect, Finding, Ground, Instrument, Notice, RecordInfo, Result, Standing, read_finding, read_ground, read_instrument,
                       read_notice)
from .interview import Interview
from .pages import write_options
from .questions import Dispute, Further, Question, TimelineEntry, further, read_dispute, read_question, read_timeline
from .record import OTHER_RULES

__all__ = ["Report"]

Day = Union[datetime.date, str]


class Setting:
    """How a record is checked: the library's options, and what they were made of."""

    __slots__ = ("as_of", "default_as_of", "presumptions", "steps", "analyse", "handle")

    def __init__(self, as_of: Optional[Day], default_as_of: Optional[Day], presumptions: bool, steps: int, analyse: bool = False) -> None:
        self.as_of, self.default_as_of, self.presumptions, self.steps, self.analyse = as_of, default_as_of, presumptions, steps, analyse
        lib = native.lib
        self.handle = native.Handle(lib.exd_options_new(), lib.exd_options_free)
        for value, put in ((as_of, lib.exd_options_set_as_of), (default_as_of, lib.exd_options_set_default_as_of)):
            if value is not None and put(self.handle.pointer, native.day(value)) != c.EXD_OK:
                raise ArgumentError(f"an as-of date is a day such as 2020-07-06, not `{value}`")
        lib.exd_options_set_presumptions(self.handle.pointer, presumptions)
        lib.exd_options_set_steps(self.handle.pointer, steps)
        lib.exd_options_set_analysis(self.handle.pointer, analyse)

    def analysed(self) -> "Setting":
        """The same, with analysis."""
        return self if self.analyse else Setting(self.as_of, self.default_as_of, self.presumptions, self.steps, True)


class Report:
    """What was found: findings, instruments, grounds, questions. Iterating gives the findings."""

    __slots__ = ("_handle", "_rules", "_setting", "record", "diagnostics", "_json", "_further", "_data", "_parts", "_lock", "_pid", "__weakref__")

    def __init__(self, handle: Optional[native.Handle], rules: Any, record: Any, diagnostics: Tuple[Diagnostic, ...] = (),
                 written: Optional[bytes] = None, setting: Optional[Setting] = None, further: Optional[Further] = None) -> None:
        self._setting = setting
        self._handle, self._rules, self.record, self.diagnostics = handle, rules, record, diagnostics
        self._json, self._further = written, further
        self._data: Optional[Dict[str, Any]] = None
        self._parts: Dict[str, Any] = {}
        self._new_lock()

    def _new_lock(self) -> None:
        self._lock, self._pid = threading.RLock(), os.getpid()

    def _locked(self) -> Any:
        """A C report belongs to one thread at a time. A lock that another thread held when the process forked is never opened again."""
        if self._pid != os.getpid():
            self._new_lock()
        return self._lock

    # ---- the structured data

    def _part(self, name: str, read: Callable[[], Any]) -> Any:
        with self._locked():
            if name not in self._parts:
                self._parts[name] = read()
            return self._parts[name]

    def _decoded(self) -> Dict[str, Any]:
        with self._locked():
            if self._data is None:
                self._data = json.loads(self._bytes())
            return self._data

    def _bytes(self) -> bytes:
        """The JSON. It is large and quickly written again: it is kept only where there is nothing to write it from."""
        return self._json if self._json is not None else self._write(c.EXD_FORMAT_JSON, None)

    @property
    def as_of(self) -> datetime.date:
        """The day as of which the law and the time limits were read."""
        return datetime.date.fromisoformat(self._decoded()["as_of"])

    @property
    def info(self) -> RecordInfo:
        """What the record says of itself."""
        return RecordInfo(*(self._decoded()["record"].get(name) for name in RecordInfo.__slots__))

    @property
    def presumptions(self) -> bool:
        """Whether silent facts took the values that the vocabulary presumes."""
        return bool(self._decoded()["presumptions"])

    @property
    def findings(self) -> Tuple[Finding, ...]:
        """Every finding, in the order of the report."""
        out: Tuple[Finding, ...] = self._part("findings", lambda: tuple(map(read_finding, self._decoded()["findings"])))
        return out

    @property
    def instruments(self) -> Tuple[Instrument, ...]:
        """What applies to the request, in order of precedence."""
        out: Tuple[Instrument, ...] = self._part("instruments", lambda: tuple(map(read_instrument, self._decoded()["instruments"])))
        return out

    @property
    def notices(self) -> Tuple[Notice, ...]:
        """What the list of instruments must not be read without, such as that the library holds no law of the requested State."""
        return tuple(map(read_notice, self._decoded()["notices"]))

    @property
    def grounds(self) -> Tuple[Ground, ...]:
        """The findings of one ground across instruments."""
        out: Tuple[Ground, ...] = self._part("grounds", lambda: tuple(map(read_ground, self._decoded()["grounds"])))
        return out

    def _told(self) -> Further:
        """What the JSON does not say."""
        out: Further = self._further if self._further is not None else self._part("further", lambda: further(self._living().pointer))
        return out

    @property
    def questions(self) -> Tuple[Question, ...]:
        """What is missing, as questions, the most decisive first; with what each answer would do when the report is analysed."""
        out: Tuple[Question, ...] = self._part(
            "questions", lambda: tuple(map(read_question, self._decoded()["questions"], self._told()["questions"])))
        return out

    @property
    def is_analysed(self) -> bool:
        """Whether it has answers, disputes and the timeline; see analyse()."""
        return "timeline" in self._decoded()

    def _analysis(self, name: str) -> Any:
        if not self.is_analysed:
            raise ArgumentError(f"{name} come with analysis: check with analyse=True, or ask report.analyse().{name}")
        return self._decoded()[name]

    @property
    def disputes(self) -> Tuple[Dispute, ...]:
        """The disputed facts that findings turn on. An ArgumentError when the report is not analysed."""
        out: Tuple[Dispute, ...] = self._part(
            "disputes", lambda: tuple(map(read_dispute, self._analysis("disputes"), self._told()["disputes"])))
        return out

    @property
    def timeline(self) -> Tuple[TimelineEntry, ...]:
        """The time limits that come into play or may, by their last day. An ArgumentError when the report is not analysed."""
        out: Tuple[TimelineEntry, ...] = self._part("timeline", lambda: tuple(map(read_timeline, self._analysis("timeline"))))
        return out

    @property
    def summary(self) -> Dict[str, Any]:
        """Counts by effect and result, and by standing. Counts, no score."""
        out: Dict[str, Any] = json.loads(json.dumps(self._decoded()["summary"]))
        return out

    # ---- ways in

    def select(self, *, result: "str | Result | None" = None, effect: "str | Effect | None" = None,
               standing: "str | Standing | None" = None, ground: Optional[str] = None, instrument: Optional[str] = None,
               subject: Optional[str] = None) -> Tuple[Finding, ...]:
        """The findings that are all that is asked for: `report.select(result="applies", effect="may-refuse")`."""
        wanted: Dict[str, Any] = {"ground": ground, "instrument": instrument, "subject": subject,
                                  "result": None if result is None else Result(result),
                                  "effect": None if effect is None else Effect(effect),
                                  "standing": None if standing is None else Standing(standing)}
        asked = [(name, value) for name, value in wanted.items() if value is not None]
        return tuple(one for one in self.findings if all(getattr(one, name) == value for name, value in asked))

    @property
    def governing(self) -> Tuple[Finding, ...]:
        """The findings that no other rule displaces."""
        return self.select(standing=Standing.GOVERNS)

    @property
    def open(self) -> Tuple[Finding, ...]:
        """The findings that what is known cannot decide."""
        return self.select(result=Result.OPEN)

    @property
    def disputed(self) -> Tuple[Finding, ...]:
        """The findings that come out differently by party; see `Finding.versions`."""
        return self.select(result=Result.DISPUTED)

    @property
    def deadlines(self) -> Tuple[Finding, ...]:
        """The findings that have a time limit; see `Finding.deadline`."""
        return tuple(one for one in self.findings if one.deadline is not None)

    def finding(self, id: str, subject: Optional[str] = None) -> Finding:
        """The finding of a rule (`instrument/rule`), for one offence when it is checked offence by offence. KeyError when there is none."""
        found = [one for one in self.findings if one.id == id and (subject is None or one.subject == subject)]
        if not found:
            raise KeyError(id if subject is None else (id, subject))
        return found[0]

    def results(self) -> List[Tuple[str, Optional[str], Result, Standing]]:
        """Id, subject, result and standing of each finding, without decoding the report: quick, for batches."""
        if self._handle is None:
            return [(one.id, one.subject, one.result, one.standing) for one in self.findings]
        with self._locked():
            report, lib = self._handle.pointer, native.lib
            return [
                (
                    native.text(lib.exd_report_finding_id(report, i)),
                    native.text(lib.exd_report_finding_subject(report, i)) or None,
                    RESULTS[lib.exd_report_finding_result(report, i)],
                    STANDINGS[lib.exd_report_finding_standing(report, i)],
                )
                for i in range(lib.exd_report_finding_count(report))
            ]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self._decoded()["findings"]) if self._handle is None else int(native.lib.exd_report_finding_count(self._handle.pointer))

    def __repr__(self) -> str:
        return f"<Report {self.info.id} as of {self.as_of}: {len(self)} findings>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Report) and self._bytes() == other._bytes()

    def __hash__(self) -> int:
        return hash(self._bytes())

    def __reduce__(self) -> Tuple[Any, ...]:
        """Another process gets the report's data, not the library's object: all but the written forms and further analysis."""
        return from_json, (self._bytes(), self.diagnostics, self._told())

    # ---- further analysis

    def _living(self) -> native.Handle:
        if self._handle is None:
            raise ArgumentError("this report came from another process: it has its data, and nothing more can be asked of the library")
        return self._handle

    def analyse(self) -> "Report":
        """The report on the same record with what each answer to its questions would do, what turns on disputed facts, and the timeline."""
        self._living()
        return self if self.is_analysed else check(self._rules, self.record, self._setting.analysed())  # type: ignore[union-attr]

    def unmet(self) -> Tuple[Diagnostic, ...]:
        """What a case test expects (`expect:` in its file) and the report does not say; nothing when all is as expected."""
        failed = ctypes.c_size_t()
        with self._locked():
            said = native.call(native.lib.exd_report_compare, self._living().pointer, ctypes.byref(failed))
        return tuple(one for one in said if one.severity == "error")

    def to_verify(self, finding: "Finding | str | None" = None, *, subject: Optional[str] = None) -> Checklist:
        """The fewest facts on which all governing findings that are settled stand, or one finding: what to check against the file."""
        with self._locked():
            return checklist(self, self._living(), finding, subject)

    def what_it_takes(self, finding: "Finding | str", wanted: "Result | str", *, most: int = 2, subject: Optional[str] = None) -> Ways:
        """Every smallest set of at most `most` (1 to 3) changed facts under which the finding would come out as `wanted`."""
        with self._locked():
            return ways(self, self._living(), finding, wanted, most, subject)

    def what_if(self, facts: Mapping[str, Any], *, without: Sequence[str] = ()) -> "Report":
        """The report on the same record with some facts set otherwise, by their path, and some taken away; see Record.with_facts()."""
        self._living()
        record = self.record.with_facts(facts, without=without)
        return check(self._rules, record, self._setting)  # type: ignore[arg-type]

    def changes(self, after: "Report") -> Changes:
        """The findings that are not the same in another report, those that govern first, with the facts that differ."""
        first, second = sorted((self, after), key=id)
        with first._locked(), second._locked():
            return changes(self, after)

    def interview(self) -> Interview:
        """An iterator over the questions, which takes answers between them."""
        self._living()
        return Interview(self._rules, self.record, self._setting, Report)  # type: ignore[arg-type]

    # ---- the written forms

    def _write(self, form: int, options: Optional[native.Handle]) -> bytes:
        handle, how = self._living(), None if options is None else options.pointer
        with self._locked():
            return native.written(lambda sink, user: native.lib.exd_report_write(handle.pointer, form, how, sink, user))

    def _write_with(self, form: int, **how: Any) -> str:
        if self._rules is None:
            raise ArgumentError("this report came from another process: use to_dict(), select() and the rest of its data")
        return self._write(form, write_options(self._rules, **how)).decode("utf-8")

    def to_text(self, *, width: int = 80, colour: bool = False, full: bool = False, only: Sequence[str] = (),
                language: Optional[str] = None) -> str:
        """The report for a terminal. `full` shows every proof; `only` names results, effects or grounds; `language` is one of
        Rulebook.languages, or `en`.
        """
        return self._write_with(c.EXD_FORMAT_TEXT, width=width, colour=colour, full=full, only=only, language=language)

    def to_json(self, *, indent: bool = False, language: Optional[str] = None) -> str:
        """The report as the library's own JSON (docs/report.md)."""
        if indent or language is not None:
            return self._write_with(c.EXD_FORMAT_JSON, indent=indent, language=language).rstrip("\n")
        return self._bytes()[:-1].decode("utf-8")

    def questions_to_text(self, *, width: int = 80, colour: bool = False, language: Optional[str] = None) -> str:
        """The questions as text: what to ask, whose file it is in, and what it could decide."""
        return self._questions(c.EXD_FORMAT_TEXT, width=width, colour=colour, language=language)

    def questions_to_json(self, *, indent: bool = False, language: Optional[str] = None) -> str:
        """The questions alone as the library's own JSON (docs/report.md)."""
        return self._questions(c.EXD_FORMAT_JSON, indent=indent, language=language).rstrip("\n")

    def _questions(self, form: int, **how: Any) -> str:
        options = write_options(self._rules, **how)
        handle = self._living()
        with self._locked():
            return native.written(lambda sink, user: native.lib.exd_report_write_questions(handle.pointer, form, options.pointer, sink, user)).decode("utf-8")

    def to_dict(self) -> Dict[str, Any]:
        """The same as a dict, which is the caller's own."""
        out: Dict[str, Any] = json.loads(self._bytes())
        return out

    def to_markdown(self, *, full: bool = False, only: Sequence[str] = (), language: Optional[str] = None) -> str:
        """The report in Markdown."""
        return self._write_with(c.EXD_FORMAT_MARKDOWN, full=full, only=only, language=language)

    def to_html(self, *, full: bool = False, only: Sequence[str] = (), language: Optional[str] = None) -> str:
        """The report as a web page of its own."""
        return self._write_with(c.EXD_FORMAT_HTML, full=full, only=only, language=language)

    def to_frame(self) -> Any:
        """The findings as a pandas DataFrame, one row each. Needs pandas."""
        import pandas

        names = ("id", "subject", "instrument", "cite", "title", "ground", "effect", "result", "standing", "verified")
        rows = [{name: None if getattr(one, name) is None else getattr(one, name) for name in names} for one in self.findings]
        frame = pandas.DataFrame(rows, columns=list(names))
        for name in ("effect", "result", "standing"):
            frame[name] = frame[name].map(str)
        frame["missing"] = [list(one.missing) for one in self.findings]
        return frame

    def _repr_html_(self) -> str:
        from ._html import report

        return report(self)

    def __str__(self) -> str:
        return self.to_text() if self._handle is not None else repr(self)


def check(rules: native.Handle, record: Any, setting: Setting) -> Report:
    """Checks a record that was read; every check goes through here."""
    if record._rules is not rules:
        raise ArgumentError(OTHER_RULES)
    handle, diagnostics = native.made(c.exd_report, native.lib.exd_report_unref, native.lib.exd_check, rules.pointer,
                                      record._handle.pointer, setting.handle.pointer)
    return Report(handle, rules, record, record.diagnostics + diagnostics, setting=setting)


def from_json(written: bytes, diagnostics: Tuple[Diagnostic, ...], further: Further) -> Report:
    return Report(None, None, None, diagnostics, written, further=further)


RESULTS = {number: Result(native.text(native.lib.exd_result_name(number))) for number in c.ENUMS["exd_result"].values()}
STANDINGS = {number: Standing(native.text(native.lib.exd_standing_name(number))) for number in c.ENUMS["exd_standing"].values()}
