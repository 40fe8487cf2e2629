"""The workshop of own templates: a sandbox that compiles only what passed, and counts what it does."""

import sys
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from jinja2 import Template as Compiled
from jinja2 import TemplateSyntaxError, Undefined, nodes
from jinja2.runtime import BlockReference, Macro, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, pass_context
from markupsafe import Markup

from groupplan.model import limits
from groupplan.model.codes import spoilt
from groupplan.model.finding import Finding, say
from groupplan.model.template import Own, Spoiled, Template
from groupplan.render.allowance import Budget, Fault, over, stopped_late
from groupplan.render.allowed import forbidden
from groupplan.render.charges import cut, pieces
from groupplan.render.guarded import guarded, shown
from groupplan.render.instrument import CUT, HELD, JOINED, LINE, LOOKED, READY, STEP, instrumented
from groupplan.render.page import dumped
from groupplan.render.reach import NOTHING, callable_here, computed, held, reached
from groupplan.render.ready import Ready, ready
from groupplan.render.supply import Supply, extra
from groupplan.render.told import Unknown, told

_RANGE = 1000


class Workshop(ImmutableSandboxedEnvironment):
    """One form's environment around the own templates of one brief."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self, own: Own, form: str, more: Mapping[str, Callable[..., Any]]) -> None:
        self.budget = Budget()
        self.own = {one.name: one for one in own.templates}
        self._more = frozenset(more)
        self._page = form == "html"
        super().__init__(
            loader=Supply(own),
            autoescape=self._page,
            undefined=Unknown,
            finalize=lambda value: shown(value, self.budget),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
        )
        self.policies["json.dumps_function"] = dumped
        self.globals = {"range": self._range, "namespace": Namespace, "extra": extra(own)}
        self.filters |= guarded(self.budget) | dict(more) | self._meters()
        if "wrapped" in more:
            self.filters["wrapped"] = self._wrapped(more["wrapped"])
        if not self._page:
            self.filters |= {name: _meant(function) for name, function in more.items()}

    def _meters(self) -> dict[str, Callable[..., Any]]:
        def looked(value: Any) -> Any:
            self.budget.look(value)
            return value

        step = pass_context(lambda _, weight: self.budget.step(weight))
        line = Ready.escape
        return {
            STEP: step,
            LOOKED: looked,
            HELD: lambda value: held(value, self.budget),
            CUT: lambda value: cut(value, self.budget),
            JOINED: self._joined,
            READY: ready,
            LINE: line,
        }

    def _joined(self, parts: list[Any]) -> str:
        """What `~` does."""
        texts = [shown(one, self.budget) for one in parts]
        if self._page:
            return markup_join(texts)
        if any(isinstance(one, Ready) for one in texts):
            return Ready("").join(texts)
        return str_join(texts)

    def _wrapped(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(text: Any, *most: Any) -> Any:
            pieces(text, self.budget)
            return function(text, *most)

        return wrapped

    def _range(self, *ends: int) -> range:
        found = range(*ends)
        if len(found) > _RANGE:
            raise over(say("template-range", most=_RANGE))
        return found

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The only way to a tree that compiles: own templates pass the allow-list here."""
        try:
            tree = super()._parse(source, name, filename)
        except RecursionError:
            raise Fault("template-over-limit", say("template-tangled")) from None
        template = self.own.get(str(name))
        if template is not None:
            found = tuple(forbidden(tree, template, self._more))
            if found:
                raise Spoiled(found)
        return instrumented(tree, own=template is not None, escaping=not self._page)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field or an item."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A field or an item; never more than values show."""
        if isinstance(obj, Undefined):
            str(obj)  # says which
        found = reached(obj, argument, self.budget)
        return self.undefined(obj=obj, name=argument) if found is NOTHING else found

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A macro, a block, a method of a text, the words of the plan."""
        self.budget.step()
        if isinstance(obj, Undefined):
            str(obj)  # says which
        if not callable_here(obj) and obj != self._range:
            raise Fault("template-forbidden", say("template-not-callable"))
        found = context.call(obj, *args, **kwargs)
        if isinstance(obj, Macro | BlockReference):  # what they put out was paid for piece by piece
            return found if isinstance(found, Markup) else Ready(found)
        if isinstance(found, str):
            self.budget.spend(len(found))
        return found

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic within bounds."""
        for one in (left, right):
            if isinstance(one, Undefined):
                str(one)  # says which
        if operator == "**":
            raise Fault("template-forbidden", say("template-construct", what="Pow"))
        return computed(operator, left, right, self.budget)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Whatever happens becomes a finding at a line of an own template."""
        error = sys.exc_info()[1]
        if isinstance(error, Spoiled):
            raise error
        assert error is not None  # noqa: S101
        raise Spoiled((self._finding(error),)) from None

    def _finding(self, error: BaseException) -> Finding:
        slug, words, hint, word = told(error)
        template, line = self._place(error)
        return spoilt(slug, template.at(line, word), words, hint)

    def _place(self, error: BaseException) -> tuple[Template, int]:
        """The innermost line of an own template; its first line where none was at work."""
        found = next(iter(self.own.values())), 1
        if isinstance(error, TemplateSyntaxError) and str(error.name) in self.own:
            return self.own[str(error.name)], error.lineno
        trace = error.__traceback__
        while trace is not None:
            compiled = trace.tb_frame.f_globals.get("__jinja_template__")
            if isinstance(compiled, Compiled) and str(compiled.name) in self.own:
                found = self.own[str(compiled.name)], compiled.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return found

    def drawn(self, name: str, context: Mapping[str, Any]) -> str:
        """A document; ``Spoiled`` when it cannot be made."""
        self.budget.anew()
        pieces, size = [], 0
        try:
            with stopped_late():
                stream: Any = self.get_template(name).generate(context)
                for piece in stream:
                    pieces.append(piece)
                    size += len(piece)
                    if size > limits.TEMPLATE_OUTPUT:  # thrown where the template stands
                        stream.throw(over(say("template-output", most=f"{limits.TEMPLATE_OUTPUT:,}")))
        except Exception:
            self.handle_exception()
        return "".join(pieces)


def _meant(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Markdown gives Markdown."""
    return lambda *args: ready(function(*args))
