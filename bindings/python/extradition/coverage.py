"""Which limbs of which rules have decided over a set of case tests."""
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Tuple

from . import _native as native
from .findings import Value

if TYPE_CHECKING:
    from .report import Report

__all__ = ["Coverage", "InstrumentCoverage"]


@dataclass(frozen=True)
class InstrumentCoverage(Value):
    """How far one instrument is covered: a limb is when a result has rested on its being true, and one on its being false."""

    __slots__ = ("id", "limbs", "missing")
    id: str
    limbs: int  # how many it has
    missing: int  # how many are not covered both ways


class Coverage:
    """Gathers over reports which limbs have decided. Made by Rulebook.coverage()."""

    __slots__ = ("_rules", "_handle", "_lock")

    def __init__(self, rules: native.Handle) -> None:
        self._rules, self._lock = rules, threading.Lock()
        self._handle = native.Handle(native.lib.exd_coverage_new(rules.pointer), native.lib.exd_coverage_free)

    def add(self, *reports: "Report") -> None:
        """Adds what decided in reports on records that were checked against the same rules."""
        for report in reports:
            if report._living() and report._rules is not self._rules:
                raise ValueError("the report is one by other rules")
            with self._lock, report._locked():
                native.lib.exd_coverage_add(self._handle.pointer, report._living().pointer)

    @property
    def instruments(self) -> Tuple[InstrumentCoverage, ...]:
        """Every instrument that was checked at all in some report, in the order of their ids."""
        lib, at, rules = native.lib, self._handle.pointer, self._rules.pointer
        with self._lock:
            return tuple(InstrumentCoverage(native.text(lib.exd_rules_instrument_text(rules, i, 0)), lib.exd_coverage_limbs(at, i),
                                            lib.exd_coverage_missing(at, i))
                         for i in range(lib.exd_rules_instrument_count(rules)) if lib.exd_coverage_touched(at, i))

    def to_text(self, *, width: int = 80) -> str:
        """A line for each instrument that was checked at all, and under it the limbs that never decided one way or the other."""
        with self._lock:
            return native.written(lambda sink, user: native.lib.exd_coverage_write(self._handle.pointer, width, sink, user)).decode("utf-8")

    def _library(self, rules: native.Handle, form: int, options: native.Handle) -> str:
        if rules is not self._rules:
            raise ValueError("the coverage is of other rules")
        with self._lock:
            return native.written(lambda sink, user: native.lib.exd_rules_library(
                rules.pointer, self._handle.pointer, form, options.pointer, sink, user)).decode("utf-8")

    def __repr__(self) -> str:
        found = self.instruments
        return f"<Coverage of {len(found)} instruments: {sum(one.missing for one in found)} of {sum(one.limbs for one in found)} limbs missing>"
