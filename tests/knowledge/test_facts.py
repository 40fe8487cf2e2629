"""What the other knowledge files cite stands in facts.yaml and methods.yaml, word for word."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from groupplan.model import condition, vocabulary

HERE = Path(__file__).parents[2] / "src/groupplan/knowledge"
TERMS = {
    "group", "groups", "member", "members", "notice", "admin", "code", "mention_all", "mute", "pin",
    "nickname", "dm", "red_packet", "platform", "staff_account",
}  # fmt: skip


def load(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


PLATFORMS = sorted((HERE / "platforms").glob("*.yaml"))
LAWS = sorted((HERE / "laws").glob("*.yaml"))
CITING = [*PLATFORMS, HERE / "benchmarks.yaml", *LAWS]
FACTS: list[dict[str, Any]] = load(HERE / "facts.yaml")["facts"]
METHODS = load(HERE / "methods.yaml")
BY_ID = {fact["id"]: fact for fact in FACTS}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    data = load(path)
    for section in ("limits", "rates", "defaults", "rows"):
        yield from data.get(section, ())


def bilingual(text: dict[str, str]) -> bool:
    return set(text) == {"zh-CN", "en"} and all(words.strip() for words in text.values())


def test_facts_are_200_in_both_languages() -> None:
    assert len(FACTS) == len(BY_ID) == 200
    assert [fact["id"] for fact in FACTS if not bilingual(fact["say"])] == []
    assert [fact["id"] for fact in FACTS if "seed 0" in fact["source"] or "supplied" in fact["source"]] == []


def test_methods_are_complete() -> None:
    counts = {name: len(METHODS[name]) for name in ("methods", "checks", "contradictions", "scripts")}
    assert counts == {"methods": 372, "checks": 68, "contradictions": 20, "scripts": 27}


def test_there_is_something_to_check() -> None:
    assert {path.stem for path in PLATFORMS} >= {"wecom", "wechat", "discord"}
    assert {path.stem for path in LAWS} >= {"cn"}
    assert all(list(rows(path)) for path in CITING if path.stem != "other")


@pytest.mark.parametrize("path", CITING, ids=lambda path: path.stem)
def test_rows_repeat_the_fact_they_cite(path: Path) -> None:
    methods = {row["id"] for name in ("methods", "contradictions") for row in METHODS[name]}
    for row in rows(path):
        assert bilingual(row["say"]), row["id"]
        if "fact" in row:
            fact = BY_ID[row["fact"]]
            assert (row["date"], row["trust"]) == (fact["date"], fact["trust"]), row["id"]
        else:
            assert row["basis"] in methods, row["id"]


@pytest.mark.parametrize("path", PLATFORMS, ids=lambda path: path.stem)
def test_platform_has_every_term(path: Path) -> None:
    pack = load(path)
    assert (pack["knowledge"], pack["platform"]) == (1, path.stem)
    assert set(pack["terms"]) == TERMS
    assert all(bilingual(text) for text in [pack["name"], *pack["terms"].values()])


def test_last_row_of_each_benchmark_holds_for_every_kind() -> None:
    data = load(HERE / "benchmarks.yaml")
    for section in ("rates", "defaults"):
        last = {row["id"]: row for row in data[section]}
        assert [name for name, row in last.items() if "kinds" in row] == []


@pytest.mark.parametrize("path", LAWS, ids=lambda path: path.stem)
def test_conditions_of_laws_can_be_read(path: Path) -> None:
    for row in rows(path):
        names = condition.parse(row["when"]).names
        assert all(vocabulary.in_condition(name) for name, _ in names), row["id"]
