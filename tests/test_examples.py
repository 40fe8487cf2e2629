"""The examples are what `new` makes, check clean, and render to their goldens, byte for byte."""

from datetime import date
from pathlib import Path

import pytest

from groupplan import papers, pipeline, scaffold
from groupplan.model.finding import Severity

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = {"study-camp": "zh-CN", "open-source": "en"}
OPENS = date(2027, 3, 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_brief_is_what_new_makes(name: str, update: bool) -> None:
    path = EXAMPLES / name / "brief.yaml"
    made = scaffold.brief(name, NAMES[name], OPENS, {})
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["md", "html"])
def test_the_plan_is_the_golden(name: str, form: str, update: bool) -> None:
    folder = EXAMPLES / name
    raw = (folder / "brief.yaml").read_bytes()
    loaded = pipeline.load(raw, "brief.yaml", folder, folder)
    plan = pipeline.make(loaded)
    found = papers.document(plan, form, "../brief.yaml", pipeline.inputs(loaded), None)
    golden = folder / "expected" / f"plan.{form}"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found.text, encoding="utf-8", newline="\n")
    assert golden.read_bytes().decode() == found.text


@pytest.mark.parametrize("name", NAMES)
def test_the_example_checks_clean(name: str) -> None:
    folder = EXAMPLES / name
    loaded = pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder)
    findings = [*loaded.findings, *pipeline.make(loaded).findings]
    assert [finding.code for finding in findings if finding.severity > Severity.NOTE] == []
