"""What own templates may touch: declared fields of plain values, and harmless methods of text."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from types import FunctionType, MethodType
from typing import Any

from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.runtime import TemplateReference as Blocks
from jinja2.utils import Namespace
from msgspec import Struct

from groupplan.model.finding import say
from groupplan.render.allowance import Budget, Fault, over
from groupplan.render.charges import LONGEST, SPLITS, searched, split

NOTHING = object()
SCALARS = (str, int, float, Decimal, date, time, timedelta)
_METHODS = (
    "capitalize casefold count endswith find index isalnum isalpha isdecimal isdigit islower isnumeric"
    " isspace istitle isupper lower lstrip partition removeprefix removesuffix rfind rpartition rsplit"
    " rstrip split splitlines startswith strip swapcase title upper"
)
METHODS = frozenset(_METHODS.split())
"""Of text; none of them makes it longer by much."""
_TURN = "index index0 revindex revindex0 first last length depth depth0 previtem nextitem cycle changed"
_LOOP = frozenset(_TURN.split())
_TIME = "year month day hour minute days seconds isoformat weekday isoweekday"
_TIMES = frozenset(_TIME.split())
_HOUSE = "groupplan."
_BIGGEST = 10**18
_REPEATED = 1000
_SPEC = re.compile(r"%(?:%|[-+ 0#]{0,3}\d{0,2}(?:\.\d{1,2})?[disfgx])")


class Method:
    """A method of a text, which pays for what it gives."""

    __slots__ = ("_budget", "_name", "_owner")

    def __init__(self, owner: str, name: str, budget: Budget) -> None:
        self._owner, self._name, self._budget = owner, name, budget

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """What the text gives."""
        searched(self._owner, (*args, *kwargs.values()), self._budget)
        if self._name in SPLITS:
            return split(self._owner, self._name, args, kwargs, self._budget)
        return getattr(self._owner, self._name)(*args, **kwargs)


def reached(value: Any, name: Any, budget: Budget) -> Any:
    """An item or a field of a value; ``NOTHING`` when there is none to see."""
    if isinstance(value, Mapping | tuple | list | str) and isinstance(name, str | int):
        try:
            return value[name]  # type: ignore[index]
        except (TypeError, LookupError):
            pass
    if not isinstance(name, str) or name.startswith("_"):
        return NOTHING
    if isinstance(value, str):
        return Method(value, name, budget) if name in METHODS else NOTHING
    if isinstance(value, Blocks):
        return _block(value, name)
    if isinstance(value, Namespace):
        return getattr(value, name, NOTHING)
    return getattr(value, name, NOTHING) if name in _seen(value) else NOTHING


def _block(value: Blocks, name: str) -> Any:
    try:
        return value[name]
    except LookupError:
        return NOTHING


def _seen(value: Any) -> frozenset[str]:
    if isinstance(value, LoopContext):
        return _LOOP
    if isinstance(value, date | time | timedelta):
        return _TIMES
    if isinstance(value, TemplateModule):
        return frozenset(vars(value))
    kind: Any = type(value)
    return _declared(kind)


@cache
def _declared(kind: Any) -> frozenset[str]:
    """The fields and computed values of our own records."""
    if not (issubclass(kind, Struct) and kind.__module__.startswith(_HOUSE)):
        return frozenset()
    computed = {name for name, value in vars(kind).items() if isinstance(value, property)}
    return frozenset({*kind.__struct_fields__, *computed})


def names(value: Any) -> tuple[str, ...]:
    """What could have been meant instead of a field that is not there."""
    if isinstance(value, Mapping):
        return tuple(str(key) for key in value)
    return tuple(METHODS) if isinstance(value, str) else tuple(_seen(value))


def callable_here(value: Any) -> bool:
    """Whether a template may call it: macros, blocks, loops, methods of text, and what it was given."""
    if isinstance(value, Macro | BlockReference | LoopContext | Method) or value is Namespace:
        return True
    if isinstance(value, MethodType) and isinstance(value.__self__, LoopContext | date | time):
        return True
    if not isinstance(value, FunctionType | MethodType):
        return type(value).__module__ == "builtins" and getattr(value, "__name__", "") in _TIMES
    return str(value.__module__).startswith(_HOUSE)


def held(value: Any, budget: Budget) -> Any:
    """A list, tuple or table made by a template; lists inside lists must not double for ever."""
    count, stack = 0, [value]
    while stack:
        inside = stack.pop()
        count += len(inside)
        if count > LONGEST:
            raise over(say("template-long-list", most=f"{LONGEST:,}"))
        items = inside.values() if isinstance(inside, dict) else inside
        stack += [one for one in items if isinstance(one, tuple | list | dict)]
    budget.spend(count)
    return value


def computed(sign: str, left: Any, right: Any, budget: Budget) -> Any:
    """One step of arithmetic; text is put together, repeated a little, and filled in."""
    if sign == "%" and isinstance(left, str):
        return _formatted(left, right, budget)
    if isinstance(left, str) or isinstance(right, str):
        return _text(sign, left, right, budget)
    if isinstance(left, list) and isinstance(right, list) and sign == "+":
        return held([*left[:LONGEST], *right], budget)
    for one in (left, right):
        if isinstance(one, tuple | list | dict):
            raise TypeError(f"{sign} of a list")
        if isinstance(one, int | float) and abs(one) > _BIGGEST:
            raise OverflowError("a number beyond 10^18")
    return _STEPS[sign](left, right)


_STEPS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
}


def _text(sign: str, left: Any, right: Any, budget: Budget) -> Any:
    if sign == "+" and isinstance(left, str) and isinstance(right, str):
        budget.spend(len(left) + len(right))
        return left + right
    text, count = (left, right) if isinstance(left, str) else (right, left)
    if sign == "*" and isinstance(count, int):
        if len(text) * count > _REPEATED:
            raise over(say("template-repeats", most=_REPEATED))
        return text * count
    raise TypeError(f"{sign} of {type(left).__name__} and {type(right).__name__}")


def _formatted(form: str, right: Any, budget: Budget) -> Any:
    given = right if isinstance(right, tuple) else (right,)
    if "%" in _SPEC.sub("", form) or not all(isinstance(one, SCALARS) for one in given):
        raise Fault("template-forbidden", say("template-odd-format", form=form[:60]))
    budget.spend(len(form) + sum(len(one) if isinstance(one, str) else 100 for one in given))
    return form % right
