"""The account of one document in words: what made it, what became of that, and the verdict."""

from collections.abc import Iterator
from shlex import quote

from groupplan import __version__
from groupplan.cli.account import Account, state_of
from groupplan.cli.exported import options
from groupplan.cli.surroundings import Surroundings
from groupplan.model.seal import BRIEF
from groupplan.report.visible import visible

LONGEST = 200
"""Signs of a name or line from a file that are repeated."""


def attested(found: Account, around: Surroundings) -> str:
    """The account, one thing a line."""
    lines = _lines(found, around) if found.said.seal else _unsealed(found, around)
    return "\n".join([around.clean(found.name), *lines, _verdict(found, around)])


def _unsealed(found: Account, around: Surroundings) -> Iterator[str]:
    """Of an export the command that compares it."""
    form, brief = options(found.name) if found.said.fault.startswith("export") else ("", "")
    if form:
        clean = visible(around.clean(brief))
        brief = quote(clean) if brief and len(clean) <= LONGEST else around.say("verify.some_brief")
        yield around.say("verify.compare", form=form, brief=brief)


def _lines(found: Account, around: Surroundings) -> Iterator[str]:
    say, said = around.say, found.said
    assert said.seal is not None  # noqa: S101 - asked by `attested`
    yield say(
        "verify.brief", path=_short(said.brief, around), state=say(f"verify.brief_{_brief_state(found)}")
    )
    if said.found:
        yield say("verify.found", path=_short(said.found, around))
    for kind in ("playbooks", "knowledge", "templates"):
        for one in said.of(kind):
            gaps = {"name": _short(one.name, around), "then": one.then, "now": one.current}
            yield say(f"verify.own_{kind}", state=say(f"verify.{state_of(found, one.name)}", **gaps), **gaps)
    if not said.used:
        yield say("verify.no_parts")
    if found.shipped:
        yield say("verify.shipped", names=" ".join(found.shipped), version=__version__)
    same = "same_version" if said.seal.version == __version__ else "other_version"
    yield say(f"verify.{same}", made=said.seal.version, now=__version__)
    yield from _body(found, around)
    if said.notes:
        yield say("verify.notes", names=" ".join(said.notes))


def _body(found: Account, around: Surroundings) -> Iterator[str]:
    say, said = around.say, found.said
    if said.seals > 1:
        yield say("verify.seals", count=said.seals)
    if said.fault == "not-text":
        yield say("verify.not_text")
    elif not said.edited:
        yield say("verify.unedited")
    else:
        yield say("verify.edited" if found.places else "verify.edited_somewhere")
    for place in found.places:
        there, wanted = (_short(line, around) for line in (place.there, place.wanted))
        yield say("verify.place", line=place.line, there=there, wanted=wanted)


def _brief_state(found: Account) -> str:
    """What became of the brief, one word."""
    if found.said.place != "there":
        return found.said.place
    return "broken" if found.said.broken else state_of(found, BRIEF)


def _verdict(found: Account, around: Surroundings) -> str:
    return around.say(f"verify.verdict_{found.said.verdict}")


def _short(text: str, around: Surroundings) -> str:
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return visible(around.clean(cut))
