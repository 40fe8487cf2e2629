"""What holds for every shipped playbook: names, languages, ids, words that must never stand there."""

import re
from collections.abc import Iterator

import pytest
import yaml

from groupplan import shelf, validate
from groupplan.model.book import Book
from groupplan.model.playbook import SECTIONS
from groupplan.model.slots import slots
from groupplan.resources import shipped
from groupplan.validate.names import names

BOOKS = shelf.shipped_books()
HAN = re.compile("[\u4e00-\u9fff]")
SLOT = re.compile(r"\{\{.*?\}\}")
BANNED = {
    "zh-CN": (
        "家人们",
        "宝子",
        "亲们",
        "稳赚",
        "躺赚",
        "包过",
        "保过",
        "国家级",
        "限时免费领",
        "不转不是",
        "全网最",
    ),
    "en": (
        "guaranteed",
        "act now",
        "don't miss out",
        "once in a lifetime",
        "risk-free",
        "number one",
        "world-class",
    ),
}
"""Sales talk, false urgency, promises of results. 水军 and 小号 may be named, as warnings."""
WARN_OF_THEM = {"soft_article_outline", "risk_training_claims", "antifraud", "scam_guard", "camp_overpromise"}
"""Items that quote a phrase to say that it must not be used."""
FREE = ("term.", "who.", "name", "topic", "sender", "group_name", "platform_name")
"""Slots that one language may need and the other not; figures, dates and money must agree."""


def texts(book: Book) -> Iterator[tuple[str, str, str]]:
    """(item, language, words) of every text of a playbook."""
    for section in SECTIONS:
        for item in getattr(book.playbook, section):
            fields = [value for _, value in item]
            fields += [variant.text for variant in getattr(item, "variants", ())]
            fields += getattr(item, "turns", ())
            for value in fields:
                if isinstance(value, dict):
                    yield from ((item.id, language, words) for language, words in value.items())


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.playbook.name)
def test_every_name_in_conditions_and_texts_exists(book: Book) -> None:
    assert [finding.words for finding in names(book)] == []


def test_scripts_duties_and_anchors_exist_and_ids_are_unique() -> None:
    assert [(finding.origin, finding.words) for finding in validate.library(BOOKS)] == []


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.playbook.name)
def test_every_text_stands_in_both_languages(book: Book) -> None:
    found: dict[str, list[str]] = {}
    for item, language, _ in texts(book):
        found.setdefault(item, []).append(language)
    odd = [item for item, seen in found.items() if seen.count("zh-CN") != seen.count("en") or "" in seen]
    assert odd == []


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.playbook.name)
def test_no_text_is_half_translated(book: Book) -> None:
    odd = [
        item
        for item, language, words in texts(book)
        if re.search("[^\\W\\d_]", SLOT.sub("", words)) and bool(HAN.search(words)) != (language == "zh-CN")
    ]
    assert odd == []


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.playbook.name)
def test_both_languages_use_the_same_slots(book: Book) -> None:
    odd = []
    for section in SECTIONS:
        for item in getattr(book.playbook, section):
            for _, value in item:
                if isinstance(value, dict):
                    used = [
                        {slot.name for slot in slots(words) if not slot.name.startswith(FREE)}
                        for words in value.values()
                    ]
                    odd += [item.id] if len(used) > 1 and used[0] != used[1] else []
    assert odd == []


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.playbook.name)
def test_no_banned_phrase_is_used(book: Book) -> None:
    odd = [
        (item, phrase)
        for item, language, words in texts(book)
        for phrase in BANNED[language]
        if phrase in words.lower() and item not in WARN_OF_THEM
    ]
    assert odd == []


def test_everything_cited_is_known() -> None:
    knowledge = shipped("knowledge")
    data = {
        name: yaml.safe_load((knowledge / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("methods", "facts")
    }
    known = {
        row["id"]
        for rows in (*data["methods"].values(), *data["facts"].values())
        if isinstance(rows, list)
        for row in rows
    }
    cited = {
        name
        for book in BOOKS
        for section in SECTIONS
        for item in getattr(book.playbook, section)
        for name in item.basis
    }
    assert cited - known == set()


def test_every_shipped_task_names_duty_priority_and_minutes() -> None:
    odd = [
        task.id
        for book in BOOKS
        for task in book.playbook.tasks
        if not (task.duty and task.priority and task.minutes is not None)
    ]
    assert odd == []


def test_no_text_is_cut_short_by_a_yaml_comment() -> None:
    cut = re.compile(r"^\s+(?:zh-CN|en): (?![\"'|>{]).*\s#", re.MULTILINE)
    files = sorted(shipped("playbooks").glob("*.yaml"))
    assert [path.name for path in files if cut.search(path.read_text(encoding="utf-8"))] == []
