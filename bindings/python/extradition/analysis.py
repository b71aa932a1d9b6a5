"""What a report is asked further: which facts to verify, and what it would take for a finding to come out otherwise."""
import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Iterator, Optional, Set, Tuple

from . import _native as native
from . import _prototypes as c
from .errors import ArgumentError
from .findings import Finding, Question, Result, Value

if TYPE_CHECKING:
    from .report import Report

__all__ = ["Change", "ChangedFact", "ChangedFinding", "Checklist", "Interview", "Verify", "Way", "Ways"]

EVERY_FINDING = ctypes.c_size_t(-1).value  # EXD_EVERY_FINDING, and EXD_NO_FINDING


@dataclass(frozen=True)
class Verify(Value):
    """A fact to verify: its path (a list's name for a list as such), its value as a record would write it, and where it is said to be from."""

    __slots__ = ("path", "value", "source")
    path: str
    value: str
    source: Optional[str]


@dataclass(frozen=True)
class Checklist(Value):
    """The smallest set of facts on which the findings stand, all else being unknown."""

    __slots__ = ("facts", "is_smallest")
    facts: Tuple[Verify, ...]
    is_smallest: bool  # False: no fact of it can be left out, but another set may be smaller

    def __iter__(self) -> Any:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)


@dataclass(frozen=True)
class Change(Value):
    """A fact with another value; of an item that would have to be added, `list.further.fact`."""

    __slots__ = ("path", "value")
    path: str
    value: str

    def __str__(self) -> str:
        return f"{self.path}: {self.value}"


@dataclass(frozen=True)
class Way(Value):
    """A smallest set of changes that gives the result wanted, whatever the facts that stay unknown."""

    __slots__ = ("changes",)
    changes: Tuple[Change, ...]

    def __iter__(self) -> Any:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)


@dataclass(frozen=True)
class Ways(Value):
    """Every way of at most so many changes."""

    __slots__ = ("ways", "tried", "may_be_more")
    ways: Tuple[Way, ...]
    tried: int  # up to how many changes all sets have been tried
    may_be_more: bool  # the values of some fact could not all be listed

    def __iter__(self) -> Any:
        return iter(self.ways)

    def __len__(self) -> int:
        return len(self.ways)


@dataclass(frozen=True)
class ChangedFact(Value):
    """A fact of a changed finding: its value before and after, as a record would write it; empty when there was no such item."""

    __slots__ = ("path", "before", "after")
    path: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangedFinding(Value):
    """A finding that is not the same in two reports."""

    __slots__ = ("before", "after", "facts")
    before: Optional[Finding]  # None when it is only in the report after
    after: Optional[Finding]  # None when it is only in the report before
    facts: Tuple[ChangedFact, ...]


class Interview:
    """The questions of a report one by one, the most decisive first. Each answer is put into the record, and the next question follows from
    what is then open; a question that is not answered is passed over.

    interview = report.interview()
    for question in interview:
        interview.answer(input(question.question))
    print(interview.report.open)
    """

    def __init__(self, report: "Report") -> None:
        self.report = report  # as it stands after the answers so far
        self.question: Optional[Question] = None  # the one that was asked last
        self._asked: Set[str] = set()

    def __iter__(self) -> Iterator[Question]:
        return self

    def __next__(self) -> Question:
        for question in self.report.questions:
            if question.fact not in self._asked:
                self._asked.add(question.fact)
                self.question = question
                return question
        self.question = None
        raise StopIteration

    def answer(self, value: Any) -> "Report":
        """Puts in the answer to the question that was asked last, as a record would have it; an InputError leaves all as it was."""
        if self.question is None:
            raise ValueError("no question was asked")
        self.report = self.report.what_if({self.question.fact: value})
        return self.report


def made(kind: Any, free: Any, function: Any, *arguments: Any) -> native.Handle:
    out = kind()
    native.plain(function(*arguments, ctypes.byref(out)))
    return native.Handle(out, free)


def position(report: "Report", finding: "Finding | str", subject: Optional[str]) -> int:
    """The index of a finding in its report, which the library goes by."""
    wanted = (finding.id, finding.subject) if isinstance(finding, Finding) else (finding, subject)
    for index, (id, about, _, _) in enumerate(report.results()):
        if id == wanted[0] and (wanted[1] is None or about == wanted[1]):
            return index
    raise KeyError(wanted[0] if wanted[1] is None else wanted)


def checklist(report: "Report", handle: native.Handle, finding: "Finding | str | None", subject: Optional[str]) -> Checklist:
    index = EVERY_FINDING if finding is None else position(report, finding, subject)
    lib = native.lib
    made_list = made(c.exd_checklist, lib.exd_checklist_free, lib.exd_report_checklist, handle.pointer, index)
    at = made_list.pointer
    facts = tuple(Verify(native.text(lib.exd_checklist_path(at, i)), native.text(lib.exd_checklist_value(at, i)),
                         native.text(lib.exd_checklist_source(at, i)) or None) for i in range(lib.exd_checklist_count(at)))
    return Checklist(facts, bool(lib.exd_checklist_is_smallest(at)))


def ways(report: "Report", handle: native.Handle, finding: "Finding | str", wanted: "Result | str", most: int,
         subject: Optional[str]) -> Ways:
    index, lib = position(report, finding, subject), native.lib
    number = c.ENUMS["exd_result"]["EXD_RESULT_" + Result(wanted).name]
    if not 1 <= most <= 3:
        raise ArgumentError("a way has 1 to 3 changes")
    try:
        listed = made(c.exd_ways, lib.exd_ways_free, lib.exd_report_ways, handle.pointer, index, number, most)
    except ArgumentError:
        raise ArgumentError(f"the finding cannot come out as `{wanted}`, or has already") from None
    at = listed.pointer
    found = tuple(Way(tuple(Change(native.text(lib.exd_ways_path(at, way, i)), native.text(lib.exd_ways_value(at, way, i)))
                            for i in range(lib.exd_ways_change_count(at, way)))) for way in range(lib.exd_ways_count(at)))
    return Ways(found, lib.exd_ways_tried(at), bool(lib.exd_ways_may_be_more(at)))


def changes(before: "Report", after: "Report") -> Tuple[ChangedFinding, ...]:
    lib = native.lib
    listed = made(c.exd_changes, lib.exd_changes_free, lib.exd_report_changes, before._living().pointer, after._living().pointer)
    at = listed.pointer

    def one(report: "Report", index: int) -> Optional[Finding]:
        return None if index == EVERY_FINDING else report.findings[index]

    return tuple(ChangedFinding(
        one(before, lib.exd_changes_before(at, i)), one(after, lib.exd_changes_after(at, i)),
        tuple(ChangedFact(native.text(lib.exd_changes_fact_path(at, i, j)), native.text(lib.exd_changes_fact_before(at, i, j)),
                          native.text(lib.exd_changes_fact_after(at, i, j))) for j in range(lib.exd_changes_fact_count(at, i))))
        for i in range(lib.exd_changes_count(at)))
