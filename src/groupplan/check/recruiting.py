"""GP3xx: seeds, and the way in."""

from collections.abc import Iterator

from groupplan.check.groups import CHATS
from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import number
from groupplan.model.plan import Plan

FEWEST, MOST = 20, 50
KNOWN = ("friends", "store")
"""Channels that reach people one has met: friends of members, and guests."""


@rule("GP301", Severity.WARNING, basis=("M066", "M067", "K15", "N18"))
def seeds_out_of_range(plan: Plan) -> Iterator[Finding]:
    """A new group opens with 20 to 50 seed members; one that exists already needs none."""
    settled = plan.settled
    if not settled.members_now and not FEWEST <= settled.seeds_count <= MOST:
        words = say("seeds-out-of-range", count=settled.seeds_count, fewest=FEWEST, most=MOST)
        yield Finding(plan.origin("seeds", "count"), words)


@rule("GP302", Severity.ERROR, basis=("M100", "K21"))
def too_few_groups(plan: Plan) -> Iterator[Finding]:
    """The groups prepared hold fewer people than are expected to join."""
    for index, need in enumerate(plan.forecast.groups):
        if need.prepared is not None and need.prepared < need.needed:
            gaps = {"prepared": need.prepared, "needed": need.needed, "usable": need.usable}
            words = say("too-few-groups", joins=number(plan.forecast.joins), **gaps)
            yield Finding(plan.origin("groups", index, "count"), words)


@rule("GP303", Severity.WARNING, basis=("M070", "K16"))
def seeds_without_consent(plan: Plan) -> Iterator[Finding]:
    """Who is to be a seed member is told what the group is for, and asked first."""
    settled = plan.settled
    if plan.brief.seeds is None or not settled.seeds_count or settled.seeds_consent:
        return
    key = "seeds-consent-unsaid" if settled.seeds_consent is None else "seeds-unasked"
    yield Finding(plan.origin("seeds", "consent"), say(key, count=settled.seeds_count))


@rule("GP304", Severity.WARNING, basis=("M076", "M077", "M078", "M278", "K17"))
def entry_without_threshold(plan: Plan) -> Iterator[Finding]:
    """A chat group that strangers are called to has a light gate; a campaign's gate is its task (N03)."""
    settled = plan.settled
    public = [channel.name for channel in settled.channels if channel.kind not in KNOWN]
    tasked = any(group.kind == "campaign" for group in settled.groups)
    gated = tasked or settled.entry_mode != "open" or settled.fee is not None
    if public and not gated and settled.platform in CHATS and settled.kind != "open-source":
        route = ("entry", "mode") if plan.brief.entry else ("channels",)
        yield Finding(plan.origin(*route), say("entry-without-threshold", channel=public[0]))
