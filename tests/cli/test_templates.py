"""`groupplan templates`, and own templates as `render` and `check` treat them."""

from pathlib import Path

import pytest

from groupplan.messages import LANGUAGES, catalogue
from groupplan.render.offered import offer, text_of
from groupplan.templating import shipped_names
from tests.cli.conftest import Run

FOOTER = (
    '{% extends "shipped/html/plan.html.j2" %}\n{% block footer %}\n<footer>NAME</footer>\n{% endblock %}\n'
)
PAGE = Path("templates/html/plan.html.j2")


def put(text: str, path: Path = PAGE) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_every_file_and_block_has_a_sentence_and_no_sentence_is_left_over() -> None:
    said = catalogue("templates")
    assert set(said["files"]) == set(shipped_names())
    assert set(said["blocks"]) == {block for name in shipped_names() for block in offer(name).blocks}
    for entry in (*said["files"].values(), *said["blocks"].values()):
        assert set(entry) == set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_list_names_what_can_be_replaced_and_what_is(run: Run, brief: Path, lang: str) -> None:
    put(FOOTER)
    put(str(text_of("html/fan.svg.j2")), Path("templates/html/fan.svg.j2"))
    put("x", Path("templates/html/mine.j2"))
    ran = run("--lang", lang, "templates", "list")
    assert (ran.code, ran.err) == (0, "")
    assert all(name in ran.out for name in shipped_names())
    lines = ran.out.splitlines()
    assert str(PAGE) in lines[lines.index(next(line for line in lines if line.startswith("html/plan"))) + 1]
    assert "templates/html/mine.j2" in lines[-1]
    assert run("templates").out == run("templates", "list", ".").out


def test_copy_writes_what_is_shipped_and_never_over_a_file(run: Run, folder: Path) -> None:
    ran = run("templates", "copy", "html/style.css")
    path = Path("templates/html/style.css")
    assert ran.code == 0 and str(path) in ran.err
    assert path.read_text(encoding="utf-8") == text_of("html/style.css")
    path.write_text("mine", encoding="utf-8")
    assert run("templates", "copy", "html/style.css").code == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("templates", "copy", "markdown/plan.md.j2", "camp").code == 0
    assert Path("camp/templates/markdown/plan.md.j2").is_file()


def test_copy_follows_no_link_out_of_the_folder(
    run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    Path("templates").symlink_to(outside)
    assert run("templates", "copy", "html/style.css").code == 4
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "arguments",
    [["burn"], ["copy"], ["copy", "html/styl.css"], ["copy", "../words.toml"], ["copy", "html/page/base.js"]],
    ids=" ".join,
)
def test_a_wrong_command_is_2_with_a_sentence(
    run: Run, folder: Path, arguments: list[str], lang: str
) -> None:
    ran = run("--lang", lang, "templates", *arguments)
    assert (ran.code, ran.out) == (2, "") and ran.err.strip()
    assert not Path("templates").exists()


def test_a_page_is_made_with_own_templates_and_is_stale_when_they_change(run: Run, brief: Path) -> None:
    put(FOOTER.replace("NAME", "{{ paper.title }} · 我们"))
    assert run("render", brief, "--to", "html").code == 0
    assert "operations" not in Path("plan.html").read_text(encoding="utf-8").rpartition("<footer>")[2]
    assert "· 我们</footer>" in Path("plan.html").read_text(encoding="utf-8")
    assert "GP901" not in run("check", ".").out
    assert run("render", "--check", brief, "--to", "html").code == 0
    put(FOOTER.replace("NAME", "他们"))
    said = run("check", ".").out
    assert "GP901" in said and str(PAGE) in said
    assert "own template: templates/html/plan.html.j2 (changed" in run("verify", "plan.html").out
    assert run("render", brief, "--to", "html").code == 0
    PAGE.unlink()
    assert "GP901" in run("check", ".").out


def test_a_document_of_another_form_does_not_change_its_body(run: Run, plan: Path) -> None:
    before = plan.read_text(encoding="utf-8").rpartition("<!-- groupplan-seal")[0]
    put(FOOTER)
    assert run("render", "brief.yaml").code == 0
    assert plan.read_text(encoding="utf-8").rpartition("<!-- groupplan-seal")[0] == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ paper.titel }}", "templates/html/plan.html.j2:3:18: GP952"),
        ("{{ paper.title | safe }}", "templates/html/plan.html.j2:3:26: GP953"),
        ("{% if %}", "templates/html/plan.html.j2:3:1: GP951"),
        ("<script>alert(1)</script>", "templates/html/plan.html.j2:3:1: GP956"),
    ],
)
def test_render_says_what_is_wrong_and_writes_nothing(run: Run, brief: Path, text: str, said: str) -> None:
    put(FOOTER.replace("NAME", text))
    for option in ((), ("--check",), ("--diff",)):
        ran = run("render", brief, "--to", "html", *option)
        assert ran.code == 1 and said in ran.err and ran.out == ""
    assert not Path("plan.html").exists()


def test_an_earlier_document_stays_when_a_template_breaks(run: Run, brief: Path) -> None:
    assert run("render", brief, "--to", "html").code == 0
    before = Path("plan.html").read_bytes()
    put(FOOTER.replace("NAME", "{{ 1 / 0 }}"))
    assert run("render", brief, "--to", "html").code == 1
    assert Path("plan.html").read_bytes() == before
    assert "GP901" in run("check", ".").out


def test_what_a_template_says_cannot_steer_a_terminal(run: Run, brief: Path) -> None:
    put(FOOTER.replace("NAME", "{{ nope\x1b[31m }}\x1b]0;x\x07\n::error::x"))
    ran = run("render", brief, "--to", "html")
    assert ran.code == 1
    assert not {"\x1b", "\x07"} & set(ran.said)
