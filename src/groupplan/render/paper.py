"""The sections of a plan in their order, or those of one view."""

from groupplan.model.choices import FIVE_STAGES
from groupplan.model.document import Block, Paper, Prose, Section
from groupplan.model.formats import day, ends
from groupplan.model.plan import Plan
from groupplan.model.views import ALL
from groupplan.render.tidy import tidy
from groupplan.render.views import ORDER, VIEWS
from groupplan.render.words import Dictionary


def paper(plan: Plan, words: Dictionary, view: str = ALL) -> Paper:
    """The plan as sections, numbered as they come; one with nothing to say states why."""
    settled = plan.settled
    spoken = settled.language
    ongoing = view == "member" and settled.ongoing
    opens, closes = ends(settled.opens, settled.closes, spoken, year=True)
    gaps = {
        "platform": str(plan.values["platform_name"]),
        "opens": day(settled.opens, spoken, year=True) if ongoing else opens,
        "closes": closes,
        "days": settled.days,
        "revision": settled.revision,
    }
    chosen = VIEWS[view]
    sections = tuple(
        _section(name, number, chosen.blocks(blocks(plan, words)), words)
        for number, (name, blocks) in enumerate(chosen.sections, 1)
    )
    title, subtitle, made = ("plan.title", "plan.subtitle", "")
    if view != ALL:
        title, subtitle, made = (f"view.{view}_{part}" for part in ("title", "subtitle", "made"))
        subtitle += "_ongoing" * ongoing
        made = words.say(made)
    return Paper(words.say(title, name=settled.name), words.say(subtitle, **gaps), spoken, sections, made)


def _section(name: str, number: int, blocks: tuple[Block, ...], words: Dictionary) -> Section:
    return Section(
        id=name,
        number=number,
        title=words.say(f"{name}.title"),
        blocks=tidy(blocks) or (Prose(words.say(f"{name}.empty")),),
        stage=name if name in FIVE_STAGES else "",
    )


__all__ = ["ORDER", "paper"]
