"""render: ``Plan`` → ``Document``. One layout, two forms."""

from msgspec.structs import replace

from groupplan.model.document import Document, Paper
from groupplan.model.plan import Plan
from groupplan.model.template import Own
from groupplan.model.views import parted
from groupplan.render.desk import Desk, desk
from groupplan.render.escape import single_spaced, undisguised
from groupplan.render.page import anchored
from groupplan.render.paper import paper
from groupplan.render.templates import template
from groupplan.render.views import VIEWS
from groupplan.render.words import Dictionary

FORMS = {"md": "markdown/plan.md.j2", "html": "html/plan.html.j2"}


def render(plan: Plan, form: str) -> Document:
    """The plan in a form: ``md`` or ``html``, or a view of it: ``boss.md``. Same plan, same bytes."""
    words = Dictionary(plan.settled.language)
    view, bare = parted(form)
    found = paper(plan, words, view)
    given = desk(plan, found, words) if bare == "html" and VIEWS[view].tools else None
    return replace(laid_out(found, bare, words, given, plan.own), form=form)


def laid_out(
    found: Paper, form: str, words: Dictionary, given: Desk | None = None, own: Own | None = None
) -> Document:
    """A paper put through the template of its form; a page that is given its desk has a script.

    ``Spoiled`` where own templates do not let it be made.
    """
    if form == "html":
        found = anchored(found)
    name, context = FORMS[form], {"paper": found, "say": words.say, "desk": given}
    ours = Document(form, _finished(template(name).render(context), form))
    if own is None or not own.of(name.partition("/")[0]):
        return ours
    from groupplan.render.owned import drawn, safe  # brings the sandbox

    text = _finished(drawn(name, context, own), form)
    return Document(form, safe(text, ours.body, own) if form == "html" else text)


def _finished(text: str, form: str) -> str:
    body = single_spaced(text) if form == "md" else text
    return undisguised(body).strip("\n") + "\n"
