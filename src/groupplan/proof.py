"""Proofs: what own templates come to, before anybody relies on a document made with them."""

from groupplan import pipeline
from groupplan.model.codes import spoilt
from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin
from groupplan.model.template import Own, Spoiled, grave

FORMS = {"md": "markdown", "html": "html"}


def template_findings(loaded: pipeline.Loaded, *, drawn: bool = True) -> tuple[Finding, ...]:
    """What is wrong with the templates around a brief; nothing is loaded for it where there are none.

    ``drawn``: the documents of a sound brief are made too, since some mistakes show only then.
    """
    own = loaded.own
    if not own:
        return ()
    from groupplan.render.judged import judged  # brings jinja2

    found = [*own.findings, *judged(own), *_unused(loaded, own)]
    if drawn and loaded.ok and not grave(found):
        found += _drawn(loaded)
    return tuple(found)


def _unused(loaded: pipeline.Loaded, own: Own) -> list[Finding]:
    """Keys of the brief's own that no template names."""
    from groupplan.render.judged import used

    data, named = loaded.source.data, used(own)
    if named is None or not isinstance(data, dict) or not own.templates:
        return []
    keys = (key for key in data if key.startswith("x-") and key[2:] not in named)
    return [
        spoilt("own-key-unused", Origin(loaded.source.name, (key,), key=True), say("own-key-unused", key=key))
        for key in keys
    ]


def _drawn(loaded: pipeline.Loaded) -> list[Finding]:
    from groupplan.render import render

    plan = pipeline.make(loaded)
    found: list[Finding] = []
    for form, folder in FORMS.items():
        if loaded.own.of(folder):
            try:
                render(plan, form)
            except Spoiled as spoiled:
                found += spoiled.findings
    return found
