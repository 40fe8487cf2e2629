"""One's own figures: unknown ids, missing languages, wrong units and unknown facts, each at its line."""

from pathlib import Path

import pytest
import yaml

from groupplan.model.texts import CITED
from groupplan.resources import shipped
from tests.briefs import load

HEAD = "knowledge: 1\n"
ROW = "{id: %s, value: '%s', say: {zh-CN: 我们的数, en: Our figure}}"


def found(text: str, folder: Path) -> list[tuple[int, str, str]]:
    """Line, code and key of what is wrong with the project's own figures."""
    place = folder / "knowledge" / "benchmarks.yaml"
    place.parent.mkdir()
    place.write_text(HEAD + text, encoding="utf-8")
    loaded = load("", folder)
    sources = loaded.sources
    return [
        (sources[f.origin.source].place(f.origin).line, f.code, f.words.key)
        for f in loaded.findings
        if f.origin.source in sources and "benchmarks" in f.origin.source
    ]


def test_a_row_nothing_asks_for_is_found(tmp_path: Path) -> None:
    rate = "{id: pay_rte, range: 2%..5%, say: ours}"
    text = f"defaults:\n  - {ROW % ('group_sise', '120')}\nrates:\n  - {rate}\n"
    assert found(text, tmp_path) == [(5, "GP015", "unknown-name"), (3, "GP015", "unknown-name")]


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("group_size", "120", None),
        ("group_size", "12%", "wrong-unit"),
        ("post_gap", "2h", None),
        ("post_gap", "90", "wrong-unit"),
        ("promotion_share", "15%", None),
        ("promotion_share", "0.15", "wrong-unit"),
        ("task_time", "07:30", None),
        ("task_time", "7", "wrong-unit"),
        ("quiet", "23:00-07:00", None),
        ("quiet", "23:00", "wrong-unit"),
    ],
)
def test_a_default_is_written_in_its_own_unit(name: str, value: str, key: str | None, tmp_path: Path) -> None:
    wrong = found(f"defaults:\n  - {ROW % (name, value)}\n", tmp_path)
    assert [one[2] for one in wrong] == ([key] if key else [])


def test_a_sentence_without_its_second_language_is_found(tmp_path: Path) -> None:
    other = "{id: post_gap, value: 60min, say: {zh-CN: 一小时一条}}"
    text = f"defaults:\n  - {ROW % ('group_size', '120')}\n  - {other}\n"
    assert found(text, tmp_path) == [(4, "GP023", "missing-language")]


def test_a_fact_that_does_not_exist_is_found(tmp_path: Path) -> None:
    text = "defaults:\n  - {id: group_size, value: '120', say: ours, fact: F999}\n"
    assert found(text, tmp_path) == [(3, "GP013", "no-such-basis")]


def test_as_many_can_be_cited_as_there_are() -> None:
    knowledge = shipped("knowledge")
    texts = [(knowledge / f"{name}.yaml").read_text(encoding="utf-8") for name in ("methods", "facts")]
    rows = [
        row
        for text in texts
        for part in yaml.safe_load(text).values()
        if isinstance(part, list)
        for row in part
    ]
    ids = [str(row["id"]) for row in rows]
    assert {letter: sum(one.startswith(letter) for one in ids) for letter in CITED} == CITED
