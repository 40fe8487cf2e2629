"""The JSON Schema of a brief and groupplan's own validation agree on the form of whatever is written."""

import json
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from groupplan import validate
from groupplan.model import brief
from groupplan.model.finding import Severity
from groupplan.read import read
from groupplan.resources import shipped

SCHEMA = brief.schema()
VALID = Draft7Validator(SCHEMA)
KEYS = sorted(SCHEMA["properties"])
FORM = {"GP010", "GP011", "GP012", "GP014"}
"""Unknown key, missing key, wrong shape, unknown word: what a schema can see."""
EXAMPLES = [
    yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    for path in sorted(shipped("examples").glob("**/brief.yaml"))
]
SCALARS = ["1", "x", "60", "-1", "", "wecom", "en", "2027-03-01", "true"]
VALUES = st.sampled_from([*SCALARS, [], {}, ["x"], {"x": "1"}])
Brief = dict[str, Any]


@st.composite
def mutants(draw: st.DrawFn) -> Brief:
    """An example with a few top-level keys lost, renamed, filled with something else, or new."""
    made = dict(draw(st.sampled_from(EXAMPLES)))
    for _ in range(draw(st.integers(0, 3))):
        key = draw(st.sampled_from(sorted(made)))
        what = draw(st.sampled_from(["lose", "rename", "fill", "add"]))
        if what == "lose":
            del made[key]
        elif what == "rename":
            made[draw(st.sampled_from([f"{key}s", key.upper(), f"x-{key}", "名称"]))] = made.pop(key)
        else:
            made[key if what == "fill" else draw(st.sampled_from(KEYS))] = draw(VALUES)
    return made


def judged(made: Brief) -> tuple[set[str], list[str]]:
    """Codes of groupplan's errors, and what the schema has against the same text."""
    text = json.dumps(made, ensure_ascii=False)  # which is YAML too
    reading = read(text.encode(), "b.yaml")
    assert reading.ok, reading.findings
    errors = [one for one in validate.brief(reading.source).findings if one.severity is Severity.ERROR]
    found = [error.message[:200] for error in VALID.iter_errors(reading.source.data)]
    return {one.code for one in errors}, found


@settings(max_examples=200)
@given(mutants())
def test_what_the_schema_refuses_groupplan_refuses(made: Brief) -> None:
    ours, theirs = judged(made)
    assert not theirs or ours, theirs


@settings(max_examples=200)
@given(mutants())
def test_mistakes_of_form_are_seen_by_the_schema(made: Brief) -> None:
    ours, theirs = judged(made)
    assert theirs or not ours & FORM, ours
