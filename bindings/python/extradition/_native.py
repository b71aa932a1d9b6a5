"""The only module that calls C: finds the shared library, declares every function of the header, keeps handles, turns statuses into
exceptions and copies every text out, so that nothing borrowed leaves it."""
import collections
import ctypes
import ctypes.util
import datetime
import os
import pathlib
import weakref
from typing import Any, Callable, Dict, List, Tuple

from . import _prototypes as c
from ._version import __version__
from .errors import BY_STATUS, SEVERITIES, Diagnostic, ExtraditionError

HERE = pathlib.Path(__file__).resolve().parent
SONAME = "libextradition.so.0"


def candidates() -> List[Tuple[str, str]]:
    """Where the shared library may be, the most particular first: what each place is, and what to load."""
    named = os.environ.get("EXTRADITION_LIBRARY")
    if named:
        return [("EXTRADITION_LIBRARY", named)]
    found = [("in the package", str(HERE / SONAME))]
    tree = HERE.parents[2] if len(HERE.parents) > 2 else HERE
    if (tree / "include" / "extradition.h").is_file():
        found += [("in the build tree", str(path)) for path in sorted(tree.glob(f"build*/lib/{SONAME}"))]
    found.append(("installed", SONAME))
    # The loader's cache may not have been refreshed, or may not list the prefix.
    found += [("installed", str(path)) for path in sorted(pathlib.Path("/usr/local/lib").glob(f"**/{SONAME}"))]
    return found


def load_library() -> ctypes.CDLL:
    attempts = []
    for what, name in candidates():
        if os.sep in name and not os.path.exists(name):
            attempts.append(f"  {name} ({what}): there is no such file")
            continue
        try:
            library = ctypes.CDLL(name)
            declare(library)
        except (OSError, AttributeError) as error:
            attempts.append(f"  {name} ({what}): {error}")
            continue
        version = library.exd_version().decode("ascii")
        if version.split(".")[:2] == __version__.split(".")[:2]:
            return library
        attempts.append(f"  {name} ({what}): it is version {version}, and this package is {__version__}")
    raise ImportError("the shared library of extradition cannot be loaded; tried:\n" + "\n".join(attempts))


def declare(library: ctypes.CDLL) -> None:
    for name, (result, parameters) in c.FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = parameters


lib: Any = load_library()

# How many handles of each kind are alive; the tests hold it to nothing after use.
live: "collections.Counter[str]" = collections.Counter()


class Handle:
    """Owns one reference to a C object until nothing in Python refers to the handle."""

    __slots__ = ("pointer", "_finalizer", "__weakref__")

    def __init__(self, pointer: Any, release: Callable[[Any], Any]) -> None:
        if not pointer:
            raise BY_STATUS[c.EXD_ERROR_MEMORY]()
        self.pointer = pointer
        kind = type(pointer).__name__
        live[kind] += 1
        self._finalizer = weakref.finalize(self, let_go, pointer, release, kind)
        # Not at the end of the interpreter: what still runs then (`__del__`, daemon threads) may use the object, and the system takes all.
        self._finalizer.atexit = False


def let_go(pointer: Any, release: Callable[[Any], Any], kind: str) -> None:
    release(pointer)
    live[kind] -= 1


def text(value: "bytes | None") -> str:
    return "" if value is None else value.decode("utf-8", "replace")


def encode(value: str) -> bytes:
    """A text for C: UTF-8, with no NUL that would cut it short."""
    try:
        raw = value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BY_STATUS[c.EXD_ERROR_INPUT](f"a text is no valid Unicode: {error.reason}") from None
    if b"\0" in raw:
        raise BY_STATUS[c.EXD_ERROR_ARGUMENT]("a text has a NUL in it")
    return raw


def path_bytes(path: "str | os.PathLike[str]") -> bytes:
    raw = os.fsencode(path)
    if b"\0" in raw:
        raise BY_STATUS[c.EXD_ERROR_ARGUMENT]("a path has a NUL in it")
    return raw


def read_diagnostics(handle: Any) -> Tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            SEVERITIES[lib.exd_diagnostics_severity(handle, i)],
            text(lib.exd_diagnostics_code(handle, i)),
            os.fsdecode(lib.exd_diagnostics_file(handle, i)),
            lib.exd_diagnostics_line(handle, i),
            lib.exd_diagnostics_column(handle, i),
            text(lib.exd_diagnostics_message(handle, i)),
            text(lib.exd_diagnostics_help(handle, i)),
            text(lib.exd_diagnostics_text(handle, i)),
        )
        for i in range(lib.exd_diagnostics_count(handle))
    )


def call(function: Any, *arguments: Any) -> Tuple[Diagnostic, ...]:
    """Calls a function whose last parameter is a list of diagnostics. Raises what went wrong; returns warnings and notes."""
    listed = lib.exd_diagnostics_new()
    if not listed:
        raise BY_STATUS[c.EXD_ERROR_MEMORY]()
    try:
        status = function(*arguments, listed)
        if status == c.EXD_OK and not lib.exd_diagnostics_count(listed):
            return ()
        diagnostics = read_diagnostics(listed)
    finally:
        lib.exd_diagnostics_free(listed)
    if status != c.EXD_OK:
        raise failure(status, diagnostics)
    return diagnostics


def plain(status: int) -> None:
    """Raises for a call that takes no diagnostics."""
    if status != c.EXD_OK:
        raise failure(status, ())


def failure(status: int, diagnostics: Tuple[Diagnostic, ...]) -> ExtraditionError:
    kind = BY_STATUS.get(status, ExtraditionError)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"] or list(diagnostics)
    return kind("\n".join(map(str, errors)), diagnostics)


def made(kind: Any, release: Any, function: Any, *arguments: Any) -> Tuple[Handle, Tuple[Diagnostic, ...]]:
    """Calls a function that makes an object: (arguments..., out, diagnostics)."""
    out = kind()
    diagnostics = call(function, *arguments, ctypes.byref(out))
    return Handle(out, release), diagnostics


def referenced(borrowed: Any, ref: Any, release: Any) -> Handle:
    """A handle of its own on an object that was borrowed."""
    ref(borrowed)
    return Handle(borrowed, release)


class Gather:
    """A sink that keeps the bytes, in memory that is used again. What goes wrong in it is kept too, stops the writer, and is raised when
    the call has returned."""

    def __init__(self) -> None:
        self.sink = c.exd_sink(self.take)
        self.begin(0)

    def begin(self, keep: int) -> None:
        """Forgets what was written; the memory stays, up to so many bytes."""
        self.error: "BaseException | None" = None
        self.length = 0
        if self.__dict__.get("room", keep + 1) > keep:
            self.memory, self.room, self.start = ctypes.create_string_buffer(0), 0, 0

    def grow(self, least: int) -> None:
        memory = ctypes.create_string_buffer(max(least, 2 * self.room, 1 << 16))
        if self.length:
            ctypes.memmove(memory, self.memory, self.length)
        self.memory = memory
        self.room, self.start = len(memory), ctypes.addressof(memory)

    def take(self, _user: Any, at: Any, length: int) -> int:
        try:
            if self.length + length > self.room:
                self.grow(self.length + length)
            ctypes.memmove(self.start + self.length, at, length)
            self.length += length
            return 0
        except BaseException as error:
            self.error = error
            return 1

    def value(self) -> bytes:
        if self.error is not None:
            raise self.error
        return ctypes.string_at(self.start, self.length) if self.length else b""


# Sinks to use again: a sink that is dropped is a cycle, with all that was written in it, until the collector comes.
spare: "collections.deque[Gather]" = collections.deque(maxlen=8)
SPARE_BYTES = 1 << 22


def written(write: Callable[..., Any]) -> bytes:
    """The bytes that `write(sink, user)` writes; `write` raises or returns a status."""
    try:
        gather = spare.pop()
    except IndexError:
        gather = Gather()
    try:
        status = write(gather.sink, None)
        raw = gather.value()
    except ExtraditionError:
        if gather.error is not None:
            raise gather.error from None
        raise
    finally:
        gather.begin(SPARE_BYTES)
        spare.append(gather)
    if isinstance(status, int):
        plain(status)
    return raw


def find_rules() -> pathlib.Path:
    """The directory of rules: EXTRADITION_RULES, in the package, in the source tree, or beside the library that is installed."""
    named = os.environ.get("EXTRADITION_RULES")
    if named:
        return pathlib.Path(named)
    places = [HERE / "rules"]
    if len(HERE.parents) > 2:
        places.append(HERE.parents[2] / "rules")
    places += [pathlib.Path(prefix) / "share" / "extradition" / "rules" for prefix in ("/usr/local", "/usr")]
    for place in places:
        if (place / "vocabulary.yaml").is_file():
            return place
    tried = "\n".join(f"  {place}" for place in places)
    raise BY_STATUS[c.EXD_ERROR_IO](f"there are no rules in EXTRADITION_RULES, which is not set, nor in:\n{tried}")


def limits() -> Dict[str, int]:
    """Every limit and its default."""
    return {text(lib.exd_limit_name(number)): lib.exd_limit_default(number) for number in c.ENUMS["exd_limit"].values()}


def encode_bytes(value: str) -> bytes:
    """A text for C that goes with its length, so that what it holds is for the reader of YAML to judge."""
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BY_STATUS[c.EXD_ERROR_INPUT](f"a text is no valid Unicode: {error.reason}") from None


def day(value: "datetime.date | str") -> bytes:
    return encode(value.isoformat()[:10] if isinstance(value, datetime.date) else value)
