"""The page as a PDF, printed by Chromium and read back by pypdf."""

import io
import os
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from groupplan.export.browser import browsers, printed
from groupplan.export.forms import Request
from groupplan.export.mark import intact, stamped
from groupplan.export.pdf import as_pdf
from groupplan.model.plan import Plan
from groupplan.model.refusal import Misuse, Trouble
from groupplan.render import render
from tests.export.reading import laid_out
from tests.render.hostile import somewhere

HERE = Request(variables=os.environ)
SMALL = "<!doctype html>\n<html><head>\n<title>t</title></head><body>{}</body></html>"


@cache
def made() -> bytes:
    return as_pdf(render(plan(), "html").body, HERE)


@cache
def plan() -> Plan:
    """A few pages: reading a hundred back takes longer than printing them."""
    return somewhere("Reading aloud 晨读")


def read(raw: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages)


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_a_browser_is_here() -> None:
    assert list(browsers(os.environ)), "install chromium: the tests print with it"


def test_it_has_the_sections_tasks_and_words_as_text_to_select() -> None:
    text = squeezed(read(made()))
    for section in laid_out(plan()).sections:
        assert squeezed(section.title) in text
    for piece in plan().outline.tasks:
        assert squeezed(plan().worded.text("tasks", piece.key, "name")) in text
    for message in plan().worded.messages.values():
        assert squeezed(message.text) in text
    for role in plan().settled.roles:
        assert squeezed(role.name) in text


def test_it_is_a4_with_a_title_and_an_outline() -> None:
    reader = PdfReader(io.BytesIO(made()))
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert reader.metadata and reader.metadata.title == laid_out(plan()).title
    assert reader.outline


def test_the_same_page_gives_the_same_bytes_and_no_date() -> None:
    page = render(plan(), "html").body
    assert as_pdf(page, HERE) == made()
    metadata = PdfReader(io.BytesIO(made())).metadata
    assert metadata
    dates = {str(metadata[name]) for name in ("/CreationDate", "/ModDate")}
    assert dates == {"D:20000101000000+00'00'"}
    assert intact(stamped(made()))


def test_a_script_in_the_page_does_not_run_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words", encoding="utf-8")
    body = (
        "<p id=a>before</p><script>document.getElementById('a').textContent='ran'</script>"
        f"<iframe src='{secret.as_uri()}'></iframe><img src='{secret.as_uri()}' alt='picture'>"
    )
    text = read(as_pdf(SMALL.format(body), HERE))
    assert "before" in text and "ran" not in text and "hidden" not in text


def test_chinese_text_can_be_selected() -> None:
    assert "晨读营" in read(as_pdf(SMALL.format("<p>21天晨读营</p>"), HERE))


def test_without_browser_and_weasyprint_the_install_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(Misuse) as caught:
        as_pdf(SMALL.format("x"), Request(variables={"PATH": ""}))
    assert caught.value.words.key == "no-browser"


def test_a_browser_that_prints_nothing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(Trouble) as caught:
        as_pdf(SMALL.format("x"), Request(variables={"PATH": str(tmp_path)}))
    assert dict(caught.value.words.gaps)["program"] == str(program)


def test_a_browser_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    program, mark = tmp_path / "chromium", tmp_path / "pid"
    program.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {mark}\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    assert printed(str(program), "x", dict(os.environ), seconds=1) == b""
    assert not Path(f"/proc/{mark.read_text().strip()}/cmdline").exists() or not _awake(
        mark.read_text().strip()
    )


def _awake(pid: str) -> bool:
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")


def test_the_first_browser_that_prints_is_used(tmp_path: Path) -> None:
    broken = tmp_path / "google-chrome"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    real = next(browsers(os.environ))
    paths = f"{tmp_path}{os.pathsep}{Path(real).parent}{os.pathsep}{os.environ['PATH']}"
    assert "here" in read(
        as_pdf(SMALL.format("<p>here</p>"), Request(variables={**os.environ, "PATH": paths}))
    )


@pytest.mark.parametrize(
    ("system", "variable", "place"),
    [
        ("win32", "PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
        ("win32", "PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
        ("win32", "LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
        ("darwin", "HOME", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ],
)
def test_browsers_are_found_in_their_usual_places(
    system: str, variable: str, place: str, tmp_path: Path
) -> None:
    program = tmp_path / place
    program.parent.mkdir(parents=True)
    program.touch()
    assert list(browsers({"PATH": "", variable: str(tmp_path)}, system)) == [str(program)]


def test_nothing_of_a_print_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    as_pdf(SMALL.format("x"), HERE)
    assert list(tmp_path.iterdir()) == []
