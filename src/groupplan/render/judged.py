"""What can be said of own templates without a plan: form, names, files, blocks."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jinja2 import TemplateSyntaxError, meta, nodes, pass_context
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from groupplan.model.codes import did_you_mean, spoilt
from groupplan.model.finding import Finding, say
from groupplan.model.template import SHIPPED, Own, Template
from groupplan.render.allowed import files, forbidden
from groupplan.render.offered import KEPT, offer, text_of
from groupplan.render.templates import filters

GIVEN = frozenset(("paper", "say", "desk", "extra", "range", "namespace"))
"""What every template is given."""
ENTRIES = ("markdown/plan.md.j2", "html/plan.html.j2")
Trees = Mapping[str, nodes.Template]


def judged(own: Own) -> tuple[Finding, ...]:
    """Everything found in the files, in their order."""
    found: list[Finding] = []
    trees: dict[str, nodes.Template] = {}
    for one in own.templates:
        tree = _parsed(one)
        if isinstance(tree, Finding):
            found.append(tree)
            continue
        wrong = tuple(forbidden(tree, one, frozenset(filters(one.name.partition("/")[0]))))
        found += wrong
        if not wrong:
            trees[one.name] = tree
    if len(trees) == len(own.templates):
        for one in own.templates:
            found += [*_named(one, trees), *_blocks(one, trees), *_unknown(one, trees)]
        found += _strays(own, trees)
    return tuple(found)


class _Reader(ImmutableSandboxedEnvironment):
    """Reads and never works anything out, not even what is written out in full."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])


@cache
def _reader() -> _Reader:
    found = _Reader(trim_blocks=True, lstrip_blocks=True, optimized=False)
    names = (*FILTERS, *filters("markdown"), *filters("html"))
    found.filters = dict.fromkeys(names, pass_context(lambda *_: ""))
    return found


def _parsed(template: Template) -> nodes.Template | Finding:
    try:
        return _reader().parse(template.text)
    except TemplateSyntaxError as error:
        words = say("template-syntax", reason=str(error.message)[:200])
        return spoilt("template-syntax", template.at(error.lineno), words)
    except RecursionError:
        return spoilt("template-over-limit", template.at(1), say("template-tangled"))


def _tree(name: str, trees: Trees) -> nodes.Template | None:
    """The tree behind a name as a template writes it."""
    if name in trees:
        return trees[name]
    text = text_of(name.removeprefix(SHIPPED))
    return _reader().parse(text) if text is not None else None


def _naming(tree: nodes.Template) -> Iterator[tuple[str, nodes.Node]]:
    kinds = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    for node in tree.find_all(kinds):
        yield from ((str(name), node) for name in files(node))


def _named(template: Template, trees: Trees) -> Iterator[Finding]:
    """Files that are not there, and a template that builds on itself."""
    for name, node in _naming(trees[template.name]):
        if name == template.name:
            words = say("template-itself", name=name, other=f"{SHIPPED}{name}")
            yield spoilt("template-fails", template.at(node.lineno, name), words)
        elif _tree(name, trees) is None and not getattr(node, "ignore_missing", False):
            hint = did_you_mean(name, tuple(dict.fromkeys((*trees, *_KNOWN))))
            words = say("template-no-file", name=name[:60])
            yield spoilt("template-unknown-name", template.at(node.lineno, name), words, hint)


_KNOWN = tuple(f"{SHIPPED}{name}" for name in ENTRIES)


def _parents(name: str, trees: Trees) -> Iterator[nodes.Template]:
    """The templates a template builds on, nearest first."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        tree = _tree(name, trees)
        if tree is None:
            return
        if len(seen) > 1:
            yield tree
        base = next(tree.find_all(nodes.Extends), None)
        if base is None or not isinstance(base.template, nodes.Const):
            return
        name = str(base.template.value)


def _blocks(template: Template, trees: Trees) -> Iterator[Finding]:
    """Blocks that no parent has: nobody would ever see them."""
    parents = list(_parents(template.name, trees))
    if not parents:
        return
    known = {block.name for tree in parents for block in tree.find_all(nodes.Block)}
    for node in trees[template.name].body:
        if isinstance(node, nodes.Block) and node.name not in known:
            words = say("template-no-block", name=node.name[:60], known=" ".join(sorted(known - KEPT)))
            hint = did_you_mean(node.name, tuple(sorted(known)))
            yield spoilt("template-unused", template.at(node.lineno, node.name), words, hint)


def _unknown(template: Template, trees: Trees) -> Iterator[Finding]:
    """Names nobody gives. Of a file that only others include the givers are not known: it is left alone."""
    shipped = text_of(template.name)
    if shipped is None:
        return
    tree = trees[template.name]
    known = GIVEN | meta.find_undeclared_variables(_reader().parse(shipped))
    for parent in _parents(template.name, trees):
        known |= _exported(parent) | meta.find_undeclared_variables(parent)
    for name in sorted(meta.find_undeclared_variables(tree) - known):
        line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == name), 1)
        words, hint = say("template-no-name", name=name[:60]), did_you_mean(name, tuple(sorted(known)))
        yield spoilt("template-unknown-name", template.at(line, name), words, hint)


def _exported(tree: nodes.Template) -> set[str]:
    """What stands at the top of a parent and is seen in its blocks."""
    found: set[str] = set()
    for node in tree.body:
        match node:
            case nodes.FromImport():
                found |= {one if isinstance(one, str) else one[1] for one in node.names}
            case nodes.Import():
                found.add(node.target)
            case nodes.Macro():
                found.add(node.name)
            case nodes.Assign(target=nodes.Name(name=name)) | nodes.AssignBlock(target=nodes.Name(name=name)):
                found.add(name)
    return found


def _strays(own: Own, trees: Trees) -> Iterator[Finding]:
    """Files that replace nothing and that nobody names."""
    named = {name for tree in trees.values() for name, _ in _naming(tree)}
    for one in own.templates:
        if text_of(one.name) is None and one.name not in named:
            words = say("template-stray", name=one.name)
            yield spoilt("template-unused", one.at(1), words)


def used(own: Own) -> frozenset[str] | None:
    """The keys of their own that templates name; None where one goes through all of them."""
    found: set[str] = set()
    for one in own.templates:
        tree = _parsed(one)
        if isinstance(tree, Finding):
            continue
        asked: list[Any] = [*tree.find_all(nodes.Getattr), *tree.find_all(nodes.Getitem)]
        fields = [node for node in asked if _is_extra(node.node)]
        if len(fields) < sum(1 for _ in filter(_is_extra, tree.find_all(nodes.Name))):
            return None
        for node in fields:
            name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
            if not isinstance(name, str):
                return None
            found.add(name)
    return frozenset(found)


def _is_extra(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "extra"


def blocks(own: Own, name: str) -> tuple[str, ...]:
    """The blocks of a shipped file that an own one overrides; all of them where it stands alone."""
    one = next((one for one in own.templates if one.name == name), None)
    tree = _parsed(one) if one else None
    if not isinstance(tree, nodes.Template):
        return ()
    offered = offer(name).blocks
    if tree.find(nodes.Extends) is None:
        return offered
    mine = {node.name for node in tree.find_all(nodes.Block)}
    return tuple(block for block in offered if block in mine)
