"""Own templates are found beside the brief, else at the root, and never outside their folder."""

from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.files import looking, unchanged
from groupplan.model.refusal import Refused
from groupplan.resources import shipped
from groupplan.templating import own, shipped_names
from tests.briefs import load

STYLE = "html/style.css"


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_the_nearest_file_counts_each_for_itself(tmp_path: Path) -> None:
    beside = tmp_path / "deep" / "camp"
    beside.mkdir(parents=True)
    put(tmp_path, STYLE, "far")
    put(tmp_path, "html/fan.svg.j2", "far")
    put(beside, STYLE, "near")
    assert [(one.name, one.text) for one in own(beside, tmp_path).templates] == [
        ("html/fan.svg.j2", "far"),
        (STYLE, "near"),
    ]


def test_a_copy_that_was_not_changed_is_none_of_ones_own(tmp_path: Path) -> None:
    put(tmp_path, STYLE, (shipped("templates") / STYLE).read_bytes())
    assert not own(tmp_path, tmp_path)


def test_what_is_shipped_is_never_taken_for_ones_own() -> None:
    folder = shipped("templates").parent
    assert not own(folder, folder)


def test_no_script_can_be_replaced(tmp_path: Path) -> None:
    assert not [name for name in shipped_names() if ".js" in name]
    for path in (shipped("templates") / "html").rglob("*.js"):
        put(tmp_path, path.relative_to(shipped("templates")).as_posix(), "alert(1)")
    assert not own(tmp_path, tmp_path)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_link_that_leads_outside_is_refused(what: str, tmp_path: Path) -> None:
    home, secret = tmp_path / "home", tmp_path / "secret"
    home.mkdir()
    (secret / "html").mkdir(parents=True)
    (secret / STYLE).write_text("secret", encoding="utf-8")
    if what == "folder":
        (home / "templates").symlink_to(secret)
    else:
        put(home, "html/fan.svg.j2", "x")
        (home / "templates" / STYLE).symlink_to(secret / STYLE)
    with pytest.raises(Refused):
        own(home, home)


def test_a_file_that_is_too_large_or_no_text_is_a_finding(tmp_path: Path) -> None:
    put(tmp_path, STYLE, b"a\n\xff\n")
    put(tmp_path, "html/fan.svg.j2", b"x" * (256 * 1024 + 1))
    found = own(tmp_path, tmp_path).findings
    assert [(one.code, one.origin.at and one.origin.at.line) for one in found] == [
        ("GP954", None),
        ("GP951", 2),
    ]


def test_at_most_so_many_files(tmp_path: Path) -> None:
    for number in range(70):
        put(tmp_path, f"html/part{number:02}.j2", "x")
    found = own(tmp_path, tmp_path)
    assert len(found.templates) == 64
    assert [one.code for one in found.findings] == ["GP954"]


def test_the_keys_of_a_brief_are_known_without_their_sign(tmp_path: Path) -> None:
    put(tmp_path, STYLE, "x")
    loaded = load("x-tagline: Daily\nx-list: [a, b]", tmp_path)
    assert loaded.own.extra == '{"list": ["a", "b"], "tagline": "Daily"}'


def test_seals_name_own_templates_and_are_as_before_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bare = load("x-tagline: Daily", Path())
    before = pipeline.inputs(bare), pipeline.parts(bare)
    assert [name for name, _ in before[1]] == ["brief"]
    path = put(Path(), STYLE, "x")
    with_one = load("x-tagline: Daily", Path())
    assert pipeline.inputs(with_one) != before[0]
    assert [name for name, _ in pipeline.parts(with_one)] == ["brief", "templates/html/style.css"]
    path.unlink()
    after = load("x-tagline: Daily", Path())
    assert (pipeline.inputs(after), pipeline.parts(after)) == before


@pytest.mark.parametrize("name", [STYLE, "html/extra.j2", "stray.css"])
def test_what_was_looked_at_shows_when_a_template_comes(tmp_path: Path, name: str) -> None:
    with looking() as looks:
        own(tmp_path, tmp_path)
    assert unchanged(looks, {})
    put(tmp_path, name, "x")
    assert not unchanged(looks, {})
    with looking() as looks:
        own(tmp_path, tmp_path)
    assert unchanged(looks, {})
    put(tmp_path, "html/another.j2", "x")
    assert not unchanged(looks, {})
