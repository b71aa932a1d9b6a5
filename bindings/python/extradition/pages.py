"""How things are written: the options of the writers, and what everything has that can be written in several forms."""
import json
from typing import Any, Callable, Dict, Optional, Sequence

from . import _native as native
from . import _prototypes as c
from .errors import ArgumentError
from .findings import Value

__all__ = ["Written"]

FORMS = {"text": c.EXD_FORMAT_TEXT, "json": c.EXD_FORMAT_JSON, "markdown": c.EXD_FORMAT_MARKDOWN, "html": c.EXD_FORMAT_HTML}


def form_number(form: str, forms: Sequence[str] = tuple(FORMS)) -> int:
    """The library's number of a form, which is one of some."""
    if form not in forms:
        raise ArgumentError(f"there is no form `{form}`; there are {', '.join(forms)}")
    return FORMS[form]


def write_options(rules: Optional[native.Handle], *, width: int = 80, colour: bool = False, indent: bool = False, full: bool = False,
                  only: Sequence[str] = (), language: Optional[str] = None) -> native.Handle:
    lib = native.lib
    options = native.Handle(lib.exd_write_options_new(), lib.exd_write_options_free)
    lib.exd_write_options_set_width(options.pointer, width)
    lib.exd_write_options_set_colour(options.pointer, colour)
    lib.exd_write_options_set_indent(options.pointer, indent)
    lib.exd_write_options_set_full(options.pointer, full)
    if (only or language is not None) and rules is None:
        raise ArgumentError("this came from another process: its rules are not here")
    for word in only:
        native.call(lib.exd_write_options_only, options.pointer, rules.pointer, native.encode(word))  # type: ignore[union-attr]
    if language is not None:
        native.call(lib.exd_write_options_set_language, options.pointer, rules.pointer, native.encode(language))  # type: ignore[union-attr]
    return options


class Written(Value):
    """A value that the library can also write: as text, JSON, Markdown, or a web page of its own. In another process it is the value alone."""

    __slots__ = ("_write", "_rules")
    _write: Optional[Callable[[int, native.Handle], bytes]]
    _rules: Optional[native.Handle]

    def _written_by(self, write: Callable[[int, native.Handle], bytes], rules: native.Handle) -> Any:
        object.__setattr__(self, "_write", write)
        object.__setattr__(self, "_rules", rules)
        return self

    def _form(self, form: int, **how: Any) -> str:
        write: Optional[Callable[[int, native.Handle], bytes]] = getattr(self, "_write", None)
        if write is None:
            raise ArgumentError("this came from another process: it has its data, and the library cannot write it any more")
        return write(form, write_options(self._rules, **how)).decode("utf-8")

    def to_text(self, *, width: int = 80, colour: bool = False, language: Optional[str] = None) -> str:
        """As for a terminal."""
        return self._form(c.EXD_FORMAT_TEXT, width=width, colour=colour, language=language)

    def to_json(self, *, indent: bool = False, language: Optional[str] = None) -> str:
        """The library's own JSON (docs/report.md)."""
        return self._form(c.EXD_FORMAT_JSON, indent=indent, language=language).rstrip("\n")

    def to_dict(self) -> Dict[str, Any]:
        """The same as a dict."""
        out: Dict[str, Any] = json.loads(self.to_json())
        return out

    def to_markdown(self, *, language: Optional[str] = None) -> str:
        """In Markdown."""
        return self._form(c.EXD_FORMAT_MARKDOWN, language=language)

    def to_html(self, *, language: Optional[str] = None) -> str:
        """As a web page of its own."""
        return self._form(c.EXD_FORMAT_HTML, language=language)

    def _repr_html_(self) -> str:
        from ._html import frame

        return frame(self.to_html(), type(self).__name__) if getattr(self, "_write", None) else f"<p>{type(self).__name__}</p>"
