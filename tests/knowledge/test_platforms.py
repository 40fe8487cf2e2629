"""Platforms: packs and features agree, and a retargeted brief gives a plan in the platform's own words."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from groupplan import pipeline
from groupplan.model.choices import PLATFORMS
from groupplan.model.document import Part, Table
from groupplan.model.features import FEW, gained, lost
from groupplan.model.knowledge import Pack
from groupplan.model.plan import Plan
from groupplan.render.platform import blocks
from groupplan.render.words import Dictionary
from groupplan.shelf import shipped_books
from tests.briefs import make

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src/groupplan/knowledge"
EXAMPLES = ROOT / "examples"
ALL = ("wechat", "wecom", "qq", "discord", "telegram", "whatsapp", "slack")
BRIEFS = ("study-camp", "open-source", "parents", "brand-fans", "store-members", "business-club")
LATIN = re.compile(r"[A-Za-z]")


@cache
def retargeted(example: str, platform: str) -> tuple[Plan, tuple[str, ...]]:
    """The plan of an example on another platform, and the brief's own texts, the longest first."""
    path = EXAMPLES / example / "brief.yaml"
    text = re.sub(r"(?m)^platform:.*$", f"platform: {platform}", path.read_text(encoding="utf-8"))
    loaded = pipeline.load(text.encode(), str(path), path.parent, path.parent)
    assert loaded.ok, [(f.code, f.words, f.origin) for f in loaded.findings]
    own = {text for text in strings(loaded.source.data) if len(text) > 4}
    return pipeline.make(loaded), tuple(sorted(own, key=len, reverse=True))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


def said(plan: Plan) -> Iterator[tuple[str, str]]:
    """(item, words) of every text and message of a plan."""
    yield from (
        (f"{section} {key}.{field}", text) for (section, key, field), text in plan.worded.texts.items()
    )
    for message in (*plan.worded.messages.values(), *plan.worded.spare):
        yield from ((message.script, text) for text in (message.name, message.recipient, message.text))


def strange(pack: Pack, language: str, text: str) -> list[str]:
    """The words of other platforms in a text; Latin ones only as whole words."""
    found = []
    for word in pack.foreign[language]:
        start = r"(?<![A-Za-z])" if LATIN.match(word) else ""
        end = r"(?![A-Za-z])" if LATIN.match(word[-1]) else ""
        found += [word] if re.search(f"{start}{re.escape(word)}{end}", text, re.IGNORECASE) else []
    return found


@pytest.mark.parametrize("example", BRIEFS)
@pytest.mark.parametrize("platform", ALL)
def test_no_word_of_another_platform_stands_in_a_retargeted_plan(platform: str, example: str) -> None:
    plan, own = retargeted(example, platform)
    found = set()
    for item, text in said(plan):
        for ours in own:
            text = text.replace(ours, "")
        found |= {(word, item) for word in strange(plan.settled.pack, plan.settled.language, text)}
    assert found == set()


def test_a_foreign_word_would_be_seen() -> None:
    pack = make("platform: discord").settled.pack
    assert strange(pack, "zh-CN", "扫群二维码进来，发个红包") == ["群二维码", "红包"]
    assert strange(pack, "en", "Ask on WeChat, slackers") == ["WeChat"]
    assert strange(make("platform: wechat").settled.pack, "zh-CN", "@everyone 领身份组") == [
        "身份组",
        "@everyone",
    ]


@pytest.mark.parametrize("example", BRIEFS)
@pytest.mark.parametrize("platform", ALL)
def test_every_message_fits_the_platform(platform: str, example: str) -> None:
    plan, _ = retargeted(example, platform)
    limit = plan.settled.pack.limit("message_chars")
    messages = (*plan.worded.messages.values(), *plan.worded.spare)
    assert [m.script for m in messages if limit and m.length > limit.value] == []


@pytest.mark.parametrize("example", BRIEFS)
@pytest.mark.parametrize("platform", ALL)
def test_a_retargeted_plan_has_no_errors_and_sets_the_platform_up(platform: str, example: str) -> None:
    plan, _ = retargeted(example, platform)
    assert [f.code for f in plan.findings if f.code in ("GP401", "GP402", "GP406", "GP802")] == []
    own = [piece for piece in plan.outline.tasks if piece.trace.book == f"platform_{platform}"]
    dated = {one.task for one in plan.schedule.occurrences}
    prepare = [piece for piece in own if piece.item.stage == "prepare" and piece.key in dated]
    assert len(prepare) >= 3
    assert all(piece.item.duty and piece.item.minutes for piece in prepare)
    foreign = {piece.trace.book for piece in plan.outline.tasks if piece.trace.book.startswith("platform_")}
    assert foreign == {f"platform_{platform}"}


@pytest.mark.parametrize("example", BRIEFS)
@pytest.mark.parametrize("platform", ALL)
def test_the_platform_section_says_what_is_gained_and_lost(platform: str, example: str) -> None:
    plan, _ = retargeted(example, platform)
    found = blocks(plan, Dictionary(plan.settled.language))
    parts = {part.slug: part for part in found if isinstance(part, Part)}
    for slug in ("gained", "lost"):
        (table,) = [one for one in parts[slug].blocks if isinstance(one, Table)]
        rows = table.rows
        assert 1 <= len(rows) <= FEW
        assert all(name and what for name, what in rows)


@pytest.mark.parametrize("platform", ALL)
def test_gained_is_had_and_lost_is_not(platform: str) -> None:
    plan = make(f"platform: {platform}")
    catalogue, has = plan.knowledge.features.values(), set(plan.settled.pack.features)
    assert {feature.id for feature in gained(platform, catalogue)} <= has
    assert not {feature.id for feature in lost(platform, catalogue, (), chinese=True)} & has


def test_what_a_task_asked_for_is_lost_first() -> None:
    catalogue = make("platform: slack").knowledge.features.values()
    assert lost("slack", catalogue, {"auto_next_group"}, chinese=False)[0].id == "auto_next_group"
    assert lost("slack", catalogue, (), chinese=False)[0].id != "auto_next_group"


def test_what_only_chinese_apps_have_is_missed_by_a_chinese_plan() -> None:
    catalogue = make("platform: telegram").knowledge.features.values()
    missed = {
        spoken: {f.id for f in lost("telegram", catalogue, (), chinese=spoken)} for spoken in (True, False)
    }
    assert "red_packet" in missed[True] and "red_packet" not in missed[False]


def test_what_is_common_is_not_called_gained() -> None:
    catalogue = make("platform: discord").knowledge.features.values()
    assert "history_search" not in {feature.id for feature in gained("discord", catalogue)}
    assert gained("discord", catalogue)[0].platforms == ("discord",)


def test_every_platform_of_a_brief_has_a_pack_and_a_playbook() -> None:
    books = {book.playbook.name for book in shipped_books()}
    for platform in set(PLATFORMS) - {"other"}:
        assert platform in ALL
        assert make(f"platform: {platform}").settled.pack.platform == platform
        assert f"platform_{platform}" in books


def test_packs_and_features_agree() -> None:
    rows = yaml.safe_load((SHIPPED / "features.yaml").read_text(encoding="utf-8"))["features"]
    listed = {platform: {row["id"] for row in rows if platform in row["platforms"]} for platform in ALL}
    packs = {platform: set(make(f"platform: {platform}").settled.pack.features) for platform in ALL}
    assert listed == packs
    assert len({row["id"] for row in rows}) == len(rows)
    assert set(
        yaml.safe_load((SHIPPED / "platforms/other.yaml").read_text(encoding="utf-8"))["features"]
    ) <= {row["id"] for row in rows}


def test_features_asked_for_by_playbooks_are_known() -> None:
    known = set(make("platform: qq").knowledge.features)
    books = shipped_books()
    needed = {(task.id, name) for book in books for task in book.playbook.tasks for name in task.needs}
    assert {(task, name) for task, name in needed if name not in known} == set()


@pytest.mark.parametrize("platform", ALL)
def test_a_pack_names_foreign_words_in_both_languages_and_none_of_its_own(platform: str) -> None:
    pack = make(f"platform: {platform}").settled.pack
    assert set(pack.foreign) == {"zh-CN", "en"}
    for language, words in pack.foreign.items():
        assert words and len(set(words)) == len(words)
        own = (*(text[language] for text in pack.terms.values()), pack.name[language])
        assert [term for term in own if strange(pack, language, term)] == []
        assert [row.id for row in pack.limits if strange(pack, language, row.say[language])] == []


def test_what_is_not_confirmed_is_shown_as_such() -> None:
    plan = make("platform: qq")
    parts = [part for part in blocks(plan, Dictionary("en")) if isinstance(part, Part)]
    (limits,) = [part for part in parts if part.slug == "limits"]
    rows = [row for one in limits.blocks if isinstance(one, Table) for row in one.rows]
    assert [row[1:] for row in rows if row[1] == "F038"] == [("F038", "not dated", "unverified")]
