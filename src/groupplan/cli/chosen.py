"""What options say: which findings count, how they are written, in which encoding files are."""

import codecs

from msgspec.structs import replace

from groupplan import settings
from groupplan.model import limits
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse
from groupplan.model.settings import FAIL_ON, OPTION, Codes, Given, Settings, Where, meant, unsilenced


def options(
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    *,
    strict: bool = False,
    fail_on: str = "",
    form: str = "",
    base: str = "",
) -> Settings:
    """What a command line sets. ``Misuse`` for unknown words and for options that contradict each other."""
    found = Settings()
    if select:
        found = replace(found, select=Given(_codes(select), Where(OPTION, "--select")))
    if ignore:
        found = replace(found, ignore=Given(_ignored(ignore), Where(OPTION, "--ignore")))
    if strict and fail_on not in ("", "warning"):
        raise Misuse(say("strict-and-fail-on", level=fail_on[: limits.SHOWN]))
    if strict or fail_on:
        level = FAIL_ON[settings.known_level(fail_on or "warning")]
        found = replace(found, fail_on=Given(level, Where(OPTION, "--fail-on" if fail_on else "--strict")))
    if form:
        found = replace(found, format=Given(settings.known_format(form), Where(OPTION, "--format")))
    if base:
        found = replace(found, baseline=Given(base, Where(OPTION, "--baseline")))
    return found


def known_encoding(name: str) -> None:
    """``Misuse`` for an encoding nobody knows, and for codecs that are no encodings of text."""
    try:
        fine = codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        fine = False
    if not fine:
        raise Misuse(say("no-such-encoding", name=name[:60]))


def _codes(given: list[str]) -> Codes:
    codes = tuple(part.strip() for word in given for part in word.split(",") if part.strip())
    for code in codes:
        if not meant(code, settings.known().codes):
            raise Misuse(say("no-such-code", name=code[:60]))
    return codes


def _ignored(given: list[str]) -> Codes:
    codes = _codes(given)
    for code in codes:
        if unsilenced(code, settings.known().codes):
            raise Misuse(say("always-shown", name=code[:60]))
    return codes
