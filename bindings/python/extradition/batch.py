"""Many records on several threads, in order, with a bounded number of them under way."""
import collections
import concurrent.futures
import itertools
import threading
from typing import Any, Callable, Deque, Dict, Iterable, Iterator, List, Optional, Tuple, Union

from . import _native as native
from . import _prototypes as c
from .errors import ExtraditionError
from .pages import form_number, write_options
from .record import Record, put, read_record
from .report import Setting, check

AT_ONCE = 8  # records that a thread takes at a time: handing one over costs about as much as reading a small one
AHEAD = 4  # such handfuls that may be under way for each thread

Progress = Union[bool, Callable[[int, int], Any]]
Work = Callable[[Any], Any]


class Checker:
    """Checks one record after another into reports."""

    def __init__(self, rules: native.Handle, setting: Setting) -> None:
        self.rules, self.setting = rules, setting

    def read(self, source: Any) -> Record:
        return source if isinstance(source, Record) else read_record(self.rules, source)

    def __call__(self, source: Any) -> Any:
        try:
            return check(self.rules, self.read(source), self.setting)
        except ExtraditionError as error:
            return error


class Writer(Checker):
    """Checks one record after another and writes each report. Nobody sees the report itself: each thread has one, and uses its memory again."""

    def __init__(self, rules: native.Handle, setting: Setting, form: str, how: Dict[str, Any]) -> None:
        super().__init__(rules, setting)
        self.form, self.how = form_number(form), how
        self.options = write_options(rules, **how)
        self.own = threading.local()

    def __call__(self, source: Any) -> Any:
        try:
            record = self.read(source)
            if record._rules is not self.rules:
                return check(self.rules, record, self.setting)  # which says what is wrong
            report: Optional[native.Handle] = getattr(self.own, "report", None)
            if report is None:
                report, _ = native.made(c.exd_report, native.lib.exd_report_unref, native.lib.exd_check, self.rules.pointer,
                                        record._handle.pointer, self.setting.handle.pointer)
                self.own.report, self.own.gather = report, native.Gather()
            else:
                native.call(native.lib.exd_recheck, report.pointer, record._handle.pointer, self.setting.handle.pointer)
            gather: native.Gather = self.own.gather
            gather.begin(native.SPARE_BYTES)
            status = native.lib.exd_report_write(report.pointer, self.form, self.options.pointer, gather.sink, None)
            raw = gather.value()
            native.plain(status)
            return raw
        except ExtraditionError as error:
            return error


def each(one: Work, sources: Iterable[Any], threads: int) -> Iterator[Any]:
    """Maps in order. An error that is not the library's (Ctrl-C, one of the caller's own) stops the batch."""
    if threads == 1:
        for source in sources:
            yield one(source)
        return
    waiting: Deque["concurrent.futures.Future[List[Any]]"] = collections.deque()
    coming = iter(sources)
    with concurrent.futures.ThreadPoolExecutor(threads, thread_name_prefix="extradition") as pool:
        try:
            for _ in range(threads * AHEAD):
                hand_over(pool, one, coming, waiting)
            while waiting:
                done = waiting.popleft().result()
                hand_over(pool, one, coming, waiting)
                yield from done
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def hand_over(pool: concurrent.futures.Executor, one: Work, coming: Iterator[Any], waiting: Deque[Any]) -> None:
    handful = list(itertools.islice(coming, AT_ONCE))
    if handful:
        waiting.append(pool.submit(lambda: [one(source) for source in handful]))


def teller(progress: Progress, total: int) -> Tuple[Callable[[Any], Any], Callable[[], None]]:
    """What to do with each result, and at the end."""
    if progress is True:
        try:
            from tqdm.auto import tqdm
        except ImportError:
            return (lambda result: result), (lambda: None)
        bar = tqdm(total=total)

        def step(result: Any) -> Any:
            bar.update()
            return result

        return step, bar.close
    if not callable(progress):
        return (lambda result: result), (lambda: None)
    tell, done = progress, 0

    def count(result: Any) -> Any:
        nonlocal done
        done += 1
        tell(done, total)
        return result

    return count, (lambda: None)


def all_of(one: Work, rows: List[Any], threads: int, progress: Progress) -> List[Any]:
    tell, end = teller(progress, len(rows))
    try:
        return [tell(result) for result in each(one, rows, threads)]
    finally:
        end()


def listed(records: Any) -> List[Any]:
    return frame_rows(records) if hasattr(records, "to_dict") and hasattr(records, "columns") else list(records)


def frame_rows(frame: Any) -> List[Dict[str, Any]]:
    """Each row of a DataFrame as a record. Cells that are missing are facts that are not stated."""
    rows = []
    for number, cells in enumerate(frame.to_dict("records")):
        data: Dict[str, Any] = {"format": "extradition-record/1", "id": f"row-{number}"}
        for path, value in cells.items():
            if value is None or value != value:  # NaN and NaT are not equal to themselves
                continue
            put(data, str(path), value)
        rows.append(data)
    return rows
