"""Documents made with templates of the user's own."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from groupplan.model.finding import say
from groupplan.model.template import Own, Spoiled
from groupplan.render.allowance import Fault
from groupplan.render.harmless import unsafe
from groupplan.render.templates import filters
from groupplan.render.workshop import Workshop

_KEPT = 4
"""Sets of own templates whose compiled form is kept."""


def drawn(name: str, context: Mapping[str, Any], own: Own) -> str:
    """A document by its shipped name; ``Spoiled`` when it cannot be made."""
    workshop = _workshop(own, name.partition("/")[0])
    return workshop.drawn(name, {**context, "say": _said(context["say"])})


def safe(page: str, ours: str, own: Own) -> str:
    """The page again; ``Spoiled`` when something in it could act."""
    found = tuple(dict.fromkeys(unsafe(page, ours, own)))
    if found:
        raise Spoiled(found)
    return page


@lru_cache(maxsize=_KEPT)
def _workshop(own: Own, form: str) -> Workshop:
    return Workshop(own, form, filters(form))


def _said(words: Callable[..., str]) -> Callable[..., str]:
    """The words of a plan, where a key that is not there is a mistake of the template."""

    def said(key: object, **gaps: object) -> str:
        try:
            return words(str(key), **gaps)
        except (KeyError, TypeError):
            raise Fault("template-unknown-name", say("template-no-words", key=str(key)[:60])) from None

    return said
