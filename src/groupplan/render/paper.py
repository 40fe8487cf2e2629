"""The twenty sections in their order."""

from collections.abc import Callable

from groupplan.model.choices import FIVE_STAGES
from groupplan.model.document import Block, Paper, Prose, Section
from groupplan.model.formats import day
from groupplan.model.plan import Plan
from groupplan.render import (
    assumptions,
    audience,
    budget,
    calendar,
    goals,
    metrics,
    platform,
    positioning,
    review,
    risks,
    rules,
    scripts,
    stages,
    summary,
    team,
    trace,
)
from groupplan.render.tidy import tidy
from groupplan.render.words import Dictionary

Blocks = Callable[[Plan, Dictionary], tuple[Block, ...]]
ORDER: tuple[tuple[str, Blocks], ...] = (
    ("summary", summary.blocks),
    ("positioning", positioning.blocks),
    ("goals", goals.blocks),
    ("audience", audience.blocks),
    ("platform", platform.blocks),
    ("team", team.blocks),
    ("rules", rules.blocks),
    *((stage, stages.of(stage)) for stage in FIVE_STAGES),
    ("scripts", scripts.blocks),
    ("calendar", calendar.blocks),
    ("budget", budget.blocks),
    ("metrics", metrics.blocks),
    ("risks", risks.blocks),
    ("review", review.blocks),
    ("assumptions", assumptions.blocks),
    ("trace", trace.blocks),
)


def paper(plan: Plan, words: Dictionary) -> Paper:
    """The plan as sections; one with nothing to say states why."""
    settled = plan.settled
    spoken = settled.language
    gaps = {
        "platform": str(plan.values["platform_name"]),
        "opens": day(settled.opens, spoken, year=True),
        "closes": day(settled.closes, spoken, year=True),
        "days": settled.days,
        "revision": settled.revision,
    }
    sections = tuple(
        Section(
            id=name,
            number=number,
            title=words.say(f"{name}.title"),
            blocks=tidy(blocks(plan, words)) or (Prose(words.say(f"{name}.empty")),),
            stage=name if name in FIVE_STAGES else "",
        )
        for number, (name, blocks) in enumerate(ORDER, 1)
    )
    title = words.say("plan.title", name=settled.name)
    return Paper(title, words.say("plan.subtitle", **gaps), spoken, sections)
