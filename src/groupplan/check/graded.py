"""Rules whose level depends on what they find: the function names it, the page shows the worst."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from groupplan.check.rule import Judge, Rule
from groupplan.model.finding import Finding, Severity
from groupplan.model.plan import Plan


class Graded(Rule, frozen=True):
    """A rule that leaves each finding the level it was given."""

    def findings(self, plan: Plan) -> Iterator[Finding]:
        """What the rule finds, stamped with code and slug."""
        for finding in self.judge(plan):
            yield replace(finding, code=self.code, slug=self.slug)


def graded(code: str, basis: tuple[str, ...] = ()) -> Callable[[Judge], Rule]:
    """Make a rule of a generator function that gives its findings their level, an error at worst."""

    def make(judge: Judge) -> Rule:
        return Graded(code, judge.__name__.replace("_", "-"), Severity.ERROR, basis, judge)

    return make
