"""Comparisons that can never hold: a number with a text, a text with a number, a set with either."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from groupplan.model.codes import broken
from groupplan.model.condition import Condition, dotted
from groupplan.model.elements import ITEM_FIELDS
from groupplan.model.finding import Finding, say
from groupplan.model.grammar import column_of
from groupplan.model.source import Origin
from groupplan.model.vocabulary import find

_KINDS = {
    "number": "number",
    "money": "number",
    "text": "text",
    "truth": "truth",
    "set": "set",
    "list": "set",
}
_FITS: dict[str, type | tuple[type, ...]] = {"number": (int, float), "text": str}
_SAID = {
    "number": "number-with-text",
    "text": "text-with-number",
    "truth": "truth-with-other",
    "set": "set-compared",
}
_INSIDE = (ast.In, ast.NotIn)


def compared(when: Condition | None, origin: Origin, each: str | None) -> Iterator[Finding]:
    """A finding for each name compared with a constant of another kind."""
    for node in ast.walk(when.tree) if when else ():
        if isinstance(node, ast.Compare) and when:
            operands = pairwise((node.left, *node.comparators))
            for (left, right), operator in zip(operands, node.ops, strict=True):
                yield from _pair(left, right, operator, when, origin, each)
                yield from _pair(right, left, operator, when, origin, each)


def _pair(
    named: ast.expr, other: ast.expr, operator: ast.cmpop, when: Condition, origin: Origin, each: str | None
) -> Iterator[Finding]:
    name = dotted(named) if isinstance(named, ast.Name | ast.Attribute) else ""
    kind = _KINDS.get(_kind(name, each))
    if kind is None or (kind == "set" and isinstance(operator, _INSIDE)):
        return
    parts = other.elts if isinstance(other, ast.List | ast.Tuple) else [other]
    for part in parts:
        value = _value(part)
        if value is not None and not _fits(kind, value):
            gaps = {"name": name, "text": str(value)[:60]}
            column = column_of(when.text, named.col_offset) + 1
            place = Origin(origin.source, origin.route, column=column)
            yield broken("bad-condition", place, say(_SAID[kind], **gaps))
            return


def _kind(name: str, each: str | None) -> str:
    if name.startswith("item."):
        return ITEM_FIELDS.get(each or "", {}).get(name[5:], "")
    entry = find(name) if name else None
    return entry.kind if entry else ""


def _value(part: ast.expr) -> object:
    if isinstance(part, ast.UnaryOp) and isinstance(part.operand, ast.Constant):
        part = part.operand
    return part.value if isinstance(part, ast.Constant) else None


def _fits(kind: str, value: object) -> bool:
    if kind == "truth":
        return isinstance(value, bool)
    return kind in _FITS and isinstance(value, _FITS[kind]) and not isinstance(value, bool)
