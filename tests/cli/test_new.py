"""`groupplan new`: briefs that check clean and render, playbooks that work, no file ever lost."""

import json
from datetime import date
from pathlib import Path

import pytest

from groupplan.cli import scaffolding
from groupplan.cli.surroundings import Surroundings
from groupplan.read import read
from groupplan.scaffold import archetypes, first_monday
from tests.cli.conftest import LANGUAGES, Run

ODD = [
    'He said "read"',
    "it's",
    "a: b",
    "- a",
    "a # b",
    "# a",
    "{{ opens }}",
    "[[a | b]]",
    "{a: b}",
    "[a, b]",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@all",
    "`a`",
    "no",
    "null",
    "~",
    "true",
    "3.10",
    "010",
    "2027-02-30",
    "<<",
    "=",
    "line one\nline two",
    "tab\there",
    "back\\slash \\n",
    "🌅 晨读",
    "👨‍👩‍👧 family",
    "晨读：营",
    "a" * 300,
    "\u202eright to left",
    "separator\u2028line",
    "\ufeffmark",
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("archetype", archetypes())
def test_an_archetype_checks_clean_and_renders(run: Run, archetype: str, lang: str) -> None:
    ran = run("--lang", lang, "new", "camp", "-a", archetype)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.count("camp/brief.yaml") >= 2
    assert run("--lang", lang, "check", "camp", "--strict").code == 0
    assert run("--lang", lang, "render", "camp/brief.yaml").code == 0
    text = Path("camp/brief.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=brief.schema.json\ngroupplan: 1\n")
    assert "[[" not in text
    assert "{{" not in text
    assert f"language: {lang}\n" in text


def test_the_brief_s_language_may_differ_from_the_interface_s(run: Run) -> None:
    ran = run("--lang", "en", "new", "camp", "-a", "study-camp", "--lang", "zh-CN")
    assert "wrote camp/brief.yaml" in ran.err
    assert "language: zh-CN\n" in Path("camp/brief.yaml").read_text(encoding="utf-8")


def test_a_brief_opens_on_the_first_monday_in_three_weeks(run: Run) -> None:
    assert run("new", "camp", "-a", "study-camp").code == 0
    data = read(Path("camp/brief.yaml").read_bytes(), "brief.yaml").source.data
    assert isinstance(data, dict)
    assert data["opens"] == first_monday(date.today()).isoformat()


@pytest.mark.parametrize(
    ("today", "opens"),
    [("2027-02-08", "2027-03-01"), ("2027-02-09", "2027-03-08"), ("2027-02-07", "2027-03-01")],
)
def test_the_first_monday_is_at_least_21_days_ahead(today: str, opens: str) -> None:
    assert first_monday(date.fromisoformat(today)) == date.fromisoformat(opens)


@pytest.mark.parametrize("there", ["brief.yaml", "dangling link"])
def test_an_existing_brief_is_never_overwritten(run: Run, there: str) -> None:
    Path("camp").mkdir()
    if there == "brief.yaml":
        Path("camp/brief.yaml").write_text("mine\n", encoding="utf-8")
    else:
        Path("camp/brief.yaml").symlink_to("elsewhere.yaml")
    ran = run("new", "camp", "-a", "study-camp")
    assert ran.code == 1
    assert "camp/brief.yaml" in ran.err
    assert not Path("camp/elsewhere.yaml").exists()
    assert not Path("camp/brief.schema.json").exists()


@pytest.mark.parametrize("value", ODD, ids=ascii)
def test_an_answer_stands_in_the_yaml_as_it_was_given(run: Run, value: str) -> None:
    assert run("new", "camp", "-a", "study-camp", "--set", f"name={value}").code == 0
    reading = read(Path("camp/brief.yaml").read_bytes(), "brief.yaml")
    assert [one.code for one in reading.findings if one.code != "GP006"] == []
    assert isinstance(reading.source.data, dict)
    assert reading.source.data["name"] == value
    ran = run("check", "camp/brief.yaml")
    assert ran.code == 0 or "GP309" in ran.out, ran.out


@pytest.mark.parametrize("value", ["a\rb", "\x1b[31m", "a\x85b", "\x7f", "a\0b", "\udcff", " ", ""])
def test_an_answer_of_controls_or_nothing_is_refused(run: Run, value: str) -> None:
    ran = run("new", "camp", "-a", "study-camp", "--set", f"name={value}")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert not Path("camp").exists()


def test_an_answer_may_hold_an_equals_sign(run: Run) -> None:
    assert run("new", "camp", "-a", "study-camp", "--set", "topic=1+1=2").code == 0
    assert "topic: 1+1=2\n" in Path("camp/brief.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("archetype", archetypes())
def test_a_new_playbook_works_at_once(run: Run, archetype: str, lang: str) -> None:
    assert run("--lang", lang, "new", ".", "-a", archetype).code == 0
    assert run("--lang", lang, "new", ".", "--playbook", "our_house").code == 0
    assert run("check", "playbooks/our_house.yaml", "--strict").code == 0
    brief = Path("brief.yaml")
    brief.write_text(brief.read_text(encoding="utf-8") + "playbooks: [our_house]\n", encoding="utf-8")
    ran = run("check", ".", "--strict")
    assert ran.code == 0 or "GP309" in ran.out, ran.out
    assert run("render", brief).code == 0
    text = Path("plan.md").read_text(encoding="utf-8")
    assert ("周末预告" if lang == "zh-CN" else "Weekend preview") in text


def test_an_existing_playbook_is_never_overwritten(run: Run) -> None:
    Path("playbooks").mkdir()
    Path("playbooks/our_house.yaml").write_text("mine\n", encoding="utf-8")
    assert run("new", ".", "--playbook", "our_house").code == 1
    assert Path("playbooks/our_house.yaml").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize("name", ["Our", "a-b", "../a", "a/b", "", " ", "a\nb", "1a", "a" * 41, "名", "con."])
def test_a_playbook_s_name_is_an_id(run: Run, name: str) -> None:
    ran = run("new", ".", "--playbook", name)
    assert ran.code == 2
    assert not list(Path().iterdir())


@pytest.mark.parametrize("what", ["brief", "playbook"])
def test_schema_prints_what_new_puts_beside_the_file(run: Run, what: str) -> None:
    ran = run("schema", what)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert run("new", ".", *(["-a", "study-camp"] if what == "brief" else ["--playbook", "ours"])).code == 0
    place = Path("brief.schema.json" if what == "brief" else "playbooks/playbook.schema.json")
    assert place.read_text(encoding="utf-8") == ran.out


def test_schema_is_the_brief_s_by_default(run: Run) -> None:
    assert run("schema").out == run("schema", "brief").out


class TestAtATerminal:
    """Without an archetype `new` asks."""

    @pytest.fixture(autouse=True)
    def terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("groupplan.cli.surroundings._is_terminal", lambda stream: True)
        monkeypatch.setenv("NO_COLOR", "1")

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_answers_make_the_brief(self, run: Run, lang: str) -> None:
        number = archetypes().index("study-camp") + 1
        answers = f"{number}\n[red]早起\n\n\n\n2027年3月1日\n"
        ran = run("--lang", lang, "new", "camp", stdin=answers.encode())
        assert ran.code == 0, ran.said
        text = Path("camp/brief.yaml").read_text(encoding="utf-8")
        assert 'name: "[red]早起"\n' in text
        assert "opens: 2027-03-01\n" in text

    def test_a_day_that_is_none_is_asked_again(self, run: Run) -> None:
        answers = "1\n\n\n\n\n2027-02-30\n2027-03-01\n"
        ran = run("new", "camp", stdin=answers.encode())
        assert ran.code == 0
        assert "2027-02-30" in ran.err

    @pytest.mark.parametrize("answers", ["", "1\n", "9\nx\n"])
    def test_an_end_of_input_cancels_and_writes_nothing(self, run: Run, answers: str) -> None:
        ran = run("new", "camp", stdin=answers.encode())
        assert ran.code == 130
        assert not Path("camp").exists()


@pytest.mark.parametrize(
    ("answer", "archetype"),
    [
        ("2", "business-club"),
        ("store-members", "store-members"),
        ("门店", "store-members"),
        ("", "brand-fans"),
    ],
)
def test_an_archetype_may_be_named_by_number_name_or_what_it_is_called(
    answer: str, archetype: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _answered([answer], monkeypatch) == archetype


def test_an_answer_that_is_none_of_them_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _answered(["9", "微信群", "家长"], monkeypatch) == "parents"
    assert capsys.readouterr().err.count("1 到 6") == 2


def _answered(answers: list[str], monkeypatch: pytest.MonkeyPatch) -> str:
    given = iter(answers)
    monkeypatch.setattr(scaffolding, "_ask", lambda question, default: next(given) or default)
    return scaffolding._ask_archetype(Surroundings("zh-CN", Path(), {}, terminal=False, asking=True))
