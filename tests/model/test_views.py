"""A view and a form in one word, and the seal that says the view."""

import pytest

from groupplan.model import seal
from groupplan.model.seal import Seal
from groupplan.model.views import ALL, VIEWS, options, parted, viewed

HASH = "0" * 64
PLAIN = Seal(2, "brief.yaml", HASH, HASH, "0.1.0")


@pytest.mark.parametrize("view", list(VIEWS))
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_form_and_its_view_come_apart_again(view: str, form: str) -> None:
    assert parted(viewed(form, view)) == (view, form)


def test_the_whole_plan_is_the_plain_form() -> None:
    assert viewed("md", ALL) == viewed("md", "") == "md" and viewed("html", "boss") == "boss.html"


def test_a_form_is_said_as_options() -> None:
    assert options("md") == "md" and options("host.html") == "html --view host"


def test_the_seal_of_the_whole_plan_says_no_view() -> None:
    assert "view" not in PLAIN.line() and PLAIN.view == ALL


@pytest.mark.parametrize("view", [one for one in VIEWS if one != ALL])
def test_a_seal_says_its_view_and_is_read_back(view: str) -> None:
    made = Seal(2, "brief.yaml", HASH, HASH, "0.1.0", (("brief", "0a1b2c3d"),), view)
    assert f" view={view} " in made.line()
    assert seal.find(made.line()) == made


@pytest.mark.parametrize("view", ["all", "BOSS", "boss.md", "owner", "<b>"])
def test_a_view_nobody_makes_is_no_seal(view: str) -> None:
    line = PLAIN.line().replace(" body=", f" view={view} body=")
    assert seal.find(line) is None and seal.damaged(line)


def test_two_views_are_no_seal() -> None:
    assert seal.find(PLAIN.line().replace(" body=", " view=boss view=host body=")) is None
