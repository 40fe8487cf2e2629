"""5 Platform, groups, capacity."""

from groupplan.model.choices import GROUP_KINDS
from groupplan.model.document import Block, Part, Prose
from groupplan.model.forecast import GroupNeed
from groupplan.model.formats import number
from groupplan.model.knowledge import TRUST
from groupplan.model.plan import Plan
from groupplan.model.texts import words as spoken_words
from groupplan.render.common import guides, table
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The groups and their seats, the platform's limits, what the platform lacks."""
    name = str(plan.values["platform_name"])
    found: list[Block] = [Prose(words.say("platform.lead", platform=name))]
    if plan.settled.pack.platform != plan.settled.platform:
        found.append(Prose(words.say("platform.no_pack", platform=name), "warning"))
    rows = [_group(need, plan, words) for need in plan.forecast.groups]
    found.append(
        Part(
            words.say("platform.groups"), table("groups", words.heads("platform.groups_head"), rows), "groups"
        )
    )
    limits = [_limit(plan, words, index) for index in range(len(plan.settled.pack.limits))]
    limited = table("limits", words.heads("platform.limits_head"), limits)
    if limited:
        found.append(Part(words.say("platform.limits"), limited, "limits"))
    return (*found, *guides(plan, "platform"))


def _group(need: GroupNeed, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    group = next(group for group in plan.settled.groups if group.id == need.group)
    many = need.count > 1
    name = words.say("platform.series", name=group.name, last=need.count) if many else group.name
    prepared = (
        number(need.prepared) if need.prepared is not None else words.say("platform.auto", count=need.needed)
    )
    return (
        name,
        GROUP_KINDS.label(group.kind, plan.settled.language),
        words.say("platform.seats", usable=number(need.usable), seats=number(need.seats), staff=need.staff),
        words.say("platform.needed", needed=number(need.needed), most=number(need.most)),
        prepared,
    )


def _limit(plan: Plan, words: Dictionary, index: int) -> tuple[str, ...]:
    row, spoken = plan.settled.pack.limits[index], plan.settled.language
    said = spoken_words(row.say, spoken, spoken) or ""
    return said, row.fact or "—", words.as_of(row.date or ""), TRUST.label(row.trust or "", spoken) or "—"
