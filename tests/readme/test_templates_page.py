"""What docs/templates.*.md show is run: the examples, the commands, the lists."""

import re
from pathlib import Path

import pytest

from groupplan.messages import LANGUAGES
from groupplan.model import limits
from groupplan.render.guarded import ALLOWED
from tests.cli.conftest import Run, brief, folder, run  # noqa: F401 - fixtures
from tests.readme.blocks import ROOT, blocks


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest) -> str:
    return (ROOT / "docs" / f"templates.{request.param}.md").read_text(encoding="utf-8")


def test_the_examples_make_a_page(page: str, run: Run, brief: Path) -> None:  # noqa: F811
    shown = [block.text for block in blocks(page)]
    for line in shown[0].splitlines():
        assert run(*line.partition("#")[0].split()[1:]).code == 0
    Path("templates/html/plan.html.j2").write_text(shown[1], encoding="utf-8")
    Path("templates/html/style.css").write_text(shown[2], encoding="utf-8")
    with brief.open("a", encoding="utf-8") as file:
        file.write("x-tagline: Twenty minutes\n")
    ran = run("render", brief, "--to", "html")
    assert ran.code == 0, ran.err
    made = Path("plan.html").read_text(encoding="utf-8")
    assert " · Twenty minutes</p>\n</footer>" in made
    assert "footer { text-align: center; }" in made


def test_filters_and_limits_are_those_of_the_program(page: str) -> None:
    listed = re.search(r"`(abs [^`]+)`", page)
    assert listed
    names = set(re.sub(r"\(.*?\)", "", listed[1]).split())
    assert names == ALLOWED - {"d", "count"}
    assert f"{limits.TEMPLATE_BYTES // 1024} KiB" in page
    assert (limits.TEMPLATE_STEPS, limits.TEMPLATE_CHARACTERS) == (3_000_000, 64 * 1024 * 1024)
    assert limits.TEMPLATE_OUTPUT == 16 * 1024 * 1024
