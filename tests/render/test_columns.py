"""What members can count on every week: columns only, at most five, at the hour they mostly have."""

from pathlib import Path

from groupplan.model.choices import JOINED_GROUPS
from groupplan.model.document import Bullets, Part
from groupplan.model.plan import Plan
from groupplan.render.columns import weekly
from groupplan.render.words import Dictionary
from tests.briefs import make
from tests.export.reading import example

BRIEF = """
members_now: 0
language: en
closes: 2027-04-30
groups: [{id: main, kind: community, size: 150, count: 1}, {id: ours, kind: staff, size: 10, count: 1}]
playbooks: [house]
"""
POSTS = (
    ("zq_column", "content: value, audience: community", 'every: week, on: [wed], time: "11:00"'),
    ("zq_twice", "content: fun, audience: community", 'every: week, on: [wed, sun], time: "16:00"'),
    ("zq_advert", "content: promotion, audience: community", 'every: week, on: [mon], time: "11:00"'),
    ("zq_notice", "content: notice, audience: community", 'every: week, on: [mon], time: "13:00"'),
    ("zq_staff", "content: value, audience: staff", 'every: week, on: [mon], time: "14:00"'),
    ("zq_monthly", "content: value, audience: community", 'every: month, on: [9], time: "14:00"'),
)
HOUSE = "\ntasks:\n" + "\n".join(
    f"  - {{id: {id_}, stage: retain, name: {id_}, kind: post, per: group, priority: must, duty: host,"
    f" minutes: 5, {kept}, at: {{{at}}}}}"
    for id_, kept, at in POSTS
)


MOVED = "minutes: 5, on_dayoff: move, content: value, audience: community, at: {every: week, on: [sun]"


def lines(plan: Plan) -> list[str]:
    parts = [
        part
        for part in weekly(plan, Dictionary(plan.settled.language), JOINED_GROUPS)
        if isinstance(part, Part)
    ]
    return [
        line for part in parts for block in part.blocks if isinstance(block, Bullets) for line in block.items
    ]


def test_columns_stand_by_day_and_hour_and_nothing_else_does(tmp_path: Path) -> None:
    found = lines(make(BRIEF, tmp_path, house=HOUSE))
    mine = [line for line in found if "zq_" in line]
    assert mine == ["Wednesday 11:00: zq_column", "Wednesday and Sunday 16:00: zq_twice"]


def test_a_post_that_is_moved_stands_on_the_day_it_goes_out(tmp_path: Path) -> None:
    house = HOUSE.replace(
        "minutes: 5, content: value, audience: community, at: {every: week, on: [wed]", MOVED
    )
    found = lines(make(f"country: CN\n{BRIEF}", tmp_path, house=house))
    assert [line for line in found if "zq_column" in line] == ["Monday 11:05: zq_column"]


def test_there_are_five_at_most_and_what_must_be_sent_stays() -> None:
    found = lines(example("business-club"))
    assert len(found) == 5 and "周一 12:30：周一互助板" in found
    assert not any("周五好消息" in line for line in found)
