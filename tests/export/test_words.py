"""The words of exported files: both languages, the same gaps, a head for every column and none besides."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import groupplan
from groupplan.export.sheets import LISTS, SHEETS
from groupplan.messages import LANGUAGES, catalogue

ROOM = Path(groupplan.__file__).parent / "export"
WORDS = catalogue("export")


def entries(found: Any = WORDS, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every key with its words."""
    if set(LANGUAGES) <= set(found):
        yield path, found
    else:
        for key, below in found.items():
            yield from entries(below, f"{path}.{key}".removeprefix("."))


def asked() -> Iterator[str]:
    """Keys spelled out in the code, and the beginnings of those that are put together."""
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "." in node.value:
                yield node.value


def test_every_entry_has_both_languages_with_the_same_gaps() -> None:
    for key, said in entries():
        assert set(said) == set(LANGUAGES), key
        assert all(text.strip() for text in said.values()), key
        gaps = [{gap for _, gap, _, _ in Formatter().parse(text) if gap} for text in said.values()]
        assert gaps[0] == gaps[1], key


def test_every_sheet_and_column_has_its_words() -> None:
    keys = {key for key, _ in entries()}
    for name, form in SHEETS.items():
        assert {f"table.{name}", f"about.{name}"} <= keys
        for id_, _ in form:
            assert {f"head.{id_}", f"heads.{name}.{id_}"} & keys, f"{name}.{id_}"


def test_no_head_and_no_note_is_without_a_column() -> None:
    columns = {id_ for form in SHEETS.values() for id_, _ in form}
    own = {f"{name}.{id_}" for name, form in SHEETS.items() for id_, _ in form}
    for key, _ in entries():
        kind, _, rest = key.partition(".")
        if kind in ("head", "note"):
            assert rest in columns, key
        if kind in ("heads", "notes"):
            assert rest in own, key
        if kind in ("table", "about"):
            assert rest in SHEETS, key


def test_every_key_spelled_out_is_there() -> None:
    keys = {key for key, _ in entries()}
    sections = {key.partition(".")[0] for key in keys}
    spelled = {
        key for key in asked() if key.partition(".")[0] in sections and " " not in key and key[-1] != "."
    }
    assert {key for key in spelled if key.count(".") == 1 and key.replace(".", "").isidentifier()} <= keys


def test_choice_columns_have_their_list() -> None:
    for form in SHEETS.values():
        assert {id_ for id_, kind in form if kind == "choice"} <= set(LISTS)
