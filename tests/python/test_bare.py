"""The wheel where there is nothing: a root with an interpreter, its standard library and the C library, and no compiler, no libyaml, no shell."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile

import pytest

# What of the standard library is not needed to run a program.
LEFT_OUT = shutil.ignore_patterns("__pycache__", "test", "tests", "idlelib", "tkinter", "lib2to3", "ensurepip", "distutils", "config-*",
                                  "dist-packages", "site-packages")
PROGRAM = """
import os, sys
assert not os.path.exists("/bin/sh") and not os.path.exists("/usr/bin/cc")
import extradition
from extradition import _native
with extradition.Rulebook.load(languages=["ko"]) as rules:
    report = rules.check(sys.stdin.read(), analyse=True)
print(_native.lib._name, len(report), report.finding("us-kr-treaty-1998/art-3-1").result)
print(report.questions[0].answers[0], len(report.to_html(language="ko")) > 1000)
"""


def needed(binary):
    """The shared objects of a program, as its loader finds them."""
    told = subprocess.run(["ldd", binary], capture_output=True, text=True, check=True).stdout
    return [pathlib.Path(path) for path in re.findall(r"(/\S+) \(0x", told)]


def put_in(root, path):
    """A file at the place where it is, under its own name and that of what it links to."""
    for one in {path, path.resolve()}:
        target = root / one.relative_to("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(one.resolve(), target)


def bare_root(root):
    """Only an interpreter. Its compiled modules bring what they need of the system, which must not be libyaml."""
    interpreter = pathlib.Path(sys.executable).resolve()
    library = pathlib.Path(sysconfig.get_path("stdlib"))
    shutil.copytree(library, root / library.relative_to("/"), ignore=LEFT_OUT, symlinks=False, ignore_dangling_symlinks=True)
    for binary in [interpreter, *(library / "lib-dynload").glob("_ctypes.*.so"), *(library / "lib-dynload").glob("_json.*.so")]:
        put_in(root, binary)
        for path in needed(binary):
            put_in(root, path)
    return interpreter


def may_change_root():
    if os.geteuid() != 0 or not hasattr(os, "chroot"):
        return False
    child = os.fork()
    if child == 0:
        try:
            os.chroot("/")
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.skipif(not may_change_root(), reason="only root may change the root directory")
def test_in_a_bare_root(root, tmp_path, case):
    build = pathlib.Path(os.environ["EXTRADITION_LIBRARY"]).parents[1]
    subprocess.run([sys.executable, root / "bindings" / "python" / "platform_wheel.py", build, tmp_path], check=True, capture_output=True)
    wheel, = tmp_path.glob("*.whl")
    place = tmp_path / "root"
    interpreter = bare_root(place)
    zipfile.ZipFile(wheel).extractall(place / "package")
    names = {path.name for path in place.rglob("*")}
    assert not [name for name in names if name.startswith(("libyaml", "gcc", "cc1", "dash", "bash"))] and "yaml" not in names

    done = subprocess.run([interpreter, "-I", "-S", "-c", "import sys; sys.path.insert(0, '/package')\n" + PROGRAM], env={}, cwd="/",
                          input=case.read_text(encoding="utf-8"), capture_output=True, text=True, timeout=300,
                          preexec_fn=lambda: (os.chroot(place), os.chdir("/")))
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert first.startswith("/package/extradition/libextradition.so.0 ") and first.endswith(" applies") and second.endswith(" True")
