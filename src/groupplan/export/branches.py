"""The branches of a plan's mind map: goals, stages with their tasks, team, rules, numbers, risks, words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from groupplan.export.doings import Doing, doings, duty_of, name_of, owner_of
from groupplan.export.telling import day_of, moment
from groupplan.export.words import Wordbook
from groupplan.model.choices import METRICS, STAGES
from groupplan.model.formats import day, hours, listed, number
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan


class Topic(Struct, frozen=True):
    """One node: its words, what is pinned to it, what is written behind it, what hangs on it.

    ``key`` is its name among its neighbours, which stays when the words change.
    """

    key: str
    title: str
    labels: tuple[str, ...] = ()
    note: str = ""
    below: "tuple[Topic, ...]" = ()


def centre(plan: Plan) -> Topic:
    """The plan, with a branch for whatever it has anything of."""
    words = Wordbook(plan.settled.language)
    branches = (
        _branch("goals", words, _goals(plan, words)),
        *_stages(plan, words),
        _branch("team", words, _team(plan, words)),
        _branch("rules", words, _texts(plan, "rules", ("text",), plan.outline.rules, words)),
        _branch("metrics", words, _texts(plan, "metrics", _METRIC, plan.outline.metrics, words)),
        _branch("risks", words, _texts(plan, "risks", _RISK, plan.outline.risks, words)),
        _branch("spare", words, (Topic(one.script, one.name, note=one.text) for one in plan.worded.spare)),
    )
    span = _span(plan.settled.opens, plan.settled.closes, plan, words)
    below = tuple(one for one in branches if one.below)
    return Topic("root", plan.settled.name, (span,), plan.settled.position.topic, below)


Pieces = Iterable[Piece[Any]]
Found = Iterator[Topic]
_METRIC = ("name", "formula", "source", "cycle", "target", "alarm", "reaction")
_RISK = ("name", "trigger", "response")


def _branch(key: str, words: Wordbook, below: Iterable[Topic]) -> Topic:
    return Topic(key, words.say(f"map.{key}"), below=tuple(below))


def _span(first: date, last: date, plan: Plan, words: Wordbook) -> str:
    return words.say("map.span", first=day_of(first, plan), last=day_of(last, plan))


def _goals(plan: Plan, words: Wordbook) -> Iterator[Topic]:
    names = {role.id: role.name for role in plan.settled.roles}
    for goal in plan.settled.goals:
        name = goal.name or METRICS.label(goal.metric, plan.settled.language)
        title = f"{name} {number(goal.target)}" if goal.target else name
        until = (day(goal.deadline, plan.settled.language, year=True),) if goal.deadline else ()
        owner = names.get(goal.owner, goal.owner)
        yield Topic(goal.id, title, (*until, *((owner,) if owner else ())), goal.reason)


def _stages(plan: Plan, words: Wordbook) -> Iterator[Topic]:
    found = defaultdict(list)
    for one in doings(plan):
        found[one.key].append(one)
    for stage in STAGES:
        window = plan.schedule.windows[stage]
        label = _span(window.first, window.last, plan, words)
        texts = [plan.worded.text("stages", stage, field) for field in ("aim", "entry", "exit")]
        note = "\n".join(
            words.say(f"map.{field}", text=text)
            for field, text in zip(("aim", "entry", "exit"), texts, strict=True)
            if text
        )
        pieces = [piece for piece in plan.outline.tasks if piece.item.stage == stage]
        pieces.sort(key=lambda piece: _first(found[piece.key]))
        below = tuple(_task(piece, found[piece.key], plan, words) for piece in pieces)
        yield Topic(stage, STAGES.label(stage, plan.settled.language), (label,), note, below)


def _first(found: list[Doing]) -> tuple[object, ...]:
    """Dated tasks by their first day and hour, then what follows a join, then what has no date."""
    if not found:
        return (2,)
    one = found[0]
    return (1, one.after) if one.day is None else (0, one.day, one.at is not None, one.at or 0)


def _task(piece: Piece[Task], found: list[Doing], plan: Plan, words: Wordbook) -> Topic:
    owner = owner_of(piece, plan)
    who = words.person(owner.name if owner else words.say("nobody"), duty_of(piece, plan))
    when = _when(found, plan, words)
    below = (Topic("when", when), Topic("who", who))
    return Topic(piece.key, name_of(piece, plan), (when, who), _note(piece, found, plan, words), below)


def _when(found: list[Doing], plan: Plan, words: Wordbook) -> str:
    if not found:
        return words.say("map.undated")
    first, last = (moment(one, plan, words) for one in (found[0], found[-1]))
    return first if first == last else words.say("map.times", first=first, last=last, count=len(found))


def _note(piece: Piece[Task], found: list[Doing], plan: Plan, words: Wordbook) -> str:
    """Why, what comes of it, every date, and every text to paste below the dates it is for."""
    fields = ((field, plan.worded.text("tasks", piece.key, field)) for field in ("because", "output"))
    parts = [words.say(f"map.{field}", text=text) for field, text in fields if text]
    texts: dict[str, list[str]] = {}
    for one in found:
        texts.setdefault(one.message.text if one.message else "", []).append(moment(one, plan, words))
    parts += ["\n".join((*dates, *((text,) if text else ()))) for text, dates in texts.items()]
    return "\n\n".join(parts)


def _team(plan: Plan, words: Wordbook) -> Iterator[Topic]:
    spoken = plan.settled.language
    for role in plan.settled.roles:
        duties = [duty for duty, person in plan.settled.people.items() if person == role.id]
        named = [plan.worded.text("duties", duty, "name") or duty for duty in duties]
        spent = hours(sum(load.minutes for load in plan.measures.of(role.id)), spoken)
        yield Topic(role.id, role.name, (spent,), listed(named, spoken))


def _texts(plan: Plan, section: str, fields: tuple[str, ...], pieces: Pieces, words: Wordbook) -> Found:
    """Items whose first text is their name and whose others stand behind it."""
    for piece in pieces:
        name, *rest = (plan.worded.text(section, piece.key, field) for field in fields)
        said = zip(fields[1:], rest, strict=True)
        note = "\n".join(words.say(f"map.{field}", text=text) for field, text in said if text)
        yield Topic(piece.key, name or piece.key, note=note)
