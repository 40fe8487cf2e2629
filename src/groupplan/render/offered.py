"""The shipped templates as own ones see them: their text, their blocks."""

import re
from functools import cache

from groupplan.model.template import Offer
from groupplan.resources import shipped

FORMS = ("markdown", "html")
_BLOCK = re.compile(r"{%-?\s*block\s+(\w+)")
_PART = re.compile(r"(?!\.)[A-Za-z0-9._-]+\Z")
KEPT = frozenset(("script",))
"""Blocks that stay as they are: a page vouches for its script."""


@cache
def text_of(name: str) -> str | None:
    """The text of a shipped template, scripts included; None when there is none of that name."""
    form, *parts = name.split("/")
    if form not in FORMS or not parts or not all(map(_PART.match, parts)):
        return None
    path = shipped("templates").joinpath(form, *parts)
    return path.read_text(encoding="utf-8") if path.is_file() else None


def offer(name: str) -> Offer:
    """A shipped file with the blocks that may be overridden, in their order."""
    found = dict.fromkeys(_BLOCK.findall(text_of(name) or ""))
    return Offer(name, tuple(block for block in found if block not in KEPT))
