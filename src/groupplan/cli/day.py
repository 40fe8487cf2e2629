"""The days of the briefs that `today` is asked about: which date it is there, and whom it is for."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from groupplan import pipeline
from groupplan.cli import output
from groupplan.cli.briefs import below, is_brief, opened
from groupplan.cli.choices import Chosen
from groupplan.cli.chosen import options
from groupplan.cli.surroundings import Surroundings
from groupplan.cli.today_json import as_data, as_json
from groupplan.cli.today_text import Told
from groupplan.cli.trouble import guarded, worst
from groupplan.cli.unsound import refused
from groupplan.model.codes import did_you_mean
from groupplan.model.finding import Words, say
from groupplan.model.formats import listed
from groupplan.model.limits import SHOWN
from groupplan.model.plan import Plan
from groupplan.model.refusal import Misuse
from groupplan.model.scalars import ScalarError
from groupplan.model.scalars import day as read_day
from groupplan.render.agenda import agenda, duties, people


class Asked(Struct, frozen=True):
    """The options of `today`; no date means the one the clock says where the community is."""

    date: dt.date | None
    duty: str
    person: str
    as_json: bool
    encoding: str


class _Run(Struct):
    """What has been told so far, and the duties and people there are, for a name that nobody has."""

    told: list[dict[str, Any]] = field(default_factory=list)
    count: int = 0
    sound: int = 0
    duties: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)


def given(text: str) -> dt.date | None:
    """A date as typed; ``Misuse`` when it is none."""
    try:
        return read_day(text) if text else None
    except ScalarError:
        raise Misuse(say("no-such-date", text=text[:SHOWN])) from None


def days(name: str, asked: Asked, around: Surroundings) -> int:
    """The day of a brief, or of every brief below a folder one after the other."""
    folder = name != "-" and "\0" not in name and Path(name).is_dir()
    names = _below(name, around) if folder else [name]
    run = _Run()
    code = worst([guarded(partial(_day, one, asked, run, around), around) for one in names])
    if run.sound and not run.count:
        _refuse_unknown(asked, run)
    if asked.as_json:
        output.out(as_json(run.told))
    return code


def _below(name: str, around: Surroundings) -> list[str]:
    kept = Chosen(options(), around).kept(str(one) for one in below(Path(name)) if is_brief(one))
    if not kept:
        raise Misuse(say("nothing-to-render", path=name[:SHOWN]))
    return kept


def _day(name: str, asked: Asked, run: _Run, around: Surroundings) -> int:
    file = opened(name)
    loaded = pipeline.load(file.raw, file.name, file.folder, file.root, encoding=asked.encoding)
    if not loaded.ok:
        return refused(loaded, around)
    plan = pipeline.make(loaded)
    run.sound += 1
    run.duties |= duties(plan)
    run.people |= people(plan)
    wanted = _matching(asked.duty, duties(plan)), _matching(asked.person, people(plan))
    if (asked.duty and not wanted[0]) or (asked.person and not wanted[1]):
        return 0
    there = _now(plan)
    found = agenda(plan, asked.date or there.date(), duties=wanted[0], people=wanted[1])
    now = None if asked.date else there.time()
    if asked.as_json:
        run.told.append(as_data(file.name, plan, found, now))
    else:
        text = Told(plan, around).agenda(found, _only(plan, *wanted), now)
        output.out(f"\n\n{text}" if run.count else text)
    run.count += 1
    return 0


def _now(plan: Plan) -> dt.datetime:
    """The clock where the community is."""
    return dt.datetime.now(ZoneInfo(plan.settled.timezone))


def _matching(name: str, known: dict[str, str]) -> frozenset[str]:
    """The ids that a name as typed means: an id, or the name for people."""
    return frozenset(one for one, called in known.items() if name in (one, called)) if name else frozenset()


def _only(plan: Plan, wanted_duties: frozenset[str], wanted_people: frozenset[str]) -> str:
    """What the day was narrowed down to, in names for people."""
    names = [name for one, name in duties(plan).items() if one in wanted_duties]
    names += [name for one, name in people(plan).items() if one in wanted_people]
    return listed(names, plan.settled.language)


def _refuse_unknown(asked: Asked, run: _Run) -> None:
    """``Misuse`` for a duty or person that no plan has, with the nearest and with all there are."""
    if asked.duty and not _matching(asked.duty, run.duties):
        names, near = _near(asked.duty, run.duties)
        raise Misuse(say("no-such-duty", name=asked.duty[:SHOWN], names=names), *near)
    if asked.person and not _matching(asked.person, run.people):
        names, near = _near(asked.person, run.people)
        raise Misuse(say("no-such-person", name=asked.person[:SHOWN], names=names), *near)


def _near(name: str, known: dict[str, str]) -> tuple[str, tuple[Words, ...]]:
    near = did_you_mean(name, [*known.values(), *known])
    named = (one if one == called else f"{one} {called}" for one, called in known.items())
    return " · ".join(named) or "—", (near,) if near else ()
