"""5 Platform, groups, capacity."""

from collections.abc import Iterator

from groupplan.model.choices import GROUP_KINDS
from groupplan.model.document import Block, Part, Prose
from groupplan.model.features import Feature, gained, lost
from groupplan.model.forecast import GroupNeed
from groupplan.model.formats import chinese, number
from groupplan.model.knowledge import TRUST
from groupplan.model.plan import Plan
from groupplan.model.texts import Text
from groupplan.model.texts import words as spoken_words
from groupplan.render import rehearsal
from groupplan.render.common import guides, table
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The groups and their seats, the platform's limits, what it has and lacks beside other platforms."""
    name = str(plan.values["platform_name"])
    found: list[Block] = [Prose(words.say("platform.lead", platform=name))]
    if plan.settled.pack.platform == "other":
        found.append(Prose(words.say("platform.no_pack", platform=name), "warning"))
    rows = [_group(need, plan, words) for need in plan.forecast.groups]
    found.append(
        Part(
            words.say("platform.groups"), table("groups", words.heads("platform.groups_head"), rows), "groups"
        )
    )
    found += rehearsal.capacity(plan, words)
    limits = [_limit(plan, words, index) for index in range(len(plan.settled.pack.limits))]
    limited = table("limits", words.heads("platform.limits_head"), limits)
    if limited:
        found.append(Part(words.say("platform.limits"), limited, "limits"))
    return (*found, *_compared(plan, words), *guides(plan, "platform"))


def _compared(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """What one gains and loses here, as `gained` and `lost` count it; nothing without a pack."""
    platform, catalogue = plan.settled.pack.platform, plan.knowledge.features.values()
    if platform == "other":
        return
    asked = {feature for _, feature in plan.outline.lacking}
    spoken = plan.settled.language
    missed = lost(platform, catalogue, asked, chinese=chinese(spoken))

    def row(feature: Feature, what: Text) -> tuple[str, str]:
        name = spoken_words(feature.name, spoken, spoken) or ""
        wanted = words.say("platform.asked", feature=name) if feature.id in asked else name
        return wanted, spoken_words(what, spoken, spoken) or ""

    for slug, rows in (
        ("gained", [row(feature, feature.with_) for feature in gained(platform, catalogue)]),
        ("lost", [row(feature, feature.without) for feature in missed]),
    ):
        there = table(slug, words.heads(f"platform.{slug}_head"), rows)
        if there:
            yield Part(words.say(f"platform.{slug}"), there, slug)


def _group(need: GroupNeed, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    group = next(group for group in plan.settled.groups if group.id == need.group)
    many = need.count > 1
    name = words.say("platform.series", name=group.name, last=need.count) if many else group.name
    prepared = (
        number(need.prepared) if need.prepared is not None else words.say("platform.auto", count=need.needed)
    )
    seats = {"usable": number(need.usable), "seats": number(need.seats)}
    return (
        name,
        GROUP_KINDS.label(group.kind, plan.settled.language),
        words.say("platform.seats" if need.staff else "platform.seats_all", **seats, staff=need.staff),
        words.say("platform.needed", needed=number(need.needed), most=number(need.most)),
        prepared,
    )


def _limit(plan: Plan, words: Dictionary, index: int) -> tuple[str, ...]:
    row, spoken = plan.settled.pack.limits[index], plan.settled.language
    said = spoken_words(row.say, spoken, spoken) or ""
    return said, row.fact or "—", words.as_of(row.date or ""), TRUST.label(row.trust or "", spoken) or "—"
