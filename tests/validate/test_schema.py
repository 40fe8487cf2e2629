"""The shipped JSON Schemas are those of the models, and hold for what groupplan itself accepts."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft7Validator

from groupplan import scaffold
from groupplan.model import brief, playbook
from groupplan.read import read
from groupplan.resources import shipped
from tests.validate.found import BRIEF, CASES

SCHEMAS: dict[str, dict[str, Any]] = {"brief": brief.schema(), "playbook": playbook.schema()}
LANGUAGES = ("zh-CN", "en")
OPENS = date(2027, 3, 1)
BRIEFS = [
    BRIEF,
    (CASES / "enough.yaml").read_text(encoding="utf-8"),
    *(path.read_text(encoding="utf-8") for path in sorted(shipped("examples").glob("*/*brief.yaml"))),
    *(scaffold.brief(name, language, OPENS, {}) for name in scaffold.archetypes() for language in LANGUAGES),
]
PLAYBOOKS = [
    *(path.read_text(encoding="utf-8") for path in sorted(shipped("playbooks").glob("*.yaml"))),
    *(scaffold.playbook("our_house", language) for language in LANGUAGES),
]


def given(data: Any) -> Any:
    """The data without keys left empty: to a schema they are there, to groupplan they are not."""
    if isinstance(data, dict):
        return {key: given(value) for key, value in data.items() if value is not None}
    return [given(value) for value in data] if isinstance(data, list) else data


def errors(name: str, text: str) -> list[str]:
    data = read(text.encode(), name).source.data
    found = Draft7Validator(SCHEMAS[name]).iter_errors(given(data))
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


def properties(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    schema = SCHEMAS[name]
    for title, part in (("", schema), *schema["definitions"].items()):
        yield from ((f"{title}.{key}", value) for key, value in part.get("properties", {}).items())


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_schema_is_that_of_the_model(name: str) -> None:
    path = shipped("templates") / "new" / f"{name}.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(SCHEMAS[name]))


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_draft_7_schema(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_is_described_in_both_languages(name: str) -> None:
    found = list(properties(name))
    assert len(found) > 60
    for key, value in found:
        words = value["x-groupplan-i18n"]
        assert words["zh-CN"].strip() and words["en"].strip(), key
        assert value["description"] == f"{words['zh-CN']}\n\n{words['en']}", key
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in words["en"].replace("99元", "")), key


@pytest.mark.parametrize("text", BRIEFS, ids=range(len(BRIEFS)))
def test_briefs_are_valid_as_text(text: str) -> None:
    assert errors("brief", text) == []


@pytest.mark.parametrize("text", PLAYBOOKS, ids=range(len(PLAYBOOKS)))
def test_playbooks_are_valid_as_text(text: str) -> None:
    assert errors("playbook", text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brief", "groupplan: 1\n"),
        ("brief", BRIEF + "frobnicate: 1\n"),
        ("brief", BRIEF.replace("wecom", "icq")),
        ("brief", BRIEF + "goals: {id: a}\n"),
        ("brief", BRIEF + "kind: Study Camp\n"),
        ("brief", BRIEF + "seeds: {cuont: 1}\n"),
        ("playbook", "playbook: 1\n"),
        ("playbook", "playbook: 1\nname: x\ntasks: [{id: a}]\n"),
    ],
)
def test_it_refuses_what_groupplan_refuses(name: str, text: str) -> None:
    assert errors(name, text) != []


def test_keys_of_the_authors_own_are_allowed_everywhere() -> None:
    assert (
        errors("brief", BRIEF + "x-a: [1]\nseeds: {x-b: {c: 1}}\ngoals: [{id: a, metric: joined, x-c: 1}]\n")
        == []
    )
