"""The package as it is installed: from its folder beside a library of the system, and as a wheel that carries everything."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

import pytest

PROGRAM = """
import extradition, sys
from extradition import _native
with extradition.Rulebook.load() as rules:
    report = rules.check(sys.argv[1])
print(extradition.__file__)
print(_native.lib._name)
print(len(report), report.finding("us-kr-treaty-1998/art-3-1").result)
print(sorted({line.split()[-1] for line in open("/proc/self/maps") if "libyaml" in line or "libextradition" in line}))
"""
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
OFFLINE = ["--no-index", "--no-deps"]


def run(words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=300, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def source(root, tmp_path):
    """A copy, because a build leaves files in the folder that it builds."""
    return shutil.copytree(root / "bindings" / "python", tmp_path / "bindings" / "python", ignore=shutil.ignore_patterns("__pycache__"))


def test_installed_into_a_fresh_environment(root, source, tmp_path, case):
    venv = tmp_path / "venv"
    run([sys.executable, "-m", "venv", "--system-site-packages", venv])
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    run([venv / "bin" / "python", "-m", "pip", "-q", "install", *OFFLINE, "--no-build-isolation", source], env=environment)
    environment["EXTRADITION_RULES"] = str(root / "rules")
    out = run([venv / "bin" / "python", "-I", "-c", PROGRAM, case], env=environment, cwd="/").splitlines()
    assert out[0].startswith(str(venv)) and out[1] == os.environ["EXTRADITION_LIBRARY"] and out[2].endswith("applies")


def test_a_wheel_that_carries_everything(root, tmp_path, case):
    build = pathlib.Path(os.environ["EXTRADITION_LIBRARY"]).parents[1]
    run([sys.executable, root / "bindings" / "python" / "platform_wheel.py", build, tmp_path])
    wheel, = tmp_path.glob("*.whl")
    assert re.fullmatch(r"extradition-[\d.]+-py3-none-linux_\w+\.whl", wheel.name)
    names = zipfile.ZipFile(wheel).namelist()
    rules = {path.relative_to(root).as_posix() for path in (root / "rules").rglob("*.yaml")}
    assert {f"extradition/{name}" for name in rules} <= set(names) and "extradition/py.typed" in names
    place = tmp_path / "place"
    run([*PIP, "install", *OFFLINE, "--target", place, wheel])
    needs = run(["readelf", "-d", place / "extradition" / "libextradition.so.0"])
    assert set(re.findall(r"NEEDED.*\[(.*)\]", needs)) <= {"libc.so.6"}
    # nothing of the environment, of the system's packages or of this tree
    started = f"import sys; sys.path.insert(0, {str(place)!r})\n" + PROGRAM
    out = run([sys.executable, "-I", "-S", "-c", started, case], env={}, cwd="/").splitlines()
    assert out[0].startswith(str(place)) and out[1].startswith(str(place)) and out[2].endswith("applies")
    assert out[3] == str([str(place / "extradition" / "libextradition.so.0")])


def test_what_was_tried_is_said(root, tmp_path):
    environment = dict(os.environ, EXTRADITION_LIBRARY=str(tmp_path / "none.so"), PYTHONPATH=str(root / "bindings" / "python"))
    done = subprocess.run([sys.executable, "-c", "import extradition"], env=environment, capture_output=True, text=True)
    assert done.returncode == 1 and f"{tmp_path}/none.so (EXTRADITION_LIBRARY): there is no such file" in done.stderr
    environment["EXTRADITION_LIBRARY"] = "libc.so.6"
    done = subprocess.run([sys.executable, "-c", "import extradition"], env=environment, capture_output=True, text=True)
    assert done.returncode == 1 and "exd_version" in done.stderr


def test_found_in_the_build_tree(root, case):
    if not list(root.glob("build*/lib/libextradition.so.0")):
        pytest.skip("the build folder is not below the source tree")
    environment = {"PYTHONPATH": str(root / "bindings" / "python")}
    out = run([sys.executable, "-c", PROGRAM, case], env=environment, cwd="/").splitlines()
    assert out[1].startswith(str(root)) and out[2].endswith("applies")


def test_types_are_complete(root):
    mypy = shutil.which("mypy")
    if not mypy:
        pytest.skip("mypy is not installed")
    folder = root / "bindings" / "python"
    run([mypy, "--cache-dir", os.devnull, "--config-file", folder / "pyproject.toml", folder / "extradition"])
