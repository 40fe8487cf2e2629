"""Conditions of playbooks: parsed by Python's ``ast``, allow-listed, walked by a small evaluator.

``and or not``, comparisons, ``in``, names, dotted names, constants and lists: nothing else. A missing
value makes every comparison false. Nothing is ever called, so nothing can run or grow.
"""

import ast
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from groupplan.model.estimate import Estimate
from groupplan.model.grammar import allow, column_of
from groupplan.model.money import Money
from groupplan.model.scalars import ScalarError

Test = Callable[[Mapping[str, object]], object]

LONGEST = 200
_KEYWORD = re.compile(r"\bitem\.from\b")
_SPELLED = "item.From"
"""``from`` is a keyword of Python, and the first day of an offer; a name of the same length stands in."""


class Condition(Struct, frozen=True):
    """A condition that has been read: its text, its tree, the names it uses."""

    text: str
    tree: ast.expr
    names: tuple[tuple[str, int], ...]
    """Each dotted name with its column, 0-based, in the text."""
    constants: tuple[tuple[str, str], ...]
    """Name and text it is compared with, for hints: ``("kind", "study-camp")``."""

    def holds(self, values: Mapping[str, object]) -> bool:
        """Whether it is true of these values."""
        return bool(_test(self.text)(values))


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
    nodes = tuple(ast.walk(tree))
    for node in nodes:
        allow(node, plain)
    names = tuple((name, column_of(plain, byte)) for name, byte in _names(nodes))
    return Condition(text, tree, names, tuple(_constants(nodes)))


def dotted(node: ast.expr) -> str:
    """``item.title`` from its tree."""
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return "item.from" if f"{inner}.{node.attr}" == _SPELLED else f"{inner}.{node.attr}"
    return getattr(node, "id", "")


def _names(nodes: tuple[ast.AST, ...]) -> Iterator[tuple[str, int]]:
    inner = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    for node in nodes:
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in inner:
            yield dotted(node), node.col_offset


def _constants(nodes: tuple[ast.AST, ...]) -> Iterator[tuple[str, str]]:
    for node in nodes:
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


def _compare(operator: Callable[..., object], left: object, right: object) -> bool:
    if left is None or right is None:
        return False
    try:
        return bool(operator(left, right))
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


@cache
def _test(text: str) -> Test:
    """The tree as functions inside functions: what is asked a thousand times is looked through once."""
    return _built(parse(text).tree)


def _built(node: ast.expr) -> Test:
    match node:
        case ast.Constant(value=value):
            return lambda values: value
        case ast.Name() | ast.Attribute():
            name = dotted(node)
            return lambda values: _plain(values.get(name))
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            inner = tuple(_built(part) for part in parts)
            return lambda values: tuple([one(values) for one in inner])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            denied = _built(operand)
            return lambda values: not denied(values)
        case ast.UnaryOp(operand=ast.Constant(value=number)):
            return lambda values: -number  # type: ignore[operator]
        case ast.BoolOp(op=joint, values=parts):
            inner = tuple(_built(part) for part in parts)
            return _all(inner) if isinstance(joint, ast.And) else _any(inner)
        case ast.Compare():
            return _compared(node)
    raise AssertionError(f"not allowed: {node!r}")  # pragma: no cover - parse() admits nothing else


def _all(parts: tuple[Test, ...]) -> Test:
    return lambda values: all(part(values) for part in parts)


def _any(parts: tuple[Test, ...]) -> Test:
    return lambda values: any(part(values) for part in parts)


def _compared(node: ast.Compare) -> Test:
    sides = tuple(_built(side) for side in (node.left, *node.comparators))
    operators = tuple(_OPERATORS[type(operator)] for operator in node.ops)
    if len(operators) == 1:
        (left, right), (operator,) = sides, operators
        return lambda values: _compare(operator, left(values), right(values))

    def holds(values: Mapping[str, object]) -> bool:
        found = [side(values) for side in sides]
        return all(_compare(op, found[i], found[i + 1]) for i, op in enumerate(operators))

    return holds
