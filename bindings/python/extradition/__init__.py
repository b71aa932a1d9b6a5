"""extradition: checks extradition requests against treaty and statute rules, and says which factors apply, under which article, on which
facts, and what is missing. No scores and no verdicts; what is unknown is never read as false.

    import extradition

    with extradition.Rulebook.load() as rules:
        report = rules.check("request.yaml")
    for finding in report.governing:
        print(finding.cite, finding.result)
"""
from ._version import __version__
from .analysis import Change, ChangedFact, ChangedFinding, Changes, Checklist, Verify, Way, Ways
from .coverage import Coverage, InstrumentCoverage
from .errors import ArgumentError, Diagnostic, ExtraditionError, InputError, LimitError, OutOfMemoryError, ReadError
from .findings import (Because, Deadline, DeadlineStatus, Displacement, Effect, Fact, Finding, Ground, Instrument, Lack, Notice, RecordInfo,
                       Result, Standing, Version)
from .interview import Interview, InterviewPart
from .questions import Answer, Choice, Dispute, Evaluation, Idle, Kind, Question, Settled, Statement, TimelineEntry, Turn
from .record import NEVER, UNKNOWN, Disputed, Draft, Record, Stated
from .report import Report
from .rules import InstrumentInfo, Rulebook, RuleInfo, Untranslated

__all__ = [
    "Answer", "ArgumentError", "Because", "Change", "ChangedFact", "ChangedFinding", "Changes", "Checklist", "Choice", "Coverage", "Deadline",
    "DeadlineStatus", "Diagnostic", "Displacement", "Dispute", "Disputed", "Draft", "Effect", "Evaluation", "ExtraditionError", "Fact",
    "Finding", "Ground", "Idle", "InputError", "Instrument", "InstrumentCoverage", "InstrumentInfo", "Interview", "InterviewPart", "Kind",
    "Lack", "LimitError", "NEVER", "Notice", "OutOfMemoryError", "Question", "ReadError", "Record", "RecordInfo", "Report", "Result",
    "RuleInfo", "Rulebook", "Settled", "Standing", "Stated", "Statement", "TimelineEntry", "Turn", "UNKNOWN", "Untranslated", "Verify", "Version",
    "Way", "Ways", "__version__"]
