"""One reader's weeks, and the days on which what is asked of a plan does not hold together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from msgspec import Struct

from groupplan.measure.days import monday
from groupplan.model.measures import Conflict, ReaderWeek
from groupplan.model.settled import Settled

INTERACTIONS = 3
"""Times a day members are asked something, at least (M133)."""
APART = timedelta(days=1)
"""Two promotions closer than this press (M171)."""
_NOON = time(12)


class Shown(Struct, frozen=True):
    """A post or an event in a group of members."""

    audience: str
    day: date
    at: time | None
    post: bool
    promotion: bool
    reminder: bool
    interactive: bool

    @property
    def moment(self) -> datetime:
        """When it goes out; noon where no hour is given."""
        return datetime.combine(self.day, self.at or _NOON)


def _gaps(seen: Sequence[Shown]) -> Iterator[tuple[date, timedelta]]:
    """From each promotion to the next: the day of the next, and how long it is."""
    moments = sorted(one.moment for one in seen if one.promotion)
    for first, second in pairwise(moments):
        yield second.date(), second - first


def weeks(reader: str, seen: Sequence[Shown]) -> Iterator[ReaderWeek]:
    """What this reader gets, week by week."""
    parts: dict[date, list[Shown]] = defaultdict(list)
    for one in seen:
        parts[monday(one.day)].append(one)
    gaps: dict[date, list[timedelta]] = defaultdict(list)
    for day, gap in _gaps(seen):
        gaps[monday(day)].append(gap)
    for week, mine in sorted(parts.items()):
        asked = Counter({one.day: 0 for one in mine})
        asked.update(one.day for one in mine if one.interactive)
        yield ReaderWeek(
            reader=reader,
            week=week,
            days=len(asked),
            posts=sum(one.post for one in mine),
            promotions=sum(one.promotion for one in mine),
            gap=min(gaps[week], default=None),
            asked=asked.total(),
            asked_least=min(asked.values()),
        )


def conflicts(reader: str, seen: Sequence[Shown], settled: Settled) -> Iterator[Conflict]:
    """Days over the cap, days below the floor, days on which both cannot hold, promotions too close."""
    cap = round(settled.default("official_posts_day"))
    posts = Counter(one.day for one in seen if one.post and not one.reminder)
    asked = Counter(one.day for one in seen if one.interactive)
    days = [settled.opens + timedelta(days=number) for number in range(settled.days)]
    few = [day for day in days if asked[day] < INTERACTIONS] if _floor(reader, settled) else []
    found = {
        "cap": [day for day in days if posts[day] > cap],
        "floor": [day for day in few if posts[day] < cap],
        "both": [day for day in few if posts[day] >= cap],
        "promotions": sorted({day for day, gap in _gaps(seen) if gap < APART}),
    }
    for name, on in found.items():
        if on:
            yield Conflict(name, reader, tuple(on))


def _floor(reader: str, settled: Settled) -> bool:
    """Three interactions a day are asked of the main group, and where it has a daily rhythm."""
    return reader == "main" and bool(settled.daily_posts)
