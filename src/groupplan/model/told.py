"""Every text of a brief with its route, and who gets to read it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groupplan.model.brief import Brief
from groupplan.model.fields import Model
from groupplan.model.lexicon import COMPLAINT, TEACHING
from groupplan.model.source import Route
from groupplan.model.wording import Wording, reaches

_LISTS: dict[str, tuple[str, ...]] = {
    "lessons": ("title", "guest"),
    "events": ("title", "aim", "place"),
    "offers": ("name",),
    "rewards": ("name", "claim"),
}
"""The lists of what happens and what is offered, with the words of their elements."""
_INNER: dict[str, tuple[str, ...]] = {
    "groups": ("criteria",),
    "channels": ("name",),
    "roles": ("name",),
    "goals": ("name", "source", "reason"),
    "tools": ("name",),
}
LONGEST = 40
"""Characters of a text that a sentence quotes whole."""
_POSTER = ("title", "subtitle", "endorsement", "proof", "call_to_action")


class Told(NamedTuple):
    """A text, where it stands in the brief, and the place of ``PLACES`` it belongs to."""

    route: Route
    text: str
    place: str

    @property
    def element(self) -> Route:
        """The route of what a plan goes without: the whole lesson, reason or pain, else these words alone."""
        if self.route[0] in _LISTS:
            return self.route[:2]
        if self.route[-1] in ("promise", "text"):
            return self.route[:-1]
        return self.route

    def quoted(self, word: str) -> str:
        """The text as a sentence quotes it: a long one only around the word."""
        return quoted(self.text, word)


def quoted(text: str, word: str) -> str:
    """A text as a sentence quotes it: a long one only around the word."""
    text, word = " ".join(text.split()), " ".join(word.split())
    if len(text) <= LONGEST:
        return text
    start = max(0, text.find(word) - LONGEST // 3)
    cut = text[start : start + LONGEST]
    return f"{'…' if start else ''}{cut}{'…' if start + LONGEST < len(text) else ''}"


class Sighting(NamedTuple):
    """A word of a family in a text."""

    told: Told
    word: str


def sightings(
    brief: Brief, wording: Wording, name: str, told: Sequence[Told] | None = None
) -> Iterator[Sighting]:
    """Where a brief uses words of a family in earnest, one per text; what its claims allow is left alone.

    ``told``: its texts, where somebody has them already.
    """
    family = wording.family(name)
    if family is None or (family.teaching and not teaches(brief)):
        return
    spared = tuple(claim.words for claim in brief.claims)
    reached = [one for one in told or texts(brief) if reaches(family.where, one.place)]
    if not family.among("\n".join(one.text for one in reached)):
        return
    for one in reached:
        word = family.seen(one.text, spared)
        if word is not None:
            yield Sighting(one, word)


def teaches(brief: Brief) -> bool:
    """Whether something is taught: a camp, a parents' group, lessons, or a name or topic that says so."""
    topic = brief.positioning.topic if brief.positioning and brief.positioning.topic else ""
    said = f"{brief.name} {topic}".lower()
    kinds = brief.kind in ("study-camp", "parents")
    return kinds or bool(brief.lessons) or any(word in said for word in TEACHING)


def texts(brief: Brief) -> Iterator[Told]:
    """Every text of a brief but whom it is not for, and pains that complain of what others did."""
    yield Told(("name",), brief.name, "members")
    yield from _positioning(brief)
    yield from _elements(brief)
    yield from _recruiting(brief)
    for name, fields in _INNER.items():
        for index, one in enumerate(getattr(brief, name)):
            yield from _fields(one, (name, index), fields, "all")


def _positioning(brief: Brief) -> Iterator[Told]:
    route: Route = ("positioning",)
    yield from _fields(brief.positioning, route, ("topic",), "members")
    yield from _fields(brief.positioning, route, ("operator_gain",), "all")
    if brief.positioning:
        purpose, route = brief.positioning.purpose, ("positioning", "purpose")
        yield from _fields(purpose, route, ("value",), "members")
        yield from _fields(purpose, route, ("why",), "plain")
        if purpose and purpose.pain and not COMPLAINT.search(purpose.pain):
            yield Told((*route, "pain"), purpose.pain, "members")
        yield from _fields(purpose, route, ("reasonable",), "all")
        for index, reason in enumerate(brief.positioning.reasons_to_stay):
            yield Told(("positioning", "reasons_to_stay", index, "promise"), reason.promise, "members")


def _elements(brief: Brief) -> Iterator[Told]:
    for name, fields in _LISTS.items():
        place = "rewards" if name == "rewards" else "members"
        for index, one in enumerate(getattr(brief, name)):
            yield from _fields(one, (name, index), fields, place)
    yield from _fields(brief.referral, ("referral",), ("reward",), "rewards")
    for index, group in enumerate(brief.groups):
        yield from _fields(group, ("groups", index), ("name",), "members")


def _recruiting(brief: Brief) -> Iterator[Told]:
    yield from _fields(brief.poster, ("poster",), _POSTER, "members")
    for index, point in enumerate(brief.poster.selling_points if brief.poster else ()):
        yield Told(("poster", "selling_points", index), point, "members")
    yield from _fields(brief.audience, ("audience",), ("portrait",), "plain")
    for index, segment in enumerate(brief.audience.segments if brief.audience else ()):
        place: Route = ("audience", "segments", index)
        yield from _fields(segment, place, ("who",), "plain")
        for number, pain in enumerate(segment.pains):
            if not COMPLAINT.search(pain.text):
                yield Told((*place, "pains", number, "text"), pain.text, "members")
    if brief.seeds and brief.seeds.from_:
        yield Told(("seeds", "from"), brief.seeds.from_, "all")


def _fields(one: Model | None, route: Route, names: tuple[str, ...], place: str) -> Iterator[Told]:
    for name in names:
        text = getattr(one, name, None)
        if text:
            yield Told((*route, name), text, place)
