"""What a report says, as values: frozen, slotted, copied out of the library, comparable, printable, picklable."""
import datetime
import enum
from dataclasses import dataclass
from typing import Any, Dict, Iterator, Mapping, Optional, Tuple, Union

__all__ = ["Because", "Deadline", "DeadlineStatus", "Displacement", "Effect", "Fact", "Finding", "Ground", "Instrument", "Lack", "RecordInfo",
           "Result", "Standing", "Version"]

Date = Union[datetime.date, str]  # a day, or as the library writes what is known only to the month, the year or as a range


class Word(str, enum.Enum):
    """A word of the library: equal to its text, so `finding.result == "open"` and `finding.result is Result.OPEN` both work."""

    def __str__(self) -> str:
        return str(self.value)

    def __format__(self, spec: str) -> str:
        return format(str(self.value), spec)


class Result(Word):
    """What came out for a rule."""

    APPLIES = "applies"
    DOES_NOT_APPLY = "does-not-apply"
    MET = "met"
    NOT_MET = "not-met"
    OPEN = "open"
    DISPUTED = "disputed"


class Standing(Word):
    """Whether the rule is the one that counts, or another takes its place."""

    GOVERNS = "governs"
    DISPLACED = "displaced"
    OPEN = "open"


class Effect(Word):
    """What follows when the rule applies."""

    SHALL_REFUSE = "shall-refuse"
    MAY_REFUSE = "may-refuse"
    REQUIRES = "requires"
    REQUIRES_ASSURANCE = "requires-assurance"
    SHALL_POSTPONE = "shall-postpone"
    MAY_POSTPONE = "may-postpone"
    DUTY = "duty"
    DEADLINE = "deadline"
    PROCEDURE = "procedure"
    CONSIDERATION = "consideration"


class DeadlineStatus(Word):
    """What became of a time limit."""

    KEPT = "kept"
    MISSED = "missed"
    RUNNING = "running"
    OPEN = "open"  # it cannot be said yet: see what it lacks
    NOT_COMPUTABLE = "not-computable"  # its last day is not known for want of a date
    NOT_ENGAGED = "not-engaged"  # it does not come into play


class Value:
    """The base of all values. Slots are written out, and pickling goes by position, because Python 3.9 does neither for us."""

    __slots__: Tuple[str, ...] = ()

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), tuple(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True)
class RecordInfo(Value):
    """What the record says of itself."""

    __slots__ = ("id", "title", "citation", "source", "note")
    id: Optional[str]
    title: Optional[str]
    citation: Optional[str]
    source: Optional[str]
    note: Optional[str]


@dataclass(frozen=True)
class Because(Value):
    """A node of a proof: a part of the rule, a limb, a test, and what it came to."""

    __slots__ = ("kind", "result", "decides", "label", "cite", "id", "test", "note", "facts", "children")
    kind: str
    result: Optional[bool]  # None when it is unknown
    decides: bool  # the result of the whole rests on it
    label: Optional[str]
    cite: Optional[str]
    id: Optional[str]
    test: Optional[str]
    note: Optional[str]
    facts: Tuple[str, ...]
    children: Tuple["Because", ...]

    def walk(self) -> Iterator["Because"]:
        """This node and all below it, each before its children."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def _repr_html_(self) -> str:
        from ._html import proof

        return proof(self)


@dataclass(frozen=True)
class Fact(Value):
    """A fact on which a result rests. `value` is None when it is unknown, a dict by party when it is disputed."""

    __slots__ = ("path", "value", "source", "line", "note")
    path: str
    value: Any
    source: Optional[str]
    line: Optional[int]
    note: Optional[str]


@dataclass(frozen=True)
class Lack(Value):
    """A fact without which a result stays open."""

    __slots__ = ("path", "question", "evaluation", "by")
    path: str
    question: Optional[str]
    evaluation: bool  # somebody has to make an evaluation; otherwise a fact is to be found
    by: Optional[str]


@dataclass(frozen=True)
class Displacement(Value):
    """What takes the place of a rule, and why."""

    __slots__ = ("instrument", "rule", "cite", "why", "certain", "verified")
    instrument: Optional[str]
    rule: Optional[str]
    cite: Optional[str]
    why: Optional[str]
    certain: bool
    verified: bool  # False when nobody has read the wording of the rule that displaces


@dataclass(frozen=True)
class Version(Value):
    """What the result would be on the facts as one party states them."""

    __slots__ = ("party", "result")
    party: str
    result: Result


@dataclass(frozen=True)
class Deadline(Value):
    """A time limit: when it started, when it is over, whether it was kept."""

    __slots__ = ("status", "starts", "due", "done", "days_left", "consequence", "missing", "lacks")
    status: DeadlineStatus
    starts: Optional[Date]
    due: Optional[Date]
    done: Optional[Date]
    days_left: Optional[int]
    consequence: Optional[str]
    missing: Tuple[str, ...]
    lacks: Tuple[Lack, ...]


@dataclass(frozen=True)
class Finding(Value):
    """One rule, checked for one subject."""

    __slots__ = ("id", "instrument", "cite", "title", "ground", "effect", "subject", "result", "standing", "engaged", "verified", "presumed",
                 "decided_by", "because", "facts", "missing", "lacks", "displaced_by", "versions", "deadline", "weighs", "within", "then",
                 "authority", "note", "exhausted", "inexact", "inexact_engaged", "inexact_missing")
    id: str  # `instrument/rule`
    instrument: str
    cite: str  # the provision as printed
    title: str
    ground: str
    effect: Effect
    subject: Optional[str]  # the id of the offence; None for the whole request
    result: Result
    standing: Standing
    engaged: Optional[bool]  # whether the provision comes into play at all; None when that is open
    verified: bool  # False when nobody has read the wording of the provision in print
    presumed: Tuple[str, ...]
    decided_by: Optional[str]
    because: Tuple[Because, ...]
    facts: Tuple[Fact, ...]
    missing: Tuple[str, ...]
    lacks: Tuple[Lack, ...]
    displaced_by: Tuple[Displacement, ...]
    versions: Tuple[Version, ...]
    deadline: Optional[Deadline]
    weighs: Optional[str]
    within: Tuple[str, ...]
    then: Tuple[str, ...]
    authority: Optional[str]
    note: Optional[str]
    exhausted: bool  # the step budget ran out: `inexact` is `steps`
    inexact: Optional[str]  # why an open result may be settled all the same: `steps`, `items`, `values`, `instruments`, `disputes`
    inexact_engaged: Optional[str]  # the same of `engaged`
    inexact_missing: Optional[str]  # why some of `missing` may make no difference

    @property
    def governs(self) -> bool:
        """No other rule takes its place."""
        return self.standing is Standing.GOVERNS

    def __str__(self) -> str:
        subject = f" [{self.subject}]" if self.subject else ""
        return f"{self.id}{subject}: {self.effect}: {self.result} ({self.standing})"

    def _repr_html_(self) -> str:
        from ._html import finding

        return finding(self)


@dataclass(frozen=True)
class Instrument(Value):
    """A treaty or statute that applies to the request, may apply, or names both States and does not apply."""

    __slots__ = ("id", "title", "version", "result", "because", "missing", "lacks")
    id: str
    title: str
    version: str
    result: Result
    because: Because
    missing: Tuple[str, ...]
    lacks: Tuple[Lack, ...]


@dataclass(frozen=True)
class Notice(Value):
    """What the list of instruments must not be read without: a word for programs, and the sentence."""

    __slots__ = ("notice", "text")
    notice: str
    text: str


@dataclass(frozen=True)
class Ground(Value):
    """The findings about one ground, across instruments."""

    __slots__ = ("ground", "title", "governing", "findings")
    ground: str
    title: str
    governing: Tuple[str, ...]
    findings: Tuple[str, ...]


TRUTH: Dict[str, Optional[bool]] = {"true": True, "false": False, "unknown": None, "yes": True, "no": False, "open": None}


def read_date(value: Optional[str]) -> Optional[Date]:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value) if len(value) == 10 else value
    except ValueError:
        return value


def read_because(data: Mapping[str, Any]) -> Because:
    """Trees are as deep as the rules, which the library limits."""
    return Because(data["kind"], TRUTH[data["result"]], data["decides"], data.get("label"), data.get("cite"), data.get("id"),
                   data.get("test"), data.get("note"), tuple(data.get("facts", ())), tuple(map(read_because, data.get("children", ()))))


def read_lacks(data: Mapping[str, Any]) -> Tuple[Lack, ...]:
    return tuple(Lack(*(one.get(name) for name in Lack.__slots__)) for one in data.get("lacks", ()))


def read_deadline(data: Optional[Mapping[str, Any]]) -> Optional[Deadline]:
    if data is None:
        return None
    return Deadline(DeadlineStatus(data["status"]), read_date(data["starts"]), read_date(data["due"]), read_date(data["done"]), data["days_left"],
                    data["consequence"], tuple(data["missing"]), read_lacks(data))


def read_finding(data: Mapping[str, Any]) -> Finding:
    values = {name: data[name] for name in Finding.__slots__}
    for name in ("presumed", "missing", "within", "then"):
        values[name] = tuple(values[name])
    values.update(
        effect=Effect(data["effect"]),
        result=Result(data["result"]),
        standing=Standing(data["standing"]),
        engaged=TRUTH[data["engaged"]],
        because=tuple(map(read_because, data["because"])),
        facts=tuple(Fact(*(one.get(name) for name in Fact.__slots__)) for one in data["facts"]),
        lacks=read_lacks(data),
        displaced_by=tuple(Displacement(*(one.get(name) for name in Displacement.__slots__)) for one in data["displaced_by"]),
        versions=tuple(Version(one["party"], Result(one["result"])) for one in data["versions"]),
        deadline=read_deadline(data["deadline"]),
    )
    return Finding(**values)


def read_instrument(data: Mapping[str, Any]) -> Instrument:
    return Instrument(data["id"], data["title"], data["version"], Result(data["result"]), read_because(data["because"]),
                      tuple(data["missing"]), read_lacks(data))


def read_notice(data: Mapping[str, Any]) -> Notice:
    return Notice(data["notice"], data["text"])


def read_ground(data: Mapping[str, Any]) -> Ground:
    return Ground(data["ground"], data["title"], tuple(data["governing"]), tuple(data["findings"]))
