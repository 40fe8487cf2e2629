"""Groups: count = ceil(joins ÷ usable seats), usable = min(size, join-by-code limit) − staff."""

import math

from groupplan.model.choices import JOINED_GROUPS
from groupplan.model.estimate import Estimate
from groupplan.model.forecast import GroupNeed
from groupplan.model.settled import Group, Settled


def group_needs(settled: Settled, joins: Estimate) -> tuple[GroupNeed, ...]:
    """What each kind of group needs; only the main one, when it is open, takes the joins.

    Where a platform has channels there is one server or workspace, whatever its size.
    """
    main = main_group(settled)
    return tuple(
        _need(group, settled, joins, takes=group is main and group.kind in JOINED_GROUPS)
        for group in settled.groups
    )


def main_group(settled: Settled) -> Group:
    """The group people join: the first open one, whatever else is listed before it."""
    return next((group for group in settled.groups if group.kind in JOINED_GROUPS), settled.groups[0])


def seats_of(group: Group, settled: Settled) -> tuple[int, int, int]:
    """Usable seats, all seats and staff of one group."""
    staff = 0 if group.kind == "staff" else int(settled.default("staff_per_group"))
    limit = settled.pack.limit("code_joins") or settled.pack.limit("group_members")
    seats = min(group.size, limit.value) if limit and group.kind in JOINED_GROUPS else group.size
    return max(1, seats - staff), seats, staff


def _need(group: Group, settled: Settled, joins: Estimate, *, takes: bool) -> GroupNeed:
    usable, seats, staff = seats_of(group, settled)
    likely = joins.likely + (settled.members_now if takes else 0)
    most = joins.high + (settled.members_now if takes else 0)
    splits = takes and "channels" not in settled.pack.features
    needed = max(1, math.ceil(likely / usable)) if splits else 1
    ceiling = max(1, math.ceil(most / usable)) if splits else 1
    return GroupNeed(group.id, usable, staff, seats, needed, ceiling, group.prepared)
