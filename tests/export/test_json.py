import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from groupplan.export.json import as_json
from groupplan.export.schema import schema, schema_text
from tests.export.plans import FOLDERS, example, hostile

PUBLISHED = Path(__file__).parents[2] / "docs" / "plan.schema.json"


def read(raw: bytes) -> Any:
    return json.loads(raw.decode("utf-8"))


def test_the_published_schema_is_the_one_in_force() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()
    Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("name", FOLDERS)
def test_a_plan_is_as_its_schema_says_and_holds_no_key_more(name: str) -> None:
    data = read(as_json(example(name)))
    assert list(Draft7Validator(schema()).iter_errors(data)) == []
    said = schema()["properties"]
    assert set(data) == set(said)
    assert set(data["plan"]) == set(said["plan"]["properties"])
    assert set(data["tables"]) == set(said["tables"]["properties"])
    for name_, rows in data["tables"].items():
        known = set(said["tables"]["properties"][name_]["items"]["properties"])
        assert all(set(row) == known for row in rows), name_


def test_a_hostile_plan_is_as_its_schema_says() -> None:
    assert list(Draft7Validator(schema()).iter_errors(read(as_json(hostile())))) == []


def test_tasks_are_those_of_the_plan() -> None:
    plan = example("study-camp")
    rows = [row for row in read(as_json(plan))["tables"]["tasks"] if row["date"]]
    found = [(row["task"], row["date"], row["time"]) for row in rows]
    said = [(o.task, o.day.isoformat(), f"{o.at:%H:%M}" if o.at else None) for o in plan.schedule.occurrences]
    assert found == said


def test_a_schema_that_asks_for_another_column_refuses_the_plan() -> None:
    asked = schema()
    asked["properties"]["tables"]["properties"]["tasks"]["items"]["required"].append("colour")
    assert list(Draft7Validator(asked).iter_errors(read(as_json(example("study-camp")))))
