"""What texts and lists cost an own template: a single call into C must be bounded before it is made."""

from typing import Any

from groupplan.model.finding import say
from groupplan.render.allowance import Budget, over, weight

LONGEST = 100_000
"""Items of a list, and parts of a text."""
_LINES = 1_000_000
_CHEAP = 16
SPLITS = frozenset(("split", "rsplit", "splitlines"))
_PART = 50
"""Characters one piece of a text costs, for the memory it takes."""
_POINTER = 8


def searched(text: str, given: tuple[Any, ...], budget: Budget) -> None:
    """Pay for a text and what is looked for in it: Python's own search may compare every pair of signs."""
    for one in given:
        if isinstance(one, tuple):
            budget.look(one)
        elif isinstance(one, str):
            budget.spend(len(text) * len(one) // _CHEAP)
    budget.spend(len(text))


def split(text: str, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], budget: Budget) -> list[str]:
    """Its parts, at most so many."""
    if name == "splitlines":
        if len(text) > _LINES:
            raise over(say("template-long-list", most=f"{LONGEST:,}"))
        parts = text.splitlines(*args, **kwargs)
    else:
        given = dict(zip(("sep", "maxsplit"), args, strict=False)) | kwargs
        most = given.get("maxsplit", -1)
        parts = getattr(text, name)(given.get("sep"), LONGEST if most < 0 else min(most, LONGEST))
    if len(parts) > LONGEST:
        raise over(say("template-long-list", most=f"{LONGEST:,}"))
    budget.spend(_PART * len(parts))
    return parts


def cut(value: Any, budget: Budget) -> Any:
    """A text or a list that a piece is taken of."""
    if isinstance(value, str):
        budget.spend(len(value))
    elif isinstance(value, tuple | list):
        budget.spend(_POINTER * len(value))
    return value


def pieces(value: Any, budget: Budget) -> None:
    """Pay for a text gone through sign by sign, or for a list that is made anew."""
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise over(say("template-long-list", most=f"{LONGEST:,}"))
        budget.spend(_PART * len(value))
    elif isinstance(value, tuple | list | dict):
        budget.spend(_POINTER * len(value) + weight(value))
