"""Texts that stand in one language where their neighbours stand in two."""

from collections.abc import Iterator

from groupplan.model.choices import LANGUAGES
from groupplan.model.codes import broken
from groupplan.model.finding import Finding, say
from groupplan.model.source import Data, Origin, Route

Place = tuple[Route, frozenset[str]]


def languages(data: Data, source: str) -> Iterator[Finding]:
    """A finding for each text that lacks a language the other texts of the file have."""
    texts = list(_texts(data, ()))
    spoken = frozenset(language for _, found in texts for language in found)
    for route, found in texts:
        for language in sorted(spoken - found):
            yield broken(
                "missing-language", Origin(source, route), say("missing-language", language=language)
            )


def _texts(data: Data, route: Route) -> Iterator[Place]:
    if isinstance(data, dict):
        if data and all(key in LANGUAGES for key in data):
            yield route, frozenset(data)
            return
        for key, value in data.items():
            yield from _texts(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*route, index))
