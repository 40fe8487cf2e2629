"""`groupplan schema today` is published, and what `today --json` prints is as it says and no key more."""

import copy
import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from groupplan.cli.today_json import as_data, as_json
from groupplan.cli.today_schema import schema, schema_text
from groupplan.messages import LANGUAGES, catalogue
from groupplan.model.plan import Plan
from groupplan.render.agenda import agenda
from tests.cli.conftest import Run
from tests.cli.test_today import BRIEF, HOUSE, _put
from tests.export.plans import EXAMPLES, example

PUBLISHED = Path(__file__).parents[2] / "docs" / "today.schema.json"
FOLDERS = sorted(str(path.parent.relative_to(EXAMPLES)) for path in EXAMPLES.rglob("brief.yaml"))


def days(plan: Plan) -> Iterator[dt.date]:
    """Before the plan, every third day of it and its last, after it."""
    first, last = plan.schedule.first, plan.schedule.last
    steps = range(-1, (last - first).days + 1, 3)
    yield from (first + dt.timedelta(days=step) for step in steps)
    yield from (last, last + dt.timedelta(days=1))


@cache
def told(name: str) -> Any:
    """The days of an example, each as a plan of its own, at different hours."""
    plan = example(name)
    hours = (None, dt.time(0, 0), dt.time(23, 59))
    asked = [(day, hours[index % 3]) for index, day in enumerate(days(plan))]
    data = [as_data(name, plan, agenda(plan, day), hour) for day, hour in asked]
    return json.loads(as_json(data))


def objects() -> Iterator[tuple[str, str]]:
    """Every key of the schema, by its kind of object."""
    found = schema()
    yield from (("", key) for key in found["properties"])
    for name, one in found["definitions"].items():
        yield from ((name, key) for key in one["properties"])


def closed() -> dict[str, Any]:
    """The schema that admits no further key: a new one is added to it, not forgotten."""
    found = copy.deepcopy(schema())
    for one in (found, *found["definitions"].values()):
        one["additionalProperties"] = False
    return found


def errors(data: Any) -> list[str]:
    return [one.message for one in Draft7Validator(closed()).iter_errors(data)]


def test_a_key_of_a_later_release_breaks_no_reader() -> None:
    found = copy.deepcopy(told(FOLDERS[0]))
    found["later"] = found["plans"][0]["later"] = 1
    assert Draft7Validator(schema()).is_valid(found) and errors(found)


def test_the_published_schema_is_the_one_in_force(run: Run) -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "groupplan schema today > docs/…"
    assert run("schema", "today").out == schema_text()
    Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("name", FOLDERS)
def test_an_example_is_as_the_schema_says_on_any_day(name: str) -> None:
    assert {one["place"] for one in told(name)["plans"]} == {"before", "within", "after"}
    assert errors(told(name)) == []


def test_what_the_command_prints_is_as_the_schema_says(run: Run, folder: Path) -> None:
    hostile = HOUSE.replace("Say hello", '"=1\\u202E\\U0001F600"').replace(", recipient: to all", "")
    _put(folder / "a")
    _put(folder / "b", BRIEF.replace(", backup: ben", ""), hostile)
    _put(folder / "c", "groupplan: 1\n")
    for options in (("--date", "2027-03-10"), ("--date", "2020-01-01"), (), ("--duty", "host")):
        data = json.loads(run("today", ".", "--json", *options).out)
        assert len(data["plans"]) == 2
        assert errors(data) == []


def test_a_brief_that_cannot_be_read_leaves_an_empty_list(run: Run, folder: Path) -> None:
    _put(folder / "c", "groupplan: 1\n")
    ran = run("today", "c/brief.yaml", "--json")
    assert (ran.code, errors(json.loads(ran.out))) == (1, [])


@pytest.mark.parametrize(("name", "key"), list(objects()))
def test_a_key_that_the_schema_lacks_or_the_output_lacks_fails(name: str, key: str) -> None:
    for change in ("properties", "required"):
        by = closed()
        one = by["definitions"][name] if name else by
        if change == "properties":
            del one["properties"][key]
        else:
            one["required"].append(f"no_{key}")
        validator = Draft7Validator(by)
        assert not all(validator.is_valid(told(place)) for place in FOLDERS)


def test_every_text_about_a_key_is_about_one_that_is_there() -> None:
    known = {(name or "all", key) for name, key in objects()}
    said = catalogue("today")
    assert {(name, key) for name, keys in said.items() for key in keys} - known == set()
    assert all(set(text) == set(LANGUAGES) for keys in said.values() for text in keys.values())
