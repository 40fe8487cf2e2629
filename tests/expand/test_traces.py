"""Every item says why it is there: its line, the brief's fields behind it, what it rests on."""

from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.model.playbook import SECTIONS
from groupplan.shelf import Sources
from tests.briefs import alone
from tests.expand.test_items import LISTS, task

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def test_the_trace_leads_to_the_element_in_the_brief_as_written() -> None:
    pieces = alone(LISTS, task("name: A, each: lessons")).outline.tasks
    assert {piece.key: piece.trace.routes for piece in pieces} == {
        "hello@early": (("lessons", 1),),
        "hello@late": (("lessons", 0),),
    }


def test_the_trace_names_line_conditions_and_basis() -> None:
    house = "when: kind == 'study-camp'\n" + task("name: A, when: has_offers, basis: [M283, F191]")
    trace = alone(f"{LISTS}kind: study-camp", house).outline.tasks[0].trace
    assert (trace.book, trace.origin.source, trace.origin.route) == ("house", "house.yaml", ("tasks", 0))
    assert trace.routes == (("kind",), ("offers",))
    assert trace.basis == ("M283", "F191")


def test_a_segment_is_traced_into_the_audience() -> None:
    trace = alone(LISTS, task("name: A, each: segments")).outline.tasks[0].trace
    assert trace.routes == (("audience", "segments", 0),)


@pytest.mark.parametrize("name", ["study-camp", "open-source"])
def test_every_trace_of_an_example_leads_to_a_line(name: str) -> None:
    folder = EXAMPLES / name
    loaded = pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder)
    outline = pipeline.make(loaded).outline
    sources = Sources({})
    for section in (one for one in SECTIONS if one != "wordings"):
        for piece in getattr(outline, section):
            place = sources[piece.trace.origin.source].place(piece.trace.origin)
            assert piece.item.id in sources[piece.trace.origin.source].line(place.line)
