"""Builds a wheel for this platform that needs nothing installed: it carries the library, with libyaml inside it, and the rules.

    platform_wheel.py BUILD_ROOT OUTPUT_FOLDER

BUILD_ROOT is a build folder of Meson: libextradition.a is linked with libyaml.a into one shared library. Needs setuptools and wheel.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SONAME = "libextradition.so.0"


def link(build, target):
    """One shared library whose only needs are those of every C program."""
    folder = subprocess.run(["pkg-config", "--variable=libdir", "yaml-0.1"], check=True, capture_output=True, text=True).stdout.strip()
    yaml = pathlib.Path(folder) / "libyaml.a"
    if not yaml.is_file():
        raise SystemExit(f"platform_wheel.py: {yaml} is missing: libyaml is put into the wheel")
    subprocess.run(["cc", "-shared", "-o", target, f"-Wl,-soname,{SONAME}", f"-Wl,--version-script={ROOT / 'lib' / 'extradition.map'}",
                    "-Wl,--whole-archive", build / "lib" / "libextradition.a", "-Wl,--no-whole-archive", yaml, "-Wl,-s"], check=True)


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    build, out = (pathlib.Path(word).resolve() for word in sys.argv[1:])
    with tempfile.TemporaryDirectory() as scratch:
        tree = pathlib.Path(scratch) / "python"
        shutil.copytree(HERE, tree, ignore=shutil.ignore_patterns("__pycache__", "build*", "*.egg-info", "meson.build"))
        link(build, tree / "extradition" / SONAME)
        shutil.copytree(ROOT / "rules", tree / "extradition" / "rules", ignore=shutil.ignore_patterns("meson.build"))
        subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-build-isolation", "--no-index", "--no-deps", "-w", out, tree],
                       check=True)


if __name__ == "__main__":
    main()
