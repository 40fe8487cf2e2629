"""The 27 scripts: each is shipped in both languages, and in four more voices that differ from each other."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from groupplan import shelf
from groupplan.model.items import Script, Wording
from groupplan.model.slots import slots

LISTED: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "scripts.yaml").read_text(encoding="utf-8")
)
BOOKS = {book.playbook.name: book.playbook for book in shelf.shipped_books()}
SCRIPTS: dict[str, Script] = {item.id: item for book in BOOKS.values() for item in book.scripts}
VOICES = ("parents", "business", "gamers", "developers")
WORDED: dict[str, dict[str, Wording]] = {
    voice: {item.id: item for item in BOOKS[f"voice_{voice}"].wordings} for voice in VOICES
}
LANGUAGES = {"zh-CN", "en"}
LONGEST = 1800
FREE = ("term.", "who.", "name", "topic", "sender", "group_name", "platform_name")
"""Slots that always have a value, so that a voice may add them."""


def words(item: Script | Wording) -> Iterator[Mapping[str, str]]:
    yield item.text
    yield from (variant.text for variant in item.variants)


def spoken(item: Script | Wording, language: str) -> Iterator[str]:
    """All that is said in one language, turns too."""
    yield from (text[language] for text in words(item))
    yield from (turn[language] for turn in item.turns)


def everything() -> Iterator[tuple[str, Script | Wording]]:
    yield from (("core", item) for item in SCRIPTS.values())
    yield from ((voice, item) for voice in VOICES for item in WORDED[voice].values())


def test_all_27_scripts_are_listed() -> None:
    assert list(LISTED) == [f"S{number:02}" for number in range(1, 28)]


@pytest.mark.parametrize("number", LISTED)
def test_each_script_is_shipped_in_both_languages(number: str) -> None:
    ids = LISTED[number]["ids"]
    assert [name for name in ids if name not in SCRIPTS] == []
    assert all(set(text) == LANGUAGES for name in ids for text in words(SCRIPTS[name]))


@pytest.mark.parametrize("number", LISTED)
@pytest.mark.parametrize("voice", VOICES)
def test_each_voice_says_each_script_in_its_own_words(voice: str, number: str) -> None:
    said = [WORDED[voice][name] for name in LISTED[number]["ids"] if name in WORDED[voice]]
    assert said, f"{number} has no wording for {voice}"
    for wording in said:
        assert all(set(text) == LANGUAGES for text in words(wording))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_voice_repeats_the_core_or_another_voice(language: str) -> None:
    same = []
    for name, script in SCRIPTS.items():
        texts = {"core": script.text[language]} if language in script.text else {}
        texts |= {voice: WORDED[voice][name].text[language] for voice in VOICES if name in WORDED[voice]}
        same += [name] if len(set(texts.values())) < len(texts) else []
    assert same == []


@pytest.mark.parametrize("voice", VOICES)
def test_a_wording_asks_for_no_more_than_its_script(voice: str) -> None:
    """What a script's conditions do not promise to be there may not stand in a wording of it."""
    more = []
    for name, wording in WORDED[voice].items():
        script = SCRIPTS[name]
        assert wording.each == script.each, name
        used = {slot.name for text in words(script) for line in text.values() for slot in slots(line)}
        asked = {slot.name for text in words(wording) for line in text.values() for slot in slots(line)}
        more += [(name, slot) for slot in sorted(asked - used) if not slot.startswith(FREE)]
    assert more == []


@pytest.mark.parametrize("voice", VOICES)
def test_both_languages_of_a_voice_use_the_same_slots(voice: str) -> None:
    odd = []
    for name, wording in WORDED[voice].items():
        for text in (*words(wording), *wording.turns):
            used = [{s.name for s in slots(line) if not s.name.startswith(FREE)} for line in text.values()]
            odd += [name] if used[0] != used[1] else []
    assert odd == []


@pytest.mark.parametrize("voice", VOICES)
def test_a_conditional_reward_price_or_place_is_kept(voice: str) -> None:
    """Where a script has words for a fee, a price, a limit or a reward, so has each wording of it."""
    facts = ("fee", "item.price", "item.limit", "reward", "item.place", "item.guest", "members_now")
    lost: list[Any] = []
    for name, wording in WORDED[voice].items():
        used = {s.name for text in words(SCRIPTS[name]) for s in slots(text["zh-CN"])}
        kept = {s.name for text in words(wording) for s in slots(text["zh-CN"])}
        lost += [(name, fact) for fact in facts if fact in used - kept]
    assert lost == []


def test_long_words_have_a_short_form() -> None:
    long = [
        (voice, item.id)
        for voice, item in everything()
        if item.short is None and any(len(line) > LONGEST for text in words(item) for line in text.values())
    ]
    too_long = [
        (voice, item.id)
        for voice, item in everything()
        if item.short and any(len(line) > LONGEST for line in item.short.values())
    ]
    assert (long, too_long) == ([], [])


def test_business_people_are_addressed_with_respect() -> None:
    said = [(name, line) for name, item in WORDED["business"].items() for line in spoken(item, "zh-CN")]
    assert [name for name, line in said if "你" in line or "！" in line] == []
    english = [(name, line) for name, item in WORDED["business"].items() for line in spoken(item, "en")]
    assert [name for name, line in english if "!" in line] == []


def test_developers_get_plain_words() -> None:
    shouting = re.compile("[!！\U0001f300-\U0001faff]|您")
    said = [
        (name, line)
        for name, item in WORDED["developers"].items()
        for language in sorted(LANGUAGES)
        for line in spoken(item, language)
    ]
    assert [name for name, line in said if shouting.search(line)] == []


def test_parents_are_never_shown_ranks_or_results() -> None:
    ranks = re.compile(r"排名|第一名|优秀学员|leaderboard|top of the class|best child")
    said = [
        (name, line)
        for name, item in WORDED["parents"].items()
        for language in sorted(LANGUAGES)
        for line in spoken(item, language)
    ]
    assert [name for name, line in said if ranks.search(line)] == []


def test_the_long_form_of_the_rules_is_shipped_article_by_article() -> None:
    articles = [rule for book in BOOKS.values() for rule in book.rules]
    assert len({rule.element["zh-CN"] for rule in articles}) >= 9
    assert all(set(rule.text) == LANGUAGES for rule in articles)
