"""Sheets to fill the SOP forms of WeCom suites from: a sheet a rule, at most ten pushes each.

The suites take no file: what stands here is in the order in which their forms ask for it.
"""

from collections.abc import Iterator

from groupplan.export.doings import Doing, name_of, where
from groupplan.export.forms import Request
from groupplan.export.naming import Names
from groupplan.export.plain import one_line, plain
from groupplan.export.pushes import by_hand
from groupplan.export.rules import Rule, day_number, hour, rules
from groupplan.export.telling import bracketed, day_of
from groupplan.export.words import Wordbook
from groupplan.export.workbook import Cells, Sheet, workbook
from groupplan.model.choices import GROUP_KINDS
from groupplan.model.formats import chinese
from groupplan.model.formats import day as spoken_day
from groupplan.model.plan import Plan
from groupplan.model.seams import dotted

_TITLE_SIGNS = 26
"""Of the 31 that a sheet's name may have: room for a number behind names that are alike."""
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
_RULES = (
    ("sheet", 18), ("rule", 44), ("counted", 40), ("first", 16), ("pushes", 8), ("days", 14), ("sender", 14),
    ("groups", 22),
)  # fmt: skip
_PUSHES = (
    ("rule", 30), ("day", 8), ("date", 18), ("time", 14), ("push", 24), ("text", 70), ("length", 8),
    ("files", 16), ("blanks", 34), ("sender", 14), ("groups", 18), ("recipient", 24),
)  # fmt: skip
_ABOUT = (("about", 20), ("tells", 100))
_LEGEND = ("copy", "rule", "join", "open", "before", "quiet", "files", "blanks", "script", "other")


def as_sop(given: Plan, request: Request) -> bytes:
    """The workbook: all rules, then each of them, then how to use it."""
    words = Wordbook(given.settled.language)
    titled = list(_titled(given, words))
    index = tuple(_line(title, rule, given, words) for title, rule in titled)
    quiet = "、".join(str(one) for one in given.settled.rules.quiet)
    legend = tuple(
        (words.say(f"sop.about.{key}"), words.say(f"sop.tells.{key}", quiet=quiet)) for key in _LEGEND
    )
    sheets = (
        _sheet(words.say("sop.rules"), _RULES, index, words),
        *(_sheet(title, _PUSHES, _pushes(rule, given, words), words) for title, rule in titled),
        _sheet(words.say("sop.legend"), _ABOUT, legend, words),
    )
    return workbook(sheets, one_line(given.settled.name))


def _sheet(title: str, form: tuple[tuple[str, int], ...], rows: tuple[Cells, ...], words: Wordbook) -> Sheet:
    return Sheet(title, tuple((words.say(f"sop.head.{key}"), width) for key, width in form), rows)


def _titled(plan: Plan, words: Wordbook) -> Iterator[tuple[str, Rule]]:
    """Every rule with the title of its sheet: who sends, and from when on."""
    names = Names(words.say("sop.rules"), words.say("sop.legend"))
    for rule in rules(plan):
        since = _since(rule, plan, words)
        who = one_line(_sender(rule.pushes[0], words)).translate(_NOT_IN_TITLES)
        yield names.free(f"{who[: _TITLE_SIGNS - len(since)]} {since}".strip(" '")), rule


def _since(rule: Rule, plan: Plan, words: Wordbook) -> str:
    """``3月1日``; for newcomers' rules that they are those."""
    first = rule.pushes[0].day
    if first is None:
        return words.say("sop.short.join")
    text = spoken_day(first, plan.settled.language)
    return text.replace(" ", "") if chinese(plan.settled.language) else text


def _line(title: str, rule: Rule, plan: Plan, words: Wordbook) -> Cells:
    """A rule among all rules."""
    numbers = [day_number(one, plan) for one in rule.pushes]
    first = day_of(plan.settled.opens, plan) if rule.trigger == "open" else ""
    ends = {"first": numbers[0], "last": numbers[-1]}
    days = str(numbers[0]) if numbers[0] == numbers[-1] else words.say("sop.days", **ends)
    sender = one_line(_sender(rule.pushes[0], words))
    counted = words.say(f"sop.counted.{rule.trigger}")
    return (
        title,
        _name(rule, plan, words),
        counted,
        first,
        len(rule.pushes),
        days,
        sender,
        _groups(rule, plan, words),
    )


def _pushes(rule: Rule, plan: Plan, words: Wordbook) -> tuple[Cells, ...]:
    name = _name(rule, plan, words)
    return tuple(_push(name, rule, one, plan, words) for one in rule.pushes)


def _push(name: str, rule: Rule, one: Doing, plan: Plan, words: Wordbook) -> Cells:
    message = one.message
    assert message is not None  # noqa: S101 - a push is one that has words
    date = day_of(one.day, plan) if one.day else ""
    sender = one_line(_sender(one, words))
    return (
        name, day_number(one, plan), date, _time(one, words), one_line(name_of(one.piece, plan)),
        plain(message.text), len(message.text), "", _first(one, words), sender, _groups(rule, plan, words),
        one_line(message.recipient),
    )  # fmt: skip


def _first(one: Doing, words: Wordbook) -> str:
    """What is to do before sending: that a person sends it, and what to fill in."""
    if not by_hand(one, words):
        return ""
    blanks = bracketed(one.message.blanks if one.message else (), words)
    return words.say("sop.hand.fill", blanks=blanks) if blanks else words.say("sop.hand.send")


def _time(one: Doing, words: Wordbook) -> str:
    """``08:00``; after joining a delay: ``0 小时 30 分``."""
    found = hour(one)
    if found is None:
        return words.say("sop.any_hour")
    if one.day is None:
        return words.say("sop.delay", hours=found[0], minutes=found[1])
    return f"{found[0]:02d}:{found[1]:02d}"


def _name(rule: Rule, plan: Plan, words: Wordbook) -> str:
    """What the rule is called in the suite."""
    kind = GROUP_KINDS.label(rule.audience, plan.settled.language) if rule.audience else words.say("sop.one")
    turn = f" {rule.turn}/{rule.turns}" if rule.turns > 1 else ""
    trigger = words.say(f"sop.short.{rule.trigger}")
    sender = f"{_sender(rule.pushes[0], words)}{turn}"
    return one_line(dotted((plan.settled.name, trigger, kind, sender), words.language))


def _sender(one: Doing, words: Wordbook) -> str:
    return one.person.name if one.person else words.say("nobody")


def _groups(rule: Rule, plan: Plan, words: Wordbook) -> str:
    return where(rule.pushes[0].piece, plan) if rule.audience else words.say("sop.one")
