"""The rules: loading them, checking records against them, one or many."""
import ctypes
import json
import os
import pathlib
from dataclasses import dataclass
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, overload

from . import _native as native
from . import _prototypes as c
from .errors import ArgumentError, Diagnostic, ExtraditionError
from .batch import Checker, Progress, Writer, all_of, each, listed
from .coverage import Coverage
from .findings import Effect, Value
from .interview import Interview
from .pages import form_number, write_options
from .record import Record, RecordSource, read_record, read_records
from .report import Day, Report, Setting, check

__all__ = ["InstrumentInfo", "RuleInfo", "Rulebook", "Untranslated"]


@dataclass(frozen=True)
class RuleInfo(Value):
    """One rule of an instrument."""

    __slots__ = ("id", "cite", "title", "ground", "effect", "note", "authority", "decided_by")
    id: str
    cite: str
    title: str
    ground: str
    effect: Effect
    note: str
    authority: str
    decided_by: str


@dataclass(frozen=True)
class InstrumentInfo(Value):
    """A treaty or statute that is loaded."""

    __slots__ = ("id", "title", "short", "kind", "citation", "version", "text_seen", "note", "file", "rules")
    id: str
    title: str
    short: str
    kind: str
    citation: str
    version: str  # a digest of the rulebook's bytes
    text_seen: str
    note: str
    file: str
    rules: Tuple[RuleInfo, ...]


@dataclass(frozen=True)
class Untranslated(Value):
    """What a language lacks: of `texts` texts `lacking` have no translation, and `yaml` is a file of translations to be filled in."""

    __slots__ = ("language", "lacking", "texts", "yaml")
    language: str
    lacking: int
    texts: int
    yaml: str


class Rulebook:
    """A vocabulary and a set of rulebooks, checked and compiled; immutable, and usable from every thread.

    with extradition.Rulebook.load() as rules:
        report = rules.check("request.yaml")
    """

    __slots__ = ("_handle", "_again", "diagnostics", "__weakref__")

    def __init__(self, handle: native.Handle, again: Optional[Tuple[Any, ...]], diagnostics: Tuple[Diagnostic, ...]) -> None:
        self._handle: Optional[native.Handle] = handle
        self._again, self.diagnostics = again, diagnostics

    @classmethod
    def load(cls, path: "str | os.PathLike[str] | None" = None, *, language: Optional[str] = None, languages: Sequence[str] = (),
             limits: Optional[Mapping[str, int]] = None) -> "Rulebook":
        """Loads a directory of rules; without a path those that EXTRADITION_RULES names, or that came with the library.

        `language`, such as `ko`, is that of the pages and reports; it needs the folder `translations/ko` among the rules, and what has no
        translation stays in English, marked `[en]`. `languages` are further ones in which a report can be asked for, as in
        `report.to_html(language="ko")`. `limits` raises or lowers limits by their word, such as `{"file-bytes": 1_000_000}`; see docs/limits.md.
        """
        where = native.find_rules() if path is None else pathlib.Path(path)
        loader = new_loader(limits or {})
        add = native.lib.exd_loader_add_directory if where.is_dir() else native.lib.exd_loader_add_file
        before = native.call(add, loader.pointer, native.path_bytes(where))
        if language is not None and native.lib.exd_loader_set_language(loader.pointer, native.encode(language)) != c.EXD_OK:
            raise ArgumentError(f"`{language}` is not the code of a language")
        for spoken in dict.fromkeys(one for one in (language, *as_list(languages)) if one not in (None, "en")):
            speak(loader, where, str(spoken))
        handle, after = finish(loader)
        again = None if limits else (cls, str(where.absolute()), language, tuple(as_list(languages)))
        return cls(handle, again, before + after)

    @classmethod
    def from_texts(cls, texts: Mapping[str, str], *, limits: Optional[Mapping[str, int]] = None) -> "Rulebook":
        """Loads rules that are in memory: YAML by the name to use in messages."""
        loader = new_loader(limits or {})
        before: Tuple[Diagnostic, ...] = ()
        for name, text in texts.items():
            raw = native.encode_bytes(text)
            before += native.call(native.lib.exd_loader_add_buffer, loader.pointer, native.encode(name), raw, len(raw))
        handle, after = finish(loader)
        return cls(handle, None, before + after)

    # ---- life

    def close(self) -> None:
        """Lets go of the rules. Checks that are under way, and reports, are not disturbed."""
        self._handle = None

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return self._handle is None

    def __enter__(self) -> "Rulebook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> native.Handle:
        handle = self._handle
        if handle is None:
            raise ValueError("the rulebook is closed")
        return handle

    def __repr__(self) -> str:
        return "<Rulebook, closed>" if self.closed else f"<Rulebook of {len(self)} instruments>"

    def __reduce__(self) -> Tuple[Any, ...]:
        if self._again is None:
            raise TypeError("only a rulebook that was loaded from its directory, with the default limits, can go to another process")
        return load_again, self._again

    # ---- what is loaded

    @property
    def languages(self) -> Tuple[str, ...]:
        """The languages that reports can be written in besides English."""
        rules = self._open()
        at = rules.pointer
        return tuple(native.text(native.lib.exd_rules_language(at, i)) for i in range(native.lib.exd_rules_language_count(at)))

    def __len__(self) -> int:
        rules = self._open()
        return int(native.lib.exd_rules_instrument_count(rules.pointer))

    def __iter__(self) -> Iterator[InstrumentInfo]:
        return iter(self.instruments())

    def instruments(self) -> List[InstrumentInfo]:
        """Every treaty and statute that is loaded, in the order of their ids, with its rules."""
        rules = self._open()
        return [instrument(rules.pointer, i) for i in range(native.lib.exd_rules_instrument_count(rules.pointer))]

    # ---- checking

    def record(self, source: RecordSource) -> Record:
        """Reads one record, to be checked several times."""
        return source if isinstance(source, Record) else read_record(self._open(), source)

    def records(self, source: RecordSource) -> List[Record]:
        """Reads every record (or case) of a file or text that holds several."""
        return [source] if isinstance(source, Record) else read_records(self._open(), source)

    def check(self, record: RecordSource, *, as_of: Optional[Day] = None, default_as_of: Optional[Day] = None, presumptions: bool = True,
              steps: int = 0, analyse: bool = False) -> Report:
        """Checks one record: a path, YAML text, a dict, a Draft or a Record.

        `as_of` takes the place of the record's own date; `default_as_of` serves a record that has none. `presumptions=False` leaves
        silent facts unknown. `steps` bounds the work: past it findings stay open and say so. With `analyse` the report also works out what
        each answer to its questions would do, what turns on disputed facts alone, and the time limits in order: Question.answers,
        Report.disputes, Report.timeline, and every form in which it is written.
        """
        return check(self._open(), self.record(record), Setting(as_of, default_as_of, presumptions, steps, analyse))

    def interview(self, record: RecordSource, *, as_of: Optional[Day] = None, default_as_of: Optional[Day] = None,
                  presumptions: bool = True, steps: int = 0) -> Interview:
        """Asks about what a record lacks, question after question; see Interview. The rest is as for check()."""
        return Interview(self._open(), self.record(record), Setting(as_of, default_as_of, presumptions, steps), Report)

    @overload
    def check_many(self, records: Any, *, threads: Optional[int] = None, progress: Progress = False, as_of: Optional[Day] = None,
                   default_as_of: Optional[Day] = None, presumptions: bool = True, steps: int = 0, form: None = None,
                   language: Optional[str] = None) -> "List[Report | ExtraditionError]": ...

    @overload
    def check_many(self, records: Any, *, threads: Optional[int] = None, progress: Progress = False, as_of: Optional[Day] = None,
                   default_as_of: Optional[Day] = None, presumptions: bool = True, steps: int = 0, form: str,
                   language: Optional[str] = None) -> "List[bytes | ExtraditionError]": ...

    def check_many(self, records: Any, *, threads: Optional[int] = None, progress: Progress = False, as_of: Optional[Day] = None,
                   default_as_of: Optional[Day] = None, presumptions: bool = True, steps: int = 0, form: Optional[str] = None,
                   language: Optional[str] = None) -> "List[Any]":
        """Checks many records on several threads; what comes back is in their order. A record that cannot be used leaves its error in
        its place, and the others are not lost.

        `records` is any iterable of what check() takes, or a pandas DataFrame with a column for each path (`request.requesting_state`)
        and, if need be, a column `id`. `progress` is called with how many are done and how many there are; True shows a bar when tqdm
        is installed. With a `form` (`json`, `text`, `markdown`, `html`) what comes back is each report as it is written in that form, in
        bytes: quicker than reports, because nothing of them is kept, and what a file or a network takes.
        """
        one = self._checker(Setting(as_of, default_as_of, presumptions, steps), form, language)
        return all_of(one, listed(records), thread_count(threads), progress)

    def check_each(self, records: Iterable[RecordSource], *, threads: Optional[int] = None, as_of: Optional[Day] = None,
                   default_as_of: Optional[Day] = None, presumptions: bool = True, steps: int = 0, form: Optional[str] = None,
                   language: Optional[str] = None) -> Iterator[Any]:
        """The same one after another, for more records than memory holds: they are taken from their iterable as results are taken from
        this one, some ahead.
        """
        one = self._checker(Setting(as_of, default_as_of, presumptions, steps), form, language)
        return each(one, records, thread_count(threads))

    def _checker(self, setting: Setting, form: Optional[str], language: Optional[str]) -> Checker:
        if form is not None:
            return Writer(self._open(), setting, form, {"language": language})
        if language is not None:
            raise ArgumentError("a language goes with a form")
        return Checker(self._open(), setting)

    # ---- the library's own pages

    def explain(self, id: str, *, width: int = 80, form: str = "text", cases: Iterable[Record] = (), language: Optional[str] = None) -> str:
        """A rule (`instrument/rule`) as a lawyer would read it, or an instrument and the list of its rules. `form` is `text` or `json`, here and
        below (docs/report.md says what the JSON holds). Of `cases`, records of case tests, those that expect something of the rule are listed.
        """
        rules, number, options = self._page(form, width, language)
        held = [case._handle.pointer for case in cases]
        listed = (c.exd_record * len(held))(*held)
        return native.written(lambda sink, user: native.call(
            native.lib.exd_rules_explain, rules.pointer, native.encode(id), listed, len(held), number, options.pointer, sink, user)).decode("utf-8")

    def treaties(self, requesting: str, requested: str, as_of: Day, *, width: int = 80, form: str = "text", language: Optional[str] = None) -> str:
        """What governs between two States on a day, in order of precedence, and what does not and why not."""
        rules, number, options = self._page(form, width, language)
        return native.written(lambda sink, user: native.call(
            native.lib.exd_rules_treaties, rules.pointer, native.encode(requesting), native.encode(requested), native.day(as_of), number,
            options.pointer, sink, user)).decode("utf-8")

    def facts(self, containing: Optional[str] = None, *, width: int = 80, form: str = "text", language: Optional[str] = None) -> str:
        """The vocabulary: every fact with its type and the question it answers; only the paths that contain a text, if one is given."""
        rules, number, options = self._page(form, width, language)
        wanted = None if containing is None else native.encode(containing)
        return native.written(lambda sink, user: native.lib.exd_rules_facts(rules.pointer, wanted, number, options.pointer, sink, user)).decode("utf-8")

    def _page(self, form: str, width: int, language: Optional[str], forms: Sequence[str] = ("text", "json")) -> Tuple[native.Handle, int, native.Handle]:
        rules = self._open()
        return rules, form_number(form, forms), write_options(rules, width=width, language=language)

    def schema(self, of: str = "record") -> Dict[str, Any]:
        """A JSON Schema (2020-12), made of the vocabulary that is loaded: of `record`, `cases`, `rulebook`, and what else the library knows."""
        words = {native.text(native.lib.exd_schema_name(number)): number for number in c.ENUMS["exd_schema"].values()}
        if of not in words:
            raise ArgumentError(f"there is no schema `{of}`; there are {', '.join(words)}")
        rules = self._open()
        out: Dict[str, Any] = json.loads(native.written(lambda sink, user: native.lib.exd_rules_schema(rules.pointer, words[of], False, sink, user)))
        return out

    def untranslated(self, language: str, *, whole: bool = False) -> Untranslated:
        """What a language lacks. `whole`: of all instruments; otherwise of those of which a title is translated, and the ids of the others."""
        rules, code, lacking, texts = self._open(), native.encode(language), ctypes.c_size_t(), ctypes.c_size_t()
        try:
            raw = native.written(lambda sink, user: native.lib.exd_rules_untranslated(
                rules.pointer, code, whole, ctypes.byref(lacking), ctypes.byref(texts), sink, user))
        except ArgumentError:
            raise ArgumentError(f"`{language}` is not the code of a language into which the rules can be translated") from None
        return Untranslated(language, lacking.value, texts.value, raw.decode("utf-8"))

    # ---- the state of the library

    def coverage(self) -> Coverage:
        """Gathers which limbs of which rules have decided, over the reports that are added to it."""
        return Coverage(self._open())

    def library(self, coverage: Optional[Coverage] = None, *, form: str = "markdown") -> str:
        """A page about every instrument, in Markdown or as JSON: parties, rules, what of it was read, what is left out; with coverage, how it was
        tested.
        """
        rules, number, options = self._page(form, 80, None, ("markdown", "json"))
        if coverage is not None:
            return coverage._library(rules, number, options)
        return native.written(lambda sink, user: native.lib.exd_rules_library(rules.pointer, None, number, options.pointer, sink, user)).decode("utf-8")


def thread_count(threads: Optional[int]) -> int:
    return max(1, threads if threads is not None else min(32, os.cpu_count() or 1))


def load_again(kind: Any, path: str, language: Optional[str], languages: Sequence[str]) -> Any:
    return kind.load(path, language=language, languages=languages)


def as_list(languages: Sequence[str]) -> Sequence[str]:
    return (languages,) if isinstance(languages, str) else languages


def speak(loader: native.Handle, where: pathlib.Path, language: str) -> None:
    """Adds the translations of a language."""
    folder = where / "translations" / language
    if not language.isascii() or not language.replace("-", "").isalnum():
        raise ArgumentError(f"`{language}` is not the code of a language")
    if not folder.is_dir():
        raise ArgumentError(f"there are no translations to `{language}` in {where}")
    native.call(native.lib.exd_loader_add_directory, loader.pointer, native.path_bytes(folder))


def new_loader(limits: Mapping[str, int]) -> native.Handle:
    loader = native.Handle(native.lib.exd_loader_new(), native.lib.exd_loader_free)
    numbers = {native.text(native.lib.exd_limit_name(number)): number for number in c.ENUMS["exd_limit"].values()}
    for word, value in limits.items():
        if word not in numbers:
            raise ArgumentError(f"there is no limit `{word}`; there are {', '.join(numbers)}")
        native.plain(native.lib.exd_loader_set_limit(loader.pointer, numbers[word], value))
    return loader


def finish(loader: native.Handle) -> Tuple[native.Handle, Tuple[Diagnostic, ...]]:
    return native.made(c.exd_rules, native.lib.exd_rules_unref, native.lib.exd_loader_finish, loader.pointer)


def instrument(rules: Any, index: int) -> InstrumentInfo:
    lib, kinds = native.lib, c.ENUMS["exd_rule_text"].values()
    rows = [[native.text(lib.exd_rules_rule_text(rules, index, i, kind)) for kind in kinds]
            for i in range(lib.exd_rules_rule_count(rules, index))]
    texts = [native.text(lib.exd_rules_instrument_text(rules, index, kind)) for kind in c.ENUMS["exd_instrument_text"].values()]
    listed = []
    for row in rows:
        facts: Dict[str, Any] = dict(zip(RuleInfo.__slots__, row))
        listed.append(RuleInfo(**{**facts, "effect": Effect(facts["effect"])}))
    facts = dict(zip(InstrumentInfo.__slots__, texts))
    return InstrumentInfo(**facts, rules=tuple(listed))
