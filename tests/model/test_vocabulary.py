"""The names conditions and texts may use, and where."""

import pytest

from groupplan.model import choices
from groupplan.model.brief import Brief
from groupplan.model.choice import Choices
from groupplan.model.fields import Model
from groupplan.model.vocabulary import (
    ITEM_FIELDS,
    NAMES,
    Scope,
    find,
    in_condition,
    in_requirement,
    in_text,
    suggestions,
)

KINDS = {"text", "number", "truth", "set", "date", "time", "money", "list"}
PLACES = [(name, each) for each, fields in ITEM_FIELDS.items() for name in (*fields, "number")]


def fields_of(model: type[Model]) -> dict[str, object]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def test_every_name_has_a_known_kind_and_its_own_key() -> None:
    assert {entry.kind for entry in NAMES.values()} | {
        kind for fields in ITEM_FIELDS.values() for kind in fields.values()
    } <= KINDS
    assert [name for name, entry in NAMES.items() if entry.name != name] == []


def test_every_route_begins_at_a_field_of_the_brief() -> None:
    roots = fields_of(Brief)
    assert {route[0] for entry in NAMES.values() for route in entry.routes} - set(roots) == set()


def test_lists_of_items_are_those_of_each() -> None:
    assert set(ITEM_FIELDS) == set(choices.LISTS)


@pytest.mark.parametrize(
    ("scope", "condition", "requirement", "text", "script"),
    [
        (Scope.SETTLED, True, True, True, True),
        (Scope.RESULT, False, True, True, True),
        (Scope.WORDS, False, False, True, True),
        (Scope.OCCURRENCE, False, False, False, True),
    ],
)
def test_scope(scope: Scope, condition: bool, requirement: bool, text: bool, script: bool) -> None:
    for name in (entry.name for entry in NAMES.values() if entry.scope is scope):
        assert in_condition(name) is condition
        assert in_requirement(name) is requirement
        assert in_text(name) is text
        assert in_text(name, script=True) is script


def test_a_star_stands_for_one_word() -> None:
    for name in ("who.host", "term.group", "limit.members"):
        assert in_text(name) and not in_condition(name)
    assert in_requirement("workload.owner.peak_hours")
    assert find("who") is find("who.host.name") is find("workload.peak_hours") is None


@pytest.mark.parametrize(("name", "each"), PLACES)
def test_item_is_known_only_under_its_each(name: str, each: str) -> None:
    assert in_condition(f"item.{name}", each) and in_text(f"item.{name}", each)
    assert not in_condition(f"item.{name}") and not in_text(f"item.{name}")
    assert not in_requirement(f"item.{name}")


@pytest.mark.parametrize(
    "name", ["", "item", "item.", "item.nothing", "knd", "kind.x", "Kind", "forecast", "__class__"]
)
def test_what_is_not_in_the_list_is_unknown(name: str) -> None:
    assert (
        not in_condition(name, "lessons")
        and not in_requirement(name)
        and not in_text(name, "lessons", script=True)
    )


def test_suggestions_are_what_could_be_meant() -> None:
    assert "kind" in suggestions() and "item.title" not in suggestions()
    assert {"item.title", "item.number"} <= set(suggestions("lessons"))


def test_choices_have_names_in_both_languages() -> None:
    lists = [value for value in vars(choices).values() if isinstance(value, Choices)]
    assert len(lists) > 15
    for one in lists:
        for word in one:
            assert all(one.both(word)) and one.label(word, "en") == one.both(word).en
            assert (word in one and word == word.lower()) or word == "zh-CN"
    assert choices.STAGES.label("nowhere", "en") == "nowhere"
