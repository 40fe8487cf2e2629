"""GP3xx: the groups a community consists of."""

import re
from collections.abc import Iterator
from itertools import takewhile

from groupplan.check.rule import rule
from groupplan.model.choices import GROUP_KINDS, JOINED_GROUPS
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan

CHATS = frozenset({"wechat", "wecom", "qq", "telegram", "whatsapp"})
"""Platforms where a group is one single chat, without channels."""
TALK, CROWD = 30, 200
"""Below so many members a chat stays silent; above so many nobody follows it any more."""
COMFORT = (100, 150)
FIRM = ("high", "medium")
_NOISE = re.compile(r"[\W\d_]+")


@rule("GP305", Severity.WARNING, basis=("M010", "K07"))
def groups_without_scheme(plan: Plan) -> Iterator[Finding]:
    """Several groups of one kind are named by one pattern, each with its own number, region or subject."""
    kinds: dict[str, list[tuple[int, str]]] = {}
    for index, group in enumerate(plan.settled.groups):
        kinds.setdefault(group.kind, []).append((index, group.name.strip()))
    for kind, named in kinds.items():
        if len(named) > 1 and not _patterned([name for _, name in named]):
            (one, first), (other, second) = named[0], _odd(named)
            both = GROUP_KINDS.both(kind)
            gaps = {"kind_zh": both.zh, "kind_en": both.en, "first": first, "second": second}
            related = (plan.origin("groups", one, "name"),)
            words = say("groups-without-scheme", **gaps)
            yield Finding(plan.origin("groups", other, "name"), words, related=related)


def _odd(named: list[tuple[int, str]]) -> tuple[int, str]:
    """The name that does not go with the first, or the last where each of them does."""
    first = named[0][1]
    return next((one for one in named[1:] if not _patterned([first, one[1]])), named[-1])


def _patterned(names: list[str]) -> bool:
    """Whether all names differ and begin or end alike: two Chinese characters or three letters."""
    bare = [name.lower() for name in names]
    shared = (_beginning(bare), _beginning([name[::-1] for name in bare]))
    core = max((_NOISE.sub("", one) for one in shared), key=len)
    return len(set(bare)) == len(bare) and len(core) >= (3 if core.isascii() else 2)


def _beginning(names: list[str]) -> str:
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*names, strict=False))
    return "".join(signs[0] for signs in alike)


@rule("GP306", Severity.WARNING, basis=("M038", "M298", "K28"))
def campaign_group_without_end(plan: Plan) -> Iterator[Finding]:
    """A campaign group is closed on a day, and its members know where to go."""
    lasting = any(group.kind == "community" for group in plan.settled.groups)
    for index, group in enumerate(plan.settled.groups):
        if group.kind != "campaign":
            continue
        if group.closes is None:
            yield Finding(plan.origin("groups", index), say("campaign-without-closes", name=group.name))
        elif lasting and not group.hands_over_to:
            words = say("campaign-without-successor", name=group.name, day=group.closes)
            yield Finding(plan.origin("groups", index), words)


@rule("GP307", Severity.WARNING, basis=("M033",))
def vip_without_criteria(plan: Plan) -> Iterator[Finding]:
    """Who gets into a VIP group is written down before anybody asks."""
    for index, group in enumerate(plan.settled.groups):
        if group.kind == "vip" and not group.criteria:
            yield Finding(plan.origin("groups", index), say("vip-without-criteria", name=group.name))


@rule("GP308", Severity.WARNING, basis=("M043", "M344", "N01"))
def group_size_out_of_range(plan: Plan) -> Iterator[Finding]:
    """A chat needs about 30 people to talk, and 100 to 150 are comfortable."""
    settled = plan.settled
    if settled.platform not in CHATS or settled.kind == "open-source":
        return
    for index, group in enumerate(settled.groups):
        key = "group-too-small" if group.size < TALK else "group-too-large" if group.size > CROWD else ""
        if key and group.kind in JOINED_GROUPS:
            words = say(key, name=group.name, size=group.size, least=TALK, low=COMFORT[0], high=COMFORT[1])
            yield Finding(plan.origin("groups", index, "size"), words)


@rule("GP309", Severity.ERROR, basis=("F021",))
def group_name_too_long(plan: Plan) -> Iterator[Finding]:
    """The name that automatically created groups are numbered from fits the platform."""
    limit = plan.settled.pack.limit("group_name_chars")
    if limit is None or limit.trust not in FIRM:
        return
    for index, group in enumerate(plan.settled.groups):
        if group.kind in JOINED_GROUPS and group.prepared != 1 and len(group.name) > limit.value:
            written = bool(plan.brief.groups) and plan.brief.groups[index].name is not None
            route = ("groups", index, "name") if written else ("name",)
            words = say("group-name-too-long", name=group.name, length=len(group.name), limit=limit.value)
            yield Finding(plan.origin(*route), words)
