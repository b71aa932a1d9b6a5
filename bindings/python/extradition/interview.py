"""An interview: what a record lacks, question after question, the most decisive that is still open first, with the answers so far."""
import ctypes
import threading
from typing import TYPE_CHECKING, Any, Iterator, Optional, Tuple, Type

from . import _native as native
from . import _prototypes as c
from .errors import ArgumentError
from .findings import Word
from .pages import write_options
from .questions import Question
from .record import OTHER_RULES, Record, to_json

if TYPE_CHECKING:
    from .report import Report, Setting

__all__ = ["Interview", "InterviewPart"]

NO_QUESTION = ctypes.c_size_t(-1).value  # EXD_NO_QUESTION


class InterviewPart(Word):
    """What there is to say in an interview on a terminal."""

    OPENING = "opening"  # how many questions there are, and how they are answered
    QUESTION = "question"  # the question, why it is asked, what its answers would do, and what an answer looks like
    EXPECTED = "expected"  # what an answer looks like
    WHY = "why"  # more about the question: each finding, how the fact is understood, what the choices mean
    TAKEN = "taken"  # how the last answer was understood, and what it settled
    CLOSING = "closing"  # what was passed over, what is left, the report at a glance, and the answers as settings


class Interview:
    """The questions about a record one by one, the most decisive that is still open first. Each answer goes into the record, and the next
    question follows from what is then open: none is asked twice, and none about a fact that can no longer change anything. In a loop, a
    question that is not answered is passed over.

    interview = report.interview()
    for question in interview:
        interview.answer(input(question.question))
    print(interview.report.open)
    """

    __slots__ = ("diagnostics", "_rules", "_setting", "_first", "_reporter", "_handle", "_report", "_asked", "_lock", "__weakref__")

    def __init__(self, rules: native.Handle, record: Record, setting: "Setting", reporter: "Type[Report]") -> None:
        if record._rules is not rules:
            raise ArgumentError(OTHER_RULES)
        self._rules, self._setting, self._first, self._reporter = rules, setting, record, reporter
        self._handle, self.diagnostics = native.made(
            c.exd_interview, native.lib.exd_interview_free, native.lib.exd_interview_new, rules.pointer, record._handle.pointer,
            setting.handle.pointer)
        self._report: Optional["Report"] = None
        self._asked = False  # a loop has given out the question, and nothing was done about it since
        self._lock = threading.RLock()

    # ---- where it stands

    @property
    def report(self) -> "Report":
        """The report on the record with all answers so far, analysed."""
        with self._lock:
            if self._report is None:
                borrowed = native.lib.exd_interview_report(self._handle.pointer)
                handle = native.referenced(borrowed, native.lib.exd_report_ref, native.lib.exd_report_unref)
                self._report = self._reporter(handle, self._rules, self.record, setting=self._setting.analysed())
            return self._report

    @property
    def record(self) -> Record:
        """The record with all answers so far."""
        with self._lock:
            borrowed = native.lib.exd_interview_record(self._handle.pointer)
            handle = native.referenced(borrowed, native.lib.exd_record_ref, native.lib.exd_record_unref)
            return Record(self._rules, handle, self._first.diagnostics)

    @property
    def question(self) -> Optional[Question]:
        """The question to ask now; None when none is left."""
        with self._lock:
            index = native.lib.exd_interview_question(self._handle.pointer)
            return None if index == NO_QUESTION else self.report.questions[index]

    @property
    def settings(self) -> Tuple[str, ...]:
        """The answers as settings, `PATH=VALUE`, as `rule-check --set` takes them."""
        lib, at = native.lib, self._handle.pointer
        with self._lock:
            return tuple(native.text(lib.exd_interview_setting(at, i)) for i in range(lib.exd_interview_setting_count(at)))

    @property
    def skipped(self) -> Tuple[str, ...]:
        """The paths of the facts whose questions were passed over."""
        lib, at = native.lib, self._handle.pointer
        with self._lock:
            return tuple(native.text(lib.exd_interview_skipped(at, i)) for i in range(lib.exd_interview_skipped_count(at)))

    # ---- what is done

    def answer(self, value: Any, *, alike: bool = False) -> "Report":
        """Takes the answer to the question: a text as a person types it (`yes`, `2016-03-03`, the word or the number of a choice, `a, b`,
        `none`, `unknown`), or a value as check() takes it in a record. With `alike` it is also the answer for every other item of the list
        of which the same fact is still to be asked. An InputError says what an answer looks like, and leaves all as it was.
        """
        text = value if isinstance(value, str) else to_json(value)
        take = native.lib.exd_interview_answer_alike if alike else native.lib.exd_interview_answer
        with self._lock:
            self._left()
            native.call(take, self._handle.pointer, native.encode(text))
            self._moved()
            return self.report

    def skip(self) -> None:
        """Passes the question over: the fact stays unknown."""
        with self._lock:
            self._left()
            native.plain(native.lib.exd_interview_skip(self._handle.pointer))
            self._moved()

    def back(self) -> None:
        """Takes the last answer back, or the last passing over: that question is the next again."""
        with self._lock:
            if native.lib.exd_interview_back(self._handle.pointer) == c.EXD_ERROR_ARGUMENT:
                raise ArgumentError("nothing was answered or passed over")
            self._moved()

    def _left(self) -> None:
        if native.lib.exd_interview_question(self._handle.pointer) == NO_QUESTION:
            raise ArgumentError("no question is left")

    def _moved(self) -> None:
        self._report, self._asked = None, False

    def __iter__(self) -> Iterator[Question]:
        return self

    def __next__(self) -> Question:
        with self._lock:
            if self._asked and self.question is not None:
                self.skip()
            question = self.question
            if question is None:
                raise StopIteration
            self._asked = True
            return question

    # ---- on a terminal

    def say(self, part: "str | InterviewPart", *, width: int = 80, colour: bool = False, language: Optional[str] = None) -> str:
        """What `rule-check questions --ask` says: the opening, the question, what an answer looks like, why, what was taken, the closing."""
        number = c.ENUMS["exd_interview_part"]["EXD_INTERVIEW_" + InterviewPart(part).name]
        options = write_options(self._rules, width=width, colour=colour, language=language)
        with self._lock:
            if InterviewPart(part) in (InterviewPart.QUESTION, InterviewPart.EXPECTED, InterviewPart.WHY):
                self._left()
            return native.written(lambda sink, user: native.lib.exd_interview_write(
                self._handle.pointer, number, options.pointer, sink, user)).decode("utf-8")

    def __repr__(self) -> str:
        question = self.question
        return f"<Interview of {self._first.id}: {'no question is left' if question is None else question.fact}>"
