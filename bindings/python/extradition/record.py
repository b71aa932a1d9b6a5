"""One extradition request: read from a file, a text or a dict, or written fact by fact with a Draft."""
import ctypes
import datetime
import json
import os
import re
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from . import _native as native
from . import _prototypes as c
from .errors import ArgumentError, Diagnostic, InputError, LimitError

__all__ = ["Disputed", "Draft", "NEVER", "Record", "RecordSource", "Stated", "UNKNOWN"]

UNKNOWN = "unknown"  # asked for, and not known: it raises no question again
NEVER = "never"  # has not happened: for dates
OTHER_RULES = "the record was read with other rules: read it again with these"

# What JSON may leave bare and YAML reads otherwise: other line breaks, and characters that YAML does not print.
UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

# `unknown` is a word of the language of records only when it stands bare. A quote inside a text has a backslash before it.
UNKNOWN_VALUE = re.compile(r'(?<!\\)"unknown"(?!:)')


class Stated:
    """A value with where it comes from: `Stated("prosecution", source="letter of request, p. 1")`."""

    def __init__(self, value: Any, source: Optional[str] = None, note: Optional[str] = None, complete: bool = True) -> None:
        self.value, self.source, self.note, self.complete = value, source, note, complete

    def plain(self) -> Dict[str, Any]:
        """The mapping that a record has for it."""
        out = {"value": self.value, "source": self.source, "note": self.note, "complete": None if self.complete else False}
        return {key: value for key, value in out.items() if value is not None}


class Disputed:
    """What each party says: `Disputed({"requesting-state": False, "person": True})`."""

    def __init__(self, versions: Mapping[str, Any], source: Optional[str] = None, note: Optional[str] = None) -> None:
        self.versions, self.source, self.note = dict(versions), source, note

    def plain(self) -> Dict[str, Any]:
        """The mapping that a record has for it."""
        out = {"disputed": self.versions, "source": self.source, "note": self.note}
        return {key: value for key, value in out.items() if value is not None}


class Draft:
    """A record being written. Each method returns the draft, so that calls can be chained; paths are those of docs/vocabulary.md.

    >>> draft = Draft("example-2020", as_of="2020-07-06", requesting="US", requested="KR")
    >>> draft.set("person.nationalities", ["KR"]).offence("count-1", {"penalty.requesting": "20 years"})
    Draft('example-2020')
    """

    def __init__(self, id: str, *, as_of: "datetime.date | str | None" = None, requesting: Optional[str] = None,
                 requested: Optional[str] = None, title: Optional[str] = None) -> None:
        self.data: Dict[str, Any] = {"format": "extradition-record/1", "id": id}
        for key, value in (("title", title), ("as_of", as_of)):
            if value is not None:
                self.data[key] = value
        if requesting is not None:
            self.set("request.requesting_state", requesting)
        if requested is not None:
            self.set("request.requested_state", requested)

    def set(self, path: str, value: Any) -> "Draft":
        """Sets a fact of the request or the person, such as `request.purpose`."""
        put(self.data, path, value)
        return self

    def item(self, kind: str, id: str, facts: Optional[Mapping[str, Any]] = None) -> "Draft":
        """Adds an item to a list, such as `proceedings`, with its facts by their path inside the item."""
        row: Dict[str, Any] = {"id": id}
        for path, value in (facts or {}).items():
            put(row, path, value)
        self.data.setdefault(kind, []).append(row)
        return self

    def offence(self, id: str, facts: Optional[Mapping[str, Any]] = None) -> "Draft":
        """Adds an offence."""
        return self.item("offences", id, facts)

    def none(self, kind: str) -> "Draft":
        """Says that a list is known to be empty, such as `assurances`: an absent list is unknown."""
        self.data[kind] = []
        return self

    def to_dict(self) -> Dict[str, Any]:
        """The record as a dict of its own, as it would be written in YAML."""
        out: Dict[str, Any] = json.loads(json.dumps(self.data, default=plain))
        return out

    def __repr__(self) -> str:
        return f"Draft({self.data['id']!r})"


def put(data: Dict[str, Any], path: str, value: Any) -> None:
    *parents, last = path.split(".")
    for name in parents:
        data = data.setdefault(name, {})
        if not isinstance(data, dict):
            raise ValueError(f"`{path}`: `{name}` already has a value")
    data[last] = value


def plain(value: Any) -> Any:
    """What json cannot write by itself: dates, sources, disputes, sets, numbers of other libraries."""
    if isinstance(value, (Stated, Disputed)):
        return value.plain()
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=str)
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "item"):  # numpy's numbers
        return value.item()
    raise TypeError(f"a record cannot hold {value!r}, a {type(value).__name__}")


def to_json(data: Any) -> str:
    """A value as JSON that is YAML too."""
    try:
        written = json.dumps(data, ensure_ascii=False, default=plain, check_circular=True)
    except RecursionError:
        raise LimitError("the record is nested too deeply") from None
    except ValueError as error:
        raise InputError(f"the record cannot be written: {error}") from None
    written = UNKNOWN_VALUE.sub("unknown", written)
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


class Record:
    """One extradition request and what is known of it; immutable, and usable from every thread. Made by a Rulebook."""

    __slots__ = ("_handle", "_rules", "diagnostics")

    def __init__(self, rules: Any, handle: native.Handle, diagnostics: Tuple[Diagnostic, ...]) -> None:
        self._rules, self._handle = rules, handle
        self.diagnostics = diagnostics

    @property
    def id(self) -> str:
        """Names the record in reports."""
        return native.text(native.lib.exd_record_id(self._handle.pointer))

    @property
    def title(self) -> str:
        """For people; may be empty."""
        return native.text(native.lib.exd_record_title(self._handle.pointer))

    @property
    def has_as_of(self) -> bool:
        """Whether it has an as-of date of its own."""
        return bool(native.lib.exd_record_has_as_of(self._handle.pointer))

    @property
    def expectations(self) -> Tuple[str, ...]:
        """The rules, as `instrument/rule`, that a case test expects something of; see Report.unmet()."""
        at = self._handle.pointer
        return tuple(native.text(native.lib.exd_record_expectation_rule(at, i)) for i in range(native.lib.exd_record_expectation_count(at)))

    def to_yaml(self) -> str:
        """The record as YAML, with what was set otherwise in it: reading that gives the same record. Comments of its file are not kept."""
        return native.written(lambda sink, user: native.lib.exd_record_write(self._handle.pointer, sink, user)).decode("utf-8")

    def with_facts(self, facts: Mapping[str, Any], *, without: Sequence[str] = ()) -> "Record":
        """Another record: this one with some facts set otherwise, by their path, and some facts or items taken away. What was set has the
        source `supposed`, unless a Stated gives one.
        """
        texts = [native.encode(f"{path}={to_json(value)}") for path, value in facts.items()]
        texts += [native.encode(f"{path}=") for path in without]
        settings = (ctypes.c_char_p * len(texts))(*texts)
        handle, diagnostics = native.made(c.exd_record, native.lib.exd_record_unref, native.lib.exd_record_with, self._handle.pointer,
                                          settings, len(texts))
        return Record(self._rules, handle, diagnostics)

    def __repr__(self) -> str:
        return f"<Record {self.id}>"


RecordSource = Union[str, bytes, "os.PathLike[str]", Mapping[str, Any], Draft, Record]


def is_text(source: str) -> bool:
    """A str is YAML when it has a line break or is a JSON object; otherwise it is a path."""
    return "\n" in source or source.lstrip().startswith("{")


def open_source(rules: native.Handle, source: RecordSource) -> Tuple[native.Handle, Tuple[Diagnostic, ...]]:
    free = native.lib.exd_record_file_free
    name = b"record"
    if isinstance(source, Draft):
        source = source.data
    if isinstance(source, Mapping):
        name, source = b"dict", to_json({"format": "extradition-record/1", "id": "record", **dict(source)})
    if isinstance(source, str) and is_text(source):
        source = native.encode_bytes(source)
    if isinstance(source, bytes):
        opened = native.lib.exd_record_file_open_buffer
        return native.made(c.exd_record_file, free, opened, rules.pointer, name, source, len(source))
    if not isinstance(source, (str, os.PathLike)):
        raise TypeError(f"a record is a path, YAML text, a dict or a Draft, not {type(source).__name__}")
    return native.made(c.exd_record_file, free, native.lib.exd_record_file_open, rules.pointer, native.path_bytes(source))


def read_records(rules: native.Handle, source: RecordSource) -> List[Record]:
    file, warnings = open_source(rules, source)
    out = []
    for index in range(native.lib.exd_record_file_count(file.pointer)):
        handle, diagnostics = native.made(c.exd_record, native.lib.exd_record_unref, native.lib.exd_record_file_get, file.pointer, index)
        out.append(Record(rules, handle, warnings + diagnostics))
    return out


def read_record(rules: native.Handle, source: RecordSource) -> Record:
    file, warnings = open_source(rules, source)
    count = native.lib.exd_record_file_count(file.pointer)
    if count != 1:
        raise ArgumentError(f"there are {count} records here, not one: read them with Rulebook.records()")
    handle, diagnostics = native.made(c.exd_record, native.lib.exd_record_unref, native.lib.exd_record_file_get, file.pointer, 0)
    return Record(rules, handle, warnings + diagnostics)
