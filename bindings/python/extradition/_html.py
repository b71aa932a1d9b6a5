"""What a notebook shows: the library's own page for a report, inside a frame of its own so that its style does not leak; lists that fold
for a finding and a proof."""
from html import escape
from typing import TYPE_CHECKING

from .findings import Because, Finding

if TYPE_CHECKING:
    from .report import Report

MARK = {True: "yes", False: "no", None: "unknown"}


def report(one: "Report") -> str:
    if one._handle is None:
        rows = "".join(f"<li>{escape(str(finding))}</li>" for finding in one.governing)
        return f"<p>{escape(repr(one))}</p><ul>{rows}</ul>"
    return frame(one.to_html(), one.info.id or "report")


def frame(page: str, title: str) -> str:
    """A page inside a frame of its own."""
    inside = escape(page, quote=True)
    return f'<iframe sandbox="" title="{escape(title)}" style="width:100%;height:32em;border:0" srcdoc="{inside}"></iframe>'


def proof(node: Because) -> str:
    words = node.label or node.test or node.kind
    head = f"{escape(words)}: <b>{MARK[node.result]}</b>" + (f" <cite>{escape(node.cite)}</cite>" if node.cite else "")
    if not node.children:
        return f"<div>{head}</div>"
    inside = "".join(f"<li>{proof(child)}</li>" for child in node.children)
    return f"<details{' open' if node.decides else ''}><summary>{head}</summary><ul>{inside}</ul></details>"


def finding(one: Finding) -> str:
    subject = f" for {escape(one.subject)}" if one.subject else ""
    lacks = "".join(f"<li>{escape(lack.question or lack.path)}</li>" for lack in one.lacks)
    return (f"<div><b>{escape(one.cite)}</b> {escape(one.title)}{subject}: <b>{escape(str(one.result))}</b> "
            f"({escape(str(one.effect))}, {escape(str(one.standing))})"
            + "".join(map(proof, one.because)) + (f"<p>What is missing:</p><ul>{lacks}</ul>" if lacks else "") + "</div>")
