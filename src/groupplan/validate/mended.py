"""A brief without its typing mistakes, so that the rest is judged in the same run."""

import copy
from typing import Any

from pydantic import ValidationError

from groupplan.model.brief import Brief
from groupplan.model.finding import Finding
from groupplan.model.source import Data, Route


def mended(data: Data, problems: tuple[Finding, ...]) -> Brief | None:
    """The brief without the values that could not be read; None when too little is left to judge."""
    rest = copy.deepcopy(data)
    for problem in problems:
        _take_out(rest, problem)
    try:
        return Brief.model_validate(rest)
    except ValidationError:
        return None


def _take_out(data: Any, problem: Finding) -> None:
    """Remove a value; a misspelt key is taken for the one it was meant to be."""
    *way, last = problem.origin.route or ("",)
    parent = _at(data, tuple(way))
    if not isinstance(parent, dict) or last not in parent:
        return
    value = parent.pop(str(last))
    if problem.slug == "unknown-key" and problem.hint is not None:
        meant = dict(problem.hint.gaps).get("name")
        if meant and meant not in parent:
            parent[meant] = value


def _at(data: Any, route: Route) -> Any:
    for step in route:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
