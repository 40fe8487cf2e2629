"""The allow-list: what an own template is made of is looked through before anything of it compiles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import nodes
from jinja2.filters import FILTERS
from jinja2.tests import TESTS as KNOWN_TESTS

from groupplan.model import limits
from groupplan.model.codes import did_you_mean, spoilt
from groupplan.model.finding import Finding, Words, say
from groupplan.model.template import Template
from groupplan.render.guarded import ALLOWED, ESCAPES, NAMED_TESTS, TESTS

_PLAIN = (
    "Add And Assign AssignBlock Block Call CallBlock Compare Concat CondExpr Const Dict Div Extends Filter"
    " FloorDiv For FromImport Getattr Getitem If Import Include Keyword List Macro Mod Mul NSRef Name Neg Not"
    " Operand Or Output Pair Pos Slice Sub Template TemplateData Test Tuple With"
)
PLAIN = frozenset(_PLAIN.split())
"""Everything else is refused by the name jinja has for it."""
_NAME = re.compile(r"[A-Za-z0-9._-]{1,80}(/[A-Za-z0-9._-]{1,80}){0,3}\Z")
_PRIVATE = ("varargs", "kwargs")


class Fault(NamedTuple):
    """What is wrong with a piece of a template."""

    slug: str
    words: Words
    word: str = ""
    hint: Words | None = None


def forbidden(tree: nodes.Template, template: Template, more: frozenset[str]) -> Iterator[Finding]:
    """Whatever own templates may not do; ``more`` are the filters of their form."""
    filters = ALLOWED | more | (ESCAPES if template.name.startswith("html/") else frozenset())
    for count, (node, depth, line) in enumerate(_walk(tree), 1):
        if depth > limits.TEMPLATE_DEPTH or count > limits.TEMPLATE_NODES:
            deep = say("template-deep", most=limits.TEMPLATE_DEPTH)
            words = (
                deep if depth > limits.TEMPLATE_DEPTH else say("template-long", most=limits.TEMPLATE_NODES)
            )
            yield spoilt("template-over-limit", template.at(line), words)
            return
        for fault in _faults(node, filters):
            origin = template.at(line, fault.word)
            yield spoilt(fault.slug, origin, fault.words, fault.hint)


def _walk(tree: nodes.Node) -> Iterator[tuple[nodes.Node, int, int]]:
    """Every node with its depth and line, in the order of the text; without recursion."""
    stack = [(tree, 0, 1)]
    while stack:
        node, depth, above = stack.pop()
        inside = list(node.iter_child_nodes())
        lines: list[int | None] = [one.lineno for one in (node, *inside)]
        line = next((one for one in lines if one), above)  # jinja puts in nodes that have none
        yield node, depth, line
        stack += [(child, depth + 1, line) for child in reversed(inside)]


def _faults(node: nodes.Node, filters: frozenset[str]) -> Iterator[Fault]:
    kind = type(node).__name__
    if kind not in PLAIN:
        yield _refused(f"{kind}")
    for name in _names(node):
        if name.startswith("_") or name in _PRIVATE:
            yield Fault("template-forbidden", say("template-private", name=name[:60]), name)
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (node.dyn_args or node.dyn_kwargs):
        yield _refused("*args")
    if isinstance(node, nodes.Filter):
        yield from _filter(node, filters)
    elif isinstance(node, nodes.Test) and node.name not in TESTS:
        yield _unknown("template-no-test", "template-no-test-here", node.name, KNOWN_TESTS, TESTS)
    elif isinstance(node, nodes.AssignBlock) and node.filter is not None:
        yield _refused("set | filter")
    elif isinstance(node, nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport):
        yield from _file(node)


def _refused(what: str) -> Fault:
    return Fault("template-forbidden", say("template-construct", what=what))


def _names(node: nodes.Node) -> Iterator[str]:
    """Every name a node gives or asks for."""
    match node:
        case nodes.Name() | nodes.Macro() | nodes.Block():
            yield node.name
        case nodes.Getattr():
            yield node.attr
        case nodes.Getitem(arg=nodes.Const(value=str() as name)):
            yield name
        case nodes.NSRef():
            yield from (node.name, node.attr)
        case nodes.Keyword():
            yield node.key
        case nodes.Import():
            yield node.target
        case nodes.FromImport():
            for one in node.names:
                yield from (one,) if isinstance(one, str) else one


def _filter(node: nodes.Filter, filters: frozenset[str]) -> Iterator[Fault]:
    if node.name not in filters:
        yield _unknown("template-no-filter", "template-no-filter-here", node.name, FILTERS, filters)
        return
    named = {one.key for one in node.kwargs}
    if node.name == "map" and (node.args or "attribute" not in named):
        yield _refused("map(FILTER)")
    place = NAMED_TESTS.get(node.name)
    if place is not None and len(node.args) > place:
        test = node.args[place]
        name = test.value if isinstance(test, nodes.Const) else None
        if name not in TESTS:
            yield _unknown("template-no-test", "template-no-test-here", str(name), KNOWN_TESTS, TESTS)
    for one in [*node.args[:1], *(pair.value for pair in node.kwargs if pair.key == "attribute")]:
        if isinstance(one, nodes.Const) and isinstance(one.value, str) and re.search(r"(^|\.)_", one.value):
            yield Fault("template-forbidden", say("template-private", name=one.value[:60]), one.value)


def _unknown(key: str, here: str, name: str, known: object, allowed: frozenset[str]) -> Fault:
    """One that jinja has and we do not allow, or one that nobody has."""
    if isinstance(known, dict) and name in known:
        key = here
        return Fault("template-forbidden", say(key, name=name[:60]), name)
    hint = did_you_mean(name, tuple(sorted(allowed)))
    return Fault("template-unknown-name", say(key, name=name[:60]), name, hint)


def _file(node: nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport) -> Iterator[Fault]:
    if isinstance(node, nodes.Extends) and not isinstance(node.template, nodes.Const):
        yield _refused("extends EXPRESSION")
    for name in files(node):
        if not isinstance(name, str) or not _NAME.match(name) or ".." in name:
            yield Fault("template-forbidden", say("template-file-name", name=str(name)[:60]), str(name))


def files(node: nodes.Node) -> list[object]:
    """The files a node names outright."""
    found = getattr(node, "template", None)
    if isinstance(found, nodes.Const):
        return [found.value] if not isinstance(found.value, list | tuple) else list(found.value)
    if isinstance(found, nodes.List | nodes.Tuple):
        return [one.value for one in found.items if isinstance(one, nodes.Const)]
    return []
