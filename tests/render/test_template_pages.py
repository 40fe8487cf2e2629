"""The examples of the pages about templates do what their page says, drawn with a small brief."""

import re
from pathlib import Path

import pytest

from groupplan.messages import catalogue
from groupplan.model.codes import TEMPLATES
from groupplan.proof import template_findings
from tests.briefs import load

PAGES = catalogue("pages")
_FILE = re.compile(r"^{# templates/(\S+) #}$", re.MULTILINE)
_BRIEF = re.compile(r"^{# brief\.yaml: (.+) #}$", re.MULTILINE)


def _found(text: str, folder: Path) -> list[tuple[str, str]]:
    name = _FILE.search(text)
    assert name
    path = folder / "templates" / name[1]
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    loaded = load("\n".join(_BRIEF.findall(text)), folder)
    return [(one.code, one.severity.word) for one in template_findings(loaded)]


@pytest.mark.parametrize("code", sorted(TEMPLATES.values()))
def test_the_bad_one_is_found_and_the_good_one_is_silent(code: str, tmp_path: Path) -> None:
    assert _found(PAGES[code]["bad"], tmp_path / "bad") == [(code, PAGES[code]["level"])]
    assert _found(PAGES[code]["good"], tmp_path / "good") == []
