"""Where the numbers will stand week by week, and the funnel, as tables and pictures."""

from groupplan.model.document import Block, Fan, FanPoint, Stair, Stairs, Table
from groupplan.model.estimate import Estimate
from groupplan.model.forecast import Step
from groupplan.model.formats import number, rounded, tick
from groupplan.model.outlook import Mark, Odds, Verdict
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal
from groupplan.render.common import date
from groupplan.render.steps import funnel, ranged
from groupplan.render.words import Dictionary

CURVES = ("joined", "members", "active", "paying")


def weeks(
    odds: Odds, plan: Plan, words: Dictionary, primary: tuple[Goal, Verdict] | None
) -> tuple[Block, ...]:
    """A fan chart of what the primary goal counts, and every curve in a table."""
    shown = [name for name in CURVES if name in odds.curves and (name != "paying" or plan.settled.offers)]
    head = (words.say("odds.until"), *(words.say(f"odds.curve_{name}") for name in shown))
    rows = []
    for index, mark in enumerate(odds.curves["joined"]):
        cells = [_cell(odds.curves[name][index], words) for name in shown]
        rows.append((date(mark[0], plan), *cells))
    metric = primary[1].metric if primary and primary[1].metric in odds.curves else "members"
    fan = _fan(odds.curves[metric], metric, primary[1] if primary else None, plan, words)
    return (*fan, Table("weeks", head, tuple(rows)))


def _cell(mark: Mark, words: Dictionary) -> str:
    return ranged(Estimate(*mark[1:]), words)


def _fan(
    line: tuple[Mark, ...], metric: str, verdict: Verdict | None, plan: Plan, words: Dictionary
) -> tuple[Block, ...]:
    target = verdict.target if verdict and verdict.metric == metric else None
    top = max([mark[3] for mark in line] + [target or 0.0])
    if not top or len(line) < 2:
        return ()
    points = tuple(
        FanPoint(tick(one, words.language), low / top, middle / top, high / top)
        for one, low, middle, high in line
    )
    name = words.say(f"odds.curve_{metric}") if words.has(f"odds.curve_{metric}") else metric
    label = words.say("odds.target_line", target=number(target)) if target else ""
    at = target / top if target else None
    title = words.say("odds.fan", metric=name)
    mark = words.say("odds.target_mark", target=number(target)) if target else ""
    last = number(rounded(line[-1][2]))
    return (Fan(title, points, words.say("odds.top", top=number(rounded(top))), at, label, last, mark),)


def stairs(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The funnel as a picture; steps before the joins shrink too fast to be drawn beside them."""
    steps = [(step, people) for step, people in funnel(plan) if step.id not in ("reach", "scanned")]
    widest = max((people.high for _, people in steps), default=0.0)
    if not widest:
        return ()
    return (Stairs(words.say("goals.funnel"), tuple(_stair(*one, widest, words) for one in steps)),)


def _stair(step: Step, people: Estimate, widest: float, words: Dictionary) -> Stair:
    share, low, high = (one / widest for one in (people.likely, people.low, people.high))
    return Stair(words.say(f"step.{step.id}"), ranged(people, words), share, low, high)
