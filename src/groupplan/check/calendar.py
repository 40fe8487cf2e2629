"""GP6xx: quiet hours, reminders, collisions, calendars."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from groupplan.check.rule import place, rule
from groupplan.model.clockspan import ClockSpan, minute_of
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.model.settled import Session
from groupplan.model.source import Origin

MORNING_HOURS = 3
EARLY = 11
"""A lesson before eleven is itself a morning thing: the reminder an hour before will do."""
HOUR = (timedelta(minutes=30), timedelta(hours=2))
MINUTES = (timedelta(minutes=1), timedelta(minutes=29))
DRIFT = 60
"""Minutes between two hours that members still take for the same."""
ASTRAY = 3
"""Days on which a daily post is away from its hour before it counts as irregular."""


def _inside(plan: Plan, spans: tuple[ClockSpan, ...]) -> Iterator[tuple[Occurrence, Piece[Task], ClockSpan]]:
    tasks = {piece.key: piece for piece in plan.outline.tasks}
    for one in plan.schedule.occurrences:
        piece = tasks[one.task]
        if one.at is None or piece.item.kind not in ("post", "event"):
            continue
        span = next((span for span in spans if span.holds(one.at)), None)
        if span is not None:
            yield one, piece, span


@rule("GP601", Severity.ERROR, basis=("M270", "F189", "K50"))
def post_in_quiet_hours(plan: Plan) -> Iterator[Finding]:
    """Something is posted while nobody is to be disturbed."""
    seen = set()
    for one, piece, span in _inside(plan, plan.settled.rules.quiet):
        if piece.key not in seen:
            seen.add(piece.key)
            gaps = {"task": _name(plan, piece), "time": f"{one.at:%H:%M}", "quiet": str(span)}
            related = (plan.origin("rules", "quiet"),)
            yield Finding(_fixed_by(plan, piece), say("post-in-quiet-hours", **gaps), related=related)


@rule("GP603", Severity.WARNING, basis=("M271", "K50"))
def off_topic_post(plan: Plan) -> Iterator[Finding]:
    """Small talk is planned in the hours kept for the topic."""
    seen = set()
    for one, piece, span in _inside(plan, plan.settled.rules.on_topic):
        if piece.item.content == "fun" and piece.key not in seen:
            seen.add(piece.key)
            gaps = {"task": _name(plan, piece), "time": f"{one.at:%H:%M}", "hours": str(span)}
            yield Finding(_fixed_by(plan, piece), say("off-topic-post", **gaps))


def _fixed_by(plan: Plan, piece: Piece[Task]) -> Origin:
    """The line that sets the hour: the brief's rhythm, its lesson or event, or the playbook."""
    given = piece.item.at.time
    posts = plan.brief.cadence.daily_posts if plan.brief.cadence else ()
    if isinstance(given, str):
        for index, post in enumerate(posts):
            if f"cadence.{post.what}" == given:
                return plan.origin("cadence", "daily_posts", index, "at")
    return place(plan, piece)


def _name(plan: Plan, piece: Piece[Task]) -> str:
    return plan.worded.text("tasks", piece.key, "name") or piece.key


@rule("GP602", Severity.WARNING, basis=("M283", "K54"))
def lesson_reminders_missing(plan: Plan) -> Iterator[Finding]:
    """Each lesson is announced in the morning, an hour before and a few minutes before."""
    index = {lesson.id: number for number, lesson in enumerate(plan.brief.lessons)}
    for lesson in plan.settled.lessons:
        ahead = list(_ahead(plan, lesson))
        early = lesson.at.hour < EARLY
        missing = [
            name
            for name, there in (
                ("morning", early or any(_morning(before, lesson.at) for before in ahead)),
                ("hour", any(HOUR[0] <= before <= HOUR[1] for before in ahead)),
                ("minutes", any(MINUTES[0] <= before <= MINUTES[1] for before in ahead)),
            )
            if not there
        ]
        for name in missing:
            words = say(f"lesson-without-{name}-reminder", lesson=lesson.title)
            yield Finding(plan.origin("lessons", index[lesson.id]), words)


def _ahead(plan: Plan, lesson: Session) -> Iterator[timedelta]:
    tasks = {piece.key: piece for piece in plan.outline.tasks}
    for one in plan.schedule.occurrences:
        element = tasks[one.task].element
        mine = element is not None and element.list == "lessons" and element.id == lesson.id
        if mine and tasks[one.task].item.kind == "post":
            yield lesson.at - datetime.combine(one.day, one.at or time(0))


def _morning(before: timedelta, at: datetime) -> bool:
    same_day = before < timedelta(hours=at.hour, minutes=at.minute)
    return same_day and before >= timedelta(hours=MORNING_HOURS)


@rule("GP604", Severity.WARNING, basis=("M281",))
def posts_collide(plan: Plan) -> Iterator[Finding]:
    """Two posts of one group that could not be moved apart."""
    for clash in plan.schedule.clashes:
        piece = plan.outline.task(clash.task)
        gaps = {"task": _name(plan, piece), "day": clash.day, "time": f"{clash.at:%H:%M}"}
        other = _name(plan, plan.outline.task(clash.other))
        yield Finding(place(plan, piece), say("posts-collide", other=other, **gaps))


@rule("GP605", Severity.NOTE)
def calendar_not_published(plan: Plan) -> Iterator[Finding]:
    """The make-up working days of a year are not published yet; weekends are counted as free."""
    found = plan.knowledge.calendar
    first = min((one.year for one in found.years), default=0) if found else 0
    for year in plan.schedule.unknown_years:
        key = "calendar-not-kept" if year < first else "calendar-not-published"
        yield Finding(plan.origin("opens"), say(key, year=year))


@rule("GP606", Severity.NOTE)
def country_without_calendar(plan: Plan) -> Iterator[Finding]:
    """The public holidays of the country are not known; only weekends are counted as free."""
    settled = plan.settled
    given = settled.days_off or settled.work_days
    if plan.knowledge.calendar is None and settled.country and not given:
        yield Finding(plan.origin("country"), say("calendar-not-known", country=settled.country))


@rule("GP611", Severity.WARNING, basis=("M281", "K53"))
def hours_shift(plan: Plan) -> Iterator[Finding]:
    """A daily post, and the lessons of one weekday, keep their hour."""
    for piece in plan.outline.tasks:
        if piece.item.at.every in ("day", "workday") and piece.item.kind in ("post", "event"):
            yield from _astray(plan, piece)
    yield from _lessons_astray(plan)


def _astray(plan: Plan, piece: Piece[Task]) -> Iterator[Finding]:
    at = [(one.at, one.day) for one in plan.schedule.of(piece.key) if one.at and not _quieted(one)]
    usual = Counter(hour for hour, _ in at).most_common(1)
    away = [(hour, day) for hour, day in at if abs(minute_of(hour) - minute_of(usual[0][0])) > DRIFT]
    if len(away) >= ASTRAY:
        hour, day = away[0]
        gaps = {"task": _name(plan, piece), "usual": f"{usual[0][0]:%H:%M}", "days": len(away)}
        words = say("hours-shift", time=f"{hour:%H:%M}", day=day, **gaps)
        yield Finding(_fixed_by(plan, piece), words)


def _quieted(one: Occurrence) -> bool:
    return one.moved is not None and one.moved.key == "moved-quiet"


def _lessons_astray(plan: Plan) -> Iterator[Finding]:
    """Two series on one day each keep their own hour; such weekdays are left alone."""
    index = {lesson.id: number for number, lesson in enumerate(plan.brief.lessons)}
    weekdays: dict[int, dict[date, list[Session]]] = defaultdict(lambda: defaultdict(list))
    for lesson in plan.settled.lessons:
        weekdays[lesson.at.weekday()][lesson.at.date()].append(lesson)
    for days in weekdays.values():
        series = [lesson for _, lessons in sorted(days.items()) for lesson in lessons]
        first = series[0]
        for lesson in series[1:] if len(series) == len(days) else ():
            if abs(minute_of(lesson.at.time()) - minute_of(first.at.time())) > DRIFT:
                gaps = {"lesson": lesson.title, "time": f"{lesson.at:%H:%M}", "usual": f"{first.at:%H:%M}"}
                related = (plan.origin("lessons", index[first.id], "at"),)
                where = plan.origin("lessons", index[lesson.id], "at")
                yield Finding(where, say("lesson-hour-shifts", first=first.title, **gaps), related=related)
