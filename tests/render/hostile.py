"""Briefs with texts in every field that takes words, each where a § stands."""

import json
import re
from collections.abc import Sequence
from itertools import cycle

from groupplan.model.plan import Plan
from tests.briefs import alone, make

FIXED = """
platform: wecom
kind: study-camp
language: en
opens: 2027-03-01
closes: 2027-03-14
name: §
positioning:
  motives: [growth]
  topic: §
  purpose: {why: §, pain: §, value: §, reasonable: §}
  operator_gain: §
  reasons_to_stay: [{promise: §, by: lesson_live}]
  not_for: §
audience:
  portrait: §
  segments: [{id: a, who: §, pains: [{id: p, text: §}], gathers_at: [§], reach: 5000}]
seeds: {count: 30, from: §, consent: true}
channels: [{id: c, kind: moments, name: §, reach: 3000, cost: 50元, owner: ann}]
groups: [{id: main, name: §}, {id: best, kind: vip, name: §, criteria: §}]
poster: {title: §, subtitle: §, selling_points: [§, §], endorsement: §, proof: §, call_to_action: §}
claims: [{words: §, reason: §}]
goals: [{id: g, metric: joined, name: §, target: 60, deadline: 2027-03-14, source: §, owner: ann,
  reason: §, relieves: p}]
roles: [{id: ann, name: §, duties: [owner], hours_week: 400}]
lessons: [{id: l, title: §, at: "2027-03-02 20:00", minutes: 60, guest: §}]
events: [{id: e, title: §, at: "2027-03-06 10:00", place: §, aim: §}]
offers: [{id: o, name: §, price: 99元, from: 2027-03-10, to: 2027-03-12, limit: 20}]
referral: {reward: §, value: 2元, cap: 50}
rewards: [{id: r, name: §, value: 9元, quantity: 3, claim: §}]
tools: [{name: §, class: official, cost: 5元}]
"""
SHORT = (
    "name: §\npositioning: {topic: §, not_for: §}\nroles: [{id: ann, name: §, duties: [owner]}]\nlanguage: en"
)
HOUSE = """tasks:
  - {id: it, stage: activate, name: "{{ topic }}", kind: post, duty: owner, minutes: 5, script: note,
     at: {from: opens, time: "10:00"}, output: "{{ name }}", because: "{{ not_for }} or {{ topic }}"}
scripts: [{id: note, name: "{{ name }}", text: "{{ topic }}\\n{{ not_for }}", recipient: "{{ name }}"}]
guides: [{id: craft, section: team, title: "{{ topic }}", text: "{{ topic }}\\n- {{ name }}"}]
rules: [{id: first, text: "{{ topic }}", element: Topic}]
posters: [{id: sheet, name: "{{ name }}", title: "{{ topic }}", points: ["{{ name }}", "{{ not_for }}"]}]
flows:
  - {id: path, lane: member, section: recruit, title: "{{ name }}", steps: ["{{ topic }}", "{{ not_for }}"]}
  - {id: run, lane: team, section: recruit, title: "{{ name }}", steps: ["{{ topic }}", "{{ not_for }}"]}
checklists: [{id: list, section: recruit, title: "{{ name }}", due: "{{ topic }}", points: ["{{ topic }}"]}]
cards: [{id: card, name: "{{ name }}", sign: "{{ topic }}", steps: ["{{ not_for }}"], say: "{{ topic }}"}]
dialogues: [{id: talk, after: it, wait: 5min, says: "{{ topic }}", reply: "{{ not_for }}", reply_wait: 5min}]
"""


_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
"""What a file is refused for or warned about where it stands as it is; an escape says it openly."""


def quoted(text: str) -> str:
    """A text as YAML reads it, whatever stands in it."""
    found = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", found)


def _filled(brief: str, texts: Sequence[str]) -> str:
    parts, words = brief.split("§"), cycle(texts)
    return "".join(part + quoted(next(words)) for part in parts[:-1]) + parts[-1]


def everywhere(*texts: str) -> Plan:
    """A whole plan with the texts in its fields, in turn."""
    return make(_filled(FIXED, texts))


def somewhere(text: str) -> Plan:
    """A small plan with the text in a few fields, and a playbook that puts it into every kind of place."""
    return alone(_filled(SHORT, (text,)), HOUSE)
