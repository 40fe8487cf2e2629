"""14 Calendar by week, pictures of stages and days, the new member's clock."""

import datetime as dt
from collections import Counter
from datetime import timedelta

from groupplan.model.choices import STAGES
from groupplan.model.document import Bar, Block, Gantt, Month, Part, Prose, Square, Table
from groupplan.model.formats import day, number, percent, tick, weekday
from groupplan.model.measures import Attention
from groupplan.model.plan import Plan
from groupplan.model.windows import Window
from groupplan.render import attention, newcomers, weeks
from groupplan.render.common import after, date, guides, script_name, table, who
from groupplan.render.routine import routine
from groupplan.render.stages import total
from groupplan.render.words import Dictionary

LEVELS = 4
"""Shades of a day, by quarters of the days on which anything happens."""


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Stages, days, weeks, clock."""
    found: list[Block] = [Part(words.say("calendar.stages"), _stages(plan, words), "stages")]
    found.append(Part(words.say("calendar.days"), (_month(plan, words), _counts(plan, words)), "days"))
    seen = (_attention(plan, words), *attention.blocks(plan, words))
    found.append(Part(words.say("calendar.attention"), seen, "attention"))
    found += routine(plan, words)
    found += weeks.weeks(plan, words)
    steps = table("clock", words.heads("calendar.clock_head"), _clock(plan, words))
    if steps:
        note = Prose(words.say("calendar.clock_note", quiet=str(plan.values["quiet"])))
        found.append(Part(words.say("calendar.clock"), (note, *steps), "clock"))
    return (*found, *newcomers.blocks(plan, words), *guides(plan, "calendar"))


def _stages(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    spoken = plan.settled.language
    windows = plan.schedule.windows
    rows = tuple(
        (
            STAGES.label(stage, spoken),
            date(windows[stage].first, plan),
            date(windows[stage].last, plan),
            str(windows[stage].days),
            total(plan, stage),
        )
        for stage in STAGES
    )
    span = Window(plan.schedule.first, plan.schedule.last)
    bars = tuple(_bar(stage, windows[stage], spoken) for stage in STAGES)
    ticks = tuple(
        ((monday - span.first).days, tick(monday, spoken))
        for monday in _mondays(span, max(1, span.days // 70))
    )
    picture = Gantt(words.say("calendar.stages"), bars, span, ticks)
    return (picture, Table("stages", words.heads("calendar.stages_head"), rows))


def _bar(stage: str, window: Window, spoken: str) -> Bar:
    first, last = tick(window.first, spoken), tick(window.last, spoken)
    return Bar(STAGES.label(stage, spoken), window, stage, first, last)


def _mondays(span: Window, every: int) -> list[dt.date]:
    first = span.first + timedelta(days=-span.first.weekday() % 7)
    return [
        first + timedelta(days=7 * n)
        for n in range(0, span.days // 7 + 1, every)
        if span.holds(first + timedelta(days=7 * n))
    ]


def _month(plan: Plan, words: Dictionary) -> Month:
    spoken = plan.settled.language
    count = Counter(one.day for one in plan.schedule.occurrences)
    first = plan.schedule.first - timedelta(days=plan.schedule.first.weekday())
    busy = sorted(count.values())
    steps = [busy[len(busy) * quarter // LEVELS] for quarter in range(LEVELS)] if busy else []
    squares = []
    for offset in range((plan.schedule.last - first).days + 1):
        one = first + timedelta(days=offset)
        if one >= plan.schedule.first:
            level = sum(1 for least in steps if count[one] >= least)
            label = words.say("calendar.square", day=date(one, plan), count=count[one])
            squares.append(Square(offset // 7, offset % 7, level, label, count[one]))
    weeks = tuple(
        tick(monday, spoken)
        for monday in (first + timedelta(days=7 * n) for n in range(squares[-1].week + 1))
    )
    names = tuple(weekday(first + timedelta(days=n), spoken, short=True) for n in range(7))
    return Month(words.say("calendar.days"), tuple(squares), weeks, names, words.say("calendar.legend"))


def _counts(plan: Plan, words: Dictionary) -> Table:
    """How many items stand on each day, a row a week."""
    spoken = plan.settled.language
    count = Counter(one.day for one in plan.schedule.occurrences)
    first = plan.schedule.first - timedelta(days=plan.schedule.first.weekday())
    rows = []
    for monday in (first + timedelta(days=7 * n) for n in range((plan.schedule.last - first).days // 7 + 1)):
        days = [monday + timedelta(days=n) for n in range(7)]
        inside = [str(count[d]) if plan.schedule.first <= d <= plan.schedule.last else "" for d in days]
        rows.append((day(monday, spoken), *inside))
    names = (weekday(first + timedelta(days=n), spoken, short=True) for n in range(7))
    return Table("days", (words.say("team.week"), *names), tuple(rows))


def _attention(plan: Plan, words: Dictionary) -> Table:
    """What reaches one member of the main group, beside the figures it is measured against."""
    found, settled = plan.measures.attention, plan.settled
    most = (
        words.say("calendar.attention_most", count=found.most, day=date(found.most_on, plan))
        if found.most_on
        else "0"
    )
    cap = words.say("calendar.attention_at_most", count=number(settled.default("official_posts_day")))
    share = percent(settled.default("promotion_share"))
    rows = (
        (words.say("calendar.attention_posts"), _posts(found, words), cap),
        (words.say("calendar.attention_peak"), most, words.say("calendar.attention_peak_why")),
        (
            words.say("calendar.attention_interactions"),
            number(round(found.interactions, 1)),
            _floor(plan, words),
        ),
        (
            words.say("calendar.attention_promotion"),
            words.say(
                "calendar.attention_share", share=percent(found.promotion_share), count=found.promotions
            ),
            words.say("calendar.attention_share_cap", share=share),
        ),
    )
    return Table("attention", words.heads("calendar.attention_head"), rows)


def _posts(found: Attention, words: Dictionary) -> str:
    reminders = number(round(found.reminders / found.days, 1))
    return words.say("calendar.attention_per_day", posts=number(round(found.per_day, 1)), reminders=reminders)


def _floor(plan: Plan, words: Dictionary) -> str:
    """Three interactions a day where the group has a daily rhythm (M133)."""
    return words.say(
        "calendar.attention_floor" if plan.settled.daily_posts else "calendar.attention_no_floor"
    )


def _clock(plan: Plan, words: Dictionary) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for touch in plan.schedule.touches:
        piece = plan.outline.task(touch.task)
        text = plan.worded.text
        script = script_name(touch.task, plan) or "—"
        when = after(touch.after.total_seconds(), words)
        because = text("tasks", touch.task, "because") or "—"
        rows.append((when, text("tasks", touch.task, "name"), who(piece, plan, words), script, because))
    return rows
