"""The agenda of one day, taken out of a plan."""

import datetime as dt
from collections.abc import Iterator
from datetime import timedelta

from groupplan.model.agenda import Agenda, Destination, Entry, Holiday
from groupplan.model.choices import STAGES
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.model.texts import words as spoken_words
from groupplan.render.common import left_out
from groupplan.render.words import Dictionary

DAY = timedelta(days=1)


def agenda(
    plan: Plan, day: dt.date, *, duties: frozenset[str] = frozenset(), people: frozenset[str] = frozenset()
) -> Agenda:
    """What a day asks for, of everybody or of some duties and people only, by their ids."""

    def mine(entries: Iterator[Entry]) -> tuple[Entry, ...]:
        return tuple(one for one in entries if _wanted(one, duties, people))

    dated, settled = plan.schedule, plan.settled
    entries = mine(_of(plan, day))
    later = sorted({one.day for one in dated.occurrences if one.day > day})
    rest = (found for one in later if (found := mine(_of(plan, one)))) if not entries else iter(())
    return Agenda(
        day,
        dated.first,
        dated.last,
        settled.opens,
        settled.closes,
        tuple(stage for stage in STAGES if dated.windows[stage].holds(day)),
        holiday(plan, day),
        entries,
        mine(_joining(plan, day)),
        mine(_of(plan, day + DAY)),
        next(rest, ()),
    )


def duties(plan: Plan) -> dict[str, str]:
    """The duties that a plan's tasks ask for: id → name for people."""
    found = dict.fromkeys(piece.item.duty for piece in plan.outline.tasks if piece.item.duty)
    return {duty: duty_name(plan, duty) for duty in found}


def people(plan: Plan) -> dict[str, str]:
    """The team: id → name."""
    return {role.id: role.name for role in plan.settled.roles}


def duty_name(plan: Plan, duty: str) -> str:
    """A duty's name for people."""
    return plan.worded.text("duties", duty, "name") or plan.settled.duties.get(duty, duty)


def _wanted(one: Entry, duties: frozenset[str], people: frozenset[str]) -> bool:
    if duties and one.piece.item.duty not in duties:
        return False
    who = one.doer or one.missing
    return not people or (who is not None and who.id in people)


def _of(plan: Plan, day: dt.date) -> Iterator[Entry]:
    """The occurrences of a day by hour; what has none comes last."""
    found = plan.schedule.of_day(day)
    for one in sorted(found, key=lambda one: (one.at is None, one.sort_key)):
        yield _entry(plan, plan.outline.task(one.task), day, one)


def _joining(plan: Plan, day: dt.date) -> Iterator[Entry]:
    """The steps of the new member's clock that somebody reaches on this day."""
    came = {one for one, people in plan.forecast.arrivals.items() if people.high > 0}
    for touch in sorted(plan.schedule.touches, key=lambda touch: (touch.after, touch.task)):
        if day - timedelta(days=touch.after.days) in came:
            yield _entry(plan, plan.outline.task(touch.task), day, None)


def _entry(plan: Plan, piece: Piece[Task], day: dt.date, one: Occurrence | None) -> Entry:
    text, duty = plan.worded.text, piece.item.duty or ""
    usual = plan.settled.doer(duty, piece.owner)
    doer = plan.settled.present(usual, day) if usual else None
    return Entry(
        piece,
        one,
        text("tasks", piece.key, "name") or piece.key,
        text("tasks", piece.key, "output"),
        duty_name(plan, duty),
        doer,
        usual if usual is not None and usual is not doer else None,
        _destinations(plan, piece),
        plan.worded.messages.get((piece.key, one.number)) if one else plan.worded.touched(piece.key, day),
    )


def _destinations(plan: Plan, piece: Piece[Task]) -> tuple[Destination, ...]:
    """Where a post or an event goes; work and touches go to no group."""
    if piece.item.kind not in ("post", "event"):
        return ()
    kind = piece.item.audience or "community"
    counts = {need.group: need.count for need in plan.forecast.groups}
    return tuple(
        Destination(group.id, group.name, counts.get(group.id, 1))
        for group in plan.settled.groups
        if group.kind == kind
    )


def holiday(plan: Plan, day: dt.date) -> Holiday | None:
    """A public holiday, a make-up working day, or what the brief's own calendar says."""
    settled, calendar = plan.settled, plan.knowledge.calendar
    spoken = settled.language
    years = [year for year in calendar.years if year.year == day.year] if calendar else []
    off = {one.day: spoken_words(one.name, spoken, spoken) or "" for year in years for one in year.days_off}
    worked = {
        one.day: spoken_words(one.name, spoken, spoken) or "" for year in years for one in year.work_days
    }
    if day in settled.work_days or (day in worked and day not in settled.days_off):
        return Holiday("work", worked.get(day, ""))
    if day in settled.days_off or day in off:
        return Holiday("off", off.get(day, ""))
    return None


def moved(one: Occurrence, plan: Plan, words: Dictionary) -> str:
    """Why an occurrence is not when it was meant to be, "" where it is."""
    if one.moved is None:
        return ""
    gone = {other.piece.key: left_out(other, plan) for other in plan.fitted.dropped}
    text = plan.worded.text
    names = {other.task: text("tasks", other.task, "name") for other in plan.schedule.of_day(one.day)}
    return words.moved(one.moved, gone | names)
