"""Playbooks side by side: what tasks and anchors name, and ids that stand twice."""

import pytest

from groupplan import validate
from groupplan.model.book import Book
from tests.validate.found import book, expected, places, source

BASE = """\
playbook: 1
name: base
duties: [{id: host, name: 主持, does: 主持}]
tasks:
  - {id: daily, stage: activate, name: 每天, duty: host, script: hello, at: {every: day}}
scripts: [{id: hello, name: 问好, text: 你好}]
"""
OWN = """\
playbook: 1
name: own
tasks:
  - {id: a, stage: activate, name: 甲, duty: hots, script: helo, at: {from: opens}}  # expect: GP015
  - {id: b, stage: activate, name: 乙, at: {from: activate.strat}}  # expect: GP015
  - {id: c, stage: activate, name: 丙, at: {from: task.daily, offset: 1h}}
  - {id: d, stage: activate, name: 丁, at: {from: task.dayly}}  # expect: GP015
  - {id: e, stage: activate, name: 戊, at: {every: day, from: start, until: never}}  # expect: GP015
  - {id: f, stage: activate, name: 己, at: {from: item.at}}  # expect: GP015
  - {id: g, each: offers, stage: activate, name: 庚, at: {from: item.at}}  # expect: GP015
  - {id: h, each: offers, stage: activate, name: 辛, at: {every: day, from: item.from, until: item.to}}
  - {id: i, each: channels, stage: activate, name: 壬, at: {from: item.to}}  # expect: GP015
  - {id: j, each: events, stage: activate, name: 癸, at: {from: item.at, offset: -1h}}
  - {id: daily, stage: activate, name: 又, at: {every: day}}  # expect: GP019
  - {id: a, stage: activate, name: 又, at: {from: closes}}  # expect: GP019
  - {id: k, stage: activate, name: 子, at: {from: retain.end, offset: 1d}}
rewards:
  - {id: book, name: 书, rule: 读完, claim: 来领, tasks: [daily, dayly]}  # expect: GP015
metrics:
  - {id: m, name: 读, stage: retain, formula: 数, source: 表, cycle: 周, tasks: [nothing]}  # expect: GP015
"""


def test_every_name_that_nothing_answers_to_is_found() -> None:
    own = book(OWN, "own.yaml")
    findings = [f for f in validate.library([book(BASE, "base.yaml"), own]) if f.origin.source == "own.yaml"]
    assert places(source(OWN, "own.yaml"), findings) == expected(OWN)


def test_good_playbooks_are_left_alone() -> None:
    other = "playbook: 1\nname: x\ntasks: [{id: z, stage: review, name: z, duty: host, at: {from: end}}]\n"
    assert list(validate.library([book(BASE, "base.yaml"), book(other, "x.yaml")])) == []


@pytest.mark.parametrize(
    ("name", "near"),
    [("task.dayly", "task.daily"), ("opensss", "opens"), ("activate.star", "activate.start"), ("zzz", None)],
)
def test_hints(name: str, near: str | None) -> None:
    text = f"playbook: 1\nname: x\ntasks: [{{id: z, stage: review, name: z, at: {{from: {name}}}}}]\n"
    (finding,) = validate.library([book(BASE, "base.yaml"), book(text, "x.yaml")])
    assert (dict(finding.hint.gaps)["name"] if finding.hint else None) == near


def family() -> tuple[Book, Book, Book]:
    """Three generations: the youngest rewrites an item of the eldest in full."""
    parent = book("playbook: 1\nname: parent\nextends: [base]\n", "parent.yaml", (book(BASE, "base.yaml"),))
    text = "playbook: 1\nname: child\nextends: [parent]\nscripts: [{id: hello, name: 早安, text: 早}]\n"
    return book(BASE, "base.yaml"), parent, book(text, "child.yaml", (parent,))


def test_a_child_may_rewrite_what_its_parents_and_theirs_wrote() -> None:
    base, parent, child = family()
    assert list(validate.library([base, parent, child])) == []
    assert list(validate.library([base, child])) == []


def test_two_strangers_may_not_use_one_id() -> None:
    other = book("playbook: 1\nname: x\nscripts: [{id: hello, name: 嗨, text: 嗨}]\n", "x.yaml")
    (finding,) = validate.library([*family(), other])
    assert (finding.words.key, finding.origin.source) == ("duplicate-id", "x.yaml")
    assert [origin.source for origin in finding.related] == ["base.yaml"]
