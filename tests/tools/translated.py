"""Whether Korean is complete where it is promised to be: messages, grounds, States, and of the instruments of Korea all but notes, authorities and
citations, with the question of every fact that they read.

    translated.py RULE_CHECK SOURCE_ROOT

Reads what the program prints in Korean, for `[en]` marks what has no translation; messages, which not every page says, are compared by key.
"""
import pathlib
import re
import subprocess
import sys

from tap import Tap

NOT_PROMISED = ("비고", "전거", "공포", "검토", "개정", "1", "2")  # notes, authorities, citations, and the history of the text, by days
LEFT_OUT = "수록하지 않은 사항"
INSTRUMENTS = ["kr-extradition-act", "us-kr-treaty-1998", "jp-kr-treaty-2002", "nz-kr-treaty-2001", "vn-kr-treaty-2003", "in-kr-treaty-2004",
               "cn-kr-treaty-2000", "au-kr-treaty-1990", "ph-kr-treaty-1993", "id-kr-treaty-2000", "ca-kr-treaty-1994", "th-kr-treaty-1999",
               "hk-kr-agreement-2006", "mn-kr-treaty-1999"]


def keys_of(path, section):
    """The keys of a section of a YAML file in block style, at the first indent."""
    text = path.read_text(encoding="utf-8")
    found = re.search(rf"^{section}:\n((?:[ #].*\n|\n)*)", text, re.MULTILINE)
    return [key.strip('"') for key in re.findall(r'^  ("?[\w.-]+"?):', found.group(1), re.MULTILINE)] if found else []


def lacking(wanted, found):
    return [f"not translated: {name}" for name in wanted if name not in set(found)]


def marked(program, source, words):
    done = subprocess.run([program, *words, "--lang", "ko", "--width", "0", "--rules", source / "rules"], capture_output=True, text=True,
                          encoding="utf-8", timeout=120)
    lines = [line.strip() for line in done.stdout.partition(LEFT_OUT)[0].splitlines() if "[en]" in line and not line.startswith(NOT_PROMISED)]
    return lines if done.returncode == 0 else [done.stderr]


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    korean = source / "rules" / "translations" / "ko"
    tap = Tap()
    messages = re.findall(r'^ *X\(\w+,\s*"([\w-]+)"', (source / "lib" / "base" / "message_list.h").read_text(), re.MULTILINE)
    tap.check("there are messages", [] if len(messages) > 200 else ["the list of messages was not understood"])
    tap.check("messages", lacking(messages, keys_of(korean / "messages.yaml", "messages")))
    tap.check("States", lacking(keys_of(source / "rules" / "states.yaml", "states"), keys_of(korean / "states.yaml", "states")))
    tap.check("grounds", lacking(keys_of(source / "rules" / "grounds.yaml", "grounds"), keys_of(korean / "grounds.yaml", "grounds")))
    for instrument in INSTRUMENTS:
        listed = subprocess.run([program, "explain", instrument, "--width", "0", "--rules", source / "rules"], capture_output=True, text=True,
                                timeout=120).stdout
        rules = sorted(set(re.findall(rf"^ +({instrument}/[\w-]+) \(", listed, re.MULTILINE)))
        problems = [] if rules else [f"no rules of {instrument} were found"]
        tap.check(instrument, problems + marked(program, source, ["explain", instrument, *rules]))
    tap.finish()


main()
