"""Words that members read: scripts added, removed, said differently; rules and other texts."""

import re
from collections.abc import Iterator

from groupplan.compare.making import beside, change
from groupplan.model.comparison import Change, Names, Passage
from groupplan.model.plan import Plan
from groupplan.model.worded import Message

TEXTS = ("rules", "tiers", "guides", "stages", "cards", "dialogues", "checklists")
"""Sections whose words are counted; those of scripts are shown."""
_FIGURES = re.compile(
    r"\d[\d.,:]*|周[一二三四五六日]|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|"
    r"April|May|June|July|August|September|October|November|December)\b"
)


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Scripts by id: a date, an hour or a number of a day that moved along is no other text."""
    came: list[Passage] = []
    went: list[Passage] = []
    differ: list[Passage] = []
    for name, was, now in beside(_scripts(old).items(), _scripts(new).items(), lambda pair: pair[0]):
        if was is None and now is not None:
            came.append(_passage(name, None, now[1][0]))
        elif was is not None and now is None:
            went.append(_passage(name, was[1][0], None))
        elif was is not None and now is not None and _said(was[1]) != _said(now[1]):
            differ += _differing(name, was[1], now[1])
    told = [one for one in differ if _bare(one.before) != _bare(one.after)]
    dated = [one for one in differ if one not in told]
    every = (("changed", 6, told), ("figures", 4, dated), ("added", 5, came), ("removed", 5, went))
    for kind, weight, passages in every:
        if passages:
            names = Names(tuple(one.name for one in passages))
            found = tuple(passages)
            yield change("words", f"scripts-{kind}", weight, count=len(found), names=names, passages=found)
    yield from _texts(old, new)


def _scripts(plan: Plan) -> dict[str, list[Message]]:
    found: dict[str, list[Message]] = {}
    for message in (*plan.worded.messages.values(), *plan.worded.spare):
        found.setdefault(message.script, []).append(message)
    return found


def _said(messages: list[Message]) -> frozenset[str]:
    return frozenset(message.skeleton or message.text for message in messages)


def _differing(name: str, was: list[Message], now: list[Message]) -> Iterator[Passage]:
    """The first that is said differently; one that only goes out more or less often is no other text."""
    before, after = _said(was), _said(now)
    if before > after or after > before:
        return
    first = next(one for one in was if (one.skeleton or one.text) not in after)
    second = next(one for one in now if (one.skeleton or one.text) not in before)
    yield Passage(name, second.name, first.text, second.text)


def _bare(text: str) -> str:
    """A text without figures, days and months: what is left is wording."""
    return " ".join(_FIGURES.sub("", text).split())


def _passage(name: str, was: Message | None, now: Message | None) -> Passage:
    called = (now or was).name  # type: ignore[union-attr]
    return Passage(name, called, was.text if was else "", now.text if now else "")


def _texts(old: Plan, new: Plan) -> Iterator[Change]:
    for section in TEXTS:
        before, after = (_keyed(section, plan) for plan in (old, new))
        keys = [key for key in dict.fromkeys((*after, *before)) if before.get(key) != after.get(key)]
        if keys:
            yield change("words", f"{section}-texts", 4 if section == "rules" else 2, count=len(keys))


def _keyed(section: str, plan: Plan) -> dict[str, object]:
    """Item → its words as the playbook has them: figures that are filled in do not count."""
    return {piece.key: piece.item for piece in getattr(plan.outline, section)}
