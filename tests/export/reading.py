"""Plans for the tests of exporters: two examples, and one with hostile names and texts everywhere."""

from functools import cache
from pathlib import Path

from groupplan import pipeline
from groupplan.model.document import Block, Paper, Part
from groupplan.model.plan import Plan
from groupplan.render.paper import paper
from groupplan.render.words import Dictionary
from groupplan.resources import shipped
from tests.briefs import make
from tests.render.hostile import everywhere

HOSTILE = (
    "=1+1",
    "../x",
    "CON",
    "a\u202eb\u200bc",
    "<b>&amp; \"'`*_|~{{ 7*7 }}{% x %}{_{ y }_}",
    "長" * 300,
    "@SUM(A1)\r\n# head\n- [ ] x\t1. y",
    "😀 ]]> --> $HOME %PATH%",
)
"""Signs that mean something somewhere, in names as in texts."""
TEAM = """
language: zh-CN
platform: wecom
lessons: [{id: l, title: 第一课, at: "2027-03-02 20:00", minutes: 60}]
seeds: {count: 30, from: 老学员, consent: true}
roles:
  - {id: ann, name: 小林, duties: [owner], hours_week: 40, backup: bob, away: [2027-03-01..2027-03-03]}
  - {id: bob, name: 小林, duties: [host, content], hours_week: 40}
  - {id: con, name: CON, duties: [admin], hours_week: 40, away: [2027-03-01..2027-03-21]}
"""


@cache
def example(name: str) -> Plan:
    """The plan of an example."""
    path = Path(shipped("examples") / name / "brief.yaml")
    loaded = pipeline.load(path.read_bytes(), str(path), path.parent, path.parent)
    assert loaded.ok
    return pipeline.make(loaded)


@cache
def hostile() -> Plan:
    """A whole plan with hostile words in every field that takes words."""
    return everywhere(*HOSTILE)


@cache
def team() -> Plan:
    """Two people of one name, one who stands in, one called like a device and never there."""
    return make(TEAM)


def laid_out(plan: Plan) -> Paper:
    """The plan as sections and blocks."""
    return paper(plan, Dictionary(plan.settled.language))


def flat(blocks: tuple[Block, ...]) -> list[Block]:
    """Blocks, those within parts included, in order."""
    return [
        one for block in blocks for one in (block, *(flat(block.blocks) if isinstance(block, Part) else ()))
    ]


def all_blocks(found: Paper) -> list[Block]:
    """All blocks of a paper."""
    return [one for section in found.sections for one in flat(section.blocks)]
