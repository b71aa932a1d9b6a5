"""The library as its users get it: installed into an empty folder, found by pkg-config, linked by a small program, which then runs.

    installed.py SOURCE_ROOT BUILD_ROOT MESON CC
"""
import os
import pathlib
import subprocess
import sys
import tempfile

from tap import Tap

SOURCE, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
MESON, CC = sys.argv[3].split(), sys.argv[4].split()


def run(words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    return done, [] if done.returncode == 0 else [f"{words[0]} left with {done.returncode}", done.stdout, done.stderr]


def pkg_config(root, *words):
    folder = next(root.rglob("extradition.pc")).parent
    environment = dict(os.environ, PKG_CONFIG_PATH=str(folder), PKG_CONFIG_SYSROOT_DIR=str(root))
    done = subprocess.run(["pkg-config", *words, "extradition"], env=environment, check=True, capture_output=True, text=True)
    return done.stdout.split()


def check_program(tap, name, root, program, flags):
    rules = next(root.rglob("extradition/rules"))
    _, faults = run([*CC, "-o", program, SOURCE / "tests" / "api" / "consumer.c", *flags])
    if not faults:
        libraries = str(next(root.rglob("libextradition.so")).parent)
        done, faults = run([program, rules, SOURCE / "docs" / "examples" / "son-jong-woo-2020.yaml"],
                           env=dict(os.environ, LD_LIBRARY_PATH=libraries))
        if not faults and '"format":"extradition-report/1"' not in done.stdout:
            faults = ["no report was written", done.stdout[:400]]
    tap.check(name, faults)


def check_tool(tap, root):
    tool = next(root.rglob("bin/rule-check"))
    libraries = str(next(root.rglob("libextradition.so")).parent)
    environment = {key: value for key, value in os.environ.items() if key != "EXTRADITION_RULES"}
    environment["LD_LIBRARY_PATH"] = libraries
    _, faults = run([tool, "treaties", "US", "KR", "--as-of", "2020-07-06"], env=environment, cwd="/")
    tap.check("the installed rule-check finds the installed rules", faults)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        _, faults = run([*MESON, "install", "-C", BUILD, "--no-rebuild", "--destdir", root])
        tap.check("it installs", faults)
        if not faults:
            wanted = ["extradition.h", "libextradition.so", "libextradition.a", "extradition.pc", "rule-check.1", "vocabulary.yaml",
                      "kr-extradition-act.yaml", "_rule-check"]
            tap.check("what is promised is installed", [f"{name} is missing" for name in wanted if not any(root.rglob(name))])
            names = [path for path in root.rglob("*.pc") if str(SOURCE) in path.read_text()]
            tap.check("nothing names the source folder", names)
            check_program(tap, "a program links the shared library by pkg-config alone", root, root / "shared",
                          pkg_config(root, "--cflags", "--libs"))
            archive = next(root.rglob("libextradition.a"))
            check_program(tap, "a program links the static library", root, root / "static",
                          [*pkg_config(root, "--cflags"), archive, "-lyaml", "-pthread"])
            check_tool(tap, root)
    tap.finish()


main()
