"""A configuration: what it sets with the line, and every mistake of a file in one go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.configure import toml
from groupplan.configure.settings import Parsed, parse
from groupplan.messages import LANGUAGES, sentence
from groupplan.model.finding import Severity, Words
from groupplan.model.settings import Given, Known, Where

KNOWN = Known(("GP010", "GP006", "GP204", "GP205", "goal-without-deadline"), ("text", "json"), ("md", "html"))
WHOLE = """
extends = ["../groupplan.toml"]
select = ["GP2", "our_house/seeds"]
ignore = ["goal-without-deadline"]
fail-on = "never"
format = "json"
baseline = "known/base.json"
exclude = ["archive/**"]
documents = ["md"]

[levels]
GP204 = "error"
"our_house/seeds" = "note"

[[overrides]]
paths = ["drafts/**"]
ignore = ["GP2"]

[[overrides]]
paths = "*.old.brief.yaml"
select = ["GP204"]
levels.GP205 = "note"
"""


def parsed(text: str, section: str = "") -> Parsed:
    table = toml.table(text.encode("utf-8"), "groupplan.toml", section)
    assert isinstance(table, toml.Table), table
    return parse(table, "/w", KNOWN)


def problems(text: str) -> list[str]:
    return [sentence(one, "en") for one in parsed(text).problems]


def test_every_setting_with_its_line() -> None:
    found = parsed(WHOLE)
    assert (found.problems, found.extends) == ([], ("../groupplan.toml",))
    one = found.settings
    assert one.select == Given(("GP2", "our_house/seeds"), Where("file", "groupplan.toml", 3))
    assert (one.fail_on.value, one.fail_on.where.line) == (None, 5)
    assert (one.baseline.value, one.format.value, one.documents.value) == (
        "/w/known/base.json",
        "json",
        ("md",),
    )
    assert [(level.code, level.severity, level.where.line) for level in one.levels] == [
        ("GP204", Severity.ERROR, 12),
        ("our_house/seeds", Severity.NOTE, 13),
    ]
    assert [(each.where.line, each.select, each.ignore) for each in one.overrides] == [
        (15, None, ("GP2",)),
        (19, ("GP204",), ()),
    ]
    assert one.overrides[1].levels[0].where.line == 22


def test_pyproject_has_the_same_in_its_section() -> None:
    theirs, ours = '[tool.ruff]\nselect = ["E"]\n\n', '[tool.groupplan]\nselect = ["GP2"]\n\n'
    text = f'{theirs}{ours}[tool.groupplan.levels]\nGP204 = "note"\n'
    found = parsed(text, "tool.groupplan").settings
    assert (found.select.where.line, found.levels[0].where.line) == (5, 8)


def test_an_empty_file_sets_nothing() -> None:
    assert parsed("") == Parsed()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = []", "groupplan.toml:1: there is no setting selct; did you mean select?"),
        ("fail_on = 'error'", "groupplan.toml:1: there is no setting fail_on; did you mean fail-on?"),
        ("zzz = 1", "groupplan.toml:1: there is no setting zzz; there are: extends select"),
        ("select = 3", "groupplan.toml:1: select needs a list of texts"),
        ("select = [3]", "groupplan.toml:1: select needs a list of texts"),
        ("select = ['GP999']", "groupplan.toml:1: GP999 in select is no rule; did you mean"),
        ("ignore = ['GP010']", "groupplan.toml:1: GP010 in ignore says that a file cannot be read"),
        ("fail-on = 'warn'", "groupplan.toml:1: fail-on takes one of: error warning never"),
        ("fail-on = true", "groupplan.toml:1: fail-on takes one of"),
        ("format = 'xml'", "groupplan.toml:1: format takes one of: text json"),
        ("documents = ['pdf']", "groupplan.toml:1: documents takes one of: md html"),
        ("baseline = ''", "groupplan.toml:1: baseline needs a text"),
        ("baseline = ['a']", "groupplan.toml:1: baseline needs a text"),
        ("exclude = ['/etc/*']", "groupplan.toml:1: “/etc/*” in exclude cannot be used"),
        ("exclude = ['a/../../b']", "groupplan.toml:1: “a/../../b” in exclude cannot be used"),
        ("exclude = ['']", "groupplan.toml:1: exclude needs a list of texts"),
        ("levels = 3", "groupplan.toml:1: levels must be a table"),
        ("[levels]\nGP204 = 'off'", "groupplan.toml:2: levels.GP204 takes one of: error warning note"),
        (
            "[levels]\nGP010 = 'note'",
            "groupplan.toml:2: GP010 in levels.GP010 says that a file cannot be read",
        ),
        ("overrides = {}", "groupplan.toml:1: overrides must be one or more tables"),
        ("overrides = [1]", "groupplan.toml:1: overrides must be one or more tables"),
        ("[[overrides]]\nignore = ['GP2']", "groupplan.toml:1: overrides.0 lacks paths"),
        (
            "[[overrides]]\npaths = ['a']\nformat = 'json'",
            "groupplan.toml:3: there is no setting overrides.0.format",
        ),
    ],
)
def test_each_mistake_has_its_sentence(text: str, said: str) -> None:
    (found,) = problems(text)
    assert found.startswith(said)


def test_all_mistakes_of_a_file_are_named_at_once() -> None:
    found = problems("selct = []\nfail-on = 3\nignore = ['GP999']\n\n[levels]\nGP204 = 'off'\n")
    assert [one.partition(": ")[0] for one in found] == [f"groupplan.toml:{line}" for line in (1, 2, 3, 6)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"select = [\n", "groupplan.toml"),
        (b"a = 1\nb 2\n", "groupplan.toml:2:3"),
        ("名 = 1".encode("gbk"), "groupplan.toml"),
        (b"a = " + b"[" * 30_000, "groupplan.toml"),
        (b"a = " + b"9" * 5_000, "groupplan.toml"),
        (b"#" * (toml.BYTES + 1), "groupplan.toml"),
    ],
)
def test_what_is_no_toml_has_its_sentence(raw: bytes, place: str, lang: str) -> None:
    found = toml.table(raw, "groupplan.toml", "")
    assert isinstance(found, Words)
    assert sentence(found, lang).startswith(place)


def test_a_section_that_is_none() -> None:
    assert toml.table(b"[tool]\nx = 1\n", "pyproject.toml", "tool.groupplan") is None
    assert isinstance(toml.table(b"[tool]\ngroupplan = 1\n", "p", "tool.groupplan"), Words)
    assert isinstance(toml.table(b"tool = 1\n", "p", "tool.groupplan"), type(None))


@given(st.text(max_size=200))
def test_any_text_is_settings_or_sentences(text: str) -> None:
    table = toml.table(text.encode("utf-8", "replace"), "groupplan.toml", "")
    if isinstance(table, toml.Table):
        assert isinstance(parse(table, "/w", KNOWN), Parsed)
