"""A rule: one small value made from one generator function."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from groupplan.model.finding import Finding, Severity
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.source import Origin

Judge = Callable[[Plan], Iterable[Finding]]


class Rule(Struct, frozen=True):
    """Code, slug, level, what it rests on, and the function that looks.

    The page that `explain` prints stands in the message catalogue under the code.
    """

    code: str
    slug: str
    severity: Severity
    basis: tuple[str, ...]
    judge: Judge

    def findings(self, plan: Plan) -> Iterator[Finding]:
        """What the rule finds, stamped with code, slug and level."""
        for finding in self.judge(plan):
            yield replace(finding, code=self.code, slug=self.slug, severity=self.severity)


def rule(code: str, severity: Severity, basis: tuple[str, ...] = ()) -> Callable[[Judge], Rule]:
    """Make a rule of a generator function; its name, with hyphens, is the slug."""

    def make(judge: Judge) -> Rule:
        return Rule(code, judge.__name__.replace("_", "-"), severity, basis, judge)

    return make


def place(plan: Plan, piece: Piece[Task]) -> Origin:
    """Where a task can be mended: the brief's element it was made for, else its playbook's line."""
    return plan.origin(*piece.element.route) if piece.element else piece.trace.origin
