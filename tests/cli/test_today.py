"""`groupplan today`: the day at a terminal and as JSON, for one brief and for a folder of them."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from groupplan.cli import day as days
from groupplan.model.plan import Plan
from groupplan.resources import shipped
from tests.briefs import make
from tests.cli.conftest import LANGUAGES, Run

EXAMPLES = sorted(shipped("examples").glob("*/brief.yaml"))
WORDS = "First line\n\n  indented 👩‍👩‍👧 【who】 [who]\n::error::no command"
QUOTED = json.dumps(WORDS, ensure_ascii=False)
BRIEF = """groupplan: 1
name: Kiln
platform: discord
language: en
opens: 2027-03-01
closes: 2027-03-28
playbooks: [house]
roles:
  - {id: ana, name: Ana, duties: [host, admin], hours_week: 40, backup: ben, away: [2027-03-10]}
  - {id: ben, name: Ben, duties: [owner], hours_week: 40}
"""
HOUSE = f"""playbook: 1
name: house
language: en
tasks:
  - {{id: hello, stage: retain, name: Say hello, kind: post, duty: host, minutes: 3, per: group,
     script: hello, priority: must, at: {{every: day, time: "09:10"}}, output: one answer at least}}
scripts:
  - {{id: hello, name: Hello, text: {QUOTED}, recipient: to all}}
"""


@pytest.fixture
def kiln(folder: Path) -> Path:
    return _put(folder / "kiln")


def _put(place: Path, text: str = BRIEF, house: str = HOUSE) -> Path:
    (place / "playbooks").mkdir(parents=True)
    (place / "brief.yaml").write_text(text, encoding="utf-8")
    (place / "playbooks" / "house.yaml").write_text(house, encoding="utf-8")
    return place / "brief.yaml"


def _data(run: Run, *arguments: str | Path) -> dict[str, Any]:
    ran = run("today", *arguments, "--json")
    assert ran.code == 0 and ran.err == "", ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def _plan(run: Run, *arguments: str | Path) -> dict[str, Any]:
    (found,) = _data(run, *arguments)["plans"]
    return dict(found)


def _task(found: dict[str, Any], key: str = "hello") -> dict[str, Any]:
    return dict(next(one for one in found["tasks"] if one["id"] == key))


def test_the_heading_says_where_the_day_stands(run: Run, kiln: Path) -> None:
    lines = run("today", kiln, "--date", "2027-03-05").out.splitlines()
    assert lines[:3] == [
        "Kiln · Friday 5 March 2027",
        "Day 5 of 28 since opening · day 19 of 49 of the plan",
        "Stages: Recruit, Activate, Retain",
    ]


def test_the_words_stand_as_they_are_pasted(run: Run, kiln: Path) -> None:
    out = run("today", kiln, "--date", "2027-03-05").out
    assert f"────────\n{WORDS}\n──────── to here" in out
    assert "fill in before sending: [who]" in out and f"these {len(WORDS)} characters" in out
    assert "09:10  Say hello\n       Ana (Host) · 3 min a group\n" in out
    assert "when done: one answer at least" in out


def test_a_runner_takes_no_command_from_the_words(
    run: Run, kiln: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "\n::error" not in run("today", kiln, "--date", "2027-03-05").out


def test_json_has_the_words_verbatim(run: Run, kiln: Path) -> None:
    found = _plan(run, kiln, "--date", "2027-03-05")
    task = _task(found)
    assert task["script"] == {
        "id": "hello",
        "name": "Hello",
        "to": "to all",
        "text": WORDS,
        "length": len(WORDS),
        "blanks": ["who"],
    }
    assert (task["time"], task["minutes"], task["per"]) == ("09:10", 3, "group")
    assert task["person"] == {"id": "ana", "name": "Ana"} and task["duty"] == {"id": "host", "name": "Host"}
    assert [one["id"] for one in task["groups"]] == ["main"]


def test_json_keys_are_stable(run: Run, kiln: Path) -> None:
    data = _data(run, kiln, "--date", "2027-03-05")
    assert data["format"] == 1
    assert " ".join(data["plans"][0]) == (
        "brief name language timezone date weekday now place first last opens closes day days stages holiday"
        " tasks joining tomorrow next"
    )
    assert " ".join(data["plans"][0]["tasks"][0]) == (
        "id number time minutes_after_joining name kind stage priority minutes per duty person stands_in_for"
        " groups output moved script"
    )


def test_whoever_is_away_is_stood_in_for(run: Run, kiln: Path) -> None:
    task = _task(_plan(run, kiln, "--date", "2027-03-10"))
    assert task["person"]["id"] == "ben" and task["stands_in_for"]["id"] == "ana"
    assert "Ben (Host, for Ana, who is away)" in run("today", kiln, "--date", "2027-03-10").out
    assert "hello" in {
        one["id"] for one in _plan(run, kiln, "--date", "2027-03-10", "--person", "ben")["tasks"]
    }


def test_an_absence_nobody_covers_is_said(run: Run, kiln: Path) -> None:
    kiln.write_text(BRIEF.replace(", backup: ben", ""), encoding="utf-8")
    assert "Ana (Host) is away and nobody stands in" in run("today", kiln, "--date", "2027-03-10").out


@pytest.mark.parametrize("name", ["ana", "Ana"])
def test_a_person_by_id_or_name(run: Run, kiln: Path, name: str) -> None:
    found = _plan(run, kiln, "--date", "2027-03-05", "--person", name)
    assert {one["person"]["id"] for one in found["tasks"]} == {"ana"}
    assert "Only: Ana" in run("today", kiln, "--date", "2027-03-05", "--person", name).out


def test_a_duty_by_id_or_name(run: Run, kiln: Path) -> None:
    found = _plan(run, kiln, "--date", "2027-03-05", "--duty", "host")
    assert {one["duty"]["id"] for one in found["tasks"]} == {"host"}
    assert _plan(run, kiln, "--date", "2027-03-05", "--duty", "Host") == found


def test_hours_are_those_of_what_is_shown(run: Run, kiln: Path) -> None:
    kiln.write_text(BRIEF.replace("discord\n", "discord\ngroups: [{id: main, count: 7}]\n"), encoding="utf-8")
    tasks = _plan(run, kiln, "--date", "2027-03-20", "--duty", "host")["tasks"]
    minutes = [one["minutes"] * (7 if one["per"] == "group" else 1) for one in tasks]
    out = run("today", kiln, "--date", "2027-03-20", "--duty", "host").out
    assert f"Ana {sum(minutes) / 60:.1f} h\n".replace(".0 h", " h") in out


def test_an_unknown_duty_or_person_is_a_misuse_with_the_nearest(run: Run, kiln: Path) -> None:
    ran = run("today", kiln, "--duty", "hots")
    assert (ran.code, ran.out) == (2, "") and "did you mean “host”?" in ran.err
    ran = run("today", kiln, "--person", "anna")
    assert (ran.code, ran.out) == (2, "") and "did you mean “ana”?" in ran.err and "ben Ben" in ran.err


@pytest.mark.parametrize("text", ["tomorrow", "2027-02-30", "1-1", "99999-01-01", "\x1b[31m"])
def test_a_date_that_is_none_is_a_misuse(run: Run, kiln: Path, text: str) -> None:
    ran = run("today", kiln, "--date", text)
    assert (ran.code, ran.out) == (2, "") and "--date 2027-03-01" in ran.err and "\x1b" not in ran.err


def test_before_and_after_the_plan(run: Run, kiln: Path) -> None:
    ran = run("today", kiln, "--date", "2026-01-01")
    assert "has not begun: its first day is Monday 15 February 2027, its last" in ran.out
    assert "What comes next, on " in ran.out
    ran = run("today", kiln, "--date", "2028-01-01")
    assert ran.code == 0 and "The plan is over" in ran.out and "What comes next" not in ran.out
    found = _plan(run, kiln, "--date", "2028-01-01")
    assert (found["place"], found["day"], found["tasks"], found["next"]) == ("after", None, [], None)


def test_an_empty_day_tells_the_next_one(run: Run, kiln: Path) -> None:
    found = _plan(run, kiln, "--date", "2027-02-20", "--duty", "host")
    assert found["tasks"] == [] and found["next"]["date"] > "2027-02-20"
    assert "Nothing is planned for today" in run("today", kiln, "--date", "2027-02-20", "--duty", "host").out


def test_tomorrow_in_a_line_each(run: Run, kiln: Path) -> None:
    out = run("today", kiln, "--date", "2027-03-05").out
    assert "Tomorrow, Saturday 6 March:" in out and "  09:10  Say hello (Ana)" in out
    tomorrow = _plan(run, kiln, "--date", "2027-03-05")["tomorrow"]
    assert [one["id"] for one in tomorrow] == [
        one["id"] for one in _plan(run, kiln, "--date", "2027-03-06")["tasks"]
    ]


def test_without_a_date_it_is_the_day_where_the_community_is(
    run: Run, kiln: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiln.write_text(BRIEF + "timezone: Asia/Tokyo\n", encoding="utf-8")
    asked: list[str] = []

    def now(plan: Plan) -> dt.datetime:
        asked.append(plan.settled.timezone)
        return dt.datetime(2027, 3, 5, 12, 30, tzinfo=dt.UTC)

    monkeypatch.setattr(days, "_now", now)
    found = _plan(run, kiln)
    assert (found["date"], found["now"], found["timezone"]) == ("2027-03-05", "12:30", "Asia/Tokyo")
    assert asked == ["Asia/Tokyo"]
    out = run("today", kiln).out
    assert out.index("09:10  Say hello") < out.index("▶ now 12:30")
    assert "▶" not in run("today", kiln, "--date", "2027-03-05").out


def test_the_clock_is_asked_in_the_zone_of_the_plan() -> None:
    plan = make("timezone: Pacific/Kiritimati")
    assert days._now(plan).utcoffset() == dt.timedelta(hours=14)


def test_a_folder_is_every_brief_in_order(run: Run, folder: Path) -> None:
    for name in ("b", "a", "c"):
        _put(folder / name, BRIEF.replace("Kiln", f"Kiln {name}"))
    ran = run("today", folder, "--date", "2027-03-05")
    heads = [line for line in ran.out.splitlines() if line.endswith("5 March 2027")]
    assert [head[:6] for head in heads] == ["Kiln a", "Kiln b", "Kiln c"]
    plans = _data(run, ".", "--date", "2027-03-05")["plans"]
    assert [Path(one["brief"]).as_posix() for one in plans] == [
        "a/brief.yaml",
        "b/brief.yaml",
        "c/brief.yaml",
    ]


def test_a_person_of_one_team_only_is_told_there_only(run: Run, folder: Path) -> None:
    _put(folder / "a")
    _put(folder / "b", BRIEF.replace("ana", "zoe").replace("Ana", "Zoe"))
    plans = _data(run, ".", "--date", "2027-03-05", "--person", "zoe")["plans"]
    assert [Path(one["brief"]).as_posix() for one in plans] == ["b/brief.yaml"]
    assert run("today", ".", "--person", "nobody-here").code == 2


def test_a_broken_brief_does_not_stop_the_others(run: Run, folder: Path) -> None:
    _put(folder / "a", BRIEF.replace("opens: 2027-03-01", "opens: soon"))
    _put(folder / "b")
    ran = run("today", ".", "--date", "2027-03-05")
    assert ran.code == 1 and "GP013" in ran.err and ran.out.startswith("Kiln · Friday")
    ran = run("today", ".", "--date", "2027-03-05", "--json")
    assert ran.code == 1 and len(json.loads(ran.out)["plans"]) == 1


def test_what_is_not_there_is_a_misuse(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert run("today", "empty").code == 2
    assert run("today", "nowhere.yaml").code == 2
    assert run("today").code == 2


def test_standard_input(run: Run, folder: Path) -> None:
    ran = run("today", "-", "--date", "2027-03-05", stdin=BRIEF.replace("playbooks: [house]\n", "").encode())
    assert ran.code == 0 and ran.out.startswith("Kiln · Friday 5 March 2027\n")


def test_hostile_texts_do_nothing_to_a_terminal(run: Run, folder: Path) -> None:
    odd = "Say \u202ehi\u2066 \u200b"
    brief = _put(folder / "odd", BRIEF.replace("Ana", '"A\u202e=na|`<b>"'), HOUSE.replace("Say hello", odd))
    ran = run("today", brief, "--date", "2027-03-05")
    assert ran.code == 0 and "\\u202e" in ran.out
    assert not set(ran.said) & set("\x1b\x07\u202e\u2066\u200b")
    assert not set(run("today", brief, "--date", "2027-03-05", "--json").out) & set("\u202e\u2066\u200b")


def test_long_words_are_not_cut(run: Run, folder: Path) -> None:
    text = "x" * 20_000
    brief = _put(folder / "long", BRIEF, HOUSE.replace(QUOTED, text))
    assert f"\n{text}\n" in run("today", brief, "--date", "2027-03-05").out


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 6


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples_have_a_day_for_everybody(run: Run, path: Path, lang: str) -> None:
    """Every text of the opening week stands there whole, in whichever language the interface is."""
    first = dt.date.fromisoformat(_plan(run, path, "--date", "2027-03-01")["opens"])
    for number in range(0, 7, 3):
        day = (first + dt.timedelta(days=number)).isoformat()
        ran = run("today", path, "--date", day, "--lang", lang)
        assert ran.code == 0 and ran.err == ""
        found = _plan(run, path, "--date", day)
        texts = [one["script"]["text"] for one in found["tasks"] + found["joining"] if one["script"]]
        assert texts and all(f"\n{text}\n" in ran.out for text in texts)
        assert all(f"  {one['name']}\n" in ran.out for one in found["tasks"])
