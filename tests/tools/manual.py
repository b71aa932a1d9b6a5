"""The man page and the completions know every option and every subcommand of rule-check, and the README's commands are there.

    manual.py SOURCE_ROOT RULE_CHECK
"""
import pathlib
import re
import subprocess
import sys

from tap import Tap

ROOT, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
CLI = ROOT / "bindings" / "cli"


def options():
    header = (CLI / "cli.h").read_text()
    table = header[header.index("#define OPTION_LIST"):header.index("enum option_id")]
    return re.findall(r'X\(\w+, "([a-z-]+)"', table) + ["version"]


def subcommands():
    return [name for path in sorted(CLI.glob("*.c")) for name in re.findall(r'\.name = "([a-z-]+)"', path.read_text())]


def check_mentions(tap, what, path, words, form):
    text = path.read_text().replace("\\-", "-")
    tap.check(f"{path.name} knows every {what}", [f"{word} is missing" for word in words if form(word) not in text])


def schema_kinds():
    """As the program lists them where there is no such schema."""
    said = subprocess.run([PROGRAM, "schema", "-", "--rules", str(ROOT / "rules")], capture_output=True, text=True).stderr
    return re.findall(r"[a-z]+", said.split("there are", 1)[1])


def check_help(tap):
    for name in subcommands():
        run = subprocess.run([PROGRAM, name, "--help"], capture_output=True, text=True)
        faults = [] if run.returncode == 0 else [f"status {run.returncode}"]
        if f"rule-check {name}" not in run.stdout and name != "check":
            faults.append("its help has no example")
        if run.stderr:
            faults.append(run.stderr)
        tap.check(f"{name} --help has an example", faults)


def check_readme(tap):
    text = (ROOT / "README.md").read_text()
    commands = re.findall(r"```sh\n(.*?)```", text, re.S)
    faults = []
    for word in re.findall(r"(?:sh|bash) (\S+)|(docs/\S+?\.(?:yaml|md))", "\n".join(commands)):
        path = word[0] or word[1]
        if not (ROOT / path).exists():
            faults.append(f"{path} does not exist")
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if "://" not in link and not (ROOT / link).exists():
            faults.append(f"the link to {link} leads nowhere")
    tap.check("the README's commands and links are there", faults if commands else ["no commands found"])


def main():
    tap = Tap()
    check_mentions(tap, "option", ROOT / "docs" / "rule-check.1", options(), lambda word: f"--{word}")
    check_mentions(tap, "command", ROOT / "docs" / "rule-check.1", subcommands(), lambda word: f".B {word}\n"
                   if word != "check" else "check")
    for completion in ("rule-check.bash", "_rule-check"):
        path = CLI / "completion" / completion
        check_mentions(tap, "option", path, options(), lambda word: f"--{word}")
        check_mentions(tap, "command", path, subcommands(), lambda word: word)
    kinds = schema_kinds()
    help_of_schema = subprocess.run([PROGRAM, "schema", "--help"], capture_output=True, text=True).stdout
    tap.check(f"the help knows all {len(kinds)} schemas", [kind for kind in kinds if not re.search(rf"\b{kind}\b", help_of_schema)])
    for path in (CLI / "completion" / "rule-check.bash", CLI / "completion" / "_rule-check", ROOT / "docs" / "json.md"):
        check_mentions(tap, "schema", path, kinds, lambda word: f"`{word}`" if path.suffix == ".md" else word)
    check_help(tap)
    check_readme(tap)
    tap.finish()


main()
