"""GP80x: rules and limits of the platform."""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from groupplan.check.graded import graded
from groupplan.check.rule import place, rule
from groupplan.check.seen import in_book
from groupplan.model.choices import PLATFORMS
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.model.source import Origin, Route
from groupplan.model.told import sightings

TODOS = 3
"""To-do items that show without scrolling (F013), where the platform has no row of its own."""
PAID = ("paid_forwarding", "induced_sharing")


@rule("GP802", Severity.NOTE)
def platform_without_pack(plan: Plan) -> Iterator[Finding]:
    """No limits, features and words of this platform are shipped; general ones stand in."""
    if plan.settled.pack.platform == "other":
        name = PLATFORMS.both(plan.settled.platform)
        words = say("platform-without-pack", platform_zh=name.zh, platform_en=name.en)
        yield Finding(plan.origin("platform"), words)


@rule("GP801", Severity.WARNING, basis=("M204", "M352", "F069", "F070", "F071", "K42", "N04"))
def rewarded_forwarding(plan: Plan) -> Iterator[Finding]:
    """A reward for spreading a post is against the rules of most platforms."""
    brief, wording = plan.brief, plan.knowledge.wording
    if _by_forwarding(plan):
        yield Finding(plan.origin("referral", "reward_for"), say("rewarded-forwarding"))
    seen: set[Route] = {("referral", "reward")} if _by_forwarding(plan) else set()
    for name in PAID:
        for told, word in sightings(brief, wording, name, plan.told):
            spot = told.element
            if spot in seen:
                continue
            seen.add(spot)
            if spot[0] == "rewards" and isinstance(spot[1], int):
                words = say("reward-names-forwarding", name=brief.rewards[spot[1]].name, word=word)
            else:
                words = say("forwarding-asked-for", text=told.quoted(word), word=word)
            yield Finding(plan.origin(*spot), words)
    yield from _forwarding_in_books(plan)


def _forwarding_in_books(plan: Plan) -> Iterator[Finding]:
    told: set[Origin] = set()
    for name in PAID:
        family = plan.knowledge.wording.family(name)
        for use in plan.outline.uses if family else ():
            found = (
                () if use.book.shipped or not family else in_book(use.book, family, plan.knowledge.wording)
            )
            for origin, gaps in found:
                if origin not in told:
                    told.add(origin)
                    yield Finding(origin, say("forwarding-asked-for", text=gaps["text"], word=gaps["word"]))


def _by_forwarding(plan: Plan) -> bool:
    referral = plan.brief.referral
    return referral is not None and referral.reward_for == "forwarding"


@rule("GP803", Severity.WARNING, basis=("M370",))
def unofficial_tool_without_sign_off(plan: Plan) -> Iterator[Finding]:
    """Somebody answers by name for a tool the platform does not allow."""
    for index, tool in enumerate(plan.brief.tools):
        if tool.class_ == "unofficial" and tool.approved_by is None:
            words = say("unofficial-tool-without-sign-off", tool=tool.name)
            yield Finding(plan.origin("tools", index, "class"), words)


@graded("GP804", basis=("M101", "F006", "F007", "K20"))
def code_expires(plan: Plan) -> Iterator[Finding]:
    """A plain group code is dead before recruiting ends."""
    limit, window = plan.settled.pack.limit("code_days"), plan.schedule.windows["recruit"]
    length = (window.last - window.first).days + 1
    short = limit is not None and length > limit.value
    gaps = {"days": limit.value if limit else 0, "length": length}
    poster = plan.brief.poster
    if poster and poster.code == "plain":
        level = Severity.ERROR if short else Severity.WARNING
        words = say("code-expires", **gaps) if short else say("poster-with-plain-code")
        yield Finding(plan.origin("poster", "code"), words, severity=level)
    elif short and not (poster and poster.code) and not _renewed(plan):
        yield Finding(plan.origin("platform"), say("code-not-renewed", **gaps))


def _renewed(plan: Plan) -> bool:
    features = plan.settled.pack.features
    return "live_code" in features or any("F006" in piece.item.basis for piece in plan.outline.tasks)


@rule("GP805", Severity.ERROR, basis=("F024",))
def mass_message_quota(plan: Plan) -> Iterator[Finding]:
    """A group is sent more mass messages than the platform lets through."""
    day, month = plan.settled.pack.limit("mass_send_day"), plan.settled.pack.limit("mass_send_month")
    sent = tuple(_sent(plan, "mass_send"))
    if day:
        yield from _crowded(plan, sent, day.value)
    counted = Counter((piece.item.audience or "", one.day.replace(day=1)) for one, piece in sent)
    last = {(piece.item.audience or "", one.day.replace(day=1)): piece for one, piece in sent}
    for spot, number in counted.items() if month else ():
        first = spot[1]
        quota = max(month.value if month else 0, monthrange(first.year, first.month)[1])
        if number > quota:
            words = say("mass-message-month", month=f"{first:%Y-%m}", count=number, quota=quota)
            yield Finding(place(plan, last[spot]), words)


def _crowded(plan: Plan, sent: tuple[tuple[Occurrence, Piece[Task]], ...], most: int) -> Iterator[Finding]:
    days: dict[tuple[str, date], list[Piece[Task]]] = defaultdict(list)
    for one, piece in sent:
        days[piece.item.audience or "", one.day].append(piece)
    told = set()
    for (_, day), pieces in days.items():
        worst = pieces[-1]
        if len(pieces) > most and worst.key not in told:
            told.add(worst.key)
            words = say("mass-message-day", day=day, count=len(pieces), quota=most)
            yield Finding(place(plan, worst), words)


def _sent(plan: Plan, feature: str) -> Iterator[tuple[Occurrence, Piece[Task]]]:
    """What goes out to members by a feature, day by day; getting ready for it is not counted."""
    tasks = {
        piece.key: piece
        for piece in plan.outline.tasks
        if feature in piece.item.needs and piece.item.kind != "work"
    }
    for one in plan.schedule.occurrences if tasks else ():
        if one.task in tasks:
            yield one, tasks[one.task]


@rule("GP806", Severity.WARNING, basis=("M360", "F013", "K66"))
def too_many_todos(plan: Plan) -> Iterator[Finding]:
    """More group to-dos are open on one day than members see without scrolling."""
    limit = plan.settled.pack.limit("todo_items")
    most = limit.value if limit else TODOS
    days: dict[tuple[str, date], dict[str, Piece[Task]]] = defaultdict(dict)
    for one, piece in _sent(plan, "todo"):
        days[piece.item.audience or "", one.day][piece.key] = piece
    for (_, day), pieces in days.items():
        if len(pieces) > most:
            words = say("too-many-todos", day=day, count=len(pieces), most=most)
            yield Finding(place(plan, list(pieces.values())[-1]), words)
            return
