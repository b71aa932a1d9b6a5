"""What the tests share: the source tree, the rules, the real case."""
import os
import pathlib
import sys
import tempfile

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

ROOT = pathlib.Path(os.environ.get("SOURCE_ROOT") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "bindings" / "python"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import extradition  # noqa: E402 -- after the path

set_hypothesis_home_dir(os.path.join(tempfile.gettempdir(), f"hypothesis-{os.getuid()}"))  # and not into the source tree


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def rules():
    return extradition.Rulebook.load(ROOT / "rules")


@pytest.fixture(scope="session")
def case():
    return ROOT / "docs" / "examples" / "son-jong-woo-2020.yaml"


@pytest.fixture
def small():
    """A record as a dict, with little in it."""
    return {
        "id": "small",
        "as_of": "2020-07-06",
        "request": {"requesting_state": "US", "requested_state": "KR", "purpose": "prosecution"},
        "person": {"nationalities": ["KR"]},
        "offences": [{"id": "o", "penalty": {"requesting": "20 years", "requested": "5 years"}}],
    }
