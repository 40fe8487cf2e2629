"""A brief in which one text stands in every field that takes words."""

import json

from groupplan.model.plan import Plan
from tests.briefs import alone, make

FIXED = """
platform: wecom
kind: study-camp
language: {language}
opens: 2027-03-01
closes: 2027-03-14
name: {text}
positioning:
  motives: [growth]
  topic: {text}
  purpose: {{why: {text}, pain: {text}, value: {text}, reasonable: {text}}}
  operator_gain: {text}
  reasons_to_stay: [{{promise: {text}, by: camp_lesson}}]
  not_for: {text}
audience:
  portrait: {text}
  segments: [{{id: a, who: {text}, pains: [{{id: p, text: {text}}}], gathers_at: [{text}], reach: 5000}}]
seeds: {{count: 30, from: {text}, consent: true}}
channels: [{{id: c, kind: moments, name: {text}, reach: 3000, cost: 50元, owner: ann}}]
groups: [{{id: main, name: {text}}}]
goals: [{{id: g, metric: joined, name: {text}, target: 60, deadline: 2027-03-14, source: {text}, owner: ann,
  reason: {text}, relieves: p}}]
roles: [{{id: ann, name: {text}, duties: [owner], hours_week: 400}}]
lessons: [{{id: l, title: {text}, at: "2027-03-02 20:00", minutes: 60, guest: {text}}}]
events: [{{id: e, title: {text}, at: "2027-03-06 10:00", place: {text}, aim: {text}}}]
offers: [{{id: o, name: {text}, price: 99元, from: 2027-03-10, to: 2027-03-12, limit: 20}}]
referral: {{reward: {text}, value: 2元, cap: 50}}
rewards: [{{id: r, name: {text}, value: 9元, quantity: 3, claim: {text}}}]
tools: [{{name: {text}, class: official, cost: 5元}}]
"""
SHORT = "name: {text}\npositioning: {{topic: {text}, not_for: {text}}}\nroles: [{{id: ann, name: {text}, duties: [owner]}}]\nlanguage: en"
HOUSE = """tasks:
  - {id: it, stage: activate, name: "{{ topic }}", kind: post, duty: owner, minutes: 5, script: note,
     at: {from: opens, time: "10:00"}, output: "{{ name }}", because: "{{ not_for }} or {{ topic }}"}
scripts: [{id: note, name: "{{ name }}", text: "{{ topic }}\\n{{ not_for }}", recipient: "{{ name }}"}]
guides: [{id: craft, section: team, title: "{{ topic }}", text: "{{ topic }}\\n- {{ name }}"}]
rules: [{id: first, text: "{{ topic }}", element: Topic}]
"""


def quoted(text: str) -> str:
    """A text as YAML reads it, whatever stands in it."""
    found = json.dumps(text, ensure_ascii=False)
    return found.replace("\x85", "\\N").replace("\u2028", "\\L").replace("\u2029", "\\P").replace("\x7f", "\\x7f")


def everywhere(text: str, language: str = "en") -> Plan:
    """A whole plan with the text in every field."""
    return make(FIXED.format(text=quoted(text), language=language))


def somewhere(text: str) -> Plan:
    """A small plan with the text in a few fields, and a playbook that puts it into every kind of place."""
    return alone(SHORT.format(text=quoted(text)), HOUSE)
