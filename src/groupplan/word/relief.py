"""On days somebody is away, words name whoever stands in."""

from collections.abc import Mapping
from datetime import date

from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.settled import Settled

NOBODY: Mapping[str, str] = {}


class Relief:
    """The names that differ from the usual ones, day by day; nothing on a day all are there."""

    def __init__(self, settled: Settled) -> None:
        self._settled = settled
        self._away = any(role.away for role in settled.roles)
        self._names: dict[date, Mapping[str, str]] = {}

    def names(self, day: object, task: Piece[Task]) -> Mapping[str, str]:
        """``who.…`` and the sender of a task, as far as somebody else has their place that day."""
        if not self._away or not isinstance(day, date):
            return NOBODY
        doer = self._settled.doer(task.item.duty or "", task.owner)
        found = self._duties(day)
        there = self._settled.present(doer, day) if doer else None
        return {**found, "sender": there.name} if there and there is not doer else found

    def _duties(self, day: date) -> Mapping[str, str]:
        if day not in self._names:
            team = {role.id: role for role in self._settled.roles}
            usual = {duty: team[person] for duty, person in self._settled.people.items()}
            there = {duty: self._settled.present(role, day) for duty, role in usual.items()}
            self._names[day] = {
                f"who.{duty}": one.name for duty, one in there.items() if one and one is not usual[duty]
            }
        return self._names[day]
