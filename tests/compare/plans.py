"""Plans that differ in a few values: a small brief, changed as `--set` does it."""

from functools import cache
from pathlib import Path

from groupplan import pipeline
from groupplan.compare import compare
from groupplan.model.comparison import Change, Comparison
from groupplan.model.plan import Plan

TEXT = """\
groupplan: 1
name: Reading camp
language: en
platform: other
kind: study-camp
opens: 2027-03-01
closes: 2027-03-21
seeds: {count: 20, from: friends, consent: true}
channels:
  - {id: moments, kind: moments, name: Moments, reach: 4000..5000, owner: lin, cost: 100元}
  - {id: account, kind: official_account, name: Account, reach: 9000, owner: chen}
goals:
  - {id: paying, metric: paying_members, name: Paying, baseline: 10, target: 30, deadline: 2027-03-21,
     source: orders, owner: lin, reason: last time 12% of 430 paid, primary: true}
history: {reach: 15000, scanned: 1200, joined: 430, active: 280, completed: 260, paid: 52}
roles:
  - {id: lin, name: Lin, duties: [owner, teacher], hours_week: 30, backup: chen}
  - {id: chen, name: Chen, duties: [host, content, service], hours_week: 40, backup: lin}
lessons:
  - {id: l1, title: Reading aloud, at: "2027-03-09 20:00", minutes: 60}
offers:
  - {id: course, name: Course, price: 999元, from: 2027-03-15, to: 2027-03-20, limit: 60, mechanism: discount}
budget: {currency: CNY, total: 6000元, tools: 300元, labour_hour: 80元}
tools:
  - {name: WeCom, class: official}
"""


@cache
def plan(*settings: str, after: str = "") -> Plan:
    """The plan of that brief with these values; ``after`` stands behind its text."""
    raw = (TEXT + after).encode()
    loaded = pipeline.load(raw, "brief.yaml", Path("nowhere"), Path("nowhere"), settings=settings)
    assert loaded.ok, [(f.code, f.words, f.origin) for f in loaded.findings]
    return pipeline.make(loaded)


def between(*settings: str, after: str = "") -> Comparison:
    """What these values do to the plan."""
    return compare(plan(), plan(*settings, after=after))


def kinds(found: Comparison) -> set[str]:
    """The kinds of its changes."""
    return {change.kind for change in found.changes}


def only(found: Comparison, kind: str) -> Change:
    """The one change of a kind."""
    (change,) = (one for one in found.changes if one.kind == kind)
    return change


def gap(change: Change, name: str) -> object:
    """What stands in a gap of its sentence."""
    return dict(change.words)[name]
