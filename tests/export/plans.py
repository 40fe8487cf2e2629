"""Plans that exporters are tried with: shipped examples, and one whose every slot holds something hostile."""

import tempfile
from functools import cache
from pathlib import Path

from groupplan import pipeline
from groupplan.model.plan import Plan
from tests.briefs import make

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = ("study-camp", "study-camp/en", "open-source", "parents")
LONG = "长\U0001f600" * 30_000
"""60,000 characters, 90,000 as UTF-16 counts them: more than a cell holds."""
_BRIEF = """
name: "=1+1|x \\u202E \\U0001F600 <b>&amp;` ; , \\\\N \\\\New"
language: zh-CN
platform: wecom
country: CN
timezone: America/New_York
revision: 7
roles:
- {id: lin, name: "=cmd|' /C calc'!A0", duties: [owner, teacher], hours_week: 40, backup: chen}
- {id: chen, name: "＠SUM(A1),x", duties: [host], hours_week: 40, backup: lin, away: [2027-03-02..2027-03-05]}
"""
_HOUSE = f"""
language: zh-CN
tasks:
- id: odd
  stage: retain
  name: "+1 \\t| \\u202E"
  kind: post
  duty: host
  minutes: 5
  at: {{every: day, time: "10:00", from: opens, until: closes}}
  script: odd
  output: "-2+3"
  because: '=HYPERLINK("http://x")'
- id: night
  stage: retain
  name: "@night"
  kind: event
  duty: host
  minutes: 90
  at: {{from: opens, offset: 13d, time: "23:30"}}
  output: "{LONG}"
scripts:
- {{id: odd, name: "@odd", text: "=1\\r\\nSUM;, \\\\N \\\\n _x0041_ line\\u2028sep\\u200B end"}}
"""


@cache
def example(name: str) -> Plan:
    """The plan of a shipped example."""
    folder = EXAMPLES / name
    raw = (folder / "brief.yaml").read_bytes()
    return pipeline.make(pipeline.load(raw, "brief.yaml", folder, folder))


@cache
def hostile() -> Plan:
    """A plan of formulas, markup, escapes and signs that turn the direction of reading."""
    with tempfile.TemporaryDirectory() as folder:
        return make(f"{_BRIEF}playbooks: [house]\n", Path(folder), house=_HOUSE)
