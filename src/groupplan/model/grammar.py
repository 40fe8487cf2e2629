"""The allow-list of conditions: which nodes of Python's syntax tree may stand in one."""

import ast

from groupplan.model.scalars import ScalarError

_ALLOWED = frozenset(
    {
        ast.Expression,
        ast.BoolOp,
        ast.And,
        ast.Or,
        ast.UnaryOp,
        ast.Not,
        ast.USub,
        ast.Compare,
        ast.Eq,
        ast.NotEq,
        ast.Lt,
        ast.LtE,
        ast.Gt,
        ast.GtE,
        ast.In,
        ast.NotIn,
        ast.Name,
        ast.Attribute,
        ast.Load,
        ast.Constant,
        ast.List,
        ast.Tuple,
    }
)
_SIGNS: dict[type[ast.AST], str] = {
    ast.Call: "( )",
    ast.BinOp: "+ - * /",
    ast.Subscript: "[ ]",
    ast.JoinedStr: 'f"…"',
    ast.NamedExpr: ":=",
    ast.Lambda: "lambda",
    ast.IfExp: "if … else",
    ast.Dict: "{ }",
    ast.Set: "{ }",
    ast.Starred: "*",
}
"""What a forbidden construct looks like, in any language."""


def column_of(text: str, byte: int) -> int:
    """The character at a byte, 0-based: ``ast`` counts bytes of UTF-8."""
    return byte if text.isascii() else len(text.encode()[:byte].decode())


def allow(node: ast.AST, text: str) -> None:
    """``ScalarError`` with its column for a node that no condition may hold."""
    what = _forbidden(node)
    if what:
        column = column_of(text, getattr(node, "col_offset", 0)) + 1
        raise ScalarError("condition-construct", column=column, what=what)


def _forbidden(node: ast.AST) -> str:
    """What must not stand there, as it looks in any language; "" where nothing is wrong."""
    if type(node) not in _ALLOWED:
        return _SIGNS.get(type(node), type(node).__name__)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not _is_number(node.operand):
        return "minus"
    if isinstance(node, ast.Constant) and not isinstance(node.value, str | int | float | bool):
        return type(node.value).__name__
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    if name.startswith("_"):
        return name
    dotted = isinstance(node, ast.Attribute) and not isinstance(node.value, ast.Name | ast.Attribute)
    return "dot" if dotted else ""


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)
