"""Stage windows: when each stage begins and ends (design section 6)."""

import math
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from groupplan.model.choices import STAGES

PREPARE_DAYS = 14
RECRUIT_DAYS = 7
REVIEW_DAYS = 7
ACTIVATE_DAYS = 7
CONVERT_SHARE = 0.3


class Window(Struct, frozen=True):
    """Days of a stage, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        """Whether a day lies inside."""
        return self.first <= day <= self.last


def default_windows(opens: date, closes: date, *, ongoing: bool) -> dict[str, Window]:
    """The windows of a group that runs from ``opens`` to ``closes``; an ongoing one stays open."""
    days = (closes - opens).days + 1

    def on(offset: int) -> date:
        return opens + timedelta(days=offset)

    def until(offset: int) -> date:
        return closes if ongoing else min(on(offset), closes)

    retain = min(on(3), closes)
    convert = max(retain, closes - timedelta(days=max(1, math.ceil(CONVERT_SHARE * days)) - 1))
    return {
        "prepare": Window(on(-PREPARE_DAYS), on(-1)),
        "recruit": Window(on(-RECRUIT_DAYS), until(max(3, days // 5))),
        "activate": Window(opens, until(ACTIVATE_DAYS)),
        "retain": Window(retain, closes),
        "convert": Window(convert, closes),
        "refer": Window(min(on(7), closes), closes),
        "review": Window(closes + timedelta(days=1), closes + timedelta(days=REVIEW_DAYS)),
    }


def windows(
    base: Mapping[str, Window], given: Mapping[str, tuple[date | None, date | None]]
) -> dict[str, Window]:
    """The default windows with what the brief overrides; an end given alone may pull its start forward."""
    found = {}
    for stage in STAGES:
        first, last = given.get(stage, (None, None))
        begin = first or min(base[stage].first, last or base[stage].first)
        found[stage] = Window(begin, max(begin, last or base[stage].last))
    return found
