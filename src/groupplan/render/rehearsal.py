"""The dry run: seats, codes and quotas for the platform's section, officers and hours for the team's."""

import math
from collections.abc import Iterator

from groupplan.model.choices import GROUP_KINDS, JOINED_GROUPS
from groupplan.model.document import Block, Part, Prose
from groupplan.model.estimate import Estimate
from groupplan.model.formats import hours, listed, number
from groupplan.model.plan import Plan
from groupplan.model.rehearsal import EACH, Code, Filling, Full, Hour, Seats
from groupplan.render import heat
from groupplan.render.common import date, table, who
from groupplan.render.words import Dictionary

WATCH = "admin"
"""The duty that watches seats and the way in."""
CODES = 4
"""Changes of a code that are listed one by one."""


def capacity(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """When groups fill, when codes are changed, what is left of the quota."""
    seats = plan.measures.rehearsal.seats
    if seats is not None:
        blocks = (*heat.capacity(plan, words), *_seats(seats, plan, words))
        yield Part(words.say("rehearsal.seats"), blocks, "filling")
    code = tuple(_code(plan, words))
    if code:
        yield Part(words.say("rehearsal.code"), code, "code")
    quota = table("quota", words.heads("rehearsal.quota_head"), _quota(plan, words))
    if quota:
        yield Part(words.say("rehearsal.quota"), quota, "quota")


def hands(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """How many people the membership takes, and whether they suffice in the first 72 hours."""
    found = plan.measures.rehearsal
    rows = [
        (
            plan.worded.text("duties", one.duty, "name") or one.duty,
            number(one.each),
            _pair(one.likely, one.cautious),
            number(one.there),
            number(one.short) if one.short else "—",
        )
        for one in found.officers
    ]
    officers = table("officers", words.heads("rehearsal.officers_head"), rows)
    if officers:
        now, joins = plan.settled.members_now, plan.forecast.joins
        gaps = {"members": number(round(now + joins.likely)), "most": number(round(now + joins.high))}
        lead = Prose(words.say("rehearsal.officers_lead", **gaps))
        yield Part(words.say("rehearsal.officers"), (lead, *officers), "officers")
    listing = table(
        "hours", words.heads("rehearsal.hours_head"), (_hour(one, plan, words) for one in found.hours)
    )
    if listing:
        blocks = (*_hours(plan, words), *listing)
        yield Part(words.say("rehearsal.hours"), blocks, "first-hours")


def _seats(seats: Seats, plan: Plan, words: Dictionary) -> Iterator[Block]:
    joins, now = plan.forecast.joins, plan.settled.members_now
    gaps = {"joins": number(round(joins.likely)), "most": number(round(joins.high)), "usable": seats.usable}
    key = "rehearsal.seats_lead" if plan.forecast.joins_from == "reach" else "rehearsal.seats_wanted"
    told = [words.say(key, **gaps), words.say("rehearsal.seats_now", now=number(now)) if now else ""]
    told.append(words.say("rehearsal.seats_full", count=number(seats.full)) if seats.full else "")
    yield Prose(("" if words.language == "zh-CN" else " ").join(part for part in told if part))
    name = next(group.name for group in plan.settled.groups if group.id == seats.group)
    watcher = _watcher(plan, words)
    rows = [_filling(one, name, seats, watcher, plan, words) for one in seats.fillings]
    yield from table("filling", words.heads("rehearsal.seats_head"), rows)
    if seats.further:
        yield Prose(words.say("rehearsal.further", count=number(seats.further)))
    if seats.full_on is not None:
        found = {"count": seats.count, "day": date(seats.full_on, plan), "most": seats.most}
        auto = "auto_next_group" in plan.settled.pack.features
        key = "rehearsal.missing_auto" if auto else "rehearsal.missing"
        yield Prose(words.say(key, missing=number(seats.missing), **found), "plain" if auto else "warning")
    others = [g.name for g in plan.settled.groups if g.kind in JOINED_GROUPS and g.id != seats.group]
    if others:
        groups = listed(others, plan.settled.language)
        yield Prose(words.say("rehearsal.others", groups=groups, who=watcher))


def _filling(
    one: Filling, name: str, seats: Seats, watcher: str, plan: Plan, words: Dictionary
) -> tuple[str, ...]:
    if seats.full or len(seats.fillings) > 1:
        name = words.say("rehearsal.serial", name=name, padded=f"{one.number:02}", plain=one.number)
    if one.spare:
        name = words.say("rehearsal.spare", name=name)
    full = [_full(at, seats, plan, words) for at in (one.likely, one.cautious)]
    return name, number(seats.usable), *full, watcher


def _full(full: Full, seats: Seats, plan: Plan, words: Dictionary) -> str:
    if full.day is not None:
        return date(full.day, plan)
    if not full.left:
        return words.say("rehearsal.full_now")
    if full.left >= seats.usable:
        return words.say("rehearsal.unused")
    return words.say("rehearsal.not_full", left=number(full.left))


def _watcher(plan: Plan, words: Dictionary) -> str:
    role = plan.settled.person(WATCH)
    return role.name if role else words.say("team.nobody_short")


def _code(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """Change dates where a group code dies; else that none is needed, where the platform has its own."""
    found = plan.measures.rehearsal
    if not found.code_days:
        if "live_code" in plan.settled.pack.features:
            yield Prose(words.say("rehearsal.code_platform"))
        if found.entries:
            yield Prose(words.say("rehearsal.code_entries", count=found.entries))
        return
    kind = plan.settled.poster.code if plan.settled.poster.code in ("live", "plain") else "open"
    yield Prose(words.say(f"rehearsal.code_{kind}", days=found.code_days))
    rows = [_changed(one, plan, words) for one in found.codes[:CODES]]
    yield from table("codes", words.heads("rehearsal.code_head"), rows)
    changes = [one.change for one in found.codes if one.change is not None]
    if len(found.codes) > CODES and changes:
        yield Prose(words.say("rehearsal.code_further", day=date(changes[-1], plan), count=len(changes)))


def _changed(one: Code, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    if one.change is None:
        change = words.say("rehearsal.code_last")
    elif one.task:
        change = date(one.change, plan)
    else:
        change = words.say("rehearsal.code_untold", day=date(one.change, plan))
    by = who(plan.outline.task(one.task), plan, words) if one.task else _watcher(plan, words)
    return date(one.made, plan), date(one.dead, plan), change, by if one.change else "—"


def _quota(plan: Plan, words: Dictionary) -> Iterator[tuple[str, ...]]:
    for one in plan.measures.rehearsal.quotas:
        left = one.most - one.sent
        told = number(left) if left >= 0 else words.say("rehearsal.quota_over", count=-left)
        kind = GROUP_KINDS.label(one.audience, plan.settled.language)
        yield kind, f"{one.month:%Y-%m}", number(one.sent), number(one.most), told


def _hours(plan: Plan, words: Dictionary) -> Iterator[Block]:
    found, spoken = plan.measures.rehearsal, plan.settled.language
    gaps = {
        "day": date(found.first or plan.settled.opens, plan),
        "joins": number(round(found.joined.likely)),
        "most": number(round(found.joined.high)),
        "minutes": hours(found.minutes.likely, spoken),
        "minutes_most": hours(found.minutes.high, spoken),
        "count": len(found.hours),
    }
    sure = gaps["minutes"] == gaps["minutes_most"] and gaps["joins"] == gaps["most"]
    yield Prose(words.say("rehearsal.hours_lead_sure" if sure else "rehearsal.hours_lead", **gaps))
    if plan.forecast.joins_from == "size":
        yield Prose(words.say("rehearsal.hours_size"))
    if found.over:
        yield Prose(words.say("rehearsal.hours_over", count=found.over), "warning")
    yield Prose(words.say("rehearsal.hours_assumed", quiet=str(plan.values["quiet"]), each=number(EACH)))


def _hour(one: Hour, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    names = {role.id: role.name for role in plan.settled.roles}
    spoken = plan.settled.language
    span = {"first": f"{one.hour:02}:00", "last": f"{one.hour + 1:02}:00"}
    return (
        words.say("rehearsal.hour", day=date(one.day, plan), **span),
        listed([names[person] for person in one.people], spoken) or words.say("team.nobody_short"),
        _few(one.joined),
        _few(one.minutes),
        number(round(one.free)) if one.people else "—",
        _result(one, words),
    )


def _result(one: Hour, words: Dictionary) -> str:
    if not one.people:
        return words.say("rehearsal.nobody")
    if not one.late:
        return words.say(f"rehearsal.{one.mend or 'fits'}", minutes=math.ceil(one.over))
    mend = words.say(f"rehearsal.{one.mend}", **({"count": one.more} if one.mend == "add" else {}))
    return words.say("rehearsal.over", minutes=number(round(one.over)), mend=mend)


def _pair(likely: float, cautious: float) -> str:
    return f"{number(likely)} / {number(cautious)}"


def _few(people: Estimate) -> str:
    """A small number keeps one digit."""
    return _pair(*(round(one, 0 if one >= 10 else 1) for one in (people.likely, people.high)))
