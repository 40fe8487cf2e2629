"""A plan as tables: the one place from which every file of rows is made."""

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from groupplan.export import behind as unseen
from groupplan.export import figures, people, spending, work
from groupplan.export.desk import Desk
from groupplan.export.legend import legend
from groupplan.export.sheets import BEHIND, LISTS, SHEETS, Form
from groupplan.export.words import Wordbook
from groupplan.model.plan import Plan
from groupplan.model.tables import Column, Row, Table

Rows = Callable[[Desk], Iterator[Row]]
_ROWS: Mapping[str, Rows] = {
    "tasks": work.tasks,
    "calendar": work.calendar,
    "scripts": work.scripts,
    "metrics": figures.metrics,
    "budget": spending.budget,
    "rewards": spending.rewards,
    "roster": people.roster,
    "team": people.team,
    "workload": people.workload,
    "risks": figures.risks,
    "goals": figures.goals,
    "stages": figures.stages,
    "funnel": unseen.funnel,
    "findings": unseen.findings,
    "assumptions": unseen.assumptions,
    "dropped": unseen.dropped,
    "trace": unseen.trace,
}


def tables(plan: Plan) -> tuple[Table, ...]:
    """The tables people work with, tasks first and the legend last."""
    desk = Desk(plan)
    found = tuple(_table(name, form, desk) for name, form in SHEETS.items() if name in _ROWS)
    last = Table("legend", desk.words.say("table.legend"), columns("legend", SHEETS["legend"], desk), ())
    return (*found, Table(last.id, last.title, last.columns, tuple(legend(desk, (*found, last)))))


def table(plan: Plan, name: str) -> Table:
    """One of them."""
    return _table(name, SHEETS[name], Desk(plan))


def behind(plan: Plan) -> tuple[Table, ...]:
    """The tables only a program asks for."""
    desk = Desk(plan)
    return tuple(_table(name, form, desk) for name, form in BEHIND.items())


def _table(name: str, form: Form, desk: Desk) -> Table:
    title = desk.words.find(f"table.{name}") or name
    found = Table(name, title, columns(name, form, desk), tuple(_ROWS[name](desk)))
    return _with_currency(found) if ("currency", "text") in form else found


def _with_currency(found: Table) -> Table:
    """Where all sums are in one currency, it stands in their heads."""
    named = {str(code) for code in found.column("currency")} - {""}
    if len(named) != 1:
        return found
    unit = f" ({named.pop()})"
    heads = (replace(one, head=one.head + unit) if one.kind == "money" else one for one in found.columns)
    return replace(found, columns=tuple(heads))


def columns(name: str, form: Form, desk: Desk) -> tuple[Column, ...]:
    """The columns of a table with their heads, and the labels of closed lists."""
    return tuple(
        Column(id_, kind, head(name, id_, desk.words), _choices(id_, kind, desk)) for id_, kind in form
    )


def head(name: str, id_: str, words: Wordbook) -> str:
    """What stands above a column; what no people read is called by its id."""
    return words.find(f"heads.{name}.{id_}") or words.find(f"head.{id_}") or id_


def _choices(id_: str, kind: str, desk: Desk) -> tuple[tuple[str, str], ...]:
    if kind != "choice":
        return ()
    return tuple((word, LISTS[id_].label(word, desk.language)) for word in LISTS[id_])
