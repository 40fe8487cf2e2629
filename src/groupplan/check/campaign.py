"""GP42x: what a campaign, and bringing people, cannot do without."""

from collections.abc import Iterator

from groupplan.check.resting import resting
from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import listed
from groupplan.model.plan import Plan

STEPS = 6
"""Steps of a member's path: see, scan, welcome, do, report, hear back."""
WAVES_FROM = 21
"""Days a plan has at least for two waves to be expected."""
APART = 3
"""Days between two waves."""
RAW = 4
"""Raw figures: starting reach, scans, joins, those who completed."""


def _campaign(plan: Plan) -> int | None:
    """The first campaign group, by its place in the brief."""
    kinds = (group.kind for group in plan.settled.groups)
    return next((index for index, kind in enumerate(kinds) if kind == "campaign"), None)


@rule("GP420", Severity.WARNING, basis=("M096", "K22"))
def campaign_path_incomplete(plan: Plan) -> Iterator[Finding]:
    """Those who take part in a campaign have a path of six steps, with words for the two they wait at."""
    index = _campaign(plan)
    if index is None:
        return
    outline, where = plan.outline, plan.origin("groups", index)
    paths = [flow.item for flow in outline.flows if flow.item.lane == "member"]
    meant = [path for path in paths if path.section == "refer" or {"M096", "K22"} & set(path.basis)]
    longest = max((len(path.steps) for path in meant), default=0)
    if longest < STEPS:
        yield Finding(where, say("campaign-without-path", steps=longest, least=STEPS))
    if not resting(outline.scripts, "M111", "M112", "S04"):
        yield Finding(where, say("campaign-without-welcome"))
    if not resting(outline.scripts, "M205", "S05"):
        yield Finding(where, say("campaign-without-verification"))


@rule("GP421", Severity.WARNING, basis=("M102", "M103", "K23"))
def rehearsal_missing(plan: Plan) -> Iterator[Finding]:
    """Before a campaign somebody walks the whole way, and people of the team stand in each group."""
    index = _campaign(plan)
    if index is None:
        return
    opens, where = plan.settled.opens, plan.origin("groups", index)
    walked = (one.day for piece in resting(plan.outline.tasks, "M102") for one in plan.schedule.of(piece.key))
    if not any(day < opens for day in walked):
        yield Finding(where, say("rehearsal-missing", opens=opens))
    if not resting(plan.outline.tasks, "M103") and not resting(plan.outline.checklists, "M103"):
        yield Finding(where, say("insiders-missing"))


@rule("GP422", Severity.WARNING, basis=("M190", "K43"))
def second_wave_missing(plan: Plan) -> Iterator[Finding]:
    """Members bring people in two waves: old members first, then those who have just come."""
    if plan.brief.referral is None or plan.settled.days < WAVES_FROM:
        return
    tasks = plan.outline.tasks
    called = [piece for piece in tasks if piece.item.stage == "refer" and piece.item.kind == "post"]
    pieces = [*resting(tasks, "M190", "K43"), *called]
    days = sorted({one.day for piece in pieces for one in plan.schedule.of(piece.key)})
    if not days or (days[-1] - days[0]).days < APART:
        yield Finding(plan.origin("referral"), say("second-wave-missing", days=APART))


@rule("GP426", Severity.WARNING, basis=("M317", "K61"))
def raw_data_missing(plan: Plan) -> Iterator[Finding]:
    """Where people are called in by reach, four raw figures are counted."""
    index = _campaign(plan)
    if index is None and not any(channel.reach.high for channel in plan.settled.channels):
        return
    there = resting(plan.outline.metrics, "M317", "K61")
    if len(there) < RAW:
        names = [plan.worded.text("metrics", piece.key, "name") or piece.key for piece in there]
        gaps = {"names_zh": listed(names, "zh-CN") or "—", "names_en": listed(names, "en") or "—"}
        where = plan.origin("channels") if index is None else plan.origin("groups", index)
        yield Finding(where, say("raw-data-missing", count=len(there), needed=RAW, **gaps))
