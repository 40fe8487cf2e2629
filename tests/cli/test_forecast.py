"""`groupplan forecast`: the odds at a terminal and as JSON, with single figures changed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BRIEF = """groupplan: 1
name: Kiln contributors
platform: discord
language: en
opens: 2027-03-01
closes: 2027-03-28
channels: [{id: readme, kind: repository, reach: 3000..5000}]
assumptions: {scan_rate: 8%..12%, join_rate: 30%..50%, pay_rate: 4%..9%}
goals:
  - {id: in_all, metric: joined, target: 150, deadline: 2027-03-28, primary: true}
  - {id: paying, metric: paying_members, target: 5, deadline: 2027-03-28}
"""


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("brief.yaml").write_text(BRIEF, encoding="utf-8")
    return "brief.yaml"


def _goals(run: Run, *arguments: str) -> dict[str, dict[str, float]]:
    ran = run("forecast", *arguments, "--json")
    assert ran.code == 0, ran.err
    found: dict[str, dict[str, float]] = json.loads(ran.out)["odds"]["goals"]
    return found


def test_it_prints_the_paragraph_the_goals_and_the_weeks(run: Run, brief: str) -> None:
    ran = run("forecast", brief)
    assert ran.code == 0 and ran.err == ""
    assert "The chance of reaching 150 is" in ran.out
    assert "What the chance hangs on" in ran.out and "closed formulas" in ran.out


def test_one_goal_alone_is_shown(run: Run, brief: str) -> None:
    ran = run("forecast", brief, "--goal", "paying")
    assert "The chance of reaching 5 is" in ran.out and "reaching 150" not in ran.out
    assert set(_goals(run, brief, "--goal", "paying")) == {"paying"}


def test_a_goal_that_is_not_there_is_named(run: Run, brief: str) -> None:
    ran = run("forecast", brief, "--goal", "money")
    assert ran.code == 2 and "in_all paying" in ran.err


def test_a_changed_figure_changes_the_chance(run: Run, brief: str) -> None:
    before = _goals(run, brief)["in_all"]["chance"]
    after = _goals(run, brief, "--set", "channels.readme.reach=9000")["in_all"]["chance"]
    assert after > before
    assert Path(brief).read_text(encoding="utf-8") == BRIEF


def test_a_changed_figure_that_is_none_blames_the_option_not_the_brief(run: Run, brief: str) -> None:
    ran = run("forecast", brief, "--set", "assumptions.join_rate=130%")
    assert (ran.code, ran.out) == (2, "") and brief not in ran.err
    assert "--set" in ran.err and "130%" in ran.err


def test_a_brief_that_is_wrong_itself_is_blamed_also_with_a_setting(run: Run, brief: str) -> None:
    Path(brief).write_text(BRIEF + "nonsense: 1\n", encoding="utf-8")
    ran = run("forecast", brief, "--set", "assumptions.join_rate=30%")
    assert ran.code == 1 and "GP010" in ran.err


@pytest.mark.parametrize("setting", ["join_rate", "channels.nobody.reach=5"])
def test_a_setting_that_names_nothing_is_refused(run: Run, brief: str, setting: str) -> None:
    assert run("forecast", brief, "--set", setting).code == 2


def test_simulation_agrees_with_the_formulas(run: Run, brief: str) -> None:
    closed, drawn = _goals(run, brief), _goals(run, brief, "--simulate", "1000")
    for name in closed:
        assert abs(closed[name]["chance"] - drawn[name]["chance"]) < 0.06


def test_simulation_is_the_same_every_time(run: Run, brief: str) -> None:
    assert run("forecast", brief, "--simulate", "200").out == run("forecast", brief, "--simulate", "200").out


def test_a_brief_without_reach_says_what_is_missing(run: Run, brief: str) -> None:
    text = BRIEF.replace("channels: [{id: readme, kind: repository, reach: 3000..5000}]\n", "")
    Path(brief).write_text(text, encoding="utf-8")
    assert "Write reach under channels" in run("forecast", brief).out
    assert json.loads(run("forecast", brief, "--json").out)["odds"] is None


def test_too_many_runs_are_refused(run: Run, brief: str) -> None:
    assert run("forecast", brief, "--simulate", "999999999").code == 2
