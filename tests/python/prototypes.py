"""Reads include/extradition.h and writes it as ctypes declarations: extradition/_prototypes.py. One reader for both uses: to write the
module, and (from the tests) to see that it still says what the header says.

    prototypes.py [--reset] SOURCE_ROOT
"""
import pathlib
import re
import sys

HEAD = '''"""The C interface, declaration by declaration. Written from include/extradition.h by tests/python/prototypes.py; not to be edited."""
import ctypes
from typing import Any, Dict, List, Tuple

'''
SIMPLE = {
    "void": "None", "bool": "ctypes.c_bool", "int": "ctypes.c_int", "unsigned": "ctypes.c_uint", "size_t": "ctypes.c_size_t",
    "uint32_t": "ctypes.c_uint32", "uint64_t": "ctypes.c_uint64", "int64_t": "ctypes.c_int64", "int32_t": "ctypes.c_int32",
    "void *": "ctypes.c_void_p", "char *": "ctypes.c_char_p",
}
ENUM = re.compile(r"typedef enum \w+ \{(.*?)\} (\w+);", re.S)
OPAQUE = re.compile(r"typedef struct (\w+) (\w+);")
STRUCT = re.compile(r"typedef struct (\w+) \{(.*?)\} (\w+);", re.S)
CALLBACK = re.compile(r"typedef (\w[\w ]*?\*?)\(\*(\w+)\)\((.*?)\);", re.S)
FUNCTION = re.compile(r"EXD_API (?:EXD_CHECK_RESULT )?([\w ]+?[ *]+?)(exd_\w+)\((.*?)\);", re.S)


class Header:
    """What the header declares, in its order."""

    def __init__(self, text):
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
        text = re.sub(r"^\s*#.*$", "", text, flags=re.M)
        self.enums = {name: self.read_enum(body) for body, name in ENUM.findall(text)}
        self.structs = {name: self.split(body.replace(";", ",")) for _, body, name in STRUCT.findall(text)}
        self.opaque = [name for _, name in OPAQUE.findall(text)]
        self.callbacks = {name: (result, self.split(rest)) for result, name, rest in CALLBACK.findall(text)}
        self.functions = {name: (result, self.split(rest)) for result, name, rest in FUNCTION.findall(text)}
        if len(self.functions) != len(re.findall(r"EXD_API", text)):
            raise SystemExit("prototypes.py: a declaration of the header was not understood")

    @staticmethod
    def read_enum(body):
        values, following = {}, 0
        for item in filter(None, (part.strip() for part in body.split(","))):
            name, _, number = (part.strip() for part in item.partition("="))
            values[name] = following = int(number, 0) if number else following
            following += 1
        return values

    @staticmethod
    def split(parameters):
        words = [" ".join(part.split()) for part in parameters.split(",")]
        return [word for word in words if word not in ("", "void")]

    def type_of(self, declaration, named):
        """The ctypes expression of `const char *path` (named) or `const char *` (a result)."""
        text = " ".join(re.sub(r"\b(const|struct|enum)\b", " ", declaration).split())
        if named:
            text = re.sub(r"\w+$", "", text).strip() or text
        stars, base = text.count("*"), text.replace("*", "").strip()
        if f"{base} *" in SIMPLE and stars:
            base, stars = SIMPLE[f"{base} *"], stars - 1
        elif base in self.opaque and stars:
            stars -= 1
        elif base in SIMPLE:
            base = SIMPLE[base]
        elif base not in self.enums and base not in self.callbacks and base not in self.structs:
            raise SystemExit(f"prototypes.py: what is `{declaration}`?")
        for _ in range(stars):
            base = f"ctypes.POINTER({base})"
        return base

    def types_of(self, parameters):
        return [self.type_of(parameter, True) for parameter in parameters]


def module(header):
    """The text of _prototypes.py."""
    out = [HEAD]
    for name in header.opaque:
        out.append(f"\nclass {name}(ctypes.c_void_p):\n    \"\"\"`{name} *`.\"\"\"\n\n")
    for name, values in header.enums.items():
        out.append(f"\n{name} = ctypes.c_int\n" + "".join(f"{key} = {value}\n" for key, value in values.items()))
    for name, (result, parameters) in header.callbacks.items():
        # Bytes that come with a length are an address: a c_char_p would be read up to its first NUL.
        types = ", ".join([header.type_of(result, False), *header.types_of(parameters)]).replace("c_char_p", "c_void_p")
        out.append(f"\n{name} = ctypes.CFUNCTYPE({types})\n")
    for name, fields in header.structs.items():
        rows = "".join(f"        (\"{field.split()[-1].lstrip('*')}\", {header.type_of(field, True)}),\n" for field in fields)
        out.append(f"\n\nclass {name}(ctypes.Structure):\n    _fields_ = [\n{rows}    ]\n\n")
    rows = "\n".join(f'    "{name}": {{{", ".join(f"{chr(34)}{key}{chr(34)}: {value}" for key, value in values.items())}}},'
                     for name, values in header.enums.items())
    out.append(f"\n# Every enumeration by name.\nENUMS: Dict[str, Dict[str, int]] = {{\n{rows}\n}}\n")
    out.append("\n# Every function: what it returns, what it takes.\nFUNCTIONS: Dict[str, Tuple[Any, List[Any]]] = {\n")
    for name, (result, parameters) in header.functions.items():
        out.append(f"    # {' '.join(result.split())} {name}({', '.join(parameters) or 'void'})\n")
        out.append(f'    "{name}": ({header.type_of(result, False)}, [{", ".join(header.types_of(parameters))}]),\n')
    out.append("}\n")
    return "".join(out)


def read(root):
    return Header((pathlib.Path(root) / "include" / "extradition.h").read_text(encoding="utf-8"))


def main():
    root = pathlib.Path(sys.argv[-1])
    target = root / "bindings" / "python" / "extradition" / "_prototypes.py"
    text = module(read(root))
    if sys.argv[1] == "--reset":
        target.write_text(text, encoding="utf-8")
    elif target.read_text(encoding="utf-8") != text:
        raise SystemExit("_prototypes.py is not what the header says: python3 tests/python/prototypes.py --reset .")


if __name__ == "__main__":
    main()
