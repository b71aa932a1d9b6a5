"""The public header, the symbol map and what the shared library exports are one list.

    symbols.py HEADER MAP LIBRARY
"""
import pathlib
import re
import subprocess
import sys

from tap import Tap


def declared(header):
    text = re.sub(r"/\*.*?\*/", "", pathlib.Path(header).read_text(), flags=re.S)
    return set(re.findall(r"EXD_API[^;]*?\b(exd_\w+)\s*\(", text))


def mapped(path):
    text = pathlib.Path(path).read_text()
    return set(re.findall(r"^\s*(exd_\w+);", text, re.M)), "local:\n    *;" in text


def exported(library):
    lines = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout.splitlines()
    symbols = {line.split()[-1].split("@")[0] for line in lines if line.split()[-2] != "A"}
    return {symbol for symbol in symbols if not symbol.startswith("__") and not symbol.startswith("_")}


def differences(a, name_a, b, name_b):
    yield from (f"{symbol} is in {name_a} and not in {name_b}" for symbol in sorted(a - b))
    yield from (f"{symbol} is in {name_b} and not in {name_a}" for symbol in sorted(b - a))


def main():
    header, map_path, library = sys.argv[1:4]
    in_header = declared(header)
    in_map, hides_the_rest = mapped(map_path)
    tap = Tap()
    tap.check("the header declares functions", [] if in_header else ["none found"])
    tap.check("header and map agree", differences(in_header, "the header", in_map, "the map"))
    tap.check("the map hides everything else", [] if hides_the_rest else ["no `local: *;`"])
    tap.check("header and library agree", differences(in_header, "the header", exported(library), "the library"))
    tap.finish()


main()
