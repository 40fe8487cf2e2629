"""GP81x: words that promise what nobody can keep, or ask for deceit."""

from collections.abc import Iterator

from msgspec.structs import replace

from groupplan.check.rule import rule
from groupplan.check.seen import in_book, seen
from groupplan.model.book import Book
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan
from groupplan.model.wording import Wording

SENTENCES = {
    "absolute": "absolute-wording",
    "education": "education-promise",
    "beneficiary": "beneficiary-praise",
    "investment": "investment-promise",
    "hidden_ads": "undisclosed-advertisement",
    "deception": "deceptive-practice",
    "health": "health-claim",
}
"""Families of words with the sentence that says what is wrong."""


def _findings(plan: Plan, name: str) -> Iterator[Finding]:
    """A finding for each text of the brief and its own playbooks that uses words of a family."""
    key = SENTENCES[name]
    for origin, gaps in seen(plan, name):
        yield Finding(origin, say(key, **gaps))


@rule("GP810", Severity.WARNING, basis=("F095", "F101"))
def absolute_wording(plan: Plan) -> Iterator[Finding]:
    """Words like "number one" that advertising may not use and nobody can prove."""
    yield from _findings(plan, "absolute")


@rule("GP811", Severity.WARNING, basis=("F094", "F095"))
def education_promise(plan: Plan) -> Iterator[Finding]:
    """Teaching is sold with a promised result, with insiders, or with those who gained from it."""
    yield from _findings(plan, "education")
    yield from _findings(plan, "beneficiary")


@rule("GP812", Severity.WARNING, basis=("F100", "M268"))
def investment_promise(plan: Plan) -> Iterator[Finding]:
    """Principal or income is promised."""
    yield from _findings(plan, "investment")


@rule("GP813", Severity.WARNING, basis=("M186", "F092"))
def undisclosed_advertisement(plan: Plan) -> Iterator[Finding]:
    """Advertising that does not say that it is."""
    yield from _findings(plan, "hidden_ads")


@rule("GP814", Severity.ERROR, basis=("M163", "M233", "F082", "K67"))
def deceptive_practice(plan: Plan) -> Iterator[Finding]:
    """Invented people, praise, figures or scarcity: members would be deceived."""
    yield from _findings(plan, "deception")


@rule("GP817", Severity.WARNING, basis=("F091",))
def health_claim(plan: Plan) -> Iterator[Finding]:
    """A cure or an effect on the body is promised."""
    yield from _findings(plan, "health")


RULES = {
    "absolute": absolute_wording,
    "education": education_promise,
    "beneficiary": education_promise,
    "investment": investment_promise,
    "hidden_ads": undisclosed_advertisement,
    "deception": deceptive_practice,
    "health": health_claim,
}


def worded(book: Book, wording: Wording) -> Iterator[Finding]:
    """The same of a playbook by itself, which no brief names yet."""
    for name, rule_ in RULES.items():
        family = wording.family(name)
        for origin, gaps in in_book(book, family, wording) if family else ():
            found = Finding(origin, say(SENTENCES[name], **gaps))
            yield replace(found, code=rule_.code, slug=rule_.slug, severity=rule_.severity)
