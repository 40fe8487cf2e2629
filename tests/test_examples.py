"""The examples are what `new` makes, check clean, and render to their goldens, byte for byte."""

from datetime import date
from pathlib import Path

import pytest

from groupplan import papers, pipeline, scaffold
from groupplan.model.finding import Severity

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = {
    "study-camp": "zh-CN",
    "open-source": "en",
    "parents": "zh-CN",
    "store-members": "zh-CN",
    "brand-fans": "zh-CN",
    "business-club": "zh-CN",
}
OTHER = {"zh-CN": "en", "en": "zh-CN"}
OPENS = date(2027, 3, 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_brief_is_what_new_makes(name: str, update: bool) -> None:
    _brief(EXAMPLES / name, name, NAMES[name], update)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["md", "html"])
def test_the_plan_is_the_golden(name: str, form: str, update: bool) -> None:
    _golden(EXAMPLES / name, form, update)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_shown_once_in_the_other_language(name: str, update: bool) -> None:
    other = OTHER[NAMES[name]]
    folder = EXAMPLES / name / other
    _brief(folder, name, other, update)
    _golden(folder, "md", update)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("other", [False, True])
def test_the_example_checks_clean(name: str, other: bool) -> None:
    folder = EXAMPLES / name / OTHER[NAMES[name]] if other else EXAMPLES / name
    loaded = pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder)
    findings = [*loaded.findings, *pipeline.make(loaded).findings]
    assert [(f.code, f.words) for f in findings if f.severity > Severity.NOTE] == []


def _brief(folder: Path, name: str, language: str, update: bool) -> None:
    made = scaffold.brief(name, language, OPENS, {})
    path = folder / "brief.yaml"
    if update:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == made


def _golden(folder: Path, form: str, update: bool) -> None:
    raw = (folder / "brief.yaml").read_bytes()
    loaded = pipeline.load(raw, "brief.yaml", folder, folder)
    plan = pipeline.make(loaded)
    inputs, parts = pipeline.inputs(loaded), pipeline.parts(loaded)
    found = papers.document(plan, form, "../brief.yaml", inputs, None, parts)
    golden = folder / "expected" / f"plan.{form}"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found.text, encoding="utf-8", newline="\n")
    assert golden.read_bytes().decode() == found.text
