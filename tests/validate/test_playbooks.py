"""Playbooks: shapes, conditions, texts, and every name in them, each at its line."""

import pytest

from groupplan import validate
from groupplan.model.source import Span
from tests.validate.found import CASES, book, expected, places, said, source

CASES_OF_PLAYBOOKS = sorted(CASES.glob("*.playbook.yaml"))
HEAD = "playbook: 1\nname: own\n"
TASK = HEAD + "tasks:\n  - {id: a, stage: review, name: 甲, at: {from: opens}}\n"


@pytest.mark.parametrize("path", CASES_OF_PLAYBOOKS, ids=lambda path: str(path.stem))
def test_every_mistake_is_found_at_its_line_and_nothing_else(path: object) -> None:
    text = (CASES / str(path)).read_text(encoding="utf-8")
    found = source(text, "p.yaml")
    outcome = validate.playbook(found)
    assert places(found, outcome.findings) == expected(text)
    for finding in outcome.findings:
        assert len(said(finding)) < 5_000


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ('when: kind == "x" and knd == "y"', Span(3, 23, 33)),
        ("when: \"topic == '英文' and knd == 'y'\"", Span(3, 26, 37)),
        ("when: kind == 'x' and lambda", Span(3, 29, 30)),
        ("when: days > 1 and days + 1 > 2", Span(3, 20, 32)),
    ],
)
def test_a_condition_is_blamed_at_its_column(line: str, span: Span) -> None:
    found = source(f"{HEAD}{line}\n", "p.yaml")
    (finding,) = validate.playbook(found).findings
    place = found.place(finding.origin)
    assert (place.line, place.column) == (span.line, span.column) or finding.words.key == "condition-syntax"


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("when: knd == 'x'", "kind"),
        ("when: seed_count > 5", "seeds_count"),
        ("require: [{name: r, that: workload.owner.peek_hours > 5, say: 说}]", "workload.*.peak_hours"),
        (
            "tasks: [{id: a, each: offers, stage: review, name: '{{ item.prise }}', at: {from: opens}}]",
            "item.price",
        ),
        ("tasks: [{id: a, stage: reveiw, name: 甲, at: {from: opens}}]", "review"),
        ("taks: []", "tasks"),
        ("tasks: [{id: a, stage: review, name: 甲, at: {form: opens}}]", "from"),
    ],
)
def test_did_you_mean(line: str, near: str) -> None:
    hints = [finding.hint for finding in validate.playbook(source(f"{HEAD}{line}\n", "p.yaml")).findings]
    assert near in [dict(hint.gaps)["name"] for hint in hints if hint and hint.key == "did-you-mean"]


def test_a_playbook_is_known_by_its_mark_and_version() -> None:
    (finding,) = validate.playbook(source("name: own\n", "p.yaml")).findings
    assert finding.words.key == "not-a-playbook"
    (finding,) = validate.playbook(source("playbook: 3\nname: own\n", "p.yaml")).findings
    assert finding.words.key == "other-format"


def test_the_language_of_plain_strings_is_guessed_from_the_text() -> None:
    assert book(HEAD).language == "en"
    assert book(TASK).language == "zh-CN"
    assert book(HEAD + "language: zh-CN\n").language == "zh-CN"


def test_a_condition_in_a_branch_no_brief_reaches_is_read_too() -> None:
    text = TASK.replace("id: a", "id: a, when: 'minors and not minors and knd == 1'")
    assert [f.code for f in validate.playbook(source(text, "p.yaml")).findings] == ["GP015"]


def test_brief_names_are_those_of_its_playbooks() -> None:
    """Kinds, duties and tasks that a brief names are looked up in all playbooks at once."""
    text = """\
playbook: 1
name: own
when: kind == "study-camp"
duties: [{id: host, name: 主持, does: 主持}]
tasks: [{id: daily, stage: activate, name: 每天, duty: host, at: {every: day}}]
"""
    brief = """\
groupplan: 1
name: 晨读营
platform: wecom
opens: 2027-03-01
kind: study-cmap  # expect: GP022
roles: [{id: lin, name: 林, duties: [host, hosst]}]  # expect: GP015
positioning:
  reasons_to_stay:
    - {promise: 一, by: daily}
    - {promise: 二, by: dayly}  # expect: GP015
"""
    found = source(brief)
    value = validate.brief(found).value
    assert value is not None
    findings = tuple(validate.against(value, "b.yaml", [book(text)], ()))
    assert places(found, findings) == expected(brief)
    near = [dict(f.hint.gaps)["name"] for f in findings if f.hint]
    assert near == ["study-camp", "host", "daily"]
