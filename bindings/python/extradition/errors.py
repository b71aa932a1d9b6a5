"""What can go wrong, as exceptions: one for each status of the C library, each with the diagnostics that say what to mend."""
from dataclasses import dataclass
from typing import Any, Dict, Sequence, Tuple, Type

from . import _prototypes as c

__all__ = ["ArgumentError", "Diagnostic", "ExtraditionError", "InputError", "LimitError", "OutOfMemoryError", "ReadError"]

SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong in a file, and where."""

    __slots__ = ("severity", "code", "file", "line", "column", "message", "help", "text")
    severity: str  # `error`, `warning` or `note`
    code: str  # stable, such as `E207`
    file: str  # as it was named; empty when there is none
    line: int  # from 1; 0 when there is none
    column: int  # from 1, in characters; 0 when there is none
    message: str
    help: str  # what to write instead; may be empty
    text: str  # the whole, as people read it, with the line itself and a mark under the place

    def __str__(self) -> str:
        return self.text.rstrip("\n")

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), tuple(getattr(self, name) for name in self.__slots__)


class ExtraditionError(Exception):
    """Anything that the library refuses. `status` is its word for it, `diagnostics` say what, where and what to do."""

    status = "error"

    def __init__(self, message: str = "", diagnostics: Sequence[Diagnostic] = ()) -> None:
        self.diagnostics = tuple(diagnostics)
        self.message = message or "\n".join(str(diagnostic) for diagnostic in self.diagnostics) or self.status
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (self.message, self.diagnostics)


class OutOfMemoryError(ExtraditionError, MemoryError):
    """An allocation failed; everything is still usable."""

    status = "memory"


class ArgumentError(ExtraditionError, ValueError):
    """The call itself is wrong: a date that is none, a rule that does not exist, a record without an as-of date."""

    status = "argument"


class InputError(ExtraditionError, ValueError):
    """A file, text or dict says something that cannot be used."""

    status = "input"


class ReadError(ExtraditionError, OSError):
    """A file cannot be read."""

    status = "io"


class LimitError(ExtraditionError, ValueError):
    """A limit was passed."""

    status = "limit"


BY_STATUS: Dict[int, Type[ExtraditionError]] = {
    c.EXD_ERROR_MEMORY: OutOfMemoryError,
    c.EXD_ERROR_ARGUMENT: ArgumentError,
    c.EXD_ERROR_INPUT: InputError,
    c.EXD_ERROR_IO: ReadError,
    c.EXD_ERROR_LIMIT: LimitError,
}
