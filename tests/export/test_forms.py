import importlib.util
from pathlib import Path

import pytest

from groupplan.export.forms import FORMS, by_name
from groupplan.model.seal import SUFFIXES


def test_sealed_documents_are_those_that_check_knows() -> None:
    assert {one.name.rpartition(".")[2] for one in FORMS.values() if one.sealed} == set(SUFFIXES.values())


def test_every_other_form_has_its_module() -> None:
    for name in (one.name for one in FORMS.values() if not one.sealed):
        assert importlib.util.find_spec(f"groupplan.export.{name}"), name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/plan.xlsx", "xlsx"),
        ("plan.sop.xlsx", "sop"),
        ("PLAN.ICS", "ics"),
        ("plan.md", "md"),
        ("plan", ""),
        ("plan.odt", ""),
    ],
)
def test_a_name_tells_its_form(path: str, name: str) -> None:
    assert by_name(path) == name


def test_endings_are_all_different() -> None:
    endings = [one.ending() for one in FORMS.values()]
    endings += [one.ending(split) for one in FORMS.values() for split in one.splits]
    assert len(set(endings)) == len(endings)
    assert all(Path(f"plan{ending}").name.startswith("plan.") for ending in endings)


def test_a_split_makes_a_folder_of_a_file() -> None:
    assert (FORMS["ics"].folder(), FORMS["ics"].folder("duty")) == (False, True)
    assert FORMS["xlsx"].folder("duty") is False
