"""What is missing, as questions; what each answer would do; what turns on disputed facts; the time limits in order. Values, as in findings."""
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Tuple

from . import _native as native
from .findings import Deadline, Result, Value, Word, read_deadline

__all__ = ["Answer", "Choice", "Dispute", "Evaluation", "Idle", "Kind", "Question", "Settled", "Statement", "TimelineEntry", "Turn"]


class Kind(Word):
    """What a value of a fact is."""

    BOOLEAN = "boolean"
    INTEGER = "integer"
    DATE = "date"
    DURATION = "duration"
    PENALTY = "penalty"
    ENUM = "enum"
    STATE = "state"
    TEXT = "text"
    REF = "ref"
    LIST = "list"


@dataclass(frozen=True)
class Evaluation(Value):
    """The evaluation that somebody has to make before the question can be answered."""

    __slots__ = ("by", "standard", "looks_at")
    by: Optional[str]
    standard: Optional[str]
    looks_at: Optional[str]


@dataclass(frozen=True)
class Choice(Value):
    """A value to choose from, as a record writes it, and what it means."""

    __slots__ = ("value", "help")
    value: str
    help: Optional[str]

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Settled(Value):
    """A finding that an answer would settle, and how."""

    __slots__ = ("id", "subject", "result")
    id: str  # `instrument/rule`
    subject: Optional[str]
    result: Result


@dataclass(frozen=True)
class Answer(Value):
    """What one answer would do, or several that do the same to every finding."""

    __slots__ = ("answer", "value", "settles")
    answer: str  # in words: `yes`, `before 2015-03-02`, `contains US`
    value: Optional[str]  # one such value as a record would write it; None when none can be written
    settles: Tuple[Settled, ...]

    def __str__(self) -> str:
        return self.answer


@dataclass(frozen=True)
class Idle(Value):
    """An answer to another question after which this one need not be asked."""

    __slots__ = ("fact", "answer")
    fact: str
    answer: str


@dataclass(frozen=True)
class Question(Value):
    """What is missing, as a question. What the answers would do is there when the report was analysed."""

    __slots__ = ("fact", "question", "help", "held_by", "test", "findings", "alone", "kind", "is_set", "choices", "answers", "answers_partial",
                 "bars", "settles_always", "settles_some", "idle")
    fact: str
    question: str
    help: Optional[str]
    held_by: Optional[str]  # in whose file the answer is
    test: Optional[Evaluation]
    findings: Tuple[str, ...]  # the rules that an answer could help to decide
    alone: int  # how many findings lack nothing else
    kind: Kind  # what kind of value is asked for
    is_set: bool  # a set of such values is asked for
    choices: Tuple[Choice, ...]  # the values to choose from, where there is a list of them
    answers: Tuple[Answer, ...]  # what each would do; empty when they cannot be listed, or the report was not analysed
    answers_partial: Optional[bool]  # there may be further answers; here and below None when the report was not analysed
    bars: Optional[bool]  # some answer settles a governing finding that can stand in the way of surrender
    settles_always: Optional[int]  # how many findings are settled whatever the answer
    settles_some: Optional[int]  # how many some answer settles
    idle: Tuple[Idle, ...]

    def __str__(self) -> str:
        return f"{self.fact}: {self.question}"


@dataclass(frozen=True)
class Statement(Value):
    """What one party says of a disputed fact, as a record would write it."""

    __slots__ = ("party", "value")
    party: str
    value: str


@dataclass(frozen=True)
class Turn(Value):
    """A finding that rests on a disputed fact."""

    __slots__ = ("id", "subject", "alone")
    id: str  # `instrument/rule`
    subject: Optional[str]
    alone: bool  # this fact decides it by itself, whatever is found on the others


@dataclass(frozen=True)
class Dispute(Value):
    """A disputed fact on which findings turn. It is not asked for: a court finds it."""

    __slots__ = ("fact", "versions", "turns")
    fact: str
    versions: Tuple[Statement, ...]
    turns: Tuple[Turn, ...]


@dataclass(frozen=True)
class TimelineEntry(Value):
    """A time limit that comes into play or may."""

    __slots__ = ("id", "subject", "deadline")
    id: str  # `instrument/rule`
    subject: Optional[str]
    deadline: Deadline


# What the report's JSON does not say of its questions and disputes, which the library tells: kinds, choices, what the parties say.
Further = Dict[str, List[Any]]


def further(report: Any) -> Further:
    """Asks the library for it."""
    lib, text = native.lib, native.text
    return {
        "questions": [
            (text(lib.exd_kind_name(lib.exd_report_question_kind(report, i))), bool(lib.exd_report_question_is_set(report, i)),
             [(text(lib.exd_report_question_choice(report, i, j)), text(lib.exd_report_question_choice_help(report, i, j)) or None)
              for j in range(lib.exd_report_question_choice_count(report, i))])
            for i in range(lib.exd_report_question_count(report))],
        "disputes": [
            [(text(lib.exd_report_dispute_party(report, i, j)), text(lib.exd_report_dispute_value(report, i, j)))
             for j in range(lib.exd_report_dispute_version_count(report, i))]
            for i in range(lib.exd_report_dispute_count(report))],
    }


def read_answer(data: Mapping[str, Any]) -> Answer:
    return Answer(data["answer"], data["value"],
                  tuple(Settled(one["id"], one["subject"], Result(one["result"])) for one in data["settles"]))


def read_question(data: Mapping[str, Any], told: Tuple[str, bool, List[Tuple[str, Optional[str]]]]) -> Question:
    test, (kind, is_set, choices) = data["test"], told
    evaluation = None if test is None else Evaluation(test.get("by"), test.get("standard"), test.get("looks_at"))
    return Question(
        data["fact"], data["question"], data["help"], data["held_by"], evaluation, tuple(data["findings"]), data["alone"],
        Kind(kind), is_set, tuple(Choice(*one) for one in choices), tuple(map(read_answer, data.get("answers", ()))),
        data.get("answers_partial"), data.get("bars"), data.get("settles_always"), data.get("settles_some"),
        tuple(Idle(one["fact"], one["answer"]) for one in data.get("idle", ())))


def read_dispute(data: Mapping[str, Any], told: List[Tuple[str, str]]) -> Dispute:
    return Dispute(data["fact"], tuple(Statement(*one) for one in told),
                   tuple(Turn(one["id"], one["subject"], one["alone"]) for one in data["turns"]))


def read_timeline(data: Mapping[str, Any]) -> TimelineEntry:
    deadline = read_deadline(data["deadline"])
    assert deadline is not None
    return TimelineEntry(data["id"], data["subject"], deadline)
