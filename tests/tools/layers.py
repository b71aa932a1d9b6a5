"""A layer of the library includes its own headers and those of the layers below it; the command line includes the public header alone.

    layers.py SOURCE_ROOT
"""
import pathlib
import re
import sys

from tap import Tap

LAYERS = ["base", "source", "model", "rules", "check", "report", "api"]
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def faults_of_library_file(path, layer):
    for kind, name in INCLUDE.findall(path.read_text()):
        if kind == "<":
            if name == "yaml.h" and path.name != "yaml.c":
                yield f"{path}: only source/yaml.c knows libyaml"
            if name == "ctype.h" or name == "locale.h":
                yield f"{path}: <{name}> depends on the locale"
            continue
        if name == "extradition.h":
            continue
        other = name.split("/")[0]
        if other not in LAYERS:
            yield f"{path}: \"{name}\" is not written as layer/header.h"
        elif LAYERS.index(other) > LAYERS.index(layer):
            yield f"{path}: {layer} is below {other}, and includes \"{name}\""


def faults_of_program_file(path):
    own = {header.name for header in path.parent.glob("*.h")}
    for kind, name in INCLUDE.findall(path.read_text()):
        if name != "extradition.h" and (kind == '"') and name not in own:
            yield f"{path}: \"{name}\" is not public"


def main():
    root = pathlib.Path(sys.argv[1])
    tap = Tap()
    for layer in LAYERS:
        files = sorted((root / "lib" / layer).glob("*.[ch]"))
        tap.check(f"{layer} includes nothing above it ({len(files)} files)",
                  [fault for path in files for fault in faults_of_library_file(path, layer)])
    unknown = [path for path in sorted((root / "lib").iterdir()) if path.is_dir() and path.name not in LAYERS]
    tap.check("every folder of lib is a layer", unknown)
    files = sorted((root / "bindings" / "cli").glob("*.[ch]"))
    tap.check("the command line uses the public header alone", [fault for path in files for fault in faults_of_program_file(path)])
    tap.finish()


main()
