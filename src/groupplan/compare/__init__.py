"""compare: two ``Plan``s → ``Comparison``. Causes in the brief first, then what they do to the plan."""

from groupplan.compare import dates, findings, funnel, goals, items, money, platform, rests, scripts, workload
from groupplan.compare.causes import causes
from groupplan.model.comparison import GROUPS, Comparison
from groupplan.model.plan import Plan

SUBJECTS = (dates, rests, items, workload, goals, funnel, platform, money, findings, scripts)


def compare(old: Plan, new: Plan) -> Comparison:
    """What is different in the new plan; empty for the same plan.

    Where nothing was changed that a plan is made of, nothing differs: its odds are drawn from the text of
    the brief, so that a comment moves them within their error.
    """
    found_causes = tuple(causes(old, new))
    if not found_causes:
        return Comparison()
    found = [change for subject in SUBJECTS for change in subject.changes(old, new)]
    ordered = sorted(found, key=lambda one: (GROUPS.index(one.group), -one.weight))
    return Comparison(found_causes, tuple(ordered))
