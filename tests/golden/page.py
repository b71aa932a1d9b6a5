"""Whether a report in HTML is a sound page, whatever the record says.

    page.py RULE_CHECK SOURCE_ROOT

For every record of the examples and of the decided cases, for one with nearly nothing, and for one that is full of markup and control
characters: tags are balanced, ids are unique, there is one head, one list of contents, one main part and one foot, headings go down one level at a time, links within the page arrive, there is no script, no handler
of events, nothing is fetched, addresses are of the web, and no word of the record has become markup. Markdown is held to the last as well.
"""
import html.parser
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tools"))
from tap import Tap  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
VOID = {"meta", "br", "hr", "wbr"}
KNOWN = {"svg-title", "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "article", "details", "summary", "h1", "h2",
         "h3", "p", "ul", "ol", "li", "div", "span", "b", "code", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "nav",
         "figure", "figcaption", "svg", "circle", "desc", "g", "rect", "path", "line", "text", "tspan"}
ATTRIBUTES = {"lang", "charset", "name", "content", "id", "class", "href", "aria-hidden", "aria-label", "aria-labelledby", "role", "scope",
              "viewbox", "cx", "cy", "r", "x", "y", "x1", "x2", "y1", "y2", "d", "width", "height", "rx", "tabindex", "text-anchor"}
FETCHES = re.compile(r"@import|url\s*\(|image-set", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> </style></title></details> &lt; \' [x](javascript:alert(1)) `code` **b**'


class Page(html.parser.HTMLParser):
    """Collects what is wrong with a page, and what it says."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong, self.open, self.ids, self.links, self.level, self.words = [], [], set(), [], 0, []
        self.counts = {}

    def handle_starttag(self, tag, attributes):
        tag = "svg-title" if tag == "title" and "svg" in self.open else tag
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in KNOWN:
            self.wrong.append(f"an element <{tag}>")
        for name, value in attributes:
            self.attribute(tag, name, value or "")
        if tag in ("a", "summary") and "summary" in self.open:
            self.wrong.append(f"<{tag}> within <summary>, which is pressed as a whole")
        if re.fullmatch("h[1-6]", tag):
            level = int(tag[1])
            if level > self.level + 1:
                self.wrong.append(f"<{tag}> after a heading of level {self.level}")
            self.level = level
        if tag not in VOID:
            self.open.append(tag)

    def attribute(self, tag, name, value):
        if name not in ATTRIBUTES:
            self.wrong.append(f"an attribute {name} of <{tag}>")
        if name == "id":
            if value in self.ids:
                self.wrong.append(f"the id {value} twice")
            self.ids.add(value)
        if name == "href":
            self.links.append(value)
            if not re.match(r"https?://[^\s<>\"']+$|#", value):
                self.wrong.append(f"a link to {value}")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.open.pop()

    def handle_endtag(self, tag):
        tag = "svg-title" if tag == "title" and "svg" in self.open else tag
        if not self.open or self.open[-1] != tag:
            self.wrong.append(f"</{tag}> where {self.open[-1:]} is open")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    def handle_comment(self, data):
        self.wrong.append("a comment")


def faults(page, whole=True):
    parser = Page()
    parser.feed(page)
    parser.close()
    yield from parser.wrong
    if parser.open:
        yield f"never closed: {parser.open}"
    for link in parser.links:
        if link.startswith("#") and link[1:] not in parser.ids:
            yield f"nothing at {link}"
    for tag in ("html", "title", "main", "h1", "header", *(("nav", "footer") if whole else ())):
        if parser.counts.get(tag) != 1:
            yield f"{parser.counts.get(tag, 0)} of <{tag}>"
    if not page.startswith("<!DOCTYPE html>\n<html lang=\""):
        yield "no doctype, or no language"
    if FETCHES.search("".join(re.findall("<style>(.*?)</style>", page, re.S))):
        yield "something would be fetched"
    found = CONTROL.search(page)
    if found:
        yield f"the character U+{ord(found.group()):04X}"


def words(page):
    parser = Page()
    parser.feed(page)
    return " ".join(" ".join(parser.words).split())


def run(program, rules, record, form, given=b"", more=(), command="check"):
    done = subprocess.run([program, command, "--rules", str(rules), "--format", form, str(record), *more], input=given, capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def hostile_record():
    quoted = '"' + HOSTILE.replace("\\", "\\\\").replace('"', '\\"') + ' \\u202Eevil\\u2066 \\x07\\x1b[31m \\uFFFD"'
    return f"""format: extradition-record/1
id: hostile
title: {quoted}
citation: {quoted}
source: "javascript:alert(1)"
note: {quoted}
as_of: 2020-07-06
request:
  requesting_state: {{value: XX, source: {quoted}, note: {quoted}}}
  requested_state: YY
  detained_on: {{value: 2020-04-27, source: {quoted}, note: {quoted}}}
  decided_on: {{value: never, source: {quoted}}}
person:
  nationalities: {{value: [YY], source: {quoted}, note: {quoted}}}
offences:
  - id: fraud
    political: {{disputed: {{requesting-state: false, person: true}}, source: {quoted}}}
""".encode()


def markup_in(page):
    """Lines of Markdown in which a record's words would be markup; what is between backticks or escaped is not."""
    outside = re.sub(r"(`+).+?\1(?!`)", "", re.sub(r"\\.", "", page))
    yield from (line for line in outside.splitlines() if re.search(r"<|\]\((?!https?://)|javascript:.*\)\)?$(?<=\]\))", line))
    yield from (f"U+{ord(found):04X}" for found in CONTROL.findall(page))
    for table in re.findall(r"(?:^\|.*\n)+", outside, re.M):
        if len({row.count("|") for row in table.splitlines()}) > 1:
            yield "the rows of a table have different numbers of cells"


# Everything that can be written about a record.
COMMANDS = [("check",), ("check", "--full"), ("verify",), ("verify", "xx-yy-treaty-1998/art-3-1"), ("why-not", "xx-yy-treaty-1998/art-3-1"),
            ("what-if", "--set", "person.nationalities=[XX]")]


def check_hostile(tap, program, rules):
    for command, *more in COMMANDS:
        name = " ".join((command, *more))[:60]
        status, page, errors = run(program, rules, "-", "html", hostile_record(), more, command)
        wrong = [errors] if status else list(faults(page, command == "check"))
        if not wrong and HOSTILE not in words(page):
            wrong = ["the words of the record are not on the page"]
        tap.check(f"hostile, HTML: {name}", wrong)
        status, page, errors = run(program, rules, "-", "markdown", hostile_record(), more, command)
        tap.check(f"hostile, Markdown: {name}", [errors] if status else list(markup_in(page)))
        status, page, errors = run(program, rules, "-", "text", hostile_record(), more, command)
        tap.check(f"hostile, text: {name}", [errors] if status else [f"U+{ord(found):04X}" for found in CONTROL.findall(page)])


def main():
    program, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    tap = Tap()
    records = sorted((source / "docs/examples").glob("*.yaml")) + sorted((source / "tests/decided").rglob("*.yaml"))
    seen = 0
    for record in records:
        status, page, errors = run(program, source / "rules", record, "html")
        if status != 0 or page.count("<!DOCTYPE") != 1:
            continue
        seen += 1
        wrong = list(faults(page))
        tap.check(f"page of {record.relative_to(source)}", wrong[:10])
    tap.check("enough pages were looked at", [] if seen > 5 else [seen])
    for name in ("bare", "mixed"):
        status, page, errors = run(program, HERE / "rules", HERE / f"records/{name}.yaml", "html")
        wrong = [errors] if status else list(faults(page))
        tap.check(f"page of {name}", wrong)
    check_hostile(tap, program, HERE / "rules")
    status, page, errors = run(program, HERE / "rules", HERE / "records/two.yaml", "html")
    tap.check("a page is of one record", [] if status != 0 and page.count("<!DOCTYPE") == 1 else [errors])
    tap.finish()


if __name__ == "__main__":
    main()
