"""Settings decide what is shown and what fails, by path; what cannot be read always counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.choose import choose
from groupplan.model.finding import Severity
from groupplan.model.settings import FILE, OPTION, Given, Glob, Level, Override, Settings, Where
from tests.choose.told import HERE, choosing, chosen, codes, verdict

GOAL = "goals:\n  - id: paying\n    metric: paying_members\n    target: 60\n"
PARTS = st.sampled_from(["GP2", "GP20", "GP204", "GP1", "GP5", "goal-without-deadline", "GP605"])
LEVELS = st.sampled_from([Severity.NOTE, Severity.WARNING, Severity.ERROR, None])


def select(*parts: str, kind: str = FILE) -> Settings:
    return Settings(select=Given(parts, Where(kind)))


@given(st.lists(PARTS, max_size=3), st.lists(PARTS, max_size=3))
def test_shown_is_what_is_selected_and_not_ignored(selected: list[str], ignored: list[str]) -> None:
    every = FOUND
    shown = choose(
        choosing(BRIEF, given=Settings(Given(tuple(selected)), Given(tuple(ignored)))), {}
    ).findings

    def meant(parts: list[str], code: str, slug: str) -> bool:
        return any(code.startswith(part) or slug == part for part in parts)

    expected = [f for f in every if not selected or meant(selected, f.code, f.slug)]
    assert list(shown) == [f for f in expected if not meant(ignored, f.code, f.slug)]


BRIEF = verdict(GOAL)
FOUND = choose(choosing(BRIEF), {}).findings


@given(LEVELS)
def test_it_fails_from_the_level_on(level: Severity | None) -> None:
    worst = max(one.severity for one in FOUND)
    assert worst is Severity.WARNING
    choice = choose(choosing(BRIEF, given=Settings(fail_on=Given(level))), {})
    assert choice.fails == (level is not None and worst >= level)


def test_a_level_is_changed_by_the_longest_code() -> None:
    levels = (Level("GP204", Severity.ERROR), Level("GP2", Severity.NOTE))
    found = {one.code: one.severity for one in chosen(GOAL, Settings(levels=levels)).findings}
    assert (found["GP204"], found["GP203"]) == (Severity.ERROR, Severity.NOTE)
    assert chosen(GOAL, Settings(levels=levels)).fails


def test_what_cannot_be_read_is_shown_and_stays_an_error() -> None:
    given = Settings(select=Given(("GP2",)), ignore=Given(("GP0",)), levels=(Level("GP0", Severity.NOTE),))
    (found,) = chosen("nonsense: 1\n", given).findings
    assert (found.code, found.severity) == ("GP010", Severity.ERROR)


def test_overrides_hold_for_their_paths_only() -> None:
    old = Override((Glob(HERE, "archive/**"),), ignore=("GP2",), levels=(Level("GP605", Severity.ERROR),))
    given = Settings(overrides=(old,))
    for name, there in (
        ("archive/a/brief.yaml", True),
        ("brief.yaml", False),
        ("old/archive/brief.yaml", False),
    ):
        choice = choose(choosing(verdict(GOAL, name), given=given), {})
        assert ("GP204" not in codes(choice)) == there


@pytest.mark.parametrize(("kind", "shown"), [(FILE, {"GP1"}), (OPTION, {"GP2"})])
def test_select_of_the_command_line_beats_that_of_a_path(kind: str, shown: set[str]) -> None:
    one = Override((Glob(HERE, "brief.yaml"),), select=("GP1",))
    given = Settings(select=Given(("GP2",), Where(kind)), overrides=(one,))
    assert {code[:3] for code in codes(chosen(GOAL, given))} == shown


def test_each_file_goes_by_its_own_settings() -> None:
    one, other = verdict(GOAL, "a/brief.yaml"), verdict(GOAL, "b/brief.yaml")
    own = {"a/brief.yaml": select("GP204"), "b/brief.yaml": Settings(fail_on=Given(None))}
    choice = choose(choosing(one, other, own=own), {})
    assert {f.code for f in choice.findings if f.origin.source == "a/brief.yaml"} == {"GP204"}
    assert {f.code for f in choice.findings if f.origin.source == "b/brief.yaml"} > {"GP204"}
    assert not choice.fails


def test_the_same_finding_of_two_files_stands_once() -> None:
    first = verdict(GOAL)
    assert choose(choosing(first, first), {}) == choose(choosing(first), {})
