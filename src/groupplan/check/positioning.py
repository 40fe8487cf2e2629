"""GP1xx: what the community is about."""

import re
from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.lexicon import GENERIC
from groupplan.model.plan import Plan

_NOISE = re.compile(r"[\W\d_]+")


@rule("GP101", Severity.WARNING, basis=("M002", "M007", "K02"))
def unfocused_name(plan: Plan) -> Iterator[Finding]:
    """A name or topic that only says "group" in other words."""
    settled = plan.settled
    if _generic(settled.name):
        yield Finding(plan.origin("name"), say("unfocused-name", text=settled.name))
    topic = settled.position.topic
    if topic != settled.name and _generic(topic):
        yield Finding(plan.origin("positioning", "topic"), say("unfocused-name", text=topic))


def _generic(text: str) -> bool:
    rest = _NOISE.sub(" ", text.lower())
    for word in sorted(GENERIC, key=len, reverse=True):
        pattern = rf"\b{word}\b" if word.isascii() else re.escape(word)
        rest = re.sub(pattern, " ", rest)
    return not rest.strip()
