"""extradition: checks extradition requests against treaty and statute rules, and says which factors apply, under which article, on which
facts, and what is missing. No scores and no verdicts; what is unknown is never read as false.

    import extradition

    with extradition.Rulebook.load() as rules:
        report = rules.check("request.yaml")
    for finding in report.governing:
        print(finding.cite, finding.result)
"""
from ._version import __version__
from .analysis import Change, ChangedFact, ChangedFinding, Checklist, Interview, Verify, Way, Ways
from .errors import ArgumentError, Diagnostic, ExtraditionError, InputError, LimitError, OutOfMemoryError, ReadError
from .findings import (Because, Deadline, Displacement, Effect, Evaluation, Fact, Finding, Ground, Instrument, Lack, Question, RecordInfo,
                       Result, Standing, Version)
from .record import NEVER, UNKNOWN, Disputed, Draft, Record, Stated
from .report import Report
from .rules import InstrumentInfo, Rulebook, RuleInfo

__all__ = ["ArgumentError", "Because", "Change", "ChangedFact", "ChangedFinding", "Checklist", "Deadline", "Diagnostic", "Displacement", "Disputed", "Draft", "Effect", "Evaluation",
           "ExtraditionError", "Fact", "Finding", "Ground", "InputError", "Instrument", "InstrumentInfo", "Interview", "Lack", "LimitError", "NEVER",
           "OutOfMemoryError", "Question", "ReadError", "Record", "RecordInfo", "Report", "Result", "RuleInfo", "Rulebook", "Standing",
           "Stated", "UNKNOWN", "Verify", "Version", "Way", "Ways", "__version__"]
