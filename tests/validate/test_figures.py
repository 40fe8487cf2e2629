"""Wherever a number may stand, what is no number is refused at its own place, and nothing else happens."""

import json
from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from pydantic import PlainValidator

from groupplan import validate
from groupplan.model import ranges, scalars
from groupplan.model.brief import Brief
from groupplan.model.fields import Model
from groupplan.model.source import Route
from tests.validate.found import BRIEF, brief, source

PLAIN = (scalars.count, scalars.minutes, scalars.positive, scalars.share, scalars.money, scalars.lapse)
SPREAD = (ranges.rate, ranges.size, ranges.amount)
NO_NUMBERS = (
    "NaN", ".nan", "nan", "inf", "-.inf", ".inf", "Infinity", "1e400", "1e3", "0x10", "1_000", "--1", "一百",
    "9" * 21, "9" * 4_000, "0." + "0" * 4_000 + "1",
)  # fmt: skip
NO_RANGES = ("1..inf", "NaN..NaN", ".nan..1", "3..2..1", "9..1", "..", "1..", "0.." + "9" * 4_000)
NO_PARTS: tuple[Any, ...] = (
    {"low": "0", "likely": "NaN", "high": "1"},
    {"low": "0", "likely": "0", "high": ".inf"},
    {"low": "1", "likely": "0", "high": "1"},
    {"low": "0", "high": "1"},
)
HEAD = {"groupplan": "1", "name": "x", "platform": "wecom", "opens": "2027-03-01"}


def _parts(kind: Any) -> Iterator[Any]:
    """What a type is made of, annotations unfolded."""
    yield kind
    for part in get_args(kind):
        if get_origin(kind) in (Union, UnionType, tuple) or hasattr(kind, "__metadata__"):
            yield from _parts(part)


def _numbers(model: type[Model], route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Every field of a number with the function that reads it; the first element stands for its list."""
    for name, field in model.model_fields.items():
        here = (*route, field.alias or name)
        parts = [*field.metadata, *_parts(field.annotation)]
        listed = any(get_origin(part) is tuple for part in parts)
        for part in parts:
            if isinstance(part, PlainValidator) and part.func in (*PLAIN, *SPREAD):
                yield here, part.func
            elif isinstance(part, type) and issubclass(part, Model):
                yield from _numbers(part, (*here, 0) if listed else here)


FIELDS = dict(_numbers(Brief))


def _refused(route: Route, value: Any) -> bool:
    data: Any = value
    for step in reversed(route):
        data = [data] if isinstance(step, int) else {step: data}
    outcome = validate.brief(source(json.dumps({**HEAD, **data})))
    codes = {f.code for f in outcome.findings if f.origin.route == route}
    return outcome.value is None and bool(codes & {"GP012", "GP013"})


def test_the_fields_are_found() -> None:
    wanted: set[Route] = {
        ("members_now",),
        ("channels", 0, "scan_rate"),
        ("goals", 0, "guardrail", "max"),
        ("goals", 0, "chance"),
        ("assumptions", "invites"),
        ("scenarios", 0, "reach"),
        ("scenarios", 0, "assumptions", "accept_rate"),
        ("audience", "segments", 0, "reach"),
        ("roles", 0, "hours_week"),
        ("budget", "total"),
        ("offers", 0, "refund_rate"),
    }
    assert wanted <= set(FIELDS)
    assert len(FIELDS) > 60


@pytest.mark.parametrize("route", FIELDS, ids=lambda route: ".".join(str(step) for step in route))
def test_what_is_no_number_is_refused_at_its_place(route: Route) -> None:
    wrong: list[Any] = list(NO_NUMBERS)
    if FIELDS[route] in SPREAD:
        wrong += [*NO_RANGES, *NO_PARTS]
    assert [value for value in wrong if not _refused(route, value)] == []


@pytest.mark.parametrize("route", [route for route, read in FIELDS.items() if read is ranges.rate])
@pytest.mark.parametrize("value", ["101%", "1.01", "90%..110%", "-1%", "-5%..5%"])
def test_a_rate_is_a_share(route: Route, value: str) -> None:
    assert _refused(route, value)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("reach", "scanned"),
        ("reach", "joined"),
        ("scanned", "joined"),
        ("joined", "active"),
        ("joined", "completed"),
        ("joined", "paid"),
    ],
)
def test_no_step_of_the_last_round_has_more_than_the_one_before(first: str, then: str) -> None:
    (finding,) = brief(f"{BRIEF}history: {{{first}: 400, {then}: 430}}\n")
    assert (finding.code, finding.origin.route) == ("GP020", ("history", then))
    assert brief(f"{BRIEF}history: {{{first}: 430, {then}: 430}}\n") == ()


def test_members_may_bring_more_than_joined() -> None:
    assert brief(f"{BRIEF}history: {{joined: 430, referred: 500}}\n") == ()
