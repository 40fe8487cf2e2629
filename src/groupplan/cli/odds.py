"""The odds of a plan as text for a terminal, and as JSON."""

import json
import math
from collections.abc import Iterator
from typing import Any

from groupplan.forecast.inputs import METRICS
from groupplan.model.document import Block, Part, Prose, Table
from groupplan.model.finding import say
from groupplan.model.formats import figure, listed, percent
from groupplan.model.outlook import Mark, Verdict
from groupplan.model.plan import Plan
from groupplan.model.refusal import Misuse
from groupplan.render import odds
from groupplan.render.words import Dictionary
from groupplan.report.visible import cells, visible

FORMAT = 1


def shown(plan: Plan, goal: str, *, as_json: bool) -> str:
    """The odds in one of both forms; ``Misuse`` when no goal is called so."""
    known = [one.id for one in plan.settled.goals]
    if goal and goal not in known:
        raise Misuse(say("no-such-goal", name=goal[:60], names=" ".join(known) or "—"))
    return body(plan, goal) if as_json else printed(plan, goal)


def printed(plan: Plan, goal: str) -> str:
    """The plan's own words about its odds, table by table; of one goal only when it is named."""
    words = Dictionary(plan.settled.language)
    wanted = next((one for one in plan.settled.goals if one.id == goal), None)
    found = odds.of_goal(wanted, plan, words) if wanted else odds.blocks(plan, words)
    return visible("\n\n".join((*_lines(found), *_borrowed(plan, words))))


def _borrowed(plan: Plan, words: Dictionary) -> Iterator[str]:
    """Which rates are shipped ones of low trust, and how to put in one's own."""
    found = assumed(plan)
    if found:
        names = [
            words.say("odds.rate_named", label=words.say(f"assumption.{name}"), name=name) for name in found
        ]
        value = plan.settled.rates[found[0]].value
        if found[0] == "invites":
            ends = f"{figure(value.low)}..{figure(value.high)}"
        else:
            ends = f"{percent(value.low)}..{percent(value.high)}"
        yield words.say("odds.rates", names=listed(names, words.language), first=found[0], range=ends)


def assumed(plan: Plan) -> tuple[str, ...]:
    """The rates the odds are counted from that are shipped ones of low trust."""
    settled = plan.settled
    if plan.forecast.odds is None:
        return ()
    used = [METRICS[goal.metric][1] for goal in settled.goals if goal.metric in METRICS]
    reaching = [one for one in settled.channels if one.reach.high]
    for name in ("join_rate", "scan_rate"):
        if not reaching or any(getattr(one, name) is None for one in reaching):
            used.insert(0, name)
    used += ["leave_rate", *(("invites", "accept_rate") if settled.referral else ())]
    rates = {name: settled.rates[name] for name in dict.fromkeys(used) if name in settled.rates}
    return tuple(name for name, one in rates.items() if one.origin == "shipped" and one.trust == "low")


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Prose):
            yield block.text
        elif isinstance(block, Table):
            yield "\n".join(_aligned((block.head, *block.rows)))
        elif isinstance(block, Part):
            yield block.title
            yield from _lines(block.blocks)


def _aligned(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Columns of equal width, wide characters counted as two."""
    widths = [max(cells(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        padded = [text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True)]
        yield "  ".join(padded).rstrip()


def body(plan: Plan, goal: str) -> str:
    """The same as data: format 1, shares 0 to 1, dates as ISO, people as numbers."""
    found = plan.forecast.odds
    if found is None:
        return _json({"format": FORMAT, "odds": None})
    goals = {name: _goal(one) for name, one in found.verdicts.items() if goal in ("", name)}
    growth = found.growth
    return _json(
        {
            "format": FORMAT,
            "odds": {
                "method": "simulated" if found.runs else "closed",
                "runs": found.runs,
                "holds": found.closed.holds,
                "why": found.closed.reason,
                "growth": [growth.low, growth.likely, growth.high] if growth else None,
                "goals": goals,
                "left_out": {name: why for name, why in found.left_out.items() if goal in ("", name)},
                "weeks": {name: [_mark(one) for one in line] for name, line in found.curves.items()},
            },
        }
    )


def _goal(one: Verdict) -> dict[str, Any]:
    need = one.need
    return {
        "metric": one.metric,
        "target": one.target,
        **_mark(one.mark),
        "chance": one.probability,
        "error": one.chance.error,
        "guardrail": one.guarded,
        "reach_needed": need.reach if need and not math.isinf(need.reach) else None,
        "factor": need.factor if need and not math.isinf(need.factor) else None,
        "binds": need.binding if need else "",
        "tornado": [{"name": bar.name, "low": bar.low, "high": bar.high} for bar in one.swings],
        "test": {"name": one.trial.name, "people": one.trial.observations, "days": one.trial.days}
        if one.trial
        else None,
    }


def _mark(one: Mark) -> dict[str, Any]:
    day, low, middle, high = one
    return {"day": day.isoformat(), "p10": low, "p50": middle, "p90": high}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
