"""A template's tree with meters built in: loops count, texts put together are paid for."""

from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

STEP, JOINED, LOOKED, HELD, CUT = "#step", "#joined", "#looked", "#held", "#cut"
LINE, READY = "#line", "#ready"
"""Filters nobody can write."""


_BODIES = (nodes.For, nodes.Macro, nodes.Block, nodes.CallBlock)


def instrumented(tree: nodes.Template, *, own: bool, escaping: bool) -> nodes.Template:
    """The tree, changed in place; ``escaping``: what it puts out is escaped unless it is ready."""
    changed = _Meters(own=own, escaping=own and escaping).visit(tree)
    assert isinstance(changed, nodes.Template)  # noqa: S101
    changed.body.insert(0, _step(changed))
    changed.set_environment(tree.environment)  # type: ignore[arg-type]
    return changed


def _filter(value: nodes.Expr, name: str, line: int) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=line)


def _step(node: Any) -> nodes.ExprStmt:
    """One turn of a body, with the characters that stand in it."""
    weight = sum(len(one.data) for one in node.find_all(nodes.TemplateData))
    line = node.lineno
    return nodes.ExprStmt(_filter(nodes.Const(weight, lineno=line), STEP, line), lineno=line)


class _Meters(NodeTransformer):
    def __init__(self, *, own: bool, escaping: bool) -> None:
        self._own = own
        self._escaping = escaping

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """A node with its meters."""
        step = _step(node) if isinstance(node, _BODIES) else None
        self.generic_visit(node, *args, **kwargs)
        if step is not None:
            node.body.insert(0, step)  # type: ignore[attr-defined]
        match node:
            case nodes.Concat():
                listed = nodes.List(node.nodes, lineno=node.lineno)
                return _filter(listed, JOINED, node.lineno)
            case nodes.List() | nodes.Tuple() | nodes.Dict() if self._own:
                return _literal(node)
            case nodes.Getitem(arg=nodes.Slice()) if self._own:  # jinja slices without asking
                node.node = _filter(node.node, CUT, node.lineno)
            case nodes.Compare() if self._own:
                node.expr = _looked(node.expr)
                for one in node.ops:
                    one.expr = _looked(one.expr)
            case nodes.Output() if self._escaping:
                node.nodes = [_line(one) for one in node.nodes]
        return node


def _literal(node: Any) -> nodes.Node:
    plain = all(isinstance(one, nodes.Const) for one in node.iter_child_nodes())
    if plain or getattr(node, "ctx", "load") != "load":
        return node  # type: ignore[no-any-return]
    return _filter(node, HELD, node.lineno)


def _looked(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _filter(node, LOOKED, node.lineno)


def _line(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.TemplateData) else _filter(_meant(node), LINE, node.lineno)


def _meant(node: nodes.Expr) -> nodes.Expr:
    """The expression with the texts its author wrote out marked as ready."""
    match node:
        case nodes.Const(value=str()):
            return _filter(node, READY, node.lineno)
        case nodes.CondExpr():
            node.expr1 = _meant(node.expr1)
            node.expr2 = _meant(node.expr2) if node.expr2 else None
        case nodes.Mul() | nodes.Add() | nodes.Mod():
            node.left, node.right = _meant(node.left), _meant(node.right)
        case nodes.Filter(name=name, node=nodes.List() as listed) if name == JOINED:
            listed.items = [_meant(one) for one in listed.items]
    return node
