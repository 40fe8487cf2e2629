"""The first 72 hours of two newcomers as a chat."""

from datetime import datetime

from groupplan.model.document import Block, Bubble, Chat, Part, Prose
from groupplan.model.formats import clock
from groupplan.model.plan import Plan
from groupplan.model.worded import Line, Transcript
from groupplan.render.common import date
from groupplan.render.words import Dictionary

LONGEST = 160
"""Characters of a post to the group that a transcript shows; the whole text stands among the scripts."""


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """One chat for who talks, one for who stays silent."""
    found = tuple(_part(one, plan, words) for one in plan.worded.transcripts)
    lead = Prose(words.say("newcomers.lead"))
    return (Part(words.say("newcomers.title"), (lead, *found), "first-hours"),) if found else ()


def _part(one: Transcript, plan: Plan, words: Dictionary) -> Part:
    title = words.say(f"newcomers.{one.joiner}")
    bubbles = [Bubble(_when(one.joined, plan), "", words.say("newcomers.joins"), "note")]
    bubbles += [_bubble(line, plan, words) for line in one.lines]
    if one.joiner == "silent":
        bubbles.append(Bubble("", "", words.say("newcomers.nothing_said"), "note"))
    return Part(title, (Chat(title, tuple(bubbles)),), f"newcomer-{one.joiner}")


def _bubble(line: Line, plan: Plan, words: Dictionary) -> Bubble:
    text = line.text
    if line.side == "group" and len(text) > LONGEST:
        text = f"{text[:LONGEST].rstrip()}…"
    who = line.who or (words.say("newcomers.name") if line.side == "member" else "")
    to = words.say("newcomers.to_group", who=who) if line.side == "group" else who
    return Bubble(_when(line.at, plan), to, text, "member" if line.side == "member" else "team")


def _when(moment: datetime, plan: Plan) -> str:
    return f"{date(moment.date(), plan)} {clock(moment.time())}"
