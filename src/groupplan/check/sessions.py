"""GP4xx and GP6xx: lessons: how long they are, and what the rules for pupils allow."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from groupplan.check.pupils import for_pupils
from groupplan.check.rule import rule
from groupplan.model.choices import MEETINGS
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan
from groupplan.model.settled import Session
from groupplan.model.source import Origin
from groupplan.model.texts import words

LONGEST = 120
ENDS = {"offline": time(20, 30), "online": time(21)}
"""When a lesson for pupils is over at the latest (F097)."""
SATURDAY = 5


def _at(plan: Plan, lesson: Session, field: str) -> Origin:
    index = next(number for number, given in enumerate(plan.brief.lessons) if given.id == lesson.id)
    return plan.origin("lessons", index, field)


@rule("GP416", Severity.WARNING, basis=("M244", "F191", "K55"))
def session_too_long(plan: Plan) -> Iterator[Finding]:
    """A lesson with its questions takes two hours at most."""
    for lesson in plan.settled.lessons:
        if lesson.minutes > LONGEST:
            words = say("session-too-long", lesson=lesson.title, minutes=lesson.minutes, most=LONGEST)
            yield Finding(_at(plan, lesson, "minutes"), words)


@rule("GP609", Severity.WARNING, basis=("F097",))
def late_lesson_for_pupils(plan: Plan) -> Iterator[Finding]:
    """Lessons for pupils in China end by half past eight in person, by nine online."""
    for lesson in plan.settled.lessons if for_pupils(plan) else ():
        spoken_to_parents = lesson.guest and not plan.settled.minors
        ends, latest = lesson.at + timedelta(minutes=lesson.minutes), ENDS[lesson.form]
        late = ends.date() > lesson.at.date() or ends.time() > latest
        if late and not spoken_to_parents and not lesson.school_subject:
            form = MEETINGS.both(lesson.form)
            gaps = {"lesson": lesson.title, "ends": f"{ends:%H:%M}", "latest": f"{latest:%H:%M}"}
            words = say("late-lesson-for-pupils", form_zh=form.zh, form_en=form.en, **gaps)
            yield Finding(_at(plan, lesson, "at"), words)


@rule("GP610", Severity.WARNING, basis=("F099",))
def school_subject_on_free_day(plan: Plan) -> Iterator[Finding]:
    """School subjects are not taught to pupils in China on weekends and public holidays."""
    if plan.settled.country != "CN":
        return
    off, on = _free(plan)
    for lesson in plan.settled.lessons:
        day = lesson.at.date()
        if lesson.school_subject and day not in on and (day in off or day.weekday() >= SATURDAY):
            yield Finding(
                _at(plan, lesson, "at"), say("school-subject-on-free-day", lesson=lesson.title, day=day)
            )


@rule("GP612", Severity.NOTE)
def session_on_holiday(plan: Plan) -> Iterator[Finding]:
    """A lesson or an event falls on a public holiday."""
    years = plan.knowledge.calendar.years if plan.knowledge.calendar else ()
    names = {holiday.day: holiday.name for year in years for holiday in year.days_off}
    for field, sessions in (("lessons", plan.settled.lessons), ("events", plan.settled.events)):
        written = [one.id for one in getattr(plan.brief, field)]
        for one in sessions:
            day = one.at.date()
            if day in names and day not in plan.settled.work_days and not one.school_subject:
                said = {language: words(names[day], language, language) for language in ("zh-CN", "en")}
                gaps = {"name": one.title, "day": day, "holiday_zh": said["zh-CN"], "holiday_en": said["en"]}
                where = plan.origin(field, written.index(one.id), "at")
                yield Finding(where, say("session-on-holiday", **gaps))


def _free(plan: Plan) -> tuple[set[date], set[date]]:
    """Public holidays, and weekend days that are worked; what the brief says comes on top."""
    years = plan.knowledge.calendar.years if plan.knowledge.calendar else ()
    off = {holiday.day for year in years for holiday in year.days_off}
    on = {worked.day for year in years for worked in year.work_days}
    settled = plan.settled
    return off | settled.days_off, (on - settled.days_off) | settled.work_days
