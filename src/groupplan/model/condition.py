"""Conditions of playbooks: parsed by Python's ``ast``, allow-listed, walked by a small evaluator.

``and or not``, comparisons, ``in``, names, dotted names, constants and lists: nothing else. A missing
value makes every comparison false. Nothing is ever called, so nothing can run or grow.
"""

import ast
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from groupplan.model.estimate import Estimate
from groupplan.model.grammar import allow, column_of
from groupplan.model.money import Money
from groupplan.model.scalars import ScalarError

LONGEST = 200
_KEYWORD = re.compile(r"\bitem\.from\b")
_SPELLED = "item.From"
"""``from`` is a keyword of Python, and the first day of an offer; a name of the same length stands in."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that has been read: its text, its tree, the names it uses."""

    text: str
    tree: ast.expr
    names: tuple[tuple[str, int], ...]
    """Each dotted name with its column, 0-based, in the text."""
    constants: tuple[tuple[str, str], ...]
    """Name and text it is compared with, for hints: ``("kind", "study-camp")``."""

    def holds(self, values: Mapping[str, object]) -> bool:
        """Whether it is true of these values."""
        return bool(_walk(self.tree, values))


@cache
def parse(text: str) -> Condition:
    """Read a condition; ``ScalarError`` says what is not allowed and where."""
    if len(text) > LONGEST:
        raise ScalarError("condition-too-long", most=LONGEST)
    plain = " ".join(text.strip().split("\n"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(_KEYWORD.sub(_SPELLED, plain), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        column = getattr(error, "offset", 1) or 1
        raise ScalarError("condition-syntax", column=column) from None
    for node in ast.walk(tree):
        allow(node, plain)
    names = tuple((name, column_of(plain, byte)) for name, byte in _names(tree))
    return Condition(text, tree, names, tuple(_constants(tree)))


def dotted(node: ast.expr) -> str:
    """``item.title`` from its tree."""
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return "item.from" if f"{inner}.{node.attr}" == _SPELLED else f"{inner}.{node.attr}"
    return getattr(node, "id", "")


def _names(tree: ast.expr) -> Iterator[tuple[str, int]]:
    inner: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            inner.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in inner:
            yield dotted(node), node.col_offset


def _constants(tree: ast.expr) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Name | ast.Attribute):
            for other in node.comparators:
                for part in other.elts if isinstance(other, ast.List | ast.Tuple) else [other]:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield dotted(node.left), part.value
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Constant):
            for other in node.comparators:
                if isinstance(other, ast.Name | ast.Attribute) and isinstance(node.left.value, str):
                    yield dotted(other), node.left.value


def _plain(value: object) -> object:
    if isinstance(value, Estimate):
        return value.likely
    return float(value.amount) if isinstance(value, Money) else value


def _compare(operator: ast.cmpop, left: object, right: object) -> bool:
    if left is None or right is None:
        return False
    try:
        return bool(_OPERATORS[type(operator)](left, right))
    except TypeError:
        return False


_OPERATORS: dict[type[ast.cmpop], Callable[..., object]] = {
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}


def _walk(node: ast.expr, values: Mapping[str, object]) -> object:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name() | ast.Attribute():
            return _plain(values.get(dotted(node)))
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return tuple(_walk(part, values) for part in parts)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return not _walk(inner, values)
        case ast.UnaryOp(operand=ast.Constant(value=number)):
            return -number  # type: ignore[operator]
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_walk(part, values) for part in parts)
        case ast.BoolOp(values=parts):
            return any(_walk(part, values) for part in parts)
        case ast.Compare(left=left, ops=operators, comparators=others):
            found = [_walk(left, values), *(_walk(other, values) for other in others)]
            return all(_compare(op, found[i], found[i + 1]) for i, op in enumerate(operators))
    raise AssertionError(f"not allowed: {node!r}")  # pragma: no cover - parse() admits nothing else
