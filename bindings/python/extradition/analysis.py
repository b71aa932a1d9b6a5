"""What a report is asked further: which facts to verify, what it would take for a finding to come out otherwise, what another changes."""
import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, Iterator, Optional, Tuple

from . import _native as native
from . import _prototypes as c
from .errors import ArgumentError
from .findings import Finding, Result, Value
from .pages import Written

if TYPE_CHECKING:
    from .report import Report

__all__ = ["Change", "ChangedFact", "ChangedFinding", "Changes", "Checklist", "Verify", "Way", "Ways"]

EVERY_FINDING = ctypes.c_size_t(-1).value  # EXD_EVERY_FINDING, and EXD_NO_FINDING


@dataclass(frozen=True)
class Verify(Value):
    """A fact to verify: its path (a list's name for a list as such), its value as a record would write it, and where it is said to be from."""

    __slots__ = ("path", "value", "source")
    path: str
    value: str
    source: Optional[str]


@dataclass(frozen=True)
class Checklist(Written):
    """The smallest set of facts on which the findings stand, all else being unknown."""

    __slots__ = ("facts", "is_smallest")
    facts: Tuple[Verify, ...]
    is_smallest: bool  # False: no fact of it can be left out, but another set may be smaller

    def __iter__(self) -> Iterator[Verify]:
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

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)


@dataclass(frozen=True)
class Ways(Written):
    """Every way of at most so many changes."""

    __slots__ = ("ways", "tried", "may_be_more")
    ways: Tuple[Way, ...]
    tried: int  # up to how many changes all sets have been tried
    may_be_more: bool  # the values of some fact could not all be listed

    def __iter__(self) -> Iterator[Way]:
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


@dataclass(frozen=True)
class Changes(Written):
    """The findings that are not the same in two reports: those that govern first, then by effect."""

    __slots__ = ("changes", "unchanged")
    changes: Tuple[ChangedFinding, ...]
    unchanged: int  # how many findings are the same

    def __iter__(self) -> Iterator[ChangedFinding]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)


def writer(report: "Report", listed: native.Handle, function: Any) -> Callable[[int, native.Handle], bytes]:
    """Writes what was found about a report, which has to be written by one thread at a time, too."""
    def write(form: int, options: native.Handle) -> bytes:
        with report._locked():
            return native.written(lambda sink, user: function(listed.pointer, form, options.pointer, sink, user))

    return write


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
    out: Checklist = Checklist(facts, bool(lib.exd_checklist_is_smallest(at)))._written_by(
        writer(report, made_list, lib.exd_checklist_write), report._rules)
    return out


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
    out: Ways = Ways(found, lib.exd_ways_tried(at), bool(lib.exd_ways_may_be_more(at)))._written_by(
        writer(report, listed, lib.exd_ways_write), report._rules)
    return out


def changes(before: "Report", after: "Report") -> Changes:
    lib = native.lib
    listed = made(c.exd_changes, lib.exd_changes_free, lib.exd_report_changes, before._living().pointer, after._living().pointer)
    at = listed.pointer

    def one(report: "Report", index: int) -> Optional[Finding]:
        return None if index == EVERY_FINDING else report.findings[index]

    found = tuple(ChangedFinding(
        one(before, lib.exd_changes_before(at, i)), one(after, lib.exd_changes_after(at, i)),
        tuple(ChangedFact(native.text(lib.exd_changes_fact_path(at, i, j)), native.text(lib.exd_changes_fact_before(at, i, j)),
                          native.text(lib.exd_changes_fact_after(at, i, j))) for j in range(lib.exd_changes_fact_count(at, i))))
        for i in range(lib.exd_changes_count(at)))
    out: Changes = Changes(found, lib.exd_changes_unchanged(at))._written_by(writer(after, listed, lib.exd_changes_write), after._rules)
    return out
