"""GP4xx: how much attention a plan asks of members, and what it gives for it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from groupplan.check.resting import books
from groupplan.check.rule import place, rule
from groupplan.model.choices import CONTENTS, GROUP_KINDS, JOINED_GROUPS
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import listed, percent
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.model.source import Origin

READ = (*JOINED_GROUPS, "vip")
"""Groups whose members did not come for advertising and do not work here."""
ENOUGH = 20
"""Posts below which shares say nothing."""
INTERACTIONS = 3
TWICE = 2
WEEK = 7
"""Days from which there is something usual about a plan's days."""
SHOWN = 3
"""Days that are named."""
SHARED = ("value", "fun")
"""Contents of a post that members join in as in an event; notices and awards are not."""
LONG = 28
WEEKLY, MONTHLY = 10, 35
"""Days between two gatherings at most, for them to be weekly or monthly."""


def _shown(plan: Plan, audiences: tuple[str, ...]) -> Iterator[tuple[Occurrence, Piece[Task]]]:
    """What is posted or held in these groups while they are open."""
    tasks = {
        piece.key: piece
        for piece in plan.outline.tasks
        if piece.item.kind in ("post", "event") and (piece.item.audience or "community") in audiences
    }
    settled = plan.settled
    for one in plan.schedule.occurrences:
        if one.task in tasks and settled.opens <= one.day <= settled.closes:
            yield one, tasks[one.task]


def _rhythm(plan: Plan) -> Origin:
    """The brief's daily rhythm, where it has one."""
    return plan.origin("cadence", "daily_posts") if plan.brief.cadence else books(plan)


@rule("GP407", Severity.WARNING, basis=("M134", "M251", "F188", "K31"))
def promotion_share(plan: Plan) -> Iterator[Finding]:
    """Promotion is a small part of what is posted; what members can use is the largest."""
    kinds = Counter(
        piece.item.content
        for _, piece in _shown(plan, JOINED_GROUPS)
        if not (piece.item.content == "notice" and piece.element)
    )
    share, most = plan.measures.attention.promotion_share, plan.settled.default("promotion_share")
    if kinds.total() < ENOUGH:
        return
    if share > most:
        gaps = {"share": percent(share), "most": percent(most), "count": kinds["promotion"]}
        yield Finding(_promoted(plan), say("promotion-share", **gaps))
    first = max(CONTENTS, key=lambda kind: (kinds[kind], kind == "value"))
    if first != "value":
        both = CONTENTS.both(first)
        gaps = {"value": kinds["value"], "count": kinds[first]}
        words = say("value-not-first", kind_zh=both.zh, kind_en=both.en, **gaps)
        yield Finding(_rhythm(plan), words)


def _promoted(plan: Plan) -> Origin:
    """Where the promotion that is posted most often can be mended."""
    counted = Counter(p.key for _, p in _shown(plan, JOINED_GROUPS) if p.item.content == "promotion")
    return place(plan, plan.outline.task(counted.most_common(1)[0][0]))


@rule("GP408", Severity.WARNING, basis=("M133", "K29"))
def too_few_interactions(plan: Plan) -> Iterator[Finding]:
    """A group with a daily rhythm asks members something three times on most days."""
    settled = plan.settled
    if not settled.daily_posts:
        return
    asked = Counter(one.day for one, piece in _shown(plan, JOINED_GROUPS) if piece.item.interactive)
    days = [settled.opens + timedelta(days=number) for number in range(settled.days)]
    short = sorted((asked[day], day) for day in days if asked[day] < INTERACTIONS)
    if len(short) * 2 > len(days):
        zh = [f"{day}（{count} 次）" for count, day in short[:SHOWN]]
        en = [f"{day} ({count})" for count, day in short[:SHOWN]]
        gaps = {"worst_zh": listed(zh, "zh-CN"), "worst_en": listed(en, "en")}
        words = say("too-few-interactions", short=len(short), days=len(days), least=INTERACTIONS, **gaps)
        yield Finding(_rhythm(plan), words)


@rule("GP409", Severity.WARNING, basis=("M280", "F178", "K30"))
def too_many_posts(plan: Plan) -> Iterator[Finding]:
    """A group gets more official posts than it can bear on most days, or twice as many on one day."""
    most = round(plan.settled.default("official_posts_day"))
    groups: dict[str, Counter[date]] = defaultdict(Counter)
    for one, piece in _shown(plan, READ):
        attached = piece.element is not None and piece.element.list in ("lessons", "events")
        if piece.item.kind == "post" and not attached:
            groups[piece.item.audience or "community"][one.day] += 1
    for kind, days in groups.items():
        over = [day for day, count in days.items() if count > most]
        worst = min(days, key=lambda day: (-days[day], day))
        usual = plan.settled.days >= WEEK and len(over) * 2 > plan.settled.days
        if usual or days[worst] > TWICE * most:
            both = GROUP_KINDS.both(kind)
            gaps = {"day": worst, "count": days[worst], "most": most, "over": len(over)}
            words = say("too-many-posts", group_zh=both.zh, group_en=both.en, **gaps)
            yield Finding(_rhythm(plan), words)


@rule("GP412", Severity.WARNING, basis=("M132", "M291", "K32"))
def no_recurring_event(plan: Plan) -> Iterator[Finding]:
    """A group that runs for weeks has something every week and something every month."""
    if plan.settled.days < LONG:
        return
    every: dict[str | None, set[date]] = defaultdict(set)
    for one, piece in _shown(plan, JOINED_GROUPS):
        if piece.item.kind == "event" or (piece.item.interactive and piece.item.content in SHARED):
            every[piece.item.at.every or piece.item.kind].add(one.day)
    if not every["week"] and not _through(plan, every["event"] | every["2 weeks"], WEEKLY):
        yield Finding(books(plan), say("no-weekly-item"))
    monthly = every["month"] | every["event"]
    if not _through(plan, monthly, MONTHLY):
        where = plan.origin("events") if plan.brief.events else books(plan)
        early, late = max(_gaps(plan, monthly), key=lambda gap: gap[1] - gap[0])
        yield Finding(where, say("no-monthly-item", days=MONTHLY, first=early, last=late))


def _through(plan: Plan, days: set[date], most: int) -> bool:
    """Whether these days run through the whole plan without a longer gap."""
    return bool(days) and all((late - early).days <= most for early, late in _gaps(plan, days))


def _gaps(plan: Plan, days: set[date]) -> Iterator[tuple[date, date]]:
    """The stretches between these days, from the opening to the end."""
    yield from pairwise(sorted({plan.settled.opens, plan.settled.closes, *days}))
