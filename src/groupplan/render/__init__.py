"""render: ``Plan`` → ``Document``. One layout, two forms."""

from groupplan.model.document import Document, Paper
from groupplan.model.plan import Plan
from groupplan.render.escape import single_spaced, undisguised
from groupplan.render.page import anchored
from groupplan.render.paper import paper
from groupplan.render.templates import template
from groupplan.render.words import Dictionary

FORMS = {"md": "markdown/plan.md.j2", "html": "html/plan.html.j2"}


def render(plan: Plan, form: str) -> Document:
    """The plan in a form: ``md`` or ``html``. Same plan, same bytes."""
    words = Dictionary(plan.settled.language)
    return laid_out(paper(plan, words), form, words)


def laid_out(found: Paper, form: str, words: Dictionary) -> Document:
    """A paper put through the template of its form."""
    if form == "html":
        found = anchored(found)
    text = template(FORMS[form]).render(paper=found, say=words.say)
    body = single_spaced(text) if form == "md" else text
    return Document(form, undisguised(body).strip("\n") + "\n")
