"""A baseline hides what it holds wherever that has moved, and says what is gone."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan.choose import choose
from groupplan.model.baseline import Baseline, Entry
from groupplan.model.settings import Given, Settings
from groupplan.model.verdict import Choice, Verdict
from tests.choose.told import HERE, choosing, codes, verdict

PATH = f"{HERE}/b.json"
GIVEN = Settings(baseline=Given(PATH))
GOAL = "goals:\n  - id: paying\n    metric: paying_members\n    target: 60\n"
OTHER = "  - id: joined\n    metric: joined\n    target: 300\n"


def taken(*verdicts: Verdict) -> Baseline:
    marked = choosing(*verdicts, given=GIVEN).marked(PATH, HERE)
    return Baseline(HERE, frozenset(entry for _, entry in marked))


def against(base: Baseline, *verdicts: Verdict, lost: Iterable[str] = ()) -> Choice:
    return choose(choosing(*verdicts, given=GIVEN), {PATH: base}, frozenset(lost))


def test_nothing_new_means_nothing_shown() -> None:
    before = verdict(GOAL)
    choice = against(taken(before), before)
    assert (choice.findings, choice.fails, choice.gone) == ((), False, {})
    assert choice.hidden == len({*before.findings})


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["", "# a remark", "x-note: 1", "members_now: 0"]), max_size=4, unique=True))
def test_lines_put_in_above_bring_nothing_back(lines: list[str]) -> None:
    base = taken(verdict(GOAL))
    moved = against(base, verdict("\n".join([*lines, GOAL])))
    assert {code for code in codes(moved) if code.startswith("GP2")} == set()


def test_goals_may_change_places() -> None:
    base = taken(verdict(GOAL + OTHER))
    turned = f"goals:\n{OTHER}{GOAL.removeprefix('goals:')}".replace("\n\n", "\n")
    assert {one.code for one in against(base, verdict(turned)).findings if one.code.startswith("GP2")} <= {
        "GP209"
    }


def test_what_is_new_is_shown_alone() -> None:
    base = taken(verdict(GOAL))
    choice = against(base, verdict(GOAL + OTHER))
    rows = [dict(one.words.gaps).get("goal") for one in choice.findings if one.code == "GP204"]
    assert len(rows) == 1


def test_a_line_that_changes_brings_its_findings_back() -> None:
    changed = GOAL.replace("id: paying", "id: buying")
    assert "GP204" in codes(against(taken(verdict(GOAL)), verdict(changed)))


def test_of_two_findings_of_one_rule_on_a_line_the_right_one_is_known() -> None:
    owned = GOAL + "    owner: lin\n    source: list\n"
    base = taken(verdict(owned.replace("    owner: lin\n", "")))
    choice = against(base, verdict(owned.replace("    source: list\n", "").replace("    owner: lin\n", "")))
    (found,) = [one for one in choice.findings if one.code == "GP202"]
    assert "source" in found.words.key or "read" in found.words.key


def test_entries_that_no_longer_occur_are_counted() -> None:
    mended = GOAL + "    deadline: 2027-03-20\n"
    assert against(taken(verdict(GOAL)), verdict(mended)).gone[PATH] >= 1


def test_entries_of_files_that_were_not_judged_are_left_alone() -> None:
    base = taken(verdict(GOAL, "a.yaml"), verdict(GOAL, "b.yaml"))
    assert against(base, verdict(GOAL, "a.yaml")).gone == {}
    assert against(base, verdict(GOAL, "a.yaml"), lost=[f"{HERE}/b.yaml"]).gone[PATH] > 0


def test_entries_of_a_file_that_cannot_be_read_are_left_alone() -> None:
    choice = against(taken(verdict(GOAL)), verdict("nonsense: 1\n"))
    assert choice.gone == {} and codes(choice) == {"GP010"}


def test_what_keeps_a_file_from_being_read_is_never_taken_down() -> None:
    assert taken(verdict("nonsense: 1\n")).entries == frozenset()


def test_files_are_named_as_seen_from_the_baseline() -> None:
    marked = choosing(verdict(GOAL, "sub/brief.yaml"), given=GIVEN).marked(PATH, f"{HERE}/other")
    assert {entry.file for _, entry in marked} == {"../sub/brief.yaml"}
    assert all(isinstance(entry, Entry) for _, entry in marked)
