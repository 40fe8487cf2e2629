"""What may stand between the braces of an own Word template, and how much work it may make.

A template is looked through before anything of it is compiled: names, fields, loops over lists, conditions
and four filters; no calls, no arithmetic. A loop within another runs over a part of the outer one's element,
so the work grows with the plan and not with the template's cunning.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from groupplan.export.plain import plain
from groupplan.model import limits
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse, Refused

FILTERS = ("default", "first", "last", "length")
TESTS = ("defined", "undefined", "none")
LOOPS = 200
_ALLOWED = frozenset(
    (
        "Template", "Output", "TemplateData", "Name", "Getattr", "Getitem", "Const", "For", "If", "CondExpr",
        "Compare", "Operand", "And", "Or", "Not", "Filter", "Test",
    )
)  # fmt: skip


class Slots(ImmutableSandboxedEnvironment):
    """Compiles what was looked through, and nothing else."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, finalize=_shown, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}

    def compile(self, source, name=None, filename=None, raw=False, defer_init=False):  # type: ignore
        """Code of one part of the document; ``Refused`` or ``Misuse`` before there is any."""
        try:
            tree = self.parse(source)
        except TemplateSyntaxError as error:
            raise Misuse(say("word-template-broken", reason=str(error.message)[: limits.SHOWN])) from None
        _look_through(tree)
        return super().compile(tree, name, filename, raw, defer_init)

    @staticmethod
    def concat(parts: Iterable[str]) -> str:
        """The document's part, as long as it may be."""
        found, size = [], 0
        for part in parts:
            found.append(part)
            size += len(part)
            if size > limits.TEMPLATE_OUTPUT:
                raise Refused(say("word-template-large", limit=limits.TEMPLATE_OUTPUT))
        return "".join(found)


def fill(template: Any, given: Mapping[str, Any]) -> None:
    """Fill the slots; ``Misuse`` names one that the plan has nothing for."""
    try:
        template.render(dict(given), Slots(), autoescape=True)
    except UndefinedError as error:
        name = re.findall(r"'([^']*)'", str(error.message))[-1:]
        raise Misuse(say("word-template-unknown", name="".join(name), known=", ".join(given))) from None
    except TemplateError as error:
        raise Misuse(say("word-template-broken", reason=str(error.message)[: limits.SHOWN])) from None


def _shown(value: object) -> object:
    """Text that stays text, also where docxtpl would read braces into it."""
    if not isinstance(value, str):
        return value
    return Markup(escape(plain(value)).replace("_", "&#95;"))  # noqa: S704 - escaped just here


def _look_through(tree: nodes.Template) -> None:
    for node in tree.find_all(nodes.Node):
        wrong = _wrong(node)
        if wrong:
            raise Refused(say("word-template-forbidden", what=wrong[: limits.SHOWN]))
    if sum(1 for _ in tree.find_all(nodes.For)) > LOOPS:
        raise Refused(say("word-template-forbidden", what=f"For × {LOOPS + 1}"))
    _loops(tree, ())


def _wrong(node: nodes.Node) -> str:
    """What of a node may not be, "" where all may."""
    kind = type(node).__name__
    match node:
        case nodes.Name() | nodes.Getattr() if _name(node).startswith("_"):
            return _name(node)
        case nodes.Getitem() if not (isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)):
            return kind
        case nodes.Filter() if node.name not in FILTERS:
            return node.name
        case nodes.Test() if node.name not in TESTS:
            return node.name
        case nodes.For() if node.recursive:
            return kind
    return "" if kind in _ALLOWED else kind


def _name(node: nodes.Node) -> str:
    return str(getattr(node, "name", getattr(node, "attr", "")))


def _loops(node: nodes.Node, around: tuple[str, ...]) -> None:
    """Whether every loop within a loop runs over a part of its element."""
    for child in node.iter_child_nodes():
        inside = around
        if isinstance(child, nodes.For):
            if around and _root(child.iter) not in around:
                raise Refused(say("word-template-forbidden", what="For"))
            inside = (*around, _name(child.target))
        _loops(child, inside)


def _root(node: nodes.Node) -> str:
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Filter) and node.node is not None:
        node = node.node
    return _name(node)
