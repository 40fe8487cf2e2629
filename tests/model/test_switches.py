"""What the brief alone says agrees with what settling finds."""

from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.model.switches import switches
from tests.test_examples import EXAMPLES, NAMES


@pytest.mark.parametrize("name", NAMES)
def test_switches_agree_with_the_settled_names(name: str) -> None:
    _agree((EXAMPLES / name / "brief.yaml").read_bytes())


def test_switches_agree_on_a_brief_of_four_lines() -> None:
    _agree(b"groupplan: 1\nname: Reading camp\nplatform: telegram\nopens: 2027-03-01\n")


def _agree(raw: bytes) -> None:
    loaded = pipeline.load(raw, "brief.yaml", Path(), Path())
    assert loaded.brief is not None
    names = pipeline.make(loaded).settled.names
    found = switches(loaded.brief)
    assert {name: names[name] for name in found} == found
