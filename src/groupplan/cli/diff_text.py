"""Differences for a terminal: a line that sums up, the changed fields, the effects by group."""

from collections.abc import Iterator

from groupplan.cli.judged import Judged
from groupplan.cli.speaker import Speaker, one_line
from groupplan.model.comparison import GROUPS, Cause, Change
from groupplan.report.text import Ink
from groupplan.report.visible import cells

BOLD, RED, GREEN = "1", "31", "32"
_WIDEST = 44
_BAD = ("new-error", "chance-down", "over-budget", "over-week", "over-day", "seats-missing", "dropped")
_GOOD = ("gone-error", "chance-up", "fits-week", "undropped", "seats-enough")


def as_text(judged: list[Judged], speaker: Speaker, ink: Ink) -> str:
    """Pair by pair, a blank line between."""
    return "\n".join("\n".join(_pair(one, speaker, ink)) + "\n" for one in judged)


def _pair(one: Judged, speaker: Speaker, ink: Ink) -> Iterator[str]:
    yield ink.paint(ink.clean(one_line(speaker.say("head", old=one.old, new=one.new))), BOLD)
    if one.status in ("added", "removed"):
        yield speaker.say("new_brief" if one.status == "added" else "gone_brief")
        return
    if one.status == "unreadable":
        yield speaker.say("not_compared")
        return
    yield ink.clean(speaker.summary(one.found))
    yield from _causes(one.found.causes, speaker, ink)
    for group in GROUPS:
        changes = one.found.of(group)
        if changes:
            yield from ("", ink.paint(speaker.say(group), BOLD))
            yield from (_line(change, speaker, ink) for change in changes)


def _causes(causes: tuple[Cause, ...], speaker: Speaker, ink: Ink) -> Iterator[str]:
    """Field, before, after; the fields stand below each other."""
    yield from ("", ink.paint(speaker.say("causes"), BOLD))
    width = max((cells(ink.clean(cause.field)) for cause in causes), default=0)
    for cause in causes:
        field = ink.clean(cause.field)
        pad = " " * (min(width, _WIDEST) - cells(field))
        yield f"  {field}{pad}  {ink.clean(told(cause, speaker))}"


def told(cause: Cause, speaker: Speaker) -> str:
    """What happened to a field, on one line."""
    before, after = (one_line(text) for text in speaker.field(cause))
    if not before:
        return after
    if cause.kind == "changed":
        return f"{before} → {after}"
    text = after if cause.kind == "added" else before
    named = (cause.after if cause.kind == "added" else cause.before) is not None
    return f"{speaker.say(cause.kind)} {text}" if named else speaker.say(cause.kind)


def _line(change: Change, speaker: Speaker, ink: Ink) -> str:
    text = ink.clean(f"  - {' '.join(speaker.sentence(change).split())}")
    colour = RED if change.kind in _BAD else GREEN if change.kind in _GOOD else ""
    return ink.paint(text, colour) if colour else text
