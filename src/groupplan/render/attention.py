"""14 Calendar: what reaches one member week by week, and the days on which it does not hold together."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from msgspec.structs import replace

from groupplan.model.document import Block, Bullets, Prose, Table
from groupplan.model.formats import day, number, percent
from groupplan.model.measures import Conflict, ReaderWeek
from groupplan.model.plan import Plan
from groupplan.model.seams import series
from groupplan.render.words import Dictionary

SHOWN = 5
"""Days that are named."""
_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)


def blocks(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """A row for each week and sort of reader, then the conflicts with their dates."""
    found = plan.measures.attention
    if not found.weeks:
        return
    rows = tuple(_week(one, plan, words) for one in _telling(found.weeks))
    yield Table("attention-weeks", words.heads("attention.head"), rows)
    if any(one.reader != "main" for one in found.weeks):
        yield Prose(words.say("attention.readers"))
    if found.conflicts:
        yield Prose(words.say("attention.conflicts"))
        yield Bullets(tuple(_conflict(one, plan, words) for one in found.conflicts))
    else:
        yield Prose(words.say("attention.no_conflict"))


def _telling(weeks: Sequence[ReaderWeek]) -> list[ReaderWeek]:
    """By week; the members of a closed group only where they get something that others do not."""
    main = {one.week: one for one in weeks if one.reader == "main"}
    kept = [one for one in weeks if one.reader == "main" or replace(one, reader="main") != main.get(one.week)]
    return sorted(kept, key=lambda one: one.week)


def _week(one: ReaderWeek, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    asked = words.say("attention.asked", least=one.asked_least, mean=number(round(one.asked_mean, 1)))
    return (
        day(one.week, plan.settled.language),
        words.say(f"attention.{one.reader}"),
        str(one.posts),
        str(one.promotions),
        percent(one.share),
        _gap(one.gap, words),
        asked,
    )


def _gap(gap: timedelta | None, words: Dictionary) -> str:
    if gap is None:
        return "—"
    if gap >= _DAY:
        return words.say("attention.days", count=number(round(gap / _DAY, 1)))
    return words.say("attention.hours", count=number(round(gap / _HOUR, 1)))


def _conflict(one: Conflict, plan: Plan, words: Dictionary) -> str:
    spoken = plan.settled.language
    days = series((day(when, spoken) for when in one.days[:SHOWN]), spoken)
    if len(one.days) > SHOWN:
        days = words.say("attention.and_more", days=days, count=len(one.days))
    cap = number(plan.settled.default("official_posts_day"))
    return words.say(
        f"attention.conflict_{one.id}", reader=words.say(f"attention.{one.reader}"), days=days, cap=cap
    )
