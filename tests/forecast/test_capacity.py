"""Groups: joins over usable seats, rounded up; usable is the smaller of size and code limit, less staff."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan.model.forecast import GroupNeed
from tests.briefs import alone, make

SURE = "seeds: {count: 0}\nassumptions: {scan_rate: 100%, join_rate: 100%}\n"
STAFF = 2
"""The shipped default of staff per group."""


def needs(groups: str, joins: int, more: str = "") -> dict[str, GroupNeed]:
    text = f"{SURE}channels: [{{id: a, reach: {joins}}}]\n{groups}\n{more}"
    return {need.group: need for need in alone(text).forecast.groups}


@given(st.integers(1, 5000), st.integers(3, 400))
@settings(max_examples=60, deadline=None)
def test_joins_over_usable_seats_rounded_up(joins: int, size: int) -> None:
    need = needs(f"groups: [{{id: main, size: {size}}}]", joins)["main"]
    assert (need.seats, need.usable, need.staff) == (size, size - STAFF, STAFF)
    assert need.needed == math.ceil(joins / (size - STAFF))


def test_the_code_limit_of_the_platform_binds_a_larger_group() -> None:
    need = needs("groups: [{id: main, size: 450}]", 1000, "platform: wecom")["main"]
    assert (need.seats, need.usable, need.needed) == (200, 198, 6)


def test_a_group_without_a_code_is_not_bound_by_it() -> None:
    assert needs("groups: [{id: gold, kind: vip, size: 450}]", 10, "platform: wecom")["gold"].seats == 450


def test_a_group_too_small_for_its_staff_still_has_a_seat() -> None:
    assert needs("groups: [{id: main, size: 1}]", 3)["main"].usable == 1


def test_members_who_are_there_need_seats_too() -> None:
    assert needs("groups: [{id: main, size: 102}]", 100, "members_now: 1")["main"].needed == 2


def test_only_the_first_open_group_takes_the_joins() -> None:
    groups = """groups:
  - {id: team, kind: staff, size: 12}
  - {id: main, size: 52}
  - {id: rush, kind: campaign, size: 52}"""
    assert {name: need.needed for name, need in needs(groups, 100).items()} == {
        "team": 1,
        "main": 2,
        "rush": 1,
    }


def test_at_most_counts_the_upper_end_of_the_joins() -> None:
    text = SURE.replace("scan_rate: 100%", "scan_rate: 50%..100%") + "channels: [{id: a, reach: 100}]\n"
    (need,) = alone(text + "groups: [{id: main, size: 27}]").forecast.groups
    assert (need.needed, need.most) == (3, 4)


def test_groups_prepared_are_counted_instead_of_groups_needed() -> None:
    need = needs("groups: [{id: main, size: 52, count: 7}]", 100)["main"]
    assert (need.needed, need.prepared, need.count) == (2, 7, 7)
    assert needs("groups: [{id: main, size: 52, count: auto}]", 100)["main"].count == 2


def test_texts_know_the_groups_of_the_main_kind() -> None:
    groups = "groups: [{id: team, kind: staff, size: 12}, {id: main, size: 52}]"
    text = f"seeds: {{count: 200}}\n{groups}\nchannels: [{{id: a, reach: 1}}]"
    assert alone(text).values["groups_needed"] == 5


def test_the_team_takes_no_seats_from_its_own_group() -> None:
    made = make("groups: [{id: main}, {id: us, kind: staff, size: 10}]")
    need = {one.group: (one.usable, one.seats, one.staff) for one in made.forecast.groups}
    assert need["us"] == (10, 10, 0)
    assert need["main"][2] > 0
