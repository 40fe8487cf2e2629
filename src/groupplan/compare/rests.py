"""What the plan rests on: values that did not come from the brief, and the odds' own assumptions."""

from collections.abc import Iterator

from groupplan.compare.making import change
from groupplan.model.comparison import Change, Figure, Term, Value
from groupplan.model.estimate import Estimate
from groupplan.model.plan import Plan
from groupplan.model.settled import Setting


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Assumptions taken up, given up and changed; a value the brief changes itself stands under causes."""
    before = {one.name: one for one in old.settled.assumptions}
    after = {one.name: one for one in new.settled.assumptions}
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        if was is None and now is not None:
            yield change("risk", "assumed", 3, None, _value(now), name=Term(f"assumption.{name}", name))
        elif was is not None and now is None:
            yield change("risk", "known", 2, _value(was), None, name=Term(f"assumption.{name}", name))
        elif was is not None and now is not None and was.value != now.value:
            yield change(
                "risk", "assumption", 3, _value(was), _value(now), name=Term(f"assumption.{name}", name)
            )


def _value(setting: Setting[object]) -> Value:
    value = setting.value
    if isinstance(value, Estimate) or (isinstance(value, float) and 0 < value < 1):
        return value if isinstance(value, Estimate) else Figure(value, "share")
    if isinstance(value, tuple | frozenset):
        return ", ".join(str(one) for one in value)
    return value  # type: ignore[return-value]
