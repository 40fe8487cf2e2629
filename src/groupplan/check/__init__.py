"""check: everything → ``Finding``s. Rules stand in lists by subject; here they all are."""

from types import ModuleType

from groupplan.check import (
    attention,
    calendar,
    campaign,
    capacity,
    content,
    dates,
    earnings,
    goals,
    groups,
    law,
    money,
    newcomers,
    outcome,
    platform,
    positioning,
    poster,
    recruiting,
    rewards,
    sessions,
    structure,
    team,
    wording,
    workload,
)
from groupplan.check.house import house
from groupplan.check.rule import Rule
from groupplan.model.finding import Finding
from groupplan.model.plan import Plan

SUBJECTS = (
    positioning,
    goals,
    outcome,
    recruiting,
    groups,
    content,
    attention,
    newcomers,
    campaign,
    structure,
    team,
    capacity,
    workload,
    calendar,
    sessions,
    dates,
    money,
    rewards,
    earnings,
    platform,
    poster,
    wording,
    law,
)


def rules_in(subject: ModuleType) -> tuple[Rule, ...]:
    """The rules of a subject in the order written."""
    return tuple(value for value in vars(subject).values() if isinstance(value, Rule))


ALL: tuple[Rule, ...] = tuple(rule for subject in SUBJECTS for rule in rules_in(subject))


def check(plan: Plan) -> tuple[Finding, ...]:
    """What all rules and all house rules find, in the order of the rules."""
    found = [finding for rule in ALL for finding in rule.findings(plan)]
    return (*found, *house(plan))
