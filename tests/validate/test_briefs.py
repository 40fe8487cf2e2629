"""Every mistake of a brief is found in one run, at its own line, with words for people."""

import pytest

from groupplan import validate
from groupplan.model.finding import Severity
from tests.validate.found import BRIEF, CASES, brief, expected, places, said, source

CODES = sorted(path for path in CASES.glob("*.brief.yaml"))


@pytest.mark.parametrize("path", CODES, ids=lambda path: str(path.stem))
def test_every_mistake_is_found_at_its_line_and_nothing_else(path: object) -> None:
    text = (CASES / str(path)).read_text(encoding="utf-8")
    found = source(text)
    outcome = validate.brief(found)
    assert places(found, outcome.findings) == expected(text)
    assert not outcome.ok
    for finding in outcome.findings:
        assert len(said(finding)) < 3_000 and "{" not in said(finding).replace("{low:", "")
        assert finding.severity is Severity.ERROR


def test_a_brief_of_twenty_five_lines_is_enough() -> None:
    text = (CASES / "enough.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 25
    outcome = validate.brief(source(text))
    assert outcome.ok and outcome.findings == ()


def test_four_lines_are_valid() -> None:
    outcome = validate.brief(source(BRIEF))
    assert outcome.ok and outcome.value is not None
    assert outcome.value.closes is None and outcome.value.goals == ()


@pytest.mark.parametrize("text", ["name: x\n", "groupplann: 1\n", "Groupplan: 1\n"])
def test_a_file_without_the_mark_is_no_brief(text: str) -> None:
    (finding,) = brief(text)
    assert (finding.code, finding.words.key) == ("GP008", "not-a-brief")


def test_another_format_version_is_named() -> None:
    (finding,) = brief(BRIEF.replace("groupplan: 1", "groupplan: 2"))
    assert (finding.words.key, dict(finding.words.gaps)) == ("other-format", {"found": "2", "known": "1"})


def test_missing_keys_are_named_with_their_meaning() -> None:
    found = brief("groupplan: 1\n")
    assert {dict(f.words.gaps)["key"] for f in found} == {"name", "platform", "opens"}
    assert all(dict(f.words.gaps)["meaning_zh"] and dict(f.words.gaps)["meaning_en"] for f in found)


@pytest.mark.parametrize("value", ["", "~", "null"])
def test_a_key_left_empty_counts_as_not_given(value: str) -> None:
    assert brief(f"{BRIEF}closes: {value}\ngoals: {value}\naudience: {{minors: {value}}}\n") == ()


def test_keys_of_the_authors_own_are_left_alone() -> None:
    assert brief(f"{BRIEF}x-team: [1]\nseeds: {{x-when: ~, count: 3}}\n") == ()


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("chanels: []", "channels"),
        ("audience: {segmnts: []}", "segments"),
        ("kind: a\nentry: {mode: aproval}", "approval"),
        ("timezone: asia/shanghia", "Asia/Shanghai"),
        ("positioning: {motives: [grwoth]}", "growth"),
        ("roles: [{id: chen, name: 陈}]\nchannels: [{id: a, owner: chne}]", "chen"),
        ("offers: [{id: a, name: b, form: 2027-03-01}]", "from"),
    ],
)
def test_did_you_mean(line: str, near: str) -> None:
    (finding,) = brief(f"{BRIEF}{line}\n")
    assert finding.hint is not None
    assert (finding.hint.key, dict(finding.hint.gaps)["name"]) == ("did-you-mean", near)


@pytest.mark.parametrize(("line", "shown"), [("frobnicate: 1", "members_now"), ("entry: {qqq: 1}", "fee")])
def test_where_nothing_is_near_the_known_keys_are_listed(line: str, shown: str) -> None:
    (finding,) = brief(f"{BRIEF}{line}\n")
    assert finding.hint is not None and finding.hint.key == "known-keys"
    assert shown in dict(finding.hint.gaps)["keys"].split(" ")


def test_no_message_repeats_more_than_sixty_signs_of_input() -> None:
    long = "长" * 5_000
    for line in (
        f"platform: {long}",
        f"? {long}\n: 1",
        f"closes: {long}",
        f"seeds: {{count: {long}}}",
        f"kind: {long}",
    ):
        for finding in brief(
            f"{BRIEF}{line}\n".replace("platform: wecom\n", "" if "platform" in line else "platform: qq\n")
        ):
            assert "长" * 61 not in said(finding)


def test_thousands_of_mistakes_are_cut_off_after_a_hundred() -> None:
    found = brief(BRIEF + "".join(f"k{number}: 1\n" for number in range(2_000)))
    assert 100 < len(found) <= 102
