"""Filters and tests for own templates: jinja's, each paid for, and none that can blow up."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import Undefined
from jinja2.filters import FILTERS

from groupplan.model.finding import say
from groupplan.render.allowance import Budget, Fault, over
from groupplan.render.charges import pieces, searched
from groupplan.render.reach import SCALARS

_ALLOWED = (
    "abs capitalize count d default first float int items join last length list lower map max min reject"
    " rejectattr replace reverse round select selectattr sort string sum title trim truncate unique upper"
    " wordcount"
)
ALLOWED = frozenset(_ALLOWED.split())
ESCAPES = frozenset(("e", "escape", "tojson"))
"""For a page alone: in Markdown they would pass for ready text."""
_TESTS = (
    "boolean defined divisibleby eq equalto even false float ge greaterthan gt in integer iterable le"
    " lessthan lower lt mapping ne none number odd sequence string true undefined upper == != > >= < <="
)
TESTS = frozenset(_TESTS.split())
NAMED_TESTS = {"select": 0, "reject": 0, "selectattr": 1, "rejectattr": 1}
"""Filters that take a test by its name, and where it stands."""
_DIGITS = 10
_ITEM = 50
"""Characters that one item of a filter costs beside its own: finding it takes time."""
_WALKS = "items join list map max min reject rejectattr reverse select selectattr sort sum unique"
_WALKING = frozenset(_WALKS.split())
"""Filters that go through a text sign by sign."""


def guarded(budget: Budget) -> dict[str, Callable[..., Any]]:
    """The filters by name."""
    return {name: _metered(name, FILTERS[name], budget) for name in (*ALLOWED, *ESCAPES)}


def _metered(name: str, function: Callable[..., Any], budget: Budget) -> Callable[..., Any]:
    before = 1 if getattr(function, "jinja_pass_arg", None) else 0
    prepare = _PREPARED.get(name)

    @wraps(function)
    def metered(*args: Any, **kwargs: Any) -> Any:
        budget.step()
        if name in _WALKING:
            pieces(args[before], budget)
        else:
            budget.look(args[before])
        if prepare is not None:
            value = prepare(budget, *args[before:], **kwargs)
            args = (*args[:before], value, *args[before + 1 :])
        found = function(*args, **kwargs)
        if isinstance(found, str):
            budget.spend(len(found))
        return _stepped(found, budget) if isinstance(found, Iterator) else found

    return metered


def _stepped(found: Iterator[Any], budget: Budget) -> Iterator[Any]:
    """Each of them is a turn, and each text among them is paid for."""
    for one in found:
        budget.step(_ITEM + (len(one) if isinstance(one, str) else 0))
        yield one


def _plain(value: Any) -> Any:
    if isinstance(value, Undefined):
        return str(value)  # says which, or is the nothing of an `if` without `else`
    if value is not None and not isinstance(value, SCALARS):
        raise Fault("template-fails", say("template-not-text", kind=type(value).__name__))
    return value


def _join(budget: Budget, value: Iterable[Any], d: Any = "", attribute: Any = None) -> list[Any]:
    items = list(value)
    if attribute is None:
        budget.spend(sum(len(one) if isinstance(one, str) else 30 for one in map(_plain, items)))
    budget.spend(len(str(_plain(d))) * len(items))
    return items


def _replace(budget: Budget, value: Any, old: Any, new: Any, count: Any = None) -> Any:
    text = str(_plain(value))
    budget.spend(len(text) + (text.count(str(_plain(old))) + 1) * len(str(_plain(new))))
    return value


def _trim(budget: Budget, value: Any, chars: Any = None) -> Any:
    searched(str(_plain(value)), (chars,), budget)
    return value


def _round(_: Budget, value: Any, precision: Any = 0, method: Any = "common") -> Any:
    if not isinstance(precision, int) or abs(precision) > _DIGITS:
        raise over(say("template-digits", most=_DIGITS))
    return value


def _sum(_: Budget, value: Iterable[Any], attribute: Any = None, start: Any = 0) -> list[Any]:
    items = list(value)
    if attribute is None and any(isinstance(one, str | tuple | list) for one in items):
        raise TypeError("sum of something that is no number")
    if not isinstance(start, int | float):
        raise TypeError("sum that starts with something that is no number")
    return items


_PREPARED: dict[str, Callable[..., Any]] = {
    "join": _join,
    "replace": _replace,
    "round": _round,
    "sum": _sum,
    "string": lambda _, value: _plain(value),
    "tojson": lambda _, value: value,
    "trim": _trim,
}


def shown(value: Any, budget: Budget) -> Any:
    """A value on its way into the document: text and numbers only."""
    value = _plain(value)
    if isinstance(value, str):
        budget.spend(len(value))
    elif value is None:
        raise Fault("template-fails", say("template-not-text", kind="none"))
    return value
