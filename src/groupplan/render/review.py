"""18 Review: dated tasks, and the sheet to fill in."""

from groupplan.model.document import Block, Part, Prose, Table
from groupplan.model.formats import number
from groupplan.model.plan import Plan
from groupplan.render.stages import stage_blocks
from groupplan.render.steps import funnel, ranged
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The stage, and plan against actual."""
    return (
        *stage_blocks(plan, words, "review"),
        Part(words.say("review.sheet"), _sheet(plan, words), "sheet"),
    )


def _sheet(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    rows = [
        (words.say(f"step.{step.id}"), ranged(people, words), "", "", "") for step, people in funnel(plan)
    ]
    for goal in plan.settled.goals:
        target = number(goal.target) if goal.target else "—"
        rows.append((words.say("review.goal", goal=goal.name), target, "", "", ""))
    return (
        Prose(words.say("review.sheet_note")),
        Table("sheet", words.heads("review.sheet_head"), tuple(rows)),
    )
