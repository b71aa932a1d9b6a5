"""What the tests of the JSON Schemas share: the program, its schemas, and how a document is held against one."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "tools"), str(HERE / "bad")]

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"1..0 # SKIP {error}")
    sys.exit(0)

PROGRAM, ROOT = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
ENVIRONMENT = dict(os.environ, EXTRADITION_RULES=str(ROOT / "rules"), LC_ALL="C", TZ="UTC")


class Core(yaml.SafeLoader):
    """YAML 1.2, core schema: `NO` and `2018-05-01` are texts."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"), ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
                            ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
                            ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+0123456789.")):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def run(*words):
    return subprocess.run([PROGRAM, *map(str, words)], env=ENVIRONMENT, capture_output=True, timeout=900, check=False)


def validator(*words):
    schema = json.loads(run("schema", *words).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def documents(path):
    return list(yaml.load_all(path.read_text(encoding="utf-8"), Loader=Core))


def faults(schema, document, about):
    for error in list(schema.iter_errors(document))[:3]:
        deepest = jsonschema.exceptions.best_match([error])
        yield f"{about}: {'/'.join(map(str, deepest.absolute_path))}: {deepest.message[:300]}"


def note_keys(schema, part, instance, seen):
    """Adds the schema's own dictionaries of keys, and which of their keys the instance has."""
    while "$ref" in part:
        part = schema["$defs"][part["$ref"].rsplit("/", 1)[1]]
    for choice in part.get("anyOf", []):
        note_keys(schema, choice, instance, seen)
    if isinstance(instance, list):
        for item in instance:
            note_keys(schema, part.get("items", {}), item, seen)
    if isinstance(instance, dict) and "properties" in part:
        keys = seen.setdefault(id(part), (part["properties"], set()))[1]
        keys.update(instance)
        for key, value in instance.items():
            note_keys(schema, part["properties"].get(key, {}), value, seen)


def lay_marked_rules(folder):
    """The rules of the golden tests, with an id on one limb: no rulebook needs one at present."""
    rules = pathlib.Path(folder) / "rules"
    shutil.copytree(HERE / "rules", rules)
    path = rules / "xx-yy-treaty-1998.yaml"
    text = path.read_text()
    marked = text.replace("{test: proceeding.state", "{id: a, test: proceeding.state")
    assert marked != text
    path.write_text(marked)
    return rules
