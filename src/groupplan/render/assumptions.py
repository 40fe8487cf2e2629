"""19 Assumptions, dated facts, findings."""

from groupplan.model.choices import POSTS
from groupplan.model.document import Block, Part, Prose
from groupplan.model.estimate import Estimate
from groupplan.model.formats import listed, number, percent, shown
from groupplan.model.knowledge import TRUST
from groupplan.model.plan import Plan
from groupplan.model.playbook import SECTIONS
from groupplan.model.settled import Setting
from groupplan.model.texts import words as spoken_words
from groupplan.render import coverage
from groupplan.render.common import table
from groupplan.render.steps import borrowed, funnel, kept
from groupplan.render.words import Dictionary

KEPT = "retained_d30"
"""The cost of a member kept is counted from it, whatever the funnel shows."""
LAPSES = ("refer_delay",)
"""Settings kept in minutes that may be days."""


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Everything that did not come from the brief, the facts used, what the checks found."""
    meant = {step.rate for step, _ in funnel(plan)}
    meant |= {KEPT} if kept(plan) else set()
    unused = {step.rate for step in plan.forecast.steps} - meant
    rows = [_assumption(one, plan, words) for one in plan.settled.assumptions if one.name not in unused]
    assumed = table("assumptions", words.heads("assumptions.head"), rows)
    found: list[Block] = [Prose(words.say("assumptions.lead")), *assumed, *_borrowed(plan, words)]
    facts = table("facts", words.heads("assumptions.facts_head"), _facts(plan, words))
    if facts:
        found.append(Part(words.say("assumptions.facts"), facts, "facts"))
    found.append(Part(words.say("assumptions.findings"), _findings(plan, words), "findings"))
    return (*found, *_left_out(plan, words), *coverage.blocks(plan, words))


def _borrowed(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Which steps the funnel does not show, and what would bring them back."""
    steps, spoken = borrowed(plan), plan.settled.language
    if not steps:
        return ()
    rows = sorted({plan.settled.rates[step.rate].row for step in steps})
    gaps = {
        "steps": listed([words.say(f"step.{step.id}") for step in steps], spoken),
        "facts": listed(rows, spoken),
        "fields": listed([step.rate for step in steps], spoken),
    }
    return (Prose(words.say("assumptions.borrowed", **gaps)),)


def _left_out(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """What the brief asks for and the plan goes without, each with the honest alternative."""
    spoken = plan.settled.language
    rows = []
    for one in plan.settled.left_out:
        family = plan.knowledge.wording.family(one.family)
        said = spoken_words(family.alternative, spoken, spoken) if family else None
        rows.append((one.words, one.word, said or "—"))
    found = table("left-out", words.heads("assumptions.left_out_head"), rows)
    return (Part(words.say("assumptions.left_out"), found, "left-out"),) if found else ()


def _assumption(setting: Setting[object], plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    key = f"assumption.{setting.name}"
    name = words.say(key) if words.has(key) else setting.name
    value = setting.value
    if isinstance(value, tuple):
        value = tuple(POSTS.label(str(word), spoken) for word in value)
    is_share = isinstance(value, Estimate) or (isinstance(value, float) and 0 < value < 1)
    text = words.bracketed(percent(value)) if is_share else words.value(setting.name, shown(value, spoken))
    if setting.name in LAPSES and isinstance(value, int | float):
        text = _lapse(value, words)
    origin = words.say(f"origin.{setting.origin}")
    if setting.row:
        dated = _dated(setting.date, words)
        origin = words.say("assumptions.row", origin=origin, row=setting.row, date=dated)
    trust = TRUST.label(setting.trust, spoken) if setting.trust else "—"
    why = f"assumed.{setting.name}"
    said = setting.say or (words.say(why) if words.has(why) else "—")
    return name, text, said, origin, trust


def _dated(date: str, words: Dictionary) -> str:
    undated, found = words.say("plan.undated"), words.as_of(date)
    return words.say("assumptions.undated") if found == undated else found


def _lapse(minutes: float, words: Dictionary) -> str:
    unit, size = ("day", 1440) if minutes >= 1440 else ("hour", 60)
    count = minutes / size
    return words.say(f"assumptions.{unit}{'' if count == 1 else 's'}", count=number(round(count, 1)))


def _facts(plan: Plan, words: Dictionary) -> list[tuple[str, ...]]:
    spoken = plan.settled.language
    cited: set[str] = set()
    for section in (name for name in SECTIONS if name != "wordings"):
        cited |= {name for piece in getattr(plan.outline, section) for name in piece.trace.basis}
    cited |= {setting.row for setting in plan.settled.assumptions}
    facts = [plan.knowledge.facts[name] for name in sorted(cited) if name in plan.knowledge.facts]
    return [
        (
            f.id,
            spoken_words(f.say, spoken, spoken) or "",
            words.as_of(f.date),
            f.cited(spoken),
            TRUST.label(f.trust, spoken),
        )
        for f in facts
    ]


def _findings(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    rows = [
        (finding.code, words.say(f"severity.{finding.severity.word}"), words.finding(finding.words))
        for finding in plan.findings
    ]
    found = table("findings", words.heads("assumptions.findings_head"), rows)
    return found or (Prose(words.say("assumptions.no_findings")),)
